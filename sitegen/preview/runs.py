"""One run of the preview after the other: what each came to, and what readers see of it.

No threads and no clocks for waiting: `worker` says when.
"""

import secrets
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from sitegen.build import Checked, Prepared, Site, prepare
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.frozen import dataclass, replace
from sitegen.memory import Memory
from sitegen.preview import sweep
from sitegen.preview.state import State
from sitegen.snapshot import Refusal, Snapshot

Contents = dict[str, bytes | Refusal]


class Prepare(Protocol):
    """`build.prepare`, or what a test puts in its place."""

    def __call__(self, snapshot: Snapshot, memory: Memory) -> Prepared:
        """Check a project and get its site ready."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """A run as the terminal tells it.

    - `changed`: the files that differ from those of the run before, by path; none in the first
    - `seconds`: from its begin until its state was ready
    - `shown`: readers were told, since something differs for them
    - `failure`, `trace`: why it could not end, as one line and as Python tells it
    """

    changed: tuple[str, ...] = ()
    seconds: float = 0.0
    errors: int = 0
    warnings: int = 0
    broken: bool = False
    shown: bool = True
    failure: str | None = None
    trace: str | None = None

    def after(self, untold: "RunReport | None") -> "RunReport":
        """The same, with what the run before it came to, if nobody was told of that."""
        if untold is None:
            return self
        changed = tuple(sorted({*untold.changed, *self.changed}))
        return replace(self, changed=changed, shown=untold.shown or self.shown)


class Runs:
    """The runs of one server, on one thread. `pages` gives the pages that readers have open."""

    def __init__(
        self, root: Path, pages: Callable[[], Iterable[str]], *, prepare: Prepare = prepare
    ) -> None:
        self._root = root
        self._pages = pages
        self._prepare = prepare
        self._memory = Memory()
        self._prefix = secrets.token_hex(4)
        self._number = 0
        self._contents: Contents = {}  # what the latest run read
        self._seen: Contents = {}  # and what runs before it read, if something stopped it
        self._good: Site | None = None
        self._before: Site | None = None  # the good one before it, until it has been swept
        self._failing: tuple[str, ...] = ()
        self._rest: list[str] = []  # pages to sweep, the first at the end
        self._untried = False  # templates or settings differ from the last good run's
        self.state = State(build=f"{self._prefix}-0")
        """What readers should see."""

    @property
    def read(self) -> tuple[str, ...]:
        """The files that runs read or looked for, up to the latest that came to its end."""
        return tuple(path for path, was in self._seen.items() if was is not Refusal.OUTSIDE)

    def run(self) -> RunReport:
        """Read everything anew; `state` is another one if a reader could see a difference.

        Raises whatever stops a run, and then nothing is changed: tell `fail`.
        """
        began = time.perf_counter()
        snapshot = Snapshot(self._root)
        whole = False
        try:
            prepared = self._prepare(snapshot, self._memory)
            contents = snapshot.contents()
            whole = prepared.site is not None
            changed = _changed(self._seen, contents, whole=whole)
            self._untried = self._untried or _concern_templates(changed)
            problems = self._tried(prepared.site)
        finally:
            self._memory.turn(whole=whole)
        found = ordered((*prepared.diagnostics, *problems))
        broken = prepared.site is None or has_errors(problems)
        shown = not self._is_same(contents, found, broken=broken)
        self._contents = contents
        self._seen = contents if whole else {**self._seen, **contents}
        if shown:
            self._settle(prepared, snapshot, found, changed, broken=broken)
        return RunReport(
            changed=changed,
            seconds=time.perf_counter() - began,
            errors=sum(d.severity is Severity.ERROR for d in found),
            warnings=sum(d.severity is Severity.WARNING for d in found),
            broken=broken,
            shown=shown,
        )

    def fail(self, problem: Exception) -> RunReport:
        """A run raised `problem`. The site stays as it was, and readers are told why."""
        line = _in_a_line(problem, self._root)
        shown = line != self.state.failure
        if shown:
            self.state = State(self._build(), self.state.site, broken=True, failure=line)
        trace = "".join(traceback.format_exception(problem))
        return RunReport(broken=True, shown=shown, failure=line, trace=trace)

    def sweep(self) -> Iterator[bool]:
        """Make the pages that nobody asked for, one each step, to find templates that fail.

        Gives whether `state` is another one now, which ends it: then a page failed. May be left at
        any step; the next sweep of the same site goes on from there.
        """
        site = self._good
        while self._rest and site is not None and not self.state.broken:
            path = self._rest.pop()
            made = site.file(path) if path in site.paths else b""
            if isinstance(made, tuple):
                self._go_back(site, path, made)
                yield True
                return
            yield False
        if not self._rest:
            self._before = None

    def suspect(self, path: str) -> None:
        """A page failed when a reader asked for it: the sweep looks at it first."""
        self._rest.append(path)

    def _tried(self, site: Site | None) -> tuple[Diagnostic, ...]:
        """Why pages fail that matter now: open ones, failing ones, one of each changed template.

        Each is made, so that a reader who is told of the site finds them ready.
        """
        if site is None:
            return ()
        samples = site.samples if self._untried else ()
        wanted = dict.fromkeys((*self._pages(), *self._failing, *samples))
        made = {path: site.file(path) for path in wanted if path in site.paths}
        failed = {path: why for path, why in made.items() if isinstance(why, tuple)}
        self._failing = tuple(failed)
        return tuple(diagnostic for why in failed.values() for diagnostic in why)

    def _is_same(self, contents: Contents, found: tuple[Diagnostic, ...], *, broken: bool) -> bool:
        """Whether a reader could see no difference between this run and the one before.

        A site and its diagnostics are a function of the files that were read and of which files
        there are; the latter shows in what was read and in diagnostics.
        """
        state = self.state
        return (
            state.checked is not None
            and state.failure is None
            and state.broken is broken
            and self._contents == contents
            and state.diagnostics == found
        )

    def _settle(
        self,
        prepared: Prepared,
        snapshot: Snapshot,
        found: tuple[Diagnostic, ...],
        changed: tuple[str, ...],
        *,
        broken: bool,
    ) -> None:
        """Have readers see this run; the site only if it is good, or if there is none yet."""
        site = prepared.site
        if site is not None and not broken:
            self._rest = self._to_sweep(site, prepared.checked, changed)
            self._before, self._good = self._good, site
            self._untried = False
        shown = self._good or site
        self.state = State(self._build(), shown, found, broken, prepared.checked, snapshot)

    def _to_sweep(self, site: Site, checked: Checked, changed: tuple[str, ...]) -> list[str]:
        """The pages to sweep, the first at the end, without those that are made already."""
        if self._good is None or self._untried:
            pages = sweep.everything(site)
        else:
            likely = sweep.likeliest(site, checked, frozenset(changed), self._number)
            pages = list(dict.fromkeys((*likely, *reversed(self._rest))))
        made = frozenset(self._pages())
        return [path for path in reversed(pages) if path not in made]

    def _go_back(self, site: Site, path: str, why: tuple[Diagnostic, ...]) -> None:
        """A page of the newest site fails: readers get the one before it, if there was one."""
        self._failing = (*self._failing, path)
        self._good = self._before or site
        self._before = None
        found = ordered((*self.state.diagnostics, *why))
        self.state = replace(
            self.state, build=self._build(), site=self._good, diagnostics=found, broken=True
        )

    def _build(self) -> str:
        self._number += 1
        return f"{self._prefix}-{self._number}"


def _changed(seen: Contents, now: Contents, *, whole: bool) -> tuple[str, ...]:
    """The paths of files that hold something else than when they were last read, or are gone.

    A run that was not `whole` came to some files only, and tells nothing of the others. To the
    first run nothing has changed.
    """
    if not seen:
        return ()
    gone = seen.keys() - now.keys() if whole else frozenset()
    return tuple(sorted({*gone, *(path for path in now if seen.get(path) != now[path])}))


def _concern_templates(changed: Iterable[str]) -> bool:
    """Whether files may make templates fail: these, a theme's description, the project's settings.

    Style sheets and pictures may not: of them a template has the names alone.
    """
    return any(
        path == "content/site.yaml"
        or (path.startswith("themes/") and path.endswith((".html", "/theme.yaml")))
        for path in changed
    )


def _in_a_line(problem: Exception, root: Path) -> str:
    """What is in the way, without the folders of this machine: others may read it too."""
    if isinstance(problem, OSError) and problem.strerror:
        path = Path(str(problem.filename or ""))
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        said = f"{name}: {problem.strerror}" if name else problem.strerror
    else:
        said = f"a defect of sitegen: {type(problem).__name__}: {problem}"
    return " ".join(said.split())
