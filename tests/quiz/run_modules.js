// Answers the calls that stand on standard input as JSON, [[module, function, ...arguments], …], by the quiz page's modules.
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const results = [];
for (const [module, name, ...values] of JSON.parse(Buffer.concat(chunks).toString("utf8"))) {
  const loaded = await import(new URL(`../../templates/quiz/${module}.js`, import.meta.url).href);
  results.push(loaded[name](...values) ?? null);
}
process.stdout.write(JSON.stringify(results));
