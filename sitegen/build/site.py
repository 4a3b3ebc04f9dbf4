"""A whole build: a checked project becomes a site, or nothing changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from sitegen import cache, digest, theme, urls, write
from sitegen.build.annotated import annotated
from sitegen.build.check import Checked, check
from sitegen.build.search import Search, search_index, search_tool
from sitegen.config import CACHE_FOLDER
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.model import Factsheet
from sitegen.render import RenderedFile, render
from sitegen.snapshot import Refusal, Snapshot
from sitegen.views import Look, PageView, Shown, export_files, highlights, redact, views

Progress = Callable[[int, int], None]

_HIGHLIGHTS = "highlights.css"


@dataclass(frozen=True, slots=True)
class Request:
    """What a build is asked for. `output` is absolute; `clean`: render every page again.

    `search`: with a search index, where the tool for it is installed; a preview needs none.
    """

    output: Path
    base_url: str | None = None
    theme: str | None = None
    clean: bool = False
    strict: bool = False
    search: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a build. `outcome` is None when nothing was published.

    `refused`: the output folder is not safe to write. `rendered` names the pages that were
    rendered; `reused` counts the others. `search` says what became of the search index, and
    `search_note` why there is none although it was asked for.
    """

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    outcome: write.Outcome | None = None
    refused: bool = False
    rendered: tuple[str, ...] = ()
    reused: int = 0
    search: Search = Search.NOT_WANTED
    search_note: str | None = None


def build(snapshot: Snapshot, request: Request, progress: Progress | None = None) -> Built:
    """Check a project, and publish its site if nothing is wrong.

    Raises OSError where the world fails: a full disk, a folder that may not be written.
    """
    checked = check(snapshot, base_url=request.base_url, theme=request.theme)
    found = checked.diagnostics
    refusal = write.refusal(request.output, snapshot.root, _inputs(snapshot, checked))
    if refusal:
        return Built(checked, ordered((*found, refusal)), refused=True)
    if _forbids(found, request):
        return Built(checked, found)

    shown = redact(checked.linked)
    styled, problems = load_theme(snapshot, shown.factsheet)
    found = ordered((*found, *problems))
    assets, problems = theme.publish_assets(styled, _further_assets(checked, shown))
    found = ordered((*found, *problems))
    if _forbids(found, request):
        return Built(checked, found)

    look, counts = _look(styled, assets, shown), annotated(checked.checked)
    tool = search_tool(wanted=request.search)
    pages = views(shown, look, counts, indexed=tool is not None)
    remembered = {} if request.clean else _remembered(snapshot.root, request.output)
    rendered = render(pages, styled, remembered, progress)
    found = ordered((*found, *rendered.diagnostics))
    if _forbids(found, request):
        return Built(checked, found)

    language = shown.factsheet.settings.language
    index = search_index(pages, language, tool, remembered, wanted=request.search)
    files = rendered.files
    if tool is not None and not index.files:  # then the search page must not promise one
        plain = [page for page in views(shown, look, counts) if page.path == urls.SEARCH]
        again = render(plain, styled, remembered)
        files = {**files, **again.files}
        found = ordered((*found, *again.diagnostics))
        if _forbids(found, request):
            return Built(checked, found)

    made = _output_files(files, {**assets.files, **_exports(shown, pages, snapshot)})
    outcome = write.publish(request.output, {**made, **index.files})
    _remember(snapshot.root, request.output, files, index.remembered)
    fresh = tuple(path for path, file in files.items() if file.content is not None)
    return Built(
        checked,
        found,
        outcome,
        rendered=fresh,
        reused=len(files) - len(fresh),
        search=index.search,
        search_note=index.note,
    )


def load_theme(
    snapshot: Snapshot, factsheet: Factsheet
) -> tuple[theme.Theme, tuple[Diagnostic, ...]]:
    """The theme that a project names, and everything that is wrong with it and its settings."""
    settings = factsheet.settings
    pictures = [asset.path for asset in factsheet.assets]
    return theme.load(
        settings.theme, _theme_files(snapshot), settings.theme_settings, settings.places, pictures
    )


def _forbids(diagnostics: tuple[Diagnostic, ...], request: Request) -> bool:
    strictly = request.strict and any(d.severity is Severity.WARNING for d in diagnostics)
    return strictly or has_errors(diagnostics)


def _inputs(snapshot: Snapshot, checked: Checked) -> list[Path]:
    """All that the output may neither hold nor lie in."""
    folders = [snapshot.root / name for name in ("content", "seeds", "themes")]
    sources = checked.checked.factsheet.sources.values()
    return [*folders, *(snapshot.root / source.text for source in sources if source.article)]


def _theme_files(snapshot: Snapshot) -> dict[str, bytes]:
    contents = ((path, snapshot.read(path)) for path in snapshot.files_below("themes"))
    return {path: content for path, content in contents if not isinstance(content, Refusal)}


def _further_assets(checked: Checked, shown: Shown) -> dict[str, theme.Asset]:
    """The files of content/assets, and the rules that light up a fact's ranges."""
    content = checked.checked.factsheet.assets
    return {
        _HIGHLIGHTS: theme.Asset(_HIGHLIGHTS, highlights(shown)),
        **{a.path: theme.Asset(f"content/assets/{a.path}", a.content) for a in content},
    }


def _look(styled: theme.Theme, assets: theme.Published, shown: Shown) -> Look:
    """Where the pages find the files of their theme."""
    return Look(
        stylesheets=tuple(assets.names[sheet] for sheet in styled.stylesheets),
        highlights=assets.names[_HIGHLIGHTS],
        icon=assets.names[styled.icon] if styled.icon else None,
        assets={asset.path: assets.names[asset.path] for asset in shown.factsheet.assets},
        scripts={path: assets.names[path] for path in styled.assets if path.endswith(".js")},
        settings=tuple((given.setting.name, given.value) for given in styled.settings),
        classes=styled.classes,
        logo=styled.logo,
    )


def _exports(shown: Shown, pages: tuple[PageView, ...], snapshot: Snapshot) -> dict[str, bytes]:
    """The files for other programs, and what makes the site checkable without sitegen."""

    def read(path: str) -> bytes:
        content = snapshot.read(path)
        assert isinstance(content, bytes)  # noqa: S101 - an article that was checked was read
        return content

    script = files("sitegen").joinpath("standalone", "verify.py").read_bytes()
    return {**dict(export_files(shown, pages, read)), "data/verify.py": script}


def _output_files(
    pages: Mapping[str, RenderedFile], others: Mapping[str, bytes]
) -> dict[str, write.OutputFile]:
    made = {path: write.OutputFile(page.digest, page.content) for path, page in pages.items()}
    for path, content in others.items():
        made[path] = write.OutputFile(digest.fingerprint(content), content)
    return made


def _remembered(root: Path, output: Path) -> cache.Remembered:
    """What an earlier build rendered and the live site still holds intact."""
    live = write.live_files(output)
    recalled = cache.recall(root / CACHE_FOLDER, output)
    return {path: page for path, page in recalled.items() if live.get(path) == page[1]}


def _remember(
    root: Path,
    output: Path,
    pages: Mapping[str, RenderedFile],
    index: Mapping[str, tuple[str, str]],
) -> None:
    try:
        kept = {path: (page.key, page.digest) for path, page in pages.items()}
        cache.remember(root / CACHE_FOLDER, output, {**kept, **index})
    except OSError:
        return  # the site is published; the next build only has more to do
