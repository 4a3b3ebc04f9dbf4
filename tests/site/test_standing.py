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
