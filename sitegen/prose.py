"""Every text of a fact sheet that may hold Markdown, parsed once, and where its lines stand."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain, islice
from types import MappingProxyType

from sitegen.diagnostics import Span
from sitegen.frozen import NamedTuple, dataclass
from sitegen.linked import ProseKey
from sitegen.markdown import ROLE, Place, Prose, parse, typed
from sitegen.memory import Memory
from sitegen.model import FACT_PROSE, Fact, Factsheet, Page, Person, Places, Source, Topic

# What a reader does not see as it is written: directives, roles, the addresses of links, code.
_UNSEEN = re.compile(
    r"^ *:{3,}\{(?:[^\n]*\n)*? *:{3,} *$|\{[A-Za-z0-9_+:-]+\}`[^`]*`|\]\([^()\s]*\)|`[^`]*`",
    re.MULTILINE,
)
_NOTHING: Mapping[str, Prose] = MappingProxyType({})
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
        pattern = re.compile(r"[\s>*_\[]*".join(map(re.escape, words)))
        earlier = (*before[:-1], before[-1][:start])
        number = sum(1 for text in earlier for _ in pattern.finditer(text))
        hidden = _UNSEEN.sub(lambda found: ROLE * len(found.group()), self.text)
        found = next(islice(pattern.finditer(hidden), number, None), None) if words else None
        begins = len(self.text) - len(self.text.lstrip())
        first, last = found.span() if found else (begins, begins + 1)
        line = self.text.count("\n", 0, first) + 1
        column = first - (self.text.rfind("\n", 0, first) + 1) + 1
        ends = self.text.find("\n", first)
        length = min(last, ends if ends >= 0 else last) - first
        return self.span(Place(line, column, max(1, length)))


class Texts(NamedTuple):
    """The passages of a fact sheet: those of each file of facts, in the order of `files`."""

    files: tuple[tuple[Passage, ...], ...]
    others: tuple[Passage, ...]

    @property
    def every(self) -> tuple[Passage, ...]:
        """All of them."""
        return tuple(chain(self.others, *self.files))


def passages(
    factsheet: Factsheet,
    memory: Memory | None = None,
    parsed: Mapping[str, Prose] = _NOTHING,
) -> Texts:
    """All of them. In each file the facts' are in the order of the facts.

    `parsed` has the nodes of texts of facts that somebody has parsed already. With a memory, the
    facts of a file of which none has changed have the passages of the run before, not equal ones;
    so has what is not a fact.
    """
    once = (Memory() if memory is None else memory).once
    files = []
    for ids in factsheet.files.values():
        facts = tuple(map(factsheet.facts.__getitem__, ids))
        files.append(once("prose: facts", None, facts, partial(_of_facts, facts, parsed)))
    others = [
        once("prose: page", None, (page,), partial(_of_page, page))
        for page in factsheet.pages.values()
    ]
    for topic in factsheet.topics.values():
        others += once("prose: topic", None, (topic,), partial(_of, topic, "topic", "summary"))
    for source in factsheet.sources.values():
        others += once("prose: source", None, (source,), partial(_of, source, "source", "note"))
    for person in factsheet.people.values():
        work = partial(_of, person, "person", "description")
        others += once("prose: person", None, (person,), work)
    return Texts(tuple(files), tuple(others))


def _of_page(page: Page) -> Passage:
    return Passage(ProseKey("page", page.id, "body"), page.body, parse(page.body), _on_page(page))


def _of_facts(facts: tuple[Fact, ...], parsed: Mapping[str, Prose]) -> tuple[Passage, ...]:
    return tuple(
        chain.from_iterable(_of(fact, "fact", *FACT_PROSE, parsed=parsed) for fact in facts)
    )


def _of(
    record: Fact | Topic | Source | Person,
    kind: str,
    *fields: str,
    parsed: Mapping[str, Prose] = _NOTHING,
) -> tuple[Passage, ...]:
    """The texts of these fields, where the record has them."""
    texts = ((field, getattr(record, field)) for field in fields)
    return tuple(
        Passage(
            ProseKey(kind, record.id, field),
            text,
            parsed.get(text) or parse(text),
            _in_field(record.places, field, text),
        )
        for field, text in texts
        if text is not None
    )


def _in_field(places: Places, field: str, text: str) -> Callable[[Place], Span]:
    return lambda place: in_value(places(field), field, text, place)


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
