// @ts-check
/** A key that was pressed -> the command that it means. */

/** @type {Record<string, string>} */
const COMMANDS = {
  ArrowRight: "on", ArrowDown: "on", PageDown: "on", ArrowLeft: "back", ArrowUp: "back", PageUp: "back",
  Home: "first", End: "last", o: "overview", n: "notes", f: "full", "?": "help", Escape: "leave",
};

/**
 * Return the command of a key, "" for none; written from right to left, the arrows at the sides change places.
 * @param {{ key: string, shiftKey: boolean, altKey: boolean, ctrlKey: boolean, metaKey: boolean }} press
 * @param {boolean} mirrored
 */
export function findCommand(press, mirrored) {
  if (press.altKey || press.ctrlKey || press.metaKey) return "";
  if (press.key === " ") return press.shiftKey ? "back" : "on";
  const command = COMMANDS[press.key.length === 1 ? press.key.toLowerCase() : press.key] || "";
  const sideways = press.key === "ArrowRight" || press.key === "ArrowLeft";
  if (mirrored && sideways) return command === "on" ? "back" : "on";
  return command;
}

/**
 * Return what was typed with one more key: digits gather, Enter asks for the slide of that number, and all else forgets them.
 * @param {string} typed
 * @param {string} key
 * @returns {{ typed: string, number: number }}
 */
export function typeNumber(typed, key) {
  if (/^[0-9]$/.test(key)) return { typed: (typed + key).slice(-4), number: 0 };
  return { typed: "", number: key === "Enter" ? Number(typed) : 0 };
}

/**
 * Whether the key belongs to the element that has the focus: a button is pressed by it, a field is filled.
 * @param {Element | null} element
 * @param {string} key
 */
export function keepsKey(element, key) {
  if (!element) return false;
  if (element.closest("dialog")) return true;
  return (key === " " || key === "Enter") && element.closest("a, button, summary") !== null;
}
