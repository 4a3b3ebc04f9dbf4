"""The amounts of a text: what an editor may write down as a value, how exactly it is meant."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import recognise
from sitegen.recognise import Amount, Amounts, TokenKind
from sitegen.recognise.english import TABLES
from sitegen.recognise.tables import Row


def told(amounts: Amounts, amount: Amount) -> str:
    """An amount as "words = value sort", with its modifiers (in brackets if not needed)."""
    value = "-" if amount.value is None else f"{amount.value:f}"
    parts = [f"{amounts.text(amount)} = {value} {amount.sort}"]
    for hedge in recognise.hedges(amounts, amount):
        names = "/".join(hedge.modifiers)
        parts.append(names if hedge.needed else f"({names})")
    measure = recognise.measure(amounts, amount)
    return " ".join([*parts, f"[{measure.name}]"] if measure else parts)


def told_of(text: str) -> list[str]:
    amounts = recognise.amounts(text)
    return [told(amounts, amount) for amount in amounts.every]


TEXTS = [
    ("60,000 people", ["60,000 = 60000 count [people]"]),
    ("a 63-year-old", ["63 = 63 count [year]"]),
    ("No. 1", ["No. 1 = 1 rank"]),
    ("the third-largest", ["third = 3 rank"]),
    ("the largest city", ["largest = 1 rank"]),
    ("in the forest", []),
    ("both brothers", ["both = 2 count"]),
    ("one of his brothers", ["one = 1 count"]),
    ("it doubled", ["doubled = 2 factor"]),
    ("dozens", ["dozens = - vague"]),
    ("at 9:30", ["9:30 = - clock"]),
    ("in 2020", ["2020 = 2020 year"]),
    ("$1.2bn", ["$1.2bn = 1200000000 money [dollar]"]),
    ("5 million US dollars", ["5 million = 5000000 count [dollar]"]),
    ("£51million", ["£51million = 51000000 money [pound]"]),
    ("5%", ["5% = 5 percent [percent]"]),
    ("10km", ["10km = 10 count [kilometre]"]),
    ("5 miles", ["5 = 5 count [mile]"]),
    ("5 square miles", ["5 = 5 count"]),
    ("one in five", ["one = 1 count", "one in five = 0.2 fraction", "five = 5 count"]),
    ("$5-10", ["$5 = 5 money [dollar]", "10 = 10 count [dollar]"]),
    ("5 to 10 per cent", ["5 = 5 count [percent]", "10 per cent = 10 percent [percent]"]),
    ("5, 10 and 20 miles", [f"{n} = {n} count [mile]" for n in (5, 10, 20)]),
    ("5, and 10 years later", ["5 = 5 count", "10 = 10 count [year]"]),
    # hedges
    ("about 60", ["60 = 60 count about"]),
    ("only 60", ["60 = 60 count"]),
    ("at least another 60", ["least = 1 rank", "60 = 60 count at-least"]),
    ("about two men", ["two = 2 count (about) [men]"]),
    ("about two miles", ["two = 2 count about [mile]"]),
    ("over 5 days", ["5 = 5 count (more-than) [day]"]),
    ("for over 5 days", ["5 = 5 count more-than [day]"]),
    ("about his 60 men", ["60 = 60 count (about) [men]"]),
    ("the above 60 men", ["60 = 60 count (more-than) [men]"]),
    ("could not be more than 60", ["60 = 60 count at-most"]),
    ("60 or more", ["60 = 60 count at-least/more-than"]),
    ("60 men or so", ["60 = 60 count about [men]"]),
    ("of 60 at least 20", ["60 = 60 count", "least = 1 rank", "20 = 20 count at-least"]),
    ("about 5 to 10", ["5 = 5 count about", "10 = 10 count about"]),
    ("about 5 men and 6 women", ["5 = 5 count about [men]", "6 = 6 count (about) [women]"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text for text, _ in TEXTS])
def test_an_amount_has_its_sort_its_hedges_and_its_measure(text: str, expected: list[str]) -> None:
    assert told_of(text) == expected


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("5 to 10", ["range", ""]),
        ("between 5 and 10", ["range", ""]),
        ("two or three", ["range", ""]),
        ("5–10", ["dash", ""]),
        ("a vote of 5 to 4", ["dash", ""]),
        ("from 5 to 10", ["dash", ""]),
        ("5, 10 and 20", ["list", "list", ""]),
        ("38 percent to $7 billion", ["", ""]),
    ],
)
def test_figures_are_joined_to_ranges_results_and_lists(text: str, links: list[str]) -> None:
    assert [amount.link for amount in recognise.amounts(text).every] == links


def test_a_list_may_share_its_scale_or_not() -> None:
    first, second = recognise.amounts("two and three million").every
    assert first.has(Decimal(2))
    assert first.has(Decimal(2_000_000))
    assert not second.has(Decimal(3))


def test_a_hyphen_may_join_a_number_and_its_fraction() -> None:
    first, _ = recognise.amounts("2-1/2 inches").every
    assert first.has(Decimal("2.5"))


def test_only_whole_figures_stand_in_a_stretch() -> None:
    text = "They paid a hundred pounds and 74 million more."
    amounts = recognise.amounts(text)

    def within(words: str) -> list[str]:
        start = text.index(words)
        return [amounts.text(one) for one in amounts.within(start, start + len(words))]

    assert within("paid a hundred") == ["a hundred"]
    assert within("hundred pounds") == ["a hundred"]  # but for the article
    assert within("and 74") == []
    assert within("million more") == []
    assert [amounts.text(one) for one in amounts.cut(0, text.index(" million"))] == ["74 million"]


NEEDED = [
    row
    for row in TABLES.hedges
    if row.meaning not in {"open", "fixed", "negates"}
    if {"maybe", "far"}.isdisjoint(row.meaning.split())  # “far” is of miles and days alone
]


@pytest.mark.parametrize("row", NEEDED, ids=[row.form for row in NEEDED])
def test_words_before_a_figure_bear_their_modifiers(row: Row) -> None:
    amounts = recognise.amounts(f"There were {row.form} 1,234 people.")
    amount = next(one for one in amounts.every if one.value == Decimal(1234))
    (hedge,) = recognise.hedges(amounts, amount)
    assert hedge.modifiers[0] == row.meaning.split()[0]
    assert hedge.needed


VOCABULARY = (
    "about nearly more than 60 sixty thousand million and to 5–10 $5 5% No. 1 first half one in "
    "five dozens or so at least the 2020 , . largest both people dollars"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=30))
def test_amounts_stand_in_the_text_in_order(text: str) -> None:
    amounts = recognise.amounts(text)
    assert list(amounts.every) == sorted(amounts.every, key=lambda one: (one.start, one.end))
    assert all(0 <= one.start < one.end <= len(text) for one in amounts.every)
    figures = [f for f in recognise.figures(text) if f.kind is TokenKind.NUMBER]
    stated = {(one.start, one.end) for one in amounts.every if one.stated}
    assert {(found.start, found.end) for found in figures} <= stated
    for one in amounts.every:
        told(amounts, one)


@pytest.mark.parametrize(
    ("text", "value"),
    [("first", "1"), ("one quarter", "0.25"), ("seven eighths", "0.875"), ("£51million", "51e6")],
)
def test_a_value_may_be_written_as_the_source_has_it(text: str, value: str) -> None:
    assert recognise.amount(text) == Decimal(value)


@pytest.mark.parametrize(
    ("unit", "scale"), [("million votes", 10**6), ("votes", 1), ("millions of votes", 10**6)]
)
def test_a_unit_may_begin_with_a_scale(unit: str, scale: int) -> None:
    assert recognise.unit_scale(unit) == scale
