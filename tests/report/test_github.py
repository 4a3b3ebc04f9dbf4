"""`--format github`: what GitHub's runner makes of it, whatever an article says."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.diagnostics import Severity, Span, error, warning
from sitegen.report import Style, inert, render_github, render_text
from sitegen.report.github import MOST_ANNOTATIONS
from tests.report.making import ALL, FACTS, MOVED, line_of, many

COMMANDS = {
    "error", "warning", "notice", "debug", "group", "endgroup", "set-output", "set-env",
    "add-path", "add-mask", "save-state", "stop-commands", "echo", "add-matcher",
}  # fmt: skip


def obeyed(log: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The commands that the runner would obey in a log: name, properties, message.

    Of actions/runner: ActionCommand.TryParseV2 (a line that begins with `::`, spaces before it
    left aside), TryParse (`##[` anywhere), ActionCommandManager (stop-commands).
    """
    stopped = ""
    for line in re.split(r"\r\n|\r|\n", log):
        command = re.match(r"\s*::([^\s:]+)(?: (.*?))?::(.*)", line)
        older = re.search(r"##\[([a-z-]+)(?: (.*?))?\](.*)", line)
        found = command or older
        if stopped:
            if command and command[1] == stopped:
                stopped = ""
        elif found and (found[1] in COMMANDS or command):
            if found[1] == "stop-commands":
                stopped = found[3]
            else:
                pairs = (pair.partition("=") for pair in (found[2] or "").split(",") if pair)
                yield found[1], {key: _read(value) for key, _, value in pairs}, _read(found[3])
    assert not stopped, "the runner obeys nothing any more"


def _read(text: str) -> str:
    for escaped, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")):
        text = text.replace(escaped, character)
    return text.replace("%25", "%")


def test_an_annotation_tells_place_title_message_and_what_to_write() -> None:
    [(name, properties, message)] = obeyed(render_github([MOVED], line_of))
    assert name == "error"
    assert properties == {
        "file": FACTS, "line": "5", "endLine": "5", "col": "37", "endColumn": "38",
        "title": "quote-moved",
    }  # fmt: skip
    assert message.split("\n") == [
        "the words stand in line 3, not in line 4",
        "seeds/letter.txt:3:24: here are the words",
        "hint: lines: 3",
    ]


def test_nothing_wrong_prints_nothing() -> None:
    assert render_github([], line_of) == ""


def test_a_place_of_several_lines_has_no_columns() -> None:
    problem = error("yaml-syntax", "m", Span("a.yaml", 2, 5, 4, 1))
    [(_, properties, _)] = obeyed(render_github([problem], line_of))
    assert properties == {"file": "a.yaml", "line": "2", "endLine": "4", "title": "yaml-syntax"}


def test_paths_are_those_of_the_repository() -> None:
    [(_, properties, message)] = obeyed(render_github([MOVED], line_of, root="sheets/one/"))
    assert properties["file"] == f"sheets/one/{FACTS}"
    assert "\nsheets/one/seeds/letter.txt:3:24: " in message


@pytest.mark.parametrize(
    ("errors", "warnings", "annotated"), [(9, 9, 18), (10, 0, 9), (0, 10, 9), (40, 3, 12)]
)
def test_what_github_would_drop_is_counted_and_stands_in_the_log(
    errors: int, warnings: int, annotated: int
) -> None:
    found = (
        *many(errors, "quote-missing"),
        *many(warnings, "prose-cut", Severity.WARNING),
    )
    printed = render_github(found, line_of)
    commands = list(obeyed(printed))
    told = [c for c in commands if c[0] in {"error", "warning"}]
    assert len(told) == annotated
    for name in ("error", "warning"):
        assert sum(c[0] == name for c in told) <= MOST_ANNOTATIONS < 10
    rest = len(found) - annotated
    assert printed.count("error[quote-missing]") + printed.count("warning[prose-cut]") == rest
    notices = [message for name, _, message in commands if name == "notice"]
    assert bool(notices) is bool(rest)
    assert [name for name, *_ in commands[annotated:]] == (
        ["notice", "group", "endgroup"] if rest else []
    )


def test_the_notice_counts_by_severity_and_code() -> None:
    found = (
        *many(11, "quote-missing"),
        *many(4, "quote-moved"),
        *many(10, "prose-cut", Severity.WARNING),
    )
    [notice] = [m for name, _, m in obeyed(render_github(found, line_of)) if name == "notice"]
    assert notice == (
        "6 more errors (6 quote-missing) and 1 more warning (1 prose-cut): see the log of this step"
    )


def test_every_code_is_annotated_before_any_code_twice_and_causes_come_first() -> None:
    found = (*many(12, "quote-missing"), *many(2, "yaml-syntax"), *many(1, "source-changed"))
    titles = [p["title"] for name, p, _ in obeyed(render_github(found, line_of)) if name == "error"]
    assert titles == [
        "yaml-syntax", "source-changed", "quote-missing", "yaml-syntax", *["quote-missing"] * 5,
    ]  # fmt: skip


def test_the_log_is_that_of_the_text_form() -> None:
    found = tuple(reversed(many(MOST_ANNOTATIONS + 5, "quote-missing")))
    rest = found[MOST_ANNOTATIONS:]
    assert render_text(rest, line_of, Style()).rstrip() in render_github(found, line_of)


HOSTILE = [
    "::set-output name=a::b",
    "a\n::set-env name=PATH::/tmp",
    "a\r::add-mask::the",
    "  ::stop-commands::now",
    "##[set-output name=a;]b",
    "a ##[add-path]/tmp",
    "%0A::add-path::/tmp",
    "%250A::error::",
    "::endgroup::",
    "a\u2028::warning::b\x0b::error::c\x85::error::d",
    "\x1b[31m::error::",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_command_the_runner(words: str) -> None:
    found = [
        warning("prose-cut", f"{words}{n}", Span(f"{words}.yaml", n, 1, n, 2), hints=(words, words))
        for n in range(1, 12)
    ]
    printed = render_github(found, lambda _, __: words, root=f"{words}/")
    commands = list(obeyed(printed))
    assert [name for name, *_ in commands] == [
        *["warning"] * 9, "notice", "group", "endgroup",
    ]  # fmt: skip
    assert {p["title"] for name, p, _ in commands if name == "warning"} == {"prose-cut"}
    assert all(set(p) <= {"file", "line", "endLine", "col", "endColumn", "title"}
               for _, p, _ in commands)  # fmt: skip
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", printed)


@given(st.text(alphabet="a:#[]%,=\r\n \u2028", max_size=60).map(lambda t: f"::error::{t}"))
def test_inert_text_commands_nothing(text: str) -> None:
    assert list(obeyed(inert(text))) == []
    assert text.rstrip() in inert(text)


def test_the_end_of_the_silence_cannot_be_foreseen_by_the_text() -> None:
    once = inert("a")
    token = once.splitlines()[-1].strip(":")
    assert list(obeyed(inert(f"::{token}::\n::error::b"))) == []


def test_the_same_diagnostics_print_the_same() -> None:
    assert render_github(ALL, line_of) == render_github(ALL, line_of)
