// @ts-check
/** The frame that shows the pages of the course. */

/** @param {string} id */
export function find(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

export const PAGES = "/.page/";
export const frame = /** @type {HTMLIFrameElement} */ (find("page"));

/** Return the window of the page in the frame; null where none of ours stands there. */
export function inner() {
  const found = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
  try {
    return found && found.location.pathname.startsWith(PAGES) ? found : null;
  } catch {
    return null;
  }
}
