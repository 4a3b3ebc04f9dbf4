"""Checks of the sources themselves: is the text the copy that was annotated?"""

import re
from collections.abc import Iterator

from sitegen import anchor, edtf
from sitegen.diagnostics import Diagnostic, Edit, error
from sitegen.edtf import Edtf, Support
from sitegen.model import LineRange, Selector, Tier, Verdict
from sitegen.recognise import Reading
from sitegen.verify.dates.stated_dates import ends, in_paragraphs
from sitegen.verify.findings import Findings, Judged

_CENTURY = 100
_TEN = 10
_LETTERS = re.compile(r"[A-Za-z]++")


def sources_are_pinned(findings: Findings) -> Iterator[Diagnostic]:
    """`source-changed`: the text's hash is not the one that was written down."""
    for source in findings.sources:
        if source.article and source.article.sha256 != source.sha256:
            yield error(
                "source-changed",
                f"{source.text} is not the copy that was annotated: its sha256 is "
                f"{source.article.sha256}",
                source.places("sha256"),
                hints=(
                    "restore the text; or, if the new copy is the right one, check what it changes "
                    f"and write sha256: {source.article.sha256}",
                ),
                fixes=(
                    Edit(
                        source.places("sha256"),
                        source.article.sha256,
                        f"pin the new text of “{source.id}”",
                        accept_source=source.id,
                    ),
                ),
            )


def redactions_stand(findings: Findings) -> Iterator[Diagnostic]:
    """`quote-missing`: words to redact that do not stand in the text; nothing would hide them."""
    for source in findings.sources:
        text = findings.texts.get(source.id)
        if text is None:
            continue
        for index, redaction in enumerate(source.redact):
            last = max(1, len(text.lines))
            lines = redaction.lines or LineRange(1, last)
            outcome = anchor.locate(text, Selector(lines, (redaction.exact,)))
            if redaction.lines and isinstance(outcome, anchor.OutOfRange):
                yield error(
                    "bad-lines",
                    f"{source.text} ends with line {outcome.last}",
                    source.places("redact", index, "lines"),
                )
            elif not isinstance(outcome, anchor.Found | anchor.Ambiguous):
                where = lines.words if redaction.lines else source.text
                yield error(
                    "quote-missing",
                    f"the words to redact do not stand in {where}",
                    source.places("redact", index, "exact"),
                    hints=("copy them from the text, letter by letter",),
                )


def origins_stand(findings: Findings) -> Iterator[Judged]:
    """Whether an article's own head or foot names its publisher, its author and its date.

    It need not, so that one that does not is no fault: the field stays unchecked.
    """
    for source in findings.sources:
        reading = findings.readings.get(source.id)
        if reading is None:
            continue
        outer = ends(reading)
        for field in ("publisher", "author"):
            name = getattr(source, field)
            if name and _names(name, reading, outer):
                yield Judged(source.id, field, Verdict.FOUND, "source")
        published = source.published
        if published and any(
            edtf.support(stated.date, published) is Support.STATED
            for stated in in_paragraphs(source.id, reading, may_state(published, reading, outer))
        ):
            yield Judged(source.id, "published", Verdict.FOUND, "source")


def may_state(published: Edtf, reading: Reading, indexes: list[int]) -> list[int]:
    """The paragraphs that may have a date with the year of `published`: a quick look.

    Such a date has the last two digits of its year, or a word for them; or those before, as 1999–0
    and 2018–9 have.
    """
    year = published.latest[0]
    if year != published.year:  # a decade, or a day of any year
        return indexes
    whole, cardinals, tens = str(year), reading.language.cardinals, reading.language.tens
    rest = year % _CENTURY
    parts = [form for form, value in cardinals.items() if value == rest]
    parts += [form for form, value in tens.items() if value == rest // _TEN * _TEN]
    parts += (whole[2:], whole[:3], str(year - 1))
    may = [(index, reading.paragraphs[index].text.lower()) for index in indexes]
    return [index for index, low in may if any(part in low for part in parts)]


def _names(name: str, reading: Reading, paragraphs: list[int]) -> bool:
    """Whether a name stands in a paragraph, whole, as the matcher's last tier compares words."""
    wanted = anchor.normalised(name, Tier.T2).strip()
    whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    # Beyond what is invisible, no tier touches a letter: a text without the name's longest word is
    # seen at once to lack it.
    word = max(_LETTERS.findall(wanted), key=len, default="")
    texts = (reading.paragraphs[index].text for index in paragraphs)
    return any(
        whole.search(anchor.normalised(text, Tier.T2))
        for text in texts
        if word in anchor.clean(text).text
    )
