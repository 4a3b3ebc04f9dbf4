"""Selected words become a citation that the check finds, or one clear sentence."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.anchor import Found, locate
from sitegen.build import prepare
from sitegen.model import Article
from sitegen.preview.annotate.bodies import Point
from sitegen.preview.annotate.problems import ProblemError
from sitegen.preview.annotate.selecting import select
from sitegen.preview.annotate.sheet import PagedText
from sitegen.snapshot import Snapshot
from sitegen.yamltree import hidden
from tests.preview.annotate.making import DEMONSTRATION, Desk, project

LETTER = (
    "The harbour had 41 boats. The harbour had 12 men, and the harbour slept.\n"
    "\n"
    "“We have never missed a night,” said Ada Finch.\n"
    "“We don’t mean to\n"
    "begin now.”  A secret word stood there.\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    redact = "redact:\n      - exact: secret word\n        shown_as: '[gone]'\n"
    source = f"display: full\n    because: A test.\n    {redact}"
    return Desk(project(tmp_path_factory.mktemp("letter"), LETTER, source))


@pytest.mark.parametrize(
    ("start", "end", "lines", "exact"),
    [
        ("41 boats", None, "1", "41 boats"),
        ("1 boa", None, "1", "41 boats"),  # whole words and numbers
        (" had 41 boats. ", None, "1", "had 41 boats."),
        ("“We have never missed a night,”", None, "3", "We have never missed a night,"),
        ("“We don’t", "begin now.”", "4-5", "We don’t mean to begin now."),
        ("don’t mean", "now", "4-5", "don’t mean to begin now"),
        ("said Ada Finch.", "“We don’t", "3-4", "said Ada Finch. “We don’t"),
    ],
)
def test_the_words_are_whole_and_without_what_surrounds_them(
    desk: Desk, start: str, end: str | None, lines: str, exact: str
) -> None:
    answer = desk.select(start, end)

    assert answer["ok"], answer
    assert answer["citation"] == {"source": "letter", "lines": lines, "exact": exact}
    assert answer["found"] is True


def test_an_end_before_the_first_letter_of_a_line_does_not_cite_that_line(desk: Desk) -> None:
    answer = desk.points("letter", (1, 0), (3, 0))

    assert answer["citation"]["lines"] == "1"


def test_a_selection_from_the_end_of_a_line_begins_on_the_next(desk: Desk) -> None:
    answer = desk.points("letter", (1, len(LETTER.split("\n", maxsplit=1)[0])), (3, 9))

    assert answer["citation"] == {"source": "letter", "lines": "3", "exact": "We have"}


def test_a_selection_may_be_made_backwards(desk: Desk) -> None:
    assert desk.points("letter", (3, 9), (3, 1))["citation"]["exact"] == "We have"


@pytest.mark.parametrize(
    ("column", "more"),
    [(0, {"suffix": "had 41"}), (26, {"prefix": "boats."}), (58, {"prefix": "the"})],
)
def test_words_that_stand_twice_are_told_apart_by_those_beside_them(
    desk: Desk, column: int, more: dict[str, str]
) -> None:
    start = LETTER.index("harbour", column)

    citation = desk.points("letter", (1, start), (1, start + len("harbour")))["citation"]

    assert citation["exact"] == "harbour"
    assert {"prefix", "suffix", "occurrence"} & citation.keys()
    assert citation.get("occurrence") is None


def test_words_that_nothing_tells_apart_are_numbered(tmp_path: Path) -> None:
    desk = Desk(project(tmp_path, f"{'so ' * 30}so\n"))

    citation = desk.points("letter", (1, 45), (1, 47))["citation"]

    assert citation == {"source": "letter", "lines": "1", "exact": "so", "occurrence": 16}


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        ((1, 25), (1, 26), "no words are selected"),
        ((2, 0), (2, 0), "no words are selected"),
        ((1, 3), (1, 3), "no words are selected"),
        ((5, 20), (5, 24), "redacted"),
        ((5, 12), (5, 22), "redacted"),
        ((9, 0), (9, 1), "no such line"),
        ((0, 0), (1, 1), "no such line"),
    ],
)
def test_what_cannot_be_cited_is_refused_with_the_reason(
    desk: Desk, start: tuple[int, int], end: tuple[int, int], problem: str
) -> None:
    answer = desk.points("letter", start, end)

    assert answer["ok"] is False
    assert problem in answer["problem"]


def test_words_behind_a_redaction_are_found_in_the_stored_text(desk: Desk) -> None:
    assert "[gone]" in desk.lines()[4]

    answer = desk.select("stood there")

    assert answer["citation"] == {"source": "letter", "lines": "5", "exact": "stood there"}


def test_a_long_selection_is_refused_kindly(tmp_path: Path) -> None:
    desk = Desk(project(tmp_path, "A line of words.\n" * 60))

    answer = desk.points("letter", (1, 0), (40, 4))

    assert answer["ok"] is False
    assert "at most 20 lines" in answer["problem"]
    assert answer["hint"]


def test_the_facts_that_rest_on_the_words_are_told(tmp_path: Path) -> None:
    facts = (
        "source: letter\nfacts:\n  boats:\n    kind: claim\n    claim: It had boats.\n"
        "    cite:\n      lines: 1\n      exact: had 41 boats\n"
    )
    desk = Desk(project(tmp_path, LETTER, facts=facts))

    assert [fact["id"] for fact in desk.select("boats. The")["facts"]] == ["boats"]
    assert desk.select("slept")["facts"] == []


PAGE_LINE = re.compile(r'id="L(\d+)".*?<p class="line-text">(.*?)</p>', re.DOTALL)


def test_lines_are_those_that_the_page_shows(tmp_path: Path) -> None:
    facts = (
        "source: letter\nfacts:\n  boats:\n    kind: claim\n    claim: The men were there.\n"
        "    cite:\n      lines: 1\n      exact: The harbour had 12 men\n"
    )
    text = (
        "One is here. Two is here. Three is here. " + LETTER + "\n\nFar away. And on.\n\nIt ends.\n"
    )
    desk = Desk(project(tmp_path, text, "display: excerpt\n", facts=facts))
    site = prepare(Snapshot(tmp_path)).site
    assert site is not None
    page = site.file("sources/letter.html")
    assert isinstance(page, bytes)

    shown = {
        int(number): unescape(re.sub("<[^>]+>", "", html))
        for number, html in PAGE_LINE.findall(page.decode())
    }

    lines = desk.lines()
    assert {number: lines[number - 1] for number in shown} == shown
    assert shown[1].startswith("[…] The harbour had 41 boats.")
    assert desk.select("12 men")["citation"]["exact"] == "12 men"
    assert "not shown" in desk.points("letter", (1, 1), (1, 8))["problem"]
    assert "not shown" in desk.points("letter", (8, 0), (8, 3))["problem"]


SHEET = Desk(DEMONSTRATION)
PLACES = [
    (source, number, len(line))
    for source in SHEET.known.checked.checked.factsheet.sources  # type: ignore[union-attr]  # it was just read
    for number, line in enumerate(SHEET.lines(source), start=1)
]


@st.composite
def selections(draw: st.DrawFn) -> tuple[str, tuple[int, int], tuple[int, int]]:
    source, number, length = draw(st.sampled_from(PLACES))
    last, longest = number, length
    if draw(st.booleans()):
        after = [n for s, n, _ in PLACES if s == source and number <= n <= number + 4]
        last = draw(st.sampled_from(after))
        longest = next(size for s, n, size in PLACES if (s, n) == (source, last))
    start = draw(st.integers(0, length + 1))
    return source, (number, start), (last, draw(st.integers(0, longest + 1)))


@given(selections())
@settings(max_examples=120, deadline=None)
def test_any_selection_gives_a_citation_that_is_found_or_a_reason(
    selection: tuple[str, tuple[int, int], tuple[int, int]],
) -> None:
    answer = SHEET.points(*selection)

    if answer["ok"]:
        assert answer["yaml"].startswith("cite:\n")
        assert answer["suggestions"]["kind"] in answer["suggestions"]["kinds"]
        for word in ("moonlighttsouls", "Positions", "Barbara", "homes4ubarbara"):
            assert word not in str(answer)
    else:
        assert answer["problem"]


NASTY = st.lists(
    st.sampled_from(
        [
            *("a", "be", "no", " ", "  ", "\u00a0", "\u00ad", "\u200b", "\u200d", "e\u0301", "5"),
            *("5,000", "%", "$", "-", "–", "—", "…", "...", "“", "”", "‘", "’", '"', "'", "«", "»"),
            *(
                "\U0001f600",
                "\U0001f469\u200d\U0001f680",
                "日本",
                "ab-",
                "\t",
                "\x01",
                "\ufeff",
                ".",
            ),
        ]
    ),
    max_size=12,
).map("".join)


@given(st.lists(NASTY, min_size=1, max_size=4), st.data())
@settings(max_examples=200, deadline=None)
def test_words_of_any_text_are_found_where_they_were_selected(
    lines: list[str], data: st.DataObject
) -> None:
    like = SHEET._current().text("inquisitr-2018")
    article = Article("seeds/x.txt", "", tuple(lines))
    of = PagedText(like.source, article, like.sheet)
    first = data.draw(st.integers(1, len(lines)))
    last = data.draw(st.integers(first, len(lines)))
    start = Point(line=first, column=data.draw(st.integers(0, len(lines[first - 1]))))
    end = Point(line=last, column=data.draw(st.integers(0, len(lines[last - 1]))))
    try:
        selected = select(of, start, end)
    except ProblemError as problem:
        assert problem.problem  # noqa: PT017 - a refusal is as good as a citation here
        return
    found = locate(of.text, selected.selector)
    assert isinstance(found, Found)
    assert found.anchors == selected.anchors
    assert not any(map(list, map(hidden, selected.selector.exact)))
