"""What readers see of each run, with runs made up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import Prepared
from sitegen.diagnostics import Diagnostic, Span, error, warning
from sitegen.memory import Memory
from sitegen.preview.runs import Runs
from sitegen.snapshot import Snapshot
from tests.preview.small import save


def problem(message: str, path: str = "content/facts/a.yaml") -> Diagnostic:
    return error("template-error", message, Span(path, 1, 1, 1, 1))


READ = (
    "content/facts/a.yaml",
    "content/site.yaml",
    "themes/own/assets/logo.svg",
    "themes/own/fact.html",
    "themes/own/styles/50-own.css",
    "themes/own/theme.yaml",
    "../outside",
)


@dataclass
class MadeUp:
    """A site whose pages are what the test says, or fail."""

    pages: tuple[str, ...]
    samples: tuple[str, ...] = ()
    failing: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(self.pages)

    def file(self, path: str) -> bytes | tuple[Diagnostic, ...]:
        self.made.append(path)
        if path in self.failing:
            return (problem(self.failing[path], "themes/own/fact.html"),)
        return path.encode()


class Project:
    """A folder with one file, and the runs over it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.open: tuple[str, ...] = ()
        self.site: MadeUp | None = MadeUp(("a.html", "b.html", "index.html"), ("a.html",))
        self.found: tuple[Diagnostic, ...] = ()
        self.raised: Exception | None = None
        self.whole: list[bool] = []
        self.read: tuple[str, ...] = READ
        self.save("first")
        self.runs = Runs(root, self._pages, prepare=self._prepare)
        self.runs._memory = _Turning(self.whole)

    def save(self, text: str, path: str = "content/facts/a.yaml") -> None:
        save(self.root / path, text)

    def _pages(self) -> Iterable[str]:
        return self.open

    def _prepare(self, snapshot: Snapshot, memory: Memory) -> Prepared:
        if self.raised:
            raise self.raised
        for path in self.read:
            snapshot.read(path)
        checked: Any = object()
        site: Any = self.site
        return Prepared(checked, self.found, site)


class _Turning(Memory):
    def __init__(self, whole: list[bool]) -> None:
        super().__init__()
        self._told = whole

    def turn(self, *, whole: bool = True) -> None:
        self._told.append(whole)
        super().turn(whole=whole)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def sweep(runs: Runs) -> bool:
    return any(list(runs.sweep()))


def shown(project: Project) -> Any:
    return project.runs.state.site


def test_the_first_run_shows_the_site(project: Project) -> None:
    report = project.runs.run()
    assert shown(project) is project.site
    assert report.shown
    assert report.changed == ()
    assert not project.runs.state.broken


def test_a_change_shows_another_state_and_is_named(project: Project) -> None:
    project.runs.run()
    first = project.runs.state
    project.save("second")
    assert project.runs.run().changed == ("content/facts/a.yaml",)
    assert project.runs.state.build != first.build


def test_a_run_that_was_stopped_names_nothing_that_it_did_not_come_to(project: Project) -> None:
    """As a slip in a file of facts stops a run before it reads the theme."""
    project.save("a template", "themes/own/fact.html")
    project.runs.run()
    good, project.site, project.read = project.site, None, READ[:2]
    project.save("a slip")
    assert project.runs.run().changed == ("content/facts/a.yaml",)
    assert "themes/own/fact.html" in project.runs.read  # so that it is watched
    project.site, project.read = good, READ
    project.save("mended")
    assert project.runs.run().changed == ("content/facts/a.yaml",)
    (project.root / "themes/own/fact.html").unlink()
    assert project.runs.run().changed == ("themes/own/fact.html",)


def test_where_nothing_differs_the_state_stays(project: Project) -> None:
    project.runs.run()
    first = project.runs.state
    project.save("first")
    report = project.runs.run()
    assert not report.shown
    assert project.runs.state is first


