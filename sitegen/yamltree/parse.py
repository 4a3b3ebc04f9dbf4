"""From the text of a file to its tree, with everything in it that is not plain YAML."""

from contextlib import suppress
from itertools import islice
from typing import Any

import yaml

from sitegen import traps
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.traps import Complaint, Place
from sitegen.yamltree import invisible
from sitegen.yamltree.nodes import Node
from sitegen.yamltree.reader import LOADER, MOST_TOLD, Reader, UnreadableError

MAX_BYTES = 8 * 1024 * 1024
_BOM = "\ufeff"


def plain_lines(text: str) -> str:
    """A text as its places count: without a byte-order mark, every line end LF."""
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def parse(text: str, path: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML text, None when it is empty or cannot be read, and what is wrong with it.

    Codes: yaml-syntax (at most one: nothing can be read after it), forbidden-yaml, duplicate-key,
    quote-invisible-character.
    """
    if len(text) > MAX_BYTES or len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        return None, (too_large(path),)
    text = plain_lines(text)
    hidden = tuple(islice(invisible.hidden(text), MOST_TOLD + 1))
    reader = Reader(text, path, wary=bool(hidden) or "\\" in text)
    try:
        _tell_hidden(text, hidden, reader)
        readable = invisible.for_parser(text) if hidden else text
        # As `yaml.parse` does it, but for asking after each event whether there is another.
        root = reader.document(iter(LOADER(readable).get_event, None))
    except UnreadableError:
        root = None
    except yaml.YAMLError as problem:
        root = None
        trap = _trap(problem, text)
        # An alias or tag on the same line is the same slip, and the parser's place is the better.
        reader.diagnostics = [
            d
            for d in reader.diagnostics
            if d.code != "forbidden-yaml" or d.span is None or d.span.line != trap.place.line
        ]
        reader.diagnostics.append(_syntax_error(trap, text, path))
    return root, tuple(reader.diagnostics)


def hidden_characters(text: str, path: str) -> tuple[Diagnostic, ...]:
    """A quote-invisible-character for each character of a text that nobody sees, as in `parse`."""
    reader = Reader(text, path, wary=False)
    with suppress(UnreadableError):  # there may be too many to tell each
        _tell_hidden(text, tuple(islice(invisible.hidden(text), MOST_TOLD + 1)), reader)
    return tuple(reader.diagnostics)


def too_large(path: str) -> Diagnostic:
    """The error of a file over `MAX_BYTES`."""
    limit = f"a file larger than {MAX_BYTES // 1024 // 1024} MB is not allowed"
    hint = "split it into several files; all of content/facts/ is read"
    return error("forbidden-yaml", limit, Span(path, 1, 1, 1, 1), hints=(hint,))


def _tell_hidden(text: str, hidden: tuple[int, ...], reader: Reader) -> None:
    line, line_start, counted = 1, 0, 0
    for offset in hidden:
        line += text.count("\n", counted, offset)
        line_start = max(line_start, text.rfind("\n", counted, offset) + 1)
        counted = offset
        column = offset - line_start + 1
        reader.tell_hidden(text[offset], Span(reader.path, line, column, line, column + 1))


def _trap(problem: Any, text: str) -> traps.Trap:
    """What the parser's error means, and where."""
    met = problem.problem_mark
    begun = problem.context_mark or met
    complaint = Complaint(
        problem.context or "",
        Place(begun.line + 1, begun.column + 1),
        problem.problem or "",
        Place(met.line + 1, met.column + 1),
    )
    return traps.explain(complaint, text.split("\n"))


def _syntax_error(trap: traps.Trap, text: str, path: str) -> Diagnostic:
    lines = text.split("\n")
    line, column = trap.place
    if line > len(lines):  # the parser sees a line after the last one
        line, column = len(lines), len(lines[-1]) + 1
    length = len(lines[line - 1].rstrip())
    place = Span(path, line, column, line, max(column, length + 1))
    return error("yaml-syntax", trap.message, place, hints=trap.hints)
