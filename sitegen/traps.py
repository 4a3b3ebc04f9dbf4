"""The traps that YAML sets for prose, told by name: what went wrong, and how to write it."""

import re
from collections.abc import Callable, Sequence

from sitegen.frozen import NamedTuple, dataclass

BLOCK_HINT = "write the text after `|-`, on a line of its own, and nothing in it is special"
COLON_HINT = f"an inner “: ” begins a mapping: {BLOCK_HINT}"
_ALIGN_HINT = "the keys of one record, and the items of one list, begin in the same column"
_TEXT_HINT = "indent each line of a text as deep as its first line"
_TAB = "a tab in the indentation"
_TAB_HINT = "indent with spaces, not with tabs"

_LEADERS = {
    '"': "a text that begins with a quotation mark must end with it",
    "'": "a text that begins with an apostrophe must end with one",
    "[": "a text that begins with [ is read as a list",
    "{": "a text that begins with { is read as a mapping",
    "&": "a text that begins with & is read as an anchor",
    "*": "a text that begins with * is read as an alias",
    "!": "a text that begins with ! is read as a tag",
    "#": "a text that begins with # is read as a comment",
    "-": "a text that begins with a dash and a space is read as a list",
    "|": "the text of | begins on the next line, indented",
    ">": "the text of > begins on the next line, indented",
}
_NEVER_LEAD = "@`%,]}?:"

# What precedes the first character of a value: list dashes and a key.
_BEFORE_VALUE = re.compile(r"(?:- +)*(?:[^\s:\"']+: +)?(?:- +)*")
_BLOCK_MARK = re.compile(r"[:-] [|>][-+0-9]{0,2}$")
_KEY_OR_ENTRY = re.compile(r"\s*(?:- |[\w-]+:(?:\s|$))")
_GLUED_KEY = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s:/])")


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Complaint(NamedTuple):
    """What a YAML parser says: of what, begun where, and which problem it met where."""

    context: str
    begun: Place
    problem: str
    met: Place


class Trap(NamedTuple):
    """The same in the words of somebody who writes prose, at the place to mend."""

    message: str
    place: Place
    hints: tuple[str, ...]


Lines = Sequence[str]
_Rule = Callable[[Complaint, Lines], Trap]


def explain(complaint: Complaint, lines: Lines) -> Trap:
    """What a parser's complaint about the given lines means to somebody who writes prose."""
    said = f"{complaint.context} {complaint.problem}"
    for fragment, rule in _RULES:
        if fragment in said:
            return rule(complaint, lines)
    return Trap(f"this is not YAML: {said.strip()}", complaint.met, (BLOCK_HINT,))


def leader_hints(leader: str) -> tuple[str, ...]:
    """What to write instead of a text that begins with a character that is special to YAML."""
    if leader in _LEADERS:
        return (f"{_LEADERS[leader]}: {BLOCK_HINT}",)
    if leader and leader in _NEVER_LEAD:
        return (f"a text cannot begin with {leader}: {BLOCK_HINT}",)
    return (BLOCK_HINT,)


def cut_by_comment(line: str, end_column: int) -> str | None:
    """The comment, if any, that cuts a plain text which ends before `end_column` of its line."""
    rest = line[end_column - 1 :]
    comment = rest.strip()
    return comment if comment.startswith("#") and rest[:1].isspace() else None


def _line(lines: Lines, place: Place) -> str:
    return lines[place.line - 1] if place.line <= len(lines) else ""


def _value_hints(line: str) -> tuple[str, ...]:
    """The hint for the first character of a line's value."""
    stripped = line.strip()
    before = _BEFORE_VALUE.match(stripped)
    return leader_hints(stripped[before.end() :][:1] if before else "")


def _no_colon(complaint: Complaint, lines: Lines) -> Trap:
    """A line that is neither a key nor, by its indentation, a part of the text above it."""
    above = lines[complaint.begun.line - 2] if complaint.begun.line > 1 else ""
    if _BLOCK_MARK.search(above):
        message = "a text that is not indented deeper than its key"
        return Trap(message, complaint.begun, ("indent each line of the text under | or >",))
    return _without_colon(complaint.begun)


def _without_colon(place: Place) -> Trap:
    hint = f"write “key: value”; or, if it belongs to the text above: {BLOCK_HINT}"
    return Trap("a line without a colon", place, (hint,))


@dataclass(frozen=True, slots=True)
class _Plain:
    """A rule that always says the same, where it begins or where it is met."""

    begun: bool
    message: str
    hint: str

    def __call__(self, complaint: Complaint, _: Lines) -> Trap:
        place = complaint.begun if self.begun else complaint.met
        return Trap(self.message, place, (self.hint,))


def _leading(complaint: Complaint, lines: Lines) -> Trap:
    """A character that cannot begin a text, or begins something that this is not."""
    line = _line(lines, complaint.begun)
    before, leader = line[: complaint.begun.column - 1], line[complaint.begun.column - 1 :][:1]
    if leader == "\t" and not before.strip():
        return Trap(_TAB, complaint.begun, (_TAB_HINT,))
    if not leader:
        return _unclosed_at_end(complaint, lines)
    if before[-1:].strip():
        return _no_key(complaint, lines)
    return Trap(f"a text that begins with {leader}", complaint.begun, leader_hints(leader))


