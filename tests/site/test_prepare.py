"""A site whose files are made when they are asked for: the same files, and no more work."""

from collections import Counter
from pathlib import Path
from threading import Barrier, Thread

import pytest

from sitegen.build import Request, Site, build, prepare
from sitegen.diagnostics import Diagnostic
from sitegen.memory import Memory
from sitegen.render import Failure, Page, Renderer
from sitegen.snapshot import Snapshot
from sitegen.views import Pages, PageView
from sitegen.write.paths import MANIFEST
from tests.incremental import project as small
from tests.incremental.project import EDITS, Edit, appended, deleted, replaced, written
from tests.site.conftest import copy_project
from tests.site.reading import tree

FACT = "facts/toll.html"
HIDDEN = """    redact:
      - {exact: pence, shown_as: '[coins]'}
      - {exact: later, shown_as: '[then]', lines: 5}
"""

LOOKS: dict[str, Edit] = {
    "a template": written("themes/default/fact.html", "{{ page.fact.headline }}"),
    "a template that fails": written("themes/default/fact.html", "{{ page.nothing }}"),
    "the template gone": deleted("themes/default/fact.html"),
    "a style sheet": written("themes/default/styles/99-ours.css", "p { color: teal }\n"),
    "another theme": appended(small.SITE, "theme: dossier\n"),
    "a setting of the theme": appended(small.SITE, "theme_settings:\n  density: compact\n"),
    "an address": appended(small.SITE, "base_url: https://example.org/b\n"),
    "a setting that there is not": appended(small.SITE, "theme_settings:\n  colour: red\n"),
    "a line before all settings": replaced(small.SITE, "title:", "# a comment\ntitle:"),
    "another title": replaced(small.SITE, "title: Bridges", "title: Tolls"),
    "words redacted": replaced(small.SOURCES, "  gazette:\n", f"  gazette:\n{HIDDEN}"),
    "words of a line shown otherwise": replaced(small.SOURCES, "'[then]'", "'[since]'"),
    "a private person": replaced(
        small.PEOPLE,
        "people:\n",
        "people:\n  lodger:\n    name: The later\n    role: a lodger\n    private: true\n",
    ),
    "a text in full": replaced(
        small.SOURCES, "title: A letter", "title: A letter\n    display: full\n    licence: Ours"
    ),
    "a day when a fact was added": replaced(
        small.TOLLS, "    value: 40\n", "    value: 40\n    added: 2024-03-01\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small.write(small.PROJECT, tmp_path / "small")
    return tmp_path / "small"


def files_of(site: Site | None) -> dict[str, bytes | tuple[Diagnostic, ...]]:
    return {} if site is None else {path: site.file(path) for path in sorted(site.paths)}


def site_in(folder: Path, memory: Memory | None = None) -> Site:
    prepared = prepare(Snapshot(folder), memory)
    assert prepared.site is not None, prepared.diagnostics
    return prepared.site


def built(folder: Path, output: Path) -> dict[str, bytes]:
    """What a build writes, but for its own list of that."""
    assert build(Snapshot(folder), Request(output, clean=True, search=False)).outcome is not None
    return {path: content for path, content in tree(output).items() if path != MANIFEST}


def test_the_demonstration_is_made_as_a_build_writes_it(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    assert files_of(site_in(project)) == built(project, tmp_path / "site")


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("an address", "a day when a fact was added", "a text in full"),
        ("words redacted", "a private person"),
        ("a style sheet", "a setting of the theme", "a file of the assets changed"),
    ],
)
def test_every_file_is_as_a_build_writes_it(
    names: tuple[str, ...], folder: Path, tmp_path: Path
) -> None:
    files = small.PROJECT
    for name in names:
        files = {**LOOKS, **EDITS}[name](files)
    small.write(files, folder)
    assert files_of(site_in(folder)) == built(folder, tmp_path / "site")


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Which views were made and which pages rendered, and how often."""
    done: Counter[str] = Counter()
    make, render = Pages.page, Renderer.content

    def made(pages: Pages, path: str) -> PageView:
        done[f"view of {path}"] += 1
        return make(pages, path)

    def rendered(renderer: Renderer, page: Page) -> bytes | Failure:
        done[f"bytes of {page.path}"] += 1
        return render(renderer, page)

    monkeypatch.setattr(Pages, "page", made)
    monkeypatch.setattr(Renderer, "content", rendered)
    return done


def test_only_what_is_asked_for_is_made_and_that_once(folder: Path, work: Counter[str]) -> None:
    site = site_in(folder)
    assert work == {}
    assert site.file(FACT) is site.file(FACT)
    assert work == {f"view of {FACT}": 1, f"bytes of {FACT}": 1}
    site.file("data/facts.json")
    assert len(work) == 2


def test_a_page_that_shows_what_it_showed_is_not_rendered_again(
    folder: Path, work: Counter[str]
) -> None:
    memory = Memory()
    site_in(folder, memory).file(FACT)
    memory.turn()
    small.write(EDITS["a page changed"](small.PROJECT), folder)
    site_in(folder, memory).file(FACT)
    assert work == {f"view of {FACT}": 2, f"bytes of {FACT}": 1}
    memory.turn()
    small.write(LOOKS["another title"](small.PROJECT), folder)
    site_in(folder, memory).file(FACT)
    assert work[f"bytes of {FACT}"] == 2


def test_where_nothing_changed_the_site_is_the_same_one(folder: Path) -> None:
    memory = Memory()
    first = site_in(folder, memory)
    memory.turn()
    assert site_in(folder, memory) is first
    memory.turn()
    small.write(EDITS["a claim changed"](small.PROJECT), folder)
    assert site_in(folder, memory) is not first


def test_a_page_that_many_ask_for_at_once_is_made_once(folder: Path, work: Counter[str]) -> None:
    site = site_in(folder)
    together = Barrier(8)
    given: list[object] = []

    def ask() -> None:
        together.wait()
        given.extend(files_of(site).items())

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(work.values()) == {1}
    alone = files_of(site_in(folder))
    assert sorted(given, key=repr) == sorted(8 * [*alone.items()], key=repr)


def test_the_samples_are_a_page_of_each_template(folder: Path) -> None:
    site = site_in(folder)
    of_samples = [site.views.page(path).template for path in site.samples]
    assert sorted(of_samples) == sorted({page.template for page in site.views})


def test_a_page_that_fails_says_why_and_the_others_are_made(folder: Path) -> None:
    small.write(LOOKS["a template that fails"](small.PROJECT), folder)
    site = site_in(folder)
    (found,) = files_of(site)[FACT]
    assert isinstance(found, Diagnostic)
    assert (found.code, found.fact) == ("template-error", "toll")
    assert found.span is not None
    assert found.span.path == "themes/default/fact.html"
    assert isinstance(site.file("index.html"), bytes)


AGAIN = "all as it was"
SEQUENCE = (
    "a template", "a claim changed", "a style sheet", "a fact added",
    "a template that fails", "the template gone", AGAIN,
    "another theme", "a page changed", AGAIN,
    "a setting of the theme", "a fact removed", AGAIN,
    "a setting that there is not", "a line before all settings", AGAIN,
    "an address", "a day when a fact was added",
    "words redacted", "words of a line shown otherwise", "a fact moved to another file",
    "a private person", "a topic's title changed", "a text in full", AGAIN,
    "an article changed", "the other article mended", "a file of the assets changed",
    "a file renamed", "a file deleted",
)  # fmt: skip


def as_it_was(_: small.Files) -> small.Files:
    return small.PROJECT


def test_a_memory_changes_nothing_whatever_is_edited(folder: Path) -> None:
    edits = {**EDITS, **LOOKS, AGAIN: as_it_was}
    memory = Memory()
    files = small.PROJECT
    published = 0
    for name in SEQUENCE:
        files = edits[name](files)
        small.write(files, folder)
        lived_in, fresh = prepare(Snapshot(folder), memory), prepare(Snapshot(folder))
        assert lived_in.diagnostics == fresh.diagnostics, name
        assert files_of(lived_in.site) == files_of(fresh.site), name
        memory.turn(whole=lived_in.site is not None)
        published += lived_in.site is not None
    assert published > 15
