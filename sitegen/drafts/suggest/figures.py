"""Numbers and dates of some words, as the fields of a fact."""

import re
from collections.abc import Iterator

from sitegen.drafts.suggest.citing import Selected
from sitegen.drafts.suggest.speaking import stretches
from sitegen.drafts.suggest.trying import Proposal
from sitegen.model import FactKind
from sitegen.recognise import Amount, Amounts, Sort, counted, hedges, measure
from sitegen.recognise import TokenKind as Kind

_MOST = 4  # figures of a selection that are tried
_COUNTS = frozenset({Sort.COUNT, Sort.PERCENT, Sort.MONEY, Sort.FRACTION, Sort.FACTOR, Sort.VAGUE})
_MOST_FIGURES = 15
_SMALL = frozenset({"1", "one", "One", "twice", "half"})
_UNITS = {
    "foot": "feet",
    "person": "people",
    "percent": "per cent",
    "penny": "pence",
    "people": "people",
}
# What a rank is of: up to six words behind a preposition, as far as the next one.
_ORDER = re.compile(
    r"[ ,](?:on|in|of|at|among) "
    r"((?:(?!(?:in|on|at|for|with|by|and|after|this|last)\b)[\w’'&-]+ ?){1,6})"
)
_FARTHEST_ORDER = 80
_OLDEST = 120
_APART = frozenset(",.;)")
_MARKED = frozenset({Sort.MONEY, Sort.PERCENT})
_PER_CENT = re.compile(r" per ?cent$")
_MARKS = "$£€¥%\N{NO-BREAK SPACE} "


def figures(selected: Selected) -> Iterator[Proposal]:
    """The figures of a selection, each as a count or a rank."""
    left = _MOST
    for stretch in stretches(selected):
        amounts = selected.of.reading.amounts(stretch.paragraph)
        for amount in amounts.within(stretch.start, stretch.end):
            found = list(figure(selected, amounts, amount)) if amount.stated and left else []
            left -= 1 if found else 0
            yield from found


def figure(selected: Selected, amounts: Amounts, amount: Amount) -> Iterator[Proposal]:
    """One figure as a count or a rank; nothing of one that is neither."""
    if amount.sort is Sort.RANK and amount.value is not None:
        given = {"value": f"{amount.value:f}", **_order(amounts, amount)}
        yield Proposal(FactKind.RANK, selected.selector, given)
    elif amount.sort in _COUNTS:
        yield from _counts(selected, amounts, amount)


def _counts(selected: Selected, amounts: Amounts, amount: Amount) -> Iterator[Proposal]:
    """A figure with the modifier that its words ask for, with each that they bear, and without."""
    given = {"value": _value(amounts, amount), **_unit(amounts, amount)}
    beside = hedges(amounts, amount)
    modifiers = [name for hedge in beside for name in hedge.modifiers]
    plain: list[str | None] = [None]
    needed = any(hedge.needed for hedge in beside)
    for modifier in dict.fromkeys([*modifiers, *plain] if needed else [*plain, *modifiers]):
        more = {"modifier": modifier} if modifier else {}
        yield Proposal(FactKind.COUNT, selected.selector, {**given, **more})


def _value(amounts: Amounts, amount: Amount) -> str:
    """A figure as a fact has it: in digits where the words have digits, else as written.

    Its mark goes, since the unit says it: “€5 euros” is no sum.
    """
    text = " ".join(amounts.text(amount).split())
    if amount.sort in _MARKED and _unit(amounts, amount):
        text = _PER_CENT.sub("", text.strip(_MARKS))
    if amount.sort not in {Sort.COUNT, *_MARKED} or amount.value is None or amount.factor != 1:
        return text
    digits = f"{amount.value:f}"
    return digits if digits.isdigit() and len(digits) <= _MOST_FIGURES else text


def _unit(amounts: Amounts, amount: Amount) -> dict[str, str]:
    """What a figure counts: the word that it stands with."""
    thing, known = counted(amounts, amount), measure(amounts, amount)
    if known and known.dimension not in {"count", "share"}:
        name = known.name
        plural = _UNITS.get(name, name if name.endswith("s") else f"{name}s")
        return {"unit": name if amount.value == 1 else plural}
    if amount.sort is Sort.PERCENT:
        return {"unit": f"per cent of {thing.low}" if thing else "per cent"}
    if thing is None and _is_age(amounts, amount):
        return {"unit": "years"}
    if thing is None:
        return {"unit": known.name} if known else {}
    words = amounts.words
    at = amounts.next_word(amount)
    for after in range(at, min(at + 4, len(words))):
        if words.low(after) == thing.low:
            return {"unit": words.text[words.start(after) : words.end(after)]}
    return {"unit": thing.low}


def _is_age(amounts: Amounts, amount: Amount) -> bool:
    """Whether a figure stands between commas behind a name: Kanye, 43, is not."""
    text, before = amounts.words.text, amounts.first_word(amount) - 1
    if before < 0 or amount.value is None or not 0 < amount.value < _OLDEST:
        return False
    name = text[amounts.words.start(before) : amounts.words.end(before)]
    apart = text[amounts.words.end(before) : amount.start] == ", "
    return apart and name[:1].isupper() and text[amount.end : amount.end + 1] in _APART


def is_telling(proposal: Proposal) -> bool:
    """Whether a figure is likely to be what its words are about: of something, and no “one”."""
    given = proposal.fields
    if proposal.kind is FactKind.RANK:
        return True
    return "unit" in given and given["value"] not in _SMALL


def _order(amounts: Amounts, amount: Amount) -> dict[str, str]:
    """In what order a rank is."""
    behind = amounts.words.text[amount.end : amount.end + _FARTHEST_ORDER]
    found = _ORDER.match(behind)
    return {"of": found[1].strip()} if found else {}


def when(selected: Selected) -> Iterator[Proposal]:
    """The dates of a selection."""
    left = _MOST
    for stretch in stretches(selected):
        for found in selected.of.reading.figures(stretch.paragraph):
            inside = stretch.start <= found.start and found.end <= stretch.end
            if inside and left and found.kind is Kind.DATE and found.date:
                left -= 1
                yield Proposal(FactKind.DATE, selected.selector, {"date": found.date})
