// @ts-check
/** Makes nodes from names, attributes and texts; a text never becomes markup. */

import { langOf, textOf } from "./runs.js";

/** @import {Desk, Run, Text} from "./types.d.ts" */
/**
 * @template {string} Name
 * @typedef {Name extends `${infer Tag extends keyof HTMLElementTagNameMap}.${string}` ? HTMLElementTagNameMap[Tag]
 *   : Name extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Name] : HTMLElement} Named
 */
/** @typedef {Node | string | null | false | undefined} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} Attributes */

/**
 * Return an element named like `p` or, with classes, `p.lead.is-right`, with attributes and children. An attribute
 * `onclick` listens, `true` stands alone, and `false`, null and undefined leave it out. A button sends no form by itself.
 * @template {string} Name
 * @param {Name} name
 * @param {(Attributes | Child | Child[])[]} parts
 * @returns {Named<Name>}
 */
export function make(name, ...parts) {
  const [tag = "", ...classes] = name.split(".");
  const element = /** @type {Named<Name>} */ (document.createElement(tag));
  if (classes[0]) element.className = classes.join(" ");
  if (tag === "button") element.setAttribute("type", tag);
  for (const part of parts.flat()) {
    if (part instanceof Node || typeof part === "string") element.append(markForeign(part));
    else if (part) setAttributes(element, part);
  }
  return element;
}

/** How the writer starts one of our own words that is not translated: an isolate, so that it keeps its order (UAX #9). */
const FOREIGN = "\u2066";

/**
 * Return a child; an own word that is not translated says which language it is in.
 * @param {Node | string} part
 */
function markForeign(part) {
  const foreign = typeof part === "string" && part.startsWith(FOREIGN);
  return foreign ? make("span", { lang: "en" }, document.createTextNode(part)) : part;
}

/**
 * @param {Element} element
 * @param {Attributes} attributes
 */
function setAttributes(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if ((value ?? false) !== false) element.setAttribute(key, String(value));
  }
}

/**
 * Return a button.
 * @param {string} id
 * @param {string} look
 * @param {() => void} onclick
 * @param {(Child | Child[])[]} children
 */
export function press(id, look, onclick, ...children) {
  return make(`button.${look}`, { id, onclick }, ...children);
}

/**
 * Return a radio button that looks like a key to press.
 * @param {HTMLInputElement} input
 * @param {Child[]} wording
 */
export function drawChip(input, wording) {
  return make("label.chip", { for: input.id }, input, make("span", wording));
}

/**
 * Return a drop-down that shows its choice in full, however long that is: it lies unseen over the text.
 * @param {HTMLSelectElement} list
 */
export function drawPick(list) {
  const shown = make("span", { "aria-hidden": "true" });
  const show = () => {
    const [option] = list.selectedOptions;
    shown.replaceChildren(option ? make("span", { lang: option.lang || null, dir: option.dir || null }, option.text) : "");
  };
  list.addEventListener("input", show);
  show();
  return make("span.pick", shown, list);
}

/** @type {Record<string, string>} */
const PATHS = {
  right: "M4 10.5l4 4 8-9",
  wrong: "M5 5l10 10M15 5L5 15",
  partly: "M4 10h12",
  up: "M10 16V5M5 9.5L10 4.5l5 5",
  down: "M10 4v11M5 10.5l5 5 5-5",
  flag: "M5 18V3.5h9l-2 4 2 4H5",
  hint: "M7 15h6M8 17.5h4M10 2.5a5 5 0 0 1 3 9c-.6.5-.8 1-.8 1.5H7.8c0-.5-.2-1-.8-1.5a5 5 0 0 1 3-9z",
};

/**
 * Return a drawn sign of 20 × 20 that screen readers skip: its meaning is always said in words too.
 * @param {string} name
 */
export function icon(name) {
  return drawSvg("svg", { viewBox: "0 0 20 20", class: `icon icon-${name}`, "aria-hidden": "true" },
    drawSvg("path", { d: PATHS[name] || "" }));
}

/**
 * Return an element of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 */
export function drawSvg(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

export const root = document.documentElement;

/**
 * Return the element with that id.
 * @param {string} id
 */
export function find(id) {
  return document.getElementById(id);
}

/** Where the marks end that start no line: they stay with the gap before them. */
const OTHER = /[^，。、；：？！”’）》」』,.;:?!)]|$/;

/**
 * Return the nodes of one paragraph; text in another language says so, and keeps the direction of its own.
 * @param {Run[]} runs
 * @param {(id: string) => Child} [blank]
 * @returns {Child[]}
 */
export function drawRuns(runs, blank) {
  const lang = langOf(runs);
  let marks = "";
  const nodes = runs.map((run, index) => {
    const text = textOf(run).slice(marks.length);
    marks = "";
    if (typeof run === "string") return text;
    if (!run.blank) return drawRun(run, text, lang);
    const next = textOf(runs[index + 1] || "");
    marks = next.slice(0, next.search(OTHER));
    return make("span.whole", blank ? blank(run.blank) : "____", marks);
  });
  return lang ? [make("span", { lang, dir: "auto" }, nodes)] : nodes;
}

/**
 * @param {Exclude<Run, string>} run
 * @param {string} text
 * @param {string | undefined} around
 * @returns {Child}
 */
function drawRun(run, text, around) {
  const { lang } = run;
  /** @type {Node | string} */
  let node = text;
  if (run.code) node = make("code", node);
  if (run.emphasis) node = make("em", node);
  if (run.bold) node = make("strong", node);
  if (run.href) node = make("a", { href: run.href, target: "_blank", rel: "noopener noreferrer" }, node);
  return lang && lang !== around ? make("span", { lang, dir: "auto" }, node) : node;
}

/**
 * Return the nodes of a paragraph in the reader's language.
 * @param {Desk} desk
 * @param {Text} text
 */
export function draw(desk, text) {
  return drawRuns(text[desk.lang] || []);
}

/**
 * Return a paragraph as plain text, and the language of it where it is all in another one.
 * @param {Desk} desk
 * @param {Text} text
 */
export function flat(desk, text) {
  const runs = text[desk.lang] || [];
  return { text: runs.map(textOf).join(""), lang: langOf(runs) || undefined };
}
