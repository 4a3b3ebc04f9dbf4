/** The fields of the form: which a kind has, what they are called, and where a problem belongs. */

/**
 * @typedef {object} Field
 * @property {string} label
 * @property {"text" | "long" | "choice" | "speaker" | "list"} as
 * @property {string} [hint] what to write, as an editor would say it
 * @property {[string, string][]} [choices] values and their names
 */

const ABOUT = ["topics", "people"];
const MORE = ["according_to", "via", "note"];
const QUOTE_MORE = ["basis.speaker", "basis.said", "quote", "claim", "via", "note"];

/**
 * The kinds: the fields that each shows at once, and those that are folded away.
 * `basis.X` is the reason why X holds where the words do not state it.
 * @type {Record<string, {label: string, fields: string[], more: string[]}>}
 */
export const KINDS = {
  quote: { label: "Quote", fields: ["speaker", "said", "medium", ...ABOUT], more: QUOTE_MORE },
  count: {
    label: "Count",
    fields: ["claim", "value", "unit", "modifier", "as_of", ...ABOUT],
    more: ["basis.as_of", "measure", ...MORE],
  },
  rank: {
    label: "Rank",
    fields: ["claim", "value", "of", "as_of", ...ABOUT],
    more: ["basis.as_of", ...MORE],
  },
  date: { label: "Date", fields: ["claim", "date", ...ABOUT], more: ["basis.date", ...MORE] },
  claim: { label: "Claim", fields: ["claim", ...ABOUT], more: MORE },
};

/** Fields that a kind must have, besides `id` and `file`. @type {Record<string, string[]>} */
export const REQUIRED = {
  quote: ["speaker"],
  count: ["claim", "value", "unit"],
  rank: ["claim", "value", "of"],
  date: ["claim", "date"],
  claim: ["claim"],
};

const DATE = "As 2018-04 or 2018-04-07; no year told: XXXX-04-07";
const BECAUSE = "Where the words do not state it; for a reader";

/** @type {Record<string, Field>} */
export const FIELDS = {
  claim: { label: "Our wording", as: "long", hint: "One sentence, in our own words" },
  speaker: {
    label: "Speaker",
    as: "speaker",
    hint: "Named, but not in this list? Add them to people.yaml, and open the form anew",
  },
  said: { label: "Said on", as: "text", hint: DATE },
  medium: {
    label: "Medium",
    as: "choice",
    choices: [
      ["", "Print"],
      ["post", "Post"],
      ["broadcast", "Broadcast"],
      ["transcript", "Transcript"],
    ],
  },
  quote: { label: "Words as printed", as: "long", hint: "With marked edits: […], [word], [T]he, [sic]" },
  value: { label: "Value", as: "text", hint: "60000, or 74 million" },
  unit: { label: "Unit", as: "text", hint: "Of what: votes" },
  of: { label: "In what order", as: "text", hint: "Billboard 200 chart" },
  measure: { label: "Measure", as: "text", hint: "Counts of one measure are compared" },
  modifier: {
    label: "Modifier",
    as: "choice",
    choices: [
      ["", "None"],
      ["about", "about"],
      ["nearly", "nearly"],
      ["at-least", "at least"],
      ["more-than", "more than"],
      ["at-most", "at most"],
      ["less-than", "less than"],
    ],
  },
  as_of: { label: "As of", as: "text", hint: DATE },
  date: { label: "Date", as: "text", hint: DATE },
  according_to: { label: "According to", as: "speaker" },
  topics: { label: "Topics", as: "list", hint: "Ids, with commas" },
  people: { label: "People", as: "list", hint: "Ids, with commas" },
  via: { label: "By way of", as: "text", hint: "Dan Wootton’s podcast" },
  note: { label: "Note", as: "long", hint: "What a reader should know" },
  "basis.speaker": { label: "Speaker inferred, because …", as: "long", hint: BECAUSE },
  "basis.said": { label: "Day inferred, because …", as: "long", hint: BECAUSE },
  "basis.date": { label: "Date inferred, because …", as: "long", hint: BECAUSE },
  "basis.as_of": { label: "Day inferred, because …", as: "long", hint: BECAUSE },
  id: { label: "Id", as: "text", hint: "Names the fact, also in its page’s address" },
  file: { label: "File", as: "choice" },
};

/** Which field a code is about, where the problem names none. The first that the kind has. */
const OF_CODE = [
  [/^(speaker-|quote-not-quoted|unknown-person)/, ["speaker", "according_to", "people"]],
  [/^(modifier-)/, ["modifier", "value"]],
  [/^(number-|false-precision|sources-differ|calc-)/, ["value"]],
  [/^(date-|bad-date)/, ["date", "said", "as_of"]],
  [/^(claim-|uncited-|unknown-role|broken-link)/, ["claim"]],
  [/^unknown-topic/, ["topics"]],
  [/^(bad-id|duplicate-id)/, ["id"]],
  [/^(quote-edit|quote-crosses)/, ["quote"]],
];

/**
 * The field that a diagnostic belongs to; null where it is about the citation or the whole fact.
 * @param {{code: string, message: string, field?: string | null}} problem
 * @param {string} kind
 * @returns {string | null}
 */
export function fieldOf(problem, kind) {
  const shown = ["id", "file", ...KINDS[kind].fields, ...KINDS[kind].more];
  if (problem.field && shown.includes(problem.field)) return problem.field;
  if (["missing-field", "wrong-type", "unknown-field"].includes(problem.code)) {
    // the message names the field in the editor's own terms, between backticks or quotation marks
    const named = [...problem.message.matchAll(/[`“"']([a-z_]+)[`”"']/g)].map(([, name]) => name);
    return named.find((name) => shown.includes(name)) ?? null;
  }
  const fields = OF_CODE.find(([code]) => code.test(problem.code))?.[1] ?? [];
  return fields.find((name) => shown.includes(name)) ?? null;
}

/**
 * The fields as the server takes them: `basis.X` goes into one mapping.
 * @param {Iterable<[string, any]>} values by name, those with a value
 */
export function sent(values) {
  /** @type {Record<string, any>} */
  const fields = {};
  for (const [name, value] of values) {
    const [whole, part] = name.split(".");
    if (part) fields[whole] = { ...fields[whole], [part]: { inferred: value } };
    else fields[name] = value;
  }
  return fields;
}
