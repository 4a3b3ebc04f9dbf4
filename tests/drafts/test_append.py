"""A fact or a passage added to a file: where it goes, and in what style."""

from pathlib import Path

import pytest

from sitegen.drafts import Appended, NewFact, NewSkip, NotAppended, append, take_back, write
from sitegen.snapshot import Snapshot
from tests.drafts.making import FACTS, write_project

CASES = Path(__file__).with_name("appends.txt")
NEW = NewFact(
    "new",
    {
        "kind": "claim",
        "claim": "It is so.",
        "topics": ["a", "b"],
        "cite": {"source": "letter", "lines": "4", "exact": "word4"},
    },
)
SKIP = NewSkip({"source": "letter", "lines": 6, "exact": "word6", "because": "It says nothing."})


def cases() -> list[tuple[str, str, str]]:
    found = []
    for case in CASES.read_text(encoding="utf-8").removeprefix("== ").split("\n== "):
        title, _, rest = case.partition("\n")
        before, _, after = rest.partition("---\n")
        found.append((title, before, after if after.endswith("\n") else f"{after}\n"))
    return found


def as_bytes(text: str) -> bytes:
    marked = text.replace("<mark>", "\ufeff").replace("<cr>", "\r").replace("<no line end>\n", "")
    return marked.encode()


def appended(root: Path, new: NewFact | NewSkip, path: str = FACTS) -> Appended:
    made = append(Snapshot(root), path, new)
    assert isinstance(made, Appended), made
    return made


@pytest.mark.parametrize(("title", "before", "after"), cases(), ids=[case[0] for case in cases()])
def test_a_fact_goes_where_facts_go(tmp_path: Path, title: str, before: str, after: str) -> None:
    root = write_project(tmp_path, as_bytes(before))

    made = appended(root, NEW)

    assert made.before == as_bytes(before)
    assert made.after.decode() == as_bytes(after).decode(), title
    assert "new:" in made.after.decode().splitlines()[made.line - 1]


SKIPS = {
    "facts: {}\n": "facts: {}\n\nskip:\n  - source: letter\n    lines: 6\n    exact: word6\n"
    "    because: It says nothing.\n",
    "source: letter\nskip:\n- lines: 5\n  exact: word5\n  because: B.\n\n- lines: 5\n"
    "  exact: word5\n  because: B.\n# end\n": "source: letter\nskip:\n- lines: 5\n  exact: word5\n"
    "  because: B.\n\n- lines: 5\n  exact: word5\n  because: B.\n\n- lines: 6\n  exact: word6\n"
    "  because: It says nothing.\n# end\n",
    "source: letter\nskip: [{lines: 5, exact: w, because: B.}]\nfacts: {}\n": "source: letter\n"
    "skip: [{lines: 5, exact: w, because: B.}, {lines: 6, exact: word6, because: It says nothing.}]"
    "\nfacts: {}\n",
    "source: letter\nskip: []\nfacts: {}\n": "source: letter\nskip:\n  - lines: 6\n"
    "    exact: word6\n    because: It says nothing.\nfacts: {}\n",
}


@pytest.mark.parametrize("before", SKIPS)
def test_a_passage_goes_where_passages_go(tmp_path: Path, before: str) -> None:
    root = write_project(tmp_path, before)

    made = appended(root, SKIP)

    assert made.after.decode() == SKIPS[before]


def test_a_new_file_begins_like_the_others(tmp_path: Path) -> None:
    first = "# yaml-language-server: $schema=../../schemas/facts.json\n"
    root = write_project(
        tmp_path, f"{first}facts:\n   one:\n     kind: claim\n     claim: 'A b.'\n"
    )

    made = appended(root, NEW, "content/facts/other.yaml")

    assert made.before is None
    assert made.after.decode() == (
        f"{first}source: letter\n\nfacts:\n   new:\n     kind: claim\n     claim: 'It is so.'\n"
        "     topics: [a, b]\n     cite:\n       lines: 4\n       exact: word4\n"
    )
    assert made.line == 5


