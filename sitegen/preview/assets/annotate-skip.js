/** The form for a passage that is left out: one field. */

import { citation } from "./annotate-citation.js";
import { button, make } from "./annotate-dom.js";
import { problem, problems } from "./annotate-problems.js";

/** @typedef {import("./annotate-form.js").Answer} Answer */
/** @typedef {import("./annotate-form.js").Draft} Draft */
/** @typedef {import("./annotate-form.js").Hooks} Hooks */

export class SkipForm {
  /** @param {Answer} answer @param {Draft} draft @param {Hooks} hooks */
  constructor(answer, draft, hooks) {
    this.answer = answer;
    this.hooks = hooks;
    this.because = make("textarea", {
      id: "field-because",
      rows: 3,
      required: true,
      value: draft.typed.because ?? "",
      "aria-describedby": "field-because-hint",
      on: {
        input: () => {
          draft.typed.because = this.because.value;
          hooks.changed();
        },
      },
    });
    this.summary = make("div", { class: "summary", role: "alert" });
    this.submit = make(
      "button",
      { type: "submit", class: "button first", "aria-keyshortcuts": "Control+Enter" },
      "Leave it out",
      make("kbd", { "aria-hidden": "true" }, "Ctrl ↵"),
    );
    this.element = make(
      "form",
      { class: "form", noValidate: true, on: { submit: (e) => this.send(e) } },
      citation(answer, hooks.copy),
      make(
        "div",
        { class: "field field-long" },
        make("label", { htmlFor: "field-because" }, "Skip, because …"),
        this.because,
        make("p", { class: "hint", id: "field-because-hint" }, "For a reader: it stands on the page."),
      ),
      this.summary,
      make(
        "div",
        { class: "form-buttons" },
        this.submit,
        button("Discard", () => hooks.discard(), { class: "button quiet" }),
      ),
    );
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.send(event);
    });
  }

  focus() {
    this.because.focus();
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    if (this.submit.disabled) return;
    const because = this.because.value.trim();
    if (!because) return this.tell([{ severity: "error", message: "A reader wants to know why." }]);
    this.submit.disabled = true;
    const answer = await this.hooks.save({
      citation: this.answer.citation,
      because,
      file: this.answer.suggestions?.file,
    });
    this.submit.disabled = false;
    if (!answer.ok) this.tell(problems(answer));
  }

  /** @param {any[]} found */
  tell(found) {
    this.because.setAttribute("aria-invalid", "true");
    this.summary.replaceChildren(...found.map(problem));
    this.because.focus();
  }
}
