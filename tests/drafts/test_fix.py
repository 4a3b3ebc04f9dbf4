"""`drafts.fix`: what gives way, and that nothing else does.

`fixes.txt` holds files of facts, in which `<4|7>` stands for what is written and what must be.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build import check
from sitegen.diagnostics import Edit, Span, error
from sitegen.digest import sha256
from sitegen.drafts import Change, fix
from sitegen.snapshot import Snapshot
from tests.drafts.making import (
    FACTS,
    LETTER,
    SOURCES,
    codes_of,
    fixed,
    tree,
    write_project,
)

_MARK = re.compile(r"<([^|>]+)\|([^>]+)>")
CASES = dict(
    block.split("\n", 1)
    for block in (Path(__file__).parent / "fixes.txt").read_text("utf-8").split("== ")[1:]
)
ENDINGS: dict[str, Callable[[str], bytes]] = {
    "LF": str.encode,
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "mixed": lambda text: text.replace("\n", "\r\n", 2).encode(),
    "marker": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no end": lambda text: text.rstrip("\n").encode(),
    "spaces": lambda text: (text + "\n# the end \t  ").encode(),
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_gives_way_and_every_other_byte_stays(
    name: str, ending: str, tmp_path: Path
) -> None:
    marked = f"source: letter\nfacts:\n{CASES[name]}"
    written = ENDINGS[ending](_MARK.sub(r"\1", marked))
    wanted = ENDINGS[ending](_MARK.sub(r"\2", marked))
    project = write_project(tmp_path, written)
    changes = fixed(project)
    assert (project / FACTS).read_bytes() == wanted
    assert [(c.was, c.now) for c in changes] == _MARK.findall(marked)
    again = tree(project)
    assert fixed(project) == ()
    assert tree(project) == again


def test_a_change_tells_its_place_and_key(tmp_path: Path) -> None:
    project = write_project(
        tmp_path,
        "source: letter\nfacts:\n"
        '  one: {kind: claim, claim: C., cite: {"lines": "4", exact: word7}}\n',
    )
    assert fixed(project) == (Change(FACTS, 3, 50, "lines", "4", "7"),)


# a source that has changed

CITED = (
    "source: letter\nfacts:\n"
    "  one: {kind: claim, claim: C., cite: {lines: 4, exact: word7}}\n"
    "  two: {kind: claim, claim: C., cite: {lines: 4, exact: word8, source: other}}\n"
)
OLD = "0" * 64
TWO = f"""\
sources:
  letter:
    text: seeds/letter.txt
    sha256: "{OLD}"  # the copy of May
  other: {{text: seeds/letter.txt, sha256: '{OLD}'}}