def test_a_long_text_is_folded_where_the_file_folds(tmp_path: Path) -> None:
    root = write_project(tmp_path, "source: letter\nfacts:\n  one:\n    claim: C.\n")
    long = NewFact("new", {"claim": "word " * 30 + "end"})

    made = appended(root, long)

    assert "    claim: >-\n      word word" in made.after.decode()
    assert max(map(len, made.after.decode().splitlines())) <= 100


def test_a_long_text_stays_on_its_line_where_the_file_has_such(tmp_path: Path) -> None:
    long = "word " * 30 + "end"
    root = write_project(tmp_path, f"source: letter\nfacts:\n  one:\n    claim: {long}\n")

    made = appended(root, NewFact("new", {"claim": long}))

    assert made.after.decode().count(f"    claim: {long}\n") == 2


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("content/site.yaml", "facts: {}\n", "facts are kept in"),
        ("content/facts/../site.yaml", "facts: {}\n", "facts are kept in"),
        ("content/facts/x.txt", "facts: {}\n", "facts are kept in"),
        ("content/facts/.x.yaml", "facts: {}\n", "facts are kept in"),
        ("content/facts/x\n.yaml", "facts: {}\n", "facts are kept in"),
        ("content/facts/\u202ex.yaml", "facts: {}\n", "facts are kept in"),
        (FACTS, "facts: [\n", "has an error in its YAML"),
        (FACTS, b"facts: {}\n# \xff\n", "is not UTF-8"),
        (FACTS, "- one\n", "does not begin with keys"),
        (FACTS, "facts: none\n", "is no list of records"),
        (FACTS, "facts:\n  new: {}\n", "has a fact “new” already"),
        (FACTS, "{facts: }\n", "written in a way"),
        (FACTS, "facts:\n  {}\n", "on a line below it"),
    ],
)
def test_what_cannot_be_added_to_is_refused(
    tmp_path: Path, path: str, content: str | bytes, reason: str
) -> None:
    root = write_project(tmp_path, content)

    made = append(Snapshot(root), path, NEW)

    assert isinstance(made, NotAppended)
    assert reason in made.reason


def test_a_written_fact_can_be_taken_back(tmp_path: Path) -> None:
    root = write_project(tmp_path, "source: letter\nfacts: {}\n")
    made = appended(root, NEW)

    write(root, made)
    assert (root / FACTS).read_bytes() == made.after

    take_back(root, made)
    assert (root / FACTS).read_bytes() == made.before


def test_a_file_that_was_begun_is_removed_again(tmp_path: Path) -> None:
    root = write_project(tmp_path, "source: letter\nfacts: {}\n")
    made = appended(root, NEW, "content/facts/deep/other.yaml")

    write(root, made)
    assert (root / made.path).read_bytes() == made.after
    assert list((root / made.path).parent.iterdir()) == [root / made.path]

    take_back(root, made)
    assert not (root / made.path).exists()


def test_what_somebody_else_wrote_is_never_overwritten(tmp_path: Path) -> None:
    root = write_project(tmp_path, "source: letter\nfacts: {}\n")
    made, begun = appended(root, NEW), appended(root, NEW, "content/facts/other.yaml")
    (root / FACTS).write_text("facts: {}  # mine\n")
    (root / begun.path).write_text("facts: {}  # mine\n")

    for one in (made, begun):
        with pytest.raises(OSError, match=r"changed|just made"):
            write(root, one)
        with pytest.raises(OSError, match="changed"):
            take_back(root, one)
        assert (root / one.path).read_text() == "facts: {}  # mine\n"


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", "source: letter\nfacts: {}\n")
    (tmp_path / "outside").mkdir()
    (root / "content/facts/out").symlink_to(tmp_path / "outside")
    made = append(Snapshot(root), "content/facts/out/x.yaml", NEW)
    if isinstance(made, Appended):
        with pytest.raises(OSError, match="out of the project"):
            write(root, made)
    assert list((tmp_path / "outside").iterdir()) == []
