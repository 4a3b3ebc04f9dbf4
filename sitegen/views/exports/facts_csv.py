"""`data/facts.csv`: a fact a row, for spreadsheets (RFC 4180).

A fact that cites several passages has one row all the same, so that rows can be counted and summed;
the row has the passage that stands for it and names the others.

The file begins with a byte-order mark, without which spreadsheets misread everything but ASCII.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sitegen.edtf import Edtf
from sitegen.model import Amount, Citation, Fact, Verdict
from sitegen.views.exports.told import Told
from sitegen.views.exports.xml_text import allowed
from sitegen.views.wording.words import CITATION_VERDICTS, STATUSES, bare, lines_words, value_words

COLUMNS = (
    "id", "kind", "claim", "quotation", "speaker", "addressee", "said", "value", "value_in_words",
    "unit", "of", "measure", "date", "as_of", "according_to", "via", "people", "topics", "status",
    "verdict", "not_checked", "source", "source_title", "lines", "words", "further_citations",
    "added", "page",
)  # fmt: skip

# What a spreadsheet may take for a formula, also after marks that we added ourselves; the wide
# forms count where text is typed in wide characters.
_RISKY = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]++(?:\.[0-9]++)?")
_PLAIN = re.compile(r"[0-9A-Za-z“][0-9A-Za-z :;.’“”…–/_-]*+")  # nothing to guard or to quote
_SPECIAL = re.compile(r'[",\r\n]')


HEAD = f"\ufeff{','.join(COLUMNS)}\r\n"
"""The mark, and the row of the columns' names."""


def cell(text: str) -> str:
    """A text as a cell that no spreadsheet runs.

    One apostrophe goes before a text that begins like a formula, or with apostrophes before that,
    so taking one away again gives the text back. A plain number, also a negative one, stays.
    """
    text = allowed(text)
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def fact_row(told: Told) -> str:
    """A fact as a row of the file."""
    fact, citation = told.checked.fact, told.checked.fact.cite[told.leading - 1]
    not_checked = [n for n, v in told.checked.fields.items() if v is Verdict.UNCHECKED]
    cells = (
        _quoted(fact.id),
        fact.kind,
        _quoted(told.claim) if told.claim else "",
        _quoted(_pieces(told.pieces)) if told.pieces else "",
        _known(told.speaker),
        _known(told.addressee),
        _date(fact.said) if fact.said else "",
        _figure(fact, fact.value) if fact.value else ",",
        _known(fact.unit) if fact.unit else "",
        _known(fact.of) if fact.of else "",
        _known(fact.measure) if fact.measure else "",
        _date(fact.date) if fact.date else "",
        _date(fact.as_of) if fact.as_of else "",
        _known(told.according_to),
        _known(fact.via) if fact.via else "",
        _known("; ".join(told.people)),
        _known("; ".join(told.topics)),
        STATUSES.get(fact.status, "Reported"),
        CITATION_VERDICTS[told.verdict],
        "; ".join(not_checked),
        _known(citation.source),
        _known(told.places[told.leading - 1].title),
        _lines(citation),
        _quoted(_pieces(told.words)),
        _quoted("; ".join(_further(fact, told.leading))) if len(fact.cite) > 1 else "",
        _date(fact.added) if fact.added else "",
        _quoted(told.page),
    )
    return ",".join(cells) + "\r\n"


def _quoted(text: str) -> str:
    if not text or _PLAIN.fullmatch(text):
        return text
    text = cell(text)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


_known = lru_cache(4096)(_quoted)  # for names, titles and units, which many facts share


def _date(date: Edtf) -> str:
    return _quoted(date.text)


def _figure(fact: Fact, amount: Amount) -> str:
    """A figure as a number where it is one, and beside it in words with its modifier."""
    plain = amount.text if amount.number is None else format(amount.number, "f")
    return f"{_quoted(plain)},{_quoted(value_words(fact, amount))}"


def _pieces(pieces: Iterable[str]) -> str:
    return " … ".join(map(bare, pieces))


def _lines(citation: Citation) -> str:
    """Lines with a dash: a spreadsheet would read 5-13 as a day in May."""
    return str(citation.selector.lines).replace("-", "–")


def _further(fact: Fact, shown: int) -> Iterator[str]:
    """The other citations, like “some-source, lines 5–6 (contradicts)”."""
    for number, citation in enumerate(fact.cite, start=1):
        if number != shown:
            remark = " (contradicts)" if citation.contradicts else ""
            yield f"{citation.source}, {lines_words(citation.selector.lines)}{remark}"
