"""Checks of the names in a claim: whoever it names stands in the cited words, or in a field."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from sitegen.model import Fact, Person
from sitegen.recognise.denials import standing
from sitegen.recognise.speech.capitals import is_title
from sitegen.recognise.speech.names import Mention, Proper, Roster, name_words, proper_names
from sitegen.recognise.speech.same_names import Naming, joined
from sitegen.verify.sentences.stated import Cited, Grounds, field_texts

_LAST = 1  # persons named before the cited words whom a pronoun in them may mean
_MOST_BACK = 600  # characters before the cited words in which somebody is looked for


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
    reach = _Reach(grounds, people)
    wrong = [_person(text, mention) for mention in mentions if not reach.has_person(mention, text)]
    wrong += [
        Unnamed(name.start, name.end, text[name.start : name.end], None)
        for name, forms in others
        if not reach.has_name(forms)
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


class _Reach:
    """Whom and what the cited words and the fields name; each part is read when it is needed."""

    def __init__(self, grounds: Grounds, people: Roster) -> None:
        self.grounds = grounds
        self.people = people
        self._of_fields = frozenset(_of_fields(grounds.fact))

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return (*self.grounds.texts(), *field_texts(self.grounds.fact))

    @cached_property
    def _named_there(self) -> bool:
        """Whether the cited words name anybody at all."""
        return any(self.people.mentions(words) for words in self.grounds.texts())

    @cached_property
    def _named(self) -> frozenset[str]:
        """The persons whom the cited words name; where they name nobody, whom “he” may mean."""
        mentions = (mention for words in self._texts for mention in self.people.mentions(words))
        named = {who for mention in mentions for who in mention.who}
        if not named and not self.grounds.fact.people:
            named = self._meant_by_pronouns()
        return frozenset(named)

    @cached_property
    def _strict(self) -> Naming:
        return Naming(self._texts, self.grounds.language)

    @cached_property
    def _fields(self) -> Naming:
        factsheet = self.grounds.findings.factsheet
        persons = (factsheet.people.get(who) for who in self._of_fields | self._named)
        names = [name for person in persons if person for name in _names(person)]
        cited = (factsheet.sources[one.source] for one in self.grounds.cited)
        names += (name for source in cited for name in (source.publisher, source.author) if name)
        return Naming(names, self.grounds.language)

    @cached_property
    def _titles(self) -> Naming:
        """What the headlines name: what a text is about it need not name each time."""
        sources = self.grounds.findings.factsheet.sources
        titles = dict.fromkeys(sources[one.source].title for one in self.grounds.cited)
        return Naming(filter(None, titles), self.grounds.language, capitals=True)

    @cached_property
    def _lines(self) -> Naming:
        return Naming(self.grounds.own(), self.grounds.language, capitals=True)

    def has_person(self, mention: Mention, text: str) -> bool:
        """Whether somebody is named in the cited words, or in a field of the fact."""
        if mention.who & self._of_fields or mention.who & self._named:
            return True
        if mention.who & self._meant:
            return True
        forms = [word.form for word in name_words(text[mention.start : mention.end])]
        if all(map(self._strict.has, forms)):
            return True
        return not self._named_there and all(map(self._titles.has, forms))

    def has_name(self, forms: tuple[str, ...]) -> bool:
        """Whether each word of a name stands in the cited words, a field or the cited lines."""
        rest = [form for form in forms if not self._strict.has(form)]
        rest = [form for form in rest if not self._fields.has(form)]
        if not rest or all(map(self._lines.has, rest)):
            return True
        rest = [form for form in rest if not self._titles.has(form)]
        if not rest:
            return True
        places = (self._strict, self._fields, self._lines, self._titles)
        return any(one.has_acronym(forms) for one in places)

    @cached_property
    def _meant(self) -> frozenset[str]:
        """Whom the pronouns of the words may mean: the author, somebody just named."""
        kinds = standing(" ".join(self._texts), self.grounds.language)
        meant: set[str] = set()
        for cited in self.grounds.cited:
            source = self.grounds.findings.factsheet.sources[cited.source]
            if source.author and ("first" in kinds or self._is_told_by_its_author(cited)):
                meant |= _of(self.people, source.author)
            if "named" in kinds:
                mentions = self.people.mentions(_before(cited))
                meant |= {who for mention in mentions[-_LAST:] for who in mention.who}
        return frozenset(meant)

    def _is_told_by_its_author(self, cited: Cited) -> bool:
        """Whether the paragraph of the words has an “I”, as its narrator is there."""
        text = cited.reading.paragraphs[cited.stretch.paragraph].text
        return "first" in standing(text, self.grounds.language)

    def _meant_by_pronouns(self) -> set[str]:
        """Whom “he”, “I” or “the rapper” may mean: the persons named last before the words."""
        meant: set[str] = set()
        for cited in self.grounds.cited:
            paragraphs = cited.reading.paragraphs
            index, start = cited.stretch.paragraph, cited.stretch.start
            before = paragraphs[index].text[:start]
            while index and len(before) < _MOST_BACK and not self.people.mentions(before):
                index -= 1
                before = f"{paragraphs[index].text} {before}"
            mentions = self.people.mentions(before[-_MOST_BACK:])
            meant |= mentions[-1].who if mentions else frozenset()
        return meant


def _of(people: Roster, text: str) -> set[str]:
    return {who for mention in people.mentions(text) for who in mention.who}


def _before(cited: Cited) -> str:
    """The text before the cited words, of this paragraph and those before it."""
    paragraphs, index = cited.reading.paragraphs, cited.stretch.paragraph
    text = paragraphs[index].text[: cited.stretch.start]
    while index and len(text) < _MOST_BACK:
        index -= 1
        text = f"{paragraphs[index].text} {text}"
    return text[-_MOST_BACK:]


def _of_fields(fact: Fact) -> Iterator[str]:
    for who in (fact.speaker, fact.according_to):
        if who and who.person:
            yield who.person
    if fact.addressee:
        yield fact.addressee
    yield from fact.people


def _names(person: Person) -> Iterator[str]:
    yield person.name
    yield from person.aliases
    if person.role:
        yield person.role
