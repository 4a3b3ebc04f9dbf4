"""The verdict of a field that names somebody, from what the source tells of who speaks or hears."""

from collections.abc import Iterator
from enum import Enum, auto

from sitegen.diagnostics import Diagnostic, Related, error, warning
from sitegen.frozen import NamedTuple
from sitegen.model import Attribution, Fact, Verdict
from sitegen.verify.finding import Finding
from sitegen.verify.findings import Judged
from sitegen.verify.passages import Passage, Stretch, passage
from sitegen.verify.places import in_paragraph
from sitegen.verify.speakers.makers import is_writer, is_writers, made
from sitegen.verify.speakers.quoted import is_own_account
from sitegen.verify.speakers.speech import Told
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.voices import Fit, Stands, Voice, described


class Heard(NamedTuple):
    """What was heard of a person in a citation: the voice, its source and paragraph."""

    voice: Voice
    source: str
    paragraph: int


class _Reach(Enum):
    """Where the source names a person, or has the words of a description."""

    NEAR = auto()  # in the cited lines or beside them
    PARTLY = auto()  # so it has half of a description
    BEFORE = auto()  # earlier in the article: news and tales name somebody once, then it is "he"
    NOWHERE = auto()


_DOUBTS = {
    Fit.DOUBTFUL: "the source calls who {role} “{name}”",
    Fit.CALLED: "the words call upon “{name}”",
    Fit.BEHIND: "the source names “{name}” before the pronoun that {role}",
}


def judge(
    fact: Fact, field: str, attribution: Attribution, heard: tuple[Heard, ...], spoken: Spoken
) -> Iterator[Diagnostic | Judged]:
    """The verdict of a field that names somebody, from what was heard of them."""
    settled = fact.basis.get(field) is not None
    if any(told.voice.fit is Fit.SAME for told in heard):
        yield Judged(fact.id, field, Verdict.FOUND)
        return
    against = _against(field, heard, settled=settled)
    if against and field == "according_to" and _is_misprinted(against, spoken):
        against = None
    if against:
        surely = field != "according_to" or not _may_be_theirs(fact, attribution, spoken)
        surely = surely and spoken.findings.in_english(against.source)
        yield _someone_else(fact, field, attribution, against, spoken, surely=surely)
        yield Judged(fact.id, field, Verdict.MISMATCH)
    elif spoken.findings.speaking[fact.id] and not settled:
        yield from _by_reach(fact, field, attribution, heard, spoken)


def _by_reach(
    fact: Fact, field: str, attribution: Attribution, heard: tuple[Heard, ...], spoken: Spoken
) -> Iterator[Diagnostic | Judged]:
    """The verdict where no clause tells for certain who it is."""
    doubtful = next((told for told in heard if told.voice.fit in _DOUBTS), None)
    reach = _reach(fact, attribution, spoken)
    if doubtful:
        yield _not_surely(fact, field, attribution, doubtful, spoken)
    elif reach is _Reach.NEAR:
        yield Judged(fact.id, field, Verdict.FOUND)
    elif any(told.voice.fit is Fit.UNSURE for told in heard) or (
        reach is _Reach.NOWHERE
        and not _is_own(fact, field, attribution, spoken)
        and (heard or field != "speaker" or not _may_be_i(fact, attribution, spoken))
    ):
        yield _not_named(fact, field, attribution, spoken)
        yield Judged(fact.id, field, Verdict.MISSING)


def _is_own(fact: Fact, field: str, attribution: Attribution, spoken: Spoken) -> bool:
    """Whether it is who made the source: whose account it is, who speaks there, or is told so."""
    own = field == "according_to" or attribution.unnamed
    return any(
        made(finding.citation.source, attribution, spoken)
        and (
            own
            or (
                _is_told_me(finding, spoken)
                if field == "addressee"
                else is_own_account(attribution, finding, spoken)
            )
        )
        for finding in spoken.findings.speaking[fact.id]
    )


