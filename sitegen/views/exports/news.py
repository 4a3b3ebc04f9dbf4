"""What a feed tells: facts that were added and corrections, each with its day.

There is no clock here: an entry's day is the one that its editor wrote. A date that is no day, such
as a month, stands for the first day that it may mean; one without a year for none.
"""

from collections import Counter
from collections.abc import Iterator
from heapq import nlargest

from sitegen import urls
from sitegen.edtf import Day, Edtf
from sitegen.frozen import NamedTuple, dataclass
from sitegen.linked import Cited, leading
from sitegen.model import CheckedFact, Correction
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_words
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.wording import Wording
from sitegen.views.wording.words import CITATION_VERDICTS, CONTRADICTED, STATUSES, lines_words

MOST = 100
"""Entries of a feed, the latest; `data/facts.json` has everything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact that was added, or a correction. `id` lasts; times are the start of a day, in UTC."""

    id: str
    url: str
    title: str
    html: str
    published: str
    updated: str
    topics: tuple[str, ...]


class _Event(NamedTuple):
    """When something of a fact happened. `number` counts a fact's corrections from 1; 0: added."""

    updated: Day
    published: Day
    fact: str
    number: int


def has_news(shown: Shown) -> bool:
    """Whether the site has feeds: it has an address, and something on it has a day."""
    has_address = shown.factsheet.settings.base_url is not None
    return has_address and any(_events(shown))


def changed(checked: CheckedFact) -> Edtf | None:
    """When a fact's page is known to have changed last: when it was added or corrected."""
    fact = checked.fact
    if not fact.corrections:  # most facts
        return fact.added if fact.added is not None and _has_day(fact.added) else None
    dates = [*([fact.added] if fact.added else []), *(c.date for c in fact.corrections)]
    return max(filter(_has_day, dates), key=lambda date: date.earliest, default=None)


def news(wording: Wording, base_url: str) -> tuple[Entry, ...]:
    """The latest entries, the latest first."""
    shown = wording.shown
    events = list(_events(shown))
    # The days of the latest entries, those of one day included; so only a few need be put in order.
    days = nlargest(MOST, [event.updated for event in events])
    in_order = [event for event in events if event.updated >= days[-1]] if days else []
    in_order.sort(key=lambda event: (event.fact, event.number))
    in_order.sort(key=lambda event: event.updated, reverse=True)
    ids = _lasting_ids(shown)
    return tuple(_entry(event, ids[event.fact], wording, base_url) for event in in_order[:MOST])


def _events(shown: Shown) -> Iterator[_Event]:
    for name, checked in shown.facts.items():
        added, last = checked.fact.added, changed(checked)
        if added is not None and last is not None and _has_day(added):
            yield _Event(last.earliest, added.earliest, name, 0)
        for number, correction in enumerate(checked.fact.corrections, start=1):
            if _has_day(correction.date):
                day = correction.date.earliest
                yield _Event(day, day, name, number)


def _has_day(date: Edtf) -> bool:
    """Whether a date has a first day: it is not open there, and has a year."""
    return date.start is not None and date.start.year is not None


def _lasting_ids(shown: Shown) -> dict[str, str]:
    """By fact the id that it had first, so that a new name makes no news; its own where unclear."""
    facts = shown.factsheet.facts
    first = {name: fact.formerly[0] if fact.formerly else name for name, fact in facts.items()}
    bearers = Counter(first.values())
    return {
        name: name if bearers[old] > 1 or (old != name and old in facts) else old
        for name, old in first.items()
    }


def _entry(event: _Event, lasting: str, wording: Wording, base_url: str) -> Entry:
    checked = wording.shown.facts[event.fact]
    fact = checked.fact
    address = urls.absolute(base_url, urls.fact(fact.id))
    identifier = urls.absolute(base_url, urls.fact(lasting))
    title, before = wording.label(fact), ""
    if event.number:
        correction = fact.corrections[event.number - 1]
        title = f"Correction: {title}"
        before = _correction(correction)
        identifier = f"{identifier}#Correction-{_nth_of_its_day(fact.corrections, event.number)}"
    topics = wording.shown.factsheet.topics
    return Entry(
        id=identifier,
        url=address,
        title=title,
        html=before + _html(checked, wording, base_url),
        published=_time(event.published),
        updated=_time(event.updated),
        topics=tuple(topics[name].title for name in dict.fromkeys(fact.topics)),
    )


def _nth_of_its_day(corrections: tuple[Correction, ...], number: int) -> str:
    """A correction by its date, so that one more before or after it changes nothing."""
    date = corrections[number - 1].date.text
    same = sum(c.date.text == date for c in corrections[:number])
    return f"{date}-{same}" if same > 1 else date


def _correction(correction: Correction) -> str:
    when = escaped(date_words(correction.date))
    was, because = escaped(correction.was), escaped(correction.because)
    return f"<p>Corrected ({when}). Before: {was}</p>\n<p>Because: {because}</p>\n"


def _html(checked: CheckedFact, wording: Wording, base_url: str) -> str:
    """The fact, the words that it rests on, where these stand, and the verdict."""
    fact, number = checked.fact, leading(checked.fact)
    citation = fact.cite[number - 1]
    source = wording.shown.factsheet.sources[citation.source]
    cited = Cited(fact.id, number)
    words = wording.words(*cited) or citation.selector.exact
    anchored = urls.citation_id(*cited) if wording.shown.anchors.get(cited) else None
    href = urls.absolute(base_url, urls.source(source.id)) + (f"#{anchored}" if anchored else "")
    parts = [f"<p>{escaped(wording.plain_headline(fact))}</p>"]
    if fact.speaker is not None:
        parts.append(f"<p>Speaker: {escaped(wording.attributed(fact.speaker))}</p>")
    if fact.status in STATUSES:
        parts.append(f"<p>Status: {STATUSES[fact.status]}</p>")
    if words:
        parts.append(f"<blockquote><p>{escaped(' … '.join(words))}</p></blockquote>")
    judged = "Quoted words" if fact.kind == "quote" else "Cited passage"
    told = f"{judged}: {CITATION_VERDICTS[checked.verdict]}."
    if any(citation.contradicts for citation in fact.cite):
        told = f"{told} {CONTRADICTED}"
    where = escaped(f"{source.title}, {lines_words(citation.selector.lines)}")
    parts.append(f'<p><a href="{escaped(href)}">{where}</a>. {told}</p>')
    return "\n".join(parts)


def _time(day: Day) -> str:
    """The start of a day as RFC 3339 has it."""
    year, month, number = day
    return f"{year:04}-{month:02}-{number:02}T00:00:00Z"
