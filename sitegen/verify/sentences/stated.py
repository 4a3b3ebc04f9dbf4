"""What the citations of a fact state, and its fields: all that its claim may rest on."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from sitegen import anchor, edtf, recognise
from sitegen.counts import given
from sitegen.edtf import Edtf, Precision, Support
from sitegen.frozen import NamedTuple
from sitegen.model import Fact
from sitegen.recognise import Found, Reading
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.amount import Amount
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.language import Language
from sitegen.recognise.lazily import lazily
from sitegen.recognise.text.words import Words, words
from sitegen.verify.dates.stated_dates import in_words, written
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings
from sitegen.verify.passages import Stretch, passage

# Marks in their plain form; those of emphasis, in our Markdown or in a plain text, are none.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "_": None, "*": None}
)
_CODE_AFTER = re.compile(r" [A-Z]\w*\d")
_YEAR_AT_END = re.compile(r"(?:1[0-9]|20)[0-9]{2}$")
_BESIDE = 400  # characters around the cited words: a few sentences


class Cited(NamedTuple):
    """Words that a fact cites: where they stand in which source.

    `text`: the words, each line end as a space.
    """

    source: str
    reading: Reading
    stretch: Stretch
    text: str

    @property
    def beside(self) -> tuple[int, int]:
        """The offsets of the words with some text around them, in their paragraph."""
        return max(0, self.stretch.start - _BESIDE), self.stretch.end + _BESIDE


class Stated(NamedTuple):
    """An amount that stands in words or a field; `amounts` are those around it."""

    amounts: Amounts
    amount: Amount


class Grounds:
    """What one fact rests on, each part worked out when it is first asked for.

    `unread`: words that the editor wrote down for citations that were not found, or whose source
    cannot be read. What is wrong with those is told elsewhere; nothing is held against the claim.
    """

    def __init__(self, fact: Fact, findings: Findings) -> None:
        self.fact = fact
        self.findings = findings
        self.found: list[Finding] = []
        self.unread: list[str] = []
        self.cited: list[Cited] = []
        for finding in findings.facts[fact.id]:
            if finding.citation.contradicts:
                continue
            if isinstance(finding.outcome, anchor.Found):
                self.found.append(finding)
                self.cited += _cited(finding, findings)
            else:
                self.unread += finding.citation.selector.exact
        self.texts: tuple[str, ...] = (*(cited.text for cited in self.cited), *self.unread)
        """The cited words."""

    @property
    def language(self) -> Language:
        """That of the first source."""
        return self.cited[0].reading.language

    @property
    def is_english(self) -> bool:
        """Whether the sources of the cited words are in the language that the tables know."""
        return all(cited.reading.language is ENGLISH for cited in self.cited)

    @lazily
    def plain(self) -> tuple[str, ...]:
        """The cited words and lines, to look for words that our text quotes."""
        return tuple(dict.fromkeys(map(plain, (*self.texts, *self.own()))))

    @lazily
    def read(self) -> tuple[Words, ...]:
        """The cited words, each text parted into its words."""
        return tuple(words(text, self.language) for text in self.texts)

    def amounts(self) -> Iterator[Stated]:
        """Every amount in the cited words."""
        for cited in self.cited:
            amounts = cited.reading.amounts(cited.stretch.paragraph)
            end = cited.stretch.end  # at “9 p.m”, of which the last dot ends the sentence as well
            end += amounts.words.text.startswith(".", end)
            for amount in amounts.within(cited.stretch.start, end):
                yield Stated(amounts, amount)
        yield from self._amounts(self.unread)

    def field_amounts(self) -> Iterator[Stated]:
        """Every amount in the words of fields, and of the facts that the claim rests on."""
        values = (one.value.text for one in self.bases if one.value)
        return self._amounts(chain(field_texts(self.fact), values))

    def reasoned_amounts(self) -> Iterator[Stated]:
        """Every amount in the calculation of the value, and in why the claim holds."""
        basis = self.fact.basis
        return self._amounts(basis[name].because for name in ("claim", "value") if name in basis)

    def reasons_with(self, words: str) -> bool:
        """Whether the reason that a claim gives for itself has some words of it."""
        basis = self.fact.basis.get("claim")
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)"  # with its capital: May is no “may”
        return basis is not None and re.search(pattern, basis.because) is not None

    def _amounts(self, texts: Iterable[str]) -> Iterator[Stated]:
        for text in texts:
            amounts = recognise.amounts(text, self.language)
            yield from (Stated(amounts, amount) for amount in amounts.every)

    def valued(self) -> Iterator[Stated]:
        """The fact's own value with its unit, as one would write it: 0.13 US dollars."""
        if self.fact.value and self.fact.unit:
            yield from self._amounts((f"{self.fact.value.text} {self.fact.unit}",))

    def value(self) -> Decimal | None:
        """The fact's own value, where it has a number."""
        value = given(self.fact)
        return value.number if value else None

    def dates(self) -> Iterator[Edtf]:
        """Every date in the cited words, then those of the fact."""
        for finding in self.found:
            yield from (stated.date for stated in in_words(finding, self.findings))
        for text in (*self.unread, *field_texts(self.fact)):
            figures = recognise.figures(text, self.language)
            yield from (date for _, date in dates_of(text, figures, self.cited[0].reading))
        for date in self.own_dates:
            yield from edtf.ends(date)

    @property
    def own_dates(self) -> tuple[Edtf, ...]:
        """The dates in the fields of the fact, and of those that its claim rests on."""
        every = ((one.date, one.as_of, one.said) for one in (self.fact, *self.bases))
        return tuple(date for dates in every for date in dates if date is not None)

    @lazily
    def bases(self) -> tuple[Fact, ...]:
        """The facts from which the claim's basis infers what the words do not say."""
        basis = self.fact.basis.get("claim")
        known = self.findings.within.facts
        return tuple(known[name] for name in basis.rests_on if name in known) if basis else ()

    def published(self) -> Iterator[Edtf]:
        """The dates of which the cited sources are."""
        for cited in self.cited:
            date = self.findings.within.sources[cited.source].published
            if date:
                yield date

    def is_published(self, claimed: Edtf) -> bool:
        """Whether a date is that of a cited source: its year alone only where no more is known."""
        coarse = claimed.start is None or claimed.start.precision is Precision.YEAR
        return any(
            date.text == claimed.text or (not coarse and _covers(claimed, date))
            for date in self.published()
        )

    def amounts_beside(self) -> Iterator[Stated]:
        """Every amount in the text just around the cited words; not where some contradict them."""
        if any(finding.citation.contradicts for finding in self.findings.facts[self.fact.id]):
            return
        for cited in self.cited:
            amounts = cited.reading.amounts(cited.stretch.paragraph)
            for amount in amounts.within(*cited.beside):
                yield Stated(amounts, amount)

    @lazily
    def dates_beside(self) -> tuple[Edtf, ...]:
        """Every date in the text just around the cited words."""
        return tuple(
            date
            for cited in self.cited
            for found, date in dates_of(
                cited.reading.paragraphs[cited.stretch.paragraph].text,
                cited.reading.figures(cited.stretch.paragraph),
                cited.reading,
            )
            if cited.beside[0] <= found.start and found.end <= cited.beside[1]
        )

    def is_label(self, text: str, start: int, end: int) -> bool:
        """Whether digits with the word beside them are a name: 2004 MN4 in the article, 18F."""
        if self._is_in_a_name(text, start, end):
            return True
        digits = text[start:end]
        if _YEAR_AT_END.search(digits) and not _CODE_AFTER.match(text, end):
            return False  # “Fair 2018” is no name
        sources = dict.fromkeys(cited.source for cited in self.cited)
        labels = self.findings.labels
        return any(labels[source].has(text, start, end) for source in sources)

    def _is_in_a_name(self, text: str, start: int, end: int) -> bool:
        """Whether digits of a text stand in a name that people.yaml has: 18F."""
        people = self.findings.within.people.values()
        forms = (form for who in people for form in (who.name, *who.aliases))
        return any(form in text[max(0, end - len(form)) : start + len(form)] for form in forms)

    def article_has(self, words: str) -> bool:
        """Whether a cited article has some words as they are; read only where a text fails."""
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        readings = {id(cited.reading): cited.reading for cited in self.cited}.values()
        return any(pattern.search(line) for reading in readings for line in reading.lines)

    def is_name_there(self, form: str) -> bool:
        """Whether a word that may only begin a sentence is a name in a cited article."""
        readings = {id(cited.reading): cited.reading for cited in self.cited}.values()
        low = form.lower()
        return any(r.has_capital(form) for r in readings) and not any(
            r.has_lower(low) for r in readings
        )

    def sentences(self, beside: int = 0) -> Iterator[str]:
        """The sentences that are cited at least in part, with so many before and behind them."""
        for cited in self.cited:
            reading, (index, first, last) = cited.reading, cited.stretch
            spans = list(reading.sentences(index))
            held = [at for at, (start, end) in enumerate(spans) if start < last and end > first]
            for start, end in spans[max(0, held[0] - beside) : held[-1] + beside + 1]:
                yield reading.paragraphs[index].text[start:end]

    def own(self) -> Iterator[str]:
        """The cited lines; of a text with hard line breaks, the paragraphs around them."""
        for finding in self.found:
            reading = self.findings.readings[finding.citation.source]
            for index in passage(reading, finding.citation.selector.lines).own:
                yield reading.paragraphs[index].text


def _cited(finding: Finding, findings: Findings) -> Iterator[Cited]:
    source = finding.citation.source
    reading = findings.readings[source]
    for stretch in findings.stretches(finding):
        text = reading.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]
        yield Cited(source, reading, stretch, text)


def dates_of(text: str, found: Iterable[Found], reading: Reading) -> Iterator[tuple[Found, Edtf]]:
    """Each date among the figures of a text; ’68 gives one for each century that it may mean."""
    for one in found:
        for form in written(one, text[one.start : one.end], reading):
            date = edtf.parse(form)
            if isinstance(date, Edtf):
                yield one, date


def plain(text: str) -> str:
    """Words without the forms of marks, the marks of emphasis, case and line ends."""
    return " ".join(text.translate(_PLAIN).lower().split())


def field_texts(fact: Fact) -> Iterator[str]:
    """The words of a fact's fields that are no sentence of ours."""
    unnamed = (who.unnamed for who in (fact.speaker, fact.according_to, fact.addressee) if who)
    for text in chain((fact.unit, fact.of, fact.via), unnamed):
        if text:
            yield text


def _covers(claimed: Edtf, date: Edtf) -> bool:
    return edtf.support(date, claimed) is Support.STATED
