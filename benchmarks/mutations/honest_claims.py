"""Claims in our own wording that keep every name, number and negation of a sentence."""

import random
import re
from collections.abc import Iterable, Iterator

from benchmarks.mutations.book_text import Sentence
from benchmarks.mutations.honest import NAME, HonestFact, People
from benchmarks.mutations.reading import DIGITS
from benchmarks.mutations.yaml_text import Value

_LOWERED = frozenset(
    (
        *(
            "He",
            "She",
            "It",
            "They",
            "We",
            "You",
            "The",
            "A",
            "An",
            "This",
            "That",
            "Then",
            "There",
            "And",
        ),
        *(
            "But",
            "So",
            "If",
            "In",
            "On",
            "At",
            "As",
            "Some",
            "My",
            "His",
            "Her",
            "Our",
            "Your",
            "These",
        ),
        *("Those", "When", "While", "After", "Before", "Here", "Now", "From", "With", "To", "For"),
        *("By", "Not", "No", "Such", "All", "Many", "Most", "Of", "Under", "Upon", "Even", "Yet"),
        *("Still", "Though", "Although", "Among", "Within", "Thus", "Just", "Moreover"),
        *("Once", "Also", "However", "Like", "During", "Between", "Through", "Until"),
        *("Since", "Where", "Its", "Their", "What", "Only", "Never", "Both", "Each", "Every"),
        *("Finally", "Indeed", "Along", "Over", "Up", "Out", "Below", "Above", "Beyond", "Next"),
        *("Perhaps", "Because"),
    )
)  # first words that keep no capital after a lead
_EXPANDED = {
    "didn't": "did not",
    "don't": "do not",
    "doesn't": "does not",
    "wasn't": "was not",
    "couldn't": "could not",
    "wouldn't": "would not",
    "isn't": "is not",
}
_TOLD = re.compile(rf"^({NAME}) (?:said|declared|remarked|replied|explained) that ")
_LEADS = ("According to the book, ", "The author tells us: ", "In the book’s account, ")
_FRENCH_LEAD = "D’après le livre : "
_MOST_WORDS = 35


def reported(sentence: str, lead: str = _LEADS[0]) -> str:
    """A sentence in reported form: a lead, no dashes, no contractions."""
    text = re.sub(r"\s*(?:--|—)\s*", ", ", sentence).replace(",,", ",")
    for short, long in _EXPANDED.items():
        text = text.replace(short, long).replace(short.replace("'", "’"), long)
    first, _, rest = text.partition(" ")
    if first in _LOWERED:
        text = f"{first.lower()} {rest}"
    return lead + re.sub(r"[!.]$", ".", text)


def claim_facts(
    sentences: Iterable[Sentence], people: People, language: str, chance: random.Random
) -> Iterator[HonestFact]:
    """Facts of kind claim from sentences with a name in them or a negation, and no number."""
    for sentence in sentences:
        text = sentence.text
        named = re.search(r"(?<=[a-z,;] )[A-Z][a-z]{3,}", text) or " not " in text
        if not named or DIGITS.search(text) or len(text.split()) > _MOST_WORDS:
            continue
        lead = _FRENCH_LEAD if language == "fr" else chance.choice(_LEADS)
        fields: dict[str, Value] = {"kind": "claim", "claim": reported(text, lead)}
        told = _TOLD.match(text)
        if told and told[1] in people.ids:
            fields["according_to"] = people.ids[told[1]]
        fields["cite"] = {"lines": sentence.lines, "exact": text}
        line = int(sentence.lines.split("-")[0])
        yield HonestFact(sentence.paragraph.source, line, fields)
