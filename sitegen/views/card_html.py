"""Cards and lists of cards as HTML, for directives amid the prose of an explainer page.

Class names are part of the contract with themes; `kinds` lists them.
"""

from collections.abc import Iterable, Sequence
from html import escape

from sitegen.views.kinds import DateView, FactCard, Link


def facts(cards: Iterable[FactCard]) -> str:
    """A list of facts."""
    entries = "".join(f"<li>{card(fact)}</li>\n" for fact in cards)
    return f'<ul class="facts">\n{entries}</ul>\n'


def timeline(entries: Iterable[tuple[DateView, Sequence[FactCard]]]) -> str:
    """Facts by date, in order."""
    rows = "".join(
        f'<li><p class="timeline-date">{time(date)}</p>\n{"".join(map(card, cards))}</li>\n'
        for date, cards in entries
    )
    return f'<ol class="timeline">\n{rows}</ol>\n'


def compare(cards: Iterable[FactCard]) -> str:
    """Facts side by side."""
    return f'<div class="compare">\n{"".join(map(card, cards))}</div>\n'


def card(fact: FactCard) -> str:
    """One fact."""
    parts = [
        _part("value", _value(fact)),
        _part("headline", f'<a href="{escape(fact.href)}">{fact.headline}</a>'),
        _part("by", _by(fact)),
        _part("date", f"{escape(fact.date_label or '')}: {time(fact.date)}" if fact.date else ""),
        _part("status", escape(fact.status_label or "")),
        _part("status", escape(fact.contradicted or "")),
        _part("source", _source(fact)),
        _part("verdict", _verdict(fact)),
    ]
    names = f"card kind-{fact.kind} verdict-{fact.verdict.code}"
    return f'<article class="{names}">\n{"".join(parts)}</article>\n'


def link(target: Link) -> str:
    """A link, or its words where it leads nowhere."""
    words = escape(target.text)
    return words if target.href is None else f'<a href="{escape(target.href)}">{words}</a>'


def time(date: DateView) -> str:
    """A date, marked up where HTML can write it."""
    words = escape(date.words)
    return words if date.machine is None else f'<time datetime="{date.machine}">{words}</time>'


def _part(name: str, inner: str) -> str:
    return f'<p class="card-{name}">{inner}</p>\n' if inner else ""


def _by(fact: FactCard) -> str:
    speaker = link(fact.speaker) if fact.speaker else ""
    return ", ".join(filter(None, (speaker, escape(fact.attribution or ""))))


def _value(fact: FactCard) -> str:
    if fact.value is None:
        return ""
    return f"<strong>{escape(fact.value)}</strong> {escape(fact.unit or '')}".rstrip()


def _source(fact: FactCard) -> str:
    more = f", and {fact.more_sources} more" if fact.more_sources else ""
    return f"<cite>{link(fact.source)}</cite>, {escape(fact.lines)}{more}"


def _verdict(fact: FactCard) -> str:
    """What the check says: of the quoted words, or of the passage that our sentence rests on."""
    judged = "quoted words" if fact.is_quote else "cited passage"
    return escape(f"{judged}: {fact.verdict.words}")
