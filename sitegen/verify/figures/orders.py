"""Checks of a rank's `of`: what the order is of stands in the cited lines."""

from collections.abc import Iterator, Sequence

from sitegen import recognise
from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import Fact, Verdict
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.verify.figures.nearby import lows_around, may_stand, stands
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Findings, Judged

_SHORTEST = 3
_MOST_WORDS = 20  # of an `of`


def orders_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """The `of` of a rank is found where all its words stand around the exact ones.

    Where some do, it stays unchecked. Where none does, and the claim has none of them, this gives
    `number-mismatch`, a warning.
    """
    for fact in findings.judged:
        found = findings.speaking[fact.id]
        if not (found and fact.of):
            continue
        near = lows_around(findings, found)
        told = _content(fact.of, findings.readings[found[0].citation.source].language)
        if told and all(stands(word, near) for word in told):
            yield Judged(fact.id, "of", Verdict.FOUND)
        elif told and "of" not in fact.basis and _is_english(found, findings):
            claim = recognise.words(fact.claim or "", ENGLISH).lows
            long = [word for word in told if len(word) >= _SHORTEST]  # UK may be Britain there
            if long and not any(may_stand(word, (*near, claim)) for word in long):
                yield _of_another(fact)


def _is_english(found: Sequence[Finding], findings: Findings) -> bool:
    return all(findings.in_english(one.citation.source) for one in found)


def _of_another(fact: Fact) -> Diagnostic:
    return warning(
        "number-mismatch",
        f"neither the words nor the claim rank anything of “{fact.of}”",
        fact.places("of"),
        fact=fact.id,
        hints=(
            "name what the words rank, as they do",
            "or say how it is known: basis: {of: {inferred: why}}",
        ),
    )


def _content(text: str, language: Language) -> list[str]:
    """The words of a text that name something, in lower case."""
    lows = recognise.words(text, language).lows[:_MOST_WORDS]
    empty = (language.particles, language.no_names, language.clauses, language.empty)
    return [low for low in lows if not any(low in table for table in empty)]
