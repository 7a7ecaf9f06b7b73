// @ts-check
/** What is said about an answer once it was checked: how it stands, why, where it was taught, on what it rests. */

import { draw, drawRuns, flat, icon, make } from "./dom.js";
import { drawRight } from "./mark.js";
import { isNear, valueOf } from "./score.js";
import { isDone, lastOf, listGaps, pointsOf, slotOf, statusOf } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Item, NumberAnswer, NumericItem, Text, TextItem, Trouble} from "./types.d.ts" */

/** How many of the questions without an answer are named. */
const MOST_NAMED = 12;

/**
 * Return the one line that says how the answer stands.
 * @param {Desk} desk
 * @param {Item} item
 */
export function headline(desk, item) {
  const status = statusOf(desk.paper, desk.state, item);
  const done = isDone(desk.paper, desk.state, item);
  if (item.kind === "open") return desk.say("Compare your answer with the sample");
  if (status === "right") return desk.say("That’s right");
  if (status === "new") return desk.say("Not answered");
  if (status === "partly") return done ? desk.say("Partly right") : desk.say("Partly right so far");
  return done ? desk.say("Not right this time") : desk.say("Not quite yet");
}

/**
 * Return how many points the answer has, or how many tries are left.
 * @param {Desk} desk
 * @param {Item} item
 */
export function standing(desk, item) {
  if (!isDone(desk.paper, desk.state, item)) {
    const left = desk.paper.rules.tries - slotOf(desk.state, item).tried.length;
    return desk.say("Tries left: {n}", { n: desk.number(left) });
  }
  const points = { n: desk.number(pointsOf(desk.paper, desk.state, item)), total: desk.number(item.points) };
  return desk.say("Points: {n} of {total}", points);
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawFeedback(desk, item) {
  const slot = slotOf(desk.state, item);
  if (slot.tried.length === 0) return null;
  const status = statusOf(desk.paper, desk.state, item);
  const done = isDone(desk.paper, desk.state, item);
  const sign = status === "right" || status === "partly" ? status : "wrong";
  const open = item.kind === "open";
  const names = `${desk.id("headline", item)} ${desk.id("stem", item)}`;
  return make(`section.feedback.is-${open ? "open" : sign}`, { "aria-labelledby": names },
    make("div.head", !open && icon(sign), make("h2", { id: desk.id("headline", item) }, headline(desk, item)),
      make("span.standing", standing(desk, item))),
    status !== "right" && generalOf(item, lastOf(slot), (text) => make("p", draw(desk, text))),
    done && status !== "right" && drawKey(desk, item),
    done && drawReasons(desk, item));
}

/**
 * @param {Item} item
 * @param {unknown} answer
 * @param {(text: Text) => Child} tell
 * @returns {Child}
 */
function generalOf(item, answer, tell) {
  if (item.kind === "numeric" && answer) {
    const value = valueOf(item, /** @type {NumberAnswer} */ (answer));
    const mistake = value === null ? undefined : item.mistakes.find((known) => isNear(item, value, known.value));
    if (mistake) return tell(mistake.feedback);
  }
  const general = item.kind === "numeric" || item.kind === "text" || item.kind === "order" ? item.general : undefined;
  return general ? tell(general) : null;
}

/**
 * What stands between a number and its unit: a space, but for percent signs and East Asian units.
 * @param {string} unit
 */
function gapBefore(unit) {
  return /^[%％\u2e80-\u9fff\uac00-\ud7af]/.test(unit) ? "" : "\u00a0";
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
function drawKey(desk, item) {
  if (item.kind !== "numeric" && item.kind !== "text") return null;
  return drawRight(desk, drawShown(desk, item));
}

/**
 * Return the answer to a typed question, with its unit.
 * @param {Desk} desk
 * @param {NumericItem | TextItem} item
 * @returns {Child[]}
 */
export function drawShown(desk, item) {
  const unit = item.kind === "numeric" && item.unit ? [gapBefore(flat(desk, item.unit).text), ...draw(desk, item.unit)] : [];
  return [(item.shown[desk.lang] || [])[0], ...unit];
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @returns {Child[]}
 */
function drawReasons(desk, item) {
  const slide = desk.paper.slides[item.slide];
  const sources = item.sources[desk.lang] || [];
  return [
    make("div.why", (item.explanation[desk.lang] || []).map((runs) => make("p", drawRuns(runs)))),
    make("div.where",
      slide && make("p", drawSlide(desk, item.slide)),
      sources.length > 0 && make("details", make("summary", { id: desk.id("sources", item) }, desk.say("Sources")),
        make("ul", sources.map((runs) => make("li", drawRuns(runs)))))),
  ];
}

/**
 * Return where something was taught: the slide's number in this language's deck and its title, a link where the web slides are.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Child[]}
 */
export function drawSlide(desk, id) {
  const slide = desk.paper.slides[id];
  if (!slide) return [];
  const n = slide.numbers[desk.lang];
  const label = n ? desk.say("Slide {n} of the deck:", { n: desk.number(n) }) : desk.say("Slide:");
  const { web } = desk.paper;
  const title = draw(desk, slide.title);
  return [make("strong", label), " ", ...(web ? [make("a", { href: `../${desk.lang}/${web}#${id}` }, title)] : title)];
}

/**
 * Return why this question's answer could not be checked just now; null where it could.
 * @param {Desk} desk
 * @param {Item} item
 */
export function troubleOf(desk, item) {
  return desk.trouble && desk.trouble.item === item.id ? desk.trouble.why : null;
}

/**
 * Return why an answer could not be checked, in words.
 * @param {Desk} desk
 * @param {Item} item
 * @param {Trouble["why"]} why
 */
export function wordTrouble(desk, item, why) {
  if (why === "gaps") return wordGaps(desk);
  if (why === "unreadable") return desk.say("This is not a number that can be read. Use digits, such as 12.5.");
  if (why === "ambiguous") return desk.say("This number can be read in two ways. Please choose one.");
  const typed = ["numeric", "text", "open"].includes(item.kind);
  return typed ? desk.say("Write an answer first.") : desk.say("Choose an answer first.");
}

/**
 * Return which questions have no answer, and how to hand in all the same.
 * @param {Desk} desk
 */
export function wordGaps(desk) {
  const gaps = listGaps(desk.paper, desk.state);
  const list = gaps.slice(0, MOST_NAMED).map(desk.number).join(", ") + (gaps[MOST_NAMED] ? ", …" : "");
  return desk.say("Not answered yet: {list}. Press “Hand in” once more to hand in without them.", { list });
}
