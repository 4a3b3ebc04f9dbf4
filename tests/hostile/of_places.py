"""Files that are no files, lead elsewhere, or lie where nothing reads them."""

import os
from pathlib import Path

from tests.hostile.making import (
    ARTICLE,
    FACTS,
    PAGE,
    PEOPLE,
    SITE,
    SOURCES,
    Hostile,
    prose,
    sources,
)


def _instead(path: str, link: str) -> Hostile:
    """A link in place of a file."""

    def arrange(folder: Path) -> None:
        file = folder / path
        file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.symlink_to(link)

    return Hostile(f"{path}: a link to {link}", {}, arrange)


def _pipe(path: str) -> Hostile:
    def arrange(folder: Path) -> None:
        file = folder / path
        file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(file)

    return Hostile(f"{path}: a pipe", {}, arrange)


def _folder(path: str) -> Hostile:
    def arrange(folder: Path) -> None:
        (folder / path).unlink(missing_ok=True)
        (folder / path).mkdir(parents=True)

    return Hostile(f"{path}: a folder", {}, arrange)


def _deep(folder: Path) -> None:
    current = folder / "content/facts"
    for _ in range(150):
        current /= "a"
    current.mkdir(parents=True)
    (current / "b.yaml").write_text("facts: {c: d}\n", encoding="utf-8")


def _circle(folder: Path) -> None:
    (folder / "content/facts/again").symlink_to("..")


PLACES = (
    *(_instead(path, "/dev/zero") for path in (ARTICLE, PEOPLE, FACTS, PAGE)),
    *(
        _instead(path, "/etc/passwd")
        for path in (ARTICLE, PEOPLE, FACTS, PAGE, "content/assets/a.png")
    ),
    _instead(ARTICLE, "letter.txt"),
    _instead(ARTICLE, "nowhere.txt"),
    _instead(ARTICLE, "/proc/self/mem"),
    _instead(PEOPLE, "nowhere.yaml"),
    _instead(PEOPLE, "people.yaml"),
    *map(_pipe, (ARTICLE, PEOPLE, SITE, SOURCES, FACTS, PAGE, "content/assets/a.png")),
    *map(_folder, (ARTICLE, PEOPLE, SOURCES, FACTS, PAGE)),
    Hostile("facts: a circle of links", {}, _circle),
    Hostile("facts: a hundred and fifty folders deep", {}, _deep),
    Hostile("facts: a file of another ending", {"content/facts/a.yml": "facts: {}\n"}),
    Hostile("facts: a file in capitals", {"content/facts/a.YAML": "facts: {}\n"}),
    Hostile("content: a file that nothing reads", {"content/evil.sh": "#!/bin/sh\n"}),
    Hostile("content: a file with a line end in its name", {"content/a\nb.yaml": "x\n"}),
    Hostile("content: a file with an escape in its name", {"content/a\x1b[2J.yaml": "x\n"}),
    Hostile("content: a file with an override in its name", {"content/a\u202eb.yaml": "x\n"}),
    Hostile("pages: a page below a folder", {"content/pages/a/b.md": prose("x")}),
    Hostile(
        "a source's text: hidden content",
        {SOURCES: sources().replace(ARTICLE, "content/people.yaml")},
    ),
    Hostile("facts: none", {FACTS: None}),
)
