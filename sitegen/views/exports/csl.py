"""`data/sources.csl.json`: the sources for reference managers and citation processors.

CSL-JSON, version 1.0.2 of the schema of the Citation Style Language.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.edtf import Edtf, Moment, Precision
from sitegen.model import Source
from sitegen.views.exports.json_text import Json, array, one_line, without_absent
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_words

_FIRST_SEASON = 21  # EDTF counts seasons from 21, CSL from 1
_SORTED_NAME = re.compile(r"([^\W\d_][^,]*), ([^\W\d_][^,]*)")
_LAST_OF = {Precision.DECADE: 9, Precision.CENTURY: 99}


def sources_csl(shown: Shown) -> bytes:
    """The file."""
    sources = shown.factsheet.sources
    entries = (one_line(csl_entry(sources[name])) for name in sorted(sources))
    return f"{''.join(array(entries))}\n".encode()


def csl_entry(source: Source) -> Json:
    """A source as an item of CSL-JSON.

    Nobody says what kind of work a source is, so it is a `webpage` where it has an address, an
    `article-newspaper` where it has only a publisher, else an `article`.
    """
    address = source.url and urls.external(source.url)
    archive = source.archive_url and urls.external(source.archive_url)
    kind = "webpage" if address else "article-newspaper" if source.publisher else "article"
    return without_absent(
        {
            "id": source.id,
            "type": kind,
            "title": source.title,
            "container-title": source.publisher,
            "author": [_name(name) for name in _names(source.author or "")],
            "issued": csl_date(source.published) if source.published else None,
            "accessed": csl_date(source.retrieved) if source.retrieved else None,
            "URL": address or archive,
            "archive": urlsplit(archive).hostname if archive else None,
            "archive_location": archive,
            "language": source.language,
        }
    )


def _names(author: str) -> list[str]:
    """The names of several authors, parted by semicolons."""
    return [name.strip() for name in author.split(";") if name.strip()]


def _name(name: str) -> Json:
    """A name in two parts where its editor parted them (“Legend, John”), else as it stands."""
    parts = _SORTED_NAME.fullmatch(name)
    return {"family": parts[1], "given": parts[2]} if parts else {"literal": name}


def csl_date(date: Edtf) -> Json:
    """A date as its parts, or in words where parts cannot say it: an open end, no year."""
    start, end = date.start, date.end
    parts = [_parts(moment) for moment in (start, end) if moment]
    seasons = [moment.season for moment in (start, end) if moment and moment.season]
    if start is None or end is None or not all(parts) or (date.interval and seasons):
        return {"literal": date_words(date)}
    made: dict[str, Any]
    if date.interval:
        made = {"date-parts": [_parts(start), _last_parts(end)]}
    elif start.precision in _LAST_OF:
        made = {"date-parts": [_parts(start), _last_parts(start)]}
    else:
        made = {"date-parts": [_parts(start)]}
    if seasons:
        made["season"] = seasons[0] - _FIRST_SEASON + 1
    if any(moment.approximate or moment.uncertain for moment in (start, end)):
        made["circa"] = True
    return made


def _parts(moment: Moment) -> list[int]:
    """Year, month and day as far as they are known; nothing without a year."""
    if moment.year is None:
        return []
    return [part for part in (moment.year, moment.month, moment.day) if part is not None]


def _last_parts(moment: Moment) -> list[int]:
    """The same of the end of what a moment may mean: the last year of a decade."""
    year, *rest = _parts(moment)
    return [year + _LAST_OF.get(moment.precision, 0), *rest]
