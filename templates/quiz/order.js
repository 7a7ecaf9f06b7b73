// @ts-check
/** Questions that set parts in order: a button up and a button down for each, which can be carried too. */

import { letCarry } from "./drag.js";
import { draw, flat, icon, make } from "./dom.js";
import { badge } from "./mark.js";
import { judge } from "./score.js";
import { isDone, lastOf, orderShown, setAnswer, shareOfItem, slotOf } from "./state.js";

/** @import {Desk, OrderItem} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {OrderItem} item
 */
export function drawOrder(desk, item) {
  const slot = slotOf(desk.state, item);
  const ids = orderShown(desk.state, item, slot.answer);
  const last = lastOf(slot);
  const told = last && same(last, ids) ? judge(item, last).marks : {};
  const done = isDone(desk.paper, desk.state, item);
  const rows = ids.map((id, index) => {
    const mark = told[rightAt(item, index)] || "none";
    return make(`li.is-${mark}`, { value: index + 1 },
      make("span.place.grip", { "aria-hidden": "true" }, desk.number(index + 1)),
      make("span.wording", drawPart(desk, item, id)),
      mark !== "none" && badge(desk, mark),
      !done && make("span.moves", drawMove(desk, item, ids, index, -1), drawMove(desk, item, ids, index, 1)));
  });
  if (!done) rows.forEach((row, index) => letCarry(row, rows, (to) => movePart(desk, item, ids, index, to)));
  const wrong = done && shareOfItem(desk.state, item) < 1;
  return make("div", make(`ol.order${done ? "" : ".loose"}`, rows), wrong && drawKey(desk, item));
}

/**
 * @param {OrderItem} item
 * @param {number} index
 */
function rightAt(item, index) {
  return item.right[index] || "";
}

/**
 * @param {unknown} answer
 * @param {string[]} ids
 */
function same(answer, ids) {
  return Array.isArray(answer) && answer.every((id, index) => id === ids[index]);
}

/**
 * @param {Desk} desk
 * @param {OrderItem} item
 * @param {string} id
 */
function drawPart(desk, item, id) {
  const part = item.parts.find((other) => other.id === id);
  return part ? draw(desk, part.text) : [];
}

/**
 * @param {Desk} desk
 * @param {OrderItem} item
 */
function drawKey(desk, item) {
  return make("div.right-order", make("p", make("strong", desk.say("The right order:"))),
    make("ol", item.right.map((id) => make("li", drawPart(desk, item, id)))));
}

/**
 * Return the button that moves the part at `index` by `step`; the focus goes with the part.
 * @param {Desk} desk
 * @param {OrderItem} item
 * @param {string[]} ids
 * @param {number} index
 * @param {1 | -1} step
 */
function drawMove(desk, item, ids, index, step) {
  const id = ids[index] || "";
  const name = namePart(desk, item, id);
  const to = index + step;
  return make("button.move", {
    id: `${item.id}--${id}--${step < 0 ? "up" : "down"}`,
    "aria-label": step < 0 ? desk.say("Move up: {text}", { text: name }) : desk.say("Move down: {text}", { text: name }),
    "aria-disabled": to < 0 || to >= ids.length ? "true" : null,
    onclick: () => movePart(desk, item, ids, index, to),
  }, icon(step < 0 ? "up" : "down"));
}

/**
 * Move the part at `index` to the place `to`, where there is one.
 * @param {Desk} desk
 * @param {OrderItem} item
 * @param {string[]} ids
 * @param {number} index
 * @param {number} to
 */
function movePart(desk, item, ids, index, to) {
  if (to < 0 || to >= ids.length) return;
  const moved = [...ids];
  moved.splice(to, 0, ...moved.splice(index, 1));
  desk.change(setAnswer(desk.state, item, moved));
  const text = namePart(desk, item, ids[index] || "");
  desk.announce(desk.say("{text}: now {n} of {total}", { text, n: desk.number(to + 1), total: desk.number(ids.length) }));
}

/**
 * @param {Desk} desk
 * @param {OrderItem} item
 * @param {string} id
 */
function namePart(desk, item, id) {
  const part = item.parts.find((other) => other.id === id);
  return part ? flat(desk, part.text).text : id;
}
