/** What was typed and neither saved nor discarded: kept by passage, over reloads, in this tab. */

import { kept } from "./session.js";

/** @typedef {import("./annotate-lines.js").Passage} Passage */
/** @typedef {import("./annotate-lines.js").Place} Place */
/** @typedef {{passage: Passage, mode: "fact" | "skip"}} Worked */
/** @typedef {Worked["mode"]} Mode */
/** @typedef {{start: Place, end: Place, mode: Mode, kind?: string, typed: Record<string, any>}} Draft */

export class Drafts {
  /** @param {string | null} source */
  constructor(source) {
    this.name = `drafts-${source}`;
    /** @type {Record<string, Draft>} */
    this.all = kept.get(this.name) ?? {};
  }

  /** The draft of a passage: what was kept of it, or an empty one. @param {Worked} worked */
  of(worked) {
    const { start, end } = worked.passage;
    return (this.all[key(worked)] ??= { start, end, mode: worked.mode, typed: {} });
  }

  /** Other words for the same draft. @param {Worked} worked @param {Passage} passage */
  move(worked, passage) {
    const draft = this.of(worked);
    delete this.all[key(worked)];
    const { start, end } = passage;
    this.all[key({ passage, mode: worked.mode })] = { ...draft, start, end };
    this.keep();
  }

  /** @param {Worked} worked */
  drop(worked) {
    delete this.all[key(worked)];
    this.keep();
  }

  /** Those with something typed, but for the one at hand. @param {Worked | null} worked */
  others(worked) {
    const at = worked && key(worked);
    return Object.entries(this.all)
      .filter(([name, draft]) => name !== at && Object.keys(draft.typed).length > 0)
      .map(([, draft]) => draft);
  }

  keep() {
    const typed = Object.entries(this.all).filter(([, draft]) => Object.keys(draft.typed).length > 0);
    kept.set(this.name, typed.length ? Object.fromEntries(typed) : null);
  }
}

/** @param {Worked} worked */
function key({ passage: { start, end }, mode }) {
  return `${mode} ${start.line}:${start.column}-${end.line}:${end.column}`;
}
