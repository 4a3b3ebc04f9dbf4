"""What pages stand on, told by a digest each, without making their views.

A fact's page shows the fact, and takes words, figures and dates from those that it is tied to: whom
it names or rests on and the other way round, those that cite the same sources, and those of its
measure. The pages of sources, people and topics show the facts that have to do with them, and all
other pages any facts. But of other facts than its own no page shows more than their *face*: all but
the note and the response, which only the fact's own page and the files for other programs have.

Everything that is not a fact is one digest for all pages. As long as a page's ground is the same,
its view is.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from sitegen import urls
from sitegen.digest import fingerprint
from sitegen.frozen import NamedTuple
from sitegen.linked import MARKING_ROLES, Linked, ProseKey
from sitegen.markdown import Role
from sitegen.views.redaction.redact import Shown

_FAR = 4
"""How far words are followed from fact to fact. A page shows a fact's name, which may take words
from a second fact, and those nothing from a third: that makes two, and two for good measure."""


class Digests(NamedTuple):
    """What the check knows of the facts, by id.

    `keys`: all that a fact was judged by, a digest for each batch; `faces`: all that other pages
    than its own may show of a fact.
    """

    keys: Mapping[str, str]
    faces: Mapping[str, str]


class Grounds:
    """The grounds of a site's pages.

    `common` is a digest of all that is no fact, and of what all pages show of the facts together;
    `highlights` names the sheet that only pages of sources use.
    """

    def __init__(self, shown: Shown, digests: Digests, common: str, highlights: str | None) -> None:
        ties = _Ties(shown.linked, digests.faces)
        of_sources = {name: ties.of(facts) for name, facts in shown.citing.items()}
        self.facts = dict(_of_facts(shown, digests.keys, ties, of_sources, common))
        """Those of the facts' pages, by fact."""
        self._single = {
            **{urls.fact(fact): ground for fact, ground in self.facts.items()},
            **dict(_of_sources(shown, ties, of_sources, fingerprint(*_bytes(common, highlights)))),
            **dict(_of_people(shown, ties, common)),
            **dict(_of_topics(shown, ties, common)),
        }
        self._several = _of_lists(shown, ties, common)

    def of(self, path: str) -> str:
        """The ground of the page at `path`."""
        return self._single.get(path, self._several)


class _Ties:
    """The faces of facts, with those that they take words from."""

    def __init__(self, linked: Linked, faces: Mapping[str, str]) -> None:
        naming = {fact: others for fact, others in linked.rests_on.items() if others}
        told = dict(faces)
        for _ in range(_FAR):
            told |= {
                fact: fingerprint(*_bytes(faces[fact], *map(told.__getitem__, others)))
                for fact, others in naming.items()
            }
        self._told = told

    def of(self, facts: Iterable[str]) -> str:
        """A digest of these facts."""
        return fingerprint("".join([self._told[fact] for fact in sorted(set(facts))]).encode())

    @property
    def of_all(self) -> str:
        """A digest of all facts."""
        return self.of(self._told)


def _of_lists(shown: Shown, ties: _Ties, common: str) -> str:
    """The ground of pages that may show any fact, and where a text that is no fact's leads."""
    linked = shown.linked
    skips = [
        (skip.citation.source, skip.citation.selector, skip.because, anchors, raw.anchors)
        for skip, anchors, raw in zip(
            shown.factsheet.skips, shown.skips, linked.checked.skips, strict=True
        )
    ]
    leading = [(at, to) for at, to in sorted(linked.destinations.items()) if at.key.kind != "fact"]
    facts = [*shown.facts]
    rest = (facts, linked.selections, linked.by_topic, linked.by_measure, skips, leading)
    verdicts = {name: sorted(found.items()) for name, found in linked.checked.sources.items()}
    return fingerprint(*_bytes(common, ties.of_all, repr(rest), repr(verdicts)))


