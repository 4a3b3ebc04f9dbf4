"""A paragraph as a row of words and figures, with what stands between them."""

import re
from collections.abc import Callable, Iterator, Sequence

from sitegen.frozen import dataclass
from sitegen.recognise.language import Language
from sitegen.recognise.text.thousands import MAY_BE_THOUSANDS, join_thousands

# A figure keeps its thousands, decimals and clock digits, and whatever letters are glued to it. A
# word may hold digits, apostrophes and inner underscores, never begin or end with them. Possessive
# quantifiers of single characters, so that nothing is tried twice; those of groups are broken in
# Python before 3.11.5. The words stand first, as most are, with what they begin with spelled out
# and a way past the rest, so that the engine sees at the next character which of the two it is.
_WORD = re.compile(
    r"[^\W_0-9][^\W_]*+(?:['_][^\W_]++(?:['_][^\W_]++)*|)"
    r"|(?:[0-9]{1,3}(?:,[0-9]{3}(?![0-9]))+|[0-9]{1,2}(?:,[0-9]{2}(?=,))+,[0-9]{3}(?![0-9])|[0-9]++)"
    r"(?:\.[0-9]++)*(?::[0-9]++)*(?:_*+[^\W_])*"
)
# Digits in these are no figures: addresses, handles, tags, HTML entities, footnote marks. Each
# alternative begins with a fixed mark or only where a run of its characters begins, so that no
# character is scanned more than a few times.
_OPAQUE = re.compile(
    r"(?:https?://|www\.)[^\s\"<>]++"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)*"
    r"|(?<!\w)@\w++"
    r"|&#?\w{1,8};"
    r"|#(?![0-9]++(?!\w))\w++"
    r"|(?<![\w.@-])(?:[\w-]++\.)+[A-Za-z]{2,}+/\S*+"
    r"|(?<=[^\s\[])\[[0-9]{1,3}\]"
)
# A digit behind a letter, looked for by the digit, as few texts have any; and what a figure that
# begins with letters goes on with.
_LETTERS_AND_DIGIT = re.compile(r"[0-9](?<=[^\W\d_][0-9])")
_FIRST_DIGIT = re.compile(r"[0-9]")
_GOES_ON = re.compile(r"(?:[.,][0-9]++)+")
_AMOUNT = re.compile(
    r"[0-9]++((?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]++)?)([^\W\d_]*+)(?: ([^\W\d_]++)(?!-))?"
)
_LONGEST_CODE = 3
_MILLION = 10**6
_RAISED_POINT = re.compile(r"(?<=[0-9])·(?=[0-9])")
_span: Callable[[re.Match[str]], tuple[int, int]] = re.Match.span
_group: Callable[[re.Match[str]], str] = re.Match.group
_MASK = "\N{OBJECT REPLACEMENT CHARACTER}"
_SPACES = re.compile(r"\s+")
_PLAIN_GAPS = frozenset({" ", "-", ", ", ". ", "", "’", ".", ",", "; ", ": "})  # as they are
_JOINTS = frozenset({" ", "-", "- ", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"})
_DASHES = frozenset("-\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text. `lows` are in lower case with straight apostrophes; `text` is masked.

    Offsets in `text` are those of the text as written. A number whose thousands spaces part is one
    word, in `lows` with commas.
    """

    text: str
    spans: Sequence[tuple[int, int]]
    lows: Sequence[str]
    language: Language

    def __len__(self) -> int:
        return len(self.lows)

    def candidates(self) -> list[int]:
        """The words that a number or a date may begin with: digits and the language's triggers."""
        triggers, after_nine = self.language.triggers, ":"
        return [
            at for at, low in enumerate(self.lows) if low in triggers or "0" <= low < after_nine
        ]

    def low(self, index: int) -> str:
        """The word at `index` in lower case; nothing before the first and after the last."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def role(self, index: int) -> str:
        """What the word at `index` does between others, if it is one of the particles."""
        lows = self.lows
        return self.language.particles.get(lows[index], "") if 0 <= index < len(lows) else ""

    def span(self, index: int) -> tuple[int, int]:
        """Where the word at `index` begins and ends."""
        return self.spans[index]

    def start(self, index: int) -> int:
        """Where the word at `index` begins."""
        return self.spans[index][0]

    def end(self, index: int) -> int:
        """Where the word at `index` ends."""
        return self.spans[index][1]

    def raw(self, index: int) -> str:
        """The word at `index` as written."""
        start, end = self.spans[index]
        return self.text[start:end]

    def gap(self, index: int) -> str:
        """What stands between the words `index` and `index` + 1, white space as one space.

        Without the marks of emphasis of a plain text: January_ 17.
        """
        spans = self.spans
        if not 0 <= index < len(spans) - 1:
            return "\n"
        between = self.text[spans[index][1] : spans[index + 1][0]]
        return between if between in _PLAIN_GAPS else _SPACES.sub(" ", between.replace("_", ""))

    def before(self, index: int) -> str:
        """The character before the word at `index`, or nothing."""
        start = self.spans[index][0]
        return self.text[start - 1 : start]

    def joined(self, index: int) -> bool:
        """Whether the words `index` and `index` + 1 are one compound: by a space or a hyphen."""
        return self.gap(index) in _JOINTS

    def ranged(self, index: int) -> bool:
        """Whether a dash joins the words `index` and `index` + 1 to a range."""
        return self.gap(index).strip() in _DASHES

    def capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital letter."""
        spans = self.spans
        return 0 <= index < len(spans) and self.text[spans[index][0]].isupper()


def words(text: str, language: Language) -> Words:
    """The words of a text, without those in addresses, handles and the like."""
    text = _masked(text)
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters in lower case
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    lowered = lowered.replace("’", "'")
    if "·" in lowered:  # as British print had it for decimals
        lowered = _RAISED_POINT.sub(".", lowered)
    if _LETTERS_AND_DIGIT.search(lowered):
        spans = list(_with_letters(text, lowered, language))
        lows = [lowered[start:end] for start, end in spans]
    else:
        found = list(_WORD.finditer(lowered))
        spans, lows = list(map(_span, found)), list(map(_group, found))
    if MAY_BE_THOUSANDS.search(text):
        spans, lows = join_thousands(text, spans, lows, language)
    return Words(text, spans, lows, language)


def _with_letters(text: str, lowered: str, language: Language) -> Iterator[tuple[int, int]]:
    """The spans of the words of a text that has digits behind letters.

    A currency's code is a word of its own, as in RM6.162, and so are capitals before what can only
    be a sum; after other letters the whole is one word: its decimals are no number.
    """
    at = 0
    while found := _WORD.search(lowered, at):
        start, at = found.span()
        digit = _FIRST_DIGIT.search(lowered, start, at)
        if digit and digit.start() > start:
            code = text[start : digit.start()]
            known = language.currencies.get(code) == "code"
            if known or _is_sum(code, lowered, digit.start(), language):
                at = digit.start()
            elif goes_on := _GOES_ON.match(lowered, at):
                at = goes_on.end()
        yield start, at


def _is_sum(code: str, lowered: str, start: int, language: Language) -> bool:
    """Whether digits behind letters can only be an amount: XY6.2 million, R4bn; no WP29,000."""
    found = _AMOUNT.match(lowered, start) if code.isupper() and len(code) <= _LONGEST_CODE else None
    if found is None:
        return False
    decimals, letters, after = found.groups()
    money = language.measures.get(code.lower(), "").startswith("money ")
    if letters:
        kind, _, factor = language.glued.get(letters, "").partition(" ")
        large = kind in {"scale", "money"} and int(factor) >= _MILLION
        return large and (money or len(letters) > 1)  # no B2B
    if "," in decimals and money:
        return True
    scale = language.scales.get(after or "", 0)
    return scale >= _MILLION or (scale > 0 and "." in decimals)


def _masked(text: str) -> str:
    # Spelled out: a loop over the signs costs four times as much, and nearly all texts have none.
    if "@" in text or "#" in text or "/" in text or "[" in text or "www." in text:
        return _OPAQUE.sub(lambda match: _MASK * len(match.group()), text)
    return text
