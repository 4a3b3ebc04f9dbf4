"""Ranks as points on a line from the best to the last: a bar would grow as the rank falls."""

from collections.abc import Sequence

from sitegen.views.pictures.chart import Bar, described, figure, words_of_row
from sitegen.views.pictures.drawing import per_cent, picture

_ROW, _LINE_TOP, _FOOT = 66, 48, 20
_LEFT, _RIGHT = 3.0, 97.0
_RADIUS = 6


def ranks(bars: Sequence[Bar], title: str, name: str, notes: str = "") -> str:
    """A point for each rank; 1, the best, is on the left."""
    last = max(2, *(int(bar.number) for bar in bars))
    rows = []
    for index, bar in enumerate(bars):
        top = index * _ROW
        place = _LEFT + float((bar.number - 1) / (last - 1)) * (_RIGHT - _LEFT)
        rows.append(
            f"{words_of_row(bar, top)}"
            f'<line class="chart-track" x1="{per_cent(_LEFT)}" y1="{top + _LINE_TOP}" '
            f'x2="{per_cent(_RIGHT)}" y2="{top + _LINE_TOP}" stroke="currentColor"/>\n'
            f'<circle class="chart-point" cx="{per_cent(place)}" cy="{top + _LINE_TOP}" '
            f'r="{_RADIUS}" fill="currentColor"/>\n'
        )
    ends = f'class="chart-label" y="{len(bars) * _ROW + _FOOT - 8}" fill="currentColor"'
    rows.append(
        f'<text {ends} x="0" dx="6">1, the best</text>\n'
        f'<text {ends} x="100%" dx="-6" text-anchor="end">{last:,}</text>\n'
    )
    height = len(bars) * _ROW + _FOOT
    return figure(bars, title, picture(rows, height, title, described(bars), name), notes)
