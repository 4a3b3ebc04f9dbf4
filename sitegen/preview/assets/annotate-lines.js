/**
 * An article's lines on the page, and the way between what is selected there and places in the text.
 *
 * A place is a line, from 1, and a column: code points of the line as the page shows it, from 0. The
 * browser counts in UTF-16 units, so each line keeps both.
 */

/** @typedef {{line: number, column: number}} Place */
/** @typedef {{start: Place, end: Place, words: string}} Passage the end is exclusive */

// What stands in a line without being of its text.
const NOT_TEXT = ".cite-note, [popover], .line-facts, .line-number, .unseen, script, style";

/** One line: its number, its element, and its text as the page shows it. */
export class Line {
  /** @param {number} number @param {HTMLElement} element */
  constructor(number, element) {
    this.number = number;
    this.element = element;
    /** @type {Text[]} */
    this.nodes = [...textNodes(element)];
    this.text = this.nodes.map((node) => node.data).join("");
    this.isPlain = !/[\ud800-\udfff]/.test(this.text);
  }

  /** The column of a UTF-16 offset. @param {number} units */
  column(units) {
    return this.isPlain ? units : [...this.text.slice(0, units)].length;
  }

  /** The UTF-16 offset of a column. @param {number} column */
  units(column) {
    return this.isPlain ? column : [...this.text].slice(0, column).join("").length;
  }

  /** Where a UTF-16 offset lies on the page. @param {number} units @param {boolean} isEnd */
  point(units, isEnd) {
    let left = units;
    for (const node of this.nodes) {
      // an end belongs to the node before it, a start to the one after: no empty mark is touched
      if (isEnd ? left <= node.length : left < node.length) return { node, offset: left };
      left -= node.length;
    }
    const last = this.nodes.at(-1);
    return last ? { node: last, offset: last.length } : null;
  }
}

/** @param {HTMLElement} element */
function* textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches(NOT_TEXT)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) yield node;
  }
}

/** The article of a page: all lines that are shown, by number. */
export class Article {
  /** @param {ParentNode} [page] */
  constructor(page = document) {
    /** @type {Map<number, Line>} */
    this.lines = new Map();
    this.list = page.querySelector("ol.lines");
    this.language = this.list?.closest("[lang]")?.getAttribute("lang") || "en";
    // runs of lines that an excerpt leaves out have no id, and no words that could be chosen
    for (const row of this.list?.querySelectorAll(":scope > li.line[id]") ?? []) {
      const text = row.querySelector(":scope > .line-text");
      if (text && row instanceof HTMLLIElement) this.lines.set(row.value, new Line(row.value, text));
    }
  }

  /** The line that an element belongs to. @param {Node | null} node @returns {Line | undefined} */
  lineOf(node) {
    const element = node instanceof Element ? node : node?.parentElement;
    const row = element?.closest("ol.lines > li.line[id]");
    return row instanceof HTMLLIElement ? this.lines.get(row.value) : undefined;
  }

  /**
   * The passage that a range of the document covers; null where it holds no word of the article.
   * What lies outside of lines is left out at both ends, and so is white space; a word that is cut
   * is taken whole, since the check takes whole words alone.
   * @param {Range} range
   * @returns {Passage | null}
   */
  passage(range) {
    /** @type {{line: Line, from: number, to: number}[]} */
    const parts = [];
    for (const line of this.lines.values()) {
      if (!range.intersectsNode(line.element)) continue;
      const part = overlap(line, range);
      if (part && line.text.slice(part.from, part.to).trim()) parts.push({ line, ...part });
    }
    const first = parts[0];
    const last = parts.at(-1);
    if (!first || !last) return null;
    first.from = wholeStart(first.line.text, first.from, first.to);
    last.to = wholeEnd(last.line.text, last.from, last.to);
    return {
      start: { line: first.line.number, column: first.line.column(first.from) },
      end: { line: last.line.number, column: last.line.column(last.to) },
      words: parts.map(({ line, from, to }) => line.text.slice(from, to)).join("\n"),
    };
  }

  /**
   * The same passage with its words as they are now; null where its lines are not on the page.
   * @param {Place} start @param {Place} end
   * @returns {Passage | null}
   */
  between(start, end) {
    const range = this.range({ start, end });
    return range && this.passage(range);
  }

  /**
   * The range of the document that a passage covers.
   * @param {{start: Place, end: Place}} passage
   * @returns {Range | null}
   */
  range({ start, end }) {
    const first = this.lines.get(start.line);
    const last = this.lines.get(end.line);
    const from = first?.point(first.units(start.column), false);
    const to = last?.point(last.units(end.column), true);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /**
   * The same in a range for each line, for painting: the numbers of the lines stand between them.
   * @param {{start: Place, end: Place}} passage
   * @returns {Range[]}
   */
  ranges({ start, end }) {
    const parts = [];
    for (let number = start.line; number <= end.line; number += 1) {
      const line = this.lines.get(number);
      if (!line) continue;
      const from = number === start.line ? start.column : 0;
      const to = number === end.line ? end.column : line.column(line.text.length);
      parts.push(this.range({ start: { line: number, column: from }, end: { line: number, column: to } }));
    }
    return parts.filter((range) => range !== null);
  }
}

/**
 * Which UTF-16 units of a line lie in a range.
 * @param {Line} line @param {Range} range
 */
function overlap(line, range) {
  let position = 0;
  let from = -1;
  let to = -1;
  for (const node of line.nodes) {
    const { startContainer, endContainer } = range;
    // a node that isn't the range's own end lies wholly before, within or after it
    const isBefore = node !== startContainer && range.comparePoint(node, 0) < 0;
    const isAfter = node !== endContainer && range.comparePoint(node, node.length) > 0;
    const start = node === startContainer ? range.startOffset : isBefore ? node.length : 0;
    const end = node === endContainer ? range.endOffset : isAfter ? 0 : node.length;
    if (start < end) {
      if (from < 0) from = position + start;
      to = position + end;
    }
    position += node.length;
  }
  return from < 0 ? null : { from, to };
}

const OF_A_WORD = /[\p{L}\p{N}\p{M}]/u;
const GROUPED = /^\p{N}[.,]\p{N}/u;

/** Whether a cut between these characters would be within a word or a number. */
function isCut(text, at) {
  if (at <= 0 || at >= text.length) return false;
  const before = text.slice(0, at);
  const previous = String.fromCodePoint(/** @type {number} */ (before.codePointAt(lastPoint(before))));
  const next = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
  if (OF_A_WORD.test(previous) && OF_A_WORD.test(next)) return true;
  return GROUPED.test(text.slice(at - 1, at + 2)) || GROUPED.test(text.slice(at - 2, at + 1));
}

/** Where the last code point of a text begins. @param {string} text */
function lastPoint(text) {
  const at = text.length - 1;
  return at > 0 && isSplit(text, at) ? at - 1 : at;
}

/** Whether an offset lies between the halves of one character. */
function isSplit(text, at) {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1));
}

function wholeStart(text, from, to) {
  let at = from;
  while (at < to && /\s/.test(text[at])) at += 1;
  while (isSplit(text, at) || isCut(text, at)) at -= 1;
  return at;
}

function wholeEnd(text, from, to) {
  let at = to;
  while (at > from && /\s/.test(text[at - 1])) at -= 1;
  while (isSplit(text, at) || isCut(text, at)) at += 1;
  return at;
}
