// @ts-check
/** The page before the first question: what the quiz is about, whose work it is, and the way in. */

import { drawLimit } from "./clock.js";
import { draw, find, icon, make, press } from "./dom.js";
import { nameSeed, seedOf } from "./random.js";
import { RESULTS, goTo, isBegun, isGiven, listDrawn, listItems, slotOf, statusOf } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Item, State} from "./types.d.ts" */

/** Whether somebody has just tried to start without a name. */
let nameless = false;

/** @param {Desk} desk */
export function drawStart(desk) {
  const { paper, state } = desk;
  const begun = isBegun(state) || desk.visiting;
  return make("form.start", { onsubmit: (event) => enter(desk, event) },
    make("p.over", draw(desk, paper.course_title)),
    make("h1", { id: "stem", tabindex: -1 }, draw(desk, paper.title)),
    paper.intro && make("p.lead", draw(desk, paper.intro)),
    drawTerms(desk),
    make("h2", desk.say("What you will practice")),
    make("ul.aims", paper.objectives.map((aim) => make("li", draw(desk, aim.text)))),
    !begun && paper.rules.seed === "student" && drawWho(desk),
    paper.rules.minutes ? drawLimit(desk) : null,
    begun && make("p.lead", wordWork(desk, state)),
    make("div.actions",
      make("button.primary", { type: "submit", id: "primary" }, begun ? desk.say("Continue") : desk.say("Start")),
      begun && press("leave", "quiet", desk.leave, desk.say("Start as someone else"))),
    drawOthers(desk),
    make("p.erase", press("print", "plain", () => window.print(), desk.say("Print on paper"))),
    begun && drawErase(desk));
}

/**
 * @param {Desk} desk
 * @param {Event} event
 */
function enter(desk, event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement | null} */ (find("who"));
  const who = field ? field.value.trim() : "";
  nameless = field !== null && !who;
  if (nameless) {
    desk.change(desk.state, "who");
    desk.announce(desk.say("Write your name or number first."));
    return;
  }
  const { paper, state } = desk;
  const items = listItems(paper, state);
  const undone = (/** @type {Item} */ item) => {
    const { answer, tried } = slotOf(state, item);
    return tried.length === 0 && !(paper.rules.mode === "exam" && isGiven(answer));
  };
  const next = items.find(undone) || items[items.length - 1];
  const stays = desk.visiting && (state.at === RESULTS || items.some((item) => item.id === state.at));
  desk.change(goTo(state, stays ? state.at : next ? next.id : RESULTS), "stem");
}

/** @param {Desk} desk */
function drawWho(desk) {
  const field = make("input", { type: "text", id: "who", autocomplete: "off", maxlength: 80,
    "aria-invalid": nameless ? "true" : null, "aria-describedby": nameless ? "no-name" : null,
    oninput: () => desk.note({ ...desk.state, who: field.value, seed: seedOf(field.value) }) });
  field.value = desk.state.who;
  return make("div.entry", make("label", { for: "who" }, desk.say("Your name or number")),
    make("div.field", field),
    nameless && make("p.trouble", { id: "no-name" }, icon("hint"), desk.say("Write your name or number first.")),
    make("p.guide", desk.say("Your questions are drawn from it. It stays in this browser.")));
}

/**
 * @param {Desk} desk
 * @param {State} state
 */
function wordWork(desk, state) {
  const items = listDrawn(desk.paper, state);
  const count = items.filter((item) => statusOf(desk.paper, state, item) !== "new").length;
  const done = desk.say("{n} of {total} answered", { n: desk.number(count), total: desk.number(items.length) });
  return state.who ? `${state.who}: ${done}` : done;
}

/** @param {Desk} desk */
function drawTerms(desk) {
  const { paper, state } = desk;
  const { rules } = paper;
  const items = listDrawn(paper, state);
  const points = items.reduce((sum, item) => sum + item.points, 0);
  const tries = { n: desk.number(rules.tries) };
  const terms = [
    desk.say("Questions: {n}", { n: desk.number(items.length) }),
    rules.draw && rules.seed === "student" && !state.who ? null : desk.say("Points: {n}", { n: desk.number(points) }),
    rules.mode === "exam" ? desk.say("Feedback at the end") : desk.say("Tries a question: {n}", tries),
    rules.seed === "chance" || state.who ? desk.say("Paper {seed}", { seed: nameSeed(state.seed) }) : null,
  ];
  return make("ul.terms", terms.map((term) => term && make("li", term)));
}

/**
 * Return the way back to what others left on this device.
 * @param {Desk} desk
 */
function drawOthers(desk) {
  if (desk.others.length === 0) return null;
  return make("details.map", make("summary", { id: "others" }, desk.say("Earlier work on this device")),
    make("ul.list", desk.others.map(({ state }, index) =>
      make("li", press(`other--${index}`, "line", () => desk.takeUp(index), wordWork(desk, state))))));
}

/**
 * Return the way to forget all answers; it asks before it does so.
 * @param {Desk} desk
 * @returns {Child}
 */
export function drawErase(desk) {
  if (!desk.erasing) {
    return make("p.erase",
      press("erase", "plain", () => desk.erase("ask"), desk.say("Erase my answers")));
  }
  return make("div.erase.sure", { role: "group", "aria-labelledby": "sure" },
    make("p", { id: "sure" }, desk.say("Erase these answers? This cannot be undone.")),
    press("erase-no", "quiet", () => desk.erase("keep"), desk.say("Keep them")),
    press("erase-yes", "quiet danger", () => desk.erase("erase"), desk.say("Erase")));
}
