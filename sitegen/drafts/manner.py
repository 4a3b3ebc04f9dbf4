"""The manner of a file of facts, read from what stands in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sitegen.drafts.layout import Manner
from sitegen.drafts.scalars import is_plain
from sitegen.frozen import replace
from sitegen.yamltree import Mapping, Node, Scalar
from sitegen.yamltree import Sequence as List

_WIDTHS = (72, 120)  # the narrowest and the widest line that is taken for a file's own rule
_ID_LISTS = frozenset({"people", "topics", "from"})
_ATTRIBUTIONS = frozenset({"speaker", "according_to"})
_BLOCKS = frozenset("|>")

Common = TypeVar("Common")


def manner_of(
    root: Node | None, lines: Sequence[str], otherwise: Manner, section: str = "facts"
) -> Manner:
    """How a file writes the records of a section; what it does not show is as `otherwise`."""
    if not isinstance(root, Mapping) or root.flow:
        return otherwise
    facts, skips = value_of(root, section), value_of(root, "skip")
    manner = _of_texts(root, lines, otherwise)
    if isinstance(facts, Mapping) and facts.entries and not facts.flow:
        manner = _of_facts(facts, lines, manner)
    if isinstance(skips, List) and skips.items and not skips.flow:
        key = root.entries["skip"][0]
        starts = [item.line for item in skips.items]
        manner = replace(
            manner,
            dashes=manner.dashes if manner.ids != otherwise.ids else skips.column - key.column,
            between_skips=_usual(_blank_before(starts[1:], lines), manner.between_skips),
        )
    return manner


def value_of(node: Node | None, name: str) -> Node | None:
    """The value of a key, where it is written."""
    if not isinstance(node, Mapping) or name not in node.entries:
        return None
    return node.entries[name][1]


def _of_facts(facts: Mapping, lines: Sequence[str], manner: Manner) -> Manner:
    keys = [key for key, _ in facts.entries.values()]
    records = [(k, v) for k, v in facts.entries.values() if isinstance(v, Mapping) and not v.flow]
    steps = [value.column - key.column for key, value in records]
    parts = [part for _, record in records for part in record.entries.values()]
    lists = [(k, v) for k, v in parts if isinstance(v, List)]
    blocks = [(k, v) for k, v in lists if not v.flow]
    ids = [v.flow for k, v in lists if k.text in _ID_LISTS]
    unnamed = [v.flow for k, v in parts if k.text in _ATTRIBUTIONS and isinstance(v, Mapping)]
    cites = [v for k, v in parts if k.text == "cite"]
    citations = [
        one for cite in cites for one in (cite.items if isinstance(cite, List) else (cite,))
    ]
    step = _usual(steps, manner.step)
    return replace(
        manner,
        ids=keys[0].column - 1,
        step=step,
        dashes=_usual((v.column - k.column for k, v in blocks), min(manner.dashes, step)),
        blank=_usual(_blank_before([key.line for key in keys[1:]], lines), manner.blank),
        flow_lists=_usual(ids, manner.flow_lists),
        flow_unnamed=_usual(unnamed, manner.flow_unnamed),
        cite=_usual(filter(None, map(_cite, cites)), manner.cite),
        words_first=_usual(
            (
                list(one.entries).index("exact") < list(one.entries).index("lines")
                for one in citations
                if isinstance(one, Mapping) and {"exact", "lines"} <= one.entries.keys()
            ),
            manner.words_first,
        ),
    )


def _cite(node: Node) -> str | None:
    """How a single citation is written; None of several."""
    if isinstance(node, List):
        return "list" if len(node.items) == 1 else None
    return ("flow" if node.flow else "mapping") if isinstance(node, Mapping) else None


def _of_texts(root: Node, lines: Sequence[str], manner: Manner) -> Manner:
    quotes: list[str] = []
    quoted: list[bool] = []
    folded: list[int] = []
    longest = 0
    for text in _scalars(root):
        mark = lines[text.line - 1][text.column - 1 : text.column]
        if text.plain:
            longest = max(longest, len(lines[text.line - 1]))
        elif mark in _BLOCKS:
            ends = min(text.end_line, len(lines))
            folded += (len(line) for line in lines[text.line : ends] if mark == ">")
            continue
        else:
            quotes.append(mark)
            longest = max(longest, len(lines[text.line - 1]))
        if " " in text.text and is_plain(text.text):
            quoted.append(not text.plain)
    hand = manner.hand
    width = min(max(folded, default=0), _WIDTHS[1])
    folds = bool(folded) or (hand.folded and longest <= hand.width)
    return replace(
        manner,
        hand=replace(
            hand,
            quote=_usual(quotes, hand.quote),
            quoted=_usual(quoted, hand.quoted),
            folded=folds,
            width=width if width >= _WIDTHS[0] else hand.width,
        ),
    )


def _scalars(node: Node) -> Iterator[Scalar]:
    pending = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, Scalar):
            yield current
        elif isinstance(current, Mapping):
            pending += (value for _, value in current.entries.values())
        elif isinstance(current, List):
            pending += current.items


def _blank_before(starts: Sequence[int], lines: Sequence[str]) -> Iterator[int]:
    """How many empty lines stand before each of some lines and the comments above it."""
    for start in starts:
        at = start - 2
        while at >= 0 and lines[at].lstrip().startswith("#"):
            at -= 1
        blank = 0
        while at >= 0 and not lines[at].strip():
            at, blank = at - 1, blank + 1
        yield blank


def _usual(seen: Iterable[Common], otherwise: Common) -> Common:
    """What is seen most often, and first of such."""
    common = Counter(seen).most_common(1)
    return common[0][0] if common else otherwise
