"""How exactly a figure is meant: about, nearly, more than."""

from functools import lru_cache

from sitegen.recognise.figures.amount import Amount, Hedge
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.measures import measure
from sitegen.recognise.language import Language
from sitegen.recognise.statement import denying_meaning
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_LANGUAGES = 2
_LONGEST_PHRASE = 4  # words of a form: in the region of
_MOST_BEFORE = 8  # words that are looked at before a figure
_MOST_BETWEEN = 2  # words of what is counted, before "or so"
_MOST_NEGATED = 2  # words from a limit back to the negation that surely turns it
_CLIPPED = len("n't")
_MOST_SHARED = 5  # words between two figures that one hedge is said of
_SMALL = 10
_TURNED = {
    "more-than": "at-most",
    "less-than": "at-least",
    "at-least": "less-than",
    "at-most": "more-than",
}
_NEAR_LIMIT = 10  # words from a figure to the “limit” that is said of it
_MOST_MOVED = 4  # words from a verb of movement to where it leads
_FARTHEST_NEGATION = 20  # words of a clause before a limit
_MOST_LISTED = 4  # figures that one hedge is said of
_LIST_GAPS = frozenset({" ", "-", ", "})
_FLAGS = frozenset({"loose", "span", "maybe", "soft", "way", "far"})
_SPANS = frozenset({"time", "length"})
_VERBS = frozenset({"verb", "motion", "state"})  # of limits
_NO_HEDGES = frozenset({"open", "fixed"})
_JOINTS = frozenset({" ", "-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", "\N{NO-BREAK SPACE}"})


def hedges(amounts: Amounts, amount: Amount) -> tuple[Hedge, ...]:
    """The hedges of a figure: the one before it, the one after it; a range shares its own."""
    if not amount.stated:  # it may be made anew whenever somebody asks
        return _worked_out(amounts, amount)
    known = amounts.hedges.get(id(amount))
    if known is None:
        known = amounts.hedges[id(amount)] = (amount, _worked_out(amounts, amount))
    return known[1]


def _worked_out(amounts: Amounts, amount: Amount) -> tuple[Hedge, ...]:
    before = _before(amounts, amount) or _after_one(amounts, amount)
    after = _after(amounts, amount)
    previous = amounts.neighbour(amount, -1)
    if before is None and previous and previous.link in {"range", "dash"}:
        before = _shared(_before(amounts, previous), needed=True)
    elif before is None:
        before = _of_the_list(amounts, amount) or _of_the_converted(amounts, amount)
    following = amounts.neighbour(amount, 1)
    if after is None and following and amount.link in {"range", "dash"}:
        after = _shared(_after(amounts, following), needed=True)
    return tuple(hedge for hedge in (before, after) if hedge)


def modifiers_within(amounts: Amounts, start: int, end: int) -> frozenset[str]:
    """What the hedges between two offsets bear, whatever they are said of."""
    words, found = amounts.words, set[str]()
    first, last = amounts.word_at(start), amounts.word_at(end)
    for table in (words.language.hedges, words.language.hedges_after):
        for at in range(first, last):
            phrase = ""
            for following in range(at, min(last, at + _LONGEST_PHRASE)):
                phrase = f"{phrase} {words.low(following)}".strip()
                meaning = table.get(phrase)
                found.update(meaning.split() if meaning and meaning not in _NO_HEDGES else ())
    if any(_negates(words, at) for at in range(first, last)):
        found.update(_TURNED[name] for name in _TURNED if name in found.copy())
    return frozenset(found - _FLAGS)


def limits(amounts: Amounts, near: Amount | None = None, *, verbs: bool = True) -> frozenset[str]:
    """What nouns and verbs anywhere in a text bear, or `near` a figure: 72 hours is the limit.

    Without `verbs`, those are left out that may be said of something else.
    """
    table, lows = amounts.words.language.limits, amounts.words.lows
    if near is not None:
        first, last = amounts.first_word(near), amounts.next_word(near)
        lows = lows[max(0, first - _NEAR_LIMIT) : last + _NEAR_LIMIT]
    told = (table[low].split() for low in lows if low in table)
    known = (names for names in told if verbs or _VERBS.isdisjoint(names))
    return frozenset(name for names in known for name in names) - _VERBS


