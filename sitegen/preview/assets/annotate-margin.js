/**
 * What coverage misses: underlined in the text, counted in the margin of each line, and walked
 * through one by one.
 */

import { paint } from "./annotate-paint.js";
import { passageOf } from "./annotate-words.js";
import { button, make } from "./elements.js";
import { kept } from "./session.js";

/** @typedef {import("./annotate-lines.js").Article} Article */
/** @typedef {import("./annotate-lines.js").Passage} Passage */
/** @typedef {import("./annotate-words.js").Token} Token */
/** @typedef {(passage: Passage) => void} Act */
/** @typedef {{annotate: Act, skip: Act, go: Act, resume: () => void}} Actions */

export class Margin {
  /** @param {() => Article} article @param {Actions} actions */
  constructor(article, actions) {
    this.article = article;
    this.actions = actions;
    /** @type {Token[]} */
    this.tokens = [];
    /** @type {Token | null} */
    this.at = null;
    this.isShown = kept.get("margin") ?? true;
    this.counts = make("ol", { class: "counts", "aria-label": "Lines with words that nothing covers" });
    this.menu = make("div", {
      class: "menu",
      popover: "auto",
      role: "group",
      "aria-labelledby": "menu-title",
    });
    this.menu.addEventListener("toggle", (/** @type {any} */ event) => {
      if (event.newState === "closed") paint("at", []);
    });
    const counted = "Quotations, numbers and dates that no fact and no skip covers yet";
    this.figure = make("p", { class: "figure", role: "status", title: counted });
    this.shown = make(
      "button",
      { type: "button", class: "button small", on: { click: () => this.toggle() } },
      "Show",
    );
    this.walkers = [
      button("Previous", () => this.walk(-1), { key: "p", class: "button small" }),
      button("Next", () => this.walk(1), { key: "n", class: "button small" }),
    ];
    // letters as keys may get in the way of speech input and of other programs (WCAG 2.2, 2.1.4)
    this.hasKeys = kept.get("keys") ?? true;
    this.keys = button("Keys", () => this.toggleKeys(), { class: "button small keys" });
    this.keys.title = "Letters as keys: n, p, w; with words chosen a, c, s";
    this.drafts = button("", () => actions.resume(), { class: "button small" });
    const buttons = [...this.walkers, this.shown, this.keys, this.drafts];
    this.status = make("div", { class: "status", hidden: true }, this.figure, ...buttons);
    this.tellKeys();
    this.tellDrafts(0);
    // the lines move when a window is resized, a note opens, a font arrives
    this.sizes = new ResizeObserver(() => this.place());
  }

  get open() {
    return this.tokens.filter(({ state }) => state === "open");
  }

  /**
   * What the server says now, on the lines as they are now. The summary counts also those that an
   * excerpt does not show.
   * @param {Token[]} tokens
   * @param {{open: number, covered: number, skipped: number}} [summary]
   */
  show(tokens, summary) {
    this.summary = summary;
    this.tokens = tokens.toSorted((one, other) => one.line - other.line || one.start - other.start);
    const { at } = this;
    this.at = at && (this.open.find((one) => one.line === at.line && one.start >= at.start) ?? null);
    this.draw();
  }

  /** What was typed for other words waits here. @param {number} count */
  tellDrafts(count) {
    this.drafts.hidden = count === 0;
    this.drafts.textContent = count === 1 ? "Go on with a draft" : `Go on with ${count} drafts`;
  }

  toggleKeys() {
    this.hasKeys = !this.hasKeys;
    kept.set("keys", this.hasKeys);
    this.tellKeys();
  }

  tellKeys() {
    this.keys.setAttribute("aria-pressed", String(this.hasKeys));
  }

  toggle() {
    this.isShown = !this.isShown;
    kept.set("margin", this.isShown);
    this.draw();
  }

  draw() {
    const { open } = this;
    this.tellFigure(open.length);
    for (const walker of this.walkers) walker.hidden = open.length === 0;
    this.shown.hidden = open.length === 0;
    this.shown.textContent = this.isShown ? "Hide marks" : "Show marks";
    const marked = this.isShown ? open : [];
    paint("open", marked.flatMap((token) => this.ranges(token)));
    const lines = Map.groupBy(marked, ({ line }) => line);
    this.drawCounts(new Map([...lines].filter(([line]) => this.article().lines.has(line))));
    this.sizes.disconnect();
    const { list } = this.article();
    if (list) this.sizes.observe(list);
    this.sizes.observe(document.body);
    this.place();
  }

