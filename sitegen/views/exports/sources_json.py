"""`data/sources.json`: every source with its hash, and where its text lies if that may be given."""

from sitegen import urls
from sitegen.linked import ProseKey
from sitegen.model import Source
from sitegen.views.exports.json_text import Json, listing, without_absent
from sitegen.views.exports.parts import basis_record, date_text
from sitegen.views.exports.texts import gives_text
from sitegen.views.wording.wording import Wording

_FIELDS = ("publisher", "author", "url", "archive_url", "licence", "language")
_FOLDER = "data/"


def sources_json(wording: Wording) -> bytes:
    """The file."""
    sources = wording.shown.factsheet.sources
    return listing("sources", (_source(sources[name], wording) for name in sorted(sources)))


def _source(source: Source, wording: Wording) -> Json:
    record: Json = {
        "id": source.id,
        "title": source.title,
        "title_inferred": source.title_inferred or None,
        **{name: getattr(source, name) for name in _FIELDS},
        "published": date_text(source.published),
        "retrieved": date_text(source.retrieved),
        "note": wording.plain(ProseKey("source", source.id, "note")),
        "basis": {name: basis_record(basis) for name, basis in source.basis.items()},
        "display": source.display.value,
    }
    whole = gives_text(source, wording.shown)
    return {
        **without_absent(record),
        "sha256": source.sha256,
        "text": urls.text(source.id).removeprefix(_FOLDER) if whole else None,
    }
