"""Nothing that a page or a file holds tells what is redacted, and no highlight moves."""

import json
from dataclasses import replace

import pytest

from sitegen.link import link
from sitegen.model import Amount, Correction, Publisher
from sitegen.views import Look, export_files, redact, views
from sitegen.views.kinds import FactPage, PersonPage, SourcePage
from tests.factory import (
    Record,
    checked,
    cite,
    date,
    fact,
    page,
    person,
    redaction,
    settings,
    skip,
    source,
    topic,
    unnamed,
)
from tests.views.making import LOOK, page_of, shown_of

TEXT = "It was Barbara Stacks who left.\n“I go,” said Barbara\nStacks to Ann Lee."
HIDDEN = (redaction("Barbara Stacks", "[B.]"),)


def everything_about(secret: str) -> tuple[Record, ...]:
    """Records that hold a secret in every string that a page might show."""
    return (
        source(
            "s",
            f"It was {secret} who left.",
            title=f"On {secret}",
            publisher=secret,
            author=secret,
            url=f"https://a.example/{secret.replace(' ', '-').lower()}",
            licence=secret,
            note=f"By {secret}.",
            display_because=secret,
        ),
        topic("t", secret, summary=f"All of *{secret}*."),
        person("p", "Pat", aliases=(secret,), role=secret, description=f"Knows {secret}."),
        fact(
            "a",
            cite("s", 1, f"was {secret}"),
            claim=f"{secret} left.",
            note=f"So {secret.replace(' ', ' *')}* did.",
            response=secret,
            via=secret,
            according_to=unnamed(f"a friend of {secret}"),
            corrections=(Correction(date("2020"), f"{secret} stayed.", secret),),
            accept={"quote-cut": secret},
            people=("p",),
            topics=("t",),
        ),
        fact("q", cite("s", 1, f"{secret} who"), kind="quote", speaker="p", quote=f"{secret} […]"),
        fact(
            "c",
            cite("s", 1, secret),
            kind="count",
            claim="x",
            value=f"5 {secret}",
            unit=secret,
            measure="m",
        ),
        skip(cite("s", 1, f"{secret} who left"), f"Because of {secret}."),
        page(
            "index",
            f"# {secret}\n\n{{plain}}`{secret}` and {{quote}}`a` {{fact}}`q` [x](https://a.example/"
            f"{secret.replace(' ', '%20')}) `{secret}`\n\n:::{{facts}}\n:::",
            title=secret,
            summary=secret,
        ),
    )


SITE = settings(
    title="On Barbara Stacks",
    description="Barbara Stacks.",
    licence="Barbara Stacks",
    publisher=Publisher("Barbara Stacks", "https://barbara-stacks.example"),
)


@pytest.mark.parametrize(
    "keeper",
    [
        source("other", "Nothing.", redact=HIDDEN),
        person(
            "hidden",
            "Barbara Stacks",
            role="a neighbour",
            private=True,
            url="https://a.example/x",
            wikidata="Q1",
            aliases=("B. Stacks",),
        ),
    ],
)
def test_no_page_and_no_file_tells(keeper: Record) -> None:
    shown = shown_of(keeper, *everything_about("Barbara Stacks"), settings=SITE)
    made = [*map(repr, views(shown, LOOK))]
    made += [content.decode() for content in export_files(shown, (), lambda _: b"").values()]
    for text in made:
        assert "stacks" not in text.lower()
    assert "[B.]" in "".join(made) or "a neighbour" in "".join(made)


def test_the_words_are_there_when_nobody_hides_them() -> None:
    shown = shown_of(*everything_about("Barbara Stacks"), settings=SITE)
    assert repr(tuple(views(shown, LOOK))).count("Barbara Stacks") > 30


def test_marks_stand_on_the_same_words_whatever_is_cut() -> None:
    view = page_of(
        "sources/s.html",
        SourcePage,
        source("s", TEXT, redact=HIDDEN),
        fact("a", cite("s", 1, "who left")),
        fact("b", cite("s", 1, "was Barbara")),
        fact("c", cite("s", (2, 3), "Barbara\nStacks to Ann")),
    )
    assert [str(line.html) for line in view.lines] == [
        'It <mark id="b" data-facts="b">was [B.]</mark> '
        '<mark id="a" data-facts="a">who left</mark>.',
        '“I go,” said <mark id="c" data-facts="c">[B.]</mark>',
        '<mark data-facts="c"> to Ann</mark> Lee.',
    ]


