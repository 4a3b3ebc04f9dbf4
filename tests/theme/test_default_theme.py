"""What the packaged theme promises: contrast, ids that never collide, nothing from elsewhere."""

import re
from collections.abc import Mapping

import pytest

from sitegen.theme import packaged
from sitegen.theme.legibility import TEXT_ON_GROUND
from sitegen.views import kinds

FILES = {path: content.decode() for path, content in packaged.theme().items()}
TEMPLATES = {path: text for path, text in FILES.items() if path.endswith(".html")}
STYLE = "".join(text for path, text in FILES.items() if path.startswith("styles/"))
COMMENTS = re.compile(r"\{#.*?#\}", re.DOTALL)


def channels(colour: str) -> tuple[float, float, float, float]:
    """Red, green, blue and opacity, each from 0 to 1."""
    if colour.startswith("#"):
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue, 1.0
    red, green, blue, alpha = (float(part) for part in re.findall(r"[\d.]+", colour))
    return red / 255, green / 255, blue / 255, alpha


def over(above: str, *below: str) -> tuple[float, float, float]:
    """What an eye sees of colours that lie on each other, the lowest last."""
    *coats, ground = [channels(colour) for colour in (above, *below)]
    seen = ground[:3]
    for *coat, alpha in reversed(coats):
        seen = tuple(c * alpha + s * (1 - alpha) for c, s in zip(coat, seen, strict=True))  # type: ignore[assignment]  # three stay three
    return seen


def luminance(colour: tuple[float, float, float]) -> float:
    """As WCAG 2.2 defines relative luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, *ground: str) -> float:
    """As WCAG 2.2 defines contrast: from 1 to 21."""
    lighter, darker = sorted((luminance(over(text)), luminance(over(*ground))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6}|rgb\([^)]*\));", css))


LIGHT = tokens(STYLE.split("@media")[0])
DARK = LIGHT | tokens(STYLE.split("(prefers-color-scheme: dark)")[1].split("@media")[0])

ON_EACH_OTHER = (*TEXT_ON_GROUND, ("highlight-arrived-text", "highlight-arrived"))


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("names", ON_EACH_OTHER, ids=" on ".join)
def test_text_stands_out_from_its_ground(scheme: Mapping[str, str], names: tuple[str, ...]) -> None:
    assert contrast(*(scheme[name] for name in names)) >= 4.5  # WCAG 2.2, 1.4.3: AA


@pytest.mark.parametrize("path", TEMPLATES)
def test_an_id_of_a_template_holds_a_capital_so_that_no_fact_has_it(path: str) -> None:
    ids = re.findall(r'\bid="([^"]*)"', TEMPLATES[path])
    from_views = re.compile(r"\{\{ [a-z]+\.id \}\}")  # whose names are the views' affair
    assert [
        name for name in ids if not re.search("[A-Z]", name) and not from_views.match(name)
    ] == []


@pytest.mark.parametrize("path", FILES)
def test_the_theme_asks_nothing_of_other_hosts(path: str) -> None:
    text = FILES[path].replace("http://www.w3.org/2000/svg", "")  # a name, which nobody fetches
    assert not re.search(r"https?://|\burl\(|@import|//[a-z]", text)


@pytest.mark.parametrize("path", TEMPLATES)
def test_the_theme_has_no_inline_script_and_no_inline_style(path: str) -> None:
    text = COMMENTS.sub("", TEMPLATES[path])
    from_file = r' src="\{\{[^}]*\}\}" defer></script>'
    no_script = r' type="application/(?:ld\+)?json"'  # which no browser runs
    assert not re.search(rf"<script(?!{from_file}|{no_script})", text)
    assert not re.search(r"\bon[a-z]+=|javascript:|\bstyle=", text)
    assert "<style" not in text or path == "404.html"


@pytest.mark.parametrize("path", TEMPLATES)
def test_attributes_are_quoted_for_nothing_else_is_escaped_for_them(path: str) -> None:
    assert "={{" not in TEMPLATES[path]


def test_the_style_sheet_knows_the_classes_of_finished_markup() -> None:
    """`kinds` promises them to themes; those that carry no look of their own stand here."""
    promise = (kinds.__doc__ or "").partition("Class names in finished Markup")[2]
    plain = {"data-facts", "quote-words", "fact-ref"}
    names = (
        set(re.findall(r"`([a-z]+-[a-z-]+|cite|chart|compare|facts|timeline)`", promise)) - plain
    )
    assert len(names) > 20
    assert {name for name in names if f".{name}" not in STYLE} == set()
