// @ts-check
/** Starts the page: reads the quiz, restores the state, draws the view that it names, and draws anew on each change. */

import { draw, fill, flat, make } from "./dom.js";
import { headline, standing, wordTrouble } from "./feedback.js";
import { drawSwitch, openingLanguage, showLanguage } from "./language.js";
import { drawControls, drawQuestion } from "./question.js";
import { drawSeed } from "./random.js";
import { restoreState } from "./restore.js";
import { drawResults } from "./results.js";
import { readAnswer } from "./score.js";
import { drawStart } from "./start.js";
import { checkAnswer, goTo, isAnswered, setAnswer, slotOf, startState } from "./state.js";
import { keep, readKept } from "./store.js";

/** @import {Desk, Item, NumberAnswer, Paper, State, Trouble} from "./types.d.ts" */

const paper = readPaper();
const key = `edu:${paper.course}:${paper.quiz}`;
const restored = restoreState(paper, readKept(key), drawSeed());
let state = restored.state;
let dropped = restored.dropped;
let lang = openingLanguage(paper);
let saved = keep(key, JSON.stringify(state));
/** @type {Trouble | null} */
let trouble = null;
let erasing = false;

/** @returns {Paper} */
function readPaper() {
  const text = /** @type {HTMLElement} */ (document.getElementById("paper")).textContent || "";
  const data = JSON.parse(text);
  const bytes = Uint8Array.from(atob(data.sealed), (char) => char.charCodeAt(0));
  const keys = JSON.parse(new TextDecoder().decode(bytes));
  return { ...data.paper, items: data.paper.items.map((/** @type {Item} */ item) => ({ ...item, ...keys[item.id] })) };
}

/** @param {string} msgid */
function say(msgid) {
  const words = paper.words[lang] || {};
  return words[msgid] || msgid;
}

/** @returns {Desk} */
function makeDesk() {
  const tag = (paper.languages.find((language) => language.id === lang) || { tag: "en" }).tag;
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const number = (/** @type {number} */ value) => format.format(value);
  return {
    get state() {
      return state;
    },
    paper, lang, tag, trouble, erasing, saved, dropped, say, number, announce, check, erase,
    keep: (item, answer) => save(setAnswer(state, item, answer)),
    change: (next, focus) => {
      trouble = null;
      erasing = false;
      save(next);
      drawAll(focus);
    },
  };
}

/** @param {State} next */
function save(next) {
  state = next;
  const worked = keep(key, JSON.stringify(state));
  if (worked !== saved) {
    saved = worked;
    showNotice();
  }
}

/** @param {string} text */
function announce(text) {
  const status = document.getElementById("status");
  if (status) status.textContent = text;
}

/** @param {Item} item */
function check(item) {
  trouble = findTrouble(item);
  if (!trouble) save(checkAnswer(state, item));
  drawAll(trouble && trouble.why === "ambiguous" ? "ask-group" : "primary");
  const desk = makeDesk();
  announce(trouble ? wordTrouble(desk, item, trouble.why) : `${headline(desk, item)}. ${standing(desk, item)}`);
  const told = document.querySelector(".feedback, .trouble, .sample");
  if (told) told.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Item} item
 * @returns {Trouble | null}
 */
function findTrouble(item) {
  const { answer } = slotOf(state, item);
  if (!isAnswered(item, answer)) return { item: item.id, why: "empty" };
  if (item.kind !== "numeric") return null;
  const given = /** @type {NumberAnswer} */ (answer);
  const { values } = readAnswer(item, given);
  if (values.point === undefined && values.group === undefined) return { item: item.id, why: "unreadable" };
  const twofold = values.point !== undefined && values.group !== undefined && !given.reading;
  return twofold ? { item: item.id, why: "ambiguous" } : null;
}

/** @param {"ask" | "keep" | "erase"} step */
function erase(step) {
  erasing = step === "ask";
  if (step === "erase") {
    save(startState(paper, drawSeed()));
    dropped = 0;
  }
  drawAll(step === "ask" ? "erase-no" : step === "keep" ? "erase" : "stem");
  if (step === "erase") announce(say("Your answers were erased"));
}

/** @param {string} next */
function chooseLanguage(next) {
  lang = next;
  drawAll();
  const button = document.getElementById(`language--${lang}`);
  announce(fill(say("Language: {name}"), { name: button ? button.textContent : lang }));
}

function drawView() {
  const desk = makeDesk();
  const item = paper.items.find((other) => other.id === state.at);
  if (item) return drawQuestion(desk, item);
  return state.at === "results" ? drawResults(desk) : drawStart(desk);
}

/**
 * Draw the view anew; the focus and the caret stay where they were, or go to the element `focus`.
 * @param {string} [focus]
 */
function drawAll(focus) {
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  const active = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const at = { id: active?.id || "", start: active?.selectionStart ?? null, end: active?.selectionEnd ?? null };
  const open = /** @type {HTMLDetailsElement | null} */ (document.getElementById("map"))?.open || false;
  showLanguage(paper, lang);
  const desk = makeDesk();
  document.title = flat(desk, paper.title).text;
  /** @type {HTMLElement} */ (document.getElementById("course")).replaceChildren(...nodes(draw(desk, paper.title)));
  main.replaceChildren(drawView());
  showNotice();
  const map = /** @type {HTMLDetailsElement | null} */ (document.getElementById("map"));
  if (map && focus !== "stem") map.open = open;
  setFocus(focus || at.id, focus ? null : at.start, at.end, focus === "stem");
}

/** @param {import("./dom.js").Child[]} children */
function nodes(children) {
  return children.map((child) => (child instanceof Node ? child : String(child || "")));
}

/**
 * @param {string} id
 * @param {number | null} start
 * @param {number | null} end
 * @param {boolean} top
 */
function setFocus(id, start, end, top) {
  const element = /** @type {HTMLInputElement | null} */ (id ? document.getElementById(id) : null);
  if (!element || element === document.activeElement) return;
  if (top) window.scrollTo(0, 0);
  element.focus({ preventScroll: true });
  if (start !== null && end !== null && element.type === "text") element.setSelectionRange(start, end);
}

function showNotice() {
  const notice = /** @type {HTMLElement} */ (document.getElementById("notice"));
  const lines = [
    !saved && say("Your progress is not being saved: this browser keeps nothing. Leave the page open until you are done."),
    dropped > 0 && say("The quiz was changed since your last visit. Some questions need a new answer."),
  ];
  notice.replaceChildren(...lines.filter((line) => line).map((line) => make("p", {}, line)));
}

/** A printed page is the paper with every question, ready for a pen. */
function drawSheet() {
  const desk = { ...makeDesk(), state: goTo(startState(paper, state.seed), "start"), trouble: null };
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  main.replaceChildren(make("div", { class: "sheet" }, make("h1", {}, draw(desk, paper.title)),
    make("ol", {}, paper.items.map((item) =>
      make("li", {}, make("h2", {}, draw(desk, item.text)), drawControls(desk, item))))));
}

/** @type {HTMLElement} */ (document.getElementById("languages")).replaceChildren(...drawSwitch(paper, chooseLanguage));
window.addEventListener("beforeprint", drawSheet);
window.addEventListener("afterprint", () => drawAll());
drawAll();
document.documentElement.classList.add("ready");
