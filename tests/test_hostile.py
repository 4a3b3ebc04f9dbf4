"""Files that are made to harm: each is refused at its place, and no work explodes.

Nothing here measures time: a reader that did too much would not come to an end.
"""

from pathlib import Path

import pytest

from sitegen import build, yamltree
from sitegen.coverage import coverage
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.model import Verdict
from sitegen.report import Style, render_json, render_text
from sitegen.snapshot import Snapshot
from tests.cli.conftest import FACTS, PROJECT, write_project

PEOPLE, SITE, PAGE = "content/people.yaml", "content/site.yaml", "content/pages/crossing.md"
ARTICLE = "seeds/letter.txt"
HEADER = "---\ntitle: T\n---\n\n"
DIGITS = "9" * 4400  # more than Python turns into an integer


def fact(fields: str) -> str:
    return (
        f"source: letter\nfacts:\n  a:\n    {fields}\n    cite: {{lines: 3, exact: The bridge}}\n"
    )


def cited(fields: str) -> str:
    return fact("kind: claim\n    claim: x").replace("lines: 3, exact: The bridge", fields)


REFUSED = [
    # the file, what it holds, and the first error with its place
    (PEOPLE, "[" * 1_000_000, "forbidden-yaml", 1, 33),
    (PEOPLE, "{" * 1_000_000, "forbidden-yaml", 1, 33),
    (PEOPLE, "- " * 100_000, "forbidden-yaml", 1, 65),
    (PEOPLE, "a: " + "[" * 100_000 + "]" * 100_000, "forbidden-yaml", 1, 35),
    (PEOPLE, "x" * 8_400_000, "forbidden-yaml", 1, 1),
    (PEOPLE, "people: &a\n  b: *a\n", "forbidden-yaml", 1, 9),
    (PEOPLE, "a" * 1_000_000 + ": x\n", "yaml-syntax", 1, 1_000_001),
    (PEOPLE, "\0" * 1_000_000, "bad-encoding", 1, 1),
    (FACTS, cited(f"lines: {DIGITS}, exact: x"), "bad-lines", 6, 19),
    (FACTS, cited(f"lines: 1-{DIGITS}, exact: x"), "bad-lines", 6, 19),
    (FACTS, cited(f'lines: "{"1-" * 30_000}", exact: x'), "bad-lines", 6, 19),
    (FACTS, cited(f"lines: 3, occurrence: {DIGITS}, exact: x"), "wrong-type", 6, 34),
    (FACTS, fact(f"kind: date\n    date: {DIGITS}"), "bad-date", 5, 11),
    (FACTS, fact(f'kind: date\n    date: "{"2018-" * 12_000}"'), "bad-date", 5, 11),
    (FACTS, fact(f'kind: date\n    date: "{"2018/" * 12_000}"'), "bad-date", 5, 11),
    (PAGE, f"---\ntitle: T\norder: {DIGITS}\n---\n", "wrong-type", 3, 8),
    (PAGE, HEADER + "x" * 8_000_000, "forbidden-yaml", 4, 1),
    (SITE, f"title: T\nreport_email: {'a@' * 30_000}\n", "wrong-type", 2, 15),
    (SITE, f"title: T\nlanguage: {'a-' * 30_000}\n", "wrong-type", 2, 11),
]


@pytest.mark.parametrize(
    ("path", "content", "code", "line", "column"), REFUSED, ids=lambda value: str(value)[:12]
)
def test_it_is_refused_at_its_place(
    tmp_path: Path, path: str, content: str, code: str, line: int, column: int
) -> None:
    found = errors(write_project(tmp_path, **{path: content}))
    places = [(d.code, d.span.line, d.span.column) for d in found if d.span and d.span.path == path]
    assert (code, line, column) in places
    assert len(found) < 10


def errors(project: Path) -> list[Diagnostic]:
    found = build.check(Snapshot(project)).diagnostics
    return [d for d in found if d.severity is Severity.ERROR]


ALIASES = [
    "people: &a {ada: {name: Ada}}\n" + "b: [" + "*a," * 1_000 + "]\n",
    "people: &a {ada: {name: Ada}}\n" + "".join(f"b{n}:\n  <<: *a\n" for n in range(1_000)),
    "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 40)),
]


