"""How sure a text is of what it tells: whether it may be so, somebody says so, a court found so."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sitegen.frozen import NamedTuple
from sitegen.recognise.denials import Alike, is_number, meaning
from sitegen.recognise.language import Language
from sitegen.recognise.statement import Statement
from sitegen.recognise.text.words import Words

SURER = ("rumoured", "alleged", "charged", "convicted")
"""How sure a thing is; who was convicted was charged before."""
_SAID = SURER[:2]  # so sure is what somebody says, or what may be
_STEM = "stem"
_SHORTEST_STEM = 3
_REACH = 4  # words behind one that it is surely said of
_PART = 3  # one in so many of these, repeated, shows what another text repeats
_LONGEST_STEM = 12


class Certainty(NamedTuple):
    """A word that says how sure a thing is: its place in the text, and one of `SURER` or “denied”.

    `needed`: a sentence that says the same without such a word makes more of it; “unsure”, or
    “hearsay”, where it may say who says so instead.
    """

    start: int
    end: int
    word: str
    status: str
    needed: str


def certainties(said: Statement) -> tuple[Certainty, ...]:
    """The words of a text that say how sure it is, without those that a negation denies."""
    found = tuple(_certainties(said.words))
    return tuple(one for one in found if not _is_denied(said, one.start))


def bears(said: Statement, status: str, *, spoken: bool = False) -> bool:
    """Whether a text says a thing as surely as a `status` does, or more so.

    Who tells what somebody says tells what is alleged, or with a negation what is denied.
    `spoken`: it is known besides that somebody says so.
    """
    saying = spoken or _speaks(said)
    if saying and (status in _SAID or (status == "denied" and (said.negations or said.denying))):
        return True
    enough = SURER[SURER.index(status) :] if status in SURER else (status,)
    found = [one for one in certainties(said) if one.status in enough]
    if status in _SAID or status not in SURER:
        return bool(found)
    return any(not _is_open(said, one) for one in found)


def may_be_open(text: str, language: Language) -> bool:
    """Whether a text may leave something open: a quick look, which may say yes too often."""
    low = text.lower()
    return any(form in low for form in language.open_forms)


def made_surer(said: Statement, ours: Statement, *, attributed: bool) -> Certainty | None:
    """The “may” or “allegedly” of a text that another leaves out, though it repeats the rest.

    The other repeats the word behind it, or a third of the next few; and nothing else in it leaves
    it open. `attributed`: it is told who says so, which “allegedly” comes to.
    """
    needed = {"unsure"} if attributed else {"unsure", "hearsay"}
    unsure = [one for one in certainties(said) if one.needed in needed]
    ours_too = (one.status for one in _certainties(ours.words))
    if not unsure or "?" in ours.text or any(status in _SAID for status in ours_too):
        return None
    theirs = Alike(meaning(ours.lows, ours.language))
    for one in unsure:
        if _is_settled(said, one) or (one.needed == "hearsay" and _speaks(ours)):
            continue
        doubted = _behind(said, one)[:_REACH]
        shared = [low for low in doubted if theirs.has(low)]
        if theirs.has(*doubted[:1]) or len(shared) * _PART >= len(doubted) > 0:
            return one
    return None


def _speaks(said: Statement) -> bool:
    """Whether a text has a verb of speech."""
    return any(low in said.language.speech for low in said.lows)


def _certainties(read: Words) -> Iterator[Certainty]:
    begin = read.language.certainty_starts
    for at, low in enumerate(read.lows):
        if low[:_SHORTEST_STEM] not in begin:  # as nearly all
            continue
        known = _known(f"{low} {read.low(at + 1)}", low, read.language)
        if known and not (low in read.language.months and read.raw(at)[:1].isupper()):
            status, _, needed = known.partition(" ")
            yield Certainty(*read.span(at), read.raw(at), status, needed.partition(" ")[2])


def _known(phrase: str, low: str, language: Language) -> str:
    table = language.certainty
    if phrase in table or low in table:
        return table.get(phrase) or table[low]
    for length in range(min(len(low), _LONGEST_STEM), _SHORTEST_STEM - 1, -1):
        if _STEM in table.get(low[:length], ""):
            return table[low[:length]]
    return ""


def _is_denied(said: Statement, at: int) -> bool:
    """Whether a negation stands before a word in its clause: not guilty."""
    clause = bisect_right(said.clauses, at)
    return any(
        sign.start < at and bisect_right(said.clauses, sign.start) == clause
        for sign in said.negations
    )


def _is_open(said: Statement, one: Certainty) -> bool:
    """Whether a word stands behind an “if” or “may” in its clause: if convicted."""
    clause = bisect_right(said.clauses, one.start)
    return any(
        other.status == SURER[0] and other.start < one.start
        for other in _certainties(said.words)
        if bisect_right(said.clauses, other.start) == clause
    )


def _is_settled(said: Statement, one: Certainty) -> bool:
    """Whether a word leaves nothing open: in a sentence that denies, “who could”, “perhaps 60”."""
    begins, ends = said.sentence_at(one.start)
    if any(begins <= sign.start < ends for sign in said.negations):
        return True
    read, language = said.words, said.language
    at = bisect_left(read.spans, (one.start, 0))
    if _is_no_doubt(read, at):
        return True
    relative = language.clauses.get(read.low(at - 1)) == "relative"
    return relative or is_number(read.low(at + 1), language)


def _is_no_doubt(read: Words, at: int) -> bool:
    """Whether a word stands in a phrase with which it leaves nothing open: what one might call."""
    low = read.low(at)
    phrases = (
        f"{read.low(at - 1)} {low} {read.low(at + 1)}",
        f"{low} {read.low(at + 1)} {read.low(at + 2)}",
    )
    return any(phrase in read.language.no_doubts for phrase in phrases)


def _behind(said: Statement, one: Certainty) -> tuple[str, ...]:
    """The words with a meaning behind a word, in its clause."""
    read, edges = said.words, [*said.wide_clauses, len(said.text)]
    starts = [start for start, _ in read.spans]
    first = bisect_left(starts, one.end)
    last = bisect_left(starts, edges[bisect_right(edges, one.start)])
    return meaning(read.lows[first:last], said.language)
