"""What the tests of publishing share: small sites with links, as a build leaves them."""

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from sitegen import write
from sitegen.publish import Site, built_site
from sitegen.write import MANIFEST
from tests.write.trees import files

Texts = Mapping[str, str]
"""A site as path → text."""

_LINK = re.compile(r'(?:href|src)="([^"]*)"')


def page(*links: str, text: str = "") -> str:
    """A page that leads to these addresses."""
    return "".join(f'<a href="{link}">there</a>\n' for link in links) + text


OLD: Texts = {
    "index.html": page("assets/style.aaaa.css", "facts.html"),
    "facts.html": page("assets/style.aaaa.css", "facts/kept.html", "facts/gone.html"),
    "facts/kept.html": page("../assets/style.aaaa.css", "../index.html"),
    "facts/gone.html": page("../assets/style.aaaa.css"),
    "facts/same.html": page("../index.html"),
    "assets/style.aaaa.css": "old style",
    "data/facts.json": "[1]",
    "feed.xml": "old",
    ".nojekyll": "",
}
NEW: Texts = {
    "index.html": page("assets/style.bbbb.css", "facts.html", "people/ada.html"),
    "facts.html": page("assets/style.bbbb.css", "facts/kept.html", "facts/new.html"),
    "facts/kept.html": page("../assets/style.bbbb.css", "../people/ada.html"),
    "facts/new.html": page("../assets/style.bbbb.css", "../people/ada.html"),
    "facts/same.html": page("../index.html"),
    "people/ada.html": page("../assets/style.bbbb.css", "../facts/new.html"),
    "assets/style.bbbb.css": "new style",
    "data/facts.json": "[1, 2]",
    "feed.xml": "new",
    ".nojekyll": "",
}


def built(folder: Path, texts: Texts) -> Site:
    """A site as a build leaves it in a folder."""
    write.publish(folder, files(texts))
    return built_site(folder)


def standing(folder: Path) -> dict[str, str]:
    """The files of a published folder but for its manifest, and for what git keeps there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode(errors="replace")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST and ".git" not in path.parts
    }


def broken(texts: Texts) -> set[str]:
    """What is missing: assets that any page needs, and pages that links on the way from home want.

    Without a home page there is no way.
    """
    needed = {link for path in texts for link in _links(path, texts) if link.startswith("assets/")}
    seen, waiting = set[str](), ["index.html"] if "index.html" in texts else []
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += _links(path, texts)
    return (seen | needed) - texts.keys()


def _links(path: str, texts: Texts) -> list[str]:
    """Where a page leads within its site."""
    if path not in texts or not path.endswith(".html"):
        return []
    inside = PurePosixPath(path).parent
    links = (link.partition("#")[0] for link in _LINK.findall(texts[path]) if ":" not in link)
    return [os.path.normpath(inside / link) for link in links if link]
