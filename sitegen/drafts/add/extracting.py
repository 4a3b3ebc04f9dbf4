"""A page's text and metadata by trafilatura, as a program of its own: a page in, JSON out.

It runs apart because what it reads was made by strangers: a page on which the parser runs on, or
falls over, costs a message and nothing else. It fetches nothing.
"""

import json
import re
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from typing import Any

NO_START = 65
"""The exit code where trafilatura, or what it needs, cannot be imported: no page is to blame."""
_MOST_MEMORY = 4 * 1024**3  # bytes
_LATEST = "2100-01-01"  # a date is taken as it is; whether it lies ahead is no matter here
_BULLET = re.compile(r"- (?=\S)")
_MOST_OF_A_FIELD = 500  # characters; more is no title and no name
_OWN_FIELDS = {
    "title": "title",
    "author": "author",
    "publisher": "sitename",
    "published": "date",
    "url": "url",
    "licence": "license",
}


def extracted(page: str, trafilatura: Any) -> dict[str, Any] | None:
    """What is found in a page: `text`, and the fields of its metadata; None where there is no text.

    A paragraph is a line, with an empty one between two, so that a citation names few words and no
    sentence is cut.
    """
    document = trafilatura.bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": _LATEST,
        },
    )
    if document is None or not (document.text or "").strip():
        return None
    found = {name: _short(getattr(document, own, None)) for name, own in _OWN_FIELDS.items()}
    tree = trafilatura.utils.load_html(page)
    language, heading = "", ""
    if tree is not None:
        language = _short(
            tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        )
        headings = [_short(one.text_content()) for one in tree.iter("h1")]
        heading = headings[0] if len(headings) == 1 else ""
    paragraphs = [" ".join(line.split()) for line in document.text.splitlines() if line.strip()]
    paragraphs = [_BULLET.sub("", line, count=1) for line in paragraphs]
    if heading and heading not in paragraphs[:2]:
        paragraphs.insert(0, heading)
    return {**found, "language": language, "text": "\n\n".join(paragraphs)}


def _short(value: object) -> str:
    """A field on one line; nothing where it is far too long to be one."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= _MOST_OF_A_FIELD else ""


def main() -> None:
    """Read a page in UTF-8 from standard input, and write what was found in it."""
    with suppress(ImportError, ValueError, OSError):  # where the system has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    page = sys.stdin.buffer.read().decode()
    json.dump(extracted(page, _tool()), sys.stdout)


def _tool() -> Any:
    """The module that reads pages, or the end of the program where it does not start."""
    try:
        return import_module("trafilatura")
    except Exception:  # whatever fails in it: the editor sees the last line
        traceback.print_exc()
        sys.exit(NO_START)


if __name__ == "__main__":
    main()
