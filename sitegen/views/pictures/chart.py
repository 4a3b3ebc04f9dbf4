"""A bar chart as inline SVG, with its figures in a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from sitegen.views import card_html
from sitegen.views.kinds import DateView, Link
from sitegen.views.wording.words import shortened

# Widths are in per cent and all else in pixels, so that text keeps its size on every screen.
_ROW = 68
_VALUE_BASE = 15
_LABEL_BASE = 34
_BAR_TOP = 42
_BAR_HEIGHT = 14
_GAP = 8
_LONGEST_LABEL = 50  # characters, which a phone has room for; the table has all of them


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure: `number` gives the bar's length, `words` what is written beside it."""

    label: Link
    number: Decimal
    words: str
    date: DateView | None
    source: Link
    lines: str


def chart(bars: Sequence[Bar], title: str, name: str) -> str:
    """Horizontal bars from a common zero. `name` begins the ids within the page."""
    lowest = min(Decimal(0), *(bar.number for bar in bars))
    highest = max(Decimal(0), *(bar.number for bar in bars))
    span = highest - lowest or Decimal(1)

    def place(number: Decimal) -> float:
        return round(float((number - lowest) / span) * 100, 2)

    zero = place(Decimal(0))
    height = _ROW * len(bars)
    rows = "".join(
        _row(bar, index * _ROW, zero, place(bar.number)) for index, bar in enumerate(bars)
    )
    described = "; ".join(f"{bar.label.text}: {bar.words}" for bar in bars)
    drawing = (
        f'<svg width="100%" height="{height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-desc">{escape(described)}</desc>\n{rows}'
        f'<line class="chart-axis" x1="{zero:g}%" y1="0" x2="{zero:g}%" y2="{height}" '
        f'stroke="currentColor"/>\n</svg>\n'
    )
    caption = f'<figcaption class="chart-title">{escape(title)}</figcaption>\n'
    return f'<figure class="chart">\n{caption}{drawing}{_table(bars, title)}</figure>\n'


def _row(bar: Bar, top: int, zero: float, end: float) -> str:
    left, width = min(zero, end), round(abs(end - zero), 2)
    return (
        f'<text class="chart-value" x="{_GAP}" y="{top + _VALUE_BASE}" fill="currentColor">'
        f"{escape(bar.words)}</text>\n"
        f'<text class="chart-label" x="{_GAP}" y="{top + _LABEL_BASE}" fill="currentColor">'
        f"{escape(shortened(bar.label.text, _LONGEST_LABEL))}</text>\n"
        f'<rect class="chart-bar" x="{left:g}%" y="{top + _BAR_TOP}" width="{width:g}%" '
        f'height="{_BAR_HEIGHT}" fill="currentColor"/>\n'
    )


def _table(bars: Sequence[Bar], title: str) -> str:
    """The figures; the column of dates stands only where there is one."""
    has_dates = any(bar.date for bar in bars)
    rows = "".join(
        f'<tr><th scope="row">{card_html.link(bar.label)}</th><td>{escape(bar.words)}</td>'
        + (f"<td>{card_html.time(bar.date) if bar.date else ''}</td>" if has_dates else "")
        + f"<td>{card_html.link(bar.source)}, {escape(bar.lines)}</td></tr>\n"
        for bar in bars
    )
    names = ("Fact", "Figure", "Date", "Source") if has_dates else ("Fact", "Figure", "Source")
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'<table class="chart-table">\n<caption>{escape(title)}: the figures</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )
