"""`sitegen publish`: a checked and built site is brought to where it is read."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sitegen import build, report
from sitegen.build import Built
from sitegen.cli.build import print_figures, request_of, tell_outcome
from sitegen.cli.exits import Exit
from sitegen.cli.progress import Progress
from sitegen.cli.reports import Printer
from sitegen.config import CACHE_FOLDER, INPUTS, Environment
from sitegen.diagnostics import nearest_name
from sitegen.model import Target
from sitegen.publish import Plan, Publication, Site, TargetError, built_site, make_plan, open_target
from sitegen.report import counted
from sitegen.snapshot import Snapshot
from sitegen.write.working import locked

_SHOWN = 20  # uploads that are named unless -v asks for all
_KILO = 1000
_ATOMIC = "readers have the old site, or the new one if it had arrived; run `sitegen publish` again"
_BROKEN_OFF = (
    "this publication is not complete; no page there lacks what it needs, and the next "
    "`sitegen publish` completes it"
)


def run_publish(arguments: argparse.Namespace, project: Path, environment: Environment) -> int:
    """`sitegen publish`."""
    snapshot = Snapshot(project)
    targets = build.targets(snapshot)
    target = None
    if targets is not None:  # otherwise the check has to say what is wrong with site.yaml
        target = _chosen(arguments.target, targets.by_name)
        if target is None:
            return Exit.USAGE
    base_url = targets.base_url if targets else None
    run = _Run(arguments, project.resolve(), environment, snapshot)
    with _ended_by_signals():
        return run.publish(target, base_url)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a pipeline that is cancelled end as Ctrl-C does, so that no key is left on the disk."""

    def end(*_: object) -> NoReturn:
        for one in (*before, signal.SIGINT):  # what is tidied up now is not cut off by another
            signal.signal(one, signal.SIG_IGN)
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    asked = [getattr(signal, name) for name in names]
    # One that is ignored stays so: that is what nohup is for.
    before = {one: signal.signal(one, end) for one in asked if _is_default(one)}
    try:
        yield
    finally:
        for one, earlier in before.items():
            signal.signal(one, earlier)


def _is_default(one: int) -> bool:
    return signal.getsignal(one) is signal.SIG_DFL


def _chosen(named: str | None, targets: Mapping[str, Target]) -> Target | None:
    """The target that is meant; None, with a word why, where that is not clear."""
    if named is not None and named in targets:
        return targets[named]
    if named is None and len(targets) == 1:
        return next(iter(targets.values()))
    if not targets:
        _say("site.yaml names no place to publish to; add one, as in")
        print("  publish:\n    pages:\n      branch: gh-pages", file=sys.stderr)
    elif named is None:
        _say(f"which target? There are {', '.join(targets)}: sitegen publish {next(iter(targets))}")
    else:
        _say(f"site.yaml has no target “{report.printable(named)}”")
        for hint in nearest_name(named, targets) or (f"there is {', '.join(targets)}",):
            print(f"  hint: {hint}", file=sys.stderr)
    return None


