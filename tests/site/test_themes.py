"""Whole builds with a theme, its settings, and pictures and files of content/assets."""

import gzip
import json
import re
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.diagnostic_pages import lay_out
from tests.site.reading import tree

FACT = "facts/west-2020-votes.html"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x14"
BUDGET = 30 * 1024  # bytes of a fact page with its style sheet, compressed


def settle(project: Path, **settings: str) -> None:
    """Settings of the theme, and `theme` itself."""
    file = project / "content/site.yaml"
    theme = settings.pop("theme", "default")
    text = re.sub(r"theme: .*\n", f"theme: {theme}\n", file.read_text(encoding="utf-8"))
    named = {name.replace("_", "-"): value for name, value in settings.items()}
    lines = "".join(f"  {name}: {json.dumps(value)}\n" for name, value in named.items())
    file.write_text(text + (f"theme_settings:\n{lines}" if lines else ""), encoding="utf-8")


def write(project: Path, path: str, content: str | bytes) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def built(project: Path, *words: str) -> Path:
    assert main(["-C", str(project), "build", "-q", *words]) == 0
    return project / "site"


def style(site: Path) -> str:
    (sheet,) = (site / "assets").glob("style.*.css")
    return sheet.read_text(encoding="utf-8")


def codes(project: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    capsys.readouterr()
    main(["-C", str(project), "check", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    return [(diagnostic["code"], diagnostic["severity"]) for diagnostic in found]


def test_a_theme_that_sitegen_brings_is_taken_by_name(project: Path) -> None:
    by_option = tree(built(project, "--theme", "dossier"))
    settle(project, theme="dossier")
    assert tree(built(project)) == by_option
    assert "--rail: " in style(project / "site")


@pytest.mark.parametrize("theme", ["default", "dossier"])
def test_a_fact_and_its_style_are_a_small_load(project: Path, theme: str) -> None:
    site = built(project, "--theme", theme)
    page = (site / FACT).read_bytes()
    assert len(gzip.compress(page)) + len(gzip.compress(style(site).encode())) < BUDGET


def test_a_setting_changes_the_style_and_a_choice_the_pages(project: Path) -> None:
    before = tree(built(project))
    settle(project, colour_accent="#5a4300", density="compact")
    site = built(project)
    assert "--accent: #5a4300;" in style(site)
    assert '<html lang="en" class="density-compact">' in (site / FACT).read_text(encoding="utf-8")
    settled = {path for path in tree(site) if path.startswith("data/")}
    assert {path: tree(site)[path] for path in settled} == {p: before[p] for p in settled}


def test_a_logo_stands_on_every_page_with_its_size(project: Path) -> None:
    write(project, "content/assets/logo.png", PNG)
    settle(project, logo="logo.png")
    site = built(project)
    for page, up in (("index.html", ""), (FACT, "../")):
        html = (site / page).read_text(encoding="utf-8")
        logo = rf'<img src="{up}assets/logo\.[0-9a-f]{{10}}\.png" alt="" width="40" height="20">'
        assert re.search(logo, html)


def test_what_is_wrong_with_the_settings_is_told_by_check_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(project, colour_acent="#000", measure="wide", colour_ink="#999999")
    assert set(codes(project, capsys)) == {
        ("unknown-field", "error"),
        ("wrong-type", "error"),
        ("low-contrast", "error"),
    }
    assert main(["-C", str(project), "build", "-q"]) == 1


def test_a_page_shows_pictures_with_their_sizes_and_leads_to_files(project: Path) -> None:
    write(project, "content/assets/maps/pier.png", PNG)
    write(project, "content/assets/log.pdf", "%PDF-1.7")
    body = "![The pier](assets/maps/pier.png)\n\nThe [log](assets/log.pdf)."
    write(project, "content/pages/pier.md", f"---\ntitle: The pier\n---\n{body}\n")
    site = built(project)
    html = (site / "pier.html").read_text(encoding="utf-8")
    picture = re.search(
        r'<img src="(assets/maps/pier\.[0-9a-f]{10}\.png)" alt="The pier" width="40" height="20">',
        html,
    )
    paper = re.search(r'<a href="(assets/log\.[0-9a-f]{10}\.pdf)">log</a>', html)
    assert picture
    assert paper
    assert (site / picture[1]).read_bytes() == PNG
    assert (site / paper[1]).is_file()


def test_a_picture_without_words_is_a_warning(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "content/assets/pier.png", PNG)
    write(project, "content/pages/pier.md", "---\ntitle: Pier\n---\n![](assets/pier.png)\n")
    assert codes(project, capsys) == [("missing-field", "warning")]


def test_a_file_that_a_browser_would_run_is_not_published(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "content/assets/tool.html", "<script>alert(1)</script>")
    assert codes(project, capsys) == [("unsafe-asset", "error")]
    assert main(["-C", str(project), "build", "-q"]) == 1
    assert not (project / "site").exists()


def test_words_that_are_redacted_come_to_no_file_by_way_of_a_setting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    declared = "settings: {motto: {kind: text, description: A line.}}\n"
    write(tmp_path, "themes/ours/theme.yaml", declared)
    shown = (
        '{% extends "default/base.html" %}{% block content %}{% for s in page.chrome.settings %}'
        "{{ s.value }}{% endfor %}{% endblock %}"
    )
    write(tmp_path, "themes/ours/timeline.html", shown)
    with (tmp_path / "content/sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write("    redact: [{exact: Harbour Gazette, shown_as: '[newspaper]'}]\n")
    site_yaml = "title: The lamp\ntheme: ours\ntheme_settings:\n  motto: In the Harbour Gazette\n"
    write(tmp_path, "content/site.yaml", f"{site_yaml}  font-text: Harbour Gazette, serif\n")
    assert main(["-C", str(tmp_path), "build", "-q"]) == 1
    assert "font-text: “[newspaper], serif” is no list of fonts" in capsys.readouterr().out
    write(tmp_path, "content/site.yaml", site_yaml)
    site = built(tmp_path)
    assert "In the [newspaper]" in (site / "timeline.html").read_text(encoding="utf-8")
    assert [path for path, content in tree(site).items() if b"Harbour Gazette" in content] == []
