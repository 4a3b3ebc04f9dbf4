"""What each file of facts adds to the indexes; a file that is as it was is not read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter

from sitegen.frozen import NamedTuple, dataclass
from sitegen.linked import MARKING_ROLES, ReadingKey, reading_order
from sitegen.markdown import Role
from sitegen.memory import Memory
from sitegen.model import CheckedFact, CheckedFactsheet, Evidence, Fact
from sitegen.prose import Passage, Texts

_PERSON = frozenset({"person"})
_ORDER = itemgetter(0)


class Place(NamedTuple):
    """A fact, and its place in the reading order."""

    order: ReadingKey
    fact: str


class Resting(NamedTuple):
    """A citation by its fact and its number there, from 1, and the lines that it rests on.

    Those are the lines where its words were found, or else those that the editor gave.
    """

    fact: str
    number: int
    lines: Sequence[int]


Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """What the facts of one file say of themselves, whether what they name exists or not.

    - `places`: all of them; those of each person, topic and measure in `said`, `about`, `topics`
      and `measures`
    - `lines`: their citations, by the source
    - `names`: the facts that each of them names in a basis or in its prose
    - `texts`: those of their texts that point to anything
    """

    places: Places
    said: Mapping[str, Places]
    about: Mapping[str, Places]
    topics: Mapping[str, Places]
    measures: Mapping[str, Places]
    lines: Mapping[str, tuple[Resting, ...]]
    names: Mapping[str, tuple[str, ...]]
    texts: tuple[Passage, ...]


def shares(checked: CheckedFactsheet, texts: Texts, memory: Memory) -> Iterator[Share]:
    """That of each file of facts."""
    for ids, prose in zip(checked.factsheet.files.values(), texts.files, strict=True):
        facts = tuple(map(checked.facts.__getitem__, ids))
        work = partial(_share, facts, prose)
        yield memory.once("link: share", len(facts), (*facts, *prose), work)


def _share(facts: tuple[CheckedFact, ...], prose: tuple[Passage, ...]) -> Share:
    # A plain text points to nothing; most are.
    pointing = tuple(p for p in prose if p.prose.plain is None and any(p.prose.references))
    persons, marked = _named(pointing, _PERSON), _named(pointing, MARKING_ROLES)
    said: dict[str, list[Place]] = {}
    about: dict[str, list[Place]] = {}
    topics: dict[str, list[Place]] = {}
    measures: dict[str, list[Place]] = {}
    lines: dict[str, list[Resting]] = {}
    places = []
    # In the reading order, so that all places come in it: no part has to be sorted by itself.
    ordered = sorted([(reading_order(one.fact), one) for one in facts], key=_ORDER)
    for order, checked in ordered:
        fact = checked.fact
        place = Place(order, fact.id)
        places.append(place)
        speakers = {a.person for a in (fact.speaker, fact.according_to) if a and a.person}
        for person in speakers:
            said.setdefault(person, []).append(place)
        heard = fact.addressee and fact.addressee.person
        if fact.people or heard or fact.id in persons:
            named = {*fact.people, *filter(None, (heard,)), *persons.get(fact.id, ())}
            for person in named - speakers:
                about.setdefault(person, []).append(place)
        for topic in dict.fromkeys(fact.topics):
            topics.setdefault(topic, []).append(place)
        if fact.measure is not None:
            measures.setdefault(fact.measure, []).append(place)
        for number, evidence in enumerate(checked.evidence, start=1):
            resting = Resting(fact.id, number, _lines(evidence))
            lines.setdefault(evidence.citation.source, []).append(resting)
    return Share(
        tuple(places),
        _frozen(said),
        _frozen(about),
        _frozen(topics),
        _frozen(measures),
        {source: tuple(those) for source, those in lines.items()},
        dict(_names(facts, marked)),
        pointing,
    )


def _lines(evidence: Evidence) -> Sequence[int]:
    anchors = evidence.anchors
    if len(anchors) == 1:
        return (anchors[0].line,)
    if anchors:
        return tuple(dict.fromkeys([anchor.line for anchor in anchors]))
    first, last = evidence.citation.selector.lines
    return range(first, last + 1)


def _names(
    facts: Iterable[CheckedFact], marked: Mapping[str, list[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for checked in facts:
        fact: Fact = checked.fact
        named = [name for basis in fact.basis.values() for name in basis.rests_on]
        named += marked.get(fact.id, ())
        if named:
            yield fact.id, tuple(dict.fromkeys(named))


def _named(texts: Iterable[Passage], roles: frozenset[str]) -> dict[str, list[str]]:
    """For each fact what its texts name in some roles; facts that name nothing are left out."""
    found: dict[str, list[str]] = {}
    for passage in texts:
        for reference in passage.prose.references:
            if isinstance(reference, Role) and reference.name in roles:
                found.setdefault(passage.key.id, []).append(reference.target)
    return found


def _frozen(places: Mapping[str, list[Place]]) -> dict[str, Places]:
    return {name: tuple(those) for name, those in places.items()}
