"""Speech that an article prints without quotation marks: labelled turns, letters, answers, blocks.

Transcripts, debates and hearings put a label before what each says (ADA: It holds. Mr. HILL.—It
does not. Q. Why?); a book of letters prints who writes above each; some interviews only print each
question before its answer; and books indent a letter or a speech.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sitegen.frozen import NamedTuple
from sitegen.recognise.language import Language
from sitegen.recognise.text.paragraphs import Paragraph

_COLON = re.compile(r"[ \t]{0,8}[*_]{0,3}([^\W\d_][\w.'’ -]{0,40})[*_]{0,3}:[*_]{0,3}(?=\s|$)")
_DASH = re.compile(r"[ \t]{0,8}[*_]{0,3}([^\W\d_][\w.'’ -]{0,40}?)\.[*_]{0,3}[ ]?[-–—]{1,2}")
_LETTER = re.compile(r"[ \t]{0,8}[*_]{0,3}([QA])\.[*_]{0,3}(?=\s|$)")
_HEADING = re.compile(r"[ \t*_]*([^\W\d_][\w.'’ -]{2,80}?)[.:]?[*_]*\s*")
_OTHER_LABEL = re.compile(r"[ \t*_]*[\[(]?[^\W_a-z][^:]{0,80}:(?=\s|$)")
_APART = re.compile(r"[ \t*_]*(?:[#(\[]|\W*$)")
_PLAIN_LINE = re.compile(r"[^,]{1,60}")
_ENDS = frozenset(".!?:;…\"”»’'_*)")
_WORD = re.compile(r"[^\W\d_]+")
_RECURRING = 2  # of two speakers each has so many turns
_LETTERS = 2  # so many headings of letters make a book of them
ANSWER = "a"
EXAMINED = frozenset({"q", ANSWER})
"""The labels of a hearing: question and answer."""

_LONGEST_PARTICLE = 3  # letters of the “of” in “Bishop of Ely”; “said” is longer
_FEWEST_CAPITALS = 3  # letters in capitals that tell a name in a debate from the end of a sentence
_QUESTIONS = 3  # so many of an article's paragraphs put a question, where it is an interview
_MOST_APART = 5  # paragraphs of an interview for each question
_ANSWER = 4  # paragraphs at most
_BEHIND = " \t*_)]"  # no quotation mark: in a story, people ask each other
_INDENTED = 2  # columns
_QUOTED_LINE = ">"
_ITEM = re.compile(r"[ \t>]*(?:[-*•·–—]|\(?[0-9]{1,3}[.)]|\(?[a-z][.)])\s")


class Label(NamedTuple):
    """The name in a label: its offsets in the paragraph that it stands in, and its words.

    Without a name, a turn ends there: with a heading, or a label that cannot be read.
    """

    start: int
    end: int
    name: str
    recurs: bool = False  # with another that does
    is_letter: bool = False


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label at the start of a line, from one offset of a paragraph to another."""
    match = (
        _COLON.match(text, start, end)
        or _debated(text, start, end)
        or _LETTER.match(text, start, end)
    )
    return Label(*match.span(1), match.group(1)) if match else None


def _debated(text: str, start: int, end: int) -> re.Match[str] | None:
    """A label of a debate: HON. R. S. AKBAR.- I thank. A date line before a dash looks the same."""
    match = _DASH.match(text, start, end)
    words = _WORD.findall(match.group(1)) if match else ()
    large = any(len(word) >= _FEWEST_CAPITALS and word.isupper() for word in words)
    return match if large else None