"""


def test_moved_words_of_a_changed_source_wait_until_its_text_is_accepted(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED, TWO)
    before = tree(project)
    assert fixed(project) == ()
    assert tree(project) == before


def test_an_accepted_source_is_pinned_and_its_citations_are_mended(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED, TWO)
    digest = sha256(LETTER.encode())
    assert [(c.path, c.key, c.was, c.now) for c in fixed(project, "letter")] == [
        (FACTS, "lines", "4", "7"),
        (SOURCES, "sha256", OLD, digest),
    ]
    assert (project / SOURCES).read_text() == TWO.replace(f'"{OLD}"', f'"{digest}"')
    assert (project / FACTS).read_text() == CITED.replace("lines: 4", "lines: 7", 1)
    assert codes_of(project) == ["quote-moved", "source-changed"]
    fixed(project, "letter", "other")
    assert codes_of(project) == []


def test_pins_alone(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED, TWO)
    assert [c.key for c in fixed(project, "letter", "other", pins_only=True)] == ["sha256"] * 2
    assert (project / FACTS).read_text() == CITED
    assert codes_of(project) == ["quote-moved", "quote-moved"]


def test_accepting_a_source_that_has_not_changed_does_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED.replace(", source: other", ""))
    assert [c.key for c in fixed(project, "letter")] == ["lines", "lines"]


# edits that meet


def planned(project: Path, *groups: tuple[Edit, ...]) -> tuple[Change, ...]:
    snapshot = Snapshot(project)
    problems = [error("quote-moved", str(n), fixes=edits) for n, edits in enumerate(groups)]
    return fix(snapshot, problems)


def edit(start: int, end: int, text: str, path: str = FACTS) -> Edit:
    return Edit(Span(path, 1, start, 1, end), text)


def first_line(project: Path) -> str:
    return (project / FACTS).read_text().split("\n", maxsplit=1)[0]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, "abcdefgh\nij\n")


def test_an_edit_that_two_diagnostics_want_is_made_once(project: Path) -> None:
    assert len(planned(project, (edit(2, 4, "X"),), (edit(2, 4, "X"),))) == 1
    assert first_line(project) == "aXdefgh"


@pytest.mark.parametrize("other", [(2, 4), (1, 3), (3, 6), (1, 9), (3, 3)])
def test_of_edits_that_overlap_the_first_is_made(project: Path, other: tuple[int, int]) -> None:
    assert len(planned(project, (edit(2, 4, "X"),), (edit(*other, "Y"),))) == 1
    assert first_line(project) == "aXdefgh"


def test_edits_side_by_side_are_all_made(project: Path) -> None:
    planned(project, (edit(4, 5, "Z"),), (edit(2, 4, "X"),), (edit(1, 1, "0"),), (edit(9, 9, "!"),))
    assert first_line(project) == "0aXZefgh!"


def test_edits_of_one_diagnostic_are_made_together_or_not_at_all(project: Path) -> None:
    planned(project, (edit(2, 4, "X"),), (edit(7, 8, "Y"), edit(3, 5, "Z")))
    assert first_line(project) == "aXdefgh"


def test_an_edit_may_take_and_write_lines_ended_as_the_file_ends_them(tmp_path: Path) -> None:
    project = write_project(tmp_path, b"ab\r\ncd\r\nef\r\n")
    planned(project, (Edit(Span(FACTS, 1, 2, 2, 2), "1\n2\n3"),))
    assert (project / FACTS).read_bytes() == b"a1\r\n2\r\n3d\r\nef\r\n"


def test_only_content_is_written(project: Path) -> None:
    before = tree(project)
    assert planned(project, (edit(1, 2, "X", "seeds/letter.txt"),)) == ()
    assert planned(project, (edit(1, 2, "X"), edit(1, 2, "X", "seeds/letter.txt"))) == ()
    assert planned(project, (edit(1, 2, "X", "content/none.yaml"),)) == ()
    assert planned(project, (edit(1, 2, "X", "content/../seeds/letter.txt"),)) == ()
    assert tree(project) == before


# links


def test_a_link_within_the_project_stays_one_and_its_file_is_mended(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED.replace(", source: other", ""))
    real = project / "shared" / "letter.yaml"
    real.parent.mkdir()
    (project / FACTS).rename(real)
    (project / FACTS).symlink_to(os.path.relpath(real, (project / FACTS).parent))
    assert len(fixed(project)) == 2
    assert (project / FACTS).is_symlink()
    assert "lines: 7" in real.read_text()
    assert codes_of(project) == []


def test_a_file_outside_the_project_is_never_written(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", CITED.replace(", source: other", ""))
    outside = tmp_path / "letter.yaml"
    (project / FACTS).rename(outside)
    (project / FACTS).symlink_to(outside)
    before = outside.read_bytes()
    assert planned(project, (edit(1, 2, "X"),)) == ()
    assert fixed(project) == ()
    assert outside.read_bytes() == before


def test_a_file_that_two_names_lead_to_is_written_once(tmp_path: Path) -> None:
    project = write_project(tmp_path, "abcdefgh\n")
    (project / "content" / "facts" / "b.yaml").symlink_to("letter.yaml")
    other = edit(5, 6, "Y", "content/facts/b.yaml")
    assert len(planned(project, (edit(2, 4, "X"),), (other,))) == 2
    assert first_line(project) == "aXdYfgh"


def test_a_fix_is_of_the_text_that_was_checked(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED.replace(", source: other", ""))
    snapshot = Snapshot(project)
    diagnostics = check(snapshot).diagnostics
    changed = b"# somebody is writing\n" + (project / FACTS).read_bytes()
    (project / FACTS).write_bytes(changed)
    with pytest.raises(OSError, match="changed while it was being checked"):
        fix(snapshot, diagnostics)
    assert (project / FACTS).read_bytes() == changed


def test_what_a_crash_left_beside_a_file_is_passed_over(tmp_path: Path) -> None:
    project = write_project(tmp_path, CITED.replace(", source: other", ""))
    (project / "content" / "facts" / ".sitegen-abcd").write_text("half of a fi")
    fixed(project)
    assert codes_of(project) == []


# words as printed beside the exact ones


@pytest.mark.parametrize(
    ("lines", "exact", "quote", "wanted"),
    [
        ("4", "of word7", "tells of word7 alone", ["7"]),  # both in one line
        ("4", "of word7", "word7 alone. Line 8", ["7", "7-8"]),  # one more line for the other
        ("7", "of word7", "word7 alone. Line 8", ["7-8"]),
        ("8", "of word7", "tells of word8", []),  # one of the two would be lost
        ("7", "of word7", "tells of word8", []),
        ("4", "of word7", "tells of word8", ["7"]),
        ("4", "", "tells of word7", ["7"]),
        ("4", "", "tells of word7 [alone]", ["7"]),
        ("99", "of word7", "tells of word7", ["7"]),
    ],
)
def test_no_words_are_lost_for_others(
    lines: str, exact: str, quote: str, wanted: list[str], tmp_path: Path
) -> None:
    cited = f"{{lines: {lines}{', exact: ' + exact if exact else ''}}}"
    project = write_project(
        tmp_path,
        "source: letter\nfacts:\n  one:\n    kind: quote\n    speaker: {unnamed: a line}\n"
        f"    quote: {quote}\n    cite: {cited}\n",
    )
    made = []
    while changes := fixed(project):
        made += [change.now for change in changes]
        assert len(made) < 4
    assert made == wanted
