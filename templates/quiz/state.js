// @ts-check
/** What is remembered of a quiz, and each way in which it changes: pure, without page, storage or language. */

import { rankIds, shuffleIds } from "./random.js";
import { judge } from "./score.js";

/** @import {Answer, Item, OpenAnswer, Paper, Slot, State, Status, Sureness} from "./types.d.ts" */

/** Where a student is who is at no question: names that no question can have. */
export const START = "/start";
export const RESULTS = "/results";

/**
 * @param {Paper} paper
 * @param {number} seed
 * @returns {State}
 */
export function startState(paper, seed) {
  const slots = Object.fromEntries(paper.items.map((item) => [item.id, newSlot(item)]));
  const clock = { spent: 0, extra: 0, factor: 1 };
  return { version: 2, born: seed, seed, who: "", at: START, only: null, clock, slots };
}

/**
 * @param {Item} item
 * @returns {Slot}
 */
export function newSlot(item) {
  return { hash: item.hash, answer: null, tried: [], hints: 0, flag: false, sure: "", rev: 0 };
}

/**
 * @param {State} state
 * @param {Item} item
 * @returns {Slot}
 */
export function slotOf(state, item) {
  return state.slots[item.id] || newSlot(item);
}

/**
 * Return the answer that was checked last.
 * @param {Slot} slot
 * @returns {Answer | null}
 */
export function lastOf({ tried }) {
  return tried[tried.length - 1] ?? null;
}

/**
 * @param {State} state
 * @param {Item} item
 * @param {Partial<Slot>} part
 * @returns {State}
 */
function setSlot(state, item, part) {
  const old = slotOf(state, item);
  return { ...state, slots: { ...state.slots, [item.id]: { ...old, ...part, rev: old.rev + 1 } } };
}

/** @type {(state: State, at: string) => State} */
export const goTo = (state, at) => ({ ...state, at });

/** @type {(state: State, item: Item, answer: Answer) => State} */
export const setAnswer = (state, item, answer) => setSlot(state, item, { answer });

/** @type {(state: State, item: Item) => State} */
export const takeHint = (state, item) => setSlot(state, item, { hints: slotOf(state, item).hints + 1 });

/** @type {(state: State, item: Item) => State} */
export const flipFlag = (state, item) => setSlot(state, item, { flag: !slotOf(state, item).flag });

/** @type {(state: State, item: Item, sure: Sureness) => State} */
export const setSure = (state, item, sure) => setSlot(state, item, { sure });

/**
 * Check the answer that stands there; an order that was not touched counts as given.
 * @param {State} state
 * @param {Item} item
 */
export function checkAnswer(state, item) {
  const slot = slotOf(state, item);
  const answer = slot.answer || (item.kind === "order" ? orderShown(state, item, slot.answer) : null);
  return setSlot(state, item, { answer, tried: [...slot.tried, answer] });
}

/**
 * Say which criteria of an open question's rubric the answer meets.
 * @param {State} state
 * @param {Item} item
 * @param {string[]} met
 */
export function setMet(state, item, met) {
  const slot = slotOf(state, item);
  const given = /** @type {OpenAnswer | null} */ (slot.answer);
  const answer = { text: given ? given.text : "", met };
  return setSlot(state, item, { answer, tried: [...slot.tried.slice(0, -1), answer] });
}

/**
 * Hand in an exam: every question of this round that is not checked yet is checked as it stands; an order that was not
 * touched is no answer.
 * @param {Paper} paper
 * @param {State} state
 * @returns {State}
 */
export function handIn(paper, state) {
  const open = listItems(paper, state).filter((item) => slotOf(state, item).tried.length === 0);
  const checked = open.reduce((made, item) => setSlot(made, item, { tried: [slotOf(made, item).answer] }), state);
  return goTo(checked, RESULTS);
}

/**
 * Return the numbers of the questions of this round that have no answer.
 * @param {Paper} paper
 * @param {State} state
 */
export function listGaps(paper, state) {
  return listItems(paper, state).flatMap((item, index) => (hasWork(slotOf(state, item)) ? [] : [index + 1]));
}

/**
 * Forget the answers to the questions that were not fully right, and walk through these alone.
 * @param {Paper} paper
 * @param {State} state
 * @returns {State}
 */
