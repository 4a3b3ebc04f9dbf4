"""Settings of a theme: which there are, what they come to, and what is said of wrong ones."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import theme
from sitegen.diagnostics import Diagnostic, Severity, Span
from sitegen.theme import colours, values

OURS = {
    "themes/ours/theme.yaml": b"""
settings:
  corners:
    kind: length
    property: corners
    default: 2px
    description: How round corners are.
  columns:
    kind: choice
    choices: [one, two]
    default: one
    description: How many columns lists have.
  banner:
    kind: flag
    description: Whether there is a banner.
  motto:
    kind: text
    description: A line below the title.
"""
}


def place(*path: str | int) -> Span:
    return Span("content/site.yaml", 1, 1, 1, 1 + len(str(path[-1])))


def loaded(files: dict[str, bytes] | None = None, **settings: str) -> theme.Theme:
    written = {name.replace("_", "-"): value for name, value in settings.items()}
    found, diagnostics = theme.load("ours", files or OURS, written, place, ["logo.svg"])
    assert diagnostics == ()
    return found


def told(files: dict[str, bytes] | None = None, **settings: str) -> list[Diagnostic]:
    written = {name.replace("_", "-"): value for name, value in settings.items()}
    return list(theme.load("ours", files or OURS, written, place, ["logo.svg"])[1])


def rules(found: theme.Theme) -> str:
    return "".join(
        sheet.content.decode() for sheet in found.sheets if sheet.origin.startswith("the rules")
    )


def test_a_project_without_settings_gets_no_rules_of_its_own() -> None:
    default, _ = theme.load("default", {})
    assert rules(default) == ""


def test_a_colour_of_the_style_sheets_is_a_setting_for_each_scheme() -> None:
    css = rules(loaded(colour_accent="#604000", colour_accent_dark="hsl(50, 80%, 70%)"))
    light, _, dark = css.partition("@media screen and (prefers-color-scheme: dark)")
    assert "--accent: #604000;" in light
    assert "--accent: #f0db75;" in dark


def test_a_colour_of_the_light_scheme_leaves_the_dark_one_as_it_is() -> None:
    default, _ = theme.load("default", {})
    own = re.search(
        rb"scheme: dark.*?--accent: (#[0-9a-f]{6})", default.sheets[0].content, re.DOTALL
    )
    assert own
    dark = rules(loaded(colour_accent="#604000")).partition("dark)")[2]
    assert f"--accent: {own[1].decode()};" in dark


def test_rules_stand_after_the_tokens_and_before_what_a_medium_wants() -> None:
    names = [sheet.origin for sheet in loaded(measure="30rem").sheets]
    at = names.index("the rules of theme_settings")
    assert names.index("themes/default/styles/10-tokens.css") < at
    assert at < names.index("themes/default/styles/90-print.css")


def test_fonts_are_quoted_and_followed_by_those_of_the_theme() -> None:
    assert '--serif: "Gill Sans", Charter,' in rules(loaded(font_text="Gill Sans"))
    assert '--serif: "Gill Sans", sans-serif;' in rules(loaded(font_text="'Gill Sans', sans-serif"))


def test_choices_and_flags_come_as_classes_and_every_value_as_a_setting() -> None:
    assert set(loaded().classes) == {"columns-one", "density-comfortable"}
    found = loaded(columns="two", banner="true", motto="Look & see")
    assert set(found.classes) == {"banner", "columns-two", "density-comfortable"}
    assert ("motto", "Look & see") in [(g.setting.name, g.value) for g in found.settings]
    assert loaded(banner="false").classes == loaded().classes


def test_a_default_that_no_sheet_has_becomes_a_rule() -> None:
    assert "--corners: 2px;" in rules(loaded())
    sheet = {**OURS, "themes/ours/styles/10-tokens.css": b":root { --corners: 4px }"}
    assert "--corners" not in rules(loaded(sheet))


def test_a_logo_is_a_picture_of_the_content() -> None:
    assert (loaded(logo="logo.svg").logo, loaded(logo="assets/logo.svg").logo) == ("logo.svg",) * 2
    assert loaded().logo is None
    (found,) = told(logo="logo.png")
    assert (found.code, found.hints) == ("missing-file", ("did you mean “logo.svg”?",))


def test_a_setting_that_no_theme_of_the_chain_has_is_answered_with_the_nearest() -> None:
    (found,) = told(colour_acent="#000")
    assert (found.code, found.span) == ("unknown-field", place("colour-acent"))
    assert found.hints == ("did you mean “colour-accent”?",)
    (found,) = told(zzz="1")
    assert "font-text" in found.hints[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("colour-accent", "red; } body { display: none"),
        ("colour-accent", "red"),
        ("colour-accent", "#12345"),
        ("colour-accent", "rgb(300 0 0)"),
        ("colour-accent", "hsl(400 10% 10%)"),
        ("measure", "40"),
        ("measure", "40rem; color: red"),
        ("measure", "calc(1rem)"),
        ("font-text", "Georgia; } body { display: none"),
        ("font-text", "url(https://example.org/a.woff2)"),
        ("font-text", "Georgia,,serif"),
        ("columns", "three"),
        ("banner", "yes"),
    ],
)
def test_a_value_that_is_none_of_its_kind_is_refused(name: str, value: str) -> None:
    _, (found,) = theme.load("ours", OURS, {name: value}, place)
    assert (found.code, found.severity) == ("wrong-type", Severity.ERROR)


@given(st.sampled_from(["colour", "length", "fonts"]), st.text(max_size=40))
def test_no_value_says_more_to_a_browser_than_it_is(kind: str, text: str) -> None:
    for value in (text, f"#123456{text}", f"40rem{text}", f"Georgia, {text}"):
        if values.refusal(kind, value) is None:
            assert not re.search(r"[;{}\\<>()@\n]|/\*", values.css(kind, value))


def test_text_that_parts_too_little_from_its_ground_is_told_with_the_ratio() -> None:
    (found,) = told(colour_accent="#8a7a40")
    assert (found.code, found.severity) == ("low-contrast", Severity.WARNING)
    assert found.span == place("colour-accent")
    assert "“accent” on “paper” has a contrast of 4.0:1, and text needs 4.5:1" in found.message
    assert [related.span.path for related in found.related] == [
        "themes/default/styles/10-tokens.css"
    ]


def test_text_that_can_hardly_be_seen_is_an_error() -> None:
    found = told(colour_paper_dark="#e8e8e8")
    assert {d.severity for d in found} == {Severity.ERROR}
    assert all("in the dark scheme" in d.message for d in found)
    assert {d.span for d in found} == {place("colour-paper-dark")}


def test_the_tokens_of_a_theme_are_judged_with_no_setting_at_all() -> None:
    sheet = b":root {\n  --banner: #777;\n  --banner-text: #888;\n}\n"
    (found,) = told({"themes/ours/styles/11-ours.css": sheet})
    assert (found.code, found.span) == (
        "low-contrast",
        Span("themes/ours/styles/11-ours.css", 3, 18, 3, 22),
    )


@pytest.mark.parametrize("name", ["default", "dossier"])
def test_the_themes_that_sitegen_brings_can_be_read(name: str) -> None:
    assert theme.load(name, {})[1] == ()


READ = (
    ("#fff", "#ffffff"),
    ("#1234", "#11223344"),
    ("#1A2b3C", "#1a2b3c"),
    ("rgb(0 128 255)", "#0080ff"),
    ("rgba(0, 128, 255, 0.5)", "#0080ff80"),
    ("rgb(255 208 54 / 34%)", "#ffd03657"),
    ("hsl(0 100% 50%)", "#ff0000"),
    ("hsl(120deg, 100%, 25%)", "#008000"),
)


@pytest.mark.parametrize(("written", "css"), READ)
def test_a_colour_is_read_as_browsers_read_it(written: str, css: str) -> None:
    found = colours.read(written)
    assert found is not None
    assert found.css == css


def test_contrast_is_that_of_the_guidelines() -> None:
    black, white, grey = (colours.Colour(*[part] * 3) for part in (0.0, 1.0, 0x77 / 255))
    assert colours.contrast(black, white) == pytest.approx(21)
    assert colours.contrast(white, white) == pytest.approx(1)
    assert colours.contrast(grey, white) == pytest.approx(4.48, abs=0.01)
    veil = black._replace(alpha=0.5)
    assert colours.contrast(black, veil, white) == pytest.approx(
        colours.contrast(black, colours.Colour(0.5, 0.5, 0.5))
    )
