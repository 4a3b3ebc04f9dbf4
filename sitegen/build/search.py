"""The search index of a build: made anew, taken from the live site, or left out with a reason."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen import digest, urls, write
from sitegen.build.request import Search
from sitegen.frozen import dataclass, field
from sitegen.views import LEFT_OUT

_ENGINE = ("service.py", "steady.py")  # what an index depends on besides its documents
_MISSING = (
    "the search index was left out, as pagefind is not installed; "
    "to have one: pip install 'sitegen-factsheets[search]'"
)

Remembered = Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Index:
    """The files of an index by path, the key that they are remembered by, and a line for the user.

    The files are empty and `note` says why where there should be an index and is none.
    """

    search: Search
    files: Mapping[str, write.OutputFile] = field(default_factory=dict)
    key: str = ""
    note: str | None = None

    @property
    def remembered(self) -> dict[str, tuple[str, str, str]]:
        """What to keep, so that the next build can take these files from the live site."""
        return {path: (self.key, file.digest, "") for path, file in self.files.items()}


def search_tool(*, wanted: bool) -> str | None:
    """The version of the tool that makes indexes; None where it is not wanted or not installed."""
    if not wanted:
        return None
    from sitegen.search import installed

    return installed()


def search_index(
    documents: Iterable[tuple[str, bytes]],
    language: str,
    version: str | None,
    remembered: Remembered,
    *,
    wanted: bool,
) -> Index:
    """The index of these documents, each with its page's path, by the `version` of the tool.

    `remembered` holds what the live site still has intact. The tool runs only when something that
    is searched has changed. What it cannot make is left out: an older index would lead to pages and
    words that the site no longer has, and may no longer show.
    """
    if version is None:
        return Index(Search.NOT_INSTALLED, note=_MISSING) if wanted else Index(Search.NOT_WANTED)
    from sitegen.search import Failure, make_index

    documents = sorted(documents)
    state = _digest(documents, language, version)
    held = {
        path: known
        for path, known in remembered.items()
        if path.startswith(urls.SEARCH_BUNDLE) and known[0].startswith(f"{state}-")
    }
    key = f"{state}-{len(held)}"
    if held and all(known[0] == key for known in held.values()):
        kept = {path: write.OutputFile(known[1], None) for path, known in held.items()}
        return Index(Search.REUSED, kept, key)
    if not documents:
        return Index(Search.FAILED, note="there is no search index, as there is nothing to search")
    made = make_index(documents, language, LEFT_OUT)
    if isinstance(made, Failure):
        note = f"the search index was left out, because {made.reason}; the rest is published"
        return Index(Search.FAILED, note=note)
    new = {
        urls.SEARCH_BUNDLE + path: write.OutputFile(digest.fingerprint(content), content)
        for path, content in made.items()
    }
    return Index(Search.WRITTEN, new, f"{state}-{len(new)}")


def _digest(documents: Iterable[tuple[str, bytes]], language: str, version: str) -> str:
    """What an index depends on: the documents, their language, the tool and our use of it."""
    package = Path(__file__).parents[1]
    code = (package.joinpath("search", name).read_bytes() for name in _ENGINE)
    parts = (part for path, content in documents for part in (path.encode(), content))
    return digest.fingerprint(language.encode(), version.encode(), *code, *parts)
