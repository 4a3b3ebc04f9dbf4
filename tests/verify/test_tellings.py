"""What a paragraph tells is looked up by bisection, and comes out as if all of it were searched."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.recognise import Reading
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.names import Roster
from sitegen.verify.speakers.tellings import Quoted, Telling, by_paragraph

PARTS = st.sampled_from(["“", "”", "‘", "’", '"', " it holds", ", ", " Ann Lee", ". ", "\n\n"])
TEXTS = st.lists(PARTS, max_size=30).map("".join)
OFFSETS = st.tuples(st.integers(0, 80), st.integers(0, 80)).map(sorted)


def _tellings(text: str) -> list[Telling]:
    reading = Reading(text.split("\n"))
    quoted = by_paragraph(reading)
    roster = Roster({"ann": ["Ann Lee"]}, ENGLISH)
    return [
        Telling(index, paragraph, tuple(quoted.get(index, ())), roster, ENGLISH)
        for index, paragraph in enumerate(reading.paragraphs)
    ]


def _touches(part: Quoted, start: int, end: int) -> bool:
    return part.start < end and start < part.end


@given(TEXTS, OFFSETS)
def test_the_quotations_that_touch_some_words(text: str, offsets: list[int]) -> None:
    start, end = offsets
    if start == end:
        return
    for telling in _tellings(text):
        expected = [part for part in telling.quoted if _touches(part, start, end)]
        assert list(telling.touching(start, end)) == expected
        spans = [(part.start, part.end) for part in telling.outer_between(start, end)]
        assert spans == [span for span in telling.outer if span[0] < end and start < span[1]]


@given(TEXTS)
def test_a_quotation_is_found_by_the_whole_of_it(text: str) -> None:
    for telling in _tellings(text):
        for part in telling.quoted:
            found = telling.part_of(part.token)
            assert found is not None
            assert found.token == part.token


@given(TEXTS)
def test_a_name_that_is_called_stands_in_the_quotation(text: str) -> None:
    for telling in _tellings(text):
        for part in telling.quoted:
            for name in telling.called_in(part):
                assert part.start < name.start < name.end <= part.end


def test_a_name_is_called_in_its_own_quotation_alone() -> None:
    (telling,) = _tellings("“I cried: ‘Come, Ann Lee!’ all day,” he said. “Yes, Ann Lee, I came.”")
    called = [
        [telling.paragraph.text[n.start : n.end] for n in telling.called_in(part)]
        for part in telling.quoted
    ]
    assert called == [[], ["Ann Lee"], ["Ann Lee"]]


@given(TEXTS)
def test_no_two_quotations_begin_at_one_mark(text: str) -> None:
    tokens = Reading(text.split("\n")).quotations
    assert len({(token.line, token.start) for token in tokens}) == len(tokens)
    for telling in _tellings(text):
        assert [telling.part_of(part.token) for part in telling.quoted] == list(telling.quoted)
