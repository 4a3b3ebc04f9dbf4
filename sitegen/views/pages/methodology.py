"""The pages on how the site was made: its figures and reasons, and what was corrected."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen import urls
from sitegen.model import BasisKind, Verdict
from sitegen.views.cards import Cards
from sitegen.views.exports.exports import gives_text
from sitegen.views.frame import Frame
from sitegen.views.kinds import (
    CorrectionsPage,
    Count,
    CountTable,
    InferredView,
    Link,
    MethodologyPage,
    NotFoundPage,
    PageView,
    SkippedIn,
    SkipView,
)
from sitegen.views.pages.facts import accepted, corrections
from sitegen.views.wording.words import (
    CITATION_VERDICTS,
    FIELDS,
    KINDS,
    basis_words,
    citation_verdicts,
)

_COMMAND = "python3 data/verify.py"
_OWN_COPY = f"{_COMMAND} YOUR-COPY.txt"


def methodology_page(
    skips: dict[str, list[tuple[str, SkipView]]], cards: Cards, frame: Frame
) -> PageView:
    """What was checked and what was not, in figures, and how to check it without us."""
    path = urls.METHODOLOGY
    shown = cards.shown
    verdicts = citation_verdicts(shown.linked.checked)
    checked = shown.linked.checked
    all_given = all(gives_text(source, shown) for source in shown.factsheet.sources.values())
    facts = [fact.fact for _, fact in sorted(shown.facts.items())]
    view = MethodologyPage(
        chrome=frame.chrome(path, "Methodology"),
        facts=len(facts),
        citations=sum(verdicts.values()),
        matching=verdicts[Verdict.FOUND],
        found_fields=sum(checked.found_fields.values()),
        inferred_fields=sum(checked.inferred_fields.values()),
        unchecked_fields=sum(checked.unchecked_fields.values()),
        tables=tuple(_tables(cards, verdicts)),
        inferred=tuple(_inferred(cards, path)),
        accepted=tuple(view for fact in facts for view in accepted(fact, cards, path)),
        skipped=tuple(
            SkippedIn(
                cards.source(source, path),
                tuple(_skip(source, line, skip, path) for line, skip in passages),
            )
            for source, passages in sorted(skips.items())
        ),
        exports=tuple(
            Link(target, urls.relative(path, target))
            for target in (urls.FACTS_JSON, urls.SOURCES_JSON, urls.VERIFY)
        ),
        commands=(_COMMAND,) if all_given else (_COMMAND, _OWN_COPY),
    )
    return PageView(path, "methodology.html", "the methodology page", view)


def corrections_page(cards: Cards, frame: Frame) -> PageView:
    """Everything that was corrected, the latest first."""
    path = urls.CORRECTIONS
    dated = [
        (correction.date.sort_key, view)
        for _, fact in sorted(cards.shown.factsheet.facts.items())
        for correction, view in zip(
            sorted(fact.corrections, key=lambda c: c.date.sort_key, reverse=True),
            corrections(fact, cards, path),
            strict=True,
        )
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    view = CorrectionsPage(frame.chrome(path, "Corrections"), tuple(view for _, view in dated))
    return PageView(path, "corrections.html", "the corrections page", view)


def not_found_page(frame: Frame) -> PageView:
    """What a reader sees at an address that does not exist."""
    view = NotFoundPage(frame.not_found("Page not found"))
    return PageView(urls.NOT_FOUND, "404.html", "the page for missing addresses", view)


def _skip(source: str, line: str, skip: SkipView, path: str) -> SkipView:
    """The same passage with a link from another page than the source's."""
    href = urls.relative(path, urls.source(source), line)
    return SkipView(skip.lines, href, skip.words, skip.because)


def _tables(cards: Cards, verdicts: dict[Verdict, int]) -> Iterator[CountTable]:
    factsheet, checked = cards.shown.factsheet, cards.shown.linked.checked
    rows = tuple(Count(CITATION_VERDICTS[v], v.value, number) for v, number in verdicts.items())
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
    rows = tuple(
        Count(f"{kind.value}, with a reason", kind.value, bases[kind]) for kind in BasisKind
    )
    yield CountTable("By-basis", "Fields that the words do not state plainly", "Fields", rows)
    claims = {"claim": "Figures, dates and names in our sentence"}
    by_field: tuple[tuple[str, str, Mapping[str, int], Mapping[str, str]], ...] = (
        ("Found", "Fields found in our copies of the sources", checked.found_fields, claims),
        ("Reasoned", "Fields inferred, which no rule has checked", checked.inferred_fields, {}),
        ("Not-checked", "Other fields that no rule has checked", checked.unchecked_fields, {}),
    )
    yield from (_by_field(*table) for table in by_field if table[2])


def _by_field(
    identifier: str, caption: str, counts: Mapping[str, int], labels: Mapping[str, str]
) -> CountTable:
    rows = tuple(
        Count(labels.get(name) or FIELDS.get(name, name), name, number)
        for name, number in counts.items()
    )
    return CountTable(identifier, caption, "Facts", rows)


def _inferred(cards: Cards, path: str) -> Iterator[InferredView]:
    """Every field that was inferred or derived, of facts and then of sources."""
    for fact_id, fact in sorted(cards.shown.factsheet.facts.items()):
        ref = cards.ref(fact_id, path)
        for name, basis in sorted(fact.basis.items()):
            subject = Link(ref.label, ref.href)
            yield InferredView(subject, FIELDS.get(name, name), basis_words(basis))
    for source_id, source in sorted(cards.shown.factsheet.sources.items()):
        for name, basis in sorted(source.basis.items()):
            subject = cards.source(source_id, path)
            yield InferredView(subject, FIELDS.get(name, name), basis_words(basis))
