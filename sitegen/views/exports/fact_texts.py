"""What the files for other programs say of one fact, each in its form."""

from sitegen.frozen import NamedTuple
from sitegen.views.exports.annotations import fact_annotations
from sitegen.views.exports.facts_csv import fact_row
from sitegen.views.exports.facts_json import fact_record
from sitegen.views.exports.told import Told


class FactTexts(NamedTuple):
    """A fact's parts of `data/facts.json`, of `data/facts.csv` and of `data/annotations.jsonld`."""

    record: bytes
    row: bytes
    annotations: tuple[bytes, ...]


def fact_texts(told: Told) -> FactTexts:
    """The texts of a fact. They follow from `told` and from nothing else."""
    annotations = tuple([text.encode() for text in fact_annotations(told)])
    return FactTexts(fact_record(told).encode(), fact_row(told).encode(), annotations)
