"""Which reporting clause governs a quotation: the one beside it, or one that it goes on from."""

from bisect import bisect_left
from itertools import islice

from sitegen.frozen import NamedTuple
from sitegen.recognise.speech.capitals import NameWord
from sitegen.recognise.speech.narration import QUOTED, Narration
from sitegen.recognise.speech.subjects import Clause

_BETWEEN = " ,;:—–-_*'\"”’"  # marks between a quotation and its clause, '' for " among them
_NEAR = 6  # code points
_FAR = 400  # code points from a quotation to the clause that governs it
_MOST_PARTS = 12  # quotations without a clause of their own that one before them governs
_FEW_MORE = 4  # words behind a clause that is a sentence of its own: Legend said a day later


class Governed(NamedTuple):
    """The clause that tells who speaks some words; `sure` where it can be no other."""

    clause: Clause
    sure: bool


def governing(
    narration: Narration, found: tuple[Clause, ...], start: int, end: int
) -> Governed | None:
    """The clause that tells who speaks the quotation at the offsets `start` to `end`."""
    own = narration.sentence_at(start)
    last = narration.sentence_at(max(start, end - 1))
    return (
        _beside(narration, found, start, end)
        or _carried(narration, found, start, own)
        or _next_sentence(narration, found, end, last)
    )


def _beside(
    narration: Narration, found: tuple[Clause, ...], start: int, end: int
) -> Governed | None:
    """The clause in the sentence of a quotation: the one behind it, if that is as sure."""
    last = narration.sentence_at(max(start, end - 1))
    after = _after(narration, found, end, last)
    before = _before(narration, found, start, narration.sentence_at(start))
    return after if after and (after.sure or not (before and before.sure)) else before or after


def _words(narration: Narration, clause: Clause) -> tuple[NameWord, NameWord]:
    return narration.words[clause.first], narration.words[clause.last]


def _from(narration: Narration, found: tuple[Clause, ...], offset: int) -> int:
    """The index of the first clause whose verb stands at an offset or behind it."""
    return bisect_left(found, offset, key=lambda clause: narration.words[clause.verb].start)


def _after(
    narration: Narration, found: tuple[Clause, ...], end: int, sentence: int
) -> Governed | None:
    """The clause behind a quotation: at once, or later in its sentence."""
    later: Clause | None = None
    limit = min(narration.sentences[sentence][1] if narration.sentences else end, end + _FAR)
    for clause in islice(found, _from(narration, found, end), None):
        first, last = _words(narration, clause)
        if first.start >= limit:
            break
        if first.start < end:
            continue
        between = narration.text[end : first.start]
        if not between.strip(_BETWEEN) or _has_attribute(narration, clause, end):
            return Governed(clause, clause.sure)
        if later is None and QUOTED not in between and not _leads_on(narration, last):
            later = clause
    return _later(narration, later)


def _has_attribute(narration: Narration, clause: Clause, end: int) -> bool:
    """Whether a quotation behind another is a part of who speaks: “Yes,” “My Tale” singer Ada said.

    A calling without an article follows it at once.
    """
    calling = narration.words[clause.subject.first]
    index = bisect_left(narration.quoted, (end, end))
    if index == len(narration.quoted) or not calling.form.islower():
        return False
    start, stop = narration.quoted[index]
    apart = narration.text[end:start] + narration.text[stop : calling.start]
    return not apart.strip(_BETWEEN) and calling.low not in narration.language.no_names


def _later(narration: Narration, clause: Clause | None) -> Governed | None:
    """A clause behind other words: sure where it is set off, and closes its sentence.

    The “framers” would have had it so, Legend wrote. But: “Yes?” On that, Legend said “No.”
    """
    if clause is None:
        return None
    set_off = narration.words[clause.first].gap.lstrip().startswith(",")
    return Governed(clause, clause.sure and set_off and _closes(narration, clause))


