"""`data/facts.json`: every fact with its citations, for programs and for re-checking.

Offsets count code points of the raw line, from 0.
"""

from typing import Any

from sitegen.linked import Cited, ProseKey
from sitegen.model import Attribution, CheckedFact, Evidence
from sitegen.views.exports.json_text import Json, listing, without_absent
from sitegen.views.exports.parts import basis_record, date_text, plain_number
from sitegen.views.wording.wording import Wording

_TEXT_FIELDS = ("quote", "unit", "measure", "modifier", "of", "via", "medium", "status")
_DATE_FIELDS = ("said", "as_of", "date", "added")
_PROSE_FIELDS = ("claim", "note", "response")
_ALWAYS = frozenset({"citations", "fields"})


def facts_json(wording: Wording) -> bytes:
    """The file."""
    facts = wording.shown.facts
    return listing("facts", (_fact(facts[name], wording) for name in sorted(facts)))


def _fact(checked: CheckedFact, wording: Wording) -> Json:
    fact = checked.fact
    record: Json = {
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
        **{name: date_text(getattr(fact, name)) for name in _DATE_FIELDS},
        "speaker": _attribution(fact.speaker),
        "according_to": _attribution(fact.according_to),
        "addressee": fact.addressee,
        "people": list(dict.fromkeys(fact.people)),
        "topics": list(dict.fromkeys(fact.topics)),
        "value": fact.value.text if fact.value else None,
        "number": plain_number(fact.value.number) if fact.value else None,
        "basis": {name: basis_record(basis) for name, basis in fact.basis.items()},
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
    return without_absent(record, _ALWAYS)


def _citation(cited: Cited, evidence: Evidence, wording: Wording) -> Json:
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


def _attribution(attribution: Attribution | None) -> str | dict[str, str] | None:
    """As the editor writes it: a person's id, or the source's words for somebody without a name."""
    if attribution is None:
        return None
    return attribution.person or {"unnamed": attribution.unnamed or ""}
