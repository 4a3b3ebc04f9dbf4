"""How a fact's words came to this page: who said them, who passed them on, and our copy."""

from sitegen import urls
from sitegen.frozen import NamedTuple
from sitegen.model import CheckedFact, Fact
from sitegen.views.card_html import link, time
from sitegen.views.cards import Cards
from sitegen.views.kinds import StepView
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.escaping import escaped, finished

_MOST_SOURCES = 6


class _Source(NamedTuple):
    """What the facts of a source say of it alike.

    `published` is the step; `text` leads to its page (None: we have no copy of the text), and
    `made` tells when our copy was made.
    """

    published: StepView
    text: str | None
    made: str


class Chains:
    """The steps, from the words to us; those of a source are made once for each folder."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards
        self._sources: dict[tuple[str, str], _Source] = {}

    def of(self, checked: CheckedFact, path: str) -> tuple[StepView, ...]:
        """The steps for the page at `path`; of many sources the first ones."""
        fact, cards = checked.fact, self._cards
        steps: list[StepView] = []
        if fact.speaker is not None:
            steps.append(_step("Said by", _said(fact, cards, path)))
        if fact.according_to is not None:
            who = _strong(link(cards.attributed(fact.according_to, path)))
            steps.append(_step("Stated by", who))
        if fact.via is not None:
            steps.append(_step("By way of", escaped(fact.via)))
        first: dict[str, int] = {}  # the line that a source is first cited with
        for cite in fact.cite:
            if not cite.contradicts:
                first.setdefault(cite.source, 0)
        for cite in reversed(fact.cite):
            if cite.source in first:
                first[cite.source] = cite.selector.lines.first
        for name in list(first)[:_MOST_SOURCES]:
            source = self._source(name, path)
            steps += (source.published, _copy(source, first[name]))
        if len(first) > _MOST_SOURCES:
            steps.append(
                _step("And by", f"{len(first) - _MOST_SOURCES} further sources, cited above")
            )
        return tuple(steps)

    def _source(self, name: str, path: str) -> _Source:
        key = (urls.to_root(path), name)
        if key not in self._sources:
            source = self._cards.shown.factsheet.sources[name]
            retrieved = source.retrieved
            address = urls.relative(path, urls.source(name))
            self._sources[key] = _Source(
                _step("Published by", self._published(name, path)),
                None if source.article is None else address,
                f", made {time(date_view(retrieved))}" if retrieved else "",
            )
        return self._sources[key]

    def _published(self, name: str, path: str) -> str:
        source = self._cards.shown.factsheet.sources[name]
        who = source.publisher or "a publisher that is not known"
        author = f", written by {escaped(source.author)}" if source.author else ""
        when = f" ({time(date_view(source.published))})" if source.published else ""
        title = f"<cite>{link(self._cards.source(name, path))}</cite>"
        return f"{_strong(escaped(who))}{author}, in {title}{when}"


def _step(label: str, words: str) -> StepView:
    return StepView(label, finished(words))  # each part is escaped where it is made


def _copy(source: _Source, line: int) -> StepView:
    if source.text is None:
        return _step("Our copy", "We have no copy of the text")
    href = escaped(f"{source.text}{urls.fragment(urls.line_id(line))}")
    return _step("Our copy", f'<a href="{href}">the text, line by line</a>{source.made}')


def _said(fact: Fact, cards: Cards, path: str) -> str:
    parts = [_strong(link(cards.attributed(fact.speaker, path)))] if fact.speaker else []
    if fact.addressee is not None:
        parts.append(f"to {link(cards.attributed(fact.addressee, path))}")
    if fact.medium == "post":
        parts.append("in a post")
    elif fact.medium == "broadcast":
        parts.append("in a broadcast")
    if fact.said is not None:
        parts.append(f"({time(date_view(fact.said))})")
    return " ".join(parts)


def _strong(words: str) -> str:
    return f"<strong>{words}</strong>"
