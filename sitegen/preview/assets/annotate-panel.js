/**
 * The panel: a sheet beside the article, or below it on a phone. The article stays readable and can
 * be selected; Escape and the close button put the panel away and keep what was typed.
 */

import { moveAside } from "./annotate-paint.js";
import { button, make } from "./elements.js";

const BESIDE = matchMedia("(min-width: 68rem)");

export class Panel {
  /** @param {() => void} closed */
  constructor(closed) {
    this.closed = closed;
    this.title = make("h2", { id: "panel-title" });
    this.body = make("div", { class: "panel-body" });
    this.element = make(
      "dialog",
      { class: "panel", "aria-labelledby": "panel-title", "aria-modal": "false" },
      make(
        "div",
        { class: "panel-top" },
        this.title,
        button("Close", () => this.close(), { key: "Esc", class: "button quiet" }),
      ),
      this.body,
    );
    this.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    BESIDE.addEventListener("change", () => this.makeRoom());
    addEventListener("resize", () => this.makeRoom());
  }

  get isOpen() {
    return this.element.open;
  }

  /** @param {string} title @param {...Node} content */
  open(title, ...content) {
    this.title.textContent = title;
    this.body.replaceChildren(...content);
    this.body.scrollTop = 0;
    if (!this.isOpen) this.element.show();
    this.makeRoom();
  }

  close() {
    if (!this.isOpen) return;
    this.element.close();
    this.makeRoom();
    this.closed();
  }

  /** Moves the page to the left as far as the panel would hide its text, and no further than it can. */
  makeRoom() {
    const text = document.querySelector(".line:not(.blank) > .line-text");
    const row = text?.parentElement;
    const number = row?.querySelector(".digits") ?? row?.querySelector(".line-number");
    moveAside(0);
    if (!this.isOpen || !BESIDE.matches || !text || !number) return;
    const hidden = text.getBoundingClientRect().right + 20 - this.element.getBoundingClientRect().left;
    // room for the counts in the margin
    moveAside(Math.min(hidden, number.getBoundingClientRect().left - 44));
  }
}
