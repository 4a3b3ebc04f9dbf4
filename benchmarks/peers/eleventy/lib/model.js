// The content of the sheet, read once a build, and its facts in each order that a page needs.
import { readFileSync, readdirSync } from "node:fs";
import yaml from "js-yaml";

export const BASE = "https://facts.example/";
const NEWS = 100; // entries of a feed

const read = (path) => readFileSync(path, "utf8");
const parsed = (path) => yaml.load(read(path), { schema: yaml.CORE_SCHEMA });
const list = (one) => (one === undefined ? [] : Array.isArray(one) ? one : [one]);

export const settings = parsed("content/site.yaml");
export const people = parsed("content/people.yaml").people;
export const topics = parsed("content/topics.yaml").topics;
export const sources = parsed("content/sources.yaml").sources;
for (const [id, source] of Object.entries(sources)) Object.assign(source, { id, cited: [] });

export const facts = {};
for (const name of readdirSync("content/facts").sort()) {
  const file = parsed(`content/facts/${name}`);
  for (const [id, fact] of Object.entries(file.facts)) {
    const citations = list(fact.cite).map(({ source = file.source, lines, exact }) => ({
      source,
      lines: String(lines),
      words: list(exact),
    }));
    for (const citation of citations) {
      sources[citation.source].cited.push({ ...citation, fact: id });
    }
    facts[id] = { ...fact, id, citations, day: fact.said ?? fact.date ?? "" };
  }
}

export const inOrder = Object.values(facts).sort((a, b) =>
  a.day === b.day ? 0 : a.day < b.day ? -1 : 1,
);

const gathered = (keys) => {
  const found = {};
  for (const fact of inOrder) for (const key of keys(fact)) (found[key] ??= []).push(fact);
  return found;
};
const humanised = (name) => name[0].toUpperCase() + name.slice(1).replaceAll("-", " ");

export const isFigure = (fact) => fact.value !== undefined;
export const bySpeaker = gathered((fact) => list(fact.speaker));
export const byPerson = gathered((fact) => list(fact.people));
export const byTopic = gathered((fact) => list(fact.topics));
export const byYear = gathered((fact) => (fact.day ? [fact.day.slice(0, 4)] : []));
export const byMeasure = gathered((fact) =>
  isFigure(fact) ? [humanised(fact.measure ?? "ranks")] : [],
);

const latestFirst = (a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1);
export const corrections = inOrder
  .flatMap((fact) => list(fact.corrections).map((one) => ({ ...one, day: one.date, fact })))
  .sort(latestFirst);
export const news = inOrder
  .flatMap((fact) => (fact.added ? [{ day: fact.added, fact }] : []))
  .concat(corrections)
  .sort(latestFirst)
  .slice(0, NEWS);

const header = /^---\n([^]*?)\n---\n([^]*)$/;
export const explainers = readdirSync("content/pages")
  .map((name) => {
    const [, head, body] = header.exec(read(`content/pages/${name}`));
    return { ...yaml.load(head, { schema: yaml.CORE_SCHEMA }), name: name.slice(0, -3), body };
  })
  .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));

export const article = (source) => read(source.text).replace(/\n$/, "").split("\n");
