"""Words that one of our texts sets in quotation marks, and whether a fact's source has them."""

import re

from sitegen.frozen import NamedTuple
from sitegen.markdown import ROLE
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.text.quotations import quotations
from sitegen.verify.sentences.stated import Grounds, plain

_MARKS = frozenset(char for pair in ENGLISH.marks for form in pair for char in form)
_MARK = re.compile(f"[{re.escape(''.join(sorted(_MARKS)))}]")
_LONGEST_NAME = 2  # words
_EDGES = " .,;:!?…" + "".join(sorted(_MARKS))
_CUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")


class Quoted(NamedTuple):
    """A quotation in our own text, or its longest part without a role: its place, and its words.

    `text` is as it is written, `words` are those of the whole quotation.
    """

    start: int
    text: str
    words: str


def quoted_words(text: str) -> list[Quoted]:
    """The quotations of one paragraph that somebody typed; none that a role fills alone."""
    if _MARK.search(text) is None:
        return []
    found = []
    reached = 0
    tokens = sorted(quotations([text], ENGLISH), key=lambda token: (token.start, -token.end))
    for token in tokens:
        whole = text[token.start : token.end]
        words = whole.replace(ROLE, " ").strip(_EDGES)
        closed = whole[-1] in _MARKS
        told = any(map(str.isalnum, words)) and not _is_a_name(words)
        if token.start >= reached and closed and told:
            typed = max(whole.split(ROLE), key=len)
            found.append(Quoted(token.start + whole.index(typed), typed, words))
            reached = token.end
    return found


def _is_a_name(words: str) -> bool:
    """Whether marks stand about a word or two that are a name: the New York “World”, “Jumbo”."""
    parts = words.split()
    return len(parts) <= _LONGEST_NAME and all(part[:1].isupper() for part in parts)


def stands_in(words: str, grounds: Grounds) -> bool:
    """Whether words stand in the cited lines of a fact; case and the form of marks aside.

    What our text leaves out or puts in brackets parts the words into pieces.
    """
    pieces = [plain(piece).strip(_EDGES) for piece in _CUT.split(words)]
    return any(all(piece in text for piece in pieces) for text in grounds.plain)
