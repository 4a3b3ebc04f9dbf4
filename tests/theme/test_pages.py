"""The manual on themes: written from the program where it can be, and tried where it cannot."""

from pathlib import Path

import pytest

from sitegen import build, theme
from sitegen.diagnostics import Diagnostic
from sitegen.snapshot import Snapshot
from sitegen.theme.settings import COLOUR
from tests import diagnostic_pages, theme_pages
from tests.documents import ROOT, blocks, code, section

MANUAL = ROOT / "docs" / "themes.md"


def test_the_page_on_views_is_what_the_program_writes() -> None:
    told = "write it anew: python -m tests.theme_pages"
    assert theme_pages.VIEWS.read_text(encoding="utf-8") == theme_pages.written(), told


def test_every_template_shows_a_view_or_is_drawn_on_by_one_that_does() -> None:
    loaded, _ = theme.load("default", {})
    assert theme_pages.page_views().keys() <= loaded.paths.keys()


def test_the_settings_of_the_default_theme_are_those_of_the_manual() -> None:
    loaded, _ = theme.load("default", {})
    rows = section(MANUAL, "Settings").rows
    described = {name: row[1] for row in rows for name in code(row[0])}
    assert described == {name: setting.kind for name, setting in loaded.understood.items()}


def test_the_descriptions_of_settings_are_those_of_the_manual() -> None:
    loaded, _ = theme.load("default", {})
    rows = {name: row[2] for row in section(MANUAL, "Settings").rows for name in code(row[0])}
    declared = [s for s in loaded.understood.values() if not s.name.startswith(COLOUR)]
    assert declared
    assert [
        setting.name
        for setting in declared
        if not rows[setting.name].startswith(setting.description.removesuffix("."))
    ] == []


def built(project: Path, heading: str) -> tuple[build.Built, tuple[Diagnostic, ...]]:
    """The example of a section of the manual over the project of the examples, built."""
    diagnostic_pages.lay_out(project)
    diagnostic_pages.write(project, "content/topics.yaml", "topics:\n  lamp: {title: The lamp}\n")
    facts = project / "content/facts/gazette.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("    cite:", "    topics: [lamp]\n    cite:"), encoding="utf-8")
    for block in blocks(MANUAL):
        if block.heading == heading and block.language != "sh":
            path = block.path or "content/site.yaml"
            diagnostic_pages.write(project, path, block.text)
    made = build.build(Snapshot(project), build.Request(project / "site"))
    return made, made.diagnostics


def test_the_theme_of_the_manual_can_be_built(tmp_path: Path) -> None:
    made, diagnostics = built(tmp_path, "A theme in five minutes")
    assert diagnostics == ()
    assert made.outcome
    page = (tmp_path / "site/topics/lamp.html").read_text(encoding="utf-8")
    assert "Lit every night since 1871" in page
    (style,) = (tmp_path / "site/assets").glob("style.*.css")
    css = style.read_text(encoding="utf-8")
    assert css.index("--rail: #0e1a2b") < css.index("--rail: #00363d") < css.index("--corners: 2px")


def test_the_settings_of_the_manual_s_example_are_fit_for_every_theme(tmp_path: Path) -> None:
    made, diagnostics = built(tmp_path, "Settings")
    assert diagnostics == ()
    assert made.outcome
    assert 'class="density-compact"' in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["default", "dossier"])
def test_the_manual_names_every_theme_that_sitegen_brings(name: str) -> None:
    themes = {path.name for path in (ROOT / "themes").iterdir() if path.is_dir()}
    assert themes == {"default", "dossier"}
    assert f"- `{name}`" in MANUAL.read_text(encoding="utf-8")