def _shared(hedge: Hedge | None, *, needed: bool) -> Hedge | None:
    """The hedge of another figure, as far as this one has a share in it."""
    return hedge._replace(needed=hedge.needed and needed, plain=False) if hedge else None


def _of_the_list(amounts: Amounts, amount: Amount) -> Hedge | None:
    """The hedge of the first of several figures, which may be meant of all: about 5 and 6 men."""
    last = amount
    for _ in range(_MOST_LISTED):
        previous = amounts.neighbour(last, -1)
        if previous is None or not _joined(amounts, previous, last):
            return None
        hedge = _before(amounts, previous)
        if hedge:
            own, other = measure(amounts, amount), measure(amounts, previous)
            alike = own is None or other is None or own.agrees(other)
            return _shared(hedge, needed=False) if alike else None
        last = previous
    return None


def _of_the_converted(amounts: Amounts, amount: Amount) -> Hedge | None:
    """The hedge of the figure that this one gives in other units: about 200 yards (190 metres)."""
    words, previous = amounts.words, amounts.neighbour(amount, -1)
    if previous is None or not words.text[: amount.start].endswith("("):
        return None
    first, last = amounts.next_word(previous), amounts.first_word(amount)
    if last - first > _MOST_SHARED or any(words.gap(at) != " " for at in range(first, last - 1)):
        return None
    own, other = measure(amounts, amount), measure(amounts, previous)
    if own is None or other is None or own.dimension != other.dimension or own.dimension == "count":
        return None
    return _shared(_before(amounts, previous), needed=False)


def _joined(amounts: Amounts, previous: Amount, amount: Amount) -> bool:
    """Whether an "and" or a comma joins two figures: twelve feet high, nine wide and six long."""
    words = amounts.words
    first, last = amounts.next_word(previous), amounts.first_word(amount)
    if last - first > _MOST_SHARED:
        return False
    gaps = [words.gap(at) for at in range(first - 1, last)]
    joint = ", " in gaps or any(words.role(at) in {"and", "or"} for at in range(first, last))
    return joint and all(gap in _LIST_GAPS for gap in gaps)


def _before(amounts: Amounts, amount: Amount) -> Hedge | None:
    """The words just before a figure that say how exactly it is meant."""
    words, table = amounts.words, amounts.words.language.hedges
    end, fixed = amount.start, False
    mark = words.text[max(0, end - 2) : end].strip()[-1:]
    if mark in table and not mark.isalnum():
        return _hedge(amounts, amount, table[mark], words.text.rindex(mark, 0, end), end)
    at = amounts.first_word(amount) - 1
    last = max(-1, at - _MOST_BEFORE)
    while at > last:
        if words.text[words.end(at) : end] not in _JOINTS:
            return None
        found = _phrase_before(words, at)
        if found is None:
            return None
        first, meaning = found
        if _is_none(amounts, amount, frozenset(meaning.split()), range(first, at + 1)):
            return None
        if meaning not in _NO_HEDGES:
            leading = words.language.moves.get(words.low(first - 1))
            figure_follows = leading == "preposition"
            loose = not figure_follows and "loose" in meaning
            meaning = _without_doubt(meaning) if figure_follows else meaning
            hedge = _hedge(amounts, amount, meaning, words.start(first), words.end(at))
            if "way" in meaning and _moved(words, first):
                hedge = hedge._replace(needed=hedge.plain, plain=False)
            hedge = _turned(words, first, hedge)
            may_be_none = words.role(first - 1) == "the" or words.gap(at) == "-"
            if leading == "topic":  # they spoke about 20 men, or for about 20 minutes
                known = measure(amounts, amount)
                may_be_none = known is None or known.dimension != "time"
            loose = loose and may_be_none
            return hedge._replace(needed=False) if fixed or loose else hedge
        fixed = fixed or meaning == "fixed"
        at, end = first - 1, words.start(first)
    return None


