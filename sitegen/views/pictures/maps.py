"""The maps of the sources' evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from sitegen.linked import Cited
from sitegen.model import Anchor, Display, Source
from sitegen.views.pictures.evidence import Stretch, Text, evidence_map
from sitegen.views.redaction.redact import Shown


@dataclass(slots=True)
class _LeftOut:
    """The passages of one source that were left out: how many, and by line where they stand."""

    passages: int = 0
    lines: dict[int, list[Stretch]] = field(default_factory=dict)


def evidence_maps(shown: Shown) -> dict[str, Markup]:
    """By source, the map for its own page; none for one without a text, or that nobody used."""
    left_out = _left_out(shown)
    return {
        source.id: Markup(drawn)  # noqa: S704 (made of escaped texts)
        for source in shown.factsheet.sources.values()
        if source.article is not None
        and (drawn := _map(source, left_out.get(source.id, _LeftOut()), shown))
    }


def _map(source: Source, left_out: _LeftOut, shown: Shown) -> str | None:
    by_line = shown.linked.by_line.get(source.id, {})
    cited: dict[int, list[Stretch]] = {}
    for line, start, end in _anchors(source.id, shown):
        cited.setdefault(line, []).append((start, end))
    text = Text(
        lines=shown.lines[source.id],
        cited=cited,
        skipped=left_out.lines,
        facts={line: frozenset(one.fact for one in every) for line, every in by_line.items()},
        passages=left_out.passages,
        whole=source.display is Display.FULL,
    )
    return evidence_map(text, "Evidence-map")


def _anchors(source_id: str, shown: Shown) -> Iterator[Anchor]:
    """Where the words that are cited from a source stand, each citation's once."""
    seen: set[Cited] = set()
    for every in shown.linked.by_line.get(source_id, {}).values():
        for cited in every:
            if cited not in seen:
                seen.add(cited)
                yield from shown.anchors.get(cited, ())


def _left_out(shown: Shown) -> dict[str, _LeftOut]:
    found: dict[str, _LeftOut] = {}
    for skip, anchors in zip(shown.factsheet.skips, shown.skips, strict=True):
        of_source = found.setdefault(skip.citation.source, _LeftOut())
        of_source.passages += 1
        for line, start, end in anchors:
            of_source.lines.setdefault(line, []).append((start, end))
    return found
