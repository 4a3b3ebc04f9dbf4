"""What a site's files say, whatever made them: links, ids and words, without the markup."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

_HASHED = re.compile(r"\.[0-9a-f]{10,64}\.(?=\w+$)")
_WORDS = re.compile(r"\w[\w,.’'-]*\w|\w")


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a file. Links are paths on the site, or addresses elsewhere."""

    links: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    title: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)


def named(path: str) -> str:
    """A file's path, with a star for the hash of its content."""
    return _HASHED.sub(".*.", path)


def contents(path: str, content: bytes, base: str) -> Contents:
    """What stands in a file of the site at an address; of an unknown kind its bytes, stripped."""
    read = _READERS.get(Path(path).suffix)
    return read(path, content, base) if read else Contents(words=Counter([str(content.strip())]))


class _Page(HTMLParser):
    """Gathers what a page has. Words are those within `main`."""

    def __init__(self, address: str, base: str) -> None:
        super().__init__()
        self.address, self.base = address, base
        self.found = Contents()
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "href" and value is not None:
                self.found.links[_on_site(urljoin(self.address, value), self.base)] += 1
            elif name == "id" and value is not None:
                self.found.ids[value] += 1
        if tag in ("main", "title"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self.inside:
            words = self.found.title if self.inside[-1] == "title" else self.found.words
            words.update(_WORDS.findall(data))


def _on_site(address: str, base: str) -> str:
    if not address.startswith(base):
        return address
    path, hash_sign, fragment = address.removeprefix(base).partition("#")
    return f"{named(path or 'index.html')}{hash_sign}{fragment}"


def _page(path: str, content: bytes, base: str) -> Contents:
    page = _Page(f"{base}{path}", base)
    page.feed(content.decode())
    page.close()
    return page.found


def _xml(path: str, content: bytes, base: str) -> Contents:
    found = Contents()
    for element in ElementTree.fromstring(content).iter():  # noqa: S314 - made a moment ago
        name = element.tag.rpartition("}")[2]
        text = (element.text or "").strip()
        if name in ("loc", "id"):
            found.links[_on_site(text, base)] += 1
        elif "href" in element.attrib:
            found.links[_on_site(element.attrib["href"], base)] += 1
        elif text:
            found.words[f"{name}={text}"] += 1
    return found


def _json(path: str, content: bytes, base: str) -> Contents:
    found = Contents()
    for name, value in _leaves("", json.loads(content)):
        found.words[f"{name}={value}"] += 1
    return found


def _leaves(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Each scalar with the names above it, such as `facts.citations.lines`."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves(f"{name}.{key}" if name else key, below)
    elif isinstance(value, list):
        for below in value:
            yield from _leaves(name, below)
    else:
        yield name, value


def _csv(path: str, content: bytes, base: str) -> Contents:
    found = Contents()
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
        found.words.update(f"{name}={value}" for name, value in row.items() if value)
    return found


_READERS: dict[str, Callable[[str, bytes, str], Contents]] = {
    ".html": _page,
    ".xml": _xml,
    ".json": _json,
    ".csv": _csv,
}