def _closes(narration: Narration, clause: Clause) -> bool:
    """Whether a clause is the last of its sentence, or a phrase: according to Legend, who left."""
    if narration.words[clause.verb].low not in narration.language.speech:
        return True
    sentence = narration.sentence_at(narration.words[clause.first].start)
    return narration.words_of(sentence).stop - clause.last <= _FEW_MORE


def _leads_on(narration: Narration, last: NameWord) -> bool:
    """Whether a quotation follows a clause at once: it is that one's."""
    between, mark, _ = narration.text[last.end : last.end + _NEAR].partition(QUOTED)
    return bool(mark) and not any(char.isalnum() for char in between)


def _next_sentence(
    narration: Narration, found: tuple[Clause, ...], end: int, sentence: int
) -> Governed | None:
    """The clause that is the next sentence, and all of it: “I will.” Legend said."""
    if sentence + 1 >= len(narration.sentences):
        return None
    words = narration.words_of(sentence + 1)
    first, last = narration.sentences[sentence + 1]
    if last - first > _FAR or narration.text[end:first].strip():
        return None
    if QUOTED in narration.text[first:last]:
        return None
    for clause in islice(found, _from(narration, found, first), None):
        if clause.first > words.start:
            break
        if clause.first == words.start and words.stop - clause.last <= _FEW_MORE:
            return Governed(clause, clause.sure)
    return None


def _before(
    narration: Narration, found: tuple[Clause, ...], start: int, sentence: int
) -> Governed | None:
    """The clause before a quotation in its sentence: the nearest."""
    begin = narration.sentences[sentence][0] if narration.sentences else 0
    begin = max(begin, start - _FAR)
    aside: Clause | None = None
    for index in range(_from(narration, found, start) - 1, -1, -1):
        first, last = _words(narration, found[index])
        if last.end > start:
            continue
        if first.start < begin:
            break
        if not is_aside(narration, found[index]) or _announces(narration, found[index], start):
            told = index > 0 and _tells_of(narration, found[index - 1], found[index])
            return Governed(found[index], found[index].sure and not told)
        aside = aside or found[index]
    return Governed(aside, aside.sure) if aside else None


def _announces(narration: Narration, clause: Clause, start: int) -> bool:
    """Whether a colon alone stands between a clause and a quotation: when Ada told them: “Yes.”

    Not where she asked: what follows may be the answer.
    """
    between = narration.text[narration.words[clause.last].end : start]
    asks = narration.language.speech.get(narration.words[clause.verb].low) == "asks"
    return ":" in between and not between.strip(_BETWEEN) and not asks


def _tells_of(narration: Narration, outer: Clause, inner: Clause) -> bool:
    """Whether somebody tells what another says or thinks: Ada said (that) the mayor believed."""
    between = narration.text[narration.words[outer.last].end : narration.words[inner.first].start]
    said = between.strip().lower()
    return not said or narration.language.clauses.get(said) == "content"


def is_aside(narration: Narration, clause: Clause) -> bool:
    """Whether "when" or the like makes a clause a part of another: Ada said, when Bob asked."""
    if narration.apart(clause.first):
        return False
    before = narration.words[clause.first - 1].low
    return narration.language.speech_links.get(before) == "aside"


def _carried(
    narration: Narration, found: tuple[Clause, ...], start: int, sentence: int
) -> Governed | None:
    """The clause of the quotation before, where this one goes on: “Yes,” said Legend. “I do.”

    Only sentences that are nothing but quotations may stand between.
    """
    index = bisect_left(narration.quoted, (start, start))
    for previous in reversed(narration.quoted[max(0, index - _MOST_PARTS) : index]):
        if narration.sentence_at(previous[1] - 1) < sentence - 1:
            return None
        sentence = narration.sentence_at(previous[0])
        governed = _beside(narration, found, *previous)
        if governed:
            behind = narration.words[governed.clause.last].end > previous[1]
            return Governed(governed.clause, governed.sure and behind)
    return None
