/** The page's side of the preview: hears of news, and brings the page to the newest state. */

import { mirror } from "./morph.js";
import { makeOverlay } from "./overlay.js";
import { keepPlace } from "./reading.js";
import { listen } from "./stream.js";
import { load } from "./styles.js";

const OWN = "/_sitegen/";
const MOST_PASSED_OVER = 3; // states in a row that a newer one overtakes; then one is shown
const BEFORE_RETRY = 1000; // milliseconds after an answer that did not come
const BARE = `
  body { margin: 0; font: 1.0625rem / 1.5 system-ui, sans-serif; }
  main { max-inline-size: 34rem; margin: 12vh auto 0; padding-inline: 1.25rem; }
  h1 { font-size: 1.5rem; }
`;

/** @param {Document} page @returns {{token: string, build: string, page: string}} */
function told(page) {
  const meta = page.querySelector('meta[name="sitegen-preview"]');
  return JSON.parse(meta?.getAttribute("content") ?? '{"token": "", "build": "", "page": ""}');
}

/** The scripts of a page's own; of a page that gets others, only a new start will do. */
function scripts(root) {
  const named = [...root.querySelectorAll("script[src]")]
    .map((script) => new URL(script.getAttribute("src"), document.baseURI))
    .filter(({ origin }) => origin === location.origin); // a browser's extension brings others
  return named.map(String).sort().join("\n");
}

/** Notes a moment for those who measure, and only the latest of its kind. */
function mark(name, build) {
  performance.clearMarks(name);
  performance.mark(name, { detail: build });
}

let here = told(document);
const status = statusOfThis();
const page = mirror(document.documentElement); // before any other script has changed the page
const overlay = makeOverlay();
if (status !== 200) dress();
/** What the parts of the preview share. */
const preview = {
  get token() {
    return here.token;
  },
  get build() {
    return here.build;
  },
  get page() {
    return here.page;
  },
  get broken() {
    return broken;
  },
  root: overlay.root,
  get,
  post,
};

/** @param {string} path below /_sitegen/, or whole */
async function get(path) {
  const response = await fetch(new URL(path, location.origin + OWN), { cache: "no-store" });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** @param {string} path below /_sitegen/, or whole @param {unknown} body */
async function post(path, body) {
  const response = await fetch(new URL(path, location.origin + OWN), {
    method: "POST",
    cache: "no-store",
    headers: { "Content-Type": "application/json", "X-Sitegen-Token": here.token },
    body: JSON.stringify(body),
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("application/json")) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** How this page was answered: as itself, or as the page for what is missing or not made yet. */
function statusOfThis() {
  const [entry] = performance.getEntriesByType("navigation");
  return entry?.responseStatus || 200; // 0 where a browser does not tell
}

/** A page that the preview makes by itself has no theme. */
function dress() {
  if (document.querySelector('link[rel~="stylesheet"], style')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(BARE);
  document.adoptedStyleSheets.push(sheet);
}

/** @type {import("./stream.js").News | undefined} the newest, until it is worked on */
let news;
let busy = false;
let broken = false; // pages are those of an earlier build
let away = false;

/** One piece of news at a time, the newest: a tab never has more than one request under way. */
async function catchUp() {
  if (busy) return;
  busy = true;
  let latest;
  try {
    while ((latest = news)) {
      news = undefined;
      broken = latest.broken;
      if (latest.broken) await report(latest);
      if (latest.build !== here.build) await update(latest);
      if (!latest.broken) await report(latest);
      await placeOfPage();
    }
  } catch {
    news ??= latest;
    if (!away) setTimeout(catchUp, BEFORE_RETRY); // else the stream brings news when it is back
  }
  busy = false;
}

/** @param {import("./stream.js").News} latest */
async function report(latest) {
  const something = latest.broken || latest.errors || latest.warnings;
  overlay.show(something ? await get("report") : undefined);
}

let placed = "";

/** Where this page is written, for the link that opens it there. */
async function placeOfPage() {
  if (placed === here.build) return;
  placed = here.build;
  const asked = `page?path=${encodeURIComponent(here.page)}`;
  overlay.place(status === 200 ? await get(asked) : undefined);
}

let passedOver = 0;

/** @param {import("./stream.js").News} latest */
async function update(latest) {
  const address = location.pathname + location.search;
  const response = await fetch(address, { cache: "no-store", headers: { Accept: "text/html" } });
  if (response.status === 503 && status !== 503) {
    here.build = latest.build; // the page cannot be made now: what is shown stays
    return;
  }
  const html = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  if (overtaken()) return;
  // The policy of a page is that of its first answer, and fits no other kind of page.
  if (!html || response.status !== status || scripts(next) !== scripts(page.base)) {
    return reload();
  }
  const styles = await load(next);
  if (!overtaken()) show(next, styles);
  styles.discard();
}

/** Whether something newer is known, so that what has come is not worth showing. */
function overtaken() {
  passedOver = news && passedOver < MOST_PASSED_OVER ? passedOver + 1 : 0;
  return passedOver > 0;
}

/** @param {Document} next @param {Awaited<ReturnType<typeof load>>} styles */
function show(next, styles) {
  const now = told(next);
  keepPlace(() => page.become(next.documentElement, styles.link));
  here = now;
  mark("sitegen-shown", here.build);
  annotate?.refresh?.(preview);
}

/** Starts the page anew; the browser keeps where it was scrolled to. */
function reload() {
  location.reload();
  return new Promise(() => {}); // nothing more happens here
}

/** @type {{start?: Function, refresh?: Function} | undefined} */
let annotate;

async function startAnnotating() {
  if (status !== 200 || !/^(sources|facts)\//.test(here.page)) return;
  const part = await import("./annotate.js").catch(() => undefined);
  part?.start?.(preview);
  annotate = part;
}

listen(
  () => `${OWN}events?page=${encodeURIComponent(here.page)}`,
  (latest) => {
    mark("sitegen-heard", latest.build);
    news = latest;
    catchUp();
  },
  (lost) => {
    away = lost;
    overlay.lost(lost);
  },
);
startAnnotating();
