// @ts-check
/** The time limit: longer for who needs it, or off; told sparsely; never without a way to more (WCAG 2.2.1). */

import { drawPick, make, press } from "./dom.js";
import { RESULTS, START, isDone, listItems } from "./state.js";

/** @import {Desk, Paper, State} from "./types.d.ts" */

const FACTORS = [1, 1.25, 1.5, 2, 3, 0];
const MORE = 300;
const MOST_EXTENSIONS = 12;
const TOLD = [600, 300, 60];
const NEAR_END = 60;

/**
 * Return the seconds that are left; null where there is no limit.
 * @param {Paper} paper
 * @param {State} state
 */
export function timeLeft(paper, state) {
  const { spent, extra, factor } = state.clock;
  return paper.rules.minutes && factor ? Math.max(0, paper.rules.minutes * 60 * factor + extra - spent) : null;
}

/**
 * Whether questions are being answered: before and after, no time counts.
 * @param {Paper} paper
 * @param {State} state
 */
export function isUnderWay(paper, state) {
  return state.at !== START && state.at !== RESULTS && listItems(paper, state).some((item) => !isDone(paper, state, item));
}

/**
 * Return the state after `seconds` more.
 * @param {State} state
 * @param {number} seconds
 * @returns {State}
 */
export function passTime(state, seconds) {
  return { ...state, clock: { ...state.clock, spent: state.clock.spent + seconds } };
}

/**
 * @param {State} state
 * @param {number} seconds
 * @returns {State}
 */
function addTime(state, seconds) {
  return { ...state, clock: { ...state.clock, extra: state.clock.extra + seconds } };
}

/**
 * Return the choice of how long the quiz may take.
 * @param {Desk} desk
 */
export function drawLimit(desk) {
  const minutes = desk.paper.rules.minutes || 0;
  const list = make("select", { id: "limit", onchange: () => desk.change(
    { ...desk.state, clock: { ...desk.state.clock, factor: Number(list.value) } }, "limit") },
  FACTORS.map((factor) => make("option", { value: factor }, factor
    ? desk.say("{n} min", { n: desk.number(minutes * factor) }) : desk.say("No time limit"))));
  list.value = String(desk.state.clock.factor);
  return make("div.entry.limit", make("label", { for: "limit" }, desk.say("Time")), drawPick(list));
}

/**
 * Return the clock of the page's bar.
 * @param {Desk} desk
 */
export function drawClock(desk) {
  const left = timeLeft(desk.paper, desk.state);
  if (left === null || !isUnderWay(desk.paper, desk.state)) return "";
  const seconds = String(Math.floor(left % 60)).padStart(2, "0");
  return desk.say("{time} left", { time: `${Math.floor(left / 60)}:${seconds}` });
}

/**
 * Return what is to be told now that `left` seconds are left where there were `before`; "" for nothing.
 * @param {Desk} desk
 * @param {number} before
 * @param {number} left
 */
export function wordTime(desk, before, left) {
  if (left === 0) return desk.say("The time is up.");
  const mark = TOLD.find((seconds) => left <= seconds && before > seconds);
  return mark ? desk.say("Minutes left: {n}", { n: desk.number(mark / 60) }) : "";
}

/**
 * Return the offer of more time near the end; null before.
 * @param {Desk} desk
 */
export function drawMoreTime(desk) {
  const left = timeLeft(desk.paper, desk.state);
  const used = desk.state.clock.extra >= MORE * MOST_EXTENSIONS;
  if (left === null || left > NEAR_END || used || !isUnderWay(desk.paper, desk.state)) return null;
  return make("p", left > 0 ? desk.say("The time is nearly up.") : desk.say("The time is up."), " ",
    press("more-time", "quiet", () => desk.change(addTime(desk.state, MORE), "clock"),
      desk.say("{n} more minutes", { n: desk.number(MORE / 60) })));
}
