"""How a fact's words came to this page: who said them, who passed them on, and our copy."""

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from sitegen import urls
from sitegen.model import CheckedFact, Fact, Source
from sitegen.views.card_html import link, time
from sitegen.views.cards import Cards
from sitegen.views.kinds import StepView
from sitegen.views.wording.dates import date_view

_MOST_SOURCES = 6


def attribution_chain(checked: CheckedFact, cards: Cards, path: str) -> tuple[StepView, ...]:
    """The steps, from the words to us; of many sources the first ones."""
    return tuple(_steps(checked, cards, path))


def _steps(checked: CheckedFact, cards: Cards, path: str) -> Iterator[StepView]:
    fact = checked.fact
    if fact.speaker is not None:
        yield _step("Said by", _said(fact, cards, path))
    if fact.according_to is not None:
        yield _step("Stated by", _strong(link(cards.attributed(fact.according_to, path))))
    if fact.via is not None:
        yield _step("By way of", escape(fact.via))
    sources = dict.fromkeys(c.source for c in fact.cite if not c.contradicts)
    for name in list(sources)[:_MOST_SOURCES]:
        source = cards.shown.factsheet.sources[name]
        yield _step("Published by", _published(source, cards, path))
        yield _step("Our copy", _copy(source, checked, cards, path))
    if len(sources) > _MOST_SOURCES:
        yield _step("And by", f"{len(sources) - _MOST_SOURCES} further sources, cited above")


def _step(label: str, words: str) -> StepView:
    return StepView(label, Markup(words))  # noqa: S704 (each part is escaped where it is made)


def _said(fact: Fact, cards: Cards, path: str) -> str:
    parts = [_strong(link(cards.attributed(fact.speaker, path)))] if fact.speaker else []
    if fact.addressee is not None:
        parts.append(f"to {link(cards.person(fact.addressee, path))}")
    if fact.medium == "post":
        parts.append("in a post")
    elif fact.medium == "broadcast":
        parts.append("in a broadcast")
    if fact.said is not None:
        parts.append(f"({time(date_view(fact.said))})")
    return " ".join(parts)


def _published(source: Source, cards: Cards, path: str) -> str:
    who = source.publisher or "a publisher that is not known"
    author = f", written by {escape(source.author)}" if source.author else ""
    when = f" ({time(date_view(source.published))})" if source.published else ""
    title = f"<cite>{link(cards.source(source.id, path))}</cite>"
    return f"{_strong(escape(who))}{author}, in {title}{when}"


def _copy(source: Source, checked: CheckedFact, cards: Cards, path: str) -> str:
    if source.article is None:
        return "We have no copy of the text"
    cite = next(c for c in checked.fact.cite if c.source == source.id)
    line = urls.line_id(cite.selector.lines.first)
    href = escape(urls.relative(path, urls.source(source.id), line))
    made = f", made {time(date_view(source.retrieved))}" if source.retrieved else ""
    return f'<a href="{href}">the text, line by line</a>{made}'


def _strong(words: str) -> str:
    return f"<strong>{words}</strong>"
