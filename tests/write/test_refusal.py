"""Output folders that must never be written to: refused before any work, and nothing changed."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.write import MANIFEST, publish, refusal
from sitegen.write.working import MARKER
from tests.write.trees import files, snapshot


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a project in it, from which the command is run."""
    project = tmp_path / "home" / "desk" / "project"
    for folder in (
        "content/facts",
        "content/assets",
        "seeds",
        "themes",
        ".git/objects",
        ".sitegen",
    ):
        (project / folder).mkdir(parents=True)
    (project / "content/site.yaml").write_text("title: A project")
    (project / "seeds/one.txt").write_text("An article.")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(project)
    return tmp_path / "home"


def ask(output: str | Path) -> Diagnostic | None:
    project = Path.cwd()
    inputs = [project / "content", project / "seeds", project / "themes", Path("seeds/one.txt")]
    return refusal(Path(output), project, inputs)


def somebodys_files(site: Path) -> None:
    site.mkdir()
    (site / "thesis.odt").write_text("years of work")


def one_more_file(site: Path) -> None:
    publish(site, files({"index.html": "ours", "facts/a.html": "ours"}))
    (site / "facts/notes.txt").write_text("somebody's")


def one_more_folder(site: Path) -> None:
    publish(site, files({"index.html": "ours"}))
    (site / "photos").mkdir()


def a_link_inside(site: Path) -> None:
    publish(site, files({"index.html": "ours", "facts/a.html": "ours"}))
    (site / "facts/a.html").unlink()
    (site / "facts/a.html").symlink_to(site.parent / "content/site.yaml")


def a_linked_folder_inside(site: Path) -> None:
    publish(site, files({"index.html": "ours", "facts/a.html": "ours"}))
    (site / "facts").rename(site.parent / "elsewhere")
    (site / "facts").symlink_to(site.parent / "elsewhere")


def a_pipe(site: Path) -> None:
    os.mkfifo(site)


def a_pipe_inside(site: Path) -> None:
    publish(site, files({"index.html": "ours"}))
    (site / "index.html").unlink()
    os.mkfifo(site / "index.html")


def manifest_of(content: str | bytes) -> Callable[[Path], None]:
    def make(site: Path) -> None:
        site.mkdir()
        raw = content.encode() if isinstance(content, str) else content
        (site / MANIFEST).write_bytes(raw)

    return make


def a_linked_manifest(site: Path) -> None:
    publish(site, files({"index.html": "ours"}))
    (site / MANIFEST).rename(site.parent / "manifest")
    (site / MANIFEST).symlink_to(site.parent / "manifest")


def a_link_to_an_empty_folder(site: Path) -> None:
    (site.parent / "x").mkdir()
    site.symlink_to("x")


