"""Quotations as facts: which words an editor types for each, how, and which lines are cited."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from books import Book, Part, Run, interrupted, title_of
from choosing import Selector, choose
from styles import AS_PRINTED, KEEPING_LINES, SPELLINGS, layouts_for, spellings_for
from yaml_text import double, scalar

PARAGRAPH_SHARE = 4  # one fact in so many cites the whole paragraph
CURLY_CONTEXT_SHARE = 4  # one prefix or suffix in so many is typed with curly marks
FIELDS = ("occurrence", "prefix", "suffix")
FALLBACK = "kept as printed, as other words match sooner"
AS_ONE_BLOCK = "repeated marks, as printed"
PLATE = "[Illustration"  # nobody quotes a picture's caption within a speech


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they are typed, and the YAML style that holds them."""

    words: str
    style: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A quotation's citation as an editor writes it, with the truth about it."""

    id: str
    source: str
    first_line: int
    last_line: int
    pieces: tuple[Piece, ...]
    selector: Selector
    places: tuple[tuple[int, int, int], ...]  # line, start, end: what has to be found
    variation: dict[str, str]

    def yaml(self) -> str:
        """The fact as an entry below `facts:`."""
        several = self.first_line != self.last_line
        lines = f"{self.first_line}-{self.last_line}" if several else str(self.first_line)
        speaker = double(f"a speaker in {title_of(self.source)}")
        rows = [
            f"  {self.id}:",
            "    kind: quote",
            f"    speaker: {{unnamed: {speaker}}}",
            "    basis: {speaker: {inferred: The book tells; this program does not read it.}}",
            "    cite:",
            f"      lines: {lines}",
        ]
        if len(self.pieces) == 1:
            rows.append(f"      exact: {scalar(self.pieces[0].words, self.pieces[0].style, 8)}")
        else:
            rows.append("      exact:")
            rows += [f"        - {scalar(piece.words, piece.style, 10)}" for piece in self.pieces]
        if self.selector.field:
            value = self.selector.value
            shown = value if self.selector.field == "occurrence" else double(value)
            rows.append(f"      {self.selector.field}: {shown}")
        return "\n".join(rows) + "\n"


def facts_of(book: Book) -> Iterator[Fact | str]:
    """Every quotation of a book: each run by itself, then each interrupted one in pieces.

    A string names one that no selector can tell from other places of the cited lines.
    """
    for number, run in enumerate(book.runs, 1):
        yield _fact(book, f"{book.name}-q{number:05}", (run,))
    for number, runs in enumerate(interrupted(book), 1):
        yield _fact(book, f"{book.name}-i{number:05}", runs)


def _fact(book: Book, name: str, runs: Sequence[Run]) -> Fact | str:
    parts = [part for run in runs for part in run.parts]
    form = _form(book, name, runs)
    if form == AS_ONE_BLOCK:
        parts = [Part(parts[0].start, parts[-1].end)]
    truth = [(part.start, part.end) for part in parts]
    printed = [book.text[part.start : part.end] for part in parts]
    layout, spelling, pieces = _typed(name, printed, form)
    lines = book.line_of(truth[0][0]), book.line_of(truth[-1][1] - 1)
    if not _selector(book, pieces, truth, name=name, lines=lines, spelling=spelling):
        # The words as retyped stand elsewhere at an earlier tier, so the editor keeps the print.
        layout, spelling = FALLBACK, AS_PRINTED
        pieces = tuple(Piece(text, "literal") for text in printed)
    for cited, (first, last) in _cited(book, name, lines):
        lines = first, last
        selector = _selector(book, pieces, truth, name=name, lines=lines, spelling=spelling)
        if selector:
            variation = {"form": form, "layout": layout, "spelling": spelling, "cited": cited}
            variation |= {"context": selector.field, "because": selector.because}
            places = tuple(_places(book, truth))
            return Fact(name, book.name, first, last, pieces, selector, places, variation)
    return f"{name} (lines {lines[0]}-{lines[1]}): {printed}"


def _form(book: Book, name: str, runs: Sequence[Run]) -> str:
    first, last = runs[0].parts[0], runs[-1].parts[-1]
    if len(runs) > 1:
        return "interrupted"
    if first == last:
        return "one piece"
    may_print = PLATE not in book.text[first.start : last.end]
    return AS_ONE_BLOCK if may_print and _share(name, "form", 2) else "repeated marks, in pieces"


def _cited(book: Book, name: str, lines: tuple[int, int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The lines that an editor may cite: at times the paragraph, else the words' own."""
    span = book.line_span(*lines)
    around = book.paragraph_lines(span.start, span.end)
    if around != lines and not _share(name, "lines", PARAGRAPH_SHARE):
        yield "the paragraph", around
    yield "its own lines", lines


def _typed(name: str, printed: Sequence[str], form: str) -> tuple[str, str, tuple[Piece, ...]]:
    """The layout and spelling that fall to a fact, and its pieces in them."""
    longest = max(printed, key=lambda text: text.count("\n"))
    layouts = layouts_for(longest)
    names = [name for name in layouts if form != AS_ONE_BLOCK or name in KEEPING_LINES]
    layout = names[_share(name, "layout", len(names))]
    retype, style = layouts[layout]
    retyped = [retype(text) for text in printed]
    spellings = spellings_for("\n".join(retyped))
    spelling = spellings[_share(name, "spelling", len(spellings))]
    return layout, spelling, tuple(Piece(SPELLINGS[spelling](text), style) for text in retyped)


def _selector(
    book: Book,
    pieces: Sequence[Piece],
    truth: Sequence[tuple[int, int]],
    *,
    name: str,
    lines: tuple[int, int],
    spelling: str,
) -> Selector | None:
    cited = book.line_span(*lines)
    local = [(start - cited.start, end - cited.start) for start, end in truth]
    turn = _share(name, "field", len(FIELDS))
    fields = FIELDS[turn:] + FIELDS[:turn]
    text = book.text[cited.start : cited.end]
    selector = choose(text, [piece.words for piece in pieces], local, fields)
    if selector and selector.field in ("prefix", "suffix"):
        like = "curly marks" if not _share(name, "context", CURLY_CONTEXT_SHARE) else spelling
        return selector.spelt(SPELLINGS[like])
    return selector


def _places(book: Book, truth: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Line and columns, from 0, of the words, without the spaces at either end of a line."""
    for start, end in truth:
        for line in range(book.line_of(start), book.line_of(end - 1) + 1):
            span = book.line_span(line, line)
            text = book.text[max(start, span.start) : min(end, span.end)]
            if text.strip():
                first = max(start, span.start) - span.start + len(text) - len(text.lstrip())
                yield line, first, first + len(text.strip())


def _share(name: str, dimension: str, ways: int) -> int:
    """Which of some ways falls to a fact: even shares, the same at each run and on each machine."""
    return zlib.crc32(f"{name}/{dimension}".encode()) % ways
