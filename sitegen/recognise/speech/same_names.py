"""Whether two texts name the same thing: in another form, as a place or its people, or in short."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from sitegen.recognise.figures import numerals
from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import NameWord
from sitegen.recognise.speech.names import name_words

_SHORTEST_STEM = 4  # letters of a place without the ending of its people
_LONGEST_ACRONYM = 8
_SHORTEST_ACRONYM = 2
_SHORTEST_CUT = 3  # letters of a name that is cut short before a full stop: Conn., Calif.
_LONGEST_CUT = 5
_HANDLE = re.compile(r"[A-Z][a-z]++")
_SHORTEST_SPELLED = 6  # letters of a word that is written in two ways: Labour, Centre
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LONGEST_NUMBER = 4  # digits
_LONGEST_SHORT = 3  # letters of a name that is a common word in lower case: US, UN


class Naming:
    """The words of some texts, ready to be asked whether they hold a name.

    With `capitals` only words that stand there with a capital count.
    """

    def __init__(self, texts: Iterable[str], language: Language, *, capitals: bool = False) -> None:
        self.language = language
        self._keys: set[str] = set()
        self._by_stem: dict[str, set[str]] = {}
        self._initials: set[str] = set()
        self._cut: set[str] = set()
        for text in texts:
            initials = ""
            letters = ""  # of a name like U.S.
            for word in name_words(text):
                capital = word.form[0].isupper()
                if capital or not capitals:
                    self._add(word.form)
                if capital and text[word.end : word.end + 1] == ".":
                    self._add_short(word, text)
                if word.form.startswith("@"):
                    for part in _HANDLE.findall(word.form):
                        self._add(part)
                letters = f"{letters}{word.form}" if capital and len(word.form) == 1 else ""
                if 1 < len(letters) <= _LONGEST_SHORT:
                    self._add(letters)
                if capital:
                    initials = f"{initials}{word.form[0]}"[-_LONGEST_ACRONYM:]
                    self._initials.update(initials[at:] for at in range(len(initials) - 1))
                elif word.low not in language.particles:
                    initials = ""

    def _add(self, form: str) -> None:
        for part in {form, *form.split("-")} if "-" in form else (form,):
            for key in keys(part, self.language):
                self._keys.add(key)
                self._by_stem.setdefault(key[:_SHORTEST_STEM], set()).add(key)

    def _add_short(self, word: NameWord, text: str) -> None:
        """A word before a full stop: Calif.; behind a comma also Ky. and the like."""
        if _SHORTEST_CUT <= len(word.form) <= _LONGEST_CUT:
            self._cut.add(word.form)
        if text[: word.start].endswith(", "):
            self._add(self.language.places.get(word.low, word.form))

    def has(self, form: str) -> bool:
        """Whether a word of a name stands there, in this form or another."""
        wanted = keys(form, self.language)
        if any(form[:length] in self._cut for length in range(_SHORTEST_CUT, len(form))):
            return True
        if wanted & self._keys:
            return True
        parts = form.split("-")
        if len(parts) > 1:
            return all(not part or self.has(part) for part in parts)
        letters = form.replace(".", "")
        if form.isupper() and len(letters) >= _SHORTEST_ACRONYM and letters in self._initials:
            return True
        return any(self._related(key) for key in wanted)

    def has_acronym(self, forms: tuple[str, ...]) -> bool:
        """Whether the initials of a name stand there as one word."""
        initials = "".join(form[0] for form in forms if form[0].isupper())
        return len(initials) >= _SHORTEST_ACRONYM and initials.lower() in self._keys

    def _related(self, key: str) -> bool:
        """Whether one word is a place and the other its people: Canada, Canadian."""
        stems = {*_without_ending(key, self.language), key}
        for other in self._by_stem.get(key[:_SHORTEST_STEM], ()):
            others = {*_without_ending(other, self.language), other}
            if key != other and any(_begins(one, two) for one in stems for two in others):
                return True
        return False


def _begins(one: str, two: str) -> bool:
    """Whether two stems are the same but for a last letter."""
    short, long = sorted((one, two), key=len)
    return len(short) >= _SHORTEST_STEM and long.startswith(short) and len(long) <= len(short) + 1


def _without_ending(key: str, language: Language) -> Iterable[str]:
    return (
        key.removesuffix(ending)
        for ending in language.place_endings
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM
    )


def joined(forms: Iterable[str]) -> tuple[str, ...]:
    """The words of a name with its single letters as one: U.S. Senate is US Senate."""
    whole: list[str] = []
    letters = ""
    for form in (*forms, ""):
        if len(form) == 1:
            letters += form
            continue
        whole += [letters] if len(letters) > 1 else list(letters)
        letters = ""
        whole += [form] if form else []
    return tuple(whole)


def without_kind(forms: Iterable[str], language: Language) -> list[str]:
    """The words of a name without the kind of the place: of the River Thames only Thames."""
    return [form for form in forms if form.lower() not in language.place_kinds]


def keys(form: str, language: Language) -> frozenset[str]:
    """What a word of a name is compared by: without accents, possessive, plural, and as a place."""
    low = (form if form.isascii() else _without_accents(form)).lower().strip("@'.-")
    found = {low, low.replace(".", "")}
    if len(low) > _SHORTEST_STEM:
        found.add(low.removesuffix("s"))
    known = len(low) > _LONGEST_SHORT or form.isupper()
    if known and not language.places.keys().isdisjoint(found):
        found.update([language.places[key] for key in found if key in language.places])
    found.update([other for key in found for other in _also(key, form, language)])
    found.discard("")
    return frozenset(found)


def _also(key: str, form: str, language: Language) -> Iterator[str]:
    """Another spelling of a word of a name, and its number: Organization; second, two, II."""
    for ending, other in language.spellings.items():
        if len(key) >= _SHORTEST_SPELLED and key.endswith(ending):
            yield f"{key.removesuffix(ending)}{other}"
    number = numbered(form if form.isupper() else key, language)
    if number:
        yield f"#{number}"


def numbered(form: str, language: Language) -> int | None:
    """The number in a name: 2, 14th, two, Second or II; an I is none, as it may be a pronoun."""
    low = form.lower()
    digits, letters = numerals.split(low) if numerals.begins_with_digit(low) else ("", "")
    if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER:
        ordinal = not letters or language.glued.get(letters) == "ordinal"
        return int(digits) if ordinal else None
    known = language.ordinals.get(low) or language.cardinals.get(low)
    return known or (roman(form) if len(form) > 1 and form.isupper() else None)


def roman(letters: str) -> int | None:
    """The value of a number in Roman figures, as those of kings and of chapters."""
    if not _ROMAN.keys() >= set(letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def _without_accents(form: str) -> str:
    plain = unicodedata.normalize("NFD", form)
    return "".join(char for char in plain if not unicodedata.combining(char))
