/** Words and sentences of a line, for choosing them by keyboard and for what coverage misses. */

/** @typedef {import("./annotate-lines.js").Article} Article */
/** @typedef {import("./annotate-lines.js").Line} Line */
/** @typedef {import("./annotate-lines.js").Passage} Passage */
/**
 * @typedef {object} Token a quotation, number or date of the article, in columns
 * @property {number} line
 * @property {number} [end_line]
 * @property {number} start
 * @property {number} end
 * @property {string} kind
 * @property {string} text
 * @property {string} state covered, skipped or open
 */

/**
 * The words of a line: their starts and ends in UTF-16 units.
 * @param {string} text @param {string} language
 * @returns {{start: number, end: number}[]}
 */
export function words(text, language) {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments]
    .filter((segment) => segment.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

// Where the general rules see a sentence's end and there is none: an initial, a title, and a number
// after an abbreviation ("Jan. 20").
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Mr|Ms|Mrs|Dr|St)\.\s*$/u;

/**
 * The sentence of a line around some of its words, without the white space around it.
 * @param {string} text @param {number} start @param {number} end @param {string} language
 * @returns {{start: number, end: number}}
 */
export function sentence(text, start, end, language) {
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  let from = 0;
  let to = text.length;
  for (const { index } of segments) {
    const before = text.slice(0, index);
    if (!before.trim() || /^\p{N}/u.test(text.slice(index)) || ABBREVIATED.test(before)) continue;
    if (index <= start) from = index;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  const found = text.slice(from, to);
  return {
    start: from + found.length - found.trimStart().length,
    end: from + found.trimEnd().length,
  };
}

const MARKS = "“”„‟\"‘’‚‛'«»‹›";

/**
 * What to select for a token: of a quotation the words between its marks, else the sentence.
 * @param {Article} article @param {Token} token
 * @returns {Passage | null}
 */
export function passageOf(article, token) {
  const first = article.lines.get(token.line);
  const last = article.lines.get(token.end_line ?? token.line);
  if (!first || !last) return null;
  let from = first.units(token.start);
  let to = last.units(token.end);
  if (token.kind === "quotation") {
    while (MARKS.includes(first.text[from] ?? " ")) from += 1;
    while (MARKS.includes(last.text[to - 1] ?? " ")) to -= 1;
  } else if (first === last) {
    ({ start: from, end: to } = sentence(first.text, from, to, article.language));
  }
  return article.between(
    { line: first.number, column: first.column(from) },
    { line: last.number, column: last.column(to) },
  );
}
