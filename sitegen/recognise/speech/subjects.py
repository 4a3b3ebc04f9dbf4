"""The words of narration of which a phrase for somebody is made, and the names among them."""

from enum import Enum, auto

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import NameWord, is_title, name_joined
from sitegen.recognise.speech.narration import Narration

NO_BREAK = " _*&"  # between two words, no end of a phrase
DETERMINERS = frozenset({"article", "definite", "owner"})
_LONGEST = 12  # words of a name


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


class Clause(NamedTuple):
    """A verb or phrase of speech with who speaks and who hears; word indexes, both included.

    `sure` is False where the subject stands apart, and another may be meant.
    """

    first: int
    last: int
    verb: int
    subject: Subject
    hearer: Subject | None
    sure: bool = True


def is_adverb(low_word: str, language: Language) -> bool:
    """Whether a word may stand between who speaks and the verb: then, slowly."""
    return low_word in language.speech_adverbs or low_word.endswith(language.adverb_endings)


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
    letter, hyphen, _ = plain.partition("-")
    return (
        found.form[0].isupper()
        and plain not in narration.language.no_names
        and letter + hyphen not in narration.language.members
    )


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
    """Whether a run of capitals names nobody: the Queen, Mother, Doctor, the Ohio Democrat."""
    words, language = narration.words, narration.language
    if words[last].low in language.members and adjacent(narration, first):
        return language.no_names.get(low(narration, first - 1)) in DETERMINERS
    return all(is_title(words[index], language) for index in range(first, last + 1))
