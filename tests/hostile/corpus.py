"""The whole corpus of hostile input, and the errors that each entry must give.

    python -m tests.hostile.corpus

writes `expected.txt` anew; read its changes before you keep them.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from sitegen.build import check
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.snapshot import Snapshot
from tests.hostile import of_articles, of_facts, of_pages, of_places, of_registers, of_yaml
from tests.hostile.making import Hostile

EXPECTED = Path(__file__).with_name("expected.txt")
MOST_SHOWN = 4
_OPENING = "== "

# What takes a while, and is left to `benchmarks/hostile` too.
SLOW = frozenset(
    {
        "a chain of a thousand facts",
        "a folded text of a million lines",
        "a hundred thousand pieces",
        "a million keys",
        "a page: a heading a line",
        "a page: emphasis of both marks",
        "a page: pictures within pictures",
        "a page: references that chain",
        "a plain text over a million lines",
        "a source: a thousand redactions of one letter",
        "a thousand facts of a line that is not there",
        "a thousand facts whose words are missing",
        "a thousand facts with one word",
        "an article: a hundred thousand equal lines, cited as one range",
        "an article: a thousand citations of one long line",
        "an article: a thousand quotations in one sentence without an end",
        "an article: marks for words in a line of equal words",
        "an article: pieces that never come in order",
        "an article: twenty missing quotations in a long line of equal words",
        "an article: words that are not cut at a word",
        "people: aliases of 64 KB each",
        "people: ten thousand people",
        "people: ten thousand people of one name",
        "quotation marks without end",
        "sources: ten thousand that are not there",
        "ten thousand unknown kinds",
        "topics: ten thousand",
        "two million empty mappings",
        "two million values",
        "words in brackets in an article of equal words",
    }
)

ENTRIES: tuple[Hostile, ...] = (
    *of_yaml.YAML,
    *of_facts.LINES,
    *of_facts.WORDS,
    *of_facts.QUOTES,
    *of_facts.FIGURES,
    *of_facts.CALCULATIONS,
    *of_facts.DATES,
    *of_facts.SHAPES,
    *of_pages.MARKS,
    *of_pages.MANY_MARKS,
    *of_pages.NESTED,
    *of_pages.ROLES,
    *of_pages.LINKS,
    *of_pages.HTML,
    *of_pages.HIDDEN,
    *of_pages.FILES,
    *of_registers.SETTINGS,
    *of_registers.SOURCE,
    *of_registers.PERSONS,
    *of_places.PLACES,
    *of_articles.LIMITS,
    *of_articles.BYTES,
    *of_articles.SHORT_LINES,
    *of_articles.LONG_LINES,
    *of_articles.TEXTS,
    *of_articles.CITED,
)


SMALL = tuple(entry for entry in ENTRIES if not (entry.large or entry.name in SLOW))


def judged(entry: Hostile, folder: Path) -> tuple[Diagnostic, ...]:
    """What the check says of an entry, whose project is laid out in the folder."""
    entry.write(folder)
    return check(Snapshot(folder)).diagnostics


def errors(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """The errors as `expected.txt` has them: the first few, and how many more there are."""
    found = [
        f"{d.span.path}:{d.span.line}:{d.span.column} {d.code}" if d.span else f"nowhere {d.code}"
        for d in diagnostics
        if d.severity is Severity.ERROR
    ]
    more = [f"and {len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
    escaped = [place.encode("unicode_escape").decode() for place in found[:MOST_SHOWN]]
    return escaped + more


def expected() -> dict[str, list[str]]:
    """The errors of each entry, by its name."""
    found: dict[str, list[str]] = {}
    for block in EXPECTED.read_text(encoding="utf-8").split(_OPENING)[1:]:
        name, *lines = block.strip().split("\n")
        found[name] = lines
    return found


def _rewritten() -> Iterator[str]:
    for entry in ENTRIES:
        with tempfile.TemporaryDirectory() as folder:
            yield "\n".join([_OPENING + entry.name, *errors(judged(entry, Path(folder)))]) + "\n"


if __name__ == "__main__":
    EXPECTED.write_text("\n".join(_rewritten()), encoding="utf-8")
