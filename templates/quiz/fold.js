// @ts-check
/** A typed answer -> the form in which two answers are compared; the same as edu/plan/fold.py. */

/** @type {[RegExp, string][]} */
const MARKS = [
  [/[\u2018\u2019\u201b\u02bc\u2032`\u00b4]/g, "'"],
  [/[\u201c\u201d\u201f\u201e\u2033\u300c\u300d\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u03c2/g, "\u03c3"],
];
const UNSEEN = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|\ufe0e|\ufe0f|\ufeff/g;
const SPACES = /[ \t\n\r\f\v\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const WIDE = "\u2e80-\u2fff\u3001-\u303f\u3040-\u30ff\u3100-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff";
const GAP_AFTER = new RegExp(`([${WIDE}]) `, "g");
const GAP_BEFORE = new RegExp(` ([${WIDE}])`, "g");
const END = /[.,;:!?\u3001\u3002\u00b7]+$/;
const EDGES = /^ +| +$/g;

/** @param {string} text */
function setMarks(text) {
  return MARKS.reduce((made, [mark, plain]) => made.replace(mark, plain), text);
}

/**
 * @param {string} text
 * @returns {string}
 */
export function foldText(text) {
  const narrow = setMarks(setMarks(text).normalize("NFKC").toLowerCase());
  const spaced = narrow.replace(UNSEEN, "").replace(SPACES, " ").replace(EDGES, "");
  const joined = spaced.replace(GAP_AFTER, "$1").replace(GAP_BEFORE, "$1");
  return joined.replace(END, "").replace(EDGES, "") || joined;
}
