"""What the build finds, data/verify.py finds too; what it would not find is refused."""

import re
import runpy
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.anchor import ArticleText, Found, Moved, locate, locate_edited, split_lines
from sitegen.model import LineRange, Selector
from tests.anchor.test_edited import edited

SCRIPT = runpy.run_path(str(files("sitegen").joinpath("standalone", "verify.py")))
check, printed = SCRIPT["check"], SCRIPT["printed"]

WORDS = st.sampled_from(
    ["the", "not", "un\u00adlikely", "−5", "-5", "–5", "$5", "5 %", "5,000", "218–212", "Kanye’s",
     "U.S.", "cafe\u0301", "\u212b", "—", "--", "…", "...", "“Yes,”", "‘so’", "大学", "a\u200bb",
     "👩\u200d👧", "می\u200cخواهم", "to-", "(−5)", "½", "q\u0304", "ab\u00ad", "ʼtwas",
     "« Oui »", "»Ja«", "「はい」"]
)  # fmt: skip
GAPS = st.sampled_from([" ", " ", "\n", "\n", "  ", "\u00a0", "", "\n\n", "-\n", " -\n", "\n—"])
TYPING: dict[str, Callable[[str], str]] = {
    "NFC": lambda words: unicodedata.normalize("NFC", words),
    "one line": lambda words: " ".join(words.split()),
    "visible": lambda words: re.sub("[\u00ad\u200b]", "", words),
    "straight": lambda words: words.translate(str.maketrans("“”‘’", "\"\"''")),
    "ours": lambda words: words.replace("« ", "“").replace(" »", "”"),
    "dashes": lambda words: words.replace("—", "--").replace("–", "-"),
    "wrapped": lambda words: words.replace("-\n", "-"),
}


@st.composite
def looked_up(draw: st.DrawFn) -> tuple[ArticleText, Selector]:
    parts = draw(st.lists(st.tuples(WORDS, GAPS), min_size=2, max_size=12))
    text = ArticleText(split_lines("".join(word + gap for word, gap in parts)))
    first = draw(st.integers(0, len(parts) - 1))
    last = draw(st.integers(first + 1, len(parts)))
    cited = "".join(word + gap for word, gap in parts[first:last])
    for how in draw(st.sets(st.sampled_from(sorted(TYPING)))):
        cited = TYPING[how](cited)
    assume(cited.strip())
    start = draw(st.integers(1, len(text.lines)))
    return text, Selector(LineRange(start, draw(st.integers(start, len(text.lines)))), (cited,))


@given(looked_up())
def test_both_agree_on_what_is_found(case: tuple[ArticleText, Selector]) -> None:
    text, selector = case
    outcome = locate(text, selector)
    assume(isinstance(outcome, Found))
    assert isinstance(outcome, Found)
    check(citation(selector, outcome), list(text.lines))


@given(edited())
def test_both_agree_on_words_as_printed(made: tuple[str, str, list[str]]) -> None:
    article, quote, _ = made
    text = ArticleText(split_lines(article))
    selector = Selector(LineRange(1, len(text.lines)))
    found = locate_edited(text, selector, quote)
    assert isinstance(found.outcome, Found)
    assert found.edits
    quoted = replace(selector, exact=found.edits.quoted)
    check(citation(quoted, found.outcome), list(text.lines))
    assert printed(quote, list(found.edits.quoted))


@given(looked_up())
def test_what_has_moved_is_found_in_its_new_lines(case: tuple[ArticleText, Selector]) -> None:
    text, selector = case
    moved = locate(text, selector)
    assume(isinstance(moved, Moved))
    assert isinstance(moved, Moved)
    assert locate(text, Selector(moved.lines, selector.exact)) == Found(moved.tier, moved.anchors)


def citation(selector: Selector, found: Found) -> dict[str, object]:
    anchors = [anchor._asdict() for anchor in found.anchors]
    lines = f"{selector.lines.first}-{selector.lines.last}"
    return {"lines": lines, "exact": selector.exact, "tier": found.tier.value, "anchors": anchors}


LINES = ["we did not do it", "and - so", "a cost of −5 or -5", "the end"]
REFUSED = [
    # exact                   tier  anchors: line, start, end               why
    ("we did do it", "T1", [(1, 0, 6), (1, 11, 16)], "a word between is left out"),
    (["did it", "we"], "T1", [(1, 14, 16), (1, 0, 2)], "the pieces are out of order"),
    (["we", "we"], "T1", [(1, 0, 2), (1, 0, 2)], "a place is used twice"),
    ("we", "T1", [(1, 0, 2), (1, 3, 6)], "more is marked than quoted"),
    ("and-so", "T1", [(2, 0, 8)], "the spaces around a dash are the article's"),
    ("we the end", "T1", [(1, 0, 2), (4, 0, 7)], "lines between are left out"),
    ("of -5", "T2", [(3, 7, 12)], "a hyphen is no minus"),
    (None, "T0", [(1, 0, 2)], "no words"),
    ("we", "T9", [(1, 0, 2)], "no tier that it knows"),
    ("the end", "T1", [(5, 0, 7)], "a line that the text does not have"),
]


@pytest.mark.parametrize(
    ("exact", "tier", "places"), [row[:3] for row in REFUSED], ids=[row[3] for row in REFUSED]
)
def test_refused(
    exact: str | list[str] | None, tier: str, places: list[tuple[int, int, int]]
) -> None:
    anchors = [{"line": line, "start": start, "end": end} for line, start, end in places]
    said = {"lines": "1-9", "exact": exact, "tier": tier, "anchors": anchors}
    with pytest.raises(ValueError, match=r"."):
        check(said, LINES)
