"""The drafts of an article as a file of facts in which every one is a comment.

Lines with one `#` become YAML when an editor takes the comment away, a block at a time; lines with
two, which tell where a draft comes from, are comments still.
"""

import textwrap
from collections.abc import Iterator

from sitegen.drafts.add.drafting import Draft, Drafted, Drafts
from sitegen.drafts.layout import Manner, cited, entry
from sitegen.drafts.scalars import inline
from sitegen.drafts.suggest.suggesting import is_short
from sitegen.recognise import TokenKind
from sitegen.yamltree.invisible import without_hidden

_WIDTH = 100
_LONGEST = 400  # characters of a sentence; its draft has the rest
_MARGIN = "  "
_MANNER = Manner()
_INTRODUCTION = (
    "Drafts of facts: nothing here is published as it stands. Take the comment away from those "
    "that you want (“toggle comment” on a block), put their claims in your own words, and run "
    "`sitegen check`."
)
_SPEAKERS = "These speakers are not in content/people.yaml. Put those that you need there:"
_HEAD = "{lines} taken for the article’s head, of which nothing is drafted."
_DOUBTFUL = "The article says “{surname}” and nowhere “{name}”: see whether it is {name}."
_NEEDS_NUMBER = "a count needs a “value” and its “unit”, a rank a “value” and what it is “of”."
_NEEDS_DATE = "a date fact needs a “date” that these words state."
_TOO_SHORT = "A quote of so few words says little, so this is a claim."
_NO_SPEAKER = "As a quote it needs “kind: quote” and a “speaker”, whom the words here do not name."


def commented(source: str, found: Drafts, modeline: tuple[str, ...]) -> bytes:
    """The file of facts on a source."""
    lines = [*modeline, f"source: {inline(source, _MANNER.hand)}"]
    lines += ["skip: []  # what was looked at and left out, with the reason", ""]
    lines += _told(_INTRODUCTION, "")
    lines += _head(found)
    lines += _speakers(found)
    for name, surname in found.doubtful.items():
        lines += ["##", *_told(_DOUBTFUL.format(surname=surname, name=name), "")]
    lines += ["", "facts:"]
    for one in found.sentences:
        lines += ["", *_sentence(source, one)]
    if found.more:
        more = (
            f"{found.more:,} more quotations, numbers and dates are not drafted here: `sitegen "
            "coverage` lists them, and in `sitegen serve` the words that you select are drafted."
        )
        lines += ["", *_told(more)]
    return "".join(f"{line}\n" for line in lines).encode()


def _head(found: Drafts) -> Iterator[str]:
    """Which lines no draft is made of, as they stand above the article."""
    if found.head:
        are = "is" if found.head.first == found.head.last else "are"
        yield "##"
        yield from _told(_HEAD.format(lines=f"{found.head.words.capitalize()} {are}"), "")


def _speakers(found: Drafts) -> Iterator[str]:
    """People whom the drafts name, as content/people.yaml wants them."""
    if not found.speakers:
        return
    yield "##"
    yield from _told(_SPEAKERS, "")
    yield "##"
    for identifier, name in found.speakers.items():
        yield from (f"##   {line}" for line in entry(identifier, {"name": name}, 0, _MANNER))


def _sentence(source: str, one: Drafted) -> Iterator[str]:
    """The drafts of a sentence, under it."""
    words = one.words if len(one.words) <= _LONGEST else f"{one.words[:_LONGEST].rstrip()} …"
    yield from _told(f"Line {one.line}: {words}")
    for left in one.left:
        short = left if len(left) <= _LONGEST else f"{left[:_LONGEST].rstrip()} …"
        yield from _told(f"Not drafted: “{short}”. Select it in `sitegen serve`, or write it here.")
    for number, draft in enumerate(one.drafts):
        if number:
            yield ""
        yield from _draft(source, draft)


def _draft(source: str, draft: Draft) -> Iterator[str]:
    if draft.fields["kind"] == "claim":
        yield from _told(_reason(draft))
    if draft.taken_for:
        yield from _told(f"The words have a pronoun here: see whether it is {draft.taken_for}.")
    for line in block(source, draft):
        yield f"{_MARGIN}# {line[len(_MARGIN) :]}"


def _reason(draft: Draft) -> str:
    """Why a token is drafted as a claim, and what it would need."""
    if draft.token is TokenKind.QUOTATION:
        return _TOO_SHORT if is_short(draft.words) else _NO_SPEAKER
    needs = _NEEDS_DATE if draft.token is TokenKind.DATE else _NEEDS_NUMBER
    return f"“{draft.words}” is drafted as a claim: {needs}"


def block(source: str, draft: Draft) -> list[str]:
    """A draft as it stands in a file without the comment."""
    return entry(draft.id, cited(draft.fields, source, _MANNER), len(_MARGIN), _MANNER)


def _told(text: str, margin: str = _MARGIN) -> list[str]:
    """A comment that stays one, in lines."""
    lead = f"{margin}## "
    return [
        f"{lead}{line}"
        for line in textwrap.wrap(
            _printable(text), _WIDTH - len(lead), break_long_words=False, break_on_hyphens=False
        )
    ]


def _printable(text: str) -> str:
    """A text without what YAML allows nowhere, and what nobody sees."""
    seen = without_hidden(" ".join(text.split()))
    return "".join(character for character in seen if character.isprintable())


def uncommented(source: str, found: Drafts) -> bytes:
    """The file with every draft taken."""
    lines = [f"source: {inline(source, _MANNER.hand)}", "skip: []", "facts:"]
    lines += (line for draft in found.every for line in block(source, draft))
    return "".join(f"{line}\n" for line in lines).encode()
