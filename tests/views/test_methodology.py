"""The methodology page, the corrections, and the page for missing addresses."""

from dataclasses import replace

import pytest

from sitegen.link import link
from sitegen.model import Basis, BasisKind, Correction, Verdict
from sitegen.views import Annotated, redact, views
from sitegen.views.kinds import CorrectionsPage, Link, MethodologyPage, NotFoundPage
from tests.factory import (
    RAISED,
    Record,
    checked,
    cite,
    date,
    fact,
    page,
    person,
    settings,
    skip,
    source,
    unnamed,
)
from tests.views.making import LOOK, page_of

S = source("s", "60,000 people voted. “It is late,” said Ann Lee on 4 May 2020. 50 stayed.")
ANN = person("ann", "Ann Lee")
FIFTY = cite("s", 1, "50")


def methodology(*records: Record) -> MethodologyPage:
    return page_of("methodology.html", MethodologyPage, S, *records)


def test_it_counts_what_was_checked_and_what_was_not() -> None:
    view = methodology(
        fact(
            "a",
            FIFTY,
            cite("s", 1),
            note="n",
            basis={"claim": Basis(BasisKind.DERIVED, "1 + 1")},
        ),
        fact("b", FIFTY),
        skip(cite("s", 1, "stayed"), "Too vague."),
    )
    assert (view.facts, view.citations, view.matching) == (2, 3, 2)
    assert (view.found_fields, view.inferred_fields, view.unchecked_fields) == (0, 1, 2)
    tables = {t.id: {row.code: row.count for row in t.rows if row.count} for t in view.tables}
    assert tables == {
        "By-verdict": {"found": 2, "unchecked": 1},
        "By-kind": {"claim": 2},
        "By-basis": {"derived": 1},
    }
    assert [(f.code, f.found, f.inferred, f.unchecked, f.other) for f in view.fields] == [
        ("note", 0, 0, 1, 0),
        ("claim", 0, 1, 1, 0),
    ]
    assert [(i.subject.href, [(r.field, r.basis) for r in i.reasons]) for i in view.inferred] == [
        ("facts/a.html", [("Our sentence", "derived: 1 + 1")])
    ]
    (skipped,) = view.skipped
    assert [(p.href, p.because) for p in skipped.passages] == [("sources/s.html#L1", "Too vague.")]


def test_each_family_of_rules_says_what_it_cannot_tell_and_what_it_came_to() -> None:
    sheet = checked(
        S,
        ANN,
        fact("a", FIFTY, kind="count", claim="x", value="50", unit="people"),
        fact("b", cite("s", 1, "late"), kind="quote", speaker="ann", said="2020"),
        fact("c", cite("s", 1), kind="date", claim="x", date="2020"),
    )
    judged = {
        "a": {"value": Verdict.FOUND, "unit": Verdict.UNCHECKED, "claim": Verdict.FOUND},
        "b": {"speaker": Verdict.FOUND, "said": Verdict.MISMATCH},
        "c": {"date": Verdict.UNCHECKED},
    }
    facts = {name: replace(sheet.facts[name], fields=fields) for name, fields in judged.items()}
    linked, _ = link(replace(sheet, facts=facts))
    view = {p.path: p.view for p in views(redact(linked), LOOK)}["methodology.html"]
    assert isinstance(view, MethodologyPage)
    assert [(family.title, family.found) for family in view.rules] == [
        ("The words", "2 of 3 citations found."),
        ("The figures", "1 found in the words, 1 not checked."),
        ("The dates", "1 not checked, 1 refused, and settled by an editor."),
        ("The speakers", "1 found in the words."),
        ("Our own sentences", "1 found in the words."),
        ("Our copies", "1 copy of 1 source; when it was made is recorded of none."),
    ]
    assert all(family.does and family.cannot for family in view.rules)
    assert {field.code: field.other for field in view.fields if field.other} == {"said": 1}


def test_warnings_that_were_settled_are_listed_and_counted() -> None:
    view = methodology(
        fact("a", FIFTY, accept={RAISED: "It is a name.", "quote-cut": "Never raised."}),
        fact("b", FIFTY, accept={RAISED: "It is short."}),
    )
    assert [(a.fact.href, a.code, a.because) for a in view.accepted] == [
        ("facts/a.html", RAISED, "It is a name."),
        ("facts/b.html", RAISED, "It is short."),
    ]
    table = next(table for table in view.tables if table.id == "By-warning")
    assert [(row.code, row.count) for row in table.rows] == [(RAISED, 2)]
    assert table.rows[0].label.endswith(f" ({RAISED})")


