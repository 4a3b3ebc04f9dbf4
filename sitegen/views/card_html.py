"""Cards and lists of cards as HTML, for directives amid the prose of an explainer page.

Class names are part of the contract with themes; `kinds` lists them.
"""

from collections.abc import Iterable, Sequence

from sitegen.views.kinds import DateView, FactCard, Link
from sitegen.views.wording.escaping import escaped


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


def card(fact: FactCard, words: str = "", published: str = "") -> str:
    """One fact; with the source's words and when these were published, as finished HTML, or not."""
    parts = [
        _part("value", _value(fact)),
        _part("headline", f'<a href="{escaped(fact.href)}">{fact.headline}</a>'),
        words,
        _part("by", _by(fact)),
        _part("date", _dated(fact)),
        _part("status", escaped(fact.status_label or "")),
        _part("status", escaped(fact.contradicted or "")),
        _part("thread", escaped(fact.thread or "")),
        _part("source", _source(fact)),
        _part("published", published),
        _part("verdict", _verdict(fact)),
    ]
    names = f"card kind-{fact.kind} verdict-{fact.verdict.code}"
    return f'<div class="{names}">\n{"".join(parts)}</div>\n'


def link(target: Link) -> str:
    """A link, or its words where it leads nowhere."""
    words = escaped(target.text)
    return words if target.href is None else f'<a href="{escaped(target.href)}">{words}</a>'


def time(date: DateView) -> str:
    """A date, marked up where HTML can write it."""
    words = escaped(date.words)
    return words if date.machine is None else f'<time datetime="{date.machine}">{words}</time>'


def _part(name: str, inner: str) -> str:
    return f'<p class="card-{name}">{inner}</p>\n' if inner else ""


def _by(fact: FactCard) -> str:
    speaker = f"{link(fact.speaker)}{_basis(fact.speaker_basis)}" if fact.speaker else ""
    if fact.addressee:
        speaker = f"{speaker} to {link(fact.addressee)}"
    parts = (speaker, escaped(fact.medium or ""), escaped(fact.attribution or ""))
    return ", ".join(filter(None, parts))


def _dated(fact: FactCard) -> str:
    if fact.date is None:
        return ""
    return f"{escaped(fact.date_label or '')}: {time(fact.date)}{_basis(fact.date_basis)}"


def _basis(kind: str | None) -> str:
    return f' <span class="basis-mark">({kind})</span>' if kind else ""


def _value(fact: FactCard) -> str:
    if fact.value is None:
        return ""
    return f"<strong>{escaped(fact.value)}</strong> {escaped(fact.unit or '')}".rstrip()


def _source(fact: FactCard) -> str:
    more = f", and {fact.more_sources} more" if fact.more_sources else ""
    return f"<cite>{link(fact.source)}</cite>, {escaped(fact.lines)}{more}"


def _verdict(fact: FactCard) -> str:
    """What the check says: of the quoted words, or of the passage that our sentence rests on."""
    judged = "quoted words" if fact.is_quote else "cited passage"
    return escaped(f"{judged}: {fact.verdict.words}")
