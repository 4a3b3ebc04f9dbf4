"""A quick look at which words some texts have, to spare most names a reading of these texts."""

from collections.abc import Iterable, Sequence

_MARKS = str.maketrans(dict.fromkeys('.,;:!?…“”"()[]—–', " "))  # none is a part of a word


def plain_words(texts: Iterable[str]) -> list[str]:
    """What stands between spaces and these marks in some texts, without its possessive."""
    text = f"{' '.join(texts)} ".translate(_MARKS)
    return text.replace("'s ", " ").replace("’s ", " ").split()


def all_in(plain: frozenset[str], forms: Sequence[str]) -> bool:
    """Whether all words of a name are among the plain words of some texts, in lower case.

    Then a `Naming` of these texts has them: what is nothing but ASCII letters and digits there is
    one word to `name_words` as well, and words that differ in their case alone share a key.
    """
    written = "".join(forms)
    if not (written.isalnum() and written.isascii()):
        return False
    return plain.issuperset([form.lower() for form in forms])
