"""A record that an editor has filled in: checked with the whole project, then written."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sitegen import report
from sitegen.build import Checked, check
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.drafts import Appended, NewFact, NewSkip, NotAppended, append, write
from sitegen.frozen import dataclass
from sitegen.memory import Memory
from sitegen.preview.annotate.problems import ProblemError
from sitegen.preview.editors import Editor
from sitegen.preview.report import diagnostic_objects
from sitegen.snapshot import Snapshot

_Told = tuple[str, Severity, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A file with its new record, and what the check says that it did not say before."""

    made: Appended
    snapshot: Snapshot
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> bool:
        """Whether the record may not be written."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)

    def objects(self, editor: Editor | None) -> list[dict[str, object]]:
        """The diagnostics as a page shows them; links to lines not written yet would mislead."""
        shown = None if self.errors else editor
        return diagnostic_objects(self.diagnostics, report.Lines(self.snapshot).line, shown)


class Checker:
    """Checks drafts of one project, and remembers what has not changed from one to the next.

    Not for several threads at once.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.memory = Memory()

    def now(self, snapshot: Snapshot) -> Checked:
        """The project as it is on the disk."""
        found = check(snapshot, memory=self.memory)
        self.memory.turn()
        return found

    def draft(self, path: str, new: NewFact | NewSkip) -> Draft:
        """A file with a new record, judged. Raises ProblemError where it has no place there."""
        before = Snapshot(self.root)
        known = self.now(before)
        identifier = new.id if isinstance(new, NewFact) else None
        if identifier is not None:
            _refuse_taken(identifier, known)
        made = append(before, path, new)
        if isinstance(made, NotAppended):
            raise ProblemError(made.reason, made.hint)
        after = Snapshot(self.root, {path: made.after})
        told = self.now(after).diagnostics
        return Draft(made, after, _new(known.diagnostics, told, identifier))

    def write(self, draft: Draft) -> None:
        """Write a draft. Raises ProblemError where the disk or somebody else is in the way."""
        try:
            write(self.root, draft.made)
        except OSError as problem:
            why = problem.strerror or "it cannot be written"
            raise ProblemError(f"{draft.made.path}: {why}", "try again") from problem


def _refuse_taken(identifier: str, known: Checked) -> None:
    factsheet = known.checked.factsheet
    fact = factsheet.facts.get(identifier)
    if fact is not None:
        span = fact.places()
        raise ProblemError(
            f"there is a fact “{identifier}” already, in {span.path}:{span.line}",
            "give this one another id",
            field="id",
        )


def _new(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], identifier: str | None
) -> tuple[Diagnostic, ...]:
    """What is told of the new record, or because of it. Lines may have moved, words have not."""
    known = Counter(map(_told, before))
    found = []
    for diagnostic in after:
        told = _told(diagnostic)
        if known[told] and (identifier is None or diagnostic.fact != identifier):
            known[told] -= 1
        else:
            found.append(diagnostic)
    return tuple(found)


def _told(diagnostic: Diagnostic) -> _Told:
    path = diagnostic.span.path if diagnostic.span else None
    return diagnostic.code, diagnostic.severity, diagnostic.message, path, diagnostic.fact
