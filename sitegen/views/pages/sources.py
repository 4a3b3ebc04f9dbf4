"""The pages of sources: their lines with the cited words marked, and the facts beside them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from markupsafe import Markup

from sitegen import urls
from sitegen.edtf import Edtf
from sitegen.linked import Cited, ProseKey
from sitegen.model import SOURCE_FIELDS, Anchor, Basis, Display, Source, Verdict
from sitegen.views.card_html import time
from sitegen.views.cards import Cards
from sitegen.views.exports.structured import source_node
from sitegen.views.exports.texts import gives_text
from sitegen.views.frame import SOURCES, Frame
from sitegen.views.kinds import (
    FieldView,
    LineView,
    PageView,
    SkipView,
    SourcePage,
    VerdictView,
)
from sitegen.views.marks import Range, marked, nested
from sitegen.views.pages.source_figures import (
    SourceFigures,
    cited_words,
    copied_words,
    thread_words,
)
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.escaping import escaped, finished
from sitegen.views.wording.sentences import GAP, gap_for
from sitegen.views.wording.words import (
    FIELDS,
    basis_words,
    field_verdict,
    lines_words,
)

_STATED = ("licence",)
_GAP = f'<span class="elided">{GAP}</span>'
_WORDS_OF_A_SKIP = 8  # of a passage that is left out of a source shown as an excerpt


def source_page(
    source: Source,
    citing: Iterable[str],
    skips: tuple[SkipView, ...],
    figures: SourceFigures,
    cards: Cards,
    frame: Frame,
    *,
    evidence_map: Markup | None,
) -> PageView:
    """The page of one source with the facts that cite it and the passages left out."""
    path = urls.source(source.id)
    facts = dict.fromkeys(_by_line(source.id, citing, cards.shown))
    view = SourcePage(
        chrome=frame.chrome(
            path,
            source.title,
            trail=((SOURCES, urls.SOURCES),),
            description=f"What rests on “{source.title}”, line by line.",
            noindex=source.noindex,
            highlights=True,
            structured=(source_node(source, cards.shown, path),),
        ),
        id=source.id,
        title=source.title,
        title_note=_title_note(source),
        link=source.url and urls.external(source.url),
        archive=source.archive_url and urls.external(source.archive_url),
        rows=tuple(_rows(source, cards, path)),
        note=cards.wording.blocks(ProseKey("source", source.id, "note"), path),
        language=source.language,
        display=source.display.value,
        display_words=_display_words(source, altered=source.id in cards.shown.altered),
        missing=source.article is None,
        lines=tuple(_lines(source, cards, path)),
        evidence_map=evidence_map,
        skipped=skips,
        facts=cards.cards(tuple(facts), path),
        figures=cited_words(figures),
        thread=thread_words(len(figures.hanging)),
        hanging=cards.refs(figures.hanging, path),
        copied=copied_words(source),
        sha256=source.sha256,
        text=urls.relative(path, urls.text(source.id)) if gives_text(source, cards.shown) else None,
        command=f"python3 data/verify.py {source.id}=YOUR-COPY.txt",
    )
    return PageView(path, "source.html", f"source {source.id}", view)


def _by_line(source: str, facts: Iterable[str], shown: Shown) -> Iterator[str]:
    """Facts that cite a source, in the order of its lines."""
    places = sorted(
        (citation.selector.lines.first, name)
        for name in facts
        for citation in shown.factsheet.facts[name].cite
        if citation.source == source
    )
    return (name for _, name in places)


def skip_views(cards: Cards) -> dict[str, list[tuple[str, SkipView]]]:
    """The passages that were left out, by source: the id of their line, and the view."""
    shown = cards.shown
    found: dict[str, list[tuple[str, SkipView]]] = {}
    passages = zip(shown.factsheet.skips, shown.skips, strict=True)
    for skip, anchors in sorted(passages, key=lambda pair: pair[0].citation.selector.lines):
        citation = skip.citation
        lines = shown.lines.get(citation.source, ())
        words = tuple(lines[line - 1][start:end] for line, start, end in anchors)
        source = shown.factsheet.sources[citation.source]
        if source.display is Display.EXCERPT:
            words = _beginning(words or citation.selector.exact)
        line_id = urls.line_id(anchors[0].line if anchors else citation.selector.lines.first)
        view = SkipView(
            lines=lines_words(citation.selector.lines),
            href=f"#{line_id}",
            words=words or citation.selector.exact,
            because=skip.because,
        )
        found.setdefault(citation.source, []).append((line_id, view))
    return found


def _beginning(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first words of a passage that is left out, where the source may not be shown whole."""
    first = " ".join(words).split()
    if len(first) <= _WORDS_OF_A_SKIP:
        return words
    return (f"{' '.join(first[:_WORDS_OF_A_SKIP])} {GAP}",)


