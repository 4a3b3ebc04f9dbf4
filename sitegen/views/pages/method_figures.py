"""The figures of the methodology page: rule by rule, field by field, verdict by verdict."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sitegen.diagnostics import CODES
from sitegen.model import BasisKind, CheckedFactsheet, Source, Verdict
from sitegen.views.annotated import Annotated
from sitegen.views.cards import Cards
from sitegen.views.kinds import AnnotatedCount, Count, CountTable, FieldCount, RuleFamily
from sitegen.views.threads import ONE_THREAD, is_unnamed, single_unnamed
from sitegen.views.wording.rules import COPIES, FAMILIES, WORDS, Family
from sitegen.views.wording.words import CITATION_VERDICTS, FIELDS, KINDS, count

_TOKENS = {"quotation": "Quotations", "number": "Numbers", "date": "Dates"}
_OUR_SENTENCE = "Our sentence: its figures, dates and names"
_BASES = {
    BasisKind.INFERRED: "inferred by us, with a reason",
    BasisKind.DERIVED: "worked out by us, and worked out again by the program",
}


def field_counts(checked: CheckedFactsheet) -> tuple[FieldCount, ...]:
    """What became of each field, in how many facts and sources; in the order of their names."""
    found: dict[tuple[str, Verdict, bool], int] = defaultdict(int)
    facts = ((fact.fields, fact.fact.basis) for fact in checked.facts.values())
    sources = (
        (checked.sources.get(name, {}), source.basis)
        for name, source in checked.factsheet.sources.items()
    )
    for fields, bases in (*facts, *sources):
        for name, verdict in fields.items():
            found[name, verdict, name in bases] += 1
    states_of: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, verdict, reasoned), number in found.items():
        inferred = reasoned and verdict is Verdict.UNCHECKED
        states_of[name]["inferred" if inferred else verdict.value] += number
    labels = {**FIELDS, "claim": _OUR_SENTENCE}
    return tuple(
        FieldCount(
            label=labels.get(name, name),
            code=name,
            found=states["found"],
            inferred=states["inferred"],
            unchecked=states["unchecked"],
            other=states.total() - states["found"] - states["inferred"] - states["unchecked"],
        )
        for name, states in sorted(states_of.items(), key=lambda pair: labels.get(pair[0], pair[0]))
    )


def rule_families(
    verdicts: Mapping[Verdict, int], fields: Sequence[FieldCount], sources: Collection[Source]
) -> Iterator[RuleFamily]:
    """What was checked, each family with what it came to here."""
    matching, citations = verdicts[Verdict.FOUND], sum(verdicts.values())
    words = f"{matching:,} of {count(citations, 'citation')} found." if citations else None
    yield RuleFamily(WORDS.title, WORDS.does, WORDS.cannot, words)
    for family in FAMILIES:
        yield RuleFamily(family.title, family.does, family.cannot, _came_to(family, fields))
    yield RuleFamily(COPIES.title, COPIES.does, COPIES.cannot, _copies(sources))


def _copies(sources: Collection[Source]) -> str:
    """How many copies there are, and of how many it is recorded when they were made."""
    missing = sum(source.article is None for source in sources)
    held = len(sources) - missing
    recorded = sum(source.retrieved is not None for source in sources if source.article)
    words = f"{count(held, 'copy', 'copies')} of {count(len(sources), 'source')}"
    if held:
        number = "each" if recorded == held else f"{recorded:,}" if recorded else "none"
        words += f"; when it was made is recorded of {number}"
    return f"{words}."


def _came_to(family: Family, fields: Sequence[FieldCount]) -> str | None:
    own = [field for field in fields if field.code in family.fields]
    parts = (
        (sum(field.found for field in own), "found in the words"),
        (sum(field.inferred for field in own), "inferred"),
        (sum(field.unchecked for field in own), "not checked"),
        (sum(field.other for field in own), "refused, and settled by an editor"),
    )
    words = ", ".join(f"{number:,} {what}" for number, what in parts if number)
    return f"{words}." if words else None


def count_tables(cards: Cards, verdicts: Mapping[Verdict, int]) -> Iterator[CountTable]:
    """Citations by verdict, facts by kind, fields by basis, warnings by code."""
    factsheet, checked = cards.shown.factsheet, cards.shown.linked.checked
    rows = tuple(
        Count(CITATION_VERDICTS[verdict], verdict.value, number)
        for verdict, number in verdicts.items()
    )
    yield CountTable("By-verdict", "Citations by verdict", "Citations", rows)
    kinds = Counter(fact.kind for fact in factsheet.facts.values())
    rows = tuple(Count(words, kind.value, kinds[kind]) for kind, words in KINDS.items())
    yield CountTable("By-kind", "Facts by kind", "Facts", rows)
    bases = Counter(
        basis.kind
        for records in (factsheet.facts, factsheet.sources)
        for record in records.values()
        for basis in record.basis.values()
    )
    rows = tuple(Count(words, kind.value, bases[kind]) for kind, words in _BASES.items())
    yield CountTable("By-basis", "Fields that the words do not state plainly", "Fields", rows)
    warnings = Counter(code for _, code in checked.accepted)
    if warnings:
        rows = tuple(Count(_warning(c), c, n) for c, n in sorted(warnings.items()))
        yield CountTable("By-warning", "Warnings that an editor has settled", "Warnings", rows)


def _warning(code: str) -> str:
    return f"{CODES[code].rstrip('.')} ({code})" if code in CODES else code


def annotated_counts(annotated: Sequence[Annotated]) -> tuple[AnnotatedCount, ...]:
    """How much of the articles the facts take up."""
    return tuple(
        AnnotatedCount(
            _TOKENS.get(row.kind, row.kind), row.kind, row.cited, row.skipped, row.remaining
        )
        for row in annotated
    )


def unnamed_words(cards: Cards) -> tuple[str, ...]:
    """What the site does about speakers whom a source does not name, with the figures."""
    factsheet = cards.shown.factsheet
    facts = list(factsheet.facts.values())
    unnamed = sum(map(is_unnamed, facts))
    hanging = sum(single_unnamed(fact, factsheet.sources) for fact in facts)
    private = sum(person.private for person in factsheet.people.values())
    words = []
    if unnamed:
        verb, they = ("rests", "It stands") if unnamed == 1 else ("rest", "They stand")
        words.append(
            f"{unnamed:,} of {count(len(facts), 'fact')} {verb} on somebody whom the source does "
            f"not name. {they} here under the source’s own description, which has no page of its "
            "own; the same description in two sources is not taken for one person."
        )
        if hanging:
            each = "Each of them" if hanging == unnamed else f"{hanging:,} of them"
            says = "says" if hanging in (1, unnamed) else "say"
            words.append(
                f"{each} {says} so in the lists: “{ONE_THREAD}”. No other outlet is cited there."
            )
        words.append(
            "The check finds that the words stand in the source. It cannot find out who that "
            "person is, or how they know."
        )
    elif facts:
        words.append("No fact here rests on somebody whom the source does not name.")
    if private:
        one = private == 1
        words.append(
            f"{private:,} private {'person stands' if one else 'people stand'} here by "
            f"{'a role' if one else 'their roles'}, without a name."
        )
    return tuple(words)
