"""Whom and what the cited words of a fact name, its fields, and the text around them."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.model import Fact, Person
from sitegen.recognise.lazily import lazily
from sitegen.recognise.speech.names import Mention, Proper, Roster, name_words, proper_names
from sitegen.recognise.speech.same_names import Naming, keys, without_kind
from sitegen.recognise.text.words import words
from sitegen.verify.sentences.around import around
from sitegen.verify.sentences.plain_words import all_in, plain_words
from sitegen.verify.sentences.replaced_names import Replaced
from sitegen.verify.sentences.stated import Grounds, field_texts

_SHORTEST_SPELLED = 3  # letters; any two words may begin with two of them


class Named:
    """The names that a claim may use; each part is read when it is needed.

    What the words themselves name, or a field, a claim may name. Where they say “he”, “the company”
    or nothing at all, the text around them says whom they mean, and so may the claim: unless the
    name stands in the place of another one, that the words have and the claim has not.
    """

    def __init__(self, claim: str, grounds: Grounds, people: Roster) -> None:
        self.claim = claim
        self.grounds = grounds
        self.people = people
        self._around: dict[str, frozenset[str]] = {}  # the persons whom each text around names

    def has_all(self) -> bool:
        """Whether the cited words have each word of the claim, so that they have each name of it.

        A quick look, which may say no too often. A title may be judged with what follows it, and
        several letters as one word (see `joined`); all other names are made of these words.
        """
        words = plain_words([self.claim])
        letters = [word for word in words if len(word) == 1 and word.isupper()]
        if len(letters) > 1 or not self.has_plainly(words):
            return False
        return self.grounds.language.titles.keys().isdisjoint([word.lower() for word in words])

    def has_plainly(self, forms: Sequence[str]) -> bool:
        """Whether the cited words have these words just so; a quick look at what `_words` has."""
        return all_in(self._plainly, forms)

    def has_person(self, mention: Mention) -> bool:
        """Whether the words, a field or the text around them name somebody."""
        if mention.who & self._of_fields:
            return True
        forms = [word.form for word in name_words(self.claim[mention.start : mention.end])]
        if self.has_plainly(forms) or mention.who & self._in_words:
            return True
        if all(map(self._words.has, forms)):
            return True
        if self._is_of_others or self._replaced.person(mention.start, mention.end):
            return False
        if mention.who & self._authors or self._is_around(mention.who):
            return True
        return all(map(self._titles.has, forms))

    def has_name(self, name: Proper, forms: tuple[str, ...]) -> bool:
        """Whether each word of a name stands in the words, a field, the lines or around them."""
        if self.has_plainly(forms):
            return True
        if all_in(self._plainly | self._plain_lines, forms) and not self._replaced.part(forms):
            return True  # as below, where nothing is read of the words
        rest = [form for form in forms if not self._words.has(form)]
        if len(rest) < len(forms):
            rest = without_kind(rest, self.grounds.language)
        if not rest or self._words.has_acronym(forms) or self._lines.has_acronym(forms):
            return True
        if self._replaced.part(forms):
            return False
        if len(forms) == 1 and (self._is_spelled_out(forms[0]) or self._has_number_of(forms[0])):
            return True
        rest = [form for form in rest if not self._fields.has(form)]
        if all(map(self._lines.has, rest)):
            return True
        rest = [form for form in rest if not self._titles.has(form)]
        if not rest or any(one.has_acronym(forms) for one in (self._fields, self._titles)):
            return True
        return self._is_near(forms) and not self._replaced.name(name.start, name.end)

    def _has_number_of(self, form: str) -> bool:
        """Whether letters stand there in the singular or the plural: SUVs, of an SUV."""
        letters = form.removesuffix("s")
        if len(letters) < _SHORTEST_SPELLED or not letters.isupper():
            return False
        return self._words.has(letters) or self._words.has(f"{letters}s")

    def _is_spelled_out(self, form: str) -> bool:
        """Whether a name in capitals stands there in words: the GDP is a gross domestic product."""
        letters = form.replace(".", "")
        if not letters.isupper() or len(letters) < _SHORTEST_SPELLED:
            return False
        particles = self.grounds.language.particles
        for text in self._texts:
            lows = words(text, self.grounds.language).lows
            if letters.lower() in "".join(low[0] for low in lows if low not in particles):
                return True
        return False

    def _is_near(self, forms: tuple[str, ...]) -> bool:
        """Whether one name of the text around the words has all words of a name, or its letters."""
        whole, language = self._words_around, self.grounds.language
        if whole.has_acronym(forms):
            return True
        if not all(map(whole.has, forms)):
            return False
        names = {name for key in keys(forms[0], language) for name in self._by_key.get(key, ())}
        one = len(forms) == 1
        return one or any(all(map(Naming([name], language).has, forms)) for name in names)

    @lazily
    def _texts(self) -> tuple[str, ...]:
        return (*self.grounds.texts, *field_texts(self.grounds.fact))

    @lazily
    def _replaced(self) -> Replaced:
        return Replaced(self.claim, self.grounds.texts, self.people)

    @lazily
    def _is_of_others(self) -> bool:
        """Whether the fact lists somebody whom its claim does not name, as if it spoke of them."""
        return not _of(self.people, [self.claim]).issuperset(self.grounds.fact.people)

    @lazily
    def _in_words(self) -> frozenset[str]:
        """The persons whom the cited words name."""
        return frozenset(_of(self.people, self._texts))

    def _is_around(self, who: frozenset[str]) -> bool:
        """Whether the text around the cited words names one of some persons."""
        for text in self._texts_around:
            if text not in self._around:
                self._around[text] = frozenset(_of(self.people, [text]))
            if who & self._around[text]:
                return True
        return False

    @lazily
    def _authors(self) -> frozenset[str]:
        """Who wrote and who published the sources: what they tell, a claim may lay to them."""
        sources = self.grounds.findings.within.sources
        told = [sources[cited.source] for cited in self.grounds.cited]
        names = [name for source in told for name in (source.author, source.publisher) if name]
        return frozenset(_of(self.people, names))

    @lazily
    def _texts_around(self) -> tuple[str, ...]:
        return tuple(around(self.grounds))

    @lazily
    def _of_fields(self) -> frozenset[str]:
        """The persons whom the fields of the fact name."""
        return frozenset(_of_fields(self.grounds.fact))

    @lazily
    def _plainly(self) -> frozenset[str]:
        """The plain words of the cited words, in lower case."""
        return frozenset(word.lower() for word in plain_words(self.grounds.texts))

    @lazily
    def _plain_lines(self) -> frozenset[str]:
        """Those of the cited lines that have a capital."""
        words = plain_words(self.grounds.own())
        return frozenset(word.lower() for word in words if word[0].isupper())

    @lazily
    def _words(self) -> Naming:
        return Naming(self._texts, self.grounds.language)

    @lazily
    def _fields(self) -> Naming:
        factsheet = self.grounds.findings.within
        persons = (factsheet.people.get(who) for who in self._of_fields | self._in_words)
        names = [name for person in persons if person for name in _names(person)]
        cited = (factsheet.sources[one.source] for one in self.grounds.cited)
        names += (name for source in cited for name in (source.publisher, source.author) if name)
        return Naming(names, self.grounds.language)

    @lazily
    def _titles(self) -> Naming:
        """What the headlines name: what a text is about it need not name each time."""
        sources = self.grounds.findings.within.sources
        titles = dict.fromkeys(sources[one.source].title for one in self.grounds.cited)
        return Naming(filter(None, titles), self.grounds.language, capitals=True)

    @lazily
    def _lines(self) -> Naming:
        return Naming(self.grounds.own(), self.grounds.language, capitals=True)

    @lazily
    def _names_around(self) -> tuple[str, ...]:
        """Each name in the text around the cited words."""
        language = self.grounds.language
        return tuple(
            text[name.start : name.end]
            for text in self._texts_around
            for name in proper_names(text, language)
            if name.sure or self.grounds.is_name_there(text[name.start : name.end])
        )

    @lazily
    def _words_around(self) -> Naming:
        return Naming(self._names_around, self.grounds.language, capitals=True)

    @lazily
    def _by_key(self) -> dict[str, set[str]]:
        """The names around the words by each of their words."""
        found: dict[str, set[str]] = {}
        for name in self._names_around:
            for word in name_words(name):
                for key in keys(word.form, self.grounds.language):
                    found.setdefault(key, set()).add(name)
        return found


def _of(people: Roster, texts: Iterable[str]) -> set[str]:
    return {who for text in texts for mention in people.mentions(text) for who in mention.who}


def _of_fields(fact: Fact) -> Iterator[str]:
    for who in (fact.speaker, fact.according_to, fact.addressee):
        if who and who.person:
            yield who.person
    yield from fact.people


def _names(person: Person) -> Iterator[str]:
    yield person.name
    yield from person.aliases
    if person.role:
        yield person.role
