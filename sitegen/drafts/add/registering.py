"""Where an article goes, and the record of its source; nothing is written here."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from sitegen import anchor, digest
from sitegen.drafts.add.metadata import FIELDS, Found
from sitegen.drafts.add.refused import RefusedError
from sitegen.drafts.add.texts import normal
from sitegen.drafts.layout import Value
from sitegen.drafts.register import NewRecord, register
from sitegen.drafts.splicing import Appended, NotAppended
from sitegen.drafts.suggest.slugs import proposed
from sitegen.frozen import dataclass, replace
from sitegen.model import Display, Factsheet
from sitegen.recognise.english import ENGLISH
from sitegen.snapshot import Refusal, Snapshot

SEEDS = "seeds"
FACTS = "content/facts"
_YEAR = 4  # digits


@dataclass(frozen=True, slots=True)
class Given:
    """An article to be registered.

    `content`: its bytes as they are stored; `raw`: the file's own. `stem`: the file's name without
    its ending, empty for what is piped in. `lies`: where the file lies, if that is in the project's
    folder of articles.
    """

    content: bytes
    raw: bytes
    found: Found
    stem: str
    lies: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """A source with its record, not written yet: `article` is None where the text lies already."""

    id: str
    text: str
    facts: str
    article: Appended | None
    sources: Appended

    @property
    def replacing(self) -> Mapping[str, bytes]:
        """The files as they will be."""
        made = [self.sources, *([self.article] if self.article else [])]
        return {one.path: one.after for one in made}


def stating(given: Given, stated: Collection[str]) -> Given:
    """The article where its words state some fields, which then need no other reason."""
    inferred = {n: why for n, why in given.found.inferred.items() if n not in stated}
    return replace(given, found=replace(given.found, inferred=inferred))


def place_of(path: Path, root: Path) -> str | None:
    """Where a file lies below the project's articles, reached through no link; else None."""
    root = root.resolve()
    try:
        lies = Path(os.path.abspath(path)).relative_to(root).as_posix()
    except ValueError:
        return None
    return lies if path.resolve() == root / lies and lies.startswith(f"{SEEDS}/") else None


def registered(
    snapshot: Snapshot, factsheet: Factsheet, given: Given, display: Display | None = None
) -> Registered:
    """The record of a new source and its files. Raises RefusedError where there can be none.

    `display` is how much of the text the site shows, where the site's own rule wants more than is
    known of the source.
    """
    _refuse_known(factsheet, given)
    identifier = given.id or _proposed(snapshot, factsheet, given)
    facts = f"{FACTS}/{identifier}.yaml"
    if _is_taken(factsheet, identifier):
        raise RefusedError(
            f"there is a source “{identifier}” already, or a record that cannot be read",
            "give this one another id with --id; `sitegen check` tells what cannot be read",
        )
    if given.lies is not None and given.content == given.raw:
        text, article = given.lies, None
    else:
        text = f"{SEEDS}/{identifier}.txt"
        article = Appended(text, None, given.content, 1)
    for path in (facts, *([text] if article else [])):
        if _is_there(snapshot, path):
            raise RefusedError(
                f"{path} is there already, and is left as it is",
                "give another id with --id, or move that file away",
            )
    record = NewRecord("sources", identifier, _fields(text, given, display))
    made = register(snapshot, record)
    if isinstance(made, NotAppended):
        raise RefusedError(made.reason, made.hint)
    return Registered(identifier, text, facts, article, made)


def _refuse_known(factsheet: Factsheet, given: Given) -> None:
    """The same text under another name would be two sources that are one."""
    lines = anchor.split_lines(given.content.decode())
    for source in factsheet.sources.values():
        article = source.article
        if article is None or len(article.lines) < len(lines) - 1:
            continue
        same = article.sha256 == digest.sha256(given.content)
        if same or normal("\n".join(article.lines)).encode("utf-8", "replace") == given.content:
            raise RefusedError(
                f"this text is registered already, as the source “{source.id}” ({source.text})",
                "annotate that one; nothing needs to be added twice",
            )


def _proposed(snapshot: Snapshot, factsheet: Factsheet, given: Given) -> str:
    """An id that nothing has: of the publisher and the year, else of the title, else the file's."""
    found = given.found.fields
    year = found.get("published", "")[:_YEAR]
    if "publisher" in found and year.isdigit():
        name = [found["publisher"]]
    elif "title" in found:
        name = [found["title"]]
    else:
        first = next(filter(str.strip, given.content.decode().split("\n")), "")
        name = [given.stem] if any(map(str.isalnum, given.stem)) else [first]
    empty = {*ENGLISH.no_names, *ENGLISH.empty}
    slug = proposed(name, empty.__contains__, lambda _: False, "source")
    slug = f"{slug}-{year}" if year.isdigit() and year not in slug else slug

    def is_taken(identifier: str) -> bool:
        paths = [f"{FACTS}/{identifier}.yaml"]
        if given.lies is None or given.content != given.raw:
            paths.append(f"{SEEDS}/{identifier}.txt")
        return _is_taken(factsheet, identifier) or any(_is_there(snapshot, path) for path in paths)

    number, tried = 1, slug
    while is_taken(tried) and number < 1_000:  # noqa: PLR2004 - then it is refused, and told
        number += 1
        tried = f"{slug}-{number}"
    return tried


def _is_taken(factsheet: Factsheet, identifier: str) -> bool:
    unread = factsheet.unread.get("source", frozenset())
    return identifier in factsheet.sources or identifier in unread


def _is_there(snapshot: Snapshot, path: str) -> bool:
    return snapshot.read(path) is not Refusal.MISSING or os.path.lexists(snapshot.root / path)


def _fields(text: str, given: Given, display: Display | None) -> dict[str, Value]:
    """The record, in the order of the manual."""
    found, inferred = given.found.fields, given.found.inferred
    fields: dict[str, Value] = {"text": text, "sha256": digest.sha256(given.content)}
    fields.update({name: found[name] for name in FIELDS if name in found})
    if display is not None:
        fields["display"] = str(display)
    basis = {name: {"inferred": inferred[name]} for name in FIELDS if name in inferred}
    return {**fields, "basis": basis} if basis else fields