def lines_of(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where the lines of a paragraph begin and end in its text."""
    return zip(paragraph.starts, (*paragraph.starts[1:], len(paragraph.text)), strict=True)


def labels(paragraphs: Sequence[Paragraph], language: Language) -> list[tuple[int, Label]]:
    """The labels of an article that is in turns, with their paragraphs; none of any other article.

    It is in turns where two labels recur that may be names: “He said:” is none, and of a single
    “Note:” nobody answers. A book of letters is, by what it prints above each.
    """
    headings = {
        index: heading
        for index, paragraph in enumerate(paragraphs)
        if (heading := letter_heading(paragraph.text, language))
    }
    if len(headings) < _LETTERS:
        headings = {}
    found = [
        (index, label)
        for index, paragraph in enumerate(paragraphs)
        for label in ([headings[index]] if index in headings else _labels_in(paragraph))
    ]
    times = Counter(_key(label) for _, label in found if label.name and not label.is_letter)
    recurring = {name for name, count in times.items() if count >= _RECURRING}
    if len(recurring) > 1:
        marked = (
            (index, label._replace(recurs=label.is_letter or _key(label) in recurring))
            for index, label in found
        )
        return [*marked]
    return [one for one in found if one[1].is_letter or not one[1].name] if headings else []


def _key(label: Label) -> str:
    return label.name.casefold()


def is_examined(names: Iterable[str]) -> bool:
    """Whether labels are those of questions and answers: Q. and A."""
    return {name.casefold() for name in names} >= EXAMINED


def _labels_in(paragraph: Paragraph) -> list[Label]:
    """The labels of a paragraph, and where it ends a turn otherwise."""
    text = paragraph.text
    lines = [(start, label_at(text, start, end)) for start, end in lines_of(paragraph)]
    named = [label for _, label in lines if label and may_name(label.name)]
    found: list[Label] = []
    for at, ((start, label), (_, end)) in enumerate(zip(lines, lines_of(paragraph), strict=True)):
        if label and may_name(label.name):
            found.append(label)
        elif (at == 0 or len(named) > 1) and _OTHER_LABEL.match(text, start, end):
            found.append(Label(start, start, ""))
    if not named and not found and _is_apart(text):
        found.append(Label(0, 0, ""))
    return found


def _is_apart(text: str) -> bool:
    """Whether a paragraph is no speech: a heading, a stage direction, a rule."""
    return _APART.match(text) is not None or (
        _PLAIN_LINE.fullmatch(text.strip()) is not None and text.rstrip()[-1:] not in _ENDS
    )


def letter_heading(text: str, language: Language) -> Label | None:
    """Who writes, in what is printed above a letter: Ada Lovelace to Bob Hill."""
    match = _HEADING.fullmatch(text)
    if match is None or not may_name(match.group(1)):
        return None
    words = match.group(1).split()
    links = [at for at, word in enumerate(words) if language.addressing.get(word.lower()) == "to"]
    if len(links) != 1 or not 0 < links[0] < len(words) - 1:
        return None
    name = " ".join(words[: links[0]])
    begin = match.start(1)
    if not text.startswith(name, begin):
        return None
    return Label(begin, begin + len(name), name, recurs=True, is_letter=True)


def may_name(name: str) -> bool:
    """Whether words may be a name: each has a capital, or is a short particle."""
    words = _WORD.findall(name)
    return all(word[0].isupper() or len(word) <= _LONGEST_PARTICLE for word in words)


def answers(paragraphs: Sequence[Paragraph], language: Language) -> frozenset[int]:
    """The paragraphs that answer, in an interview that only prints its questions.

    Questions stand close together there. An answer is short, and of the last nobody knows where it
    ends.
    """
    asked = [index for index, one in enumerate(paragraphs) if asks(one.text, language)]
    if len(asked) < _QUESTIONS or asked[-1] - asked[0] > _MOST_APART * len(asked):
        return frozenset()
    spans = zip(asked, (*asked[1:], asked[-1] + 2), strict=True)
    return frozenset(
        index
        for question, following in spans
        for index in range(question + 1, min(following, question + 1 + _ANSWER))
        if index < len(paragraphs) and not _is_apart(paragraphs[index].text)
    )


def asks(text: str, language: Language) -> bool:
    """Whether a paragraph ends with a question and speaks to somebody; not behind a dash."""
    if not text.rstrip(_BEHIND).endswith("?") or text.lstrip(" \t*_")[:1] in {"-", "–", "—"}:
        return False
    return any(
        language.addressing.get(form) == "asked"
        for word in _WORD.findall(text)
        for form in (word, word.lower())
    )


def blocks(lines: Sequence[str], paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that an article sets off as a whole, indented or behind “>” marks.

    None in an article that indents two thirds of what it prints; no list, no heading, and no single
    line in one that so begins its paragraphs.
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
        for index, (one, within) in enumerate(zip(paragraphs, inner, strict=True))
        if within
        and not (opens_so and len(one.starts) == 1)
        and not _ITEM.match(one.text)
        and not _is_apart(one.text)
    )


def _set_in(line: str) -> bool:
    if line.startswith(_QUOTED_LINE):
        return True
    return line.startswith("\t") or len(line) - len(line.lstrip(" ")) >= _INDENTED
