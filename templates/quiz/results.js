// @ts-check
/** The page after the last question: the score, by objective too, what to look at again, and another round. */

import { draw, drawSvg, icon, make, press } from "./dom.js";
import { drawSlide } from "./feedback.js";
import { SURENESS, statusWord, wordSure } from "./mark.js";
import { drawReport } from "./report.js";
import { drawErase } from "./start.js";
import { goTo, listDrawn, listMissed, pointsOf, retryWrong, shareOfItem, slotOf, statusOf } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Item} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {Item[]} items
 */
function countPoints(desk, items) {
  const total = items.reduce((sum, item) => sum + item.points, 0);
  const had = items.reduce((sum, item) => sum + pointsOf(desk.paper, desk.state, item), 0);
  return { had, total, share: total ? had / total : 0 };
}

/**
 * @param {Desk} desk
 * @param {number} had
 * @param {number} total
 */
function wordPoints(desk, had, total) {
  return desk.say("{n} of {total}", { n: desk.number(had), total: desk.number(total) });
}

/** @param {Desk} desk */
export function drawResults(desk) {
  const { paper, state } = desk;
  const items = listDrawn(paper, state);
  const { had, total, share } = countPoints(desk, items);
  const missed = listMissed(paper, state);
  return make("div.results",
    make("p.over", draw(desk, paper.title)),
    make("h1", { id: "stem", tabindex: -1 }, desk.say("Your results")),
    make("div.score", drawRing(share), make("p",
      make("span.big", wordPoints(desk, had, total)),
      make("span", desk.say("points")))),
    make("p.lead", wordShare(desk, share, missed.length)),
    make("div.actions", missed.length > 0 && press("primary", "primary",
      () => desk.change(retryWrong(paper, state), "stem"),
      desk.say("Try again what you missed: {n}", { n: desk.number(missed.length) }))),
    drawShares(desk, desk.say("By objective"), paper.objectives.map((aim) =>
      ({ name: draw(desk, aim.text), items: items.filter((item) => item.objective === aim.id) }))),
    drawShares(desk, desk.say("By level of thinking"), [
      ["remember", desk.say("Remember")], ["understand", desk.say("Understand")], ["apply", desk.say("Apply")],
      ["analyse", desk.say("Analyze")], ["evaluate", desk.say("Evaluate")], ["create", desk.say("Create")],
    ].map(([level, name]) => ({ name: [name], items: items.filter((item) => item.level === level) }))),
    paper.rules.certainty && drawSureness(desk, items),
    drawRevisit(desk, missed),
    drawReport(desk),
    drawList(desk, items),
    drawErase(desk));
}

/**
 * @param {Desk} desk
 * @param {number} share
 * @param {number} missed
 */
function wordShare(desk, share, missed) {
  if (missed === 0) return desk.say("Everything is right. Well done!");
  if (share >= 0.8) return desk.say("Very good: you have nearly all of it.");
  if (share >= 0.5) return desk.say("A good part is there. A second look at the rest will pay off.");
  return desk.say("A start. Look at the slides below, then try again what you missed.");
}

/** @param {number} share */
function drawRing(share) {
  const circle = (/** @type {string} */ name, /** @type {number} */ part) => drawSvg("circle",
    { cx: 50, cy: 50, r: 42, pathLength: 100, class: name, "stroke-dasharray": `${part * 100} 200` });
  return drawSvg("svg", { viewBox: "0 0 100 100", class: "ring", "aria-hidden": "true" },
    circle("track", 1), ...(share > 0 ? [circle("got", share)] : []));
}

/**
 * Return how often a student was right who was sure, thought so, or guessed.
 * @param {Desk} desk
 * @param {Item[]} items
 */
function drawSureness(desk, items) {
  const rows = SURENESS.map((level) => {
    const said = items.filter((item) => slotOf(desk.state, item).sure === level && item.kind !== "open");
    return { level, all: said.length, right: said.filter((item) => shareOfItem(desk.state, item) === 1).length };
  }).filter(({ all }) => all > 0);
  if (rows.length === 0) return null;
  return make("section", make("h2", desk.say("How sure you were")), make("ul.aims.scored",
    rows.map(({ level, all, right }) => {
      const counts = { n: desk.number(right), total: desk.number(all) };
      return make("li", make("span.wording", wordSure(desk, level)),
        make("span.worth", desk.say("{n} of {total} right", counts)));
    })));
}

/**
 * @param {Desk} desk
 * @param {string} title
 * @param {{name: Child[], items: Item[]}[]} parts
 */
function drawShares(desk, title, parts) {
  return make("section", make("h2", title),
    make("ul.aims.scored", parts.filter(({ items }) => items.length > 0).map(({ name, items }) => {
      const { had, total, share } = countPoints(desk, items);
      const meter = make("span.meter", { "aria-hidden": "true" }, make("span"));
      /** @type {HTMLElement} */ (meter.firstChild).style.inlineSize = `${share * 100}%`;
      return make("li", make("span.wording", name),
        make("span.worth", wordPoints(desk, had, total)), meter);
    })));
}

/**
 * @param {Desk} desk
 * @param {Item[]} missed
 */
function drawRevisit(desk, missed) {
  const slides = Object.entries(desk.paper.slides).filter(([id]) => missed.some((item) => item.slide === id));
  if (slides.length === 0) return null;
  return make("section", make("h2", desk.say("Slides to look at again")),
    make("ul.slides", slides.map(([id]) => make("li", drawSlide(desk, id)))));
}

/**
 * @param {Desk} desk
 * @param {Item[]} items
 */
function drawList(desk, items) {
  const { paper, state } = desk;
  return make("section", make("h2", desk.say("All questions")),
    make("ol.list", items.map((item, index) => {
      const status = statusOf(paper, state, item);
      const sign = status === "new" || status === "begun" ? "partly" : status;
      return make("li", make(`button.line.is-${status}`, {
        id: `list--${item.id}`,
        onclick: () => desk.change(goTo({ ...state, only: null }, item.id), desk.id("stem", item)),
      }, make("span.place", desk.number(index + 1)), make("span.wording", draw(desk, item.text)),
      make("span.badge", icon(sign), statusWord(desk, status))));
    })));
}
