"""Thousands that spaces part: the 1 400 of “1 400 people” is one number.

Two numbers may stand beside each other as well: on May 1 400 people came. So only groups of three
digits are joined, and where nothing before or behind them says that they are two.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sitegen.frozen import NamedTuple, dataclass
from sitegen.recognise.language import Language

_SPACES = " \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"
_APART = re.compile(
    rf"(?<![0-9])[1-9][0-9]{{0,2}}([{_SPACES}])[0-9]{{3}}(?:\1[0-9]{{3}}){{0,4}}(?![0-9])"
)
MAY_BE_THOUSANDS = re.compile(rf"[0-9][{_SPACES}][0-9]{{3}}(?![0-9])")
"""What every text has that has such a number, and few others have."""
_SPACE = re.compile(f"[{_SPACES}]")
_LAST_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]++)?[^\W\d_]*+")
_DASHES = frozenset("-\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}")
_BEFORE = frozenset('([{“‘«„"~≈≥≤<>') | _DASHES
_HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_SENTENCE_ENDS = frozenset(".!?:;”")
_HOURS = 24
_MOST_FIGURES = 4  # words of another number beside one
_LONGEST_PLACE = 3  # words: East Main Street
_FEWEST_AFTER_DASH = 4  # digits: 1 400–2000

Spans = list[tuple[int, int]]


class Joined(NamedTuple):
    """A number from the word `first` to `last`; it begins at `start`, behind a glued “R”."""

    first: int
    last: int
    start: int


def join_thousands(
    text: str, spans: Spans, lows: list[str], language: Language
) -> tuple[Spans, list[str]]:
    """The words of a text, of which each number whose thousands spaces part is one."""
    found = _joined(text, spans, lows, language)
    joined, forms, at = Spans(), list[str](), 0
    for first, last, start in found:
        joined += spans[at:first]
        forms += lows[at:first]
        if spans[first][0] < start:  # the R of R1 400
            joined.append((spans[first][0], start))
            forms.append(lows[first][: start - spans[first][0]])
        joined.append((start, spans[last][1]))
        forms.append(_SPACE.sub(",", text[start : spans[last][0]]) + lows[last])
        at = last + 1
    return joined + spans[at:], forms + lows[at:]


def _joined(
    text: str, spans: Sequence[tuple[int, int]], lows: Sequence[str], language: Language
) -> list[Joined]:
    """The numbers of a text whose thousands spaces part, in order."""
    if not language.thousands:
        return []
    beside = _Beside(text, spans, lows, language)
    found: list[Joined] = []
    for match in _APART.finditer(text):
        one = beside.whole(match)
        if one and language.thousands.get(match[1]):
            sure = language.thousands[match[1]] == "joins" or "000" in match[0].split(match[1])
            ends_range = bool(found) and found[-1].last == one.first - 1
            if not beside.parted(one, match[0], sure=sure, ends_range=ends_range):
                found.append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words of a text, and what stands beside them."""

    text: str
    spans: Sequence[tuple[int, int]]
    lows: Sequence[str]
    language: Language

    def whole(self, match: re.Match[str]) -> Joined | None:
        """The words that groups of digits are; None where they are parts of others."""
        start, end = match.span()
        first = bisect_left(self.spans, (start, 0))
        last = bisect_left(self.spans, (end, 0)) - 1
        if first == len(self.spans) or self.spans[first][0] != start:
            first -= 1
            if first < 0 or not self._is_code(self.text[self.spans[first][0] : start]):
                return None
        groups = _SPACE.split(match[0])
        whole = last - first + 1 == len(groups) and _LAST_GROUP.fullmatch(self.lows[last])
        return Joined(first, last, start) if whole else None

    def _is_code(self, letters: str) -> bool:
        """Whether letters glued to a number are of money: R1 400, no road B1."""
        known = self.language.currencies.get(letters) in {"code", "country"}
        return known and self.language.measures.get(letters.lower(), "").startswith("money")

    def parted(self, one: Joined, digits: str, *, sure: bool, ends_range: bool) -> bool:
        """Whether anything says that groups of digits are several numbers."""
        if self._goes_on(one) or (not sure and self._names(one)):
            return True
        start, language = self.spans[one.first][0], self.language
        if start != one.start:
            return False
        before, gap = self._low(one.first - 1), self._gap(one.first)
        if before[:1].isdigit() and (gap in _DASHES or not gap):
            return not (ends_range and gap)  # 2012 400, 10-12 400
        mark = self.text[start - 1 : start] if start else " "
        if one.first and self.spans[one.first - 1][1] == start:  # Rs1 400
            return not self._is_money(one.first - 1)
        if not (mark.isspace() or mark in _BEFORE or mark in language.currencies):
            return True  # 9:30 400, ’14 400, +44 123
        if gap in {"", "."} and not before[:1].isdigit():
            if any(
                before in table for table in (language.labels, language.numbered, language.ranks)
            ):
                return True
            if not sure and (self._is_named(one) or self._is_hour(one, digits)):
                return True
        return not (sure or self._is_in_prose(one))

    def _goes_on(self, one: Joined) -> bool:
        """Whether what follows makes another number of the last group: 400 25, 400-seat, 400 BC."""
        last = one.last + 1
        gap, following = self._gap(last), self._low(last)
        if not following:
            return False
        start, end = self.spans[last][0], self.spans[last - 1][1]
        if following[0].isdigit():
            if gap in _DASHES:
                long = len(following) >= _FEWEST_AFTER_DASH or _APART.match(self.text, start)
                return not long
            return not gap or not self.text[end:start][-1:].isspace()
        if self.text[end:start] in _HYPHENS:  # 4 400-metre races, but a 1 400-seat hall
            return self.language.particles.get(self._low(one.first - 1)) not in {"article", "the"}
        era = any(self.text.startswith(form, start) for form in self.language.eras)
        return not gap and (era or self._is_place(last))

    def _is_place(self, index: int) -> bool:
        """Whether a number is of an address: 1 400 Main Street."""
        for at in range(index, min(len(self.spans), index + _LONGEST_PLACE)):
            if self._gap(at) or not self._capital(at):
                return False
            if self.lows[at] in self.language.named_after:
                return True
        return False

    def _names(self, one: Joined) -> bool:
        """Whether the last group may be a name, with the capital behind it: 400 737 Max jets."""
        after = one.last + 1
        if self.language.numbered.get(self.lows[one.last]) == "name":
            return True
        named = self._capital(after) and not self._gap(after)
        return named and not self._is_money(after)

    def _is_money(self, at: int) -> bool:
        """Whether a word is the code of a currency: 1 400 SEK."""
        raw = self.text[slice(*self.spans[at])]
        return self.language.currencies.get(raw) == "code"

    def _is_named(self, one: Joined) -> bool:
        """Whether the first group belongs to the month or the name before it: May 1, Apollo 11."""
        at = one.first - 1
        if not self._capital(at):
            return False
        if self._is_money(at):
            return False
        if self.lows[at] in self.language.months:
            return True
        return at > 0 and self._gap(at)[:1] not in _SENTENCE_ENDS

    def _is_hour(self, one: Joined, digits: str) -> bool:
        """Whether the first group may be a time of day: at 9 400 people, but at 9 400 metres."""
        low = self._low(one.last + 1)
        measures = self.language.measures
        measured = measures.get(low) or measures.get(low.removesuffix("s"))
        hour = int(_SPACE.split(digits, maxsplit=1)[0]) <= _HOURS
        at = self.language.particles.get(self._low(one.first - 1)) == "at"
        return at and hour and not measured

    def _is_in_prose(self, one: Joined) -> bool:
        """Whether a word in small letters stands beside a number, as hardly in a table.

        Between them may be other figures: 1 400–1 500 men.
        """
        start, end = self.spans[one.first][0], self.spans[one.last][1]
        if not self.text[:start].strip() and not self.text[end:].strip():
            return True  # a value, as an editor writes it
        before, after = one.first - 1, one.last + 1
        while self._low(after)[:1].isdigit() and after <= one.last + _MOST_FIGURES:
            after += 1
        while self._low(before)[:1].isdigit() and before >= one.first - _MOST_FIGURES:
            before -= 1
        spans = [self.spans[at] for at in (before, after) if 0 <= at < len(self.spans)]
        return any(self.text[start].islower() for start, _ in spans)

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self.spans) and self.text[self.spans[at][0]].isupper()

    def _low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def _gap(self, at: int) -> str:
        """What stands before a word, without white space; a line before the first."""
        if not 0 < at < len(self.spans):
            return "\n"
        return self.text[self.spans[at - 1][1] : self.spans[at][0]].strip()
