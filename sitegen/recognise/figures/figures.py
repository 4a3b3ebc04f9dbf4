"""A figure at a place: its digits or words with the marks, scales and signs that belong to it."""

from decimal import Decimal

from sitegen.frozen import NamedTuple
from sitegen.recognise.figures import numerals
from sitegen.recognise.figures.bodies import Body, clocked, in_digits, in_words, point
from sitegen.recognise.text.words import Words
from sitegen.recognise.tokens import Sort

_OPENING = frozenset("([{“‘\"'«„\N{NO-BREAK SPACE}")


class Figure(NamedTuple):
    """A figure from offset `start` to `end`; `next` is the word after it.

    `factor` is the scale it was multiplied by (1: none), which a range may share: "5–10 million".
    """

    start: int
    end: int
    next: int
    value: Decimal | None
    factor: int = 1
    sort: Sort = Sort.COUNT


class _Head(NamedTuple):
    start: int
    money: bool
    negative: bool
    ranked: bool = False


def figure(words: Words, index: int) -> Figure | None:
    """The figure whose first digits or number word is at `index`, however it is meant."""
    if numerals.begins_with_digit(words.low(index)):
        head = _head(words, index, words.start(index) - point(words, index))
        body = in_digits(words, index, money=head.money)
    else:
        body = in_words(words, index)
        head = _head(words, index, body.start if body else 0)
    if body is None:
        return None
    start = min(head.start, body.start)
    if body.open:
        body = _with_unit(words, _with_scale(words, body, money=head.money))
    value = body.value
    if head.negative and value is not None:
        value = value.copy_negate()  # the operator would round to the program's precision
    sort = body.sort
    if sort is Sort.COUNT and (head.ranked or head.money):
        sort = Sort.RANK if head.ranked and _may_rank(words, body) else Sort.MONEY
    return Figure(start, body.end, body.next, value, body.factor, sort)


def _head(words: Words, index: int, start: int) -> _Head:
    """The rank mark, sign and currency mark before a figure."""
    currencies, text = words.language.currencies, words.text
    money = False
    space = 1 if text[start - 2 : start - 1] in currencies and text[start - 1] == " " else 0
    if start > space and currencies.get(text[start - 1 - space]) in {"mark", "either"}:
        start, money = start - 1 - space, True
        if index and words.end(index - 1) == start and _currency(words, index - 1) == "country":
            start = words.start(index - 1)
    elif index and _is_code(words, index - 1):
        start, money = words.start(index - 1), True
    signs = words.language.signs
    sign = signs.get(text[start - 1 : start])
    if sign and _may_be_signed(text, start):
        return _Head(start - 1, money, sign == "minus")
    if index and words.gap(index - 1) == " " and words.low(index - 1) in signs:
        return _Head(words.start(index - 1), money, signs[words.low(index - 1)] == "minus")
    if money:
        return _Head(start, money, negative=False)
    mark = _ranked(words, index, start)
    return _Head(mark, money, negative=False, ranked=mark < start)


def _may_be_signed(text: str, start: int) -> bool:
    """Whether a mark before a figure is a sign, and no dash: not in “Count 3 (all) -7 years”."""
    before = text[max(0, start - 3) : start - 1]
    apart = start == 1 or before[-1].isspace() or before[-1] in _OPENING
    return apart and before != ") "


def _is_code(words: Words, index: int) -> bool:
    """Whether letters before a figure are a currency's: USD 5; where they are glued, any: R5bn."""
    gap = words.gap(index)
    if gap == "":
        return words.capital(index)
    return gap in {" ", ". "} and _currency(words, index) == "code"  # Rs. 500


def _currency(words: Words, index: int) -> str | None:
    return words.language.currencies.get(words.raw(index))


