"""A fact in the terms of schema.org, for its page: a Quotation with its speaker, or a Claim.

There is a page for each fact, so their JSON is not written from dictionaries: what it says of a
person or a source is written once, and the fields stand in the order of their names from the start.
"""

from collections.abc import Iterable
from functools import cache

from sitegen import urls
from sitegen.model import Attribution, Fact
from sitegen.views.exports.json_text import string, tight, without_absent
from sitegen.views.exports.structured import brief_person, brief_source, date_text
from sitegen.views.kinds import FactCard
from sitegen.views.wording.wording import Wording
from sitegen.views.wording.words import bare


class FactNodes:
    """Writes them, and keeps what several of them say."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._sources = wording.shown.factsheet.sources
        self._people = wording.shown.factsheet.people
        self._settings = wording.shown.factsheet.settings
        self._language = string(self._settings.language)
        self._of_sources: dict[tuple[str, str], str] = {}
        self._of_people: dict[tuple[str, str], str] = {}

    def node(self, fact: Fact, card: FactCard, path: str) -> str:
        """The JSON of a fact on the page at `path`; `card` shows it there."""
        root, pieces = urls.to_root(path), card.pieces
        address = urls.address(self._settings.base_url, path, urls.fact(fact.id))
        works: list[str] = []
        against: list[str] = []
        for cite in fact.cite:
            work = self._source(cite.source, root, path)
            (against if cite.contradicts else works).append(work)
        if pieces:
            sort, text = "Quotation", " … ".join(map(bare, pieces))
            said_by = self._said_by(fact.speaker, root, path)
            claimed = ""
            said = _field("dateCreated", _text(date_text(fact.said)))
            part, spoken = _list("isPartOf", works), _field("spokenByCharacter", said_by)
        else:
            sort, text = "Claim", self._wording.plain_headline(fact)
            said_by = self._said_by(fact.according_to or fact.speaker, root, path)
            claimed = f"{_list('appearance', works)}{_field('author', said_by)}"
            said = part = spoken = ""
        about = [self._person(name, root, path) for name in fact.people] if fact.people else ()
        judged = (card.is_quote, card.verdict.words, card.status_label, card.contradicted)
        return (
            f'{{"@id":{string(f"{address}#Fact")},"@type":"{sort}",'
            f"{_list('about', about)}{claimed}{_list('citation', against)}"
            f"{_corrections(fact) if fact.corrections else ''}{said}"
            f'"description":{_described(*judged)},'
            f'"identifier":{string(fact.id)},"inLanguage":{self._language},'
            f'{part}"mainEntityOfPage":{string(address)},{spoken}"text":{string(text)}}}'
        )

    def _source(self, name: str, root: str, path: str) -> str:
        work = self._of_sources.get((root, name))
        if work is None:
            told = brief_source(self._sources[name], self._wording.shown, path)
            work = self._of_sources[root, name] = tight(told)
        return work

    def _person(self, name: str, root: str, path: str) -> str:
        """A person by name; nothing of a private one."""
        told = self._of_people.get((root, name))
        if told is None:
            person = self._people[name]
            brief = brief_person(person, self._wording.shown, path)
            told = self._of_people[root, name] = "" if person.private else tight(brief)
        return told

    def _said_by(self, attribution: Attribution | None, root: str, path: str) -> str:
        if attribution is None or attribution.person is None:
            return ""
        return self._person(attribution.person, root, path)


def _field(name: str, text: str) -> str:
    """A field and the comma after it; nothing for a value that is not there. All is JSON."""
    return f'"{name}":{text},' if text else ""


def _list(name: str, texts: Iterable[str]) -> str:
    """The same of a list, which has each text once."""
    told = ",".join([text for text in dict.fromkeys(texts) if text])
    return f'"{name}":[{told}],' if told else ""


def _text(words: str | None) -> str:
    return "" if words is None else string(words)


def _corrections(fact: Fact) -> str:
    told = [
        without_absent(
            {
                "@type": "CorrectionComment",
                "text": f"Before: {correction.was} Because: {correction.because}",
                "datePublished": date_text(correction.date),
            }
        )
        for correction in fact.corrections
    ]
    return _field("correction", tight(told))


@cache
def _described(
    is_quote: bool,
    verdict: str,
    status: str | None,
    contradicted: str | None,
) -> str:
    """The status and the verdict in words, as JSON: what tells a rumour from a report."""
    judged = "Quoted words" if is_quote else "Cited passage"
    told = (status and f"{status}.", f"{judged}: {verdict}.", contradicted)
    return string(" ".join(filter(None, told)))
