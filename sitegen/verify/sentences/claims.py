"""Checks of our own claims: what each says of numbers, dates and names is cited, and no more."""

from bisect import bisect_right
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.frozen import NamedTuple
from sitegen.markdown import ROLE, typed
from sitegen.model import Verdict
from sitegen.prose import Passage
from sitegen.recognise import Found, TokenKind
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.amounts import Amounts
from sitegen.recognise.figures.scan import scan
from sitegen.recognise.known import language_of
from sitegen.recognise.language import Language
from sitegen.recognise.speech.names import Roster
from sitegen.recognise.text.words import Words
from sitegen.recognise.text.words import words as words_of
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.places import in_paragraph
from sitegen.verify.sentences.claim_certainty import certainty_lost
from sitegen.verify.sentences.claim_dates import misstated_dates
from sitegen.verify.sentences.claim_names import unnamed_names
from sitegen.verify.sentences.claim_negations import one_sided_negation
from sitegen.verify.sentences.claim_numbers import misstated_numbers
from sitegen.verify.sentences.digits import in_plain_digits, undigested
from sitegen.verify.sentences.foreign_claims import misstated
from sitegen.verify.sentences.misstated import MOST_TOLD, Misstated
from sitegen.verify.sentences.numbered_names import has_in_a_name
from sitegen.verify.sentences.quoted_words import quoted_words, stands_in
from sitegen.verify.sentences.stated import Grounds, dates_of


def claims_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """Each number, date and name of a claim stands in its own citations, a role or a field.

    A negation stands on both sides or on neither, and what the words leave open stays open. Codes:
    claim-number, claim-date, modifier-dropped, claim-name, claim-negation, claim-certainty,
    uncited-quotation.
    """
    language = language_of(findings.within.language)
    for passage in findings.prose:
        if passage.key.field == "claim":
            grounds = Grounds(findings.within.facts[passage.key.id], findings)
            if grounds.cited:
                yield from _judge(passage, grounds, findings.roster, language)


class _Told(NamedTuple):
    """What is wrong with a claim from `start` to `end` of a paragraph."""

    start: int
    end: int
    code: str
    is_error: bool
    message: str
    hints: tuple[str, ...]
    related: tuple[Related, ...] = ()


def _judge(
    passage: Passage, grounds: Grounds, people: Roster, language: Language
) -> Iterator[Diagnostic | Judged]:
    """What is wrong with a claim, and its verdict: found where a part was judged and all holds."""
    judged = False
    told: list[_Told] = []
    for index, paragraph in enumerate(typed(passage.prose)):
        text = paragraph.text
        if not text.isascii() and all(words == in_plain_digits(words) for words in grounds.texts):
            text = in_plain_digits(text)
        if language is ENGLISH and grounds.is_english:
            read = words_of(text, grounds.language)
            count, found = _figures(text, read, grounds)
            judged, unnamed = unnamed_names(text, grounds, people, judged=judged or count > 0)
            found += [_name(one.start, one.end, one.text, one.person) for one in unnamed]
            found += _negation(text, read, grounds)
            found += _certainty(text, read, grounds)
        else:
            found = [_foreign(one) for one in misstated(text, language, grounds, people)]
        found += _quotations(text, grounds)
        found = sorted(found[:MOST_TOLD], key=lambda one: (one.start, one.code))
        for one in found:
            span = passage.find(index, one.start, one.end)
            tell = error if one.is_error else warning
            yield tell(
                one.code, one.message, span, fact=passage.fact, hints=one.hints, related=one.related
            )
        told += found
    if any(one.is_error for one in told):
        yield Judged(grounds.fact.id, "claim", Verdict.MISMATCH)
    elif judged and not told:
        yield Judged(grounds.fact.id, "claim", Verdict.FOUND)


def _figures(text: str, read: Words, grounds: Grounds) -> tuple[int, list[_Told]]:
    figures, ordinals = tuple(scan(read)), read.language.ordinals.keys()
    unsaid = undigested(text, grounds)
    if not (figures or unsaid) and ordinals.isdisjoint(read.lows):
        return 0, []
    numbers, wrong = misstated_numbers(Amounts(read, figures), grounds)
    dates, others = misstated_dates(text, figures, grounds)
    judged = [one for one in figures if unsaid and _is_judged(one, text, grounds)]
    ends = [one.end for one in judged]
    labels = [
        (start, end)
        for start, end in unsaid
        if (at := bisect_right(ends, start)) == len(ends) or judged[at].start >= end
        if not grounds.is_label(text, start, end)
        if not has_in_a_name(read, start, grounds)
    ]
    found = [_misstated(one, "value", grounds) for one in wrong]
    found += (_in_a_name(text, *span) for span in labels)
    found += [_misstated(one, "date", grounds) for one in others]
    return numbers + dates, found


