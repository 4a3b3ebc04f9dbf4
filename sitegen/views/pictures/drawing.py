"""What all pictures are drawn with: places in per cent, sizes in pixels, names for those who hear.

Widths are in per cent and all else in pixels, so that a drawing takes any width and its text keeps
its size.
"""

from collections.abc import Iterable

from sitegen.views.wording.escaping import escaped

GLYPH = 6.7
"""Pixels that a character of a picture's text takes, on the wide side: sans of 13 pixels."""


def per_cent(place: float) -> str:
    """A place or a width across the drawing."""
    return f"{round(place, 2):g}%"


def picture(inner: Iterable[str], height: float, title: str, description: str, name: str) -> str:
    """A picture of one piece. `name` begins the ids of what names it."""
    return (
        f'<svg width="100%" height="{height:g}" role="img"{_named(title, description, name, inner)}'
    )


def linked_picture(
    inner: Iterable[str], height: float, title: str, description: str, name: str, kind: str
) -> str:
    """A picture that holds links: within an `img` nobody would be told of them. `kind`: a class."""
    begin = f'<svg class="{kind}" width="100%" height="{height:g}" role="group"'
    return begin + _named(title, description, name, inner)


def _named(title: str, description: str, name: str, inner: Iterable[str]) -> str:
    return (
        f' aria-labelledby="{name}-title {name}-desc">\n'
        f'<title id="{name}-title">{escaped(title)}</title>\n'
        f'<desc id="{name}-desc">{escaped(description)}</desc>\n'
        f"{''.join(inner)}</svg>\n"
    )


def key(inner: str, words: str) -> str:
    """A sign with what it means, for a legend."""
    return (
        f'<li><svg width="34" height="16" aria-hidden="true">{inner}</svg> '
        f"<span>{escaped(words)}</span></li>\n"
    )


def fitting(width: float) -> int:
    """How many characters fit into so many pixels."""
    return max(0, int(width / GLYPH))
