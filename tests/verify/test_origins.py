"""What an article itself says of where it comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import edtf
from sitegen.edtf import Edtf, Support
from sitegen.recognise import Reading
from sitegen.verify.dates.stated_dates import in_paragraphs
from sitegen.verify.sources import may_state

# What dates are made of, and what makes another of them: in pairs and rows that prose may have.
PARTS = (
    *("2019", "1999", "2018", "1900", "2000", "1,999", "19", "44", "00", "0", "9", "4", "1.0"),
    *(
        "’19",
        "’68",
        "1990s",
        "’90s",
        "12/03/19",
        "11/13/2019",
        "4.11.2019",
        "2019-03-04",
        "1918-12",
    ),
    *("nineteen", "eighteen", "twenty", "ninety", "nine", "four", "ten", "and", "hundred"),
    *("3d", "March", "May", "summer", "early", "the", "of", "in", "AD", "BC", "B.C.", "century"),
)
JOINTS = (" ", "-", "–", ", ", "/", ". ", " ’", "")


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(JOINTS)), min_size=1, max_size=6))
def test_no_paragraph_with_the_date_is_passed_over(parts: list[tuple[str, str]]) -> None:
    reading = Reading(["".join(part + joint for part, joint in parts)])
    for stated in in_paragraphs("source", reading, range(len(reading.paragraphs))):
        year = edtf.parse(stated.date.text[:4])
        for published in (stated.date, year):
            if isinstance(published, Edtf) and (
                edtf.support(stated.date, published) is Support.STATED
            ):
                assert stated.stretch.paragraph in may_state(published, reading, [0])


@pytest.mark.parametrize("text", ["It was cold.", "On 4 March 2018, at 5.", "In eighteen ninety."])
def test_a_paragraph_without_the_year_is_passed_over(text: str) -> None:
    published = edtf.parse("1976-03-04")
    assert isinstance(published, Edtf)
    assert not may_state(published, Reading([text]), [0])
