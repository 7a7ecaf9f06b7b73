// @ts-check
/** Starts the page: reads the quiz, restores the state, draws the view that it names, and draws anew on each change. */

import { drawClock, drawMoreTime, isUnderWay, passTime, timeLeft, wordTime } from "./clock.js";
import { draw, find, flat, make, root } from "./dom.js";
import { headline, standing, wordGaps, wordTrouble } from "./feedback.js";
import { drawSwitch, openingLanguage, showLanguage } from "./language.js";
import { drawBead, drawControls, drawQuestion, drawQuestions } from "./question.js";
import { drawSeed, nameSeed } from "./random.js";
import { isLater, restoreOthers, restoreState } from "./restore.js";
import { drawResults } from "./results.js";
import { readAnswer } from "./score.js";
import { drawKey, drawOffers } from "./sheet.js";
import { drawStart } from "./start.js";
import {
  RESULTS, START, checkAnswer, handIn, isBegun, isDone, isGiven, joinStates, listDrawn, listItems, setAnswer, slotOf,
  startState,
} from "./state.js";
import { beginVisit, keep, readKept } from "./store.js";

/** @import {Desk, Item, NumberAnswer, Paper, Restored, State, Trouble} from "./types.d.ts" */

// what an author calls `constructor` must not be found where nothing is
Reflect.deleteProperty(Object.prototype, "constructor");
const paper = readPaper();
const home = `edu:${paper.course}:${paper.quiz}`;
/** What a later version of the page wrote is left to it. */
const key = isLater(readKept(home)) ? `${home}:2` : home;
const othersKey = `${key}:others`;
const restored = restoreState(paper, readKept(key), drawSeed());
let state = restored.state;
let dropped = restored.dropped;
let lang = openingLanguage(paper);
let others = restoreOthers(paper, readKept(othersKey));
let visiting = beginVisit(key) && (isBegun(state) || state.at !== START);
let written = JSON.stringify(state);
let saved = keep(key, written);
/** @type {Trouble | null} */
let trouble = null;
let erasing = false;
const TICK = 1000;
const TICKS_SAVED = 5;

/** @returns {Paper} */
function readPaper() {
  const text = /** @type {HTMLElement} */ (find("paper")).textContent || "";
  const data = JSON.parse(text);
  const bytes = Uint8Array.from(atob(data.sealed), (char) => char.charCodeAt(0));
  const keys = JSON.parse(new TextDecoder().decode(bytes));
  return { ...data.paper, items: data.paper.items.map((/** @type {Item} */ item) => ({ ...item, ...keys[item.id] })) };
}

/**
 * Return one of our own words, each {name} in it replaced; in the page each has its place in the list of its language.
 * @param {string | number} word
 * @param {object} values
 */
function say(word, values = {}) {
  const known = new Map(Object.entries(values));
  const said = (paper.words[lang] || [])[Number(word)] || String(word);
  return said.replace(/\{(\w+)\}/g, (all, name) => String(known.get(name) ?? all));
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
    paper, lang, tag, trouble, erasing, saved, dropped, visiting, others, say, number, announce,
    check, warn, erase, leave, takeUp,
    id: (name, item) => (paper.rules.show === "all" ? `${name}--${item.id}` : name),
    asks: (item) => findTrouble(item)?.why === "ambiguous",
    note: save,
    keep: (item, answer) => {
      save(setAnswer(state, item, answer));
      if (trouble?.why === "gaps") {
        trouble = null;
        document.querySelector(".trouble")?.remove();
      }
      find(`map--${item.id}`)?.replaceWith(drawBead(makeDesk(), item));
    },
    change: (next, focus) => {
      trouble = null;
      erasing = false;
      visiting = visiting && next.at === state.at && focus !== "stem";
      save(next);
      drawAll(focus);
    },
  };
}

/**
 * Keep a state, with what another tab may have kept meanwhile.
 * @param {State} next
 */
function save(next) {
  const kept = readKept(key);
  const other = kept === written ? next : restoreState(paper, kept, next.seed).state;
  state = other.born === next.born ? joinStates(next, other) : next;
  written = JSON.stringify(state);
  const worked = keep(key, written);
  if (worked !== saved) {
    saved = worked;
    showNotice();
  }
}

/** @param {string} text */
function announce(text) {
  const status = find("status");
  if (status) status.textContent = text;
}

/**
 * Say that answers are missing, beside the question `item` where there is one.
 * @param {Item} [item]
 */
