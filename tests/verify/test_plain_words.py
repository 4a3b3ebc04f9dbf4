"""The quick look at words says yes only where the whole reading does."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.same_names import Naming, joined
from sitegen.verify.sentences.plain_words import all_in, plain_words

WORDS = st.sampled_from(
    [
        "Ada", "Finch", "FINCH", "Ada's", "Finch’s", "s", "'s", "’s", "US", "U.S.", "B", "O'Neil",
        "Mont-Blanc", "@ada", "@ada_f's", "Conn.", "1,037", "6", "B52", "Zoë", "naïve", "İ", "ﬁn",
        "\u212aelvin", "e\u0301t", "a_b", "Calif", "Wells’", "the", "A", "I",
    ]
)  # fmt: skip
GAPS = st.sampled_from(
    [" ", ", ", ". ", "—", "–", "-", "‑", "'", "’", "“", "” ", "(", ") ", "_", ""]
)
TEXTS = st.lists(st.tuples(WORDS, GAPS).map("".join), max_size=8).map("".join) | st.text(
    max_size=20
)
FORMS = st.lists(WORDS | st.text(max_size=4), min_size=1, max_size=3)


@given(st.lists(TEXTS, max_size=3), FORMS, st.data())
def test_what_is_plainly_there_is_there(
    texts: list[str], forms: list[str], data: st.DataObject
) -> None:
    there = plain_words(texts)
    if there:
        forms = forms + data.draw(st.lists(st.sampled_from(there), max_size=3))
    naming = Naming(texts, ENGLISH)
    for some in (forms, forms[-1:]):
        if all_in(frozenset(word.lower() for word in there), some):
            assert all(map(naming.has, some))
            assert len(joined(some)) == len(some) or sum(len(form) == 1 for form in some) > 1


@given(st.lists(TEXTS, max_size=3))
def test_plain_words_with_a_capital_are_there_with_one(texts: list[str]) -> None:
    naming = Naming(texts, ENGLISH, capitals=True)
    for word in plain_words(texts):
        if word[0].isupper() and all_in(frozenset({word.lower()}), [word]):
            assert naming.has(word)


def test_the_quick_look_sees_plain_words() -> None:
    plain = frozenset(word.lower() for word in plain_words(["Finch’s cat, Tom; (and Mont-Blanc)."]))
    assert all_in(plain, ["Finch", "Tom"])
    assert not all_in(plain, ["Mont-Blanc"])
    assert not all_in(plain, ["Ada"])
