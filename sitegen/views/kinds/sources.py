"""Sources as pages show them: line by line, and in lists."""

from markupsafe import Markup

from sitegen.frozen import NamedTuple, dataclass
from sitegen.views.kinds.basics import DateView, Link
from sitegen.views.kinds.facts import FactRef


class LineView(NamedTuple):
    """A line of an article, or a run of lines that the page leaves out.

    An `elided` one runs from `number` to `last`; its `html` holds an empty element with an id for
    each line and the template adds "[…]" and no id of its own. Any other has `last == number`, and
    the template gives its element `id="L{{ number }}"`. `facts` rest on the line.
    """

    number: int
    last: int
    elided: bool
    blank: bool
    html: Markup
    facts: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True)
class SkipView:
    """A passage that was looked at and left out. `lines` like "line 5", `href` leads to it."""

    lines: str
    href: str
    words: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class SkippedIn:
    """The passages of one source that were left out."""

    source: Link
    passages: tuple[SkipView, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list of sources. `published_basis` is like "inferred: …".

    `rests` says how much rests on it, `skipped` how much of it was left out (None for nothing),
    `thread` how many of its facts hang by one thread. `copied` says when our copy was made, or that
    this is not recorded; `digest` begins its SHA-256; `shown` says how much of it the site shows.
    """

    source: Link
    publisher: str | None
    published: DateView | None
    published_basis: str | None
    facts: int
    citations: int
    missing: bool
    rests: str
    skipped: str | None
    thread: str | None
    copied: str
    digest: str
    link: str | None
    archive: str | None
    shown: str
