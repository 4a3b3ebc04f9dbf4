"""What holds for all pages of a site together."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from posixpath import join, normpath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sitegen.model import Display
from sitegen.views import export_files
from sitegen.views.kinds import PageView, SourcePage
from tests.factory import Record, cite, fact, page, person, skip, source, topic
from tests.views.making import pages_of, shown_of

RECORDS: tuple[Record, ...] = (
    source("s", "60,000 people voted. “It is late,” said Ann Lee.\nNobody came.\n\n50 stayed."),
    source("t", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.", display=Display.EXCERPT),
    source("u", None),
    person("ann", "Ann Lee"),
    person("cy", "Cy Doe", role="a neighbour", private=True),
    topic("t", "Topic", summary="See [the page](p.md)."),
    fact("a", cite("s", 1, "60,000", "late"), cite("t", 5, "Three"), people=("ann",),
         topics=("t",)),
    fact("b", cite("s", 1, "people voted. “It"), cite("u", 1), kind="quote", speaker="ann"),
    fact(
        "c", cite("s", 4, "50"), kind="count", claim="x", value="50", unit="people", measure="m",
        note="See {fact}`a`.",
    ),
    fact("d", cite("s", 1, "60,000"), kind="count", claim="x", value="60000", unit="people",
         measure="m", as_of="2020"),
    skip(cite("t", 1, "One"), "Too vague."),
    page("p", "# The count\n\n{fact}`a` {value}`c`\n\n:::{chart}\n:kind: count\n:::",
         topics=("t",)),
)  # fmt: skip


def strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a view with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif names := fields_of(value):
        for field in names:
            yield from strings(getattr(value, field), field)
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part, name)


def fields_of(value: Any) -> tuple[str, ...]:
    """The names of a view's fields; nothing for what is no view."""
    if is_dataclass(value):
        return tuple(field.name for field in fields(value))
    return getattr(value, "_fields", ())


def links_of(page_: PageView) -> Iterator[str]:
    for name, value in strings(page_.view):
        if isinstance(value, Markup):
            yield from re.findall(r'(?:href|src)="([^"]*)"', value)
        elif name in {"href", "home", "methodology", "highlight"}:
            yield value


def ids_of(page_: PageView) -> list[str]:
    """The ids in the Markup of a page and those that its template gives."""
    found = []
    for name, value in strings(page_.view):
        if name in {"html", "body", "chart"} and isinstance(value, Markup):
            found += re.findall(r' id="([^"]*)"', value)
        elif name == "id" and re.search("[A-Z]", value):
            found.append(value)
    if isinstance(page_.view, SourcePage):
        found += [f"L{line.number}" for line in page_.view.lines if not line.elided]
    return found


def test_every_link_leads_to_a_page_a_file_or_an_id_that_is_there() -> None:
    shown = shown_of(*RECORDS)
    pages = pages_of(*RECORDS)
    known = {*export_files(shown, (), lambda _: b""), "data/verify.py"}
    for path, page_ in pages.items():
        for link in links_of(page_):
            address, _, fragment = link.partition("#")
            target = normpath(join(path, "..", address)) if address else path
            assert target in pages or target in known, (path, link)
            if fragment:
                assert fragment in ids_of(pages[target]), (path, link)


def test_no_id_stands_twice_on_a_page() -> None:
    for path, page_ in pages_of(*RECORDS).items():
        assert [name for name, count in Counter(ids_of(page_)).items() if count > 1] == [], path


def test_ids_that_are_no_facts_hold_a_capital_letter() -> None:
    facts = {"a", "b", "c", "d"}
    for page_ in pages_of(*RECORDS).values():
        for name in ids_of(page_):
            assert re.search("[A-Z]", name) or name.partition("--")[0] in facts


def test_no_page_says_that_anything_is_true() -> None:
    for path, page_ in pages_of(*RECORDS).items():
        for _, words in strings(page_.view):
            read = re.sub("<[^>]*>", " ", words)
            assert not re.search(r"\b(true|verified|proven)\b", read, re.IGNORECASE), path


def test_views_hold_only_what_templates_may_see() -> None:
    allowed = (str, int, bool, tuple, type(None))

    def check(value: Any) -> None:
        names = fields_of(value)
        assert isinstance(value, allowed) or names, type(value)
        if names:
            assert type(value).__module__.startswith("sitegen.views.kinds.")
            for field in names:
                check(getattr(value, field))
        elif isinstance(value, tuple):
            for part in value:
                check(part)

    for page_ in pages_of(*RECORDS).values():
        check(page_.view)


def test_each_page_names_its_subject() -> None:
    subjects = {path: page_.subject for path, page_ in pages_of(*RECORDS).items()}
    assert subjects["facts/a.html"] == "fact a"
    assert subjects["sources/s.html"] == "source s"
    assert subjects["people/cy.html"] == "person cy"
    assert subjects["p.html"] == "page p"
    assert len(set(subjects.values())) == len(subjects)


@settings(max_examples=20)
@given(st.permutations(RECORDS))
def test_the_order_of_the_files_does_not_matter(records: list[Record]) -> None:
    assert pages_of(*records) == pages_of(*RECORDS)


def test_a_note_changes_only_the_page_of_its_fact() -> None:
    before = pages_of(*RECORDS)
    changed = [
        fact(
            "a",
            cite("s", 1, "60,000", "late"),
            cite("t", 5, "Three"),
            people=("ann",),
            topics=("t",),
            note="New.",
        )
        if getattr(record, "id", "") == "a"
        else record
        for record in RECORDS
    ]
    after = pages_of(*changed)
    figures = re.compile(r"figures='[^']*'")
    differing = {
        path
        for path in before
        if figures.sub("", repr(before[path])) != figures.sub("", repr(after[path]))
    }
    assert differing == {"facts/a.html", "methodology.html"}


@pytest.mark.parametrize("path", ["index.html", "facts.html", "facts/a.html", "404.html"])
def test_an_empty_fact_sheet_has_all_its_lists(path: str) -> None:
    pages = pages_of()
    assert (path in pages) is (path != "facts/a.html")
