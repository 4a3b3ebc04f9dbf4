"""An article as shown: its lines without what is redacted, and where raw places went."""

import re
from functools import cached_property
from itertools import accumulate

from sitegen.model import Anchor, Article, Redaction
from sitegen.views.redaction.secrets import Cut, Secrets, replaced, united, within_lines
from sitegen.views.wording.sentences import Sentences

# HTML may hold no control characters but white space (HTML Standard, section 13.1).
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def _printable(line: str) -> str:
    """A line with a replacement character for each that HTML may not hold; no place moves."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", line)


def article_cuts(
    redactions: tuple[Redaction, ...], article: Article, secrets: Secrets
) -> tuple[Cut, ...]:
    """What is not shown of an article, in offsets of its lines joined by line feeds.

    `redactions` are those of its source; of them, those of some lines count here.
    """
    limited = within_lines(redactions)
    if not secrets and not limited:
        return ()
    found = list(secrets.cuts("\n".join(article.lines), verbatim=True))
    for (first, last), secret in limited:
        before = sum(len(line) + 1 for line in article.lines[: first - 1])
        part = "\n".join(article.lines[first - 1 : last])
        found += (
            Cut(cut.start + before, cut.end + before, cut.shown)
            for cut in secret.cuts(part, verbatim=True)
        )
    return united(found)


class ShownArticle:
    """An article's lines as shown, and how places in the raw lines map to them."""

    def __init__(self, article: Article, cuts: tuple[Cut, ...]) -> None:
        self.cuts = cuts
        self.lines = tuple(map(_printable, article.lines))
        self.by_line: dict[int, list[Cut]] = {}
        if cuts:
            self._cut(self.lines)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the lines as shown."""
        return Sentences(self.lines)

    def _cut(self, lines: tuple[str, ...]) -> None:
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        line = 0
        for cut in self.cuts:
            while starts[line + 1] <= cut.start:
                line += 1
            last, shown = line, cut.shown
            # A cut over several lines is shown in the first of them.
            while last < len(lines) and starts[last] < cut.end:
                end = min(cut.end - starts[last], len(lines[last]))
                begin = max(0, cut.start - starts[last])
                self.by_line.setdefault(last + 1, []).append(Cut(begin, end, shown))
                last, shown = last + 1, ""
        self.lines = tuple(
            replaced(text, self.by_line.get(number, ()))
            for number, text in enumerate(lines, start=1)
        )

    def hides(self, anchors: tuple[Anchor, ...]) -> bool:
        """Whether some of the anchored characters are not shown."""
        return any(
            cut.start < anchor.end and anchor.start < cut.end
            for anchor in anchors
            for cut in self.by_line.get(anchor.line, ())
        )

    def shown_anchors(self, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        """The anchors in the lines as shown; one that ends within a cut takes in all of it."""
        if not self.by_line:
            return anchors
        return tuple(
            Anchor(
                line,
                self._moved(line, start, to_end=False),
                self._moved(line, end, to_end=True),
            )
            for line, start, end in anchors
        )

    def _moved(self, line: int, offset: int, *, to_end: bool) -> int:
        shift = 0
        for cut in self.by_line.get(line, ()):
            if offset <= cut.start:
                break
            if offset < cut.end:
                return cut.start + shift + (len(cut.shown) if to_end else 0)
            shift += len(cut.shown) - (cut.end - cut.start)
        return offset + shift
