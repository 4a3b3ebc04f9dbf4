"""Checks of `accept`: a code that there is not settles nothing."""

from collections.abc import Iterator

from sitegen.diagnostics import CODES, Diagnostic, nearest_name, warning
from sitegen.verify.findings import Findings


def accepted_codes_exist(findings: Findings) -> Iterator[Diagnostic]:
    """`unknown-field`, a warning: `accept` names a code that no diagnostic has."""
    for fact in findings.judged:
        for code in fact.accept:
            if code not in CODES:
                yield warning(
                    "unknown-field",
                    f"no diagnostic has the code “{code}”, so this settles nothing",
                    fact.places("accept", code),
                    fact=fact.id,
                    hints=nearest_name(code, CODES),
                )
