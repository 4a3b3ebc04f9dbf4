"""Which citations of a fact can be read, and the stretches of text that they cite."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from sitegen.diagnostics import Span
from sitegen.model import Anchor, Fact
from sitegen.recognise.speech.subjects import Clause, Says
from sitegen.verify.finding import Finding
from sitegen.verify.passages import Stretch, stretches
from sitegen.verify.speakers.spoken import Spoken


def words_place(fact: Fact, finding: Finding) -> Span:
    """Where the words of a citation are given: as exact words, or as printed."""
    has_exact = bool(finding.citation.selector.exact)
    return finding.citation.places("exact") if has_exact else fact.places("quote")


def shown(
    finding: Finding, spoken: Spoken
) -> Iterator[tuple[tuple[Anchor, ...], tuple[Stretch, ...]]]:
    """The words of a citation by their places, each way in which a page shows them.

    They may be exact words, and the same passage once more as printed.
    """
    yield finding.anchors, spoken.stretches(finding)
    printed = finding.quote.edits if finding.quote else None
    if printed and finding.citation.selector.exact:
        places = tuple(place for piece in printed.pieces for place in piece)
        yield places, stretches(spoken.findings.readings[finding.citation.source], places)


def clauses_about(
    spoken: Spoken, source: str, stretch: Stretch, *, unnamed: bool
) -> Iterator[Clause]:
    """The reporting clauses of the sentences that some words stand in.

    A pronoun behind a name is mostly the same person, and tells nothing more: Legend said that he
    believed it. So is a description, unless somebody `unnamed` is looked for.
    """
    telling = spoken.telling(source, stretch.paragraph)
    told = telling.narration
    first = told.sentence_at(stretch.start)
    last = told.sentence_at(max(stretch.start, stretch.end - 1))
    named = -1
    begin, _ = told.sentences[first]
    at = bisect_left(telling.clauses, begin, key=lambda clause: told.words[clause.verb].start)
    for clause in islice(telling.clauses, at, None):
        sentence = told.sentence_at(told.words[clause.first].start)
        if sentence > last:
            break
        if clause.subject.kind is Says.NAME:
            named = sentence
        elif named == sentence and not (unnamed and clause.subject.kind is Says.DESCRIPTION):
            continue
        yield clause
