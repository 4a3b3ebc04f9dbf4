"""A theme: templates that show views, and the files that pages use beside them.

A project's `themes/NAME/` holds templates (`*.html`), `styles/*.css`, `assets/` and a `theme.yaml`.
What it does not have comes from the theme that it extends, and in the end from the default that
sitegen brings; a parent's template can also be named outright, as in
`{% extends "default/fact.html" %}`. Templates are checked as syntax trees before anything is
rendered, so that a foreign theme runs no code.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from jinja2 import Environment

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name, ordered
from sitegen.digest import fingerprint
from sitegen.frozen import NamedTuple, dataclass, field
from sitegen.model import Places
from sitegen.theme import description, generated, layers, legibility, packaged
from sitegen.theme.assets import STYLE_SHEET, Asset, Published, publish
from sitegen.theme.check import check
from sitegen.theme.environment import environment, page
from sitegen.theme.reading import Reading, names_read
from sitegen.theme.settings import Given, Setting, given, understood
from sitegen.theme.sheets import joined
from sitegen.theme.templates import Templates
from sitegen.theme.tokens import tokens

__all__ = ["Asset", "Given", "Published", "Setting", "Templates", "Theme", "load", "publish_assets"]

_ICON = "icon.svg"
NO_SETTINGS: Mapping[str, str] = MappingProxyType({})


def _nowhere(*_: str | int) -> Span:
    """Where the settings of no project stand."""
    return Span("content/site.yaml", 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that was checked.

    `assets` are its files by path below `assets/`, but for `style.css`, which is joined of `sheets`
    in their order. `understood` are its settings by name, `settings` the values of those that have
    one. For each template, `paths` has the path that diagnostics name, `closures` a digest of it
    and of all that it extends, includes or imports, `readings` what it and these read of views.
    """

    name: str
    assets: Mapping[str, Asset]
    sheets: tuple[Asset, ...]
    settings: tuple[Given, ...]
    understood: Mapping[str, Setting]
    paths: Mapping[str, str]
    closures: Mapping[str, str]
    readings: Mapping[str, tuple[Reading, ...]]
    _environment: Environment = field(repr=False, compare=False)

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The style sheets of every page below `assets/`: the joined one, then any others."""
        return (STYLE_SHEET, *sorted(path for path in self.assets if path.endswith(".css")))

    @property
    def classes(self) -> tuple[str, ...]:
        """What the settings come to as class names: `density-compact`, or the name of a flag."""
        return tuple(
            given.setting.name
            if given.setting.kind == "flag"
            else f"{given.setting.name}-{given.value}"
            for given in self.settings
            if given.setting.kind == "choice"
            or (given.setting.kind == "flag" and given.value == "true")
        )

    @property
    def logo(self) -> str | None:
        """The picture of `content/assets` that the setting `logo` names, by its path there."""
        pictures = {g.setting.name: g.value for g in self.settings if g.setting.kind == "picture"}
        return pictures["logo"].removeprefix("assets/") if "logo" in pictures else None

    @property
    def icon(self) -> str | None:
        """The site's icon as a key of `assets`, where the theme has one."""
        return _ICON if _ICON in self.assets else None

    def reads(self, name: str) -> frozenset[str] | None:
        """The names of all that a template can ever read of views; None: perhaps of any."""
        return names_read(self.readings[name]) if name in self.readings else None

    def page(self, name: str, view: object) -> str:
        """What a template makes of a view. Raises jinja2.TemplateError when there is no such one,
        and whatever its expressions raise.
        """
        return page(self._environment.get_template(name), view)


