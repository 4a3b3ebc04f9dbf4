"""What holds for all files for other programs together."""

import json
from xml.etree import ElementTree

from sitegen import urls
from tests.exports.making import BASE, files_of
from tests.exports.test_feeds import corrected
from tests.exports.test_structured import RECORDS
from tests.factory import Record, cite, fact

ALL: tuple[Record, ...] = (
    *RECORDS,
    fact("new", cite("s", 2, "60,000"), added="2024-03-01", topics=("t",)),
    fact("old", cite("s", 2), added="2023-11", corrections=corrected("2024-05-06", "2024-01")),
)


def test_the_order_of_records_changes_no_byte() -> None:
    assert files_of(*ALL, with_pages=True) == files_of(*reversed(ALL), with_pages=True)


def test_nothing_but_the_addresses_changes_with_the_place_of_the_site() -> None:
    other = "https://other.example/"
    here = files_of(*ALL, with_pages=True)
    there = files_of(*ALL, with_pages=True, base_url=other)
    for path in urls.FOR_HOSTS:  # these speak of the place alone, and of no host
        assert BASE.encode() not in here.pop(path, b"")
        there.pop(path, None)
    moved = {path: content.replace(BASE.encode(), other.encode()) for path, content in here.items()}
    assert moved == there


def test_every_file_is_read_by_its_parser() -> None:
    odd = fact(
        "odd", cite("s", 2), claim="\x0b\ufffe \U0001f600 </script> ]]> \u2028", added="2024"
    )
    for path, content in files_of(*ALL, odd, with_pages=True).items():
        text = content.decode("utf-8")
        if path.endswith((".json", ".jsonld")):
            json.loads(text)
        elif path.endswith(".xml"):
            ElementTree.fromstring(text)  # noqa: S314 (our own file)
        assert text.endswith("\n") or not text
