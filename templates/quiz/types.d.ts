/** The data that the writer puts into a quiz page, and what the page remembers. */

export type Run =
  | string
  | {
      text: string;
      lang?: string;
      bold?: boolean;
      emphasis?: boolean;
      code?: boolean;
      href?: string;
      blank?: string;
    };
/** One paragraph by language. */
export type Text = Record<string, Run[]>;
/** Paragraphs by language. */
export type Texts = Record<string, Run[][]>;
/** Right answers as they are told, by language. */
export type Shown = Record<string, string[]>;

export interface Language {
  id: string;
  tag: string;
  dir: "ltr" | "rtl";
}

export interface Part {
  id: string;
  text: Text;
}

export type Level = "remember" | "understand" | "apply" | "analyse" | "evaluate" | "create";

interface Base {
  id: string;
  hash: string;
  text: Text;
  points: number;
  scoring: "all_or_nothing" | "each_right" | "right_minus_wrong";
  objective: string;
  level: Level;
  slide: string;
  hints: Text[];
  explanation: Texts;
  sources: Texts;
}

export interface ChoiceItem extends Base {
  kind: "single" | "multiple" | "true_false";
  options: Part[];
  shuffle: boolean;
  right: string[];
  feedback: Record<string, Text>;
}

export interface NumericItem extends Base {
  kind: "numeric";
  unit?: Text;
  percent: boolean;
  answer: number;
  tolerance: number;
  shown: Shown;
  mistakes: { value: number; feedback: Text }[];
  general?: Text;
}

export interface TextItem extends Base {
  kind: "text";
  accepted: string[];
  shown: Shown;
  general?: Text;
}

/** A gap with options is a drop-down; one with accepted answers is a text field. */
export interface Gap {
  id: string;
  options?: Part[];
}

export interface GapKey {
  right?: string[];
  accepted?: string[];
  shown?: Shown;
  general?: Text;
  feedback?: Record<string, Text>;
}

export interface ClozeItem extends Base {
  kind: "cloze";
  sentence: Texts;
  gaps: Gap[];
  keys: Record<string, GapKey>;
}

export interface MatchItem extends Base {
  kind: "match";
  lefts: Part[];
  rights: Part[];
  key: Record<string, string>;
  feedback: Record<string, Text>;
}

export interface OrderItem extends Base {
  kind: "order";
  parts: Part[];
  right: string[];
  general?: Text;
}

export interface GroupItem extends Base {
  kind: "group";
  groups: Part[];
  parts: Part[];
  key: Record<string, string>;
  feedback: Record<string, Text>;
}

export interface OpenItem extends Base {
  kind: "open";
  rubric: (Part & { points: number })[];
  sample: Texts;
}

export type Item = ChoiceItem | NumericItem | TextItem | ClozeItem | MatchItem | OrderItem | GroupItem | OpenItem;

/** How the quiz is taken; `hint_cost` is in percent of a question's points. */
export interface Rules {
  mode: "study" | "exam";
  tries: number;
  show: "one" | "all";
  hint_cost: number;
  certainty: boolean;
  shuffle: boolean;
  draw?: number;
  seed: "chance" | "student";
  minutes?: number;
  prints: "paper" | "key";
}

export interface Paper {
  course: string;
  quiz: string;
  lang: string;
  languages: Language[];
  rules: Rules;
  course_title: Text;
  unreviewed?: string[];
  title: Text;
  intro?: Text;
  objectives: Part[];
  /** The file of the slides as a web page, where that was made, too. */
  web?: string;
  /** What the items point to: titles, and numbers in the deck of each language. */
  slides: Record<string, { title: Text; numbers: Record<string, number> }>;
  items: Item[];
  words: Record<string, string[]>;
}

/** A typed number, with the reading that was chosen where it has two. */
export interface NumberAnswer {
  text: string;
  reading?: Reading;
}
export type Reading = "point" | "group";
export interface OpenAnswer {
  text: string;
  met: string[];
}
/** Chosen or ordered ids; one id or text a part; a typed answer. */
export type Answer = string[] | Record<string, string> | NumberAnswer | OpenAnswer;

export type Sureness = "" | "sure" | "think" | "guess";

/**
 * What is remembered of one question: the answer being made, those that were checked, how many hints were taken, whether the
 * student means to come back, and how sure they are.
 */
export interface Slot {
  hash: string;
  answer: Answer | null;
  tried: (Answer | null)[];
  hints: number;
  flag: boolean;
  sure: Sureness;
  /** How often it changed: of two tabs, the one that changed it oftener knows it better. */
  rev: number;
  /** Work on what the question was before it was changed; it comes back where the change is undone. */
  was?: Slot[];
  /** An answer that does not count, since its question is gone or not drawn; this was told. */
  aside?: boolean;
}

/** The time limit: the seconds that went by and that were added, and by how much it is longer; with the factor 0 there is none. */
export interface Clock {
  spent: number;
  extra: number;
  factor: number;
}

/**
 * What is remembered of a quiz. `born` is one for all that a student does until somebody starts anew. `who` is the name or number that a student gave. `at` is `/start`, `/results` or a question's id;
 * `only` the questions of a retry.
 */
export interface State {
  version: 2;
  born: number;
  seed: number;
  who: string;
  at: string;
  only: string[] | null;
  clock: Clock;
  slots: Record<string, Slot>;
}

/** A state as far as it still fits the quiz, and how many answers do not. */
export interface Restored {
  state: State;
  dropped: number;
}

export type Mark = "right" | "wrong" | "none";

/** How an answer was judged: the share of the points from 0 to 1, and each part by id. */
export interface Verdict {
  share: number;
  marks: Record<string, Mark>;
}

export type Status = "new" | "begun" | "wrong" | "partly" | "right";

/** What a view gets: the quiz, the state, the language to speak, and how to change things. */
export interface Desk {
  paper: Paper;
  state: State;
  lang: string;
  tag: string;
  trouble: Trouble | null;
  erasing: boolean;
  saved: boolean;
  dropped: number;
  /** A visit that finds work of an earlier one: it asks whose that is. */
  visiting: boolean;
  /** What others left on this device. */
  others: Restored[];
  /** An element's id: alone on its page, or one of many. */
  id: (name: string, item: Item) => string;
  /** Our own word in the reader's language. */
  say: (msgid: string, values?: object) => string;
  number: (value: number) => string;
  /** Keep an answer without drawing anew. */
  keep: (item: Item, answer: Answer) => void;
  /** Change the state, draw anew, and move the focus to `focus` where it is given. */
  change: (state: State, focus?: string) => void;
  check: (item: Item) => void;
  warn: (item?: Item) => void;
  /** Whether an answer has two readings, of which the student has to choose one. */
  asks: (item: Item) => boolean;
  /** Keep a state without drawing anew. */
  note: (state: State) => void;
  leave: () => void;
  takeUp: (index: number) => void;
  erase: (step: "ask" | "keep" | "erase") => void;
  announce: (text: string) => void;
}

/** Why an answer could not be checked. */
export interface Trouble {
  item: string;
  why: "empty" | "unreadable" | "ambiguous" | "gaps";
}
