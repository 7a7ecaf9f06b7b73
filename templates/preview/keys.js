// @ts-check
/** Shows over a page where each of its texts is translated and which are not, and copies the source text of one. */

import { listBlocks } from "./blocks.js";
import { PAGES, find, frame, inner } from "./frame.js";
import { hideLabel, showLabel, tellCopied } from "./label.js";
import { STATES, findKeys, makeTable, sortKeys } from "./match.js";

/** @import {Key, Table} from "./match.js" */

const CONTROLS = "a, button, input, label, select, summary, [aria-hidden=true], [tabindex]";
const on = /** @type {HTMLInputElement} */ (find("keys-on"));
/** @type {Table[]} */
let tables = [];
/** @type {string[]} */
let tags = [];
/** How often the keys were asked for: an answer that a later one overtook is thrown away. */
let turn = 0;
/** @type {WeakMap<Element, Key[]>} */
const keysOf = new WeakMap();
/** @type {WeakSet<Document>} */
const followed = new WeakSet();

async function load() {
  const page = inner();
  turn += 1;
  const mine = turn;
  if (!page) return;
  const name = page.location.pathname.slice(PAGES.length);
  const found = name.includes("/") ? await ask(name) : {};
  if (mine !== turn) return;
  tags = Object.keys(found);
  tables = Object.values(found).map(makeTable);
  follow(page);
  paint(page.document);
}

/**
 * Return the keys of a page by language; none where the server has ended.
 * @param {string} name
 * @returns {Promise<Record<string, Key[]>>}
 */
async function ask(name) {
  try {
    return await (await fetch(`/.keys/${name}`)).json();
  } catch {
    return {};
  }
}

/** @param {Window & typeof globalThis} page */
function follow(page) {
  const shown = page.document;
  if (followed.has(shown)) return;
  followed.add(shown);
  const sheet = new page.CSSStyleSheet(); // the page's policy lets no style element in
  sheet.replaceSync(/** @type {HTMLTemplateElement} */ (find("paint")).content.textContent || "");
  shown.adoptedStyleSheets = [...shown.adoptedStyleSheets, sheet];
  let waiting = 0;
  new MutationObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => paint(shown), 50);
  }).observe(shown.body, { childList: true, characterData: true, subtree: true });
  shown.addEventListener("pointerover", (event) => point(findUnder(shown, event)));
  shown.documentElement.addEventListener("pointerleave", () => point(null));
  shown.addEventListener("scroll", () => point(null), true);
  shown.addEventListener("focusin", (event) => takeFocus(/** @type {Element} */ (event.target)));
  shown.addEventListener("focusout", () => point(null));
  shown.addEventListener("click", (event) => takeClick(page, event), true);
  shown.addEventListener("keydown", (event) => takeKey(page, event), true);
}

/**
 * Return the keys of a block in the language that it is in: a quiz is in one of several, a slide in one or, below, the second.
 * Where a slide has nothing in the second, the text may lack that translation.
 * @param {Element} block
 * @param {string} text
 */
function findBlockKeys(block, text) {
  const [first, second] = tables;
  const slides = inner()?.location.pathname.endsWith(".web.html");
  const meant = !slides ? [tables[tags.indexOf(block.ownerDocument.documentElement.lang)]]
    : block.closest(".second") ? [second] : block.querySelector(".second") ? [first] : [first, second];
  return sortKeys(meant.flatMap((table) => (table ? findKeys(table, text) : [])));
}

/**
 * Mark each block of the page that has keys; nothing else of it changes.
 * @param {Document} page
 */
function paint(page) {
  const blocks = on.checked ? listBlocks(page) : new Map();
  /** @type {Set<Element>} */
  const marked = new Set();
  for (const [block, text] of blocks) {
    const keys = findBlockKeys(block, text);
    if (keys[0]) {
      marked.add(block);
      keysOf.set(block, keys);
      mark(block, keys[0].state);
    }
  }
  for (const old of page.querySelectorAll("[data-key]")) if (!marked.has(old)) unmark(old);
  count(marked);
}

