"""The rules that a project's settings come to: a style sheet that is joined to the theme's."""

from collections.abc import Iterable, Iterator

from sitegen.theme.assets import Asset
from sitegen.theme.settings import Given
from sitegen.theme.tokens import Token, Tokens
from sitegen.theme.values import css, ends_generic

SHEET = "styles/19-settings.css"
"""After a theme's tokens, before all that may put a medium's own in their place."""
_ORIGIN = "the rules of theme_settings"


def sheet(given: Iterable[Given], tokens: Tokens) -> Asset | None:
    """The rules for what the project gives; None when it gives nothing that has rules."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for name, value, in_dark in _properties(given, tokens):
        (dark if in_dark else light)[name] = value
    # what is set for all schemes must not take the place of what the theme has for the dark one
    dark = {name: tokens.dark[name].value for name in light if name in tokens.dark} | dark
    rules = _rule(light) + (
        f"@media screen and (prefers-color-scheme: dark) {{\n{_rule(dark)}}}\n" if dark else ""
    )
    return Asset(_ORIGIN, rules.encode()) if rules else None


def with_settings(tokens: Tokens, given: Iterable[Given]) -> Tokens:
    """The tokens as the settings leave them, each at the place of its setting."""
    light, dark = dict(tokens.light), dict(tokens.dark)
    for value in given:
        setting = value.setting
        if value.place is not None and setting.property is not None:
            scheme = dark if setting.in_dark else light
            scheme[setting.property] = Token(css(setting.kind, value.value), value.place)
    return Tokens(light, dark)


def _properties(given: Iterable[Given], tokens: Tokens) -> Iterator[tuple[str, str, bool]]:
    for value in given:
        setting = value.setting
        if setting.property is None or (value.place is None and setting.property in tokens.light):
            continue  # the default of a token stands in the theme's own sheets
        written = css(setting.kind, value.value)
        own = tokens.light.get(setting.property)
        if setting.kind == "fonts" and own is not None and not ends_generic(value.value):
            written = f"{written}, {own.value}"
        yield setting.property, written, setting.in_dark


def _rule(properties: dict[str, str]) -> str:
    declarations = "".join(f"--{name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{declarations}}}\n" if declarations else ""
