"""What a source makes of a number, as a sign at the end of its bar: about, at least, less than."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from sitegen.frozen import NamedTuple

_WAVES = "M4 -3q3 -4 6 0t6 0M4 4q3 -4 6 0t6 0"
_WAVES_LEFT = "M-16 -3q3 -4 6 0t6 0M-16 4q3 -4 6 0t6 0"
_MORE = "M4 0H18M13 -4.5L18 0L13 4.5"
_MORE_LEFT = "M-18 0H-4M-9 -4.5L-4 0L-9 4.5"
_LESS = "M18 0H4M9 -4.5L4 0L9 4.5"
_LESS_LEFT = "M-4 0H-18M-13 -4.5L-18 0L-13 4.5"


class Limit(NamedTuple):
    """A sign: its path from the end of a bar, to the right and to the left, and what it means.

    `hollow`: the bar reaches to a bound, and the figure lies somewhere below it.
    """

    path: str
    path_left: str
    hollow: bool
    words: str

    def drawn(self, *, left: bool) -> str:
        """The sign beside the end of a bar that runs to the right, or to the left."""
        return self.path_left if left else self.path


_NONE = Limit("", "", hollow=False, words="")
_ABOUT = Limit(_WAVES, _WAVES_LEFT, hollow=False, words="about")
_NEARLY = Limit(_LESS, _LESS_LEFT, hollow=False, words="nearly: a little less")
_AT_LEAST = Limit(_MORE, _MORE_LEFT, hollow=False, words="at least, or more than")
_AT_MOST = Limit(_LESS, _LESS_LEFT, hollow=True, words="at most, or less than")
_LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "about": _ABOUT,
        "nearly": _NEARLY,
        "at-least": _AT_LEAST,
        "more-than": _AT_LEAST,
        "at-most": _AT_MOST,
        "less-than": _AT_MOST,
    }
)


def limit(modifier: str | None) -> Limit:
    """The sign of a modifier; an empty one for a plain figure."""
    return _LIMITS[modifier] if modifier else _NONE


def keys_of(modifiers: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    """For a legend: each sign that is used, drawn at the end of a bar, and what it means."""
    for shape in dict.fromkeys(limit(modifier) for modifier in modifiers if modifier):
        paint = 'fill="none" stroke="currentColor"' if shape.hollow else 'fill="currentColor"'
        looks = "chart-bar hollow" if shape.hollow else "chart-bar"
        yield (
            f'<rect class="{looks}" x="1" y="3" width="10" height="10" {paint}/>'
            f'<svg class="chart-limit" x="11" y="8" overflow="visible" fill="none" '
            f'stroke="currentColor"><path d="{shape.path}"/></svg>',
            shape.words,
        )
