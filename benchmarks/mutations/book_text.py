"""A book's text in a few sources, and its paragraphs and sentences with the lines they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = '"“”«»'
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Dr|St|No|Rev|Gen|Col|Capt|Messrs|Hon|Prof|Vol|vol|[A-Z])\.$"
)
_FEWEST_WORDS = 8
_MOST_WORDS = 45


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `text` has spaces for its line ends, each character in its place."""

    source: str
    first: int  # its first line, from 1
    text: str
    breaks: tuple[int, ...]  # where its lines end, in `text`

    def lines(self, start: int, end: int) -> str:
        """The lines of a stretch of it, as a citation gives them."""
        first = self.first + sum(at < start for at in self.breaks)
        last = self.first + sum(at < end for at in self.breaks)
        return str(first) if first == last else f"{first}-{last}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the narration, outside all quotation marks."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words on one line."""
        return on_one_line(self.paragraph.text[self.start : self.end])

    @property
    def lines(self) -> str:
        """The lines that it stands in."""
        return self.paragraph.lines(self.start, self.end)


def on_one_line(text: str) -> str:
    """Words with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def in_parts(book: str, parts: int, *, unwrapped: bool) -> list[str]:
    """The book's text in so many parts that end with paragraphs; or with a line for each one."""
    paragraphs = [each for each in re.split(r"\n(?:[ \t]*\n)+", book) if each.strip()]
    if unwrapped:
        paragraphs = [_unwrapped(each) for each in paragraphs]
    size = -(-len(paragraphs) // parts)
    return [
        "\n\n".join(paragraphs[start : start + size]).strip("\n") + "\n"
        for start in range(0, len(paragraphs), size)
    ]


def _unwrapped(paragraph: str) -> str:
    joined = re.sub(r"(?<=[-—–])\n[ \t]*", "", paragraph.strip())
    return on_one_line(joined)


def paragraphs_of(source: str, text: str) -> Iterator[Paragraph]:
    """The paragraphs of a source that look like prose."""
    held: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            held.append(line)
            continue
        if held and _is_prose(held):
            joined = " ".join(held)
            breaks, at = [], -1
            for each in held[:-1]:
                at += len(each) + 1
                breaks.append(at)
            yield Paragraph(source, number - len(held), joined, tuple(breaks))
        held = []


def _is_prose(lines: list[str]) -> bool:
    text = " ".join(lines)
    return (
        not any(line.startswith("  ") for line in lines)
        and not re.search(r"[\[\]|=*]|  ", text)
        and sum(letter.islower() for letter in text) > len(text) / 2
    )


def sentences_of(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences of a paragraph that quotes nobody; a doubtful end joins two into one."""
    text = paragraph.text
    if re.search(f"[{MARKS}]|(?<!\\w)['‘]", text):
        return
    start = 0
    for end in [*re.finditer(r"(?<=[.!?]) (?=[A-ZÀ-Ý])", text), None]:
        stop = end.start() if end else len(text.rstrip())
        sentence = text[start:stop]
        if end and _ABBREVIATED.search(sentence):
            continue
        words = sentence.split()
        whole = sentence.endswith((".", "!")) and re.match(r"[A-ZÀ-Ý]", sentence)
        once = text.count(sentence) == 1
        if whole and once and _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
            yield Sentence(paragraph, start, stop)
        start = end.end() if end else stop