def test_unnamed_sources_are_counted_and_those_of_one_outlet_apart() -> None:
    friend = unnamed("a friend")
    other = source("o", "50 stayed.")
    view = methodology(
        other,
        fact("a", FIFTY, according_to=friend),
        fact("b", FIFTY, cite("o", 1, "50"), according_to=friend),
        fact("c", FIFTY),
        person("cat", "Cat Nye", private=True),
    )
    counted, apart, _, private = view.unnamed
    assert counted.startswith("2 of 3 facts rest on somebody whom the source does not name.")
    assert apart.startswith("1 of them says so")
    assert private == "1 private person stands here by a role, without a name."


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("a",), "Each of them says so"),
        (("a", "b"), "Each of them says so"),
    ],
)
def test_where_all_of_them_hang_by_one_thread_it_says_each(
    names: tuple[str, ...], words: str
) -> None:
    facts = (fact(name, FIFTY, according_to=unnamed("a friend")) for name in names)
    assert methodology(*facts).unnamed[1].startswith(words)


def test_without_unnamed_sources_it_says_so() -> None:
    assert methodology(fact("a", FIFTY)).unnamed == (
        "No fact here rests on somebody whom the source does not name.",
    )


def test_the_commands_are_those_of_the_script_and_tell_of_texts_that_may_not_be_given() -> None:
    whole = methodology()
    assert [command.line for command in whole.commands] == [
        "python3 data/verify.py",
        "sha256sum YOUR-COPY.txt",
        "python3 data/verify.py YOUR-COPY.txt",
        "python3 data/verify.py SOURCE=YOUR-COPY.txt",
    ]
    assert [link.href for link in whole.exports] == [
        "data/facts.json",
        "data/sources.json",
        "data/verify.py",
    ]
    part = methodology(source("hidden", None))
    assert "may not be given" not in whole.commands[0].does
    assert "may not be given" in part.commands[0].does


def test_how_much_of_the_articles_is_annotated_is_shown_where_it_was_counted() -> None:
    linked, _ = link(checked(S))
    rows = (Annotated("quotation", 3, 2, 1), Annotated("number", 0, 0, 5))
    made = views(redact(linked), LOOK, lambda: rows)
    view = {p.path: p.view for p in made}["methodology.html"]
    assert isinstance(view, MethodologyPage)
    assert [(r.label, r.cited, r.skipped, r.remaining) for r in view.annotated] == [
        ("Quotations", 3, 2, 1),
        ("Numbers", 0, 0, 5),
    ]
    assert methodology().annotated == ()


# Corrections


def corrected(*dates: str) -> tuple[Correction, ...]:
    return tuple(Correction(date(day), f"Before {day}.", "We erred.") for day in dates)


@pytest.mark.parametrize(
    ("dates", "words", "counted"),
    [
        ((), None, "Nothing has been corrected so far."),
        (("2020",), "1 correction, of 2020.", "1 correction so far."),
        (
            ("2020", "2021-06"),
            "2 corrections, the latest of June 2021.",
            "2 corrections so far.",
        ),
    ],
)
def test_corrections_are_counted(dates: tuple[str, ...], words: str | None, counted: str) -> None:
    records = (S, fact("a", FIFTY, corrections=corrected(*dates)))
    assert page_of("corrections.html", CorrectionsPage, *records).figures == words
    assert methodology(records[1]).corrections[1] == counted


def test_readers_are_asked_to_report_where_the_site_says_how() -> None:
    site = settings(report_email="desk@a.example")
    view = page_of("corrections.html", CorrectionsPage, S, settings=site)
    assert view.report == Link(
        "Report a problem", "mailto:desk@a.example?subject=The%20site%3A%20corrections"
    )
    assert page_of("corrections.html", CorrectionsPage, S).report is None


# Missing addresses


def test_a_missing_address_leads_to_everything_or_nowhere() -> None:
    site = settings(base_url="https://a.example/b")
    records = (S, fact("a", FIFTY), page("any", "x"))
    chrome = page_of("404.html", NotFoundPage, *records, settings=site).chrome
    hrefs = [entry.href for entry in chrome.navigation]
    assert hrefs[0] == "/b/any.html"
    assert all(href.startswith("/b/") for href in hrefs)
    alone = page_of("404.html", NotFoundPage, *records).chrome
    assert (alone.home, alone.navigation) == (None, ())
