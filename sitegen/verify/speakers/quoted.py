"""Whether cited words stand within the source's own quotation marks."""

from collections.abc import Iterator
from enum import Enum, auto

from sitegen.diagnostics import Diagnostic, Related, error, warning
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
from sitegen.verify.speakers.voices import Stands, described
from sitegen.verify.words.stretched import clauses_about

_CODE = "quote-not-quoted"
_NO_MARKS = "medium: transcript, where speech has no marks: an interview, a speech, a debate"
_ANSWER = "a"  # of question and answer


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
            # Another citation may tell who speaks, in the source's own narration.
            yield from _unsure(fact, finding, spoken)
            return
        bare.append(worst)
    if bare:
        yield _refused(fact, fact.speaker, *bare[0], spoken)
        yield Judged(fact.id, "speaker", Verdict.MISMATCH)


def _unsure(fact: Fact, finding: Finding, spoken: Spoken) -> Iterator[Diagnostic]:
    """A warning about words without marks that are set off, where nothing shows whose they are.

    Unless the editor says how they know.
    """
    source = finding.citation.source
    for stretch in spoken.stretches(finding):
        set_off = _set_off(source, stretch, spoken) if "speaker" not in fact.basis else None
        if set_off and marks_about(spoken, source, stretch) in (Marks.NONE, Marks.WITHIN):
            yield warning(
                _CODE,
                f"the source has these words without quotation marks, in {set_off}; "
                "nothing shows whose they are",
                finding.citation.places("exact"),
                fact=fact.id,
                hints=(
                    "say how you know who speaks: basis: {speaker: {inferred: why}}",
                    f"or {_NO_MARKS}",
                ),
                related=(Related(in_paragraph(spoken.findings, source, stretch), "the words"),),
            )
            return


def _set_off(source: str, stretch: Stretch, spoken: Spoken) -> str | None:
    """By what alone some words are set off: an answer or a block of which no clause tells."""
    unmarked, telling = spoken.unmarked(source), spoken.telling(source, stretch.paragraph)
    if label_of(spoken, source, stretch, None) or spoken.governing(source, stretch):
        return None
    if unmarked.block(stretch.paragraph) is not None:
        return None if telling.clauses else "an indented block"
    return "what may be an answer" if unmarked.answers(stretch.paragraph) else None


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

    These stand in the turn of somebody whom the label names, or in an answer of an interview or of
    a hearing (A.); or all words of the citation in one indented block, around which the speaker is
    named or described. What tells of the speaker by name is no speech of theirs.
    """
    source = finding.citation.source
    label = label_of(spoken, source, stretch, None)
    if label:
        return bool(label.who) or label.name.casefold() == _ANSWER
    unmarked, telling = spoken.unmarked(source), spoken.telling(source, stretch.paragraph)
    if _is_told_of(speaker, stretch, telling):
        return False
    block = unmarked.block(stretch.paragraph)
    if block is None:
        return unmarked.answers(stretch.paragraph)
    within = {unmarked.block(one.paragraph) for one in spoken.stretches(finding)}
    return within == {block} and _is_named_around(speaker, spoken, source, block)


def _is_told_of(speaker: Attribution, stretch: Stretch, telling: Telling) -> bool:
    """Whether a sentence of some words names the speaker; not in brackets: [said Grady]."""
    told = telling.narration
    start, _ = told.sentences[told.sentence_at(stretch.start)]
    _, end = told.sentences[told.sentence_at(max(stretch.start, stretch.end - 1))]
    return any(
        speaker.person in mention.who
        and start <= mention.start < end
        and telling.paragraph.text.count("[", start, mention.start)
        == telling.paragraph.text.count("]", start, mention.start)
        for mention in telling.mentions
    )


def _is_named_around(speaker: Attribution, spoken: Spoken, source: str, block: int) -> bool:
    """Whether what stands before a block names or describes somebody; or it is signed so."""
    last = spoken.unmarked(source).last_of_block(block)
    count = len(spoken.findings.readings[source].paragraphs)
    around = {max(0, block - 1), block, last, min(count - 1, last + 1)}
    near = [spoken.telling(source, index) for index in sorted(around)]
    if speaker.person:
        return any(speaker.person in telling.named for telling in near)
    stems = [telling.stems for telling in near]
    return described(speaker.unnamed or "", stems, spoken.roster.language) is not Stands.FEWER


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
    place = in_paragraph(spoken.findings, finding.citation.source, stretch)
    return error(
        _CODE,
        message,
        finding.citation.places("exact"),
        fact=fact.id,
        hints=hints,
        related=(Related(place, "the words"),),
    )
