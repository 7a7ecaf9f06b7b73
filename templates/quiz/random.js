// @ts-check
/** A seed and a name -> an order that is always the same for them, in every language. */

/**
 * Return the seed that a student's name or number gives: the same however it is typed.
 * @param {string} who
 */
export function seedOf(who) {
  return hashText(who.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " "));
}

/**
 * Return a seed as it is shown.
 * @param {number} seed
 */
export function nameSeed(seed) {
  return seed.toString(36).toUpperCase();
}

/** @param {string} text */
function hashText(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * Return numbers from 0 up to 1, drawn by mulberry32.
 * @param {number} seed
 */
function makeDice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Return the ids in the order of `seed` and `name` (Fisher and Yates over the sorted ids); how they stood does not matter.
 * @param {string[]} ids
 * @param {number} seed
 * @param {string} name
 */
export function shuffleIds(ids, seed, name) {
  const made = [...ids].sort((a, b) => (a < b ? -1 : 1));
  const dice = makeDice((seed ^ hashText(name)) >>> 0);
  for (let index = made.length - 1; index > 0; index -= 1) {
    const other = Math.floor(dice() * (index + 1));
    const [one, two] = [made[index], made[other]];
    if (one !== undefined && two !== undefined) [made[index], made[other]] = [two, one];
  }
  return made;
}

/**
 * Return the ids in an order of `seed` and `name` in which one id more moves no other.
 * @param {string[]} ids
 * @param {number} seed
 * @param {string} name
 */
export function rankIds(ids, seed, name) {
  const ranks = new Map(ids.map((id) => [id, makeDice((seed ^ hashText(`${name}/${id}`)) >>> 0)()]));
  return [...ids].sort((a, b) => (ranks.get(a) || 0) - (ranks.get(b) || 0) || (a < b ? -1 : 1));
}

/** Return a new seed: 32 bits of chance. */
export function drawSeed() {
  const drawn = globalThis.crypto ? crypto.getRandomValues(new Uint32Array(1))[0] : undefined;
  return drawn === undefined ? Math.floor(Math.random() * 4294967296) : drawn;
}
