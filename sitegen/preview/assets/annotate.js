/**
 * Annotating in the preview: select words of an article, get their citation, make a fact of them or
 * leave them out with a reason; and see what nothing covers yet.
 *
 * The server reads and writes; here is only what a hand does. All of it lives in a shadow root of its
 * own beside the page, so that a page that is morphed keeps it.
 */

import { Bar } from "./annotate-bar.js";
import { Calls } from "./annotate-calls.js";
import { Choosing, isTyping } from "./annotate-choose.js";
import { Done } from "./annotate-done.js";
import { Drafts } from "./annotate-drafts.js";
import { FactForm } from "./annotate-form.js";
import { Article } from "./annotate-lines.js";
import { Margin } from "./annotate-margin.js";
import { paint, prepare } from "./annotate-paint.js";
import { Panel } from "./annotate-panel.js";
import { SkipForm } from "./annotate-skip.js";
import { Toast } from "./annotate-toast.js";
import { make } from "./elements.js";

/** @typedef {import("./annotate-calls.js").Mode} Mode */
/** @typedef {import("./annotate-calls.js").Preview} Preview */
/** @typedef {import("./annotate-lines.js").Passage} Passage */

const SOURCE = /^sources\/([^/]+)\.html$/;
const FACT = /^facts\/[^/]+\.html$/;
const STYLES = new URL("annotate.css", import.meta.url).href;

/** @type {Annotating | null} */
let running = null;

/** Begins on a page of a source or a fact; on any other there is nothing to do. @param {Preview} preview */
export function start(preview) {
  if (!preview.token) return;
  if (!SOURCE.test(preview.page) && !FACT.test(preview.page)) return;
  running ??= new Annotating(preview);
  running.refresh(preview);
}

/** After a morph: the lines are new, and so may be what covers them. @param {Preview} preview */
export function refresh(preview) {
  if (running) running.refresh(preview);
  else start(preview);
}

class Annotating {
  /** @param {Preview} preview */
  constructor(preview) {
    this.source = SOURCE.exec(preview.page)?.[1] ?? null;
    this.calls = new Calls(preview);
    this.article = new Article();
    this.drafts = new Drafts(this.source);
    /** @type {Passage | null} */
    this.chosen = null; // what the selection holds
    this.byKeys = false;
    /** @type {{passage: Passage, mode: Mode} | null} */
    this.worked = null; // what the panel is about
    const article = () => this.article;
    this.choosing = new Choosing(article, (passage, byKeys) => this.choose(passage, byKeys));
    this.bar = new Bar({
      annotate: () => void this.open("fact"),
      copy: () => void this.copy(),
      skip: () => void this.open("skip"),
    });
    this.panel = new Panel(() => this.putAway());
    this.toast = new Toast();
    this.done = new Done(this.calls, this.toast);
    this.margin = new Margin(article, {
      annotate: (passage) => this.take(passage, "fact"),
      skip: (passage) => this.take(passage, "skip"),
      go: (passage) => this.go(passage),
      resume: () => this.resume(),
    });
    this.host = this.build();
    // before the rest of the page hears of a key, so that one press does one thing
    document.addEventListener("keydown", (event) => this.key(event), true);
    addEventListener("resize", () => this.placeBar());
    prepare();
    this.done.recall();
  }

  build() {
    const host = make("sitegen-annotate");
    const style = make("link", { rel: "stylesheet", href: STYLES });
    host.hidden = true; // until it is styled: bare buttons would flash
    style.addEventListener("load", () => {
      host.hidden = false;
      this.margin.place();
    });
    const { bar, margin, panel, toast } = this;
    const own = this.source ? [margin.counts, bar.element, bar.told, margin.menu] : [];
    const dock = this.source
      ? make("section", { class: "dock", "aria-label": "Annotating" }, toast.element, margin.status)
      : make("div", { class: "dock" }, toast.element);
    host.attachShadow({ mode: "open" }).append(style, ...own, panel.element, dock);
    return host;
  }

  /** @param {Preview} preview */
  refresh(preview) {
    this.calls.preview = preview;
    // beside the body, which is what a morph goes through
    if (!this.host.isConnected) document.documentElement.append(this.host);
    if (!this.source) return;
    this.article = new Article();
    this.paintWorked();
    this.margin.tellDrafts(this.drafts.others(this.worked).length);
    if (this.chosen) this.choosing.later(); // its words may have moved
    void this.cover(this.source);
  }

  /** @param {string} source */
  async cover(source) {
    const { tokens, summary } = await this.calls.coverage(source);
    if (tokens) this.margin.show(tokens, summary);
  }

  paintWorked() {
    paint("chosen", this.worked ? this.article.ranges(this.worked.passage) : []);
  }

  /** @param {Passage | null} passage @param {boolean} byKeys */
  choose(passage, byKeys) {
    this.chosen = passage;
    this.byKeys = byKeys;
    if (passage) this.placeBar();
    else {
      this.bar.hide();
      paint("at", []);
    }
  }

