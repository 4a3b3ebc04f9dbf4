"""Style sheets that are joined: of which files, in which order, and what is left out of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import theme
from sitegen.diagnostics import Span
from sitegen.theme.assets import Asset, publish
from sitegen.theme.css import slim

BROUGHT = [sheet.origin for sheet in theme.load("default", {})[0].sheets]


def origins(files: dict[str, bytes]) -> list[str]:
    loaded, diagnostics = theme.load("ours", files)
    assert diagnostics == ()
    return [sheet.origin for sheet in loaded.sheets]


def style(loaded: theme.Theme) -> str:
    published, diagnostics = theme.publish_assets(loaded, {})
    assert diagnostics == ()
    return published.files[published.names["style.css"]].decode()


def test_the_sheets_of_the_theme_that_sitegen_brings_are_joined_in_the_order_of_their_names() -> (
    None
):
    assert BROUGHT[0] == "themes/default/styles/10-tokens.css"
    assert sorted(BROUGHT) == BROUGHT
    assert len(BROUGHT) > 10


def test_a_sheet_replaces_that_of_its_name_and_a_new_name_is_added_at_its_place() -> None:
    files = {
        "themes/ours/styles/40-verdicts.css": b".verdict{}",
        "themes/ours/styles/41-ours.css": b"p{}",
    }
    expected = list(BROUGHT)
    at = expected.index("themes/default/styles/40-verdicts.css")
    expected[at : at + 1] = list(files)
    assert origins(files) == expected


def test_a_whole_style_sheet_replaces_all_that_the_layers_below_would_join() -> None:
    files = {
        "themes/default/styles/50-evidence.css": b"i{}",
        "themes/ours/styles/10-tokens.css": b"b{}",
        "themes/ours/assets/style.css": b"a{}",
    }
    assert origins(files) == ["themes/ours/assets/style.css", "themes/ours/styles/10-tokens.css"]
    loaded, _ = theme.load("ours", files)
    assert style(loaded) == "a{}\nb{}"


def test_a_sheet_names_assets_from_the_folder_of_assets() -> None:
    files = {
        "themes/ours/styles/50-evidence.css": b"a{b:url(pictures/a.png)}",
        "themes/ours/assets/pictures/a.png": b"png",
    }
    loaded, _ = theme.load("ours", files)
    assert re.search(r'a\{b:url\("pictures/a\.[0-9a-f]{10}\.png"\)\}', style(loaded))


def test_what_is_wrong_in_a_sheet_is_told_at_its_own_line() -> None:
    loaded, _ = theme.load("ours", {"themes/ours/styles/99-end.css": b"p{}\na{b:url(x.png)}"})
    _, (found,) = theme.publish_assets(loaded, {})
    assert (found.code, found.span) == (
        "broken-link",
        Span("themes/ours/styles/99-end.css", 2, 9, 2, 14),
    )


@pytest.mark.parametrize(
    ("css", "message", "line"),
    [
        ("p{}\n/* and on", "this comment has no end", 2),
        ("p{}\na {\n  b: c;\n", "this block has no end", 2),
        ("p{}\n}\na{}", "this brace closes nothing", 2),
    ],
)
def test_a_sheet_may_not_run_on_into_the_next(css: str, message: str, line: int) -> None:
    loaded, _ = theme.load("ours", {"themes/ours/styles/41-ours.css": css.encode()})
    _, (found,) = theme.publish_assets(loaded, {})
    assert (found.code, message in found.message) == ("template-error", True)
    assert found.span
    assert (found.span.path, found.span.line) == ("themes/ours/styles/41-ours.css", line)


SLIM = (
    ("/* what */\n\na {\n  b: c;\n\n  d: e;\n}\n", "a {\nb: c;\nd: e;\n}\n"),
    ("a/**/b{}", "a/**/b{}"),
    ("a { /* why */\n  b: c }", "a { /* why */\nb: c }"),
    ('a::after { content: "/* x */\\\n  y" }', 'a::after { content: "/* x */\\\n  y" }'),
    ("/* one */ /* two */\na{}", "/* one */ /* two */\na{}"),
    ("\n  /* one\n     two */\n  a{}", "a{}"),
    ("/* never closed", "/* never closed"),
)


@pytest.mark.parametrize(("css", "expected"), SLIM)
def test_indentation_blank_lines_and_comments_that_stand_alone_are_left_out(
    css: str, expected: str
) -> None:
    assert slim(css) == expected


PIECES = st.lists(
    st.sampled_from(
        ["a", " ", "\n", "\n  ", "/* c */", '"s  /*"', "'t\\\n  '", "{", "}", ":hover", ";", "/"]
    )
)


@given(PIECES)
def test_what_is_left_has_the_same_tokens(pieces: list[str]) -> None:
    css = "".join(pieces)

    def tokens(text: str) -> str:
        """Without comments, and with one space for any white space; none at either end."""
        parts = re.findall(r"""/\*.*?(?:\*/|$)|"[^"\n]*"?|'(?:[^'\\\n]|\\.)*'?|\s+|.""", text, re.S)
        kept = [" " if part.isspace() else part for part in parts if part[:2] != "/*"]
        return " ".join("".join(kept).split())

    assert tokens(slim(css)) == tokens(css)


def test_a_byte_order_mark_does_not_stand_amid_the_joined_sheets() -> None:
    published, _ = publish({}, [Asset("x", b"a{}"), Asset("y", b"\xef\xbb\xbfb{}")])
    assert published.files[published.names["style.css"]] == b"a{}\nb{}"
