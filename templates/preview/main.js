// @ts-check
/** Shows a page of the course in the frame, loads it anew when it has changed, and lists what is wrong. */

import { PAGES, find, frame, inner } from "./frame.js";

/**
 * @typedef {{level: string, word: string, place: string, message: string, hint: string, code: string}} Told
 * @typedef {{pages: Record<string, string>, problems: Told[], count: string}} Notice
 */

const panel = /** @type {HTMLDetailsElement} */ (find("panel"));
let current = decodeURIComponent(location.pathname.slice(1)) || "index.html";
/** @type {Notice | null} */
let notice = null;
let shown = "";
/** @type {[number, number] | null} */
let scrolled = null;
let worst = "";

/** Let the address name the page and the place in it, so that it can be kept and loaded again. */
function mirror() {
  const page = inner();
  if (page) history.replaceState(null, "", `/${page.location.pathname.slice(PAGES.length)}${page.location.hash}`);
}

function greet() {
  const page = inner();
  if (!page) return;
  const found = decodeURIComponent(page.location.pathname.slice(PAGES.length));
  if (found !== current) shown = (notice && notice.pages[found]) || "";
  current = found;
  if (scrolled) page.scrollTo(scrolled[0], scrolled[1]);
  scrolled = null;
  document.title = page.document.title;
  mirror();
  page.addEventListener("hashchange", mirror);
  page.document.addEventListener("click", leadOut, true);
}

/**
 * Open what is not of the course in a window of its own.
 * @param {Event} event
 */
function leadOut(event) {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (!link || !link.href || link.origin === location.origin) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

/** Load the page in the frame if it is another one than is shown; it stays at its place. */
function loadPage() {
  const fresh = notice && notice.pages[current];
  if (!fresh || fresh === shown) return;
  const page = shown ? inner() : null;
  shown = fresh;
  if (page) {
    mirror();
    scrolled = [page.scrollX, page.scrollY];
    page.location.reload();
  } else {
    frame.src = `${PAGES}${current.split("/").map(encodeURIComponent).join("/")}${location.hash}`;
  }
}

/** @param {Told} told */
function drawProblem(told) {
  const part = /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (find("problem")).content.cloneNode(true));
  const item = /** @type {Element} */ (part.firstElementChild);
  item.classList.add(told.level);
  for (const key of /** @type {const} */ (["word", "place", "message", "hint", "code"])) {
    /** @type {Element} */ (item.querySelector(`.${key}`)).textContent = told[key];
  }
  return item;
}

function listProblems() {
  const problems = notice ? notice.problems : [];
  const before = worst;
  worst = problems.length ? /** @type {Told} */ (problems[0]).level : "";
  panel.hidden = !problems.length;
  panel.classList.toggle("error", worst === "error");
  if (worst !== before) panel.open = worst === "error";
  find("count").textContent = notice ? notice.count : "";
  find("problems").replaceChildren(...problems.map(drawProblem));
}

const events = new EventSource("/.events");
events.addEventListener("message", (event) => {
  notice = /** @type {Notice} */ (JSON.parse(event.data));
  listProblems();
  loadPage();
  find("empty").hidden = Boolean(shown);
  frame.hidden = !shown;
  document.dispatchEvent(new Event("told"));
});
events.addEventListener("open", () => {
  find("ended").hidden = true;
});
events.addEventListener("error", () => {
  find("ended").hidden = false;
});
frame.addEventListener("load", greet);
window.addEventListener("pagehide", mirror);