  placeBar() {
    const range = this.chosen && this.article.range(this.chosen);
    if (this.chosen && range) this.bar.show(this.chosen, range, this.byKeys);
  }

  /** Selects a passage, brings it into view and offers what can be done. @param {Passage} passage */
  go(passage) {
    const range = this.article.range(passage);
    if (!range) return;
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight * 0.55) scrollBy({ top: top - innerHeight * 0.25 });
    this.pick(passage);
  }

  /** Selects a passage where it stands. @param {Passage} passage */
  pick(passage) {
    const focused = this.host.shadowRoot?.activeElement;
    if (focused instanceof HTMLElement) focused.blur(); // the keys that follow are for the words
    this.choosing.select(passage, true);
  }

  /** @param {Passage} passage @param {Mode} mode */
  take(passage, mode) {
    this.go(passage);
    this.chosen = passage;
    void this.open(mode);
  }

  /** Keys that act on the page; none where somebody types. @param {KeyboardEvent} event */
  key(event) {
    if (!this.source || !this.margin.hasKeys || event.defaultPrevented || isTyping(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onPage = !isOurs(event.target);
    this.choosing.settle();
    if (this.act(event, onPage)) event.preventDefault();
    else if (onPage && event.key === "Escape" && this.chosen) {
      event.preventDefault();
      this.leave();
    }
  }

  /** Does what a key says; whether it said anything. @param {KeyboardEvent} event @param {boolean} onPage */
  act(event, onPage) {
    if (onPage && this.choosing.key(event)) return true;
    const { key, shiftKey } = event;
    if (key === "Tab" && !shiftKey && onPage && this.chosen && this.byKeys) {
      this.bar.focus(); // it stands at the words, and so it does in the order of focus
    } else if (key === "n") this.margin.walk(1);
    else if (key === "p") this.margin.walk(-1);
    else if (!this.chosen) return false;
    else if (key === "a") void this.open("fact");
    else if (key === "c") void this.copy();
    else if (key === "s") void this.open("skip");
    else return false;
    return true;
  }

  leave() {
    this.choosing.clear();
    this.choose(null, false);
  }

  /**
   * Opens the form for what is chosen. Where it is open already, the new words take the place of the
   * old ones, and what was typed stays.
   * @param {Mode} mode
   */
  async open(mode) {
    const passage = this.chosen;
    if (!passage || !this.source) return;
    const answer = await this.calls.selection(this.source, passage);
    if (!answer.ok) return this.done.refused(answer);
    this.bar.hide();
    this.toast.hide();
    if (this.worked?.mode === mode) this.drafts.move(this.worked, passage);
    this.worked = { passage, mode };
    const Form = mode === "fact" ? FactForm : SkipForm;
    const form = new Form(answer, this.drafts.of(this.worked), {
      save: (body) => this.save(mode, body),
      changed: () => this.drafts.keep(),
      discard: () => this.discard(),
      copy: (yaml) => void this.done.copy(yaml),
    });
    this.panel.open(mode === "fact" ? "Annotate" : "Leave out", form.element);
    this.paintWorked();
    this.margin.tellDrafts(this.drafts.others(this.worked).length);
    form.focus();
    this.margin.place();
    this.keepInView(passage);
  }

  /** On a phone the panel covers the lower part: the words move above it. @param {Passage} passage */
  keepInView(passage) {
    const box = this.article.range(passage)?.getBoundingClientRect();
    const panel = this.panel.element.getBoundingClientRect();
    if (!box || panel.top < 80) return;
    if (box.bottom > panel.top - 16 || box.top < 0) scrollBy({ top: box.top - 48 });
  }

  async copy() {
    if (!this.chosen || !this.source) return;
    const answer = await this.calls.selection(this.source, this.chosen);
    if (answer.ok) await this.done.copy(answer.yaml);
    else this.done.refused(answer);
  }

  /** @param {Mode} mode @param {any} body */
  async save(mode, body) {
    const answer = await this.calls.save(mode, body);
    if (!answer.ok) return answer;
    this.discard();
    this.leave();
    this.done.saved(mode, answer);
    return answer;
  }

  discard() {
    if (this.worked) this.drafts.drop(this.worked);
    this.panel.close();
  }

  /** The panel was closed: the words are chosen again, so that a key goes on from there. */
  putAway() {
    const { worked } = this;
    this.worked = null;
    this.paintWorked();
    this.margin.tellDrafts(this.drafts.others(null).length);
    this.margin.place();
    if (worked) this.pick(worked.passage);
  }

  /** Goes on with what was typed and put away. */
  resume() {
    const [draft] = this.drafts.others(this.worked);
    const passage = draft && this.article.between(draft.start, draft.end);
    if (passage) this.take(passage, draft.mode);
  }
}

/** @param {EventTarget | null} target */
function isOurs(target) {
  return target instanceof Element && /^sitegen-/.test(target.localName);
}
