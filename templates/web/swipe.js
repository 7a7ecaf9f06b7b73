// @ts-check
/** A finger that moves to the side -> a step. */

const LEAST = 50;

/**
 * Call `step` with "on" or "back" after each swipe over `area`; a pinch or a scroll is none.
 * @param {HTMLElement} area
 * @param {boolean} mirrored
 * @param {(step: "on" | "back") => void} step
 */
export function watchSwipes(area, mirrored, step) {
  /** @type {{ x: number, y: number } | null} */
  let start = null;
  area.addEventListener("touchstart", (event) => {
    const touch = event.touches[0];
    start = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
  }, { passive: true });
  area.addEventListener("touchend", (event) => {
    const touch = event.changedTouches[0];
    if (!start || !touch) return;
    const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y];
    start = null;
    if (Math.abs(dx) < LEAST || Math.abs(dx) < 2 * Math.abs(dy)) return;
    step(dx < 0 === mirrored ? "back" : "on");
  }, { passive: true });
}
