"""The only writer of the site: the old one or the new one, whole, at every moment.

Two folders are kept, the live site and the one before it in a working folder beside it. The older
one is brought up to the new site, flushed to the disk, and exchanged with the live one at once.

    from sitegen.write import OutputFile, look, publish, refusal
"""

from sitegen.write.paths import MANIFEST
from sitegen.write.plan import OutputFile
from sitegen.write.refuse import refusal
from sitegen.write.site import Outcome, live_files, look, publish, stands
from sitegen.write.spool import Spool, Spooled
from sitegen.write.survey import Folder

__all__ = [
    "MANIFEST",
    "Folder",
    "Outcome",
    "OutputFile",
    "Spool",
    "Spooled",
    "live_files",
    "look",
    "publish",
    "refusal",
    "stands",
]
