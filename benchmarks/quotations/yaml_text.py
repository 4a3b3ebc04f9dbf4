"""Any text as YAML, in the styles that editors use; what a style cannot hold is quoted instead."""

import re

from styles import wrapped_anew

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# What YAML prints as it stands: no controls, line separators, byte-order mark or surrogates.
UNPRINTABLE = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f]")


def scalar(text: str, style: str, indent: int) -> str:
    """A text after `key: ` or `- `, in a style where that is safe; lines below it are indented."""
    if UNPRINTABLE.search(text) or INVISIBLE.search(text) or text != text.strip():
        return double(text)
    margin = "\n" + " " * indent
    if style == "literal" and text:
        return "|-" + "".join(margin + line if line else "\n" for line in text.split("\n"))
    if style == "folded" and text and "\n" not in text:
        return ">-" + "".join(margin + line for line in wrapped_anew(text))
    if style == "single" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return double(text)


def double(text: str) -> str:
    """A text between double quotes, with whatever YAML does not print escaped."""
    escaped = "".join(ESCAPES.get(letter, letter) for letter in text)
    return '"' + UNPRINTABLE.sub(_escape, INVISIBLE.sub(_escape, escaped)) + '"'


def _escape(found: re.Match[str]) -> str:
    return f"\\U{ord(found[0]):08x}"
