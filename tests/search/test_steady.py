"""What Pagefind writes in an order of chance, in order; and what is not its form, left alone."""

import gzip
import json
from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.steady import steadied

_SIGNATURE = b"pagefind_dcd"


def cbor(value: Any) -> bytes:
    """A value as CBOR has it (RFC 8949): numbers, texts, lists."""
    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return head(4, len(value)) + b"".join(map(cbor, value))


def head(kind: int, number: int) -> bytes:
    for size, length in ((24, 1), (25, 2), (26, 4)):
        if number < 24:
            return bytes([kind << 5 | number])
        if number < 1 << 8 * length:
            return bytes([kind << 5 | size]) + number.to_bytes(length, "big")
    raise AssertionError(number)


def packed(value: Any) -> bytes:
    return gzip.compress(_SIGNATURE + cbor(value))


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)


Filters = dict[str, dict[str, list[int]]]


def index_of(filters: Filters, order: Sequence[str]) -> dict[str, bytes]:
    """An index as Pagefind writes it; the names of files tell nothing of what they hold."""
    stems = {name: f"en_{number:07x}" for number, name in enumerate(order, start=0xABC)}
    listed = [[name, stems[name]] for name in order]
    overview = ["1.5.2", [["en_4e15d12", 87]], [["", "x", "en_b5896a2"]], listed, [], ["title"]]
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_19d37610eb", "wasm": "en"}}}
    return {
        **{
            f"filter/{stems[name]}.pf_filter": packed([name, [list(v) for v in values.items()]])
            for name, values in filters.items()
        },
        "pagefind.en_19d37610eb.pf_meta": packed(overview),
        "pagefind-entry.json": json.dumps(entry).encode(),
        "fragment/en_4e15d12.pf_fragment": b"any",
    }


NAMES = st.text(st.sampled_from("abcé"), min_size=1, max_size=30)
PAGES = st.lists(st.integers(0, 70_000), min_size=1, max_size=30)
FILTERS = st.dictionaries(NAMES, st.dictionaries(NAMES, PAGES, max_size=30), max_size=4)


@given(FILTERS, st.randoms(use_true_random=False))
def test_the_order_of_chance_makes_no_difference(filters: Filters, chance: Any) -> None:
    names = list(filters)
    chance.shuffle(names)
    mixed = {}
    for name in names:
        values = list(filters[name].items())
        chance.shuffle(values)
        mixed[name] = dict(values)
    first = steadied(index_of(filters, list(filters)))
    assert steadied(index_of(mixed, names)) == first
    assert len(first) == len(filters) + 3


def test_what_is_sorted_says_the_same() -> None:
    filters = {"person": {"Bob": [1, 300], "Ada": [0]}, "kind": {"Date": [70_000]}}
    made = steadied(index_of(filters, ["person", "kind"]))
    told = [unpacked(content) for path, content in made.items() if path.startswith("filter/")]
    assert set(told) == {
        cbor(["person", [["Ada", [0]], ["Bob", [1, 300]]]]),
        cbor(["kind", [["Date", [70_000]]]]),
    }


def test_the_names_lead_from_the_entry_to_the_filters() -> None:
    made = steadied(index_of({"person": {"Bo": [1]}, "kind": {"Date": [2]}}, ["person", "kind"]))
    entry = json.loads(made["pagefind-entry.json"])
    overview = unpacked(made[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    stems = [path[7:-10].encode() for path in made if path.startswith("filter/")]
    assert len(stems) == 2
    assert all(overview.count(stem) == 1 for stem in stems)
    assert overview.index(b"kind") < overview.index(b"person")


def test_a_form_that_is_not_known_stays_as_it_is() -> None:
    good = index_of({"person": {"Bo": [1]}, "kind": {"Date": [2]}}, ["person", "kind"])
    overview = "pagefind.en_19d37610eb.pf_meta"
    of_person = "filter/en_0000abc.pf_filter"
    entries = {"en": {"hash": "en_1", "wasm": None}, "de": {"hash": "de_1", "wasm": None}}
    for path, content in (
        (of_person, packed(["person", [["Bo", [1]]], "more"])),
        (of_person, packed("person")),
        (of_person, packed(["person", "Bo"])),
        (of_person, gzip.compress(b"else")),
        (of_person, gzip.compress(_SIGNATURE + b"\x82")),
        (of_person, gzip.compress(_SIGNATURE + b"\x82\x61a\xf6")),
        (of_person, good[of_person][:-9]),
        (of_person, b"not packed"),
        (overview, packed([["person", "en_0000abc"]])),
        (overview, packed([["person", "en_0000abc"], 1, ["kind", "en_0000abd"]])),
        ("pagefind-entry.json", b"{}"),
        ("pagefind-entry.json", b"not JSON"),
        ("pagefind-entry.json", json.dumps({"languages": entries}).encode()),
    ):
        other = {**good, path: content}
        assert steadied(other) == other
