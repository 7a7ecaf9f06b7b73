// @ts-check
/** Keeps texts in the browser, and says whether it could. */

/**
 * Return what was kept under `key`; null where there is nothing or no storage.
 *
 * Chromium gives a page an empty storage, in which nothing stays, where a page asks for it before the browser's own process
 * has heard that the page is there: on a busy computer this is one load of thirty. Reading the cookies waits for that process.
 * @param {string} key
 */
export function readKept(key) {
  try {
    void document.cookie;
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Say whether this is a new visit, in a tab that has not shown the quiz yet; from now on it has.
 * @param {string} key
 */
export function beginVisit(key) {
  try {
    const known = sessionStorage.getItem(key) !== null;
    sessionStorage.setItem(key, "");
    return !known;
  } catch {
    return false;
  }
}

/**
 * Keep `text` under `key`, or forget the key where `text` is null; return whether that worked.
 * @param {string} key
 * @param {string | null} text
 */
export function keep(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
