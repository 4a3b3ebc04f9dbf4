"""What the build before left: how each page was made that the live site has still."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen import cache
from sitegen.build.making import Made, Remembered
from sitegen.build.texts import EarlierTexts
from sitegen.config import CACHE_FOLDER
from sitegen.frozen import dataclass
from sitegen.views import Grounds

_NAME = "pages"


@dataclass(frozen=True, slots=True)
class Before:
    """The live site of an output folder, and what is remembered of it.

    `live` has the digests of the files that it holds intact.
    """

    root: Path
    output: Path
    live: Mapping[str, str]
    pages: Remembered

    @classmethod
    def of(cls, root: Path, output: Path, live: Mapping[str, str]) -> "Before":
        """What is remembered of the files in `live`; nothing where there are none."""
        return cls(root, output, live, _remembered(root, output, live) if live else {})

    def standing(self, paths: Iterable[str], grounds: Grounds) -> frozenset[str]:
        """Those of some pages whose ground is the one that they were made on."""
        return frozenset(
            path for path in paths if path in self.pages and self.pages[path][2] == grounds.of(path)
        )

    def texts(self, grounds: Grounds) -> EarlierTexts:
        """What was said of facts in the files for other programs."""
        return EarlierTexts(self.root, self.output, self.live, grounds.facts)


def keep_pages(root: Path, output: Path, made: Made, grounds: Grounds, others: Remembered) -> None:
    """Keep how the pages were made, and what else the next build may take. Raises OSError."""
    pages = {
        path: (key, made.files[path].digest, grounds.of(path)) for path, key in made.keys.items()
    }
    cache.keep(root / CACHE_FOLDER, cache.name_for(_NAME, output), {**pages, **others})


def _remembered(root: Path, output: Path, live: Mapping[str, str]) -> Remembered:
    """What an earlier build rendered and the live site still holds intact."""
    recalled = cache.load(root / CACHE_FOLDER, cache.name_for(_NAME, output))
    if not isinstance(recalled, dict):
        return {}
    return {
        path: tuple(row)
        for path, row in recalled.items()
        if path in live and _is_row(row) and row[1] == live[path]
    }


def _is_row(row: object) -> bool:
    return isinstance(row, list) and [*map(type, row)] == [str, str, str]
