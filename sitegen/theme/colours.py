"""Colours as settings and style sheets write them, and how much two of them part."""

import re
from colorsys import hls_to_rgb

from sitegen.frozen import NamedTuple

WRITTEN_AS = "#7a5b00, rgb(122 91 0) or hsl(45 100% 24%)"
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_PART = r"[0-9]{1,3}(?:\.[0-9]{1,6})?"
_SHARE = r"(?:[01]|[01]?\.[0-9]{1,6}|[0-9]{1,3}%)"
_FUNCTION = re.compile(
    rf"(?P<kind>rgb|hsl)a?\(\s*(?P<one>{_PART})(?:deg)?(?:\s*,\s*|\s+)"
    rf"(?P<two>{_PART})(?P<share>%)?(?:\s*,\s*|\s+)(?P<three>{_PART})(?:%)?"
    rf"(?:\s*[,/]\s*(?P<alpha>{_SHARE}))?\s*\)",
    re.IGNORECASE,
)
_LONGEST = 60  # characters; nothing longer is read
_OTHERS = re.compile(r"(?:color|color-mix|hwb|lab|lch|oklab|oklch|light-dark)\(", re.IGNORECASE)


class Colour(NamedTuple):
    """Red, green, blue (sRGB) and opacity, each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def css(self) -> str:
        """The colour as style sheets write it, whatever it was written as."""
        parts = (*self[:3], self.alpha) if self.alpha < 1 else self[:3]
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)

    def over(self, ground: "Colour") -> "Colour":
        """What an eye sees of it on an opaque ground."""
        seen = (
            above * self.alpha + below * (1 - self.alpha)
            for above, below in zip(self[:3], ground[:3], strict=True)
        )
        return Colour(*seen)


def read(written: str) -> Colour | None:
    """The colour that a text names in hexadecimal or as rgb() or hsl(); None where it is none."""
    text = written.strip()
    if len(text) > _LONGEST:
        return None
    if match := _HEX.fullmatch(text):
        digits = match[1] if len(match[1]) > 4 else "".join(2 * digit for digit in match[1])  # noqa: PLR2004 - #rgba
        return Colour(*(int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)))
    match = _FUNCTION.fullmatch(text)
    return _from_function(match) if match else None


def is_colour(written: str) -> bool:
    """Whether a value in a style sheet is a colour, be it one that `read` cannot read."""
    return read(written) is not None or _OTHERS.match(written.strip()) is not None


def contrast(text: Colour, *grounds: Colour) -> float:
    """The contrast of text with what lies below it, the lowest and opaque last: from 1 to 21.

    WCAG 2.2, “contrast ratio”.
    """
    *coats, seen = grounds
    for coat in reversed(coats):
        seen = coat.over(seen)
    lighter, darker = sorted((_luminance(text.over(seen)), _luminance(seen)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _from_function(match: re.Match[str]) -> Colour | None:
    one, two, three = (float(match[part]) for part in ("one", "two", "three"))
    alpha = match["alpha"] or "1"
    opacity = float(alpha[:-1]) / 100 if alpha.endswith("%") else float(alpha)
    if opacity > 1:
        return None
    if match["kind"].lower() == "hsl":
        if max(two, three) > 100 or one > 360 or not match["share"]:  # noqa: PLR2004 - per cent, degrees
            return None
        return Colour(*hls_to_rgb(one / 360, three / 100, two / 100), opacity)
    if max(one, two, three) > 255 or match["share"]:  # noqa: PLR2004 - of a byte
        return None
    return Colour(one / 255, two / 255, three / 255, opacity)


def _luminance(colour: Colour) -> float:
    """WCAG 2.2, “relative luminance”."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in colour[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
