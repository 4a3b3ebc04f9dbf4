"""data/verify.py, run as a reader runs it: a bare Python, and the two files beside it."""

import copy
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

ARTICLE = "The End\n“It’s −5, he said--\r\nand no more,” she wro\u00adte.\nIt was 5, or 15.\n"


def citation(lines: str, exact: str | list[str], tier: str, *anchors: list[int]) -> dict[str, Any]:
    return {
        "source": "end",
        "lines": lines,
        "exact": exact,
        "verdict": "found",
        "tier": tier,
        "anchors": [dict(zip(("line", "start", "end"), anchor, strict=True)) for anchor in anchors],
    }


SOUND = [
    citation("1", "The End", "T0", [1, 0, 7]),
    citation("2", "“It’s −5", "T0", [2, 0, 8]),
    citation("2", "\"It's −5", "T2", [2, 0, 8]),
    citation("2-3", "he said--and no more", "T1", [2, 10, 19], [3, 0, 11]),
    citation("2-3", "he said—and no more", "T2", [2, 10, 19], [3, 0, 11]),
    citation("2-3", "he said-- and\nno more", "T1", [2, 10, 19], [3, 0, 11]),
    citation("3", "she wrote", "T1", [3, 14, 24]),
    citation("1-4", ["The End", "It was 5"], "T0", [1, 0, 7], [4, 0, 8]),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    (data / "texts").mkdir(parents=True)
    (data / "texts" / "end.txt").write_bytes(ARTICLE.encode())
    shutil.copy(str(files("sitegen").joinpath("standalone", "verify.py")), data / "verify.py")
    return data


def publish(folder: Path, *citations: dict[str, Any], text: str | None = "texts/end.txt") -> None:
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    sources = [{"id": "end", "sha256": digest, "text": text}]
    facts = [{"id": f"fact-{n}", "citations": [c]} for n, c in enumerate(citations)]
    (folder / "sources.json").write_text(json.dumps({"sources": sources}), encoding="utf-8")
    (folder / "facts.json").write_text(json.dumps({"facts": facts}), encoding="utf-8")


def verify(folder: Path, *words: str) -> tuple[int, str]:
    told = subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "verify.py"), *words],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert "Traceback" not in told.stderr
    return told.returncode, told.stdout


def test_sound_citations_agree(folder: Path) -> None:
    publish(folder, *SOUND)
    assert verify(folder) == (
        0,
        f"{len(SOUND)} citations agree with the texts, 0 disagree, 0 were not checked\n",
    )


TAMPERED: list[tuple[str, Callable[[dict[str, Any]], Any], str]] = [
    # what is done to “The End”, line 1         what is said of it
    ("another word", lambda c: c.update(exact="The Ending"), "the text has “The End”"),
    ("another case", lambda c: c.update(exact="The end"), "the text has “The End”"),
    ("curly marks at T0", lambda c: c.update(exact="“The End”"), "the text has “The End”"),
    ("other lines", lambda c: c.update(lines="2-3"), "line 1 is not among the cited lines 2-3"),
    ("no anchor", lambda c: c.update(anchors=[]), "said to be found, but nowhere"),
    ("beyond the line", lambda c: c["anchors"][0].update(end=70), "no characters 0 to 70"),
    ("before the line", lambda c: c["anchors"][0].update(start=-7), "no characters -7 to 7"),
    ("an empty range", lambda c: c["anchors"][0].update(end=0), "no characters 0 to 0"),
    ("beyond the text", lambda c: (c.update(lines="9"), c["anchors"][0].update(line=9)), "line 9"),
]


@pytest.mark.parametrize(
    ("change", "said"), [row[1:] for row in TAMPERED], ids=[r[0] for r in TAMPERED]
)
def test_a_tampered_citation_disagrees(
    folder: Path, change: Callable[[dict[str, Any]], Any], said: str
) -> None:
    changed = copy.deepcopy(SOUND[0])
    change(changed)
    publish(folder, changed, SOUND[1])
    code, told = verify(folder)
    assert code == 1
    assert told.startswith("fact-0, citation 1 (end, ")
    assert said in told
    assert "1 citations agree with the texts, 1 disagree" in told


EDITED = citation(
    "2-3", ["It’s −5", "he said", "no more"], "T3", [2, 1, 8], [2, 10, 17], [3, 4, 11]
)


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("[i]t's −5 [degrees] he said […] no more.", 0),
        ("It’s −5 […] he said […] no more", 0),
        ("It’s −5 […] he said […] some more", 1),
        ("It’s 5 […] he said […] no more", 1),
        ("he said […] no more", 1),
    ],
)
def test_words_as_printed_have_the_words_of_their_pieces(
    folder: Path, quote: str, code: int
) -> None:
    publish(folder, EDITED)
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    facts["facts"][0]["quote"] = quote
    (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    assert verify(folder)[0] == code


@pytest.mark.parametrize("exact", ["−5", "-5", "–5"])
def test_a_minus_is_not_a_dash(folder: Path, exact: str) -> None:
    publish(folder, citation("2", f"\"It's {exact}", "T2", [2, 0, 8]))
    assert verify(folder)[0] == (0 if exact == "−5" else 1)


def test_what_is_not_published_is_counted_until_a_copy_is_given(folder: Path) -> None:
    publish(folder, *SOUND, text=None)
    assert verify(folder) == (
        2,
        f"0 citations agree with the texts, 0 disagree, {len(SOUND)} were not checked\n"
        "(not checked: words withheld, or a text that is not published: give your own copy)\n",
    )
    mine = folder.parent / "mine.txt"
    mine.write_bytes(ARTICLE.encode())
    assert verify(folder, str(mine))[0] == 0
    assert verify(folder, f"end={mine}")[0] == 0


def test_another_copy_is_told_apart_and_its_words_compared(folder: Path) -> None:
    publish(folder, *SOUND, text=None)
    other = folder.parent / "other.txt"
    other.write_bytes(ARTICLE.replace("The End", "The And").encode())
    code, told = verify(folder, f"end={other}")
    assert code == 1
    assert "end: this is not the copy that was cited" in told
    assert "the text has “The And”" in told
    code, told = verify(folder, str(other))
    assert code == 2
    assert "not the copy of any source here" in told


def test_withheld_and_unchecked_citations_are_counted(folder: Path) -> None:
    withheld = {**SOUND[0], "exact": "█", "redacted": True}
    unchecked = {**SOUND[0], "exact": None, "verdict": "unchecked", "tier": None, "anchors": []}
    publish(folder, SOUND[1], withheld, unchecked)
    code, told = verify(folder)
    assert code == 0
    assert "1 citations agree with the texts, 0 disagree, 2 were not checked" in told


@pytest.mark.parametrize("content", ["", "{", "[]", '{"facts": 1}', '{"facts": [{}]}', "\0"])
def test_a_damaged_file_is_told_in_a_line(folder: Path, content: str) -> None:
    publish(folder, *SOUND)
    (folder / "facts.json").write_text(content, encoding="utf-8")
    code, told = verify(folder)
    assert code == 2
    assert told.startswith("verify.py: cannot read this: ")
    assert told.count("\n") == 1


def test_it_explains_itself(folder: Path) -> None:
    code, told = verify(folder, "--help")
    assert code == 0
    assert "python3 verify.py" in told
