"""Falsehoods in where the words are said to stand, and in how they are put together."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.mutations.names import are_strangers
from benchmarks.mutations.planting import Change, Family, Kind, Scene, recited, replaced, without
from benchmarks.mutations.project import Citation, Fact, text_of
from benchmarks.mutations.reading import NEGATION, stands
from benchmarks.mutations.yaml_text import Fields

FEWEST_KEPT = 4  # words of a cut quotation: fewer have a warning of their own
SHORTEST = 2  # words on each side of an elision
FURTHEST = 30  # lines between two quotations that are joined

_CLAUSE_END = re.compile(r"[.!?;:(—]|--")
_SAYS_MORE = re.compile(r"(?:only|just|merely)\b")  # “not only” denies nothing
_SAYS_NOTHING = re.compile(r"\b(?:or|mistake)$")  # nor do “whether or not”, “if I mistake not”


def _wrong_line(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    for cite in fact.citations:
        lines = scene.project.articles.get(cite.source, ())
        length = cite.last - cite.first
        near = [cite.first + step for step in (-3, -2, -1, 1, 2, 3)]
        far = [chance.randint(1, max(len(lines), 1)) for _ in range(3)]
        for first in chance.sample(near, len(near)) + far:
            if first >= 1 and first + length <= len(lines):
                text = scene.project.text_at(cite.source, first, first + length)
                if cite.pieces and text.strip() and not _all_stand(cite, text):
                    written = _lines(first, first + length)
                    change = recited(fact.fields, cite.index, {"lines": written})
                    yield Change(change, f"lines {written}")


def _all_stand(cite: Citation, text: str) -> bool:
    return all(stands(piece, text) for piece in cite.pieces)


def _lines(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _wrong_source(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    for cite in fact.citations:
        others = [name for name in scene.project.articles if name != cite.source]
        for other in chance.sample(others, min(len(others), 3)):
            fits = len(scene.project.articles[other]) >= cite.last
            text = scene.project.text_at(other, cite.first, cite.last)
            if cite.pieces and fits and not _all_stand(cite, text):
                changed = recited(fact.fields, cite.index, {"source": other})
                yield Change(changed, f"source {other}")


def _cut(
    piece: str, chance: random.Random, words: str = r"\b(?:not|never|no)\b|n['’]t\b"
) -> Iterator[tuple[str, str, str]]:
    """A piece in two, around a word that stands inside it, a negation unless told otherwise."""
    found = list(re.finditer(rf"\S*(?:{words})\S*", piece))
    for place in chance.sample(found, len(found)):
        before, after = piece[: place.start()].rstrip(), piece[place.end() :].lstrip()
        if min(len(before.split()), len(after.split())) >= SHORTEST:
            yield before, after, place[0]


def _edited(fact: Fact, mark: str, cuts: Iterator[tuple[str, str, str]]) -> Iterator[Change]:
    """A quote whose edited words have a mark in place of a word."""
    cite = fact.fields["cite"]
    for before, after, lost in cuts:
        if isinstance(cite, dict):
            quote = f"{before} {mark} {after}"
            changed = replaced(fact.fields, quote=quote, cite=dict(without(cite, "exact")))
            yield Change(changed, f"{mark} over {lost}")


def _quoted(fact: Fact) -> str:
    """The words of a quote that has one piece."""
    cites = fact.citations
    single = len(cites) == 1 and len(cites[0].pieces) == 1 and "quote" not in fact.fields
    return cites[0].pieces[0] if single and text_of(fact.fields, "kind") == "quote" else ""


def _negations(piece: str, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Cuts after which no negation is left."""
    for cut in _cut(piece, chance):
        if not NEGATION.search(f"{cut[0]} {cut[1]}"):
            yield cut


def _elided(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    yield from _edited(fact, "[…]", _negations(_quoted(fact), chance))


def _bracketed(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    yield from _edited(fact, "[indeed]", _negations(_quoted(fact), chance))


def _qualifier(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    cuts = _cut(_quoted(fact), chance, r"\b(?:but|unless|alleged|allegedly)\b")
    yield from _edited(fact, "[…]", cuts)


def _trimmed(keep: int) -> Callable[[Scene, Fact, random.Random], Iterator[Change]]:
    """The words after (1) or before (0) the negation of their sentence, without it."""

    def plant(_: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
        for cite in fact.citations:
            for cut in _cut(cite.pieces[0], chance) if len(cite.pieces) == 1 else ():
                fair = _SAYS_MORE.match(cut[1]) or _SAYS_NOTHING.search(cut[0])
                kept, denied = cut[keep], not fair
                same = denied and not _CLAUSE_END.search(cut[0] + cut[2])
                if same and len(kept.split()) >= FEWEST_KEPT and not NEGATION.search(kept):
                    changed = recited(fact.fields, cite.index, {"exact": kept})
                    yield Change(changed, f"cut at {cut[2]}")

    return plant


def _pieces(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    for cite in fact.citations:
        for number, piece in enumerate(cite.pieces):
            for before, after, lost in _cut(piece, chance):
                pieces = [*cite.pieces[:number], before, after, *cite.pieces[number + 1 :]]
                if not NEGATION.search(" ".join(pieces)):
                    changed = recited(fact.fields, cite.index, {"exact": [*pieces]})
                    yield Change(changed, f"two pieces around {lost}")


def _joined(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    if text_of(fact.fields, "kind") != "quote" or len(fact.citations) != 1:
        return
    here = fact.citations[0]
    for other in scene.project.facts.values():
        cites = other.citations
        if text_of(other.fields, "kind") != "quote" or len(cites) != 1 or not here.pieces:
            continue
        there = cites[0]
        close = here.source == there.source and here.last < there.first <= here.last + FURTHEST
        known = [text_of(each.fields, "speaker") for each in (fact, other)]
        if close and there.pieces and all(known) and are_strangers(scene.project, *known):
            cite: Fields = {
                "lines": _lines(here.first, there.last),
                "exact": [*here.pieces, *there.pieces],
            }
            yield Change(recited(fact.fields, here.index, cite), f"with words of {known[1]}")


KINDS = (
    Kind("wrong line", Family.EVIDENCE, _wrong_line, "lines with words in them, but not these"),
    Kind("wrong source", Family.EVIDENCE, _wrong_source),
    Kind("quote elided over a negation", Family.EVIDENCE, _elided),
    Kind("quote with a [word] over a negation", Family.EVIDENCE, _bracketed),
    Kind("quote elided over but, unless, alleged", Family.EVIDENCE, _qualifier),
    Kind(
        "words after a negation, without it",
        Family.EVIDENCE,
        _trimmed(1),
        "in one sentence; the negation may belong to another clause of it",
    ),
    Kind(
        "words before a negation, without it",
        Family.EVIDENCE,
        _trimmed(0),
        "what is left breaks off, and seldom says the contrary",
    ),
    Kind(
        "pieces around a negation",
        Family.EVIDENCE,
        _pieces,
        "no negation is left in the words; the claim may still have it",
    ),
    Kind(
        "words of two speakers joined",
        Family.EVIDENCE,
        _joined,
        "speakers with two ids; that no person has two ids is the editor's to know",
    ),
)
