/** What has been done, told in the toast: copied, saved, taken back, or refused. */

import { yamlBox } from "./annotate-citation.js";
import { make } from "./elements.js";
import { kept } from "./session.js";

/** @typedef {import("./annotate-calls.js").Calls} Calls */
/** @typedef {import("./annotate-calls.js").Mode} Mode */
/** @typedef {import("./annotate-toast.js").Toast} Toast */
/**
 * @typedef {object} Saved
 * @property {Mode} mode
 * @property {string} place where it was written: `content/facts/x.yaml:88`
 * @property {string} back the page of the source
 * @property {string} [id]
 * @property {string} [path] the page of the fact
 * @property {string} [undo]
 * @property {any[]} [warnings]
 */

// in the session:
const LAST = "annotated"; // the last fact that was made
const UNWANTED = "unwanted"; // the one to take back where it was annotated

export class Done {
  /** @param {Calls} calls @param {Toast} toast */
  constructor(calls, toast) {
    this.calls = calls;
    this.toast = toast;
  }

  get page() {
    return this.calls.preview.page;
  }

  /** @param {{problem?: string, hint?: string}} answer */
  refused(answer) {
    const { problem = "The preview refused this.", hint } = answer;
    this.toast.show(sentence(problem), { detail: hint ? make("p", {}, sentence(hint)) : undefined });
  }

  /** Copies YAML and shows it, since a browser may refuse its clipboard. @param {string} yaml */
  async copy(yaml) {
    let text = "The citation is copied.";
    try {
      await navigator.clipboard.writeText(yaml);
    } catch {
      text = "The browser keeps its clipboard closed. Here is the citation:";
    }
    this.toast.show(text, { detail: yamlBox(yaml) });
  }

  /** @param {Mode} mode @param {any} answer */
  saved(mode, answer) {
    const { id, path, place, undo, warnings } = answer;
    const saved = { mode, id, path, place, undo, warnings, back: this.page };
    if (mode === "fact") kept.set(LAST, saved);
    this.tell(saved, true);
  }

  /** Goes on from the page before: the fact that was just made can be undone on its own page. */
  recall() {
    const unwanted = kept.get(UNWANTED);
    kept.set(UNWANTED, null);
    if (unwanted?.back === this.page) return void this.undo(unwanted);
    const saved = kept.get(LAST);
    if (saved?.path === this.page) this.tell(saved, false);
  }

  /** @param {Saved} saved @param {boolean} focus */
  tell(saved, focus) {
    const text = saved.mode === "fact" ? `Saved “${saved.id}”` : "Left out, with the reason,";
    const undo = saved.undo ? () => void this.undo(saved) : undefined;
    const { warnings } = saved;
    const { broken } = this.calls.preview;
    const later = broken && make("p", {}, "The pages show it when the errors of the project are mended.");
    const more = later ? { detail: later } : { link: this.link(saved) };
    this.toast.show(`${text} in ${saved.place}.`, { ...more, warnings, undo, focus });
  }

  /** @param {Saved} saved */
  async undo(saved) {
    if (saved.path === this.page) return this.leave(saved);
    const answer = await this.calls.undo(saved.undo ?? "");
    if (!answer.ok) return this.refused(answer);
    kept.set(LAST, null);
    const text = saved.mode === "fact" ? `“${saved.id}” is taken back.` : "The skip is taken back.";
    this.toast.show(text, { focus: true });
  }

  /** The page of a fact goes with the fact, and would take with it what is told. @param {Saved} saved */
  leave(saved) {
    kept.set(UNWANTED, saved);
    location.replace(`/${saved.back}`); // the way back leads past the page that is gone
  }

  /** @param {Saved} saved @returns {[string, string] | undefined} */
  link(saved) {
    if (saved.mode !== "fact" || !saved.path) return undefined;
    if (saved.path === this.page) return [`/${saved.back}`, "Back to the article"];
    return [`/${saved.path}`, "See the fact’s page"];
  }
}

/** A line of the check as a sentence; a path at its beginning stays as it is. @param {string} line */
function sentence(line) {
  const begun = /^[a-z]+ /.test(line) ? line[0].toUpperCase() + line.slice(1) : line;
  return /[.:?]$/.test(begun) ? begun : `${begun}.`;
}
