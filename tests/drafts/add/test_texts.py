"""Which files are taken for text, and what becomes of their lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.drafts.add.texts import normal
from tests.drafts.add.making import SOURCES, add, empty, files_of

WORDS = "The café has 12 tables.\n"


def stored(tmp_path: Path, content: bytes, name: str = "x.txt") -> str:
    root = empty(tmp_path / "p")
    (tmp_path / name).write_bytes(content)
    assert add(root, tmp_path / name, "--id", "a") == 0
    return (root / "seeds/a.txt").read_bytes().decode()


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        b"\xfe\xff" + WORDS.encode("utf-16-be"),
        b"The caf\xc3\xa9 has 12 tables.  \t\r\n\r\n \r\n",
        b"The caf\xc3\xa9 has 12 tables.\r",
        b"The caf\xc3\xa9 has 12 tables.",
    ],
    ids=["utf-8", "marked", "utf-16", "big-endian", "crlf", "cr", "no-end"],
)
def test_the_same_words_are_stored_the_same(tmp_path: Path, content: bytes) -> None:
    assert stored(tmp_path, content) == WORDS


def test_windows_1252_is_said_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stored(tmp_path, WORDS.encode("cp1252")) == WORDS
    assert "it was read as windows-1252" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no words"),
        (b" \n\t\n --- \n", "no words"),
        (b"%PDF-1.7 words", "PDF"),
        (b"PK\x03\x04 words", "Word"),
        (b"words\0words", "NUL"),
        ("words".encode("utf-16-le"), "NUL"),
        (b"\xff\xfe\x00\xd8\x41\x00", "neither"),
        (b"caf\x81 words", "neither"),
        (b"w " * 1_100_000, "2 MB"),
        (b"w\n" * 100_001, "100,000 lines"),
        (b"w" * 100_001, "100,000 characters"),
        (b"w" * (16 * 1024 * 1024 + 1), "16 MB"),
    ],
    ids=[
        "empty", "blank", "pdf", "docx", "nul", "unmarked", "surrogate", "binary", "large", "lines",
        "line", "huge",
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused_in_a_line(
    tmp_path: Path, content: bytes, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = empty(tmp_path / "p")
    before = files_of(root)
    (tmp_path / "x").write_bytes(content)
    assert add(root, tmp_path / "x") == 2
    reason, hint = capsys.readouterr().err.splitlines()
    assert why in reason
    assert hint.startswith("  hint: ")
    assert files_of(root) == before


def test_a_file_that_is_not_there_is_the_world_s_fault(tmp_path: Path) -> None:
    assert add(empty(tmp_path), tmp_path / "nothing.txt") == 3


@given(st.text())
def test_lines_keep_their_numbers_and_words(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
    assert not once or once.endswith("\n")
    before = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    after = once.split("\n")
    assert [line.rstrip() for line in before][: len(after) - 1] == after[:-1]
    assert not any(line.strip() for line in before[len(after) - 1 :])


def test_a_headline_and_what_is_beside_it_are_metadata(tmp_path: Path) -> None:
    text = "The lamp\n\nBy Ada Finch\nPosted on March 3, 2019, 10 am\nhttps://example.org/lamp\n"
    text += "\nIt is lit.\n"
    root = empty(tmp_path / "p")
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    assert add(root, tmp_path / "x.txt") == 0
    record = (root / SOURCES).read_text(encoding="utf-8").splitlines()
    assert record[1] == "  lamp-2019:"
    assert record[4:] == [
        "    title: The lamp",
        "    author: Ada Finch",
        "    published: 2019-03-03",
        "    url: https://example.org/lamp",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp was lit in 1871.\n\nIt is lit.\n",
        "A line that goes\non in the next.\n",
        "Lamp\n",
        "\n\nthe lamp\n\nIt is lit.\n",
        "One lamp\n",
        "“Not now,” she said.\n\nIt is lit.\n",
        "Last updated 3 March 2019\n\nIt is lit.\n",
        "Prices in March 2019 and in May 2019\nhad risen.\n",
    ],
)
def test_what_is_no_headline_and_no_date_is_left_out(tmp_path: Path, text: str) -> None:
    root = empty(tmp_path / "p")
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    assert add(root, tmp_path / "x.txt") == 0
    record = (root / SOURCES).read_text(encoding="utf-8")
    assert "published" not in record
    assert "title" not in record or text.startswith("Last updated")


def test_what_nobody_sees_is_left_out_of_the_record(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    (tmp_path / "x.txt").write_text(
        "The \u200blamp\u2028of\u202e 12\x01\n\nLit.\n", encoding="utf-8"
    )
    assert add(root, tmp_path / "x.txt", "--id", "a") == 0
    assert "    title: The lamp of 12\n" in (root / SOURCES).read_text(encoding="utf-8")
    assert "The \u200blamp" in (root / "seeds/a.txt").read_text(encoding="utf-8")
