"""What the signs of a timeline mean."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.edtf import Precision
from sitegen.views.pictures.axis import Cut
from sitegen.views.pictures.drawing import key
from sitegen.views.pictures.moments import When


def legend_of(drawn: Sequence[When], reasons: Iterable[str], cuts: Sequence[Cut]) -> Iterator[str]:
    """What the signs mean, of those that are drawn; `reasons` are why some are hollow."""
    dates = [when.date for when in drawn]
    every = [m for date in dates for m in (date.start, date.end) if m]
    vague = [moment for moment in every if moment.uncertain or moment.approximate]
    meanings = (
        (any(m.precision is Precision.DAY for m in every), _DAY, "a day"),
        (any(m.precision is not Precision.DAY for m in every), _SPAN, "some time within this span"),
        (any(d.start and d.end and d.start != d.end for d in dates), _THROUGH, "from … to …"),
        (
            any(d.start is None or d.end is None for d in dates),
            _OPEN,
            "no end given, or no beginning",
        ),
        (any(when.reasoned for when in drawn), _REASONED, f"date {' or '.join(reasons)}"),
        (bool(vague), _VAGUE, "about, or uncertain"),
        (bool(cuts), _BREAK, "years without a fact, left out"),
    )
    return (key(sign, words) for shown, sign, words in meanings if shown)


_DAY = '<circle class="time-day stated" cx="17" cy="8" r="4" fill="currentColor"/>'
_SPAN = '<rect class="time-span stated" x="7" y="2" width="20" height="12" fill="currentColor"/>'
_THROUGH = (
    '<circle class="time-day stated" cx="5" cy="8" r="4" fill="currentColor"/>'
    '<circle class="time-day stated" cx="29" cy="8" r="4" fill="currentColor"/>'
    '<line class="time-through" x1="5" y1="8" x2="29" y2="8" stroke="currentColor"/>'
)
_OPEN = (
    '<circle class="time-day stated" cx="5" cy="8" r="4" fill="currentColor"/>'
    '<path class="time-open" d="M10 8H31M27 4L32 8L27 12" fill="none" stroke="currentColor"/>'
)
_REASONED = (
    '<circle class="time-day reasoned" cx="6" cy="8" r="4" fill="none" stroke="currentColor"/>'
    '<rect class="time-span reasoned" x="14" y="2" width="18" height="12" fill="none" '
    'stroke="currentColor"/>'
)
_VAGUE = (
    '<circle class="time-day vague" cx="6" cy="8" r="4" fill="none" stroke="currentColor" '
    'stroke-dasharray="2 2"/>'
    '<rect class="time-span vague" x="14" y="2" width="18" height="12" fill="none" '
    'stroke="currentColor" stroke-dasharray="2 2"/>'
)
_BREAK = (
    '<rect class="time-cut" x="9" y="0" width="16" height="16" fill="none"/>'
    '<path class="time-break" d="M12 12l4-8M18 12l4-8" fill="none" stroke="currentColor"/>'
)
