// @ts-check
/** Says where texts are translated: in a label beside one, and in a line when it is copied. */

import { find, frame } from "./frame.js";

/** @import {Key} from "./match.js" */

const label = find("key-label");
const told = find("key-told");

/** @param {Key} key */
function wordPlace(key) {
  return key.line ? `${key.file}:${key.line}` : key.file;
}

/**
 * Return the keys by their entries: the same text may stand at several trails.
 * @param {Key[]} keys
 */
function groupKeys(keys) {
  /** @type {Map<string, Key[]>} */
  const groups = new Map();
  for (const key of keys) {
    const name = `${wordPlace(key)}\n${key.msgid}`;
    groups.set(name, [...(groups.get(name) || []), key]);
  }
  return [...groups.values()];
}

/** @param {string} state */
function wordState(state) {
  return /** @type {Element} */ (document.querySelector(`#key-counts .${state} .word`)).textContent || "";
}

/** @param {Key[]} keys */
function drawEntry(keys) {
  const [first] = /** @type {[Key]} */ (keys);
  const head = document.createElement("p");
  const word = document.createElement("strong");
  const place = document.createElement("code");
  word.textContent = wordState(first.state);
  place.textContent = wordPlace(first);
  head.append(word, " ", place);
  const trails = keys.map((key) => {
    const line = document.createElement("p");
    const trail = document.createElement("code");
    trail.textContent = key.trail;
    line.append(trail);
    return line;
  });
  return [head, ...trails];
}

/**
 * Show the label of a block below it, or above where there is no room.
 * @param {Element} block
 * @param {Key[]} keys
 */
export function showLabel(block, keys) {
  label.replaceChildren(...groupKeys(keys).flatMap(drawEntry));
  label.hidden = false;
  const around = frame.getBoundingClientRect();
  const box = block.getBoundingClientRect();
  const below = around.top + box.bottom + 6;
  const above = around.top + box.top - 6 - label.offsetHeight;
  const top = below + label.offsetHeight > window.innerHeight && above > 0 ? above : below;
  const left = Math.min(around.left + box.left, window.innerWidth - label.offsetWidth - 8);
  label.style.top = `${Math.max(4, Math.min(top, window.innerHeight - label.offsetHeight - 4))}px`;
  label.style.left = `${Math.max(4, left)}px`;
}

export function hideLabel() {
  label.hidden = true;
}

/**
 * Tell the text that was copied, and each entry that it may be from.
 * @param {Key[]} keys
 * @param {boolean} copied
 */
export function tellCopied(keys, copied) {
  const [first] = /** @type {[Key]} */ (keys);
  const places = [...new Set(keys.map(wordPlace))].join(", ");
  const words = (copied ? told.dataset.copied : told.dataset.refused) || "";
  told.textContent = words.replace(/\{(text|place)\}/g, (_, name) => (name === "text" ? first.msgid : places));
}
