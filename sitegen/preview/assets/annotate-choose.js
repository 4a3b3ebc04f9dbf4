/**
 * Choosing words of an article: by mouse and touch as the browser does it; by keys a word at a time.
 *
 * Both end in the document's own selection, which is then read. Keys: `w` begins, the arrows go from
 * word to word and line to line, with Shift they take more or less, Space takes the whole sentence,
 * Escape leaves.
 */

import { sentence, words } from "./annotate-words.js";

/** @typedef {import("./annotate-lines.js").Article} Article */
/** @typedef {import("./annotate-lines.js").Passage} Passage */
/** @typedef {{line: number, start: number, end: number}} Word in UTF-16 units */

export class Choosing {
  /**
   * @param {() => Article} article
   * @param {(passage: Passage | null, byKeys: boolean) => void} tell
   */
  constructor(article, tell) {
    this.article = article;
    this.tell = tell;
    this.byKeys = false;
    this.isPressed = false;
    /** @type {Passage | null} */
    this.passage = null;
    /** @type {Word[]} */
    this.words = [];
    this.anchor = 0;
    this.focus = 0;
    this.timer = 0;
    document.addEventListener("selectionchange", () => this.later());
    document.addEventListener("pointerdown", (event) => this.press(event), true);
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => this.release(), true);
    }
  }

  /** @param {Event} event */
  press(event) {
    if (event.composedPath().some((at) => at instanceof Element && at.matches("sitegen-annotate"))) return;
    this.isPressed = true;
    this.byKeys = false;
  }

  release() {
    if (!this.isPressed) return;
    this.isPressed = false;
    this.later();
  }

  /** Reads the selection once it rests: a drag, and the handles of a finger, move it many times. */
  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), this.byKeys ? 0 : 120);
  }

  /** Reads a selection that still rests: a key means the words that one sees, not those before. */
  settle() {
    if (this.timer) this.read();
  }

  read() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.isPressed) return;
    const selection = document.getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const passage = range && this.article().passage(range);
    if (!passage && !this.passage) return;
    this.passage = passage;
    if (!passage) this.byKeys = false;
    this.tell(passage, this.byKeys);
  }

  /** Selects a passage as if by hand. @param {Passage} passage @param {boolean} byKeys */
  select(passage, byKeys) {
    const range = this.article().range(passage);
    if (!range) return;
    if (byKeys) this.remember(passage);
    this.byKeys = byKeys;
    this.take(range);
  }

  /** @param {Range} range */
  take({ startContainer, startOffset, endContainer, endOffset }) {
    document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    this.read(); // at once: the next key may come before the event does
  }

  clear() {
    this.byKeys = false;
    document.getSelection()?.removeAllRanges();
    this.passage = null;
  }

  /** The words of the whole article, in order; made when keys are first used, and after a morph. */
  allWords() {
    const article = this.article();
    if (this.of !== article) {
      this.of = article;
      this.words = [...article.lines.values()].flatMap((line) =>
        words(line.text, article.language).map((word) => ({ line: line.number, ...word })),
      );
    }
    return this.words;
  }

  /** @param {Passage} passage */
  remember({ start, end }) {
    const { lines } = this.article();
    const from = lines.get(start.line)?.units(start.column) ?? 0;
    const to = lines.get(end.line)?.units(end.column) ?? 0;
    const all = this.allWords();
    const first = all.findIndex((word) => word.line === start.line && word.end > from);
    const last = all.findLastIndex((word) => word.line === end.line && word.start < to);
    this.anchor = Math.max(first, 0);
    this.focus = Math.max(last, this.anchor);
  }

  /** Begins with keys: at what is chosen, else at the line with the focus, else at the first in view. */
  begin() {
    if (this.passage) this.remember(this.passage);
    else {
      const focused = this.article().lineOf(document.activeElement)?.number;
      const seen = [...this.article().lines.values()].find(
        (line) => line.text.trim() && line.element.getBoundingClientRect().bottom > 80,
      );
      const at = this.allWords().findIndex((word) => word.line >= (focused ?? seen?.number ?? 1));
      if (at < 0) return;
      this.anchor = at;
      this.focus = at;
    }
    this.show();
  }

  /** Selects from the one word to the other, and brings the last into view. */
  show() {
    const [first, last] = [this.anchor, this.focus].sort((one, other) => one - other);
    const from = this.words[first];
    const to = this.words[last];
    const { lines } = this.article();
    const start = { line: from.line, column: lines.get(from.line)?.column(from.start) ?? 0 };
    const end = { line: to.line, column: lines.get(to.line)?.column(to.end) ?? 0 };
    const range = this.article().range({ start, end });
    if (!range) return;
    this.byKeys = true;
    this.take(range);
    scrollTo(this.article(), this.words[this.focus]);
  }

  /** Takes the sentence around what is chosen, in its line. */
  takeSentence() {
    const [first, last] = [this.anchor, this.focus].sort((one, other) => one - other);
    const from = this.words[first];
    const to = this.words[last];
    const line = this.article().lines.get(from.line);
    if (!line) return;
    const end = to.line === from.line ? to.end : line.text.length;
    const found = sentence(line.text, from.start, end, this.article().language);
    const passage = this.article().between(
      { line: line.number, column: line.column(found.start) },
      { line: line.number, column: line.column(found.end) },
    );
    if (passage) this.select(passage, true);
  }

  /**
   * What a key does to the choice; whether it did anything.
   * @param {KeyboardEvent} event
   */
  key(event) {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "w" && !event.shiftKey) this.begin();
    else if (!this.byKeys || !this.passage) return false;
    else if (event.key === " ") this.takeSentence();
    else if (event.key in STEPS) {
      const at = STEPS[event.key](this.allWords(), this.focus);
      this.focus = Math.min(Math.max(at, 0), this.words.length - 1);
      if (!event.shiftKey) this.anchor = this.focus;
      this.show();
    } else return false;
    return true;
  }
}

/**
 * Whether keys that are pressed now are text for somebody: then none of ours may take them.
 * @param {Event} event
 */
export function isTyping(event) {
  const [at] = event.composedPath();
  if (!(at instanceof Element)) return false;
  return at.closest("input, textarea, select, [contenteditable]") !== null;
}

/** Where a key leads from a word. @type {Record<string, (all: Word[], at: number) => number>} */
const STEPS = {
  ArrowRight: (all, at) => at + 1,
  ArrowLeft: (all, at) => at - 1,
  ArrowDown: (all, at) => {
    const below = all.findIndex((word) => word.line > all[at].line);
    return below < 0 ? all.length - 1 : below;
  },
  ArrowUp: (all, at) => {
    const above = all.findLast((word) => word.line < all[at].line);
    return above ? all.findIndex((word) => word.line === above.line) : 0;
  },
  End: (all, at) => all.findLastIndex((word) => word.line === all[at].line),
  Home: (all, at) => all.findIndex((word) => word.line === all[at].line),
};

/** @param {Article} article @param {Word} word */
function scrollTo(article, word) {
  const line = article.lines.get(word.line);
  const point = line?.point(word.start, false);
  if (!line || !point) return;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.setEnd(point.node, point.offset);
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight * 0.6) scrollBy({ top: top - innerHeight * 0.3 });
}
