/** What the check has against what was entered, as the form shows it. */

import { make } from "./elements.js";

/** @typedef {[string, string]} Run a text and its role */
/**
 * @typedef {object} Problem a diagnostic of the preview's report
 * @property {string} code
 * @property {string} severity
 * @property {string} message
 * @property {string} [field]
 * @property {string[]} [hints]
 * @property {Run[][]} [difference]
 * @property {Run[][][]} [fixes]
 */

/**
 * A diagnostic as the form shows it: the message, where the words differ, and what to write instead.
 * @param {Problem} found
 */
export function problem(found) {
  const drawn = [found.difference ?? [], ...(found.fixes ?? [])].filter((lines) => lines.length);
  return make(
    "div",
    { class: `problem ${found.severity}` },
    make("p", {}, found.message),
    ...drawn.map((lines) => make("pre", {}, lines.map(plain).join("\n"))),
    ...(found.hints ?? []).map((hint) => make("p", { class: "hint" }, hint)),
  );
}

/** A line of the report: runs of text, each with its role. @param {Run[]} line */
function plain(line) {
  return line.map(([text]) => text).join("");
}

/** What went wrong, as diagnostics: the server gives those, or one line of its own. @param {any} answer */
export function problems(answer) {
  if (answer.diagnostics?.length) return answer.diagnostics;
  const message = answer.problem ?? "The preview could not save this.";
  const hints = answer.hint ? [answer.hint] : [];
  return [{ code: "", severity: "error", message, hints, field: answer.field }];
}
