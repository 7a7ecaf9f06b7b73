// Slides as JSON -> a .pptx by PptxGenJS, as its documentation shows it: node pptxgenjs.mjs slides.json deck.pptx
import { readFileSync } from "node:fs";
import PptxGenJS from "pptxgenjs";

const [source, target] = process.argv.slice(2);
const slides = JSON.parse(readFileSync(source, "utf8"));
const body = { x: 0.5, y: 1.3, w: 12.3, h: 5.2 };
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "PLAIN",
  objects: [{ placeholder: { options: { name: "title", type: "title", x: 0.5, y: 0.3, w: 12.3, h: 0.9 }, text: "" } }],
});

for (const { title, points, tables, charts, notes } of slides) {
  const slide = deck.addSlide({ masterName: "PLAIN" });
  slide.addText(title, { placeholder: "title" });
  if (points.length) {
    slide.addText(points.map((text) => ({ text, options: { bullet: true, breakLine: true } })), { ...body, fontSize: 20 });
  }
  for (const rows of tables) {
    slide.addTable(rows.map((row) => row.map((text) => ({ text }))), { ...body, fontSize: 18 });
  }
  for (const { kind, labels, series } of charts) {
    slide.addChart(kind, series.map(([name, values]) => ({ name, labels, values })), { ...body, showValue: true });
  }
  if (notes) slide.addNotes(notes);
}
await deck.writeFile({ fileName: target });
