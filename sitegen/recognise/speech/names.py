"""Which words of a text name somebody: a person's names in their forms, and names of anybody.

Names are told by their capitals. A name may have a title before it, lose its given or its last
part, keep initials only, stand in capitals throughout, or be a handle.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from sitegen.frozen import NamedTuple, dataclass
from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import (
    Columns,
    NameWord,
    Proper,
    begins_sentence,
    columns,
    is_title,
    last_part,
    name_joined,
    name_words,
    proper_among,
    proper_names,
)

__all__ = ["Mention", "NameWord", "Proper", "Roster", "name_words", "proper_among", "proper_names"]

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


class _Begun(NamedTuple):
    """The forms of names that begin with one word: those of one word, by that, and the longer ones.

    The latter are found by the keys of their second word.
    """

    alone: dict[str, list[_Form]]
    longer: dict[str, list[_Form]]

    def add(self, form: _Form) -> None:
        """Puts a form where it is looked up."""
        if len(form.words) == 1:
            self.alone.setdefault(form.words[0], []).append(form)
            return
        for key in keys_of_form(form.words[1]):
            self.longer.setdefault(key, []).append(form)


def keys_of_form(wanted: str) -> set[str]:
    """Keys for a word of a form of a name: any word that `is_written` so has one of them.

    The word is the form's, or its small or its large letters; an initial is its first letter.
    """
    if len(wanted) == 1 or wanted.endswith("."):
        return {wanted[0]}
    return {wanted, wanted.lower(), wanted.upper().lower()}


def keys_of_word(low: str, form: str) -> tuple[str, ...]:
    """The keys by which the forms are found that a word of a text may belong to."""
    small = form.lower()  # the same as `low`, but for a few letters of a few languages
    return (low, form[0]) if low == small else (low, small, form[0])


class Roster:
    """The names of some people, ready to be found in any text; `names` are by the person's id."""

    def __init__(self, names: Mapping[str, Iterable[str]], language: Language) -> None:
        self.language = language
        self._begun: dict[str, _Begun] = {}
        self._handles: dict[str, set[str]] = {}
        for who, written in names.items():
            for form in {form for name in written for form in _forms(name, who, language)}:
                self._begun.setdefault(form.words[0].lower(), _Begun({}, {})).add(form)
            for name in written:
                self._handles.setdefault(_handle(name), set()).add(who)
        self._first = self._seconds()

    def _seconds(self) -> dict[str, Set[str]]:
        """The words with which a name begins, each with the keys of what may follow in one.

        Nothing is told of those that are names alone. So “the” is passed over in most places.
        """
        found: dict[str, Set[str]] = {f"@{handle}": frozenset() for handle in self._handles}
        for key in self._begun:
            # A letter may stand for a name that is shortened to it, which has a full stop as a key.
            letter = key.removesuffix(".")
            every = [self._begun[one] for one in (letter, f"{letter}.") if one in self._begun]
            alone = key[0] == "@" or any(begun.alone for begun in every)
            found[letter] = frozenset() if alone else {one for b in every for one in b.longer}
        return found

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where a text names these people, in order; of names within names, the longest."""
        return self.named_in(columns(text))

    def named_in(self, text: Columns) -> tuple[Mention, ...]:
        """The same for a text whose words are known by column."""
        return self._named(text.lows, text.forms, text.words)

    def among(self, words: tuple[NameWord, ...]) -> tuple[Mention, ...]:
        """The same for a text whose words are known."""
        lows, forms = [word.low for word in words], [word.form for word in words]
        return self._named(lows, forms, lambda: words)

    def _named(
        self, lows: list[str], forms: list[str], made: Callable[[], tuple[NameWord, ...]]
    ) -> tuple[Mention, ...]:
        first, end = self._first, 0
        words: tuple[NameWord, ...] = ()  # made where there may be a name
        found: list[Mention] = []
        for index in [at for at, low in enumerate(lows) if low in first]:
            if index < end:
                continue
            second, following = first[lows[index]], index + 1
            if second and not (
                following < len(lows)
                and any(key in second for key in keys_of_word(lows[following], forms[following]))
            ):
                continue
            words = words or made()
            length, who = self._at(words, index)
            end = index + length
            if who:
                last = words[end - 1]
                found.append(Mention(words[index].start, last.end, who, last.possessive))
        return tuple(found)

    def _at(self, words: tuple[NameWord, ...], index: int) -> tuple[int, frozenset[str]]:
        """How many words from `index` on are a name, and of whom."""
        word = words[index]
        if word.form[0] == "@":
            return 1, frozenset(self._handles.get(word.low[1:], ()))
        keys = (word.low, f"{word.low}.") if len(word.form) == 1 else (word.low,)
        begun = [self._begun[key] for key in keys if key in self._begun]
        after = words[index + 1] if index + 1 < len(words) else None
        following = keys_of_word(after.low, after.form) if after else ()
        stand = [
            form
            for forms in begun
            for key in following
            if key in forms.longer
            for form in forms.longer[key]
            if _stands(form.words, words, index, self.language)
        ] or [form for forms in begun if forms.alone for form in self._alone(forms, words, index)]
        if len(stand) <= 1:
            return (len(stand[0].words), frozenset([stand[0].who])) if stand else (0, frozenset())
        length = max([len(form.words) for form in stand])
        longest = [form for form in stand if len(form.words) == length]
        as_written = [form for form in longest if form.written]
        return length, frozenset([form.who for form in as_written or longest])

    def _alone(self, begun: _Begun, words: tuple[NameWord, ...], index: int) -> list[_Form]:
        """The forms of one word that stand there, if this is not a part of some other name."""
        stand = [
            form
            for wanted, forms in begun.alone.items()
            if is_written(wanted, words[index])
            for form in forms
        ]
        language = self.language
        if not stand or _other_name(words, index, language) or _only_a_word(words, index, language):
            return []
        sex = _title_sex(words, index, language)
        return [form for form in stand if not (form.sex and sex not in {"", form.sex})]


def _stands(
    form: tuple[str, ...], words: tuple[NameWord, ...], index: int, language: Language
) -> bool:
    """Whether the words of a name stand from a word on, joined as a name is."""
    last = index + len(form) - 1
    if last >= len(words):
        return False
    for offset, wanted in enumerate(form):
        word = words[index + offset]
        if not is_written(wanted, word) or (
            offset and not name_joined(words[index + offset - 1], word, language)
        ):
            return False
    return True


def is_written(wanted: str, word: NameWord) -> bool:
    """Whether a word of a text is that of a form of a name."""
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
    named = given and any(map(str.isalpha, "".join(surname)))  # of Area 51 the number is no name
    if not named or any(not word.form[0].isupper() for word in parts[:at]):
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
