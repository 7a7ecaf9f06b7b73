// @ts-check
/** Questions that give each part one of several others: pairs, and parts sorted into groups. */

import { draw, flat, make } from "./dom.js";
import { badge, notes } from "./mark.js";
import { shuffleIds } from "./random.js";
import { judge } from "./score.js";
import { isDone, slotOf } from "./state.js";

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
    marks: judge(item, slot.tried[slot.tried.length - 1] || null).marks,
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
  return make("div", { class: "rows" }, item.lefts.map((part) => {
    const id = `${item.id}--${part.id}`;
    const options = rights.map((right) => {
      const { text, lang } = flat(desk, right.text);
      return make("option", { value: right.id, lang }, text);
    });
    const select = make("select", {
      id,
      disabled: hand.done,
      onchange: () => desk.keep(item, { ...readHand(desk, item).answer, [part.id]: select.value }),
    }, make("option", { value: "" }, desk.say("Choose …")), options);
    select.value = hand.answer[part.id] || "";
    return make("div", { class: `row${look(hand, part)}` },
      make("label", { for: id }, draw(desk, part.text)), select, drawMark(desk, item, hand, part, item.rights));
  }));
}

/**
 * @param {Desk} desk
 * @param {GroupItem} item
 */
export function drawGroup(desk, item) {
  const hand = readHand(desk, item);
  const parts = inOrder(item.parts, desk.state.seed, item.id);
  return make("div", { class: "rows" }, parts.map((part) => make("fieldset", { class: `row${look(hand, part)}` },
    make("legend", {}, draw(desk, part.text)),
    make("div", { class: "chips" }, item.groups.map((group) => {
      const id = `${item.id}--${part.id}--${group.id}`;
      const input = make("input", {
        type: "radio",
        name: `${item.id}--${part.id}`,
        id,
        disabled: hand.done,
        onchange: () => desk.keep(item, { ...readHand(desk, item).answer, [part.id]: group.id }),
      });
      input.checked = hand.answer[part.id] === group.id;
      return make("label", { class: "chip", for: id }, input, make("span", {}, draw(desk, group.text)));
    })),
    drawMark(desk, item, hand, part, item.groups))));
}

/**
 * @param {Hand} hand
 * @param {Part} part
 */
function look(hand, part) {
  if (!hand.checked) return "";
  return hand.marks[part.id] === "right" ? " is-right" : " is-wrong";
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
