// @ts-check
/** What a printed paper shows beside a question: what its lists offer, and the key. */

import { draw, drawRuns, make } from "./dom.js";
import { drawShown } from "./feedback.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Item, Part} from "./types.d.ts" */

/**
 * Return what the gaps with a list offer: on paper no list opens.
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawOffers(desk, item) {
  if (item.kind !== "cloze") return [];
  return item.gaps.map(({ options }) => options &&
    make("p.guide", options.map((option, index) => [index > 0 && " / ", draw(desk, option.text)]).flat(2)));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 */
export function drawKey(desk, item) {
  return make("div.printed-key",
    make("p", make("strong", desk.say("Right answer:")), " ", ...listRight(desk, item).flatMap((part, index) =>
      [index > 0 && "; ", ...part])),
    (item.explanation[desk.lang] || []).map((runs) => make("p", drawRuns(runs))));
}

/**
 * @param {Desk} desk
 * @param {Item} item
 * @returns {Child[][]}
 */
function listRight(desk, item) {
  const shown = (/** @type {Part[]} */ parts, /** @type {string[]} */ ids) =>
    ids.flatMap((id) => parts.filter((part) => part.id === id)).map((part) => draw(desk, part.text));
  const joined = (/** @type {Part[]} */ lefts, /** @type {Part[]} */ rights, /** @type {Record<string, string>} */ key) =>
    lefts.map((part) => [...draw(desk, part.text), " → ", ...(shown(rights, [key[part.id] || ""])[0] || [])]);
  switch (item.kind) {
    case "single":
    case "multiple":
    case "true_false":
      return shown(item.options, item.right);
    case "numeric":
    case "text":
      return [drawShown(desk, item)];
    case "cloze":
      return item.gaps.map((gap) => {
        const key = item.keys[gap.id];
        return gap.options ? (shown(gap.options, key?.right || [])[0] || []) : [(key?.shown?.[desk.lang] || [])[0]];
      });
    case "match":
      return joined(item.lefts, item.rights, item.key);
    case "group":
      return joined(item.parts, item.groups, item.key);
    case "order":
      return shown(item.parts, item.right);
    case "open":
      return (item.sample[desk.lang] || []).map((runs) => drawRuns(runs));
  }
}
