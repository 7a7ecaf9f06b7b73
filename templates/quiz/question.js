// @ts-check
/** One question on the page: where one is, the stem, the controls of its kind, hint, feedback, and what to do next. */

import { drawChoice } from "./choice.js";
import { drawCloze } from "./cloze.js";
import { draw, drawChip, flat, icon, make, press } from "./dom.js";
import { drawEntry } from "./entry.js";
import { drawFeedback, troubleOf, wordGaps, wordTrouble } from "./feedback.js";
import { SURENESS, statusWord, wordSure } from "./mark.js";
import { drawOpen } from "./open.js";
import { drawOrder } from "./order.js";
import { drawGroup, drawMatch } from "./pair.js";
import {
  RESULTS, START, flipFlag, goTo, handIn, isDone, listGaps, listItems, setSure, slotOf, statusOf, takeHint,
} from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Item} from "./types.d.ts" */

/** The questions that a strip of bits can show on a phone. */
const MOST_BITS = 50;

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
 * Return the page of one question.
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawQuestion(desk, item) {
  const items = listItems(desk.paper, desk.state);
  return drawForm(desk, item, items, drawSteps(desk, item), drawMap(desk));
}

/**
 * Return the page that holds all questions, each with a form of its own.
 * @param {Desk} desk
 */
