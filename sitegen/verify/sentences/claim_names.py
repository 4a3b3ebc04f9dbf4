"""Checks of the names in a claim: whoever it names stands in the cited words, or in a field."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.recognise.speech.capitals import is_title
from sitegen.recognise.speech.names import Mention, Proper, Roster, name_words, proper_names
from sitegen.recognise.speech.same_names import joined
from sitegen.verify.sentences.named_there import Named
from sitegen.verify.sentences.stated import Grounds


class Unnamed(NamedTuple):
    """A name of a claim that the cited words do not have; `person` is whom it names, if known."""

    start: int
    end: int
    text: str
    person: str | None


def unnamed_names(text: str, grounds: Grounds, people: Roster) -> tuple[int, list[Unnamed]]:
    """How many names of a claim could be judged, and those that the cited words do not have."""
    mentions = people.mentions(text)
    others = list(_other_names(text, mentions, grounds))
    if not mentions and not others:
        return 0, []
    named = Named(text, grounds, people)
    wrong = [_person(text, mention) for mention in mentions if not named.has_person(mention)]
    wrong += [
        Unnamed(name.start, name.end, text[name.start : name.end], None)
        for name, forms in others
        if not named.has_name(name, forms)
    ]
    return len(mentions) + len(others), wrong


def _other_names(
    text: str, mentions: tuple[Mention, ...], grounds: Grounds
) -> Iterator[tuple[Proper, tuple[str, ...]]]:
    """The names that are of nobody in people.yaml, with their words that are judged.

    Of a longer name around somebody's the words before it: the Republican Ada Finch.
    """
    ends = [mention.end for mention in mentions]
    for name in proper_names(text, grounds.language):
        at = bisect_right(ends, name.start)
        alone = at == len(ends) or mentions[at].start >= name.end
        judged = name if alone else _beside(text, name, mentions[at], grounds)
        forms = joined(_judged_words(text, judged, grounds)) if judged else ()
        if judged and forms:
            yield judged, forms


def _beside(text: str, name: Proper, mention: Mention, grounds: Grounds) -> Proper | None:
    """What a name has before the mention of a person within it, but for titles."""
    before = text[name.start : max(name.start, mention.start)]
    words = [word for word in name_words(before) if not is_title(word, grounds.language)]
    if not words:
        return None
    end = name.start + words[-1].end
    return name._replace(end=end, words=tuple(word.form for word in words))


def _person(text: str, mention: Mention) -> Unnamed:
    who = next(iter(mention.who)) if len(mention.who) == 1 else None
    return Unnamed(mention.start, mention.end, text[mention.start : mention.end], who)


def _judged_words(text: str, name: Proper, grounds: Grounds) -> Iterator[str]:
    """The words of a name that are judged: none that only begins a sentence, no month alone."""
    language = grounds.language
    begins = _begins_sentence(text, name.start)
    lows = [form.lower() for form in name.words]
    if all(low in language.months or low in language.weekdays for low in lows) and lows:
        return
    words = name.words or tuple(text[name.start : name.end].split())
    for index, form in enumerate(words):
        low = form.lower()
        if low in language.name_particles or low in language.name_suffixes:
            continue
        if index == 0 and begins and not grounds.is_name_there(form):
            continue
        yield form


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:"