  /** @param {number} seen how many open ones the page shows */
  tellFigure(seen) {
    const { open, covered, skipped } = this.summary ?? { open: seen, covered: 0, skipped: 0 };
    const all = this.summary ? open + covered + skipped : this.tokens.length;
    const unseen = open > seen ? `, ${open - seen} not shown here` : "";
    this.figure.textContent = open ? `${open} of ${all} open${unseen}` : `All ${all} annotated or skipped`;
    this.figure.classList.toggle("done", open === 0);
    this.figure.hidden = all === 0;
    this.status.hidden = false;
  }

  /** A button that stays is not touched, and keeps the focus. @param {Map<number, Token[]>} lines */
  drawCounts(lines) {
    const before = new Map([...this.counts.children].map((row) => [Number(row.dataset.line), row]));
    for (const [line, row] of before) if (!lines.has(line)) row.remove();
    let next = this.counts.firstElementChild;
    for (const [line, tokens] of lines) {
      const row = this.count(line, tokens.length, before.get(line));
      if (row === next) next = row.nextElementSibling;
      else this.counts.insertBefore(row, next);
    }
    this.counts.hidden = lines.size === 0;
  }

  /** @param {Token} token */
  ranges(token) {
    return this.article().ranges({
      start: { line: token.line, column: token.start },
      end: { line: token.end_line ?? token.line, column: token.end },
    });
  }

  /** @param {number} line @param {number} count @param {HTMLElement | undefined} before */
  count(line, count, before) {
    const row =
      before ??
      make(
        "li",
        { "data-line": line },
        button("", (event) => this.openMenu(line, event), { class: "count" }),
      );
    const press = row.querySelector("button");
    press.setAttribute("aria-label", `Line ${line}: ${count} open`);
    press.setAttribute("aria-haspopup", "true");
    press.textContent = String(count);
    press.title = count === 1 ? "1 not annotated yet" : `${count} not annotated yet`;
    return row;
  }

  /** Puts each count beside its line: left of the number where there is room, else below it. */
  place() {
    const lines = this.article().lines;
    /** @type {[HTMLElement, number, number][]} */
    const places = [];
    for (const row of this.counts.children) {
      const element = lines.get(Number(row.dataset.line))?.element.parentElement;
      const number = element?.querySelector(".line-number");
      if (!element || !number) continue;
      const digits = (number.querySelector(".digits") ?? number).getBoundingClientRect();
      const room = digits.left >= 40;
      const left = room ? digits.left - 34 : Math.max(digits.right - 24, 2);
      const top = room ? digits.top + digits.height / 2 - 12 : digits.bottom + 3;
      places.push([row, left + scrollX, top + scrollY]);
    }
    // all reading before all writing: one layout, however many lines
    for (const [row, left, top] of places) {
      row.style.left = `${left}px`;
      row.style.top = `${top}px`;
    }
  }

  /** @param {number} line @param {Event} event */
  openMenu(line, event) {
    const tokens = this.open.filter((token) => token.line === line);
    this.menu.replaceChildren(
      make("h2", { id: "menu-title" }, `Line ${line}: not annotated yet`),
      make("ul", {}, ...tokens.map((token) => this.entry(token))),
    );
    this.menu.showPopover({ source: event.currentTarget });
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.menu;
    const top = Math.max(Math.min(box.bottom + 6, innerHeight - height - 8), 8);
    this.menu.style.left = `${Math.max(Math.min(box.left, innerWidth - width - 8), 8)}px`;
    this.menu.style.top = `${top}px`;
    this.menu.querySelector("button")?.focus();
  }

  /** @param {Token} token */
  entry(token) {
    const act = (/** @type {"annotate" | "skip"} */ name) => () => {
      this.menu.hidePopover();
      const passage = passageOf(this.article(), token);
      if (passage) this.actions[name](passage);
    };
    const point = () => paint("at", this.ranges(token));
    const words = short(token.text);
    return make(
      "li",
      { on: { pointerenter: point, focusin: point } },
      make("p", {}, make("span", { class: "kind" }, token.kind), ` ${words}`),
      make(
        "div",
        {},
        button("Annotate", act("annotate"), { class: "button small", label: `Annotate ${words}` }),
        button("Skip, because …", act("skip"), {
          class: "button small",
          label: `Skip, because …: ${words}`,
        }),
      ),
    );
  }

  /** Goes to the next open token, or the one before, and selects it. @param {1 | -1} way */
  walk(way) {
    const { open } = this;
    if (!open.length) return;
    const from = this.at ? open.indexOf(this.at) : way > 0 ? -1 : open.length;
    // several tokens may stand in one sentence: all of them are passed, each once
    this.at = open[(from + way + open.length) % open.length];
    const passage = passageOf(this.article(), this.at);
    paint("at", this.ranges(this.at));
    if (passage) this.actions.go(passage);
  }
}

/** @param {string} text */
function short(text) {
  return text.length > 70 ? `${text.slice(0, 60).trimEnd()} …` : text;
}
