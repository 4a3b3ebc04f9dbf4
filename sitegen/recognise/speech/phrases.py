"""Whom a phrase of narration speaks of: it is read from its first word, or back from its last."""

from sitegen.recognise.speech.capitals import is_title
from sitegen.recognise.speech.narration import Narration
from sitegen.recognise.speech.subjects import (
    DETERMINERS,
    Says,
    Subject,
    adjacent,
    capital,
    is_adverb,
    is_definite,
    is_description,
    low,
    run_left,
    run_right,
    word,
)

_LONGEST = 12  # words of a description
_FEW = 3  # words of a calling between two names
# What joins a phrase to the one before it.
_PARTS = frozenset({"of", "with", "agent", "hearer", "where"})


def phrase_right(narration: Narration, first: int) -> Subject | None:
    """The phrase that begins at `first`: Lee; the rapper; his friend, the singer John Legend."""
    start, language = first, narration.language
    found = word(narration, first)
    if found is None:
        return None
    pronoun = found.low in language.speaking_pronouns or found.low in language.hearing_pronouns
    if pronoun and not _determines(narration, first):
        return Subject(Says.PRONOUN, first, first)
    the, at = False, first
    while at < len(narration.words) and at - start < _LONGEST:
        if at > start and (narration.apart(at) or not adjacent(narration, at)):
            break
        last = run_right(narration, at)
        if last >= at and not narration.words[last].possessive:
            return _named_right(narration, start, at, last, the=the)
        if last >= at:
            the, at = False, last + 1
            continue
        if _ends_phrase(narration, start, at):
            break
        the = is_definite(narration, at)
        at += 1
    if at == start or narration.words[at - 1].possessive:
        return None  # the quoted words are what somebody has: told of Hill’s “plans”
    return _apposed(narration, start, at)


def _ends_phrase(narration: Narration, start: int, at: int) -> bool:
    """Whether the word at `at` is no part of a phrase: a link, an adverb.

    Behind an article it is an adjective: the wily Kitty; "and" may join two callings of one person:
    the singer and actor Ben Hill.
    """
    language, found = narration.language, narration.words[at]
    if language.speech_links.get(found.low) == "and":
        following = word(narration, at + 1)
        callings = following and following.form.islower() and is_title(following, language)
        return at == start or not (callings and capital(narration, at + 2))
    if found.low in language.speech_links:
        return True
    determined = at > start and language.no_names.get(low(narration, at - 1)) in DETERMINERS
    return is_adverb(found.low, language) and not determined


def _determines(narration: Narration, index: int) -> bool:
    """Whether "her" at `index` belongs to what follows: her uncle Toby."""
    return (
        narration.language.no_names.get(low(narration, index)) == "owner"
        and adjacent(narration, index + 1)
        and (low(narration, index + 1) not in narration.language.speech_links)
    )


def _named_right(narration: Narration, start: int, first: int, last: int, *, the: bool) -> Subject:
    if is_description(narration, first, last):
        return _apposed(narration, start, last + 1)
    names = [(first, last)]
    calling = _calling(narration, last)
    if calling > last:  # either may be meant: said Microsoft founder Bill Gates
        more = run_right(narration, calling)
        names.append((calling, more))
        last = more
    links = narration.language.speech_links
    while links.get(low(narration, last + 1)) == "and" and adjacent(narration, last + 1):
        more = run_right(narration, last + 2)
        if more < last + 2 or not adjacent(narration, last + 2):
            break
        names.append((last + 2, more))
        last = more
    return Subject(Says.NAME, start, last, tuple(names), the)


def _calling(narration: Narration, last: int) -> int:
    """Where a name begins behind a name and a calling: FBI spokeswoman Kelly Ford; or `last`."""
    language, at = narration.language, last + 1
    if narration.words[last].possessive:
        return last
    while at - last <= _FEW and adjacent(narration, at) and not narration.apart(at):
        low_word = low(narration, at)
        if capital(narration, at):
            named = run_right(narration, at)
            return at if at > last + 1 and named > at else last
        known = (language.no_names, language.speech_links, language.speech)
        if any(low_word in words for words in known) or is_adverb(low_word, language):
            return last
        at += 1
    return last


