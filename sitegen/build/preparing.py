"""A checked project as a site whose files are made when they are asked for."""

from functools import partial
from pathlib import Path

from sitegen import theme, urls
from sitegen.build.annotated import annotated
from sitegen.build.checking import Checked, check
from sitegen.build.files import Earlier, Site
from sitegen.diagnostics import Diagnostic, has_errors, ordered
from sitegen.frozen import dataclass
from sitegen.memory import Memory
from sitegen.model import Factsheet
from sitegen.snapshot import Refusal, Snapshot
from sitegen.views import (
    READ,
    TEMPLATES,
    Exports,
    Look,
    Pages,
    Shown,
    export_files,
    highlights,
    redact,
    views,
)

_HIGHLIGHTS = "highlights.css"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one run came to. `site` is None where something forbids publishing."""

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    site: Site | None = None


def prepare(
    snapshot: Snapshot, memory: Memory | None = None, *, theme: str | None = None
) -> Prepared:
    """Check a project and get its site ready, without writing anything.

    `theme` stands in for what site.yaml says. Where nothing differs from the run before, the site
    is that of the run before.
    """
    memory = Memory() if memory is None else memory
    return site_of(snapshot, check(snapshot, theme=theme, memory=memory), memory)


def site_of(
    snapshot: Snapshot, checked: Checked, memory: Memory, *, indexed: bool = False
) -> Prepared:
    """The site of a checked project; `indexed`: its search page leads to an index."""
    if checked.has_errors:
        return Prepared(checked, checked.diagnostics)
    shown = redact(checked.linked, memory)
    styled, theirs = load_theme(snapshot, shown.factsheet, memory)
    assets, ours = _published(styled, shown.factsheet, memory)
    found = ordered((*checked.diagnostics, *theirs, *ours))
    if has_errors(found):
        return Prepared(checked, found)
    earlier = memory.once("earlier", None, (), Earlier)
    parts = (checked.linked, styled, assets, indexed)
    site = earlier.same(parts)
    if site is None:
        assets = _with_highlights(assets, shown, memory)
        look = _look(styled, assets, shown, indexed=indexed)
        counts = partial(annotated, checked.checked)
        pages = views(shown, look, counts, indexed=indexed, memory=memory)
        exports = _exports(shown, pages, snapshot)
        site = Site(pages, styled, exports, (assets.files, _standalone()), earlier)
        earlier.site = (parts, site)
    return Prepared(checked, found, site)


def load_theme(
    snapshot: Snapshot, factsheet: Factsheet, memory: Memory | None = None
) -> tuple[theme.Theme, tuple[Diagnostic, ...]]:
    """The theme that a project names, and everything that is wrong with it and its settings."""
    settings = factsheet.settings
    written = _theme_files(snapshot)
    pictures = tuple(asset.path for asset in factsheet.assets)
    given = tuple(sorted(settings.theme_settings.items()))
    memory = Memory() if memory is None else memory
    known = memory.once("templates", None, (), theme.Templates)
    return memory.once(
        "theme",
        (settings.theme, tuple(written.items()), given, pictures),
        (settings.places,),
        lambda: theme.load(settings.theme, written, dict(given), settings.places, pictures, known),
    )


def _theme_files(snapshot: Snapshot) -> dict[str, bytes]:
    contents = ((path, snapshot.read(path)) for path in snapshot.files_below("themes"))
    return {path: content for path, content in contents if not isinstance(content, Refusal)}


def _published(
    styled: theme.Theme, factsheet: Factsheet, memory: Memory
) -> tuple[theme.Published, tuple[Diagnostic, ...]]:
    """The theme's files and those of content/assets; the highlights, which change, are empty."""
    content = factsheet.assets
    further = {
        _HIGHLIGHTS: theme.Asset(_HIGHLIGHTS, b""),
        **{a.path: theme.Asset(f"content/assets/{a.path}", a.content) for a in content},
    }
    return memory.once(
        "assets",
        tuple((asset.path, asset.content) for asset in content),
        (styled,),
        lambda: theme.publish_assets(styled, further),
    )


def _with_highlights(published: theme.Published, shown: Shown, memory: Memory) -> theme.Published:
    """With the rules that light up a fact's ranges."""
    return published.with_file(_HIGHLIGHTS, highlights(shown, memory))


def _look(styled: theme.Theme, assets: theme.Published, shown: Shown, *, indexed: bool) -> Look:
    """Where the pages find the files of their theme, and what is read of their views."""
    searched = READ if indexed else frozenset()
    reads = {name: styled.reads(name) for name in TEMPLATES}
    return Look(
        stylesheets=tuple(assets.names[sheet] for sheet in styled.stylesheets),
        highlights=assets.names[_HIGHLIGHTS],
        icon=assets.names[styled.icon] if styled.icon else None,
        assets={asset.path: assets.names[asset.path] for asset in shown.factsheet.assets},
        scripts={path: assets.names[path] for path in styled.assets if path.endswith(".js")},
        settings=tuple((given.setting.name, given.value) for given in styled.settings),
        classes=styled.classes,
        logo=styled.logo,
        reads={name: known | searched for name, known in reads.items() if known is not None},
    )


def _standalone() -> dict[str, bytes]:
    """What makes the site checkable without sitegen."""
    script = Path(__file__).parents[1].joinpath("standalone", "verify.py")
    return {urls.VERIFY: script.read_bytes()}


def _exports(shown: Shown, pages: Pages, snapshot: Snapshot) -> Exports:
    """The files for other programs. The articles are those that were checked, read by now."""
    articles = [source.article for source in shown.factsheet.sources.values() if source.article]
    texts = {article.path: snapshot.read(article.path) for article in articles}

    def read(path: str) -> bytes:
        content = texts[path]
        assert isinstance(content, bytes)  # noqa: S101 - an article that was checked was read
        return content

    listed = pages.listed if shown.factsheet.settings.base_url else ()
    return export_files(shown, listed, read)
