"""Whatever is written is read again exactly, and nothing else of the file changes."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import yamltree
from sitegen.drafts import Appended, NewFact, NewSkip, NotAppended, Value, append
from sitegen.drafts.scalars import Hand, inline, lines
from sitegen.snapshot import Snapshot
from tests.drafts.making import write_project

ROOT = Path(__file__).parents[2]
REAL = sorted((ROOT / "content/facts").glob("*.yaml"))
TRAPS = (
    *(
        "no",
        "On",
        "NULL",
        "~",
        "1e3",
        "12:30",
        "012",
        "0x1F",
        "1_000",
        "2018-06-01",
        ".5",
        "=",
        "<<",
    ),
    *(
        "@you",
        "`x`",
        "- a",
        "? a",
        ": a",
        "a: b",
        "a #b",
        "a:",
        "[x]",
        "{x}",
        "*a",
        "&a",
        "!a",
        "%a",
    ),
    *(
        '"WELP KANYE 2024," his tweet read.',
        "it's",
        "'",
        '"',
        "\\",
        "---",
        "...",
        " a",
        "a ",
        "a  b",
    ),
    *("a\nb", "a\n\nb\n", "\ta", "a\tb", "é", "“Yes,” she said", "😀", "x" * 300, "a " * 120 + "b"),
    *("# a", "| a", "> a", "--- a", "a, b", "null", "true", "-", "a\n b", "0", "+1", "1.", "Y"),
)
PIECES = st.one_of(
    st.sampled_from(TRAPS),
    st.text(
        alphabet=" \n\t\\'\"#:,-[]{}&*!|>%@`~=?.0123456789aeéxno“”’…—", min_size=1, max_size=140
    ),
    st.text(min_size=1, max_size=30),
)
TEXTS = PIECES.filter(lambda text: next(yamltree.hidden(text), None) is None and text.strip() != "")
HANDS = st.builds(
    Hand,
    quote=st.sampled_from("'\""),
    quoted=st.booleans(),
    folded=st.booleans(),
    width=st.integers(min_value=30, max_value=100),
)


def read(text: str) -> yamltree.Mapping:
    root, problems = yamltree.parse(text, "x.yaml")
    assert problems == ()
    assert isinstance(root, yamltree.Mapping)
    return root


def at(node: yamltree.Node, *path: str | int) -> yamltree.Node:
    for step in path:
        if isinstance(step, int):
            assert isinstance(node, yamltree.Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, yamltree.Mapping)
            node = node.entries[step][1]
    return node


def text_at(node: yamltree.Node, *path: str | int) -> str:
    found = at(node, *path)
    assert isinstance(found, yamltree.Scalar)
    assert not found.is_null
    return found.text


@given(TEXTS, HANDS)
@settings(max_examples=300, deadline=None)
def test_a_text_is_read_as_it_was_given_by_every_reader(text: str, hand: Hand) -> None:
    block = "\n".join(["one:", *lines("  a:", text, 4, hand), "  b: c"])
    flow = f"one: {{a: {inline(text, hand, flow=True)}, b: [{inline(text, hand, flow=True)}]}}\n"

    assert text_at(read(block), "one", "a") == text
    assert text_at(read(flow), "one", "a") == text
    assert text_at(read(flow), "one", "b", 0) == text
    assert yaml.safe_load(block)["one"] == {"a": text, "b": "c"}  # YAML 1.1, with types of its own


@given(
    st.sampled_from(REAL),
    TEXTS,
    st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=3)),
    st.sampled_from(["letter", "inquisitr-2018"]),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_real_files_keep_every_byte(
    path: Path, claim: str, exact: str | list[str], source: str, skip: bool
) -> None:
    place = path.relative_to(ROOT).as_posix()
    cite: dict[str, Value] = {"source": source, "lines": 3, "exact": exact}
    new = (
        NewSkip({**cite, "because": claim})
        if skip
        else NewFact("no", {"claim": claim, "cite": cite})
    )

    made = append(Snapshot(ROOT), place, new)

    assert isinstance(made, Appended), made
    before, after = made.before or b"", made.after
    added = len(after) - len(before)
    starts = next(n for n in range(len(before) + 1) if after[n : n + 1] != before[n : n + 1])
    assert after[:starts] + after[starts + added :] == before or any(
        after[:n] + after[n + added :] == before for n in range(max(0, starts - 300), starts)
    )
    root = read(after.decode())
    record = at(root, "skip", -1) if skip else at(root, "facts", "no")
    assert text_at(record, "because" if skip else "claim") == claim
    cited = record if skip else at(record, "cite")
    if isinstance(exact, str):
        assert text_at(cited, "exact") == exact
    else:
        assert [text_at(cited, "exact", n) for n in range(len(exact))] == exact


LAYOUTS = (
    "source: letter\nfacts:\n  one:\n    claim: A.\n",
    "facts: {one: {claim: A.}}\n",
    "facts:\n   one: {claim: 'A b.'}\n\n   # two\nskip:\n- lines: 1\n  exact: a\n  because: b",
    "# nothing\n",
    "source: letter\r\nfacts: {}\r\n",
    "facts:\n  one:\n    claim: |+\n      A.\n\n\n",
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_several_records_follow_one_another(tmp_path: Path, layout: str) -> None:
    path = "content/facts/letter.yaml"
    root = write_project(tmp_path, layout)
    kept = read(layout) if layout != LAYOUTS[3] else None
    for number, text in enumerate(TRAPS):
        made = append(
            Snapshot(root),
            path,
            NewFact(f"n{number}", {"claim": text, "cite": {"source": "letter", "lines": 1}}),
        )
        assert isinstance(made, Appended), (text, made)
        (root / path).write_bytes(made.after)
    facts = at(read((root / path).read_bytes().decode()), "facts")
    assert [text_at(facts, f"n{n}", "claim") for n in range(len(TRAPS))] == list(TRAPS)
    if kept and kept.entries.get("facts") and layout != LAYOUTS[4]:
        assert text_at(facts, "one", "claim") == text_at(kept, "facts", "one", "claim")


def test_a_character_that_nobody_sees_is_refused(tmp_path: Path) -> None:
    root = write_project(tmp_path, LAYOUTS[0])

    made = append(Snapshot(root), "content/facts/letter.yaml", NewFact("n", {"claim": "a\u200bb"}))

    assert isinstance(made, NotAppended)
    assert "U+200B" in made.reason