export function retryWrong(paper, state) {
  const missed = listMissed(paper, state);
  const cleared = missed.reduce((made, item) => setSlot(made, item, newSlot(item)), state);
  const first = missed[0];
  const clock = { ...state.clock, spent: 0, extra: 0 };
  return { ...cleared, clock, only: missed.map((item) => item.id), at: first ? first.id : RESULTS };
}

/**
 * Whether an answer holds anything: a choice, a filled part, a typed sign.
 * @param {any} answer
 */
export function isGiven(answer) {
  return Object.values(answer ?? {}).some((part) => String(part).trim() !== "");
}

/**
 * Whether a slot holds an answer.
 * @param {any} slot
 */
export function hasWork(slot) {
  return isGiven(slot.answer) || slot.tried.length > 0;
}

/**
 * Whether there is any work in the state.
 * @param {State} state
 */
export function isBegun(state) {
  return Object.values(state.slots).some(hasWork);
}

/**
 * Return `state` with each question as that tab left it which changed it oftener.
 * @param {State} state
 * @param {State} other
 * @returns {State}
 */
export function joinStates(state, other) {
  const slots = { ...state.slots };
  for (const [id, slot] of Object.entries(other.slots)) {
    if (!(slots[id] && slots[id].rev >= slot.rev)) slots[id] = slot;
  }
  return { ...state, slots };
}

/**
 * @param {Paper} paper
 * @param {State} state
 */
export function listMissed(paper, state) {
  return listDrawn(paper, state).filter((item) => shareOfItem(state, item) < 1);
}

/**
 * Return the questions that this student gets, in their order: drawn from the pool, and mixed, by the seed.
 * @param {Paper} paper
 * @param {State} state
 */
export function listDrawn(paper, state) {
  const { draw, shuffle } = paper.rules;
  if (!draw && !shuffle) return paper.items;
  const ids = rankIds(paper.items.map((item) => item.id), state.seed, "/questions").slice(0, draw);
  const drawn = paper.items.filter((item) => ids.includes(item.id));
  return shuffle ? drawn.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) : drawn;
}

/**
 * Return the questions of this round.
 * @param {Paper} paper
 * @param {State} state
 */
export function listItems(paper, state) {
  return listDrawn(paper, state).filter((item) => !state.only || state.only.includes(item.id));
}

/**
 * Return the share of the points that the answer checked last has.
 * @param {State} state
 * @param {Item} item
 */
export function shareOfItem(state, item) {
  return judge(item, lastOf(slotOf(state, item))).share;
}

/**
 * Return the points that the answer checked last has, less what its hints cost.
 * @param {Paper} paper
 * @param {State} state
 * @param {Item} item
 */
export function pointsOf(paper, state, item) {
  const cost = paper.rules.mode === "exam" ? 0 : (slotOf(state, item).hints * paper.rules.hint_cost) / 100;
  return item.points * shareOfItem(state, item) * Math.max(0, 1 - cost);
}

/**
 * Whether no further answer is taken: it is right, the tries are used up, or the exam is handed in.
 * @param {Paper} paper
 * @param {State} state
 * @param {Item} item
 */
export function isDone(paper, state, item) {
  const { tried } = slotOf(state, item);
  if (tried.length === 0) return false;
  const { mode, tries } = paper.rules;
  return mode === "exam" || item.kind === "open" || tried.length >= tries || shareOfItem(state, item) === 1;
}

/**
 * @param {Paper} paper
 * @param {State} state
 * @param {Item} item
 * @returns {Status}
 */
export function statusOf(paper, state, item) {
  const slot = slotOf(state, item);
  if (slot.tried.length === 0) return isGiven(slot.answer) ? "begun" : "new";
  if (!isGiven(lastOf(slot))) return "new";
  const share = shareOfItem(state, item);
  if (share === 1) return "right";
  return share > 0 ? "partly" : "wrong";
}

/**
 * Return an order question's ids as they are shown: as the student put them, else shuffled and not by chance right.
 * @param {State} state
 * @param {import("./types.d.ts").OrderItem} item
 * @param {Answer | null} answer
 * @returns {string[]}
 */
export function orderShown(state, item, answer) {
  if (Array.isArray(answer)) return answer;
  const ids = shuffleIds(item.right, state.seed, item.id);
  return ids.every((id, index) => id === item.right[index]) ? [...ids.slice(1), ...ids.slice(0, 1)] : ids;
}
