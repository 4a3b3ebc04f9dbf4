"""A timeline: each fact a row with the sign of its date, which shows how much is known of it.

It is drawn twice, for wide screens and for narrow ones; the style sheet shows one of the two.
"""

from collections.abc import Iterator, Sequence

from sitegen.edtf import Day, Edtf
from sitegen.frozen import dataclass
from sitegen.linked import has_year
from sitegen.views.pictures import moments
from sitegen.views.pictures.axis import Axis, Cut, Tick, axis, year_axis, year_ticks
from sitegen.views.pictures.drawing import fitting, linked_picture, per_cent
from sitegen.views.pictures.legend import legend_of
from sitegen.views.pictures.moments import BAR, RADIUS, Extent, When
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.words import count, shortened

WIDE, NARROW = 580.0, 320.0  # pixels, at the least
_HEAD, _LOW_HEAD = 52, 32  # the axis with a line for its words, and one for what is cut out
_NO_YEAR_HEAD = 56
_ROW, _LINE = 26, 18
_PAD = 8
_FOOT_FROM = 14  # rows from which the axis has its words at the foot as well
_FEWEST_LETTERS, _FEWEST_BESIDE, _ENOUGH_BELOW, _NEVER = 12, 20, 30, 10_000
_WORD_GAP, _GAP_LETTERS = 8, 2
_CUT_WORDS = 70  # pixels
_TORN = "M-6 12l5-12M1 12l5-12"  # two strokes across the axis, as is usual


@dataclass(frozen=True, slots=True)
class Event:
    """A fact on a timeline. `reason` tells, in a word, of a date that the source does not state."""

    href: str
    words: str
    date: Edtf
    date_words: str
    reason: str | None

    @property
    def when(self) -> When:
        """How its date is drawn."""
        return When(self.date, self.reason is not None)

    @property
    def dated(self) -> str:
        """Its date, and how we know it."""
        return f"{self.date_words}, {self.reason}" if self.reason else self.date_words


@dataclass(frozen=True, slots=True)
class _Style:
    """One of the two drawings. `below`: a fact's words always have a line of their own."""

    kind: str
    width: float
    below: bool


_STYLES = (_Style("wide", WIDE, below=False), _Style("narrow", NARROW, below=True))


def timeline(events: Sequence[Event], title: str, name: str) -> str:
    """Both drawings and what their signs mean; the events stand in their order."""
    with_year = [event for event in events if has_year(event.date)]
    without = [event for event in events if not has_year(event.date)]
    edges = [_edges(event.date) for event in with_year]
    scales = [
        axis(edges, *_margins(with_year, style.width)) if edges else None for style in _STYLES
    ]
    cuts = next((scale.cuts for scale in scales if scale), ())
    described = _described(with_year, without, cuts)
    drawings = "".join(
        _drawing(style, scale, (with_year, without), title, described, f"{name}-{style.kind}")
        for style, scale in zip(_STYLES, scales, strict=True)
    )
    caption = f'<figcaption class="chart-title">{escaped(title)}</figcaption>\n'
    reasons = dict.fromkeys(event.reason for event in events if event.reason)
    legend = "".join(legend_of([event.when for event in events], reasons, cuts))
    return (
        f'<figure class="time-chart">\n{caption}{drawings}'
        f'<ul class="legend">\n{legend}</ul>\n</figure>\n'
    )


def _edges(date: Edtf) -> tuple[Day, Day]:
    """The first and last day that a date may mean; an open end adds none.

    An interval's end may reach back before its start: a month of a year “to” that year.
    """
    known = [moment for moment in (date.start, date.end) if moment]
    return min(m.earliest for m in known), max(m.latest for m in known)


def _margins(events: Sequence[Event], width: float) -> tuple[float, float]:
    """From where to where the axis reaches: arrows and points need room beside it."""
    arrow = (moments.ARROW + RADIUS) / width * 100
    point = (RADIUS + 2) / width * 100
    left = arrow if any(event.date.start is None for event in events) else point
    right = arrow if any(event.date.end is None for event in events) else point
    return left, 100 - right


def _drawing(
    style: _Style,
    scale: Axis | None,
    groups: tuple[Sequence[Event], Sequence[Event]],
    title: str,
    described: str,
    name: str,
) -> str:
    with_year, without = groups
    parts: list[str] = []
    height = 0.0
    if scale:
        ticks = scale.ticks(style.width)
        begin = _HEAD if scale.cuts else _LOW_HEAD
        rows, end = _rows(with_year, scale, style, begin)
        height = end + _PAD * 2
        parts += [*_ground(ticks, scale.cuts, style.width, begin, end + _PAD), *rows]
        if len(with_year) >= _FOOT_FROM:
            parts += _tick_words(ticks, height + _PAD)
            height += _PAD * 2
    if without:
        months = year_axis(*_margins((), style.width))
        top = height + _NO_YEAR_HEAD
        rows, end = _rows(without, months, style, top)
        parts.append(
            f'<text class="time-heading" x="0" y="{height + 18:g}" fill="currentColor">'
            "Year not given</text>\n"
        )
        parts += [*_ground(year_ticks(months), (), style.width, top, end + _PAD), *rows]
        height = end + _PAD * 2
    return linked_picture(parts, height, title, described, name, f"time-{style.kind}")


