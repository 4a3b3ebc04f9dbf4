"""Checks of claims where the site or the cited source is in another language than English.

Much less is known of those: the digits are compared, numbers in words, the people of the fact
sheet, and whether a sentence denies.
"""

from collections.abc import Iterator
from decimal import Decimal

from sitegen import edtf, recognise
from sitegen.edtf import Edtf
from sitegen.recognise.denial import denial
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.figures.continental import written_numbers
from sitegen.recognise.language import Language
from sitegen.recognise.speech.names import Roster, name_words
from sitegen.recognise.text.words import Words, words
from sitegen.verify.sentences.claim_names import is_name, unnamed_names
from sitegen.verify.sentences.digits import DIGITS, undigested
from sitegen.verify.sentences.misstated import Misstated
from sitegen.verify.sentences.named_there import Named
from sitegen.verify.sentences.stated import Grounds

_SPELLED = 2  # digits of a number that the words of any language may spell
_FEWEST = 2  # a one is an article as well
_LONG = 4  # letters of a word that says something
_REPEATED = 2, 3  # how many of a claim's words must stand in the cited ones: two of three


def misstated(text: str, language: Language, grounds: Grounds, people: Roster) -> list[Misstated]:
    """What does not hold of a claim, for the language of the site.

    Codes: claim-number, claim-name, claim-negation.
    """
    language = _written_in(text, language)
    read = words(text, language)
    there = frozenset(_there(grounds))
    found = [*_digits(text, grounds, there), *_in_words(read, grounds, there)]
    found += _names(text, language, grounds, people)
    found += _one_sided(read, grounds)
    return found


def _written_in(text: str, language: Language) -> Language:
    """The language of a claim: the site's, or English where as many of its small words are."""
    lows = words(text, language).lows
    own, english = (sum(low in one.no_names for low in lows) for one in (language, ENGLISH))
    return ENGLISH if english >= max(own, 1) else language


def _there(grounds: Grounds) -> Iterator[Decimal]:
    """Whatever the numbers of the cited words may amount to, and those of fields."""
    for cited in grounds.cited:
        for one in cited.reading.numbers(cited.stretch.paragraph):
            if cited.stretch.start <= one.start and one.end <= cited.stretch.end:
                yield from (*one.worths, *one.bare)
    value = grounds.value()
    if value is not None:
        yield value
    for stated in (*grounds.field_amounts(), *grounds.reasoned_amounts()):
        if stated.amount.value is not None:
            yield stated.amount.value


def _digits(text: str, grounds: Grounds, there: frozenset[Decimal]) -> Iterator[Misstated]:
    """Of digits alone the look is compared, of dates as well.

    Where the cited words have none, they may spell a small number, and a large one is in doubt.
    """
    in_digits = any(DIGITS.search(told) for told in grounds.texts)
    spelled = bool(there) and all(cited.reading.language.spelled for cited in grounds.cited)
    for start, end in undigested(text, grounds):
        digits = text[start:end]
        plain = "".join(filter(str.isdecimal, digits))
        if Decimal(plain) in there or not (in_digits or spelled or end - start > _SPELLED):
            continue
        if not _is_published(digits, grounds):
            yield _number(digits, start, end, is_error=in_digits)


def _in_words(read: Words, grounds: Grounds, there: frozenset[Decimal]) -> Iterator[Misstated]:
    """Numbers in words that the cited words lack, where these have another that the claim lacks."""
    if not all(cited.reading.language.spelled for cited in grounds.cited):
        return
    ours = list(_spelled(read))
    said = {worth for one in written_numbers(read) for worth in (*one.worths, *one.bare)}
    said.update(value for _, _, value in ours)
    others = {value for value in there if value >= _FEWEST} - said
    for start, end, value in ours if others else ():
        if value >= _FEWEST and value not in there:
            yield _number(read.text[start:end], start, end, is_error=False)


def _spelled(read: Words) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers in words of a claim."""
    if read.language is not ENGLISH:
        for one in written_numbers(read):
            if not read.text[one.start].isdigit():
                yield one.start, one.end, one.worths[0]
        return
    amounts = recognise.amounts(read.text)
    for amount in amounts.every:
        text = amounts.text(amount)
        if amount.stated and amount.value is not None and not any(map(str.isdigit, text)):
            yield amount.start, amount.end, amount.value


def _number(text: str, start: int, end: int, *, is_error: bool) -> Misstated:
    message = f"“{text}” does not stand in the cited words"
    return Misstated(start, end, text, "claim-number", is_error, message)


def _is_published(digits: str, grounds: Grounds) -> bool:
    """Whether digits are the year of a cited source."""
    date = edtf.parse(digits)
    return isinstance(date, Edtf) and grounds.is_published(date)


def _names(text: str, own: Language, grounds: Grounds, people: Roster) -> Iterator[Misstated]:
    """Names that the cited words, the fields and the text around them do not have.

    Between two languages names differ, and so do capitals: there only the people are looked for.
    """
    if own is not grounds.language or own.noun_capitals or not own.no_names:
        yield from _persons(text, grounds, people)
        return
    _, unnamed = unnamed_names(text, grounds, people, judged=False)
    for one in unnamed:
        yield _not_named(one.start, one.end, one.text)


def _not_named(start: int, end: int, text: str) -> Misstated:
    message = f"“{text}” is not named in the cited words"
    return Misstated(start, end, text, "claim-name", False, message)


def _persons(text: str, grounds: Grounds, people: Roster) -> Iterator[Misstated]:
    """People of the fact sheet whom the cited words, the fields and the text around do not name."""
    named = Named(text, grounds, people)
    for mention in people.among(name_words(text)):
        if is_name(text, mention, people.language) and not named.has_person(mention):
            yield _not_named(mention.start, mention.end, text[mention.start : mention.end])


def _one_sided(read: Words, grounds: Grounds) -> Iterator[Misstated]:
    """A claim that denies what the words say, or, close to them, says what they deny."""
    language = grounds.language
    theirs = [words(told, language) for told in grounds.texts]
    if not language.denials:
        return
    ours, denied = denial(read), any(denial(told) for told in theirs)
    same = read.language is language
    if bool(ours) == denied or not (_repeats(read, theirs) if same else ours):
        return
    start, end = ours or (0, len(read.text))
    text = read.text[start:end]
    message = (
        f"the claim says “{text}”, and no negation stands in the cited words"
        if ours
        else "the cited words deny it, and the claim denies nothing"
    )
    yield Misstated(start, end, text, "claim-negation", False, message)


def _repeats(read: Words, theirs: list[Words]) -> bool:
    """Whether a claim keeps close to the cited words."""
    there = {low for told in theirs for low in told.lows}
    ours = [low for low in read.lows if len(low) >= _LONG]
    kept, of = _REPEATED
    return of * sum(low in there for low in ours) >= kept * len(ours)
