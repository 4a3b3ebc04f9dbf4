"""Whether the source's account of who speaks, or hears, fits the person that an editor gave."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from enum import Enum, auto

from sitegen.frozen import NamedTuple
from sitegen.model import Attribution, Person
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.recognise.speech.capitals import columns, is_title, name_words
from sitegen.recognise.speech.narration import Narration, narration
from sitegen.recognise.speech.phrases import phrase_right
from sitegen.recognise.speech.speech import names_in
from sitegen.recognise.speech.subjects import Says, Subject
from sitegen.verify.speakers.tellings import Telling, stems

_SAME = str.maketrans("‘’“”‐‑–—", "''\"\"----")
_SPACES = re.compile(r"\s+")
_MOST_NAMED = 4  # whom one description names: the guests and the keepers
_SETS_OFF = frozenset({",", "(", "–", "—"})
_MORE = 8  # characters by which a description may be longer there: an article, a possessive
_FEW = 3  # words between an article and what it goes with


class Fit(Enum):
    """How a phrase of the source fits a person."""

    SAME = auto()
    OPEN = auto()  # a pronoun or a description: it may be anybody
    UNSURE = auto()  # somebody else by name, where another clause may govern the words
    CALLED = auto()  # the words call upon the person, or of an addressee upon somebody else
    BEHIND = auto()  # a pronoun, behind a clause that names somebody else
    DOUBTFUL = auto()  # Jack, the Little Colonel: it may be another name for the person
    OTHER = auto()  # a person of the fact sheet, and not this one
    STRANGER = auto()  # a full name that people.yaml lacks, and nothing like this person's


class Voice(NamedTuple):
    """What a phrase told: the fit, its words by offset, and the ids of whom it names instead."""

    fit: Fit
    start: int
    end: int
    others: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """Whom an editor named: an id with what is on record of the person, or a description."""

    person: str | None
    unnamed: str
    record: Person | None

    def words(self) -> frozenset[str]:
        """The words of all names of the person. Few checks ask, so that they are read then."""
        if self.record is None:
            return frozenset()
        one = self.record
        texts = (one.name, *one.aliases, one.role or "", one.description or "")
        return frozenset([word.low for text in texts for word in name_words(text)])


def is_known(attribution: Attribution, people: Mapping[str, Person]) -> bool:
    """Whether an attribution can be compared: people.yaml may lack the person, which is told."""
    return attribution.person is None or attribution.person in people


def wanted(attribution: Attribution, people: Mapping[str, Person]) -> Wanted:
    """An attribution ready to be compared."""
    person = people.get(attribution.person or "")
    if person is None:
        return Wanted(attribution.person, attribution.unnamed or "", None)
    return Wanted(person.id, "", person)


def voice(telling: Telling, subject: Subject, someone: Wanted, language: Language) -> Voice:
    """How a subject or hearer of a clause fits the person whom the editor gave."""
    told = telling.narration
    start, end = told.words[subject.first].start, told.words[subject.last].end
    if subject.kind is not Says.NAME:
        if someone.unnamed:
            words = stems(columns(told.text[start:end]).lows)
            stands = described(someone.unnamed, (words,), language)
        else:
            stands = Stands.FEWER
        if stands is Stands.ALL:
            return Voice(Fit.SAME, start, end)
        meant = _described(telling, subject)
        fit = Fit.SAME if someone.person in meant else Fit.OTHER if meant else Fit.OPEN
        return Voice(fit, start, end, tuple(sorted(meant)))
    names = tuple(names_in(told, subject))
    start, end = names[0][0], names[-1][1]
    who = frozenset([one for first, last in names for one in telling.mentioned(first, last)])
    if someone.person in who:
        return Voice(Fit.SAME, start, end)
    if someone.unnamed and (
        _heads(someone.unnamed, told.text[start:end], language)
        or _is_beside(someone.unnamed, told.text, end, language)
    ):
        return Voice(Fit.SAME, start, end)
    if who:
        return Voice(Fit.OTHER, start, end, tuple(sorted(who)))
    if telling.language is not ENGLISH or _may_be(telling, subject, someone):
        return Voice(Fit.OPEN, start, end)  # elsewhere not every capital is that of a name
    several = any(first < last for first, last in subject.names)
    if subject.the:
        letters = any(told.words[first].form.isupper() for first, _ in subject.names)
        return Voice(Fit.DOUBTFUL if several or letters else Fit.OPEN, start, end)
    return Voice(Fit.STRANGER if several else Fit.DOUBTFUL, start, end)


def unsure(heard: Voice) -> Voice:
    """What is left of a voice where another clause may govern the words: who it may be."""
    if heard.fit in (Fit.SAME, Fit.OPEN):
        return heard
    return heard._replace(fit=Fit.UNSURE, others=())


def handed_on(heard: Voice, text: str, via: str, by: frozenset[str], language: Language) -> Voice:
    """A voice, open where it is that of whom `via` names, who are `by`: who told it to the source.

    Norko tells what Ross believes: the clause names him who hands it on.
    """
    words = name_words(text[heard.start : heard.end])
    named = {word.low for word in words if not is_title(word, language)}
    whole = named <= {word.low for word in name_words(via)}
    return Voice(Fit.OPEN, heard.start, heard.end) if whole or by & set(heard.others) else heard


def _described(telling: Telling, subject: Subject) -> frozenset[str]:
    """Whom a description names because people.yaml has it so: the Major, the widow."""
    told = telling.narration
    start, end = told.words[subject.first].start, told.words[subject.last].end
    at = bisect_left(telling.mentions, end, key=lambda mention: mention.end)
    for mention in telling.mentions[at : at + 1]:
        if mention.end == end and len(told.text[start : mention.start].split()) < _FEW:
            return mention.who
    return frozenset()


def _heads(unnamed: str, name: str, language: Language) -> bool:
    """Whether a description is headed by a name: "the singer John Legend", not "a friend of …".

    Or one of several that an "and" joins; a longer name may begin with it, as a firm's does.
    """
    told = narration(unnamed, (), language)
    for start in _heads_begin(told):
        phrase = phrase_right(told, start)
        for first, last in names_in(told, phrase) if phrase else ():
            headed = plain(unnamed[first:last])
            if plain(name) == headed or plain(name).startswith(f"{headed} "):
                return True
    return False


def _is_beside(unnamed: str, text: str, end: int, language: Language) -> bool:
    """Whether a description follows the name that ends there: Hill, an old friend of hers, said."""
    if text[end : end + 1] not in _SETS_OFF:
        return False
    told, ours = (
        _without_article(columns(part).lows, language)
        for part in (text[end : end + len(unnamed) + _MORE], unnamed)
    )
    return told[: len(ours)] == ours


def _without_article(lows: Sequence[str], language: Language) -> Sequence[str]:
    begins = lows and language.particles.get(lows[0]) in {"article", "the"}
    return lows[1:] if begins else lows


def _heads_begin(told: Narration) -> list[int]:
    """At which words those begin whom a description names: the guests and Ada.

    Of “a friend of Ada and Bob” the friend alone: an “of” may go with all that follows.
    """
    starts = [0]
    for at, word in enumerate(told.words[:-1]):
        role = told.language.particles.get(word.low)
        if role == "of":
            break
        if role == "and":
            starts.append(at + 1)
    return starts[:_MOST_NAMED]


def _may_be(telling: Telling, subject: Subject, someone: Wanted) -> bool:
    """Whether a name that people.yaml lacks may be the person's: a shared word, or no sure name."""
    told, known = telling.narration, someone.words()
    for first, last in subject.names:
        named = told.words[first : last + 1]
        if any(word.low in known and not is_title(word, told.language) for word in named):
            return True
        if first == last and told.starts_sentence(first):
            return True
        if all(len(word.form) == 1 for word in named):
            return True  # the N.J. of a place, set off behind a name
    return False


def plain(text: str) -> str:
    """A text for comparing descriptions: marks and dashes alike, small letters, single spaces."""
    return _SPACES.sub(" ", text.translate(_SAME).casefold()).strip(" .,;:!?")


class Stands(Enum):
    """How far the source has an editor's description of somebody."""

    ALL = auto()  # every word that says something
    HALF = auto()  # half of them: the editor may well have put the rest in words of their own
    FEWER = auto()


def described(unnamed: str, there: Sequence[Set[str]], language: Language) -> Stands:
    """How far the words of a description stand among the stems of texts, in any order.

    Articles, pronouns and prepositions say nothing, and lady's or ladies is lady.
    """
    lows = columns(unnamed).lows
    wanted_words = stems([low for low in lows if low not in language.no_names] or lows)
    standing = len([word for word in wanted_words if any(word in words for words in there)])
    if standing == len(wanted_words):
        return Stands.ALL
    return Stands.HALF if 2 * standing >= len(wanted_words) else Stands.FEWER
