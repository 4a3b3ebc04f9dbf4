"""Laws that hold for any input at all: no exception, places that exist, the same answer twice.

`python -m benchmarks.fuzz --minutes N` spends N minutes on them instead of a few seconds.
"""

import hashlib
import re
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import strategies as st

from sitegen import calculation, yamltree
from sitegen.anchor import ArticleText, Found, FoundEdited, locate, locate_edited, split_lines
from sitegen.build import check
from sitegen.diagnostics import CODES, Diagnostic, Edit, Span, ordered
from sitegen.markdown import Renderer, html, inline_html, parse, plain_text
from sitegen.model import Anchor, LineRange, Selector, Tier
from sitegen.recognise import recognise, sentences
from sitegen.report import Style, render_json, render_text
from sitegen.snapshot import Snapshot
from sitegen.urls import external
from tests.fuzz.laws import Law, law
from tests.fuzz.mutating import (
    BASE,
    CHANGES,
    DEMONSTRATION,
    SNIPPETS,
    Change,
    changed,
    laid_out,
    read,
)

PIECES = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=5)), max_size=25)
TEXTS = PIECES.map("".join)


def assert_sound(diagnostic: Diagnostic, lines: list[str] | None = None) -> None:
    """A known code, one line of words, and a place that its file has."""
    assert diagnostic.code in CODES
    assert diagnostic.message.strip()
    span = diagnostic.span
    if span is None:
        return
    assert 1 <= span.line <= span.end_line
    assert span.column >= 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    if lines is not None:
        assert span.end_line <= max(1, len(lines))
        assert span.column <= len(lines[span.line - 1]) + 1 if lines else span.column == 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1 if lines else True


def lines_of(content: bytes) -> list[str]:
    return list(yamltree.lines_of(content.decode(errors="replace")))


# the reader


@law(60, TEXTS)
def any_text_is_a_tree_or_is_refused_within_it(text: str) -> None:
    root, problems = yamltree.parse(text, "a.yaml")
    lines = list(yamltree.lines_of(text))
    for problem in problems:
        assert_sound(problem, lines)
    pending = [root] if root else []
    while pending:
        node = pending.pop()
        span = yamltree.span("a.yaml", node)
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        if isinstance(node, yamltree.Mapping):
            pending += [part for entry in node.entries.values() for part in entry]
        elif isinstance(node, yamltree.Sequence):
            pending += node.items


# the matcher

SMALL = st.text("ab.,-— \n“”'’\u00ad\u200b\u0301é5−…", max_size=40)


def naive(raw: str, words: str) -> list[tuple[int, int]]:
    """Every place of the words as they are written, whole or not."""
    return [
        (m.start(), m.start() + len(words)) for m in re.finditer(f"(?={re.escape(words)})", raw)
    ]


def assert_in_lines(anchors: tuple[Anchor, ...], lines: tuple[str, ...]) -> None:
    for anchor in anchors:
        assert 1 <= anchor.line <= len(lines)
        assert 0 <= anchor.start < anchor.end <= len(lines[anchor.line - 1])


def compared(words: str) -> str:
    """What every tier leaves of words: their letters and digits, in one form."""
    import unicodedata

    kept = "".join(c for c in unicodedata.normalize("NFC", words) if c.isalnum())
    return unicodedata.normalize("NFC", kept)


@law(60, SMALL, SMALL, st.data())
def words_that_are_found_are_really_there(text: str, other: str, data: st.DataObject) -> None:
    lines = split_lines(text)
    if not lines:
        return
    if text and data.draw(st.booleans()):
        start = data.draw(st.integers(0, len(text) - 1))
        other = text[start : data.draw(st.integers(start + 1, len(text)))]
    if not other.strip():
        return
    article = ArticleText(lines)
    outcome = locate(article, Selector(LineRange(1, len(lines)), (other,)))
    if isinstance(outcome, Found):
        assert_in_lines(outcome.anchors, lines)
        there = " ".join(lines[a.line - 1][a.start : a.end] for a in outcome.anchors)
        assert compared(there) == compared(other)
        if outcome.tier is Tier.T0:
            assert naive("\n".join(lines), other.strip())
    elif len(naive(text, other)) > 1:
        return
    edited = locate_edited(article, Selector(LineRange(1, len(lines)), ()), other)
    if isinstance(edited.outcome, Found):
        assert isinstance(edited.edits, FoundEdited)
        assert_in_lines(edited.outcome.anchors, lines)


@law(60, TEXTS, st.lists(TEXTS, min_size=1, max_size=3))
def any_words_are_looked_for_in_any_text(text: str, pieces: list[str]) -> None:
    lines = split_lines(text)
    wanted = tuple(piece for piece in pieces if piece.strip())
    if not lines or not wanted:
        return
    article = ArticleText(lines)
    everywhere = LineRange(1, len(lines))
    outcome = locate(article, Selector(everywhere, wanted))
    if isinstance(outcome, Found):
        assert_in_lines(outcome.anchors, lines)
    locate_edited(article, Selector(everywhere, ()), wanted[0])


# the recogniser


