"""Does doubling an input at most double the time? Times of each shape at n, 2n and 4n.

A shape whose time grows by more than `WORST` from 2n to 4n is marked; small times are noise.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from sitegen.build import check
from sitegen.recognise import recognise
from sitegen.snapshot import Snapshot
from tests.hostile.making import (
    ARTICLE,
    FACTS,
    LETTER,
    PAGE,
    PEOPLE,
    Hostile,
    Written,
    claim,
    prose,
)
from tests.hostile.of_articles import KINDS

WORST = 2.3
NOISE = 0.02  # seconds below which no ratio is told
ROUNDS = 2

Files = dict[str, Written]


def facts(count: int, cite: str, fields: str = "kind: claim, claim: The bridge was opened.") -> str:
    """Facts of one kind; `cite` may name the number of each."""
    rows = (f"  f{n}: {{{fields}, cite: {{{cite.format(n=n)}}}}}\n" for n in range(count))
    return "source: letter\nfacts:\n" + "".join(rows)


def _long_line(count: int) -> str:
    return LETTER + " ".join(f"“quotation number {n} of many”" for n in range(count)) + "\n"


def _many_lines(count: int) -> str:
    return LETTER + "".join(f"Line {n}: about {n} people came in 2018.\n" for n in range(count))


SHAPES: dict[str, tuple[int, Callable[[int], Files]]] = {
    "facts that hold": (500, lambda n: {FACTS: facts(n, "lines: 3, exact: The bridge was opened")}),
    "facts whose words are missing": (
        200,
        lambda n: {FACTS: facts(n, "lines: 3, exact: Nobody ever said this of it")},
    ),
    "facts in a long article": (
        200,
        lambda n: {
            ARTICLE: _many_lines(n),
            FACTS: facts(n, "lines: 3, exact: The bridge was opened"),
        },
    ),
    "citations of one long line": (
        200,
        lambda n: {ARTICLE: _long_line(n), FACTS: facts(n, "lines: 5, exact: number {n} of many")},
    ),
    "quotations in one long line": (
        200,
        lambda n: {
            ARTICLE: _long_line(n),
            FACTS: facts(n, "lines: 5, exact: number {n} of many", "kind: quote, speaker: ada"),
        },
    ),
    "a long article and one fact": (
        5_000,
        lambda n: {
            ARTICLE: _many_lines(n),
            FACTS: claim("lines: 4, exact: nobody said this at all"),
        },
    ),
    "lines cited as one range": (
        2_000,
        lambda n: {
            ARTICLE: LETTER + "It was said.\n" * n,
            FACTS: claim(f"lines: 5-{n + 4}, exact: It was said"),
        },
    ),
    "pieces": (
        24,
        lambda n: {
            ARTICLE: LETTER + "a b " * 5_000,
            FACTS: claim("lines: 5, exact: [" + "b, a, " * (n // 2) + "c]"),
        },
    ),
    "marks of a quotation": (
        9,
        lambda n: {
            FACTS: "source: letter\nfacts:\n  a:\n    kind: quote\n    speaker: ada\n"
            "    quote: |-\n      " + "a […] " * n + "b\n    cite: {lines: 1-7}\n"
        },
    ),
    "people": (
        1_000,
        lambda n: {
            PEOPLE: "people:\n  ada: {name: Ada Lovelace}\n"
            + "".join(f"  p{m}: {{name: Person {m}, aliases: [P{m}]}}\n" for m in range(n)),
            FACTS: facts(50, "lines: 4, exact: It’s a good day", "kind: quote, speaker: ada"),
        },
    ),
    "roles on a page": (600, lambda n: {PAGE: prose("{fact}`bridge-opened` " * n)}),
    "figures on a page": (1_000, lambda n: {PAGE: prose("about 60,000 people " * (n // 2))}),
    "links on a page": (600, lambda n: {PAGE: prose("[a](people/ada.html) " * n)}),
    "headings and links to them": (
        300,
        lambda n: {
            PAGE: prose("".join(f"# h{m}\n\n[a](crossing.html#h{m})\n\n" for m in range(n)))
        },
    ),
    "emphasis on a page": (4_000, lambda n: {PAGE: prose("*a " * n)}),
    "brackets on a page": (8_000, lambda n: {PAGE: prose("[" * n)}),
    "lists on a page": (1_500, lambda n: {PAGE: prose("- a\n" * n)}),
}


def project(files: Files) -> Hostile:
    """The sound project with these files."""
    return Hostile("scaling", files)


def seconds(files: Files) -> float:
    """The least time of the processor that a check takes."""
    times = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            project(files).write(Path(name))
            begun = time.process_time()
            check(Snapshot(Path(name)))
            times.append(time.process_time() - begun)
    return min(times)


def recognised(unit: str, size: int) -> float:
    """The least time of the processor in which the recogniser reads a line of one kind."""
    times = []
    for _ in range(ROUNDS):
        line = (unit * (1 + size // len(unit)))[:size].replace("\n", " ")
        begun = time.process_time()
        recognise((line,))
        times.append(time.process_time() - begun)
    return min(times)


def row(name: str, size: int, times: list[float]) -> bool:
    """Print the times of a shape; whether they grow too fast."""
    ratios = [after / before for before, after in pairwise(times)]
    bad = times[-1] > NOISE and ratios[-1] > WORST
    told = " ".join(f"{t:8.3f}" for t in times) + "  " + " ".join(f"{r:5.2f}" for r in ratios)
    sys.stdout.write(f"{size:7} {told}  {'!' if bad else ' '} {name}\n")
    sys.stdout.flush()
    return bad


def main() -> int:
    """Fails where a shape grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only shapes whose names hold one of these")
    asked = parser.parse_args().words
    bad = 0
    for name, (size, files) in SHAPES.items():
        if not asked or any(word in name for word in asked):
            bad += row(name, size, [seconds(files(k * size)) for k in (1, 2, 4)])
    for name, unit in KINDS:
        if not asked or any(word in name for word in asked):
            size = 6_000
            bad += row(f"recognised: {name}", size, [recognised(unit, k * size) for k in (1, 2, 4)])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
