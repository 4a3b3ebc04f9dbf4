"""Speech that an article prints without quotation marks: labelled turns, questions and blocks.

Transcripts, debates and hearings put a label before what each says (ADA: It holds. Mr. HILL.—It
does not. Q. Why?); some interviews only print each question before its answer; and books indent a
letter or a speech.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.text.paragraphs import Paragraph

_COLON = re.compile(r"[ \t]{0,8}[*_]{0,3}([^\W\d_][\w.'’ -]{0,40})[*_]{0,3}:[*_]{0,3}(?=\s)")
_DASH = re.compile(r"[ \t]{0,8}[*_]{0,3}([^\W\d_][\w.'’ -]{0,40}?)\.[*_]{0,3}[ ]?[-–—]{1,2}")
_LETTER = re.compile(r"[ \t]{0,8}[*_]{0,3}([QA])\.[*_]{0,3}(?=\s)")
_HEADING = re.compile(r"[ \t*_]*([^\W\d_][\w.'’ -]{2,80}?)[.:]?[*_]*\s*")
_WORD = re.compile(r"[^\W\d_]+")
_RECURRING = 2  # of two speakers each has so many turns
_LETTERS = 2  # so many headings of letters make a book of them
_LONGEST_PARTICLE = 3  # letters of the “of” in “Bishop of Ely”; “said” is longer
_FEWEST_CAPITALS = 3  # letters in capitals that tell a name in a debate from the end of a sentence
_QUESTIONS = 3  # so many of an article's paragraphs put a question, where it is an interview
_BEHIND = " \t*_)]"  # no quotation mark: in a story, people ask each other
_INDENTED = 2  # columns
_QUOTED_LINE = ">"


class Label(NamedTuple):
    """The name in a label: its offsets in the paragraph that it stands in, and its words."""

    start: int
    end: int
    name: str


def label_at(text: str, start: int) -> Label | None:
    """The label that stands at the start of a line, at an offset of a paragraph."""
    match = _COLON.match(text, start) or _debated(text, start) or _LETTER.match(text, start)
    return Label(*match.span(1), match.group(1)) if match else None


def _debated(text: str, start: int) -> re.Match[str] | None:
    """A label of a debate: HON. R. S. AKBAR.- I thank. A date line before a dash looks the same."""
    match = _DASH.match(text, start)
    words = _WORD.findall(match.group(1)) if match else ()
    large = any(len(word) >= _FEWEST_CAPITALS and word.isupper() for word in words)
    return match if large else None


def labels(paragraphs: Iterable[Paragraph], language: Language) -> list[tuple[int, Label]]:
    """The labels of an article that is in turns, with their paragraphs; none of any other article.

    It is in turns where two labels recur that may be names: “He said:” is none, and of a single
    “Note:” nobody answers. A book of letters is, by what it prints above each.
    """
    headed: list[tuple[int, Label]] = []
    found: list[tuple[int, Label]] = []
    for index, paragraph in enumerate(paragraphs):
        heading = letter_heading(paragraph.text, language)
        if heading:
            headed.append((index, heading))
            continue
        here = (label_at(paragraph.text, start) for start in paragraph.starts)
        found += [(index, label) for label in here if label and _may_name(label.name)]
    times = Counter(label.name.casefold() for _, label in found)
    recurring = [name for name, count in times.items() if count >= _RECURRING]
    turns = found if len(recurring) > 1 else []
    letters = headed if len(headed) >= _LETTERS else []
    return sorted((*turns, *letters))


def letter_heading(text: str, language: Language) -> Label | None:
    """Who writes, in what is printed above a letter: Ada Lovelace to Bob Hill."""
    match = _HEADING.fullmatch(text)
    if match is None or not _may_name(match.group(1)):
        return None
    words = match.group(1).split()
    links = [at for at, word in enumerate(words) if language.addressing.get(word.lower()) == "to"]
    if len(links) != 1 or not 0 < links[0] < len(words) - 1:
        return None
    name = " ".join(words[: links[0]])
    begin = match.start(1)
    return Label(begin, begin + len(name), name) if text.startswith(name, begin) else None


def _may_name(name: str) -> bool:
    words = _WORD.findall(name)
    return all(word[0].isupper() or len(word) <= _LONGEST_PARTICLE for word in words)


def questions(paragraphs: Iterable[Paragraph], language: Language) -> list[int]:
    """The paragraphs that ask somebody something, where so many do that answers stand between."""
    found = [index for index, one in enumerate(paragraphs) if asks(one.text, language)]
    return found if len(found) >= _QUESTIONS else []


def asks(text: str, language: Language) -> bool:
    """Whether a paragraph ends with a question and speaks to somebody."""
    if not text.rstrip(_BEHIND).endswith("?"):
        return False
    return any(
        language.addressing.get(form) == "asked"
        for word in _WORD.findall(text)
        for form in (word, word.lower())
    )


def blocks(lines: Sequence[str], paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that an article sets off as a whole, indented or behind “>” marks.

    None in an article that indents most of what it prints; and no single line in one that so begins
    its paragraphs.
    """
    inner = [all(map(_set_in, lines[one.first - 1 : one.last])) for one in paragraphs]
    if 3 * sum(inner) > 2 * len(inner):
        return frozenset()
    opens_so = any(
        len(one.starts) > 1 and not within and _set_in(lines[one.first - 1])
        for one, within in zip(paragraphs, inner, strict=True)
    )
    return frozenset(
        index
        for index, within in enumerate(inner)
        if within and not (opens_so and len(paragraphs[index].starts) == 1)
    )


def _set_in(line: str) -> bool:
    if line.startswith(_QUOTED_LINE):
        return True
    return line.startswith("\t") or len(line) - len(line.lstrip(" ")) >= _INDENTED
