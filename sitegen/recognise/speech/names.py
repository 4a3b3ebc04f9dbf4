"""Which words of a text name somebody: a person's names in their forms, and names of anybody.

Names are told by their capitals. A name may have a title before it, lose its given or its last
part, keep initials only, stand in capitals throughout, or be a handle.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import (
    NameWord,
    Proper,
    begins_sentence,
    is_title,
    last_part,
    name_joined,
    name_words,
    proper_names,
)

__all__ = ["Mention", "NameWord", "Proper", "Roster", "name_words", "proper_names"]

_FEW = 2  # letters of a word in capitals that are no initial


class Mention(NamedTuple):
    """Words that name somebody: offsets, the end exclusive, and the ids of whom they may name.

    `possessive`: the words are followed by ’s, so that what follows is spoken of.
    """

    start: int
    end: int
    who: frozenset[str]
    possessive: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a name: its words, a single letter for an initial; and whose it is."""

    words: tuple[str, ...]
    who: str
    sex: str  # of the title in the person's own name
    written: bool  # as it stands in people.yaml, not shortened


class Roster:
    """The names of some people, ready to be found in any text; `names` are by the person's id."""

    def __init__(self, names: Mapping[str, Iterable[str]], language: Language) -> None:
        self.language = language
        self._forms: dict[str, list[_Form]] = {}
        self._handles: dict[str, set[str]] = {}
        for who, written in names.items():
            for form in {form for name in written for form in _forms(name, who, language)}:
                self._forms.setdefault(form.words[0].lower(), []).append(form)
            for name in written:
                self._handles.setdefault(_handle(name), set()).add(who)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where a text names these people, in order; of names within names, the longest."""
        return tuple(self._mentions(name_words(text)))

    def _mentions(self, words: tuple[NameWord, ...]) -> Iterator[Mention]:
        index = 0
        while index < len(words):
            word = words[index]
            if word.low not in self._forms and len(word.form) > 1 and word.form[0] != "@":
                index += 1
                continue
            length, who = self._at(words, index)
            if who:
                last = words[index + length - 1]
                yield Mention(words[index].start, last.end, who, last.possessive)
            index += max(1, length)

    def _at(self, words: tuple[NameWord, ...], index: int) -> tuple[int, frozenset[str]]:
        """How many words from `index` on are a name, and of whom."""
        word = words[index]
        if word.form.startswith("@"):
            known = self._handles.get(word.low.removeprefix("@"))
            return 1, frozenset(known or ())
        keys = (word.low, f"{word.low}.") if len(word.form) == 1 else (word.low,)
        stand = [
            form
            for key in keys
            for form in self._forms.get(key, ())
            if _stands(form, words, index, self.language)
        ]
        length = max((len(form.words) for form in stand), default=0)
        longest = [form for form in stand if len(form.words) == length]
        as_written = [form for form in longest if form.written]
        return length, frozenset(form.who for form in as_written or longest)


def _stands(form: _Form, words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    """Whether a form of a name stands at a word, and is not a part of some other name."""
    last = index + len(form.words) - 1
    if last >= len(words):
        return False
    for offset, wanted in enumerate(form.words):
        word = words[index + offset]
        if not _same(wanted, word) or (
            offset and not name_joined(words[index + offset - 1], word, language)
        ):
            return False
    if len(form.words) > 1:
        return True
    return not (
        _other_name(words, index, language)
        or (form.sex and _title_sex(words, index, language) not in {"", form.sex})
        or _only_a_word(words, index, language)
    )


def _same(wanted: str, word: NameWord) -> bool:
    if len(wanted) == 1:  # an initial as the name has it: it stands for any name with that letter
        return word.form[:1] == wanted
    if wanted.endswith("."):  # a name that is shortened to its initial
        return word.form == wanted[0]
    if wanted in {word.form, word.low}:
        return True
    return word.form.isupper() and len(word.form) >= _FEW and word.form == wanted.upper()


def _other_name(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    """Whether a capital beside a single name makes another name of it: Mae West, West Point."""
    word = words[index]
    before = words[index - 1] if index else None
    capital = before is not None and before.form[0].isupper() and not word.gap.strip()
    if before is not None and capital and not (before.possessive or is_title(before, language)):
        return not begins_sentence(words, index - 1, language)
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.gap.strip() or word.possessive:
        return False
    low = after.low
    named = after.form[0].isupper() and low not in language.no_names
    return named and low not in language.months and low not in language.name_suffixes


def _title_sex(words: tuple[NameWord, ...], index: int, language: Language) -> str:
    if not index or not is_title(words[index - 1], language):
        return ""
    sex = language.titles[last_part(words[index - 1].low)]
    return "" if sex == "anybody" else sex


def _only_a_word(words: tuple[NameWord, ...], index: int, language: Language) -> bool:
    """Whether a name at the start of a sentence is more likely the word: May I? Will you?"""
    word = words[index]
    if word.low not in language.names_or_words or word.possessive:
        return False
    if not begins_sentence(words, index, language):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or not (after.low in language.speech or after.gap[:1] in {",", ":"})


def _handle(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum() or char == "_")


def _forms(name: str, who: str, language: Language) -> Iterator[_Form]:
    """The ways to write a name: whole, without titles, middle names, given or last name."""
    words = name_words(name)
    if not words or name.lstrip().startswith("@"):
        return
    articles = {"article", "definite"}
    whole = tuple(
        word.low if language.no_names.get(word.low) in articles else word.form for word in words
    )
    titles = 0
    while titles < len(words) - 1 and is_title(words[titles], language):
        titles += 1
    sexes = {language.titles[last_part(word.low)] for word in words[:titles]} - {"anybody"}
    sex = next(iter(sexes), "")
    yield _Form(whole, who, sex, written=True)
    parts = tuple(word for word in words[titles:] if word.low not in language.name_suffixes)
    for form in _shorter(parts, language):
        yield _Form(form, who, sex, written=form == whole)


def _shorter(parts: tuple[NameWord, ...], language: Language) -> Iterator[tuple[str, ...]]:
    """Forms of a name without its titles: John Fitzgerald Kennedy, John F. Kennedy, Kennedy."""
    if not parts:
        return
    forms = tuple(word.form for word in parts)
    yield forms
    at = len(parts) - 1
    while at > 1 and parts[at - 1].low in language.name_particles:
        at -= 1
    surname = forms[at:]
    given = forms[:at]
    if not given or any(not word.form[0].isupper() for word in parts[:at]):
        return  # one name only, or one that "of" or "the" makes: the Duke of Norfolk
    middle = given[1:]
    initials = tuple(f"{form[0]}." for form in middle)
    first = f"{given[0][0]}."
    yield (given[0], *surname)
    yield (given[0], *initials, *surname)
    yield (first, *initials, *surname)
    yield (first, *surname)
    yield surname
    if len(surname) > 1:
        yield surname[-1:]
    if len(given[0]) > 1 and parts[0].low not in language.no_names:
        yield given[:1]
        if middle and len(middle[-1]) > 1:
            yield given
