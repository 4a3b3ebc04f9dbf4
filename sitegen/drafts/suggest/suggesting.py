"""What a fact on some words may say, filled in from what the check recognises in them.

Whatever is proposed has been judged by the check, so that it is refused of nothing that was not
asked of the editor.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from sitegen.drafts.suggest.citing import Selected, extent, quotations
from sitegen.drafts.suggest.figures import figures, is_telling, when
from sitegen.drafts.suggest.sheet import Sheet
from sitegen.drafts.suggest.slugs import proposed
from sitegen.drafts.suggest.speaking import Around, Posted, around, posted
from sitegen.drafts.suggest.trying import Proposal, Tried, tried
from sitegen.frozen import dataclass, replace
from sitegen.model import Attribution, FactKind, Factsheet, Person, Selector
from sitegen.recognise.english import ENGLISH

_SHORT = 2  # words of a quotation that says too little
_MOST_TOPICS = 3
_EVERY = tuple(FactKind)
_EMPTY = frozenset(
    [
        "is",
        "was",
        "are",
        "be",
        "been",
        "has",
        "had",
        "have",
        "did",
        "does",
        "do",
        "will",
        "would",
        "it",
        "its",
        "that",
    ]
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to fill in. `kinds` are those that fit the words, the likeliest first.

    `speakers` are the people named around the words. `selector` cites the words in pieces where the
    source interrupts what somebody says.
    """

    kinds: tuple[FactKind, ...]
    selector: Selector
    speaker: Attribution | None
    according_to: Attribution | None
    speakers: tuple[str, ...]
    value: str | None = None
    unit: str | None = None
    modifier: str | None = None
    of: str | None = None
    date: str | None = None
    said: str | None = None
    medium: str | None = None


def suggest(selected: Selected) -> Suggestion:
    """What the words may be made into."""
    sheet, source = selected.of.sheet, selected.of.source.id
    who, post = around(selected), posted(selected)
    every = tried(
        sheet,
        source,
        (
            *quotes(selected, who, post),
            *figures(selected),
            *when(selected),
            *(Proposal(FactKind.CLAIM, selected.selector, speaker=one) for one in who.telling),
        ),
    )
    quote = best([one for one in every if one.proposal.kind is FactKind.QUOTE])
    figure = first(every, {FactKind.COUNT, FactKind.RANK})
    date = first(every, {FactKind.DATE})
    account = first([one for one in every if one.found("according_to")], {FactKind.CLAIM})
    speaks = quote is not None and says_something(quote)
    telling = figure is not None and is_telling(figure.proposal)
    kinds = (
        *((FactKind.QUOTE,) if speaks else ()),
        *((figure.proposal.kind,) if figure and telling else ()),
        *((FactKind.DATE,) if date else ()),
        FactKind.CLAIM,
    )
    given = {**_fields(date), **_fields(quote), **_fields(figure)}
    return Suggestion(
        kinds=(*kinds, *(kind for kind in _EVERY if kind not in kinds)),
        selector=quote.proposal.selector if quote and speaks else selected.selector,
        speaker=quote.proposal.speaker if quote else None,
        according_to=account.proposal.speaker if account and not speaks else None,
        speakers=_people(who, post),
        value=given.get("value"),
        unit=given.get("unit"),
        modifier=given.get("modifier"),
        of=given.get("of"),
        date=given.get("date"),
        said=given.get("said"),
        medium=given.get("medium"),
    )


def _people(who: Around, post: Posted | None) -> tuple[str, ...]:
    """The people of people.yaml who may be meant, the likeliest first."""
    told = [one.person for one in (*who.told, *who.telling) if one.person is not None]
    return tuple(dict.fromkeys((*sorted(post.who if post else ()), *told, *who.named)))


def _fields(one: Tried | None) -> dict[str, str]:
    return dict(one.proposal.fields) if one else {}


def quotes(selected: Selected, who: Around, post: Posted | None) -> Iterator[Proposal]:
    """The words as somebody's own: within quotation marks, or in a post.

    Without a speaker where the text does not tell it: then the editor has to.
    """
    if post is not None:
        fields = {"medium": "post", **({"said": post.date} if post.date else {})}
        posters = [Attribution(person=one) for one in sorted(post.who)]
        if post.name and not posters:
            posters = [Attribution(unnamed=post.name)]
        for one in (*posters, None):
            yield Proposal(FactKind.QUOTE, selected.selector, fields, one)
    guessed = [Attribution(person=one) for one in who.named] if who.pronoun else []
    for selector in _spoken(selected):
        for attribution in (*who.told, *guessed, None):
            yield Proposal(FactKind.QUOTE, selector, speaker=attribution)


