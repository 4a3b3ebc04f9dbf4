"""One text as YAML: plain where every reader of YAML takes it for text, else quoted or folded."""

import re

from sitegen.frozen import dataclass

# What begins something else than text, wherever YAML is read (YAML 1.2.2, section 5.3).
_LEADERS = frozenset("-?:,[]{}#&*!|>'\"%@`=~<")
_IN_FLOW = frozenset(",[]{}")
# Words and figures that YAML 1.1 or 1.2 readers turn into something else than text.
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_FIGURE = re.compile(
    r"[-+]?(?:\.?[0-9]|\.(?:inf|nan)\Z)[0-9a-fA-FxXoOeE_.,:+tTzZ /-]*", re.IGNORECASE
)
# Letters make it text to every reader, but for a lone e, which may be an exponent's.
_DIGEST = re.compile(r"(?=[0-9e]*[a-df])[0-9a-f]{64}")
# What a field of that type wants unquoted: whole numbers, and dates in EDTF.
_BARE = re.compile(r"(?:[0-9X]|\.\./)[0-9X?~%/.-]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_PRINTABLE = re.compile("[ -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_FOLDS = re.compile(r"(?<![ ]) (?![ ])")
_LAST_OF_TWO_DIGITS, _LAST_OF_FOUR_DIGITS = 0xFF, 0xFFFF
_LONGEST_KEY = 1_000  # YAML takes no more characters for a key on one line (1.2.2, section 7.4.2)


@dataclass(frozen=True, slots=True)
class Hand:
    """How a file writes its texts.

    - `quote`: the quotation mark that it prefers
    - `quoted`: prose stands in quotation marks even where it need not
    - `folded`: what is longer than a line is folded after `>-`
    - `width`: the longest line, in characters
    """

    quote: str = '"'
    quoted: bool = False
    folded: bool = True
    width: int = 100


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text may stand without quotation marks, and is text to every reader of YAML."""
    if not text or text != text.strip() or text[0] in _LEADERS or not _PRINTABLE.fullmatch(text):
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    if flow and (_IN_FLOW.intersection(text) or ":" in text):
        return False
    if text.lower() in _WORDS or text.startswith(("...", "---")):
        return False
    return not _FIGURE.fullmatch(text) or _DIGEST.fullmatch(text) is not None


def inline(text: str, hand: Hand, *, bare: bool = False, flow: bool = False) -> str:
    """A text on one line. `bare`: its field wants numbers and dates without quotation marks."""
    if bare and _BARE.fullmatch(text):
        return text
    if is_plain(text, flow=flow) and not (hand.quoted and " " in text):
        return text
    return quoted(text, hand.quote)


def quoted(text: str, quote: str) -> str:
    """A text in quotation marks: those asked for, unless the others need no escapes."""
    single = _PRINTABLE.fullmatch(text) is not None
    clean = {"'": single and "'" not in text, '"': not any(c in text for c in '"\\') and single}
    other = "'" if quote == '"' else '"'
    chosen = quote if clean[quote] or not clean[other] else other
    if chosen == "'" and single:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def key(name: str, hand: Hand, *, flow: bool = False) -> str:
    """A key of a mapping."""
    return inline(name, hand, flow=flow) if len(name) <= _LONGEST_KEY else quoted(name, hand.quote)


def lines(lead: str, text: str, inner: int, hand: Hand, *, bare: bool = False) -> list[str]:
    """A text behind what leads to it (`  exact:`), on lines of its own where it is long.

    `inner`: the columns before such lines.
    """
    one = inline(text, hand, bare=bare)
    margin = " " * inner
    if "\n" in text and _fits_block(text):
        return [f"{lead} |-", *(f"{margin}{line}" if line else "" for line in text.split("\n"))]
    if not hand.folded or len(lead) + 1 + len(one) <= hand.width or not _fits_block(text):
        return [f"{lead} {one}"]
    return [f"{lead} >-", *(f"{margin}{line}" for line in _folded(text, hand.width - inner))]


def _fits_block(text: str) -> bool:
    """Whether a text is what YAML reads again from a block of lines."""
    parts = text.split("\n")
    printable = all(_PRINTABLE.fullmatch(part) for part in parts)
    return printable and text == text.strip() and all(part == part.strip() for part in parts)


def _folded(text: str, width: int) -> list[str]:
    """A text in lines; YAML joins them with a space, so that they end at single spaces alone."""
    found: list[str] = []
    for word in _FOLDS.split(text):
        if found and len(found[-1]) + 1 + len(word) <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _PRINTABLE.fullmatch(character):
        return character
    number = ord(character)
    if number <= _LAST_OF_TWO_DIGITS:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _LAST_OF_FOUR_DIGITS else f"\\U{number:08x}"
