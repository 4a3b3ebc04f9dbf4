"""The stage: texts are parsed once, references checked, indexes built."""

from sitegen.diagnostics import Diagnostic
from sitegen.link import indexes
from sitegen.link.destinations import Destinations
from sitegen.link.redacted import untold
from sitegen.link.references import check
from sitegen.linked import Linked
from sitegen.model import CheckedFactsheet
from sitegen.prose import Passage, passages


def link(
    checked: CheckedFactsheet, texts: tuple[Passage, ...] | None = None
) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """The fact sheet with its cross-references, and every reference that leads nowhere.

    `texts` are its passages, where somebody has parsed them already.
    Codes: unknown-role, unknown-fact, unknown-person, unknown-topic, wrong-role, bad-option,
    broken-link, redacted-words.
    """
    factsheet = checked.factsheet
    texts = tuple(passages(factsheet)) if texts is None else texts
    prose = {passage.key: passage.prose for passage in texts}
    references = check(texts, Destinations(factsheet, prose))
    order = indexes.in_reading_order(factsheet)
    said, about = indexes.by_person(factsheet, prose, order)
    rests_on, rested_on_by = indexes.named_facts(factsheet, prose)
    marks = indexes.marks(factsheet, prose)
    linked = Linked(
        checked=checked,
        prose=prose,
        destinations=references.destinations,
        selections=references.selections,
        marks=marks,
        by_line=indexes.by_line(checked),
        said=said,
        about=about,
        by_topic=indexes.by_topic(factsheet, order),
        by_measure=indexes.by_measure(order),
        used_on=indexes.used_on(factsheet, prose, references.selections, rests_on, marks),
        rests_on=rests_on,
        rested_on_by=rested_on_by,
    )
    return linked, (*references.diagnostics, *untold(factsheet))
