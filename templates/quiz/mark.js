// @ts-check
/** A mark -> its sign with its word, and the notes that stand beside a marked part. */

import { draw, icon, make } from "./dom.js";

/** @import {Child} from "./dom.js" */
/** @import {Desk, Mark, Status, Sureness, Text} from "./types.d.ts" */

/**
 * Return the word for how a question stands.
 * @param {Desk} desk
 * @param {Status | "none"} status
 */
export function statusWord(desk, status) {
  switch (status) {
    case "right":
      return desk.say("Right");
    case "partly":
      return desk.say("Partly right");
    case "wrong":
      return desk.say("Not right");
    case "begun":
      return desk.paper.rules.mode === "exam" ? desk.say("Answered") : desk.say("Not checked yet");
    case "none":
    case "new":
      return desk.say("Not answered");
  }
}

/** @type {Sureness[]} */
export const SURENESS = ["sure", "think", "guess"];

/**
 * @param {Desk} desk
 * @param {Sureness} level
 */
export function wordSure(desk, level) {
  if (level === "sure") return desk.say("Sure");
  return level === "think" ? desk.say("Not quite sure") : desk.say("A guess");
}

/**
 * @param {Desk} desk
 * @param {Mark} mark
 * @param {string} [word]
 */
export function badge(desk, mark, word) {
  const sign = mark === "right" ? "right" : "wrong";
  return make(`span.badge.is-${sign}`, icon(sign), word || statusWord(desk, mark));
}

/**
 * Return what stands below a marked part: its feedback, and its right answer where it is to be told.
 * @param {Desk} desk
 * @param {string} id
 * @param {Text | undefined} feedback
 * @param {Child[] | null} answer
 */
export function notes(desk, id, feedback, answer) {
  if (!feedback && !answer) return null;
  return make("div.notes", { id },
    feedback && make("p", draw(desk, feedback)),
    answer && drawRight(desk, answer));
}

/**
 * Return the right answer, named as such.
 * @param {Desk} desk
 * @param {Child[]} answer
 */
export function drawRight(desk, answer) {
  return make("p.key", make("strong", desk.say("Right answer:")), " ", answer);
}
