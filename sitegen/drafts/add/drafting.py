"""Facts drafted from an article: each quotation, number and date, as far as the text fills it in.

Every draft is judged by the check before anybody sees it. Where the fact that a token calls for
would be refused, as nobody is named who says it, it is drafted as a claim in the article's words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from sitegen.drafts.add.head import head_of
from sitegen.drafts.add.options import Judged, chosen, is_one, options
from sitegen.drafts.add.speakers import surnames_alone, with_speakers
from sitegen.drafts.add.tokens import Passage, joined, passages, selected
from sitegen.drafts.layout import Value
from sitegen.drafts.suggest.citing import citation_of
from sitegen.drafts.suggest.sheet import Sheet, SourceText
from sitegen.drafts.suggest.speaking import around
from sitegen.drafts.suggest.suggesting import named, taken
from sitegen.drafts.suggest.trying import Proposal, tried
from sitegen.frozen import dataclass, field, replace
from sitegen.model import Attribution, FactKind, LineRange, Selector
from sitegen.recognise import TokenKind

MOST_DRAFTS = 300
"""Tokens that are drafted; of more, an editor sees no wood. The others are in the coverage."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact that an editor may take: its id, its token with its words, its fields in order.

    `taken_for` is the name of the speaker where the words have a pronoun, which may be another's.
    """

    id: str
    token: TokenKind
    words: str
    fields: Mapping[str, Value]
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a sentence gives. `left`: the words of tokens that no draft was made of."""

    line: int
    words: str
    drafts: tuple[Draft, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drafts:
    """All drafts of an article, by sentence. `more`: tokens beyond the first that are drafted.

    `speakers` are the names, by id, of people whom drafts name and people.yaml lacks. `head`: lines
    of which nothing is drafted. `doubtful`: by the names of people,
    the surname that the article has alone and is taken for theirs.
    """

    sentences: tuple[Drafted, ...]
    more: int
    speakers: Mapping[str, str]
    head: LineRange | None = None
    doubtful: Mapping[str, str] = field(default_factory=dict)

    @property
    def every(self) -> tuple[Draft, ...]:
        """The drafts in order."""
        return tuple(draft for one in self.sentences for draft in one.drafts)


def drafts(sheet: Sheet, source: str, elsewhere: Collection[str] = ()) -> Drafts:
    """The drafts of a source; `elsewhere` are the names of people whom other drafts ask for."""
    head = head_of(sheet.text(source).article.lines)
    found, more = passages(sheet.text(source), MOST_DRAFTS, head.last if head else 0)
    paragraphs = dict.fromkeys(one.paragraph for one in found)
    sheet, added = with_speakers(sheet, source, paragraphs, elsewhere)
    of = sheet.text(source)
    wholes = [run for _, group in _by_paragraph(found) for run in _runs(of, group)]
    judged = _judged(of, (*wholes, *found))
    whole = [one for one in judged[: len(wholes)] if is_one(one)]
    rest = [
        one
        for one in judged[len(wholes) :]
        if not any(_is_part(one.passage, run.passage) for run in whole)
    ]
    sentences = tuple(_sentences(of, [*whole, *rest]))
    used = {
        str(draft.fields[name])
        for one in sentences
        for draft in one.drafts
        for name in ("speaker", "according_to")
        if name in draft.fields
    }
    people = sheet.factsheet.people
    speakers = {one: people[one].name for one in added if one in used}
    return Drafts(sentences, more, speakers, head, surnames_alone(of, used))


def without(found: Drafts, ids: Collection[str]) -> Drafts:
    """The drafts but for some, whose words are told as left."""
    if not ids:
        return found
    sentences = tuple(
        replace(
            one,
            drafts=tuple(draft for draft in one.drafts if draft.id not in ids),
            left=(*one.left, *(draft.words for draft in one.drafts if draft.id in ids)),
        )
        for one in found.sentences
    )
    return replace(found, sentences=sentences)


def _judged(of: SourceText, every: Sequence[Passage]) -> list[Judged]:
    """The proposals for each token, all judged in one go."""
    proposed = [options(of, one) for one in every]
    said = iter(tried(of.sheet, of.source.id, [one for some in proposed for one in some]))
    return [
        Judged(one, [next(said) for _ in some]) for one, some in zip(every, proposed, strict=True)
    ]


def _is_part(one: Passage, run: Passage) -> bool:
    """Whether a quotation is one of those that are drafted together."""
    same = one.kind is TokenKind.QUOTATION and one.paragraph == run.paragraph
    return same and run.start <= one.start and one.end <= run.end


def _by_paragraph(found: Sequence[Passage]) -> Iterator[tuple[int, list[Passage]]]:
    for index, group in groupby(found, key=lambda one: one.paragraph):
        yield index, list(group)


def _runs(of: SourceText, group: Sequence[Passage]) -> Iterator[Passage]:
    """What may be one utterance, of the tokens of a paragraph."""
    text = of.reading.paragraphs[group[0].paragraph].text
    spoken = sorted(one for one in group if one.kind is TokenKind.QUOTATION)
    yield from joined(text, spoken)


def _sentences(of: SourceText, judged: Sequence[Judged]) -> Iterator[Drafted]:
    """The drafts by sentence, in the order of the text, each of another id."""
    ids = set(taken(of.sheet.factsheet))
    order = sorted(
        judged,
        key=lambda one: (
            one.passage.paragraph,
            one.passage.sentence,
            one.passage.start,
            -one.passage.end,
        ),
    )
    for (index, span), group in groupby(
        order, key=lambda one: (one.passage.paragraph, one.passage.sentence)
    ):
        paragraph = of.reading.paragraphs[index]
        made: dict[tuple[FactKind, Selector, tuple[tuple[str, str], ...]], Draft] = {}
        left = []
        for one in group:
            best = chosen(one)
            if best is None:
                left.append(paragraph.text[one.passage.start : one.passage.end])
                continue
            proposal = best.proposal
            same = (proposal.kind, proposal.selector, tuple(sorted(proposal.fields.items())))
            if same not in made:
                made[same] = _draft(of, one.passage, proposal, ids)
        words = " ".join(paragraph.text[slice(*span)].split())
        yield Drafted(paragraph.place(span[0])[0], words, tuple(made.values()), tuple(left))


def _draft(of: SourceText, one: Passage, proposal: Proposal, ids: set[str]) -> Draft:
    """A proposal as a fact is written; its id is taken."""
    who = proposal.speaker
    quote = proposal.kind is FactKind.QUOTE
    person = of.sheet.factsheet.people.get(who.person) if who and who.person else None
    words = of.reading.paragraphs[one.paragraph].text[one.start : one.end]
    exact = proposal.selector.exact
    identifier = named(person if quote else None, exact, lambda _: False)
    if identifier in ids:  # another draft has these words: this one is of its figure
        identifier = named(person if quote else None, (words, *exact), ids.__contains__)
    ids.add(identifier)
    fields: dict[str, Value] = {"kind": str(proposal.kind)}
    if who:
        fields["speaker" if quote else "according_to"] = _attributed(who)
    fields.update(proposal.fields)
    fields["cite"] = citation_of(of.source.id, proposal.selector)
    guessed = person is not None and quote and _is_guessed(of, one, who)
    return Draft(identifier, one.kind, words, fields, person.name if person and guessed else "")


def _is_guessed(of: SourceText, one: Passage, who: Attribution | None) -> bool:
    """Whether only a pronoun tells who speaks."""
    words = selected(of, one.paragraph, one.start, one.end)
    whose = around(words) if words else None
    return whose is not None and whose.pronoun and who not in whose.told


def _attributed(who: Attribution) -> Value:
    return who.person if who.person else {"unnamed": who.unnamed or ""}
