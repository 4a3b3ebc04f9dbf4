"""From what was given to an article that can be registered: its text, and what it tells."""

from pathlib import Path

from sitegen import anchor
from sitegen.drafts.add import metadata, pages, texts
from sitegen.drafts.add.refused import RefusedError
from sitegen.drafts.add.registering import Given, place_of
from sitegen.frozen import dataclass, replace

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Read:
    """An article, and what whoever gave it should know of how it was read."""

    given: Given
    notes: tuple[str, ...]


def read(content: bytes, name: str, root: Path, language: str) -> Read:
    """An article from the bytes of a file, or of what is piped in, whose name is `-`.

    `language` is the site's. Raises RefusedError.
    """
    called = "standard input" if name == STDIN else name
    if len(content) > texts.MOST_BYTES:
        limit = f"{texts.MOST_BYTES // 1024 // 1024} MB"
        raise RefusedError(f"{called} is over {limit}", "give a file of the article's text alone")
    page = texts.is_page(content, name)
    decoded = texts.decoded(content, called, page=page)
    notes = (decoded.note,) if decoded.note else ()
    stem = "" if name == STDIN else Path(name).stem
    lies = None if name == STDIN else place_of(Path(name), root)
    if not page:
        stored = texts.article(decoded.text, called)
        found = metadata.of_text(anchor.split_lines(stored.decode()))
        return Read(Given(stored, content, found, stem, lies), notes)
    read_page = pages.read_page(decoded.text, called)
    stored = texts.article(read_page.text, called)
    head = metadata.of_text(anchor.split_lines(stored.decode()))
    found = metadata.of_page(read_page.told, head.fields, language)
    return Read(Given(stored, content, found, stem), notes)


def with_choices(read_so: Read, identifier: str | None, url: str | None) -> Given:
    """The article with what was chosen on the command line."""
    given = replace(read_so.given, id=identifier)
    if url is None:
        return given
    inferred = {name: why for name, why in given.found.inferred.items() if name != "url"}
    found = metadata.Found({**given.found.fields, "url": url}, inferred)
    return replace(given, found=found)
