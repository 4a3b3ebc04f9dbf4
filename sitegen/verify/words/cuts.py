"""Checks of what cited words leave out: over elisions, and just outside of them."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from sitegen import recognise
from sitegen.diagnostics import Diagnostic, Related, Span, warning
from sitegen.model import Fact, FactKind, Source
from sitegen.recognise import Sign
from sitegen.verify.findings import Finding
from sitegen.verify.passages import Stretch, stretches
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.words.stretched import anchors_of, in_english, readable, shown, spans

_ENOUGH = 200  # characters in which more words stand than these
_SHORT = 2  # words below which a quotation hardly shows what was said
_WORD = re.compile(r"\w+(?:['’.,:-]\w+)*")
_CLOSED = re.compile("[\"”»›」]|(?<!\\w)['’]")
_OUTSIDE = " .,;:!?…-—–\"“”„«»「」‹›'’‘"  # marks that are no part of what is said
_TURN = re.compile(r"\s*(?:—|–|--)")  # French books give a dialogue so, all in one pair of marks
_LONGEST_HEADLINE = 200
_ENDS = frozenset(".!?…:;,")
_MOST_BETWEEN = 20_000  # characters of an elision that are read
_OPENING = frozenset("\"“„«‹「'‘‚")
_DOUBLE = '“”«»„"'


def cuts_are_fair(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-cut`: what is left out between the words or beside them turns or weakens them."""
    findings = spoken.findings
    for fact in findings.factsheet.facts.values():
        for finding in readable(fact, findings):
            source = finding.citation.source
            problem = _cut(fact, finding, spoken)
            if problem:
                reason, stretch = problem
                yield warning(
                    "quote-cut",
                    reason,
                    _words_place(fact, finding),
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
    for anchors in shown(finding):
        touched = tuple(stretches(reading, anchors))
        problem = _between(fact, touched, edited, source, spoken)
        if in_english(source, spoken.findings):
            problem = problem or _outside(fact, touched, source, spoken)
        if problem:
            return problem
    return None


def quotations_say_something(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-short`: one or two words out of a longer quotation of the source."""
    for fact in spoken.findings.factsheet.facts.values():
        if fact.kind is not FactKind.QUOTE:
            continue
        counts = [
            (_word_count(finding, spoken), finding) for finding in readable(fact, spoken.findings)
        ]
        most = max(counts, key=lambda counted: counted[0], default=None)
        if most and 0 < most[0] <= _SHORT and not _is_whole(most[1], spoken):
            words = "one word" if most[0] == 1 else "two words"
            yield warning(
                "quote-short",
                f"{words} out of a longer quotation: that shows hardly what was said",
                _words_place(fact, most[1]),
                fact=fact.id,
                hints=("quote the whole clause, or make it a claim with according_to",),
            )


def _is_whole(finding: Finding, spoken: Spoken) -> bool:
    """Whether the words are all that the source's own quotation marks hold: nothing is cut."""
    source = finding.citation.source
    return all(
        any(
            text[part.start : part.end].strip(_OUTSIDE) == text[start:end].strip(_OUTSIDE)
            for part in telling.touching(start, end)
        )
        for index, start, end in spans(finding, spoken)
        for telling in (spoken.telling(source, index),)
        for text in (telling.paragraph.text,)
    )


def headlines_are_no_evidence(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-headline`: a fact rests on the headline alone, which its writer seldom wrote."""
    findings = spoken.findings
    headlines = {source.id: headline_of(source) for source in findings.factsheet.sources.values()}
    for fact in findings.factsheet.facts.values():
        cited = readable(fact, findings)
        if cited and all(_rests_on(finding, headlines) for finding in cited):
            yield warning(
                "quote-headline",
                "the words stand in the headline",
                _words_place(fact, cited[0]),
                fact=fact.id,
                hints=("cite the passage of the article that says so",),
            )


def _rests_on(finding: Finding, headlines: Mapping[str, int | None]) -> bool:
    headline = headlines[finding.citation.source]
    return all(place.line == headline for place in anchors_of(finding))


def headline_of(source: Source) -> int | None:
    """The line of an article's headline: its first, if it is the title or set off like one."""
    lines = source.article.lines if source.article else ()
    first = next((number for number, line in enumerate(lines, start=1) if line.strip()), None)
    if first is None:
        return None
    words = lines[first - 1].strip()
    if not source.title_inferred and _plain(words) == _plain(source.title):
        return first
    following = lines[first] if first < len(lines) else ""
    set_off = first < len(lines) and not following.strip()
    is_short = len(words) <= _LONGEST_HEADLINE and words[-1] not in _ENDS
    return first if set_off and is_short and words[0] not in _DOUBLE else None


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words)).casefold()


def _words_place(fact: Fact, finding: Finding) -> Span:
    has_exact = bool(finding.citation.selector.exact)
    return finding.citation.places("exact") if has_exact else fact.places("quote")


def _word_count(finding: Finding, spoken: Spoken) -> int:
    """How many words are cited; those of long ones are not counted to the last."""
    lines = spoken.findings.readings[finding.citation.source].lines
    count = 0
    if finding.quote and finding.quote.edits and not finding.citation.selector.exact:
        quoted = (*finding.quote.edits.quoted, *(e.words for e in finding.quote.edits.replaced))
        return sum(len(_WORD.findall(words)) for words in quoted)
    for line, start, end in anchors_of(finding):
        count += len(_WORD.findall(lines[line - 1], start, min(end, start + _ENOUGH)))
        if count > _SHORT:
            break
    return count


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
        if in_english(source, spoken.findings):
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
            if telling.paragraph.text[start] not in _OPENING
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
    quoted = spoken.telling(source, one.paragraph).quoted
    if not any(said.start <= one.start and one.end <= said.end + 1 for said in quoted):
        yield part.start, part.end
        return
    for said in spoken.telling(source, part.paragraph).quoted:
        start, end = max(part.start, said.start), min(part.end, said.end)
        if start < end:
            yield start, end


def _in_one_sentence(one: Stretch, other: Stretch, source: str, spoken: Spoken) -> bool:
    if one.paragraph != other.paragraph:
        return False
    spans_of = spoken.findings.readings[source].sentences(one.paragraph)
    return any(start <= one.start and other.end <= end for start, end in spans_of)


def _outside(
    fact: Fact, touched: Sequence[Stretch], source: str, spoken: Spoken
) -> tuple[str, Stretch] | None:
    """A negation or qualifier of the same clause just before the words, or just after them."""
    if not touched:
        return None
    reading = spoken.findings.readings[source]
    first, last = touched[0], touched[-1]
    text = reading.paragraphs[first.paragraph].text
    sign: Sign | None = recognise.governs(text, first.start, reading.language)
    if sign:
        place = Stretch(first.paragraph, sign.start, sign.end)
        return f"“{sign.word}” stands just before the words, in their clause", place
    if fact.kind is not FactKind.QUOTE:
        return None
    text = reading.paragraphs[last.paragraph].text
    sign = recognise.takes_back(text, last.end, reading.language)
    if sign:
        place = Stretch(last.paragraph, sign.start, sign.end)
        return f"“{sign.word}” stands just after the words, in their sentence", place
    return None
