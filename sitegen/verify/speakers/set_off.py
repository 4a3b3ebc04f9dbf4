"""Whether a source shows without quotation marks that somebody speaks some words."""

from enum import Enum, auto

from sitegen.model import Attribution
from sitegen.recognise.speech.turns import ANSWER
from sitegen.verify.finding import Finding
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.labels import label_of
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.tellings import Telling
from sitegen.verify.speakers.voices import Stands, described


class SetOff(Enum):
    """How a source sets off words without marks."""

    NOT = auto()
    TOLD = auto()  # by a label, or by a clause
    BLOCK = auto()  # by their indentation alone
    ANSWER = auto()  # by the question before them alone


def set_off(speaker: Attribution, finding: Finding, stretch: Stretch, spoken: Spoken) -> SetOff:
    """How words are set off that may be a speaker's.

    In the turn of somebody whom its label names, in a letter that somebody signs, or in the answer
    of a hearing (A.); in one indented block with all words of the citation, around which the
    speaker is named or described; or in the answer of an interview. What tells of the speaker by
    name is no speech of theirs.
    """
    source = finding.citation.source
    label = label_of(spoken, source, stretch, None)
    if label:
        is_theirs = label.who or label.name.casefold() == ANSWER  # `speakers` compares whom
        return SetOff.TOLD if is_theirs else SetOff.NOT
    unmarked, telling = spoken.unmarked(source), spoken.telling(source, stretch.paragraph)
    if _is_told_of(speaker, stretch, telling):
        return SetOff.NOT
    block = unmarked.block(stretch.paragraph)
    if block is None:
        return SetOff.ANSWER if unmarked.answers(stretch.paragraph) else SetOff.NOT
    within = {unmarked.block(one.paragraph) for one in spoken.stretches(finding)}
    if within != {block} or not _is_named_around(speaker, spoken, source, block):
        return SetOff.NOT
    told = spoken.governing(source, stretch) or telling.clauses
    return SetOff.TOLD if told else SetOff.BLOCK


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
