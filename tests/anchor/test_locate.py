"""Finding words: what is found and at which tier, what is not, and what is said of it."""

import unicodedata
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.anchor import (
    Ambiguous,
    ArticleText,
    Elsewhere,
    Found,
    Missing,
    Moved,
    Near,
    OutOfRange,
    locate,
    split_lines,
)
from sitegen.model import LineRange, Selector


def look_up(article: str, *pieces: str, lines: str = "", **more: Any) -> object:
    text = ArticleText(split_lines(article))
    first, _, last = lines.partition("-")
    cited = LineRange(int(first), int(last or first)) if lines else LineRange(1, len(text.lines))
    return locate(text, Selector(cited, pieces, **more))


def words_at(article: str, outcome: object) -> list[str]:
    lines = split_lines(article)
    assert isinstance(outcome, Found), outcome
    return [lines[line - 1][start:end] for line, start, end in outcome.anchors]


FOUND = [
    # article                         words as cited           tier  what is marked, by line
    ("The may or mayor", "may", "T0", ["may"]),
    ("down −5% today", "−5%", "T0", ["−5%"]),
    ("it is 5.", "5", "T0", ["5"]),
    ("a 63-year-old man", "63", "T0", ["63"]),
    ("218–212 votes", "218", "T0", ["218"]),
    ("218–212 votes", "212", "T0", ["212"]),
    ("in 2018-19 it", "2018", "T0", ["2018"]),
    ("Kanye’s run", "Kanye", "T0", ["Kanye"]),
    ("wives’ votes", "wives", "T0", ["wives"]),
    ("parce qu’il y en a", "il y en a", "T0", ["il y en a"]),
    ("ce que dit l'homme", "homme", "T0", ["homme"]),
    ("I can’t go", "can’t", "T0", ["can’t"]),
    ("mind: [Ye’s] mind", "[Ye’s]", "T0", ["[Ye’s]"]),
    ("“Yes,” he said", "“Yes,”", "T0", ["“Yes,”"]),
    ("北京大学很好", "大学", "T0", ["大学"]),
    ("ภาษาไทย", "ไทย", "T0", ["ไทย"]),
    ("x² and ½", "x²", "T0", ["x²"]),
    ("one two\nthree four", "two\nthree", "T0", ["two", "three"]),
    ("one two\nthree four", "two three", "T1", ["two", "three"]),
    ("one two\n\n  three", "two three", "T1", ["two", "three"]),
    ("a\u00a0b  c\u202fd", "a b c d", "T1", ["a\u00a0b  c\u202fd"]),
    ("the so\u00adft hyphen", "soft", "T1", ["so\u00adft"]),
    ("zero\u200bwidth", "zerowidth", "T1", ["zero\u200bwidth"]),
    ("cafe\u0301 noir", "café", "T1", ["cafe\u0301"]),
    ("café noir", "cafe\u0301", "T1", ["café"]),
    ("wrapped to-\nday", "to-day", "T1", ["to-", "day"]),
    ("wrapped to-\nday", "to- day", "T1", ["to-", "day"]),
    ("he said--\nand left", "said--and", "T1", ["said--", "and"]),
    ("he said--\nand left", "said—and", "T2", ["said--", "and"]),
    ("he said\n—and left", "said—and", "T1", ["said", "—and"]),
    ("“He said,” they", '"He said,"', "T2", ["“He said,”"]),
    ("it’s and ‘so’", "it's and 'so'", "T2", ["it’s and ‘so’"]),
    ("„Ja“ and ‚so‘", "\"Ja\" and 'so'", "T2", ["„Ja“ and ‚so‘"]),
    ("wait… no", "wait... no", "T2", ["wait… no"]),
    ("wait... no", "wait… no", "T2", ["wait... no"]),
    ("a – b — c", "a - b - c", "T2", ["a – b — c"]),
    ("218–212 votes", "218-212", "T2", ["218–212"]),
    ("well‑known", "well-known", "T2", ["well‑known"]),
    ("می\u200cخواهم بروم", "می\u200cخواهم", "T0", ["می\u200cخواهم"]),
]


@pytest.mark.parametrize(("article", "cited", "tier", "marked"), FOUND)
def test_found(article: str, cited: str, tier: str, marked: list[str]) -> None:
    outcome = look_up(article, cited)
    assert words_at(article, outcome) == marked
    assert isinstance(outcome, Found)
    assert outcome.tier == tier


