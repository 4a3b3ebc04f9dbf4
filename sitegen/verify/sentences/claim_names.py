"""Checks of the names in a claim: whoever it names stands in the cited words, or in a field."""

from bisect import bisect_right
from collections.abc import Iterator

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import is_title
from sitegen.recognise.speech.names import (
    Mention,
    Proper,
    Roster,
    name_words,
    proper_among,
)
from sitegen.recognise.speech.same_names import joined
from sitegen.verify.sentences.named_there import Named
from sitegen.verify.sentences.stated import Grounds


class Unnamed(NamedTuple):
    """A name of a claim that the cited words do not have; `person` is whom it names, if known."""

    start: int
    end: int
    text: str
    person: str | None


def unnamed_names(
    text: str, grounds: Grounds, people: Roster, *, judged: bool
) -> tuple[bool, list[Unnamed]]:
    """Whether any name of a claim could be judged, and those that the cited words do not have.

    `judged`: something of the claim was already, so that nobody has to know.
    """
    named = Named(text, grounds, people)
    if judged and named.has_all():
        return judged, []
    read = name_words(text)
    mentions = people.among(read)
    names = proper_among(read, grounds.language)
    wrong = [
        _person(text, mention)
        for mention in mentions
        if is_name(text, mention, grounds.language) and not named.has_person(mention)
    ]
    judged = judged or bool(mentions)
    for name, forms, begins in _other_names(text, names, mentions, grounds):
        whole = forms[1:] if begins and not grounds.is_name_there(forms[0]) else forms
        parts = joined(whole)
        judged = judged or bool(parts)
        if not named.has_name(name, parts):
            wrong.append(Unnamed(name.start, name.end, text[name.start : name.end], None))
    return judged, wrong


def _other_names(
    text: str, names: tuple[Proper, ...], mentions: tuple[Mention, ...], grounds: Grounds
) -> Iterator[tuple[Proper, list[str], bool]]:
    """The names that are of nobody in people.yaml, with their words that are judged.

    Of a longer name around somebody's the words before it: the Republican Ada Finch. Last, whether
    the first of the words begins a sentence, where it may be no name.
    """
    ends = [mention.end for mention in mentions]
    for name in names:
        at = bisect_right(ends, name.start)
        alone = at == len(ends) or mentions[at].start >= name.end
        judged = name if alone else _beside(text, name, mentions[at], grounds)
        if judged:
            words = judged.words or tuple(text[judged.start : judged.end].split())
            forms = _judged_words(words, grounds.language)
            if forms and not _is_of_calendar(judged.words, grounds.language):
                begins = forms[0] == words[0] and _begins_sentence(text, judged.start)
                yield judged, forms, begins


def _beside(text: str, name: Proper, mention: Mention, grounds: Grounds) -> Proper | None:
    """What a name has before the mention of a person within it, but for titles."""
    before = text[name.start : max(name.start, mention.start)]
    words = [word for word in name_words(before) if not is_title(word, grounds.language)]
    if not words:
        return None
    end = name.start + words[-1].end
    return name._replace(end=end, words=tuple(word.form for word in words))


def is_name(text: str, mention: Mention, language: Language) -> bool:
    """Whether a mention is by name: “the captain” is none, though people.yaml may have it.

    Nor is the article that Mr. A---- has as a name. But bell hooks is one.
    """
    first, *others = text[mention.start : mention.end].split()
    role = language.particles.get(first.lower())
    return role not in {"article", "the"} or any(word[:1].isupper() for word in others)


def _person(text: str, mention: Mention) -> Unnamed:
    who = next(iter(mention.who)) if len(mention.who) == 1 else None
    return Unnamed(mention.start, mention.end, text[mention.start : mention.end], who)


def _judged_words(words: tuple[str, ...], language: Language) -> list[str]:
    """The words of a name without those that only join or follow names."""
    particles, suffixes = language.name_particles, language.name_suffixes
    pairs = ((form, form.lower()) for form in words)
    return [form for form, low in pairs if low not in particles and low not in suffixes]


def _is_of_calendar(words: tuple[str, ...], language: Language) -> bool:
    """Whether words are months and weekdays alone."""
    months, weekdays = language.months, language.weekdays
    lows = [form.lower() for form in words]
    return bool(lows) and all(low in months or low in weekdays for low in lows)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:"
