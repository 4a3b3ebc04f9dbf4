"""What a theme brings to the pages: the addresses of its files, and what its templates read."""

from collections.abc import Callable, Mapping
from typing import ParamSpec, TypeVar

from sitegen.frozen import NamedTuple, dataclass, field

TEMPLATES = (
    "404.html",
    "corrections.html",
    "fact.html",
    "facts.html",
    "methodology.html",
    "moved.html",
    "numbers.html",
    "page.html",
    "person.html",
    "quotes.html",
    "search.html",
    "source.html",
    "sources.html",
    "timeline.html",
    "topic.html",
)
"""The templates of pages."""

_Asked = ParamSpec("_Asked")
_Part = TypeVar("_Part")


class Reader(NamedTuple):
    """Who reads a view: the names of all parts that can be read; None where it may be any.

    A part that takes long to make is left out where nobody reads it. Only what stands in that part
    alone is made so: what a page says elsewhere must not depend on it.
    """

    names: frozenset[str] | None = None

    def reads(self, *names: str) -> bool:
        """Whether one of these parts can be read."""
        return self.names is None or not self.names.isdisjoint(names)

    def maker(
        self, make: Callable[_Asked, _Part], *names: str, instead: _Part
    ) -> Callable[_Asked, _Part]:
        """What makes a part that stands under these names, or what others are made of that do;
        where none of them is read, what gives `instead` in its place.
        """
        return make if self.reads(*names) else lambda *_, **__: instead


@dataclass(frozen=True, slots=True)
class Look:
    """Paths below the site, with their hashes.

    `highlights` is the generated style sheet; only pages of sources use it. `assets` gives for each
    file of `content/assets`, by its path there, the path where it is published; `scripts` does so
    for each script of the theme. `settings` are the theme's, by name, `classes` what some of them
    come to as class names, `logo` a file of `content/assets` by its path there. `reads` has for
    each template of pages, if that can be told, the names of all that is read of its views.
    """

    stylesheets: tuple[str, ...] = ()
    highlights: str | None = None
    icon: str | None = None
    assets: Mapping[str, str] = field(default_factory=dict)
    scripts: Mapping[str, str] = field(default_factory=dict)
    settings: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    logo: str | None = None
    reads: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def reader(self, template: str) -> Reader:
        """Who reads the views of the pages of one template."""
        return Reader(self.reads.get(template))

    @property
    def readers(self) -> Reader:
        """Who reads what all pages have."""
        if any(template not in self.reads for template in TEMPLATES):
            return Reader()
        return Reader(frozenset[str]().union(*self.reads.values()))
