"""What leads from the search page to all other pages."""

from sitegen.frozen import dataclass
from sitegen.views.kinds.basics import Link


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A page by its heading; `about` is a word or two beside it (a speaker, a role), or None."""

    page: Link
    about: str | None


@dataclass(frozen=True, slots=True)
class IndexSection:
    """Pages of one kind under a heading; `id` is for the heading's element.

    `count` counts all there are. Where they are too many for one list, `entries` is empty and
    `elsewhere` leads to the page that lists them; else it is None.
    """

    id: str
    title: str
    count: int
    entries: tuple[IndexEntry, ...]
    elsewhere: Link | None
