"""Which mutants the check notices: many are planted at once, each where it cannot touch another.

A mutant is caught when the check has more diagnostics of some code and severity about its fact, or
about a fact that is tied to it, than it had before. What the check said of the fact before, and
merely says again in other words, counts for nothing.
"""

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutations.planting import Change, LineChange, Mutant
from benchmarks.mutations.project import Fact, Project, read_project, rewritten, text_of
from sitegen.build import check
from sitegen.snapshot import Snapshot

Places = Mapping[str, tuple[str, int, int]]  # fact → its file, first and last line
Round = tuple[Mutant, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic, as far as it matters here."""

    code: str
    severity: str  # error or warning
    message: str
    fact: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the check newly says because of a mutant."""

    mutant: Mutant
    remarks: tuple[Remark, ...]

    @property
    def verdict(self) -> str:
        """Error, warning or missed: the gravest thing that is newly said."""
        severities = {remark.severity for remark in self.remarks}
        return next((each for each in ("error", "warning") if each in severities), "missed")


def remarks_on(root: Path) -> tuple[Remark, ...]:
    """Everything that the check says of a project."""
    found = []
    for each in check(Snapshot(root)).diagnostics:
        path, line = (each.span.path, each.span.line) if each.span else ("", 0)
        severity = str(each.severity)
        found.append(Remark(each.code, severity, each.message, each.fact or "", path, line))
    return tuple(found)


def groups_of(project: Project) -> dict[str, str]:
    """Facts that one mutant may touch together: each fact's group, named after one of its facts."""
    leader = {name: name for name in project.facts}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    measures: dict[str, str] = {}
    for fact in project.facts.values():
        ties = _ties(fact, project.facts)
        measure = text_of(fact.fields, "measure")
        if measure:
            ties.append(measures.setdefault(measure, fact.id))
        for other in ties:
            leader[find(other)] = find(fact.id)
    return {name: find(name) for name in project.facts}


def _ties(fact: Fact, facts: Mapping[str, Fact]) -> list[str]:
    """The facts that a fact’s basis or prose takes something from."""
    basis = str(fact.fields.get("basis", ""))
    named = re.findall(r"[a-z0-9][a-z0-9-]*", basis)
    for field in ("claim", "note", "response"):
        named += re.findall(r"\{(?:value|date|quote)\}`([^`]+)`", text_of(fact.fields, field))
    return [name for name in named if name in facts and name != fact.id]


def rounds_of(project: Project, mutants: Iterable[Mutant], *, alone: bool) -> list[Round]:
    """Mutants in rounds: of each group of facts, and of each paragraph of a page, one at a time."""
    groups = groups_of(project)
    facts: list[list[Mutant]] = []
    pages: list[list[Mutant]] = []
    turns: Counter[tuple[str, int]] = Counter()
    for mutant in mutants:
        change = mutant.change
        if isinstance(change, LineChange):
            rounds, key = pages, (mutant.target, _paragraph(project, mutant.target, change.line)[0])
        else:
            rounds, key = facts, (groups[mutant.target], 0)
        turn = len(rounds) if alone else turns[key]
        turns[key] += 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(mutant)
    return [tuple(each) for each in (*facts, *pages)]


def _paragraph(project: Project, path: str, line: int) -> tuple[int, int]:
    """The first and last line of the paragraph of a page that holds a line."""
    lines = project.pages[path].split("\n")
    first = last = line
    while first > 1 and lines[first - 2].strip():
        first -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last


def judge(root: Path, scratch: Path, rounds: Sequence[Round], jobs: int) -> list[Outcome]:
    """The outcome of every mutant; `scratch` is a folder for copies of the project at `root`."""
    shares = [list(rounds[start::jobs]) for start in range(jobs)]
    copies = [scratch / f"copy-{number}" for number in range(jobs)]
    if jobs == 1:
        return _judge_share(root, copies[0], shares[0])
    with ProcessPoolExecutor(jobs) as pool:
        judged = pool.map(_judge_share, [root] * jobs, copies, shares)
        return [outcome for share in judged for outcome in share]


def copy_project(root: Path, copy: Path) -> None:
    """What a project is made of, without what was built from it."""
    for folder in ("content", "seeds", "themes"):
        if (root / folder).is_dir():
            shutil.copytree(root / folder, copy / folder)


def _judge_share(root: Path, copy: Path, rounds: Sequence[Round]) -> list[Outcome]:
    copy_project(root, copy)
    project = read_project(copy)
    groups = groups_of(project)
    before, places = control(project)
    known = _counted(project, before, places)
    outcomes: list[Outcome] = []
    for planted in rounds:
        texts, moved = _planted(project, planted)
        for path, text in texts.items():
            (copy / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        after = _counted(project, remarks_on(copy), moved)
        outcomes += _outcomes(project, planted, groups, known, after)
        for path in texts:
            text = project.files.get(path) or project.pages[path]
            (copy / path).write_bytes(text.encode("utf-8"))
    return outcomes


def control(project: Project) -> tuple[tuple[Remark, ...], Places]:
    """What the check says when every fact is written anew, unchanged: nothing else, one hopes."""
    texts, places = rewritten(project, {name: fact.fields for name, fact in project.facts.items()})
    for path, text in texts.items():
        (project.root / path).write_bytes(text.encode("utf-8"))
    remarks = remarks_on(project.root)
    for path in texts:
        (project.root / path).write_bytes(project.files[path].encode("utf-8"))
    return remarks, places


def _planted(project: Project, planted: Round) -> tuple[dict[str, str], Places]:
    changed = {
        mutant.target: mutant.change.fields
        for mutant in planted
        if isinstance(mutant.change, Change)
    }
    texts, places = rewritten(project, changed)
    for mutant in planted:
        if isinstance(mutant.change, LineChange):
            text = texts.get(mutant.target) or project.pages[mutant.target]
            lines = text.split("\n")
            lines[mutant.change.line - 1] = mutant.change.text
            texts[mutant.target] = "\n".join(lines)
    return texts, places


Counted = Mapping[str, Mapping[tuple[str, str], Sequence[Remark]]]  # owner → code, severity


def _counted(project: Project, remarks: Iterable[Remark], places: Places) -> Counted:
    """Remarks by the fact, or by the paragraph of a page, that they are about."""
    by_path: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for name, (path, first, last) in places.items():
        by_path[path].append((first, last, name))
    found: dict[str, dict[tuple[str, str], list[Remark]]] = defaultdict(lambda: defaultdict(list))
    for remark in remarks:
        owner = remark.fact
        if remark.path in project.pages:
            owner = _owner(project, remark.path, remark.line)
        for first, last, name in by_path[remark.path] if not owner else ():
            if first <= remark.line <= last:
                owner = name
        found[owner][remark.code, remark.severity].append(remark)
    return found


def _owner(project: Project, path: str, line: int) -> str:
    return f"{path}:{_paragraph(project, path, line)[0]}"


def _outcomes(
    project: Project, planted: Round, groups: Mapping[str, str], known: Counted, after: Counted
) -> Iterator[Outcome]:
    together: dict[str, list[str]] = defaultdict(list)
    for name, group in groups.items():
        together[group].append(name)
    for mutant in planted:
        if isinstance(mutant.change, LineChange):
            owners = [_owner(project, mutant.target, mutant.change.line)]
        else:
            owners = together[groups[mutant.target]]
        remarks = [
            remark
            for owner in owners
            for key, said in after.get(owner, {}).items()
            if len(said) > len(known.get(owner, {}).get(key, ()))
            for remark in said
        ]
        yield Outcome(mutant, tuple(remarks))
