"""What the files for other programs say of a fact, as values: looked up once for all of them.

A fact's texts are made of its `Told` and of nothing else, so they stay the same as long as that
does, and it does not matter which process makes them.
"""

from sitegen import urls
from sitegen.frozen import NamedTuple
from sitegen.linked import Cited, ProseKey, leading
from sitegen.model import Anchor, Attribution, CheckedFact, Display, Fact, FactKind, Source, Verdict
from sitegen.views.exports.json_text import Json, one_line, string
from sitegen.views.wording.sentences import Sentences
from sitegen.views.wording.wording import Wording, words_at

_AROUND = 32  # characters before and after the words, as much as other annotation tools give


class Place(NamedTuple):
    """A source as the files name it.

    `address` is where its words are found, as JSON, and `target` the end of the JSON of an
    annotation's target: all that stands behind the `selector`.
    """

    title: str
    address: str
    target: str


class Site(NamedTuple):
    """What the texts of all facts share: the address of the file of annotations, and the language.

    Both are JSON, the address without the quotation mark at its end.
    """

    annotations: str
    language: str


class Quoted(NamedTuple):
    """Words of a source's line, and what the site shows before and after them."""

    exact: str
    prefix: str
    suffix: str


class Told(NamedTuple):
    """All that is said of a fact. What is of citations has an entry for each, in their order.

    - `claim`, `note`, `response`, `headline`: in plain words; `pieces`: those of a quotation
    - `leading`: the number of the citation that stands for the fact; `words`: the words found there
    - `redacted`: the numbers of citations of which some words are not shown; `instead`: for each
      of these the words as shown
    - `places`: the sources; `quoted`: the stretches of the words found
    - `settled`: the warnings that were raised and that an editor has accepted, with the reasons
    - the rest: names and titles for ids, empty where a field is not set
    """

    site: Site
    checked: CheckedFact
    verdict: Verdict
    page: str
    headline: str
    claim: str | None
    note: str | None
    response: str | None
    pieces: tuple[str, ...]
    leading: int
    words: tuple[str, ...]
    redacted: tuple[int, ...]
    instead: tuple[tuple[str, ...], ...]
    places: tuple[Place, ...]
    quoted: tuple[tuple[Quoted, ...], ...]
    settled: tuple[tuple[str, str], ...]
    speaker: str
    addressee: str
    according_to: str
    people: tuple[str, ...]
    topics: tuple[str, ...]


class Telling:
    """Looks up what is told of facts; what several of them name is made once."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._shown = shown = wording.shown
        self._facts = shown.facts
        self._accepted = frozenset(shown.linked.checked.accepted)
        self._people = {name: one.name for name, one in shown.factsheet.people.items()}
        self._topics = {name: one.title for name, one in shown.factsheet.topics.items()}
        self._places = {name: self._place(one) for name, one in shown.factsheet.sources.items()}
        self._excerpts = {
            name
            for name, source in shown.factsheet.sources.items()
            if source.display is not Display.FULL
        }
        here = self._address(urls.ANNOTATIONS)
        self.site = Site(string(here)[:-1], string(shown.factsheet.settings.language))

    def of(self, name: str) -> Told:
        """What is told of the fact with this id."""
        checked, wording = self._facts[name], self._wording
        fact = checked.fact
        number = leading(fact)
        words: tuple[str, ...] = ()
        redacted, instead, places, quoted = [], [], [], []
        for at, evidence in enumerate(checked.evidence, start=1):
            cited, source = Cited(name, at), evidence.citation.source
            anchors = self._shown.anchors.get(cited, ())
            places.append(self._places[source])
            quoted.append(self._quoted(source, anchors) if anchors else ())
            if at == number and anchors:
                words = words_at(self._shown.lines[source], anchors)
            if cited in self._shown.redacted:
                redacted.append(at)
                instead.append(wording.words(name, at))
        people, topics = fact.people, fact.topics
        return Told(
            site=self.site,
            checked=checked,
            verdict=checked.verdict,
            page=self._address(urls.fact(name)),
            headline=wording.plain_headline(fact),
            claim=None if fact.claim is None else self._plain(name, "claim"),
            note=None if fact.note is None else self._plain(name, "note"),
            response=None if fact.response is None else self._plain(name, "response"),
            pieces=wording.pieces(fact) if fact.kind is FactKind.QUOTE else (),
            leading=number,
            words=words or fact.cite[number - 1].selector.exact,
            redacted=tuple(redacted),
            instead=tuple(instead),
            places=tuple(places),
            quoted=tuple(quoted),
            settled=self._settled(fact) if fact.accept else (),
            speaker=self._name(fact.speaker) if fact.speaker else "",
            addressee=self._name(fact.addressee) if fact.addressee else "",
            according_to=self._name(fact.according_to) if fact.according_to else "",
            people=tuple([self._people[one] for one in dict.fromkeys(people)]) if people else (),
            topics=tuple([self._topics[one] for one in dict.fromkeys(topics)]) if topics else (),
        )

    def _plain(self, name: str, field: str) -> str | None:
        return self._wording.plain(ProseKey("fact", name, field))

    def _address(self, target: str) -> str:
        """What leads there from any file of the folder of data."""
        return urls.address(self._shown.factsheet.settings.base_url, urls.ANNOTATIONS, target)

    def _place(self, source: Source) -> Place:
        """A source as a target: at its own address where it has one, else on our page of it.

        A text of which something is not shown has other words at its own address.
        """
        altered = source.id in self._shown.altered
        public = urls.external(source.url) if source.url and not altered else None
        archive = source.archive_url and urls.external(source.archive_url)
        address = public or self._address(urls.source(source.id))
        place: Json = {"source": address, "type": "SpecificResource"}
        if public and archive:
            place["state"] = {"type": "TimeState", "cached": archive}
        return Place(source.title, string(address), one_line(place)[1:])

    def _name(self, attribution: Attribution) -> str:
        known = attribution.person
        return (attribution.unnamed or "") if known is None else self._people[known]

    def _settled(self, fact: Fact) -> tuple[tuple[str, str], ...]:
        settled = ((code, because) for code, because in fact.accept.items())
        return tuple(sorted(pair for pair in settled if (fact.id, pair[0]) in self._accepted))

    def _quoted(self, source: str, anchors: tuple[Anchor, ...]) -> tuple[Quoted, ...]:
        """The words that a citation's anchors mark, with what stands around them."""
        lines = self._shown.lines[source]
        excerpt = source in self._excerpts
        sentences = self._wording.sentences(source) if excerpt else None
        found = []
        for anchor in anchors:
            at, start, end = anchor
            line = lines[at - 1]
            first, last = visible(anchor, sentences) if sentences else (0, len(line))
            before, after = max(first, start - _AROUND), min(last, end + _AROUND)
            found.append(Quoted(line[start:end], line[before:start], line[end:after]))
        return tuple(found)


def visible(anchor: Anchor, sentences: Sentences) -> tuple[int, int]:
    """The part of a line around words that the page of a source shown in excerpts has."""
    touched = sentences.touched((anchor,))
    if not touched:
        return anchor.start, anchor.end
    every = sentences.sentences
    first = every[max(0, touched[0] - 1)]
    last = every[min(len(every) - 1, touched[-1] + 1)]
    return (
        first.start if first.line == anchor.line else 0,
        last.end if last.end_line == anchor.line else len(sentences.lines[anchor.line - 1]),
    )