def _apposed(narration: Narration, start: int, at: int) -> Subject:
    """A description, or the name that follows it after a comma: his wife, Kim Kardashian."""
    following = word(narration, at)
    if following and following.gap.strip() == "," and not narration.apart(at):
        first = at
        links = narration.language.speech_links
        while not capital(narration, first) and low(narration, first) not in links:
            first += 1
            if first - at > _LONGEST // 2 or not adjacent(narration, first):
                return Subject(Says.DESCRIPTION, start, at - 1)
        last = run_right(narration, first)
        ends = word(narration, last + 1)
        alone = ends is None or ends.gap.strip() or narration.apart(last + 1)
        named = last >= first and not is_description(narration, first, last)
        if named and alone and not narration.words[last].possessive:
            return Subject(Says.NAME, start, last, ((first, last),))
    return Subject(Says.DESCRIPTION, start, at - 1)


def phrase_left(narration: Narration, last: int, preposition: str = "") -> Subject | None:
    """The phrase that ends at `last`, before a verb; a `preposition` that is no part of it."""
    found = word(narration, last)
    if found is None:
        return None
    if found.low in narration.language.speaking_pronouns:
        return Subject(Says.PRONOUN, last, last)
    first = run_left(narration, last)
    if first > last or found.possessive:
        return _described_left(narration, last)
    if _belongs(narration, first, preposition):
        return _described_left(narration, first - 1)
    if is_description(narration, first, last):
        return Subject(Says.DESCRIPTION, first, last)
    return _named_left(narration, first, last, preposition)


def _belongs(narration: Narration, first: int, preposition: str) -> bool:
    """Whether "of" or the like makes the words from `first` on a part of what stands before."""
    if narration.apart(first) or not adjacent(narration, first):
        return False
    before = low(narration, first - 1)
    link = narration.language.speech_links.get(before)
    return link != preposition and link in _PARTS and not narration.apart(first - 1)


def _named_left(narration: Narration, first: int, last: int, preposition: str) -> Subject:
    names = [(first, last)]
    start = first
    before = low(narration, first - 1) if not narration.apart(first) else ""
    beside = adjacent(narration, first)
    links = narration.language.speech_links
    if links.get(before) == "and" and beside and adjacent(narration, start - 1):
        other = run_left(narration, start - 2)
        if other <= start - 2 and not narration.words[start - 2].possessive:
            names.insert(0, (other, start - 2))
            start = other
    begins = _begins(narration, start)
    place = low(narration, begins - 1) if adjacent(narration, begins) else ""
    placed = links.get(place) in _PARTS
    if (
        begins < start
        and placed
        and links.get(place) != preposition
        and not narration.apart(begins - 1)
    ):
        return _described_left(narration, last)
    return Subject(
        Says.NAME, begins, last, tuple(names), the=beside and is_definite(narration, first - 1)
    )


def _begins(narration: Narration, first: int) -> int:
    """Where the words before a name begin that belong to it: the rapper Kanye West."""
    at, language = first, narration.language
    while at > 0 and first - at < _LONGEST // 2:
        if narration.apart(at) or not adjacent(narration, at):
            break
        before = narration.words[at - 1]
        if before.low in language.speech_links or before.low in language.speech:
            break
        at -= 1
        if language.no_names.get(before.low) in DETERMINERS or before.possessive:
            break
    return at


def _described_left(narration: Narration, last: int) -> Subject:
    at, language = last, narration.language
    while at > 0 and last - at < _LONGEST:
        if narration.apart(at) or not adjacent(narration, at):
            break
        before = narration.words[at - 1].low
        if language.speech_links.get(before) == "and" or before in language.speech:
            break
        at -= 1
    return Subject(Says.DESCRIPTION, at, last)
