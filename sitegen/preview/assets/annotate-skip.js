/** The form for a passage that is left out: one field. */

import { Frame } from "./annotate-frame.js";
import { problem } from "./annotate-problems.js";
import { make } from "./elements.js";

/** @typedef {import("./annotate-frame.js").Answer} Answer */
/** @typedef {import("./annotate-form.js").Draft} Draft */
/** @typedef {import("./annotate-frame.js").Hooks} Hooks */

export class SkipForm {
  /** @param {Answer} answer @param {Draft} draft @param {Hooks} hooks */
  constructor(answer, draft, hooks) {
    this.answer = answer;
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
    this.frame = new Frame(answer, hooks, {
      label: "Leave it out",
      fields: [
        make(
          "div",
          { class: "field field-long" },
          make("label", { htmlFor: "field-because" }, "Skip, because …"),
          this.because,
          make("p", { class: "hint", id: "field-because-hint" }, "For a reader: it stands on the page."),
        ),
      ],
      body: () => this.body(),
      tell: (found) => this.tell(found),
    });
    this.element = this.frame.element;
  }

  focus() {
    this.because.focus();
  }

  body() {
    const because = this.because.value.trim();
    if (because) return { because, file: this.answer.suggestions?.file };
    this.tell([{ severity: "error", message: "A reader wants to know why." }]);
    return null;
  }

  /** @param {any[]} found */
  tell(found) {
    this.because.setAttribute("aria-invalid", "true");
    this.frame.summary.replaceChildren(...found.map(problem));
    this.because.focus();
  }
}