def a_socket(site: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("site")


def a_working_folder_of_others(site: Path) -> None:
    (site.parent / ".site.sitegen").mkdir()
    (site.parent / ".site.sitegen/letters").mkdir()


def a_linked_working_folder(site: Path) -> None:
    (site.parent / ".site.sitegen").symlink_to(site.parent / "content")


def a_marker_that_is_a_folder(site: Path) -> None:
    (site.parent / ".site.sitegen" / MARKER).mkdir(parents=True)


def in_a_subfolder(site: Path) -> None:
    (site / "below").mkdir(parents=True)
    os.chdir(site / "below")


def nothing(site: Path) -> None:
    pass


def escaping(path: str) -> str:
    return json.dumps({"version": 1, "files": {path: "0" * 32}})


REFUSED: dict[str, tuple[Callable[[Path], object], str, str]] = {
    # what lies there, the name given, a part of the reason
    "the root": (nothing, "/", "the root of the file system"),
    "the root, spelt differently": (nothing, "/usr/..", "the root of the file system"),
    "the home folder": (nothing, "{home}", "your home folder"),
    "around the home folder": (nothing, "{home}/..", "holds the project"),
    "the project": (nothing, ".", "the project"),
    "the project by another spelling": (nothing, "content/..", "the project"),
    "the project in another case": (nothing, "{home}/desk/PROJECT", "the project"),
    "a parent of the project": (nothing, "..", "holds the project"),
    "the content": (nothing, "content", "built from it"),
    "the content with a slash": (nothing, "content/", "built from it"),
    "the content in another case": (nothing, "Content", "built from it"),
    "the content by a detour": (nothing, "seeds/../content", "built from it"),
    "within the content": (nothing, "content/assets/site", "lies in"),
    "within the content in another case": (nothing, "CONTENT/site", "lies in"),
    "the articles": (nothing, "seeds", "built from it"),
    "an article": (nothing, "seeds/one.txt", "built from it"),
    "within a theme": (nothing, "themes/site", "lies in"),
    "within .git": (nothing, ".git/site", ".git"),
    ".git in another case": (nothing, ".GIT", ".GIT"),
    "the cache": (nothing, ".sitegen", ".sitegen"),
    "a working folder": (nothing, ".other.sitegen/next", ".other.sitegen"),
    "a link": (lambda site: site.symlink_to("content"), "site", "built from it"),
    "a link to an empty folder": (
        a_link_to_an_empty_folder,
        "site",
        "a symbolic link to x",
    ),
    "a link with a slash": (
        a_link_to_an_empty_folder,
        "site/",
        "a symbolic link to x",
    ),
    "a dangling link": (lambda site: site.symlink_to("gone"), "site", "a symbolic link to gone"),
    "a link to itself": (lambda site: site.symlink_to("site"), "site", "a symbolic link"),
    "a file": (lambda site: site.write_text("mine"), "site", "not a folder"),
    "below a file": (lambda site: site.write_text("mine"), "site/below", "a file stands"),
    "a device": (nothing, "/dev/null", "not a folder"),
    "a pipe": (a_pipe, "site", "not a folder"),
    "a socket": (a_socket, "site", "not a folder"),
    "somebody's folder": (somebodys_files, "site", "holds thesis.odt"),
    "one more file": (one_more_file, "site", "holds facts/notes.txt"),
    "one more folder": (one_more_folder, "site", "holds photos"),
    "a link inside": (a_link_inside, "site", "facts/a.html, a symbolic link"),
    "a linked folder inside": (a_linked_folder_inside, "site", "facts, a symbolic link"),
    "a pipe inside": (a_pipe_inside, "site", "holds index.html"),
    "within another site": (
        lambda site: publish(site, files({"index.html": "ours"})),
        "site/facts/more",
        "lies in another site",
    ),
    "an unreadable manifest": (manifest_of('{"version": 1, "files"'), "site", "not readable"),
    "a manifest of bytes": (manifest_of(b"\xff\xfe\x00"), "site", "not readable"),
    "a manifest too deep": (manifest_of("[" * 100_000), "site", "not readable"),
    "somebody else's manifest": (manifest_of('{"name": "x"}'), "site", "not written by sitegen"),
    "a later manifest": (manifest_of('{"version": 2, "files": {}}'), "site", "another version"),
    "a manifest that leaves": (
        manifest_of(escaping("../content/site.yaml")),
        "site",
        "not written",
    ),
    "a manifest of root": (manifest_of(escaping("/etc/passwd")), "site", "not written"),
    "a linked manifest": (a_linked_manifest, "site", "is not a file"),
    "somebody's working folder": (a_working_folder_of_others, "site", "holds letters"),
    "a linked working folder": (a_linked_working_folder, "site", "not a folder"),
    "a false marker": (a_marker_that_is_a_folder, "site", MARKER),
    "around the current folder": (in_a_subfolder, "{home}/desk/project/site", "the current folder"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(home: Path, name: str) -> None:
    make, output, reason = REFUSED[name]
    project = Path.cwd()
    make(project / "site")
    before = snapshot(home)
    inputs = [project / "content", project / "seeds", project / "themes", project / "seeds/one.txt"]

    found = refusal(Path(output.format(home=home)), project, inputs)

    assert found is not None
    assert found.code == "unsafe-output"
    assert reason in found.message
    assert "\n" not in found.message
    assert found.hints
    assert snapshot(home) == before


def test_the_message_names_the_folder_the_reason_and_the_entry(home: Path) -> None:
    somebodys_files(home / "desk/project/site")
    found = ask("site")
    assert found is not None
    assert found.message == (
        f"{home}/desk/project/site cannot be the output folder: "
        "it holds thesis.odt, and sitegen did not make this folder"
    )


def test_a_strange_name_stays_on_one_line(home: Path) -> None:
    (home / "desk/project/site").mkdir()
    name = b"a\n\x1b[31m\xff"
    Path(os.fsdecode(os.fsencode(home) + b"/desk/project/site/" + name)).touch()
    found = ask("site")
    assert found is not None
    assert r"holds a\n\x1b[31m\udcff," in found.message


def two_sites(site: Path) -> None:
    publish(site, files({"index.html": "one"}))
    publish(site, files({"index.html": "two", "facts/a.html": "x"}))


def litter(site: Path) -> None:
    two_sites(site)
    for name in (".DS_Store", "facts/Thumbs.db", "facts/desktop.ini"):
        (site / name).touch()


def an_inspected_folder(site: Path) -> None:
    site.mkdir()
    (site / ".DS_Store").touch()


def a_lost_file(site: Path) -> None:
    two_sites(site)
    (site / "index.html").unlink()


ACCEPTED: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing there": (nothing, "site"),
    "nor a parent": (nothing, "a/b/site"),
    "an empty folder": (lambda site: site.mkdir(), "site"),
    "a folder that a desktop looked at": (
        an_inspected_folder,
        "site",
    ),
    "our own site": (two_sites, "site"),
    "our own site with a slash": (two_sites, "./site/"),
    "our own site with litter": (litter, "site"),
    "our own site with a file lost": (
        a_lost_file,
        "site",
    ),
    "beside the project": (nothing, "../site"),
    "a name that starts like an input": (nothing, "content-site"),
    "a name as long as they get": (nothing, "n" * 250),
    "an empty working folder": (
        lambda site: (site.parent / ".site.sitegen").mkdir(),
        "site",
    ),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(home: Path, name: str) -> None:
    make, output = ACCEPTED[name]
    make(home / "desk/project/site")
    before = snapshot(home)
    assert ask(output) is None
    assert snapshot(home) == before
    publish(Path(output), files({"index.html": "new"}))
    assert ask(output) is None


def test_a_link_on_the_way_is_followed(home: Path) -> None:
    (home / "desk/project/elsewhere").mkdir()
    (home / "desk/project/way").symlink_to("elsewhere")
    assert ask("way/site") is None
    (home / "desk/project/shortcut").symlink_to("content")
    found = ask("shortcut/site")
    assert found is not None
    assert "lies in" in found.message


@pytest.mark.parametrize(
    "make",
    [somebodys_files, one_more_file, one_more_folder, a_link_inside, a_pipe_inside],
    ids=lambda make: make.__name__,
)
def test_what_appears_after_the_question_is_not_touched_either(
    home: Path, make: Callable[[Path], None]
) -> None:
    site = home / "desk/project/site"
    make(site)
    before = snapshot(site)
    with pytest.raises(FileExistsError, match="sitegen did not write this"):
        publish(site, files({"index.html": "new"}))
    assert snapshot(site) == before


@pytest.mark.parametrize("make", [a_working_folder_of_others, a_linked_working_folder])
def test_somebody_elses_working_folder_is_not_used(
    home: Path, make: Callable[[Path], None]
) -> None:
    make(home / "desk/project/site")
    before = snapshot(home)
    with pytest.raises(FileExistsError):
        publish(home / "desk/project/site", files({"index.html": "new"}))
    assert snapshot(home) == before
