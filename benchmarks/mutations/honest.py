"""What an honest fact is made of, and the persons that a book names."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.mutations.yaml_text import Fields

TITLES = (
    *("Mr.", "Mrs.", "Miss", "Dr.", "Sir", "Lady", "Captain", "Colonel", "General", "Judge"),
    *("Major", "Uncle", "Aunt", "Madame", "Monsieur", "Doctor"),
)
NAME = rf"(?:(?:{'|'.join(map(re.escape, TITLES))}) )?[A-Z][a-zé]+(?: [A-Z][a-zé]+){{0,2}}"
NO_NAMES = frozenset(
    (
        *("He", "She", "It", "They", "We", "You", "I", "The", "A", "An", "This", "That", "Then"),
        *("There", "And", "But", "So", "If", "In", "On", "At", "As", "One", "Some", "My", "His"),
        *("Her", "Our", "Your", "Sir", "Madam", "God", "Mother", "Father", "Papa", "Mamma"),
        *("Lord", "Heaven", "Mothah", "What", "When", "Now", "No", "Yes", "For", "Not"),
        *("Doctor", "Miss", "Colonel", "Captain", "Uncle", "Aunt", "Mr", "Mrs", "Dr", "St"),
    )
)


@dataclass(frozen=True, slots=True)
class HonestFact:
    """A fact as an editor would write it; `lines` order the facts of a source."""

    source: str
    line: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class People:
    """The persons that reporting clauses name: each name's id, each id's name and aliases."""

    ids: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]


def is_name(name: str) -> bool:
    """Whether a capitalised run can be a person's name."""
    first = name.split(" ", maxsplit=1)[0]
    return name not in NO_NAMES and (first not in NO_NAMES or first in TITLES)


def people_of(names: Iterable[str]) -> People:
    """Persons from the names in reporting clauses; a short name joins the only longer one."""
    found = list(dict.fromkeys(names))
    longer = [name for name in found if " " in name]
    parts = Counter(part for name in longer for part in set(_parts(name)))
    owner = {part: name for name in longer for part in _parts(name) if parts[part] == 1}
    canonical = {name: owner.get(name, name) for name in found}
    ids = {name: slug(canonical[name]) for name in found}
    people: dict[str, tuple[str, ...]] = {}
    for name in found:
        person = ids[name]
        held = people.get(person, (canonical[name],))
        people[person] = held if name in held else (*held, name)
    return People(ids, people)


def _parts(name: str) -> list[str]:
    return [part for part in name.split(" ") if part not in TITLES]


def slug(text: str) -> str:
    """An id from a name."""
    plain = text.lower().replace("é", "e")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def some(found: Sequence[HonestFact], most: int, chance: random.Random) -> list[HonestFact]:
    """Up to so many facts."""
    return chance.sample(found, min(most, len(found)))