def _is_judged(figure: Found, text: str, grounds: Grounds) -> bool:
    """Whether a figure is compared as a number or a date: not a year before Christ."""
    if figure.kind is not TokenKind.DATE or figure.date:
        return True
    return any(dates_of(text, [figure], grounds.cited[0].reading))


def _in_a_name(text: str, start: int, end: int) -> _Told:
    """Digits that are no number: of the Billboard 200, of Flight 1549, of 44 BC."""
    message = f"“{text[start:end]}” does not stand in the cited words"
    return _Told(start, end, "claim-number", True, message, ("write it as the words have it",))


def _misstated(one: Misstated, role: str, grounds: Grounds) -> _Told:
    write = f"write “{one.instead}”, as the words do" if one.instead else "write what the words say"
    if one.code == "modifier-dropped":
        hints: tuple[str, ...] = (write,)
    else:
        hints = (
            f"{write}; or cite the words that say “{one.text}” as well",
            f"or name the fact that gives it: {{{role}}}`ID`",
        )
    related = _place(one, grounds)
    return _Told(one.start, one.end, one.code, one.is_error, one.message, hints, related)


def _foreign(one: Misstated) -> _Told:
    """What is wrong with a claim where the site or the source is in another language."""
    hints = {
        "claim-number": "write what the words say; or name the fact that gives it: {value}`ID`",
        "claim-name": f"cite words that have the name, or write {{plain}}`{one.text}`",
        "claim-negation": "say it as the words do, or cite those that do",
    }
    return _Told(one.start, one.end, one.code, one.is_error, one.message, (hints[one.code],))


def _place(one: Misstated, grounds: Grounds) -> tuple[Related, ...]:
    """Where the source has the number that stands against ours."""
    stated = one.stated
    for cited in grounds.cited:
        index = cited.stretch.paragraph
        if stated and cited.reading.amounts(index) is stated.amounts:
            stretch = cited.stretch._replace(start=stated.amount.start, end=stated.amount.end)
            span = in_paragraph(grounds.findings, cited.source, stretch)
            return (Related(span, "the number in the source"),)
    return ()


def _name(start: int, end: int, text: str, person: str | None) -> _Told:
    if person:
        hints: tuple[str, ...] = (
            f"if the words mean this person: people: [{person}], or cite words with the name",
            f"or write {{person}}`{person}`",
        )
    else:
        hints = (f"cite words that have the name, or write {{plain}}`{text}`",)
    message = f"“{text}” is not named in the cited words"
    return _Told(start, end, "claim-name", False, message, hints)


def _negation(text: str, read: Words, grounds: Grounds) -> list[_Told]:
    one = one_sided_negation(text, read, grounds)
    if one is None:
        return []
    start, end = 0, len(text.split(ROLE, maxsplit=1)[0])
    if one.sign:
        start, end = one.sign.start, one.sign.end
    return [_Told(start, end, "claim-negation", False, one.message, (one.hint,))]


def _certainty(text: str, read: Words, grounds: Grounds) -> list[_Told]:
    one = certainty_lost(text, read, grounds)
    if one is None:
        return []
    end = len(text.split(ROLE, maxsplit=1)[0])
    message = f"the cited words say “{one}”, and the claim says it flatly"
    hint = f"say “{one}” as well, or what comes to it"
    return [_Told(0, end, "claim-certainty", False, message, (hint,))]


def _quotations(text: str, grounds: Grounds) -> list[_Told]:
    return [
        _Told(
            one.start,
            one.start + len(one.text),
            "uncited-quotation",
            False,
            f"“{one.words}” stands in quotation marks, and not in the cited lines",
            ("quote the words as they stand, or leave the marks out",),
        )
        for one in quoted_words(text)
        if not stands_in(one.words, grounds)
    ]
