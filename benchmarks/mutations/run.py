"""Plant falsehoods in a copy of a valid project, and report by kind how many the check notices.

The project itself is not touched. Exit 0 when the figures were taken, whatever they are; 2 when
the project cannot be read.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.mutations import (
    claim_figures,
    claims,
    dates,
    evidence_places,
    evidence_words,
    figures,
    prose,
    speakers,
)
from benchmarks.mutations.judging import (
    Remark,
    control,
    copy_project,
    judge,
    remarks_on,
    rounds_of,
)
from benchmarks.mutations.planting import Family, Mutant, in_facts, in_pages, scene_of
from benchmarks.mutations.project import Project, read_project
from benchmarks.mutations.report import as_json, false_alarms, misses, table

EVIDENCE = (*evidence_words.KINDS, *evidence_places.KINDS)
ASSERTIONS = (
    *claims.KINDS,
    *claim_figures.KINDS,
    *figures.KINDS,
    *dates.KINDS,
    *speakers.KINDS,
    *prose.KINDS,
)


def mutants_of(
    project: Project, remarks: Sequence[Remark], limit: int, seed: int, only: str = ""
) -> list[Mutant]:
    """What to plant, in facts without a diagnostic and in pages; the same for the same seed."""
    remarked = {each.fact for each in remarks}
    facts = [fact for fact in project.facts.values() if fact.id not in remarked]
    scene = scene_of(project)
    kinds = [kind for kind in (*EVIDENCE, *ASSERTIONS) if only in kind.name]
    pages = [kind for kind in prose.PAGE_KINDS if only in kind.name]
    return [
        *in_facts(scene, kinds, facts, limit, seed),
        *in_pages(scene, pages, limit, seed),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, plant, judge, print."""
    options = _options(arguments)
    if not (options.project / "content" / "facts").is_dir():
        sys.stderr.write(f"{options.project} has no content/facts\n")
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(options.keep or temporary)
        scratch.mkdir(parents=True, exist_ok=True)
        if any(scratch.iterdir()):
            sys.stderr.write(f"{scratch} is not empty\n")
            return 2
        report(options, scratch)
    return 0


def report(options: argparse.Namespace, scratch: Path) -> None:
    """Take the figures of a project and print them."""
    original = scratch / "original"
    copy_project(options.project, original)
    project = read_project(original)
    remarks = remarks_on(original)
    mutants = mutants_of(project, remarks, options.limit, options.seed, options.only)
    rounds = rounds_of(project, mutants, alone=options.alone)
    sys.stderr.write(f"{len(mutants)} mutants in {len(rounds)} rounds\n")
    outcomes = judge(original, scratch, rounds, options.jobs)
    lines = [*false_alarms(len(project.facts), remarks, options.misses)]
    if _sums(control(project)[0]) != _sums(remarks):
        lines.append("the facts written anew, unchanged, do not get the same diagnostics")
    assertions = [kind.name for kind in ASSERTIONS] + [kind.name for kind in prose.PAGE_KINDS]
    for family, kinds in (
        (Family.EVIDENCE, [kind.name for kind in EVIDENCE]),
        (Family.ASSERTION, assertions),
    ):
        lines += ["", *table(outcomes, family, [name for name in kinds if options.only in name])]
    lines += ["", *misses(project, outcomes, options.misses)]
    sys.stdout.write("\n".join(lines).rstrip() + "\n")
    if options.json:
        text = json.dumps(as_json(project, remarks, outcomes), ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8", errors="surrogatepass")


def _sums(remarks: Sequence[Remark]) -> Counter[tuple[str, str]]:
    return Counter((each.fact, each.code) for each in remarks)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.mutations.run", description=__doc__)
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=200, help="mutants of a kind (200)")
    parser.add_argument("--only", default="", metavar="TEXT", help="kinds whose name holds it")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--alone", action="store_true", help="one mutant a check: slow")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the copies here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="every mutant and its verdict")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="show N misses of each kind"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
