"""The signs of dates: a point for a day, a bar for a longer time, lines between and beyond them."""

from collections.abc import Iterator

from sitegen.edtf import Edtf, Moment, Precision
from sitegen.frozen import NamedTuple, dataclass
from sitegen.views.pictures.axis import Axis, Cut, ordinal
from sitegen.views.pictures.drawing import per_cent

STATED, REASONED, VAGUE = "stated", "reasoned", "vague"
"""How a sign looks: full, hollow where the source does not state the date, broken where vague."""

BAR = 12
RADIUS = 4
ARROW = 30  # pixels
_NOTHING = 0.005  # per cent, less than is ever written
_PAINT = {
    STATED: 'fill="currentColor" stroke="currentColor"',
    REASONED: 'fill="none" stroke="currentColor"',
    VAGUE: 'fill="none" stroke="currentColor" stroke-dasharray="2 2"',
}


class Extent(NamedTuple):
    """From where to where a sign reaches, in per cent, and by how many pixels beyond."""

    left: float
    right: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class When:
    """A date as it is drawn. `reasoned`: the source does not state it."""

    date: Edtf
    reasoned: bool

    @property
    def uncertain(self) -> bool:
        """Whether the date is not stated, or vague in itself."""
        ends = (self.date.start, self.date.end)
        return self.reasoned or any(m.uncertain or m.approximate for m in ends if m)


def look(moment: Moment, *, reasoned: bool) -> str:
    """Which of the looks a sign has; what is vague in itself looks so, whatever it rests on."""
    if moment.uncertain or moment.approximate:
        return VAGUE
    return REASONED if reasoned else STATED


def extent(when: When, axis: Axis) -> Extent:
    """The room that a date's sign takes."""
    start, end = when.date.start, when.date.end
    moments = [moment for moment in (start, end) if moment]
    left = min(_span(moment, axis)[0] for moment in moments)
    right = max(_span(moment, axis)[1] for moment in moments)
    return Extent(
        left,
        right,
        RADIUS + (ARROW if start is None else 0),
        RADIUS + (ARROW if end is None else 0),
    )


def sign(when: When, axis: Axis, middle: float) -> str:
    """A date's sign, its middle so many pixels from the top."""
    start, end = when.date.start, when.date.end
    parts = []
    if start is None and end is not None:
        parts.append(_arrow(_span(end, axis)[0], middle, -1))
    elif end is None and start is not None:
        parts.append(_arrow(_span(start, axis)[1], middle, 1))
    elif start != end and start and end:
        between = (_span(start, axis)[1], _span(end, axis)[0])
        parts += _line(*between, axis, middle)
    ends = (start,) if start == end else (start, end)
    parts += [_moment(moment, axis, middle, when.reasoned) for moment in ends if moment]
    return "".join(parts)


def _span(moment: Moment, axis: Axis) -> tuple[float, float]:
    """Where a moment begins and ends; a day is one place, its noon."""
    first, last = ordinal(moment.earliest), ordinal(moment.latest) + 1
    if moment.precision is Precision.DAY:
        noon = axis.place((first + last) / 2)
        return noon, noon
    return axis.place(first), axis.place(last)


def _moment(moment: Moment, axis: Axis, middle: float, reasoned: bool) -> str:
    name = look(moment, reasoned=reasoned)
    left, right = _span(moment, axis)
    if moment.precision is Precision.DAY:
        return (
            f'<circle class="time-day {name}" cx="{per_cent(left)}" cy="{middle:g}" r="{RADIUS}" '
            f"{_PAINT[name]}/>\n"
        )
    bars = "".join(
        f'<rect class="time-span {name}" x="{per_cent(begin)}" y="{middle - BAR / 2:g}" '
        f'width="{per_cent(end - begin)}" height="{BAR}" {_PAINT[name]}/>\n'
        for begin, end in _without_cuts(left, right, axis)
    )
    return bars + "".join(_over_cuts(left, right, axis, middle))


def _line(left: float, right: float, axis: Axis, middle: float) -> Iterator[str]:
    for begin, end in _without_cuts(left, right, axis):
        yield _stroke("time-through", begin, end, middle, "")
    yield from _over_cuts(left, right, axis, middle)


def _over_cuts(left: float, right: float, axis: Axis, middle: float) -> Iterator[str]:
    """Dots where a bar or a line runs on through years that are cut out."""
    dots = ' stroke-dasharray="2 4"'
    for cut in axis.cuts:
        if _crosses(left, right, cut):
            yield _stroke("time-cut-through", cut.left, cut.right, middle, dots)


def _stroke(name: str, left: float, right: float, middle: float, dashes: str) -> str:
    return (
        f'<line class="{name}" x1="{per_cent(left)}" y1="{middle:g}" x2="{per_cent(right)}" '
        f'y2="{middle:g}" stroke="currentColor"{dashes}/>\n'
    )


def _without_cuts(left: float, right: float, axis: Axis) -> Iterator[tuple[float, float]]:
    begin = left
    for cut in axis.cuts:
        if _crosses(left, right, cut):
            if begin < cut.left - _NOTHING:
                yield begin, cut.left
            begin = cut.right
    if begin < right - _NOTHING:
        yield begin, right


def _crosses(left: float, right: float, cut: Cut) -> bool:
    return left <= cut.left + _NOTHING and cut.right - _NOTHING <= right


def _arrow(place: float, middle: float, direction: int) -> str:
    """A line that fades from a place, and an arrow at its end: it goes on, nobody says how long."""
    tip = direction * ARROW
    path = f"M{direction * RADIUS} 0H{tip - direction * 2}"
    head = f"M{tip - direction * 6} -4L{tip} 0L{tip - direction * 6} 4"
    return (
        f'<svg class="time-open" x="{per_cent(place)}" y="{middle:g}" overflow="visible" '
        f'fill="none" stroke="currentColor"><path d="{path}" stroke-dasharray="9 2 5 3 2 3"/>'
        f'<path d="{head}"/></svg>\n'
    )
