"""Checks of what cited words leave out: over elisions, and just outside of them."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from sitegen import recognise
from sitegen.diagnostics import Diagnostic, Related, warning
from sitegen.model import Fact, FactKind
from sitegen.recognise import Sign
from sitegen.verify.finding import Finding
from sitegen.verify.passages import Stretch, stretches
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.words.stretched import shown, words_place

_WORD = re.compile(r"\w")
_CLOSED = re.compile("[\"”»›」]|(?<!\\w)['’]")
_TURN = re.compile(r"\s*(?:—|–|--)")  # French books give a dialogue so, all in one pair of marks
_MOST_BETWEEN = 20_000  # characters of an elision that are read


def cuts_are_fair(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-cut`: what is left out between the words or beside them turns or weakens them."""
    findings = spoken.findings
    for fact in findings.judged:
        for finding in findings.speaking[fact.id]:
            source = finding.citation.source
            problem = _cut(fact, finding, spoken)
            if problem:
                reason, stretch = problem
                yield warning(
                    "quote-cut",
                    reason,
                    words_place(fact, finding),
                    fact=fact.id,
                    hints=(
                        "quote these words too, or say why it is fair without them: "
                        "accept: {quote-cut: why}",
                    ),
                    related=(Related(in_paragraph(findings, source, stretch), "left out here"),),
                )
                break


def _cut(fact: Fact, finding: Finding, spoken: Spoken) -> tuple[str, Stretch] | None:
    """What a citation leaves out that matters, and where."""
    source = finding.citation.source
    reading = spoken.findings.readings[source]
    edits = finding.quote.edits.replaced if finding.quote and finding.quote.edits else ()
    edited = {place[:2] for edit in edits for place in stretches(reading, edit.anchors)}
    for _, touched in shown(finding, spoken):
        problem = _between(fact, touched, edited, source, spoken) or _outside(
            fact, touched, source, spoken
        )
        if problem:
            return problem
    return None


def _between(
    fact: Fact,
    touched: Sequence[Stretch],
    edited: Set[tuple[int, int]],
    source: str,
    spoken: Spoken,
) -> tuple[str, Stretch] | None:
    """What an elision leaves out: a paragraph, or a word that turns or weakens what is kept.

    Words that a mark stands for are judged as an edit; `edited` is where they begin.
    """
    reading = spoken.findings.readings[source]
    is_quote = fact.kind is FactKind.QUOTE
    for one, other in pairwise(touched):
        gap = tuple(_gap(one, other, source, spoken))
        texts = [reading.paragraphs[part.paragraph].text[part.start : part.end] for part in gap]
        begins = [
            (part.paragraph, part.start + len(text) - len(text.lstrip()))
            for part, text in zip(gap, texts, strict=True)
        ]
        if not edited.isdisjoint(begins):
            continue
        if is_quote and _differ_in_depth(one, other, source, spoken):
            return "what somebody is quoted as saying runs on with what was said about it", gap[0]
        if not any(map(_WORD.search, texts)):
            if is_quote and len(gap) > 1 and _CLOSED.search(texts[0]):
                return "a quotation and its paragraph end between the words", gap[0]
            if is_quote and len(gap) > 1 and _TURN.match(reading.paragraphs[other.paragraph].text):
                return "a paragraph begins with the dash of another’s turn", gap[-1]
            continue
        sign = _sign_left_out(fact, one, other, source, spoken)
        if sign:
            return f"the words that are left out have “{sign[0].word}”", sign[1]
        if is_quote and one.paragraph != other.paragraph:
            return "a paragraph ends among the words that are left out", gap[0]
    return None


