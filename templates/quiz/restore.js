// @ts-check
/** What a browser kept -> the state of the quiz as it is now, and how many answers no longer fit it. */

import { listDrawn, newSlot, startState } from "./state.js";

/** @import {Answer, Clock, Item, Paper, Restored, Slot, State} from "./types.d.ts" */

/**
 * Return the state that `kept` holds, a new one where it holds none that can be read; answers to questions that changed are
 * dropped and counted.
 * @param {Paper} paper
 * @param {string | null} kept
 * @param {number} seed
 * @returns {Restored}
 */
export function restoreState(paper, kept, seed) {
  const fresh = startState(paper, seed);
  const old = parse(kept);
  const fits = old && [1, 2].includes(old.version) && Number.isInteger(old.seed) && isRecord(old.slots);
  if (!old || !fits) return { state: fresh, dropped: 0 };
  const slots = Object.fromEntries(paper.items.map((item) => [item.id, fitSlot(item, own(old.slots, item.id))]));
  const used = Object.keys(old.slots).filter((id) => hasWork(own(old.slots, id)));
  const ids = paper.items.map((item) => item.id);
  const only = Array.isArray(old.only) ? ids.filter((id) => old.only.includes(id)) : null;
  const at = ["start", "results", ...ids].includes(old.at) ? old.at : "start";
  const state = {
    ...fresh,
    seed: old.seed >>> 0,
    who: typeof old.who === "string" ? old.who : "",
    at,
    only: only && only.length ? only : null,
    clock: fitClock(old.clock, fresh.clock),
    slots,
  };
  const still = listDrawn(paper, state).filter((item) => hasWork(slots[item.id]));
  return { state, dropped: used.length - still.length };
}

/**
 * @param {any} clock
 * @param {Clock} fresh
 * @returns {Clock}
 */
function fitClock(clock, fresh) {
  const fits = isRecord(clock) && Object.keys(fresh).every((name) => Number.isFinite(clock[name]) && clock[name] >= 0);
  return fits ? { spent: clock.spent, extra: clock.extra, factor: clock.factor } : fresh;
}

/**
 * Return what others left, each as far as it still fits the quiz.
 * @param {Paper} paper
 * @param {string | null} kept
 * @returns {Restored[]}
 */
export function restoreOthers(paper, kept) {
  const list = parse(`{"list":${kept || "[]"}}`)?.list;
  return Array.isArray(list) ? list.map((old) => restoreState(paper, JSON.stringify(old), 0)) : [];
}

/** @param {string | null} kept */
function parse(kept) {
  try {
    const value = JSON.parse(kept || "null");
    return isRecord(value) ? value : null;
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
 * @param {Record<string, any>} record
 * @param {string} name
 */
function own(record, name) {
  return Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}

/** @param {any} slot */
function hasWork(slot) {
  return isRecord(slot) && (slot.answer !== null || (Array.isArray(slot.tried) && slot.tried.length > 0));
}

/**
 * @param {Item} item
 * @param {any} slot
 * @returns {Slot}
 */
function fitSlot(item, slot) {
  if (!isRecord(slot) || slot.hash !== item.hash || !Array.isArray(slot.tried)) return newSlot(item);
  const fits = [slot.answer, ...slot.tried].every((answer) => answer === null || fitsAnswer(item, answer));
  if (!fits) return newSlot(item);
  const taken = Number.isInteger(slot.hints) ? slot.hints : Number(slot.hint === true);
  const hints = Math.min(item.hints.length, Math.max(0, taken));
  const sure = ["sure", "think", "guess"].includes(slot.sure) ? slot.sure : "";
  return { hash: item.hash, answer: slot.answer, tried: slot.tried, hints, flag: slot.flag === true, sure };
}

/**
 * @param {Item} item
 * @param {any} answer
 * @returns {answer is Answer}
 */
function fitsAnswer(item, answer) {
  switch (item.kind) {
    case "single":
    case "true_false":
    case "multiple":
      return isListOf(answer, item.options.map((part) => part.id));
    case "order":
      return isListOf(answer, item.right) && answer.length === item.right.length;
    case "numeric":
    case "text":
      return isRecord(answer) && typeof answer.text === "string";
    case "open":
      return isRecord(answer) && typeof answer.text === "string" && isListOf(answer.met, item.rubric.map((line) => line.id));
    case "cloze":
    case "match":
    case "group":
      return isRecord(answer) && Object.values(answer).every((value) => typeof value === "string");
  }
}

/**
 * @param {any} value
 * @param {string[]} ids
 */
function isListOf(value, ids) {
  return Array.isArray(value) && new Set(value).size === value.length && value.every((id) => ids.includes(id));
}