def _is_none(amounts: Amounts, amount: Amount, kinds: frozenset[str], at: range) -> bool:
    """Whether words that may say how exact a figure is say something else here."""
    if "far" in kinds and not _tells_how_far(amounts, amount, at.start):
        return True
    if {"way", "more-than"} <= kinds and _is_placed(amounts, amount, at.stop - 1):
        return True
    # the past two terms
    return {"more-than", "maybe"} <= kinds and amounts.words.role(at.start - 1) == "the"


def _is_placed(amounts: Amounts, amount: Amount, over: int) -> bool:
    """Whether a place in an order says who somebody is: she won over sixth seed Ada Byrne.

    Not “over a third”, which is a share.
    """
    goes_on = amounts.words.gap(amounts.next_word(amount) - 1) == " "
    return amount.sort is Sort.RANK and over == amounts.first_word(amount) - 1 and goes_on


def _tells_how_far(amounts: Amounts, amount: Amount, first: int) -> bool:
    """Whether a “not” measures, as in “not 60 miles off”; behind a verb it denies."""
    words, known, following = amounts.words, measure(amounts, amount), amounts.next_word(amount)
    if known is None and words.role(following) == "article":  # half a mile
        meaning = words.language.measures.get(words.low(following + 1), "")
        spans = meaning.split(" ")[0] in _SPANS
    else:
        spans = known is not None and known.dimension in _SPANS
    before = words.low(first - 1)
    return spans and before not in words.language.empty and before not in words.language.not_speech


def _after_one(amounts: Amounts, amount: Amount) -> Hedge | None:
    """What "a year or" makes of the two after it: about two, or two at most."""
    words, first = amounts.words, amounts.first_word(amount)
    article = first - 3
    if words.role(first - 1) != "or" or words.role(article) != "article":
        return None
    if any(words.gap(at) != " " for at in range(article, first)):
        return None
    return Hedge(("about", "at-most"), False, False, words.start(article), amount.end)


def _without_doubt(meaning: str) -> str:
    """The meaning of a hedge that can be nothing else: they grew to over 60, for about six days."""
    return " ".join(kind for kind in meaning.split() if kind not in {"loose", "span", "way"})


def _moved(words: Words, first: int) -> bool:
    """Whether a verb before a word makes it a direction: they pushed rates up to 2.25%."""
    for at in range(first - 1, max(-1, first - 1 - _MOST_MOVED), -1):
        if words.gap(at) != " ":
            return False
        if words.language.moves.get(words.low(at)) == "move":
            return True
    return False


def _turned(words: Words, first: int, hedge: Hedge) -> Hedge:
    """A limit that is negated before it: it could not be more than sixty.

    Farther away in the clause a negation may turn it (no guest stayed for more than sixty days) or
    something else; and so may another word that denies (unable to stay for more than sixty days).
    """
    turned = tuple(_TURNED[name] for name in hedge.modifiers if name in _TURNED)
    if not turned:
        return hedge
    for at in range(first - 1, max(-1, first - 1 - _FARTHEST_NEGATION), -1):
        if words.gap(at) != " ":
            break
        negates = _negates(words, at)
        if negates and first - at <= _MOST_NEGATED:
            return hedge._replace(modifiers=turned, start=words.start(at))
        denying = denying_meaning(words, at, words.low(at))
        if negates or denying == "forbids" or (denying and words.role(at + 1) == "to"):
            both = (*hedge.modifiers, *turned)
            return hedge._replace(modifiers=both, plain=False)
    return hedge


