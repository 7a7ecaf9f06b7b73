// @ts-check
/** Questions whose answer is typed: a number, a word or phrase. */

import { draw, make, press } from "./dom.js";
import { troubleOf } from "./feedback.js";
import { badge } from "./mark.js";
import { judge, readAnswer } from "./score.js";
import { isDone, lastOf, setAnswer, slotOf } from "./state.js";

/** @import {Desk, NumberAnswer, NumericItem, Reading, TextItem} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {NumericItem | TextItem} item
 */
export function drawEntry(desk, item) {
  const slot = slotOf(desk.state, item);
  const answer = /** @type {NumberAnswer | null} */ (slot.answer);
  const last = lastOf(slot);
  const mark = last ? judge(item, last).marks[""] || "none" : "none";
  const id = `${item.id}--entry`;
  const unit = item.kind === "numeric" ? item.unit : undefined;
  const trouble = troubleOf(desk, item);
  const input = make("input", {
    type: "text",
    id,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    disabled: isDone(desk.paper, desk.state, item),
    "aria-invalid": trouble && trouble !== "gaps" ? "true" : null,
    "aria-describedby": unit ? `${id}--unit` : null,
    oninput: () => desk.keep(item, { text: input.value }),
  });
  input.value = answer ? answer.text : "";
  return make(`div.entry.is-${mark}`,
    make("label", { for: id }, desk.say("Your answer")),
    make("div.field", input, unit && make("span.unit", { id: `${id}--unit` }, draw(desk, unit)),
      mark !== "none" && badge(desk, mark)),
    item.kind === "numeric" && answer && trouble === "ambiguous" && drawReadings(desk, item, answer));
}

/**
 * Ask which of its two readings a number has.
 * @param {Desk} desk
 * @param {NumericItem} item
 * @param {NumberAnswer} answer
 */
function drawReadings(desk, item, answer) {
  const { values } = readAnswer(item, answer);
  /** @type {Reading[]} */
  const readings = ["group", "point"];
  const plain = new Intl.NumberFormat(desk.tag, { useGrouping: false, maximumFractionDigits: 20 });
  return make("div.ask", { role: "group", "aria-labelledby": desk.id("ask", item) },
    make("p", { id: desk.id("ask", item) },
      desk.say("“{text}” can be read in two ways. Which number do you mean?", answer)),
    readings.map((reading) => press(desk.id(`ask-${reading}`, item), "quiet", () => {
      desk.change(setAnswer(desk.state, item, { text: answer.text, reading }), `${item.id}--entry`);
      if (desk.paper.rules.mode === "study") desk.check(item);
    }, plain.format(values[reading] || 0))));
}
