/** The form's inputs, made from the table of fields: a label, what is typed, its hint and problems. */

import { FIELDS } from "./annotate-fields.js";
import { problem } from "./annotate-problems.js";
import { make } from "./elements.js";

/** @typedef {{id: string, name: string}} Person */
/** @typedef {import("./annotate-problems.js").Problem} Problem */
/**
 * @typedef {object} Given
 * @property {any} value what it holds at first
 * @property {boolean} required
 * @property {[string, string][]} [choices]
 * @property {Person[]} [people]
 * @property {() => void} changed
 */

const UNNAMED = "?unnamed"; // no id has a question mark

/** One field of the form. */
export class Input {
  /**
   * @param {string} name
   * @param {Given} given
   */
  constructor(name, given) {
    const field = FIELDS[name];
    this.name = name;
    const id = `field-${name.replace(".", "-")}`;
    this.problems = make("div", { class: "problems", id: `${id}-problems` });
    const common = {
      id,
      required: given.required,
      "aria-describedby": [field.hint && `${id}-hint`, `${id}-problems`].filter(Boolean).join(" "),
      on: { input: given.changed },
    };
    /** @type {any} */
    this.control =
      field.as === "long"
        ? make("textarea", { ...common, rows: 2, value: given.value ?? "" })
        : field.as === "choice"
          ? choice(common, given.choices ?? field.choices ?? [], given.value)
          : field.as === "speaker"
            ? speakers(common, given.people ?? [], given.value, given.required)
            : make("input", {
                ...common,
                type: "text",
                value: Array.isArray(given.value) ? given.value.join(", ") : (given.value ?? ""),
                autocomplete: "off",
                spellcheck: field.as !== "list" && !["id", "value"].includes(name),
                autocapitalize: "off",
              });
    this.unnamed = field.as === "speaker" ? unnamed(id, field.label, given) : null;
    this.element = make(
      "div",
      { class: `field field-${field.as} of-${name.replace(".", "-")}` },
      make("label", { htmlFor: id }, field.label, !given.required && make("span", {}, " optional")),
      this.control,
      this.unnamed,
      field.hint && make("p", { class: "hint", id: `${id}-hint` }, field.hint),
      this.problems,
    );
    if (this.unnamed) {
      const show = () => (this.unnamed.hidden = this.control.value !== UNNAMED);
      this.control.addEventListener("input", show);
      show();
    }
  }

  /** What was entered, as the server takes it; an empty field is null. */
  get value() {
    if (this.control.value === UNNAMED) {
      const words = this.unnamed.querySelector("input").value.trim();
      return words ? { unnamed: words } : null;
    }
    const text = this.control.value.trim();
    if (FIELDS[this.name].as !== "list") return text || null;
    const ids = text.split(/[\s,]+/).filter(Boolean);
    return ids.length ? ids : null;
  }

  /** @param {Problem[]} problems */
  tell(problems) {
    this.problems.replaceChildren(...problems.map(problem));
    const wrong = problems.some(({ severity }) => severity === "error");
    this.control.setAttribute("aria-invalid", String(wrong));
  }
}

/** @param {Record<string, any>} common @param {[string, string][]} choices @param {any} value */
function choice(common, choices, value) {
  return make(
    "select",
    common,
    ...choices.map(([key, text]) => make("option", { value: key, selected: key === (value ?? "") }, text)),
  );
}

/** The people, those first whom the text names nearby; or somebody whom it doesn't name. */
function speakers(common, people, value, required) {
  const isUnnamed = typeof value === "object" && value !== null;
  return make(
    "select",
    common,
    make("option", { value: "" }, required ? "Choose …" : "Nobody in particular"),
    make("option", { value: UNNAMED, selected: isUnnamed }, "Somebody unnamed …"),
    ...people.map(({ id, name }) => make("option", { value: id, selected: id === value }, name)),
  );
}

function unnamed(id, label, given) {
  const isGiven = typeof given.value === "object" && given.value !== null;
  return make(
    "div",
    { class: "unnamed", hidden: !isGiven },
    make("label", { htmlFor: `${id}-unnamed` }, `${label}, in the source’s words`),
    make("input", {
      id: `${id}-unnamed`,
      type: "text",
      autocomplete: "off",
      value: isGiven ? given.value.unnamed : "",
      placeholder: "a source close to …",
      on: { input: given.changed },
    }),
  );
}