def _differ_in_depth(one: Stretch, other: Stretch, source: str, spoken: Spoken) -> bool:
    """Whether one of two pieces stands in a quotation within the quotation of the other.

    Pieces that bring their marks along show it. Where both have the same marks, one is a slip of
    the print, and nobody can tell.
    """
    here, there = (
        {
            part.token
            for part in telling.touching(start, end)
            if part.start < start and end <= part.end
        }
        for index, start, end in (one, other)
        for telling in (spoken.telling(source, index),)
    )
    outer, inner = sorted((here, there), key=len)
    marks = {token.text[:1] for token in outer}
    return bool(outer) and outer < inner and all(t.text[:1] not in marks for t in inner - outer)


def _sign_left_out(
    fact: Fact, one: Stretch, other: Stretch, source: str, spoken: Spoken
) -> tuple[Sign, Stretch] | None:
    """The word between two pieces that turns or weakens one of them, and where it stands.

    Evidence in pieces is no quotation: what it leaves out matters in one sentence only, and a “but”
    between two of its statements takes neither back.
    """
    reading = spoken.findings.readings[source]
    is_quote = fact.kind is FactKind.QUOTE
    if not (is_quote or _in_one_sentence(one, other, source, spoken)):
        return None
    for part in _gap(one, other, source, spoken):
        for start, end in _spoken_parts(part, one, source, spoken):
            sign = recognise.left_out(
                reading.paragraphs[part.paragraph].text,
                (start, min(end, start + _MOST_BETWEEN)),
                reading.language,
                follows=(part.paragraph, start) == (one.paragraph, one.end),
                precedes=(part.paragraph, end) == (other.paragraph, other.start),
            )
            if sign and (is_quote or sign.meaning != "contrast"):
                return sign, Stretch(part.paragraph, sign.start, sign.end)
    return None


def _gap(one: Stretch, other: Stretch, source: str, spoken: Spoken) -> Iterator[Stretch]:
    """What lies between two stretches, by paragraph."""
    paragraphs = spoken.findings.readings[source].paragraphs
    for index in range(one.paragraph, other.paragraph + 1):
        start = one.end if index == one.paragraph else 0
        end = other.start if index == other.paragraph else len(paragraphs[index].text)
        yield Stretch(index, start, max(start, end))


def _spoken_parts(
    part: Stretch, one: Stretch, source: str, spoken: Spoken
) -> Iterator[tuple[int, int]]:
    """Of left-out words those that somebody said, where the words before are said by somebody.

    What a reporter writes between two quotations is no part of either.
    """
    quoted = spoken.telling(source, one.paragraph).touching(one.start, one.end)
    if not any(said.start <= one.start and one.end <= said.end + 1 for said in quoted):
        yield part.start, part.end
        return
    for said in spoken.telling(source, part.paragraph).touching(part.start, part.end):
        yield max(part.start, said.start), min(part.end, said.end)


def _in_one_sentence(one: Stretch, other: Stretch, source: str, spoken: Spoken) -> bool:
    if one.paragraph != other.paragraph:
        return False
    spans_of = spoken.findings.readings[source].sentences(one.paragraph)
    return any(start < one.end and other.start < end for start, end in spans_of)


def _outside(
    fact: Fact, touched: Sequence[Stretch], source: str, spoken: Spoken
) -> tuple[str, Stretch] | None:
    """A negation or qualifier of the same clause just before the words, or just after them."""
    reading = spoken.findings.readings[source]
    first, last = touched[0], touched[-1]
    text = reading.paragraphs[first.paragraph].text
    sign: Sign | None = recognise.governs(text, first.start, reading.language)
    if sign:
        place = Stretch(first.paragraph, sign.start, sign.end)
        return f"“{sign.word}” stands just before the words, in their clause", place
    text = reading.paragraphs[last.paragraph].text
    sign = recognise.breaks_off(text, last.end, reading.language)
    if not sign and fact.kind is FactKind.QUOTE:
        sign = recognise.takes_back(text, last.end, reading.language)
    if sign:
        place = Stretch(last.paragraph, sign.start, sign.end)
        return f"“{sign.word}” stands just after the words, in their sentence", place
    return None
