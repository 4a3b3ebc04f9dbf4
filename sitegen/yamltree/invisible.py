"""Characters that nobody sees: which they are, and where they do what they are for.

What an editor cannot see must not decide whether words are found, so these characters are errors
in YAML. Joiners between letters (Persian) and in emoji, and the tags of a flag, are not.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Bidirectional controls; invisible and zero-width characters; line ends that are none of ours.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u0085\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"

_JOINERS = "\u200c\u200d"
# Scripts whose letters join or stack, without their stops and commas: Hebrew to Myanmar, the
# Philippines to Vedic, and the forms of their letters.
_JOINING = (
    "\u0590-\u060b\u060d-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u0963\u0966-\u109f"
    "\u1700-\u1cff\ua800-\uabff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00011fff"
)
# Symbols, what varies them, key caps; also those that are newer than our Unicode.
_EMOJI = "\u00a9\u00ae\u2122\u2190-\u2bff\u20e3\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_IN_PLACE = (
    rf"(?<=[{_JOINING}])[{_JOINERS}](?=[\w{_JOINING}])"
    rf"|(?<=[\w{_JOINING}])[{_JOINERS}](?=[{_JOINING}])"
    rf"|(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])"
)
_SUSPECT = re.compile(f"[{_INVISIBLE}{_CONTROLS}{_NO_CHARACTERS}{_JOINERS}]")


# Few projects hold any suspect: these are compiled when the first one does.
@cache
def _joiner_in_place() -> re.Pattern[str]:
    return re.compile(_IN_PLACE)


@cache
def _hidden() -> re.Pattern[str]:
    return re.compile(
        f"{_FLAG}|(?P<hidden>[{_INVISIBLE}{_CONTROLS}{_NO_CHARACTERS}]|(?!{_IN_PLACE})[{_JOINERS}])"
    )


_MARKER = "\ufeff"  # hidden itself, and harmless to the parser
_BLANKS = "\x0b\x0c\x85\u2028\u2029"


def hidden(text: str) -> Iterator[int]:
    """The offsets of the characters that nobody sees and that do nothing where they stand."""
    if text.isascii() and text.replace("\n", "").isprintable():  # the fastest to see
        return iter(())
    first = _SUSPECT.search(text)  # most texts hold none, and this looks at them ten times faster
    if first is None:
        return iter(())
    begin = max(0, first.start() - 1)  # a flag begins before its first tag
    return (match.start() for match in _hidden().finditer(text, begin) if match["hidden"])


def without_hidden(text: str) -> str:
    """A text without the characters that `hidden` finds."""
    if _SUSPECT.search(text) is None:
        return text
    return _hidden().sub(lambda match: "" if match["hidden"] else match[0], text)


@cache
def _for_parser() -> dict[int, str]:
    """What the YAML parser refuses or takes for a line end, and what it is given instead."""
    refused = (*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)
    return {
        **dict.fromkeys((*refused, *range(0xD800, 0xE000)), _MARKER),
        **dict.fromkeys(map(ord, _BLANKS), " "),
    }


def for_parser(text: str) -> str:
    """A text of the same length that a YAML parser reads without stumbling or losing count."""
    return text.translate(_for_parser())


def code_point(character: str) -> str:
    """The number and name of a character."""
    name = unicodedata.name(character, "a control character")
    if unicodedata.category(character) in {"Cn", "Cs"}:
        name = "no character"
    return f"U+{ord(character):04X} ({name})"


def is_joiner_between_letters(text: str, index: int) -> bool:
    """Whether the character at `index` joins what stands around it, as in Persian and in emoji."""
    return _joiner_in_place().match(text, index) is not None
