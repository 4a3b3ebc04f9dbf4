"""The projects of the case files, and what the check says of them."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.load import load
from sitegen.model import Factsheet
from sitegen.prose import Texts, passages
from sitegen.resolve import resolve
from sitegen.snapshot import Snapshot
from tests.cases.reading import Case, differences, read_cases

Told = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Project:
    """A case that was written to disk and read, and what the unchanged check says of it."""

    case: Case
    folder: Path
    factsheet: Factsheet
    texts: Texts
    told: Told


def written(folder: Path) -> Iterator[Project]:
    """The project of every case, below a folder."""
    for number, case in enumerate(read_cases()):
        place = folder / str(number)
        place.mkdir()
        case.write(place)
        factsheet, _ = resolve(load(Snapshot(place))[0])
        texts = passages(factsheet)
        yield Project(case, place, factsheet, texts, _told(factsheet, texts))


def ask(project: Project) -> Told:
    """What the check, as it now is, says of what was read of a project."""
    return _told(project.factsheet, project.texts)


def fails(project: Project) -> bool:
    """Whether the whole check, as it now is, turns the project's case red."""
    build = importlib.import_module("sitegen.build")  # which a mutant may have read again
    return bool(differences(project.case, build.check(Snapshot(project.folder))))


def _told(factsheet: Factsheet, texts: Texts) -> Told:
    """What a check says: its diagnostics, and its verdicts."""
    verify = importlib.import_module("sitegen.verify")
    checked, said = verify.verify(factsheet, texts)
    verdicts = (f"{name} {fact.verdict} {fact.fields}" for name, fact in checked.facts.items())
    origins = (f"{name} {fields}" for name, fields in checked.sources.items())
    diagnostics = (
        f"{d.span} {d.severity} {d.code} {d.message} {d.hints} {d.related} {d.fixes}" for d in said
    )
    return (*diagnostics, *verdicts, *origins)
