"""The tables: false alarms on the untouched project, then each family's kinds, never pooled."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.mutations.judging import Outcome, Remark
from benchmarks.mutations.planting import Change, Family, LineChange
from benchmarks.mutations.project import Project
from benchmarks.mutations.yaml_text import written

_SHOWN_CODES = 3
_WIDEST = 160


def false_alarms(facts: int, remarks: Sequence[Remark], shown: int) -> Iterator[str]:
    """What the check says of the untouched project, whose facts are held to be honest."""
    for severity in ("error", "warning"):
        about = {each.fact for each in remarks if each.severity == severity and each.fact}
        codes = Counter(each.code for each in remarks if each.severity == severity)
        listed = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        yield (
            f"untouched: {len(about)} of {facts} facts with an {severity}"
            if severity == "error"
            else f"untouched: {len(about)} of {facts} facts with a {severity}"
        ) + f" ({_share(len(about), facts)}); {listed or 'none at all'}"
        by_code: Counter[str] = Counter()
        for each in remarks:
            by_code[each.code] += each.severity == severity
            if each.severity == severity and by_code[each.code] <= shown:
                yield f"    {each.path}:{each.line}: {each.code}: {each.message}"


def table(outcomes: Sequence[Outcome], family: Family, order: Sequence[str]) -> Iterator[str]:
    """A family's kinds: planted, caught by an error, by a warning, missed, the share caught."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.mutant.family is family:
            by_kind[outcome.mutant.kind].append(outcome)
    width = max([len(kind) for kind in order], default=0)
    yield f"{family.upper():{width}}  planted  error  warning  missed  caught"
    for kind in order:
        found = by_kind.get(kind, [])
        counts = Counter(outcome.verdict for outcome in found)
        codes = Counter(code for each in found for code in {remark.code for remark in each.remarks})
        listed = ", ".join(f"{code} {count}" for code, count in codes.most_common(_SHOWN_CODES))
        caught = counts["error"] + counts["warning"]
        yield (
            f"{kind:{width}}  {len(found):7}  {counts['error']:5}  {counts['warning']:7}"
            f"  {counts['missed']:6}  {_share(caught, len(found)):>6}  {listed}"
        ).rstrip()


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "–"


def misses(project: Project, outcomes: Sequence[Outcome], shown: int) -> Iterator[str]:
    """Up to so many missed mutants of each kind: the YAML that changed, before and after."""
    count: Counter[str] = Counter()
    for outcome in outcomes:
        mutant = outcome.mutant
        if outcome.verdict == "missed":
            count[mutant.kind] += 1
            if count[mutant.kind] <= shown:
                yield f"missed · {mutant.kind} · {mutant.target} · {mutant.change.what}"
                yield from difference(project, outcome)


def difference(project: Project, outcome: Outcome) -> Iterator[str]:
    """The lines that a mutant changed, the words it cites, and the fact’s untouched lines."""
    mutant = outcome.mutant
    if isinstance(mutant.change, LineChange):
        line = project.pages[mutant.target].split("\n")[mutant.change.line - 1]
        yield from (f"  - {line}", f"  + {mutant.change.text}")
        return
    if not isinstance(mutant.change, Change):
        return
    fact = project.facts[mutant.target]
    before = written(fact.fields, 0).split("\n")
    after = written(mutant.change.fields, 0).split("\n")
    yield from (f"  - {line}" for line in before if line not in after)
    yield from (f"  + {line}" for line in after if line not in before)
    yield from (f"    {line[:_WIDEST]}" for line in before if line in after)
    for cite in fact.citations:
        text = project.text_at(cite.source, cite.first, cite.last)
        yield from (f"    | {line[: 4 * _WIDEST]}" for line in text.split("\n"))


def as_json(
    project: Project, remarks: Sequence[Remark], outcomes: Sequence[Outcome]
) -> Mapping[str, Any]:
    """Everything, for another program."""
    return {
        "facts": len(project.facts),
        "untouched": [
            {
                "code": each.code,
                "severity": each.severity,
                "fact": each.fact,
                "path": each.path,
                "line": each.line,
                "message": each.message,
            }
            for each in remarks
        ],
        "mutants": [
            {
                "family": str(outcome.mutant.family),
                "kind": outcome.mutant.kind,
                "target": outcome.mutant.target,
                "change": outcome.mutant.change.what,
                "verdict": outcome.verdict,
                "codes": sorted({remark.code for remark in outcome.remarks}),
                "difference": list(difference(project, outcome)),
            }
            for outcome in outcomes
        ],
    }
