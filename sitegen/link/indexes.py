"""Who uses what: facts by line, person, topic and measure, and the pages that rest on a fact."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from operator import itemgetter

from sitegen.link.shares import Places, Resting, Share
from sitegen.linked import MARKING_ROLES, At, Cited, ProseKey
from sitegen.markdown import Directive, Prose, Role
from sitegen.memory import Memory
from sitegen.model import Article, Factsheet

Index = Mapping[str, tuple[str, ...]]
_ORDER = itemgetter(0)  # of a place: plain tuples are sorted in half the time of named ones


def by_line(
    factsheet: Factsheet, shares: Iterable[Share], memory: Memory
) -> dict[str, Mapping[int, tuple[Cited, ...]]]:
    """For each source the citations that rest on a line, in the order of the facts' ids."""
    gathered: dict[str, list[tuple[Resting, ...]]] = {}
    for share in shares:
        for source_id, resting in share.lines.items():
            gathered.setdefault(source_id, []).append(resting)
    found: dict[str, Mapping[int, tuple[Cited, ...]]] = {}
    for source_id, parts in sorted(gathered.items()):
        source = factsheet.sources.get(source_id)
        if source is not None and source.article is not None:
            work = partial(_of_article, source.article, parts)
            found[source_id] = memory.once("link: lines", None, (source.article, *parts), work)
    return found


def _of_article(
    article: Article, parts: Iterable[tuple[Resting, ...]]
) -> dict[int, tuple[Cited, ...]]:
    lines: dict[int, list[Cited]] = {}
    last = len(article.lines)
    for fact, number, there in sorted(chain.from_iterable(parts), key=lambda one: one[:2]):
        for line in there[:last]:
            if line <= last:
                lines.setdefault(line, []).append(Cited(fact, number))
    return {line: tuple(cited) for line, cited in sorted(lines.items())}


def gathered(
    job: str, parts: Iterable[Mapping[str, Places]], memory: Memory
) -> dict[str, tuple[str, ...]]:
    """The facts of each name in the reading order; sorted anew where one of its facts changed."""
    places: dict[str, list[Places]] = {}
    for part in parts:
        for name, those in part.items():
            places.setdefault(name, []).append(those)
    return {
        name: memory.once(job, None, tuple(those), partial(in_order, those))
        for name, those in places.items()
    }


def in_order(places: Iterable[Places]) -> tuple[str, ...]:
    """The facts of several files as a reader meets them."""
    return tuple(place.fact for place in sorted(chain.from_iterable(places), key=_ORDER))


def known(names: Iterable[str], index: Index) -> Index:
    """An index of these names alone, in their order."""
    return {name: index.get(name, ()) for name in names}


def named_facts(factsheet: Factsheet, shares: Iterable[Share]) -> tuple[Index, Index]:
    """For each fact the facts that its prose or a basis names; and the same the other way round."""
    rests_on: dict[str, tuple[str, ...]] = dict.fromkeys(factsheet.facts, ())
    rested_on_by = rests_on.copy()
    for fact, named in sorted(chain.from_iterable(share.names.items() for share in shares)):
        rests_on[fact] = tuple(name for name in named if name in rests_on and name != fact)
        for name in rests_on[fact]:
            rested_on_by[name] = (*rested_on_by[name], fact)
    return rests_on, rested_on_by


def marks(factsheet: Factsheet, prose: Mapping[ProseKey, Prose]) -> Index:
    """For each page the facts that its text cites, by first use; their place is their number."""
    return {
        page: tuple(
            dict.fromkeys(
                reference.target
                for reference in prose[ProseKey("page", page, "body")].references
                if isinstance(reference, Role)
                and reference.name in MARKING_ROLES
                and reference.target in factsheet.facts
            )
        )
        for page in factsheet.pages
    }


def used_on(
    factsheet: Factsheet,
    prose: Mapping[ProseKey, Prose],
    selections: Mapping[At, tuple[str, ...]],
    rests_on: Index,
    cited: Index,
) -> Index:
    """For each fact the pages that show it, or show a fact that rests on it."""
    found: dict[str, list[str]] = {}
    for page in factsheet.pages:
        key = ProseKey("page", page, "body")
        pending = list(cited[page])
        for reference in prose[key].references:
            if isinstance(reference, Directive):
                pending += selections.get(At(key, reference.place), ())
        reached: set[str] = set()
        while pending:
            fact = pending.pop()
            if fact not in reached:
                reached.add(fact)
                pending += rests_on[fact]
        for fact in reached:
            found.setdefault(fact, []).append(page)
    pages: dict[str, tuple[str, ...]] = dict.fromkeys(factsheet.facts, ())
    return pages | {fact: tuple(those) for fact, those in found.items()}