export function drawQuestions(desk) {
  const items = listItems(desk.paper, desk.state);
  const exam = desk.paper.rules.mode === "exam" && listOpen(desk).length > 0;
  const warned = desk.trouble?.why === "gaps";
  return make("div.all",
    make("h1", { id: "stem", tabindex: -1 }, draw(desk, desk.paper.title)),
    items.map((item) => drawForm(desk, item, items, drawFlag(desk, item))),
    make("form.question", { onsubmit: (event) => {
      event.preventDefault();
      finish(desk);
    }, onkeydown: stopRepeat },
    warned && make("p.trouble", { id: "gaps" }, icon("hint"), wordGaps(desk)),
    make("div.actions", make("button.primary", { type: "submit", id: "finish", onclick: stopDouble },
    exam ? desk.say("Hand in") : desk.say("See the results"))),
    drawMap(desk)));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {Item[]} items
 * @param {Child[]} below
 */
function drawForm(desk, item, items, ...below) {
  const trouble = troubleOf(desk, item);
  const told = trouble && trouble !== "ambiguous"; // that is asked about beside the number
  const names = told && trouble !== "gaps" ? desk.id("trouble", item) : null;
  const one = desk.paper.rules.show === "one";
  return make("form.question", {
    "aria-labelledby": one ? null : desk.id("place", item),
    onsubmit: (event) => submit(desk, item, event),
    onkeydown: stopRepeat,
  },
    drawProgress(desk, items, item, one),
    make("fieldset.ask-box", { "aria-describedby": names },
      make("legend", make(one ? "h1" : "h2", { id: desk.id("stem", item), tabindex: -1 }, draw(desk, item.text))),
      drawControls(desk, item)),
    told && make("p.trouble", { id: desk.id("trouble", item) }, icon("hint"), wordTrouble(desk, item, trouble)),
    drawHints(desk, item),
    drawSure(desk, item),
    drawFeedback(desk, item),
    drawActions(desk, item),
    ...below);
}

/**
 * @param {Desk} desk
 * @param {Item[]} items
 * @param {Item} here
 * @param {boolean} one
 */
function drawProgress(desk, items, here, one) {
  const place = { n: desk.number(items.indexOf(here) + 1), total: desk.number(items.length) };
  return make("div.progress",
    make("p", { id: desk.id("place", here) }, desk.say("Question {n} of {total}", place)),
    one && items.length <= MOST_BITS && make("div.strip", { "aria-hidden": "true" }, items.map((item) =>
      make(`span.bit.is-${statusOf(desk.paper, desk.state, item)}${item === here ? ".here" : ""}`))));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
function drawHints(desk, item) {
  const taken = item.hints.slice(0, slotOf(desk.state, item).hints);
  if (taken.length === 0) return null;
  return make("div.hint", { role: "note", "aria-label": desk.say("Hint") }, icon("hint"),
    make("div", taken.map((hint) => make("p", draw(desk, hint)))));
}

/**
 * Ask how sure the student is, where the quiz wants to know.
 * @param {Desk} desk
 * @param {Item} item
 */
function drawSure(desk, item) {
  if (!desk.paper.rules.certainty || item.kind === "open" || isDone(desk.paper, desk.state, item)) return null;
  const { sure } = slotOf(desk.state, item);
  const name = `${item.id}--sure`;
  const names = desk.paper.rules.show === "all" ? `${name} ${desk.id("place", item)}` : null;
  return make("fieldset.sureness", { "aria-labelledby": names }, make("legend", { id: name }, desk.say("How sure are you?")),
    make("div.chips", SURENESS.map((level) => {
      const input = make("input", { type: "radio", name, id: `${name}--${level}`, value: level,
        onchange: () => desk.change(setSure(desk.state, item, level), `${name}--${level}`) });
      input.checked = level === sure;
      return drawChip(input, [wordSure(desk, level)]);
    })));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
function drawActions(desk, item) {
  const { mode, show, hint_cost: cost } = desk.paper.rules;
  const done = isDone(desk.paper, desk.state, item);
  const { hints } = slotOf(desk.state, item);
  const hint = !done && mode === "study" && item.hints[hints];
  if (show === "all" && (done || mode === "exam")) return null;
  const price = cost > 0 ? desk.say("costs {n}% of the points", { n: desk.number(cost) }) : "";
  return make("div.actions",
    make("button.primary", { type: "submit", id: desk.id("primary", item), onclick: stopDouble },
      wordPrimary(desk, item, done)),
    hint && press(desk.id("hint", item), "quiet", () => {
      desk.change(takeHint(desk.state, item), desk.id("primary", item));
      desk.announce(`${desk.say("Hint")}: ${flat(desk, hint).text}`);
    }, icon("hint"), hints ? desk.say("Another hint") : desk.say("Hint"), price && make("small", price)));
}

/**
 * The second half of a double click must not leave the feedback that the first has brought, nor a held Enter key.
 * @param {Event} event
 */
function stopDouble(event) {
  if (/** @type {MouseEvent} */ (event).detail > 1) event.preventDefault();
}

/** @param {Event} event */
function stopRepeat(event) {
  const { key, repeat } = /** @type {KeyboardEvent} */ (event);
  if (key === "Enter" && repeat) event.preventDefault();
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {boolean} done
 */
function wordPrimary(desk, item, done) {
  const { mode, show } = desk.paper.rules;
  const last = show === "one" && nextOf(desk, item, 1) === RESULTS;
  if (done) return last ? desk.say("See the results") : desk.say("Next question");
  if (mode === "exam") return last ? desk.say("Hand in") : desk.say("Next question");
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
  const { mode, show } = desk.paper.rules;
  const done = isDone(desk.paper, desk.state, item);
  if (!done && (mode === "study" || desk.asks(item))) desk.check(item);
  else if (show === "one" && !done && nextOf(desk, item, 1) === RESULTS) finish(desk, item);
  else if (show === "one") move(desk, item, 1);
}

/**
 * Show the results; an exam is handed in first, and where an answer is missing, only when that is asked for twice.
 * @param {Desk} desk
 * @param {Item} [item]
 */
function finish(desk, item) {
  const { paper, state } = desk;
  const exam = paper.rules.mode === "exam";
  const twofold = exam && listOpen(desk).find(desk.asks);
  if (twofold) {
    desk.change(goTo(state, twofold.id));
    desk.check(twofold);
  } else if (exam && desk.trouble?.why !== "gaps" && listGaps(paper, state).length > 0) desk.warn(item);
  else desk.change(exam ? handIn(paper, state) : goTo(state, RESULTS), "stem");
}

/** @param {Desk} desk */
function listOpen(desk) {
  return listItems(desk.paper, desk.state).filter((item) => !isDone(desk.paper, desk.state, item));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @param {1 | -1} step
 */
function nextOf(desk, item, step) {
  const items = listItems(desk.paper, desk.state);
  const next = items[items.indexOf(item) + step];
  return next ? next.id : step > 0 ? RESULTS : START;
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
 * The way back, the mark for a second look, and on without an answer.
 * @param {Desk} desk
 * @param {Item} item
 */
function drawSteps(desk, item) {
  const skips = desk.paper.rules.mode === "study" && !isDone(desk.paper, desk.state, item);
  return make("div.steps",
    press("back", "plain", () => move(desk, item, -1), desk.say("Back")),
    drawFlag(desk, item),
    skips && press("skip", "plain", () => move(desk, item, 1), desk.say("Skip")));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
function drawFlag(desk, item) {
  const { flag } = slotOf(desk.state, item);
  const id = desk.id("flag", item);
  const button = press(id, "plain flag", () => desk.change(flipFlag(desk.state, item), id), icon("flag"),
    desk.say("Mark for review"));
  button.setAttribute("aria-pressed", String(flag));
  return button;
}

/**
 * @param {Desk} desk
 * @returns {Child}
 */
function drawMap(desk) {
  return make("details.map", { id: "map" }, make("summary", { id: "map-head" }, desk.say("All questions")),
    make("ol", listItems(desk.paper, desk.state).map((item) => make("li", drawBead(desk, item)))));
}

/**
 * Return the way to a question in the map, which says how it stands.
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawBead(desk, item) {
  const { paper, state } = desk;
  const one = paper.rules.show === "one";
  const status = statusOf(paper, state, item);
  const { flag } = slotOf(state, item);
  const n = desk.number(listItems(paper, state).indexOf(item) + 1);
  const label = desk.say("Question {n}: {status}", { n, status: statusWord(desk, status) });
  const flagged = desk.say("marked for review");
  return make(`button.bead.is-${status}`, {
    id: `map--${item.id}`,
    "aria-label": flag ? `${label}; ${flagged}` : label,
    "aria-current": one && item.id === state.at ? "step" : null,
    onclick: () => desk.change(goTo(desk.state, item.id), one ? "stem" : desk.id("stem", item)),
  }, n, ["right", "partly", "wrong"].includes(status) && icon(status), flag && icon("flag"));
}
