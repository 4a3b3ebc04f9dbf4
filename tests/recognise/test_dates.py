"""Which words of an article are dates, and the EDTF text that they support."""

import pytest

from sitegen import edtf
from sitegen.recognise import recognise
from tests.recognise.reading import figures

DATES = [
    # days
    ("on January 20", ["January 20 = date XXXX-01-20"]),
    ("hours of Jan. 20. While", ["Jan. 20 = date XXXX-01-20"]),
    ("his September 7 podcast", ["September 7 = date XXXX-09-07"]),
    ("7 September 2018", ["7 September 2018 = date 2018-09-07"]),
    ("November 4, 2020", ["November 4, 2020 = date 2020-11-04"]),
    ("Nov. 4th, 2020", ["Nov. 4th, 2020 = date 2020-11-04"]),
    ("Sept 1 2020", ["Sept 1 2020 = date 2020-09-01"]),
    ("the 4th of July, 1863", ["4th of July, 1863 = date 1863-07-04"]),
    ("the twenty-first of May", ["twenty-first of May = date XXXX-05-21"]),
    ("February first", ["February first = date XXXX-02-01"]),
    ("November the 4th", ["November the 4th = date XXXX-11-04"]),
    ("the 3d of April", ["3d of April = date XXXX-04-03"]),
    ("NOVEMBER 4, 2020", ["NOVEMBER 4, 2020 = date 2020-11-04"]),
    ("on November 4, 2020 people voted", ["November 4, 2020 = date 2020-11-04"]),
    # digits
    ("date 2020-11-04 With", ["2020-11-04 = date 2020-11-04"]),
    ("2020-11-04T12:00:00Z", ["2020-11-04T12:00:00Z = date 2020-11-04"]),
    ("13/04/2020", ["13/04/2020 = date 2020-04-13"]),
    ("04/13/2020", ["04/13/2020 = date 2020-04-13"]),
    ("11/04/2020", ["11/04/2020 = date 2020"]),
    ("4.11.2020", ["4.11.2020 = date 2020-11-04"]),
    ("2018-04", ["2018-04 = date 2018-04"]),
    # ranges
    ("January 20–22, 2021", ["January 20 = date 2021-01-20", "22, 2021 = date 2021-01-22"]),
    ("20–22 January 2021", ["20 = date 2021-01-20", "22 January 2021 = date 2021-01-22"]),
    ("March to May 2018", ["March = date 2018-03", "May 2018 = date 2018-05"]),
    ("Nov. 3 to Dec. 5, 2020", ["Nov. 3 = date 2020-11-03", "Dec. 5, 2020 = date 2020-12-05"]),
    ("November to January 2018", ["November = date XXXX-11", "January 2018 = date 2018-01"]),
    ("2018–19", ["2018 = date 2018", "19 = date 2019"]),
    ("1861-5", ["1861 = date 1861", "5 = date 1865"]),
    ("1999/00", ["1999 = date 1999", "00 = date 2000"]),
    ("1914-1918", ["1914 = date 1914", "1918 = date 1918"]),
    # months
    ("In April 2018", ["April 2018 = date 2018-04"]),
    ("_Published, November, 1917_", ["November, 1917 = date 1917-11"]),
    ("chart in June.", ["June = date XXXX-06"]),
    ("In July, Kim", ["July = date XXXX-07"]),
    ("since last May", ["May = date XXXX-05"]),
    ("In June 20 people died", ["June = date XXXX-06", "20 = 20"]),
    ("in mid-November", ["mid-November = date XXXX-11"]),
    ("February 30", ["February = date XXXX-02", "30 = 30"]),
    ("June ’68", ["June ’68 = date XXXX-06"]),
    # seasons
    ("the summer of 2020", ["summer of 2020 = date 2020-22"]),
    ("Fall 2019", ["Fall 2019 = date 2019-23"]),
    # years
    ("the 2020 election", ["2020 = date 2020"]),
    ("offense in 1996.", ["1996 = date 1996"]),
    ("WELP KANYE 2024,", ["2024 = date 2024"]),
    ("mid-2018", ["mid-2018 = date 2018"]),
    ("In 2016 people voted", ["2016 = date 2016"]),
    ("nineteen sixty-four", ["nineteen sixty-four = date 1964"]),
    ("the class of ’99", ["’99 = date -"]),
    ("AD 79 and 44 BC", ["AD 79 = date 0079", "44 BC = date -"]),
    # decades and centuries
    ("the 1990s, the ’90s, the nineties", [
        "1990s = date 199X", "’90s = date -", "nineties = date -",
    ]),
    ("the 1990's", ["1990's = date 199X"]),
    ("the 1800s", ["1800s = date 18XX"]),
    ("the 18th and 19th centuries", ["18th = date 17XX", "19th centuries = date 18XX"]),
    ("a nineteenth-century house", ["nineteenth-century = date 18XX"]),
    # four digits that are no year
    ("1500 people", ["1500 = 1500"]),
    ("more than 1500", ["1500 = 1500"]),
    ("over 1200 rebels", ["1200 = 1200"]),
    ("$2000", ["$2000 = 2000"]),
    ("2000%", ["2000% = 2000"]),
    ("500–1500", ["500 = 500", "1500 = 1500"]),
    ("1500–2000 men", ["1500 = 1500", "2000 = 2000"]),
    ("No. 1984", ["No. 1984 = 1984"]),
    ("the year 2525", ["2525 = 2525"]),
    ("in room 1812", []),
]  # fmt: skip

NONE = [
    ("on Tuesday, today, the next few days", "they name no date without another"),
    ("May he speak? March on!", "verbs"),
    ("Mark May spoke, June Carter sang", "names"),
    ("he may march in", "small letters"),
    ("from April Smith", "a name after a weak word"),
    ("the March on Washington", "a procession"),
    ("an august body", "an adjective"),
    ("Jan spoke", "a name"),
    ("last summer, early this fall", "seasons without a year"),
    ("2024-13-45", "no day of any calendar"),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text for text, _ in DATES])
def test_a_date_has_its_extent_and_what_it_supports(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(("text", "reason"), NONE, ids=[text for text, _ in NONE])
def test_what_looks_like_a_date_and_is_none(text: str, reason: str) -> None:
    assert figures(text) == [], reason


@pytest.mark.parametrize("text", [text for text, _ in DATES])
def test_what_a_date_supports_is_a_date_that_an_editor_may_write(text: str) -> None:
    dates = [token.date for token in recognise([text]) if token.date is not None]
    assert [date for date in dates if isinstance(edtf.parse(date), str)] == []
