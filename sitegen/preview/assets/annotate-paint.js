/**
 * Words painted on the page without touching its elements, by the CSS Custom Highlight API: what
 * morphs the page has nothing to step around. A browser that lacks it shows the lists alone.
 */

// A constructed sheet belongs to the document, takes no part in its head, and no policy bars it.
const RULES = `
  .line-number {
    user-select: none; /* a number in the midst of chosen words would seem to be one of them */
  }
  ::highlight(sitegen-open) {
    text-decoration: underline dotted 0.13em light-dark(#b3261e, #ff9c8f);
    text-underline-offset: 0.3em;
  }
  ::highlight(sitegen-chosen) {
    background-color: light-dark(#cfe0f5, #2c4a6e);
    color: light-dark(#14120e, #f6f2ea);
  }
  ::highlight(sitegen-at) {
    background-color: light-dark(#f6d9d1, #5a2a20);
    color: light-dark(#14120e, #f6f2ea);
  }
  @media (forced-colors: active) {
    ::highlight(sitegen-chosen), ::highlight(sitegen-at) {
      background-color: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    ::highlight(sitegen-open) { text-decoration: none; }
    ::highlight(sitegen-chosen), ::highlight(sitegen-at) { background-color: transparent; }
  }
`;

const canPaint = "highlights" in CSS && typeof Highlight === "function";
const rules = new CSSStyleSheet();
const aside = new CSSStyleSheet();
rules.replaceSync(RULES);

/** Puts the rules on the page; once is enough, more does no harm. */
export function prepare() {
  if (document.adoptedStyleSheets.includes(rules)) return;
  document.adoptedStyleSheets.push(rules, aside);
}

// Browsers paint every highlight as a selection then, and nothing open is selected: the counts in the
// margin and the lists say it.
const forced = matchMedia("(forced-colors: active)");

/**
 * Paints ranges under a name in place of what it had; the priority decides between overlapping ones.
 * @param {"open" | "chosen" | "at"} name
 * @param {Range[]} ranges
 */
export function paint(name, ranges) {
  if (!canPaint) return;
  const highlight = new Highlight(...(name === "open" && forced.matches ? [] : ranges));
  highlight.priority = { open: 0, at: 1, chosen: 2 }[name];
  CSS.highlights.set(`sitegen-${name}`, highlight);
}

/**
 * Moves the page aside for the panel, by pixels, without laying a line out anew.
 * @param {number} pixels
 */
export function moveAside(pixels) {
  aside.replaceSync(
    pixels > 0 ? `@media screen { body { position: relative; left: ${-Math.round(pixels)}px; } }` : "",
  );
}
