"""Diagnostics of a small project, and the lines that they point into."""

from pathlib import Path

from sitegen.diagnostics import (
    Diagnostic,
    Difference,
    Edit,
    Related,
    Severity,
    Span,
    error,
    warning,
)

GOLDEN = Path(__file__).parent / "golden"
FACTS = "content/facts/über uns.yaml"

FILES = {
    FACTS: [
        "source: letter",
        "facts:",
        "  opened:",
        "    cite: {lines: 4, exact: The bridge was closed}",
        "  came: {kind: claim, cite: {lines: 4, exact: 60 came}}",
    ],
    "content/sources.yaml": ["sources:", "  letter:", "    sha256: aa # the copy of May"],
    "seeds/letter.txt": ["To the editor", "", "The bridge was opened. 60 came."],
}


def line_of(path: str, number: int) -> str | None:
    lines = FILES.get(path, [])
    return lines[number - 1] if 0 < number <= len(lines) else None


def place(path: str, line: int, column: int, end: int) -> Span:
    return Span(path, line, column, line, end)


MISMATCH = error(
    "quote-mismatch",
    "the words do not stand so in line 3: the article has “opened”, not “closed”",
    place(FACTS, 4, 29, 50),
    fact="opened",
    hints=("the article has: The bridge was opened",),
    related=(Related(place("seeds/letter.txt", 3, 1, 22), "the nearest words"),),
    difference=Difference(
        "The bridge was closed", "The bridge was opened", ((15, 21),), ((15, 21),)
    ),
)
MOVED = error(
    "quote-moved",
    "the words stand in line 3, not in line 4",
    place(FACTS, 5, 37, 38),
    fact="came",
    hints=("lines: 3",),
    related=(Related(place("seeds/letter.txt", 3, 24, 31), "here are the words"),),
    fixes=(Edit(place(FACTS, 5, 37, 38), "3", "cite line 3, where the words stand"),),
)
CHANGED = error(
    "source-changed",
    "seeds/letter.txt is not the copy that was annotated",
    place("content/sources.yaml", 3, 13, 15),
    fixes=(Edit(place("content/sources.yaml", 3, 13, 15), "bb", "pin the new text", "letter"),),
)
CUT = warning("prose-cut", "{this} is [cut](https://a.example) here", None, hints=("a", "b"))
ALL = (CUT, MISMATCH, MOVED, CHANGED)


def many(number: int, code: str, severity: Severity = Severity.ERROR) -> tuple[Diagnostic, ...]:
    """Diagnostics of one code, each on a line of its own."""
    return tuple(
        Diagnostic(code, severity, f"{code} {n}", place(FACTS, n, 1, 2))
        for n in range(1, number + 1)
    )
