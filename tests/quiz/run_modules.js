// Answers the calls that stand on standard input as JSON, {shared: […], calls: [[module, function, ...arguments], …]}, by the quiz
// page's modules; an argument {shared: 2} is one of those that many calls share.
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { shared, calls } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const results = [];
for (const [module, name, ...values] of calls) {
  const loaded = await import(new URL(`../../templates/quiz/${module}.js`, import.meta.url).href);
  results.push(loaded[name](...values.map((value) => (value?.shared === undefined ? value : shared[value.shared]))) ?? null);
}
process.stdout.write(JSON.stringify(results));
