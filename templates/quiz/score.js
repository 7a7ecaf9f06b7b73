// @ts-check
/** A question and an answer -> which parts are right, and what share of the points that is. No page, no language. */

import { foldText } from "./fold.js";
import { readNumber } from "./number.js";
import { textOf } from "./runs.js";

/** @import {Answer, ClozeItem, Item, Mark, NumberAnswer, NumericItem, OpenAnswer, Verdict} from "./types.d.ts" */

/**
 * Return the verdict on `answer`; null is no answer.
 * @param {Item} item
 * @param {Answer | null} answer
 * @returns {Verdict}
 */
export function judge(item, answer) {
  if (answer === null) return { share: 0, marks: {} };
  switch (item.kind) {
    case "single":
    case "true_false":
    case "multiple":
      return judgeChoice(item, /** @type {string[]} */ (answer));
    case "numeric":
      return whole(isNumberRight(item, /** @type {NumberAnswer} */ (answer)));
    case "text":
      return whole(item.accepted.includes(foldText(/** @type {NumberAnswer} */ (answer).text)));
    case "cloze":
      return judgeParts(item, item.gaps.map((gap) => gap.id), (id) => markGap(item, id, pick(answer, id)));
    case "match":
      return judgeParts(item, item.lefts.map((part) => part.id), (id) => markId(item.key[id], pick(answer, id)));
    case "group":
      return judgeParts(item, item.parts.map((part) => part.id), (id) => markId(item.key[id], pick(answer, id)));
    case "order":
      return judgeParts(item, item.right, (id) => markId(id, /** @type {string[]} */ (answer)[item.right.indexOf(id)]));
    case "open":
      return judgeOpen(item, /** @type {OpenAnswer} */ (answer));
  }
}

/**
 * @param {Answer} answer
 * @param {string} id
 */
function pick(answer, id) {
  return /** @type {Record<string, string>} */ (answer)[id];
}

/**
 * @param {boolean} right
 * @returns {Verdict}
 */
function whole(right) {
  return { share: right ? 1 : 0, marks: { "": right ? "right" : "wrong" } };
}

/**
 * @param {string | undefined} key
 * @param {string | undefined} given
 * @returns {Mark}
 */
function markId(key, given) {
  if (!given) return "none";
  return given === key ? "right" : "wrong";
}

/**
 * @param {ClozeItem} item
 * @param {string} id
 * @param {string | undefined} given
 * @returns {Mark}
 */
export function markGap(item, id, given) {
  const key = item.keys[id];
  if (!given || !key) return "none";
  const right = key.right ? key.right.includes(given) : (key.accepted || []).includes(foldText(given));
  return right ? "right" : "wrong";
}

/**
 * The share of `right` and `wrong` ones among `all` by the question's scoring rule.
 * @param {Item} item
 * @param {number} right
 * @param {number} wrong
 * @param {number} all
 */
function shareOf(item, right, wrong, all) {
  switch (item.scoring) {
    case "all_or_nothing":
      return right === all && wrong === 0 ? 1 : 0;
    case "each_right":
      return right / all;
    case "right_minus_wrong":
      return Math.max(0, right - wrong) / all;
  }
}

/**
 * @param {import("./types.d.ts").ChoiceItem} item
 * @param {string[]} chosen
 * @returns {Verdict}
 */
function judgeChoice(item, chosen) {
  /** @type {Verdict["marks"]} */
  const marks = {};
  for (const id of chosen) marks[id] = item.right.includes(id) ? "right" : "wrong";
  if (item.kind !== "multiple") return { share: chosen.some((id) => marks[id] === "right") ? 1 : 0, marks };
  const right = chosen.filter((id) => marks[id] === "right").length;
  return { share: shareOf(item, right, chosen.length - right, item.right.length), marks };
}

/**
 * @param {Item} item
 * @param {string[]} ids
 * @param {(id: string) => Mark} mark
 * @returns {Verdict}
 */
function judgeParts(item, ids, mark) {
  /** @type {Verdict["marks"]} */
  const marks = {};
  for (const id of ids) marks[id] = mark(id);
  const count = (/** @type {Mark} */ sort) => ids.filter((id) => marks[id] === sort).length;
  return { share: shareOf(item, count("right"), count("wrong"), ids.length), marks };
}

/**
 * @param {import("./types.d.ts").OpenItem} item
 * @param {OpenAnswer} answer
 * @returns {Verdict}
 */
function judgeOpen(item, answer) {
  const met = item.rubric.filter((line) => answer.met.includes(line.id));
  const points = met.reduce((sum, line) => sum + line.points, 0);
  return { share: points / item.points, marks: Object.fromEntries(met.map((line) => [line.id, "right"])) };
}

/**
 * Return the number that the student means, in the unit that is asked for; null where it is none or may be two.
 * @param {NumericItem} item
 * @param {NumberAnswer} answer
 */
export function valueOf(item, answer) {
  const { values, percent } = readAnswer(item, answer);
  const found = answer.reading ? values[answer.reading] : undefined;
  const value = found ?? (values.group === undefined ? values.point : undefined);
  return value === undefined ? null : value / (percent && !item.percent ? 100 : 1);
}

/**
 * @param {NumericItem} item
 * @param {NumberAnswer} answer
 */
export function readAnswer(item, answer) {
  const units = Object.values(item.unit || {}).map((runs) => runs.map(textOf).join(""));
  return readNumber(answer.text, units);
}

/**
 * @param {NumericItem} item
 * @param {number} value
 * @param {number} key
 */
export function isNear(item, value, key) {
  return Math.abs(value - key) <= item.tolerance + 1e-9 * Math.max(1, Math.abs(key));
}

/**
 * @param {NumericItem} item
 * @param {NumberAnswer} answer
 */
function isNumberRight(item, answer) {
  const value = valueOf(item, answer);
  return value !== null && isNear(item, value, item.answer);
}
