"""Checks of modifiers: “nearly”, “about” and “more than” stand in the words and in the fact."""

from collections.abc import Iterator
from enum import IntEnum

from sitegen import recognise
from sitegen.diagnostics import Diagnostic, error, warning
from sitegen.frozen import NamedTuple
from sitegen.model import Fact, Verdict
from sitegen.recognise import Amount, Hedge
from sitegen.verify.figures.ages import is_not_so_old
from sitegen.verify.figures.stated_amounts import Read, StatedAmount
from sitegen.verify.findings import Findings, Judged

# What else is so where the words say a thing: who says less than they do does not contradict them.
_IMPLIED = {
    "more-than": {"at-least"},
    "less-than": {"at-most"},
    "nearly": {"about", "less-than", "at-most"},
}

_MOST_DENIED = 4  # words from a negation to the verb that it denies


class _Fault(IntEnum):
    NONE = 0
    DOUBT = 1
    CONTRADICTION = 2


class _Modified(NamedTuple):
    """An amount against the modifier that a fact gives: what is wrong, and what to write."""

    stated: StatedAmount
    fault: _Fault = _Fault.NONE
    message: str = ""
    hint: str = ""


def modifiers_survive(read: Read, findings: Findings) -> Iterator[Diagnostic | Judged]:
    """`modifier-dropped`: “nearly”, “about”, “more than” stand on one side only.

    An error where a plain word beside the figure says otherwise, or none bears what the fact gives;
    a warning where the word may mean something else, or bears it of another figure. Several words
    may bear one modifier, and some words bear several; see the tables of `recognise`.
    """
    if not read.is_english:
        return
    best = min((_modified(read, one, findings) for one in read.borne), key=lambda one: one.fault)
    if best.fault is _Fault.NONE:
        yield Judged(read.fact.id, "modifier", Verdict.FOUND)
        return
    yield _dropped(read.fact, best, findings)
    yield Judged(read.fact.id, "modifier", Verdict.MISMATCH)


def _modified(read: Read, stated: StatedAmount, findings: Findings) -> _Modified:
    modifier = read.fact.modifier
    found = recognise.hedges(stated.amounts, stated.amount)
    needed = [hedge for hedge in found if hedge.needed]
    if modifier is None:
        return _left_out(stated, needed) if needed else _Modified(stated)
    borne = {name for hedge in found for name in hedge.modifiers}
    around = {*_of_a_range(stated), *_of_a_verb(stated), *_of_a_couple(stated)}
    around |= recognise.limits(stated.amounts, stated.amount, verbs=False)
    if modifier in borne or modifier in around:
        return _Modified(stated)
    if modifier == "less-than" and is_not_so_old(stated, read.value.unit if read.value else ""):
        return _Modified(stated)
    if "modifier" in read.fact.basis and not needed:
        return _Modified(stated)
    said = modifier.replace("-", " ")
    fault = _Fault.CONTRADICTION
    if (
        any(modifier in _IMPLIED.get(name, ()) for name in borne)
        or modifier in _of_a_verb(stated, counting=True)
        or modifier in _elsewhere(stated, found, findings)
    ):
        fault = _Fault.DOUBT
    if not found:
        hint = f"leave out modifier: {modifier}, or quote the words that bear it"
        return _Modified(stated, fault, f"the words do not say “{said}” of “{stated.text}”", hint)
    if not any(hedge.plain for hedge in found):
        fault = _Fault.DOUBT
    told = stated.amounts.words.text[found[0].start : found[0].end]
    hint = f"modifier: {found[0].modifiers[0]}"
    return _Modified(stated, fault, f"the words say “{told}”, not “{said}”", hint)


def _left_out(stated: StatedAmount, needed: list[Hedge]) -> _Modified:
    first = min(needed[0].start, stated.amount.start)
    phrase = stated.amounts.words.text[first : max(needed[0].end, stated.amount.end)]
    plain = any(hedge.plain for hedge in needed)
    return _Modified(
        stated,
        _Fault.CONTRADICTION if plain else _Fault.DOUBT,
        f"the words say “{phrase}”, and the fact drops that",
        f"modifier: {needed[0].modifiers[0]}",
    )


def _elsewhere(
    stated: StatedAmount, found: tuple[Hedge, ...], findings: Findings
) -> frozenset[str]:
    """What other hedges of the figure's sentence bear, whatever they are said of."""
    first = min((stated.amount.start, *(hedge.start for hedge in found)))
    last = max((stated.amount.end, *(hedge.end for hedge in found)))
    reading = findings.readings[stated.source]
    for start, end in reading.sentences(stated.quoted.paragraph):
        if start <= stated.amount.start < end:
            before = recognise.modifiers_within(stated.amounts, start, first)
            return before | recognise.modifiers_within(stated.amounts, last, end)
    return frozenset()


def _of_a_verb(stated: StatedAmount, *, counting: bool = False) -> list[str]:
    """What the verb right before a figure says of it: it exceeded 20,000; it has passed 20,000.

    One that is denied says something else; who passes 60 exams, or approaches 60 men, counts them,
    and only with `counting` is that left open: it passed 60 days.
    """
    words = stated.amounts.words
    before = stated.amounts.first_word(stated.amount) - 1
    before -= words.role(before) == "the"
    *modifiers, kind = words.language.limits.get(words.low(before), "").split() or [""]
    earlier = [words.low(at) for at in range(before - _MOST_DENIED, before)]
    denied = any(low in words.language.negations or low.endswith("n't") for low in earlier)
    counts = not counting and words.gap(stated.amounts.next_word(stated.amount) - 1) == " "
    if denied or kind not in {"verb", "motion"} or (kind == "motion" and counts):
        return []
    return modifiers


def _of_a_range(stated: StatedAmount) -> tuple[str, ...]:
    """What may be said of one end of a range: from the lower one at least, to the upper at most."""
    before = stated.amounts.neighbour(stated.amount, -1)
    after = stated.amounts.neighbour(stated.amount, 1)
    if after and _rises(stated.amount, after):
        return ("at-least", "about")
    if before and _rises(before, stated.amount):
        return ("at-most", "about")
    return ()


def _of_a_couple(stated: StatedAmount) -> tuple[str, ...]:
    """What may be said of a figure that begins with a vague word: a couple of hundred."""
    words = stated.amounts.words
    vague = words.low(stated.amounts.first_word(stated.amount)) in words.language.vague_before
    return ("about",) if vague else ()


def _rises(first: Amount, second: Amount) -> bool:
    low, high = first.value, second.other or second.value  # twenty-one or two
    return first.link in {"range", "dash"} and low is not None and high is not None and low < high


def _dropped(fact: Fact, best: _Modified, findings: Findings) -> Diagnostic:
    problem = error if best.fault is _Fault.CONTRADICTION else warning
    return problem(
        "modifier-dropped",
        best.message,
        fact.places("modifier" if fact.modifier else "value"),
        fact=fact.id,
        hints=(best.hint,),
        related=(best.stated.related(findings, "the figure in the source"),),
    )
