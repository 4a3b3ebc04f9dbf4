"""Finds words that must not be published, and what stands in their place.

What counts as an occurrence of the words of a `redact`, or of a private person's name:

- as written; and with other line ends, spaces, quotation marks and dashes, with invisible
  characters within, composed or decomposed (the check's tiers T1 and T2): of a `redact` even
  inside a longer word, of a name only as whole words;
- in another case, as whole words: always for several words or for words with other characters
  than letters; for a single word only in capitals, so that a private May does not take every “may”.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from urllib.parse import unquote

from sitegen.frozen import NamedTuple, dataclass
from sitegen.model import Factsheet, LineRange, Redaction

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_HAS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_ALIKE = ("'‘’‛′`´", '"“”„‟″«»', "-‐‑‒–—―−")


class Cut(NamedTuple):
    """A stretch of a text that is not shown, and what is shown instead."""

    start: int
    end: int
    shown: str


class Wanted(NamedTuple):
    """Words in one of the ways in which they are looked for."""

    words: str
    whole: bool  # not as a part of a longer word
    any_case: bool


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must not be published. `verbatim` is shown amid a source's words, `shown` else."""

    wanted: tuple[Wanted, ...]
    shown: str
    verbatim: str


class _Patterns:
    """The patterns of secrets, of which most are needed only where something is found."""

    def __init__(self, secrets: Iterable[Secret], within: str) -> None:
        self._secrets = secrets
        self._within = within
        ways = {(wanted.words, wanted.whole) for secret in secrets for wanted in secret.wanted}
        # Whatever stands as a whole word stands there: one pattern of such words is enough here.
        sources = [
            _source(words, within, whole=whole)
            for words, whole in sorted(ways)
            if not (whole and (words, False) in ways)
        ]
        self.any = re.compile("|".join(sources) or r"(?!)", re.IGNORECASE)

    @cached_property
    def each(self) -> tuple[tuple[Secret, re.Pattern[str]], ...]:
        """Each secret with each of its patterns."""
        return tuple(
            (
                secret,
                re.compile(
                    _source(wanted.words, self._within, whole=wanted.whole),
                    re.IGNORECASE if wanted.any_case else 0,
                ),
            )
            for secret in self._secrets
            for wanted in secret.wanted
        )


class Secrets:
    """Several secrets, applied together: where they overlap they are cut as one.

    Invisible characters may stand within the words, so that each letter's pattern has a part for
    them. In a text that holds none these match nothing. As nearly all texts are such, they have
    patterns of their own, which are a fraction as long.
    """

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self.secrets = tuple(secrets)

    @cached_property
    def _plainly(self) -> _Patterns:
        return _Patterns(self.secrets, "")

    @cached_property
    def _fully(self) -> _Patterns:
        return _Patterns(self.secrets, _INVISIBLE)

    def _patterns(self, text: str) -> _Patterns:
        return self._fully if _HAS_INVISIBLE.search(text) else self._plainly

    def __bool__(self) -> bool:
        return bool(self.secrets)

    def cuts(self, text: str, *, verbatim: bool = False) -> tuple[Cut, ...]:
        """Where the text holds any of the words: stretches in order that do not overlap."""
        patterns = self._patterns(text)
        if not patterns.any.search(text):
            return ()
        found = [
            Cut(match.start(), match.end(), secret.verbatim if verbatim else secret.shown)
            for secret, pattern in patterns.each
            for match in pattern.finditer(text)
        ]
        return united(found)

    def replaced(self, text: str, *, verbatim: bool = False) -> str:
        """The text as it may be published."""
        return replaced(text, self.cuts(text, verbatim=verbatim))

    def tells(self, address: str) -> bool:
        """Whether an address holds any of the words, also as addresses spell them."""
        plain = unquote(address)
        spaced = re.sub(r"[-_+./?&=#]", " ", plain)
        return any(self._patterns(form).any.search(form) for form in (address, plain, spaced))


