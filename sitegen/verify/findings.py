"""What every check is given, and the verdicts that it gives back beside its diagnostics."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sitegen import anchor
from sitegen.diagnostics import Diagnostic
from sitegen.model import Fact, Factsheet, Source, Verdict
from sitegen.prose import Passage
from sitegen.recognise import Reading
from sitegen.recognise.speech.names import Roster
from sitegen.verify.finding import Finding
from sitegen.verify.known import Known
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
class Findings:
    """What is to be judged, and all that may be looked up to judge it.

    To be judged: `facts` and `skips`, with a finding for each of their citations; `sources`, of
    what is said of these themselves; `prose`.

    To be looked up: in `factsheet` these records, those that they name and cite, and all people,
    but no topics and pages, and of the settings the language alone; of each article that could be
    read, by its source's id, `texts` and `readings`, its names with digits in `labels` and who
    speaks in it in `speeches`; all people by name in `roster`; and from `known` facts that fit a
    hint.
    """

    factsheet: Factsheet
    facts: Mapping[str, tuple[Finding, ...]]
    sources: tuple[Source, ...]
    skips: tuple[Finding, ...]
    prose: tuple[Passage, ...]
    texts: Mapping[str, anchor.ArticleText]
    readings: Mapping[str, Reading]
    labels: Mapping[str, Labels]
    speeches: Mapping[str, Speech]
    roster: Roster
    known: Known

    @property
    def judged(self) -> Iterator[Fact]:
        """The facts to be judged."""
        return (self.factsheet.facts[name] for name in self.facts)


Check = Callable[[Findings], Iterator[Diagnostic | Judged]]
"""Says what does not hold of the records that are to be judged, and how their fields stand."""
