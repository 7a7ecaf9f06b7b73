// @ts-check
/** Free answers, which the student sets against a sample by a rubric. */

import { draw, drawRuns, make } from "./dom.js";
import { setMet, slotOf } from "./state.js";

/** @import {Desk, OpenAnswer, OpenItem} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {OpenItem} item
 */
export function drawOpen(desk, item) {
  const slot = slotOf(desk.state, item);
  const answer = /** @type {OpenAnswer} */ (slot.answer || { text: "", met: [] });
  const id = `${item.id}--entry`;
  const area = make("textarea", {
    id,
    readonly: slot.tried.length > 0,
    oninput: () => desk.keep(item, { text: area.value, met: answer.met }),
  });
  area.value = answer.text;
  return make("div.entry",
    make("label", { for: id }, desk.say("Your answer")), area,
    slot.tried.length > 0 && drawSample(desk, item, answer));
}

/**
 * @param {Desk} desk
 * @param {OpenItem} item
 * @param {OpenAnswer} answer
 */
function drawSample(desk, item, answer) {
  return make("div.sample",
    make("h2", desk.say("A sample answer")),
    (item.sample[desk.lang] || []).map((runs) => make("p", drawRuns(runs))),
    make("fieldset.rubric",
      make("legend", make("h2", desk.say("Mark yourself: what does your answer have?"))),
      item.rubric.map((line) => {
        const id = `${item.id}--${line.id}`;
        const input = make("input", {
          type: "checkbox",
          id,
          onchange: () => desk.change(setMet(desk.state, item, toggle(answer.met, line.id, input.checked))),
        });
        input.checked = answer.met.includes(line.id);
        return make("div.option", make("label", { for: id }, input,
          make("span.wording", draw(desk, line.text)),
          make("span.worth", desk.say("Points: {n}", { n: desk.number(line.points) }))));
      })));
}

/**
 * @param {string[]} met
 * @param {string} id
 * @param {boolean} on
 */
function toggle(met, id, on) {
  return on ? [...met, id] : met.filter((other) => other !== id);
}