function warn(item) {
  trouble = { item: item ? item.id : "", why: "gaps" };
  drawAll();
  announce(wordGaps(makeDesk()));
  document.querySelector(".trouble")?.scrollIntoView({ block: "nearest" });
}

/** @param {Item} item */
function check(item) {
  trouble = findTrouble(item);
  if (!trouble) save(checkAnswer(state, item));
  const desk = makeDesk();
  const stays = !trouble && paper.rules.show === "all" && isDone(paper, state, item);
  drawAll(desk.id(trouble && trouble.why === "ambiguous" ? "ask-group" : stays ? "stem" : "primary", item));
  announce(trouble ? wordTrouble(desk, item, trouble.why) : `${headline(desk, item)}. ${standing(desk, item)}`);
  const form = find(desk.id("stem", item))?.closest("form");
  const told = form?.querySelector(".feedback, .trouble, .sample, .ask");
  if (told) told.scrollIntoView({ block: "nearest" });
}

/**
 * @param {Item} item
 * @returns {Trouble | null}
 */
function findTrouble(item) {
  const { answer } = slotOf(state, item);
  if (item.kind !== "order" && !isGiven(answer)) return { item: item.id, why: "empty" };
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
  if (step === "erase") begin();
  drawAll(step === "ask" ? "erase-no" : step === "keep" ? "erase" : "stem");
  if (step === "erase") announce(say("Your answers were erased"));
}

/** Start anew, as if nobody had been here. */
function begin() {
  visiting = false;
  dropped = 0;
  save(startState(paper, drawSeed()));
}

/** Put the work that stands there aside; return whether that is kept. Where it is not, nobody else can start. */
function putAside() {
  if (!isBegun(state) || setOthers([{ state, dropped: 0 }, ...listOthers(state)])) return true;
  saved = false;
  showNotice();
  return false;
}

/** Start as someone else. */
function leave() {
  if (!putAside()) return;
  begin();
  drawAll("stem");
  announce(say("The earlier work is kept on this device."));
}

/** What others left: another tab may have put more there. */
function readOthers() {
  others = saved ? restoreOthers(paper, readKept(othersKey)) : others;
  return others;
}

/**
 * What others left than those who did `work`.
 * @param {State} work
 */
function listOthers(work) {
  return readOthers().filter((other) => other.state.born !== work.born);
}

/** @param {number} index */
function takeUp(index) {
  const taken = others[index];
  if (!taken || !putAside()) return;
  visiting = true;
  dropped = taken.dropped;
  save(taken.state);
  if (saved) setOthers(listOthers(taken.state));
  drawAll("stem");
}

/**
 * Keep what others left; return whether that worked.
 * @param {Restored[]} next
 */
function setOthers(next) {
  others = next;
  return keep(othersKey, others.length > 0 ? JSON.stringify(others.map((other) => other.state)) : null);
}

/** @param {string} next */
function chooseLanguage(next) {
  lang = next;
  drawAll();
  const button = find(`language--${lang}`);
  announce(say("Language: {name}", { name: button ? button.textContent : lang }));
}

function drawView() {
  const desk = makeDesk();
  const item = visiting ? undefined : listDrawn(paper, state).find((other) => other.id === state.at);
  if (item) return paper.rules.show === "all" ? drawQuestions(desk) : drawQuestion(desk, item);
  if (visiting) return drawStart(desk);
  return state.at === RESULTS ? drawResults(desk) : drawStart(desk);
}

/**
 * Draw the view anew; the focus and the caret stay where they were, or go to the element `focus`.
 * @param {string} [focus]
 */
function drawAll(focus) {
  const main = /** @type {HTMLElement} */ (find("main"));
  const active = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const at = { id: active?.id || "", start: active?.selectionStart ?? null, end: active?.selectionEnd ?? null };
  const open = [...document.querySelectorAll("details[open] > summary")].map((summary) => summary.id);
  const anchor = focus ? undefined : [...main.querySelectorAll("[id]")].find((element) => topOf(element) > 0);
  const top = topOf(anchor);
  showLanguage(paper, lang);
  const desk = makeDesk();
  document.title = flat(desk, paper.title).text;
  /** @type {HTMLElement} */ (find("course")).replaceChildren(make("span", draw(desk, paper.title)));
  main.replaceChildren(drawView());
  showNotice();
  for (const id of focus === "stem" ? [] : open) find(id)?.parentElement?.setAttribute("open", "");
  setFocus(focus || at.id, focus ? null : at.start, at.end, focus === "stem");
  const now = anchor && find(anchor.id);
  if (now) scrollBy(0, topOf(now) - top);
}

