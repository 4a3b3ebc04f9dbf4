import { claim, date, escape, figure, inline, page, personLink, plain, topicLink } from "../lib/html.js";
import { facts, sources } from "../lib/model.js";

const path = (id) => `facts/${id}.html`;

export const data = {
  eleventyExcludeFromCollections: true,
  ids: Object.keys(facts),
  pagination: { data: "ids", size: 1, alias: "id" },
  permalink: ({ id }) => path(id),
};

const value = (fact) =>
  fact.of ? `No. ${fact.value} of ${escape(fact.of)}` : `${figure(fact.value)} ${escape(fact.unit)}`;

export function render({ id }) {
  const fact = facts[id];
  const parts = [`<h1>${claim(fact)}</h1>`];
  if (fact.speaker) parts.push(`<p>${personLink(fact.speaker)}</p>`);
  if (fact.value !== undefined) parts.push(`<p>${value(fact)}</p>`);
  if (fact.day) parts.push(`<p>${date(fact.day)}</p>`);
  for (const { source, lines, words } of fact.citations) {
    parts.push(
      `<blockquote>${escape(words.join(" … "))}</blockquote>`,
      `<p><a href="/sources/${source}.html#${id}">${escape(sources[source].title)}, line ${lines}</a></p>`,
    );
  }
  if (fact.note) parts.push(`<p>${inline(fact.note)}</p>`);
  for (const one of fact.corrections ?? []) {
    parts.push(`<p>${date(one.date)}: ${escape(one.was)} ${escape(one.because)}</p>`);
  }
  if (fact.people) parts.push(`<p>People: ${fact.people.map(personLink).join(", ")}</p>`);
  parts.push(`<p>Topics: ${fact.topics.map(topicLink).join(", ")}</p>`);
  return page(path(id), plain(claim(fact)), parts.join("\n"));
}
