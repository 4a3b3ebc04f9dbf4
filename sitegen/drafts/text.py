"""The text of a content file as edits see it: by line and column, over the bytes of the file."""

import re
from bisect import bisect_left, insort

from sitegen.diagnostics import Edit
from sitegen.frozen import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARKER = "\ufeff"


class Splice(NamedTuple):
    """An edit by code points of the whole file, its byte-order mark included; the end exclusive."""

    start: int
    end: int
    replacement: str


class EditedText:
    """A file's bytes with the splices that were taken so far. The bytes must be UTF-8."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.text = content.decode()
        first = len(_MARKER) if self.text.startswith(_MARKER) else 0
        ends = list(_LINE_END.finditer(self.text))
        self.starts = [first, *(end.end() for end in ends)]
        self.line_ends = [end[0] for end in ends] or ["\n"]
        self.taken: list[Splice] = []

    def splice(self, edit: Edit) -> Splice:
        """Where an edit falls; a line end that it writes is that of the line where it begins."""
        start = self.starts[edit.span.line - 1] + edit.span.column - 1
        end = self.starts[edit.span.end_line - 1] + edit.span.end_column - 1
        line_end = self.line_ends[min(edit.span.line, len(self.line_ends)) - 1]
        return Splice(start, end, edit.replacement.replace("\n", line_end))

    def has_room_for(self, new: Splice) -> bool:
        """Whether a splice was taken already, or touches nothing that another one changes."""
        at = bisect_left(self.taken, new)
        return all(
            new == other or not _overlap(new, other)
            for other in self.taken[max(0, at - 1) : at + 1]
        )

    def take(self, new: Splice) -> bool:
        """Take a splice for which there is room; False when it was taken before."""
        if new in self.taken[bisect_left(self.taken, new) :][:1]:
            return False
        insort(self.taken, new)
        return True

    def was(self, taken: Splice) -> str:
        """What stands where a splice falls."""
        return self.text[taken.start : taken.end]

    def before(self, taken: Splice, most: int) -> str:
        """Up to `most` characters of the same line before a splice."""
        return _LINE_END.split(self.text[max(0, taken.start - most) : taken.start])[-1]

    def edited(self) -> bytes:
        """The file's bytes with every splice made."""
        parts: list[str] = []
        done = 0
        for start, end, replacement in self.taken:
            parts += (self.text[done:start], replacement)
            done = end
        return "".join((*parts, self.text[done:])).encode()


def _overlap(one: Splice, other: Splice) -> bool:
    same_place = one.start == other.start and one.end == other.end
    return same_place or (one.start < other.end and other.start < one.end)
