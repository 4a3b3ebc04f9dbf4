"""Posts within an article: the block of words that a byline ends, who posted it, and when."""

from collections.abc import Iterator

from sitegen import edtf
from sitegen.diagnostics import Diagnostic, Related, error
from sitegen.edtf import Edtf, Support
from sitegen.frozen import NamedTuple
from sitegen.model import Fact, Verdict
from sitegen.recognise.speech.bylines import Byline
from sitegen.recognise.speech.names import name_words
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Judged
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.voices import plain

_POST = "post"


class Block(NamedTuple):
    """A post's byline: its paragraph, where its name stands, whom it names, its words and date."""

    paragraph: int
    start: int
    end: int
    who: frozenset[str]
    words: frozenset[str]
    name: str
    date: str | None

    def is_named(self, unnamed: str) -> bool:
        """Whether a description is this byline's name or handle."""
        return plain(unnamed) in {plain(self.name), *self.words}


def block_of(spoken: Spoken, source: str, stretch: Stretch, medium: str | None) -> Block | None:
    """The byline of the post that some words stand in; None where they stand in no post."""
    if medium != _POST:
        return None
    found = _byline(spoken, source, stretch)
    if found is None:
        return None
    index, byline = found
    telling = spoken.telling(source, index)
    who = telling.mentioned(byline.shown, byline.shown_end)
    shown = telling.paragraph.text[byline.shown : byline.shown_end]
    words = frozenset(word.low for word in name_words(shown))
    return Block(index, byline.shown, byline.shown_end, who, words, byline.name, byline.date)


def _byline(spoken: Spoken, source: str, stretch: Stretch) -> tuple[int, Byline] | None:
    """The first byline behind the words, in their paragraph or alone in the next."""
    telling = spoken.telling(source, stretch.paragraph)
    for byline in telling.bylines:
        if byline.start >= stretch.end:
            return stretch.paragraph, byline
    following = stretch.paragraph + 1
    if following < len(spoken.findings.readings[source].paragraphs):
        for byline in spoken.telling(source, following).bylines[:1]:
            text = spoken.telling(source, following).paragraph.text
            if not text[: byline.start].strip():
                return following, byline
    return None


def posts_are_dated(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """`date-mismatch`: `said` against the date of the post's own byline."""
    findings = spoken.findings
    for fact in findings.judged:
        if fact.said is None or "said" in fact.basis:
            continue
        for finding in findings.speaking[fact.id]:
            yield from _dated(fact, fact.said, finding, spoken)


def _dated(
    fact: Fact, said: Edtf, finding: Finding, spoken: Spoken
) -> Iterator[Diagnostic | Judged]:
    source = finding.citation.source
    for stretch in spoken.stretches(finding):
        block = block_of(spoken, source, stretch, fact.medium)
        if block is None or block.date is None:
            continue
        stated = edtf.parse(block.date)
        if not isinstance(stated, Edtf):
            continue
        if edtf.support(stated, said) is not Support.NONE:
            yield Judged(fact.id, "said", Verdict.FOUND)
            return
        place = in_paragraph(
            spoken.findings, source, Stretch(block.paragraph, block.start, block.end)
        )
        yield error(
            "date-mismatch",
            f"the post is of {stated.text}, not of {said.text}",
            fact.places("said"),
            fact=fact.id,
            hints=(f"said: {stated.text}",),
            related=(Related(place, "the post's byline"),),
        )
        yield Judged(fact.id, "said", Verdict.MISMATCH)
        return
