import { date, escape, page } from "../lib/html.js";
import { article, sources } from "../lib/model.js";

const path = (id) => `sources/${id}.html`;

export const data = {
  eleventyExcludeFromCollections: true,
  ids: Object.keys(sources),
  pagination: { data: "ids", size: 1, alias: "id" },
  permalink: ({ id }) => path(id),
};

const marked = (line, cited) => {
  let html = escape(line);
  for (const { fact, words } of cited) {
    words.forEach((piece, index) => {
      const its = escape(piece);
      const id = index ? "" : ` id="${fact}"`;
      html = html.replace(its, () => `<mark${id} data-facts="${fact}">${its}</mark>`);
    });
  }
  return html;
};

export function render({ id }) {
  const source = sources[id];
  const byLine = Object.groupBy
    ? Object.groupBy(source.cited, ({ lines }) => lines.split("-")[0])
    : source.cited.reduce((found, one) => {
        (found[one.lines.split("-")[0]] ??= []).push(one);
        return found;
      }, {});
  const lines = article(source).map((line, index) => {
    const cited = byLine[index + 1] ?? [];
    const links = cited.map(({ fact }) => `<li><a href="/facts/${fact}.html">${fact}</a></li>`);
    const list = links.length ? `<ul>${links.join("")}</ul>` : "";
    return `<li id="L${index + 1}">${marked(line, cited)}${list}</li>\n`;
  });
  const main = `<h1>${escape(source.title)}</h1>
<dl>
<dt>Publisher</dt><dd>${escape(source.publisher)}</dd>
<dt>Published</dt><dd>${date(source.published)}</dd>
<dt>Licence</dt><dd>${escape(source.licence)}</dd>
</dl>
<ol>
${lines.join("")}</ol>
<p><a href="/data/texts/${id}.txt">The whole text</a>, SHA-256 <code>${source.sha256}</code></p>`;
  return page(path(id), source.title, main);
}
