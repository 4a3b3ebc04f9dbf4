"""Who a phrase of narration speaks of: a name, a pronoun, or a description."""

from enum import Enum, auto
from typing import NamedTuple

from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import NameWord, is_title, name_joined
from sitegen.recognise.speech.narration import Narration

NO_BREAK = " _*&"  # between two words, no end of a phrase
_LONGEST = 12  # words of a description, or of a name
_FEW = 3  # words of a calling between two names
_DETERMINERS = frozenset({"article", "definite", "owner"})
# What joins a phrase to the one before it.
_PARTS = frozenset({"of", "with", "agent", "hearer", "where"})


class Says(Enum):
    """How a phrase tells who speaks."""

    NAME = auto()
    PRONOUN = auto()
    DESCRIPTION = auto()


class Subject(NamedTuple):
    """A phrase for somebody: its words, from index `first` to `last`, and the names that head it.

    Each name is a range of words, its titles included. `the`: an article stands before the name.
    """

    kind: Says
    first: int
    last: int
    names: tuple[tuple[int, int], ...] = ()
    the: bool = False


def is_adverb(low_word: str, language: Language) -> bool:
    """Whether a word may stand between who speaks and the verb: then, slowly."""
    ends = any(low_word.endswith(form[1:]) for form in language.speech_adverbs if form[0] == "-")
    return ends or low_word in language.speech_adverbs


def is_definite(narration: Narration, index: int) -> bool:
    """Whether the word at `index` is the article of something known: the Little Colonel."""
    return narration.language.no_names.get(low(narration, index)) == "definite"


def word(narration: Narration, index: int) -> NameWord | None:
    """The word at an index, if there is one."""
    return narration.words[index] if 0 <= index < len(narration.words) else None


def low(narration: Narration, index: int) -> str:
    """The word at an index in lower case, or nothing."""
    found = word(narration, index)
    return found.low if found else ""


def adjacent(narration: Narration, index: int) -> bool:
    """Whether nothing but a space stands between the word at `index` and the one before it."""
    found = word(narration, index)
    return bool(found) and index > 0 and not narration.words[index].gap.strip(NO_BREAK)


def capital(narration: Narration, index: int) -> bool:
    """Whether the word at `index` may belong to a name."""
    found = word(narration, index)
    if found is None:
        return False
    if found.form.startswith("@"):
        return True
    plain = found.low.partition("'")[0]
    return found.form[0].isupper() and plain not in narration.language.no_names


def run_right(narration: Narration, first: int) -> int:
    """The last word of the name that begins at `first`; `first` - 1 where none does."""
    if not capital(narration, first) or low(narration, first) in narration.language.speech:
        return first - 1
    last = first
    words, language = narration.words, narration.language
    while last + 1 < len(words) and not words[last].possessive and last - first < _LONGEST:
        following = words[last + 1]
        if narration.apart(last + 1) or not name_joined(words[last], following, language):
            break
        if not (capital(narration, last + 1) or following.low in language.name_particles):
            break
        last += 1
    while low(narration, last) in language.name_particles and last > first:
        last -= 1
    return last


def run_left(narration: Narration, last: int) -> int:
    """The first word of the name that ends at `last`; `last` + 1 where none does."""
    if (
        not capital(narration, last)
        and low(narration, last) not in narration.language.name_suffixes
    ):
        return last + 1
    first = last
    words, language = narration.words, narration.language
    while first > 0 and last - first < _LONGEST:
        if narration.apart(first) or words[first - 1].possessive:
            break
        before = words[first - 1]
        if not name_joined(before, words[first], language):
            break
        if not (capital(narration, first - 1) or before.low in language.name_particles):
            break
        first -= 1
    apart = (language.name_particles, language.months, language.weekdays)
    while first < last and any(low(narration, first) in words_apart for words_apart in apart):
        first += 1
    return first


def is_description(narration: Narration, first: int, last: int) -> bool:
    """Whether a run of capitals is titles alone: the Queen, Mother, Doctor."""
    words, language = narration.words, narration.language
    return all(is_title(words[index], language) for index in range(first, last + 1))


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
    if at == start:
        return None
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
    determined = at > start and language.no_names.get(low(narration, at - 1)) in _DETERMINERS
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
        if language.no_names.get(before.low) in _DETERMINERS or before.possessive:
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
