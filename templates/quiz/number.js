// @ts-check
/** A typed number -> its value, or its two values where it can be read in two ways. */

/** @import {Reading} from "./types.d.ts" */
/** @typedef {{values: Partial<Record<Reading, number>>, percent: boolean}} Numeral */

const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];
const UNSEEN = /[\u200b-\u200e]|\u200f|\u2060|\ufeff/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const CURRENCY = /^(cn¥|rmb|cny|us\$|usd|eur|[¥$€£₩₹])|(元|rmb|cny|usd|eur|[¥$€£₩₹])$/g;
const PERCENT = /^百分之|(%|٪|per ?cent)$/;
/** @type {Record<string, number>} */
const TIMES = {
  百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12,
  hundred: 1e2, thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, k: 1e3,
};
const SEGMENT = new RegExp(`([0-9][0-9.,' ]*|[.,][0-9]+)((?: *(?:${Object.keys(TIMES).join("|")}))*)[ ,]*(?:and )?`, "y");
const WORD = new RegExp(Object.keys(TIMES).join("|"), "g");

/**
 * Return the readings of `text`: none where it is no number, one, or two where a point or comma may part decimals or thousands.
 * `units` are the names of the unit that the student may have typed too.
 * @param {string} text
 * @param {string[]} units
 * @returns {Numeral}
 */
export function readNumber(text, units) {
  const plain = stripUnits(tidy(text), units);
  const percent = PERCENT.test(plain);
  const bare = plain.replace(PERCENT, "").trim();
  const [, sign, digits] = /^([-+]?) *(.*)$/.exec(bare) || ["", "", ""];
  const point = readSum(digits || "", "point");
  const group = readSum(digits || "", "group");
  /** @type {Numeral["values"]} */
  const values = {};
  const turn = sign === "-" ? -1 : 1;
  if (point !== null) values.point = turn * point;
  if (group !== null && group !== point) values.group = turn * group;
  return { values, percent };
}

/** @param {string} text */
function tidy(text) {
  const narrow = text.normalize("NFKC").replace(UNSEEN, "").replace(DASHES, "-");
  const western = Array.from(narrow, toDigit).join("").replace(/٫/g, ".").replace(/٬/g, ",").replace(/[’＇]/g, "'");
  return western.toLowerCase().replace(/\s+/g, " ").trim();
}

/** @param {string} char */
function toDigit(char) {
  const code = char.codePointAt(0) || 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? char : String(code - zero);
}

/**
 * @param {string} text
 * @param {string[]} units
 */
function stripUnits(text, units) {
  const unit = units.map(tidy).find((name) => name && !PERCENT.test(name) && text.endsWith(name));
  const bare = unit ? text.slice(0, -unit.length).trim() : text;
  const multiplier = unit && Object.keys(TIMES).some((word) => unit.startsWith(word));
  return (multiplier ? bare : bare.replace(CURRENCY, "")).trim();
}

/**
 * Return the sum of stretches such as `1亿2000万`, each smaller than the one before; null where `text` is no number.
 * @param {string} text
 * @param {Reading} reading
 */
function readSum(text, reading) {
  let total = 0;
  let least = Infinity;
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < text.length) {
    const found = SEGMENT.exec(text);
    const digits = found && readDigits((found[1] || "").trim().replace(/,$/, ""), reading);
    if (!found || digits === null) return null;
    const times = ((found[2] || "").match(WORD) || []).reduce((made, word) => made * (TIMES[word] || 1), 1);
    if (times >= least || digits * times >= least || (times === 1 && digits * 10 < least && least < Infinity)) return null;
    total += digits * times;
    least = times;
  }
  return least === Infinity ? null : total;
}

/**
 * @param {string} text
 * @param {Reading} reading
 * @returns {number | null}
 */
function readDigits(text, reading) {
  const joined = /^[0-9]{1,3}([ '][0-9]{3})+(?![0-9])/.test(text) ? text.replace(/[ ']/g, "") : text;
  if (!/^[0-9.,]*[0-9][0-9.,]*$/.test(joined)) return null;
  const last = Math.max(joined.lastIndexOf("."), joined.lastIndexOf(","));
  if (last < 0) return Number(joined);
  const mark = joined.charAt(last);
  const [before, after] = [joined.slice(0, last), joined.slice(last + 1)];
  const other = mark === "." ? "," : ".";
  if (before.includes(mark)) return before.includes(other) ? null : readGroups(joined, mark);
  if (before.includes(other)) return decimal(readGroups(before, other), after);
  const both = /^[1-9][0-9]{0,2}$/.test(before) && after.length === 3;
  return both && reading === "group" ? Number(before + after) : decimal(Number(before || 0), after);
}

/**
 * @param {number | null} whole
 * @param {string} after
 */
function decimal(whole, after) {
  return whole === null ? null : Number(`${whole}.${after || 0}`);
}

/**
 * @param {string} text
 * @param {string} mark
 */
function readGroups(text, mark) {
  const groups = text.split(mark);
  const even = groups.every((group, index) => (index ? group.length === 3 : group.length > 0 && group.length <= 3));
  const indian = groups.every((group, index) =>
    index === groups.length - 1 ? group.length === 3 : group.length === 2 || (index === 0 && group.length === 1));
  return even || indian ? Number(groups.join("")) : null;
}