def _unclosed_at_end(complaint: Complaint, lines: Lines) -> Trap:
    """A file that ends after an opening bracket or a comma: the last opening one is shown."""
    line = complaint.begun.line
    while line > 1 and not re.search(r"[\[{]", _line(lines, Place(line, 1))):
        line -= 1
    text = _line(lines, Place(line, 1))
    column = max(text.rfind("["), text.rfind("{")) + 1
    place = Place(line, column) if column else complaint.begun
    return Trap("brackets that are never closed", place, ("close them with ] or }",))


def _unclosed_quote(complaint: Complaint, lines: Lines) -> Trap:
    mark = _line(lines, complaint.begun)[complaint.begun.column - 1 :][:1]
    return Trap("a quotation mark that is never closed", complaint.begun, leader_hints(mark))


def _unclosed(kind: str, closing: str) -> _Rule:
    """Braces or brackets: never closed, or not read on because of an inner colon."""

    def rule(complaint: Complaint, lines: Lines) -> Trap:
        met = _line(lines, complaint.met)
        before = met[: complaint.met.column - 1]
        same_line = complaint.met.line == complaint.begun.line
        if met[len(before) : len(before) + 1] == ":" and (same_line or ": " in before):
            return _inner_colon(complaint, lines)
        if same_line and met[len(before) :].strip():
            message = f"{kind} in which a value goes on after it has ended"
            return Trap(message, complaint.met, (BLOCK_HINT,))
        hint = f"close them with {closing}"
        if " #" in _line(lines, complaint.begun):
            hint = f"a “#” after a space begins a comment, and {closing} is in it"
        return Trap(f"{kind} that are never closed", complaint.begun, (hint,))

    return rule


def _inner_colon(complaint: Complaint, _: Lines) -> Trap:
    return Trap("a colon and a space in the middle of a text", complaint.met, (COLON_HINT,))


def _colon(complaint: Complaint, lines: Lines) -> Trap:
    """A colon where no key can be: within a text, below a glued key, or too far to the right."""
    if ": " in _line(lines, complaint.met)[: complaint.met.column - 1]:
        return _inner_colon(complaint, lines)
    above = complaint.met.line - 1
    while above > 0 and not lines[above - 1].strip():
        above -= 1
    line = lines[above - 1] if above else ""
    glued = _GLUED_KEY.match(line)
    if glued:
        hint = f"write a space after the colon: “{glued[1]}: …”"
        place = Place(above, glued.start(1) + 1)
        return Trap("a key without a space after its colon", place, (hint,))
    if line.strip() and ": " not in line and not line.rstrip().endswith(":"):
        place = Place(above, len(line) - len(line.lstrip()) + 1)
        return _without_colon(place)
    message = "a key that is indented more than the line above it allows"
    return Trap(message, complaint.met, (_ALIGN_HINT,))


def _no_key(complaint: Complaint, lines: Lines) -> Trap:
    """Something where a key should be: on a line of its own, or after a value."""
    line = _line(lines, complaint.met)
    if line[: complaint.met.column - 1].strip():
        return Trap("the text goes on after its value has ended", complaint.met, _value_hints(line))
    hint = _ALIGN_HINT if _KEY_OR_ENTRY.match(line) else _TEXT_HINT
    return Trap("a line that is not indented like those above it", complaint.met, (hint,))


_BACKSLASH = _Plain(
    False, "a backslash in double quotes that means nothing", f"write two of them; or {BLOCK_HINT}"
)
_NO_CHARACTER = _Plain(
    False, "an escape in double quotes that names no character", "write the character itself"
)
_ON_BLOCK_LINE = _Plain(
    True, "words on the line of a block mark", "begin the text on the next line, indented"
)
_LIST_ON_LINE = _Plain(
    False,
    "a list that begins on its key's line",
    f"begin it on the next line; or, if it is a text: {BLOCK_HINT}",
)

# What a parser's complaint contains, and what it means; the first rule that fits is taken.
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("mapping values are not allowed", _colon),
    ("while scanning a simple key", _no_colon),
    ("quoted scalar found unexpected end of stream", _unclosed_quote),
    ("quoted scalar found unexpected document indicator", _unclosed_quote),
    ("found unknown escape character", _BACKSLASH),
    ("quoted scalar", _NO_CHARACTER),
    ("expected ',' or ']'", _unclosed("square brackets", "]")),
    ("expected ',' or '}'", _unclosed("braces", "}")),
    ("expected key", _no_key),
    ("expected '-' indicator", _no_key),
    ("expected <document start>", _no_key),
    ("cannot start any token", _leading),
    ("expected node content", _leading),
    ("scanning a tag", _leading),
    ("parsing a tag", _leading),
    ("undefined tag handle", _leading),
    ("scanning an alias", _leading),
    ("scanning an anchor", _leading),
    ("expected comment or line break", _ON_BLOCK_LINE),
    ("found a tab character", _Plain(False, _TAB, _TAB_HINT)),
    ("block sequence entries are not allowed", _LIST_ON_LINE),
    ("mapping keys are not allowed", _Plain(False, "a text that begins with “? ”", BLOCK_HINT)),
    ("directive", _leading),
)
