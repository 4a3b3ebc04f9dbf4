"""One file after another, in an order in which no page needs what is not there."""

from itertools import groupby

from sitegen.publish.plan import Phase, Plan, is_page
from sitegen.publish.site import Site
from sitegen.publish.target import Steps, Tell
from sitegen.report import counted

_WORDS = {
    Phase.HASHED: ("asset", ""),
    Phase.BESIDE_PAGES: ("file", " beside the pages"),
    Phase.NEW_PAGES: ("new page", ""),
    Phase.KNOWN_PAGES: ("other page", ""),
    Phase.ANNOUNCEMENTS: ("file", " for feeds and crawlers"),
}


def in_steps(steps: Steps, site: Site, plan: Plan, tell: Tell) -> None:
    """Carry a plan out, phase by phase.

    Broken off at any point, the target has whole files of the old site and the new one, every page
    has what it needs, and the manifest there names all of them; so the next call completes it.
    """
    if plan.journal is not None:
        steps.put_manifest(plan.journal)
    if plan.first:
        tell(f"deleting {counted(len(plan.first), 'file')} in the way")
        steps.delete(plan.first)
    for phase, uploads in groupby(plan.uploads, key=lambda upload: upload.phase):
        paths = [upload.path for upload in uploads]
        noun, rest = _WORDS[phase]
        tell(f"uploading {counted(len(paths), noun)}{rest}")
        steps.put(site, paths)
    if plan.deletes:
        tell(f"deleting {counted(len(plan.deletes), 'file')}")
    # A page goes before what it needs.
    for _, deletes in groupby(plan.deletes, key=is_page):
        steps.delete(tuple(deletes))
    if plan.manifest is not None:
        steps.put_manifest(plan.manifest)
