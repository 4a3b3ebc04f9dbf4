"""What a theme brings to the pages: the addresses of its files."""

from collections.abc import Mapping

from sitegen.frozen import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """Paths below the site, with their hashes.

    `highlights` is the generated style sheet; only pages of sources use it. `assets` gives for each
    file of `content/assets`, by its path there, the path where it is published; `scripts` does so
    for each script of the theme. `settings` are the theme's, by name, `classes` what some of them
    come to as class names, `logo` a file of `content/assets` by its path there.
    """

    stylesheets: tuple[str, ...] = ()
    highlights: str | None = None
    icon: str | None = None
    assets: Mapping[str, str] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)
    settings: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    logo: str | None = None
