"""What pages of single records stand on: told by a digest each, without making their views.

A fact's page shows the fact, and takes words, figures and dates from those that it is tied to: whom
it names or rests on and the other way round, those that cite the same sources, and those of its
measure. So much is followed here, always whole batches of facts at a time, which the check has
digests of already; everything that is not a fact is one digest for all pages. As long as a page's
ground is the same, its view is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sitegen import urls
from sitegen.digest import fingerprint
from sitegen.linked import MARKING_ROLES, Linked, ProseKey
from sitegen.markdown import Role
from sitegen.views.redaction.redact import Shown

_FAR = 4
"""How far words are followed from fact to fact. A page shows a fact's name, which may take words
from a second fact, and those nothing from a third: that makes two, and two for good measure."""

Keys = Mapping[str, str]
"""By fact, a digest of all that its batch was judged by."""


def grounds(shown: Shown, keys: Keys, common: str, highlights: str | None) -> dict[str, str]:
    """By path, a digest of what the page of a fact, source, person or topic is made of.

    `common` is one of all that is no fact, and of what all pages show of the facts together;
    `highlights` names the sheet that only pages of sources use.
    """
    ties = _Ties(shown.linked, keys)
    of_sources = {name: ties.of(facts) for name, facts in shown.citing.items()}
    return {
        **dict(_of_facts(shown, ties, of_sources, common)),
        **dict(_of_sources(shown, ties, of_sources, fingerprint(*_bytes(common, highlights)))),
        **dict(_of_people(shown, ties, common)),
        **dict(_of_topics(shown, ties, common)),
    }


class _Ties:
    """The batches as far as their facts take words from one another."""

    def __init__(self, linked: Linked, keys: Keys) -> None:
        self._keys = keys
        named: dict[str, set[str]] = {}
        for fact, others in linked.rests_on.items():
            if others:
                named.setdefault(keys[fact], set()).update(map(keys.__getitem__, others))
        told = {key: key for key in keys.values()}
        for _ in range(_FAR):
            further = {
                key: fingerprint(*_bytes(key, *sorted(map(told.__getitem__, others))))
                for key, others in named.items()
            }
            told |= further
        self._told = told

    def batches(self) -> Iterable[Sequence[str]]:
        """The facts that share a key."""
        found: dict[str, list[str]] = {}
        for fact, key in self._keys.items():
            found.setdefault(key, []).append(fact)
        return found.values()

    def of(self, facts: Iterable[str]) -> str:
        """A digest of the batches of these facts, with those that they take words from."""
        keys = set(map(self._keys.__getitem__, facts))
        return fingerprint(*_bytes(*sorted(map(self._told.__getitem__, keys))))


def _of_facts(
    shown: Shown, ties: _Ties, of_sources: Mapping[str, str], common: str
) -> Iterator[tuple[str, str]]:
    linked = shown.linked
    cited, measured = _by_fact(shown.citing), _by_fact(linked.by_measure)
    of_measures = {name: ties.of(facts) for name, facts in linked.by_measure.items()}
    leading = _leading(linked, "fact")
    for facts in ties.batches():
        sources = set(chain.from_iterable(cited.get(fact, ()) for fact in facts))
        measures = set(chain.from_iterable(measured.get(fact, ()) for fact in facts))
        tied = [
            (fact, linked.used_on[fact], linked.rests_on[fact], linked.rested_on_by[fact])
            for fact in facts
        ]
        naming = chain.from_iterable(by for *_, by in tied)
        led = [leading[fact] for fact in facts if fact in leading]
        ground = fingerprint(
            *_bytes(common, ties.of(facts), ties.of(naming), repr(tied), repr(led)),
            *_bytes(*(of_sources[name] for name in sorted(sources))),
            *_bytes(*(of_measures[name] for name in sorted(measures))),
        )
        for fact in facts:
            yield urls.fact(fact), ground


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
