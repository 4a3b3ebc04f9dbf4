"""Plain-text books: their lines, and every run of words between double quotation marks.

A run opens at a mark and ends at the mark that closes it, over lines and paragraphs. Books print
the opening mark again at each paragraph (or line of verse) that goes on with the same speech: such
a mark divides a run into parts. Runs of one paragraph that only a reporting clause divides
(“Yes,” said Legend, “I think so.”) are one interrupted quotation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MARKS = '"“”'
OPENERS_FOLLOW = " \t\n([{—–-_'‘’\"“*"  # what may stand before an opening mark
PARAGRAPHS_AHEAD = 40  # a run still open after so many paragraphs was never closed
PARAGRAPHS_SILENT = 3  # so many may lie in it that do not begin with a mark
REPORTING_WORDS = 40  # a longer clause is a narrative, and what follows another utterance
REPORTING_VERBS = frozenset(
    (
        *("said", "says", "say", "saying", "thought", "thinking", "cried", "crying", "began"),
        *("went", "told", "wrote", "sang", "read", "put", "quoth", "spoke", "broke", "ran"),
        *("pursued", "answering", "adding", "repeating", "laughing", "sighing", "asking"),
    )
)  # and every word that ends in -ed

PRONOUNS = frozenset({"i", "he", "she", "we", "they"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a book's text without a quotation mark at either end, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """The words from an opening mark to its closing one; parts where the opening is repeated."""

    parts: tuple[Part, ...]
    paragraph: int  # of its opening mark


@dataclass(frozen=True, slots=True)
class _Open:
    """A run that is not closed yet."""

    paragraph: int
    cuts: list[int]  # its opening mark, then each repetition or paragraph that goes on with it


@dataclass(frozen=True, slots=True)
class Book:
    """A book's text with LF line ends, where its lines start, and what was found in it."""

    name: str
    raw: bytes
    text: str
    line_starts: tuple[int, ...]
    paragraphs: tuple[Part, ...]
    runs: tuple[Run, ...]
    strays: tuple[int, ...]  # offsets of marks without a partner

    def line_of(self, offset: int) -> int:
        """The number, from 1, of the line that holds an offset."""
        low, high = 0, len(self.line_starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.line_starts[middle] <= offset else (low, middle)
        return low + 1

    def paragraph_lines(self, start: int, end: int) -> tuple[int, int]:
        """The first and last line of the paragraphs that hold a stretch of the text."""
        held = [part for part in self.paragraphs if part.end > start and part.start < end]
        return self.line_of(held[0].start), self.line_of(held[-1].end - 1)

    def line_span(self, first: int, last: int) -> Part:
        """Lines first to last, both counted from 1 and included, without the last line end."""
        after = self.line_starts[last] - 1 if last < len(self.line_starts) else len(self.text)
        return Part(self.line_starts[first - 1], after)


def english_books(folder: Path) -> list[Path]:
    """The English books of a folder: every .txt but a README and names that end in -fr."""
    return [
        path
        for path in sorted(folder.glob("*.txt"))
        if path.stem.lower() != "readme" and not path.stem.endswith("-fr")
    ]


def title_of(name: str) -> str:
    """A book's title, as far as its name tells it."""
    return " ".join(word.capitalize() for word in name.split("-"))


def read_book(name: str, raw: bytes) -> Book:
    """A book's lines, paragraphs and runs; lines end at LF, CRLF or CR and nowhere else."""
    text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    starts = (0, *(found.end() for found in re.finditer("\n", text) if found.end() < len(text)))
    paragraphs = tuple(_paragraphs(text, starts))
    runs, strays = _runs(text, paragraphs)
    return Book(name, raw, text, starts, paragraphs, tuple(runs), tuple(strays))


def _paragraphs(text: str, starts: tuple[int, ...]) -> Iterator[Part]:
    """Stretches of lines that hold more than spaces, each without its last line end."""
    begin = end = -1
    for index, start in enumerate(starts):
        after = starts[index + 1] - 1 if index + 1 < len(starts) else len(text)
        if text[start:after].strip():
            begin, end = (start if begin < 0 else begin), after
        elif begin >= 0:
            yield Part(begin, end)
            begin = -1
    if begin >= 0:
        yield Part(begin, end)


def _runs(text: str, paragraphs: tuple[Part, ...]) -> tuple[list[Run], list[int]]:
    """Every run in the order of its closing, and the marks that open or close nothing."""
    runs: list[Run] = []
    strays: list[int] = []
    opened: list[_Open] = []  # the open runs, the innermost last
    for number, paragraph in enumerate(paragraphs):
        while opened and not _goes_on(text, paragraphs, number, number - opened[0].paragraph):
            unclosed = opened.pop()
            strays.append(unclosed.cuts[0])
            runs.extend(_run(text, unclosed, paragraphs[number - 1].end))
        if opened and not _is_mark_first(text, paragraph.start):
            opened[0].cuts.append(paragraph.start)
        for found in re.finditer(f"[{MARKS}]", text[paragraph.start : paragraph.end]):
            mark = paragraph.start + found.start()
            if opened and _is_repeated(text, mark, paragraph.start):
                opened[0].cuts.append(mark)
            elif _must_open(text, mark) if opened else _may_open(text, mark):
                opened.append(_Open(number, [mark]))
            elif opened:
                runs.extend(_run(text, opened.pop(), mark))
            else:
                strays.append(mark)
    for unclosed in opened:
        strays.append(unclosed.cuts[0])
        runs.extend(_run(text, unclosed, paragraphs[-1].end))
    return sorted(runs, key=lambda run: run.parts[0].start), strays


def _goes_on(text: str, paragraphs: tuple[Part, ...], number: int, ahead: int) -> bool:
    """Whether an open run goes on: its mark is repeated, or the next one can only close."""
    if ahead > PARAGRAPHS_AHEAD:
        return False
    if _is_mark_first(text, paragraphs[number].start):
        return True
    for paragraph in paragraphs[number : number + PARAGRAPHS_SILENT]:
        for offset in range(paragraph.start, paragraph.end):
            if text[offset] in MARKS:
                return not _may_open(text, offset)
    return False


def _is_repeated(text: str, mark: int, paragraph_start: int) -> bool:
    """Whether a mark in an open run is its opening mark again, at a paragraph or a verse."""
    line_start = max(text.rfind("\n", 0, mark) + 1, paragraph_start)
    is_first = not text[line_start:mark].strip()
    return (
        is_first and _may_open(text, mark) and (line_start == paragraph_start or line_start < mark)
    )


def _must_open(text: str, mark: int) -> bool:
    return _may_open(text, mark) and text[mark - 1].isspace()


def _is_mark_first(text: str, start: int) -> bool:
    stripped = text[start : start + 80].lstrip()
    return bool(stripped) and stripped[0] in '"“'


def _may_open(text: str, mark: int) -> bool:
    """Whether a mark can open: something follows it, and no word or full stop stands before it."""
    if text[mark] != '"':
        return text[mark] == "“"
    follows = text[mark + 1 : mark + 2]
    before = text[mark - 1] if mark else "\n"
    return bool(follows.strip()) and before in OPENERS_FOLLOW


def _run(text: str, opened: _Open, closing: int) -> list[Run]:
    """The run from its marks to the closing one, without marks and spaces at its parts' ends."""
    parts = []
    for bound, after in zip(opened.cuts, [*opened.cuts[1:], closing], strict=True):
        start, end = bound, after
        while start < end and (text[start].isspace() or text[start] in MARKS):
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            parts.append(Part(start, end))
    spoken = any(re.search(r"\w", text[part.start : part.end]) for part in parts)
    return [Run(tuple(parts), opened.paragraph)] if spoken else []


def interrupted(book: Book) -> Iterator[tuple[Run, ...]]:
    """The quotations of two runs or more in one paragraph that reporting clauses divide."""
    chain: list[Run] = []
    for run in book.runs:
        if chain and (not _is_reported(book, chain[-1], run) or _hands_over(book, chain[-1], run)):
            if len(chain) > 1:
                yield tuple(chain)
            chain = []
        chain.append(run)
    if len(chain) > 1:
        yield tuple(chain)


def _is_reported(book: Book, run: Run, after: Run) -> bool:
    """Whether only a reporting clause stands between two runs of one paragraph."""
    start, end = run.parts[-1].end, after.parts[0].start
    if book.paragraphs[run.paragraph].end < end or run.paragraph != after.paragraph:
        return False
    clause = book.text[start:end].strip(MARKS + " \n\t")
    words = re.findall(r"\w+", clause.lower())
    one_sentence = not re.search(r"[.!?:]\s", clause)
    reporting = any(word in REPORTING_VERBS or word.endswith("ed") for word in words)
    spoken = book.text[start - 1] in ",.!?;-—_'’"
    return spoken and reporting and one_sentence and len(words) <= REPORTING_WORDS


def _hands_over(book: Book, run: Run, after: Run) -> bool:
    """Whether a run has a clause of its own, with another pronoun than the one before it.

    “Yes,” quoth he. “No,” said I: the first clause ends its sentence.
    """
    start, end = run.parts[-1].end, after.parts[0].start
    before = book.text[start:end].strip(MARKS + " \n\t")
    if not before.endswith("."):
        return False
    rest = book.text[after.parts[-1].end : book.paragraphs[after.paragraph].end]
    own = re.split(r"[.,;:!?]", rest.strip(MARKS + " \n\t"), maxsplit=1)[0]
    one, other = (PRONOUNS & set(re.findall(r"\w+", words.lower())) for words in (before, own))
    return bool(one and other and one.isdisjoint(other))
