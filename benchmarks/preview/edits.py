"""One fact's note, written anew again and again, as an editor's atomic save would."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

_ENTRY = re.compile(r"^  ([a-z0-9-]+):\n", re.MULTILINE)
_OWN_NOTE = re.compile(r"^    note:(?! Seen as \w+\.$)", re.MULTILINE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def marker(number: int) -> str:
    """A word that stands nowhere else, and is neither a number nor a name."""
    letters = ""
    while True:
        number, letter = divmod(number, len(_LETTERS))
        letters = _LETTERS[letter] + letters
        if number == 0:
            return f"zq{letters}"


@dataclass(frozen=True, slots=True)
class Note:
    """The note of a fact in a file of facts; `write` gives the file another one."""

    file: Path
    fact: str

    def write(self, word: str) -> None:
        """Replace the file by one whose fact has this note."""
        text = self.file.read_text("utf-8")
        start = re.search(rf"^  {re.escape(self.fact)}:\n", text, re.MULTILINE)
        if start is None:
            raise ValueError(f"{self.file} has no fact {self.fact}")
        before, after = text[: start.end()], text[start.end() :]
        after = re.sub(r"\A    note: Seen as \w+\.\n", "", after)
        new = self.file.with_name(f".{self.file.name}.new")
        new.write_text(f"{before}    note: Seen as {word}.\n{after}", "utf-8")
        os.replace(new, self.file)


def first_without_note(file: Path) -> str:
    """The first fact of a file to which the project gives no note: it may be given one."""
    parts = _ENTRY.split(file.read_text("utf-8"))[1:]
    entries = zip(parts[::2], parts[1::2], strict=True)
    return next(fact for fact, body in entries if not _OWN_NOTE.search(body))
