"""Every text of a fact sheet that may hold Markdown, and where its lines stand in their files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.diagnostics import Span
from sitegen.linked import ProseKey
from sitegen.markdown import Place
from sitegen.model import Factsheet, Page, Places


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, with what finds the span of a place in it."""

    key: ProseKey
    text: str
    span: Callable[[Place], Span]

    @property
    def fact(self) -> str | None:
        """The fact whose text it is, for diagnostics."""
        return self.key.id if self.key.kind == "fact" else None


def passages(factsheet: Factsheet) -> Iterator[Passage]:
    """All of them: pages first, then facts, topics, sources and people."""
    for page in factsheet.pages.values():
        yield Passage(ProseKey("page", page.id, "body"), page.body, _on_page(page))
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
        yield Passage(key, text, lambda place: in_value(places(field), field, text, place))


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
