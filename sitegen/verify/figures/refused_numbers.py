"""Why the exact words do not bear a value, and what to write instead."""

from collections.abc import Iterable
from decimal import Decimal
from math import log10

from sitegen import recognise
from sitegen.counts import Given
from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.model import Fact
from sitegen.recognise import Sort
from sitegen.verify.figures.forms import alike, unit_words
from sitegen.verify.figures.stated_amounts import (
    Read,
    StatedAmount,
    bears,
    beside,
    cut,
    measures_alike,
    money_unit,
    quoted,
)
from sitegen.verify.findings import Findings

_MOST_SHOWN = 3
_FAR = 400.0  # powers of ten; no figure of a fact is so long
_LONGEST_HINT = 160
_FEW_WORDS = 5  # of a hint; an editor would quote more than a bare figure
_MOST_BEFORE_COUNTED = 3  # words from an “of” to what is counted: of the emperor’s subjects
_SPACES = frozenset({" ", "-"})


def refused(read: Read, value: Given, findings: Findings) -> Diagnostic:
    """Why the exact words do not bear the value, and what to write instead."""
    fact, shown = read.fact, shown_value(read.fact)
    same = [
        one
        for one in read.stated
        if one.amount.has(value.number) and not one.is_length(value.number)
    ]
    reason = "or say how it is known: basis: {value: {inferred: why}}"
    related: tuple[Related, ...]
    hints: tuple[str, ...]
    code = "number-mismatch"
    if same:
        message, hints = _of_another_sort(same[0], value)
        related = (same[0].related(findings, "the figure in the source"),)
    elif cuts := _cuts(read, value, findings):
        code = "number-not-stated"
        message = f"the exact words cut “{cuts[0].text}” in two"
        hints = (_quote_more(cuts[0]),)
        related = (cuts[0].related(findings, "the figure in the source"),)
    elif near := [one for one in beside(findings, read.found) if bears(one, value)]:
        code = "number-not-stated"
        message = f"{shown} stands beside the exact words, not in them"
        hints = (_quote_also(near[0], read, findings),)
        related = (near[0].related(findings, "the figure in the source"),)
    elif there := _likeliest(read, value):
        told = [f"“{one.text}”" for one in there[:_MOST_SHOWN]]
        message = f"the words say {' and '.join(told)}, not {shown}"
        hints = (f"value: {there[0].figure}", reason)
        related = tuple(
            one.related(findings, "a figure in the source") for one in there[:_MOST_SHOWN]
        )
    elif vague := [one for one in read.stated if one.amount.sort is Sort.VAGUE]:
        code = "number-not-stated"
        message = f"“{vague[0].text}” allows no number, and so not {shown}"
        hints = (f"value: {vague[0].text}", reason)
        related = (vague[0].related(findings, "the words in the source"),)
    else:
        code = "number-not-stated"
        what = "rank" if value.rank else "figure"
        message = f"the exact words state no {what}, and so not {shown}"
        hints = ("quote the words that give it", reason)
        related = ()
    doubtful = _may_count(same[0], value) if same else _may_be_one(read, value, findings)
    problem = warning if doubtful else error
    return problem(code, message, fact.places("value"), fact=fact.id, hints=hints, related=related)


def _may_count(stated: StatedAmount, value: Given) -> bool:
    """Whether a figure that is no count may tell one: the fifth straight win, 1724 of our men."""
    words, after = stated.amounts.words, stated.amounts.next_word(stated.amount)
    if stated.amount.sort is Sort.RANK:
        meaning = words.language.runs.get(words.low(after))
        return meaning not in {None, "behind"} or bool(
            recognise.run_of(stated.amounts, stated.amount)
        )
    if stated.amount.sort is not Sort.YEAR or words.role(after) != "of":
        return False
    counted = [words.low(at) for at in range(after + 1, after + 1 + _MOST_BEFORE_COUNTED)]
    return any(alike(low, word) for low in counted for word in unit_words(value.unit))


def _may_be_one(read: Read, value: Given, findings: Findings) -> bool:
    """Whether the words may say of what there is one of: the only doll."""
    if value.number != 1 or figures(read.stated):
        return False
    stretches = list(quoted(findings, read.found))
    return any(
        amounts.words.role(at - 1) == "the" and amounts.words.low(at) == "only"
        for _, stretch, amounts in stretches
        for at in range(amounts.word_at(stretch.start), amounts.word_at(stretch.end))
    )


def no_number(read: Read) -> Diagnostic:
    """Why a value that is no number does not hold: the words do not have it so."""
    assert read.fact.value  # noqa: S101 - a reading is of a fact with a value
    text = read.fact.value.text
    every = recognise.amounts(text).every
    numbers = [(one, one.value) for one in every if one.stated and one.value is not None]
    hints: tuple[str, ...] = ("write a number, in digits or as the source writes it: 74 million",)
    if len(numbers) == 1:
        figure, number = numbers[0]
        meant = recognise.hedges(recognise.amounts(text), figure)
        rest = f"modifier: {meant[0].modifiers[0]}" if meant else "the rest as modifier or unit"
        hints = (f"value: {number:f}, and {rest}",)
    return error(
        "number-not-stated",
        f"“{text}” is not one number, and the exact words do not have it so",
        read.fact.places("value"),
        fact=read.fact.id,
        hints=hints,
    )