def _ranked(words: Words, index: int, start: int) -> int:
    """Where "No. 1", "#1" or "number one" begins."""
    ranks = words.language.ranks
    if words.text[start - 1 : start] in ranks:
        return start - 1
    meaning = ranks.get(words.low(index - 1))
    gap = words.gap(index - 1)
    dotted = meaning == "dotted" and gap in {". ", "."}
    capital = meaning == "dotted" and gap == " " and words.raw(index - 1) != words.low(index - 1)
    named = meaning == "word" and gap == " " and not _is_counted(words, index)
    if dotted or named or (capital and words.gap(index - 2) == " "):
        return words.start(index - 1)
    return start


def _is_counted(words: Words, index: int) -> bool:
    """Whether a figure behind "number" counts: of this number 1,620; the number six times."""
    several = words.joined(index) and words.low(index + 1).endswith("s")
    counts = several and words.language.unit(words.low(index + 1)) == "count"
    return counts or "," in words.raw(index)


def _may_rank(words: Words, body: Body) -> bool:
    """Whether a figure may be a rank; #2.5 billion has the mark of pounds on an old wire."""
    if words.gap(body.next - 1) == "-":
        return True  # the #1 million-seller
    return body.factor == 1 and (body.value is None or body.value == body.value.to_integral_value())


def _with_scale(words: Words, body: Body, *, money: bool) -> Body:
    """The scales and fractions that multiply or add to a value: million, bn, and a half, ½."""
    if body.value is None:
        return body
    body = _with_fraction(words, body)
    for _ in range(2):  # "3 hundred million"
        factor = _scale_after(words, body.next, money=money)
        if factor <= 1 or body.value is None:
            break
        value = numerals.product(body.value, factor)
        body = Body(value, body.start, words.end(body.next), body.next + 1, factor=factor)
    return _with_fraction(words, body)


def _scale_after(words: Words, index: int, *, money: bool) -> int:
    factor = numerals.scale(words, index)
    if factor or not words.joined(index - 1):
        return factor
    kind, _, meaning = words.language.glued.get(_raw(words, index), "").partition(" ")
    if kind == "money" and (money or len(words.raw(index)) > 1):
        return int(meaning)
    if kind == "scale" and words.gap(index - 1) == " ":
        return int(meaning)
    return words.language.vague.get(words.low(index), 0)


def _raw(words: Words, index: int) -> str:
    return words.raw(index) if index < len(words) else ""


def _with_fraction(words: Words, body: Body) -> Body:
    """What a fraction adds: two and a half, 2 1/2, a million and a half."""
    if body.value is None:
        return body
    at = body.next
    if numerals.follows_and(words, at):
        part = numerals.fraction(words, at + 1, added=True)
        bare = words.low(at + 1) in words.language.fractions
        plain = not bare or words.language.unit(words.low(at + 2)) == "measure"
    else:
        part = numerals.slashed(words, at) if words.gap(at - 1) == " " else None
        sign = numerals.glyph(words, words.low(at)) if words.gap(at - 1) == " " else None
        part = numerals.Reading(sign, at + 1) if sign is not None else part
        plain = body.factor == 1
    if part is None or not plain:
        return body
    more = numerals.product(part.value, body.factor)
    value = numerals.total(body.value, more)
    end = words.end(part.next - 1)
    return body._replace(value=value, end=end, next=part.next)


def _with_unit(words: Words, body: Body) -> Body:
    """The percent sign, currency mark or time of day that belongs to a figure."""
    text, end, language = words.text, body.end, words.language
    sign = text[end : end + 1]
    taken = text[end + 1 : end + 2].isdigit()  # of “5€10” the mark belongs to the second figure
    if language.currencies.get(sign) in {"after", "either"} and not taken:
        return body._replace(end=end + 1, sort=Sort.MONEY)
    if sign == " ":
        sign = text[end + 1 : end + 2]
    if sign in language.percents:
        return body._replace(end=text.index(sign, end) + 1, sort=Sort.PERCENT)
    following = body.next
    if words.joined(following - 1):
        low = words.low(following)
        two = words.joined(following) and f"{low} {words.low(following + 1)}" in language.percents
        if two or low in language.percents:
            last = following + two
            return body._replace(end=words.end(last), next=last + 1, sort=Sort.PERCENT)
    return clocked(words, body)
