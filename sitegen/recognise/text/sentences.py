"""Where sentences end: after . ! ? and …, but for abbreviations and initials."""

import re
from collections.abc import Iterator

from sitegen.recognise.language import Language

# A run of end marks is tried once, from its first mark on.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»›)\]*_]*+(?=\s)")
_NEXT = re.compile(r"\s*+[\"'“‘«‹„(\[*_—–-]*+\s?")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 12


def sentence_spans(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph as offsets, without the white space around them."""
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text, start):
        following = _NEXT.match(text, match.end())
        after = following.end() if following else match.end()
        if after >= len(text):
            break
        if _ends(text, match, after, language):
            yield start, match.end()
            start = match.end()
            while text[start].isspace():
                start += 1
    end = len(text.rstrip())
    if start < end:
        yield start, end


def _ends(text: str, match: re.Match[str], after: int, language: Language) -> bool:
    """Whether the end marks of `match` end a sentence, the next word being at `after`."""
    char = text[after]
    if not (char.isupper() or char.isdigit()) and char.islower():
        return False
    if match.group()[:1] != "." or match.group()[1:2] in {".", "!", "?", "…"}:
        return True
    word = _word_before(text, match.start())
    if not word:
        return True
    meaning = language.abbreviations.get(word.lower())
    if meaning == "number":
        return not char.isdigit()
    if meaning == "never":
        return False
    dotted = "." in word
    initial = len(word) == 1 and word.isupper()
    if meaning is None and not dotted and not initial:
        return True
    next_word = _WORD.match(text, after)
    return next_word is not None and next_word.group().lower() in language.starters


def _word_before(text: str, end: int) -> str:
    """The word that ends at `end`, with the full stops inside it: "Mr", "U.S", "p.m"."""
    start = end
    while (
        start > 0
        and end - start < _LONGEST
        and (text[start - 1].isalnum() or text[start - 1] == ".")
    ):
        start -= 1
    return text[start:end]
