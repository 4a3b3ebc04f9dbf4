"""Checks of words that show hardly what was said: one or two of many, or a headline alone."""

import re
from collections.abc import Iterator, Mapping

from sitegen.diagnostics import Diagnostic, warning
from sitegen.model import FactKind, Source
from sitegen.verify.finding import Finding
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.words.stretched import words_place

_ENOUGH = 200  # characters in which more words stand than these
_SHORT = 2  # words below which a quotation hardly shows what was said
_OUTSIDE = " .,;:!?…-—–\"“”„«»「」‹›'’‘"  # marks that are no part of what is said
_LONGEST_HEADLINE = 200
_ENDS = frozenset(".!?…:;,")
_DOUBLE = '“”«»„"'
_WORD = re.compile(r"\w+(?:['’.,:-]\w+)*")


def quotations_say_something(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-short`: one or two words out of a longer quotation of the source."""
    for fact in spoken.findings.judged:
        if fact.kind is not FactKind.QUOTE:
            continue
        counts = [
            (_word_count(finding, spoken), finding) for finding in spoken.findings.speaking[fact.id]
        ]
        most = max(counts, key=lambda counted: counted[0], default=None)
        if most and 0 < most[0] <= _SHORT and not _is_whole(most[1], spoken):
            words = "one word" if most[0] == 1 else "two words"
            yield warning(
                "quote-short",
                f"{words} out of a longer quotation: that shows hardly what was said",
                words_place(fact, most[1]),
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
        for index, start, end in spoken.stretches(finding)
        for telling in (spoken.telling(source, index),)
        for text in (telling.paragraph.text,)
    )


def headlines_are_no_evidence(spoken: Spoken) -> Iterator[Diagnostic]:
    """`quote-headline`: a fact rests on the headline alone, which its writer seldom wrote."""
    findings = spoken.findings
    headlines = {source.id: headline_of(source) for source in findings.within.sources.values()}
    for fact in findings.judged:
        cited = findings.speaking[fact.id]
        if cited and all(_rests_on(finding, headlines) for finding in cited):
            yield warning(
                "quote-headline",
                "the words stand in the headline",
                words_place(fact, cited[0]),
                fact=fact.id,
                hints=("cite the passage of the article that says so",),
            )


def _rests_on(finding: Finding, headlines: Mapping[str, int | None]) -> bool:
    headline = headlines[finding.citation.source]
    return all(place.line == headline for place in finding.anchors)


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


def _word_count(finding: Finding, spoken: Spoken) -> int:
    """How many words are cited; those of long ones are not counted to the last."""
    lines = spoken.findings.readings[finding.citation.source].lines
    if finding.quote and finding.quote.edits and not finding.citation.selector.exact:
        quoted = (*finding.quote.edits.quoted, *(e.words for e in finding.quote.edits.replaced))
        return sum(len(_WORD.findall(words)) for words in quoted)
    return sum(
        len(_WORD.findall(lines[line - 1], start, min(end, start + _ENOUGH)))
        for line, start, end in finding.anchors
    )
