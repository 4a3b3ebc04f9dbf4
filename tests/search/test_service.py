"""Pagefind as a process: what it makes, and what becomes of it when it fails."""

import gzip
import json
import sys
from importlib import metadata
from pathlib import Path

import pytest

from sitegen.search import Failure, installed, make_index, service
from tests.search import fakes

DOCUMENTS = [
    (
        f"facts/{name}.html",
        "<html><body data-pagefind-body>"
        f'<i data-pagefind-filter="person:{person}"></i><i data-pagefind-filter="kind:{kind}"></i>'
        f'<p id="L1">{words}</p><p class="note">repeated</p>'
        f'<h1 data-pagefind-meta="title">{name}</h1></body></html>'.encode(),
    )
    for name, person, kind, words in (
        ("lamp", "Ada Finch", "Date", "The lamp was first lit on 4 May 1871."),
        ("night", "Ada Finch", "Quotation", "We have never missed a night."),
        ("ships", "Ümit Ö’Neil", "Figure", "Some 120 ships pass each day &amp; night."),
        ("miles", "Bo", "Figure", "The lamp is seen from 18 miles."),
        ("keeper", "Cy: the second", "Claim", "The keeper was born here."),
    )
]


def made(documents: list[tuple[str, bytes]] = DOCUMENTS) -> dict[str, bytes]:
    files = make_index(documents, "en", (".note",))
    assert isinstance(files, dict), files
    return files


def fragments(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    """What the index holds of each page, by its address."""
    packed = (content for path, content in files.items() if path.endswith(".pf_fragment"))
    found = [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd")) for content in packed
    ]
    return {fragment["url"]: fragment for fragment in found}


def test_each_document_can_be_found_at_its_pages_path() -> None:
    found = fragments(made())
    assert set(found) == {f"/{path}" for path, _ in DOCUMENTS}
    ships = found["/facts/ships.html"]
    assert ships["filters"] == {"kind": ["Figure"], "person": ["Ümit Ö’Neil"]}
    assert ships["meta"] == {"title": "ships"}
    assert "120 ships pass each day & night" in str(ships["content"])
    assert "repeated" not in str(ships["content"])


def test_nothing_lies_there_that_the_search_page_does_not_use() -> None:
    files = made()
    at_the_top = {path for path in files if "/" not in path and not path.endswith(".pf_meta")}
    programs = {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"}
    assert at_the_top == {*programs, "pagefind-entry.json"}


def test_the_same_documents_give_the_same_bytes() -> None:
    first = made()
    assert len([path for path in first if path.startswith("filter/")]) == 2
    assert all(made() == first for _ in range(4))


def test_a_language_without_a_stemmer_is_searched_too() -> None:
    files = make_index(DOCUMENTS, "xx", ())
    assert isinstance(files, dict)
    assert "wasm.unknown.pagefind" in files


def test_more_than_a_pipe_holds_is_not_waited_for_forever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes.install(fakes.CRASH, tmp_path, monkeypatch)
    many = [(f"{number}.html", b"x" * 10_000) for number in range(200)]
    assert make_index(many, "en") == Failure("pagefind ended with 101: no room")


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (fakes.CRASH, "pagefind ended with 101: no room"),
        (fakes.SILENT, "pagefind ended with 0"),
        (fakes.NOT_READING, "pagefind ended with 3"),
        (fakes.MUMBLING, "pagefind’s answer was not understood"),
        (fakes.NO_BASE64, "pagefind’s answer was not understood"),
        (fakes.EMPTY, "pagefind’s answer was not understood"),
        (fakes.REFUSING, "pagefind says: Invalid config"),
        (fakes.LOSING, "pagefind took 1 of 5 pages"),
        pytest.param(
            fakes.KILLED,
            "pagefind was killed (signal 9)",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX"),
        ),
    ],
)
def test_whatever_goes_wrong_is_told_in_a_line(
    program: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fakes.install(program, tmp_path, monkeypatch)
    assert make_index(DOCUMENTS, "en") == Failure(reason)


def test_one_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fakes.install(fakes.WAITING, tmp_path, monkeypatch)
    monkeypatch.setattr(service, "_PATIENCE", (0.5, 0.0))
    assert make_index(DOCUMENTS, "en") == Failure("pagefind did not end within 0.5 seconds")


def test_no_program_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    failure = make_index(DOCUMENTS, "en")
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("pagefind could not be run: ")


def test_what_lies_in_the_folder_is_not_taken_for_pagefind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.py").write_text("raise SystemExit(9)")
    (tmp_path / "pagefind.toml").write_text("this is no configuration")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "aside")
    (tmp_path / "modules").mkdir()
    monkeypatch.setenv("PYTHONPATH", "modules")
    assert set(fragments(made())) == {f"/{path}" for path, _ in DOCUMENTS}


def test_whether_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (installed() or "").startswith("1.")

    def none(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", none)
    assert installed() is None
