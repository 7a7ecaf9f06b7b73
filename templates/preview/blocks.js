// @ts-check
/** A page -> its blocks of text: the elements that hold a paragraph each, with what it says. */

const INLINE = "a, abbr, b, bdi, code, em, i, strong, sub, sup";
const APART = ".gap, text";
const SILENT = "script, style, template, noscript, textarea";

/**
 * Return what each block says; a picture says its alternative text.
 * @param {Document} page
 * @returns {Map<Element, string>}
 */
export function listBlocks(page) {
  /** @type {Map<Element, string>} */
  const said = new Map();
  /** @type {Map<Element, Element | null>} */
  const known = new Map();
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    const block = nodeValue && nodeValue.trim() && parentElement ? findBlock(parentElement, known) : null;
    if (block) said.set(block, (said.get(block) || "") + nodeValue);
  }
  for (const picture of page.querySelectorAll("img[alt], [role=img][aria-label]")) {
    said.set(picture, picture.getAttribute("alt") || picture.getAttribute("aria-label") || "");
  }
  return said;
}

/**
 * Return the nearest element that stands apart from the text round it.
 * @param {Element} element
 * @param {Map<Element, Element | null>} known
 * @returns {Element | null}
 */
function findBlock(element, known) {
  let block = known.get(element);
  if (block === undefined) {
    block = element.matches(SILENT) ? null : standsApart(element) ? element
      : element.parentElement && findBlock(element.parentElement, known);
    known.set(element, block);
  }
  return block;
}

/** @param {Element} element */
function standsApart(element) {
  if (element.matches(APART)) return true;
  const { display } = getComputedStyle(element);
  return !["inline", "contents"].includes(display) && !(display === "inline-block" && element.matches(INLINE));
}
