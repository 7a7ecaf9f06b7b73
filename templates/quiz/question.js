// @ts-check
/** One question on the page: where one is, the stem, the controls of its kind, hint, feedback, and what to do next. */

import { drawChoice } from "./choice.js";
import { drawCloze } from "./cloze.js";
import { draw, fill, flat, icon, make, press } from "./dom.js";
import { drawEntry } from "./entry.js";
import { drawFeedback, wordTrouble } from "./feedback.js";
import { statusWord } from "./mark.js";
import { drawOpen } from "./open.js";
import { drawOrder } from "./order.js";
import { drawGroup, drawMatch } from "./pair.js";
import { goTo, handIn, isDone, listItems, slotOf, statusOf, takeHint } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Item} from "./types.d.ts" */

/**
 * Return the controls of a question, by its kind.
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawControls(desk, item) {
  switch (item.kind) {
    case "single":
    case "multiple":
    case "true_false":
      return drawChoice(desk, item);
    case "numeric":
    case "text":
      return drawEntry(desk, item);
    case "cloze":
      return drawCloze(desk, item);
    case "match":
      return drawMatch(desk, item);
    case "order":
      return drawOrder(desk, item);
    case "group":
      return drawGroup(desk, item);
    case "open":
      return drawOpen(desk, item);
  }
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawQuestion(desk, item) {
  const items = listItems(desk.paper, desk.state);
  const index = items.indexOf(item);
  const trouble = desk.trouble && desk.trouble.item === item.id ? desk.trouble.why : null;
  return make("form", {
    class: "question",
    novalidate: true,
    onsubmit: (event) => submit(desk, item, event),
    onkeydown: (event) => stopRepeat(/** @type {KeyboardEvent} */ (event)),
  },
    drawProgress(desk, items, index),
    make("fieldset", { class: "ask-box", "aria-describedby": trouble ? "trouble" : null },
      make("legend", {}, make("h1", { id: "stem", tabindex: -1 }, draw(desk, item.text))),
      drawControls(desk, item)),
    trouble && make("p", { class: "trouble", id: "trouble" }, icon("hint"), wordTrouble(desk, item, trouble)),
    slotOf(desk.state, item).hint && drawHint(desk, item),
    drawFeedback(desk, item),
    drawActions(desk, item),
    drawSteps(desk, items, index),
    drawMap(desk, items, item));
}

/**
 * @param {Desk} desk
 * @param {Item[]} items
 * @param {number} index
 */
function drawProgress(desk, items, index) {
  const place = { n: desk.number(index + 1), total: desk.number(items.length) };
  return make("div", { class: "progress" },
    make("p", {}, fill(desk.say("Question {n} of {total}"), place)),
    make("div", { class: "strip", "aria-hidden": "true" }, items.map((item, other) =>
      make("span", { class: `bit is-${statusOf(desk.paper, desk.state, item)}${other === index ? " here" : ""}` }))));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
function drawHint(desk, item) {
  if (!item.hint) return null;
  return make("div", { class: "hint", role: "note", "aria-label": desk.say("Hint") }, icon("hint"),
    make("p", {}, draw(desk, item.hint)));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
function drawActions(desk, item) {
  const done = isDone(desk.paper, desk.state, item);
  const hint = !done && desk.paper.mode === "study" && !slotOf(desk.state, item).hint && item.hint;
  return make("div", { class: "actions" },
    make("button", { type: "submit", id: "primary", class: "primary", onclick: stopDouble }, wordPrimary(desk, item, done)),
    hint && press("hint", "quiet", () => {
      desk.change(takeHint(desk.state, item), "primary");
      desk.announce(`${desk.say("Hint")}: ${flat(desk, hint).text}`);
    }, icon("hint"), desk.say("Hint")));
}

/**
 * The second half of a double click must not leave the feedback that the first has brought, nor a held Enter key.
 * @param {Event} event
 */
function stopDouble(event) {
  if (/** @type {MouseEvent} */ (event).detail > 1) event.preventDefault();
}

/** @param {KeyboardEvent} event */
function stopRepeat(event) {
  if (event.key === "Enter" && event.repeat) event.preventDefault();
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {boolean} done
 */
function wordPrimary(desk, item, done) {
  const last = nextOf(desk, item, 1) === "results";
  if (done) return last ? desk.say("See the results") : desk.say("Next question");
  if (desk.paper.mode === "exam") return last ? desk.say("Hand in") : desk.say("Next question");
  if (item.kind === "open") return desk.say("Compare with a sample");
  return slotOf(desk.state, item).tried.length > 0 ? desk.say("Check again") : desk.say("Check the answer");
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {Event} event
 */
function submit(desk, item, event) {
  event.preventDefault();
  const done = isDone(desk.paper, desk.state, item);
  if (!done && desk.paper.mode === "study") desk.check(item);
  else if (!done && nextOf(desk, item, 1) === "results") desk.change(handIn(desk.paper, desk.state), "stem");
  else move(desk, item, 1);
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {1 | -1} step
 */
function nextOf(desk, item, step) {
  const items = listItems(desk.paper, desk.state);
  const next = items[items.indexOf(item) + step];
  return next ? next.id : step > 0 ? "results" : "start";
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {1 | -1} step
 */
function move(desk, item, step) {
  desk.change(goTo(desk.state, nextOf(desk, item, step)), "stem");
}

/**
 * The way back, and on without an answer.
 * @param {Desk} desk
 * @param {Item[]} items
 * @param {number} index
 */
function drawSteps(desk, items, index) {
  const item = items[index];
  if (!item) return null;
  const skips = desk.paper.mode === "study" && !isDone(desk.paper, desk.state, item);
  return make("div", { class: "steps" },
    press("back", "plain", () => move(desk, item, -1), desk.say("Back")),
    skips && press("skip", "plain", () => move(desk, item, 1), desk.say("Skip for now")));
}

/**
 * @param {Desk} desk
 * @param {Item[]} items
 * @param {Item} here
 * @returns {Child}
 */
function drawMap(desk, items, here) {
  return make("details", { class: "map", id: "map" }, make("summary", { id: "map-head" }, desk.say("All questions")),
    make("ol", {}, items.map((item, index) => {
      const status = statusOf(desk.paper, desk.state, item);
      const words = { n: desk.number(index + 1), status: statusWord(desk, status) };
      return make("li", {}, make("button", {
        type: "button",
        class: `bead is-${status}`,
        id: `map--${item.id}`,
        "aria-label": fill(desk.say("Question {n}: {status}"), words),
        "aria-current": item === here ? "step" : null,
        onclick: () => desk.change(goTo(desk.state, item.id), "stem"),
      }, desk.number(index + 1), ["right", "partly", "wrong"].includes(status) && icon(status)));
    })));
}
