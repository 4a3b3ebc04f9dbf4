"""Numbers in names, which a claim may write in another form: Article 5, of Article Five."""

from bisect import bisect_right

from sitegen.recognise.speech.same_names import numbered
from sitegen.recognise.text.words import Words
from sitegen.verify.sentences.stated import Grounds

_LONG = 100  # from here on a number is hardly by chance that of a name: the Boeing 747


def has_in_a_name(read: Words, start: int, grounds: Grounds) -> bool:
    """Whether the cited words have the number that begins at an offset behind the same name.

    Louis the 14th is Louis XIV; a long number may stand behind any name, as the 747.
    """
    at = bisect_right(read.spans, (start, len(read.text))) - 1
    number = numbered(read.raw(at), read.language) if at >= 0 else None
    return number is not None and any(_has(number, read, at, cited) for cited in grounds.read)


def _has(number: int, read: Words, at: int, cited: Words) -> bool:
    name = read.low(_before(read, at))
    return any(
        number >= _LONG or cited.low(_before(cited, place)) == name
        for place in range(1, len(cited))
        if numbered(cited.raw(place), cited.language) == number and cited.capital(place - 1)
    )


def _before(read: Words, at: int) -> int:
    """The word before a number in a name: of Louis the 14th, Louis."""
    return at - 1 - (read.role(at - 1) == "the")
