"""Whether cited words stand within the source's own quotation marks."""

from collections.abc import Iterator
from enum import Enum, auto

from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.model import Attribution, Fact, FactKind, Verdict
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Judged
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.labels import PRINT
from sitegen.verify.speakers.makers import is_writer
from sitegen.verify.speakers.set_off import SetOff, set_off
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.stray import MARKS
from sitegen.verify.speakers.tellings import Telling
from sitegen.verify.words.stretched import clauses_about

_CODE = "quote-not-quoted"
_NO_MARKS = "medium: transcript, where speech has no marks: an interview, a speech, a debate"
_NOBODYS = {SetOff.BLOCK: "an indented block", SetOff.ANSWER: "what may be an answer"}


class Marks(Enum):
    """How quotation marks stand about some words."""

    AROUND = auto()
    NONE = auto()
    WITHIN = auto()  # one closes and one opens among the words
    UNSURE = auto()  # a mark that pairs with no other may belong to them


def words_are_quoted(spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    """`quote-not-quoted`: a speaker's words that stand outside the source's quotation marks.

    Those are of whoever wrote the source, unless a clause gives them to somebody else.
    """
    for fact in spoken.findings.judged:
        if fact.kind is FactKind.QUOTE and fact.medium in PRINT:
            yield from _judge(fact, spoken)


def _judge(fact: Fact, spoken: Spoken) -> Iterator[Diagnostic | Judged]:
    assert fact.speaker  # noqa: S101 - a quote has one
    refused: list[tuple[Finding, Stretch, Marks]] = []
    for finding in spoken.findings.speaking[fact.id]:
        if is_own_account(fact.speaker, finding, spoken):
            continue
        source = finding.citation.source
        bare = [
            (stretch, marks, set_off(fact.speaker, finding, stretch, spoken))
            for stretch in spoken.stretches(finding)
            if (marks := marks_about(spoken, source, stretch)) in (Marks.NONE, Marks.WITHIN)
        ]
        worst = next(((stretch, marks) for stretch, marks, by in bare if by is SetOff.NOT), None)
        if worst is None:
            # Another citation may tell who speaks, in the source's own narration.
            if "speaker" not in fact.basis:
                yield from _unsure(
                    fact, finding, [(stretch, by) for stretch, _, by in bare], spoken
                )
            return
        refused.append((finding, *worst))
    if refused:
        yield _refused(fact, fact.speaker, *refused[0], spoken)
        yield Judged(fact.id, "speaker", Verdict.MISMATCH)


def _unsure(
    fact: Fact, finding: Finding, bare: list[tuple[Stretch, SetOff]], spoken: Spoken
) -> Iterator[Diagnostic]:
    """A warning about words without marks that only their place sets off."""
    for stretch, by in bare:
        if by in _NOBODYS:
            yield warning(
                _CODE,
                f"the source has these words without quotation marks, in {_NOBODYS[by]}; "
                "nothing shows whose they are",
                finding.citation.places("exact"),
                fact=fact.id,
                hints=(
                    "say how you know who speaks: basis: {speaker: {inferred: why}}",
                    f"or {_NO_MARKS}",
                ),
                related=(_the_words(finding, stretch, spoken),),
            )
            return


def _the_words(finding: Finding, stretch: Stretch, spoken: Spoken) -> Related:
    return Related(in_paragraph(spoken.findings, finding.citation.source, stretch), "the words")


def is_own_account(speaker: Attribution, finding: Finding, spoken: Spoken) -> bool:
    """Whether words are of a speaker who wrote the source, as nothing shows that it quotes another.

    Neither a clause about them, nor a dash, a label or a colon before them.
    """
    source = finding.citation.source
    return speaker.person in spoken.writers(source) and all(
        _is_unquoted(source, stretch, spoken) for stretch in spoken.stretches(finding)
    )


def _is_unquoted(source: str, stretch: Stretch, spoken: Spoken) -> bool:
    """Whether nothing shows that words are another's than who writes."""
    telling = spoken.telling(source, stretch.paragraph)
    told = telling.narration
    begin, _ = told.sentences[told.sentence_at(stretch.start)]
    if (
        marks_about(spoken, source, stretch) is Marks.AROUND
        or spoken.in_dashes(source, stretch)
        or ":" in telling.paragraph.text[begin : stretch.start]
        or _displayed(spoken, source, stretch.paragraph)
    ):
        return False
    about = clauses_about(spoken, source, stretch, unnamed=False)
    return all(is_writer(clause.subject, telling) for clause in about)


def marks_about(spoken: Spoken, source: str, stretch: Stretch) -> Marks:
    """How quotation marks stand about a stretch of a paragraph."""
    telling = spoken.telling(source, stretch.paragraph)
    text = telling.paragraph.text
    touching = telling.touching(stretch.start, stretch.end)
    at = stretch.start
    uncovered = ""
    for part in touching:  # by where they begin; one within another covers nothing more
        uncovered += text[at : max(at, part.start)]
        at = max(at, part.end)
    uncovered += text[at : max(at, stretch.end)]
    if not any(char.isalnum() for char in uncovered) or spoken.in_dashes(source, stretch):
        return Marks.AROUND
    if (
        _beside(telling, stretch)
        or telling.has_stray_mark
        or _displayed(spoken, source, stretch.paragraph)
    ):
        return Marks.UNSURE
    return Marks.WITHIN if touching else Marks.NONE


def _displayed(spoken: Spoken, source: str, index: int) -> bool:
    """Whether a paragraph without any marks is set off by the colon before it, as a letter is."""
    if index == 0 or spoken.telling(source, index).quoted:
        return False
    return spoken.telling(source, index - 1).announces


def _beside(telling: Telling, stretch: Stretch) -> bool:
    """Whether a mark may open directly before the words, or close directly behind them.

    That is, one that was paired otherwise: typewriter marks look alike both ways.
    """
    text = telling.paragraph.text
    before, after = stretch.start - 1, stretch.end
    opens = text[max(0, before) : before + 1] in MARKS and before not in telling.opening
    closes = text[after : after + 1] in MARKS and after not in telling.closing
    return opens or (closes and not text[after + 1 : after + 2].isalnum())


def _refused(
    fact: Fact,
    speaker: Attribution,
    finding: Finding,
    stretch: Stretch,
    marks: Marks,
    spoken: Spoken,
) -> Diagnostic:
    if marks is Marks.WITHIN:
        message = "the words run beyond the source's quotation marks"
        hints: tuple[str, ...] = (
            "give only what stands between the marks, in pieces where the source interrupts it: "
            "exact: [first piece, second piece]",
        )
    else:
        message = "the source has these words outside quotation marks: they are its own account"
        given = speaker.person or f'{{unnamed: "{speaker.unnamed}"}}'
        hints = (
            f"make it a claim: kind: claim, according_to: {given}, claim: … in your words",
            f"or {_NO_MARKS}",
        )
    return error(
        _CODE,
        message,
        finding.citation.places("exact"),
        fact=fact.id,
        hints=hints,
        related=(_the_words(finding, stretch, spoken),),
    )
