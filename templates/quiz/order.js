// @ts-check
/** Questions that set parts in order, with a button up and a button down for each. */

import { draw, fill, flat, icon, make } from "./dom.js";
import { badge } from "./mark.js";
import { judge } from "./score.js";
import { isDone, orderShown, setAnswer, slotOf } from "./state.js";

/** @import {Desk, OrderItem} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {OrderItem} item
 */
export function drawOrder(desk, item) {
  const slot = slotOf(desk.state, item);
  const ids = orderShown(desk.state, item, slot.answer);
  const last = slot.tried[slot.tried.length - 1];
  const told = last && same(last, ids) ? judge(item, last).marks : {};
  const done = isDone(desk.paper, desk.state, item);
  return make("div", {}, make("ol", { class: "order" }, ids.map((id, index) => {
    const mark = told[rightAt(item, index)] || "none";
    return make("li", { class: mark === "none" ? null : `is-${mark}`, value: index + 1 },
      make("span", { class: "place", "aria-hidden": "true" }, desk.number(index + 1)),
      make("span", { class: "wording" }, drawPart(desk, item, id)),
      mark !== "none" && badge(desk, mark),
      !done && make("span", { class: "moves" }, drawMove(desk, item, ids, index, -1), drawMove(desk, item, ids, index, 1)));
  })), done && !Object.values(told).every((mark) => mark === "right") && drawKey(desk, item));
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
  return make("div", { class: "right-order" }, make("p", {}, make("strong", {}, desk.say("The right order:"))),
    make("ol", {}, item.right.map((id) => make("li", {}, drawPart(desk, item, id)))));
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
  const part = item.parts.find((other) => other.id === id);
  const name = part ? flat(desk, part.text).text : id;
  const to = index + step;
  const label = step < 0 ? desk.say("Move up: {text}") : desk.say("Move down: {text}");
  return make("button", {
    type: "button",
    class: "move",
    id: `${item.id}--${id}--${step < 0 ? "up" : "down"}`,
    "aria-label": fill(label, { text: name }),
    "aria-disabled": to < 0 || to >= ids.length ? "true" : null,
    onclick: () => {
      if (to < 0 || to >= ids.length) return;
      const moved = [...ids];
      moved.splice(to, 0, ...moved.splice(index, 1));
      desk.change(setAnswer(desk.state, item, moved));
      const place = { text: name, n: desk.number(to + 1), total: desk.number(ids.length) };
      desk.announce(fill(desk.say("{text}: now {n} of {total}"), place));
    },
  }, icon(step < 0 ? "up" : "down"));
}