def _may_be_i(fact: Fact, attribution: Attribution, spoken: Spoken) -> bool:
    """Whether quoted words may be those of who tells of the talk: the author, an “I” beside it."""
    return any(
        attribution.person in spoken.writers(source)
        and all(spoken.is_quoted(source, stretch) for stretch in spoken.stretches(finding))
        and any(
            is_writers(word.low, telling)
            for index in _passage(finding, spoken).near
            for telling in (spoken.telling(source, index),)
            for word in telling.narration.words
        )
        for finding in spoken.findings.speaking[fact.id]
        for source in (finding.citation.source,)
    )


def _is_told_me(finding: Finding, spoken: Spoken) -> bool:
    """Whether words may be said to who writes: nobody else is told, and there is an I or a me."""
    source = finding.citation.source
    for stretch in spoken.stretches(finding):
        told = spoken.governing(source, stretch)
        if told and _tells_another(told):
            return False
        telling = spoken.telling(source, stretch.paragraph)
        if not any(is_writers(word.low, telling) for word in telling.narration.words):
            return False
    return True


def _tells_another(told: Told) -> bool:
    """Whether a clause has somebody told who does not write."""
    hearer = told.governed.clause.hearer
    return hearer is not None and not is_writer(hearer, told.telling)


def _against(field: str, heard: tuple[Heard, ...], *, settled: bool) -> Heard | None:
    """Who contradicts, if anybody: a person of the fact sheet, or a stranger where no basis is.

    A sentence may tell of several accounts, so one that may be anybody's excuses `according_to`.
    """
    opens = (Fit.OPEN, Fit.UNSURE)  # tuples: an enumeration is slow to hash
    if field == "according_to" and any(told.voice.fit in opens for told in heard):
        return None
    wrong = (Fit.OTHER,) if settled else (Fit.OTHER, Fit.STRANGER)
    return next((told for told in heard if told.voice.fit in wrong), None)


def _is_misprinted(heard: Heard, spoken: Spoken) -> bool:
    """Whether a quotation mark without a partner hides where a paragraph's sentences end."""
    telling = spoken.telling(heard.source, heard.paragraph)
    return telling.has_stray_mark or telling.has_doubled_mark


def _may_be_theirs(fact: Fact, attribution: Attribution, spoken: Spoken) -> bool:
    """Whether another's clause may stand within their own account: an author tells of others.

    Not where the words are quoted: those are of whom the clause names.
    """
    if _named_there(fact, attribution, spoken):
        return True
    return _is_own(fact, "according_to", attribution, spoken) and not any(
        spoken.governing(finding.citation.source, stretch)
        for finding in spoken.findings.speaking[fact.id]
        for stretch in spoken.stretches(finding)
    )


def _named_there(fact: Fact, attribution: Attribution, spoken: Spoken) -> bool:
    """Whether a cited paragraph names the person: then theirs may be an account within another."""
    return any(
        attribution.person in spoken.telling(finding.citation.source, index).named
        for finding in spoken.findings.speaking[fact.id]
        for index in _passage(finding, spoken).own
    )


def _reach(fact: Fact, attribution: Attribution, spoken: Spoken) -> _Reach:
    """How near to the cited lines the source names the person, or has the description."""
    found = _Reach.NOWHERE
    for finding in spoken.findings.speaking[fact.id]:
        source, passage_ = finding.citation.source, _passage(finding, spoken)
        if attribution.unnamed:
            there = [spoken.telling(source, index).stems for index in passage_.near]
            stands = described(attribution.unnamed, there, passage_.reading.language)
            if stands is Stands.ALL:
                return _Reach.NEAR
            if stands is Stands.HALF:
                found = _Reach.PARTLY
            elif spoken.describes_before(source, passage_.near.start, attribution.unnamed):
                found = _Reach.BEFORE
            continue
        person = attribution.person or ""
        if any(person in spoken.telling(source, index).named for index in passage_.near):
            return _Reach.NEAR
        if spoken.names_before(source, passage_.near.start, person):
            found = _Reach.BEFORE
    return found


def _passage(finding: Finding, spoken: Spoken) -> Passage:
    citation = finding.citation
    return passage(spoken.findings.readings[citation.source], citation.selector.lines)


