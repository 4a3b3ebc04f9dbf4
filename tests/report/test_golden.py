"""Each form of the report for the same diagnostics, as it was looked at once and found good."""

import json
from dataclasses import fields
from typing import Any

from sitegen import __version__
from sitegen.report import Style, render_github, render_json, render_sarif, render_text
from sitegen.report.summary import Summary
from tests.report.making import ALL, GOLDEN, line_of


def golden(name: str) -> str:
    return (GOLDEN / name).read_text(encoding="utf-8")


def test_as_text() -> None:
    assert render_text(ALL, line_of, Style()) == golden("text.txt")


def test_for_github() -> None:
    assert render_github(ALL, line_of, root="sheets/a, b/") + "\n" == golden("github.txt")


def test_as_sarif() -> None:
    log = golden("report.sarif").replace("VERSION", __version__)
    assert json.loads(render_sarif(ALL)) == json.loads(log)


def test_as_json() -> None:
    figures: dict[str, Any] = {field.name: 0 for field in fields(Summary)}
    report = json.loads(render_json(ALL, Summary(**figures | {"verdicts": {}})))
    assert report["diagnostics"] == json.loads(golden("diagnostics.json"))


def test_a_terminal_shows_the_same_in_colours() -> None:
    style = Style("<", "<", "<", "<", ">")
    coloured = render_text(ALL, line_of, style)
    assert coloured != golden("text.txt")
    assert coloured.replace("<", "").replace(">", "") == golden("text.txt")
