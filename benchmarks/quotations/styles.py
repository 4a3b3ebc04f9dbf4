"""The ways in which an editor types printed words: how lines are laid out, how marks are spelt.

A layout turns printed words into what the YAML holds, and names the YAML style that holds it; a
spelling then changes the marks that typewriters, word processors and phones change.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

WIDTH = 48  # of lines that an editor wraps anew, in code points
AS_PRINTED = "as printed"


def on_one_line(printed: str) -> str:
    """Wrapped lines joined with a space, or with nothing after a hyphen or dash."""
    return on_one_line_spaced(re.sub(r"([-—–])\n[ \t]*", r"\1", printed))


def on_one_line_spaced(printed: str) -> str:
    """Wrapped lines joined with a space throughout, as a text editor's “join lines” does it."""
    return re.sub(r"\s*\n\s*", " ", printed)


def wrapped_anew(words: str) -> list[str]:
    """One line as several short ones; breaks replace single spaces only, so none gets lost."""
    lines: list[str] = []
    for word in re.split(r"(?<! ) (?! )", words):
        if lines and len(lines[-1]) + len(word) < WIDTH:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


# The layouts of words over several lines, and of words on one: name → (what is typed, YAML style).
LAYOUTS: Mapping[str, tuple[Callable[[str], str], str]] = {
    "block with the printed lines": (str, "literal"),
    "block without indentation": (lambda text: re.sub(r"\n[ \t]+", "\n", text), "literal"),
    "block wrapped anew": (lambda text: "\n".join(wrapped_anew(on_one_line(text))), "literal"),
    "joined, double quotes": (on_one_line, "double"),
    "joined, block": (on_one_line, "literal"),
    "joined, folded block": (on_one_line, "folded"),
    "joined with spaces after dashes": (on_one_line_spaced, "double"),
}
KEEPING_LINES = ("block with the printed lines", "block without indentation")
ONE_LINE_LAYOUTS: Mapping[str, tuple[Callable[[str], str], str]] = {
    "one line, block": (str, "literal"),
    "one line, double quotes": (str, "double"),
    "one line, single quotes": (str, "single"),
}


def layouts_for(printed: str) -> Mapping[str, tuple[Callable[[str], str], str]]:
    """The layouts that make a difference to the printed words."""
    if "\n" not in printed:
        return ONE_LINE_LAYOUTS
    without = set()
    if not re.search(r"\n[ \t]", printed):
        without.add("block without indentation")
    if not re.search(r"[-—–]\n", printed):
        without.add("joined with spaces after dashes")
    return {name: layout for name, layout in LAYOUTS.items() if name not in without}


def curly(words: str) -> str:
    """Typewriter's marks as a word processor turns them: by what stands before, so ’em is ‘em."""
    words = re.sub(r"""(^|[\s(\[{—–"“_-])'(?=\w)""", r"\1‘", words)
    words = re.sub(r"""(^|[\s(\[{—–'‘_-])"(?=\S)""", r"\1“", words)
    return words.replace("'", "’").replace('"', "”")


def straight(words: str) -> str:
    """Curly quotation marks and apostrophes as a typewriter has them."""
    return words.translate(str.maketrans("‘’“”", "''\"\""))


def dashes(words: str) -> str:
    """Two hyphens as the dash they stand for."""
    return words.replace("--", "—")


def hyphens(words: str) -> str:
    """A dash as two hyphens."""
    return words.replace("—", "--")


def ellipses(words: str) -> str:
    """Three full stops as one character."""
    return words.replace("...", "…")


def full_stops(words: str) -> str:
    """An ellipsis as three full stops."""
    return words.replace("…", "...")


def decomposed(words: str) -> str:
    """Accents as marks of their own, as some keyboards and file systems give them."""
    return unicodedata.normalize("NFD", words)


def broken(text: str) -> str:
    """A text whose lines end after each hyphen or dash between two words, as in columns."""
    return re.sub(r"(?<=\w)(--|[-—–])(?=\w)", r"\1\n", text)


# Other prints of the same book, to be asked for: they have what a plain-text book may lack.
EDITIONS: Mapping[str, Callable[[str], str]] = {
    "curly": lambda text: curly(dashes(ellipses(text))),
    "broken": broken,
}

SPELLINGS: Mapping[str, Callable[[str], str]] = {
    AS_PRINTED: str,
    "curly marks": curly,
    "straight marks": straight,
    "-- typed as a dash": dashes,
    "dash typed as --": hyphens,
    "... typed as an ellipsis": ellipses,
    "ellipsis typed as ...": full_stops,
    "accents decomposed": decomposed,
    "typographic": lambda words: curly(dashes(ellipses(words))),
    "typewriter": lambda words: straight(hyphens(full_stops(words))),
}


def spellings_for(words: str) -> list[str]:
    """The spellings that change the words, each with another result, after the one as printed."""
    found: dict[str, str] = {}
    for name, spell in SPELLINGS.items():
        found.setdefault(spell(words), name)
    return list(found.values())
