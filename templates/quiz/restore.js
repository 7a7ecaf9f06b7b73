// @ts-check
/** What a browser kept -> the state of the quiz as it is now, and how many answers no longer fit it. */

import { RESULTS, hasWork, listDrawn, listItems, newSlot, startState } from "./state.js";

/** @import {Clock, Gap, Item, Paper, Part, Restored, Slot} from "./types.d.ts" */

const VERSION = 2;
const MOST = 2 ** 32;
/** A hash has signs of the key, which must be the same, and 32 of the wording, of which 12 must (edu/plan/likeness.py). */
const KEY = 12;
const LEAST_ALIKE = KEY + 12;

/**
 * Whether `kept` was written by a later version of the page, which alone knows how to read it.
 * @param {string | null} kept
 */
export function isLater(kept) {
  return parse(kept)?.version > VERSION;
}

/**
 * Return the state that `kept` holds, a new one where it holds none that can be read. An answer to a question that changed is
 * put aside and counted, once; where the change is undone, it is there again.
 * @param {Paper} paper
 * @param {string | null} kept
 * @param {number} seed
 * @returns {Restored}
 */
export function restoreState(paper, kept, seed) {
  const state = startState(paper, seed);
  const old = parse(kept);
  let dropped = 0;
  if (!isRecord(old?.slots)) return { state, dropped };
  state.seed = readNumber(old.seed, seed) >>> 0;
  state.born = readNumber(old.born, state.seed);
  if (typeof old.who === "string") state.who = old.who;
  for (const name of /** @type {(keyof Clock)[]} */ (["spent", "extra", "factor"])) {
    state.clock[name] = readNumber(old.clock?.[name], state.clock[name]);
  }
  const drawn = listDrawn(paper, state).map((item) => item.id);
  for (const [id, slot] of Object.entries(old.slots)) {
    if (!isSlot(slot)) continue;
    const item = paper.items.find((other) => other.id === id);
    const fitted = item ? fitSlot(item, slot) : slot;
    const counts = drawn.includes(id) && hasWork(fitted);
    if (hasWork(slot) && !slot.aside && !counts) dropped += 1;
    state.slots[id] = drawn.includes(id) ? fitted : { ...fitted, aside: true };
  }
  const only = drawn.filter((id) => [old.only].flat().includes(id));
  if (only.length) state.only = only;
  if (listItems(paper, state).some((item) => item.id === old.at)) state.at = old.at;
  else if ([RESULTS, "results"].includes(old.at)) state.at = RESULTS; // as pages said before
  return { state, dropped };
}

/**
 * Return what others left, each as far as it still fits the quiz.
 * @param {Paper} paper
 * @param {string | null} kept
 * @returns {Restored[]}
 */
export function restoreOthers(paper, kept) {
  const list = Object.values(parse(kept) ?? []);
  return list.filter((old) => isRecord(old?.slots)).map((old) => restoreState(paper, JSON.stringify(old), 0));
}

/**
 * @param {string | null} kept
 * @returns {any}
 */
function parse(kept) {
  try {
    return JSON.parse(kept || "null");
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {any} slot
 * @returns {slot is Slot}
 */
function isSlot(slot) {
  return Array.isArray(slot?.tried);
}

/**
 * @param {any} value
 * @param {number} otherwise
 */
function readNumber(value, otherwise) {
  const number = parseFloat(value);
  return number >= 0 && number < MOST ? number : otherwise;
}

/**
 * Return what fits the question of all that was done on it, the last first; the rest stays in `was`.
 * @param {Item} item
 * @param {Slot} slot
 * @returns {Slot}
 */
function fitSlot(item, slot) {
  const all = [slot].concat(slot.was || []).filter(isSlot);
  const found = all.find((old) => fitsSlot(item, old));
  const was = all.filter((old) => old !== found && hasWork(old)).map((old) => ({ ...old, was: undefined }));
  const made = found ? readSlot(item, found) : { ...newSlot(item), flag: slot.flag === true };
  return was.length ? { ...made, was } : made;
}

/**
 * @param {Item} item
 * @param {any} slot
 * @returns {Slot}
 */
function readSlot(item, slot) {
  return {
    ...newSlot(item),
    answer: slot.answer ?? null,
    tried: slot.tried,
    hints: Math.min(item.hints.length, Math.floor(readNumber(slot.hints, Number(slot.hint === true)))),
    flag: slot.flag === true,
    sure: ["sure", "think", "guess"].includes(slot.sure) ? slot.sure : "",
    rev: readNumber(slot.rev, 0),
  };
}

/**
 * @param {Item} item
 * @param {Slot} slot
 */
function fitsSlot(item, slot) {
  const hash = String(slot.hash);
  const alike = [...item.hash].filter((sign, index) => sign === hash[index]).length;
  return hash.slice(0, KEY) === item.hash.slice(0, KEY) && alike >= Math.min(LEAST_ALIKE, item.hash.length)
    && [slot.answer, ...slot.tried].every((answer) => fitsAnswer(item, answer ?? null));
}

/**
 * @param {Item} item
 * @param {any} answer
 */
function fitsAnswer(item, answer) {
  if (answer === null) return true;
  switch (item.kind) {
    case "single":
    case "true_false":
    case "multiple":
      return isListOf(answer, item.options) && (item.kind === "multiple" || answer.length < 2);
    case "order":
      return isListOf(answer, item.parts) && answer.length === item.parts.length;
    case "numeric":
    case "text":
      return typeof answer.text === "string";
    case "open":
      return typeof answer.text === "string" && Array.isArray(answer.met);
    case "cloze":
      return hasParts(answer, item.gaps);
    case "match":
      return hasParts(answer, item.lefts, item.rights);
    case "group":
      return hasParts(answer, item.parts, item.groups);
  }
}

/**
 * @param {any} answer
 * @param {Gap[]} parts
 * @param {Part[]} [targets]
 */
function hasParts(answer, parts, targets) {
  return isRecord(answer) && parts.every(({ id, options }) => isOneOf(answer[id], targets || options));
}

/**
 * @param {any} value
 * @param {Part[]} parts
 */
function isListOf(value, parts) {
  return Array.isArray(value) && new Set(value).size === value.length && value.every((id) => isOneOf(id || 0, parts));
}

/**
 * @param {any} value
 * @param {Part[]} [parts]
 */
function isOneOf(value, parts) {
  return value === undefined || value === "" || (parts ? parts.some(({ id }) => id === value) : typeof value === "string");
}
