"""The style sheet that lights up all ranges of a fact when a reader arrives at one of them."""

from collections import Counter
from functools import partial

from sitegen.memory import Memory
from sitegen.views.pages.sources import cited_ranges
from sitegen.views.redaction.redact import Shown


def highlights(shown: Shown, memory: Memory | None = None) -> bytes:
    """CSS for facts with several marks on a source's page; a single one needs `mark:target` only.

    Empty when there is no such fact. The colours are the theme's custom properties. `memory` has
    what earlier runs found for each source.
    """
    memory = memory or Memory()
    selectors: list[str] = []
    for source, article in shown.articles.items():
        # What is marked follows from the evidence of these facts, and the lines that it stands in.
        facts = [shown.facts[name] for name in shown.citing[source]]
        work = partial(_selectors, shown, source)
        selectors += memory.once("highlights", None, (article, *facts), work)
    if not selectors:
        return b""
    rule = (
        "{background-color:var(--highlight-arrived,Mark);"
        "color:var(--highlight-arrived-text,MarkText)}"
    )
    together = ",\n".join(selectors)
    return f"{together}\n{rule}\n".encode()


def _selectors(shown: Shown, source: str) -> tuple[str, ...]:
    marks = [mark for line in cited_ranges(shown, source).values() for mark in line]
    counts = Counter(mark.fact for mark in marks)
    return tuple(
        f':root:has([id="{mark.id}"]:target) [data-facts~="{mark.fact}"]'
        for mark in sorted(marks, key=lambda mark: mark.id or "")
        if mark.id and counts[mark.fact] > 1
    )
