// @ts-check
/** Which slide follows which, apart from the page: ids in their order. */

/** @typedef {"on" | "back" | "first" | "last"} Step */

/**
 * Return the id that a step leads to from `at`; at the ends it stays.
 * @param {string[]} ids
 * @param {string} at
 * @param {Step} step
 */
export function findNext(ids, at, step) {
  const index = Math.max(0, ids.indexOf(at));
  const places = { on: index + 1, back: index - 1, first: 0, last: ids.length - 1 };
  return ids[Math.min(ids.length - 1, Math.max(0, places[step]))] || "";
}

/**
 * Return the id that an address names (`#made/agenda`), or the first one.
 * @param {string[]} ids
 * @param {string} hash
 */
export function findNamed(ids, hash) {
  let name = hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // no address of ours
  }
  return ids.includes(name) ? name : ids[0] || "";
}

/**
 * Return the width at which a page fits into the room.
 * @param {{ width: number, height: number }} page
 * @param {number} width
 * @param {number} height
 */
export function fitPage(page, width, height) {
  return Math.max(80, Math.floor(Math.min(width, (height * page.width) / page.height)));
}
