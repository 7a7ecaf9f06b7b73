// @ts-check
/** What of a slide waits for a click. It is only not to be seen: who listens hears all of it. */

/**
 * Return how many clicks show a slide, 0 where all of it is there at once.
 * @param {HTMLElement} slide
 */
export function countClicks(slide) {
  return Math.max(0, ...listParts(slide).map(readClick));
}

/**
 * Let what the first `done` clicks show be seen, and the rest wait.
 * @param {HTMLElement} slide
 * @param {number} done
 */
export function showClicks(slide, done) {
  for (const part of listParts(slide)) part.classList.toggle("waits", readClick(part) > done);
}

/**
 * Return the click that shows what holds `inner`, 0 where it does not wait.
 * @param {Element} inner
 */
export function findClick(inner) {
  const part = /** @type {HTMLElement | null} */ (inner.closest(".waits"));
  return part ? readClick(part) : 0;
}

/** @param {HTMLElement} slide */
function listParts(slide) {
  return /** @type {HTMLElement[]} */ ([...slide.querySelectorAll("[data-click]")]);
}

/** @param {HTMLElement} part */
function readClick(part) {
  return Number(part.dataset.click);
}