def _ground(
    ticks: Sequence[Tick], cuts: Sequence[Cut], width: float, top: float, end: float
) -> Iterator[str]:
    """The axis: a thin line down from each tick, and a gap with its words at each cut."""
    head = top - (_HEAD - 24 if cuts else _LOW_HEAD - 24)
    yield from _tick_words(ticks, head - 6)
    for tick in ticks:
        yield (
            f'<line class="time-tick" x1="{per_cent(tick.place)}" y1="{head:g}" '
            f'x2="{per_cent(tick.place)}" y2="{end:g}" stroke="currentColor"/>\n'
        )
    free = 0.0
    room = _CUT_WORDS / width * 100
    for cut in cuts:
        yield (
            f'<rect class="time-cut" x="{per_cent(cut.left)}" y="{head:g}" '
            f'width="{per_cent(cut.right - cut.left)}" height="{end - head:g}" '
            'fill="none"/>\n'
        )
        middle = (cut.left + cut.right) / 2
        for begin in (head - 3, end - 3):
            yield (
                f'<svg class="time-break" x="{per_cent(middle)}" y="{begin:g}" overflow="visible" '
                f'fill="none" stroke="currentColor"><path d="{_TORN}"/></svg>\n'
            )
        if middle - room / 2 >= free:
            free = middle + room / 2
            yield (
                f'<text class="time-left-out" x="{per_cent(max(middle, room / 2))}" '
                f'y="{top - 6:g}" text-anchor="middle" fill="currentColor">'
                f"{count(cut.last - cut.first + 1, 'year')}</text>\n"
            )


def _tick_words(ticks: Sequence[Tick], base: float) -> Iterator[str]:
    for tick in ticks:
        if tick.words:
            yield (
                f'<text class="time-year" x="{per_cent(tick.place)}" y="{base:g}" '
                f'fill="currentColor">{escaped(tick.words)}</text>\n'
            )


def _rows(
    events: Sequence[Event], scale: Axis, style: _Style, top: float
) -> tuple[list[str], float]:
    """The facts one below the other, and where they end; of facts of one date the first says it."""
    rows = []
    before: Event | None = None
    for event in events:
        taken = moments.extent(event.when, scale)
        again = before is not None and before.dated == event.dated
        words, height = _words(event, taken, style, top, again=again)
        rows.append(
            f'<a class="time-fact" href="{escaped(event.href)}" '
            f'aria-label="{escaped(f"{event.dated}: {event.words}")}">\n'
            f'<rect class="time-row" x="0" y="{top:g}" width="100%" height="{height}" '
            'fill="none" pointer-events="all"/>\n'
            f"{moments.sign(event.when, scale, top + BAR)}{words}</a>\n"
        )
        top += height
        before = event
    return rows, top


def _words(
    event: Event, taken: Extent, style: _Style, top: float, *, again: bool
) -> tuple[str, int]:
    """A row's words, and its height: the date beside the sign, the fact there too or below."""
    begin, room = _beside(taken, style.width)
    base = top + BAR + 4.5
    date, letters = ("", 0) if again else _date(event)
    left = fitting(room) - letters
    if left >= (_FEWEST_BESIDE if again or not style.below else _NEVER):
        return _text(begin, base, date + _span(event.words, left, after=not again)), _ROW
    below, height = base + _LINE, _ROW + _LINE + (_LINE // 3 if style.below else 0)
    if left + _GAP_LETTERS >= 0:
        is_roomy = not style.below and fitting(room) >= _ENOUGH_BELOW
        begin_below, letters = (
            (begin, fitting(room)) if is_roomy else ('x="0"', fitting(style.width))
        )
        words = _text(begin_below, below, _span(event.words, letters))
        return (_text(begin, base, date) if date else "") + words, height
    words = _span(event.words, fitting(style.width) - letters, after=True)
    if words:
        return _text('x="0"', below, date + words), height
    words = _text('x="0"', below + _LINE, _span(event.words, fitting(style.width)))
    return _text('x="0"', below, date) + words, height + _LINE


def _date(event: Event) -> tuple[str, int]:
    """A date as it stands beside its sign, and the characters that it takes."""
    reason = f'<tspan class="time-reason">, {escaped(event.reason)}</tspan>' if event.reason else ""
    date = f'<tspan class="time-date">{escaped(event.date_words)}</tspan>{reason}'
    return date, len(event.dated) + _GAP_LETTERS


def _text(begin: str, base: float, inner: str) -> str:
    return f'<text class="time-label" {begin} y="{base:g}" fill="currentColor">{inner}</text>\n'


def _span(words: str, letters: int, *, after: bool = False) -> str:
    """A fact's words, as many as there is room for; none where that would be too few."""
    if letters < _FEWEST_LETTERS:
        return ""
    # The space parts the words for those who hear them, or ask for the link by what they see.
    shift = f' dx="{_WORD_GAP / 2:g}"' if after else ""
    gap = " " if after else ""
    return f'{gap}<tspan class="time-words"{shift}>{escaped(shortened(words, letters))}</tspan>'


def _beside(taken: Extent, width: float) -> tuple[str, float]:
    """Where words beside a sign stand, on the side with more room, and the pixels they have."""
    before, after = taken.before + _WORD_GAP, taken.after + _WORD_GAP
    on_right = (100 - taken.right) / 100 * width - after
    on_left = taken.left / 100 * width - before
    if on_right >= on_left:
        return f'x="{per_cent(taken.right)}" dx="{after:g}"', on_right
    return f'x="{per_cent(taken.left)}" dx="{-before:g}" text-anchor="end"', on_left


def _described(with_year: Sequence[Event], without: Sequence[Event], cuts: Sequence[Cut]) -> str:
    words = "Time runs from left to right; each mark is a link to its fact."
    if cuts:
        left_out = ", ".join(
            str(cut.first) if cut.first == cut.last else f"{cut.first} to {cut.last}"
            for cut in cuts
        )
        words += f" Years without a fact are left out: {left_out}."
    if without and with_year:
        words += f" {count(len(without), 'date')} without a year set apart at the end."
    return words