@law(60, TEXTS)
def tokens_and_sentences_lie_in_their_lines_in_order(text: str) -> None:
    lines = split_lines(text)
    tokens = recognise(lines)
    places = [(token.line, token.start, token.end_line, token.end) for token in tokens]
    assert places == sorted(places)
    for line, start, end_line, end in places:
        assert 1 <= line <= end_line <= len(lines)
        assert (line, start) < (end_line, end)
        assert end <= len(lines[end_line - 1])
    figures = [p for p, token in zip(places, tokens, strict=True) if token.kind != "quotation"]
    assert all(earlier[2:] <= later[:2] for earlier, later in pairwise(figures))
    assert all(s.end_line <= len(lines) for s in sentences(lines))


# calculations

SUMS = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            "votes-1",
            "1",
            "2.5",
            "0",
            "9",
            "(",
            ")",
            "+",
            "-",
            "*",
            "/",
            ",",
            "sum(",
            "round(",
            "days(",
            ".",
            "^",
            "1e9",
            "",
        ]
    ),
    max_size=20,
).map(" ".join)


@law(60, st.one_of(SUMS, TEXTS))
def a_calculation_is_worked_out_or_says_why_not(text: str) -> None:
    read_as = calculation.parse(text)
    if isinstance(read_as, calculation.Fault):
        assert read_as.message
        assert 0 <= read_as.column <= len(text) + 1
        return
    from datetime import date
    from fractions import Fraction

    worth = calculation.evaluate(
        read_as, lambda name, dated: date(2018, 1, 31) if dated or name == "b" else Fraction(7, 3)
    )
    assert isinstance(worth, Fraction | date | calculation.Fault)


# Markdown

RENDERER = Renderer(
    lambda role: "<r>",
    lambda directive: "<d>",
    lambda link: external(link.href),
    lambda image: external(image.src),
)
_TAG = re.compile(r"<[^>]*>")
_HREF = re.compile(r'(?:href|src)="([^"]*)"')


@law(60, TEXTS)
def markdown_gives_safe_html(text: str) -> None:
    prose = parse(text)
    written = html(prose, RENDERER) + inline_html(prose, RENDERER)
    plain_text(prose, lambda role: role.target)
    for address in _HREF.findall(written):
        assert re.match(r"(?i)(?:https?|mailto):", address)
    for tag in _TAG.findall(written):
        assert re.match(
            r"</?(?:p|h[1-6]|ul|ol|li|blockquote|pre|code|em|strong|a|img|br|hr|r|d)\b", tag
        )


# the check as a whole

SOUND = read(BASE, ".")
SOUND["content/sources.yaml"] = SOUND["content/sources.yaml"].replace(
    b"@sha256(seeds/letter.txt)", hashlib.sha256(SOUND["seeds/letter.txt"]).hexdigest().encode()
)
SOUND["content/pages/a.md"] = (
    b"---\ntitle: A\n---\n\nSee {fact}`bridge-opened` and [Ada](people/ada.html).\n"
)
WHOLE = read(DEMONSTRATION, "content", "seeds")


def assert_checked(project: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        laid_out(project, folder)
        first, second = check(Snapshot(folder)), check(Snapshot(folder))
    assert first.diagnostics == second.diagnostics == ordered(first.diagnostics)
    read_lines = {path: lines_of(content) for path, content in project.items()}
    for diagnostic in first.diagnostics:
        assert_sound(diagnostic, read_lines.get(diagnostic.span.path) if diagnostic.span else None)
        for related in diagnostic.related:
            assert_placed(related.span, read_lines)
        for fix in diagnostic.fixes:
            assert isinstance(fix, Edit)
            assert_placed(fix.span, read_lines)
    assert render_json(first.diagnostics, first.summary)

    def line_of(path: str, number: int) -> str:
        lines = read_lines.get(path, [])
        return lines[number - 1] if 0 < number <= len(lines) else ""

    render_text(list(first.diagnostics), line_of, Style())


def assert_placed(span: Span, files: dict[str, list[str]]) -> None:
    lines = files.get(span.path)
    if lines:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


@law(40, CHANGES)
def a_small_project_that_is_changed_at_random_is_judged(changes: list[Change]) -> None:
    assert_checked(changed(SOUND, changes))


@law(2, CHANGES)
def the_demonstration_changed_at_random_is_judged(changes: list[Change]) -> None:
    assert_checked(changed(WHOLE, changes))


LAWS: dict[str, Law] = {
    each.holds.__name__: each
    for each in (
        any_text_is_a_tree_or_is_refused_within_it,
        words_that_are_found_are_really_there,
        any_words_are_looked_for_in_any_text,
        tokens_and_sentences_lie_in_their_lines_in_order,
        a_calculation_is_worked_out_or_says_why_not,
        markdown_gives_safe_html,
        a_small_project_that_is_changed_at_random_is_judged,
        the_demonstration_changed_at_random_is_judged,
    )
}


@pytest.mark.parametrize("name", LAWS)
def test_it_holds_for_any_input(name: str) -> None:
    LAWS[name].test()
