"""A build of which something differs from the one before; what did not is taken from there."""

from contextlib import suppress

from sitegen import urls, write
from sitegen.build.checking import Checked, check
from sitegen.build.known import keep_known, known
from sitegen.build.making import Made, make, spooled
from sitegen.build.output import refusal
from sitegen.build.pages import Before, keep_pages
from sitegen.build.preparing import site_of
from sitegen.build.request import Built, Progress, Request
from sitegen.build.search import search_index, search_tool
from sitegen.build.standing import common, remember
from sitegen.build.texts import keep_texts
from sitegen.diagnostics import Diagnostic, Severity, has_errors, ordered
from sitegen.frozen import replace
from sitegen.jobs import Jobs
from sitegen.memory import Forgetful, Memory
from sitegen.report import summarise
from sitegen.snapshot import Snapshot
from sitegen.views import Digests


def build_anew(snapshot: Snapshot, request: Request, program: str, progress: Progress) -> Built:
    """Check a project, and publish its site if nothing is wrong. `program` is a digest of it.

    Raises OSError where the world fails: a full disk, a folder that may not be written.
    """
    jobs = request.jobs
    earlier = known(snapshot, program, request.key, clean=request.clean)
    checked = check(
        snapshot,
        base_url=request.base_url,
        theme=request.theme,
        jobs=jobs,
        known=earlier,
        progress=progress,
    )
    found = checked.diagnostics
    sources = checked.checked.factsheet.sources.values()
    articles = (source.text for source in sources if source.article)
    live = write.look(request.output)
    refused = refusal(snapshot, request.output, articles, live)
    if refused:
        return replace(_unpublished(checked, ordered((*found, refused))), refused=True)
    if _forbids(found, request):
        return _unpublished(checked, found)

    progress("theme", 0, 0)
    tool = search_tool(wanted=request.search)
    memory = Forgetful()
    prepared = site_of(snapshot, checked, memory, indexed=tool is not None)
    site, found = prepared.site, prepared.diagnostics
    if site is None or _forbids(found, request):
        return _unpublished(checked, found)

    facts = checked.checked.factsheet.files
    shared = common(snapshot, request, program, facts, indexed=tool is not None)
    digests = Digests(earlier.verdicts.of_fact, earlier.verdicts.faces)
    grounds = site.views.grounds(digests, shared)
    intact = {} if request.clean else live.intact
    before = Before.of(snapshot.root, request.output, intact)
    site.exports.reuse(before.texts(grounds).of)
    with spooled(request.output, site, jobs) as spool:
        made = make(
            site,
            before.pages,
            jobs,
            spool,
            documents=tool is not None,
            # What is searched is made of views.
            standing=frozenset() if tool else before.standing(site.pages, grounds),
            progress=progress,
        )
        index = None
        if not made.diagnostics:
            progress("search", 0, 0)
            language = checked.checked.factsheet.settings.language
            index = search_index(
                made.documents, language, tool, before.pages, wanted=request.search
            )
            if tool is not None and not index.files:
                made = _without_index(made, snapshot, checked, memory)
        found = ordered((*found, *made.diagnostics))
        if index is None or _forbids(found, request):
            return _unpublished(checked, found)
        progress("write", 0, 0)
        outcome = write.publish(request.output, {**made.files, **index.files}, live)
    built = Built(
        summarise(checked.checked, found),
        found,
        outcome,
        rendered=made.rendered,
        reused=len(made.keys) - len(made.rendered),
        search=index.search,
        search_note=index.note,
    )
    # The site is published, whatever happens here.
    with suppress(OSError, KeyboardInterrupt):
        keep_pages(snapshot.root, request.output, made, grounds, index.remembered)
    with suppress(OSError, KeyboardInterrupt):
        keep_texts(snapshot.root, request.output, made, grounds)
    keep_known(snapshot.root, earlier, request.key)
    with suppress(OSError, KeyboardInterrupt):
        remember(snapshot, request, program, built)
    return built


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
