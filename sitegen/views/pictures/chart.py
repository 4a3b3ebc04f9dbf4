"""Bar charts as inline SVG, with their figures in a table below."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sitegen.frozen import dataclass
from sitegen.views import card_html
from sitegen.views.kinds import DateView, Link
from sitegen.views.pictures.drawing import GLYPH, key, per_cent, picture
from sitegen.views.pictures.limits import keys_of, limit
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.words import shortened

# Widths are in per cent and all else in pixels, so that text keeps its size on every screen.
_ROW = 70
_VALUE_BASE = 15
_LABEL_BASE = 34
_BAR_TOP = 42
_BAR_HEIGHT = 14
_SLIVER = 0.6  # per cent: bars as thin as this get a line that can be seen
_SIGN_ROOM = 8.0  # per cent, beside the longest bar
_NARROW = 300.0  # pixels, that words have at the least
_FIGURE_GLYPH = 8.4  # pixels of a bold character
_LONGEST_FIGURE, _NARROW_LABEL, _WIDE_LABEL = 36, 46, 86  # characters
_STEEP = 50  # times: a ratio that a reader is told
_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure: `number` gives the bar's length, `words` what is written beside it.

    `modifier` is what the source makes of the number, as in `Fact`. Where `caption` holds words,
    they stand at the bar in place of the fact's own.
    """

    label: Link
    number: Decimal
    words: str
    date: DateView | None
    source: Link
    lines: str
    modifier: str | None = None
    caption: str | None = None


def chart(bars: Sequence[Bar], title: str, name: str, notes: str = "") -> str:
    """Horizontal bars from a common zero. `name` begins the ids within the page.

    `notes` are paragraphs to stand below.
    """
    lowest = min(Decimal(0), *(bar.number for bar in bars))
    highest = max(Decimal(0), *(bar.number for bar in bars))
    span = highest - lowest or Decimal(1)
    room = _SIGN_ROOM if any(bar.modifier for bar in bars) else 0.0
    left = room if lowest < 0 else 0.0
    right = 100.0 - (room if highest > 0 else 0.0)

    def place(number: Decimal) -> float:
        return round(left + float((number - lowest) / span) * (right - left), 2)

    zero = place(Decimal(0))
    height = _ROW * len(bars) - 10
    rows = [_row(bar, index * _ROW, zero, place(bar.number)) for index, bar in enumerate(bars)]
    rows.append(
        f'<line class="chart-axis" x1="{per_cent(zero)}" y1="0" x2="{per_cent(zero)}" '
        f'y2="{height}" stroke="currentColor"/>\n'
    )
    told = "".join(f'<p class="chart-note">{words}</p>\n' for words in _scale(bars))
    return figure(bars, title, picture(rows, height, title, described(bars), name), told + notes)


def figure(bars: Sequence[Bar], title: str, drawing: str, notes: str) -> str:
    """A drawing with its title, the meaning of its signs, notes and a table."""
    keys = "".join(key(sign, words) for sign, words in keys_of(bar.modifier for bar in bars))
    legend = f'<ul class="legend">\n{keys}</ul>\n' if keys else ""
    caption = f'<figcaption class="chart-title">{escaped(title)}</figcaption>\n'
    return (
        f'<figure class="chart">\n{caption}{drawing}{legend}{notes}{_table(bars, title)}</figure>\n'
    )


def described(bars: Sequence[Bar]) -> str:
    """A chart in words."""
    return "; ".join(f"{bar.caption or bar.label.text}: {bar.words}{_as_of(bar)}" for bar in bars)


def words_of_row(bar: Bar, top: float) -> str:
    """What stands above a bar: the figure with its date, and what it is of."""
    label = bar.caption or bar.label.text
    figure, date = shortened(bar.words, _LONGEST_FIGURE), _as_of(bar)[2:]
    beside = f'<tspan class="chart-date" dx="6">{escaped(date)}</tspan>' if date else ""
    if len(figure) * _FIGURE_GLYPH + len(date) * GLYPH > _NARROW:
        label, beside = ": ".join(filter(None, (date, label))), ""
    return (
        f'<text class="chart-value" x="0" dx="6" y="{top + _VALUE_BASE:g}" fill="currentColor">'
        f"<tspan>{escaped(figure)}</tspan>{beside}</text>\n{''.join(_labels(label, top))}"
    )


def _labels(label: str, top: float) -> Iterator[str]:
    """A label, where it is long once for wide screens and once for narrow ones."""
    begin = f'x="0" dx="6" y="{top + _LABEL_BASE:g}" fill="currentColor"'
    narrow, wide = shortened(label, _NARROW_LABEL), shortened(label, _WIDE_LABEL)
    if narrow == wide:
        yield f'<text class="chart-label" {begin}>{escaped(wide)}</text>\n'
        return
    yield f'<text class="chart-label if-wide" {begin}>{escaped(wide)}</text>\n'
    yield f'<text class="chart-label if-narrow" {begin}>{escaped(narrow)}</text>\n'


def _row(bar: Bar, top: int, zero: float, end: float) -> str:
    left, width = min(zero, end), abs(end - zero)
    y, middle = top + _BAR_TOP, top + _BAR_TOP + _BAR_HEIGHT / 2
    shape = limit(bar.modifier)
    paint = 'fill="none" stroke="currentColor"' if shape.hollow else 'fill="currentColor"'
    looks = "chart-bar hollow" if shape.hollow else "chart-bar"
    parts = [
        words_of_row(bar, top),
        f'<rect class="{looks}" x="{per_cent(left)}" y="{y}" width="{per_cent(width)}" '
        f'height="{_BAR_HEIGHT}" {paint}/>\n',
    ]
    if width < _SLIVER:
        parts.append(
            f'<line class="chart-sliver" x1="{per_cent(end)}" y1="{y}" x2="{per_cent(end)}" '
            f'y2="{y + _BAR_HEIGHT}" stroke="currentColor"/>\n'
        )
    if shape.path:
        parts.append(
            f'<svg class="chart-limit" x="{per_cent(end)}" y="{middle:g}" overflow="visible" '
            f'fill="none" stroke="currentColor"><path d="{shape.drawn(left=end < zero)}"/></svg>\n'
        )
    return "".join(parts)


def _as_of(bar: Bar) -> str:
    return f", as of {bar.date.words}" if bar.date else ""


def _scale(bars: Sequence[Bar]) -> Iterator[str]:
    """What a reader must know of bars too unlike to be compared by eye."""
    lengths = [abs(bar.number) for bar in bars if bar.number]
    times = max(lengths) / min(lengths) if lengths else Decimal(0)
    if times >= _STEEP:
        rounded = int(round(times, _DIGITS - 1 - times.adjusted()))
        yield f"Drawn to one scale: the largest figure is about {rounded:,} times the smallest."


def _table(bars: Sequence[Bar], title: str) -> str:
    """The figures; the column of dates stands only where there is one."""
    has_dates = any(bar.date for bar in bars)
    rows = "".join(
        f'<tr><th scope="row">{card_html.link(bar.label)}'
        f'<span class="basis">{card_html.link(bar.source)}, {escaped(bar.lines)}</span></th>'
        f"<td>{escaped(bar.words)}</td>"
        + (f"<td>{card_html.time(bar.date) if bar.date else ''}</td>" if has_dates else "")
        + "</tr>\n"
        for bar in bars
    )
    names = ("Fact", "Figure", "As of") if has_dates else ("Fact", "Figure")
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'<table class="chart-table">\n<caption>{escaped(title)}: the figures</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
