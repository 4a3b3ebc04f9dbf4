// The pages that list facts or sources: for each its title, what stands below,
// and the heading where that is another.
import { card, cards, date, escape, headline, topicLink, personLink } from "./html.js";
import {
  byMeasure, bySpeaker, byTopic, byYear, corrections, facts, people, sources, topics,
} from "./model.js";

const entry = (fact) => `<li><a href="/facts/${fact.id}.html">${headline(fact)}</a></li>\n`;
const source = (one) => {
  const many = new Set(one.cited.map(({ fact }) => fact)).size;
  return `<li><a href="/sources/${one.id}.html">${escape(one.title)}</a>, ${escape(one.publisher)}, ${date(one.published)}: ${many} facts</li>\n`;
};
const correction = ({ day, fact, was, because }) =>
  `<li>${date(day)}: <a href="/facts/${fact.id}.html">${fact.id}</a> ${escape(was)} ${escape(because)}</li>\n`;
const sections = (titled) => titled.map(([title, html]) => `<h2>${title}</h2>\n${html}`).join("");

export const LISTS = {
  facts: ["Facts", () =>
    sections(
      Object.keys(topics)
        .filter((id) => byTopic[id])
        .map((id) => [topicLink(id), `<ul>\n${byTopic[id].map(entry).join("")}</ul>\n`]),
    )],
  quotes: ["Quotations", () =>
    sections(
      Object.keys(people)
        .filter((id) => bySpeaker[id])
        .map((id) => [personLink(id), cards(bySpeaker[id])]),
    )],
  numbers: ["Numbers", () =>
    sections(Object.keys(byMeasure).sort().map((title) => [escape(title), cards(byMeasure[title])]))],
  timeline: ["Timeline", () =>
    sections(
      Object.entries(byYear).map(([year, all]) => [year, `<ol>\n${all.map(card).join("")}</ol>\n`]),
    )],
  sources: ["Sources", () => `<ul>\n${Object.values(sources).map(source).join("")}</ul>`],
  corrections: ["Corrections", () => `<ul>\n${corrections.map(correction).join("")}</ul>`],
  methodology: ["Methodology", () => {
    const all = Object.values(facts);
    const citations = all.reduce((sum, fact) => sum + fact.citations.length, 0);
    return `<p>${all.length} facts, ${citations} citations</p>
<ul>
<li><a href="/data/facts.json">data/facts.json</a></li>
<li><a href="/data/sources.json">data/sources.json</a></li>
</ul>`;
  }],
  404: ["Page not found", () => "", "This page is not here"],
};
