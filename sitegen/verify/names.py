"""The people of a fact sheet by every name that a source may give them.

A private person's names count like any other's: diagnostics are for the editor alone.
"""

from sitegen.model import Factsheet, Person
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.recognise.speech.names import Roster


def roster(factsheet: Factsheet, language: Language = ENGLISH) -> Roster:
    """All people of the fact sheet; build it once per check, and look up each text in it."""
    people = factsheet.people.values()
    return Roster({person.id: (person.name, *person.aliases) for person in people}, language)


def mentions(
    text: str, person: Person, language: Language = ENGLISH
) -> tuple[tuple[int, int], ...]:
    """The offsets at which a text names one person, the end exclusive."""
    one = Roster({person.id: (person.name, *person.aliases)}, language)
    return tuple((found.start, found.end) for found in one.mentions(text))
