"""YAML read as an editor sees it: text with its places, and nothing that hides or multiplies."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.yamltree import (
    MAX_BYTES,
    MAX_DEPTH,
    Mapping,
    Node,
    Refused,
    Scalar,
    Sequence,
    is_joiner_between_letters,
    parse,
    plain_lines,
    shown,
    span,
)

PATH = "content/facts/a.yaml"

Read = str | None | list["Read"] | dict[str, "Read"]


def read(text: str) -> Read:
    """What a text says, by its tree."""
    root, problems = parse(text, PATH)
    assert problems == ()
    return plain(root) if root is not None else None


def plain(node: Node) -> Read:
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain(part) for part in node.items]
    assert isinstance(node, Mapping)
    return {name: plain(value) for name, (_, value) in node.entries.items()}


def nodes(root: Node | None) -> Iterator[Node]:
    pending = [root] if root is not None else []
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, Mapping):
            pending += [part for entry in node.entries.values() for part in entry]
        elif isinstance(node, Sequence):
            pending += node.items


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse(text, PATH)[1]]


# YAML 1.2 core, section 10.3, with every scalar left as text for the schema.
SAID: list[tuple[str, Read]] = [
    ("", None),
    ("# nothing", None),
    ("---", None),
    ("~", None),
    ("null", None),
    ("a: ~", {"a": None}),
    ("a:", {"a": None}),
    ("a: NULL", {"a": None}),
    ("a: nULL", {"a": "nULL"}),
    ("a: 'null'", {"a": "null"}),
    ("a: no", {"a": "no"}),
    ("a: true", {"a": "true"}),
    ("a: 1:30", {"a": "1:30"}),
    ("a: 012", {"a": "012"}),
    ("a: 0x1F", {"a": "0x1F"}),
    ("a: 1_000", {"a": "1_000"}),
    ("a: 1.10", {"a": "1.10"}),
    ("a: .inf", {"a": ".inf"}),
    ("a: 2018-04-25", {"a": "2018-04-25"}),
    ("a: =", {"a": "="}),
    ("- a\n- - b\n  - c", ["a", ["b", "c"]]),
    ("{a: [b, {c: d}]}", {"a": ["b", {"c": "d"}]}),
    ("a: |-\n  b\n   c\n\n  d\n", {"a": "b\n c\n\nd"}),
    ("a: |\n  b\n", {"a": "b\n"}),
    ("a: |+\n  b\n\n", {"a": "b\n\n"}),
    ("a: >-\n  b\n  c\n\n  d\n", {"a": "b c\nd"}),
    ("a: b\n  c", {"a": "b c"}),
    ('a: "b\\u0041\\\n  c"', {"a": "bAc"}),
    ("a: 'it''s'", {"a": "it's"}),
    ('"a b": c', {"a b": "c"}),
    ("? a\n: b", {"a": "b"}),
    ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
    ("\ufeffa: b", {"a": "b"}),
    ("a: b\r\nc: |-\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne"}),
    ("a: b\rc: d\r", {"a": "b", "c": "d"}),
    ("a: 😀 b\u00a0c", {"a": "😀 b\u00a0c"}),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[repr(text) for text, _ in SAID])
def test_a_scalar_is_text_and_only_a_plain_one_is_null(text: str, said: Read) -> None:
    assert read(text) == said


# Where a value stands: the line and column of its first character, and of what follows its last.
PLACES = [
    ("a: bcd", (1, 4, 1, 7)),
    ("a:   'b'  # c", (1, 6, 1, 9)),
    ("x: y\na:\n  - b", (3, 3, 3, 6)),
    ("a: [b, c]", (1, 4, 1, 10)),
    ("a: {b: c}", (1, 4, 1, 10)),
    ("\ufeffa: b", (1, 4, 1, 5)),
    ("😀: y\nx😀: z\na: 漢字", (3, 4, 3, 6)),
    ("x: y\r\na: b\r\n", (2, 4, 2, 5)),
    ("x: y\ra: b\r", (2, 4, 2, 5)),
    ("a: b\n  c", (1, 4, 2, 4)),
    ("a: |-\n  b\n  c\n", (1, 4, 4, 1)),
]


@pytest.mark.parametrize(("text", "place"), PLACES, ids=[repr(text) for text, _ in PLACES])
def test_a_value_knows_its_place_in_code_points(
    text: str, place: tuple[int, int, int, int]
) -> None:
    root, _ = parse(text, PATH)
    assert isinstance(root, Mapping)
    found = span(PATH, root.entries["a"][1])
    assert (found.line, found.column, found.end_line, found.end_column) == place
    assert found.path == PATH


# What is refused is left out of the tree or read without its mark; the rest is read.
LEFT = [
    ("a: &x b", {"a": "b"}, ["forbidden-yaml"]),
    ("a: !x b", {"a": "b"}, ["forbidden-yaml"]),
    ("a: &x !y b", {"a": "b"}, ["forbidden-yaml", "forbidden-yaml"]),
    ("{<<: {a: b}, c: d}", {"c": "d"}, ["forbidden-yaml"]),
    ("{[a]: b, c: d}", {"c": "d"}, ["forbidden-yaml"]),
    ("{a: b, a: c}", {"a": "b"}, ["duplicate-key"]),
    ('{"<<": b}', {"<<": "b"}, []),
    ("a: b\u200bc", {"a": "bc"}, ["quote-invisible-character"]),
    ("a: b\u2028c", {"a": "b c"}, ["quote-invisible-character"]),
    ("a: b\x07c", {"a": "bc"}, ["quote-invisible-character"]),
    ("a: b\ud800c", {"a": "bc"}, ["quote-invisible-character"]),
    ('a: "b\\u200bc"', {"a": "bc"}, ["quote-invisible-character"]),
    ("a: می\u200cخواهم", {"a": "می\u200cخواهم"}, []),
    ("a: 👩\u200d🚀", {"a": "👩\u200d🚀"}, []),
]


@pytest.mark.parametrize(("text", "left", "told"), LEFT, ids=[repr(text) for text, _, _ in LEFT])
def test_what_is_refused_is_told_and_the_rest_is_read(
    text: str, left: Read, told: list[str]
) -> None:
    root, problems = parse(text, PATH)
    assert root is not None
    assert plain(root) == left
    assert [problem.code for problem in problems] == told


UNREAD = [
    ("a: b: c", "yaml-syntax"),
    ("a: 'b", "yaml-syntax"),
    ("a: *b c", "yaml-syntax"),
    ("--- a\n--- b", "forbidden-yaml"),
    ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "forbidden-yaml"),
    ("[" * 100_000, "forbidden-yaml"),
    ("- " * 100_000 + "a", "forbidden-yaml"),
    ("é" * (MAX_BYTES // 2 + 1), "forbidden-yaml"),
    ("\u200b" * 101, "quote-invisible-character"),
    ("{" + "a: b," * 200 + "}", "duplicate-key"),
]


@pytest.mark.parametrize(("text", "code"), UNREAD, ids=[text[:12] for text, _ in UNREAD])
def test_what_cannot_be_read_gives_no_tree(text: str, code: str) -> None:
    root, problems = parse(text, PATH)
    assert root is None
    assert {problem.code for problem in problems} == {code}


def test_a_file_has_only_so_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.yamltree.reader.MAX_NODES", 4)
    assert codes("[a, *b, c]") == ["forbidden-yaml"]
    assert codes("[a, b, c]") == []
    assert codes("[a, b, c, d]") == ["forbidden-yaml"]


def test_the_greatest_depth_and_size_that_are_read() -> None:
    assert codes("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert codes("#" + "é" * (MAX_BYTES // 2 - 1)) == []


def test_an_alias_is_refused_where_it_stands() -> None:
    root, _ = parse("a: &x b\nc: *x", PATH)
    assert isinstance(root, Mapping)
    assert root.entries["c"][1] == Refused(2, 4, 2, 6)


def test_a_mapping_without_all_its_keys_says_so() -> None:
    assert [
        node.partial for node in nodes(parse("{a: b}", PATH)[0]) if isinstance(node, Mapping)
    ] == [False]
    for text in ("{<<: x, a: b}", "{[x]: y, a: b}", "{*x : y, a: b}"):
        root, _ = parse(text, PATH)
        assert isinstance(root, Mapping)
        assert root.partial


JOINERS = [
    ("می\u200cخواهم", True),
    ("کتاب\u200cPDF", True),  # a Latin word with a Persian ending, either way round
    ("PDF\u200cها", True),
    ("क्\u200dष", True),
    ("👨\u200d👩", True),
    ("🧑🏽\u200d🚀", True),
    ("🏳️\u200d🌈", True),
    ("👨\u200c👩", False),  # the other joiner has nothing to do there
    ("A\u200cb", False),
    ("é\u200dé", False),
    ("Д\u200cа", False),
    ("漢\u200c字", False),
    ("می\u200c خواهم", False),
    ("می\u200c،", False),
    ("\u200cمی", False),
    ("می\u200c", False),
    ("می\u200c\u200cخواهم", False),
    ("abc", False),
]


@pytest.mark.parametrize(("text", "joins"), JOINERS, ids=[ascii(text) for text, _ in JOINERS])
def test_a_joiner_is_one_where_letters_or_pictures_join(text: str, joins: bool) -> None:
    index = next((n for n, character in enumerate(text) if character in "\u200c\u200d"), 1)
    assert is_joiner_between_letters(text, index) is joins
    assert (codes(f"a: {text}") == []) is (joins or text.isascii())


SHOWN = [
    ("a", "“a”"),
    ("a\n b\t", "“a b ”"),
    ("", "“”"),
    ("x" * 60, f"“{'x' * 60}”"),
    ("x" * 61, f"“{'x' * 59}…”"),
    (" " * 1_000_000 + "x", "“ …”"),
]


@pytest.mark.parametrize(
    ("text", "repeated"), SHOWN, ids=["plain", "one line", "empty", "60", "61", "spaces"]
)
def test_a_message_repeats_a_text_on_one_short_line(text: str, repeated: str) -> None:
    assert shown(text) == repeated


# Laws. Characters that YAML gives a meaning come often, so that most texts are nearly YAML.
CHARACTERS = st.one_of(
    st.sampled_from(" \n\n\t-:,[]{}#&*!|>'\"%@`?~<\\\r0aé漢😀"),
    st.sampled_from("\u200b\u200c\u200d\u2028\u0085\ufeff\x07\ud800\ufffe\u202e"),
    st.characters(),
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "  ", "    ", "\t", "- ", "  - "]),
        st.sampled_from(
            [
                "a: b",
                "c:",
                "d",
                "? e",
                ": f",
                "a: |-",
                "g: >",
                "a: {h: i,",
                "j: [k",
                "]",
                "}",
                "a: 'l",
                'm: "n\\u200b"',
                "'",
                "&o p",
                "a: *o",
                "<<: *o",
                "!q r",
                "#s",
                "a: b #t",
                "---",
                "...",
                "a: b: c",
                "u:v",
                "w: x\u200b",
                "%Y",
                "@z",
                "\u2028",
            ]
        ),
    ).map("".join),
    max_size=12,
).map("\n".join)
TEXTS = st.text(CHARACTERS, max_size=60) | LINES


@given(TEXTS)
@example("\ufeff\ufeff: [")
@example("a: 'b\u2028")
@example('"\\')
def test_no_text_raises_and_every_span_lies_within_it(text: str) -> None:
    root, problems = parse(text, PATH)
    lines = plain_lines(text).split("\n")
    spans = [span(PATH, node) for node in nodes(root)]
    spans += [problem.span for problem in problems if problem.span]
    for place in spans:
        assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_line <= len(lines)
        assert place.column <= len(lines[place.line - 1]) + 1
    assert all(problem.span for problem in problems)


@given(TEXTS)
def test_nothing_is_read_that_a_reader_cannot_see(text: str) -> None:
    """What has no problem holds no hidden character, in whatever way it was written."""
    root, problems = parse(text, PATH)
    if not problems:
        for node in nodes(root):
            if isinstance(node, Scalar):
                assert codes(f'"{node.text.translate(_QUOTED)}"') == []


_QUOTED = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\t"): "\\t"}


SEEN = st.characters(
    exclude_categories=("C", "Zl", "Zp"),
    exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0",
)
WORDS = st.text(SEEN | st.sampled_from(" \n"), max_size=20)
TREES: Any = st.recursive(
    WORDS, lambda part: st.lists(part, max_size=3) | st.dictionaries(WORDS, part, max_size=3)
)


@given(TREES, st.sampled_from([None, True, False]), st.sampled_from(["'", '"', "|", ">"]))
def test_what_a_yaml_writer_writes_is_read_back(tree: Read, flow: bool | None, style: str) -> None:
    """Every text, in each way of writing it; PyYAML quotes what could be something else."""
    written = yaml.dump(
        tree, allow_unicode=True, default_flow_style=flow, default_style=style, sort_keys=False
    )
    assert unquoted(written) == tree


def unquoted(text: str) -> Read:
    """What is said, where null can only be an empty text."""
    root, problems = parse(text.replace("!!str ", ""), PATH)
    assert problems == ()
    return said(root) if root is not None else ""


def said(node: Node) -> Read:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [said(part) for part in node.items]
    assert isinstance(node, Mapping)
    return {name: said(value) for name, (_, value) in node.entries.items()}


@given(TEXTS)
def test_twice_the_text_is_at_most_twice_the_tree(text: str) -> None:
    """An input never grows while it is read: no alias, no merge, no anchor brings copies."""
    once = f"- {text}\n".replace("\r", "")
    twice = parse(once * 2, PATH)[0]
    assert len(list(nodes(twice))) <= 2 * len(list(nodes(parse(once, PATH)[0]))) + len(once)
    assert len(list(nodes(twice))) <= 2 * len(once) + 1


@given(TEXTS)
def test_line_ends_and_a_byte_order_mark_change_no_place(text: str) -> None:
    lines = text.replace("\r", "").removeprefix("\ufeff")
    expected = parse(lines, PATH)
    assert parse(lines.replace("\n", "\r\n"), PATH) == expected
    assert parse(lines.replace("\n", "\r"), PATH) == expected
    assert parse(f"\ufeff{lines}", PATH) == expected
