"""“Cite this”: a fact as a reference, in words, as BibTeX and as CSL-JSON.

Nothing here tells a day of access: that is the reader's. The date is the one that the editors gave,
of the latest correction or of when the fact was added.
"""

import re

from sitegen import urls
from sitegen.edtf import Edtf
from sitegen.model import CheckedFact, Fact, Settings
from sitegen.views.cards import Cards
from sitegen.views.exports.csl import csl_date
from sitegen.views.exports.json_text import one_line, without_absent
from sitegen.views.kinds import CitingView
from sitegen.views.wording.dates import date_words

# What BibTeX reads as more than a character (Oren Patashnik, BibTeXing, 1988; LaTeX's specials).
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_IN_BIBTEX = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def citing(checked: CheckedFact, cards: Cards) -> CitingView:
    """A fact's reference in each form."""
    fact, settings = checked.fact, cards.shown.factsheet.settings
    title = cards.wording.plain_headline(fact)
    address = settings.base_url and urls.absolute(settings.base_url, urls.fact(fact.id))
    source = _source_words(fact, cards)
    return CitingView(
        text=_text(fact, title, settings, address, source),
        bibtex=_bibtex(fact, title, settings, address, source),
        csl=_csl(fact, title, settings, address, source),
    )


def _dated(fact: Fact) -> Edtf | None:
    """When the fact was last changed, as far as the editors have said."""
    corrected = max((c.date for c in fact.corrections), key=lambda d: d.sort_key, default=None)
    return corrected or fact.added


def _source_words(fact: Fact, cards: Cards) -> str:
    """What the fact rests on, in a few words."""
    leading = fact.cite[cards.leading(fact.id).number - 1]
    source = cards.shown.factsheet.sources[leading.source]
    evidence = cards.shown.facts[fact.id].evidence[cards.leading(fact.id).number - 1]
    lines = cards.lines(cards.leading(fact.id), evidence)
    parts = (
        source.publisher,
        source.title,
        date_words(source.published) if source.published else None,
    )
    return f"{', '.join(filter(None, parts))}, {lines} of our copy"


def _text(fact: Fact, title: str, settings: Settings, address: str | None, source: str) -> str:
    dated = _dated(fact)
    publisher = settings.publisher.name if settings.publisher else None
    where = ", ".join(
        filter(None, (settings.title, publisher, date_words(dated) if dated else None))
    )
    ending = "" if title.endswith((".", "?", "!", "”")) else "."
    parts = (f"{title}{ending}", f"In: {where}, fact “{fact.id}”.", f"Rests on: {source}.", address)
    return " ".join(filter(None, parts))


def _bibtex(fact: Fact, title: str, settings: Settings, address: str | None, source: str) -> str:
    dated = _dated(fact)
    year = dated.start.year if dated and dated.start else None
    fields = {
        "title": title,
        "howpublished": settings.title,
        "publisher": settings.publisher.name if settings.publisher else None,
        "year": str(year) if year is not None else None,
        "url": address,
        "note": f"Rests on: {source}",
    }
    rows = "".join(
        f"  {name} = {{{value if name == 'url' else _escaped(value)}}},\n"
        for name, value in fields.items()
        if value
    )
    return f"@misc{{{fact.id},\n{rows}}}"


def _escaped(words: str) -> str:
    return _SPECIAL.sub(lambda special: _IN_BIBTEX.get(special[0], f"\\{special[0]}"), words)


def _csl(fact: Fact, title: str, settings: Settings, address: str | None, source: str) -> str:
    dated = _dated(fact)
    entry = without_absent(
        {
            "id": fact.id,
            "type": "webpage",
            "title": title,
            "container-title": settings.title,
            "publisher": settings.publisher.name if settings.publisher else None,
            "issued": csl_date(dated) if dated else None,
            "URL": address,
            "note": f"Rests on: {source}",
            "language": settings.language,
        }
    )
    # A field a line; the encoder's own indentation is ten times as slow.
    fields = ",\n".join(f"    {one_line(name)}: {one_line(value)}" for name, value in entry.items())
    return f"[\n  {{\n{fields}\n  }}\n]"
