// Reads {"sources": [module, …], "script": "…"} and prints each property that one side has oftener, and each name that nothing declares.
import { Linter } from "eslint";
import * as espree from "espree";
import globals from "globals";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { sources, script } = JSON.parse(Buffer.concat(chunks).toString("utf8"));

function countProperties(text, sourceType, counts) {
  const add = (name) => counts.set(name, (counts.get(name) || 0) + 1);
  const walk = (node) => {
    if (!node || typeof node !== "object") return;
    if (node.type === "MemberExpression" && !node.computed) add(node.property.name);
    if (["Property", "MethodDefinition"].includes(node.type) && !node.computed && node.key.type === "Identifier") add(node.key.name);
    Object.values(node).forEach((part) => (Array.isArray(part) ? part.forEach(walk) : walk(part)));
  };
  walk(espree.parse(text, { ecmaVersion: 2020, sourceType }));
  return counts;
}

const before = new Map();
sources.forEach((source) => countProperties(source, "module", before));
const after = countProperties(script, "script", new Map());
for (const name of new Set([...before.keys(), ...after.keys()])) {
  if (before.get(name) !== after.get(name)) console.log(`${name}: ${before.get(name)} before, ${after.get(name)} after`);
}
const languageOptions = { ecmaVersion: 2020, sourceType: "script", globals: globals.browser };
for (const fault of new Linter().verify(script, [{ languageOptions, rules: { "no-undef": "error" } }])) console.log(fault.message);
