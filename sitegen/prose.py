"""Every text of a fact sheet that may hold Markdown, parsed once, and where its lines stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from sitegen.diagnostics import Span
from sitegen.linked import ProseKey
from sitegen.markdown import ROLE, Place, Prose, parse, typed
from sitegen.model import Factsheet, Page, Places

# What a reader does not see as it is written: directives, roles, the addresses of links, code.
_UNSEEN = re.compile(
    r"^ *:{3,}\{(?:[^\n]*\n)*? *:{3,} *$|\{[A-Za-z0-9_+:-]+\}`[^`]*`|\]\([^()\s]*\)|`[^`]*`",
    re.MULTILINE,
)
_WORDS = re.compile(r"\w+|[^\w\s>*]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its nodes, with what finds the span of a place in it."""

    key: ProseKey
    text: str
    prose: Prose
    span: Callable[[Place], Span]

    @property
    def fact(self) -> str | None:
        """The fact whose text it is, for diagnostics."""
        return self.key.id if self.key.kind == "fact" else None

    def find(self, paragraph: int, start: int, end: int) -> Span:
        """The span of words that a reader sees: offsets in one of the typed paragraphs.

        They are looked for in the text as often as they stand in the paragraphs up to there; words
        that are written in another way (“&amp;”) have the span of the text's beginning.
        """
        before = [part.text for part in islice(typed(self.prose), paragraph + 1)]
        words = _WORDS.findall(before[-1][start:end])
        pattern = re.compile(r"[\s>*_]*".join(map(re.escape, words)))
        earlier = (*before[:-1], before[-1][:start])
        number = sum(1 for text in earlier for _ in pattern.finditer(text))
        hidden = _UNSEEN.sub(lambda found: ROLE * len(found.group()), self.text)
        found = next(islice(pattern.finditer(hidden), number, None), None) if words else None
        if found is None:
            return self.span(Place(1, 1))
        first, last = found.span()
        line = self.text.count("\n", 0, first) + 1
        column = first - (self.text.rfind("\n", 0, first) + 1) + 1
        ends = self.text.find("\n", first)
        length = min(last, ends if ends >= 0 else last) - first
        return self.span(Place(line, column, max(1, length)))


def passages(factsheet: Factsheet) -> Iterator[Passage]:
    """All of them: pages first, then facts, topics, sources and people."""
    for page in factsheet.pages.values():
        key = ProseKey("page", page.id, "body")
        yield Passage(key, page.body, parse(page.body), _on_page(page))
    for fact in factsheet.facts.values():
        for field in ("claim", "note", "response"):
            yield from _field(ProseKey("fact", fact.id, field), getattr(fact, field), fact.places)
    for topic in factsheet.topics.values():
        yield from _field(ProseKey("topic", topic.id, "summary"), topic.summary, topic.places)
    for source in factsheet.sources.values():
        yield from _field(ProseKey("source", source.id, "note"), source.note, source.places)
    for person in factsheet.people.values():
        key = ProseKey("person", person.id, "description")
        yield from _field(key, person.description, person.places)


def _field(key: ProseKey, text: str | None, places: Places) -> Iterator[Passage]:
    """A field's text, where it has one."""
    if text is not None:
        field = key.field
        yield Passage(
            key, text, parse(text), lambda place: in_value(places(field), field, text, place)
        )


def _on_page(page: Page) -> Callable[[Place], Span]:
    def span(place: Place) -> Span:
        line = page.body_line + place.line - 1
        return Span(page.places().path, line, place.column, line, place.column + place.length)

    return span


def in_value(value: Span, field: str, text: str, place: Place) -> Span:
    """The span of a place in the text of a YAML value, as near as its outline allows.

    A plain or quoted value on one line shows each character where it is, unless it holds escapes.
    In a `|` block each line of text has its own, and is set in by two from the key, as nearly
    everybody writes it; of a folded text only the whole is known.
    """
    lines = text.count("\n") + (not text.endswith("\n"))
    if value.line == value.end_line:
        around = value.end_column - value.column - len(text)
        if around not in (0, 2):
            return value
        column = value.column + around // 2 + place.column - 1
        return Span(value.path, value.line, column, value.line, column + place.length)
    # The parser ends a block where the line after it begins.
    if value.end_column != 1 or value.end_line - value.line - 1 != lines:
        return value
    line = value.line + place.line
    column = max(1, value.column - len(f"{field}: ") + 2) + place.column - 1
    return Span(value.path, line, column, line, column + place.length)
