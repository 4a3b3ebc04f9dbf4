"""Speech that dashes mark, as in French, Spanish and Irish books: --Bonjour, dit l’oncle.

One dash at the start of a line may be anything: a signature, an aside. Several in an article are
its way to mark who speaks in turn; a list with dashes looks the same, so that what is told of such
words is only that they may be somebody's.
"""

import re
from collections.abc import Mapping, Sequence

from sitegen.recognise.text.paragraphs import Paragraph

_FEWEST = 3  # dashes in an article that make them its way of quoting
_DASH = re.compile(r"[ \t]{0,8}(?:--|[—―–])\s{0,3}(?=[^\W\d_]|[¡¿«“\"'])")
_ENDS = frozenset(".!?…:»”\"'")


def dash_speech(paragraphs: Sequence[Paragraph]) -> Mapping[int, int]:
    """Where speech that dashes mark begins, by its paragraph’s index; it lasts to its end."""
    starts = {index: _dashes(paragraph) for index, paragraph in enumerate(paragraphs)}
    if sum(map(len, starts.values())) < _FEWEST:
        return {}
    return {index: found[0] for index, found in starts.items() if found}


def _dashes(paragraph: Paragraph) -> list[int]:
    """Where a line begins with a dash, if no sentence goes on there: texts are wrapped anywhere."""
    text = paragraph.text
    return [
        start
        for start in paragraph.starts
        if _DASH.match(text, start) and (not start or text[start - 2] in _ENDS)
    ]
