"""`data/facts.csv`: a fact a row, for spreadsheets (RFC 4180).

A fact that cites several passages has one row all the same, so that rows can be counted and summed;
the row has the passage that stands for it and names the others.

The file begins with a byte-order mark, without which spreadsheets misread everything but ASCII.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.linked import ProseKey, leading
from sitegen.model import CheckedFact, Citation, Fact, Verdict
from sitegen.views.exports.parts import date_text
from sitegen.views.exports.xml_text import allowed
from sitegen.views.wording.wording import Wording
from sitegen.views.wording.words import CITATION_VERDICTS, STATUSES, bare, lines_words, value_words

COLUMNS = (
    "id", "kind", "claim", "quotation", "speaker", "addressee", "said", "value", "value_in_words",
    "unit", "of", "measure", "date", "as_of", "according_to", "via", "people", "topics", "status",
    "verdict", "not_checked", "source", "source_title", "lines", "words", "further_citations",
    "added", "page",
)  # fmt: skip

_MARK = "\ufeff"
_LINE_END = "\r\n"
# What a spreadsheet may take for a formula, also after marks that we added ourselves; the wide
# forms count where text is typed in wide characters.
_RISKY = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]++(?:\.[0-9]++)?")
_PLAIN = re.compile(r"[0-9A-Za-z“][0-9A-Za-z :;.’“”…–/_-]*+")  # nothing to guard or to quote
_SPECIAL = re.compile(r'[",\r\n]')


def facts_csv(wording: Wording) -> bytes:
    """The file."""
    facts = wording.shown.facts
    rows = (_row(facts[name], wording) for name in sorted(facts))
    lines = (_line(cells) for cells in (COLUMNS, *rows))
    return (_MARK + "".join(lines)).encode()


def cell(text: str) -> str:
    """A text as a cell that no spreadsheet runs.

    One apostrophe goes before a text that begins like a formula, or with apostrophes before that,
    so taking one away again gives the text back. A plain number, also a negative one, stays.
    """
    text = allowed(text)
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + _LINE_END


def _quoted(text: str) -> str:
    if not text or _PLAIN.fullmatch(text):
        return text
    text = cell(text)
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


def _row(checked: CheckedFact, wording: Wording) -> tuple[str, ...]:
    fact, number = checked.fact, leading(checked.fact)
    citation = fact.cite[number - 1]
    factsheet = wording.shown.factsheet
    words = wording.words(fact.id, number) or citation.selector.exact
    not_checked = (n for n, verdict in checked.fields.items() if verdict is Verdict.UNCHECKED)
    return (
        fact.id,
        fact.kind.value,
        wording.plain(ProseKey("fact", fact.id, "claim")) or "",
        _pieces(wording.pieces(fact)) if fact.kind == "quote" else "",
        wording.attributed(fact.speaker) if fact.speaker else "",
        wording.person_name(fact.addressee) if fact.addressee else "",
        date_text(fact.said) or "",
        *_figure(fact),
        fact.unit or "",
        fact.of or "",
        fact.measure or "",
        date_text(fact.date) or "",
        date_text(fact.as_of) or "",
        wording.attributed(fact.according_to) if fact.according_to else "",
        fact.via or "",
        "; ".join(wording.person_name(name) for name in dict.fromkeys(fact.people)),
        "; ".join(factsheet.topics[name].title for name in dict.fromkeys(fact.topics)),
        STATUSES.get(fact.status, "Reported"),
        CITATION_VERDICTS[checked.verdict],
        "; ".join(not_checked),
        citation.source,
        factsheet.sources[citation.source].title,
        _lines(citation),
        _pieces(words),
        "; ".join(_further(fact, number)),
        date_text(fact.added) or "",
        urls.address(factsheet.settings.base_url, urls.FACTS_CSV, urls.fact(fact.id)),
    )


def _figure(fact: Fact) -> tuple[str, str]:
    """A figure as a number where it is one, and in words with its modifier."""
    if fact.value is None:
        return "", ""
    number = fact.value.number
    plain = fact.value.text if number is None else format(number, "f")
    return plain, value_words(fact, fact.value)


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
