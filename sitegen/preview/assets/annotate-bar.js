/** The small bar beside chosen words: what can be made of them, each with its key. */

import { button, make } from "./elements.js";

/** @typedef {import("./annotate-lines.js").Passage} Passage */

const GAP = 10; // pixels between the words and the bar

export class Bar {
  /**
   * @param {{annotate: () => void, copy: () => void, skip: () => void}} actions
   */
  constructor(actions) {
    this.told = make("p", { class: "unseen", role: "status" });
    this.keys = make(
      "p",
      { class: "bar-keys" },
      ...["←", "→"].map((key) => make("kbd", {}, key)),
      " words ",
      make("kbd", {}, "Shift"),
      " takes more ",
      make("kbd", {}, "Space"),
      " the sentence",
    );
    this.element = make(
      "div",
      { class: "bar", role: "toolbar", "aria-label": "Chosen words", hidden: true },
      make(
        "div",
        { class: "bar-buttons" },
        button("Annotate", actions.annotate, { key: "a", class: "button first" }),
        button("Copy citation", actions.copy, { key: "c" }),
        button("Skip, because …", actions.skip, { key: "s" }),
      ),
      this.keys,
    );
    // a press on the bar must not put the selection out
    for (const press of ["mousedown", "pointerdown"]) {
      this.element.addEventListener(press, (/** @type {Event} */ event) => event.preventDefault());
    }
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.step(event));
  }

  /** The arrows go from button to button, as in every toolbar. @param {KeyboardEvent} event */
  step(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...this.element.querySelectorAll("button")];
    const at = buttons.indexOf(/** @type {any} */ (event.target));
    buttons[(at + way + buttons.length) % buttons.length].focus();
  }

  focus() {
    this.element.querySelector("button")?.focus();
  }

  /** @param {Passage} passage @param {Range} range @param {boolean} byKeys */
  show(passage, range, byKeys) {
    this.keys.hidden = !byKeys;
    this.element.hidden = false;
    const { start, end, words } = passage;
    const lines = start.line === end.line ? `line ${start.line}` : `lines ${start.line} to ${end.line}`;
    this.told.textContent = `Chosen in ${lines}: ${words}`;
    this.place(range);
  }

  hide() {
    this.element.hidden = true;
    this.told.textContent = "";
  }

  /**
   * Below the last of the chosen words; above the first where there is no room. Where fingers
   * choose, the style sheet puts it at the window's lower edge instead: the system's own menu stands
   * beside the words.
   * @param {Range} range
   */
  place(range) {
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) return;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const below = last.bottom + GAP + height < innerHeight || first.top - GAP - height < 0;
    const top = below ? last.bottom + GAP : first.top - GAP - height;
    // around the end of the words, where the hand is, but within the column of the text
    const column = range.startContainer.parentElement?.closest(".line-text")?.getBoundingClientRect();
    const wanted = (below ? last.right : first.left) - width / 2;
    const least = Math.max(column?.left ?? 0, 8);
    const most = Math.min(column?.right ?? innerWidth, document.documentElement.clientWidth - 8) - width;
    const left = Math.max(Math.min(wanted, most), Math.min(least, most), 8);
    this.element.style.top = `${top + scrollY}px`;
    this.element.style.left = `${left + scrollX}px`;
  }
}
