"""Who made a source: its author or publisher, or an editor. Its text may well never name them."""

from sitegen.model import Attribution
from sitegen.recognise import person
from sitegen.recognise.speech.makers import is_maker
from sitegen.recognise.speech.subjects import Says, Subject
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.tellings import Telling

_WRITER = "the writer"


def made(source: str, attribution: Attribution, spoken: Spoken) -> bool:
    """Whether somebody made a source: then what nobody else tells is their own account."""
    if attribution.unnamed:
        return is_maker(attribution.unnamed, spoken.roster.language)
    return attribution.person in makers(source, spoken)


def makers(source: str, spoken: Spoken) -> frozenset[str]:
    """The people of the fact sheet who wrote a source, or published it."""
    publisher = spoken.findings.within.sources[source].publisher or ""
    published = (one.who for one in spoken.roster.mentions(publisher))
    return spoken.writers(source).union(*published)


def is_writer(subject: Subject, telling: Telling) -> bool:
    """Whether the subject of a clause is who writes: “Yes,” I said."""
    low = telling.narration.words[subject.first].low
    return subject.kind is Says.PRONOUN and is_writers(low, telling)


def is_writers(low: str, telling: Telling) -> bool:
    """Whether a word is the I, me or my of who writes."""
    return person(low, telling.narration.language) == _WRITER
