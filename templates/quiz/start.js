// @ts-check
/** The page before the first question: what the quiz is about, and the way in. */

import { draw, fill, make, press } from "./dom.js";
import { goTo, listItems, slotOf } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk} from "./types.d.ts" */

/** @param {Desk} desk */
export function drawStart(desk) {
  const { paper, state } = desk;
  const items = listItems(paper, state);
  const begun = paper.items.some((item) => slotOf(state, item).answer !== null || slotOf(state, item).tried.length > 0);
  const next = items.find((item) => slotOf(state, item).tried.length === 0) || items[items.length - 1];
  return make("div", { class: "start" },
    make("p", { class: "over" }, draw(desk, paper.course_title)),
    make("h1", { id: "stem", tabindex: -1 }, draw(desk, paper.title)),
    paper.intro && make("p", { class: "lead" }, draw(desk, paper.intro)),
    drawTerms(desk),
    make("h2", {}, desk.say("What you will practice")),
    make("ul", { class: "aims" }, paper.objectives.map((aim) => make("li", {}, draw(desk, aim.text)))),
    make("div", { class: "actions" }, press("primary", "primary",
      () => desk.change(goTo(state, next ? next.id : "results"), "stem"), begun ? desk.say("Continue") : desk.say("Start"))),
    begun && drawErase(desk));
}

/** @param {Desk} desk */
function drawTerms(desk) {
  const { paper } = desk;
  const points = paper.items.reduce((sum, item) => sum + item.points, 0);
  const exam = paper.mode === "exam";
  const tries = { n: desk.number(paper.tries) };
  return make("ul", { class: "terms" },
    make("li", {}, fill(desk.say("Questions: {n}"), { n: desk.number(paper.items.length) })),
    make("li", {}, fill(desk.say("Points: {n}"), { n: desk.number(points) })),
    make("li", {}, exam ? desk.say("Feedback at the end") : fill(desk.say("Tries a question: {n}"), tries)));
}

/**
 * Return the way to forget all answers; it asks before it does so.
 * @param {Desk} desk
 * @returns {Child}
 */
export function drawErase(desk) {
  if (!desk.erasing) {
    return make("p", { class: "erase" },
      press("erase", "plain", () => desk.erase("ask"), desk.say("Erase my answers")));
  }
  return make("div", { class: "erase sure", role: "group", "aria-labelledby": "sure" },
    make("p", { id: "sure" }, desk.say("Erase all answers on this device? This cannot be undone.")),
    press("erase-no", "quiet", () => desk.erase("keep"), desk.say("Keep them")),
    press("erase-yes", "quiet danger", () => desk.erase("erase"), desk.say("Erase")));
}
