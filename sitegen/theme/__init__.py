"""A theme: templates that show views, and the files that pages use beside them.

A project's `themes/NAME/` holds templates (`*.html`) and `assets/`. What it does not have comes
from the theme that sitegen brings, whose templates can also be named outright, as in
`{% extends "default/fact.html" %}`. Templates are checked as syntax trees before anything is
rendered, so that a foreign theme runs no code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Environment, Template

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name, ordered
from sitegen.digest import fingerprint
from sitegen.theme import layers, packaged
from sitegen.theme.assets import Asset, Published, publish
from sitegen.theme.check import check
from sitegen.theme.environment import environment

__all__ = ["Asset", "Published", "Theme", "load", "publish_assets"]

_MAIN_STYLE_SHEET = "style.css"
_ICON = "icon.svg"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme that was checked.

    `assets` are its files by path below `assets/`. For each template, `paths` has the path that
    diagnostics name, `closures` a digest of it and of all that it extends, includes or imports.
    """

    name: str
    assets: Mapping[str, Asset]
    paths: Mapping[str, str]
    closures: Mapping[str, str]
    _environment: Environment = field(repr=False, compare=False)

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The style sheets of every page, as keys of `assets`: the main one, then any others."""
        sheets = (path for path in self.assets if path.endswith(".css"))
        return tuple(sorted(sheets, key=lambda path: (path != _MAIN_STYLE_SHEET, path)))

    @property
    def icon(self) -> str | None:
        """The site's icon as a key of `assets`, where the theme has one."""
        return _ICON if _ICON in self.assets else None

    def template(self, name: str) -> Template:
        """The template, compiled once. Raises jinja2.TemplateError when it is none."""
        return self._environment.get_template(name)


def load(
    name: str, files: Mapping[str, bytes], setting: Span | None = None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme called `name`, and everything that is wrong with it.

    `files` are the project's files below `themes/`, by path relative to the project; `setting` is
    where the project names its theme. Where there is no such theme, the one that sitegen brings
    comes back beside the diagnostic. Raises OSError when that one cannot be read.
    """
    known = layers.known_themes(files)
    diagnostics: list[Diagnostic] = []
    if name not in known:
        message = f"there is no theme “{name}”: the project has no folder {layers.FOLDER}/{name}"
        diagnostics.append(error("missing-file", message, setting, hints=nearest_name(name, known)))
        name = packaged.NAME
    merged, brought = layers.merged(name, files)
    diagnostics.extend(layers.strays(files, merged))
    sources, undecodable = layers.sources(merged, brought)
    diagnostics.extend(undecodable)
    made = environment(sources)
    closures, breaches = check(made, sources)
    diagnostics.extend(breaches)
    theme = Theme(
        name=name,
        assets=_assets(merged),
        paths={template: source.origin for template, source in sources.items()},
        closures={name: _closure_digest(reached, sources) for name, reached in closures.items()},
        _environment=made,
    )
    return theme, ordered(diagnostics)  # sitegen's own templates have two names, and report twice


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
        for path in sorted(theme.assets.keys() & further.keys())
    )
    published, problems = publish({**further, **theme.assets})
    return published, (*clashes, *problems)


def _assets(files: Mapping[str, layers.File]) -> dict[str, Asset]:
    return {
        path.removeprefix(layers.ASSETS): Asset(file.origin, file.content)
        for path, file in files.items()
        if path.startswith(layers.ASSETS)
    }


def _closure_digest(names: frozenset[str], sources: Mapping[str, layers.Source]) -> str:
    parts = (part.encode() for name in sorted(names) for part in (name, sources[name].text))
    return fingerprint(*parts)
