"""What a publication will do, and in which order: assets, then pages, and deletions last."""

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum

from sitegen import urls
from sitegen.frozen import dataclass, field
from sitegen.publish.failure import TargetError
from sitegen.publish.site import Site
from sitegen.publish.standing import Standing
from sitegen.write import manifest
from sitegen.write.paths import in_the_way, shown

_FEW = 3  # names in a message


class Phase(IntEnum):
    """When a file is uploaded. Nothing that a page needs or leads to comes after the page."""

    HASHED = 0
    BESIDE_PAGES = 1
    NEW_PAGES = 2
    KNOWN_PAGES = 3
    ANNOUNCEMENTS = 4


_HASHED = re.compile(
    rf"(?:assets/|{'|'.join(urls.SEARCH_HASHED)}).*|{urls.SEARCH_BUNDLE}[^/]*\.pf_meta"
)
"""Files whose name changes with their content: none of them is ever replaced by another."""
_ANNOUNCEMENTS = frozenset(
    {urls.REDIRECTS, urls.FEED_ATOM, urls.FEED_JSON, urls.ROBOTS, urls.SITEMAP}
)
"""They send readers and programs to pages, which must be there first."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to upload. `new`: nothing stands there under its name."""

    path: str
    size: int
    new: bool
    phase: Phase


@dataclass(frozen=True, slots=True)
class Plan:
    """What is uploaded, by phase, and what is deleted, pages first; `unchanged` files stay.

    `first`: files to delete before all, since they stand where the site wants a folder, or the
    other way round. `journal`: a manifest of the old files and the new ones together, which stands
    at the target meanwhile, so that the next publication knows them all when this one breaks off;
    None where the manifest there does. `manifest`: the one that stands there in the end; None
    where it does by then.
    """

    uploads: tuple[Upload, ...]
    first: tuple[str, ...]
    deletes: tuple[str, ...]
    unchanged: int
    journal: bytes | None = field(default=None, repr=False)
    manifest: bytes | None = field(default=None, repr=False)
    revision: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the target holds the site already."""
        return not (self.uploads or self.first or self.deletes or self.journal or self.manifest)

    @property
    def named(self) -> tuple[Upload, ...]:
        """The uploads whose names say something to a person, the pages at the root first."""
        named = (upload for upload in self.uploads if upload.phase is not Phase.HASHED)
        return tuple(sorted(named, key=_for_reading))

    @property
    def lost_addresses(self) -> tuple[str, ...]:
        """What is deleted that somebody may have linked to: no file whose name is a digest."""
        return tuple(path for path in self.deletes if not _HASHED.fullmatch(path))


def make_plan(site: Site, standing: Standing) -> Plan:
    """How what stands at a target becomes the site.

    Raises TargetError where the site would replace a file that sitegen has not put there. Such
    files are never deleted either.
    """
    owned = _owned(standing)
    strange = sorted(standing.other - owned.keys())
    removed = sorted(standing.beside & owned.keys())
    blocked = set(in_the_way(sorted(standing.beside), site.digests))
    strange += sorted(blocked - owned.keys())
    if strange:
        raise TargetError(_refusal(strange))
    first = tuple(path for path in removed if path in blocked)
    uploads = tuple(
        Upload(path, site.size(path), new, phase)
        for phase, path, new in sorted(
            (_phase(path, new=path not in standing.other), path, path not in standing.other)
            for path in site.digests.keys() - standing.same
        )
    )
    deletes = sorted((path for path in removed if path not in blocked), key=_for_deleting)
    journal = None
    if not site.digests.keys() <= owned.keys():
        journal = manifest.encode({**owned, **site.digests})
    return Plan(
        uploads,
        first,
        tuple(deletes),
        unchanged=len(standing.same),
        journal=journal,
        manifest=None if site.manifest in {journal, standing.manifest} else site.manifest,
        revision=standing.revision,
    )


def _owned(standing: Standing) -> Mapping[str, str]:
    """The files at a target that are ours, by the manifest there."""
    if standing.manifest is None:
        return {}
    found = manifest.parse(standing.manifest)
    if found.problem is not None:
        raise TargetError(
            f"the manifest that stands there {found.problem}, so that nobody can tell which files "
            "are the site's; empty the place, or publish to another"
        )
    return found.files


def _phase(path: str, *, new: bool) -> Phase:
    if _HASHED.fullmatch(path):
        return Phase.HASHED
    if path in _ANNOUNCEMENTS or (path == urls.SEARCH_ENTRY and not new):
        return Phase.ANNOUNCEMENTS
    if not is_page(path):
        return Phase.BESIDE_PAGES
    # The home page comes late even when it is new: until it is there, readers reach no other.
    return Phase.NEW_PAGES if new and path != urls.HOME else Phase.KNOWN_PAGES


def is_page(path: str) -> bool:
    """Whether a file is a page: readers come to it, and it needs others."""
    return path.endswith(".html")


def _for_reading(upload: Upload) -> tuple[bool, int, str]:
    return not is_page(upload.path), upload.path.count("/"), upload.path


def _for_deleting(path: str) -> tuple[bool, str]:
    return not is_page(path), path


def _refusal(strange: Sequence[str]) -> str:
    names = ", ".join(map(shown, strange[:_FEW]))
    more = f" and {len(strange) - _FEW} more" if len(strange) > _FEW else ""
    stand, them = ("stands", "it") if len(strange) == 1 else ("stand", "them")
    return (
        f"{names}{more} {stand} there, and sitegen did not put {them} there; nothing was "
        f"published. Move {them} away, or publish to a place of its own"
    )
