"""Each reference in prose is checked where it stands."""

import pytest

from sitegen.diagnostics import Diagnostic, Span
from sitegen.link import link
from sitegen.linked import At, Destination, Linked, ProseKey
from sitegen.model import Asset
from tests.factory import (
    Record,
    checked,
    cite,
    fact,
    page,
    person,
    redaction,
    source,
    topic,
    unnamed,
)

TEXT = "60,000 people voted.\n“It is late,” said Ann Lee on 4 May 2020."
RECORDS: tuple[Record, ...] = (
    source("daily", TEXT),
    person("ann-lee", "Ann Lee"),
    topic("the-vote", "The vote"),
    fact(
        "late", cite("daily", 2, "It is late,"), kind="quote", speaker="ann-lee", said="2020-05-04"
    ),
    fact(
        "votes",
        cite("daily", 1, "60,000 people"),
        kind="count",
        claim="60,000 voted.",
        value="60000",
        unit="votes",
        measure="turnout",
        topics=("the-vote",),
    ),
    fact("share", cite("daily", 1, "60,000"), kind="count", claim="x", value="60", unit="people"),
    fact("bare", cite("daily", 1), claim="Somebody voted.", formerly=("older",)),
    page("index", "Hello."),
    page("vote", "# The count\n\nHello."),
    Asset("map.png", b""),
)


def linked(*records: Record) -> tuple[Linked, tuple[Diagnostic, ...]]:
    return link(checked(*RECORDS, *records))


