"""Whether quoted words run on under the label of another who speaks in turn, as in a transcript."""

from collections.abc import Iterator
from itertools import pairwise

from sitegen.diagnostics import Diagnostic, Related, Span, error
from sitegen.model import Fact
from sitegen.recognise.speech.turns import EXAMINED
from sitegen.verify.finding import Finding
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.labels import Label, labels_over, may_have_label
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.words.stretched import shown, words_place

_CODE = "quote-crosses-speakers"


def labels_name_one(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-crosses-speakers`: between the first quoted word and the last, the label changes."""
    for fact in spoken.findings.judged:
        if fact.speaker:
            for finding in spoken.findings.speaking[fact.id]:
                for _, touched in shown(finding, spoken):
                    yield from _crossed(fact, finding, touched, spoken)


def _crossed(
    fact: Fact, finding: Finding, touched: tuple[Stretch, ...], spoken: Spoken
) -> Iterator[Diagnostic]:
    source = finding.citation.source
    if not all(may_have_label(fact.medium, source, stretch, spoken) for stretch in touched):
        return
    labels = (label for label in labels_over(source, touched, spoken) if _is_known(label))
    for one, other in pairwise(labels):
        if _differ(one, other):
            yield error(
                _CODE,
                "the words run over a change of speakers: from the label "
                f"“{one.name}” to “{other.name}”",
                words_place(fact, finding),
                fact=fact.id,
                hints=("make two quotations of it, each with its own speaker",),
                related=(
                    Related(_place(one, source, spoken), "one speaks from here"),
                    Related(_place(other, source, spoken), "another from here"),
                ),
            )
            return


def _is_known(label: Label) -> bool:
    """Whether a label tells who speaks, or who asks and who answers; “Note:” may be anybody's."""
    return bool(label.who) or label.name.casefold() in EXAMINED


def _differ(one: Label, other: Label) -> bool:
    """Whether two labels surely name two: people of the fact sheet, or question and answer."""
    return one.who.isdisjoint(other.who) and one.name.casefold() != other.name.casefold()


def _place(label: Label, source: str, spoken: Spoken) -> Span:
    stretch = Stretch(label.paragraph, label.start, label.end)
    return in_paragraph(spoken.findings, source, stretch)
