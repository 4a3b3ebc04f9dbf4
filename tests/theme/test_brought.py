"""What is kept of the templates that sitegen brings is what reading them anew would give."""

import sys
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from sitegen import theme
from sitegen.theme import Templates, packaged, rules
from sitegen.theme import brought as module
from sitegen.theme.brought import brought
from sitegen.theme.environment import environment
from sitegen.theme.layers import Source

OURS = {
    path: Source(f"themes/default/{path}", content.decode())
    for path, content in packaged.theme().items()
    if path.endswith(".html")
}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the code is kept: Python's own cache, in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    module._brought.cache_clear()
    yield Path(cache_from_source(str(module._FILE)))
    module._brought.cache_clear()


def test_each_is_as_it_would_be_read(kept: Path) -> None:
    made = environment(OURS)
    found = brought(OURS)
    assert set(found) == set(OURS)
    for name, template in found.items():
        tree = rules.parse(made, OURS[name].text)
        assert not isinstance(tree, rules.Breach)
        assert template.references == rules.references(tree)
        assert template.macros == rules.macros(tree)
        assert template.code == made.compile(OURS[name].text, name, OURS[name].origin)


def test_what_was_kept_is_not_compiled_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = brought(OURS)
    assert kept.is_file()
    module._brought.cache_clear()
    monkeypatch.setattr(module, "_compiled", lambda _: ())
    assert brought(OURS) == first


RUBBISH = {
    "nothing": lambda _: b"",
    "half": lambda code: code[: len(code) // 2],
    "the head alone": lambda code: code[:16],
    "one byte less": lambda code: code[:-1],
    "another head": lambda code: b"\0" * 16 + code[16:],
    "no code": lambda code: code[:16] + b"N",
    "one byte in a template": lambda code: code[:9000] + bytes([code[9000] ^ 1]) + code[9001:],
    "text": lambda _: b"rubbish" * 1000,
}


@pytest.mark.parametrize("spoil", RUBBISH.values(), ids=RUBBISH.keys())
def test_rubbish_in_its_place_changes_nothing(spoil, kept: Path) -> None:  # type: ignore[no-untyped-def]  # one of those above
    first = brought(OURS)
    kept.write_bytes(spoil(kept.read_bytes()))
    module._brought.cache_clear()
    assert brought(OURS) == first


def test_where_nothing_can_be_kept_all_is_compiled(kept: Path) -> None:
    kept.parent.parent.mkdir(parents=True)
    kept.parent.write_text("a file where the folder should be")
    assert set(brought(OURS)) == set(OURS)


def test_another_text_is_never_taken_for_the_one_that_was_kept(kept: Path) -> None:
    brought(OURS)
    changed = {**OURS, "404.html": OURS["404.html"]._replace(text="<p>gone</p>")}
    assert brought(changed)["404.html"].text == "<p>gone</p>"
    assert brought(changed)["404.html"].references == ()


@pytest.mark.parametrize(
    "text", ["{{ a.__class__ }}", "{% if %}", "{% block a %}{% endblock %}" * 2]
)
def test_a_breach_is_left_to_the_check(text: str, kept: Path) -> None:
    broken = {**OURS, "404.html": OURS["404.html"]._replace(text=text)}
    assert brought(broken) == {}


def test_a_project_s_macros_are_checked_against_our_templates() -> None:
    files = {"themes/ours/macros.html": b"{% macro link(to) %}{{ to.text }}{% endmacro %}"}
    _, diagnostics = theme.load("ours", files)
    assert "“macros.html” has no macro “evidence”" in {each.message for each in diagnostics}
    assert {each.span.path for each in diagnostics if each.span} >= {"themes/default/fact.html"}


def test_a_project_s_template_of_the_same_text_is_ours_too() -> None:
    own = {"themes/ours/404.html": OURS["404.html"].text.encode()}
    loaded, diagnostics = theme.load("ours", own)
    default, _ = theme.load("default", {})
    assert diagnostics == ()
    assert loaded.closures["404.html"] == default.closures["404.html"]


def test_below_a_theme_s_own_name_our_templates_are_ours_too() -> None:
    """A theme without templates shows everything by ours, once more under its name."""
    loaded, _ = theme.load("dossier", {})
    texts = {name: OURS[name.rpartition("/")[2]].text for name in loaded.paths}
    sources = {name: Source("themes/default", text) for name, text in texts.items()}
    assert {name for name in sources if name.startswith("dossier/")}
    assert set(Templates().brought(sources)) == set(sources)
