/** A citation as the forms show it. */

import { button, make } from "./elements.js";

/** @typedef {import("./annotate-frame.js").Answer} Answer */

/**
 * The citation: its lines and words, whether the check finds them, and what it recognised there.
 * @param {Answer} answer @param {(yaml: string) => void} copy
 */
export function citation(answer, copy) {
  const { exact, lines } = answer.citation;
  const pieces = Array.isArray(exact) ? exact : [exact];
  return make(
    "section",
    { class: "citation", "aria-label": "Citation" },
    make("blockquote", {}, ...pieces.map((piece) => make("p", {}, piece))),
    make(
      "p",
      { class: answer.found ? "verdict found" : "verdict missing" },
      answer.found ? "✓ matches our copy of the source" : "✗ not found in our copy of the source",
      make("span", {}, `, line${/-/.test(lines) ? "s" : ""} ${String(lines).replace("-", "–")}`),
    ),
    answer.recognised?.length > 0 &&
      make(
        "ul",
        { class: "recognised", "aria-label": "Recognised by the check" },
        ...answer.recognised.map(({ kind, text }) =>
          make("li", {}, make("span", {}, kind), ` ${text}`),
        ),
      ),
    answer.facts &&
      answer.facts.length > 0 &&
      make(
        "p",
        { class: "resting" },
        "Rests on these words already: ",
        ...answer.facts.flatMap(({ id, path }, at) => [at ? ", " : "", make("a", { href: `/${path}` }, id)]),
      ),
    make(
      "details",
      {},
      make("summary", {}, "As YAML"),
      yamlBox(answer.yaml),
      button("Copy", () => copy(answer.yaml), { class: "button small" }),
    ),
  );
}

/** YAML in a box that scrolls and can be selected. @param {string} yaml */
export function yamlBox(yaml) {
  return make("pre", { tabIndex: 0, role: "group", "aria-label": "Citation as YAML" }, yaml);
}
