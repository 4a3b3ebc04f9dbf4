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
    publisher = spoken.findings.within.sources[source].publisher or ""
    published = {who for one in spoken.roster.mentions(publisher) for who in one.who}
    return attribution.person in spoken.writers(source) | published


def is_writer(subject: Subject, telling: Telling) -> bool:
    """Whether the subject of a clause is who writes: “Yes,” I said."""
    told = telling.narration
    low = told.words[subject.first].low
    return subject.kind is Says.PRONOUN and person(low, told.language) == _WRITER
