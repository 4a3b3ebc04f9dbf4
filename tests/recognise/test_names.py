"""Words as names compare them, and the names among them: by whatever way these are looked up."""

import re
import unicodedata
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.capitals import NameWord, name_words
from sitegen.recognise.speech.names import Roster, is_written, keys_of_form, keys_of_word
from sitegen.recognise.speech.narration import narration

WORD = re.compile(r"@\w+|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['’‐‑-][^\W_]+)*")
ALPHABET = "abcsSAJ1'’@_ -‐‑.,“”\n\N{NO-BREAK SPACE}\N{COMBINING ACUTE ACCENT}éßſİΣ\N{KELVIN SIGN}"
TEXTS = st.text(ALPHABET, max_size=40)
ASCII = st.text("abcsSAJ1'@_ -.,\"\n\x1c", max_size=40)


def _one_by_one(text: str) -> list[NameWord]:
    """What `name_words` gives, word by word as its rules have it."""
    found: list[NameWord] = []
    behind = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        gap, behind = text[behind:start], end
        form = unicodedata.normalize("NFC", match[0]).translate(str.maketrans("’‐‑", "'--"))
        possessive = len(form) > 2 and form.lower().endswith("'s")
        low = form.lower()
        if possessive:
            form, low, end = form[:-2], low[:-2], end - 2
        if form[-1] == "s" and text[end : end + 1] in {"'", "’"} and text[end + 1 : end + 2]:
            possessive = possessive or text[end + 1].isspace()
        found.append(NameWord(form, low, start, end, possessive, gap))
    return found


@given(st.one_of(TEXTS, ASCII))
@example("the boys' toys, James's, Jack’s and ‘Ann's’ ")
def test_words_are_those_that_are_read_one_by_one(text: str) -> None:
    assert list(name_words(text)) == _one_by_one(text)


@given(st.one_of(TEXTS, ASCII), st.sets(st.integers(0, 40), max_size=8))
def test_narration_has_the_words_of_its_own_text(text: str, edges: set[int]) -> None:
    cuts = sorted(edge for edge in edges if edge <= len(text))
    quoted = [(start, end) for start, end in list(pairwise(cuts))[::2] if end - start > 1]
    told = narration(text, quoted, ENGLISH)
    assert list(told.words) == _one_by_one(told.text)


@given(TEXTS, TEXTS)
@example("Lee", "LEE")
@example("Jo\N{LATIN SMALL LETTER SHARP S}", "JOSS")
@example("J", "Jack")
def test_whatever_is_written_as_a_name_has_it_is_found_by_a_key(name: str, text: str) -> None:
    wanted = [form for word in name_words(name) for form in (word.form, f"{word.form[0]}.")]
    for word in name_words(f"{text} {name} {name.upper()} {name.lower()}"):
        for form in wanted:
            if is_written(form, word):
                assert not keys_of_form(form).isdisjoint(keys_of_word(word.low, word.form))


NAMES = ["Ann Lee", "Jo Ann van Lee", "Dr. Lee", "the Duke of Lee", "J. K. Lee", "Jo", "@lee"]
PIECES = st.sampled_from(["Ann", "ANN", "Lee", "Lee’s", "Jo", "J", "J.", "K.", "van", "Dr.", "of"])
JOINED = st.lists(st.one_of(PIECES, st.sampled_from(["the", "Duke", "@lee", "a", ",", "."])))


@given(JOINED.map(" ".join))
def test_a_name_among_others_is_found_as_if_it_were_the_only_one(text: str) -> None:
    """Of the places where anybody may be named, none is passed over when more people are known."""
    both = Roster({str(index): [name] for index, name in enumerate(NAMES)}, ENGLISH)
    found = both.mentions(text)
    assert found == both.among(name_words(text))
    for index, name in enumerate(NAMES):
        for alone in Roster({str(index): [name]}, ENGLISH).mentions(text):
            assert any(one.start < alone.end and alone.start < one.end for one in found)
