"""The number of a figure as an editor writes it into a `value`."""

from decimal import Decimal, localcontext

import pytest

from sitegen.recognise import amount

AMOUNTS = [
    ("60000", "60000"),
    ("60,000", "60000"),
    ("74 million", "74000000"),
    ("$1.2bn", "1200000000"),
    ("£5m", "5000000"),
    ("5m", "5000000"),
    ("1.2b", "1200000000"),
    ("5%", "5"),
    ("5 per cent", "5"),
    ("sixty thousand", "60000"),
    ("Sixty Thousand", "60000"),
    ("−5", "-5"),
    ("-5", "-5"),
    ("minus five", "-5"),
    ("half", "0.5"),
    ("1/2", "0.5"),
    ("2½", "2.5"),
    ("two and a half million", "2500000"),
    ("a dozen", "12"),
    ("twice", "2"),
    ("one", "1"),
    ("2020", "2020"),
    ("0", "0"),
    ("0.5", "0.5"),
    (".5", "0.5"),
    ("No. 1", "1"),
    ("1st", "1"),
    (" 7 ", "7"),
]

NONE = [
    ("", "nothing"),
    ("several", "no number"),
    ("dozens", "no number"),
    ("several hundred", "no number"),
    ("5 people", "more than a figure"),
    ("about 5", "more than a figure"),
    ("218–212", "two figures"),
    ("63-year-old", "more than a figure"),
    ("9:30", "a time of day"),
    ("1_000", "an underscore"),
    ("1,00", "no thousands"),
    ("1.2.3", "a code"),
    ("012", "a leading zero"),
    ("5.", "no decimals"),
    ("1e5", "no notation of an editor's"),
    ("٤٣", "exotic digits"),
    ("４３", "wide digits"),
    ("²", "a footnote"),
    ("nan", "no number"),
    ("Infinity", "no number"),
    ("May", "a month"),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_a_figure_has_its_number(text: str, expected: str) -> None:
    assert amount(text) == Decimal(expected)


@pytest.mark.parametrize(("text", "reason"), NONE, ids=[text for text, _ in NONE])
def test_what_is_no_single_figure_has_none(text: str, reason: str) -> None:
    assert amount(text) is None, reason


def test_a_number_does_not_depend_on_the_precision_of_the_program() -> None:
    with localcontext() as context:
        context.prec = 2
        assert amount("1,234,567 million") == Decimal(1234567000000)
        assert f"{amount('two thirds')}" == "0.6666666666666666666666666667"