def figures(stated: Iterable[StatedAmount]) -> list[StatedAmount]:
    """The figures with a number among amounts, ranks and years left out."""
    apart = {Sort.RANK, Sort.YEAR}
    return [
        one
        for one in stated
        if one.amount.stated and one.amount.value is not None and one.amount.sort not in apart
    ]


def _of_another_sort(stated: StatedAmount, value: Given) -> tuple[str, tuple[str, ...]]:
    """What is said of a figure of the right number that is no such count."""
    text = stated.text
    match stated.amount.sort:
        case Sort.RANK | Sort.COUNT if value.rank:
            return f"the words say “{text}”, without that mark", (f"value: {value.number:f}",)
        case Sort.RANK:
            return f"“{text}” is a place in an order, and no count", ("kind: rank",)
        case Sort.YEAR:
            return f"“{text}” is a year in the words, and counts nothing", ("quote the figure",)
        case sort if value.rank:
            return f"“{text}” is a {sort} in the words, and no place in an order", ("kind: count",)
    there = stated.measure
    if there is None:
        return f"the words say “{text}”, without that mark", (f"value: {value.number:f}",)
    if there.dimension == "share":
        return f"“{text}” is a share, and the fact gives a number", (f"value: {stated.figure}",)
    counted = _counted(stated)
    rest = counted.removeprefix(text).lstrip(" -")
    if there.dimension == "money" and not rest:
        rest = money_unit(there)
    hint = f"unit: {rest}" if rest else f"value: {text}"
    return f"the words say “{counted}”, and the fact counts {value.unit}", (hint,)


def _counted(stated: StatedAmount) -> str:
    """A figure with the word after it, if this tells what it measures."""
    words, following = stated.amounts.words, stated.amounts.next_word(stated.amount)
    apart = words.gap(following - 1) not in {" ", "-"} or words.role(following)  # 60 in all
    if apart or not recognise.unit_measures(words.low(following)):
        return stated.text
    return words.text[stated.amount.start : words.end(following)]


def _likeliest(read: Read, value: Given) -> list[StatedAmount]:
    """The figures of the words, first what was meant: of the same measure, digits and size."""
    if value.rank:
        every = [one for one in read.stated if one.amount.sort is Sort.RANK]
        every = every or figures(read.stated)
    else:
        every = figures(read.stated)

    def unlikely(one: StatedAmount) -> tuple[bool, float]:
        ours, theirs = abs(value.number), abs(one.amount.value or Decimal(0))
        apart = abs(log10(ours) - log10(theirs)) if ours and theirs else _FAR
        scaled = ours.normalize().as_tuple().digits == theirs.normalize().as_tuple().digits
        return not measures_alike(one, value), 0.0 if scaled else apart

    return sorted(every, key=unlikely)


def _cuts(read: Read, value: Given, findings: Findings) -> list[StatedAmount]:
    """The figures that the exact words cut, if one is the value or there is no other figure."""
    cuts = list(cut(findings, read.found))
    same = [one for one in cuts if one.amount.has(value.number)]
    return same or ([] if figures(read.stated) else cuts)


def _quote_also(stated: StatedAmount, read: Read, findings: Findings) -> str:
    """The hint to quote on to a figure beside the exact words, or to cite it as well."""
    for source, stretch, amounts in quoted(findings, read.found):
        if (source, stretch.paragraph) == (stated.source, stated.quoted.paragraph):
            return _quote_more(StatedAmount(stated.amount, amounts, source, stretch))
    return f"quote the words with “{stated.text}” too"


def _quote_more(stated: StatedAmount) -> str:
    """The hint to quote on to a figure, with the words where they are few."""
    start, end = _around(stated)
    words = stated.amounts.words.text[start:end]
    if len(words) > _LONGEST_HINT:
        return f"quote the words with “{stated.text}” too"
    return f"quote that too: exact: {words}"


def _around(stated: StatedAmount) -> tuple[int, int]:
    """The exact words and the figure; where these are few, with the words around them."""
    start = min(stated.quoted.start, stated.amount.start)
    end = max(stated.quoted.end, stated.amount.end)
    words = stated.amounts.words
    first, last = stated.amounts.word_at(start), stated.amounts.word_at(end) - 1
    while last - first + 1 < _FEW_WORDS:
        before, after = words.gap(first - 1) in _SPACES, words.gap(last) in _SPACES
        if not (before or after):
            break
        first, last = first - before, last + after
        start, end = min(start, words.start(first)), max(end, words.end(last))
    return start, end


def shown_value(fact: Fact) -> str:
    """The value as the editor wrote it."""
    return fact.value.text if fact.value else ""
