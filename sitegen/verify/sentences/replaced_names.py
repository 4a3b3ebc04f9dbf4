"""Whether a name of a claim may stand in the place of another one, which the cited words have."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

from sitegen.frozen import NamedTuple
from sitegen.recognise.denials import Alike, content, standing
from sitegen.recognise.language import Language
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech.names import Roster, proper_names
from sitegen.recognise.speech.same_names import Naming, keys
from sitegen.recognise.text.words import Words, words

_LONGEST_ACRONYM = 4
_MOST = 50  # names of the cited words that one of the claim is compared with
_BESIDE = 4  # words on either side of a name that are its company


class _Left(NamedTuple):
    """A name of the cited words that the claim leaves out, and the words beside it.

    `first`: no pronoun before it may mean somebody else.
    """

    is_person: bool
    first: bool
    preposition: str
    company: Alike


class Replaced:
    """The names that the cited words have and a claim has not, each with its company.

    Who says “Ben voted” of “Ada voted” has put one name for another; who says it of “he voted”, or
    of “he heard that Ada had voted”, has said whom the words mean.
    """

    def __init__(self, claim: str, texts: Iterable[str], people: Roster) -> None:
        self._claim = words(claim, people.language)
        self._texts = tuple(texts)
        self._people = people

    def person(self, start: int, end: int) -> bool:
        """Whether somebody in a claim stands for another, whom the words name first or alike."""
        persons = [left for left in self._left if left.is_person]
        return any(left.first for left in persons) or self._alike(persons, start, end)

    def name(self, start: int, end: int) -> bool:
        """Whether a name of a claim stands for another, which the words name first or alike."""
        names = [left for left in self._left if not left.is_person]
        return any(left.first for left in names) or self._alike(names, start, end)

    def part(self, forms: tuple[str, ...]) -> bool:
        """Whether the words have a longer name that shares a word with one of the claim."""
        return any(keys(form, self._people.language) & self._longer for form in forms)

    @lazily
    def _claimed(self) -> Naming:
        return Naming([self._claim.text], self._people.language)

    @lazily
    def _longer(self) -> frozenset[str]:
        """The words, as they are compared, of the first names of which the claim lacks a word."""
        language = self._people.language
        names = (name for text in self._texts for name in proper_names(text, language))
        parts = (
            tuple(f for f in name.words if len(f) > 1 and f.lower() not in language.titles)
            for name in names
        )
        longer = islice((one for one in parts if not all(map(self._claimed.has, one))), _MOST)
        return frozenset(key for one in longer for form in one for key in keys(form, language))

    def _alike(self, every: Iterable[_Left], start: int, end: int) -> bool:
        ours = _company(self._claim, start, end)
        before = _preposition(self._claim, start)
        return any(
            (before and left.preposition == before) or any(map(left.company.has, ours))
            for left in every
        )

    @lazily
    def _left(self) -> tuple[_Left, ...]:
        return tuple(islice((left for t in self._texts for left in self._left_of(t)), _MOST))

    def _left_of(self, text: str) -> Iterator[_Left]:
        language = self._people.language
        read = words(text, language)
        known = {who for mention in self._people.mentions(self._claim.text) for who in mention.who}
        mentions = self._people.mentions(text)
        for mention in mentions:
            if not mention.who & known:
                first = not standing(text[: mention.start], language)
                company = Alike(_company(read, mention.start, mention.end))
                yield _Left(True, first, "", company)
        for name in proper_names(text, language):
            other = all(m.end <= name.start or m.start >= name.end for m in mentions)
            named = name.sure and _is_name(name.words, language)
            if other and named and not any(map(self._claimed.has, name.words)):
                company = Alike(_company(read, name.start, name.end))
                first = not standing(text[: name.start], language)
                yield _Left(False, first, _preposition(read, name.start), company)


def _is_name(forms: tuple[str, ...], language: Language) -> bool:
    """Whether words with capitals are a name, and not a month, a letter or a line in capitals."""
    if all(form.isupper() for form in forms) and max(map(len, forms), default=0) > _LONGEST_ACRONYM:
        return False
    return any(form.lower() not in language.months and len(form) > 1 for form in forms)


def _preposition(read: Words, start: int) -> str:
    """The preposition before a name: at Tyburn, from Holland."""
    low = read.low(bisect_left(read.spans, (start, 0)) - 1)
    return low if read.language.no_names.get(low) == "preposition" else ""


def _company(read: Words, start: int, end: int) -> tuple[str, ...]:
    """The words beside a name that carry a meaning, in lower case."""
    first = bisect_left(read.spans, (start, 0))
    last = bisect_left(read.spans, (end, 0))
    before = read.spans[max(0, first - _BESIDE) : first]
    after = read.spans[last : last + _BESIDE]
    text = " ".join(read.text[one:two] for one, two in (*before, *after))
    return content(text, read.language)
