import { page } from "../lib/html.js";
import { LISTS } from "../lib/lists.js";

export const data = {
  eleventyExcludeFromCollections: true,
  names: Object.keys(LISTS),
  pagination: { data: "names", size: 1, alias: "name" },
  permalink: ({ name }) => `${name}.html`,
};

export function render({ name }) {
  const [title, main, heading = title] = LISTS[name];
  return page(`${name}.html`, title, `<h1>${heading}</h1>\n${main()}`);
}
