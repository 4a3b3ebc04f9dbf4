"""The amounts that an article states in the words of a citation, and what a fact gives as one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sitegen import recognise
from sitegen.counts import Given, given, is_length
from sitegen.diagnostics import Related
from sitegen.frozen import NamedTuple
from sitegen.model import Fact, FactKind
from sitegen.recognise import Amount, Amounts, Measure, Sort
from sitegen.verify.figures.forms import alike, unit_words
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings
from sitegen.verify.passages import Stretch, passage
from sitegen.verify.places import in_paragraph

_SHARE = "share"
_PERCENT = 100
_COUNT = "count"
_COUNTS = frozenset({Sort.COUNT, Sort.PERCENT, Sort.MONEY, Sort.FRACTION, Sort.FACTOR})
_DASHES = frozenset("\N{EN DASH}\N{EM DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_LONGEST = 100  # characters of a figure; a value has no more
_MOST_BESIDE = 10
_MOST_BORNE = 20  # times that the exact words say one figure
_SAME_IN_PLURAL = frozenset(
    {"baht", "dong", "krona", "krone", "rand", "ringgit", "rupiah", "taka", "won", "yen", "yuan"}
)


class StatedAmount(NamedTuple):
    """An amount in an article. `quoted` is the stretch of exact words that it stands in or near."""

    amount: Amount
    amounts: Amounts
    source: str
    quoted: Stretch

    @property
    def text(self) -> str:
        """Its words, and of a hostile one the first."""
        text = self.amounts.text(self.amount)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    @property
    def measure(self) -> Measure | None:
        """What it measures, as far as its words say."""
        return recognise.measure(self.amounts, self.amount)

    @property
    def figure(self) -> str:
        """How an editor writes it into a `value`: in digits, or with its scale word."""
        value = self.amount.value
        long = self.amount.end - self.amount.start > _LONGEST
        if value is None or long or self.amount.factor >= recognise.ROUND_SCALE:
            return self.text
        sign = self.amount.sort in {Sort.PERCENT, Sort.FRACTION}
        return self.text if sign else f"{value:f}"

    def is_length(self, number: Decimal) -> bool:
        """Whether "5m" bears a number only if it means metres, and no millions."""
        return number != self.amount.value and self.text[-1:] == "m"

    def related(self, findings: Findings, message: str) -> Related:
        """The amount as a second place of a diagnostic."""
        stretch = Stretch(self.quoted.paragraph, self.amount.start, self.amount.end)
        return Related(in_paragraph(findings, self.source, stretch), message)


class Read(NamedTuple):
    """A fact with a value, as its citations bear it out. `borne` are the amounts of this value."""

    fact: Fact
    value: Given | None
    found: Sequence[Finding]
    stated: tuple[StatedAmount, ...]
    borne: tuple[StatedAmount, ...]
    is_english: bool  # as far as this program knows no other language, it refuses nothing there


def quoted(findings: Findings, found: Sequence[Finding]) -> Iterator[tuple[str, Stretch, Amounts]]:
    """Each stretch of exact words, with its source and the amounts of its paragraph."""
    for finding in found:
        reading = findings.readings[finding.citation.source]
        for stretch in findings.stretches(finding):
            yield finding.citation.source, stretch, reading.amounts(stretch.paragraph)


def in_words(findings: Findings, found: Sequence[Finding]) -> Iterator[StatedAmount]:
    """The amounts that stand whole in the exact words."""
    for source, stretch, amounts in quoted(findings, found):
        for amount in amounts.within(stretch.start, stretch.end):
            yield StatedAmount(amount, amounts, source, stretch)


def verbatim(
    findings: Findings, found: Sequence[Finding], text: str, *, rank: bool = False
) -> Iterator[StatedAmount]:
    """The amounts of a value that is no number, such as "dozens", where it stands as written.

    A `rank` may be any words of the source ("runner-up"), and a last place any words for one.
    """
    wanted = _plain(text.strip())
    last = rank and bool(recognise.last_places(text))
    for source, stretch, amounts in quoted(findings, found):
        told = amounts.words.text[stretch.start : stretch.end]
        there = _plain(told)
        at = there.find(wanted)
        while at >= 0:
            start, end = stretch.start + at, stretch.start + at + len(wanted)
            if amounts.whole(start, end):
                for amount in _placed(start, end) if rank else amounts.within(start, end):
                    yield StatedAmount(amount, amounts, source, stretch)
            at = there.find(wanted, at + 1)
        for first, end in recognise.last_places(told) if last else ():
            for amount in _placed(stretch.start + first, stretch.start + end):
                yield StatedAmount(amount, amounts, source, stretch)


def _placed(start: int, end: int) -> tuple[Amount, ...]:
    """A place in an order that words give without a number."""
    return (Amount(start, end, None, Sort.RANK, stated=False),)


def _plain(text: str) -> str:
    """In lower case, with one kind of dash and of space, at the same offsets."""
    return "".join(
        "-" if char in _DASHES else " " if char.isspace() else char
        for char in (text.lower() if len(text.lower()) == len(text) else text)
    )


def cut(findings: Findings, found: Sequence[Finding]) -> Iterator[StatedAmount]:
    """The figures that the exact words cut: of "74 million" only the 74."""
    for source, stretch, amounts in quoted(findings, found):
        for amount in amounts.cut(stretch.start, stretch.end):
            yield StatedAmount(amount, amounts, source, stretch)


def beside(findings: Findings, found: Sequence[Finding]) -> Iterator[StatedAmount]:
    """The amounts of the cited paragraphs, whether quoted or not."""
    for finding in found:
        source = finding.citation.source
        reading = findings.readings[source]
        for index in passage(reading, finding.citation.selector.lines).own:
            amounts = reading.amounts(index)
            for amount in amounts.every:
                yield StatedAmount(amount, amounts, source, Stretch(index, 0, 0))


def bears(stated: StatedAmount, value: Given) -> bool:
    """Whether an amount in the words is the value that a fact gives."""
    amount = stated.amount
    if not amount.has(value.number):
        return False
    if stated.is_length(value.number) and not is_length(value.units):
        return False
    if value.rank:
        return amount.sort in {Sort.RANK, Sort.COUNT} and value.measure is None
    if amount.sort is Sort.YEAR:
        return _counts(stated, value.unit)
    if amount.sort is Sort.RANK:
        return _counts_run(stated, value.unit)
    return amount.sort in _COUNTS and measures_alike(stated, value)


def amounts_to(stated: StatedAmount, value: Given) -> bool:
    """Whether an amount in the words is the value in another form: a fifth, of 20 percent."""
    amount = stated.amount
    share = amount.value if amount.sort is Sort.FRACTION else None
    if share is not None and any(unit.dimension == _SHARE for unit in value.units):
        return recognise.product(share, _PERCENT) == value.number
    claimed = recognise.amounts(f"{value.number:f} {value.unit}")
    span = recognise.length(claimed, claimed.every[0]) if claimed.every else None
    return span is not None and span == recognise.length(stated.amounts, amount)


def measures_alike(stated: StatedAmount, value: Given) -> bool:
    """Whether nothing says that the words measure one thing and the fact another."""
    there = stated.measure
    if value.measure:
        if there is None:
            return value.measure.dimension != _SHARE and _elsewhere(stated, value.measure)
        return there.agrees(value.measure)
    if there is None:
        return True
    if there.dimension == _COUNT:
        counted = [unit for unit in value.units if unit.dimension == _COUNT]
        return not value.units or (bool(counted) and not _of_another(stated, there, counted))
    if not value.units:
        return there.dimension != _SHARE
    return any(unit.agrees(there) for unit in value.units)


def _of_another(stated: StatedAmount, there: Measure, counted: list[Measure]) -> bool:
    """Whether the words count one thing here, and what the fact counts with another figure.

    "69 women and 59 children" are not 69 children.
    """
    if any(alike(there.name, unit.name) for unit in counted):
        return False
    for other in _others(stated):
        beside = recognise.measure(stated.amounts, other) if other.stated else None
        if beside and any(alike(beside.name, unit.name) for unit in counted):
            return True
    return False


def _others(stated: StatedAmount) -> Iterator[Amount]:
    """The amounts next to one in the exact words, as many as a sentence may have."""
    for step in (-1, 1):
        other = stated.amount
        for _ in range(_MOST_BESIDE):
            following = stated.amounts.neighbour(other, step)
            if following is None:
                break
            other = following
            if stated.quoted.start <= other.start and other.end <= stated.quoted.end:
                yield other


def _elsewhere(stated: StatedAmount, measure: Measure) -> bool:
    """Whether another figure of the exact words has the measure that this one leaves out."""
    return any(recognise.measure(stated.amounts, one) == measure for one in _others(stated))


def _counts(stated: StatedAmount, unit: str) -> bool:
    """Whether four digits that look like a year count something after all: killed 1500."""
    words = stated.amounts.words
    first, following = (
        stated.amounts.first_word(stated.amount),
        stated.amounts.next_word(stated.amount),
    )
    if words.gap(following - 1) in {" ", "-"}:
        return any(alike(words.low(following), word) for word in unit_words(unit))
    before = words.low(first - 1)
    language = words.language
    return before not in language.month_before and before not in language.months


def _counts_run(stated: StatedAmount, unit: str) -> bool:
    """Whether an ordinal is the last of what a unit counts in a row: the sixth straight victory."""
    counted = recognise.in_a_row(unit)
    run = recognise.run_of(stated.amounts, stated.amount) if counted else ()
    return any(alike(low, counted[-1]) for low in run)


def money_unit(measure: Measure) -> str:
    """What money is counted in, as a unit gives it: dollars."""
    if not measure.name:
        return "the currency that the letters stand for"
    return measure.name if measure.name in _SAME_IN_PLURAL else f"{measure.name}s"


def readings(findings: Findings) -> Iterator[Read]:
    """The facts with a value of which a citation can be read."""
    for fact in findings.judged:
        if fact.value is None:
            continue
        found = findings.speaking[fact.id]
        if found:
            value = given(fact)
            stated = tuple(in_words(findings, found))
            if value:
                borne = tuple(one for one in stated if bears(one, value))
                borne = tuple(one for one in borne if one.amount.stated) or borne
                borne = borne or tuple(one for one in stated if amounts_to(one, value))
            else:
                rank = fact.kind is FactKind.RANK
                borne = tuple(verbatim(findings, found, fact.value.text, rank=rank))
            english = all(findings.in_english(one.citation.source) for one in found)
            yield Read(fact, value, found, stated, borne[:_MOST_BORNE], english)
