// @ts-check
/** Bytes -> the modules of a QR code (ISO/IEC 18004): byte mode, error correction L, versions 1 to 15. Pure. */

/** Codewords of correction in a block, and blocks, of level L, by version from 1. */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6];

/**
 * Return the rows of a code that holds `bytes`; true is dark. At most 520 bytes fit.
 * @param {Uint8Array} bytes
 * @returns {boolean[][]}
 */
export function encodeQr(bytes) {
  let version = 1;
  while (countData(version) * 8 < bytes.length * 8 + 4 + (version < 10 ? 8 : 16)) version += 1;
  const words = interleave(version, packBytes(version, bytes));
  return fillIn(drawFrame(version), words);
}

/** @param {number} version */
function countModules(version) {
  const align = Math.floor(version / 7) + 2;
  const cut = version < 2 ? 0 : (25 * align - 10) * align - 55;
  return (16 * version + 128) * version + 64 - cut - (version < 7 ? 0 : 36);
}

/** @param {number} version */
function countData(version) {
  const at = version - 1;
  return Math.floor(countModules(version) / 8) - (CORRECTION[at] || 0) * (BLOCKS[at] || 0);
}

/**
 * @param {number} version
 * @param {Uint8Array} bytes
 */
function packBytes(version, bytes) {
  /** @type {number[]} */
  const bits = [];
  const put = (/** @type {number} */ value, /** @type {number} */ length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  const room = countData(version) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 236; bits.length < room; pad ^= 253) put(pad, 8);
  return Array.from({ length: room / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));
}

/**
 * @param {number} a
 * @param {number} b
 */
function multiply(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  return product;
}

/**
 * Return the Reed-Solomon codewords of a block.
 * @param {number[]} block
 * @param {number} count
 */
function correct(block, count) {
  const divisor = [...Array(count - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < count; step += 1) {
    for (let at = 0; at < count; at += 1) divisor[at] = multiply(divisor[at], root) ^ (divisor[at + 1] || 0);
    root = multiply(root, 2);
  }
  return block.reduce((rest, word) => {
    const factor = word ^ (rest[0] || 0);
    return divisor.map((value, at) => (rest[at + 1] || 0) ^ multiply(value, factor));
  }, /** @type {number[]} */ (Array(count).fill(0)));
}

/**
 * @param {number} version
 * @param {number[]} data
 */
function interleave(version, data) {
  const count = BLOCKS[version - 1] || 1;
  const extra = CORRECTION[version - 1] || 0;
  const short = Math.floor(data.length / count);
  const longs = data.length % count;
  let from = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const to = from + short + (at >= count - longs ? 1 : 0);
    const block = data.slice(from, to);
    from = to;
    return block;
  });
  const mix = (/** @type {number[][]} */ lists, /** @type {number} */ length) =>
    Array.from({ length }, (_, at) => lists.filter((list) => at < list.length).map((list) => list[at] || 0)).flat();
  return [...mix(blocks, short + 1), ...mix(blocks.map((block) => correct(block, extra)), extra)];
}

/**
 * Return the rows with all that is no data; null is a free module.
 * @param {number} version
 * @returns {(boolean | null)[][]}
 */
function drawFrame(version) {
  const size = version * 4 + 17;
  /** @type {(boolean | null)[][]} */
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ dark) => {
    const row = rows[y];
    if (row && x >= 0 && x < size) row[x] = dark;
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [x, y] of /** @type {[number, number][]} */ ([[3, 3], [size - 4, 3], [3, size - 4]])) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) set(x + dx, y + dy, ![2, 4].includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
  const places = alignAt(version);
  const last = places.length - 1;
  places.forEach((x, i) => places.forEach((y, j) => {
    if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  }));
  markFormat(rows);
  if (version >= 7) {
    let rest = version;
    for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let bit = 0; bit < 18; bit += 1) {
      const dark = ((bits >>> bit) & 1) === 1;
      const [a, b] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(a, b, dark);
      set(b, a, dark);
    }
  }
  return rows;
}

/** @param {number} version */
function alignAt(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const size = version * 4 + 17;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const found = Array.from({ length: count - 1 }, (_, at) => size - 7 - at * step);
  return [6, ...found.reverse()];
}

/**
 * Write level L and mask 0 beside the finders.
 * @param {(boolean | null)[][]} rows
 */
function markFormat(rows) {
  const size = rows.length;
  const data = 8;
  let rest = data;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {boolean} */ dark) => {
    const row = rows[y];
    if (row) row[x] = dark;
  };
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = ((bits >>> bit) & 1) === 1;
    set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, dark);
    set(bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit, 8, dark);
  }
  set(8, size - 8, true);
}

/**
 * Return the rows with the data in their free modules, turned by mask 0: a reader knows all eight, and one is enough for text.
 * @param {(boolean | null)[][]} rows
 * @param {number[]} words
 * @returns {boolean[][]}
 */
function fillIn(rows, words) {
  const size = rows.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = rows[y];
        if (!row || row[x] !== null) continue;
        const word = words[bit >>> 3] || 0;
        row[x] = (((word >>> (7 - (bit & 7))) & 1) === 1) !== ((x + y) % 2 === 0);
        bit += 1;
      }
    }
  }
  return rows.map((row) => row.map(Boolean));
}
