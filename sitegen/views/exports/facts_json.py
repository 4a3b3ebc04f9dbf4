"""`data/facts.json`: every fact with its citations, for programs and for re-checking.

Offsets count code points of the raw line, from 0.

A record is written straight as JSON, as `one_line` would write it of dictionaries, which take three
times as long. What stands in quotation marks here without `string` are words that we chose: names
of fields, and verdicts.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sitegen.model import Attribution, Basis, Evidence, Fact, Verdict
from sitegen.views.exports.json_text import one_line, string
from sitegen.views.exports.parts import basis_record, plain_number
from sitegen.views.exports.told import Told

_TEXT_FIELDS = ("quote", "unit", "measure", "modifier", "of", "via", "medium", "status")
_DATE_FIELDS = ("said", "as_of", "date", "added")
_LISTS = ("people", "topics", "formerly")


def fact_record(told: Told) -> str:
    """A fact as a line of the file, without the fields that are not set."""
    checked, fact = told.checked, told.checked.fact
    cited = enumerate(checked.evidence, start=1)
    parts = [
        f'"id": {string(fact.id)}',
        f'"kind": "{fact.kind}"',
        f'"verdict": "{told.verdict}"',
        f'"fields": {_fields(*checked.fields.items())}',
        f'"citations": [{", ".join([_citation(n, found, told) for n, found in cited])}]',
    ]
    for name in _TEXT_FIELDS:
        text = getattr(fact, name)
        if text is not None:
            parts.append(f'"{name}": {string(text)}')
    for name in _DATE_FIELDS:
        date = getattr(fact, name)
        if date is not None:
            parts.append(f'"{name}": {string(date.text)}')
    for name in _LISTS:
        ids = getattr(fact, name)
        if ids:
            parts.append(f'"{name}": {_list(ids if name == "formerly" else dict.fromkeys(ids))}')
    parts += _further(told, fact)
    return _record(parts)


def _record(parts: list[str]) -> str:
    """Fields as an object. A name's closing mark sorts before whatever another name has there, so
    the order of the parts is that of their names.
    """
    parts.sort()
    return f"{{{', '.join(parts)}}}"


@lru_cache(4096)
def _fields(*verdicts: tuple[str, Verdict]) -> str:
    """What became of the fields; of most facts it is what it was of many others."""
    return _record([f"{string(name)}: {string(verdict)}" for name, verdict in verdicts])


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(string, texts))}]"


def _further(told: Told, fact: Fact) -> Iterator[str]:
    """The fields that many facts do not have, or that are no plain texts."""
    for name, text in (
        ("claim", told.claim),
        ("note", told.note),
        ("response", told.response),
    ):
        if text is not None:
            yield f'"{name}": {string(text)}'
    for name, who in (
        ("addressee", fact.addressee),
        ("speaker", fact.speaker),
        ("according_to", fact.according_to),
    ):
        if who is not None:
            yield f'"{name}": {_attribution(who)}'
    if fact.value is not None:
        yield f'"value": {string(fact.value.text)}'
        if fact.value.number is not None:
            yield f'"number": {one_line(plain_number(fact.value.number))}'
    if fact.basis:
        yield f'"basis": {_bases(fact.basis)}'
    if fact.corrections:
        rows = [{"date": c.date.text, "was": c.was, "because": c.because} for c in fact.corrections]
        yield f'"corrections": {one_line(rows)}'
    if told.settled:
        yield f'"accept": {one_line(dict(told.settled))}'


def _bases(bases: Mapping[str, Basis]) -> str:
    return one_line({name: basis_record(basis) for name, basis in bases.items()})


def _citation(number: int, evidence: Evidence, told: Told) -> str:
    """A citation. Pieces of words that a redaction cuts are given as the pages show them."""
    selector = evidence.citation.selector
    exact = selector.exact or evidence.pieces
    redacted = number in told.redacted
    if redacted:
        exact = told.instead[told.redacted.index(number)] or exact
    anchors = [
        f'{{"end": {end}, "line": {line}, "start": {start}}}'
        for line, start, end in evidence.anchors
    ]
    words = "null" if not exact else string(exact[0]) if len(exact) == 1 else _list(exact)
    hidden = '"redacted": true, ' if redacted else ""
    against = '"relation": "contradicts", ' if evidence.citation.contradicts else ""
    tier = "null" if evidence.tier is None else f'"{evidence.tier}"'
    return (
        f'{{"anchors": [{", ".join(anchors)}], "exact": {words}, "lines": "{selector.lines}", '
        f'{hidden}{against}"source": {string(evidence.citation.source)}, "tier": {tier}, '
        f'"verdict": "{evidence.verdict}"}}'
    )


def _attribution(attribution: Attribution) -> str:
    """As the editor writes it: a person's id, or the source's words for somebody without a name."""
    if attribution.person:
        return string(attribution.person)
    return f'{{"unnamed": {string(attribution.unnamed or "")}}}'
