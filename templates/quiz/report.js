// @ts-check
/** Results that leave the page without a server: as text, as a file, as a QR code. */

import { drawSvg, find, flat, make, press } from "./dom.js";
import { encodeQr } from "./qr.js";
import { nameSeed } from "./random.js";
import { listDrawn, pointsOf } from "./state.js";

/** @import {Desk, Item} from "./types.d.ts" */

/** What a QR code may hold, in bytes, so that a phone still reads it off a screen. */
const MOST = 500;

/**
 * Return what is right by objective, as lines of plain text.
 * @param {Desk} desk
 */
export function writeReport(desk) {
  const { paper, state } = desk;
  const items = listDrawn(paper, state);
  const count = (/** @type {Item[]} */ some) => desk.say("{n} of {total}", {
    n: desk.number(some.reduce((sum, item) => sum + pointsOf(paper, state, item), 0)),
    total: desk.number(some.reduce((sum, item) => sum + item.points, 0)),
  });
  const aims = paper.objectives.map((aim) => ({ aim, some: items.filter((item) => item.objective === aim.id) }));
  return [
    `${flat(desk, paper.course_title).text} · ${flat(desk, paper.title).text}`,
    ...(state.who ? [state.who] : []),
    desk.say("Points: {points}", { points: count(items) }),
    ...aims.filter(({ some }) => some.length > 0).map(({ aim, some }) => `${count(some)} · ${flat(desk, aim.text).text}`),
    desk.say("Paper {seed}", { seed: nameSeed(state.seed) }),
  ].map((line) => line.replace(/[\u2066\u2069]/g, ""));
}

/** @param {Desk} desk */
export function drawReport(desk) {
  const lines = writeReport(desk);
  const area = make("textarea", { id: "report", readonly: true, rows: Math.min(10, lines.length + 1) });
  area.value = lines.join("\n");
  return make("section", make("h2", make("label", { for: "report" }, desk.say("Keep your results"))),
    make("p.guide", desk.say("For your notes, or to show your teacher. Nothing is sent anywhere.")),
    area,
    make("div.actions",
      press("copy", "quiet", () => void copyText(desk, area), desk.say("Copy")),
      press("save", "quiet", () => saveText(desk, area.value), desk.say("Save as a file"))),
    drawQr(desk, lines));
}

/**
 * @param {Desk} desk
 * @param {HTMLTextAreaElement} area
 */
async function copyText(desk, area) {
  area.select();
  let done = false;
  try {
    await navigator.clipboard.writeText(area.value);
    done = true;
  } catch {
    done = document.execCommand("copy");
  }
  find("copy")?.focus();
  desk.announce(done ? desk.say("Copied") : desk.say("The text is selected: copy it from there."));
}

/**
 * @param {Desk} desk
 * @param {string} text
 */
function saveText(desk, text) {
  const address = URL.createObjectURL(new Blob([`\ufeff${text}\n`], { type: "text/plain;charset=utf-8" }));
  const link = make("a", { href: address, download: `${desk.paper.course}-${desk.paper.quiz}.txt` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  desk.announce(desk.say("Saved, where this browser saves files. If nothing happens, copy the text."));
}

/**
 * @param {Desk} desk
 * @param {string[]} lines
 */
function drawQr(desk, lines) {
  const rows = encodeQr(shorten(lines));
  const size = rows.length + 8;
  const name = desk.say("Your results as a QR code: a phone’s camera reads them as text.");
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")));
  const svg = drawSvg("svg", { viewBox: `0 0 ${size} ${size}`, class: "qr", role: "img", "aria-label": name },
    drawSvg("path", { d: squares.join("") }));
  return make("details.map", make("summary", { id: "qr" }, desk.say("Show as a QR code")), svg);
}

/**
 * Return as many lines as a code may hold, each a little shorter where they are too long.
 * @param {string[]} lines
 */
function shorten(lines) {
  const encoder = new TextEncoder();
  for (let most = 60; most > 4; most -= 4) {
    const text = lines.map((line) => ([...line].length > most ? `${[...line].slice(0, most - 1).join("")}…` : line)).join("\n");
    const bytes = encoder.encode(text);
    if (bytes.length <= MOST) return bytes;
  }
  const room = new Uint8Array(MOST);
  return room.subarray(0, encoder.encodeInto(lines.slice(0, 3).join("\n"), room).written);
}
