"""The stage: a linked fact sheet becomes pages, each when it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

from sitegen import urls
from sitegen.frozen import NamedTuple
from sitegen.memory import Memory
from sitegen.views.annotated import Annotated
from sitegen.views.exports.crawling import Listed
from sitegen.views.frame import Frame
from sitegen.views.grounds import Digests, Grounds
from sitegen.views.kinds import PageView
from sitegen.views.look import Look
from sitegen.views.making import Making
from sitegen.views.redaction.redact import Shown


class _Planned(NamedTuple):
    """A page that the site has: how it is made, and what is known of it before."""

    template: str
    make: Callable[[], PageView]
    noindex: bool = False


class Pages:
    """Every page of a site, in the order of their paths.

    What a page shows is worked out when it is asked for; asked again, it is worked out again, and
    is the same. What several pages show is worked out once. Any thread may ask.
    """

    def __init__(self, making: Making, memory: Memory) -> None:
        factsheet = making.cards.shown.factsheet
        self._making = making
        facts = tuple(factsheet.facts)  # by far the most
        self._facts = memory.once("views: facts", facts, (), partial(_by_path, facts))
        self._others = dict(_plan(making))
        others = tuple(self._others)
        self.paths = memory.once(
            "views: paths", others, (self._facts,), lambda: tuple(sorted((*self._facts, *others)))
        )
        """The path of every page, sorted."""
        hidden = frozenset(path for path, planned in self._others.items() if planned.noindex)
        every = factsheet.settings.noindex
        listed = partial(_listed, self.paths, hidden, every=every)
        self.listed = memory.once("views: listed", (every, hidden), (self.paths,), listed)
        """What is told to crawlers of every page."""

    @property
    def samples(self) -> tuple[str, ...]:
        """The path of one page of each template."""
        found = {planned.template: path for path, planned in self._others.items()}
        return (*sorted(found.values()), *islice(self._facts, 1))

    def page(self, path: str) -> PageView:
        """The page at `path`, which is one of `paths`."""
        name = self._facts.get(path)
        return self._others[path].make() if name is None else self._making.fact(name)

    def grounds(self, digests: Digests, common: str) -> Grounds:
        """For each page a digest of what it is made of: its view is the same as long as that is.

        `digests` are those of the facts, `common` one of all that is not a fact.
        """
        return self._making.grounds(digests, common)

    def __len__(self) -> int:
        return len(self.paths)

    def __iter__(self) -> Iterator[PageView]:
        return map(self.page, self.paths)


def views(
    shown: Shown,
    look: Look,
    annotated: Callable[[], tuple[Annotated, ...]] = tuple,
    *,
    indexed: bool = False,
    memory: Memory | None = None,
) -> Pages:
    """Every page of the site.

    `annotated` counts for the methodology page, if it is to be counted; `indexed`: there will be a
    search index; `memory` has what earlier runs worked out.
    """
    memory = Memory() if memory is None else memory
    frame = Frame(shown, look, memory)
    return Pages(Making(shown, look, frame, annotated, indexed=indexed), memory)


def _listed(paths: Iterable[str], hidden: frozenset[str], *, every: bool) -> tuple[Listed, ...]:
    return tuple([Listed(path, every or path in hidden) for path in paths])


def _by_path(facts: Iterable[str]) -> Mapping[str, str]:
    return {urls.fact(name): name for name in facts}


def _plan(making: Making) -> Iterable[tuple[str, _Planned]]:
    """Every page but those of facts."""
    factsheet = making.cards.shown.factsheet
    for page in factsheet.pages.values():
        made = partial(making.explainer, page)
        yield urls.page(page.id), _Planned("page.html", made, page.noindex)
    if "index" not in factsheet.pages:
        yield urls.HOME, _Planned("page.html", making.home)
    for source in factsheet.sources.values():
        made = partial(making.source, source)
        yield urls.source(source.id), _Planned("source.html", made, source.noindex)
    for person in factsheet.people.values():
        made = partial(making.person, person)
        yield urls.person(person.id), _Planned("person.html", made, person.private)
    for topic in factsheet.topics.values():
        yield urls.topic(topic.id), _Planned("topic.html", partial(making.topic, topic))
    yield urls.FACTS, _Planned("facts.html", making.facts)
    yield urls.QUOTES, _Planned("quotes.html", making.quotes)
    yield urls.NUMBERS, _Planned("numbers.html", making.numbers)
    yield urls.TIMELINE, _Planned("timeline.html", making.timeline)
    yield urls.SOURCES, _Planned("sources.html", making.sources)
    yield urls.METHODOLOGY, _Planned("methodology.html", making.methodology)
    yield urls.CORRECTIONS, _Planned("corrections.html", making.corrections)
    yield urls.SEARCH, _Planned("search.html", making.search)
    for fact in factsheet.facts.values():
        for former in fact.formerly:
            made = partial(making.moved, former, fact)
            yield urls.fact(former), _Planned("moved.html", made, noindex=True)
    yield urls.NOT_FOUND, _Planned("404.html", making.not_found, noindex=True)
