"""The thread that rebuilds: everything that happens to files ends in what a clean build gives."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import Prepared, prepare
from sitegen.memory import Memory
from sitegen.preview import worker
from sitegen.preview.runs import Prepare, RunReport
from sitegen.preview.state import State
from sitegen.preview.watch import Watcher
from sitegen.preview.worker import Worker
from sitegen.snapshot import Snapshot
from tests.preview.small import FACTS, FILES, LETTER, lay_out, save, sources
from tests.preview.waiting import until

FACT = "content/facts/letter.yaml"
LOOKS_SELDOM = 3600.0


class Preview:
    """A worker of a small project, what it published and what it reported."""

    def __init__(self, root: Path) -> None:
        self.root = lay_out(root)
        self.states: list[State] = []
        self.reports: list[RunReport] = []
        self.open: tuple[str, ...] = ()
        self.worker: Worker

    def start(self, run: Prepare = prepare, *, watched: bool = True) -> None:
        self.worker = Worker(
            self.root,
            self.states.append,
            lambda: self.open,
            log=self.reports.append,
            watcher=Watcher(self.root, every=LOOKS_SELDOM) if watched else None,
            prepare=run,
        )
        self.worker.start()
        until(lambda: self.states)

    @property
    def state(self) -> State:
        return self.states[-1]

    def has_published(self, states: int) -> bool:
        return len(self.states) >= states

    def has_no(self, page: str) -> bool:
        return self.state.site is not None and page not in self.state.site.paths

    def save(self, text: str, path: str = FACT) -> None:
        save(self.root / path, text)

    def shows(self, page: str, words: str) -> Callable[[], bool]:
        """Whether a page has these words, as readers see it."""

        def is_so() -> bool:
            site = self.state.site
            if self.state.broken or site is None or page not in site.paths:
                return False
            made = site.file(page)
            return isinstance(made, bytes) and words in made.decode()

        return is_so

    def equals_a_clean_build(self) -> bool:
        clean = prepare(Snapshot(self.root), Memory()).site
        site = self.state.site
        return (
            clean is not None
            and site is not None
            and site.paths == clean.paths
            and all(site.file(path) == clean.file(path) for path in clean.paths)
        )


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    preview = Preview(tmp_path)
    yield preview
    preview.worker.stop()


def test_the_first_run_comes_by_itself(preview: Preview) -> None:
    preview.start()
    assert preview.state.site
    assert not preview.state.broken


def test_a_saved_fact_shows(preview: Preview) -> None:
    preview.start()
    preview.save(FACTS.replace("The lamp was lit.", "A lamp was lit."))
    until(preview.shows("facts/lamp-lit.html", "A lamp was lit."))


def test_a_saved_article_shows(preview: Preview) -> None:
    preview.start()
    other = LETTER.replace("May", "June")
    preview.save(other, "texts/letter.txt")
    preview.save(sources(other), "content/sources.yaml")
    until(preview.shows("sources/letter.html", "June"))
    assert preview.equals_a_clean_build()


def test_a_new_page_shows_and_goes_when_it_is_deleted(preview: Preview) -> None:
    preview.start()
    preview.save("---\ntitle: How we work\n---\nWith care.\n", "content/pages/work.md")
    until(preview.shows("work.html", "With care."))
    (preview.root / "content/pages/work.md").unlink()
    until(lambda: preview.has_no("work.html"))


def test_a_deleted_fact_is_gone(preview: Preview) -> None:
    preview.start()
    preview.save(FACTS[: FACTS.index("  lamp-lit")])
    until(lambda: preview.has_no("facts/lamp-lit.html"))
    assert preview.equals_a_clean_build()


def test_renamed_files_and_folders_change_nothing_but_places(preview: Preview) -> None:
    preview.start()
    (preview.root / FACT).rename(preview.root / "content/facts/other.yaml")
    until(lambda: preview.reports[-1].changed == (FACT, "content/facts/other.yaml"))
    (preview.root / "content/facts").rename(preview.root / "content/moved")
    until(lambda: preview.state.broken)
    (preview.root / "content/moved").rename(preview.root / "content/facts")
    until(lambda: not preview.state.broken)
    assert preview.equals_a_clean_build()


BREAKS = {
    "a slip in a fact": (FACT, FACTS + "  - ["),
    "words that are not there": (FACT, FACTS.replace("exact: The lamp", "exact: The lantern")),
    "a slip in a register": ("content/sources.yaml", "sources: ["),
    "a slip in the settings": ("content/site.yaml", "title: ["),
    "a slip in a template": ("themes/own/fact.html", "{% if %}"),
    "an article with other words": ("texts/letter.txt", "Nothing.\n"),
}


@pytest.mark.parametrize(("path", "text"), BREAKS.values(), ids=BREAKS)
def test_what_breaks_is_told_and_what_mends_it_is_shown(
    preview: Preview, path: str, text: str
) -> None:
    preview.start()
    good = preview.state.site
    preview.save(text, path)
    until(lambda: preview.state.broken)
    assert preview.state.site is good
    assert preview.state.diagnostics
    if path in FILES:
        preview.save(FILES[path], path)
    else:
        (preview.root / path).unlink()
    until(lambda: not preview.state.broken)


@pytest.mark.parametrize("pages", ["in one go", "one by one"])
def test_the_sweep_finds_a_template_that_fails_on_one_page_only(
    pages: str, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_SLICE", 0.0 if pages == "one by one" else 60.0)
    preview.start()
    preview.save(
        '{% extends "default/fact.html" %}{% block content %}'
        '{% if page.fact.id == "lamp-lit" %}{{ page.no_such_field }}{% endif %}{% endblock %}',
        "themes/own/fact.html",
    )
    until(lambda: preview.state.broken)
    assert any(d.code == "template-error" for d in preview.state.diagnostics)
    (preview.root / "themes/own/fact.html").unlink()
    until(lambda: not preview.state.broken)


def test_a_project_that_is_deleted_and_made_again_comes_back(preview: Preview) -> None:
    preview.start()
    for name in ("content", "texts", "themes"):
        shutil.rmtree(preview.root / name)
    until(lambda: preview.state.broken)
    lay_out(preview.root)
    until(lambda: not preview.state.broken)
    preview.save(FACTS.replace("The lamp was lit.", "A lamp was lit."))
    until(preview.shows("facts/lamp-lit.html", "A lamp was lit."))
    assert preview.equals_a_clean_build()


def test_no_run_calls_for_another(preview: Preview) -> None:
    preview.start()
    for number in range(5):
        preview.save(f"{FACTS}# {number}\n")
        until(partial(preview.has_published, number + 2))
        assert preview.state.site
        for path in preview.state.site.paths:  # as readers do
            preview.state.site.file(path)
    assert all(report.changed for report in preview.reports[1:])


def test_a_storm_of_saves_ends_as_a_clean_build_after_few_runs(preview: Preview) -> None:
    preview.start()
    for number in range(10_000):
        preview.save(FACTS.replace("The lamp was lit.", f"A lamp was lit, {number}."))
    preview.save(FACTS.replace("The lamp was lit.", "At last a lamp was lit."))
    until(preview.shows("facts/lamp-lit.html", "At last a lamp was lit."))
    assert preview.equals_a_clean_build()
    assert len(preview.reports) < 50


class Counting:
    """Runs that do nothing but wait for leave, and may fail."""

    def __init__(self) -> None:
        self.begun = self.read = 0
        self.leave = threading.Event()
        self.leave.set()
        self.raised: list[Exception] = []

    def __call__(self, snapshot: Snapshot, memory: Memory) -> Prepared:
        self.begun += 1
        self.leave.wait()
        if self.raised:
            raise self.raised.pop()
        snapshot.read(FACT)
        self.read += 1
        checked: Any = self
        return Prepared(checked, ())


def test_news_during_a_run_leads_to_exactly_one_more(preview: Preview) -> None:
    run = Counting()
    preview.start(run, watched=False)
    run.leave.clear()
    preview.worker.look_again()
    until(lambda: run.begun == 2)
    for _ in range(1000):
        preview.worker.look_again()
    run.leave.set()
    until(lambda: run.read == 3)  # a run that has begun may still see what is saved now
    preview.save("new")
    preview.worker.look_again()
    until(lambda: preview.reports[-1].changed)
    assert run.begun == 4


def test_a_run_on_trial_that_saw_a_file_half_saved_is_told_to_nobody(preview: Preview) -> None:
    begun, leave = threading.Event(), threading.Event()

    def run(snapshot: Snapshot, memory: Memory) -> Prepared:
        prepared = prepare(snapshot, memory)
        if "facts" not in (snapshot.root / FACT).read_text():
            begun.set()
            leave.wait()
        return prepared

    preview.start(run, watched=False)
    preview.save("")
    preview.worker.look_again()
    begun.wait()
    preview.save(FACTS.replace("The lamp was lit.", "A lamp was lit."))
    preview.worker.look_again()
    leave.set()
    until(preview.shows("facts/lamp-lit.html", "A lamp was lit."))
    assert not any(state.broken for state in preview.states)
    assert [report.changed for report in preview.reports] == [(), (FACT,)]


def test_news_that_brings_nothing_keeps_nothing_back(preview: Preview) -> None:
    """What a run on trial has seen is told when the next run has seen the same."""
    begun, leave = threading.Event(), threading.Event()
    leave.set()

    def run(snapshot: Snapshot, memory: Memory) -> Prepared:
        begun.set()
        leave.wait()
        return prepare(snapshot, memory)

    preview.start(run, watched=False)
    preview.save(FACTS.replace("The lamp was lit.", "A lamp was lit."))
    begun.clear()
    leave.clear()
    preview.worker.look_again()
    begun.wait()
    preview.worker.look_again()
    leave.set()
    until(preview.shows("facts/lamp-lit.html", "A lamp was lit."))
    until(lambda: len(preview.reports) == 2)
    assert preview.reports[-1].changed == (FACT,)
    assert preview.reports[-1].shown


def test_a_disk_that_fails_for_a_moment_is_told_to_nobody(preview: Preview) -> None:
    run = Counting()
    preview.start(run, watched=False)
    preview.save("new")
    run.raised = [OSError(5, "Input/output error")]
    preview.worker.look_again()
    until(lambda: preview.reports[-1].changed)
    assert not any(report.failure for report in preview.reports)


def test_a_disk_that_goes_on_failing_is_told_and_tried_until_it_works(preview: Preview) -> None:
    run = Counting()
    preview.start(run, watched=False)
    preview.save("new")
    run.raised = [OSError(5, "Input/output error") for _ in range(5)]
    preview.worker.look_again()
    until(lambda: preview.state.failure == "Input/output error")
    until(lambda: not preview.state.failure)
    assert preview.reports[-1].changed


def test_a_defect_ends_neither_the_thread_nor_the_site(preview: Preview) -> None:
    run = Counting()
    preview.start(run, watched=False)
    run.raised = [ZeroDivisionError("division by zero")]
    preview.worker.look_again()
    until(lambda: preview.state.failure)
    preview.worker.look_again()
    until(lambda: not preview.state.failure)


def test_a_server_that_takes_no_news_does_not_end_the_thread(preview: Preview) -> None:
    taken: list[State] = []

    def publish(state: State) -> None:
        taken.append(state)
        if len(taken) == 1:
            raise RuntimeError("the loop is closed")

    preview.worker = Worker(preview.root, publish, tuple, log=preview.reports.append)
    preview.worker.start()
    until(lambda: any(report.failure for report in preview.reports))
    preview.save(FACTS + "#\n")
    preview.worker.look_again()
    until(lambda: len(taken) == 2)


def test_nothing_is_published_after_the_end(preview: Preview) -> None:
    run = Counting()
    preview.start(run, watched=False)
    run.leave.clear()
    preview.save("new")
    preview.worker.look_again()
    until(lambda: run.begun == 2)
    told = len(preview.states)
    preview.worker.stop()
    run.leave.set()
    until(lambda: not preview.worker._thread.is_alive())
    assert len(preview.states) == told


def test_a_page_that_failed_for_a_reader_is_told_at_once(preview: Preview) -> None:
    preview.start()
    states = len(preview.states)
    preview.worker.failed("facts/lamp-lit.html")  # it does not fail any more
    preview.worker.failed("no/such/page.html")
    preview.save(FACTS + "#\n")
    until(lambda: len(preview.states) > states)
    assert not preview.state.broken
