"""The views of pages that gather facts and sources, or tell of the site itself."""

from markupsafe import Markup

from sitegen.frozen import dataclass
from sitegen.views.kinds.basics import (
    AnnotatedCount,
    Command,
    CountTable,
    FieldCount,
    Link,
    RuleFamily,
)
from sitegen.views.kinds.chrome import Chrome
from sitegen.views.kinds.facts import AcceptedView, CorrectionView, InferredView, Section
from sitegen.views.kinds.pictures import Measure, TimelineYear
from sitegen.views.kinds.search import IndexSection
from sitegen.views.kinds.sources import SkippedIn, SourceRow


@dataclass(frozen=True, slots=True)
class FactsPage:
    """`facts.html`, template `facts.html`: all facts, by topic; those without one come last.

    A fact of several topics stands under each. `figures` counts each fact once.
    """

    chrome: Chrome
    figures: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """`quotes.html`, template `quotes.html`: the quotations, by speaker.

    Of `unnamed` speakers the heading is the source's own description, and the note names the
    source. `figures` counts both apart.
    """

    chrome: Chrome
    figures: str
    named: tuple[Section, ...]
    unnamed: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """`numbers.html`, template `numbers.html`: counts and ranks."""

    chrome: Chrome
    count: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`timeline.html`, template `timeline.html`. Dates without a year come last.

    `picture` draws the dates, or how many facts fall in each year; None where there is but one.
    """

    chrome: Chrome
    count: int
    picture: Markup | None
    years: tuple[TimelineYear, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """`sources.html`, template `sources.html`.

    `figures` counts what rests on them, `thread` the facts that rest on one outlet alone and on
    somebody whom it does not name.
    """

    chrome: Chrome
    figures: str
    thread: str | None
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class MethodologyPage:
    """`methodology.html`, template `methodology.html`.

    `facts`, `citations`, `matching` (citations whose words were found) and the fields that were
    found, inferred and not checked are the figures of this build. `rules` tell what was checked.
    `tables` count by verdict, kind, basis and accepted warning, `fields` by field. `annotated`
    counts the quotations, numbers and dates of the articles, where that was done.

    `unnamed` and `corrections` are sentences on facts whose source names nobody, and on what was
    corrected; `report` asks for corrections. `commands` re-check the site without us; `exports` are
    the files they read, `sources` where the addresses of the originals stand.
    """

    chrome: Chrome
    facts: int
    citations: int
    matching: int
    found_fields: int
    inferred_fields: int
    unchecked_fields: int
    rules: tuple[RuleFamily, ...]
    tables: tuple[CountTable, ...]
    fields: tuple[FieldCount, ...]
    annotated: tuple[AnnotatedCount, ...]
    unnamed: tuple[str, ...]
    corrections: tuple[str, ...]
    corrections_list: Link
    report: Link | None
    inferred: tuple[InferredView, ...]
    accepted: tuple[AcceptedView, ...]
    skipped: tuple[SkippedIn, ...]
    exports: tuple[Link, ...]
    sources: Link
    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """`corrections.html`, template `corrections.html`; the latest first. `figures` counts them.

    `report` asks the reader to report a problem, where the site says how.
    """

    chrome: Chrome
    figures: str | None
    report: Link | None
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`search.html`, template `search.html`: a search box, and a list of all pages.

    `bundle` is the folder of the search index, relative to the page and with a slash at its end;
    None where the site has no index: then there is no box, and the list is all there is, as for
    readers without scripts. `figures` counts the pages of the list. The script `search.js` finds
    its parts by the ids of the default template, which begin with `Search`.
    """

    chrome: Chrome
    bundle: str | None
    figures: str
    sections: tuple[IndexSection, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """`404.html`, template `404.html`.

    It is shown at any address, so its links are whole paths (`/facts/timeline.html`); without
    `base_url` it has none.
    """

    chrome: Chrome


@dataclass(frozen=True, slots=True)
class MovedPage:
    """`facts/OLD.html`, template `moved.html`: a fact's page at an id that it had before.

    The page leads on to `target` at once: `<meta http-equiv="refresh">` has `refresh` as its
    content, and the link itself stands there for who has switched that off. `chrome.canonical` is
    the present page.
    """

    chrome: Chrome
    target: Link
    refresh: str
