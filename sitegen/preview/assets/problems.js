/** The report of a run as elements: the words are the server's, which are those of the check. */

import { make } from "./elements.js";

/** @param {number} number @param {string} noun */
export const counted = (number, noun) =>
  `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

/** @param {{errors: number, warnings: number, failure?: string | null}} report */
export function figures({ errors, warnings, failure }) {
  const told = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")];
  return told.filter(Boolean).join(", ") || (failure ? "The preview could not be made" : "");
}

/**
 * All that a report has to say, by file.
 * @param {any} report as `report.py` describes it
 */
export function list(report) {
  return make(
    "div",
    {},
    report.failure && make("p", { class: "sp-failure" }, report.failure),
    ...report.files.map(file),
    report.left_out > 0 &&
      make(
        "p",
        { class: "sp-more" },
        `and ${report.left_out.toLocaleString("en")} more: `,
        make("code", {}, "sitegen check"),
        " prints all",
      ),
  );
}

function file({ path, diagnostics }) {
  const weights = ["error", "warning"].map((weight) => {
    const number = diagnostics.filter((each) => each.severity === weight).length;
    return number && counted(number, weight);
  });
  return make(
    "section",
    { class: "sp-file" },
    make(
      "h3",
      { class: "sp-path" },
      path === null ? "The project" : make("span", { class: "sp-name" }, ...pieces(path)),
      make("span", { class: "sp-figures" }, weights.filter(Boolean).join(", ")),
    ),
    ...diagnostics.map(diagnostic),
  );
}

/** The folders of a path, and its file. */
function pieces(path) {
  const at = path.lastIndexOf("/") + 1;
  return [make("span", { class: "sp-folder" }, path.slice(0, at)), path.slice(at)];
}

function diagnostic(each) {
  return make(
    "article",
    { class: `sp-item sp-${each.severity}` },
    make(
      "p",
      { class: "sp-head" },
      where(each.place),
      label(each),
      make("span", { class: "sp-unseen" }, ": "),
    ),
    make("p", { class: "sp-message" }, each.message),
    frame(each.frame),
    ...each.related.flatMap((related) => [
      make("p", { class: "sp-related" }, where(related.place, true), related.message),
      frame(related.frame),
    ]),
    frame(each.difference, "sp-difference"),
    ...each.hints.map((hint) => make("p", { class: "sp-hint" }, make("span", {}, "hint: "), hint)),
    ...each.fixes.map((fix) => frame(fix, "sp-fix")),
  );
}

/** How grave it is, and its code, which says what it is about when a pointer rests on it. */
function label({ severity, code, about }) {
  return make("span", { class: "sp-label", title: about }, severity, make("span", {}, `[${code}]`));
}

/**
 * A place, as a link to the editor where there is one. Its file is told above, unless `whole`.
 * @param {any} place @param {boolean} [whole]
 */
function where(place, whole = false) {
  if (!place) return "";
  const path = make("span", whole ? {} : { class: "sp-unseen" }, `${place.path}:`);
  const position = `${place.line}:${place.column}`;
  const after = make("span", { class: "sp-unseen" }, ": ");
  const words = whole ? [path, position] : [path, make("span", {}, position)];
  const shown = place.edit
    ? make("a", { class: "sp-place", href: place.edit, title: "Open in the editor" }, ...words)
    : make("span", { class: "sp-place" }, ...words);
  return make("span", { class: "sp-where" }, shown, after);
}

/**
 * Lines of a fixed-width face.
 * @param {[string, string][][]} lines @param {string} [name]
 */
function frame(lines, name = "sp-lines") {
  if (!lines.length) return "";
  return make("pre", { class: `sp-frame ${name}` }, make("code", {}, ...lines.map(row)));
}

/** The margin that a terminal needs is the box's own here. */
function row(line) {
  const runs = line.map(([text, role], at) => [at ? text : text.replace(/^ {2}/, ""), role]);
  const shown = runs.filter(([text]) => text);
  const spans = shown.map(([text, role]) => make("span", { class: `sp-${role}` }, text));
  return make("span", { class: "sp-row" }, ...spans, "\n");
}
