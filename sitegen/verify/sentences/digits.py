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
    # Most stand in the cited words just as they are written; those need no second look.
    cited = {digits for words in grounds.texts for digits in DIGITS.findall(words)}
    if cited.issuperset([found[0] for found in ours]):
        return []
    fact = grounds.fact
    fields = [date.text for date in grounds.own_dates]
    fields += [fact.value.text] if fact.value else []
    fields += field_texts(fact)
    cited.update(digits for words in fields for digits in DIGITS.findall(words))
    known = set(map(_bare, cited))
    return [found.span() for found in ours if _bare(found[0]) not in known]


def _bare(digits: str) -> str:
    return "".join(filter(str.isdecimal, digits)).lstrip("0")
