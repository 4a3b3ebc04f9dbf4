"""The stage: texts are parsed once, references checked, indexes built."""

from functools import partial

from sitegen.diagnostics import Diagnostic
from sitegen.link import indexes
from sitegen.link.destinations import Destinations
from sitegen.link.redacted import untold
from sitegen.link.references import check
from sitegen.link.selection import Choice
from sitegen.link.shares import shares
from sitegen.linked import Linked
from sitegen.memory import Memory
from sitegen.model import CheckedFactsheet
from sitegen.prose import Texts, passages


def link(
    checked: CheckedFactsheet,
    texts: Texts | None = None,
    memory: Memory | None = None,
) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """The fact sheet with its cross-references, and every reference that leads nowhere.

    `texts` are its passages, where somebody has parsed them already. With a memory, each part of an
    index keeps its identity while the facts that it holds are the same, and so does the whole.
    Codes: unknown-role, unknown-fact, unknown-person, unknown-topic, wrong-role, bad-option,
    broken-link, redacted-words.
    """
    memory = Memory() if memory is None else memory
    factsheet = checked.factsheet
    texts = passages(factsheet, memory) if texts is None else texts
    prose = {passage.key: passage.prose for passage in texts.every}
    parts = tuple(shares(checked, texts, memory))
    topics = indexes.gathered("link: topic", (part.topics for part in parts), memory)
    measures = indexes.gathered("link: measure", (part.measures for part in parts), memory)
    choice = Choice(
        factsheet, topics, measures, partial(indexes.in_order, [part.places for part in parts])
    )
    pointing = (*texts.others, *(passage for part in parts for passage in part.texts))
    references = check(pointing, Destinations(factsheet, prose), choice)
    said = indexes.gathered("link: said", (part.said for part in parts), memory)
    about = indexes.gathered("link: about", (part.about for part in parts), memory)
    rests_on, rested_on_by = indexes.named_facts(factsheet, parts)
    marks = indexes.marks(factsheet, prose)
    linked = Linked(
        checked=checked,
        prose=prose,
        destinations=references.destinations,
        selections=references.selections,
        marks=marks,
        by_line=indexes.by_line(factsheet, parts, memory),
        said=indexes.known(factsheet.people, said),
        about=indexes.known(factsheet.people, about),
        by_topic=indexes.known(factsheet.topics, topics),
        by_measure=dict(sorted(measures.items())),
        used_on=indexes.used_on(factsheet, prose, references.selections, rests_on, marks),
        rests_on=rests_on,
        rested_on_by=rested_on_by,
    )
    linked = memory.once("link: all", None, (checked, *texts.files, *texts.others), lambda: linked)
    return linked, (*references.diagnostics, *untold(factsheet, memory))
