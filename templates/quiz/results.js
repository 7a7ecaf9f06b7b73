// @ts-check
/** The page after the last question: the score, by objective too, what to look at again, and another round. */

import { draw, fill, icon, make, press } from "./dom.js";
import { statusWord } from "./mark.js";
import { drawErase } from "./start.js";
import { goTo, listMissed, retryWrong, shareOfItem, statusOf } from "./state.js";

/** @import {Desk, Item} from "./types.d.ts" */

/**
 * @param {Desk} desk
 * @param {Item[]} items
 */
function countPoints(desk, items) {
  const total = items.reduce((sum, item) => sum + item.points, 0);
  const had = items.reduce((sum, item) => sum + item.points * shareOfItem(desk.state, item), 0);
  return { had, total, share: total ? had / total : 0 };
}

/**
 * @param {Desk} desk
 * @param {number} had
 * @param {number} total
 */
function wordPoints(desk, had, total) {
  return fill(desk.say("{n} of {total}"), { n: desk.number(had), total: desk.number(total) });
}

/** @param {Desk} desk */
export function drawResults(desk) {
  const { paper, state } = desk;
  const { had, total, share } = countPoints(desk, paper.items);
  const missed = listMissed(paper, state);
  return make("div", { class: "results" },
    make("p", { class: "over" }, draw(desk, paper.title)),
    make("h1", { id: "stem", tabindex: -1 }, desk.say("Your results")),
    make("div", { class: "score" }, drawRing(share), make("p", {},
      make("span", { class: "big" }, wordPoints(desk, had, total)),
      make("span", {}, desk.say("points")))),
    make("p", { class: "lead" }, wordShare(desk, share, missed.length)),
    make("div", { class: "actions" }, missed.length > 0 && press("primary", "primary",
      () => desk.change(retryWrong(paper, state), "stem"),
      fill(desk.say("Try again what you missed: {n}"), { n: desk.number(missed.length) }))),
    drawAims(desk),
    drawRevisit(desk, missed),
    drawList(desk),
    drawErase(desk));
}

/**
 * @param {Desk} desk
 * @param {number} share
 * @param {number} missed
 */
function wordShare(desk, share, missed) {
  if (missed === 0) return desk.say("Everything is right. Well done!");
  if (share >= 0.8) return desk.say("Very good: you have nearly all of it.");
  if (share >= 0.5) return desk.say("A good part is there. A second look at the rest will pay off.");
  return desk.say("A start. Look at the slides below, then try again what you missed.");
}

/** @param {number} share */
function drawRing(share) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("class", "ring");
  svg.setAttribute("aria-hidden", "true");
  for (const [name, part] of /** @type {[string, number][]} */ ([["track", 1], ["got", share]])) {
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [key, value] of Object.entries({ cx: 50, cy: 50, r: 42, pathLength: 100, class: name })) {
      circle.setAttribute(key, String(value));
    }
    circle.setAttribute("stroke-dasharray", `${part * 100} 200`);
    if (part > 0) svg.append(circle);
  }
  return svg;
}

/** @param {Desk} desk */
function drawAims(desk) {
  const aims = desk.paper.objectives.map((aim) => ({
    aim,
    items: desk.paper.items.filter((item) => item.objective === aim.id),
  }));
  return make("section", {}, make("h2", {}, desk.say("By objective")),
    make("ul", { class: "aims scored" }, aims.filter(({ items }) => items.length > 0).map(({ aim, items }) => {
      const { had, total, share } = countPoints(desk, items);
      const meter = make("span", { class: "meter", "aria-hidden": "true" }, make("span", {}));
      /** @type {HTMLElement} */ (meter.firstChild).style.inlineSize = `${share * 100}%`;
      return make("li", {}, make("span", { class: "wording" }, draw(desk, aim.text)),
        make("span", { class: "worth" }, wordPoints(desk, had, total)), meter);
    })));
}

/**
 * @param {Desk} desk
 * @param {Item[]} missed
 */
function drawRevisit(desk, missed) {
  const slides = Object.entries(desk.paper.slides).filter(([id]) => missed.some((item) => item.slide === id));
  if (slides.length === 0) return null;
  return make("section", {}, make("h2", {}, desk.say("Slides to look at again")),
    make("ul", { class: "slides" }, slides.map(([, title]) => make("li", {}, draw(desk, title)))));
}

/** @param {Desk} desk */
function drawList(desk) {
  const { paper, state } = desk;
  return make("section", {}, make("h2", {}, desk.say("All questions")),
    make("ol", { class: "list" }, paper.items.map((item, index) => {
      const status = statusOf(paper, state, item);
      const sign = status === "new" || status === "begun" ? "partly" : status;
      return make("li", {}, make("button", {
        type: "button",
        id: `list--${item.id}`,
        class: `line is-${status}`,
        onclick: () => desk.change(goTo({ ...state, only: null }, item.id), "stem"),
      }, make("span", { class: "place" }, desk.number(index + 1)), make("span", { class: "wording" }, draw(desk, item.text)),
      make("span", { class: "badge" }, icon(sign), statusWord(desk, status))));
    })));
}
