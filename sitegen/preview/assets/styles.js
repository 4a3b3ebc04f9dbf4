/** Style sheets that change places without a moment between them. */

const PATIENCE = 1000; // milliseconds for a sheet to load; then the page goes on without it

/** @param {Document} page @returns {HTMLLinkElement[]} */
const sheets = (page) => [...page.querySelectorAll('link[rel~="stylesheet"]')];

/** @param {Element} link */
const address = (link) => new URL(link.getAttribute("href") ?? "", document.baseURI).href;

/**
 * Loads the sheets that the newer page has and this one lacks, each behind the one it will replace.
 * @param {Document} next
 * @returns {Promise<{link: (next: Element) => Element | undefined, discard: () => void}>} `link`
 *   gives the loaded one for a link of the newer page; `discard` drops those that nobody asked for
 */
export async function load(next) {
  const here = new Set(sheets(document).map(address));
  /** @type {Map<string, HTMLLinkElement>} */
  const made = new Map();
  const wanted = sheets(next).filter((link) => !here.has(address(link)));
  await Promise.all(wanted.map((link) => arrived(link, made)));
  return {
    link(link) {
      const found = link.localName === "link" ? made.get(address(link)) : undefined;
      if (found) made.delete(address(link));
      return found;
    },
    discard() {
      for (const link of made.values()) link.remove();
    },
  };
}

/** @param {HTMLLinkElement} link @param {Map<string, HTMLLinkElement>} made */
function arrived(link, made) {
  const living = document.importNode(link, true);
  made.set(address(link), living);
  const waiting = new Promise((resolve) => {
    living.addEventListener("load", resolve);
    living.addEventListener("error", resolve);
    setTimeout(resolve, PATIENCE);
  });
  const others = sheets(document);
  const behind = others.findLast((old) => name(old) === name(link)) ?? others.at(-1);
  if (behind) behind.after(living);
  else document.head.append(living);
  return waiting;
}

/** The path of a sheet without the digest of its content: assets/style.0123456789.css. */
function name(link) {
  return new URL(address(link)).pathname.replace(/\.[0-9a-f]+(?=\.css$)/, "");
}