/**
 * How far below the window's top an element is.
 * @param {Element | null | undefined} element
 */
function topOf(element) {
  return element ? element.getBoundingClientRect().top : 0;
}

/**
 * @param {string} id
 * @param {number | null} start
 * @param {number | null} end
 * @param {boolean} top
 */
function setFocus(id, start, end, top) {
  const element = /** @type {HTMLInputElement | null} */ (id ? find(id) : null);
  if (!element || element === document.activeElement) return;
  if (top) scrollTo(0, 0);
  element.focus({ preventScroll: true });
  if (id.startsWith("stem--")) element.scrollIntoView();
  if (start !== null) element.setSelectionRange(start, end);
}

function showNotice() {
  const notice = /** @type {HTMLElement} */ (find("notice"));
  const desk = makeDesk();
  const n = desk.number(dropped);
  notice.replaceChildren(make("div",
    !saved && make("p",
      say("Your progress is not being saved: this browser keeps nothing. Leave the page open until you are done.")),
    paper.unreviewed?.includes(lang) && make("p", say("This translation has not been reviewed.")),
    dropped > 0 && make("p", say("The quiz was changed since your last visit. Answers that no longer fit: {n}", { n })),
    visiting ? null : drawMoreTime(desk)));
  showTime();
}

function showTime() {
  const clock = find("clock");
  if (clock) clock.textContent = visiting ? "" : drawClock(makeDesk());
}

let ticks = 0;
/** @type {string | undefined} */
let focused;

/** Let a second pass, where the time counts. */
function tick() {
  const before = timeLeft(paper, state);
  if (before === null || visiting || document.hidden || !isUnderWay(paper, state)) return;
  state = passTime(state, TICK / 1000);
  ticks += 1;
  if (ticks % TICKS_SAVED === 0) save(state);
  const left = timeLeft(paper, state) || 0;
  const told = wordTime(makeDesk(), before, left);
  showTime();
  if (told) {
    showNotice();
    announce(told);
  }
  if (left === 0 && paper.rules.mode === "exam") {
    save(handIn(paper, state));
    drawAll("stem");
  }
}

/** Another tab of the same quiz put work aside, or went on. */
function follow(/** @type {StorageEvent} */ event) {
  if (event.key === othersKey) {
    readOthers();
    drawAll();
  } else if (event.key === key) followState(event.newValue);
}

/**
 * Take over what another tab kept, so that neither undoes the other's work. Each stays at its place, and who is typing is not
 * disturbed.
 * @param {string | null} kept
 */
function followState(kept) {
  if (!kept || kept === written) return;
  const other = restoreState(paper, kept, state.seed).state;
  const before = state;
  if (other.born !== state.born) state = other;
  else {
    state = joinStates(other, state);
    if (!state.slots[before.at] || listItems(paper, state).some((item) => item.id === before.at)) state.at = before.at;
    if (JSON.stringify(state.slots) !== JSON.stringify(other.slots) && JSON.stringify(other) === kept) save(state);
  }
  const field = document.activeElement;
  const typed = field?.matches("[type=text], textarea") && field.id.split("--")[0];
  const list = (/** @type {State} */ now) => JSON.stringify([now.at, typed ? now.slots[typed] : { ...now, clock: 0 }]);
  if (list(before) === list(state)) return;
  trouble = null;
  drawAll();
}

/** A printed page is the paper with every question, ready for a pen. */
function drawSheet() {
  focused = document.activeElement?.id;
  const desk = { ...makeDesk(), state: startState(paper, state.seed), trouble: null };
  const main = /** @type {HTMLElement} */ (find("main"));
  main.replaceChildren(make("div.sheet", make("h1", draw(desk, paper.title)),
    make("p.guide", say("Your name or number"), ": ________________ ", say("Paper {seed}", { seed: nameSeed(state.seed) })),
    make("ol", listDrawn(paper, desk.state).map((item) =>
      make("li", make("h2", draw(desk, item.text)), drawControls(desk, item), drawOffers(desk, item),
        paper.rules.prints === "key" && drawKey(desk, item))))));
}

/** @type {HTMLElement} */ (find("languages")).replaceChildren(...drawSwitch(paper, chooseLanguage));
addEventListener("storage", follow);
addEventListener("visibilitychange", () => followState(readKept(key)));
addEventListener("beforeprint", drawSheet);
addEventListener("afterprint", () => drawAll(focused));
drawAll();
if (paper.rules.minutes) {
  root.classList.add("timed");
  setInterval(tick, TICK);
}
root.classList.add("ready");
