"""Writing a site in place, file by file, where its folder cannot be exchanged.

Everything is first written whole into a folder within the site, so that a full disk is noticed
while the old site still stands, and then moved to its name. A reader in between may meet old and
new pages together, but never a torn file.
"""

from pathlib import Path

from sitegen.write import exchange, files, working
from sitegen.write.paths import MANIFEST, STAGING
from sitegen.write.plan import Change, Provide
from sitegen.write.stamps import Stamp
from sitegen.write.survey import Folder

_BEFORE = "before"
_AFTER = "after"


def write(place: Path, old: Folder, change: Change, provide: Provide) -> dict[str, Stamp]:
    """Turn the site at `place` into the new one; gives the stamps of all its files.

    Pages come after what they show, the home page after all it leads to, deletions last. The
    manifest names old and new files meanwhile, so that no crash leaves a file that none names.
    """
    staging = place / STAGING
    if old.staging:
        working.clear(staging)
    working.claim(staging)
    order = sorted(change.written, key=_rank)
    stamps = {path: old.present[path] for path in change.digests if path in old.intact}
    for number, path in enumerate(order):
        stamps[path] = provide(path, f"{staging}/{number}")
    files.put(staging / _BEFORE, change.before)
    files.put(staging / _AFTER, change.after)
    exchange.flush(staging)

    (staging / _BEFORE).replace(place / MANIFEST)
    unwanted = old.folders - change.folders
    files.remove(place, change.first, unwanted)
    files.make_folders(place, change.folders - old.folders)
    for number, path in enumerate(order):
        (staging / str(number)).replace(place / path)
    files.remove(place, change.last, unwanted)
    (staging / _AFTER).replace(place / MANIFEST)
    working.clear(staging)
    exchange.flush(place)
    return stamps


def _rank(path: str) -> tuple[int, str]:
    if path == "index.html":
        return 3, path
    return {"assets": 0, "data": 1}.get(path.partition("/")[0], 2), path
