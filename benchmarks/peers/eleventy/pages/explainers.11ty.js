import { escape, explained, headline, page } from "../lib/html.js";
import { explainers } from "../lib/model.js";

const path = (of) => `${of.name}.html`;

export const data = {
  eleventyExcludeFromCollections: true,
  explainers,
  pagination: { data: "explainers", size: 1, alias: "of" },
  permalink: ({ of }) => path(of),
};

export function render({ of }) {
  const { body, named } = explained(of);
  const listed = named.map(
    (fact, index) =>
      `<li id="Ref-${index + 1}"><a href="/facts/${fact.id}.html">${headline(fact)}</a></li>\n`,
  );
  const list = listed.length ? `<ol>\n${listed.join("")}</ol>` : "";
  return page(path(of), of.title, `<h1>${escape(of.title)}</h1>\n${body}${list}`);
}
