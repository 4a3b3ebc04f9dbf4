"""Whether cited words stand within the source's own quotation marks."""

from collections.abc import Iterator
from enum import Enum, auto

from sitegen.diagnostics import Diagnostic, Related, error
from sitegen.model import Attribution, Fact, FactKind, Verdict
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Judged
from sitegen.verify.passages import Stretch
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.labels import PRINT, label_of
from sitegen.verify.speakers.makers import is_writer
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.stray import MARKS
from sitegen.verify.speakers.tellings import Telling
from sitegen.verify.speakers.voices import Fit, voice, wanted
from sitegen.verify.words.stretched import clauses_about


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
    bare: list[tuple[Finding, Stretch, Marks]] = []
    for finding in spoken.findings.speaking[fact.id]:
        if is_own_account(fact.speaker, finding, spoken):
            continue
        source = finding.citation.source
        worst = next(
            (
                (finding, stretch, marks)
                for stretch in spoken.stretches(finding)
                if (marks := marks_about(spoken, source, stretch)) in (Marks.NONE, Marks.WITHIN)
                and not _is_set_off(fact.speaker, finding, stretch, spoken)
            ),
            None,
        )
        if worst is None:
            return  # another citation may tell who speaks, in the source's own narration
        bare.append(worst)
    if bare:
        yield _refused(fact, fact.speaker, *bare[0], spoken)
        yield Judged(fact.id, "speaker", Verdict.MISMATCH)


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


def _is_set_off(speaker: Attribution, finding: Finding, stretch: Stretch, spoken: Spoken) -> bool:
    """Whether the source shows without any marks that words are somebody's.

    These stand in a labelled turn, whose label is compared elsewhere; or all words of the citation
    in one indented block, that does not tell of the speaker in these sentences; or these in the
    answer to a question of an interview, in a paragraph that does not tell what the speaker says.
    """
    source = finding.citation.source
    if label_of(spoken, source, stretch, None):
        return True
    unmarked, telling = spoken.unmarked(source), spoken.telling(source, stretch.paragraph)
    someone = wanted(speaker, spoken.findings.within.people)
    says = any(
        voice(telling, clause.subject, someone, spoken.roster.language).fit is Fit.SAME
        for clause in telling.clauses
    )
    blocks = {unmarked.block(one.paragraph) for one in spoken.stretches(finding)}
    if len(blocks) == 1 and None not in blocks:
        return says or not _is_named_beside(speaker, stretch, telling)
    return unmarked.answers(stretch.paragraph) and not says


def _is_named_beside(speaker: Attribution, stretch: Stretch, telling: Telling) -> bool:
    """Whether a sentence of some words names the speaker."""
    told = telling.narration
    start, _ = told.sentences[told.sentence_at(stretch.start)]
    _, end = told.sentences[told.sentence_at(max(stretch.start, stretch.end - 1))]
    return any(
        speaker.person in mention.who and start <= mention.start < end
        for mention in telling.mentions
    )


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
            "or medium: transcript, where speech has no marks: an interview, a speech, a debate",
        )
    place = in_paragraph(spoken.findings, finding.citation.source, stretch)
    return error(
        "quote-not-quoted",
        message,
        finding.citation.places("exact"),
        fact=fact.id,
        hints=hints,
        related=(Related(place, "the words"),),
    )
