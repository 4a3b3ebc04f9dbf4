"""The settings that a theme understands, and what a project's `theme_settings` make of them.

A theme declares settings in its `theme.yaml`. Each colour among the custom properties of its style
sheets is a setting besides: `colour-accent` sets `--accent`, `colour-accent-dark` that of the dark
scheme.
"""

from collections.abc import Collection, Iterable, Mapping

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.frozen import dataclass
from sitegen.model import Places
from sitegen.schema import Record
from sitegen.schema.themes import ThemeFile
from sitegen.theme import colours
from sitegen.theme.tokens import Tokens
from sitegen.theme.values import refusal
from sitegen.yamltree import shown

COLOUR, DARK = "colour-", "-dark"
FIELD = "theme_settings"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that a theme understands. `property` is the custom property that it sets."""

    name: str
    kind: str
    description: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    property: str | None = None
    in_dark: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """The value of a setting. `place` is where the project gives it; None for a default."""

    setting: Setting
    value: str
    place: Span | None = None


def understood(
    descriptions: Iterable[Record[ThemeFile]], tokens: Tokens
) -> tuple[dict[str, Setting], tuple[Diagnostic, ...]]:
    """The settings of a theme by name; of two that one name has, the upper theme's.

    `descriptions` are those of its chain, lowest first. A default that is none is a `wrong-type`.
    """
    found = {setting.name: setting for setting in _colours(tokens)}
    diagnostics: list[Diagnostic] = []
    for record in descriptions:
        for name, declared in record.fields.settings.items():
            setting = Setting(
                name,
                declared.kind,
                declared.description,
                declared.default,
                declared.choices,
                declared.property,
            )
            found[name] = setting
            if setting.default is not None and setting.kind != "picture":
                place = record.places("settings", name, "default")
                diagnostics.extend(_wrong(setting, setting.default, place, ()))
    return dict(sorted(found.items())), tuple(diagnostics)


def given(
    settings: Mapping[str, Setting],
    written: Mapping[str, str],
    places: Places,
    assets: Collection[str],
) -> tuple[tuple[Given, ...], tuple[Diagnostic, ...]]:
    """The value of each setting that has one, by name; what is wrong with the project's.

    `written` are its `theme_settings`, `assets` the files of `content/assets`, for pictures.
    """
    found = {
        name: Given(setting, setting.default)
        for name, setting in settings.items()
        if setting.default is not None
    }
    diagnostics: list[Diagnostic] = []
    for name, value in written.items():
        place = places(FIELD, name)
        setting = settings.get(name)
        if setting is None:
            diagnostics.append(_unknown(name, settings, place))
            continue
        problems = _wrong(setting, value, place, assets)
        diagnostics.extend(problems)
        if not problems:
            found[name] = Given(setting, value, place)
    return tuple(found[name] for name in sorted(found)), tuple(diagnostics)


def _colours(tokens: Tokens) -> Iterable[Setting]:
    for name, token in tokens.light.items():
        if colours.is_colour(token.value):
            yield Setting(f"{COLOUR}{name}", "colour", f"The colour --{name}.", property=name)
            yield Setting(
                f"{COLOUR}{name}{DARK}",
                "colour",
                f"The colour --{name} in the dark scheme.",
                property=name,
                in_dark=True,
            )


def _unknown(name: str, settings: Mapping[str, Setting], place: Span) -> Diagnostic:
    hints = nearest_name(name, settings)
    if not hints:
        plain = [known for known in settings if not known.startswith(COLOUR)]
        hints = (f"it has {', '.join(plain)}; and colours, such as colour-accent",)
    return error("unknown-field", f"the theme has no setting {shown(name)}", place, hints=hints)


def _wrong(
    setting: Setting, value: str, place: Span, assets: Collection[str]
) -> tuple[Diagnostic, ...]:
    if setting.kind == "picture":
        if value.removeprefix("assets/") in assets:
            return ()
        message = f"{setting.name}: there is no picture {shown(value)} in content/assets"
        return (error("missing-file", message, place, hints=nearest_name(value, assets)),)
    problem = refusal(setting.kind, value, setting.choices)
    if problem is None:
        return ()
    message, hint = problem
    hints = nearest_name(value, setting.choices) or ((hint,) if hint else ())
    return (error("wrong-type", f"{setting.name}: {message}", place, hints=hints),)
