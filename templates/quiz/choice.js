// @ts-check
/** Questions with options: one right, several right, true or false. */

import { draw, find, make } from "./dom.js";
import { badge, notes } from "./mark.js";
import { shuffleIds } from "./random.js";
import { judge } from "./score.js";
import { isDone, lastOf, slotOf } from "./state.js";

/** @import {ChoiceItem, Desk, Mark, Part} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {ChoiceItem} item
 */
export function drawChoice(desk, item) {
  const ids = item.options.map((part) => part.id);
  const order = item.shuffle ? shuffleIds(ids, desk.state.seed, item.id) : ids;
  const options = order.map((id) => item.options.find((part) => part.id === id)).filter((part) => part !== undefined);
  return make(`div.options.${item.kind}`,
    item.kind === "multiple" && make("p.guide", desk.say("Choose all that are right.")),
    options.map((part) => drawOption(desk, item, part)));
}

/**
 * @param {Desk} desk
 * @param {ChoiceItem} item
 * @param {Part} part
 */
function drawOption(desk, item, part) {
  const slot = slotOf(desk.state, item);
  const done = isDone(desk.paper, desk.state, item);
  const chosen = /** @type {string[]} */ (slot.answer || []);
  const last = lastOf(slot);
  const mark = judge(item, last).marks[part.id] || "none";
  const missed = done && mark === "none" && item.right.includes(part.id);
  const id = `${item.id}--${part.id}`;
  const note = mark !== "none" || missed ? notes(desk, `${id}--note`, item.feedback[part.id], null) : null;
  const input = make("input", {
    type: item.kind === "multiple" ? "checkbox" : "radio",
    name: item.id,
    id,
    value: part.id,
    disabled: done,
    "aria-describedby": note && note.id,
    onchange: () => desk.keep(item, readChosen(item)),
  });
  input.checked = chosen.includes(part.id);
  return make(`div.option${look(mark, missed)}`,
    make("label", { for: id }, input, make("span.wording", draw(desk, part.text)),
      mark !== "none" && badge(desk, mark), missed && badge(desk, "right", desk.say("Right answer"))),
    note);
}

/**
 * @param {Mark} mark
 * @param {boolean} missed
 */
function look(mark, missed) {
  if (mark !== "none") return `.is-${mark}`;
  return missed ? ".is-missed" : "";
}

/** @param {ChoiceItem} item */
function readChosen(item) {
  return item.options.map((part) => part.id).filter((id) => {
    const input = /** @type {HTMLInputElement | null} */ (find(`${item.id}--${id}`));
    return input !== null && input.checked;
  });
}
