/** What was done, until it is put away: where it stands now, what the check warns of, and "Undo". */

import { problem } from "./annotate-problems.js";
import { button, make } from "./elements.js";

/**
 * @typedef {object} More
 * @property {[string, string]} [link] an address and its words
 * @property {Node} [detail]
 * @property {any[]} [warnings]
 * @property {() => void} [undo]
 * @property {boolean} [focus] the focus goes to its first button
 */

export class Toast {
  constructor() {
    this.element = make("div", { class: "toast", role: "status", hidden: true });
  }

  /**
   * @param {string} text
   * @param {More} [more]
   */
  show(text, more = {}) {
    const link = more.link && make("a", { class: "button first", href: more.link[0] }, more.link[1]);
    const undo = more.undo && button("Undo", more.undo, { class: "button" });
    const close = button("Close", () => this.hide(), { class: "button quiet" });
    const lines = [make("p", {}, text), more.detail, ...(more.warnings ?? []).map(problem)];
    this.element.hidden = false;
    // filled when it is shown already, or a screen reader would not read it
    this.element.replaceChildren(
      ...lines.filter((line) => line !== undefined),
      make("div", { class: "toast-buttons" }, link, undo, close),
    );
    if (more.focus) (link ?? undo ?? close).focus();
  }

  hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