PART_OF_MORE = [
    # article                words that stand in it only as a part of something else
    ("the mayor", "may"),
    ("down −5% today", "5"),
    ("down -5 today", "5"),
    ("−$5 each", "$5"),
    ("costs $5", "5"),
    ("costs A$5", "$5"),
    ("costs 5€", "5"),
    ("up 5% then", "5"),
    ("it is 1.5 now", "1"),
    ("it is 1.5 now", "5"),
    ("it is .5 now", "5"),
    ("all 5,000 of", "5"),
    ("at 9:30 sharp", "30"),
    ("I can’t go", "can"),
    ("I can't go", "can"),
    ("I don’t", "don"),
    ("I don’t", "t"),
    ("O’Brien said", "Brien"),
    ("cafe\u0301 noir", "cafe"),
    ("a 👩\u200d👩\u200d👧 here", "👩"),
    ("flag 🇫🇷🇩🇪", "🇷🇩"),
    ("wave 👋🏽", "👋"),
    ("well... now", "well."),
]


@pytest.mark.parametrize(("article", "cited"), PART_OF_MORE)
def test_a_part_of_a_word_or_number_is_not_found(article: str, cited: str) -> None:
    outcome = look_up(article, cited)
    assert isinstance(outcome, Missing), outcome
    assert outcome.reason is not None
    assert "part of a longer word" in outcome.reason


NOT_THE_SAME = [
    # article                   cited                     what is said of it
    ("it is not good at all", "it is good at all", "the article also has “not”"),
    ("it is good at all", "it is not good at all", "“not” is not in the article"),
    ("only 60,000 people came", "only 61,000 people came", "“60,000”, not “61,000”"),
    ("it was opened there", "it was оpened there", "not “оpened” (which has U+043E CYRILLIC"),
    ("The End is near", "the end is near", "the article has “The”, not “the”"),
    ("I like people here", "I like poople here", "the article has “people”, not “poople”"),
    ("lost −5 of them", "lost –5 of them", "the article has “−”, not “–”"),
    ("the ﬁnal straw now", "the final straw now", "“ﬁnal”, not “final”"),
]


@pytest.mark.parametrize(("article", "cited", "said"), NOT_THE_SAME)
def test_most_of_the_words_stand_there(article: str, cited: str, said: str) -> None:
    outcome = look_up(article, cited)
    assert isinstance(outcome, Near), outcome
    assert said in outcome.reason


def test_several_places_are_ambiguous_until_one_is_chosen() -> None:
    article = "aye bee aye see aye"
    assert isinstance(look_up(article, "aye"), Ambiguous)
    chosen: list[tuple[dict[str, Any], int]] = [
        ({"occurrence": 1}, 0),
        ({"occurrence": 3}, 16),
        ({"prefix": "bee"}, 8),
        ({"suffix": "bee"}, 0),
        ({"prefix": "aye see "}, 16),
    ]
    for more, start in chosen:
        outcome = look_up(article, "aye", **more)
        assert isinstance(outcome, Found), more
        assert outcome.anchors[0].start == start


def test_an_occurrence_beyond_the_last_and_a_prefix_elsewhere_are_told_by_name() -> None:
    too_many = look_up("aye bee aye", "aye", occurrence=3)
    elsewhere = look_up("aye bee aye", "aye", prefix="see")
    assert isinstance(too_many, Missing)
    assert too_many.reason == "they stand there 2 times, not more often"
    assert isinstance(elsewhere, Missing)
    assert elsewhere.reason == "the words stand there, but not beside this prefix or suffix"


def test_overlapping_places_count_each() -> None:
    outcome = look_up("that that that", "that that")
    assert isinstance(outcome, Ambiguous)
    assert [place[0].start for place in outcome.places] == [0, 5]


def test_the_first_tier_with_a_match_decides() -> None:
    assert words_at('so "it" and “it”', look_up('so "it" and “it”', '"it"')) == ['"it"']


def test_words_in_other_lines() -> None:
    article = "aye bee\nsee dee\naye bee\nsee it"
    moved = look_up(article, "see dee", lines="3-4")
    several = look_up("aye\nbee\naye\nsee", "aye", lines="2")
    beyond = look_up(article, "see", lines="4-5")
    assert isinstance(moved, Moved)
    assert moved.lines == LineRange(2, 2)
    assert isinstance(several, Elsewhere)
    assert len(several.places) == 2
    assert beyond == OutOfRange(4)


PIECES = [
    # article                                      pieces                    marked
    ("“Yes,” said he, “I think so.”", ["Yes,", "I think so."], ["Yes,", "I think so."]),
    ("one, two, two, one", ["one", "two"], ["one", "two"]),  # each at its next place
]


