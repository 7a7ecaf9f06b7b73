// A talk as JSON -> a .pptx by PptxGenJS, as its documentation shows it: node pptxgenjs.mjs talk.json deck.pptx
import { readFileSync } from "node:fs";
import PptxGenJS from "pptxgenjs";

const [source, target] = process.argv.slice(2);
const { lang, face, pages } = JSON.parse(readFileSync(source, "utf8"));
const font = face ? { lang, fontFace: face } : { lang };
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.title = pages[0].title;
if (face) deck.theme = { headFontFace: face, bodyFontFace: face };

const wide = { x: 0.6, w: 12.1 };
const title = { name: "title", type: "title", ...wide, y: 0.3, h: 1.1, fontSize: 28, bold: true, ...font };
const body = { type: "body", y: 1.5, h: 5.4, fontSize: 20, valign: "top", fit: "shrink", ...font };
const below = { x: 0.6, w: 12.1, y: 6.3, h: 0.7, fontSize: 20, ...font };
const master = (name, ...places) =>
  deck.defineSlideMaster({
    title: name,
    objects: places.map((options) => ({ placeholder: { options, text: "" } })),
    slideNumber: { x: 12.4, y: 7, fontSize: 12 },
  });
master("OPENING", { ...title, y: 2.4 }, { ...body, name: "body", ...wide, y: 3.6, h: 2, fontSize: 24 });
master("TEXT", title, { ...body, name: "body", ...wide });
master("COLUMNS", title, { ...body, name: "left", x: 0.6, w: 5.9 }, { ...body, name: "right", x: 6.8, w: 5.9 });
master("PLAIN", title);

const line = (text, options = {}) => ({ text, options: { breakLine: true, ...font, ...options } });
const list = (points, bullet = true) => points.map((text) => line(text, { bullet }));

function choose(page) {
  if (page.opens) return "OPENING";
  if (page.columns.length) return "COLUMNS";
  return page.table.length || page.chart || page.picture ? "PLAIN" : "TEXT";
}

function fill(slide, page) {
  const numbered = page.numbered ? { type: "number" } : true;
  const texts = [...(page.lead ? [line(page.lead)] : []), ...list(page.points, numbered)];
  if (page.opens || choose(page) === "TEXT") {
    slide.addText([...texts, ...(page.after ? [line(page.after)] : [])], { placeholder: "body" });
  }
  for (const [i, [head, points]] of page.columns.entries()) {
    slide.addText([line(head, { bold: true }), ...list(points)], { placeholder: i ? "right" : "left" });
  }
}

function addTable(slide, rows) {
  const head = rows[0].map((text) => ({ text, options: { ...font, bold: true, fill: { color: "E6E6E6" } } }));
  const rest = rows.slice(1).map((row) => row.map((text) => ({ text, options: font })));
  const pages = { autoPage: true, autoPageRepeatHeader: true, autoPageHeaderRows: 1, autoPageSlideStartY: 1.5 };
  slide.addTable([head, ...rest], { ...wide, y: 1.5, fontSize: 18, border: { color: "BFBFBF" }, ...pages });
}

function addChart(slide, { kind, categories, series, alt }) {
  const data = series.map(([name, values]) => ({ name, labels: categories, values }));
  const faces = face ? { catAxisLabelFontFace: face, valAxisLabelFontFace: face, dataLabelFontFace: face } : {};
  const [type, direction] = { column: ["bar", "col"], bar: ["bar", "bar"], line: ["line"], doughnut: ["doughnut"] }[kind];
  const sizes = { catAxisLabelFontSize: 14, valAxisLabelFontSize: 14, dataLabelFontSize: 14 };
  const options = { ...sizes, ...wide, y: 1.5, h: 4.7, barDir: direction, showValue: true, dataLabelFormatCode: "General", altText: alt, lang, ...faces };
  slide.addChart(type, data, options);
}

let section = pages[0].title;
for (const page of pages) {
  if (page.opens) section = page.title;
  if (page.opens) deck.addSection({ title: section });
  const slide = deck.addSlide({ masterName: choose(page), sectionTitle: section });
  slide.addText(page.title, { placeholder: "title", ...font });
  fill(slide, page);
  if (page.table.length) addTable(slide, page.table);
  if (page.chart) addChart(slide, page.chart);
  if (page.picture) {
    const [path, altText] = page.picture;
    const place = { x: 3.9, y: 1.5, w: 5.5, h: 4.7 };
    slide.addImage({ path, altText, ...place, sizing: { type: "contain", w: place.w, h: place.h } });
  }
  if (page.after && choose(page) === "PLAIN") slide.addText([line(page.after)], below);
  if (page.notes.length) slide.addNotes(page.notes.join("\n\n"));
}
await deck.writeFile({ fileName: target });
