// The files for other programs: the facts as data, feeds, and what crawlers read.
import { escape, headline, plain, quoted, claim, style, stylePath } from "./html.js";
import { LISTS } from "./lists.js";
import { BASE, explainers, facts, news, people, settings, sources, topics } from "./model.js";

const all = Object.values(facts);
const lines = (rows) => rows.map((row) => JSON.stringify(row)).join(",\n");
const exact = (words) => (words.length === 1 ? words[0] : words);
const titles = (fact) => fact.topics.map((id) => topics[id].title);

const factsJson = () =>
  `{"facts": [\n${lines(
    all.map(({ cite, citations, card, claimHtml, day, ...fact }) => ({
      ...fact,
      citations: citations.map(({ source, lines, words }) => ({ source, lines, exact: exact(words) })),
    })),
  )}\n]}\n`;
const sourcesJson = () =>
  `{"sources": [\n${lines(
    Object.values(sources).map(({ cited, ...source }) => ({
      ...source,
      display: "full",
      text: `texts/${source.id}.txt`,
    })),
  )}\n]}\n`;
const csl = () =>
  `[\n${lines(
    Object.values(sources).map((source) => ({
      "container-title": source.publisher,
      id: source.id,
      issued: { "date-parts": [source.published.split("-").map(Number)] },
      title: source.title,
      type: "article-newspaper",
    })),
  )}\n]\n`;

const COLUMNS =
  "id,kind,claim,quotation,speaker,said,value,unit,of,measure,date,people,topics,source,source_title,lines,words,added,page";
const cell = (value) => {
  const text = String(value ?? "");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const row = (fact) => {
  const [first] = fact.citations;
  const quotation = fact.kind === "quote" ? quoted(fact) : "";
  return [
    ...[fact.id, fact.kind, fact.claim, quotation, fact.speaker && people[fact.speaker].name],
    ...[fact.said, fact.value, fact.unit, fact.of, fact.measure, fact.date],
    ...[fact.people?.map((id) => people[id].name).join("; "), titles(fact).join("; ")],
    ...[first.source, sources[first.source].title, first.lines, first.words.join(" … ")],
    ...[fact.added, `${BASE}facts/${fact.id}.html`],
  ].map(cell).join(",");
};
const factsCsv = () => `${COLUMNS}\n${all.map(row).join("\n")}\n`;

const told = (fact) => {
  const who = fact.speaker ? `\n<p>Speaker: ${escape(people[fact.speaker].name)}</p>` : "";
  const cited = fact.citations.map(
    ({ source, lines, words }) =>
      `\n<blockquote><p>${escape(words.join(" … "))}</p></blockquote>\n<p><a href="${BASE}sources/${source}.html#${fact.id}">${escape(sources[source].title)}, line ${lines}</a></p>`,
  );
  return `<p>${headline(fact)}</p>${who}${cited.join("")}`;
};
const address = (fact) => `${BASE}facts/${fact.id}.html`;
const entry = ({ day, fact, was }) => `<entry>
<id>${address(fact)}${was ? `#corrected-${day}` : ""}</id>
<title>${escape(plain(claim(fact)))}</title>
<published>${day}T00:00:00Z</published>
<updated>${day}T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="${address(fact)}"/>
${titles(fact).map((title) => `<category term="${escape(title)}"/>\n`).join("")}<content type="html">${escape(told(fact))}</content>
</entry>
`;
const atom = () => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${BASE}feed.xml</id>
<title>${escape(settings.title)}</title>
<updated>${news[0].day}T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="${BASE}feed.xml"/>
<link rel="alternate" type="text/html" href="${BASE}"/>
<author>
<name>${escape(settings.title)}</name>
</author>
${news.map(entry).join("")}</feed>
`;
const jsonFeed = () =>
  JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: settings.title,
      home_page_url: BASE,
      feed_url: `${BASE}feed.json`,
      language: "en",
      authors: [{ name: settings.title }],
      items: news.map(({ day, fact }) => ({
        id: address(fact),
        url: address(fact),
        title: plain(claim(fact)),
        content_html: told(fact),
        date_published: `${day}T00:00:00Z`,
        date_modified: `${day}T00:00:00Z`,
        tags: titles(fact),
      })),
    },
    null,
    1,
  );

const sitemap = () => {
  const paths = [
    ...explainers.map(({ name }) => `${name}.html`),
    ...Object.keys(LISTS).filter((name) => name !== "404").map((name) => `${name}.html`),
    ...Object.keys(facts).map((id) => `facts/${id}.html`),
    ...Object.keys(sources).map((id) => `sources/${id}.html`),
    ...Object.keys(people).map((id) => `people/${id}.html`),
    ...Object.keys(topics).map((id) => `topics/${id}.html`),
  ].map((path) => `<url><loc>${BASE}${path === "index.html" ? "" : path}</loc></url>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.join("")}</urlset>
`;
};

export const EXPORTS = {
  "data/facts.json": factsJson,
  "data/facts.csv": factsCsv,
  "data/sources.json": sourcesJson,
  "data/sources.csl.json": csl,
  "feed.xml": atom,
  "feed.json": jsonFeed,
  "sitemap.xml": sitemap,
  "robots.txt": () => `User-agent: *\nAllow: /\n\nSitemap: ${BASE}sitemap.xml\n`,
  [stylePath.slice(1)]: () => style,
};