def test_where_only_a_diagnostic_differs_another_state_is_shown(project: Project) -> None:
    project.runs.run()
    first = project.runs.state
    project.found = (warning("stray-file", "a file that nothing reads", None),)
    assert project.runs.run().warnings == 1
    assert project.runs.state.build != first.build


def test_two_servers_never_name_a_build_alike(tmp_path: Path) -> None:
    one, other = Project(tmp_path), Project(tmp_path)
    one.runs.run()
    other.runs.run()
    assert one.runs.state.build != other.runs.state.build


def test_a_broken_run_keeps_the_last_good_site_and_tells_its_own_errors(project: Project) -> None:
    project.runs.run()
    good = shown(project)
    project.site, project.found = None, (problem("an error"),)
    project.save("broken")
    report = project.runs.run()
    assert report.broken
    assert report.errors == 1
    assert shown(project) is good
    assert project.runs.state.broken
    assert project.runs.state.diagnostics == project.found


def test_a_mended_run_shows_its_site(project: Project) -> None:
    project.runs.run()
    site, project.site = project.site, None
    project.save("broken")
    project.runs.run()
    project.site = site
    project.save("mended")
    project.runs.run()
    assert not project.runs.state.broken
    assert shown(project) is project.site


def test_going_back_to_the_very_bytes_from_before_an_error_shows_that_it_is_gone(
    project: Project,
) -> None:
    project.runs.run()
    site, project.site = project.site, None
    project.save("broken")
    project.runs.run()
    project.site = site
    project.save("first")
    assert project.runs.run().shown
    assert not project.runs.state.broken


def test_where_the_first_run_is_broken_there_is_no_site(project: Project) -> None:
    project.site, project.found = None, (problem("an error"),)
    project.runs.run()
    assert shown(project) is None
    assert project.runs.state.broken


def test_open_pages_are_made_before_the_state_is_there(project: Project) -> None:
    project.open = ("b.html", "gone.html")
    project.runs.run()
    assert project.site
    assert project.site.made == ["b.html"]


def test_an_open_page_that_fails_breaks_the_run(project: Project) -> None:
    project.runs.run()
    good, project.open = shown(project), ("b.html",)
    project.site = MadeUp(("b.html",), failing={"b.html": "no such field"})
    project.save("second")
    assert project.runs.run().broken
    assert shown(project) is good
    assert [d.message for d in project.runs.state.diagnostics] == ["no such field"]


@pytest.mark.parametrize(
    "path", ["themes/own/fact.html", "themes/own/theme.yaml", "content/site.yaml"]
)
def test_where_templates_may_fail_a_page_of_each_is_tried(project: Project, path: str) -> None:
    project.runs.run()
    project.site = MadeUp(("a.html", "b.html"), ("a.html",), {"a.html": "no such field"})
    project.save("second", path)
    assert project.runs.run().broken


@pytest.mark.parametrize("path", ["themes/own/styles/50-own.css", "themes/own/assets/logo.svg"])
def test_a_style_sheet_or_picture_tries_no_template(project: Project, path: str) -> None:
    project.runs.run()
    project.site = MadeUp(("a.html", "b.html"), ("a.html",))
    project.save("second", path)
    assert project.runs.run().changed == (path,)
    assert project.site.made == []


def test_looks_that_changed_while_a_run_was_broken_are_tried_when_it_is_mended(
    project: Project,
) -> None:
    project.runs.run()
    project.site = None
    project.save("second", "themes/own/fact.html")
    project.runs.run()
    project.site = MadeUp(("a.html", "b.html"), ("a.html",), {"a.html": "no such field"})
    project.save("mended")
    assert project.runs.run().broken


def test_a_sweep_makes_every_other_page_once(project: Project) -> None:
    project.open = ("b.html",)
    project.runs.run()
    assert not sweep(project.runs)
    assert not sweep(project.runs)
    assert project.site
    assert project.site.made == ["b.html", "a.html", "index.html"]


def test_a_sweep_that_was_left_goes_on(project: Project) -> None:
    project.runs.run()
    next(project.runs.sweep())
    sweep(project.runs)
    assert project.site
    assert project.site.made == ["a.html", "b.html", "index.html"]


