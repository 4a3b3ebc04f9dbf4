"""Every page against the standards: two validators of HTML, and rules of accessibility."""

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.making import DESK, PHONE, every, kinds, window
from tests.conftest import require_file, require_tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HTML_RULES = {"root": True, "extends": ["html-validate:standard"]}
# All of axe's rules: WCAG 2.2 up to AA, and what it counts as good practice. Marks stand in the
# line of a sentence, for which criterion 2.5.8 makes an exception; axe knows it of links alone.
AXE = """
async only => (await axe.run(document, {
    resultTypes: ["violations"],
    rules: {"target-size": {enabled: true}},
    ...(only.length ? {runOnly: {type: "rule", values: only}} : {}),
})).violations.flatMap(
    rule => rule.nodes.filter(
        node => rule.id !== "target-size" || !node.html.includes('class="cite-mark"')
    ).map(node => `${rule.id}: ${node.target.join(" ")}: ${node.html}`))
"""
DRESSES: tuple[tuple[tuple[int, int], Literal["light", "dark"]], ...] = (
    (DESK, "dark"),
    (PHONE, "dark"),
    (PHONE, "light"),
)
# What the window's size and the colours decide; the other rules look at the document alone.
DRESS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
OPEN_NOTE = """
() => { const mark = document.querySelector(".cite-mark"); if (mark) mark.click(); }
"""
# The checker takes no file for its own neighbour, and takes a block of JSON for a script. What the
# policy really blocks a browser says in its console: test_every_page.py.
POLICY = ("Resource violates Content Security Policy", "Inline script violates Content Security")
THEMES = pytest.mark.parametrize("theme", ["site", "dossier"])


@THEMES
def test_html_validate_finds_no_error(
    theme: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    site: Path = request.getfixturevalue(theme)
    validator = require_tool("html-validate")
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(HTML_RULES), encoding="utf-8")
    command = [validator, "--config", str(rules), "--ext", "html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@THEMES
def test_the_nu_checker_finds_no_error(theme: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(theme)
    java, checker = require_tool("java"), require_file("vnu-jar/build/dist/vnu.jar")
    command = [java, "-jar", str(checker), "--format", "json", "--skip-non-html", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    told = [
        f"{m['url']}:{m.get('lastLine')}: {m['message']}"
        for m in messages
        if not m["message"].startswith(POLICY)
    ]
    assert told == []


def violations(browser: "Browser", site: Path, paths: list[str]) -> dict[str, list[str]]:
    """What axe finds: with all its rules on a light desk, with those of the dress in the others.

    The first citation note of each page is open.
    """
    axe = require_file("axe-core/axe.min.js").read_text(encoding="utf-8")
    found = {}
    with window(browser, DESK, bypass_csp=True, reduced_motion="reduce") as page:
        for path in paths:
            page.emulate_media(color_scheme="light")
            page.goto((site / path).as_uri())
            page.evaluate(OPEN_NOTE)
            page.evaluate(axe)
            found[path] = page.evaluate(AXE, [])
            for (width, height), scheme in DRESSES:
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme=scheme)
                found[f"{path}, {scheme}, {width} wide"] = page.evaluate(AXE, DRESS)
            page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    return {path: what for path, what in found.items() if what}


@pytest.mark.browser
def test_axe_finds_no_violation_on_any_page(site: Path, browser: "Browser") -> None:
    assert violations(browser, site, every(site)) == {}


@pytest.mark.browser
def test_axe_finds_none_in_the_other_theme(dossier: Path, browser: "Browser") -> None:
    assert violations(browser, dossier, kinds(dossier)) == {}
