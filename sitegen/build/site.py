"""A whole build: a checked project becomes a site, or nothing changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen import cache, digest, urls, write
from sitegen.build.check import Checked, check
from sitegen.build.prepare import site_of
from sitegen.build.search import Search, search_index, search_tool
from sitegen.config import CACHE_FOLDER
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.memory import Memory
from sitegen.render import RenderedFile, render
from sitegen.snapshot import Snapshot

Progress = Callable[[int, int], None]


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

    tool = search_tool(wanted=request.search)
    memory = Memory()
    prepared = site_of(snapshot, checked, memory, indexed=tool is not None)
    site, found = prepared.site, prepared.diagnostics
    if site is None or _forbids(found, request):
        return Built(checked, found)

    remembered = {} if request.clean else _remembered(snapshot.root, request.output)
    pages = tuple(site.views) if tool else site.views  # what is searched is made of them too
    rendered = render(pages, site.theme, remembered, progress)
    found = ordered((*found, *rendered.diagnostics))
    if _forbids(found, request):
        return Built(checked, found)

    language = checked.checked.factsheet.settings.language
    index = search_index(pages, language, tool, remembered, wanted=request.search)
    files = rendered.files
    if tool is not None and not index.files:  # then the search page must not promise one
        plain = site_of(snapshot, checked, memory).site
        assert plain is not None  # noqa: S101 - the same parts made a site above
        again = render((plain.views.page(urls.SEARCH),), site.theme, remembered)
        files = {**files, **again.files}
        found = ordered((*found, *again.diagnostics))
        if _forbids(found, request):
            return Built(checked, found)

    made = _output_files(files, {path: of[path] for of in site.others for path in of})
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


def _forbids(diagnostics: tuple[Diagnostic, ...], request: Request) -> bool:
    strictly = request.strict and any(d.severity is Severity.WARNING for d in diagnostics)
    return strictly or has_errors(diagnostics)


def _inputs(snapshot: Snapshot, checked: Checked) -> list[Path]:
    """All that the output may neither hold nor lie in."""
    folders = [snapshot.root / name for name in ("content", "seeds", "themes")]
    sources = checked.checked.factsheet.sources.values()
    return [*folders, *(snapshot.root / source.text for source in sources if source.article)]


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
