"""Write a sitegen project made of every quotation in a folder's English books.

Shares nothing with sitegen: the books are read, the words typed and the selectors chosen by the
files beside this one, from the public description of the format alone.
"""

import argparse
import hashlib
import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from books import Book, english_books, read_book, title_of
from facts import Fact, facts_of
from styles import EDITIONS
from yaml_text import double

FACTS_A_FILE = 500
LANGUAGE = "und"  # undetermined: a clause that names the speaker would contradict the placeholder
TRUTH = (
    "truth.json"  # beside content/, for run.py: what has to be found where, and how it was typed
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A book with its facts, and the quotations that no selector can express."""

    book: Book
    facts: tuple[Fact, ...]
    inexpressible: tuple[str, ...]


def chapters(folder: Path, editions: Sequence[str]) -> list[Chapter]:
    """The English books of a folder, each with its facts; again for each edition asked for."""
    found = []
    for path in english_books(folder):
        name = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
        raw = path.read_bytes()
        books = [read_book(name, raw)]
        for edition in editions:
            text = EDITIONS[edition](books[0].text)
            books.append(read_book(f"{name}-{edition}", text.encode()))
        for book in books:
            made = list(facts_of(book))
            facts = tuple(fact for fact in made if isinstance(fact, Fact))
            found.append(
                Chapter(book, facts, tuple(fact for fact in made if isinstance(fact, str)))
            )
    return found


def write_project(found: Sequence[Chapter], out: Path) -> None:
    """The project's files: content, seeds, and the truth beside them."""
    for folder in ("content/facts", "content/pages", "seeds"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    _write(out / "content/site.yaml", "title: Every quotation\nlanguage: en\ndisplay: excerpt\n")
    _write(
        out / "content/pages/index.md", "---\ntitle: Every quotation\n---\n\nMade to be checked.\n"
    )
    sources = "sources:\n"
    for chapter in found:
        book = chapter.book
        (out / "seeds" / f"{book.name}.txt").write_bytes(book.raw)
        sources += (
            f"  {book.name}:\n    text: seeds/{book.name}.txt\n"
            f"    sha256: {double(hashlib.sha256(book.raw).hexdigest())}\n"
            f"    title: {double(title_of(book.name))}\n    display: excerpt\n"
            f"    language: {LANGUAGE}\n"
        )
        for number, first in enumerate(range(0, len(chapter.facts), FACTS_A_FILE), 1):
            facts = chapter.facts[first : first + FACTS_A_FILE]
            text = f"source: {book.name}\nfacts:\n" + "".join(fact.yaml() for fact in facts)
            _write(out / f"content/facts/{book.name}-{number:03}.yaml", text)
    _write(out / "content/sources.yaml", sources)
    _write(out / TRUTH, json.dumps(_truth(found), ensure_ascii=False, indent=0) + "\n")


def _truth(found: Sequence[Chapter]) -> dict[str, object]:
    return {
        "facts": {
            fact.id: {
                "source": fact.source,
                "lines": [fact.first_line, fact.last_line],
                "exact": [piece.words for piece in fact.pieces],
                "tier": fact.selector.tier,
                "places": fact.places,
                "variation": fact.variation,
            }
            for chapter in found
            for fact in chapter.facts
        },
        "inexpressible": [name for chapter in found for name in chapter.inexpressible],
    }


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def figures(chapter: Chapter) -> str:
    """What a book gave: quotations by form, variations, what needed more than the words."""
    facts, book = chapter.facts, chapter.book
    single = [fact for fact in facts if fact.variation["form"] != "interrupted"]
    lines = [
        f"{book.name}: {len(facts)} facts: {len(single)} quotations, of them "
        f"{sum(_is_over_lines(fact) for fact in single)} over several lines, "
        f"{len(facts) - len(single)} interrupted ones again in pieces; "
        f"{len(book.strays)} marks without a partner, {len(chapter.inexpressible)} inexpressible",
    ]
    for dimension in ("form", "layout", "spelling", "cited", "context", "because"):
        counts = Counter(fact.variation[dimension] or "none" for fact in facts)
        shown = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        lines.append(f"  {dimension}: {shown}")
    tiers = Counter(fact.selector.tier for fact in facts)
    lines.append("  tier: " + ", ".join(f"T{tier} {tiers[tier]}" for tier in sorted(tiers)))
    strays = ", ".join(str(book.line_of(offset)) for offset in book.strays)
    lines.append(f"  marks without a partner in lines: {strays or 'none'}")
    return "\n".join(lines + [f"  inexpressible: {name}" for name in chapter.inexpressible]) + "\n"


def _is_over_lines(fact: Fact) -> bool:
    return len({line for line, *_ in fact.places}) > 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the books, write the project, print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("books", type=Path, metavar="BOOKS_DIR")
    parser.add_argument(
        "out", type=Path, metavar="OUT_DIR", help="new, empty, or made by this program"
    )
    parser.add_argument(
        "--edition", action="append", default=[], choices=EDITIONS, help="add another print of each"
    )
    options = parser.parse_args(arguments)
    if options.out.exists() and any(options.out.iterdir()):
        if not (options.out / TRUTH).is_file():
            parser.error(f"{options.out} holds something else")
        for folder in ("content", "seeds"):
            shutil.rmtree(options.out / folder, ignore_errors=True)
    found = chapters(options.books, options.edition)
    if not found:
        parser.error(f"no English book (.txt) in {options.books}")
    write_project(found, options.out)
    sys.stdout.write("".join(figures(chapter) for chapter in found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
