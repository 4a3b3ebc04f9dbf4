"""What stands above an article's prose: of it nothing is drafted, and of prose everything is."""

from pathlib import Path

import pytest

from sitegen.drafts.add.head import head_of
from tests.drafts.add.making import SOURCES, add, empty, errors, one_by_one, taken, told

FACTS = "content/facts/a.yaml"
PROSE = "The bridge will open in 2026, officials said.\n"
COUNCIL = "Bridge will cost 12 million, council says\n"
DEMONSTRATION = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def drafted(tmp_path: Path, text: str) -> str:
    """The file of drafts of an article."""
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    root = empty(tmp_path / "p")
    assert add(root, file, "--id", "a") == 0
    return (root / FACTS).read_text(encoding="utf-8")


HEADS = {
    "headline, byline and dateline": f"{COUNCIL}By Hanna Reyes\nRiver Courier, 12 March 2024\n\n",
    "right above the prose": f"{COUNCIL}By Hanna Reyes\nRiver Courier, 12 March 2024\n",
    "both in a line": f"{COUNCIL}\nBy Rosa Lindqvist / Harbour Gazette, 12 March 2024\n\n",
    "each apart": f"{COUNCIL}\nThe 3rd try\n\nBy Hanna Reyes\n\nLONDON, 12 March 2024\n\n",
    "a credit": f"{COUNCIL}\nRob Kim, 2024\n\n",
    "an address": f"{COUNCIL}\nhttps://gazette.example.org/12/bridge\n\n",
    "a question": "Will it cost 12 million?\n\n",
    "what somebody says": "“It costs 12 million”, council says\n\nBy Hanna Reyes\n\n",
    "a sender and a date": "12 Harbour Street\nNorthhaven\n12 March 2024\n\n",
    "chapters": "CHAPTER 12\n\nTHE 3 MEN\n\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_of_the_head_nothing_is_drafted(tmp_path: Path, head: str) -> None:
    text = drafted(tmp_path, head + PROSE)
    last = len(head.rstrip("\n").split("\n"))
    lines = f"Lines 1-{last} are" if last > 1 else "Line 1 is"
    assert f"## {lines} taken for the article’s head, of which nothing is drafted.\n" in text
    (only,) = one_by_one(text)
    assert "  bridge-open-2026-officials:\n    kind: date\n    date: 2026\n" in only
    assert f"claim: {PROSE}" in only
    assert f"lines: {1 + len(head.split(chr(10))) - 1}\n" in only
    assert errors(told(tmp_path / "p", **{"facts/a": taken(text)})) == []


NO_HEADS = {
    "prose": PROSE,
    "one line without an end": "Some 120 ships pass each day\n",
    "the rest of a sentence": "and 12 more were on the other side of\nthe river.\n\nIt was 1871.\n",
    "a line of that, with a capital": "Ada Finch counted 12 ships on the\nriver. They sailed.\n",
    "a line that is a date": "Ada Finch had come home on\n12 March 2024\nand left again.\n",
    "a letter": "Dear Ada,\n\nThere are 12 ships.\n\nYours,\nTom Reed\n",
    "speech": "“Have you seen the 12 ships?”\n\nShe had not.\n",
    "speech in single marks": "'Have you seen the 12 ships?'\n\nShe had not.\n",
    "a post": "We saw 12 ships — Ada Finch (@ada) March 3, 2019\n\nShe did.\n",
    "a transcript": "ADA FINCH: We saw 12 ships\n\nTOM REED: There were 13\n\nSo they said.\n",
    "a table": "Northhaven   12\nSouthport    14\n\nSo they counted.\n",
    "two sentences": "There were ships. Ada counted 12\n\nSo they say.\n",
}


@pytest.mark.parametrize("text", NO_HEADS.values(), ids=NO_HEADS)
def test_an_article_without_a_head_loses_nothing(text: str) -> None:
    assert head_of(text.split("\n")) is None


def test_short_lines_that_go_on_are_a_list(tmp_path: Path) -> None:
    lines = "".join(f"Place {n} has {n + 20} ships\n\n" for n in range(1, 12))
    text = drafted(tmp_path, f"The ports\n\n{lines}{PROSE}")
    assert "## Line 1 is taken for the article’s head" in text
    assert "Place 1 has 21 ships" in text


@pytest.mark.parametrize(
    ("seed", "last"),
    list(zip(DEMONSTRATION, [1, 3, 0], strict=True)),
    ids=lambda one: str(one)[-8:],
)
def test_the_heads_of_the_demonstration(seed: Path, last: int) -> None:
    found = head_of(seed.read_text(encoding="utf-8").split("\n"))
    assert (found.last if found else 0) == last


@pytest.mark.parametrize("seed", DEMONSTRATION, ids=lambda path: path.stem)
def test_an_article_cut_anywhere_in_its_prose_has_no_head(seed: Path) -> None:
    lines = [line for line in seed.read_text(encoding="utf-8").split("\n") if len(line) > 200]
    for line in lines:
        words = line.split()
        for at in range(0, len(words) - 20, 7):
            assert head_of([" ".join(words[at:]), "", *lines]) is None


DATELINES = {
    "Harbour Gazette, 12 March 2024": True,
    "LONDON, 12 March 2024": True,
    "Northhaven | March 12, 2024": True,
    "Harbour Gazette, Tuesday, 12 March 2024": True,
    "The Very Long Harbour River Gazette, 12 March 2024": False,
    "the ferry sails, 12 March 2024": False,
    "Harbour Gazette, 12 March 2024, page 3": False,
    "Harbour Gazette, March 2024": False,
    "Harbour Gazette, last changed 12 March 2024": False,
    "Summer Fair 12 March 2024": False,
}


@pytest.mark.parametrize(("line", "dated"), DATELINES.items(), ids=DATELINES)
def test_a_dateline_below_a_title_gives_the_day_and_no_publisher(
    tmp_path: Path, line: str, dated: bool
) -> None:
    drafted(tmp_path, f"The lamp of Northhaven\n\n{line}\n\n{PROSE}")
    record = (tmp_path / "p" / SOURCES).read_text(encoding="utf-8")
    assert ("published: 2024-03-12\n" in record) is dated
    assert "publisher:" not in record
    assert told(tmp_path / "p") == ()


def test_without_a_title_a_place_and_a_day_give_none(tmp_path: Path) -> None:
    drafted(tmp_path, f"LONDON, 12 March 2024\n{PROSE}")
    assert "published" not in (tmp_path / "p" / SOURCES).read_text(encoding="utf-8")


def test_what_was_found_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafted(tmp_path, f"The lamp\n\nBy Ada Finch\n\n{PROSE}")
    told_of = capsys.readouterr().out
    assert "\n  found: title, author; not found: publisher, published, url\n" in told_of


def test_where_nothing_is_found_only_that_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted(tmp_path, PROSE)
    told_of = capsys.readouterr().out
    assert "\n  not found: title, publisher, author, published, url\n" in told_of
