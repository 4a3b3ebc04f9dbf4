"""What every check is given, and the verdicts that it gives back beside its diagnostics."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from sitegen import anchor
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import NamedTuple, dataclass
from sitegen.model import Fact, Person, Source, Verdict
from sitegen.prose import Passage
from sitegen.recognise import Reading
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.names import Roster
from sitegen.verify.finding import Finding
from sitegen.verify.known import Known
from sitegen.verify.passages import Stretches
from sitegen.verify.sentences.labels import Labels
from sitegen.verify.speakers.speech import Speech


class Judged(NamedTuple):
    """What a check says of a field of a fact, or of a source.

    A field of which none says anything is unchecked; of several verdicts the worst counts.
    """

    id: str
    field: str
    verdict: Verdict
    kind: Literal["fact", "source"] = "fact"


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a fact sheet as may be looked up to judge a part of it; all by id.

    The facts and sources that are judged, named or cited; everybody; and the language of our own
    sentences.
    """

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    people: Mapping[str, Person]
    language: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What is to be judged, and all that may be looked up to judge it.

    To be judged: `facts` and `skips`, with a finding for each of their citations; `sources`, of
    what is said of these themselves; `prose`. `speaking` are the citations that speak for a fact
    and whose words were found, `stretches` gives where in its paragraphs the words of one stand.

    To be looked up: the records of `within`; of each article that could be read, by its source's
    id, `texts` and `readings`, its names with digits in `labels` and who speaks in it in
    `speeches`; all people by name in `roster`; and from `known` facts that fit a hint.
    """

    within: Part
    facts: Mapping[str, tuple[Finding, ...]]
    speaking: Mapping[str, tuple[Finding, ...]]
    sources: tuple[Source, ...]
    skips: tuple[Finding, ...]
    prose: tuple[Passage, ...]
    texts: Mapping[str, anchor.ArticleText]
    readings: Mapping[str, Reading]
    labels: Mapping[str, Labels]
    speeches: Mapping[str, Speech]
    roster: Roster
    known: Known
    stretches: Stretches

    @property
    def judged(self) -> Iterator[Fact]:
        """The facts to be judged."""
        return (self.within.facts[name] for name in self.facts)

    def in_english(self, source: str) -> bool:
        """Whether a source is in the language that all checks know."""
        return self.readings[source].language is ENGLISH

    def in_clauses(self, source: str) -> bool:
        """Whether the clauses of a source that tell who speaks can be read."""
        return bool(self.readings[source].language.speech)


Check = Callable[[Findings], Iterator[Diagnostic | Judged]]
"""Says what does not hold of the records that are to be judged, and how their fields stand."""