/**
 * @param {Element} block
 * @param {string} state
 */
function mark(block, state) {
  if (block.getAttribute("data-key") !== state) block.setAttribute("data-key", state);
  if (block.closest(CONTROLS)) return;
  block.setAttribute("tabindex", "0");
  block.setAttribute("data-key-stop", "");
}

/** @param {Element} block */
function unmark(block) {
  if (block.hasAttribute("data-key-stop")) block.removeAttribute("tabindex");
  for (const name of ["data-key", "data-key-stop", "data-key-here"]) block.removeAttribute(name);
}

/** @param {Set<Element>} marked */
function count(marked) {
  const keys = [...marked].flatMap((block) => keysOf.get(block) || []);
  for (const state of STATES) {
    const texts = new Set(keys.filter((key) => key.state === state).map((key) => `${key.file}:${key.line} ${key.msgid}`));
    const item = /** @type {HTMLElement} */ (document.querySelector(`#key-counts .${state}`));
    if (state === "source") item.hidden = !texts.size;
    /** @type {Element} */ (item.querySelector("b")).textContent = String(texts.size);
  }
}

/**
 * Return the marked block at the pointer; a link without words may lie over it.
 * @param {Document} page
 * @param {MouseEvent} event
 */
function findUnder(page, event) {
  const pile = page.elementsFromPoint(event.clientX, event.clientY);
  const top = pile.find((element) => element.localName !== "a" || element.textContent);
  return top ? top.closest("[data-key]") : null;
}

/**
 * Return the marked block that an element with the focus is, stands in, or is labelled by.
 * @param {Element} element
 */
function findFocused(element) {
  const labels = /** @type {HTMLInputElement} */ (element).labels;
  const around = labels && labels[0] ? labels[0] : element;
  return element.closest("[data-key]") || (around.matches("[data-key]") ? around : around.matches("label, button, a")
    ? around.querySelector("[data-key]") : null);
}

/** @param {Element | null} block */
function point(block) {
  const page = inner();
  const before = page && page.document.querySelector("[data-key-here]");
  if (before && before !== block) before.removeAttribute("data-key-here");
  const keys = block && on.checked && keysOf.get(block);
  if (!block || !keys) return hideLabel();
  block.setAttribute("data-key-here", "");
  showLabel(block, keys);
}

/** @param {Element} target */
function takeFocus(target) {
  if (target.matches(":focus-visible")) point(findFocused(target));
}

/**
 * @param {Window} page
 * @param {MouseEvent} event
 */
function takeClick(page, event) {
  const target = /** @type {Element} */ (event.target);
  if (target.matches("input, select, textarea")) return; // a click on the label has been told
  copy(page, event.detail ? findUnder(page.document, event) : findFocused(target));
}

/**
 * @param {Window} page
 * @param {KeyboardEvent} event
 */
function takeKey(page, event) {
  if (event.key === "Escape") point(null);
  const target = /** @type {Element} */ (event.target);
  if (event.key !== "Enter" || !on.checked || target.matches("a, button, summary")) return;
  const ours = target.matches("[data-key]") && !target.matches("input, select");
  if (ours) {
    event.preventDefault();
    event.stopPropagation();
  }
  copy(page, findFocused(target));
}

/**
 * @param {Window} page
 * @param {Element | null} block
 */
async function copy(page, block) {
  const keys = (block && on.checked && keysOf.get(block)) || [];
  if (!keys[0]) return;
  let copied = true;
  try {
    await page.navigator.clipboard.writeText(keys[0].msgid);
  } catch {
    copied = false;
  }
  tellCopied(keys, copied);
}

frame.addEventListener("load", load);
document.addEventListener("told", load);
on.addEventListener("change", () => {
  const page = inner();
  point(null);
  if (page) paint(page.document);
});
