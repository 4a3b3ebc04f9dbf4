"""The people of a fact sheet by every name that a source may give them.

A private person's names count like any other's: diagnostics are for the editor alone.
"""

from collections.abc import Iterable

from sitegen.model import Person
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.language import Language
from sitegen.recognise.speech.names import Roster


def roster(people: Iterable[Person], language: Language = ENGLISH) -> Roster:
    """All people of a fact sheet; build it once per check, and look up each text in it."""
    return Roster({person.id: (person.name, *person.aliases) for person in people}, language)
