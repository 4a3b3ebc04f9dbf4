"""What is proposed for some words is what the check accepts of them."""

from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.diagnostics import Severity
from sitegen.drafts import Appended, append
from sitegen.model import FactKind
from sitegen.preview.annotate.bodies import FactBody, read
from sitegen.preview.annotate.forms import new_fact
from sitegen.preview.annotate.page_text import columns
from sitegen.snapshot import Snapshot
from tests.preview.annotate.making import DEMONSTRATION, Desk, Json, project

PEOPLE = (
    "people:\n  ada-finch:\n    name: Ada Finch\n    aliases: [Finch]\n"
    "  ben-moss:\n    name: Ben Moss\n"
)
TEXT = (
    "A letter from the harbour\n\n"
    "“We have never missed a night in our lives,” said Ada Finch. “We don’t mean to\n"
    "begin now.”\n\n"
    "Nearly 60,000 people came on 4 May 1871, Ben Moss said.\n\n"
    "The lamp was No. 3 on the list of lamps. About $1.2bn was paid, or 5% of votes.\n\n"
    "It cost about €18,500 and 3 pence, for 12.5 per cent of boats.\n\n"
    "“It was all a great big mistake,” a friend of the keeper said.\n\n"
    "I saw it all from here — Ada Finch (@finch) November 4, 2020\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(project(tmp_path_factory.mktemp("letter"), TEXT, people=PEOPLE))


CASES: list[tuple[str, str | None, Json]] = [
    (
        "never missed a night in our lives",
        None,
        {"kind": "quote", "speaker": "ada-finch", "id": "finch-never-missed-night"},
    ),
    (
        "60,000 people came",
        None,
        {"kind": "count", "value": "60000", "unit": "people", "modifier": "nearly"},
    ),
    ("Nearly 60,000 people", None, {"kind": "count", "modifier": "nearly"}),
    ("came on 4 May 1871", None, {"kind": "date", "date": "1871-05-04"}),
    ("No. 3 on the list", None, {"kind": "rank", "value": "3", "of": "the list of lamps"}),
    ("About $1.2bn was paid", None, {"kind": "count", "value": "1.2bn", "unit": "dollars"}),
    ("€18,500", None, {"value": "18500", "unit": "euros", "modifier": "about"}),
    ("12.5 per cent of boats", None, {"value": "12.5", "unit": "per cent of boats"}),
    ("3 pence", None, {"value": "3", "unit": "pence"}),
    ("or 5% of votes", None, {"value": "5", "unit": "per cent of votes"}),
    (
        "all a great big mistake",
        None,
        {"kind": "quote", "speaker": None, "speaker_unnamed": "a friend of the keeper"},
    ),
    (
        "I saw it all from here",
        None,
        {"kind": "quote", "speaker": "ada-finch", "medium": "post", "said": "2020-11-04"},
    ),
    ("The lamp was", None, {"kind": "claim", "speaker": None, "value": None}),
]


@pytest.mark.parametrize(("start", "end", "expected"), CASES)
def test_the_text_fills_in_what_it_states(
    desk: Desk, start: str, end: str | None, expected: Json
) -> None:
    suggested = desk.select(start, end)["suggestions"]

    assert {name: suggested[name] for name in expected} == expected


def test_an_interrupted_quotation_is_cited_in_pieces(desk: Desk) -> None:
    answer = desk.select("We have never", "begin now.")

    assert answer["citation"] == {
        "source": "letter",
        "lines": "3-4",
        "exact": ["We have never missed a night in our lives,", "We don’t mean to begin now."],
    }
    assert answer["suggestions"]["speaker"] == "ada-finch"


@pytest.mark.parametrize("who", ["Tom Brennan", "the harbourmaster, Tom Brennan"])
def test_who_is_named_is_not_called_unnamed(tmp_path: Path, who: str) -> None:
    """A name that people.yaml lacks is left to the editor."""
    desk = Desk(project(tmp_path, f"A letter\n\n“We have never missed a night,” said {who}.\n"))
    suggested = desk.select("have never missed a night")["suggestions"]

    assert suggested["kind"] == "quote"
    assert (suggested["speaker"], suggested["speaker_unnamed"]) == (None, None)


def test_the_people_around_come_first(desk: Desk) -> None:
    people = desk.select("people came")["suggestions"]["speakers"]

    assert people[0] == {"id": "ben-moss", "name": "Ben Moss"}
    assert {one["id"] for one in people} == {"ada-finch", "ben-moss"}


def test_what_is_recognised_is_told(desk: Desk) -> None:
    recognised = desk.select("60,000 people came on 4 May 1871")["recognised"]

    assert recognised == [
        {"kind": "number", "text": "60,000", "number": "60000", "date": None},
        {"kind": "date", "text": "4 May 1871", "number": None, "date": "1871-05-04"},
    ]


def fields_of(suggested: Json, kind: FactKind, claim: str | None) -> Json:
    """A form as it is sent when an editor takes what is proposed, and writes the claim."""
    who = suggested["speaker_unnamed"]
    own = {
        FactKind.QUOTE: {
            "speaker": suggested["speaker"] or (who and {"unnamed": who}),
            "said": suggested["said"],
            "medium": suggested["medium"],
        },
        FactKind.COUNT: {name: suggested[name] for name in ("value", "unit", "modifier")},
        FactKind.RANK: {name: suggested[name] for name in ("value", "of")},
        FactKind.DATE: {"date": suggested["date"]},
        FactKind.CLAIM: {"according_to": suggested["according_to"]},
    }
    shared = {name: suggested[name] for name in ("id", "people", "topics")}
    return {**shared, "kind": str(kind), "claim": claim, **own[kind]}


# Their sources name no speaker in reach, or one whom the page may not show: the editor has to say.
UNTOLD = {
    *("fan-for-biden", "fan-wives-promote", "insider-full-force", "insider-non-existent"),
    "west-tweet-2024",
}


def test_proposals_pass_the_check_for_the_facts_of_the_demonstration() -> None:
    desk = Desk(DEMONSTRATION)
    sheet = desk._current()
    drafts: dict[str, bytes] = {}
    for name, checked in sheet.checked.facts.items():
        evidence = checked.evidence[0]
        of = sheet.text(evidence.citation.source)
        first, last = evidence.anchors[0], evidence.anchors[-1]
        start = columns(of.page.line(first.line, of.parts)[1], first.start, first.end)
        end = columns(of.page.line(last.line, of.parts)[1], last.start, last.end)
        assert start is not None
        assert end is not None
        answer = desk.points(of.source.id, (first.line, start[0]), (last.line, end[1]))
        fields = fields_of(answer["suggestions"], checked.fact.kind, checked.fact.claim)
        form = {"citation": answer["citation"], "fields": {**fields, "id": f"new-{name}"}}
        new, _ = new_fact(read(FactBody, form), sheet)
        made = append(Snapshot(desk.root, drafts), answer["suggestions"]["file"], new)
        assert isinstance(made, Appended)
        drafts[made.path] = made.after

    told = check(Snapshot(desk.root, drafts)).diagnostics

    refused = {one.fact for one in told if one.severity is Severity.ERROR}
    assert refused == {f"new-{name}" for name in UNTOLD}
