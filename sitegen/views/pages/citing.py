"""“Cite this”: a fact as a reference, in words, as BibTeX and as CSL-JSON.

Nothing here tells a day of access: that is the reader's. The date is the one that the editors gave,
of the latest correction or of when the fact was added.
"""

import re

from sitegen import urls
from sitegen.edtf import Edtf
from sitegen.frozen import NamedTuple
from sitegen.linked import leading
from sitegen.model import CheckedFact, Fact
from sitegen.views.cards import Cards
from sitegen.views.exports.csl import csl_date
from sitegen.views.exports.json_text import one_line
from sitegen.views.kinds import CitingView
from sitegen.views.wording.dates import date_words

# What BibTeX reads as more than a character (Oren Patashnik, BibTeXing, 1988; LaTeX's specials).
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_IN_BIBTEX = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


class _Dated(NamedTuple):
    """A date in each form."""

    date: Edtf
    words: str
    year: str
    csl: str


class Citing:
    """Writes them; what facts of one source, or of one day, have alike is written once."""

    def __init__(self, cards: Cards) -> None:
        settings = cards.shown.factsheet.settings
        publisher = settings.publisher.name if settings.publisher else ""
        self._cards = cards
        self._base_url = settings.base_url
        self._where = ", ".join(filter(None, (settings.title, publisher)))
        self._above = _row("howpublished", settings.title) + _row("publisher", publisher)
        self._container = _csl_row("container-title", settings.title)
        self._publisher = _csl_row("publisher", publisher) if settings.publisher else ""
        self._language = _csl_row("language", settings.language)
        self._sources: dict[str, tuple[str, str]] = {}
        self._dates: dict[str, _Dated] = {}

    def of(self, checked: CheckedFact) -> CitingView:
        """A fact's reference in each form."""
        fact = checked.fact
        number = leading(fact)
        title = self._cards.wording.plain_headline(fact)
        address = self._base_url and urls.absolute(self._base_url, urls.fact(fact.id))
        date = self._dated(fact)
        words, escaped = self._source(fact.cite[number - 1].source)
        lines = f"{self._cards.lines(checked.evidence[number - 1])} of our copy"
        ending = "" if title.endswith((".", "?", "!", "”")) else "."
        where = f"{self._where}, {date.words}" if date else self._where
        text = f"{title}{ending} In: {where}, fact “{fact.id}”. Rests on: {words}, {lines}."
        year = f"  year = {{{date.year}}},\n" if date and date.year else ""
        url = f"  url = {{{address}}},\n" if address else ""
        issued = f"{date.csl}{_NEXT}" if date else ""
        found_at = f"{_csl_row('URL', address)}{_NEXT}" if address is not None else ""
        return CitingView(
            text=f"{text} {address}" if address else text,
            bibtex=(
                f"@misc{{{fact.id},\n{_row('title', title)}{self._above}{year}{url}"
                f"  note = {{Rests on: {escaped}, {lines}}},\n}}"
            ),
            csl=(
                f"[\n  {{\n{_csl_row('id', fact.id)}{_NEXT}"
                f'    "type": "webpage"{_NEXT}{_csl_row("title", title)}{_NEXT}'
                f"{self._container}{_NEXT}{self._publisher}{_NEXT if self._publisher else ''}"
                f"{issued}{found_at}{_csl_row('note', f'Rests on: {words}, {lines}')}{_NEXT}"
                f"{self._language}\n  }}\n]"
            ),
        )

    def _source(self, name: str) -> tuple[str, str]:
        """What a fact rests on, in a few words; and the same for BibTeX."""
        if name not in self._sources:
            source = self._cards.shown.factsheet.sources[name]
            published = date_words(source.published) if source.published else None
            words = ", ".join(filter(None, (source.publisher, source.title, published)))
            self._sources[name] = words, _escaped(words)
        return self._sources[name]

    def _dated(self, fact: Fact) -> _Dated | None:
        """When the fact was last changed, as far as the editors have said."""
        corrected = (
            max((c.date for c in fact.corrections), key=lambda d: d.sort_key)
            if fact.corrections
            else None
        )
        date = corrected or fact.added
        if date is None:
            return None
        known = self._dates.get(date.text)
        if known is None or known.date != date:
            year = date.start.year if date.start else None
            known = self._dates[date.text] = _Dated(
                date,
                date_words(date),
                "" if year is None else str(year),
                _csl_row("issued", csl_date(date)),
            )
        return known


_NEXT = ",\n"


def _row(name: str, words: str) -> str:
    return f"  {name} = {{{_escaped(words)}}},\n" if words else ""


def _escaped(words: str) -> str:
    return _SPECIAL.sub(lambda special: _IN_BIBTEX.get(special[0], f"\\{special[0]}"), words)


def _csl_row(name: str, value: object) -> str:
    """A field a line; the encoder's own indentation is ten times as slow."""
    return f'    "{name}": {one_line(value)}'
