/**
 * The form of a fact: the citation and what the check made of it, the fields of the kind, and the
 * problems where they belong. Nothing typed is lost but by saving or discarding.
 */

import { KINDS, REQUIRED, fieldOf, sent } from "./annotate-fields.js";
import { Frame } from "./annotate-frame.js";
import { Input } from "./annotate-inputs.js";
import { problem } from "./annotate-problems.js";
import { make } from "./elements.js";

/** @typedef {import("./annotate-frame.js").Answer} Answer */
/** @typedef {import("./annotate-frame.js").Hooks} Hooks */
/** @typedef {{kind?: string, typed: Record<string, any>}} Draft what was typed, by field */

export class FactForm {
  /** @param {Answer} answer @param {Draft} draft @param {Hooks} hooks */
  constructor(answer, draft, hooks) {
    this.answer = answer;
    this.draft = draft;
    this.hooks = hooks;
    this.kind = draft.kind ?? answer.suggestions.kind ?? answer.suggestions.kinds?.[0] ?? "claim";
    /** @type {Map<string, Input>} */
    this.inputs = new Map();
    this.fields = make("div", { class: "fields" });
    this.frame = new Frame(answer, hooks, {
      label: "Save the fact",
      fields: [this.kindChoice(), this.fields],
      body: () => this.body(),
      tell: (found) => this.tell(found),
    });
    this.element = this.frame.element;
    this.fill();
  }

  kindChoice() {
    // always in one order: a hand learns where each kind is
    const radios = Object.keys(KINDS).map((kind) =>
      make(
        "label",
        {},
        make("input", {
          type: "radio",
          name: "kind",
          value: kind,
          checked: kind === this.kind,
          on: { change: () => this.turnTo(kind) },
        }),
        make("span", {}, KINDS[kind].label),
      ),
    );
    return make("fieldset", { class: "kinds" }, make("legend", {}, "Kind"), ...radios);
  }

  /** Another kind: its own fields, with what was typed in those that both have. @param {string} kind */
  turnTo(kind) {
    this.kind = kind;
    this.draft.kind = kind;
    this.fill();
    this.hooks.changed();
  }

  fill() {
    const { fields, more } = KINDS[this.kind];
    this.inputs.clear();
    const made = (/** @type {string} */ name) => this.input(name).element;
    const further = more.map(made);
    const open = more.some((name) => this.inputs.get(name)?.value);
    this.fields.replaceChildren(
      ...fields.map(made),
      make("details", { open }, make("summary", {}, "More fields"), ...further),
      made("id"),
      made("file"),
    );
    this.frame.summary.replaceChildren();
  }

  /** @param {string} name */
  input(name) {
    const { suggestions } = this.answer;
    const isTyped = name in this.draft.typed;
    const input = new Input(name, {
      value: isTyped ? this.draft.typed[name] : suggested(suggestions, name),
      required: ["id", "file", ...REQUIRED[this.kind]].includes(name),
      choices: name === "file" ? files(suggestions) : undefined,
      people: suggestions.speakers ?? [],
      changed: () => {
        this.draft.typed[name] = input.value;
        this.hooks.changed();
      },
    });
    this.inputs.set(name, input);
    return input;
  }

  /** Where the editor's hand is needed: the first field that is missing, else the button. */
  focus() {
    for (const name of [...REQUIRED[this.kind], "id"]) {
      const input = this.inputs.get(name);
      if (input && !input.value) return input.control.focus();
    }
    this.frame.submit.focus();
  }

  body() {
    const names = [...KINDS[this.kind].fields, ...KINDS[this.kind].more];
    const values = ["id", ...names].map((name) => [name, this.inputs.get(name)?.value]);
    const fields = { kind: this.kind, ...sent(values.filter(([, value]) => value)) };
    return { file: this.inputs.get("file")?.value, fields };
  }

  /** Shows problems at their fields, and the rest above the buttons. @param {any[]} found */
  tell(found) {
    const by = Map.groupBy(found, (one) => fieldOf(one, this.kind) ?? "");
    for (const [name, input] of this.inputs) input.tell(by.get(name) ?? []);
    const elsewhere = by.get("") ?? [];
    const count = found.filter(({ severity }) => severity === "error").length;
    this.frame.summary.replaceChildren(
      make(
        "p",
        { class: "problem-count" },
        `Not saved: ${count === 1 ? "one problem" : `${count} problems`}. Nothing was written.`,
      ),
      ...elsewhere.map(problem),
    );
    const first = [...this.inputs].find(([name]) => by.has(name))?.[1];
    const folded = first?.element.closest("details");
    if (folded) folded.open = true;
    (first?.control ?? this.frame.submit).focus();
    if (!first) this.frame.summary.scrollIntoView({ block: "nearest" });
  }
}

/** What the server fills in, of `basis.X` the reason. @param {any} suggestions @param {string} name */
function suggested(suggestions, name) {
  const [whole, part] = name.split(".");
  if (name === "speaker" && suggestions.speaker_unnamed) return { unnamed: suggestions.speaker_unnamed };
  return part ? suggestions[whole]?.[part]?.inferred : suggestions[name];
}

/** @param {any} suggestions @returns {[string, string][]} */
function files(suggestions) {
  const names = new Set([suggestions.file, ...(suggestions.files ?? [])].filter(Boolean));
  return [...names].map((name) => [name, name.replace(/^content\/facts\//, "")]);
}
