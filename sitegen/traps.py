"""The traps that YAML sets for prose, told by name: what went wrong, and how to write it."""

import re

BLOCK_HINT = "write the text after `|-`, on a line of its own, and nothing in it is special"

# The first words of libyaml's messages, and what they mean to somebody who writes prose.
_MESSAGES: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "a colon and a space in the middle of plain text"),
    ("could not find expected ':'", "a line that is neither a key with a colon nor a value"),
    ("did not find expected key", "the text goes on after the value has ended"),
    ("did not find expected ',' or ']'", "a list in square brackets that does not end"),
    ("did not find expected ',' or '}'", "a mapping in braces that does not end"),
    ("did not find expected '-' indicator", "a list item that is not indented like the others"),
    ("found character that cannot start any token", "a character that cannot begin plain text"),
    ("found unexpected end of stream", "a quotation mark that is never closed"),
    ("found unknown escape character", "a backslash in double quotes that means nothing"),
    ("found undefined tag handle", "an exclamation mark at the beginning of plain text"),
    ("did not find expected alphabetic", "a * or & at the beginning of plain text"),
    ("while scanning an anchor", "a & at the beginning of plain text"),
    ("while scanning an alias", "a * at the beginning of plain text"),
    ("found a tab character", "a tab; YAML is indented with spaces"),
    ("block sequence entries are not allowed", "a list that begins on its key's line"),
    ("control characters are not allowed", "a control character"),
    ("special characters are not allowed", "a control character"),
    ("unacceptable character", "a control character"),
)

_VALUE = re.compile(r"(?:- +)*(?:[^\s:\"']+: +)?(?:- +)*(\S)")
_LEADERS = {
    '"': "a text that begins with a quotation mark must end with it",
    "'": "a text that begins with an apostrophe must end with one",
    "[": "a text that begins with [ is read as a list",
    "{": "a text that begins with { is read as a mapping",
    "@": "a text cannot begin with @",
    "`": "a text cannot begin with a backtick",
    "%": "a text cannot begin with %",
    "&": "a text that begins with & is read as an anchor",
    "*": "a text that begins with * is read as an alias",
    "!": "a text that begins with ! is read as a tag",
    "|": "a text cannot stand on the line of |",
    ">": "a text cannot stand on the line of >",
}


def syntax_message(problem: str) -> str:
    """A parser's complaint in the words of somebody who writes prose."""
    for beginning, meaning in _MESSAGES:
        if beginning in problem:
            return meaning
    return problem


def syntax_hints(line: str) -> tuple[str, ...]:
    """What to write instead of a line that YAML cannot read."""
    stripped = line.strip()
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return ("indent with spaces, not with tabs",)
    match = _VALUE.match(stripped)
    leader = _LEADERS.get(match[1]) if match else None
    if leader:
        return (f"{leader}: {BLOCK_HINT}",)
    if ": " in stripped.partition(": ")[2]:
        return (f"an inner “: ” begins a mapping: {BLOCK_HINT}",)
    return (BLOCK_HINT,)


def type_hints(found: str) -> tuple[str, ...]:
    """What to write where a list or mapping stands in the place of a text."""
    if found in {"list", "mapping"}:
        return (
            f"a text with a leading [ or {{, or an inner “: ”, is read as a {found}: {BLOCK_HINT}",
        )
    return ()


def cut_by_comment(line: str, end_column: int) -> str | None:
    """The comment, if any, that cuts a plain text which ends before `end_column` of its line."""
    rest = line[end_column - 1 :]
    comment = rest.strip()
    return comment if comment.startswith("#") and rest[:1].isspace() else None
