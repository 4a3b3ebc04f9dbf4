"""Checks of our other sentences: in pages and notes, quotations, numbers and dates come by role."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from sitegen import edtf
from sitegen.diagnostics import Diagnostic, error, warning
from sitegen.edtf import Edtf, Precision
from sitegen.frozen import NamedTuple
from sitegen.markdown import ROLE, Typed, typed
from sitegen.model import Verdict
from sitegen.prose import Passage
from sitegen.recognise import Found, TokenKind
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.numbers import counted
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.known import is_english
from sitegen.recognise.lazily import lazily
from sitegen.recognise.text.words import words as words_of
from sitegen.recognise.tokens import Sort
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.known import Counting, Dated, Known, Quoting
from sitegen.verify.sentences.claim_dates import misstated_dates
from sitegen.verify.sentences.claim_numbers import misstated_numbers
from sitegen.verify.sentences.digits import DIGITS, in_plain_digits
from sitegen.verify.sentences.misstated import MOST_TOLD
from sitegen.verify.sentences.quoted_words import Quoted, quoted_words, stands_in
from sitegen.verify.sentences.stated import Grounds

_COARSE = frozenset({Precision.YEAR, Precision.DECADE, Precision.CENTURY})
# Of sources and people a page may say what its editors know; of all else it tells what is cited.
_STRICT = frozenset({"page", "fact", "topic"})
_SMALL = 10
_YEAR_DIGITS = 4


def prose_cites(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """What pages, notes, responses, summaries and descriptions state comes from a role.

    Codes: uncited-quotation, uncited-number, uncited-date.
    """
    english = is_english(findings.within.language)
    for passage in findings.prose:
        if passage.key.field == "claim":
            continue
        grounds = _grounds(passage, findings)
        refused = False
        found = (
            (number, one)
            for number, paragraph in enumerate(typed(passage.prose))
            for one in sorted(_uncited(paragraph, findings.known, grounds, english=english))
        )
        for number, one in islice(found, MOST_TOLD):
            span = passage.find(number, one.start, one.start + len(one.text))
            tell = error if one.is_error and passage.key.kind in _STRICT else warning
            refused = refused or one.is_error
            yield tell(one.code, one.message, span, fact=passage.fact, hints=one.hints)
        if refused and passage.fact:
            yield Judged(passage.fact, passage.key.field, Verdict.MISMATCH)


def _grounds(passage: Passage, findings: Findings) -> Grounds | None:
    """What the fact of a note or response rests on; nothing for pages and other texts."""
    fact = findings.within.facts.get(passage.fact or "")
    grounds = Grounds(fact, findings) if fact else None
    return grounds if grounds and grounds.cited else None


class Uncited(NamedTuple):
    """What a text states and no role gives."""

    start: int
    text: str
    code: str
    is_error: bool
    message: str
    hints: tuple[str, ...]


def _uncited(
    paragraph: Typed, known: Known, grounds: Grounds | None, *, english: bool
) -> Iterator[Uncited]:
    text = in_plain_digits(paragraph.text)
    for quotation in quoted_words(text):
        if not (grounds and stands_in(quotation.words, grounds)):
            yield _quotation(quotation, known)
    if paragraph.quoted and "quote" not in paragraph.roles and any(map(str.isalnum, text)):
        start = next(index for index, char in enumerate(text) if char != ROLE)
        first = text[start:].split(ROLE)[0]
        yield _quotation(Quoted(start, first, first), known)
    if not english:
        yield from _digits(text)
        return
    ours = _Figures(text, grounds)
    for found in ours.found:
        tell = _date if found.kind is TokenKind.DATE else _number
        yield from tell(found, ours, known)


class _Figures:
    """The figures of a paragraph, and which of them the fact of a note itself has."""

    def __init__(self, text: str, grounds: Grounds | None) -> None:
        self.text = text
        self.read = words_of(text, ENGLISH)
        self.found = tuple(scan(self.read))
        self._grounds = grounds

    def is_own(self, found: Found) -> bool:
        """Whether a figure stands in the words or fields of the fact whose note it is."""
        if self._grounds is None:
            return False
        written = self.text[found.start : found.end]
        return found.start not in self._strange or stands_in(written, self._grounds)

    def is_in_article(self, found: Found) -> bool:
        """Whether a figure stands elsewhere in the article of the fact whose note it is."""
        written = self.text[found.start : found.end]
        return self._grounds is not None and self._grounds.article_has(written)

    @lazily
    def _strange(self) -> frozenset[int]:
        if self._grounds is None:
            return frozenset()
        _, numbers = misstated_numbers(Amounts(self.read, self.found), self._grounds)
        _, dates = misstated_dates(self.text, self.found, self._grounds)
        wrong = (one for one in (*numbers, *dates) if one.code != "modifier-dropped")
        return frozenset(one.start for one in wrong)

    def counts(self, found: Found) -> bool:
        """Whether a small number tells how many there are, and does not point at known ones."""
        read = self.read
        following = bisect_left(read.spans, (found.end, 0))
        before = bisect_left(read.spans, (found.start, 0)) - 1
        pointing = ENGLISH.evidence.get(read.low(before)) == "pointing"
        return counted(read, following) and not pointing


def _quotation(quotation: Quoted, known: Known) -> Uncited:
    who = known(Quoting(quotation.words))
    role = f"{{quote}}`{who[0]}`" if who else "{quote}`ID`, of the fact that has these words"
    return Uncited(
        quotation.start,
        quotation.text,
        "uncited-quotation",
        True,
        "these quoted words come from no fact",
        (f"write {role}", _plainly(quotation.text)),
    )


def _plainly(text: str) -> str:
    """The way out: words that need no source."""
    return f"or, if they need no source: {{plain}}`{text}`"


def _date(found: Found, ours: _Figures, known: Known) -> Iterator[Uncited]:
    if found.date is None:
        return  # ’68, of which nobody knows the century
    words, date = ours.text[found.start : found.end], edtf.parse(found.date)
    moment = date.start if isinstance(date, Edtf) else None
    if moment is None or moment.precision in _COARSE:
        return  # a bare year or something coarser
    if ours.is_own(found):
        return
    month_alone = moment.precision is Precision.MONTH and moment.year is None
    facts = known(Dated(found.date))
    role = f"{{date}}`{facts[0]}`" if facts else "{date}`ID`, of the fact that gives it"
    hints = (f"write {role}", _plainly(words))
    is_error = not (month_alone or ours.is_in_article(found))
    yield Uncited(found.start, words, "uncited-date", is_error, _message(words), hints)


def _number(found: Found, ours: _Figures, known: Known) -> Iterator[Uncited]:
    words = ours.text[found.start : found.end]
    weight = _weight(found, words)
    if weight == "none" or (_is_year(words) and not ours.counts(found)):
        return
    if ours.is_own(found):
        return
    facts = known(Counting(found.number)) if found.number is not None else ()
    roles = " or ".join(f"{{value}}`{fact}`" for fact in facts)
    role = roles or "{value}`ID`, of the fact that gives it"
    hints = (f"write {role}", _plainly(words))
    is_error = weight == "error" and not ours.is_in_article(found)
    yield Uncited(found.start, words, "uncited-number", is_error, _message(words), hints)


def _message(words: str) -> str:
    return f"“{words}” comes from no fact"


def _is_year(words: str) -> bool:
    return len(words) == _YEAR_DIGITS and words.isdecimal() and words[0] in "12"


def _weight(found: Found, words: str) -> str:
    """How much a number weighs: an error in digits or from ten on, and nothing in small words."""
    if any(map(str.isdigit, words)):
        return "error"
    if found.sort in {Sort.VAGUE, Sort.FACTOR, Sort.FRACTION}:
        return "warning"
    if found.number is None or abs(found.number) >= _SMALL or found.sort is not Sort.COUNT:
        return "error"
    return "none"


def _digits(text: str) -> Iterator[Uncited]:
    """The numbers in digits of a text in a language that has no tables; a bare year is none."""
    for found in DIGITS.finditer(text):
        words = found.group()
        if _is_year(words):
            continue
        yield Uncited(
            found.start(),
            words,
            "uncited-number",
            True,
            f"“{words}” comes from no fact",
            ("write {value}`ID` or {date}`ID`, of the fact that gives it", _plainly(words)),
        )
