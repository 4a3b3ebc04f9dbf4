"""Facts side by side: each with its source's words, its date and its verdict, and no winner."""

from collections.abc import Sequence

from markupsafe import Markup

from sitegen.counts import differing
from sitegen.linked import dated, leading
from sitegen.model import Fact
from sitegen.views import card_html
from sitegen.views.cards import Cards
from sitegen.views.kinds import EvidenceView, Segment
from sitegen.views.pictures.charts import figure_words
from sitegen.views.pictures.reasons import reason_of
from sitegen.views.wording.dates import date_words
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.words import count

MOST_BESIDE = 12
"""So many facts stand side by side; the others are told of in words."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNJUDGED = "Which of them is right, this site does not judge."


def side_by_side(facts: Sequence[Fact], cards: Cards, path: str) -> Markup:
    """The first dozen facts in columns, in their order, below what tells them apart in words."""
    words = " ".join(filter(None, (apart(facts), difference(facts, cards))))
    shown = facts[:MOST_BESIDE]
    columns = "".join(_column(fact, cards, path) for fact in shown)
    if len(facts) > len(shown):
        words += f" The first {len(shown)} of {len(facts):,} are shown."
    html = (
        f'<div class="compare">\n<p class="compare-apart">{escaped(words)}</p>\n{columns}</div>\n'
    )
    return Markup(html)  # noqa: S704 (made of escaped texts)


def differing_figures(facts: Sequence[Fact], cards: Cards, path: str) -> Markup | None:
    """Those of the figures of one measure that cannot all be so, in columns; None for none."""
    found = differing(facts)
    return side_by_side(found, cards, path) if found else None


def difference(facts: Sequence[Fact], cards: Cards) -> str:
    """In words, how figures of one measure differ; empty where they do not."""
    measures = {fact.measure for fact in facts}
    found = differing(facts) if len(measures) == 1 and None not in measures else ()
    if not found:
        return ""
    sources = {fact.cite[leading(fact) - 1].source for fact in found}
    values = dict.fromkeys(figure_words(fact) for fact in found)
    who = "The sources differ" if len(sources) > 1 else "The source gives different figures"
    listed = _listed(tuple(values))
    return " ".join(filter(None, (f"{who}: {listed}.", _dates(found, cards), _UNJUDGED)))


def apart(facts: Sequence[Fact]) -> str:
    """From how many sources facts come."""
    sources = {fact.cite[leading(fact) - 1].source for fact in facts}
    if len(facts) < 2:  # noqa: PLR2004 (one is not apart from anything)
        return ""
    return f"{_spelt(len(facts), 'fact')} from {_spelt(len(sources), 'source').lower()}."


def _spelt(number: int, noun: str) -> str:
    if number >= len(_NUMBERS):
        return count(number, noun)
    return f"{_NUMBERS[number].capitalize()} {noun}{'' if number == 1 else 's'}"


def _dates(facts: Sequence[Fact], cards: Cards) -> str:
    """Of when the figures are: the same time, different times, or not said."""
    given = [date for fact in facts if (date := dated(fact))]
    if not given:
        return "None of them says of when it is."
    words = dict.fromkeys(
        date_words(date[1])
        + (f" ({reason})" if (reason := reason_of(fact, date[0], cards)) else "")
        for fact in facts
        if (date := dated(fact))
    )
    listed = " and ".join(words) if len(words) <= 2 else _listed(tuple(words))  # noqa: PLR2004 (a pair)
    if len(given) < len(facts):
        return f"Of when they are, only some say: {listed}."
    return f"All are as of {listed}." if len(words) == 1 else f"They are as of {listed}."


def _listed(words: Sequence[str]) -> str:
    more = len(words) - MOST_BESIDE
    listed = "; ".join(words[:MOST_BESIDE])
    return f"{listed}; and {more:,} more" if more > 0 else listed


def _column(fact: Fact, cards: Cards, path: str) -> str:
    card = cards.card(fact.id, path)
    evidence = cards.evidence(fact.id, path)[leading(fact) - 1]
    words = "" if card.is_quote else _words(evidence)  # a quotation's headline has them
    return card_html.card(card, words, _published(fact, cards))


def _words(evidence: EvidenceView) -> str:
    """The source's own words in their sentence."""
    if not evidence.excerpt:
        return ""
    words = "".join(map(_segment, evidence.excerpt))
    return f'<blockquote class="card-words"><p>{words}</p></blockquote>\n'


def _segment(segment: Segment) -> str:
    words = escaped(segment.text)
    return f"<mark>{words}</mark>" if segment.cited else words


def _published(fact: Fact, cards: Cards) -> str:
    source = cards.shown.factsheet.sources[fact.cite[leading(fact) - 1].source]
    told = [source.publisher or "", date_words(source.published) if source.published else ""]
    words = ", ".join(filter(None, told))
    return f"published: {escaped(words)}" if words else ""