def cited_ranges(shown: Shown, source_id: str) -> dict[int, tuple[Range, ...]]:
    """By line, the ranges that facts cite in a source, properly nested."""
    found: dict[int, list[Range]] = {}
    anchors_of = shown.anchors.get
    # Each citation once, in the order of the lines on which it rests.
    every = shown.linked.by_line.get(source_id, {}).values()
    for cited in dict.fromkeys(chain.from_iterable(every)):
        identifier: str | None = urls.citation_id(cited.fact, cited.number)
        for line, start, end in anchors_of(cited, ()):
            found.setdefault(line, []).append(Range(start, end, cited.fact, identifier))
            identifier = None
    return {line: nested(ranges) for line, ranges in found.items()}


def _title_note(source: Source) -> str | None:
    basis = source.basis.get("title")
    if basis is not None:
        return basis_words(basis)
    return "The title is the first line of the text." if source.title_inferred else None


def _rows(source: Source, cards: Cards, path: str) -> Iterator[FieldView]:
    verdicts = cards.shown.linked.checked.sources.get(source.id, {})
    for name in (*SOURCE_FIELDS, *_STATED):
        value = getattr(source, name)
        if value is None:
            continue
        words = time(date_view(value)) if isinstance(value, Edtf) else escaped(value)
        basis = source.basis.get(name)
        yield FieldView(
            name=name,
            label=FIELDS[name],
            value=finished(words),  # escaped just above
            basis=basis_words(basis) if basis else None,
            basis_facts=cards.refs(basis.rests_on, path) if basis else (),
            verdict=_source_verdict(name, verdicts, basis),
        )


def _source_verdict(
    name: str, verdicts: Mapping[str, Verdict], basis: Basis | None
) -> VerdictView | None:
    if name not in SOURCE_FIELDS:
        return None
    return field_verdict(verdicts.get(name, Verdict.UNCHECKED), basis)


def _display_words(source: Source, *, altered: bool) -> str:
    if source.article is None:
        return "We have no copy of the text, so nothing that cites it could be checked."
    if source.display is Display.FULL:
        reason = source.display_because or source.licence
        words = f"The whole text is shown: {reason}" if reason else "The whole text is shown."
    else:
        words = (
            "Shown are the sentences with cited words and the sentences next to them; "
            f"{GAP} stands for the rest."
        )
    if altered:
        words = f"{words.rstrip('.')}. Some words are not published; others stand in their place."
    return words


def _lines(source: Source, cards: Cards, path: str) -> Iterator[LineView]:
    """Each line of the text, or the runs of lines that are left out."""
    if source.article is None:
        return
    lines = cards.shown.lines[source.id]
    by_line = cards.shown.linked.by_line.get(source.id, {})
    ranges = cited_ranges(cards.shown, source.id)
    visible = None
    if source.display is Display.EXCERPT:
        visible = cards.wording.sentences(source.id).parts_around(
            Anchor(line, mark.start, mark.end) for line, marks in ranges.items() for mark in marks
        )
        for number in by_line:
            visible.setdefault(number, [])  # cited without words: the line and its facts, no text
    hidden: list[int] = []
    for number, text in enumerate(lines, start=1):
        blank, marks = not text.strip(), ranges.get(number, ())
        if visible is None:
            html = marked(text, marks, 0, len(text))
        elif number in visible:
            html = _parts(text, visible[number], marks)
        elif hidden or not blank:
            hidden.append(number)
            continue
        else:
            html = text  # white space, which is shown as it is
        if hidden:
            yield from _elided(hidden, lines)
            hidden = []
        cited = by_line.get(number, ())
        facts = cards.refs(_facts_of(marks, cited), path) if cited or marks else ()
        yield LineView(number, number, False, blank, finished(html), facts)  # of escaped texts
    yield from _elided(hidden, lines)


def _facts_of(ranges: Iterable[Range], cited: Iterable[Cited]) -> tuple[str, ...]:
    """The facts that rest on a line: in the order of their words, then those without any."""
    facts = dict.fromkeys([mark.fact for mark in ranges])
    for citation in cited:
        facts[citation.fact] = None
    return tuple(facts)


def _parts(text: str, parts: list[tuple[int, int]], ranges: tuple[Range, ...]) -> str:
    """A line's HTML: the visible parts, with `[…]` for what lies before, between and after."""
    html: list[str] = []
    position = 0
    for start, end in parts:
        if position < start:
            html.append(gap_for(text[position:start], _GAP))
        html.append(marked(text, ranges, start, end))
        position = end
    if position < len(text):
        html.append(gap_for(text[position:], _GAP))
    return "".join(html)


def _elided(hidden: list[int], lines: tuple[str, ...]) -> Iterator[LineView]:
    """A run of lines that are left out; blank lines at its end stay lines of their own."""
    kept = len(hidden)
    while kept and not lines[hidden[kept - 1] - 1].strip():
        kept -= 1
    if kept:
        anchors = "".join(f'<span id="{urls.line_id(number)}"></span>' for number in hidden[:kept])
        yield LineView(hidden[0], hidden[kept - 1], True, False, finished(anchors), ())
    for number in hidden[kept:]:
        yield LineView(number, number, False, True, Markup(), ())
