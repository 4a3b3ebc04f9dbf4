"""Write a synthetic sitegen project of N facts, all of them valid, to time builds on.

Fifty facts an article, a person for every twenty facts, some topics and pages; the same N gives
the same bytes. Every sentence of an article carries one fact, and its words are found nowhere else
in its line, so that each fact holds by what the format promises.
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FACTS_AN_ARTICLE = 50
FACTS_A_PERSON = 20
FACTS_A_PAGE = 1000
ROUND = 300  # facts after which the kinds stand at the same places of an article again
SAMPLE = 10  # facts that a page tells of
FIRST_YEAR, YEARS = 1990, 35
DAYS = 28  # every month has them

FIRST = ("Ada", "Bela", "Cora", "Dana", "Edda", "Gita", "Hugo", "Ines", "Jory", "Kai", "Milo")
START = ("Bar", "Cal", "Dor", "Fen", "Gal", "Hol", "Kar", "Lom", "Mar", "Nor", "Pel", "Sel", "Var")
MIDDLE = ("a", "e", "i", "o", "en", "an", "or", "il")
END = ("beck", "dale", "ford", "gate", "ham", "land", "mere", "stow")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
GOODS = ("boats", "barrels", "bicycles", "clocks", "engines", "gardens", "ladders", "windows")
TOPICS = ("bridges", "harbours", "markets", "parks", "railways", "rivers", "roads", "schools")


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: an id and a name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact with the sentence that carries it."""

    id: str
    kind: str
    sentence: str
    exact: str
    fields: tuple[tuple[str, str], ...]  # name and YAML

    def yaml(self, line: int) -> str:
        """The fact as an entry below `facts:`."""
        rows = [f"  {self.id}:", f"    kind: {self.kind}"]
        rows += [f"    {name}: {value}" for name, value in self.fields]
        rows += ["    cite:", f"      lines: {line}", f"      exact: {text(self.exact)}"]
        return "\n".join(rows) + "\n"


def text(words: str) -> str:
    """Words as a YAML scalar between double quotes: JSON's strings are YAML's."""
    return json.dumps(words, ensure_ascii=False)


def place(number: int) -> str:
    """A place's name, another for each number."""
    rest, start = divmod(number, len(START))
    rest, end = divmod(rest, len(END))
    name = START[start]
    while rest:
        rest, middle = divmod(rest - 1, len(MIDDLE))
        name += MIDDLE[middle]
    return name + END[end]


def person(number: int) -> Person:
    """A person, another for each number."""
    name = f"{FIRST[number % len(FIRST)]} {place(number // len(FIRST))}son"
    return Person(name.lower().replace(" ", "-"), name)


def day(number: int) -> tuple[int, int, int]:
    """A year, a month and a day of it, spread over the years."""
    return FIRST_YEAR + number * 7 % YEARS, number * 5 % 12 + 1, number * 11 % DAYS + 1


def iso(number: int) -> str:
    """The day as a field has it."""
    year, month, of_month = day(number)
    return f"{year}-{month:02}-{of_month:02}"


def written(number: int) -> str:
    """The day as an article has it."""
    year, month, of_month = day(number)
    return f"{MONTHS[month - 1]} {of_month}, {year}"


def quote(number: int, who: Person, topic: str) -> Statement:
    """What somebody said, on a stated day."""
    words = f"The {topic} of {place(number)} were built by neighbours who shared the work"
    sentence = f"“{words},” {who.name} said on {written(number)}."
    fields = (("speaker", who.id), ("said", iso(number)), ("topics", f"[{topic}]"))
    return Statement(f"quote-{number}", "quote", sentence, words, fields)


def count(number: int, topic: str) -> Statement:
    """How many there were; two articles each give one measure, with one value."""
    pair = number - ROUND if number // ROUND % 2 else number
    value, goods = 1000 + pair * 37 % 98999, GOODS[pair % len(GOODS)]
    words = f"{place(pair)} counted {value:,} {goods}"
    fields = (
        ("claim", text(f"{words}.")),
        ("value", str(value)),
        ("unit", goods),
        ("measure", f"{goods}-{place(pair).lower()}"),
        ("topics", f"[{topic}]"),
    )
    return Statement(f"count-{number}", "count", f"{words} in its latest survey.", words, fields)


def rank(number: int, topic: str) -> Statement:
    """A place in an order."""
    value = 1 + number % 20
    words = f"{place(number)} came in at No. {value} of the towns with the finest {topic}"
    fields = (
        ("claim", text(f"{words}.")),
        ("value", str(value)),
        ("of", text(f"towns with the finest {topic}")),
        ("topics", f"[{topic}]"),
    )
    return Statement(f"rank-{number}", "rank", f"{words}, the jury wrote.", words, fields)


def opening(number: int, topic: str) -> Statement:
    """A day on which something happened."""
    words = f"the {topic} of {place(number)} reopened on {written(number)}"
    fields = (
        ("claim", text(f"{words[0].upper()}{words[1:]}.")),
        ("date", iso(number)),
        ("topics", f"[{topic}]"),
    )
    return Statement(f"date-{number}", "date", f"After repairs, {words}.", words, fields)


