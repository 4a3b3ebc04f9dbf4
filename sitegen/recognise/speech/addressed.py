"""Whom spoken words call upon by name: “Yes, Jack, come in.” “My dear Stuart, it is a joke.”"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import NameWord, is_title, name_words
from sitegen.recognise.speech.subjects import DETERMINERS

_STOPS = frozenset("!?.")
_MOST_LEADS = 4  # words between the mark and the name: Oh my dear Mr.
_MARKS = "_*\"”’'»›“‘«‹ \n"


def addressed(
    text: str, names: Iterable[tuple[int, int]], language: Language
) -> Iterator[tuple[int, int]]:
    """Of the names at some offsets those by which the words of a text call upon somebody.

    `text` is what one speaker says, with nothing quoted in it.
    """
    words = name_words(text)
    starts = [word.start for word in words]
    for start, end in names:
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        if 0 <= first <= last and _calls(text, words, first, last, language):
            yield start, end


def _calls(
    text: str, words: tuple[NameWord, ...], first: int, last: int, language: Language
) -> bool:
    """Whether the name of the words from `first` to `last` stands apart as a call does."""
    if words[last].possessive:
        return False
    lead = first
    while lead > 0 and first - lead < _MOST_LEADS and _leads(words, lead, language):
        lead -= 1
    following = words[last + 1] if last + 1 < len(words) else None
    behind = (following.gap if following else text[words[last].end :]).strip(_MARKS)
    before = words[lead].gap.strip(_MARKS) if lead else ""
    begins = lead == 0 or before[-1:] in _STOPS
    if behind[:1] in _STOPS:
        ends = not begins or (behind[:1] == "!" and following is not None)
        return ends and (begins or _after_comma(words, lead, before, language))
    if behind[:1] not in {",", "-", "—", "–", ";"} or following is None:
        return following is None and not behind and _after_comma(words, lead, before, language)
    led = any(word.low in language.calls for word in words[lead:first])
    if not led and _goes_on_about(following, language, begins=begins):
        return False
    return begins or _after_comma(words, lead, before, language)


def _leads(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    """Whether the word before `index` belongs to the call of a name: my dear, Mr., oh."""
    gap = words[index].gap.strip(_MARKS)
    before = words[index - 1]
    if is_title(before, language):
        return gap in {"", "."}
    return not gap and before.low in language.calls


def _after_comma(words: tuple[NameWord, ...], lead: int, before: str, language: Language) -> bool:
    """Whether a comma or a dash parts a call from what is said before: no list, no apposition."""
    if lead == 0 or before[-1:] not in {",", "-", "—", "–", ";"}:
        return False
    last = words[lead - 1]
    if lead == 1 or words[lead - 1].gap.strip(_MARKS):
        return True  # one word, as an answer: Well, Jack
    described = language.no_names.get(words[lead - 2].low) in DETERMINERS
    return not (described or is_title(last, language) or last.form[0].isupper())


def _goes_on_about(following: NameWord, language: Language, *, begins: bool) -> bool:
    """Whether what follows a name tells of it: Jack, who; Jack, the carpenter; or is a list.

    Behind a name that begins a sentence more may: Jack, in London, came.
    """
    low = following.low
    if low in language.speaking_pronouns:
        return language.speaking_pronouns[low] == "relative"
    if language.qualifiers.get(low) == "contrast":
        return begins
    if low in language.speech_links:
        return begins or language.speech_links[low] == "and"
    if language.no_names.get(low) in DETERMINERS:
        return True
    return following.form[0].isupper() and low not in language.no_names
