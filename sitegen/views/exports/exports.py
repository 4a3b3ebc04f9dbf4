"""The files that let anybody re-check the site without us: facts, sources and texts as data.

Offsets count code points of the raw line, from 0. What is redacted in the pages is redacted here.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from sitegen import urls
from sitegen.edtf import Edtf
from sitegen.linked import Cited, ProseKey
from sitegen.model import Attribution, Basis, CheckedFact, Display, Evidence, Source
from sitegen.views.look import Look
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.wording import Wording

_TEXT_FIELDS = (
    "quote", "unit", "measure", "modifier", "of", "via", "medium", "status",
)  # fmt: skip
_DATE_FIELDS = ("said", "as_of", "date", "added")
_PROSE_FIELDS = ("claim", "note", "response")
_SOURCE_FIELDS = ("publisher", "author", "url", "archive_url", "licence", "language")
_DATA = "data/"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def export_files(shown: Shown, read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Each file's path below the site, and its bytes; `read` gives the bytes of an article."""
    wording = Wording(shown, Look())
    facts = (_fact(fact, wording) for _, fact in sorted(shown.facts.items()))
    sources = [source for _, source in sorted(shown.factsheet.sources.items())]
    yield urls.FACTS_JSON, _listing("facts", facts)
    yield urls.SOURCES_JSON, _listing("sources", (_source(s, wording) for s in sources))
    for source in sources:
        if source.article is not None and gives_text(source, shown):
            yield urls.text(source.id), read(source.article.path)


def gives_text(source: Source, shown: Shown) -> bool:
    """Whether the whole text may be given: it is shown in full, and nothing of it is redacted."""
    return (
        source.article is not None
        and source.display is Display.FULL
        and not source.redact
        and source.id not in shown.altered
    )


def _listing(name: str, records: Iterable[dict[str, Any]]) -> bytes:
    """An object with one list, a record a line, so that versions can be compared."""
    lines = ",\n".join(_ENCODER.encode(record) for record in records)
    return f'{{"{name}": [\n{lines}\n]}}\n'.encode()


def _fact(checked: CheckedFact, wording: Wording) -> dict[str, Any]:
    fact = checked.fact
    record: dict[str, Any] = {
        "id": fact.id,
        "kind": fact.kind.value,
        "verdict": checked.verdict.value,
        "fields": {name: verdict.value for name, verdict in checked.fields.items()},
        "citations": [
            _citation(Cited(fact.id, number), evidence, wording)
            for number, evidence in enumerate(checked.evidence, start=1)
        ],
        **{name: wording.plain(ProseKey("fact", fact.id, name)) for name in _PROSE_FIELDS},
        **{name: getattr(fact, name) for name in _TEXT_FIELDS},
        **{name: _date(getattr(fact, name)) for name in _DATE_FIELDS},
        "speaker": _attribution(fact.speaker),
        "according_to": _attribution(fact.according_to),
        "addressee": fact.addressee,
        "people": list(dict.fromkeys(fact.people)),
        "topics": list(dict.fromkeys(fact.topics)),
        "value": fact.value.text if fact.value else None,
        "number": _number(fact.value.number) if fact.value else None,
        "basis": {name: _basis(basis) for name, basis in fact.basis.items()},
        "corrections": [
            {"date": c.date.text, "was": c.was, "because": c.because} for c in fact.corrections
        ],
        "formerly": list(fact.formerly),
        "accept": {
            code: because
            for code, because in fact.accept.items()
            if (fact.id, code) in wording.shown.linked.checked.accepted
        },
    }
    return _without_absent(record)


def _citation(cited: Cited, evidence: Evidence, wording: Wording) -> dict[str, Any]:
    """A citation. Pieces of words that a redaction cuts are given as the pages show them."""
    citation = evidence.citation
    redacted = cited in wording.shown.redacted
    exact = citation.selector.exact or evidence.pieces
    exact = (wording.words(*cited) if redacted else ()) or exact
    record: dict[str, Any] = {
        "source": citation.source,
        "lines": str(citation.selector.lines),
        "exact": None if not exact else exact[0] if len(exact) == 1 else list(exact),
        "verdict": evidence.verdict.value,
        "tier": evidence.tier.value if evidence.tier else None,
        "anchors": [
            {"line": line, "start": start, "end": end} for line, start, end in evidence.anchors
        ],
    }
    if citation.contradicts:
        record["relation"] = "contradicts"
    if redacted:
        record["redacted"] = True
    return record


def _source(source: Source, wording: Wording) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": source.id,
        "title": source.title,
        "title_inferred": source.title_inferred or None,
        **{name: getattr(source, name) for name in _SOURCE_FIELDS},
        "published": _date(source.published),
        "retrieved": _date(source.retrieved),
        "note": wording.plain(ProseKey("source", source.id, "note")),
        "basis": {name: _basis(basis) for name, basis in source.basis.items()},
        "display": source.display.value,
    }
    whole = gives_text(source, wording.shown)
    return {
        **_without_absent(record),
        "sha256": source.sha256,
        "text": urls.text(source.id).removeprefix(_DATA) if whole else None,
    }


def _without_absent(record: dict[str, Any]) -> dict[str, Any]:
    """Fields that are not set are left out; `citations` and `fields` always stand."""
    always = {"citations", "fields"}
    return {
        name: value
        for name, value in record.items()
        if name in always or (value is not None and value not in ([], {}))
    }


def _date(date: Edtf | None) -> str | None:
    return date.text if date else None


def _attribution(attribution: Attribution | None) -> str | dict[str, str] | None:
    """As the editor writes it: a person's id, or the source's words for somebody without a name."""
    if attribution is None:
        return None
    return attribution.person or {"unnamed": attribution.unnamed or ""}


def _basis(basis: Basis) -> dict[str, Any]:
    record: dict[str, Any] = {basis.kind.value: basis.because}
    if basis.rests_on:
        record["from"] = list(basis.rests_on)
    return record


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
