"""Where words may be cut: a table of what is whole, and of what is only a part of something."""

import pytest

from sitegen.anchor import ArticleText, Found, locate, split_lines
from sitegen.model import LineRange, Selector


def find(article: str, cited: str) -> object:
    text = ArticleText(split_lines(article))
    return locate(text, Selector(LineRange(1, len(text.lines)), (cited,)))


WHOLE = [
    # article                  words           why
    ("costs--5 dollars", "5", "a typewriter's dash is no sign"),
    ("he said ‘5’ now", "5", "quotation marks do not belong to a number"),
    ("No.5 is", "5", "a full stop after a letter is no decimal point"),
    ("in 2018, 300 men", "300", "a comma and a space part two numbers"),
    ("in 2018 300 men", "300", "so does a plain space"),
    ("$5-$10", "$10", "a dash after a figure is a range"),
    ("5%–10% of", "10%", "also after a per cent mark"),
    ("2018’s best", "2018", "a possessive"),
    ("KANYE’S run", "KANYE", "a possessive in capitals"),
    ("_not_ used", "not", "low lines for emphasis"),
    ("growth¹ was", "growth", "a raised figure after a word is a note"),
    ("2018年", "2018", "Han stands apart from figures"),
    ("カニエ・ウエスト氏", "カニエ", "a middle dot parts Katakana"),
    ("foo\u200f.", "foo", "what is invisible belongs to the letter before it"),
    ("\ufeffHow it was", "How", "a byte-order mark is no letter"),
    ("the “Serious”About", "“Serious”", "words that end in a mark may touch others"),
    ("x\u0304 mean", "x\u0304", "a letter with a mark that does not compose"),
]


@pytest.mark.parametrize(
    ("article", "cited"), [row[:2] for row in WHOLE], ids=[r[2] for r in WHOLE]
)
def test_whole(article: str, cited: str) -> None:
    assert isinstance(find(article, cited), Found)


PART = [
    # article                     words       why
    ("un\u00adlikely to win", "likely", "a soft hyphen hides the rest of the word"),
    ("may\u00ador of", "may", "the same before it"),
    ("un\u00ad\nlikely to win", "likely", "the rest stands in the line before"),
    ("un\u200blikely to", "likely", "so does a zero-width space"),
    ("may\u2060or", "may", "or a word joiner"),
    ("is −\u20605% now", "5", "or between a sign and its number"),
    ("all 5,\u200b000 men", "5", "or within a number"),
    ("rose 5 % a year", "5", "a per cent mark after a space"),
    ("rose 5\u202f% a year", "5", "the same, narrow"),
    ("cost 5 € each", "5", "a currency mark after a space"),
    ("cost € 5 each", "5", "or before one"),
    ("cost 5\u00a0000 francs", "5", "thousands parted by a fixed space"),
    ("cost 5\u202f000 francs", "000", "their other half"),
    ("− 5 degrees", "5", "a minus and a space"),
    ("a loss of -.5 points", ".5", "a sign before a decimal point"),
    ("paid $.50 for", ".50", "a currency mark before one"),
    ("temperature—−5", "5", "a minus after a dash"),
    ("was at –5% today", "5%", "an en dash that may be a minus"),
    ("over 18+ only", "18", "a plus after a number"),
    ("5½ years", "5", "a fraction"),
    ("5⁄8 inch", "5", "a fraction written out"),
    ("CO₂ level", "CO", "a lowered figure"),
    ("all 5,000", "5,", "words that end in a separator"),
    ("in the U.S. now", "U", "a full stop within an abbreviation"),
    ("in the U.S. now", "S", "its other half"),
    ("snake_case", "snake", "a low line within a word"),
    ("wait....", "wait...", "a run of dots"),
    ("wait…", "wait.", "an ellipsis that three dots stand for"),
    ("ארה\"ב אמרה", "ארה", "a Hebrew abbreviation"),
    ("\U0001f3f4\U000e0067\U000e0062\U000e007f now", "\U0001f3f4", "a flag of tags"),
    ("1\u20e3 key", "1", "a keycap"),
]  # fmt: skip


@pytest.mark.parametrize(("article", "cited"), [row[:2] for row in PART], ids=[r[2] for r in PART])
def test_only_a_part(article: str, cited: str) -> None:
    assert not isinstance(find(article, cited), Found)


DASHES = [
    # article                    words                   tier, or none
    ("one-\nor two-\nway", "one- or two-way", "T1"),
    ("un\u00ad\nlikely to win", "unlikely", "T1"),
    ("jail —\none week", "jail — one week", "T1"),
    ("jail —\none week", "jail —one week", None),
    ("was -\n5 people", "was -5 people", None),
    ("said - and", "said -and", None),
    ("jail --\n5 men", "jail — 5 men", "T2"),
    ("jail --5 men", "jail —5 men", "T2"),
    ("jail --5 men", "jail -5 men", None),
    ("jail —5 men", "jail –5 men", None),
    ("a word - 5 men", "a word – 5 men", "T2"),
    ("lives----\"", "lives——”", "T2"),
    ("5%–10% of", "5%-10% of", "T2"),
    ("a loss of –$5 m", "a loss of -$5 m", None),
    ("a loss of –.5 m", "a loss of -.5 m", None),
    ("was −5 then", "was -5 then", None),
    ("well‑known", "well-known", "T2"),
    ("ʼtwas so", "'twas so", "T2"),
]  # fmt: skip


@pytest.mark.parametrize(("article", "cited", "tier"), DASHES)
def test_dashes_and_line_ends(article: str, cited: str, tier: str | None) -> None:
    outcome = find(article, cited)
    assert (outcome.tier if isinstance(outcome, Found) else None) == tier


def test_what_is_invisible_belongs_to_the_words_before_it() -> None:
    found = find("see Kanye\u200b West", "Kanye")
    assert isinstance(found, Found)
    assert (found.tier, found.anchors) == ("T1", ((1, 4, 10),))


def test_a_prefix_may_stand_beside_a_late_place() -> None:
    text = ArticleText((*(["aye bee"] * 3000), "see aye bee"))
    found = locate(text, Selector(LineRange(1, 3001), ("aye",), prefix="see"))
    assert isinstance(found, Found)
    assert found.anchors == ((3001, 4, 7),)


def test_a_suffix_chooses_among_the_places_of_the_last_piece() -> None:
    text = ArticleText(("yes and so and so then",))
    found = locate(text, Selector(LineRange(1, 1), ("yes", "so"), suffix="then"))
    assert isinstance(found, Found)
    assert found.anchors == ((1, 0, 3), (1, 15, 17))


def test_words_that_repeat_themselves_overlap() -> None:
    text = ArticleText(("so so so so so la",))
    for occurrence, start in ((1, 0), (2, 3), (3, 6)):
        selector = Selector(LineRange(1, 1), ("so so so",), occurrence=occurrence)
        found = locate(text, selector)
        assert isinstance(found, Found)
        assert found.anchors[0].start == start
