"""Checks that need to know who speaks: of everybody whom a fact names, and of what is cut."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.verify.findings import Findings, Judged
from sitegen.verify.speakers.claimed import tellers_are_theirs
from sitegen.verify.speakers.hearers import hearers_stand, ways_are_named
from sitegen.verify.speakers.posts import posts_are_dated
from sitegen.verify.speakers.quoted import words_are_quoted
from sitegen.verify.speakers.speakers import speakers_stand, statements_are_theirs
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.words.cuts import cuts_are_fair
from sitegen.verify.words.labelled import labels_name_one
from sitegen.verify.words.slight import headlines_are_no_evidence, quotations_say_something
from sitegen.verify.words.turns import words_are_one_speakers


def people_stand(findings: Findings) -> Iterator[Diagnostic | Judged]:
    """All rules about people and cuts, over one reading of who speaks in each paragraph."""
    spoken = Spoken(findings)
    yield from words_are_quoted(spoken)
    yield from speakers_stand(spoken)
    yield from statements_are_theirs(spoken)
    yield from tellers_are_theirs(spoken)
    yield from hearers_stand(spoken)
    yield from ways_are_named(spoken)
    yield from posts_are_dated(spoken)
    yield from words_are_one_speakers(spoken)
    yield from labels_name_one(spoken)
    yield from cuts_are_fair(spoken)
    yield from quotations_say_something(spoken)
    yield from headlines_are_no_evidence(spoken)
