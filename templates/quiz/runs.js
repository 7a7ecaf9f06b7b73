// @ts-check
/** The runs of a paragraph -> their text, and the language that they are in. */

/** @import {Run} from "./types.d.ts" */

/** @param {Run} run */
export function textOf(run) {
  return typeof run === "string" ? run : run.text;
}

/**
 * Return the other language that all runs are in, where there is one.
 * @param {Run[]} runs
 */
export function langOf(runs) {
  const langs = runs.map((run) => (typeof run === "string" ? "" : run.blank ? undefined : run.lang || ""))
    .filter((lang) => lang !== undefined);
  return langs.every((lang) => lang === langs[0]) ? langs[0] : "";
}
