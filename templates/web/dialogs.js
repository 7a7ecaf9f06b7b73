// @ts-check
/** Opens and closes the two small windows: the keys, and how a handout is printed. */

/** @param {string} id */
export function openDialog(id) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById(id));
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

export function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    const open = /** @type {HTMLDialogElement} */ (dialog);
    if (open.close) open.close();
    else open.removeAttribute("open");
  }
}

/** Bring what is chosen for the handout to the page's root, where the style reads it. */
export function watchHandout() {
  const root = document.documentElement;
  const choose = () => {
    const count = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=handout]:checked"));
    const told = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=told]"));
    root.dataset.handout = count ? count.value : "3";
    root.dataset.told = told && told.checked ? "yes" : "no";
  };
  const dialog = /** @type {HTMLElement} */ (document.getElementById("page/printing"));
  dialog.addEventListener("change", choose);
  choose();
}
