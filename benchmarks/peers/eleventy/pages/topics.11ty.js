import { cards, escape, page } from "../lib/html.js";
import { byTopic, isFigure, topics } from "../lib/model.js";

const path = (id) => `topics/${id}.html`;
const isQuote = (fact) => fact.kind === "quote";
const PARTS = [
  ["Figures", isFigure],
  ["What was said", isQuote],
  ["What is reported", (fact) => !isFigure(fact) && !isQuote(fact)],
];

export const data = {
  eleventyExcludeFromCollections: true,
  ids: Object.keys(topics),
  pagination: { data: "ids", size: 1, alias: "id" },
  permalink: ({ id }) => path(id),
};

export function render({ id }) {
  const parts = [`<h1>${escape(topics[id].title)}</h1>`];
  for (const [title, test] of PARTS) {
    const its = (byTopic[id] ?? []).filter(test);
    if (its.length) parts.push(`<h2>${title}</h2>`, cards(its));
  }
  return page(path(id), topics[id].title, parts.join("\n"));
}
