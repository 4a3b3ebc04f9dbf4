"""Descriptions of who made a text: the editor, the author. A text has hardly a word for them."""

from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import name_words


def is_maker(description: str, language: Language) -> bool:
    """Whether a description is of who made the text, and says no more of them."""
    words = [word for word in name_words(description) if word.low not in language.no_names]
    return bool(words) and all(word.low in language.makers for word in words)
