/** What both forms have: the citation above their fields; below these the problems and the buttons. */

import { citation } from "./annotate-citation.js";
import { problems } from "./annotate-problems.js";
import { button, make } from "./elements.js";

/**
 * @typedef {object} Answer what the server says of a selection
 * @property {any} citation
 * @property {string} yaml
 * @property {boolean} found
 * @property {any} suggestions
 * @property {{kind: string, text: string}[]} recognised
 * @property {{id: string, kind: string, path: string}[]} [facts] those that rest on the words already
 */
/**
 * @typedef {object} Hooks
 * @property {(body: any) => Promise<any>} save
 * @property {() => void} changed something was typed
 * @property {() => void} discard
 * @property {(yaml: string) => void} copy
 */
/**
 * @typedef {object} Given
 * @property {string} label of the button that saves
 * @property {Node[]} fields
 * @property {() => any} body what is to be saved beside the citation; nothing where it told a problem
 * @property {(found: any[]) => void} tell shows problems
 */

export class Frame {
  /** @param {Answer} answer @param {Hooks} hooks @param {Given} given */
  constructor(answer, hooks, { label, fields, body, tell }) {
    this.summary = make("div", { class: "summary", role: "alert" });
    this.submit = make(
      "button",
      { type: "submit", class: "button first", "aria-keyshortcuts": "Control+Enter" },
      label,
      make("kbd", { "aria-hidden": "true" }, "Ctrl ↵"),
    );
    const send = async (/** @type {Event} */ event) => {
      event.preventDefault();
      if (this.submit.disabled) return;
      const entered = body();
      if (!entered) return;
      this.submit.disabled = true;
      const saved = await hooks.save({ citation: answer.citation, ...entered });
      this.submit.disabled = false;
      if (!saved.ok) tell(problems(saved));
    };
    this.element = make(
      "form",
      { class: "form", noValidate: true, autocomplete: "off", on: { submit: send } },
      citation(answer, hooks.copy),
      ...fields,
      this.summary,
      make(
        "div",
        { class: "form-buttons" },
        this.submit,
        button("Discard", () => hooks.discard(), { class: "button quiet" }),
      ),
    );
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
    });
  }
}