def problems(body: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong with a page of this text, which begins in line 4."""
    _, diagnostics = linked(page("p", body))
    return [(d.code, d.span.line, d.span.column) for d in diagnostics if d.span]


@pytest.mark.parametrize(
    "body",
    [
        "{fact}`late` {quote}`late` {date}`late` {value}`votes` {person}`ann-lee` {plain}`2020`",
        "{quote}`votes`",
        "[a](index.md) [b](vote.md#the-count) [c](vote.html#H-the-count) [d](/timeline.html)",
        "[a](facts/late.html) [b](sources/daily.html#L2) [c](sources/daily.html#late)",
        "[a](people/ann-lee.html) [b](topics/the-vote.html) [c](data/facts.json)",
        "[a](https://a.example/) [b](mailto:a@b.example) <https://a.example>",
        "# Here\n\n[a](#here)",
        "![a map](assets/map.png) [b](assets/map.png)",
        ":::{facts}\n:::",
        ":::{facts}\n:ids: late, votes\n:::",
        ":::{timeline}\n:ids: late\n:kind: quote\n:::",
        ":::{chart}\n:measure: turnout\n:::",
        ":::{compare}\n:ids: late votes\n:::",
    ],
)
def test_what_leads_somewhere(body: str) -> None:
    assert problems(body) == []


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("x {fakt}`late`", "unknown-role", 4, 3),
        ("x\n{fact}`lat`", "unknown-fact", 5, 1),
        ("{value}`lat`", "unknown-fact", 4, 1),
        ("{person}`ann`", "unknown-person", 4, 1),
        ("{value}`late`", "wrong-role", 4, 1),
        ("{date}`votes`", "wrong-role", 4, 1),
        ("{quote}`bare`", "wrong-role", 4, 1),
        ("[x](nowhere.md)", "broken-link", 4, 1),
        ("[x](nowhere.html)", "broken-link", 4, 1),
        ("[x](searching.html)", "broken-link", 4, 1),
        ("[x](../index.html)", "broken-link", 4, 1),
        ("[x](facts/late.html#x)", "broken-link", 4, 1),
        ("[x](vote.md#nothing)", "broken-link", 4, 1),
        ("[x](sources/daily.html#L3)", "broken-link", 4, 1),
        ("[x](sources/daily.html#L02)", "broken-link", 4, 1),
        ("[x](sources/daily.html#bare)", "broken-link", 4, 1),
        ("[x](sources/daily.html#late--2)", "broken-link", 4, 1),
        ("[x](javascript:alert)", "broken-link", 4, 1),
        ("[x](//evil.example)", "broken-link", 4, 1),
        ("<ftp://a.example>", "broken-link", 4, 1),
        ("![x](assets/mop.png)", "broken-link", 4, 1),
        ("![x](https://a.example/x.png)", "broken-link", 4, 1),
        ("![x](index.md)", "broken-link", 4, 1),
        ("\n:::{fact}\n:::", "unknown-role", 5, 1),
        (":::{facts}\n:idz: late\n:::", "bad-option", 5, 1),
        (":::{facts}\n:ids: late lat\n:::", "unknown-fact", 5, 1),
        (":::{facts}\n:topic: vote\n:::", "unknown-topic", 5, 1),
        (":::{facts}\n:measure: x\n:::", "bad-option", 5, 1),
        (":::{facts}\n:kind: quotes\n:::", "bad-option", 5, 1),
        (":::{facts}\n:ids:\n:::", "bad-option", 5, 1),
        (":::{facts}\n:ids: late\n:ids: votes\n:::", "bad-option", 6, 1),
        (":::{facts}\nmore words\n:::", "bad-option", 4, 1),
        (":::{facts} late\n:::", "bad-option", 4, 1),
        (":::{facts}\n:topic: the-vote\n:kind: quote\n:::", "bad-option", 4, 1),
        (":::{timeline}\n:ids: votes\n:::", "bad-option", 5, 1),
        (":::{chart}\n:ids: late\n:::", "bad-option", 5, 1),
        (":::{chart}\n:::", "bad-option", 4, 1),
    ],
)
def test_what_leads_nowhere(body: str, code: str, line: int, column: int) -> None:
    assert problems(body) == [(code, line, column)]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("{fakt}`late`", "did you mean “fact”?"),
        ("{fact}`lat`", "did you mean “late”?"),
        ("{fact}`older`", "it is now “bare”"),
        ("{person}`an-lee`", "did you mean “ann-lee”?"),
        (":::{timelin}\n:::", "did you mean “timeline”?"),
        (":::{facts}\n:topik: the-vote\n:::", "did you mean “topic”?"),
        (":::{facts}\n:topic: the-votes\n:::", "did you mean “the-vote”?"),
        ("[x](facts/older.html)", "it is now facts/bare.html"),
        ("[x](vot.md)", "did you mean “vote.html”?"),
        ("[x](ftp://a.example)", "a link outside begins with http, https, mailto"),
        (":::{chart}\n:::", "choose facts of one unit with :ids: or :measure:"),
    ],
)
def test_the_nearest_known_name_is_a_hint(body: str, hint: str) -> None:
    _, diagnostics = linked(page("p", body))
    assert [d.hints for d in diagnostics] == [(hint,)]


def test_a_problem_in_a_facts_text_names_the_fact_and_its_file() -> None:
    odd = fact("odd", cite("daily", 1, "60,000"), note="See {fact}`nothing-like-it`.")
    _, (problem,) = linked(odd)
    assert (problem.code, problem.fact) == ("unknown-fact", "odd")
    assert problem.span == Span("content/facts/f.yaml", 1, 1, 1, 2)


def test_a_directive_stands_only_on_a_page() -> None:
    odd = fact("odd", cite("daily", 1, "60,000"), note=":::{facts}\n:::")
    _, (problem,) = linked(odd)
    assert problem.code == "unknown-role"
    assert "only on an explainer page" in problem.message


def test_links_are_resolved_from_the_sites_root_wherever_they_stand() -> None:
    odd = fact("odd", cite("daily", 1, "60,000"), note="[x](vote.md#the-count)")
    found, _ = linked(odd)
    destinations = {at.key: destination for at, destination in found.destinations.items()}
    assert destinations == {
        ProseKey("fact", "odd", "note"): Destination("vote.html", False, "H-the-count")
    }


@pytest.mark.parametrize(
    ("options", "facts"),
    [
        (":ids: votes late", ("votes", "late")),
        (":ids: votes, late, votes", ("votes", "late")),
        (":kind: count", ("share", "votes")),
        (":topic: the-vote", ("votes",)),
        (":measure: turnout", ("votes",)),
        (":ids: late votes\n:kind: count", ("votes",)),
        (":kind: quote\n:ids: late votes", ("late",)),
    ],
)
def test_a_directive_shows_the_facts_that_fit_all_its_options(
    options: str, facts: tuple[str, ...]
) -> None:
    found, _ = linked(page("p", f":::{{facts}}\n{options}\n:::"))
    ((at, selected),) = found.selections.items()
    assert (at.key, at.place.line) == (ProseKey("page", "p", "body"), 1)
    assert selected == facts


def test_without_options_a_directive_shows_all_facts_dated_ones_first() -> None:
    found, _ = linked(page("p", ":::{facts}\n:::"))
    assert list(found.selections.values()) == [("late", "bare", "share", "votes")]


def test_a_timeline_is_in_the_order_of_time() -> None:
    dates = {"one": "2021", "two": "2019-12", "three": "XXXX-01-20", "four": "2019-12-01"}
    facts = [
        fact(name, cite("daily", 1, "60,000"), kind="date", claim="x", date=when)
        for name, when in dates.items()
    ]
    found, _ = linked(*facts, page("p", ":::{timeline}\n:ids: one two three four\n:::"))
    assert list(found.selections.values()) == [("four", "two", "one", "three")]


def test_a_selection_belongs_to_the_place_of_its_directive() -> None:
    found, _ = linked(page("p", ":::{facts}\n:ids: late\n:::\n\n:::{facts}\n:ids: votes\n:::"))
    assert [(at.place.line, facts) for at, facts in found.selections.items()] == [
        (1, ("late",)),
        (5, ("votes",)),
    ]
    assert all(isinstance(at, At) for at in found.selections)


SECRET = source("other", "Barbara Stacks spoke.", redact=(redaction("Barbara Stacks", "[B.]"),))


@pytest.mark.parametrize(
    "record",
    [
        fact("barbara-stacks-votes", cite("daily", 1, "60,000")),
        fact("barbarastacks", cite("daily", 1, "60,000")),
        fact("kim-votes", cite("daily", 1, "60,000")),
        fact("x", cite("daily", 1, "60,000"), formerly=("barbara-stacks",)),
        fact("x", cite("daily", 1, "60,000"), kind="count", value="1", measure="of-barbara-stacks"),
        topic("kim", "A neighbour"),
        page("barbara-stacks", "Hello."),
        Asset("Barbara_Stacks.png", b""),
        Asset("x.svg", b"<text>Barbara Stacks</text>"),
    ],
)
def test_what_redaction_cannot_reach_may_not_tell(record: Record) -> None:
    private = person("n", "Kim Smith", aliases=("Kim",), role="a neighbour", private=True)
    _, diagnostics = linked(SECRET, private, record)
    assert {d.code for d in diagnostics} == {"redacted-words"}


def test_a_name_within_a_longer_word_tells_nothing() -> None:
    private = person("n", "Kim", role="a neighbour", private=True)
    _, diagnostics = linked(private, fact("kimono", cite("daily", 1, "60,000")))
    assert diagnostics == ()


def test_a_redaction_limited_to_lines_forbids_no_id() -> None:
    limited = source("other", "Stacks spoke.", redact=(redaction("Stacks", "[B.]", (1, 1)),))
    _, diagnostics = linked(limited, fact("stacks", cite("daily", 1, "60,000")))
    assert diagnostics == ()


def test_unknown_people_and_sources_do_not_stop_linking() -> None:
    lost = fact("lost", cite("nowhere", 9, "x"), speaker="nobody", according_to=unnamed("x"))
    found, _ = linked(lost)
    assert found.said["ann-lee"] == ("late",)
    assert "nowhere" not in found.by_line
