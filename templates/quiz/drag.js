// @ts-check
/** Lets parts be carried with a mouse or a finger; buttons and lists do the same without (WCAG 2.5.7). */

const NEAR_EDGE = 60;
const STEP = 12;

/**
 * Let `element` be carried: by a `.grip` in it, or with a mouse by all of it; `drop` hears at which of `zones` it was let go.
 * @param {HTMLElement} element
 * @param {HTMLElement[]} zones
 * @param {(index: number) => void} drop
 */
export function letCarry(element, zones, drop) {
  element.addEventListener("pointerdown", (down) => {
    const at = /** @type {Element} */ (down.target);
    if (down.button || at.closest("button, select, .chip") || (down.pointerType !== "mouse" && !at.closest(".grip"))) return;
    element.setPointerCapture(down.pointerId);
    let over = -1;
    const move = (/** @type {PointerEvent} */ event) => {
      element.style.transform = `translate(${event.pageX - down.pageX}px,${event.pageY - down.pageY}px)`;
      if (event.clientY < NEAR_EDGE) scrollBy(0, -STEP);
      if (event.clientY > innerHeight - NEAR_EDGE) scrollBy(0, STEP);
      over = zones.findIndex((zone) => zone !== element && holds(zone.getBoundingClientRect(), event));
      show(true);
    };
    const end = (/** @type {PointerEvent} */ event) => {
      element.onpointermove = element.onpointerup = element.onlostpointercapture = null;
      show(false);
      if (over >= 0 && event.type === "pointerup") drop(over);
    };
    const show = (/** @type {boolean} */ on) => {
      element.classList.toggle("carried", on);
      if (!on) element.style.transform = "";
      zones.forEach((zone, index) => zone.classList.toggle("under", on && index === over));
    };
    element.onpointermove = move;
    element.onpointerup = element.onlostpointercapture = end;
  });
}

/**
 * @param {DOMRect} box
 * @param {PointerEvent} event
 */
function holds(box, event) {
  return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
}