def test_a_page_that_fails_in_the_sweep_goes_back_to_the_last_good_site(project: Project) -> None:
    project.runs.run()
    sweep(project.runs)
    good = shown(project)
    project.site = MadeUp(("a.html", "b.html"), failing={"b.html": "no such field"})
    project.save("second")
    project.runs.run()
    told = project.runs.state
    assert sweep(project.runs)
    assert shown(project) is good
    assert project.runs.state.broken
    assert project.runs.state.build != told.build
    assert [d.message for d in project.runs.state.diagnostics] == ["no such field"]


def test_the_first_site_stays_where_a_page_of_it_fails(project: Project) -> None:
    project.site = MadeUp(("a.html", "b.html"), failing={"b.html": "no such field"})
    project.runs.run()
    sweep(project.runs)
    assert shown(project) is project.site
    assert project.runs.state.broken


def test_a_page_that_failed_is_tried_before_the_next_site_is_shown(project: Project) -> None:
    project.runs.run()
    good = shown(project)
    project.site = MadeUp(("a.html", "b.html"), failing={"b.html": "no such field"})
    project.save("second")
    project.runs.run()
    sweep(project.runs)
    project.site = MadeUp(("a.html", "b.html"), failing={"b.html": "no such field"})
    project.save("third")
    assert project.runs.run().broken
    assert shown(project) is good
    project.site = MadeUp(("a.html", "b.html"))
    project.save("fourth")
    assert not project.runs.run().broken
    assert not sweep(project.runs)


def test_a_page_that_a_reader_found_failing_is_swept_first(project: Project) -> None:
    project.site = MadeUp(("a.html", "b.html"), failing={"b.html": "no such field"})
    project.runs.run()
    project.runs.suspect("b.html")
    project.runs.suspect("never.html")
    assert sweep(project.runs)
    assert project.site.made == ["b.html"]


def test_a_failure_is_told_in_a_line_and_keeps_the_site(project: Project) -> None:
    project.runs.run()
    good = shown(project)
    report = project.runs.fail(PermissionError(13, "Permission denied", f"{project.root}/a\nb"))
    assert report.failure == "a b: Permission denied"
    assert project.runs.state.failure == report.failure
    assert shown(project) is good
    assert project.runs.state.broken


def test_of_a_file_elsewhere_only_the_name_is_told(project: Project) -> None:
    report = project.runs.fail(PermissionError(13, "Permission denied", "/home/ada/secret.yaml"))
    assert report.failure == "secret.yaml: Permission denied"


def test_a_defect_is_told_as_one(project: Project) -> None:
    report = project.runs.fail(_raised(lambda: dict[str, str]()["x"]))
    assert report.failure == "a defect of sitegen: KeyError: 'x'"
    assert "Traceback" in (report.trace or "")


def test_the_same_failure_again_is_not_told_anew(project: Project) -> None:
    project.runs.fail(OSError(5, "Input/output error"))
    state = project.runs.state
    assert not project.runs.fail(OSError(5, "Input/output error")).shown
    assert project.runs.state is state


def test_after_a_failure_the_same_files_show_again(project: Project) -> None:
    project.runs.run()
    project.runs.fail(OSError(5, "Input/output error"))
    assert project.runs.run().shown
    assert project.runs.state.failure is None
    assert not project.runs.state.broken


def test_files_that_were_read_or_missed_are_named_but_none_outside(project: Project) -> None:
    project.runs.run()
    assert project.runs.read == READ[:-1]


def test_only_a_run_that_came_to_a_site_lets_the_memory_forget(project: Project) -> None:
    project.runs.run()
    project.site = None
    project.runs.run()
    project.raised = KeyError("x")
    with pytest.raises(KeyError):
        project.runs.run()
    assert project.whole == [True, False, False]


def _raised(work: Callable[[], object]) -> Exception:
    try:
        work()
    except Exception as problem:
        return problem
    raise AssertionError
