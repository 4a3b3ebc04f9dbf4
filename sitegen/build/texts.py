"""What the build before said of facts in the files for other programs, taken from the live site."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from sitegen import cache, urls
from sitegen.build.making import Made
from sitegen.config import CACHE_FOLDER
from sitegen.digest import fingerprint
from sitegen.views import Extents, FactTexts, Grounds

_NAME = "texts"
_FILES = (urls.FACTS_JSON, urls.FACTS_CSV, urls.ANNOTATIONS)  # as `FactTexts` has them


def keep_texts(root: Path, output: Path, made: Made, grounds: Grounds) -> None:
    """Keep where the texts of facts stand in the files that were made. Raises OSError."""
    files = {path: (made.files[path].digest, *parts) for path, parts in made.extents.items()}
    facts: dict[str, list[str]] = {}
    for fact, ground in grounds.facts.items():
        facts.setdefault(ground, []).append(fact)
    cache.keep(root / CACHE_FOLDER, cache.name_for(_NAME, output), {"facts": facts, "files": files})


class EarlierTexts:
    """The texts of the facts of which nothing has changed; they are read when one is asked for.

    `live` has the digests of the files that the live site holds intact, `grounds` those of the
    facts: their texts are made of nothing that their pages are not made of.
    """

    def __init__(
        self, root: Path, output: Path, live: Mapping[str, str], grounds: Mapping[str, str]
    ) -> None:
        self._root = root
        self._output = output
        self._live = live
        self._grounds = grounds
        self._found: Mapping[str, tuple[str, FactTexts]] | None = None

    def of(self, fact: str) -> FactTexts | None:
        """The texts of a fact; None where they must be made."""
        if self._found is None:
            self._found = self._read()
        ground, texts = self._found.get(fact, (None, None))
        return texts if ground == self._grounds[fact] else None

    def _read(self) -> Mapping[str, tuple[str, FactTexts]]:
        """What was kept of each fact, with its ground then; nothing where that is not whole."""
        kept = cache.load(self._root / CACHE_FOLDER, cache.name_for(_NAME, self._output))
        try:
            grounds = {fact: ground for ground, facts in kept["facts"].items() for fact in facts}
            records, rows, annotations = [self._cut(path, *kept["files"][path]) for path in _FILES]
            every = zip(chain(*records), chain(*rows), annotations, strict=True)
            texts = zip(sorted(grounds), every, strict=True)
            return {fact: (grounds[fact], FactTexts(*found)) for fact, found in texts}
        except (OSError, KeyError, TypeError, ValueError, AttributeError):
            return {}

    def _cut(self, path: str, digest: str, *parts: Any) -> list[tuple[bytes, ...]]:
        """The texts in a file; raises ValueError where that is not the one that was kept."""
        content = self._output.joinpath(path).read_bytes() if self._live[path] == digest else b""
        if fingerprint(content) != digest:
            raise ValueError
        return list(Extents(*parts).cut(content))
