"""What the values of a theme's settings may be, so that none can say more to a browser than it is.

A value that a style sheet gets is written anew from what was read, never copied.
"""

import re
from collections.abc import Sequence

from sitegen.theme import colours
from sitegen.yamltree import shown

GENERIC = frozenset(
    "serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace "  # noqa: SIM905 (a line of words reads better than a column)
    "ui-rounded math emoji".split()
)
FLAGS = ("true", "false")
_LENGTH = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,4})?)(rem|em|ch|px)")
_FAMILY = re.compile(r"-?[^\W\d_][\w .-]{0,60}")
_MOST_FAMILIES = 12


def refusal(kind: str, value: str, choices: Sequence[str] = ()) -> tuple[str, str | None] | None:
    """Why a value is none of its kind, and what to write instead; None when it is one."""
    match kind:
        case "colour" if colours.read(value) is None:
            return f"{shown(value)} is no colour", f"write one such as {colours.WRITTEN_AS}"
        case "length" if not _LENGTH.fullmatch(value.strip()):
            return f"{shown(value)} is no length", "write a number with rem, em, ch or px: 40rem"
        case "fonts" if not families(value):
            hint = "write the names of installed fonts, parted by commas: Georgia, serif"
            return f"{shown(value)} is no list of fonts", hint
        case "choice" if value not in choices:
            return f"{shown(value)} is not one of {', '.join(choices)}", None
        case "flag" if value not in FLAGS:
            return f"{shown(value)} is neither true nor false", None
        case _:
            return None


def css(kind: str, value: str) -> str:
    """A value that was not refused, as a style sheet writes it."""
    match kind:
        case "colour":
            colour = colours.read(value)
            return colour.css if colour else ""
        case "fonts":
            return ", ".join(
                name if name.lower() in GENERIC else f'"{name}"' for name in families(value)
            )
        case _:
            return value.strip()


def families(value: str) -> tuple[str, ...]:
    """The names of a list of fonts, without quotation marks; none when one of them is none."""
    names = tuple(name.strip().strip("\"'").strip() for name in value.split(","))
    if len(names) > _MOST_FAMILIES or not all(_FAMILY.fullmatch(name) for name in names):
        return ()
    return names


def ends_generic(value: str) -> bool:
    """Whether a list of fonts ends with one that every reader has."""
    return families(value)[-1:] != () and families(value)[-1].lower() in GENERIC
