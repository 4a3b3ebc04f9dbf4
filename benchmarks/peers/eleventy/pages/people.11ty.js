import { cards, escape, page } from "../lib/html.js";
import { byPerson, bySpeaker, people } from "../lib/model.js";

const path = (id) => `people/${id}.html`;

export const data = {
  eleventyExcludeFromCollections: true,
  ids: Object.keys(people),
  pagination: { data: "ids", size: 1, alias: "id" },
  permalink: ({ id }) => path(id),
};

export function render({ id }) {
  const { name, role } = people[id];
  const parts = [`<h1>${escape(name)}</h1>`, `<p>${escape(role)}</p>`];
  if (bySpeaker[id]) parts.push("<h2>What they said</h2>", cards(bySpeaker[id]));
  if (byPerson[id]) parts.push("<h2>Other facts that name them</h2>", cards(byPerson[id]));
  return page(path(id), name, parts.join("\n"));
}
