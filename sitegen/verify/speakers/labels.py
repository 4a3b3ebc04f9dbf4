"""Labels of a transcript: “KANYE: I will run” names who speaks the lines from there on."""

from collections.abc import Iterator, Sequence

from sitegen.frozen import NamedTuple
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.spoken import Spoken
from sitegen.verify.speakers.unmarked import Placed
from sitegen.verify.speakers.voices import Fit, Voice, Wanted, unsure

PRINT = frozenset({None, "print"})
_LABELLED = frozenset({"transcript", "broadcast"})
_MOST_TURNS = 200  # that are looked at: nobody quotes over more


class Label(NamedTuple):
    """A label: its paragraph and offsets there, its words, and the ids of whom it names."""

    paragraph: int
    start: int
    end: int
    name: str
    who: frozenset[str]


def label_of(spoken: Spoken, source: str, stretch: Stretch, medium: str | None) -> Label | None:
    """The label for some words: the nearest one above them; None where labels mean nothing.

    In print they do only where the article is in turns of people throughout, for words without
    marks that nothing else sets off. The name below a letter is that of all the letter.
    """
    unmarked = spoken.unmarked(source)
    near = unmarked.label(stretch) if medium in _LABELLED else None
    signed = None if near else _signed(source, stretch, spoken)
    if signed:
        return signed
    if near is None and not may_have_label(medium, source, stretch, spoken):
        return None
    placed = near or unmarked.turn(stretch)
    if placed is None or (placed.is_letter and not _has_reader(placed, source, spoken)):
        return None
    return _named(placed, source, spoken)


def _signed(source: str, stretch: Stretch, spoken: Spoken) -> Label | None:
    """The name below the letter that some words without marks belong to.

    A letter ends where somebody of the fact sheet signs.
    """
    for signature in spoken.unmarked(source).signatures(stretch):
        telling = spoken.telling(source, signature.paragraph)
        who = telling.mentioned(signature.start, signature.end)
        if who:
            return None if spoken.is_quoted(source, stretch) else Label(*signature, who)
    return None


def may_have_label(medium: str | None, source: str, stretch: Stretch, spoken: Spoken) -> bool:
    """Whether some words of a source may belong to the turn of a label."""
    if medium in PRINT:
        return spoken.has_turns(source) and not (
            spoken.is_quoted(source, stretch) or spoken.governing(source, stretch)
        )
    return medium in _LABELLED


def labels_over(source: str, touched: Sequence[Stretch], spoken: Spoken) -> Iterator[Label]:
    """The labels of an article in turns from the first of some words to the last, in order."""
    every = spoken.unmarked(source).turns(touched[0], touched[-1])
    for placed in every[:_MOST_TURNS]:
        if placed.name:
            yield _named(placed, source, spoken)


def _has_reader(placed: Placed, source: str, spoken: Spoken) -> bool:
    """Whether the heading of a letter names to whom it is: no headline, as in Hill to Run."""
    telling = spoken.telling(source, placed.paragraph)
    return bool(telling.mentioned(placed.end, len(telling.paragraph.text)))


def _named(placed: Placed, source: str, spoken: Spoken) -> Label:
    who = spoken.telling(source, placed.paragraph).mentioned(placed.start, placed.end)
    return Label(placed.paragraph, placed.start, placed.end, placed.name, who)


def fit_of_label(label: Label, stretch: Stretch, someone: Wanted, medium: str | None) -> Voice:
    """How whom a label names fits who is to have spoken some words.

    Paragraphs after it, another may have begun to speak. In print that is no excuse: there the turn
    alone makes them anybody's words.
    """
    if not label.who:
        return Voice(Fit.OPEN, label.start, label.end)
    fit = Fit.SAME if someone.person in label.who else Fit.OTHER
    heard = Voice(fit, label.start, label.end, tuple(sorted(label.who)))
    is_near = label.paragraph == stretch.paragraph
    return heard if is_near or medium in PRINT else unsure(heard)
