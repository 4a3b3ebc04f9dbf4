"""The quick looks of what a text denies miss nothing."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.recognise.denials import may_deny
from sitegen.recognise.english import ENGLISH, TABLES
from sitegen.recognise.statement import Statement, denying_meaning

STEMS = [row.form for table in (TABLES.denying, TABLES.enclosing) for row in table]
DENYING = st.sampled_from([*STEMS, *(form.replace("…", "know") for form in STEMS)])
ENDINGS = st.sampled_from(["", "s", "ed", "al", "less", "ness", "able"])
NEGATIONS = st.sampled_from([row.form for row in TABLES.negations])
PLAIN = st.sampled_from(
    ["she", "came", "to", "know", "undone", "in", "off", "November", "t", "No."]
)
WORDS = st.tuples(DENYING, ENDINGS).map("".join) | NEGATIONS | PLAIN
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)


@given(TEXTS)
def test_denying_words_are_those_of_the_whole_tables(text: str) -> None:
    said = Statement(text, ENGLISH)
    every = [denying_meaning(said.words, at, low) for at, low in enumerate(said.lows)]
    assert [sign.meaning for sign in said.denying] == [meaning for meaning in every if meaning]


MARKS = st.sampled_from(["", ".", ",", "’", "'", "_", "—", "İ"])


@given(st.lists(st.tuples(MARKS, NEGATIONS | PLAIN, MARKS).map("".join), max_size=5).map(" ".join))
def test_a_text_with_a_negation_may_deny(text: str) -> None:
    for written in (text, text.upper(), text.replace("'", "’")):
        if Statement(written, ENGLISH).negations:
            assert may_deny(written, ENGLISH)


def test_a_text_without_one_is_told_at_a_glance() -> None:
    assert not may_deny("She came in May.", ENGLISH)
    assert may_deny("She didn’t come.", ENGLISH)
