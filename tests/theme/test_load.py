"""Which files make a theme, and what is said when there is something wrong with them."""

from sitegen import theme
from sitegen.diagnostics import Span

SETTING = Span("content/site.yaml", 3, 8, 3, 15)


def test_the_theme_that_sitegen_brings_keeps_its_own_rules() -> None:
    loaded, diagnostics = theme.load("default", {})
    assert diagnostics == ()
    assert "fact.html" in loaded.closures
    assert (loaded.stylesheets, loaded.icon) == (("style.css",), "icon.svg")


def test_a_theme_of_the_project_lies_over_the_one_that_sitegen_brings() -> None:
    files = {
        "themes/ours/fact.html": b"ours",
        "themes/ours/assets/style.css": b"p{}",
        "themes/ours/assets/more.css": b"q{}",
        "themes/ours/README.md": b"About this theme.",
        "themes/theirs/fact.html": b"theirs {% if %}",
    }
    loaded, diagnostics = theme.load("ours", files)
    assert diagnostics == ()
    assert loaded.name == "ours"
    assert loaded.page("fact.html", None) == "ours"
    assert loaded.paths["fact.html"] == "themes/ours/fact.html"
    assert loaded.paths["base.html"] == "themes/default/base.html"
    assert [sheet.origin for sheet in loaded.sheets] == ["themes/ours/assets/style.css"]
    assert loaded.stylesheets == ("style.css", "more.css")


def test_a_project_may_override_the_default_theme_under_its_own_name() -> None:
    loaded, diagnostics = theme.load("default", {"themes/default/404.html": b"gone"})
    assert diagnostics == ()
    assert loaded.page("404.html", None) == "gone"


def test_an_overridden_template_can_still_be_named() -> None:
    files = {
        "themes/ours/base.html": b"<main>{% block content %}{% endblock %}</main>",
        "themes/ours/list.html": b'{% extends "default/list.html" %}',
    }
    loaded, diagnostics = theme.load("ours", files)
    assert diagnostics == ()
    assert loaded.closures["list.html"] != loaded.closures["default/list.html"]
    assert loaded.paths["default/list.html"] == "themes/default/list.html"


def test_a_theme_that_is_not_there_is_answered_with_the_nearest() -> None:
    loaded, (found,) = theme.load(
        "defualt", {"themes/ours/fact.html": b""}, places=lambda *_: SETTING
    )
    assert (found.code, found.span) == ("missing-file", SETTING)
    assert found.hints == ("did you mean “default”?",)
    assert loaded.name == "default"


def test_files_that_no_page_would_use_are_errors() -> None:
    files = {
        "themes/ours/fact.htm": b"",
        "themes/ours/style.css": b"",
        "themes/ours/styles/10-tokens.scss": b"",
        "themes/ours/styles/deeper/10-tokens.css": b"",
        "themes/ours/default/fact.html": b"",
        "themes/ours/assets/anything.at.all": b"",
        "themes/ours/LICENSE": b"",
        "themes/ours/.DS_Store": b"",
        "themes/ours/assets/.style.css.swp": b"",
        "themes/ours/fact.html~": b"",
        "themes/ours/styles/#10-tokens.css#": b"",
        "themes/.DS_Store": b"",
        "themes/README.md": b"",
        "themes/fact.html": b"",
    }
    default, _ = theme.load("default", {})
    loaded, diagnostics = theme.load("ours", files)
    assert loaded.assets.keys() == {*default.assets, "anything.at.all"}
    assert [(found.code, found.span.path) for found in diagnostics if found.span] == [
        ("stray-file", "themes/fact.html"),
        ("stray-file", "themes/ours/default/fact.html"),
        ("stray-file", "themes/ours/fact.htm"),
        ("stray-file", "themes/ours/style.css"),
        ("stray-file", "themes/ours/styles/10-tokens.scss"),
        ("stray-file", "themes/ours/styles/deeper/10-tokens.css"),
    ]


def test_a_template_that_is_not_utf8_is_refused_at_its_line() -> None:
    _, (found,) = theme.load("ours", {"themes/ours/fact.html": b"one\ntw\xff"})
    assert found.code == "bad-encoding"
    assert found.span == Span("themes/ours/fact.html", 2, 1, 2, 1)


def test_a_byte_order_mark_does_not_reach_the_page() -> None:
    loaded, _ = theme.load("ours", {"themes/ours/fact.html": b"\xef\xbb\xbfone"})
    assert loaded.page("fact.html", None) == "one"


def test_a_closure_changes_with_what_a_template_draws_on_and_with_nothing_else() -> None:
    before, _ = theme.load("ours", {"themes/ours/macros.html": b"{# one #}"})
    after, _ = theme.load("ours", {"themes/ours/macros.html": b"{# two #}"})
    changed = {name for name in before.closures if before.closures[name] != after.closures[name]}
    assert {"macros.html", "fact.html", "sources.html"} <= changed
    assert not changed & {"default/macros.html", "base.html", "404.html"}
