"""The same documents, the same index: what Pagefind writes in an order of chance is sorted.

Pagefind 1.5 keeps the values of a filter, and the filters themselves, in hash maps with a random
seed, and writes them as they come. All else of an index has a fixed order. So the filters are
sorted here, and the names of files that change with their content are made anew. An index whose
form is another than the one known here stays as it is: it serves a reader as well.

Source of the form: RFC 8949 (CBOR), sections 3 and 4; of Pagefind's files, what version 1.5 writes.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sitegen.digest import fingerprint

_SIGNATURE = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_PAIR = b"\x82"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_SHORT = 24  # an argument below this stands in the first byte
_LONGEST = 27  # first bytes up to this are followed by an argument of 1, 2, 4 or 8 bytes
_GZIP = 16 + zlib.MAX_WBITS


def steadied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index with its filters in order."""
    try:
        return _steadied(files)
    except (KeyError, ValueError, IndexError, zlib.error):
        return dict(files)


def _steadied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    entry = json.loads(files[_ENTRY])
    ((language, told),) = entry["languages"].items()
    made = {path: content for path, content in files.items() if not path.startswith("filter/")}
    pairs: list[tuple[bytes, bytes]] = []
    for path in files.keys() - made.keys():
        raw = _opened(files[path])
        ordered, name = _sorted_filter(raw)
        stem = PurePosixPath(path).stem
        renamed = _renamed(stem, ordered)
        made[f"filter/{renamed}.pf_filter"] = _closed(ordered)
        pairs.append((_pair(name, stem), _pair(name, renamed)))
    old = f"pagefind.{told['hash']}.pf_meta"
    overview = _with_pairs(_opened(made.pop(old)), pairs)
    told["hash"] = _renamed(told["hash"], overview)
    made[f"pagefind.{told['hash']}.pf_meta"] = _closed(overview)
    entry["languages"] = {language: told}
    made[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    if len(made) != len(files):
        raise ValueError("two filters have one name")
    return made


def _sorted_filter(raw: bytes) -> tuple[bytes, bytes]:
    """A filter with its values in order, and its name, both encoded.

    It is [name, [[value, pages], …]].
    """
    if raw[:1] != _PAIR:
        raise ValueError("not a filter")
    begin = _end(raw, 1)
    kind, number, at = _head(raw, begin)
    if kind != _ARRAY:
        raise ValueError("not a filter")
    values = []
    start = at
    for _ in range(number):
        end = _end(raw, at)
        values.append(raw[at:end])
        at = end
    if at != len(raw):
        raise ValueError("more than a filter")
    return raw[:start] + b"".join(sorted(values)), raw[1:begin]


def _with_pairs(raw: bytes, pairs: list[tuple[bytes, bytes]]) -> bytes:
    """The overview with the filters' new names, in order; they stand there in a row."""
    if not pairs:
        return raw
    if any(raw.count(old) != 1 for old, _ in pairs):
        raise ValueError("the filters are not listed as they should be")
    start = min(raw.index(old) for old, _ in pairs)
    end = max(raw.index(old) + len(old) for old, _ in pairs)
    if end - start != sum(len(old) for old, _ in pairs):
        raise ValueError("the filters do not stand in a row")
    return raw[:start] + b"".join(sorted(new for _, new in pairs)) + raw[end:]


def _pair(name: bytes, stem: str) -> bytes:
    return _PAIR + name + bytes([_TEXT << 5 | len(stem)]) + stem.encode()


def _renamed(stem: str, content: bytes) -> str:
    """A name of the same length that changes with the content: `en_4935f97`."""
    language, mark, digits = stem.rpartition("_")
    if not mark or len(stem) >= _SHORT:
        raise ValueError("not such a name")
    return f"{language}_{fingerprint(content)[: len(digits)]}"


def _opened(packed: bytes) -> bytes:
    raw = zlib.decompress(packed, _GZIP)
    if not raw.startswith(_SIGNATURE):
        raise ValueError("not a file of Pagefind")
    return raw[len(_SIGNATURE) :]


def _closed(raw: bytes) -> bytes:
    """Compressed, without a time in the header (RFC 1952, section 2.3.1: MTIME 0)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    return packer.compress(_SIGNATURE + raw) + packer.flush()


def _end(raw: bytes, at: int) -> int:
    """Where what begins at `at` ends."""
    waiting = 1
    for kind, number, after in _heads(raw, at):
        at = after + number if kind == _TEXT else after
        waiting += number - 1 if kind == _ARRAY else -1
        if not waiting:
            break
    return at


def _heads(raw: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    while True:
        kind, number, after = _head(raw, at)
        yield kind, number, after
        at = after + number if kind == _TEXT else after


def _head(raw: bytes, at: int) -> tuple[int, int, int]:
    """The kind of what begins at `at`, its number or length, and where the head ends."""
    kind, number = raw[at] >> 5, raw[at] & 31
    if kind not in {_NUMBER, _TEXT, _ARRAY} or number > _LONGEST:
        raise ValueError("not of the known kinds")
    if number < _SHORT:
        return kind, number, at + 1
    after = at + 1 + (1 << number - _SHORT)
    if after > len(raw):
        raise ValueError("it breaks off")
    return kind, int.from_bytes(raw[at + 1 : after], "big"), after
