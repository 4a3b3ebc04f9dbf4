import { EXPORTS } from "../lib/exports.js";

export const data = {
  eleventyExcludeFromCollections: true,
  paths: Object.keys(EXPORTS),
  pagination: { data: "paths", size: 1, alias: "path" },
  permalink: ({ path }) => path,
};

export const render = ({ path }) => EXPORTS[path]();
