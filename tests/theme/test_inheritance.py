"""A theme over its parents: whose file is used, whose is named outright, and what goes wrong."""

import pytest

from sitegen import theme
from sitegen.diagnostics import Diagnostic, Span

PARENT = {
    "themes/house/fact.html": b"the house's",
    "themes/house/topic.html": b"the house's topic",
    "themes/house/assets/house.png": b"png",
}
CHILD = {"themes/ours/theme.yaml": b"extends: house\n"}


def loaded(files: dict[str, bytes], name: str = "ours") -> theme.Theme:
    found, diagnostics = theme.load(name, files)
    assert diagnostics == ()
    return found


def refused(text: str, **more: bytes) -> Diagnostic:
    _, (found,) = theme.load("ours", {"themes/ours/theme.yaml": text.encode(), **more})
    return found


def test_what_a_theme_lacks_comes_from_its_parent_and_then_from_the_default() -> None:
    ours = loaded({**PARENT, **CHILD, "themes/ours/fact.html": b"ours"})
    assert ours.page("fact.html", None) == "ours"
    assert ours.paths["topic.html"] == "themes/house/topic.html"
    assert ours.paths["page.html"] == "themes/default/page.html"
    assert "house.png" in ours.assets


def test_without_extends_a_theme_lies_over_the_default_alone() -> None:
    ours = loaded({**PARENT, "themes/ours/README.md": b"About."})
    assert ours.paths["fact.html"] == "themes/default/fact.html"


def test_a_chain_may_have_several_themes_and_one_that_sitegen_brings() -> None:
    files = {
        **PARENT,
        **CHILD,
        "themes/house/theme.yaml": b"extends: dossier",
        "themes/house/styles/31-rail.css": b".rail{}",
    }
    origins = [sheet.origin for sheet in loaded(files).sheets]
    assert "themes/dossier/styles/11-dossier-tokens.css" in origins
    assert "themes/house/styles/31-rail.css" in origins
    assert "themes/dossier/styles/31-rail.css" not in origins


def test_a_parent_s_template_is_named_outright() -> None:
    files = {
        **PARENT,
        **CHILD,
        "themes/ours/fact.html": b'ours over {% include "house/fact.html" %}',
        "themes/ours/topic.html": b'{% include "house/quotes.html" %}',
    }
    ours = loaded(files)
    assert ours.page("fact.html", None) == "ours over the house's"
    assert ours.paths["house/quotes.html"] == "themes/default/quotes.html"


def test_a_project_may_lay_files_over_a_theme_that_sitegen_brings() -> None:
    dossier = loaded({"themes/dossier/styles/99-ours.css": b"p{}"}, "dossier")
    origins = [sheet.origin for sheet in dossier.sheets]
    assert "themes/dossier/styles/31-rail.css" in origins
    assert origins[-1] == "themes/dossier/styles/99-ours.css"


def test_a_parent_s_breach_is_found_too() -> None:
    _, diagnostics = theme.load(
        "ours", {**CHILD, "themes/house/fact.html": b"{{ page.fact|attr('x') }}"}
    )
    assert {found.code for found in diagnostics} == {"template-error"}
    assert {found.span.path for found in diagnostics if found.span} == {"themes/house/fact.html"}


def test_a_parent_that_is_not_there_is_answered_with_the_nearest() -> None:
    found = refused("title: Ours\nextends: dosier")
    assert (found.code, found.span) == (
        "missing-file",
        Span("themes/ours/theme.yaml", 2, 10, 2, 16),
    )
    assert found.hints == ("did you mean “dossier”?",)
    assert "default, dossier, ours" in refused("extends: zzzzzz").hints[0]


@pytest.mark.parametrize(
    ("name", "files", "place"),
    [
        ("ours", {"themes/ours/theme.yaml": b"extends: ours"}, "themes/ours/theme.yaml"),
        (
            "ours",
            {**CHILD, "themes/house/theme.yaml": b"extends: ours"},
            "themes/house/theme.yaml",
        ),
        (
            "default",
            {"themes/default/theme.yaml": b"extends: dossier"},
            "themes/default/theme.yaml",
        ),
    ],
)
def test_a_chain_that_never_ends_is_refused_where_it_turns(
    name: str, files: dict[str, bytes], place: str
) -> None:
    _, (found,) = theme.load(name, files)
    assert found.code == "wrong-type"
    assert found.span
    assert (found.span.path, found.hints != ()) == (place, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("extend: dossier", "unknown-field"),
        ("extends: [dossier]", "wrong-type"),
        ("settings: {shade: {kind: colour}}", "missing-field"),
        ("settings: {shade: {kind: color, description: It.}}", "wrong-type"),
        ("settings: {shade: {kind: choice, description: It.}}", "missing-field"),
        ("settings: {shade: {kind: colour, description: It., default: red}}", "wrong-type"),
        ("settings: {shade: {kind: text, description: It., choices: [a]}}", "unknown-field"),
        ("settings: {shade: {kind: flag, description: It., property: shade}}", "unknown-field"),
        ("title: a\ntitle: b", "duplicate-key"),
        ("title: *a", "forbidden-yaml"),
    ],
)
def test_a_description_is_read_strictly(text: str, code: str) -> None:
    assert refused(text).code == code


def test_a_description_that_is_not_utf8_is_refused() -> None:
    _, (found,) = theme.load("ours", {"themes/ours/theme.yaml": b"title: a\n# \xff"})
    assert (found.code, found.span) == (
        "bad-encoding",
        Span("themes/ours/theme.yaml", 2, 1, 2, 1),
    )


def test_too_many_themes_over_each_other_are_refused() -> None:
    files = {f"themes/t{n}/theme.yaml": f"extends: t{n + 1}".encode() for n in range(12)}
    _, diagnostics = theme.load("t0", files)
    assert [found.code for found in diagnostics] == ["wrong-type"]
