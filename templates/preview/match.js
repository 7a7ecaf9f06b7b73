// @ts-check
/** A text as a page shows it -> the keys that it is made from. */

/**
 * @typedef {{texts: string[], trail: string, msgid: string, file: string, line: number, state: string}} Key
 * @typedef {{exact: Map<string, Key[]>, parts: string[], known: Map<string, Key[]>}} Table
 */

/** From the one that is to be done first. */
export const STATES = ["missing", "fuzzy", "held", "translated", "source"];

/** How much a text must weigh to be looked for within another, and how much of that one must be found. */
const LEAST = 8;
const SHARE = 0.5;

/**
 * Return the text without white space and marks of direction, which pages set as they need.
 * @param {string} text
 */
export function squeeze(text) {
  return text.normalize("NFC").replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, "");
}

/**
 * Return the room that a text takes: two for a wide character, one for others.
 * @param {string} text
 */
function weigh(text) {
  return [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);
}

/**
 * @param {Key[]} keys
 * @returns {Table}
 */
export function makeTable(keys) {
  /** @type {Map<string, Key[]>} */
  const exact = new Map();
  for (const key of keys) {
    for (const text of key.texts.map(squeeze)) {
      if (text) exact.set(text, [...(exact.get(text) || []), key]);
    }
  }
  const parts = [...exact.keys()].filter((text) => weigh(text) >= LEAST).sort((one, other) => other.length - one.length);
  return { exact, parts, known: new Map() };
}

/**
 * Return the keys of a text: those of exactly this text, else of the longest ones that most of it is made of.
 * @param {Table} table
 * @param {string} text
 */
export function findKeys(table, text) {
  const whole = squeeze(text);
  const known = table.known.get(whole);
  if (known) return known;
  const found = table.exact.get(whole) || findParts(table, whole);
  const keys = [...new Set(found)];
  table.known.set(whole, keys);
  return keys;
}

/**
 * Return the keys with those first that most is to be done for.
 * @param {Key[]} keys
 */
export function sortKeys(keys) {
  return [...keys].sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
}

/**
 * @param {Table} table
 * @param {string} whole
 */
function findParts(table, whole) {
  let left = whole;
  const found = table.parts.filter((part) => {
    if (!left.includes(part)) return false;
    left = left.split(part).join("\n");
    return true;
  });
  const covered = 1 - weigh(left.replace(/\n/g, "")) / weigh(whole);
  return covered < SHARE ? [] : found.flatMap((part) => table.exact.get(part) || []);
}
