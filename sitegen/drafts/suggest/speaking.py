"""Who may speak some words, as the text has it: the people named around them, and descriptions."""

from collections.abc import Iterator, Sequence

from sitegen.drafts.suggest.citing import Selected
from sitegen.frozen import NamedTuple
from sitegen.model import Anchor, Attribution
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.bylines import bylines
from sitegen.recognise.speech.governing import governing
from sitegen.recognise.speech.narration import Narration
from sitegen.recognise.speech.subjects import Says, Subject

_MOST = 12  # people who are tried
_FAR = 6  # paragraphs back in which somebody may be named
_BESIDE = 4  # code points from some words to the clause that tells whose they are
_LONGEST_DESCRIPTION = 7  # words
_PREPOSITIONS = frozenset({"to", "of", "with", "for", "at", "from", "in", "by", "near"})


class Stretch(NamedTuple):
    """Words in a paragraph of the article: its index, and offsets in its text."""

    paragraph: int
    start: int
    end: int


class Posted(NamedTuple):
    """A post that some words belong to: who posted it, and when, as an EDTF text.

    `name` is empty where the page does not show it.
    """

    name: str
    who: frozenset[str]
    date: str | None


class Around(NamedTuple):
    """Who may speak some words, or give an account, the likeliest first.

    - `told`: whom the clause about quoted words names or describes
    - `telling`: whom a clause in the words, or right beside them, names or describes
    - `named`: the people named in the paragraph and around it
    - `pronoun`: the clause about quoted words has a pronoun
    """

    told: tuple[Attribution, ...]
    telling: tuple[Attribution, ...]
    named: tuple[str, ...]
    pronoun: bool


def stretches(selected: Selected) -> tuple[Stretch, ...]:
    """A selection in the paragraphs that it touches."""
    found: dict[int, Stretch] = {}
    reading = selected.of.reading
    for line, start, end in selected.anchors:
        for index in reading.indexes(line, line):
            paragraph = reading.paragraphs[index]
            first, last = paragraph.offset(line, start), paragraph.offset(line, end)
            before = found.get(index)
            found[index] = Stretch(index, before.start if before else first, last)
    return tuple(found.values())


def posted(selected: Selected) -> Posted | None:
    """The post that ends with a byline behind the selection, in its paragraph."""
    sheet = selected.of.sheet
    for stretch in stretches(selected):
        paragraph = selected.of.reading.paragraphs[stretch.paragraph]
        for byline in bylines(paragraph.text, ENGLISH):
            if byline.start < stretch.end:
                continue
            mentions = sheet.roster.mentions(f"{byline.name} {byline.handle}")
            who = frozenset(one for mention in mentions for one in mention.who)
            seen = _is_shown(selected, stretch.paragraph, byline.shown, byline.shown_end)
            return Posted(byline.name if seen else "", who, byline.date)
    return None


def around(selected: Selected) -> Around:
    """Who may be meant."""
    whose: dict[Attribution, None] = {}
    telling: dict[Attribution, None] = {}
    pronoun = False
    for stretch in stretches(selected):
        outside, every = selected.of.told(stretch.paragraph)
        for begin, end in _about(outside.quoted, stretch):
            governed = governing(outside, every, begin, end)
            if governed:
                subject = governed.clause.subject
                whose.update(dict.fromkeys(_who(selected, stretch.paragraph, outside, subject)))
                pronoun = pronoun or subject.kind is Says.PRONOUN
        for clause in every:
            first, last = outside.words[clause.first].start, outside.words[clause.last].end
            near = stretch.start - _BESIDE <= first and last <= stretch.end + _BESIDE
            if near and first < stretch.end + _BESIDE and stretch.start - _BESIDE < last:
                found = _who(selected, stretch.paragraph, outside, clause.subject)
                telling.update(dict.fromkeys(found))
    named = tuple(dict.fromkeys(_named(selected)))[:_MOST]
    return Around(tuple(whose), tuple(telling), named, pronoun)


def _about(marks: Sequence[tuple[int, int]], stretch: Stretch) -> list[tuple[int, int]]:
    """The quotations that share a character with some words."""
    return [one for one in marks if one[0] < stretch.end and stretch.start < one[1]]


def _who(
    selected: Selected, index: int, told: Narration, subject: Subject
) -> Iterator[Attribution]:
    """Whom a phrase names, or a description as it stands there.

    Nobody for a name that people.yaml lacks: the site would call somebody unnamed who is named.
    """
    start, end = told.words[subject.first].start, _end(told, subject)
    words = " ".join(told.text[start:end].split())
    people = sorted(who for m in selected.of.sheet.roster.mentions(words) for who in m.who)
    if subject.kind is Says.NAME:
        yield from (Attribution(person=one) for one in people)
    described = subject.kind is Says.DESCRIPTION and not subject.names
    few = len(words.split()) <= _LONGEST_DESCRIPTION
    if described and few and _is_shown(selected, index, start, end):
        yield Attribution(unnamed=words)


def _end(told: Narration, subject: Subject) -> int:
    """Where a phrase ends, with the name behind its last preposition: a source close to Kanye."""
    last = subject.last
    if told.words[last].low in _PREPOSITIONS:
        while last + 1 < len(told.words) and told.words[last + 1].form[:1].isupper():
            last += 1
    return told.words[last].end


def _is_shown(selected: Selected, index: int, start: int, end: int) -> bool:
    """Whether the page shows the words between two offsets of a paragraph."""
    paragraph = selected.of.reading.paragraphs[index]
    (line, first), (last_line, last) = paragraph.place(start), paragraph.end_place(end)
    lines = selected.of.article.lines
    anchors = tuple(
        Anchor(
            number,
            first if number == line else 0,
            last if number == last_line else len(lines[number - 1]),
        )
        for number in range(line, last_line + 1)
    )
    return not selected.of.shown.hides(anchors)


def _named(selected: Selected) -> Iterator[str]:
    """The people named around the words: in the paragraph, beside it, then before it."""
    own = [stretch.paragraph for stretch in stretches(selected)]
    if not own:
        return
    paragraphs = selected.of.reading.paragraphs
    before = range(own[0] - 1, max(-1, own[0] - 1 - _FAR), -1)
    after = range(own[-1] + 1, min(len(paragraphs), own[-1] + 2))
    for index in (*own, *before[:1], *after, *before[1:]):
        yield from selected.of.named(index)
