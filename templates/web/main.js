// @ts-check
/** Starts the page: shows one slide at a time where there is room for it, and follows keys, buttons, swipes and addresses. */

import { countClicks, findClick, showClicks } from "./builds.js";
import { findNamed, findNext, fitPage } from "./deck.js";
import { closeDialogs, openDialog, watchHandout } from "./dialogs.js";
import { findCommand, keepsKey, typeNumber } from "./keys.js";
import { watchSwipes } from "./swipe.js";

/** @import {Step} from "./deck.js" */

const root = document.documentElement;
const main = /** @type {HTMLElement} */ (document.getElementById("page/slides"));
const tools = /** @type {HTMLElement} */ (document.querySelector(".tools"));
const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".slide")]);
const ids = slides.map((slide) => slide.id);
const title = document.title;
const wide = window.matchMedia("(min-width: 700px)");
const mirrored = root.dir === "rtl";
let at = findNamed(ids, location.hash);
let before = ids[0] || "";
/** How many clicks of each slide were made: it stays as it was left. */
const made = new Map();
let typed = "";

/** @param {string} name */
function readLength(name) {
  return Number(getComputedStyle(root).getPropertyValue(name));
}

/** Give the slide that is shown the size that the window, or the screen, has for it. */
function fit() {
  const page = { width: readLength("--w"), height: readLength("--h") };
  const here = findSlide(at);
  const notes = here.querySelector(".notes");
  const style = getComputedStyle(main);
  const beside = root.dataset.notes === "on" && notes && style.getPropertyValue("--beside").trim();
  const width = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const height = main.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const shares = { side: [0.68, 1], below: [1, 0.6] }[beside || ""] || [1, 1];
  root.style.setProperty("--shown", String(fitPage(page, width * (shares[0] || 1), height * (shares[1] || 1))));
}

/** @param {"show" | "overview"} view */
function setView(view) {
  root.dataset.view = view;
  press("overview", view === "overview");
  for (const slide of slides) {
    const frame = /** @type {HTMLElement} */ (slide.querySelector(".frame"));
    frame.inert = view === "overview";
  }
  if (view === "overview") focusCover();
  else fit();
}

function focusCover() {
  const cover = /** @type {HTMLElement | null} */ (document.querySelector(".here .cover"));
  if (cover) cover.focus();
}

/**
 * @param {string} command
 * @param {boolean} on
 */
function press(command, on) {
  const button = document.getElementById(`page/${command}`);
  if (button) button.setAttribute("aria-pressed", String(on));
}