def united(cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """Cuts in order; of those that overlap the longest one says what is shown for all of them."""
    merged: list[tuple[Cut, int]] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end, cut.shown)):
        length = cut.end - cut.start
        if merged and cut.start < merged[-1][0].end:
            around, longest = merged[-1]
            shown = cut.shown if length > longest else around.shown
            end = max(around.end, cut.end)
            merged[-1] = (Cut(around.start, end, shown), max(longest, length))
        else:
            merged.append((cut, length))
    return tuple(cut for cut, _ in merged)


def replaced(text: str, cuts: Sequence[Cut]) -> str:
    """The text with each cut's stretch replaced."""
    if not cuts:
        return text
    parts: list[str] = []
    end = 0
    for cut in cuts:
        parts += (text[end : cut.start], cut.shown)
        end = cut.end
    return "".join((*parts, text[end:]))


def hidden(factsheet: Factsheet) -> tuple[Hashable, ...]:
    """All that `everywhere` looks at."""
    return (
        tuple(
            redaction
            for source in factsheet.sources.values()
            for redaction in source.redact
            if redaction.lines is None
        ),
        tuple((p.name, p.aliases, p.role) for p in factsheet.people.values() if p.private),
    )


def everywhere(factsheet: Factsheet) -> Secrets:
    """What no file of the site may hold."""
    found = [
        of_redaction(redaction)
        for source in factsheet.sources.values()
        for redaction in source.redact
        if redaction.lines is None
    ]
    for person in factsheet.people.values():
        if person.private:
            role = person.role or "a private person"
            found += (
                Secret(_ways(name, within_words=False), role, f"[{role}]")
                for name in (person.name, *person.aliases)
            )
    return Secrets(found)


def within_lines(redactions: Iterable[Redaction]) -> tuple[tuple[LineRange, Secrets], ...]:
    """What some lines of a source may not show."""
    return tuple(
        (redaction.lines, Secrets((of_redaction(redaction),)))
        for redaction in redactions
        if redaction.lines is not None
    )


def of_redaction(redaction: Redaction) -> Secret:
    """What an editor asked to hide."""
    shown = redaction.shown_as
    return Secret(_ways(redaction.exact, within_words=True), shown, shown)


def _ways(words: str, *, within_words: bool) -> tuple[Wanted, ...]:
    words = unicodedata.normalize("NFC", words.strip())
    if not words:
        return ()
    ways = [Wanted(words, not within_words, any_case=False)]
    if not words.isalpha():
        ways.append(Wanted(words, whole=True, any_case=True))
    elif words.upper() != words:
        ways.append(Wanted(words.upper(), whole=True, any_case=False))
    return tuple(ways)


def _source(words: str, within: str, *, whole: bool) -> str:
    """A pattern for the words; `within`: the characters that may stand anywhere in them."""
    before = r"(?<!\w)" if whole and _is_letter(words[0]) else ""
    after = r"(?!\w)" if whole and _is_letter(words[-1]) else ""
    return f"{before}{_spelling(words, within)}{after}"


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _spelling(words: str, within: str) -> str:
    """A pattern for all spellings. Linear: no two neighbouring repeats share a character."""
    between = f"[{within}]*" if within else ""
    return f"[\\s{within}]+".join(between.join(map(_letter, word)) for word in words.split())


def _letter(character: str) -> str:
    for alike in _ALIKE:
        if character in alike:
            return f"[{re.escape(alike)}]"
    capitals = character.upper()  # of several letters for some: “Groß” is “GROSS” in capitals
    decomposed = unicodedata.normalize("NFD", character)
    spellings = (character, decomposed, *((capitals,) if len(capitals) > 1 else ()))
    different = [re.escape(spelling) for spelling in dict.fromkeys(spellings)]
    return f"(?:{'|'.join(different)})" if len(different) > 1 else different[0]
