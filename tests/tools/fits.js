/** What does not fit on the page as it stands: cut off, outside, over something else, or too small to hit. */
(least) => {
  const wide = document.documentElement.clientWidth;
  const faults = new Set();

  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element) => `${element.localName}#${element.id}.${element.getAttribute("class") || ""}`;
  const area = (control) => (control.matches("[type=radio], [type=checkbox]") ? control.closest("label") : control)
    .getBoundingClientRect();
  const outside = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1
    || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const isBox = (element) => !["inline", "contents"].includes(getComputedStyle(element).display);
  const boxes = new Map();
  const boxOf = (element) => {
    if (!boxes.has(element)) boxes.set(element, isBox(element) && element.getBoundingClientRect());
    return boxes.get(element);
  };

  const listTexts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts.filter(({ data, parentElement }) =>
      data.trim() && shown(parentElement) && !parentElement.closest("script, select, textarea, [role=status]"));
  };

  const checkText = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      for (let box = text.parentElement; box !== document.documentElement; box = box.parentElement) {
        if (boxOf(box) && outside(rect, boxOf(box))) faults.add(`“${text.data.slice(0, 30)}” leaves ${name(box)}`);
      }
    }
  };

  /** A list's own text is cut where it is too long: it has one line. */
  const checkList = (list) => {
    const style = getComputedStyle(list);
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const room = list.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
    const text = list.selectedOptions[0].text;
    if (style.opacity !== "0" && pen.measureText(text).width > room + 1) faults.add(`“${text}” is cut in ${name(list)}`);
  };

  const checkControl = (control) => {
    const { left, right, width, height } = area(control);
    if (left < 0 || right > wide) faults.add(`${name(control)} leaves the page`);
    if (width < least || height < least) faults.add(`${name(control)} is small: ${width} × ${height}`);
    if (control.localName === "select") checkList(control);
    const cut = control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1;
    if (cut && isBox(control) && !control.matches("input, select, textarea:not([readonly])")) faults.add(`${name(control)} is cut`);
  };

  const controls = [...document.querySelectorAll("button, select, input, textarea, summary, a[href]")].filter(shown);
  if (document.documentElement.scrollWidth > wide) faults.add(`the page scrolls: ${document.documentElement.scrollWidth} > ${wide}`);
  listTexts().forEach(checkText);
  controls.forEach(checkControl);
  const areas = controls.map(area);
  areas.forEach((one, index) => areas.slice(index + 1).forEach((other, later) => {
    if (over(one, other)) faults.add(`${name(controls[index])} covers ${name(controls[index + 1 + later])}`);
  }));
  return [...faults];
}