def _shown(heard: Heard, spoken: Spoken) -> tuple[str, Related]:
    """The source's words for who speaks, and their place."""
    said = heard.voice
    text = spoken.findings.readings[heard.source].paragraphs[heard.paragraph].text
    place = in_paragraph(
        spoken.findings, heard.source, Stretch(heard.paragraph, said.start, said.end)
    )
    return " ".join(text[said.start : said.end].split()), Related(place, "so the source")


def _meant(attribution: Attribution, spoken: Spoken) -> str:
    """Whom the editor gave, as people.yaml names them: for the editor's own terminal."""
    person = spoken.findings.within.people.get(attribution.person or "")
    return f"“{person.name}”" if person else f"“{attribution.unnamed}”"


def _someone_else(
    fact: Fact,
    field: str,
    attribution: Attribution,
    against: Heard,
    spoken: Spoken,
    *,
    surely: bool,
) -> Diagnostic:
    said = against.voice
    name, place = _shown(against, spoken)
    meant = _meant(attribution, spoken)
    role = "hears the words" if field == "addressee" else "speaks"
    if len(said.others) == 1:
        hints: tuple[str, ...] = (f"{field}: {said.others[0]}",)
        if _may_be_one(said.others[0], attribution, spoken):
            hints += (
                f"if they are one person, take “{said.others[0]}” out of people.yaml: the surname "
                f"alone is found as {meant}",
            )
    elif said.others:
        hints = (f"{field}: one of {', '.join(said.others)}",)
    else:
        hints = (f'{field}: {{unnamed: "{name}"}}, or the id of {name} in people.yaml',)
        if attribution.person:
            hints += (f"if {meant} is {name}, add the name to the aliases in people.yaml",)
    if not surely and field == "according_to":
        hints += (f"if {name} hands the account on, say so: via: {name}",)
    return (error if surely else warning)(
        "speaker-mismatch",
        f"the source says that {name} {role}, not {meant}",
        fact.places(field),
        fact=fact.id,
        hints=hints,
        related=(place,),
    )


def _may_be_one(other: str, attribution: Attribution, spoken: Spoken) -> bool:
    """Whether people.yaml has of one person the surname alone, and of the other the whole name."""
    people = spoken.findings.within.people
    given = people.get(attribution.person or "")
    return given is not None and given.name.split()[-1:] == [people[other].name]


def _not_surely(
    fact: Fact, field: str, attribution: Attribution, doubtful: Heard, spoken: Spoken
) -> Diagnostic:
    name, place = _shown(doubtful, spoken)
    meant = _meant(attribution, spoken)
    role = "hears" if field == "addressee" else "speaks"
    known = _DOUBTS[doubtful.voice.fit].format(role=role, name=name)
    hint = f"if it is, add “{name}” to the aliases in people.yaml"
    if doubtful.voice.fit is Fit.CALLED and field != "addressee":
        known, hint = f"{known}, which is hardly who speaks them", "give who says them"
        message = known
    else:
        message = f"{known}; nothing shows that this is {meant}"
        if doubtful.voice.others:
            hint = f"if they are meant: {field}: {doubtful.voice.others[0]}"
    return warning(
        "speaker-not-named",
        message,
        fact.places(field),
        fact=fact.id,
        hints=(hint, f"or say how you know: basis: {{{field}: {{inferred: why}}}}"),
        related=(place,),
    )


def _not_named(fact: Fact, field: str, attribution: Attribution, spoken: Spoken) -> Diagnostic:
    meant = _meant(attribution, spoken)
    if attribution.unnamed:
        message = f"the words {meant} do not stand in the cited lines or beside them"
        hints = ("copy the source's own description from beside the words",)
    else:
        message = f"the cited lines, and those beside them, do not name {meant}"
        hints = ("add the name that the source uses to the person's aliases in people.yaml",)
    return warning(
        "speaker-not-named",
        message,
        fact.places(field),
        fact=fact.id,
        hints=(*hints, f"or say how you know: basis: {{{field}: {{inferred: why}}}}"),
    )
