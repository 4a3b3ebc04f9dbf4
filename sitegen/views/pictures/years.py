"""A timeline of more facts than can be drawn one by one: how many begin in each year."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.edtf import Edtf
from sitegen.frozen import dataclass
from sitegen.linked import has_year
from sitegen.views.pictures.drawing import key, linked_picture, per_cent
from sitegen.views.pictures.moments import When
from sitegen.views.wording.escaping import escaped
from sitegen.views.wording.words import count

_MOST_BINS = 40
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_ROW, _BAR = 26, 14
_BEGIN, _LONGEST = 24.0, 36.0  # per cent: where the bars begin, and how long the longest is
NO_YEAR = 0
ListAt = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class _Bin:
    """The facts that begin in some years: those of dates that are stated, and the others."""

    first: int
    earliest: int
    stated: int
    other: int

    @property
    def all(self) -> int:
        return self.stated + self.other


def by_year(events: Sequence[When], title: str, name: str, list_at: ListAt | None) -> str:
    """Bars of how many facts begin in each year. `list_at` leads from a year to its facts."""
    step, bins = _bins(events)
    most = max(one.all for one in bins)
    rows: list[str] = []
    before: _Bin | None = None
    top = 0
    for one in bins:
        if before and one.first and one.first > before.first + step:
            rows.append(_nothing(before.first + step, one.first - 1, top))
            top += _ROW
        rows.append(_row(one, step, most, top, list_at))
        top += _ROW
        before = one
    described = "; ".join(f"{_label(one.first, step)}: {_words(one)}" for one in bins)
    caption = f'<figcaption class="chart-title">{escaped(title)}</figcaption>\n'
    note = (
        '<p class="chart-note">Too many to draw one by one: each fact is counted once, where its '
        "date begins.</p>\n"
    )
    drawing = linked_picture(rows, top, title, described, name, "time-years")
    return f'<figure class="time-chart">\n{caption}{drawing}{_legend(bins)}{note}</figure>\n'


def begins(date: Edtf) -> int:
    """The year under which a date stands; an open beginning has its end's, no year is `NO_YEAR`."""
    moment = date.start or date.end
    return (moment.year if moment and has_year(date) else None) or NO_YEAR


def _bins(events: Sequence[When]) -> tuple[int, list[_Bin]]:
    """The years in order, those of no year at the end; so many to a bin that they are few."""
    years: dict[int, list[int]] = {}
    for event in events:
        of_year = years.setdefault(begins(event.date), [0, 0])
        of_year[event.uncertain] += 1
    for step in _STEPS:
        found: dict[int, list[int]] = {}
        for year, (stated, other) in sorted(years.items()):
            both = found.setdefault(year // step * step or int(year > 0), [year, 0, 0])
            both[1] += stated
            both[2] += other
        if len(found) <= _MOST_BINS or step == _STEPS[-1]:
            break
    ordered = sorted(found, key=lambda year: (year == NO_YEAR, year))
    return step, [_Bin(year, *found[year]) for year in ordered]


def _row(one: _Bin, step: int, most: int, top: int, list_at: ListAt | None) -> str:
    stated, other = (part / most * _LONGEST for part in (one.stated, one.other))
    bar = top + (_ROW - _BAR) / 2
    label = _label(one.first, step)
    inner = (
        f'<rect class="time-row" x="0" y="{top}" width="100%" height="{_ROW}" fill="none" '
        'pointer-events="all"/>\n'
        f'<text class="time-year" x="0" y="{top + 18}" fill="currentColor">{label}</text>\n'
        f'<rect class="time-count stated" x="{per_cent(_BEGIN)}" y="{bar:g}" '
        f'width="{per_cent(stated)}" height="{_BAR}" fill="currentColor"/>\n'
        f'<rect class="time-count reasoned" x="{per_cent(_BEGIN + stated)}" y="{bar:g}" '
        f'width="{per_cent(other)}" height="{_BAR}" fill="none" stroke="currentColor"/>\n'
        f'<text class="time-label" x="{per_cent(_BEGIN + stated + other)}" dx="8" '
        f'y="{top + 18}" fill="currentColor">{_short(one)}</text>\n'
    )
    if list_at is None:
        return inner
    href, told = escaped(list_at(one.earliest)), escaped(f"{label}: {_words(one)}")
    return f'<a class="time-fact" href="{href}" aria-label="{told}">\n{inner}</a>\n'


def _nothing(first: int, last: int, top: int) -> str:
    years = str(first) if first == last else f"{first}–{last}"
    return (
        f'<text class="time-left-out" x="0" y="{top + 18}" fill="currentColor">'
        f"{years}: no fact</text>\n"
    )


def _label(first: int, step: int) -> str:
    if first == NO_YEAR:
        return "No year"
    return str(first) if step == 1 else f"{first}–{first // step * step + step - 1}"


def _words(one: _Bin) -> str:
    words = count(one.all, "fact")
    return f"{words}, the date of {one.other:,} not stated or vague" if one.other else words


def _short(one: _Bin) -> str:
    return f"{one.all:,} ({one.other:,} hollow)" if one.other else f"{one.all:,}"


def _legend(bins: Sequence[_Bin]) -> str:
    return f'<ul class="legend">\n{"".join(_keys(bins))}</ul>\n'


def _keys(bins: Sequence[_Bin]) -> Iterator[str]:
    bar = '<rect class="time-count {}" x="2" y="2" width="30" height="12" {}/>'
    if any(one.stated for one in bins):
        yield key(bar.format("stated", 'fill="currentColor"'), "the source states the date")
    if any(one.other for one in bins):
        paint = 'fill="none" stroke="currentColor"'
        yield key(bar.format("reasoned", paint), "not stated, about, or uncertain")
