"""The languages that the recogniser has tables of, by the tags of sources and sites."""

from functools import lru_cache

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language, compiled
from sitegen.recognise.marks import MARKS

_ENGLISH = "en"
_LANGUAGES = 16


def subtag(tag: str | None) -> str:
    """The language of a tag without script and region; English where none is given."""
    return (tag or _ENGLISH).lower().partition("-")[0]


def is_english(tag: str | None) -> bool:
    """Whether a language tag is of English, as it is where none is given."""
    return subtag(tag) == _ENGLISH


def language_of(tag: str | None) -> Language:
    """The tables of the language that a tag names, or those of marks alone, which any may have."""
    return _tables(subtag(tag))


@lru_cache(maxsize=_LANGUAGES)
def _tables(language: str) -> Language:
    # Most projects need no other language, so that it is made ready when one does.
    match language:
        case "en":
            return ENGLISH
        case "fr":
            from sitegen.recognise.french import FRENCH

            return FRENCH
        case "de":
            from sitegen.recognise.german import GERMAN

            return GERMAN
        case _:
            return _of_marks()


@lru_cache(maxsize=1)
def _of_marks() -> Language:
    return compiled(MARKS)
