"""All checks, in one tuple, and what they make of a fact sheet."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

from sitegen.diagnostics import Diagnostic
from sitegen.memory import Memory
from sitegen.model import CheckedFact, CheckedFactsheet, Evidence, Fact, Factsheet, Verdict
from sitegen.prose import Passage, by_file, passages
from sitegen.verify.accepted import accepted_codes_exist
from sitegen.verify.batches import Batch, batches, groups
from sitegen.verify.dates.dates import dates_stand, moments_stand
from sitegen.verify.figures.calculations import (
    calculations_end,
    calculations_hold,
    derived,
    modifiers_are_carried,
)
from sitegen.verify.figures.measures import measures_agree
from sitegen.verify.figures.numbers import numbers_stand
from sitegen.verify.figures.orders import orders_stand
from sitegen.verify.findings import Check, Judged
from sitegen.verify.judgement import Judgement, Told, told
from sitegen.verify.known import KnownFacts
from sitegen.verify.lookup import Lookup, held_together
from sitegen.verify.sentences.claims import claims_stand
from sitegen.verify.sentences.prose import prose_cites
from sitegen.verify.sources import origins_stand, redactions_stand, sources_are_pinned
from sitegen.verify.speakers.people import people_stand
from sitegen.verify.unseen import prose_is_seen
from sitegen.verify.words.edits import quotes_stand
from sitegen.verify.words.words import (
    lines_exist,
    skipped_passages_stand,
    something_is_checked,
    words_stand,
)

CHECKS: tuple[Check, ...] = (
    sources_are_pinned,
    redactions_stand,
    origins_stand,
    words_stand,
    lines_exist,
    skipped_passages_stand,
    something_is_checked,
    quotes_stand,
    numbers_stand,
    orders_stand,
    calculations_hold,
    calculations_end,
    modifiers_are_carried,
    measures_agree,
    dates_stand,
    moments_stand,
    people_stand,
    claims_stand,
    prose_cites,
    prose_is_seen,
    accepted_codes_exist,
)

# Checks that hold facts against others which they do not name, each with what tells which facts
# belong together. They see the facts' fields alone. All other checks are run batch by batch.
TOGETHER: Mapping[Check, Callable[[Fact], str | None]] = {
    calculations_end: lambda fact: "calculated" if fact.basis and any(derived(fact)) else None,
    measures_agree: lambda fact: fact.measure,
}


def verify(
    factsheet: Factsheet, prose: tuple[Passage, ...] | None = None, memory: Memory | None = None
) -> tuple[CheckedFactsheet, tuple[Diagnostic, ...]]:
    """The fact sheet with its evidence, and everything that does not hold.

    `prose` are its passages, where somebody has parsed them already. With a memory, a file of facts
    is judged again when one of its facts differs, one that these name, a source that they cite, or
    any person.
    """
    memory = Memory() if memory is None else memory
    texts = tuple(passages(factsheet, memory)) if prose is None else prose
    lookup, known = Lookup(factsheet, memory), KnownFacts(factsheet.facts.values())
    each = tuple(check for check in CHECKS if check not in TOGETHER)
    parts = tuple(batches(factsheet, by_file(factsheet, texts, memory)))
    judgements = [
        lookup.once("verify: batch", batch, partial(Judgement, batch, lookup)) for batch in parts
    ]
    for check in each:  # one check over all batches is faster than all checks over one
        for judgement in judgements:
            judgement.said(check)

    diagnostics: list[Diagnostic] = []
    besides: dict[str, tuple[Judged, ...]] = {}
    for said in _together(factsheet, lookup, memory):
        if isinstance(said, Judged):
            besides[said.id] = (*besides.get(said.id, ()), said)
        else:
            diagnostics.append(said)

    came = tuple(
        _told(batch, judgement, each, known, besides, memory)
        for batch, judgement in zip(parts, judgements, strict=True)
    )
    diagnostics += chain.from_iterable(one.diagnostics for one in came)
    work = partial(_sheet, factsheet, parts, came)
    return memory.once("verify: sheet", None, (factsheet, *came), work), tuple(diagnostics)


def _told(
    batch: Batch,
    judgement: Judgement,
    checks: tuple[Check, ...],
    known: KnownFacts,
    besides: Mapping[str, tuple[Judged, ...]],
    memory: Memory,
) -> Told:
    answers = {question: known(question) for question in judgement.questions}
    more = tuple(one for fact in batch.facts if besides for one in besides.get(fact.id, ()))
    work = partial(told, judgement, checks, answers, more)
    return memory.once("verify: told", (tuple(answers.values()), more), (judgement,), work)


def _sheet(
    factsheet: Factsheet, parts: tuple[Batch, ...], came: tuple[Told, ...]
) -> CheckedFactsheet:
    """The batches put together again, in the order of the fact sheet."""
    facts: dict[str, CheckedFact] = {}
    skips: dict[int, Evidence] = {}
    sources: dict[str, Mapping[str, Verdict]] = {}
    for batch, one in zip(parts, came, strict=True):
        facts |= one.facts
        skips |= zip(map(id, batch.skips), one.skips, strict=True)
        sources |= one.sources
    return CheckedFactsheet(
        factsheet,
        {name: facts[name] for name in factsheet.facts},
        tuple(skips[id(skip)] for skip in factsheet.skips),
        sources,
    )


def _together(
    factsheet: Factsheet, lookup: Lookup, memory: Memory
) -> Iterator[Diagnostic | Judged]:
    """What the checks say that hold facts against others; each group of facts is one piece."""
    for check, belongs in TOGETHER.items():
        for facts in groups(factsheet.facts.values(), belongs):
            named, _ = lookup.beside(Batch(facts))
            work = partial(_said, check, facts, named)
            parts = (*facts, *named)
            yield from memory.once("verify: together", (check, len(facts)), parts, work)


def _said(
    check: Check, facts: tuple[Fact, ...], named: tuple[Fact, ...]
) -> tuple[Diagnostic | Judged, ...]:
    return tuple(check(held_together(facts, named)))
