"""What a kind of falsehood is, and which of its mutants are planted."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from benchmarks.mutations.project import Fact, Project, cited
from benchmarks.mutations.reading import CAPITALISED, content_words
from benchmarks.mutations.yaml_text import Fields, Value


class Family(StrEnum):
    """Where the falsehood lies; figures of the two are never added up."""

    EVIDENCE = "evidence"
    ASSERTION = "assertion"


@dataclass(frozen=True, slots=True)
class Scene:
    """A project, and the content words of each source, by whether they are capitalised."""

    project: Project
    vocabulary: Mapping[tuple[str, bool], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact's fields with one falsehood in them, and what it is in a few words."""

    fields: Fields
    what: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of a page (from 1) with one falsehood in it."""

    line: int
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of falsehood in a fact; `plant` gives the mutants of one fact, the best first."""

    name: str
    family: Family
    plant: Callable[[Scene, Fact, random.Random], Iterator[Change]]
    note: str = ""  # what the planter cannot know


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of falsehood in a page's prose; `plant` is given a line that holds a sentence."""

    name: str
    plant: Callable[[Scene, str, random.Random], Iterator[tuple[str, str]]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A falsehood to plant: in a fact (its id) or in a page (its path)."""

    kind: str
    family: Family
    target: str
    change: Change | LineChange


MOST_OF_ONE = 3  # mutants of a kind in one fact
LONGEST_VOCABULARY = 4000
TITLES = frozenset(  # “Captain Morgan” may be William Morgan
    (
        *("Captain", "Major", "Colonel", "General", "Judge", "Doctor", "Reverend", "Bishop"),
        *("Miss", "Lady", "Lord", "King", "Queen", "Uncle", "Aunt", "President", "Governor"),
        *("Senator", "Madame", "Monsieur", "Speaker", "Minister", "Secretary", "Professor"),
    )
)


def scene_of(project: Project) -> Scene:
    """The project with its vocabulary."""
    vocabulary: dict[tuple[str, bool], tuple[str, ...]] = {}
    for source, lines in project.articles.items():
        found: dict[bool, dict[str, None]] = {True: {}, False: {}}
        common = {word for line in lines for word in re.findall(r"\b[a-z]{4,}\b", line)}
        for line in lines:
            found[True] |= dict.fromkeys(each[0] for each in CAPITALISED.finditer(line))
            words = [each[0] for each in content_words(line)]
            found[False] |= dict.fromkeys(word for word in words if word.islower())
        names = [word for word in found[True] if word.lower() not in common and word not in TITLES]
        vocabulary[source, True] = tuple(names)[:LONGEST_VOCABULARY]
        vocabulary[source, False] = tuple(found[False])[:LONGEST_VOCABULARY]
    return Scene(project, vocabulary)


def in_facts(
    scene: Scene, kinds: Iterable[Kind], facts: Sequence[Fact], limit: int, seed: int
) -> Iterator[Mutant]:
    """Up to `limit` mutants of each kind, spread over the facts; the same for the same seed."""
    for kind in kinds:
        chance = random.Random(f"{seed} {kind.name}")  # noqa: S311 - a sample, not a secret
        shuffled = chance.sample(facts, len(facts))
        by_fact: list[list[Mutant]] = []
        for fact in shuffled:
            mutants: list[Mutant] = []
            for change in kind.plant(scene, fact, chance):
                mutants.append(Mutant(kind.name, kind.family, fact.id, change))
                if len(mutants) == MOST_OF_ONE:
                    break
            by_fact.append(mutants)
            if sum(map(bool, by_fact)) >= limit:
                break
        spread = (each for row in zip_longest(*by_fact) for each in row if each is not None)
        yield from list(spread)[:limit]


def in_pages(scene: Scene, kinds: Iterable[PageKind], limit: int, seed: int) -> Iterator[Mutant]:
    """Up to `limit` mutants of each kind of falsehood in pages."""
    places = [
        (path, number, line)
        for path, text in scene.project.pages.items()
        for number, line in prose_lines(text)
    ]
    for kind in kinds:
        chance = random.Random(f"{seed} {kind.name}")  # noqa: S311 - a sample, not a secret
        planted = 0
        for path, number, line in chance.sample(places, len(places)):
            for text, what in kind.plant(scene, line, chance):
                if planted < limit:
                    change = LineChange(number, text, what)
                    yield Mutant(kind.name, Family.ASSERTION, path, change)
                    planted += 1
                break


def prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page's paragraphs: no header, heading, directive, list or link."""
    lines = text.split("\n")
    start = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    fenced = False
    for number, line in enumerate(lines[start:], start + 1):
        fenced ^= line.startswith((":::", "```"))
        if line[:1].isalpha() and not fenced:
            yield number, line


def replaced(fields: Fields, **changes: Value) -> Fields:
    """Fields with some of them changed or added."""
    return {**fields, **changes}


def without(fields: Fields, *names: str) -> Fields:
    """Fields without some of them."""
    return {key: value for key, value in fields.items() if key not in names}


def recited(fields: Fields, index: int, changes: Fields) -> Fields:
    """Fields with one citation changed."""
    cites: list[Value] = [dict(each) for each in cited(fields)]
    cites[index] = {**cited(fields)[index], **changes}
    return {**fields, "cite": cites if isinstance(fields.get("cite"), list) else cites[0]}


def based(fields: Fields, name: str) -> bool:
    """Whether the editor gave a basis for a field."""
    basis = fields.get("basis")
    return isinstance(basis, dict) and name in basis
