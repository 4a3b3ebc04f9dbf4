"""Who is who: names in a text, and persons that nobody would take for one another."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from benchmarks.mutations.project import Project
from benchmarks.mutations.reading import fold, stands_any, tokens_of_name

SAID = (
    r"(?:said|says|told|tells|replied|cried|asked|answered|exclaimed|returned|rejoined|remarked"
    r"|observed|inquired|whispered|added|explained|continued|interrupted|wrote|writes|tweeted"
    r"|declared|announced|claimed|claims|insisted|stated|argued|warned|noted|recalled|admitted"
    r"|shouted|muttered|murmured|demanded|suggested|according to)"
)
REACH = 200  # characters on either side of quoted words


def are_strangers(project: Project, one: str, other: str) -> bool:
    """Whether two ids are of persons whose names and aliases share no word."""
    if one == other or one not in project.people or other not in project.people:
        return False
    return not _tokens(project, one) & _tokens(project, other)


def _tokens(project: Project, person: str) -> set[str]:
    return {token for name in project.people[person] for token in tokens_of_name(name)}


def strangers(project: Project, person: str, text: str, *, present: bool) -> Iterator[str]:
    """Persons who are not this one and whose names do (or do not at all) stand in a text."""
    words = set(re.findall(r"[^\W\d_]{2,}", text.lower()))
    for other, names in project.people.items():
        if are_strangers(project, person, other):
            here = stands_any(names, text)
            unseen = not _tokens(project, other) & words
            if here if present else unseen:
                yield other


def named_in(project: Project, text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Names and aliases of persons in a text: the id and the place of each, longest names first."""
    taken: list[tuple[int, int]] = []
    every = [(name, person) for person, names in project.people.items() for name in names]
    for name, person in sorted(every, key=lambda each: -len(each[0])):
        if name not in text:
            continue
        for place in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            if all(place.end() <= start or place.start() >= end for start, end in taken):
                taken.append(place.span())
                yield person, place


class Clause(StrEnum):
    """Where the text has a clause that names who spoke, as far as a narrow pattern sees."""

    OWN = "its own clause names"
    NEAR = "a clause near by names"
    NONE = "no clause is seen to name"


def clause_naming(project: Project, person: str, text: str, pieces: Iterable[str]) -> Clause:
    """The nearest clause that names a person: next to some quoted words, near by, or none."""
    folded = fold(text)
    names = "|".join(re.escape(fold(name)) for name in project.people.get(person, ()))
    beside = rf"(?:\b(?:{names}) (?:\w+ ){{0,2}}{SAID}|\b{SAID} (?:\w+\.? ){{0,2}}(?:{names}))\b"
    found = Clause.NONE
    for piece in map(fold, pieces):
        start = folded.find(piece)
        if start < 0 or not names:
            continue
        before = folded[max(start - REACH, 0) : start]
        after = folded[start + len(piece) : start + len(piece) + REACH]
        leads = rf"{beside}[^\"'.!?]{{0,20}}[,:] ?[\"']$"
        if re.match(rf"[\"'»,.!?\- ]{{0,5}}{beside}", after) or re.search(leads, before):
            return Clause.OWN
        if re.search(beside, f"{before} … {after}"):
            found = Clause.NEAR
    return found


def is_named_in_sentence(project: Project, person: str, text: str, pieces: Iterable[str]) -> bool:
    """Whether the sentence that holds some words has a verb of speech beside a person's name."""
    names = "|".join(re.escape(fold(name)) for name in project.people.get(person, ()))
    beside = rf"\b(?:{names}) {SAID}\b|\b{SAID} (?:{names})\b"
    folded = fold(text)
    for piece in map(fold, pieces):
        start = folded.find(piece)
        if start >= 0 and names:
            lead = re.split(r"[.!?][\"']? ", folded[:start])[-1]
            tail = re.split(r"[.!?][\"']?(?: |$)", folded[start + len(piece) :])[0]
            if re.search(beside, lead + piece + tail):
                return True
    return False
