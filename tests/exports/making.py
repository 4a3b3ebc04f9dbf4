"""The files of a small fact sheet, for whoever reads them as programs do."""

from sitegen.model import Settings
from sitegen.views import export_files, views
from tests.factory import Record, settings
from tests.views.making import LOOK, shown_of

BASE = "https://example.org/facts%20of/ours/"


def files_of(
    *records: Record,
    base_url: str | None = BASE,
    settings_: Settings | None = None,
    with_pages: bool = False,
) -> dict[str, bytes]:
    """Every file for other programs; the texts of articles are empty. The sitemap needs pages."""
    given = settings_ or settings(base_url=base_url)
    shown = shown_of(*records, settings=given)
    pages = views(shown, LOOK).listed if with_pages else ()
    return dict(export_files(shown, pages, lambda _: b""))
