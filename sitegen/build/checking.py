"""The stages that judge: everything that can be said of a project without rendering it."""

from collections.abc import Iterable
from functools import partial

from sitegen.build.edits import with_placed_edits
from sitegen.build.known import Known
from sitegen.build.request import Progress, quietly
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.frozen import dataclass, replace
from sitegen.jobs import Jobs
from sitegen.link import link
from sitegen.linked import Linked
from sitegen.load import load
from sitegen.memory import Forgetful, Memory
from sitegen.model import CheckedFactsheet, Factsheet
from sitegen.prose import passages
from sitegen.report import Summary, summarise
from sitegen.resolve import resolve
from sitegen.snapshot import Snapshot
from sitegen.verify import verify

_ALONE = Jobs()


@dataclass(frozen=True, slots=True)
class Checked:
    """A project with its evidence, its cross-references, and every diagnostic in order."""

    linked: Linked
    diagnostics: tuple[Diagnostic, ...]

    @property
    def checked(self) -> CheckedFactsheet:
        """The fact sheet with its evidence."""
        return self.linked.checked

    @property
    def summary(self) -> Summary:
        """The figures of the check."""
        return summarise(self.checked, self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids publishing."""
        return has_errors(self.diagnostics)


def check(
    snapshot: Snapshot,
    *,
    base_url: str | None = None,
    theme: str | None = None,
    memory: Memory | None = None,
    jobs: Jobs = _ALONE,
    known: Known | None = None,
    progress: Progress = quietly,
) -> Checked:
    """Read and judge a project; `base_url` and `theme` stand in for what site.yaml says.

    With a memory, what differs in nothing from the run before is the same value, not an equal one:
    facts with their evidence, texts, and where all is as it was, the whole. `jobs` and what is
    `known` from a build are for the check of large ones: see `load` and `verify`.
    """
    memory = Forgetful() if memory is None else memory
    progress("read", 0, 0)
    records, loading = load(snapshot, memory, jobs, known and known.files)
    factsheet, resolving = resolve(records, memory)
    parsed = {text: prose for file in records.files for text, prose in file.prose.items()}
    del records  # nobody needs them any more, and they are large
    factsheet = _as_asked(factsheet, base_url, theme, memory)
    texts = passages(factsheet, memory, parsed)
    progress("check", 0, 0)
    done = partial(progress, "check")
    verdicts = known and known.verdicts
    checked, verifying = verify(factsheet, texts, memory, jobs, verdicts, done)
    progress("link", 0, 0)
    remaining, accepted = _settle((*loading, *resolving, *verifying), factsheet)
    if accepted:
        work = partial(replace, checked, accepted=accepted)
        checked = memory.once("check: accepted", accepted, (checked,), work)
    linked, linking = link(checked, texts, memory)
    return Checked(linked, with_placed_edits(snapshot, ordered((*remaining, *linking))))


def _as_asked(
    factsheet: Factsheet, base_url: str | None, theme: str | None, memory: Memory
) -> Factsheet:
    """The fact sheet with these settings: that of the run before, if all of it is the same."""
    sheet = factsheet
    unread = tuple(sorted((kind, names) for kind, names in sheet.unread.items()))
    key = (base_url, theme, unread, sheet.unlisted, len(sheet.skips))
    mappings = (sheet.sources, sheet.people, sheet.topics, sheet.facts, sheet.files, sheet.pages)
    parts = (sheet.settings, *mappings, *sheet.skips, *sheet.assets)

    def work() -> Factsheet:
        settings = sheet.settings
        settings = replace(
            settings, base_url=base_url or settings.base_url, theme=theme or settings.theme
        )
        return replace(sheet, settings=settings)

    return memory.once("check: fact sheet", key, parts, work)


def _settle(
    diagnostics: Iterable[Diagnostic], factsheet: Factsheet
) -> tuple[tuple[Diagnostic, ...], tuple[tuple[str, str], ...]]:
    """The diagnostics without the warnings that a fact accepts, and these by fact and code."""
    remaining = []
    accepted = []
    for diagnostic in ordered(diagnostics):
        fact = factsheet.facts.get(diagnostic.fact or "")
        if diagnostic.severity is Severity.WARNING and fact and diagnostic.code in fact.accept:
            accepted.append((fact.id, diagnostic.code))
        else:
            remaining.append(diagnostic)
    return tuple(remaining), tuple(accepted)
