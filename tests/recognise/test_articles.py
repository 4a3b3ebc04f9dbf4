"""The three articles of the project: every token, judged one by one by hand."""

from pathlib import Path

import pytest

from sitegen.recognise import TokenKind, recognise
from tests.recognise.reading import written

SEEDS = Path(__file__).parents[2] / "seeds"

FIGURES = {
    "000_d7dad9e8aa4a4493.txt": [
        (1, "2024 = date 2024"),
        (3, "twice = 2"),
        (5, "2020 = date 2020"),
        (5, "Jan. 20 = date XXXX-01-20"),
        (5, "47 = 47"),
        (5, "74 million = 74000000"),
        (7, "43 = 43"),
        (7, "2024 = date 2024"),
        (9, "2024 = date 2024"),
        (13, "December 2016 = date 2016-12"),
        (13, "2016 = date 2016"),
        (13, "2015 = date 2015"),
        (13, "60,000 = 60000"),
    ],
    "001_c9114db5fbd8a4af.txt": [
        (5, "2024 = date 2024"),
        (7, "September 7 = date XXXX-09-07"),
        (19, "April 2018 = date 2018-04"),
        (21, "No. 1 = 1"),
        (21, "June = date XXXX-06"),
        (29, "July = date XXXX-07"),
        (33, "63 = 63"),
        (33, "21 = 21"),
        (33, "1996 = date 1996"),
        (37, "June 2018 = date 2018-06"),
        (37, "one = 1"),
    ],
    "002_11b894d00600b5bf.txt": [
        (1, "2020-11-04 = date 2020-11-04"),
        (1, "2020 = date 2020"),
        (1, "2024 = date 2024"),
        (3, "2020 = date 2020"),
        (5, "2020 = date 2020"),
        (5, "2024 = date 2024"),
        (5, "2024 = date 2024"),
        (13, "November 4, 2020 = date 2020-11-04"),
        (15, "November 4, 2020 = date 2020-11-04"),
        (17, "November 4, 2020 = date 2020-11-04"),
        (19, "2020 = date 2020"),
    ],
}
QUOTATIONS = {  # line: its quotations, by their first and last word
    "000_d7dad9e8aa4a4493.txt": [
        (5, "“tremendous”", "“tremendous”"),
        (5, "“Kanye", "President,”"),
        (7, "“is", "it,”"),
        (7, "“He", "know.”"),
        (9, "“The", "himself,”"),
        (9, "“That", "force.”"),
        (11, "“Friendship", "Trump”"),
        (11, "“may", "doors.”"),
        (13, "“final", "straw”"),
    ],
    "001_c9114db5fbd8a4af.txt": [
        (1, "‘Serious’", "‘Serious’"),
        (5, "“serious”", "“serious”"),
        (7, "“He", "times,”"),
        (7, "“I", "serious.”"),
        (11, "“He’s", "party,”"),
        (11, "“I’d", "president.”"),
        (17, "“I", "Trump,”"),
        (17, "“I", "too.”"),
        (31, "“I", "president,”"),
        (39, "“I’m", "conversations,”"),
    ],
    "002_11b894d00600b5bf.txt": [(5, '"WELP', '2024,"')],
}


@pytest.mark.parametrize("name", FIGURES)
def test_the_numbers_and_dates_of_an_article(name: str) -> None:
    tokens = recognise((SEEDS / name).read_text(encoding="utf-8").split("\n"))
    found = [(token.line, written(token)) for token in tokens if token.kind != "quotation"]
    assert found == FIGURES[name]


@pytest.mark.parametrize("name", QUOTATIONS)
def test_the_quotations_of_an_article(name: str) -> None:
    tokens = recognise((SEEDS / name).read_text(encoding="utf-8").split("\n"))
    passages = [token for token in tokens if token.kind is TokenKind.QUOTATION]
    found = [(token.line, token.text.split()[0], token.text.split()[-1]) for token in passages]
    assert found == QUOTATIONS[name]
