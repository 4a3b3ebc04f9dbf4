"""An article as its page shows it, line by line, and the way back to the stored text."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.model import Anchor, Article, Display, Source
from sitegen.views.redaction.shown_article import ShownArticle
from sitegen.views.wording.sentences import gap_for

HIDDEN = -1
"""What a character of the page stands for that is none of the article's."""

Parts = Mapping[int, Sequence[tuple[int, int]]]


class PageText:
    """The lines of a source's page. Columns are code points of a line as the page shows it."""

    def __init__(self, source: Source, article: Article, shown: ShownArticle) -> None:
        self.article = article
        self.shown = shown
        self.whole = source.display is Display.FULL

    def parts(self, cited: Iterable[tuple[Anchor, ...]]) -> Parts | None:
        """By line, what the page shows of a text of which it shows excerpts; None of a whole one.

        `cited`: where the words of each citation stand in the article.
        """
        if self.whole:
            return None
        return self.shown.sentences.parts_around(
            anchor for one in cited for anchor in self.shown.shown_anchors(one)
        )

    def line(self, number: int, parts: Parts | None) -> tuple[str, Sequence[int]]:
        """A line as shown, and for each of its characters the column of the article's own."""
        text = self.shown.lines[number - 1]
        own = self._own(number)
        if parts is None:
            return text, own
        pieces: list[str] = []
        places: list[int] = []
        position = 0
        for start, end in (*parts.get(number, ()), (len(text), len(text))):
            hidden = text[position:start]
            gap = gap_for(hidden)
            pieces.append(gap)
            places += [HIDDEN] * len(gap) if hidden.strip() else own[position:start]
            pieces.append(text[start:end])
            places += own[start:end]
            position = end
        return "".join(pieces), places

    def _own(self, number: int) -> Sequence[int]:
        """For each character of a line without what is redacted the column in the article."""
        length = len(self.article.lines[number - 1])
        cuts = self.shown.by_line.get(number)
        if not cuts:
            return range(length)
        places: list[int] = []
        at = 0
        for start, end, shown in cuts:
            places += (*range(at, start), *[HIDDEN] * len(shown))
            at = end
        return [*places, *range(at, length)]


def columns(places: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of an article's line stands in the line as shown; None if not all of it is.

    `places`: what `PageText.line` gives.
    """
    if isinstance(places, range):
        return start, end
    there = [at for at, column in enumerate(places) if start <= column < end]
    if not there or there[-1] - there[0] + 1 != end - start or len(there) != end - start:
        return None
    return there[0], there[-1] + 1
