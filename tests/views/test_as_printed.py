"""Words as printed on the pages: with their edits, and what each mark stands for."""

import json
from pathlib import Path

from sitegen.build import check
from sitegen.snapshot import Snapshot
from sitegen.views import Shown, export_files, redact, views
from sitegen.views.kinds import FactPage
from tests.cases.reading import Case
from tests.views.making import LOOK

LETTER = "“We saw him and his friends cross the bridge at night,” said Ada Lovelace.\n"
FACT = """\
source: letter
facts:
  one:
    kind: quote
    speaker: ada
    quote: |-
      {quote}
    cite: {cite}
"""
PRINTED = "We saw [the mayor] and his [good] friends […] at night."


def shown(tmp_path: Path, quote: str, cite: str = "{lines: 1}", source: str = "") -> Shown:
    files: dict[str, str | None] = {
        "seeds/letter.txt": LETTER,
        "content/facts/a.yaml": FACT.format(quote=quote, cite=cite),
    }
    Case("views", "as printed", files, []).write(tmp_path)
    with (tmp_path / "content" / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(source)
    return redact(check(Snapshot(tmp_path)).linked)


def fact_page(made: Shown) -> FactPage:
    view = next(page.view for page in views(made, LOOK) if page.path == "facts/one.html")
    assert isinstance(view, FactPage)
    return view


def test_the_page_shows_the_edits_and_what_they_stand_for(tmp_path: Path) -> None:
    page = fact_page(shown(tmp_path, PRINTED))
    assert page.fact.headline == f"“{PRINTED}”"
    row = next(row for row in page.fields if row.name == "quote")
    assert row.basis == "[the mayor]: in the source “him”; [good]: added, not in the source"
    assert page.evidence[0].words == ("We saw", "and his", "friends", "at night")


def test_words_as_printed_that_were_not_found_are_no_headline(tmp_path: Path) -> None:
    cite = "{lines: 1, exact: We saw him and his friends}"
    page = fact_page(shown(tmp_path, "We never saw him", cite))
    assert page.fact.headline == "“We saw him and his friends”"


def test_what_a_redaction_hides_no_edit_tells(tmp_path: Path) -> None:
    hidden = "    redact: [{exact: friends cross, shown_as: people}, {exact: him, shown_as: X}]\n"
    made = shown(tmp_path, PRINTED.replace("friends […]", "[friends] cross […]"), source=hidden)
    page = fact_page(made)
    told = json.dumps([row.basis for row in page.fields]) + str(page.fact.headline)
    exported = dict(export_files(made, (), lambda _: b""))["data/facts.json"].decode()
    assert "him" not in told
    assert "friends cross" not in told + exported
    assert '"him"' not in exported


def test_the_data_has_the_pieces_with_their_places(tmp_path: Path) -> None:
    made = shown(tmp_path, PRINTED)
    facts = json.loads(dict(export_files(made, (), lambda _: b""))["data/facts.json"])["facts"]
    (citation,) = next(fact["citations"] for fact in facts if fact["id"] == "one")
    assert citation["tier"] == "T3"
    assert citation["exact"] == ["We saw", "and his", "friends", "at night"]
    assert [LETTER[a["start"] : a["end"]] for a in citation["anchors"]] == citation["exact"]