class _Run:
    """One publication, from the check to the last deletion."""

    def __init__(
        self,
        arguments: argparse.Namespace,
        project: Path,
        environment: Environment,
        snapshot: Snapshot,
    ) -> None:
        self.arguments, self.project = arguments, project
        self.environment, self.snapshot = environment, snapshot
        self.in_words = arguments.format == "text"

    def publish(self, target: Target | None, base_url: str | None) -> int:
        """Build, compare, tell, and carry out what was told. `base_url` is site.yaml's own."""
        kept = self.project / CACHE_FOLDER
        kept.mkdir(exist_ok=True)
        # From the build on: another publication would build its own site in the same folder.
        with self._alone(kept):
            built = self._built(target)
            code = tell_outcome(built, self.arguments)
            if target is None or built.outcome is None:
                return self._report(built, None, code)
            address = target.base_url or base_url
            publish: dict[str, Any] = {"target": target.name, "base_url": address}
            try:
                code = self._publish(target, built.outcome.manifest, publish)
            except (OSError, KeyboardInterrupt) as problem:
                if isinstance(problem, BrokenPipeError):  # nobody reads on
                    raise
                publish |= {"published": False, "problem": _told(problem)}
                _say(report.printable(publish["problem"]))
                code = Exit.WORLD if isinstance(problem, OSError) else Exit.INTERRUPTED
            return self._report(built, publish, code)

    @contextmanager
    def _alone(self, folder: Path) -> Iterator[None]:
        """Hold the project’s lock, or say that another publication does."""
        try:
            with locked(folder, busy="another publication is running; let it end"):
                yield
        except BlockingIOError as problem:
            if not self.in_words:
                publish = {"published": False, "problem": _told(problem)}
                print(report.json_text({"publish": publish}))
            raise

    def _publish(self, target: Target, manifest: str, publish: dict[str, Any]) -> Exit:
        """Bring the site with that manifest to a target; what is done is put into `publish`."""
        inputs = [self.project / path for path in (*INPUTS, CACHE_FOLDER)]
        inputs.append(self._output)
        interactive = sys.stdin.isatty()
        with open_target(
            target, self.project, inputs, os.environ, interactive=interactive
        ) as publication:
            site = built_site(self._output, manifest)
            plan = make_plan(site, publication.survey(site))
            if self.in_words:
                self._print_plan(publication, plan)
            publish |= _object(publication, plan)
            code = self._carried_out(publication, site, plan, publish)
        publish["published"] = code is Exit.FINE and not self.arguments.dry_run
        if publish["published"] and self.in_words:
            _print_address(publication, plan, publish["base_url"])
        return code

    @property
    def _output(self) -> Path:
        return Path(self.project, self.arguments.output)

    def _built(self, target: Target | None) -> Built:
        arguments, started = self.arguments, time.perf_counter()
        request = request_of(arguments, self.project, target.base_url if target else None)
        with Progress(sys.stderr, self.environment, quiet=arguments.quiet) as progress:
            built = build.build(self.snapshot, request, progress)
        if self.in_words:
            Printer(arguments, self.environment, self.snapshot).report(
                built.summary, built.diagnostics, {}
            )
            if built.outcome is not None:
                print_figures(built, arguments, time.perf_counter() - started)
        return built

    def _report(self, built: Built, publish: Mapping[str, Any] | None, code: int) -> int:
        """For a program, everything in one object, at the end."""
        if not self.in_words:
            Printer(self.arguments, self.environment, self.snapshot).report(
                built.summary, built.diagnostics, {"publish": publish}
            )
        return code

    def _print_plan(self, publication: Publication, plan: Plan) -> None:
        arguments = self.arguments
        if arguments.quiet and not arguments.dry_run:
            return
        print(f"{publication.place}:")
        everything = arguments.verbose
        uploads = plan.uploads if everything else plan.named[:_SHOWN]
        for upload in uploads:
            sign = "+" if upload.new else "~"
            print(report.printable(f"  {sign} {upload.path}  {_size(upload.size)}"))
        deletes = (*plan.first, *(plan.deletes if everything else plan.lost_addresses))
        for path in deletes:
            print(report.printable(f"  - {path}"))
        unsaid = len(plan.uploads) - len(uploads), len(plan.first + plan.deletes) - len(deletes)
        if any(unsaid):
            words = zip(("to upload", "to delete"), unsaid, strict=True)
            more = " and ".join(f"{counted(n, 'file')} more {what}" for what, n in words if n)
            print(f"  … {more}; -v names all")
        print(f"{_figures(plan)}.")

    def _carried_out(
        self, publication: Publication, site: Site, plan: Plan, publish: dict[str, Any]
    ) -> Exit:
        arguments = self.arguments
        if plan.is_empty or arguments.dry_run:
            return Exit.FINE
        if not self._allowed(plan):
            return Exit.WORLD
        try:
            publication.carry_out(site, plan, self._tell)
        except (OSError, KeyboardInterrupt) as problem:
            publish["problem"] = _told(problem)
            _say(report.printable(publish["problem"]))
            _say(_ATOMIC if publication.at_once else _BROKEN_OFF)
            return Exit.WORLD if isinstance(problem, OSError) else Exit.INTERRUPTED
        return Exit.FINE

    def _allowed(self, plan: Plan) -> bool:
        """Whether so many addresses may go: by the limit, or by whoever can be asked."""
        lost, arguments = plan.lost_addresses, self.arguments
        if arguments.yes or len(lost) <= arguments.max_deletes:
            return True
        addresses = "1 address" if len(lost) == 1 else f"{len(lost)} addresses"
        deletes = f"{addresses} would be deleted, more than {arguments.max_deletes}"
        if any(path.startswith("facts/") for path in lost):
            print(
                "  hint: a fact that has a new id keeps its address with `formerly: [OLD-ID]`",
                file=sys.stderr,
            )
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            _say(f"{deletes}; nothing was published. --max-deletes {len(lost)} or --yes allows it")
            return False
        print(f"{deletes}. Go on? [y/N] ", end="", file=sys.stderr, flush=True)
        if sys.stdin.readline().strip().lower() in {"y", "yes"}:
            return True
        _say("nothing was published")
        return False

    def _tell(self, line: str) -> None:
        if not self.arguments.quiet:
            _say(line)


def _print_address(publication: Publication, plan: Plan, address: str | None) -> None:
    """Where the site can be read now; without an address, where it lies."""
    if address is None and not plan.is_empty:
        _say(
            "no base_url is set, so the site has no canonical links, feeds and sitemap; give "
            "site.yaml, or the target, the address at which it is read"
        )
    print(report.printable(address or publication.place))


def _told(problem: OSError | KeyboardInterrupt) -> str:
    """What stands in the way, in a line."""
    if isinstance(problem, KeyboardInterrupt):
        return "interrupted"
    if isinstance(problem, TargetError) or not problem.strerror:
        return str(problem)
    return f"{problem.filename}: {problem.strerror}" if problem.filename else problem.strerror


def _say(line: str) -> None:
    print(f"sitegen: {line}", file=sys.stderr, flush=True)


def _figures(plan: Plan) -> str:
    """A plan in a line."""
    if plan.is_empty:
        return f"Nothing to do: all {counted(plan.unchanged, 'file')} stand there already"
    new = sum(upload.new for upload in plan.uploads)
    size = sum(upload.size for upload in plan.uploads)
    deleted = len(plan.first) + len(plan.deletes)
    return (
        f"{counted(len(plan.uploads), 'file')} to upload ({new} new, {len(plan.uploads) - new} "
        f"changed, {_size(size)}), {deleted} to delete, {plan.unchanged} there already"
    )


def _size(number: int) -> str:
    """A size in bytes, as a person reads it."""
    if number < _KILO:
        return f"{number} B"
    if number < _KILO**2:
        return f"{number / _KILO:.1f} kB"
    return f"{number / _KILO**2:.1f} MB"


def _object(publication: Publication, plan: Plan) -> dict[str, Any]:
    return {
        "place": publication.place,
        "upload": [{"path": u.path, "bytes": u.size, "new": u.new} for u in plan.uploads],
        "delete": [*plan.first, *plan.deletes],
        "unchanged": plan.unchanged,
    }
