"""Whether quoted words run on under the label of another who speaks in turn, as in a transcript."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Related, Span, error
from sitegen.model import Fact
from sitegen.recognise.speech.names import name_words
from sitegen.verify.finding import Finding
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.labels import Label, has_labels, labels_over
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
    if not all(has_labels(fact.medium, source, stretch, spoken) for stretch in touched):
        return
    labels = labels_over(source, touched, spoken)
    first = next(labels, None)
    for label in labels:
        if first and not _is_same(first, label, source, spoken):
            named = [_name(one, source, spoken) for one in (first, label)]
            yield error(
                _CODE,
                f"the words run over a change of speakers: from the label “{named[0]}” "
                f"to “{named[1]}”",
                words_place(fact, finding),
                fact=fact.id,
                hints=("make two quotations of it, each with its own speaker",),
                related=(
                    Related(_place(first, source, spoken), "one speaks from here"),
                    Related(_place(label, source, spoken), "another from here"),
                ),
            )
            return


def _is_same(one: Label, other: Label, source: str, spoken: Spoken) -> bool:
    """Whether two labels may name one person: WEST is KANYE WEST."""
    if one.who and other.who:
        return not one.who.isdisjoint(other.who)
    words = [
        {word.low for word in name_words(_name(label, source, spoken))} for label in (one, other)
    ]
    return words[0] <= words[1] or words[1] <= words[0]


def _name(label: Label, source: str, spoken: Spoken) -> str:
    text = spoken.telling(source, label.paragraph).paragraph.text
    return text[label.start : label.end]


def _place(label: Label, source: str, spoken: Spoken) -> Span:
    stretch = Stretch(label.paragraph, label.start, label.end)
    return in_paragraph(spoken.findings, source, stretch)
