/**
 * What the preview shows beside the page: a pill at its foot, and above it a sheet with every
 * problem. Neither takes the focus or covers the page for good: it can be scrolled clear of them.
 */

import { make } from "./elements.js";
import { mirror } from "./morph.js";
import { figures, list } from "./problems.js";
import { kept } from "./session.js";

const STYLES = new URL("preview.css", import.meta.url).href;
const CHOICE = "problems"; // whether they are open or folded

/**
 * Puts the overlay on the page, empty.
 * @returns {{root: ShadowRoot, show: (report: any) => void, place: (place: any) => void,
 *   lost: (lost: boolean) => void}} `show` takes a report, or nothing when all is well; `place`
 *   where the page is written; `lost` whether the server is away
 */
export function makeOverlay() {
  const parts = build();
  const fill = mirror(parts.problems);
  const page = new CSSStyleSheet(); // constructed: the page's head and policy have no part in it
  document.adoptedStyleSheets.push(page);
  /** @type {any} the newest report that has something to say */
  let report;
  /** @type {string} what was told last */
  let said = "";

  /** @type {"open" | "folded" | null} what was chosen, here or on a page before */
  let chosen = kept.get(CHOICE);
  const grave = () => Boolean(report && (report.errors || report.failure || report.broken));
  const isOpen = () => Boolean(report) && (chosen ? chosen === "open" : grave());

  function draw() {
    const open = isOpen();
    parts.sheet.hidden = !open;
    parts.bar.hidden = open;
    parts.pill.hidden = !report;
    parts.pill.setAttribute("aria-expanded", String(open));
    parts.dock.classList.toggle("sp-grave", grave());
    if (report) {
      parts.count.textContent = parts.title.textContent = figures(report);
      parts.note.textContent = note(report);
    }
    fit();
  }

  /** What depends on how large things are: after each change, and when the window changes. */
  function fit() {
    makeRoom();
    if (!parts.sheet.hidden) reachable(parts.list);
  }

  /** Lets the page scroll on until nothing of it lies below the sheet. */
  function makeRoom() {
    const box = parts.dock.getBoundingClientRect();
    const height = parts.sheet.hidden ? 0 : Math.ceil(box.height) + 16;
    page.replaceSync(
      height
        ? `@media screen { html { scroll-padding-block-end: ${height}px; --sitegen-problems: shown }
           html::after { content: ""; display: block; block-size: ${height}px } }`
        : "",
    );
  }

  /** @param {"open" | "folded" | null} choice null: as it is without one */
  function choose(choice) {
    chosen = choice;
    kept.set(CHOICE, choice);
    const within = parts.root.activeElement;
    draw();
    if (choice === "open" && within) parts.list.focus({ preventScroll: true });
    if (choice === "folded" && within) parts.pill.focus({ preventScroll: true });
  }

  parts.pill.addEventListener("click", () => choose("open"));
  parts.fold.addEventListener("click", () => choose("folded"));
  // On the window, so that the page and its other parts can take the key first.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isOpen() || isTaken()) return;
    choose("folded");
  });
  new ResizeObserver(fit).observe(parts.sheet);

  return {
    root: parts.root,
    show(next) {
      if (next && !next.errors && !next.warnings && !next.failure) next = undefined;
      const was = grave();
      report = next;
      if (was && !grave()) choose(null); // the next errors show themselves
      if (report) fill.become(list(report));
      const now = spoken(report, was);
      if (now !== said) parts.status.textContent = said = now;
      draw();
    },
    place(place) {
      for (const link of parts.edits) {
        link.hidden = !place?.edit;
        if (!place?.edit) continue;
        link.href = place.edit;
        link.title = place.label;
        link.lastChild.textContent = `Edit this ${place.noun}`;
      }
    },
    lost(lost) {
      if (parts.stopped.hidden !== lost) return;
      parts.stopped.hidden = !lost;
      parts.status.textContent = said = lost ? "The preview has stopped." : "The preview is back.";
    },
  };
}