@pytest.mark.parametrize(("article", "pieces", "marked"), PIECES)
def test_pieces_stand_in_order(article: str, pieces: list[str], marked: list[str]) -> None:
    assert words_at(article, look_up(article, *pieces)) == marked


def test_pieces_that_stand_twice_are_ambiguous() -> None:
    article = "A: yes, I do. B: yes, I do."
    assert isinstance(look_up(article, "yes", "I do"), Ambiguous)
    assert isinstance(look_up("A: yes. B: yes, I do.", "yes", "I do"), Ambiguous)
    second = look_up(article, "yes", "I do", occurrence=2)
    assert isinstance(second, Found)
    assert [anchor.start for anchor in second.anchors] == [17, 22]


def test_pieces_that_would_be_ambiguous_in_other_lines_have_not_just_moved() -> None:
    article = "nothing\nA: yes. B: yes, I do.\nnothing"
    outcome = look_up(article, "yes", "I do", lines="1")
    assert isinstance(outcome, Elsewhere)
    assert len(outcome.places) == 2


def test_pieces_out_of_order_are_not_found() -> None:
    outcome = look_up("“Yes,” he said, “I do.”", "I do.", "Yes,")
    assert isinstance(outcome, Missing)
    assert outcome.reason == "the pieces stand there, but not in this order"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\r\nc\rd", ("a", "b", "c", "d")),
        ("a\n", ("a",)),
        ("a\n\n", ("a", "")),
        ("", ()),
        ("a\u2028b\x0bc\x85d\x1ce", ("a\u2028b\x0bc\x85d\x1ce",)),
    ],
)
def test_lines_end_at_lf_crlf_and_cr_alone(text: str, lines: tuple[str, ...]) -> None:
    assert split_lines(text) == lines


WORDS = st.sampled_from(
    ["it’s", "not", "5%", "−5", "café", "cafe\u0301", "“Yes,”", "—", "1,000", "well-known", "Ye",
     "so\u00adft", "…", "ﬁn", "大学", "mayor", "may", "(so)", "U.S."]
)  # fmt: skip
GAPS = st.sampled_from([" ", "\n", "\u00a0", "  ", "\n\n", " \n"])


@st.composite
def articles(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    words = draw(st.lists(WORDS, min_size=3, max_size=25))
    gaps = draw(st.lists(GAPS, min_size=len(words), max_size=len(words)))
    return words, gaps


@given(articles(), st.data())
def test_words_copied_from_an_article_are_found_where_they_stand(
    article: tuple[list[str], list[str]], data: st.DataObject
) -> None:
    words, gaps = article
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    between = [*gaps[first:last], ""]
    cited = "".join(w + g for w, g in zip(words[first : last + 1], between, strict=True))
    outcome = look_up(text, cited)
    assert isinstance(outcome, Found | Ambiguous)
    if isinstance(outcome, Found):
        assert "".join("".join(words_at(text, outcome)).split()) == "".join(cited.split())
        assert outcome.tier == "T0"


@given(articles(), st.data())
def test_words_retyped_by_an_editor_are_found(
    article: tuple[list[str], list[str]], data: st.DataObject
) -> None:
    words, gaps = article
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    retyped = unicodedata.normalize("NFC", " ".join(words)).replace("\u00ad", "")
    straight = retyped.translate(str.maketrans("“”’", '""\'')).replace("…", "...")
    for typed in (retyped, straight):
        assert isinstance(look_up(text, typed), Found), typed


def bare(text: str) -> str:
    """A text without what T1 does not compare."""
    return unicodedata.normalize("NFC", "".join(text.split())).replace("\u00ad", "")


@given(articles(), st.data())
def test_a_text_without_one_of_its_words_is_never_found(
    article: tuple[list[str], list[str]], data: st.DataObject
) -> None:
    words, gaps = article
    gone = data.draw(st.integers(1, len(words) - 2))
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    shortened = " ".join(words[:gone] + words[gone + 1 :])
    assume(bare(shortened) not in bare(text))
    assert not isinstance(look_up(text, shortened), Found)


@given(st.text(max_size=60), st.text(max_size=20), st.integers(1, 3))
def test_no_text_makes_it_raise(article: str, cited: str, line: int) -> None:
    text = ArticleText(split_lines(article))
    outcome = locate(text, Selector(LineRange(line, line), (cited,)))
    if isinstance(outcome, Found | Moved):
        for number, start, end in outcome.anchors:
            assert 0 <= start < end <= len(text.lines[number - 1])
