"""The site's pages as values, and the files without templates.

`redact` comes first and gives what may be shown; everything else takes that.
"""

from sitegen.views.annotated import Annotated
from sitegen.views.exports.exports import Exports, export_files
from sitegen.views.exports.fact_texts import FactTexts
from sitegen.views.exports.parted import Extents
from sitegen.views.exports.search_documents import LEFT_OUT, READ, search_documents
from sitegen.views.grounds import Digests, Grounds
from sitegen.views.highlights import highlights
from sitegen.views.kinds import PageView
from sitegen.views.look import TEMPLATES, Look
from sitegen.views.redaction.redact import Shown, redact
from sitegen.views.views import Pages, views

__all__ = [
    "LEFT_OUT",
    "READ",
    "TEMPLATES",
    "Annotated",
    "Digests",
    "Exports",
    "Extents",
    "FactTexts",
    "Grounds",
    "Look",
    "PageView",
    "Pages",
    "Shown",
    "export_files",
    "highlights",
    "redact",
    "search_documents",
    "views",
]
