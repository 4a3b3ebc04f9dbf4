"""A build of which something differs from the one before; what did not is taken from there."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sitegen import cache, urls, write
from sitegen.build.checking import Checked, check
from sitegen.build.making import Made, Remembered, make, spooled
from sitegen.build.preparing import site_of
from sitegen.build.request import Built, Progress, Request
from sitegen.build.search import Index, search_index, search_tool
from sitegen.build.standing import common, remember
from sitegen.build.verdicts import keep_verdicts, kept_verdicts
from sitegen.config import CACHE_FOLDER, INPUTS
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.frozen import replace
from sitegen.jobs import Jobs
from sitegen.memory import Forgetful, Memory
from sitegen.report import summarise
from sitegen.snapshot import Snapshot
from sitegen.verify import Kept

_PAGES = "pages"


def build_anew(snapshot: Snapshot, request: Request, program: str, progress: Progress) -> Built:
    """Check a project, and publish its site if nothing is wrong. `program` is a digest of it.

    Raises OSError where the world fails: a full disk, a folder that may not be written.
    """
    jobs = request.jobs
    kept = kept_verdicts(snapshot, program, clean=request.clean)
    checked = check(
        snapshot,
        base_url=request.base_url,
        theme=request.theme,
        jobs=jobs,
        kept=kept,
        progress=progress,
    )
    found = checked.diagnostics
    refusal = write.refusal(request.output, snapshot.root, _inputs(snapshot, checked))
    if refusal:
        return replace(_unpublished(checked, ordered((*found, refusal))), refused=True)
    if _forbids(found, request):
        return _unpublished(checked, found)

    progress("theme", 0, 0)
    tool = search_tool(wanted=request.search)
    memory = Forgetful()
    prepared = site_of(snapshot, checked, memory, indexed=tool is not None)
    site, found = prepared.site, prepared.diagnostics
    if site is None or _forbids(found, request):
        return _unpublished(checked, found)

    remembered = {} if request.clean else _remembered(snapshot.root, request.output)
    with spooled(request.output, site, jobs) as spool:
        searched = tool is not None
        facts = checked.checked.factsheet.files
        shared = common(snapshot, request, program, facts, indexed=searched)
        grounds = site.views.grounds(kept.of_fact, shared)
        made = make(
            site,
            remembered,
            jobs,
            spool,
            documents=searched,
            grounds=grounds,
            progress=progress,
        )
        index = None
        if not made.diagnostics:
            progress("search", 0, 0)
            language = checked.checked.factsheet.settings.language
            index = search_index(made.documents, language, tool, remembered, wanted=request.search)
            if searched and not index.files:
                made = _without_index(made, snapshot, checked, memory)
        found = ordered((*found, *made.diagnostics))
        if index is None or _forbids(found, request):
            return _unpublished(checked, found)
        progress("write", 0, 0)
        outcome = write.publish(request.output, {**made.files, **index.files})
    built = Built(
        summarise(checked.checked, found),
        found,
        outcome,
        rendered=made.rendered,
        reused=len(made.keys) - len(made.rendered),
        search=index.search,
        search_note=index.note,
    )
    _keep(snapshot, request, made, grounds, index, kept)
    with suppress(OSError, KeyboardInterrupt):
        remember(snapshot, request, program, built)
    return built


def _keep(
    snapshot: Snapshot,
    request: Request,
    made: Made,
    grounds: Mapping[str, str],
    index: Index,
    kept: Kept,
) -> None:
    """Keep what the next build can use. The site is published, whatever happens here."""
    folder = snapshot.root / CACHE_FOLDER
    pages = {
        path: (key, made.files[path].digest, grounds.get(path, ""))
        for path, key in made.keys.items()
    }
    with suppress(OSError, KeyboardInterrupt):
        cache.keep(folder, cache.name_for(_PAGES, request.output), {**pages, **index.remembered})
    with suppress(OSError, KeyboardInterrupt):
        keep_verdicts(snapshot, kept)


def _unpublished(checked: Checked, found: tuple[Diagnostic, ...]) -> Built:
    return Built(summarise(checked.checked, found), found)


def _without_index(made: Made, snapshot: Snapshot, checked: Checked, memory: Memory) -> Made:
    """The same, with a search page that promises no index."""
    site = site_of(snapshot, checked, memory).site
    assert site is not None  # noqa: S101 - the same parts made a site with an index
    page = make(site, {}, Jobs(), None, only=(urls.SEARCH,))
    return replace(
        made,
        files={**made.files, **page.files},
        keys={**made.keys, **page.keys},
        diagnostics=page.diagnostics,
    )


def _forbids(diagnostics: tuple[Diagnostic, ...], request: Request) -> bool:
    strictly = request.strict and any(d.severity is Severity.WARNING for d in diagnostics)
    return strictly or has_errors(diagnostics)


def _inputs(snapshot: Snapshot, checked: Checked) -> list[Path]:
    """All that the output may neither hold nor lie in."""
    folders = [snapshot.root / name for name in INPUTS]
    sources = checked.checked.factsheet.sources.values()
    return [*folders, *(snapshot.root / source.text for source in sources if source.article)]


def _remembered(root: Path, output: Path) -> Remembered:
    """What an earlier build rendered and the live site still holds intact."""
    live = write.live_files(output)
    recalled = cache.load(root / CACHE_FOLDER, cache.name_for(_PAGES, output))
    if not isinstance(recalled, dict):
        return {}
    return {
        path: tuple(row)
        for path, row in recalled.items()
        if path in live and _is_row(row) and row[1] == live[path]
    }


def _is_row(row: object) -> bool:
    return isinstance(row, list) and [*map(type, row)] == [str, str, str]
