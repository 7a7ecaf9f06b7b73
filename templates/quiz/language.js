// @ts-check
/** The languages of the page: their names, their switch, and which one this reader chose. */

import { find, make, root } from "./dom.js";
import { keep, readKept } from "./store.js";

/** @import {Language, Paper} from "./types.d.ts" */

/**
 * Return a language's name in itself.
 * @param {Language} language
 * @param {Language[]} all
 */
function nameOf(language, all) {
  const base = language.tag.split("-")[0] || language.tag;
  const alone = all.filter((other) => other.tag.split("-")[0] === base).length === 1;
  const tag = alone ? base : language.tag;
  try {
    return new Intl.DisplayNames([language.tag], { type: "language" }).of(tag) || language.tag;
  } catch {
    return language.tag;
  }
}

/** @param {Paper} paper */
function keyOf(paper) {
  return `edu:${paper.course}:${paper.quiz}:language:${paper.lang}`;
}

/**
 * Return the language to open in: the one last chosen in this file, else the file's own.
 * @param {Paper} paper
 */
export function openingLanguage(paper) {
  const kept = readKept(keyOf(paper));
  return paper.languages.some((language) => language.id === kept) && kept !== null ? kept : paper.lang;
}

/**
 * Return the switch between the languages: a button each; they stay the same nodes, so that the focus stays too.
 * @param {Paper} paper
 * @param {(lang: string) => void} choose
 */
export function drawSwitch(paper, choose) {
  return paper.languages.map((language) => make("button", {
    lang: language.tag,
    id: `language--${language.id}`,
    onclick: () => {
      keep(keyOf(paper), language.id);
      choose(language.id);
    },
  }, nameOf(language, paper.languages)));
}

/**
 * Set the page's language and direction, and mark the button of `lang`.
 * @param {Paper} paper
 * @param {string} lang
 */
export function showLanguage(paper, lang) {
  for (const language of paper.languages) {
    const button = find(`language--${language.id}`);
    if (button) button.setAttribute("aria-pressed", String(language.id === lang));
    if (language.id === lang) {
      root.lang = language.tag;
      root.dir = language.dir;
    }
  }
}
