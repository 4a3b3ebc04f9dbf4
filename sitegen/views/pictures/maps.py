"""The maps of the sources' evidence."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from markupsafe import Markup

from sitegen.model import Anchor, Display, Source
from sitegen.views.pictures.evidence import Stretch, Text, evidence_map
from sitegen.views.redaction.redact import Shown


def source_map(
    source: Source, left_out: Sequence[tuple[Anchor, ...]], shown: Shown
) -> Markup | None:
    """The map for a source's own page; None for one without a text, or that nobody used.

    `left_out`: where the passages of it stand that were left out.
    """
    if source.article is None:
        return None
    by_line = shown.linked.by_line.get(source.id, {})
    text = Text(
        lines=shown.lines[source.id],
        cited=_stretches(_anchors(source.id, shown)),
        skipped=_stretches(anchor for anchors in left_out for anchor in anchors),
        facts={line: frozenset(one.fact for one in every) for line, every in by_line.items()},
        passages=len(left_out),
        whole=source.display is Display.FULL,
    )
    drawn = evidence_map(text, "Evidence-map")
    return Markup(drawn) if drawn else None  # noqa: S704 (made of escaped texts)


def _anchors(source_id: str, shown: Shown) -> Iterator[Anchor]:
    """Where the words that are cited from a source stand, each citation's once."""
    every = shown.linked.by_line.get(source_id, {}).values()
    for cited in dict.fromkeys(chain.from_iterable(every)):
        yield from shown.anchors.get(cited, ())


def _stretches(anchors: Iterable[Anchor]) -> dict[int, list[Stretch]]:
    by_line: dict[int, list[Stretch]] = {}
    for line, start, end in anchors:
        by_line.setdefault(line, []).append((start, end))
    return by_line
