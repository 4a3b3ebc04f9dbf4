"""What the checks may look up: of all that a fact sheet holds, so much as concerns a batch."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import TypeVar

from sitegen import anchor
from sitegen.frozen import dataclass
from sitegen.memory import Forgetful, Memory
from sitegen.model import Fact, Factsheet, Person, Source
from sitegen.recognise import Reading
from sitegen.recognise.known import language_of, subtag
from sitegen.recognise.speech.names import Roster
from sitegen.verify.batches import Batch
from sitegen.verify.finding import Finding, found_of, look_up
from sitegen.verify.findings import Findings, Part
from sitegen.verify.known import Known
from sitegen.verify.names import roster
from sitegen.verify.passages import Stretches
from sitegen.verify.sentences.labels import Labels
from sitegen.verify.speakers.speech import Speech

Result = TypeVar("Result")

_STUDIES = 128


class Lookup:
    """All that may be looked up in a fact sheet, and what of it a batch may see.

    Articles are read as far as somebody asks; what was read of them is kept for later runs.
    """

    def __init__(self, factsheet: Factsheet, memory: Memory) -> None:
        self._factsheet = factsheet
        self._memory = memory
        people = tuple(factsheet.people.values())
        self._roster = memory.once("verify: roster", None, people, lambda: roster(people))
        own = factsheet.settings.language
        study = partial(_study_of, factsheet.sources, own, self._roster, memory)
        # In a single run not all is held that was read: files mostly cite articles of their own.
        self._study = lru_cache(_STUDIES if isinstance(memory, Forgetful) else None)(study)

    def once(self, job: str, batch: Batch, work: Callable[[], Result]) -> Result:
        """What `work` gives of a batch, worked out anew when anything that it may see differs.

        Of the people that is the roster, which is made anew when one of them is.
        """
        facts, sources = self.beside(batch)
        studies = (self._study(source.id) for source in sources if source.article)
        kinds: tuple[Sequence[object], ...] = (
            batch.facts,
            batch.sources,
            batch.skips,
            batch.prose,
            facts,
            sources,
        )
        key = (self._factsheet.settings.language, *map(len, kinds))
        parts = (*chain.from_iterable(kinds), *studies, self._roster)
        return self._memory.once(job, key, parts, work)

    def findings(self, batch: Batch, known: Known) -> Findings:
        """A batch with what it names and cites, and nothing else."""
        whole = self._factsheet
        facts, sources = self.beside(batch)
        studies = {s.id: self._study(s.id) for s in sources if s.article}
        texts = {name: study.text for name, study in studies.items()}
        readings = {name: study.reading for name, study in studies.items()}
        found = {fact.id: found_of(fact, texts) for fact in batch.facts}
        return Findings(
            within=_part((*batch.facts, *facts), sources, whole.people, whole.settings.language),
            facts=found,
            speaking={fact: tuple(filter(_speaks, every)) for fact, every in found.items()},
            sources=batch.sources,
            skips=tuple(look_up(skip.citation, texts) for skip in batch.skips),
            prose=batch.prose,
            texts=texts,
            readings=readings,
            labels={name: study.labels for name, study in studies.items()},
            speeches={name: study.speech for name, study in studies.items()},
            roster=self._roster,
            known=known,
            stretches=Stretches(readings),
        )

    def beside(self, batch: Batch) -> tuple[tuple[Fact, ...], tuple[Source, ...]]:
        """The facts and sources that a batch names."""
        facts, sources = self._factsheet.facts, self._factsheet.sources
        records = (*batch.facts, *batch.sources, *batch.skips)
        named, cited = self._memory.once("verify: names", None, records, lambda: batch.names)
        return (
            tuple(facts[name] for name in named if name in facts),
            tuple(sources[name] for name in cited if name in sources),
        )


def held_together(facts: tuple[Fact, ...], named: tuple[Fact, ...]) -> Findings:
    """Facts to be held against one another and those that they name, by their fields.

    Neither words nor people may be looked up.
    """
    return Findings(
        within=_part((*facts, *named), (), {}, "en"),
        facts={fact.id: () for fact in facts},
        speaking={fact.id: () for fact in facts},
        sources=(),
        skips=(),
        prose=(),
        texts={},
        readings={},
        labels={},
        speeches={},
        roster=roster(()),
        known=lambda _: (),
        stretches=Stretches({}),
    )


def _speaks(finding: Finding) -> bool:
    """Whether a citation speaks for its fact and its words were found."""
    return isinstance(finding.outcome, anchor.Found) and not finding.citation.contradicts


def _part(
    facts: Iterable[Fact], sources: Iterable[Source], people: Mapping[str, Person], language: str
) -> Part:
    return Part(
        facts={fact.id: fact for fact in facts},
        sources={source.id: source for source in sources},
        people=people,
        language=language,
    )


@dataclass(frozen=True, slots=True)
class _Study:
    """What is read of an article."""

    text: anchor.ArticleText
    reading: Reading
    labels: Labels
    speech: Speech


def _study_of(
    sources: Mapping[str, Source], own: str, people: Roster, memory: Memory, name: str
) -> _Study:
    """What is read of a source's article; `own` is the site's language, in which most are."""
    source = sources[name]
    return _study(source, subtag(source.language or own), people, memory)


def _study(source: Source, language: str, people: Roster, memory: Memory) -> _Study:
    article = source.article
    assert article  # noqa: S101 - only articles that could be read are studied
    text = memory.once(
        "verify: article text", None, (article,), lambda: anchor.ArticleText(article.lines)
    )

    def read() -> Reading:
        return Reading(article.lines, language_of(language))

    reading = memory.once("verify: reading", language, (article,), read)

    def study() -> _Study:
        speech = Speech(reading, source.author, people)
        return _Study(text, reading, Labels(article.lines, source.title), speech)

    return memory.once("verify: study", None, (source, text, reading, people), study)
