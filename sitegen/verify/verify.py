"""All checks, in one tuple, and what they make of a fact sheet."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain

from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.jobs import Jobs
from sitegen.memory import Memory
from sitegen.model import CheckedFact, CheckedFactsheet, Evidence, Factsheet, Verdict
from sitegen.prose import Texts, passages
from sitegen.verify.accepted import accepted_codes_exist
from sitegen.verify.batches import Batch, batches
from sitegen.verify.dates.dates import dates_stand, moments_stand
from sitegen.verify.figures.calculations import calculations_hold
from sitegen.verify.figures.carried_modifiers import modifiers_are_carried
from sitegen.verify.figures.numbers import numbers_stand
from sitegen.verify.figures.orders import orders_stand
from sitegen.verify.findings import Check, Judged
from sitegen.verify.judgement import Judgement, Told, told
from sitegen.verify.kept import Kept, Keys
from sitegen.verify.known import KnownFacts
from sitegen.verify.lookup import Lookup
from sitegen.verify.plain import Plain, received, sent
from sitegen.verify.sentences.claims import claims_stand
from sitegen.verify.sentences.prose import prose_cites
from sitegen.verify.sources import origins_stand, redactions_stand, sources_are_pinned
from sitegen.verify.speakers.people import people_stand
from sitegen.verify.statuses import statuses_stand
from sitegen.verify.together import together
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
    modifiers_are_carried,
    dates_stand,
    moments_stand,
    people_stand,
    statuses_stand,
    claims_stand,
    prose_cites,
    prose_is_seen,
    accepted_codes_exist,
)

_ALONE = Jobs()
_WORTH_SHARING = 300  # facts; two processes are slower than one below about half of that
_IN_A_PIECE = 8  # batches


def verify(
    factsheet: Factsheet,
    texts: Texts | None = None,
    memory: Memory | None = None,
    jobs: Jobs = _ALONE,
    kept: Kept | None = None,
    done: Callable[[int, int], None] | None = None,
) -> tuple[CheckedFactsheet, tuple[Diagnostic, ...]]:
    """The fact sheet with its evidence, and everything that does not hold.

    `texts` are its passages, where somebody has parsed them already. With a memory, a file of facts
    is judged again when one of its facts differs, one that these name, a source that they cite, or
    any person; `kept` is the same from one program to the next. With several `jobs` the files are
    shared out over processes, where there are many facts, and are not in the memory then; `done` is
    told how many pieces of that work of how many are done.
    """
    memory = Memory() if memory is None else memory
    texts = passages(factsheet, memory) if texts is None else texts
    lookup = Lookup(factsheet, memory)
    parts = tuple(batches(factsheet, texts))
    diagnostics: list[Diagnostic] = []
    besides: dict[str, tuple[Judged, ...]] = {}
    for said in together(parts, lookup, memory):
        if isinstance(said, Judged):
            besides[said.id] = (*besides.get(said.id, ()), said)
        else:
            diagnostics.append(said)

    judging = _Judging(CHECKS, lookup, KnownFacts(factsheet.facts.values()), besides, memory)
    keys = kept.keys(factsheet) if kept else None
    names = [judging.key(batch, keys) for batch in parts]
    recalled = [
        kept.told(name, batch, judging.known) if kept else None
        for name, batch in zip(names, parts, strict=True)
    ]
    left = [batch for batch, one in zip(parts, recalled, strict=True) if one is None]
    judged = iter(_judged(left, judging, jobs, done))
    every = [next(judged) if one is None else (one, None) for one in recalled]
    told = tuple(one for one, _ in every)
    if kept:
        for name, batch, (one, evidence) in zip(names, parts, every, strict=True):
            kept.keep(name, batch, one, evidence)
    diagnostics += chain.from_iterable(one.diagnostics for one in told)
    work = partial(_sheet, factsheet, parts, told)
    return memory.once("verify: sheet", None, (factsheet, *told), work), tuple(diagnostics)


def _judged(
    parts: Sequence[Batch],
    judging: "_Judging",
    jobs: Jobs,
    done: Callable[[int, int], None] | None,
) -> list[tuple[Told, Plain | None]]:
    """What comes of each batch, judged in several processes where there are many facts.

    Beside it the evidence in plain values, where another process has sent it so.
    """
    starts = range(0, len(parts), _IN_A_PIECE)
    pieces = [parts[start : start + _IN_A_PIECE] for start in starts]
    if jobs.count == 1 or sum(len(part.facts) for part in parts) < _WORTH_SHARING:
        return [(told, None) for piece in pieces for told in judging.told(piece)]
    made = jobs.share_out(
        pieces,
        lambda piece, _: list(map(sent, judging.told(piece))),
        done and (lambda ready: done(ready, len(pieces))),
    )
    return [
        (received(values, batch), values[1])
        for piece, given in zip(pieces, made, strict=True)
        for batch, values in zip(piece, given, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Judging:
    """How batches are judged. `besides` is what was said of facts held against others, by id."""

    checks: tuple[Check, ...]
    lookup: Lookup
    known: KnownFacts
    besides: Mapping[str, tuple[Judged, ...]]
    memory: Memory

    def told(self, parts: Sequence[Batch]) -> tuple[Told, ...]:
        """What comes of each batch."""
        once = self.lookup.once
        judgements = [
            once("verify: batch", batch, partial(Judgement, batch, self.lookup)) for batch in parts
        ]
        every = frozenset(self.checks)
        new = [judgement for judgement in judgements if not judgement.has_said(every)]
        for check in self.checks:  # one check over some batches is faster than all checks over one
            for judgement in new:
                judgement.said(check)
        return tuple(map(self._told, parts, judgements))

    def key(self, batch: Batch, keys: Keys | None) -> str | None:
        """What a batch is kept by from one build to the next, if it is."""
        if keys is None or not (batch.facts or batch.sources):  # judging it anew takes less
            return None
        return keys.key(batch, self.lookup.beside(batch), self.more(batch))

    def more(self, batch: Batch) -> tuple[Judged, ...]:
        """What was said of the facts of a batch besides."""
        if not self.besides:
            return ()
        of_each = (self.besides.get(fact.id, ()) for fact in batch.facts)
        return tuple(chain.from_iterable(of_each))

    def _told(self, batch: Batch, judgement: Judgement) -> Told:
        answers = {question: self.known(question) for question in judgement.questions}
        more = self.more(batch)
        work = partial(told, judgement, self.checks, answers, more)
        return self.memory.once("verify: told", (tuple(answers.values()), more), (judgement,), work)


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