/** Whether something of the page that is open takes the key for itself. */
function isTaken() {
  return Boolean(document.querySelector(":popover-open, dialog[open]"));
}

/** What the page below is, while there are errors. */
function note(report) {
  if (!report.broken) return "";
  return report.shown ? "The page is the last good one." : "The page comes when these are mended.";
}

/** What a screen reader is told, without being interrupted. */
function spoken(report, was) {
  if (!report) return was ? "All is mended." : "";
  const [file] = report.files;
  const first = report.errors && file ? `: ${file.diagnostics[0].message}` : "";
  return `${figures(report)}${first}`;
}

/** A box that scrolls sideways can be reached by keyboard, and only then. */
function reachable(list) {
  for (const frame of list.querySelectorAll(".sp-frame")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }
}

/** The elements, none of them in the page's own tree. */
function build() {
  const host = document.createElement("sitegen-preview");
  const root = host.attachShadow({ mode: "open" });
  const styles = make("link", { rel: "stylesheet", href: STYLES });
  host.hidden = true; // until it is dressed
  styles.addEventListener("load", () => (host.hidden = false));

  const title = make("h2", { class: "sp-title" });
  const noted = make("p", { class: "sp-note" });
  const folding = { class: "sp-fold", "aria-label": "Fold", title: "Fold (Escape)" };
  const fold = make("button", { type: "button", ...folding }, chevron());
  const scrolling = { tabindex: "0", role: "group", "aria-label": "The problems" };
  const inner = make("div", { class: "sp-list", ...scrolling });
  const problems = make("div", {});
  inner.append(problems);
  const edits = [edit(), edit()];
  const titles = make("div", { class: "sp-titles" }, title, noted);
  const sheet = make(
    "section",
    { class: "sp-sheet", id: "Sheet", role: "region", "aria-label": "Problems found by sitegen" },
    make("div", { class: "sp-top" }, titles, edits[0], fold),
    inner,
  );
  const count = make("span", {});
  const opening = { "aria-expanded": "false", "aria-controls": "Sheet" };
  const dot = make("span", { class: "sp-dot", "aria-hidden": "true" });
  const pill = make(
    "button",
    { type: "button", class: "sp-pill sp-problems", ...opening },
    dot,
    count,
  );
  const why = { title: "sitegen serve does not answer" };
  const stopped = make("p", { class: "sp-pill sp-stopped", ...why }, "Preview stopped");
  const status = make("p", { class: "sp-unseen", role: "status", "aria-live": "polite" });
  const bar = make("div", { class: "sp-bar" }, pill, edits[1]);
  const foot = make("div", { class: "sp-foot" }, bar, stopped);
  const dock = make("div", { class: "sp-dock" }, sheet, foot, status);
  sheet.hidden = pill.hidden = stopped.hidden = true;
  root.append(styles, dock);
  document.documentElement.append(host); // beside the body, whose rules for its children it escapes
  return {
    root, dock, sheet, title, note: noted, fold, list: inner, problems,
    bar, pill, count, stopped, status, edits,
  };
}

function edit() {
  const link = make("a", { class: "sp-pill sp-edit" }, pencil(), "");
  link.append(make("span", {}));
  link.hidden = true;
  return link;
}

/** @param {...string} paths */
function drawing(...paths) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  made.setAttribute("viewBox", "0 0 16 16");
  made.setAttribute("aria-hidden", "true");
  made.setAttribute("class", "sp-sign");
  for (const each of paths) {
    const line = document.createElementNS(space, "path");
    line.setAttribute("d", each);
    made.append(line);
  }
  return made;
}

const chevron = () => drawing("M3.5 6 8 10.5 12.5 6");
const pencil = () => drawing("M10.5 3 13 5.5 5.75 12.75 2.75 13.25 3.25 10.25Z", "M9 4.5 11.5 7");