/** @param {string} id */
function findSlide(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Show what the clicks made on this slide show, and let the browser keep it for when the page is loaded again. */
function showMade() {
  showClicks(findSlide(at), made.get(at) || 0);
  history.replaceState({ made: made.get(at) || 0, notes: root.dataset.notes }, "");
}

/**
 * Make a click on this slide, or take one back; return whether there was one.
 * @param {Step} step
 */
function click(step) {
  if (step !== "on" && step !== "back") return false;
  const next = (made.get(at) || 0) + (step === "on" ? 1 : -1);
  if (next < 0 || next > countClicks(findSlide(at))) return false;
  made.set(at, next);
  showMade();
  return true;
}

/**
 * Make the slide the one that the page is at; return what it is called.
 * @param {string} id
 */
function mark(id) {
  if (id !== at) before = at;
  at = id;
  for (const slide of slides) slide.classList.toggle("here", slide.id === id);
  const here = findSlide(id);
  const head = findHead(here);
  const place = /** @type {HTMLElement} */ (here.querySelector(".number")).textContent || "";
  /** @type {HTMLElement} */ (document.getElementById("page/at")).textContent = place;
  root.style.setProperty("--done", String(ids.length > 1 ? ids.indexOf(id) / (ids.length - 1) : 1));
  const words = /** @type {HTMLElement} */ (head.cloneNode(true));
  for (const second of words.querySelectorAll(".second")) second.before(" / ");
  const name = `${place} · ${words.textContent}`;
  document.title = `${name} · ${title}`;
  showMade();
  return { head, name };
}

/** @param {HTMLElement} slide */
function findHead(slide) {
  return /** @type {HTMLElement} */ (slide.querySelector("h2"));
}

/**
 * Show the slide, and say so to who cannot see it: at its heading, unless the tools are in use.
 * @param {string} id
 */
function show(id) {
  const { head, name } = mark(id);
  setView("show");
  if (!wide.matches) {
    if (location.hash) findSlide(id).scrollIntoView();
    return;
  }
  main.scrollTo(0, 0);
  if (tools.contains(document.activeElement)) {
    /** @type {HTMLElement} */ (document.getElementById("page/status")).textContent = name;
  } else head.focus({ preventScroll: true });
}

/** @param {Step} step */
function go(step) {
  if (root.dataset.view === "show" && click(step)) return;
  const next = findNext(ids, at, step);
  if (next !== at) made.set(next, step === "back" ? countClicks(findSlide(next)) : 0);
  history.replaceState(null, "", `#${next}`);
  if (root.dataset.view === "show") return show(next);
  mark(next);
  focusCover();
}

/** @param {number} number */
function jump(number) {
  const id = ids[Math.min(number, ids.length) - 1];
  if (id) location.hash = id;
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (root.requestFullscreen) root.requestFullscreen();
}

function toggleNotes() {
  root.dataset.notes = root.dataset.notes === "on" ? "off" : "on";
  press("notes", root.dataset.notes === "on");
  showMade();
  fit();
}

/** What the browser kept of the page comes back when it is loaded again; who follows a link to a slide sees all of it. */
function restore() {
  const kept = history.state || { made: location.hash ? countClicks(findSlide(at)) : 0, notes: "off" };
  made.set(at, kept.made);
  root.dataset.notes = kept.notes;
}

/** @param {FocusEvent} event */
function takeFocus(event) {
  const waiting = findClick(/** @type {Element} */ (event.target));
  if (!waiting) return;
  made.set(at, waiting);
  showMade();
}

/** @type {Record<string, () => void>} */
const COMMANDS = {
  on: () => go("on"),
  back: () => go("back"),
  first: () => go("first"),
  last: () => go("last"),
  overview: () => setView(root.dataset.view === "overview" ? "show" : "overview"),
  notes: toggleNotes,
  full: toggleFull,
  return: () => {
    location.hash = before;
  },
  print: () => openDialog("page/printing"),
  help: () => openDialog("page/keys"),
  close: closeDialogs,
  paper: () => {
    closeDialogs();
    window.print();
  },
  leave: () => root.dataset.view === "overview" && setView("show"),
};

/** @param {KeyboardEvent} event */
function takeKey(event) {
  if (!wide.matches || keepsKey(document.activeElement, event.key)) return;
  const entry = typeNumber(typed, event.key);
  typed = entry.typed;
  if (entry.number) return jump(entry.number);
  const run = COMMANDS[findCommand(event, mirrored)];
  if (!run) return;
  if (event.key !== "Escape") event.preventDefault();
  run();
}

/** @param {MouseEvent} event */
function takeClick(event) {
  const target = /** @type {Element} */ (event.target);
  const button = /** @type {HTMLElement | null} */ (target.closest("[data-command]"));
  const run = button && COMMANDS[button.dataset.command || ""];
  if (run) {
    event.preventDefault(); // a link whose way only the page knows
    run();
  } else if (document.fullscreenElement && !target.closest("a, .notes, dialog") && main.contains(target)) go("on");
  const cover = target.closest(".cover");
  if (cover && cover.getAttribute("href") === location.hash) show(at); // the address stays, so no one else would tell
}

function start() {
  for (const slide of slides) findHead(slide).tabIndex = -1;
  const full = /** @type {HTMLElement} */ (document.getElementById("page/full"));
  full.hidden = !document.fullscreenEnabled;
  watchHandout();
  document.addEventListener("keydown", takeKey);
  document.addEventListener("click", takeClick);
  window.addEventListener("hashchange", () => show(findNamed(ids, location.hash)));
  window.addEventListener("resize", fit);
  document.addEventListener("fullscreenchange", fit);
  watchSwipes(main, mirrored, (step) => wide.matches && root.dataset.view === "show" && go(step));
  document.addEventListener("focusin", takeFocus);
  root.dataset.view = "show";
  root.classList.add("ready");
  restore();
  press("overview", false);
  press("notes", root.dataset.notes === "on");
  show(at);
}

start();
