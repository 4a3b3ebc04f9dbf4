"""How much of the articles is annotated, for the page that tells how the site was made."""

from collections import Counter

from sitegen.coverage import State, coverage
from sitegen.model import CheckedFactsheet
from sitegen.recognise import TokenKind
from sitegen.views import Annotated

_MOST_CHARACTERS = 250_000
"""Reading a million characters takes about a second: more than a rebuild of a page may cost."""


def annotated(checked: CheckedFactsheet) -> tuple[Annotated, ...]:
    """The figures by kind of token; nothing where the articles are too long to count them."""
    articles = [source.article for source in checked.factsheet.sources.values() if source.article]
    characters = sum(len(line) for article in articles for line in article.lines)
    if not articles or characters > _MOST_CHARACTERS:
        return ()
    states = Counter((token.token.kind, token.state) for token in coverage(checked).tokens)
    return tuple(
        Annotated(
            kind.value,
            states[kind, State.COVERED],
            states[kind, State.SKIPPED],
            states[kind, State.OPEN],
        )
        for kind in TokenKind
    )