@pytest.mark.parametrize("content", ALIASES, ids=["aliases", "merges", "bomb"])
def test_an_alias_is_never_followed(content: str) -> None:
    """The tree has at most a node for each word that is written."""
    root, problems = yamltree.parse(content, PEOPLE)
    assert {d.code for d in problems} == {"forbidden-yaml"}
    pending, nodes = [root], 0
    while pending:
        node = pending.pop()
        nodes += 1
        if isinstance(node, yamltree.Mapping):
            pending += [part for entry in node.entries.values() for part in entry]
        elif isinstance(node, yamltree.Sequence):
            pending += node.items
    assert nodes <= len(content)


def test_of_ten_thousand_errors_a_thousand_are_told_and_that_there_are_more(tmp_path: Path) -> None:
    facts = "".join(
        f"  f{n}:\n    kind: claim\n    claim: c\n    clim: d\n"
        "    cite: {lines: 3, exact: The bridge}\n"
        for n in range(10_000)
    )
    project = write_project(
        tmp_path, **{FACTS: f"source: letter\nfacts:\n{facts}", PAGE: f"{HEADER}x\n"}
    )
    found = errors(project)
    *told, last = [(d.code, d.span.line, d.message) for d in found if d.span]
    assert [(code, line) for code, line, _ in told] == [
        ("unknown-field", 6 + 5 * n) for n in range(1_000)
    ]
    assert last[2].endswith("from here on it was not read")


def test_each_line_of_a_file_is_looked_up_and_not_read_again(tmp_path: Path) -> None:
    """A report of many errors asks for lines, and copies no more than it shows of each."""
    long = "x" * 1_000_000
    asked: list[int] = []

    def line_of(_: str, number: int) -> str:
        asked.append(number)
        return long

    facts = PROJECT[FACTS].replace("kind: claim", "kind: clam")
    found = errors(write_project(tmp_path, **{FACTS: facts})) * 1_000
    text = render_text(found, line_of, Style())
    assert len(asked) == len(found)
    assert len(text) < 1_000 * len(found)


def test_a_thousand_citations_of_one_long_line(tmp_path: Path) -> None:
    quotations = [f"“quotation number {n} of many”" for n in range(1_000)]
    facts = "".join(
        f"  f{n}:\n    kind: claim\n    claim: c\n"
        f"    cite: {{lines: 1, exact: number {n} of many}}\n"
        for n in range(1_000)
    )
    project = write_project(
        tmp_path,
        **{
            ARTICLE: " ".join(quotations) + " x" * 30_000,
            FACTS: f"source: letter\nfacts:\n{facts}",
            PAGE: f"{HEADER}x\n",
        },
    )
    checked = build.check(Snapshot(project))
    assert checked.summary.verdicts[Verdict.FOUND] == 1_000
    assert checked.summary.errors == 0


NUMBERS = f"There were {DIGITS}, {DIGITS}.{DIGITS}, 1/{DIGITS}, {DIGITS}-01-01 and ${DIGITS}.\n"


def test_numbers_longer_than_an_integer_may_be(tmp_path: Path) -> None:
    project = write_project(tmp_path, **{ARTICLE: PROJECT[ARTICLE] + NUMBERS})
    checked = build.check(Snapshot(project))
    assert checked.diagnostics == ()
    assert any(DIGITS in covered.token.text for covered in coverage(checked.checked).tokens)


MARKS = ["*", "* ", "**a *", "[", "[a](", "![", "`", "_a", "<", "<a ", "&", "> ", "- ", "1. ",
         "|a", "[x]: ", ":::", "{fact}`", "~a", "\\", "http://", "[^a", "](", "<!--"]  # fmt: skip


@pytest.mark.parametrize("marks", MARKS)
def test_markdown_that_is_all_marks(tmp_path: Path, marks: str) -> None:
    """In a claim and on a page: reading it ends, and in no traceback."""
    written = marks * (6_000 // len(marks))
    claim = fact(f"kind: claim\n    claim: |-\n      {written}")
    project = write_project(tmp_path, **{FACTS: claim, PAGE: HEADER + written})
    checked = build.check(Snapshot(project))
    assert render_json(checked.diagnostics, checked.summary)