def _negates(words: Words, at: int) -> bool:
    low, negations = words.low(at), words.language.negations
    if words.language.hedges.get(words.low(at + 1)) == "open":  # not only
        return False
    return low in negations or low[-_CLIPPED:] in negations


@lru_cache(maxsize=_LANGUAGES)
def _edges(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The last words of the hedges before a figure, and the first words of those after one."""
    return (
        frozenset(form.rpartition(" ")[2] for form in language.hedges),
        frozenset(form.partition(" ")[0] for form in language.hedges_after),
    )


def _phrase_before(words: Words, last: int) -> tuple[int, str] | None:
    """The longest form of a hedge that ends with a word: where it begins, and its meaning."""
    found = None
    phrase = ""
    if words.low(last) not in _edges(words.language)[0]:  # no form can end with it
        return None
    for first in range(last, max(-1, last - _LONGEST_PHRASE - 1), -1):
        if first < last and words.gap(first) not in _JOINTS:
            break
        phrase = f"{words.low(first)} {phrase}" if phrase else words.low(first)
        meaning = words.language.hedges.get(phrase)
        if meaning:
            found = (first, meaning)
    return found


def _hedge(amounts: Amounts, amount: Amount, meaning: str, start: int, end: int) -> Hedge:
    kinds = meaning.split()
    needed = "maybe" not in kinds
    if needed and "loose" in kinds:
        known = measure(amounts, amount)
        counted = known is None or known.dimension == "count"
        needed = not (counted and _small_in_words(amounts, amount))
        timed = known is not None and known.dimension == "time"
        needed = needed and not ("span" in kinds and timed)
    names = tuple(kind for kind in kinds if kind not in _FLAGS)
    return Hedge(names, needed, needed and "soft" not in kinds, start, end)


def _small_in_words(amounts: Amounts, amount: Amount) -> bool:
    """Whether a figure is a small number in words, before which "about" may be a preposition."""
    if amount.value is None or amount.sort is not Sort.COUNT or amount.value >= _SMALL:
        return False
    return not any(char.isdigit() for char in amounts.text(amount))


def _after(amounts: Amounts, amount: Amount) -> Hedge | None:
    """The words after a figure, or after what it counts, that say how exactly it is meant."""
    words, table = amounts.words, amounts.words.language.hedges_after
    sign = words.text[amount.end : amount.end + 1]
    if sign in table:
        return _shared(
            _hedge(amounts, amount, table[sign], amount.end, amount.end + 1), needed=True
        )
    first = amounts.next_word(amount)
    each = words.role(first + 1) == "article"  # sixty pounds a year at least
    for between in range(_MOST_BETWEEN + each + 1):
        if words.gap(first + between - 1) not in _JOINTS:
            return None
        found = _phrase_after(amounts, first + between, alone=not between)
        if found:
            meaning, last = found
            start = words.start(first + between)
            return _shared(_hedge(amounts, amount, meaning, start, words.end(last)), needed=True)
    return None


def _phrase_after(amounts: Amounts, first: int, *, alone: bool) -> tuple[str, int] | None:
    """The longest form of a hedge that begins with a word, unless it belongs to a figure after."""
    words, found = amounts.words, None
    phrase = ""
    if words.low(first) not in _edges(words.language)[1]:  # no form can begin with it
        return None
    for last in range(first, min(len(words), first + _LONGEST_PHRASE)):
        if last > first and words.gap(last - 1) not in _JOINTS:
            break
        phrase = f"{phrase} {words.low(last)}" if phrase else words.low(last)
        meaning = words.language.hedges_after.get(phrase)
        if meaning and (last > first or alone):
            found = (meaning, last)
    if found and words.language.clauses.get(words.low(found[1] + 1)) == "comparison":
        return None  # 60 men and more than 100 boats
    if found and found[1] + 1 < len(words) and words.gap(found[1]) == " ":
        return None if amounts.begins(words.start(found[1] + 1)) else found
    return found
