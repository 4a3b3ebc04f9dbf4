"""A text that is compared with another by what each of them denies, each part worked out once."""

import re
from collections.abc import Iterator

from sitegen.recognise.language import Language
from sitegen.recognise.lazily import lazily
from sitegen.recognise.logic import Sign, negations_among
from sitegen.recognise.text.sentences import sentence_spans
from sitegen.recognise.text.words import Words, words

_BREAK = re.compile(r"[;:!?()\[\]“”\"—–¶]|[,.](?!\d)|--")
_PIECE = "¶"
_SHORTEST_STEM = 3
_APART = "…"
_PARTED = "parted"
_STEMS = frozenset({"stem", "forbids"})
_FARTHEST_PARTICLE = 5  # words from a verb to the “down” of “turned the offer down”


class Statement:
    """A text with its words and, as they are asked for, its clauses and what denies in it."""

    def __init__(self, text: str, language: Language, read: Words | None = None) -> None:
        self.text = text
        self.language = language
        self.words = words(text, language) if read is None else read
        self.lows = self.words.lows

    @lazily
    def negations(self) -> tuple[Sign, ...]:
        """Its negations, in order; "didn't" is one as much as "not"."""
        return negations_among(self.words)

    @lazily
    def denying(self) -> tuple[Sign, ...]:
        """The words that say without a negation that something is not, or is not done: refused.

        Those of the meaning "object" or "replaced" say it of the words after them alone.
        """
        read = self.words
        return tuple(
            Sign(*read.span(at), read.raw(at), meaning)
            for at, low in enumerate(read.lows)
            if may_be_denying(low, self.language) and (meaning := denying_meaning(read, at, low))
        )

    @lazily
    def clauses(self) -> list[int]:
        """Where clauses begin, more or less: after the marks of a text, at words that begin one.

        Not at the “so” of “not so”.
        """
        return self._clauses("")

    @lazily
    def wide_clauses(self) -> list[int]:
        """The same, where what is said or thought belongs to the clause before it."""
        return self._clauses("content")

    @lazily
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences as offsets, the pieces apart; the last one ends with the text."""
        return tuple(sentences(self.text, self.language))

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence around an offset, or the whole text."""
        return next((one for one in self.sentences if one[1] > at), (0, len(self.text)))

    @lazily
    def neighbours(self) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
        """The pairs of words that a space joins, and the words after which none does."""
        read, lows = self.words, self.lows
        joined = [read.gap(at) == " " for at in range(len(lows))]
        pairs = zip(lows, lows[1:], joined, strict=False)
        last = (low for low, spaced in zip(lows, joined, strict=True) if not spaced)
        return frozenset((one, two) for one, two, spaced in pairs if spaced), frozenset(last)

    def _clauses(self, within: str) -> list[int]:
        """Where clauses begin; words of the meaning `within` begin none."""
        language, read = self.language, self.words
        begins = {
            read.start(at)
            for at, low in enumerate(read.lows)
            if (meaning := language.clauses.get(low)) and meaning != within
            if meaning != "result" or read.low(at - 1) not in language.negations
        }
        return sorted({found.end() for found in _BREAK.finditer(self.text)} | begins)


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The sentences of a text whose pieces a ¶ keeps apart; the last one ends with the text."""
    start = 0
    while start < len(text):
        mark = text.find(_PIECE, start)
        stop = mark + 1 if mark >= 0 else len(text)
        for first, last in sentence_spans(text[start:stop], language):
            yield start + first, start + last
        start = stop


def may_be_denying(low: str, language: Language) -> bool:
    """Whether a word begins a form of denying: a quick look, which may say yes too often.

    A form begins with one of the first words or, a stem, with its first letters; what encloses a
    word has its beginning or, where it has none, its ending.
    """
    before, after = language.enclosing_edges
    return (
        low in language.denying_first
        or low[:_SHORTEST_STEM] in language.denying_stems
        or low.startswith(before)
        or low.endswith(after)
    )


def denying_meaning(read: Words, at: int, low: str) -> str:
    """What a word that denies in itself, or with the next one, means; nothing of other words."""
    table = read.language.denying
    for phrase in (f"{low} {read.low(at + 1)}", low):
        if phrase in table:
            return table[phrase]
    for later in range(at + 2, at + _FARTHEST_PARTICLE + 1):
        if read.gap(later - 2) != " " or read.role(later - 1) in {"and", "or", "to"}:
            break
        ours = f"{read.low(later)} {read.low(later + 1)}" not in read.language.hedges  # up to six
        if ours and table.get(f"{low} {read.low(later)}") == _PARTED:
            return _PARTED
    for length in range(_SHORTEST_STEM, len(low) + 1):
        if (known := table.get(low[:length])) in _STEMS:
            return known
    forms = read.language.enclosing
    return "itself" if low not in forms and any(_encloses(form, low) for form in forms) else ""


def _encloses(form: str, low: str) -> bool:
    """Whether a word begins and ends as a form does, with a word between: un…ed."""
    before, _, after = form.partition(_APART)
    bare = len(low) - len(before) - len(after)
    return bare >= _SHORTEST_STEM and low.startswith(before) and low.endswith(after)