def _spoken(selected: Selected) -> Iterator[Selector]:
    """The words as they stand within quotation marks: whole, or in pieces."""
    found = [
        extent(selected.of, token)
        for token in quotations(selected.of, selected.start, selected.end)
    ]
    outer = [one for one in found if not any(_holds(other, one) for other in found)]
    if not outer:
        return
    if len(outer) == 1:
        yield selected.selector
        return
    raw = selected.of.text.raw
    pieces = []
    for start, end in sorted(outer):
        first, last = max(start + 1, selected.start), min(end - 1, selected.end)
        words = " ".join(raw[first:last].split())
        if any(character.isalnum() for character in words):
            pieces.append(words)
    if len(pieces) > 1:
        yield replace(
            selected.selector, exact=tuple(pieces), prefix=None, suffix=None, occurrence=None
        )
    yield selected.selector


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def best(every: Sequence[Tried]) -> Tried | None:
    """One whose speaker the check finds in the words; else without a speaker, but sound."""
    sound = [one for one in every if not one.errors]
    known = [one for one in sound if one.found("speaker")]
    return (
        next((one for one in known if one.quiet), None)
        or next(iter(known), None)
        or next((one for one in sound if one.proposal.speaker is None), None)
    )


def first(every: Sequence[Tried], kinds: set[FactKind]) -> Tried | None:
    """The first of some kinds without a word against it, else without an error."""
    of_kind = [one for one in every if one.proposal.kind in kinds and not one.errors]
    return next((one for one in of_kind if one.quiet), None) or next(iter(of_kind), None)


def says_something(quote: Tried) -> bool:
    """Whether a quotation has words enough to stand by itself."""
    return not is_short(" ".join(quote.proposal.selector.exact))


def is_short(words: str) -> bool:
    """Whether a quotation of some words says too little, as the check tells of it."""
    return len(words.split()) <= _SHORT


def file_of(sheet: Sheet, source: str) -> tuple[str, tuple[str, ...]]:
    """The file of a fact on a source: where most of its others are; and all files of facts."""
    facts = sheet.factsheet.facts
    here = Counter(facts[name].places().path for name, _ in sheet.evidence(source) if name in facts)
    own = f"content/facts/{source}.yaml"
    best = here.most_common(1)[0][0] if here else own
    return best, tuple(dict.fromkeys((best, own, *sorted(sheet.factsheet.files))))


def topics_of(selected: Selected) -> tuple[str, ...]:
    """The topics of the facts that rest on the nearest lines."""
    sheet = selected.of.sheet
    lines = selected.selector.lines
    near: list[tuple[int, str]] = []
    for name, evidence in sheet.evidence(selected.of.source.id):
        first, last = evidence.citation.selector.lines
        near.append((max(0, first - lines.last, lines.first - last), name))
    if not near:
        return ()
    least = min(distance for distance, _ in near)
    seen = Counter(
        topic
        for distance, name in near
        if distance == least and name in sheet.factsheet.facts
        for topic in sheet.factsheet.facts[name].topics
    )
    return tuple(topic for topic, _ in seen.most_common(_MOST_TOPICS))


def people_of(selected: Selected) -> tuple[str, ...]:
    """The people whom the words name."""
    found: dict[str, None] = {}
    for words in selected.selector.exact:
        for mention in selected.of.sheet.roster.mentions(words):
            if len(mention.who) == 1:
                found.update(dict.fromkeys(mention.who))
    return tuple(found)


def id_of(selected: Selected, suggestion: Suggestion) -> str:
    """An id that no fact has: of who speaks and the words, or of the words alone."""
    facts = selected.of.sheet.factsheet
    who = suggestion.speaker if suggestion.kinds[0] is FactKind.QUOTE else None
    person = facts.people.get(who.person) if who and who.person else None
    return named(person, suggestion.selector.exact, taken(facts).__contains__)


def taken(factsheet: Factsheet) -> frozenset[str]:
    """The ids that no new fact may have."""
    every = factsheet.facts
    # An unreadable file may have any id (`may_have`); the check tells of it when it can be read.
    unread = factsheet.unread.get("fact", frozenset())
    return unread.union(every, *(fact.formerly for fact in every.values()))


def named(person: Person | None, words: Sequence[str], is_taken: Callable[[str], bool]) -> str:
    """An id of who speaks, unless that is nobody's business, and of some words."""
    name = person.name.split()[-1:] if person and not person.private else []
    # An id without its “not” would say the opposite.
    empty = {*ENGLISH.no_names, *ENGLISH.empty, *_EMPTY} - set(ENGLISH.negations)
    return proposed((*name, *words), empty.__contains__, is_taken)
