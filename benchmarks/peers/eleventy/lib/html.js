// The frame of every page, and the pieces that several share.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { BASE, explainers, facts, people, settings, sources, topics } from "./model.js";

const markdown = new MarkdownIt({ html: false });
const figures = new Intl.NumberFormat("en");
const MONTHS =
  "January February March April May June July August September October November December".split(" ");

export const style = readFileSync("style.css", "utf8");
export const stylePath = `/assets/style.${createHash("sha256").update(style).digest("hex").slice(0, 10)}.css`;

const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escape = (text) =>
  /[&<>"']/.test(text) ? String(text).replace(/[&<>"']/g, (sign) => NAMES[sign]) : String(text);

export const figure = (value) => figures.format(value);
export const date = (day) => {
  const [year, month, ofMonth] = day.split("-");
  return `<time datetime="${day}">${Number(ofMonth)} ${MONTHS[month - 1]} ${year}</time>`;
};
export const wordsOf = (day) => date(day).replace(/<[^>]*>/g, "");

export const personLink = (id) => `<a href="/people/${id}.html">${escape(people[id].name)}</a>`;
export const topicLink = (id) => `<a href="/topics/${id}.html">${escape(topics[id].title)}</a>`;

// Roles of claims and notes as Markdown.
const ROLE = /\{(\w+)\}`([^`]*)`/g;
const linked = (_, role, id) =>
  role === "person"
    ? `[${people[id].name}](/people/${id}.html)`
    : `[${role === "value" ? figure(facts[id].value) : "fact"}](/facts/${id}.html)`;

// Most texts have no Markdown in them and are only escaped.
export const inline = (text) =>
  /[*[`_]/.test(text) ? markdown.renderInline(text.replace(ROLE, linked)) : escape(text);

export const quoted = (fact) => fact.citations[0].words.map((piece) => `“${piece}”`).join(" … ");
export const claim = (fact) =>
  (fact.claimHtml ??= fact.kind === "quote" ? escape(quoted(fact)) : inline(fact.claim));
export const headline = (fact) => claim(fact).replace(/<\/?a[^>]*>/g, "");
export const plain = (html) => html.replace(/<[^>]*>/g, "");

export const card = (fact) => (fact.card ??= madeCard(fact));
const madeCard = (fact) => {
  const [first] = fact.citations;
  const who = fact.speaker ? ` ${personLink(fact.speaker)}` : "";
  const day = fact.day ? ` ${date(fact.day)}` : "";
  const source = `<a href="/sources/${first.source}.html">${escape(sources[first.source].title)}</a>`;
  return `<li><a href="/facts/${fact.id}.html">${headline(fact)}</a>${who}${day} ${source}, line ${first.lines}</li>\n`;
};
export const cards = (all) => `<ul>\n${all.map(card).join("")}</ul>\n`;

// The body of an explainer page, and the facts that it names, in order.
export const explained = (page) => {
  const named = [];
  const text = page.body.replace(ROLE, (_, role, id) => {
    const fact = facts[id];
    if (role === "quote") return quoted(fact);
    if (role === "value") return figure(fact.value);
    if (role === "date") return wordsOf(fact.day);
    if (!named.includes(fact)) named.push(fact);
    return `[source](/sources/${fact.citations[0].source}.html#${id}) [fact](/facts/${id}.html)`;
  });
  return { body: markdown.render(text).replaceAll('.md"', '.html"'), named };
};

const nav = [
  ...explainers.filter((page) => page.name !== "index").map((page) => [page.name, page.title]),
  ["timeline", "Timeline"],
  ["numbers", "Numbers"],
  ["quotes", "Quotations"],
  ["facts", "Facts"],
  ["sources", "Sources"],
  ["methodology", "Methodology"],
  ["corrections", "Corrections"],
]
  .map(([name, title]) => `<li><a href="/${name}.html">${escape(title)}</a></li>\n`)
  .join("");

const title = escape(settings.title);
const head = `<link rel="alternate" type="application/atom+xml" href="/feed.xml">
<link rel="alternate" type="application/feed+json" href="/feed.json">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<header>
<p><a href="/index.html">${title}</a></p>
<nav>
<ul>
${nav}</ul>
</nav>
</header>
<main>
`;

export const page = (path, heading, main) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(heading)} – ${title}</title>
<link rel="canonical" href="${BASE}${path}">
${head}${main}
</main>
</body>
</html>
`;
