"""The site's standing words: labels, verdicts, figures and counts, in British English."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sitegen.model import (
    Amount,
    Basis,
    BasisKind,
    CheckedFactsheet,
    Fact,
    FactKind,
    LineRange,
    Tier,
    Verdict,
)
from sitegen.views.kinds import VerdictView

KINDS: Mapping[FactKind, str] = MappingProxyType(
    {
        FactKind.QUOTE: "Quotation",
        FactKind.COUNT: "Figure",
        FactKind.RANK: "Rank",
        FactKind.DATE: "Date",
        FactKind.CLAIM: "Claim",
    }
)
MATCHES = "matches our copy of the source"
CITATION_VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.FOUND: MATCHES,
        Verdict.UNCHECKED: "not checked",
        Verdict.MOVED: "stands in other lines of our copy of the source",
        Verdict.MISMATCH: "differs from our copy of the source",
        Verdict.MISSING: "does not stand in our copy of the source",
    }
)
STANDS = "stands in our copy of the source"
WORKED_OUT = "worked out again from what it names"
_UNJUDGED = VerdictView(Verdict.UNCHECKED.value, "not checked by a rule")
_STANDS = VerdictView(Verdict.FOUND.value, STANDS)
_WORKED_OUT = VerdictView(Verdict.FOUND.value, WORKED_OUT)
_REASONED = VerdictView(Verdict.UNCHECKED.value, "inferred by us; not checked by a rule")
_CITATION_VIEWS = {v: VerdictView(v.value, words) for v, words in CITATION_VERDICTS.items()}
NORMALISED: Mapping[Tier, str] = MappingProxyType(
    {
        Tier.T1: "line ends, spaces and invisible characters evened out",
        Tier.T2: "quotation marks, dashes, spaces and line ends evened out",
        Tier.T3: "printed with marked edits: what stands outside the brackets is the source’s",
    }
)
STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "rumoured": "Rumoured",
        "alleged": "Alleged",
        "charged": "Charged",
        "convicted": "Convicted",
        "denied": "Denied",
    }
)
MEDIA: Mapping[str, str] = MappingProxyType(
    {"post": "in a post", "transcript": "in a transcript", "broadcast": "in a broadcast"}
)
DATE_LABELS: Mapping[str, str] = MappingProxyType(
    {"date": "date", "said": "said", "as_of": "as of"}
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "claim": "Our sentence",
        "quote": "Words as edited",
        "speaker": "Speaker",
        "addressee": "Said to",
        "said": "Said on",
        "medium": "Medium",
        "value": "Figure",
        "modifier": "Qualified as",
        "unit": "Unit",
        "of": "Ranked among",
        "measure": "Measure",
        "as_of": "As of",
        "date": "Date",
        "according_to": "According to",
        "via": "By way of",
        "status": "Status",
        "response": "Response",
        "note": "Note",
        "title": "Title",
        "publisher": "Publisher",
        "author": "Author",
        "published": "Published",
        "retrieved": "Retrieved",
        "licence": "Licence",
        "url": "Address",
        "archive_url": "Archived copy",
    }
)
CONTRADICTED = "A cited passage contradicts this."

LONGEST_TITLE = 90
"""Characters of an article's first line that stand in for a title."""

_PLAIN_FIGURE = re.compile(r"([-−]?)(0|[1-9][0-9]{0,40})(\.[0-9]+)?")
_OPENING, _CLOSING = '“"«„', '”"»'


def citation_verdict(verdict: Verdict) -> VerdictView:
    """What a page says of a citation, or of a fact as a whole."""
    return _CITATION_VIEWS[verdict]


def field_verdict(verdict: Verdict, basis: Basis | None) -> VerdictView:
    """What a page says of a field, which rests on the words or on a reason."""
    if verdict is Verdict.UNCHECKED:
        return _REASONED if basis else _UNJUDGED
    if verdict is Verdict.FOUND:
        derived = basis is not None and basis.kind is BasisKind.DERIVED
        return _WORKED_OUT if derived else _STANDS
    return _CITATION_VIEWS[verdict]


def count(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: “1 fact”, “2 facts”, “1,200 facts”."""
    noun = one if number == 1 else several or f"{one}s"
    return f"{number:,} {noun}"


def lines_words(lines: LineRange) -> str:
    """“line 13” or “lines 13–15”."""
    if lines.first == lines.last:
        return f"line {lines.first}"
    return f"lines {lines.first}–{lines.last}"


def figure(text: str) -> str:
    """A figure as prose has it: plain digits get thousands separators; all else stays."""
    match = _PLAIN_FIGURE.fullmatch(text)
    if match is None:
        return text
    sign, whole, decimals = match.groups()
    return ("−" if sign else "") + f"{int(whole):,}" + (decimals or "")


def value_words(fact: Fact, amount: Amount) -> str:
    """A figure with what the source makes of it: “nearly 60,000”, “No. 1”."""
    words = figure(amount.text)
    if fact.kind is FactKind.RANK and amount.text.isdecimal():
        words = f"No. {words}"
    return f"{fact.modifier.replace('-', ' ')} {words}" if fact.modifier else words


def unit_words(fact: Fact) -> str | None:
    """What is counted, or among what something ranks."""
    return fact.unit if fact.of is None else f"of {fact.of}"


def in_quotation_marks(pieces: Sequence[str]) -> str:
    """Pieces of a quotation, each in its own marks, with … where the source interrupts them."""
    return " … ".join(f"“{bare(piece)}”" for piece in pieces)


def bare(words: str) -> str:
    """Words in one line, without a pair of quotation marks around the whole of them."""
    words = " ".join(words.split())
    inner = words[1:-1]
    quoted = words[:1] and words[0] in _OPENING and words[-1] in _CLOSING
    whole = quoted and not any(mark in inner for mark in _OPENING + _CLOSING)
    return inner if whole else words


def basis_words(basis: Basis) -> str:
    """How a field rests on the words."""
    return f"{basis.kind.value}: {basis.because}"


def shortened(words: str, longest: int) -> str:
    """Words cut at a space so that they and an ellipsis fit."""
    if len(words) <= longest:
        return words
    kept = words[: longest - 1].rpartition(" ")[0] or words[: longest - 2]
    return f"{kept.rstrip(' ,;:–—')}\N{NO-BREAK SPACE}…"


def citation_verdicts(checked: CheckedFactsheet) -> dict[Verdict, int]:
    """How many citations have each verdict."""
    found = dict.fromkeys(Verdict, 0)
    for fact in checked.facts.values():
        for evidence in fact.evidence:
            found[evidence.verdict] += 1
    return found
