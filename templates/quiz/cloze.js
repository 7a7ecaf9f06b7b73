// @ts-check
/** Questions with gaps in a sentence: drop-downs and text fields. */

import { draw, drawPick, drawRuns, find, flat, icon, make } from "./dom.js";
import { notes, statusWord } from "./mark.js";
import { shuffleIds } from "./random.js";
import { markGap } from "./score.js";
import { isDone, lastOf, slotOf } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {ClozeItem, Desk, Gap} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {ClozeItem} item
 */
export function drawCloze(desk, item) {
  const slot = slotOf(desk.state, item);
  const answer = /** @type {Record<string, string>} */ (slot.answer || {});
  const last = /** @type {Record<string, string> | null} */ (slot.tried.length > 0 ? lastOf(slot) || {} : null);
  const order = gapsInOrder(desk, item);
  const told = last ? order.map((id, index) => drawNote(desk, item, id, index + 1, last[id])) : [];
  const place = (/** @type {string} */ id) => drawGap(desk, item, id, order.indexOf(id) + 1, answer, last);
  return make("div.cloze",
    (item.sentence[desk.lang] || []).map((runs) => make("p.sentence", drawRuns(runs, place))),
    told.some((note) => note) && make("ul.gap-notes", told));
}

/**
 * Return the gaps as the reader's language has them in its sentence.
 * @param {Desk} desk
 * @param {ClozeItem} item
 */
function gapsInOrder(desk, item) {
  const runs = (item.sentence[desk.lang] || []).flat();
  return runs.map((run) => (typeof run === "string" ? "" : run.blank || "")).filter((id) => id !== "");
}

/**
 * @param {Desk} desk
 * @param {ClozeItem} item
 * @param {string} id
 * @param {number} number
 * @param {Record<string, string>} answer
 * @param {Record<string, string> | null} last
 * @returns {Child}
 */
function drawGap(desk, item, id, number, answer, last) {
  const gap = item.gaps.find((other) => other.id === id);
  if (!gap) return null;
  const mark = last ? markGap(item, id, last[id]) : "none";
  const shown = { n: number, status: statusWord(desk, mark) };
  const attributes = {
    id: `${item.id}--${id}`,
    "aria-label": last ? desk.say("Gap {n}: {status}", shown) : desk.say("Gap {n}", shown),
    disabled: isDone(desk.paper, desk.state, item),
    oninput: () => desk.keep(item, readGaps(item)),
  };
  const field = gap.options
    ? make("select", attributes, make("option", { value: "" }, "…"), drawOptions(desk, item, gap))
    : make("input", { ...attributes, type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", size: 10 });
  field.value = answer[id] || "";
  const sign = mark === "right" ? "right" : "wrong";
  return make(`span.gap${last ? `.is-${sign}` : ""}`,
    field instanceof HTMLSelectElement ? drawPick(field) : field, last && icon(sign));
}

/**
 * @param {Desk} desk
 * @param {ClozeItem} item
 * @param {Gap} gap
 */
function drawOptions(desk, item, gap) {
  const options = gap.options || [];
  return shuffleIds(options.map((part) => part.id), desk.state.seed, `${item.id}/${gap.id}`).map((id) => {
    const part = options.find((other) => other.id === id);
    const { text, lang } = part ? flat(desk, part.text) : { text: id, lang: undefined };
    return make("option", { value: id, lang, dir: lang && "auto" }, text);
  });
}

/** @param {ClozeItem} item */
function readGaps(item) {
  return Object.fromEntries(item.gaps.map((gap) => {
    const field = /** @type {HTMLInputElement | null} */ (find(`${item.id}--${gap.id}`));
    return [gap.id, field ? field.value : ""];
  }));
}

/**
 * @param {Desk} desk
 * @param {ClozeItem} item
 * @param {string} id
 * @param {number} number
 * @param {string | undefined} given
 */
function drawNote(desk, item, id, number, given) {
  const key = item.keys[id];
  const mark = markGap(item, id, given);
  if (!key || mark === "right") return null;
  const told = isDone(desk.paper, desk.state, item);
  const own = key.feedback && given !== undefined ? key.feedback[given] : undefined;
  const note = notes(desk, `${item.id}--${id}--note`, own || key.general, told ? rightOf(desk, item, id) : null);
  return note && make("li", make("strong", desk.say("Gap {n}", { n: number })), note);
}

/**
 * @param {Desk} desk
 * @param {ClozeItem} item
 * @param {string} id
 * @returns {Child[]}
 */
function rightOf(desk, item, id) {
  const key = item.keys[id];
  const gap = item.gaps.find((other) => other.id === id);
  const option = gap && gap.options && gap.options.find((part) => key && key.right && key.right.includes(part.id));
  if (option) return draw(desk, option.text);
  return [((key && key.shown && key.shown[desk.lang]) || [])[0]];
}
