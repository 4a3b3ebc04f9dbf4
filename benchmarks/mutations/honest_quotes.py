"""Quotations whose speaker a plain reporting clause names: “…,” said NAME; “…,” NAME said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.mutations.book_text import Paragraph, on_one_line
from benchmarks.mutations.honest import NAME, HonestFact, People, is_name
from benchmarks.mutations.reading import fold
from benchmarks.mutations.yaml_text import Value

_VERBS = (
    "(?:said|replied|cried|asked|answered|exclaimed|returned|rejoined|remarked|observed|inquired"
    "|whispered|added|explained|continued)"
)
_CLAUSE = re.compile(
    rf" (?:{_VERBS} (?P<after>{NAME})|(?P<before>{NAME}) {_VERBS})(?: to (?P<to>{NAME}))?[,.;:]"
)
_QUOTED = re.compile(r'["“]([^"“”]+)["”]')
_FRENCH = re.compile(rf"^(?:--|—|– ?|«)([^«»]+[,!?])(?: »,?)? dit ({NAME})[,.;:] ([^«»]+?)[»]?$")
_FEWEST_WORDS = 5
_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words in pieces, who spoke them, and to whom if that is told."""

    paragraph: Paragraph
    pieces: tuple[tuple[int, int], ...]
    end: int  # of the clause
    speaker: str
    addressee: str


def quotations(paragraphs: Iterable[Paragraph], language: str) -> Iterator[Quotation]:
    """The quotations of a source whose speaker is certain."""
    for paragraph in paragraphs:
        yield from _french(paragraph) if language == "fr" else _english(paragraph)


def _english(paragraph: Paragraph) -> Iterator[Quotation]:
    text = paragraph.text
    straight = text.count('"')
    if straight % 2 or text.count("“") != text.count("”") or (straight and "“" in text):
        return
    runs = list(_QUOTED.finditer(text))
    for number, run in enumerate(runs):
        clause = _CLAUSE.match(text, run.end())
        if not clause or not run[1].rstrip().endswith((",", "!", "?", "-", "—")):
            continue
        name, pieces, end = clause["after"] or clause["before"], [run.span(1)], clause.end()
        following = runs[number + 1] if number + 1 < len(runs) else None
        if following and not text[clause.end() : following.start()].strip():
            pieces.append(following.span(1))
            end = following.end()
        if is_name(name) and (not clause["to"] or is_name(clause["to"])):
            yield Quotation(paragraph, tuple(pieces), end, name, clause["to"] or "")


def _french(paragraph: Paragraph) -> Iterator[Quotation]:
    found = _FRENCH.match(paragraph.text.rstrip())
    if found and is_name(found[2]) and " dit " not in found[1] + found[3]:
        spans = (found.span(1), found.span(3))
        yield Quotation(paragraph, spans, found.end(), found[2], "")


def quote_facts(found: Iterable[Quotation], people: People) -> Iterator[HonestFact]:
    """Facts of kind quote; quotations that are short, long or repeated nearby are left out."""
    for quotation in found:
        paragraph = quotation.paragraph
        start, end = quotation.pieces[0][0], quotation.pieces[-1][1]
        words = [on_one_line(paragraph.text[first:last]) for first, last in quotation.pieces]
        count = len(" ".join(words).split())
        if not _FEWEST_WORDS <= count <= _MOST_WORDS:
            continue
        if any(fold(paragraph.text).count(fold(each)) != 1 for each in words):
            continue
        lines = paragraph.lines(start, max(end, quotation.end) if count % 2 else end)
        exact: Value = words[0] if len(words) == 1 else [*words]
        fields: dict[str, Value] = {"kind": "quote", "speaker": people.ids[quotation.speaker]}
        if quotation.addressee:
            fields["addressee"] = people.ids[quotation.addressee]
        fields["cite"] = {"lines": lines, "exact": exact}
        yield HonestFact(paragraph.source, int(lines.split("-")[0]), fields)
