"""What a run has to say: as text for a person, as JSON, for GitHub, and as SARIF."""

from sitegen.report.drawn import Drawn, Line, LineOf, draw, place
from sitegen.report.excerpt import printable
from sitegen.report.frames import Style, render_text
from sitegen.report.github import inert, render_github
from sitegen.report.lines import Lines
from sitegen.report.sarif import render_sarif
from sitegen.report.summary import (
    Summary,
    counted,
    json_text,
    render_json,
    summarise,
    summary_sentence,
)

__all__ = [
    "Drawn",
    "Line",
    "LineOf",
    "Lines",
    "Style",
    "Summary",
    "counted",
    "draw",
    "inert",
    "json_text",
    "place",
    "printable",
    "render_github",
    "render_json",
    "render_sarif",
    "render_text",
    "summarise",
    "summary_sentence",
]
