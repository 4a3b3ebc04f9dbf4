"""The style sheet that lights up all ranges of a fact when a reader arrives at one of them."""

from collections import Counter

from sitegen.views.pages.sources import cited_ranges
from sitegen.views.redaction.redact import Shown


def highlights(shown: Shown) -> bytes:
    """CSS for facts with several marks on a source's page; a single one needs `mark:target` only.

    Empty when there is no such fact. The colours are the theme's custom properties.
    """
    selectors: list[str] = []
    for source in shown.factsheet.sources:
        marks = [mark for line in cited_ranges(shown, source).values() for mark in line]
        counts = Counter(mark.fact for mark in marks)
        selectors += (
            f':root:has([id="{mark.id}"]:target) [data-facts~="{mark.fact}"]'
            for mark in sorted(marks, key=lambda mark: mark.id or "")
            if mark.id and counts[mark.fact] > 1
        )
    if not selectors:
        return b""
    rule = (
        "{background-color:var(--highlight-arrived,Mark);"
        "color:var(--highlight-arrived-text,MarkText)}"
    )
    together = ",\n".join(selectors)
    return f"{together}\n{rule}\n".encode()
