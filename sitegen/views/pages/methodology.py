"""The page on how the site was made: what was checked and how, and how to check it without us."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen import urls
from sitegen.model import Basis, Verdict
from sitegen.views.annotated import Annotated
from sitegen.views.cards import Cards
from sitegen.views.exports.texts import gives_text
from sitegen.views.frame import Frame
from sitegen.views.kinds import (
    AcceptedView,
    Command,
    InferredView,
    Link,
    MethodologyPage,
    PageView,
    Reason,
    SkippedIn,
    SkipView,
)
from sitegen.views.pages.corrections import correction_words
from sitegen.views.pages.method_figures import (
    annotated_counts,
    count_tables,
    field_counts,
    rule_families,
    unnamed_words,
)
from sitegen.views.wording.words import FIELDS, basis_words, citation_verdicts

_COMMAND = "python3 data/verify.py"
_COMMANDS = (
    Command("Check every citation again, on a copy of this site.", _COMMAND),
    Command(
        "See whether your own copy of a source is the text that was annotated: its digest stands "
        "on the page of the source.",
        "sha256sum YOUR-COPY.txt",
    ),
    Command(
        "Check the citations against your own copy of the same text.", f"{_COMMAND} YOUR-COPY.txt"
    ),
    Command(
        "Check them against another copy: name the source by the last part of its page’s address.",
        f"{_COMMAND} SOURCE=YOUR-COPY.txt",
    ),
)


def methodology_page(
    skips: dict[str, list[tuple[str, SkipView]]],
    annotated: Sequence[Annotated],
    cards: Cards,
    frame: Frame,
) -> PageView:
    """What was checked and what was not, in figures, and how to check it without us."""
    path = urls.METHODOLOGY
    shown = cards.shown
    checked = shown.linked.checked
    verdicts = citation_verdicts(checked)
    fields = field_counts(checked)
    view = MethodologyPage(
        chrome=frame.chrome(path, "Methodology"),
        facts=len(shown.facts),
        citations=sum(verdicts.values()),
        matching=verdicts[Verdict.FOUND],
        found_fields=sum(field.found for field in fields),
        inferred_fields=sum(field.inferred for field in fields),
        unchecked_fields=sum(field.unchecked for field in fields),
        rules=tuple(rule_families(verdicts, fields, shown.factsheet.sources.values())),
        tables=tuple(count_tables(cards, verdicts)),
        fields=fields,
        annotated=annotated_counts(annotated),
        unnamed=unnamed_words(cards),
        corrections=correction_words(cards),
        corrections_list=Link("All corrections", urls.relative(path, urls.CORRECTIONS)),
        report=frame.report("methodology"),
        inferred=tuple(_inferred(cards, path)),
        accepted=tuple(_accepted(cards, path)),
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
        sources=Link("Sources", urls.relative(path, urls.SOURCES)),
        commands=_commands(cards),
    )
    return PageView(path, "methodology.html", "the methodology page", view)


def _commands(cards: Cards) -> tuple[Command, ...]:
    """A reader's own copy is needed where a text may not be given; it helps anybody."""
    sources = cards.shown.factsheet.sources.values()
    if all(gives_text(source, cards.shown) for source in sources):
        return _COMMANDS
    return (
        Command(
            f"{_COMMANDS[0].does} The texts that may not be given it leaves out, and says so.",
            _COMMANDS[0].line,
        ),
        *_COMMANDS[1:],
    )


def _skip(source: str, line: str, skip: SkipView, path: str) -> SkipView:
    """The same passage with a link from another page than the source's."""
    href = urls.relative(path, urls.source(source), line)
    return SkipView(skip.lines, href, skip.words, skip.because)


def _accepted(cards: Cards, path: str) -> Iterator[AcceptedView]:
    """The warnings that were raised and that an editor has settled, each with the reason."""
    by_fact: dict[str, list[str]] = defaultdict(list)
    for fact, code in cards.shown.linked.checked.accepted:
        by_fact[fact].append(code)
    for name, codes in sorted(by_fact.items()):
        accept = cards.shown.factsheet.facts[name].accept
        for code in sorted(set(codes)):
            yield AcceptedView(cards.ref(name, path), code, accept[code])


def _inferred(cards: Cards, path: str) -> Iterator[InferredView]:
    """Every field that was inferred or derived, of facts and then of sources."""
    for fact_id, fact in sorted(cards.shown.factsheet.facts.items()):
        if fact.basis:
            ref = cards.ref(fact_id, path)
            yield InferredView(Link(ref.label, ref.href), _reasons(fact.basis))
    for source_id, source in sorted(cards.shown.factsheet.sources.items()):
        if source.basis:
            yield InferredView(cards.source(source_id, path), _reasons(source.basis))


def _reasons(bases: Mapping[str, Basis]) -> tuple[Reason, ...]:
    return tuple(
        Reason(FIELDS.get(name, name), basis_words(basis)) for name, basis in sorted(bases.items())
    )
