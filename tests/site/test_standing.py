"""A build that would change nothing ends at once, and tells what the latest one found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build import Built, Request, anew, build, standing
from sitegen.frozen import replace
from sitegen.snapshot import Snapshot
from tests.site.conftest import copy_project
from tests.site.reading import tree

FACTS = "content/facts/inquisitr-2018.yaml"
ARTICLE = "seeds/000_d7dad9e8aa4a4493.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the demonstration that was built."""
    copy_project(tmp_path / "project")
    assert build(Snapshot(tmp_path / "project"), asked(tmp_path / "project")).outcome is not None
    return tmp_path / "project"


def asked(root: Path) -> Request:
    return Request(root / "site", search=False)


def again(root: Path, monkeypatch: pytest.MonkeyPatch, request: Request | None = None) -> bool:
    """Whether a build would do any work."""

    class Works(Exception):  # noqa: N818 - it is no error
        pass

    def working(*_: object) -> Built:
        raise Works

    monkeypatch.setattr(anew, "build_anew", working)
    try:
        build(Snapshot(root), request or asked(root))
    except Works:
        return True
    return False


def test_nothing_is_done_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(project / "site")
    assert not again(project, monkeypatch)
    assert tree(project / "site") == before


def test_what_was_found_is_told_again(project: Path) -> None:
    edit(project, FACTS, "facts:\n", "facts:\n" + DENIED)
    first = build(Snapshot(project), asked(project))
    second = build(Snapshot(project), asked(project))
    assert [d.code for d in first.diagnostics] == [
        "claim-negation",
        "claim-name",
        "quote-headline",
    ]
    assert repr(second.diagnostics) == repr(first.diagnostics)
    assert second.summary == first.summary
    assert second.reused == len(first.rendered) + first.reused
    assert (second.search, second.rendered) == (first.search, ())


DENIED = (
    "  a-denial:\n    kind: claim\n    claim: He is not in Hollywood.\n"
    "    cite:\n      source: inquisitr-2018\n      lines: 1\n      exact: Kanye West\n"
)


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(path: str) -> Callable[[Path], object]:
    def adding(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("facts: {}\n")

    return adding


CHANGES: dict[str, Callable[[Path], object]] = {
    "a comment in a file of facts": lambda root: edit(root, FACTS, "facts:", "# of 2018\nfacts:"),
    "a letter of an article": lambda root: edit(root, ARTICLE, "Kanye", "Kanyf"),
    "a file of facts more": add("content/facts/new.yaml"),
    "a file of facts less": lambda root: (root / FACTS).unlink(),
    "a file of facts under another name": lambda root: (root / FACTS).rename(
        root / FACTS.replace("inq", "the-inq")
    ),
    "a file that nobody reads": add("content/notes.txt"),
    "a theme": add("themes/ours/notes.html"),
    "topics that were not there": lambda root: (root / "content/topics.yaml").unlink(),
    "a page of the site edited": lambda root: (root / "site/index.html").write_text("mine"),
    "a page of the site lost": lambda root: (root / "site/facts.html").unlink(),
    "a stranger's file in the site": add("site/notes.txt"),
    "the manifest lost": lambda root: (root / "site/.sitegen-manifest.json").unlink(),
    "the site lost": lambda root: (root / "site").rename(root / "elsewhere"),
    "what was kept lost": lambda root: next(root.glob(".sitegen/built*")).unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_differs_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    change(project)
    assert again(project, monkeypatch)


@pytest.mark.parametrize(
    "other",
    [
        {"base_url": "https://example.org/"},
        {"theme": "dossier"},
        {"strict": True},
        {"search": True},
        {"clean": True},
        {"output": "public"},
    ],
    ids=repr,
)
def test_what_is_asked_for_otherwise_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch, other: dict[str, object]
) -> None:
    request = asked(project)
    if "output" in other:
        other = {"output": project / "public"}
    assert again(project, monkeypatch, replace(request, **other))  # type: ignore[arg-type]  # of any field


def test_another_program_builds(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.site.engine", lambda: "another")
    assert again(project, monkeypatch)


def test_a_program_is_known_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "sitegen"
    (package / "build").mkdir(parents=True)
    for name in ("a.py", "build/standing.py"):
        (package / name).write_text("one")
    monkeypatch.setattr(standing, "__file__", str(package / "build/standing.py"))
    first = standing.engine()
    assert standing.engine() == first
    (package / "a.py").write_text("other")
    second = standing.engine()
    (package / "b.py").write_text("")
    assert len({first, second, standing.engine()}) == 3


def test_a_build_that_published_nothing_is_not_remembered(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project, FACTS, "kind: quote", "kind: quotation")
    build(Snapshot(project), asked(project))
    assert again(project, monkeypatch)


def test_what_another_build_published_meanwhile_is_not_taken_for_ours(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (project / FACTS).read_text(encoding="utf-8")
    remember = standing.remember

    def after_another_build(*ours: object) -> None:
        monkeypatch.setattr(anew, "remember", remember)
        edit(project, FACTS, "facts:", "# again\nfacts:")
        edit(project, "content/site.yaml", "title: ", "title: Another ")
        build(Snapshot(project), asked(project))
        remember(*ours)  # type: ignore[arg-type]  # as it was called

    edit(project, FACTS, "facts:", "# once\nfacts:")
    site = (project / "content/site.yaml").read_text(encoding="utf-8")
    monkeypatch.setattr(anew, "remember", after_another_build)
    build(Snapshot(project), asked(project))
    (project / FACTS).write_text(text.replace("facts:", "# once\nfacts:", 1), encoding="utf-8")
    (project / "content/site.yaml").write_text(site, encoding="utf-8")
    build(Snapshot(project), asked(project))
    build(Snapshot(project), replace(asked(project), output=project / "fresh"))
    assert tree(project / "site") == tree(project / "fresh")


def test_a_folder_where_a_file_may_stand_is_seen(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = project / "content/topics.yaml"
    people.unlink()
    for page in (project / "content/pages").glob("*.md"):
        page.unlink()
    build(Snapshot(project), asked(project))
    before = [d.code for d in build(Snapshot(project), asked(project)).diagnostics]
    people.mkdir()
    after = build(Snapshot(project), asked(project)).diagnostics
    clean = build(Snapshot(project), replace(asked(project), clean=True)).diagnostics
    assert repr(after) == repr(clean)
    assert [d.code for d in after] != before


@pytest.mark.parametrize("path", [ARTICLE, "content/sources.yaml", FACTS])
def test_what_has_grown_too_large_is_told_as_a_clean_build_tells_it(
    project: Path, path: str
) -> None:
    with (project / path).open("r+b") as file:
        file.truncate(20_000_000_000)  # a hole takes no room; reading it would
    told = build(Snapshot(project), asked(project)).diagnostics
    clean = build(Snapshot(project), replace(asked(project), clean=True)).diagnostics
    assert repr(told) == repr(clean)
    assert told


def test_a_name_that_is_no_text_is_remembered_too(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        (project / "content" / ".x\udcff").write_bytes(b"")
    except OSError:
        pytest.skip("this file system has no such names")
    assert build(Snapshot(project), asked(project)).outcome is not None
    assert not again(project, monkeypatch)


def test_a_link_to_nowhere_in_the_program_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "sitegen"
    (package / "build").mkdir(parents=True)
    (package / ".#a.py").symlink_to("nobody@nowhere")
    monkeypatch.setattr(standing, "__file__", str(package / "build/standing.py"))
    assert standing.engine() == standing.engine()
