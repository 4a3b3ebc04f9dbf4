"""Write a synthetic sitegen project of N facts, all of them valid, to time builds on.

    python -m benchmarks.scale N OUT_DIR

Twenty facts an article of 40 lines, a person for every twenty facts, twelve topics and a few pages;
the same N gives the same bytes. The words that a fact cites stand once in their line, so that each
fact holds by what the format promises.
"""

import argparse
import hashlib
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scale import words
from benchmarks.scale.statements import ARTICLE, Statement, iso, person, statement, text, written
from benchmarks.scale.words import pick

BASE_URL = "https://facts.example/"
FACTS_A_PERSON = 20
LINES = 40  # of an article
PAGES = 4  # that explain something
SAMPLE = 10  # facts that a page tells of
TOGETHER = (3, 11)  # statements that stand in one paragraph with the one before
CORRECTED = 500  # facts to a correction
_MARK = ".made-by-scale"


def article(number: int, statements: Sequence[Statement]) -> tuple[str, list[int]]:
    """An article's text, and the line of each statement: paragraphs of one line each."""
    paper = f"{words.place(number)} {pick(words.PAPERS, number)}"
    rows = [headline(number), "", f"{paper}, {written(number)}", ""]
    lines = []
    for index, each in enumerate(statements):
        if index in TOGETHER:
            rows[-2] += f" {each.sentence}"
        else:
            beside = pick((*words.BESIDE, "", "", ""), number, index)
            rows += [f"{each.sentence} {beside}".strip(), ""]
        lines.append(len(rows) - 1)
    rows += [pick(words.BESIDE, number, "end"), ""] * ((LINES - len(rows)) // 2)
    return "\n".join(rows[:-1]) + "\n\n", lines


def headline(number: int) -> str:
    """An article's title."""
    topic, finest = pick(words.TOPICS, number), pick(words.FINEST, number)
    return f"News from {words.place(number)}, where the {topic} are the {finest}"


def pages(statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """A home page and a few pages more, with roles and lists."""
    step = max(SAMPLE, len(statements) // PAGES)
    starts = range(0, len(statements), step)[:PAGES]
    links = "".join(f"- [Part {number}](part-{number}.md)\n" for number, _ in enumerate(starts, 1))
    yield "index", f"---\ntitle: Home\n---\n\nSmall towns and *what they keep*.\n\n{links}"
    for number, start in enumerate(starts, 1):
        told = "".join(_told(each) for each in statements[start : start + SAMPLE])
        yield f"part-{number}", f"---\ntitle: Part {number}\norder: {number}\n---\n\n{told}"


def _told(each: Statement) -> str:
    told = {
        "quote": f"In so many words: {{quote}}`{each.id}`",
        "count": f"The survey found {{value}}`{each.id}`",
        "date": f"That day was {{date}}`{each.id}`",
    }.get(each.kind, "The report is *here*")
    return f"{told} {{fact}}`{each.id}`\n\n"


def sources(number: int, body: str) -> str:
    """An article's entry in sources.yaml."""
    digest = hashlib.sha256(body.encode()).hexdigest()
    return (
        f"  {source_id(number)}:\n    text: seeds/{source_id(number)}.txt\n"
        f"    sha256: {text(digest)}\n    title: {text(headline(number))}\n"
        f"    publisher: {words.place(number)} {pick(words.PAPERS, number)}\n"
        f"    published: {iso(number)}\n    licence: CC BY 4.0\n"
    )


def source_id(number: int) -> str:
    """The id of an article."""
    return f"article-{number:05}"


def entries(statements: Sequence[Statement], lines: Sequence[int]) -> Iterator[str]:
    """An article's facts as YAML; a few have been corrected."""
    for each, line in zip(statements, lines, strict=True):
        yield each.yaml(line)
        number = int(each.id.rpartition("-")[2])
        if number % CORRECTED == CORRECTED - 1:
            yield f"    corrections:\n      - date: {iso(number)}\n"
            yield "        was: The sentence stood in another paragraph.\n"
            yield "        because: It was cited with a wrong line.\n"


def write_project(total: int, out: Path) -> None:
    """The project's files: content and seeds."""
    for folder in ("content/facts", "content/pages", "seeds"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    people = max(1, total // FACTS_A_PERSON)
    statements = [statement(number, people) for number in range(total)]
    listed = ["sources:\n"]
    for number, first in enumerate(range(0, total, ARTICLE)):
        held = statements[first : first + ARTICLE]
        body, lines = article(number, held)
        source = source_id(number)
        _write(out / f"seeds/{source}.txt", body)
        facts = "".join(entries(held, lines))
        _write(out / f"content/facts/{source}.yaml", f"source: {source}\nfacts:\n{facts}")
        listed.append(sources(number, body))
    _write(out / "content/sources.yaml", "".join(listed))
    known = (person(number) for number in range(people))
    told = "".join(f"  {one.id}:\n    name: {one.name}\n    role: {one.role}\n" for one in known)
    _write(out / "content/people.yaml", f"people:\n{told}")
    told = "".join(f"  {topic}:\n    title: {topic.capitalize()}\n" for topic in words.TOPICS)
    _write(out / "content/topics.yaml", f"topics:\n{told}")
    settings = f"title: {total} facts\nlanguage: en\nbase_url: {BASE_URL}\ndisplay: full\n"
    _write(out / "content/site.yaml", settings)
    for name, page in pages(statements):
        _write(out / f"content/pages/{name}.md", page)


def _write(path: Path, content: str) -> None:
    path.write_bytes(content.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the project."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.scale")
    parser.add_argument("total", type=int, metavar="N", help="how many facts")
    parser.add_argument(
        "out", type=Path, metavar="OUT_DIR", help="new, empty, or made by this program"
    )
    options = parser.parse_args(arguments)
    if options.total < 1:
        parser.error("N is 1 or more")
    if options.out.exists() and any(options.out.iterdir()):
        if not (options.out / _MARK).is_file():
            parser.error(f"{options.out} holds something else")
        for folder in ("content", "seeds"):
            shutil.rmtree(options.out / folder, ignore_errors=True)
    write_project(options.total, options.out)
    _write(options.out / _MARK, "A project made by benchmarks/scale, which may write it anew.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
