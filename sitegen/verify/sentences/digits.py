"""Numbers in digits, as any language writes them."""

import re
import unicodedata

from sitegen.verify.sentences.stated import Grounds, field_texts

DIGITS = re.compile(r"[0-9](?:[0-9.,'’\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]*[0-9])?")


def in_plain_digits(text: str) -> str:
    """A text of the same length with the digits of other scripts as ours: ６０ is read as 60."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def undigested(text: str, grounds: Grounds) -> list[tuple[int, int]]:
    """The numbers in digits of a text that neither the cited words nor the fields have.

    Only the digits are compared: “1.200” may be 1,200 in another language.
    """
    ours = list(DIGITS.finditer(text))
    if not ours:
        return []
    fact = grounds.fact
    fields = [date.text for date in (fact.date, fact.as_of, fact.said) if date]
    fields += [fact.value.text] if fact.value else []
    texts = (*grounds.texts(), *fields, *field_texts(fact))
    known = {_bare(found.group()) for words in texts for found in DIGITS.finditer(words)}
    return [found.span() for found in ours if _bare(found.group()) not in known]


def _bare(digits: str) -> str:
    return "".join(filter(str.isdecimal, digits)).lstrip("0")