def load(
    name: str,
    files: Mapping[str, bytes],
    settings: Mapping[str, str] = NO_SETTINGS,
    places: Places = _nowhere,
    pictures: Collection[str] = (),
    known: Templates | None = None,
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme called `name`, and everything that is wrong with it.

    `files` are the project's files below `themes/`, by path relative to the project; `settings` its
    `theme_settings`, `places` where the parts of site.yaml stand, `pictures` the files of
    `content/assets`, `known` the templates of earlier runs. Where there is no such theme, the one
    that sitegen brings comes back beside the diagnostic. Raises OSError when that one cannot be
    read.
    """
    themes = layers.all_themes(files)
    diagnostics: list[Diagnostic] = []
    if name not in themes:
        message = f"there is no theme “{name}”: the project has no folder {layers.FOLDER}/{name}"
        hints = nearest_name(name, themes) or (f"there are {', '.join(themes)}",)
        diagnostics.append(error("missing-file", message, places("theme"), hints=hints))
        name = packaged.NAME
    chain, problems = description.chain(name, themes)
    diagnostics.extend(problems)
    layered = tuple(layer for part in chain for layer in part.layers)
    merged = layers.merged(layered)
    diagnostics.extend(layers.strays(files, merged, [part.name for part in chain]))
    named = layers.templates([(part.name, part.layers) for part in chain])
    sources, undecodable = layers.sources(named)
    diagnostics.extend(undecodable)
    known = known or Templates()
    made = environment(sources, known)
    closures, readings, breaches = check(made, sources, known)
    diagnostics.extend(breaches)
    set_up, problems = _set_up(chain, joined(layered), settings, places, pictures)
    diagnostics.extend(problems)
    theme = Theme(
        name=name,
        assets=_assets(merged),
        sheets=_with_rules(layered, set_up),
        settings=set_up.given,
        understood=set_up.understood,
        paths={template: source.origin for template, source in sources.items()},
        closures={name: _closure_digest(reached, sources) for name, reached in closures.items()},
        readings={
            name: tuple(readings[one] for one in reached) for name, reached in closures.items()
        },
        _environment=made,
    )
    return theme, ordered(diagnostics)  # some templates have two names, and report twice


def _set_up(
    chain: tuple[description.Theme, ...],
    sheets: tuple[Asset, ...],
    written: Mapping[str, str],
    places: Places,
    pictures: Collection[str],
) -> tuple["_SetUp", tuple[Diagnostic, ...]]:
    """A theme's settings with the values that the project gives them."""
    own = tokens(sheets)
    records = [record for part in chain for record in part.descriptions]
    known, wrong_defaults = understood(records, own)
    values, wrong_values = given(known, written, places, pictures)
    rules = generated.sheet(values, own)
    illegible = legibility.illegible(generated.with_settings(own, values))
    return _SetUp(known, values, rules), (*wrong_defaults, *wrong_values, *illegible)


def _with_rules(layered: tuple[layers.Layer, ...], set_up: "_SetUp") -> tuple[Asset, ...]:
    """The sheets that are joined, with the rules that the settings come to."""
    if set_up.rules is None:
        return joined(layered)
    file = layers.File(set_up.rules.origin, set_up.rules.content)
    return joined((*layered, {generated.SHEET: file}))


class _SetUp(NamedTuple):
    understood: Mapping[str, Setting]
    given: tuple[Given, ...]
    rules: Asset | None


def publish_assets(
    theme: Theme, further: Mapping[str, Asset]
) -> tuple[Published, tuple[Diagnostic, ...]]:
    """The theme's assets together with `further` ones under hashed names: see `assets.publish`.

    `further` are keyed like the theme's: by path below `assets/` of the site. A file that wants a
    name which the theme uses is a `duplicate-id`.
    """
    clashes = tuple(
        error(
            "duplicate-id",
            f"the theme has a file “{path}” too: call this one something else",
            Span(further[path].origin, 1, 1, 1, 1),
        )
        for path in sorted((theme.assets.keys() | {STYLE_SHEET}) & further.keys())
    )
    published, problems = publish({**further, **theme.assets}, theme.sheets)
    return published, (*clashes, *problems)


def _assets(files: Mapping[str, layers.File]) -> dict[str, Asset]:
    return {
        path.removeprefix(layers.ASSETS): Asset(file.origin, file.content)
        for path, file in files.items()
        if path.startswith(layers.ASSETS) and path != layers.ASSETS + STYLE_SHEET
    }


def _closure_digest(names: frozenset[str], sources: Mapping[str, layers.Source]) -> str:
    parts = (part.encode() for name in sorted(names) for part in (name, sources[name].text))
    return fingerprint(*parts)
