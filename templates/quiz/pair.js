// @ts-check
/** Questions that give each part one of several others: pairs, and parts sorted into groups; either can be carried too. */

import { letCarry } from "./drag.js";
import { draw, drawChip, drawPick, flat, make } from "./dom.js";
import { badge, notes } from "./mark.js";
import { shuffleIds } from "./random.js";
import { judge } from "./score.js";
import { isDone, lastOf, setAnswer, slotOf } from "./state.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, GroupItem, Mark, MatchItem, Part} from "./types.d.ts" */
/** @typedef {{answer: Record<string, string>, marks: Record<string, Mark>, checked: boolean, done: boolean}} Hand */

/**
 * @param {Desk} desk
 * @param {MatchItem | GroupItem} item
 * @returns {Hand}
 */
function readHand(desk, item) {
  const slot = slotOf(desk.state, item);
  return {
    answer: /** @type {Record<string, string>} */ (slot.answer || {}),
    marks: judge(item, lastOf(slot)).marks,
    checked: slot.tried.length > 0,
    done: isDone(desk.paper, desk.state, item),
  };
}

/**
 * @param {Desk} desk
 * @param {MatchItem} item
 */
export function drawMatch(desk, item) {
  const hand = readHand(desk, item);
  const rights = inOrder(item.rights, desk.state.seed, item.id);
  return drawRows(desk, item, item.lefts, rights, item.lefts.map((part) => {
    const id = `${item.id}--${part.id}`;
    const options = rights.map((right) => {
      const { text, lang } = flat(desk, right.text);
      return make("option", { value: right.id, lang, dir: lang && "auto" }, text);
    });
    const select = make("select", {
      id,
      disabled: hand.done,
      onchange: () => desk.keep(item, { ...readHand(desk, item).answer, [part.id]: select.value }),
    }, make("option", { value: "" }, desk.say("Choose …")), options);
    select.value = hand.answer[part.id] || "";
    return make(`div.row${look(hand, part)}`,
      make("label", { for: id }, draw(desk, part.text)), drawPick(select), drawMark(desk, item, hand, part, item.rights));
  }));
}

/**
 * @param {Desk} desk
 * @param {GroupItem} item
 */
export function drawGroup(desk, item) {
  const hand = readHand(desk, item);
  const parts = inOrder(item.parts, desk.state.seed, item.id);
  return drawRows(desk, item, parts, item.groups, parts.map((part) => make(`fieldset.row${look(hand, part)}`,
    make("legend", draw(desk, part.text)),
    make("div.chips", item.groups.map((group) => {
      const id = `${item.id}--${part.id}--${group.id}`;
      const input = make("input", {
        type: "radio",
        name: `${item.id}--${part.id}`,
        id,
        disabled: hand.done,
        onchange: () => desk.keep(item, { ...readHand(desk, item).answer, [part.id]: group.id }),
      });
      input.checked = hand.answer[part.id] === group.id;
      return drawChip(input, draw(desk, group.text));
    })),
    drawMark(desk, item, hand, part, item.groups))));
}

/**
 * Return the rows of parts; above them what they can be given, as tiles to carry onto a row, or to carry a row onto.
 * @param {Desk} desk
 * @param {MatchItem | GroupItem} item
 * @param {Part[]} parts
 * @param {Part[]} targets
 * @param {HTMLElement[]} rows
 */
function drawRows(desk, item, parts, targets, rows) {
  const { answer, done } = readHand(desk, item);
  if (done) return make("div.rows", rows);
  const tiles = targets.map(({ id, text }) =>
    make(`span.tile.grip${Object.values(answer).includes(id) ? ".used" : ""}`, draw(desk, text)));
  const give = (/** @type {number} */ row, /** @type {number} */ tile) => {
    const next = { ...readHand(desk, item).answer, [parts[row]?.id || ""]: targets[tile]?.id || "" };
    desk.change(setAnswer(desk.state, item, next));
  };
  tiles.forEach((tile, index) => letCarry(tile, rows, (row) => give(row, index)));
  rows.forEach((row, index) => letCarry(row, tiles, (tile) => give(index, tile)));
  return make("div.rows.loose", make("div.tiles", { "aria-hidden": "true" },
    make("p.guide", desk.say("Drag these to the rows, or choose in each row:")), tiles), rows);
}

/**
 * @param {Hand} hand
 * @param {Part} part
 */
function look(hand, part) {
  if (!hand.checked) return "";
  return hand.marks[part.id] === "right" ? ".is-right" : ".is-wrong";
}

/**
 * @param {Desk} desk
 * @param {MatchItem | GroupItem} item
 * @param {Hand} hand
 * @param {Part} part
 * @param {Part[]} targets
 * @returns {Child[]}
 */
function drawMark(desk, item, hand, part, targets) {
  if (!hand.checked) return [];
  const mark = hand.marks[part.id] || "none";
  const target = targets.find((other) => other.id === item.key[part.id]);
  const told = hand.done && mark !== "right" && target ? draw(desk, target.text) : null;
  const feedback = mark === "right" ? undefined : item.feedback[part.id];
  return [badge(desk, mark), notes(desk, `${item.id}--${part.id}--note`, feedback, told)];
}

/**
 * @param {Part[]} parts
 * @param {number} seed
 * @param {string} name
 */
function inOrder(parts, seed, name) {
  const ids = shuffleIds(parts.map((part) => part.id), seed, name);
  return ids.map((id) => parts.find((part) => part.id === id)).filter((part) => part !== undefined);
}