def _of_facts(
    shown: Shown,
    keys: Mapping[str, str],
    ties: _Ties,
    of_sources: Mapping[str, str],
    common: str,
) -> Iterator[tuple[str, str]]:
    linked = shown.linked
    cited, measured = _by_fact(shown.citing), _by_fact(linked.by_measure)
    of_measures = {name: ties.of(facts) for name, facts in linked.by_measure.items()}
    leading = _leading(linked, "fact")
    batches: dict[str, list[str]] = {}
    for fact, key in keys.items():
        batches.setdefault(key, []).append(fact)
    for key, facts in batches.items():
        sources = set(chain.from_iterable(cited.get(fact, ()) for fact in facts))
        measures = set(chain.from_iterable(measured.get(fact, ()) for fact in facts))
        tied = [
            (fact, linked.used_on[fact], linked.rests_on[fact], linked.rested_on_by[fact])
            for fact in facts
        ]
        others = chain.from_iterable((*on, *by) for *_, on, by in tied)
        led = [leading[fact] for fact in facts if fact in leading]
        ground = fingerprint(
            *_bytes(common, key, ties.of(others), repr(tied), repr(led)),
            *_bytes(*(of_sources[name] for name in sorted(sources))),
            *_bytes(*(of_measures[name] for name in sorted(measures))),
        )
        for fact in facts:
            yield fact, ground


def _of_sources(
    shown: Shown, ties: _Ties, of_sources: Mapping[str, str], common: str
) -> Iterator[tuple[str, str]]:
    left_out: dict[str, list[object]] = {}
    for skip, anchors in zip(shown.factsheet.skips, shown.skips, strict=True):
        told = (skip.citation.selector, skip.because, anchors)
        left_out.setdefault(skip.citation.source, []).append(told)
    leading = _leading(shown.linked, "source")
    for name, source in shown.factsheet.sources.items():
        verdicts = shown.linked.checked.sources.get(name, {})
        resting = [fact for basis in source.basis.values() for fact in basis.rests_on]
        named = ties.of((*resting, *_named(shown, ProseKey("source", name, "note"))))
        rest = (sorted(verdicts.items()), left_out.get(name), leading.get(name))
        parts = (common, of_sources[name], named, repr(rest))
        yield urls.source(name), fingerprint(*_bytes(*parts))


def _of_people(shown: Shown, ties: _Ties, common: str) -> Iterator[tuple[str, str]]:
    linked, leading = shown.linked, _leading(shown.linked, "person")
    for name in shown.factsheet.people:
        said, about = linked.said[name], linked.about[name]
        named = ties.of(_named(shown, ProseKey("person", name, "description")))
        parts = (common, ties.of((*said, *about)), named, repr((said, about, leading.get(name))))
        yield urls.person(name), fingerprint(*_bytes(*parts))


def _of_topics(shown: Shown, ties: _Ties, common: str) -> Iterator[tuple[str, str]]:
    leading = _leading(shown.linked, "topic")
    for name in shown.factsheet.topics:
        facts = shown.linked.by_topic[name]
        named = ties.of(_named(shown, ProseKey("topic", name, "summary")))
        parts = (common, ties.of(facts), named, repr((facts, leading.get(name))))
        yield urls.topic(name), fingerprint(*_bytes(*parts))


def _named(shown: Shown, key: ProseKey) -> list[str]:
    """The facts that a text names."""
    prose = shown.linked.prose.get(key)
    return [
        reference.target
        for reference in (prose.references if prose else ())
        if isinstance(reference, Role) and reference.name in MARKING_ROLES
    ]


def _leading(linked: Linked, kind: str) -> dict[str, list[object]]:
    """By id, where the links in the texts of records of a kind lead."""
    found: dict[str, list[object]] = {}
    for at, destination in linked.destinations.items():
        if at.key.kind == kind:
            found.setdefault(at.key.id, []).append((at, destination))
    return found


def _by_fact(facts: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """By fact, under which names it stands."""
    found: dict[str, list[str]] = {}
    for name, those in facts.items():
        for fact in those:
            found.setdefault(fact, []).append(name)
    return found


def _bytes(*texts: str | None) -> Iterator[bytes]:
    return ((text or "").encode() for text in texts)