def test_a_redaction_limited_to_lines_leaves_the_others_alone() -> None:
    view = page_of(
        "sources/s.html",
        SourcePage,
        source("s", "Stacks left.\nStacks stayed.", redact=(redaction("Stacks", "[S.]", (2, 2)),)),
        fact("a", cite("s", 1, "Stacks left")),
        fact("b", cite("s", 2, "Stacks stayed")),
    )
    assert [str(line.html) for line in view.lines] == [
        '<mark id="a" data-facts="a">Stacks left</mark>.',
        '<mark id="b" data-facts="b">[S.] stayed</mark>.',
    ]


def limited_fact(name: str) -> FactPage:
    return page_of(
        f"facts/{name}.html",
        FactPage,
        source("s", "Stacks left.\nStacks stayed.", redact=(redaction("Stacks", "[S.]", (2, 2)),)),
        person("p", "Pat"),
        fact("a", cite("s", 1, "Stacks left"), kind="quote", speaker="p"),
        fact("b", cite("s", 2, "Stacks stayed"), kind="quote", speaker="p"),
        fact("c", cite("s", 2, "Stacks"), kind="quote", speaker="p", quote="Stacks […]"),
    )


@pytest.mark.parametrize(
    ("name", "pieces", "redacted"),
    [
        ("a", ("Stacks left",), False),
        ("b", ("[S.] stayed",), True),
        ("c", ("[S.]",), True),
    ],
)
def test_words_cited_from_those_lines_are_redacted_too(
    name: str, pieces: tuple[str, ...], redacted: bool
) -> None:
    view = limited_fact(name)
    assert view.fact.pieces == pieces
    assert view.evidence[0].redacted is redacted


def test_a_title_taken_from_the_text_is_taken_from_the_text_as_shown() -> None:
    inferred = source(
        "s",
        "Stacks left.",
        title="Stacks left.",
        title_inferred=True,
        redact=(redaction("Stacks", "[S.]", (1, 1)),),
    )
    assert page_of("sources/s.html", SourcePage, inferred).title == "[S.] left."


def test_the_data_keeps_raw_anchors_and_says_that_words_are_withheld() -> None:
    shown = shown_of(source("s", TEXT, redact=HIDDEN), fact("b", cite("s", 1, "was Barbara")))
    files = dict(export_files(shown, (), lambda _: b"text"))
    ((citation,),) = [f["citations"] for f in json.loads(files["data/facts.json"])["facts"]]
    assert citation["exact"] == "was [B.]"
    assert citation["anchors"] == [{"line": 1, "start": 3, "end": 14}]
    assert citation["redacted"] is True
    (record,) = json.loads(files["data/sources.json"])["sources"]
    assert record["text"] is None
    assert "data/texts/s.txt" not in files


def test_words_that_nobody_could_check_are_withheld_too() -> None:
    gone = source("s", None, redact=HIDDEN)
    shown = shown_of(gone, fact("b", cite("s", 1, "was Barbara Stacks"), cite("s", 1, "was")))
    data = json.loads(dict(export_files(shown, (), lambda _: b""))["data/facts.json"])
    citations = data["facts"][0]["citations"]
    assert [(c["exact"], c.get("redacted")) for c in citations] == [
        ("was [B.]", True),
        ("was", None),
    ]


def test_a_private_person_is_known_by_their_role() -> None:
    private = person("p", "Ann Lee", role="a neighbour", private=True, url="https://ann.example")
    records = (
        source("s", "“I go,” said Ann Lee."),
        private,
        fact("q", cite("s", 1, "I go,"), kind="quote", speaker="p"),
    )
    view = page_of("people/p.html", PersonPage, *records)
    assert (view.name, view.role, view.link, view.private) == ("a neighbour", None, None, True)
    assert view.chrome.noindex
    card = page_of("facts/q.html", FactPage, *records).fact
    assert card.speaker is not None
    assert card.speaker.text == "a neighbour"
    lines = page_of("sources/s.html", SourcePage, *records).lines
    assert str(lines[0].html).endswith("said [a neighbour].")


def test_a_figure_with_redacted_words_is_no_longer_a_number() -> None:
    many = fact("c", cite("s", 1, "It"), kind="count", claim="x", value="5", unit="votes")
    many = replace(many, value=Amount("5 Stacks", None))
    shown = shown_of(source("s", TEXT, redact=(redaction("Stacks", "[S.]"),)), many)
    assert shown.factsheet.facts["c"].value == Amount("5 [S.]", None)


def test_without_redactions_nothing_is_copied() -> None:
    linked, _ = link(checked(source("s", TEXT), fact("a", cite("s", 1, "who"))))
    shown = redact(linked)
    assert shown.linked is linked
    assert shown.altered == frozenset()
    assert tuple(views(shown, Look()))
