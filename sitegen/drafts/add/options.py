"""What a token of an article may be drafted as, and which of that the check likes best."""

from collections.abc import Iterator

from sitegen.drafts.add.prose import as_prose
from sitegen.drafts.add.tokens import Passage, selected
from sitegen.drafts.suggest.citing import Selected
from sitegen.drafts.suggest.figures import figure
from sitegen.drafts.suggest.sheet import SourceText
from sitegen.drafts.suggest.speaking import around, posted
from sitegen.drafts.suggest.suggesting import best, first, quotes, says_something
from sitegen.drafts.suggest.trying import Proposal, Tried
from sitegen.frozen import NamedTuple, replace
from sitegen.model import FactKind
from sitegen.recognise import TokenKind

_TYPED = {
    TokenKind.NUMBER: frozenset({FactKind.COUNT, FactKind.RANK}),
    TokenKind.DATE: frozenset({FactKind.DATE}),
}
_NEEDED = {FactKind.COUNT: "unit", FactKind.RANK: "of", FactKind.DATE: "date"}


class Judged(NamedTuple):
    """A token, and what the check says of each of its proposals."""

    passage: Passage
    tried: list[Tried]


def options(of: SourceText, one: Passage) -> list[Proposal]:
    """What a token may be drafted as, the likeliest first."""
    sentence = selected(of, one.paragraph, *_stretch(of, one))
    if one.kind is TokenKind.QUOTATION:
        return [*_quotes(of, one), *(_claims(sentence) if sentence and one.parts == 1 else ())]
    if sentence is None:
        return []
    claim = _claim(sentence)
    if claim is None:
        return []
    whose = around(sentence).told if one.inside else ()
    found: list[Proposal] = []
    if one.kind is TokenKind.DATE and one.found and one.found.date:
        found.append(Proposal(FactKind.DATE, sentence.selector, {"date": one.found.date}))
    if one.kind is TokenKind.NUMBER:
        amounts = of.reading.amounts(one.paragraph)
        found += (
            proposal
            for amount in amounts.within(one.start, one.end)
            if amount.stated and amount.start == one.start
            for proposal in figure(sentence, amounts, amount)
        )
    typed = [p for p in found if _NEEDED[p.kind] in p.fields]
    plain = [replace(p, fields={**p.fields, "claim": claim}) for p in typed]
    plain.append(Proposal(FactKind.CLAIM, sentence.selector, {"claim": claim}))
    return [*(replace(p, speaker=who) for p in plain for who in whose), *plain]


def _stretch(of: SourceText, one: Passage) -> tuple[int, int]:
    """The sentence of a token, as far as it reaches; of a quotation, to its closing mark."""
    text = of.reading.paragraphs[one.paragraph].text
    start, end = one.sentence
    spoken = one.kind is TokenKind.QUOTATION and not text[one.end : one.end + 1].isspace()
    return min(start, one.start), max(end, min(one.end + spoken, len(text)))


def _quotes(of: SourceText, one: Passage) -> Iterator[Proposal]:
    words = selected(of, one.paragraph, one.start, one.end)
    if words is not None:
        yield from quotes(words, around(words), posted(words))


def _claims(sentence: Selected) -> Iterator[Proposal]:
    """The article's own sentence as a claim: whose account it is, where that is told."""
    claim = _claim(sentence)
    if claim is not None:
        for who in (*around(sentence).telling, None):
            yield Proposal(FactKind.CLAIM, sentence.selector, {"claim": claim}, who)


def _claim(sentence: Selected) -> str | None:
    return as_prose(sentence.selector.exact[0])


def chosen(judged: Judged) -> Tried | None:
    """What is drafted: the fact that the token calls for, else a claim; None if all are refused."""
    every = judged.tried
    if judged.passage.kind is TokenKind.QUOTATION:
        quote = best([one for one in every if one.proposal.kind is FactKind.QUOTE])
        if quote and quote.proposal.speaker and quote.found("speaker") and says_something(quote):
            return quote
        typed = None
    else:
        typed = first(every, set(_TYPED[judged.passage.kind]))
    claim = first([one for one in every if _is_told(one)], {FactKind.CLAIM})
    if typed and (typed.quiet or claim is None or not claim.quiet):
        return typed
    return claim


def _is_told(one: Tried) -> bool:
    """Whether whoever is said to give an account is told by the words."""
    return one.proposal.speaker is None or one.found("according_to")


def is_one(judged: Judged) -> bool:
    """Whether the check takes several quotations for somebody's, without a word against it."""
    taken = chosen(judged)
    return taken is not None and taken.quiet and taken.found("speaker")
