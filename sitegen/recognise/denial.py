"""Whether a text denies at all, in any language that has tables of it."""

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.recognise.logic import negations_among
from sitegen.recognise.text.words import Words

_REACH = 6  # words from a “ne” to the “que” that makes it an “only”
_PLAIN = frozenset({"not", "never"})  # by others English denies what is said otherwise elsewhere


def denial(read: Words) -> str:
    """The first word by which a text denies, in lower case; nothing where none does."""
    if read.language is ENGLISH:
        signs = (one for one in negations_among(read) if one.meaning in _PLAIN)
        return next((read.text[sign.start : sign.end].lower() for sign in signs), "")
    kinds = [_kind(low, read.language) for low in read.lows]
    for at, kind in enumerate(kinds):
        after = kinds[at + 1 : at + _REACH]
        if kind == "alone" or (kind == "sign" and ("alone" in after or "only" not in after)):
            return read.low(at)
    return ""


def _kind(low: str, language: Language) -> str:
    """What a word, or what is elided before it, does: n'est, qu'il."""
    elided, mark, _ = low.partition("'")
    return language.denials.get(low) or language.denials.get(elided + mark, "")
