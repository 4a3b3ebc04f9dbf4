"""The stages that judge: everything that can be said of a project without rendering it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.build.edits import with_placed_edits
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.link import link
from sitegen.linked import Linked
from sitegen.load import load
from sitegen.model import CheckedFactsheet, Factsheet
from sitegen.prose import passages
from sitegen.report import Summary, summarise
from sitegen.resolve import resolve
from sitegen.snapshot import Snapshot
from sitegen.verify import verify


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


def check(snapshot: Snapshot, *, base_url: str | None = None, theme: str | None = None) -> Checked:
    """Read and judge a project; `base_url` and `theme` stand in for what site.yaml says."""
    records, loading = load(snapshot)
    factsheet, resolving = resolve(records)
    factsheet = _with_settings(factsheet, base_url, theme)
    texts = tuple(passages(factsheet))
    checked, verifying = verify(factsheet, texts)
    remaining, accepted = _settle((*loading, *resolving, *verifying), factsheet)
    linked, linking = link(replace(checked, accepted=accepted), texts)
    return Checked(linked, with_placed_edits(snapshot, ordered((*remaining, *linking))))


def _with_settings(factsheet: Factsheet, base_url: str | None, theme: str | None) -> Factsheet:
    settings = factsheet.settings
    settings = replace(
        settings, base_url=base_url or settings.base_url, theme=theme or settings.theme
    )
    return replace(factsheet, settings=settings)


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
