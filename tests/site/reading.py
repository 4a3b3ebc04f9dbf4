"""Reads a built site as a browser would: its pages, ids, links and marks."""

import gzip
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@dataclass(slots=True)
class Mark:
    """A `<mark>`: its id, the facts that it names, the line that holds it, and its text."""

    id: str | None
    facts: list[str]
    line: str | None
    text: str = ""


@dataclass(slots=True)
class Page:
    """A page by what can be asked of it."""

    path: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.open: list[tuple[str, Mark | None]] = []
        self.line: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        identifier = values.get("id")
        if identifier is not None:
            self.page.ids.append(identifier)
            if identifier[:1] == "L" and identifier[1:].isdecimal():
                self.line = identifier
        self.page.links += (
            link for name in ("href", "src") if (link := values.get(name)) is not None
        )
        mark = None
        if tag == "mark" and "data-facts" in values:
            mark = Mark(identifier, (values["data-facts"] or "").split(), self.line)
            self.page.marks.append(mark)
        if tag not in _VOID:
            self.open.append((tag, mark))

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, _ = self.open.pop()
            if name == tag:
                return

    def handle_data(self, text: str) -> None:
        self.page.text += text
        for _, mark in self.open:
            if mark:
                mark.text += text


def read_site(folder: Path) -> dict[str, Page]:
    """Every page of a site by its path."""
    return {
        path: read_page(folder, path)
        for file in sorted(folder.rglob("*.html"))
        if (path := file.relative_to(folder).as_posix())
    }


def read_page(folder: Path, path: str) -> Page:
    """One page of a site."""
    page = Page(path)
    reader = _Reader(page)
    reader.feed((folder / path).read_text(encoding="utf-8"))
    reader.close()
    return page


def broken_links(folder: Path, pages: dict[str, Page]) -> list[str]:
    """Every link below the site whose file or anchor is not there, as "page -> link"."""
    return [
        f"{page.path} -> {link}"
        for page in pages.values()
        for link in page.links
        if not _leads_somewhere(folder, pages, page, link)
    ]


def _leads_somewhere(folder: Path, pages: dict[str, Page], page: Page, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = normpath(join(page.path, "..", unquote(parts.path))) if parts.path else page.path
    if target.startswith("..") or not (folder / target).is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in pages[target].ids


def opened(content: bytes) -> bytes:
    """What a file says: of those that are packed, such as a search index, what was packed."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
