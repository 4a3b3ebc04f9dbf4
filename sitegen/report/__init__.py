"""What a run has to say, as text for a person and as JSON for a program."""

from sitegen.report.frames import Style, printable, render_text
from sitegen.report.summary import (
    Summary,
    counted,
    json_text,
    render_json,
    summarise,
    summary_sentence,
)

__all__ = [
    "Style",
    "Summary",
    "counted",
    "json_text",
    "printable",
    "render_json",
    "render_text",
    "summarise",
    "summary_sentence",
]
