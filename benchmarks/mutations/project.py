"""A project as its files tell it: facts as plain values, articles by line, people, pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.mutations.yaml_text import Fields, Value, written


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact says that it stands: lines from 1, both included; `index` from 0."""

    index: int
    source: str
    first: int
    last: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact's fields, and the stretch of its file (code points) that holds them."""

    id: str
    path: str
    start: int
    end: int
    indent: int
    source: str
    fields: Fields
    citations: tuple[Citation, ...]  # those that give lines, in order


@dataclass(frozen=True, slots=True)
class Project:
    """What a planter needs of a project; file paths are relative to it."""

    root: Path
    files: Mapping[str, str]  # of facts
    facts: Mapping[str, Fact]
    articles: Mapping[str, tuple[str, ...]]  # a source's lines
    people: Mapping[str, tuple[str, ...]]  # a person's name, then the aliases
    pages: Mapping[str, str]
    language: str

    def text_at(self, source: str, first: int, last: int) -> str:
        """Lines of a source, joined; lines that it does not have are left out."""
        return "\n".join(self.articles.get(source, ())[max(first, 1) - 1 : last])

    def cited_text(self, fact: Fact, around: int = 0) -> str:
        """All lines that a fact cites; with their paragraphs and so many lines around if asked."""
        texts = []
        for cite in fact.citations:
            first, last = cite.first, cite.last
            if around:
                first, last = self._paragraphs(cite)
            texts.append(self.text_at(cite.source, first - around, last + around))
        return "\n".join(texts)

    def _paragraphs(self, cite: Citation) -> tuple[int, int]:
        """The first and last line of the paragraphs that hold a citation’s lines."""
        first, last = cite.first, cite.last
        while self.text_at(cite.source, first - 1, first - 1).strip() and first > 1:
            first -= 1
        while self.text_at(cite.source, last + 1, last + 1).strip():
            last += 1
        return first, last


def cited(fields: Fields) -> "list[dict[str, Value]]":
    """A fact's citations as written, always as a list."""
    cite = fields.get("cite", [])
    cites = [cite] if isinstance(cite, dict) else cite
    return [each for each in cites if isinstance(each, dict)]


def text_of(fields: Fields, key: str) -> str:
    """A field that is text, or nothing."""
    value = fields.get(key, "")
    return value if isinstance(value, str) else ""


def exact_words(fact: Fact) -> str:
    """All pieces of all citations, and the edited words of a quote."""
    pieces = [piece for cite in fact.citations for piece in cite.pieces]
    return "\n".join([*pieces, text_of(fact.fields, "quote")])


def read_project(root: Path) -> Project:
    """Read a project's content; only what is well-formed is expected."""
    content = root / "content"
    files = {
        path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted((content / "facts").rglob("*.yaml"))
    }
    facts = {fact.id: fact for path, text in files.items() for fact in _facts(path, text)}
    sources = _mapping(content / "sources.yaml").get("sources") or {}
    people = _mapping(content / "people.yaml").get("people") or {}
    return Project(
        root,
        files,
        facts,
        {name: _lines(root / source["text"]) for name, source in sources.items()},
        {name: (entry["name"], *(entry.get("aliases") or ())) for name, entry in people.items()},
        {
            path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8")
            for path in sorted((content / "pages").glob("*.md"))
        },
        str(_mapping(content / "site.yaml").get("language") or "en"),
    )


def _mapping(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
    return loaded if isinstance(loaded, dict) else {}


def _lines(path: Path) -> tuple[str, ...]:
    text = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    return tuple(re.split(r"\r\n|\r|\n", text))


def _facts(path: str, text: str) -> Iterator[Fact]:
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    top = {key.value: value for key, value in root.value} if root is not None else {}
    source = top["source"].value if "source" in top else ""
    for key, node in top["facts"].value if "facts" in top else ():
        start, end = node.start_mark.index, node.end_mark.index
        fields = _value(node)
        if not node.flow_style and isinstance(fields, dict):
            end = start + len(text[start:end].rstrip())
            cites = tuple(_citations(fields, source))
            yield Fact(key.value, path, start, end, node.start_mark.column, source, fields, cites)


def _citations(fields: Fields, default: str) -> Iterator[Citation]:
    for index, cite in enumerate(cited(fields)):
        span = re.fullmatch(r"(\d+)(?:-(\d+))?", text_of(cite, "lines"))
        exact = cite.get("exact", "")
        pieces = [exact] if isinstance(exact, str) else list(exact)
        if span:
            source = text_of(cite, "source") or default
            first, last = int(span[1]), int(span[2] or span[1])
            words = tuple(str(piece) for piece in pieces if piece)
            yield Citation(index, source, first, last, words)


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(value) for value in node.value]
    return str(node.value)


def rewritten(
    project: Project, changed: Mapping[str, Fields]
) -> tuple[dict[str, str], dict[str, tuple[str, int, int]]]:
    """Files with some facts written anew, and where these now lie: path, first and last line."""
    texts: dict[str, str] = {}
    places: dict[str, tuple[str, int, int]] = {}
    for path in {project.facts[name].path for name in changed}:
        text, parts, done, line = project.files[path], [], 0, 1
        inside = [project.facts[name] for name in changed if project.facts[name].path == path]
        for fact in sorted(inside, key=lambda fact: fact.start):
            before = text[done : fact.start]
            after = written(changed[fact.id], fact.indent)
            first = line + before.count("\n")
            line = first + after.count("\n")
            places[fact.id] = (path, first - 1, line)  # the fact's id stands in the line before
            parts += [before, after]
            done = fact.end
        texts[path] = "".join([*parts, text[done:]])
    return texts, places