def keeping(number: int, who: Person, topic: str) -> Statement:
    """A plain claim about a person."""
    words = f"{who.name} looks after the {topic} of {place(number)}"
    fields = (("claim", text(f"{words}.")), ("people", f"[{who.id}]"), ("topics", f"[{topic}]"))
    return Statement(f"claim-{number}", "claim", f"{words} with great care.", words, fields)


def statement(number: int, people: int) -> Statement:
    """The fact of a number: the kinds take turns, quotations come twice."""
    who, topic = person(number // 5 % people), TOPICS[number // 7 % len(TOPICS)]
    return (
        quote(number, who, topic),
        count(number, topic),
        quote(number, who, topic),
        opening(number, topic),
        keeping(number, who, topic),
        rank(number, topic),
    )[number % 6]


def article(number: int, statements: Sequence[Statement]) -> tuple[str, list[int]]:
    """An article's text, and the line of each statement: paragraphs of one line each."""
    rows = [f"News from {place(number)}", "", f"Published on {written(number)}.", ""]
    lines = []
    for each in statements:
        rows += [each.sentence, ""]
        lines.append(len(rows) - 1)
    return "\n".join(rows), lines


def pages(statements: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """A home page and a page for every thousand facts, with roles and lists."""
    starts = range(0, len(statements), FACTS_A_PAGE)
    links = "".join(f"- [Part {number}](part-{number}.md)\n" for number, _ in enumerate(starts, 1))
    yield "index", f"---\ntitle: Home\n---\n\nSmall towns and what they keep.\n\n{links}"
    for number, start in enumerate(starts, 1):
        told = "".join(_told(each) for each in statements[start : start + SAMPLE])
        ids = " ".join(each.id for each in statements[start : start + SAMPLE])
        yield (
            f"part-{number}",
            f"---\ntitle: Part {number}\norder: {number}\n---\n\n{told}"
            f":::{{facts}}\n:ids: {ids}\n:::\n\n",
        )


def _told(each: Statement) -> str:
    told = {
        "quote": f"In so many words: {{quote}}`{each.id}`",
        "count": f"The survey found {{value}}`{each.id}`",
        "date": f"The reopening came on {{date}}`{each.id}`",
    }.get(each.kind, "The report is here")
    return f"{told}. {{fact}}`{each.id}`\n\n"


def write_project(total: int, out: Path) -> None:
    """The project's files: content and seeds."""
    for folder in ("content/facts", "content/pages", "seeds"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    people = max(1, total // FACTS_A_PERSON)
    statements = [statement(number, people) for number in range(total)]
    sources = ["sources:\n"]
    for number, first in enumerate(range(0, total, FACTS_AN_ARTICLE)):
        held = statements[first : first + FACTS_AN_ARTICLE]
        body, lines = article(number, held)
        source = f"article-{number:05}"
        _write(out / f"seeds/{source}.txt", body)
        entries = "".join(each.yaml(line) for each, line in zip(held, lines, strict=True))
        _write(out / f"content/facts/{source}.yaml", f"source: {source}\nfacts:\n{entries}")
        sources.append(
            f"  {source}:\n    text: seeds/{source}.txt\n"
            f"    sha256: {text(hashlib.sha256(body.encode()).hexdigest())}\n"
            f"    title: News from {place(number)}\n    published: {iso(number)}\n"
            f"    display: excerpt\n"
        )
    _write(out / "content/sources.yaml", "".join(sources))
    known = (person(number) for number in range(people))
    entries = "".join(f"  {each.id}:\n    name: {each.name}\n" for each in known)
    _write(out / "content/people.yaml", f"people:\n{entries}")
    entries = "".join(f"  {topic}:\n    title: {topic.capitalize()}\n" for topic in TOPICS)
    _write(out / "content/topics.yaml", f"topics:\n{entries}")
    _write(out / "content/site.yaml", f"title: {total} facts\nlanguage: en\ndisplay: excerpt\n")
    for name, page in pages(statements):
        _write(out / f"content/pages/{name}.md", page)


def _write(path: Path, content: str) -> None:
    path.write_bytes(content.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("total", type=int, metavar="N", help="how many facts")
    parser.add_argument(
        "out", type=Path, metavar="OUT_DIR", help="new, empty, or made by this program"
    )
    options = parser.parse_args(arguments)
    if options.total < 1:
        parser.error("N is 1 or more")
    mark = options.out / ".made-by-scale"
    if options.out.exists() and any(options.out.iterdir()):
        if not mark.is_file():
            parser.error(f"{options.out} holds something else")
        for folder in ("content", "seeds"):
            shutil.rmtree(options.out / folder, ignore_errors=True)
    write_project(options.total, options.out)
    _write(mark, "A project made by benchmarks/scale/generate.py, which may write it anew.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
