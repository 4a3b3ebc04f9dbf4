"""Whether a text denies at all, in any language that has tables of it."""

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.recognise.logic import negations_among
from sitegen.recognise.text.words import Words

_REACH = 6  # words between the two of ne … pas
_PLAIN = frozenset({"not", "never"})  # by others English denies what is said otherwise elsewhere
_OPEN = "open"  # not only


def denial(read: Words) -> tuple[int, int] | None:
    """Where the first word stands by which a text denies; None where none does."""
    if read.language is ENGLISH:
        return _in_english(read)
    kinds = [_kind(low, read.language) for low in read.lows]
    for at, kind in enumerate(kinds):
        company = kinds[max(0, at - _REACH) : at + _REACH + 1]
        if kind == "alone" or (kind == "sign" and "with" in company):
            return read.span(at)
    return None


def _in_english(read: Words) -> tuple[int, int] | None:
    for sign in negations_among(read):
        after = read.text[sign.end :].split(maxsplit=1)[:1]
        limits = after and ENGLISH.hedges.get(after[0].lower()) == _OPEN
        if sign.meaning in _PLAIN and not limits:
            return sign.start, sign.end
    return None


def _kind(low: str, language: Language) -> str:
    """What a word, or what is elided before it, does: n'est."""
    elided, mark, _ = low.partition("'")
    return language.denials.get(low) or language.denials.get(elided + mark, "")
