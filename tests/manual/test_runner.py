"""The runner of the manual fails where a document does not do what it shows, and skips nothing."""

import os
from pathlib import Path

import pytest

from tests.manual.reading import RefusedError, Write
from tests.manual.running import WrongError, changed, matches, run_document
from tests.manual.stand_ins import pip

FENCE = "```"
FACTS = "content/facts/hollywoodlife-2021.yaml"


def document(folder: Path, *parts: str) -> Path:
    path = folder / "page.md"
    text = "\n\n".join(("# A page", *parts))
    path.write_text(text.replace("@", FENCE) + "\n", encoding="utf-8")
    return path


def run(folder: Path, *parts: str) -> None:
    room = folder / "room"
    room.mkdir()
    run_document(document(folder, *parts), room)


on_posix = pytest.mark.skipif(os.name == "nt", reason="only on POSIX: its blocks are for sh")


@on_posix
def test_commands_go_on_where_those_before_ended(tmp_path: Path) -> None:
    first = "@sh\nmkdir one\ncd one\nexport WORD=lamp\n@"
    run(tmp_path, first, '@sh\nbasename "$PWD"\necho $WORD\n@', "@text\none\nlamp\n@")


@on_posix
def test_files_are_written_changed_and_added_to(tmp_path: Path) -> None:
    run(
        tmp_path,
        "Put this into `a.txt`:\n\n@text\none\ntwo\n@",
        "so that `a.txt` ends:\n\n@text\nthree\n@",
        "Add this at the end of `a.txt`:\n\n@text\nfour\n@",
        "@sh\ncat a.txt\n@",
        "@text\none\nthree\nfour\n@",
    )


@on_posix
@pytest.mark.parametrize(
    "parts",
    [
        ("@sh\nfalse\n@",),
        ("@sh\nfalse\ntrue\n@",),
        ("<!-- test: exits with 1 -->\n@sh\ntrue\n@",),
        ("@sh\nno-such-command\n@",),
        ("@sh\necho one\n@", "@text\ntwo\n@"),
        ("@yaml\ntitle: A lamp\nno-such-field: 1\n@",),
        ("<!-- test: part of a fact -->\n@yaml\nno-such-field: 1\n@",),
        ("<!-- test: part of a page -->\n@markdown\nSee {no}`x`.\n@",),
        ("<!-- test: part of a page -->\n@markdown\n---\nsummary: No title.\n---\n@",),
        ("Put this into `../a.txt`:\n\n@text\none\n@",),
        ("Add this at the end of `a.txt`:\n\n@text\none\n@",),
        ("@sh\npip install another\n@",),
        ("@sh\nsitegen check\n@",),
        ("Put this into `content/site.yaml`:\n\n@yaml\ntitle: A lamp\n@",),  # and no facts
    ],
)
def test_what_does_not_do_what_it_shows_is_wrong(parts: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(WrongError, match=r"page\.md:|at the end"):
        run(tmp_path, *parts)


@pytest.mark.parametrize(
    "parts",
    [
        ("@nginx\nlocation / {}\n@",),
        ("@\nsitegen check\n@",),
        ("@text\nprinted by nothing\n@",),
        ("@sh\ntrue\n@", "@text\nsome\n@", "@text\nmore\n@"),
        ("@yaml\nexact: a part of something\n@",),
        ("<!-- test: skipped -->\n@sh\ntrue\n@",),
        ("<!-- test: exits with 1 -->\n@text\none\n@",),
        ("<!-- test: part of a lamp -->\n@yaml\nexact: one\n@",),
        ("<!-- test: held by tests/no_such.py -->\n@sh\ntrue\n@",),
        ("<!-- test: held by tests/test_frozen.py -->\n@sh\ntrue\n@",),  # which does not name it
        ("<!-- test: stands in content/site.yaml -->\n@yaml\ntitle: Another\n@",),
        (f"<!-- test: says the same as {FACTS} -->\n@yaml\nx: {{kind: claim}}\n@",),
        ("<!-- test: exits with 1 -->", "@sh\ntrue\n@"),
        ("- a list\n\n  @sh\n  true\n  @",),
        ("~~~sh\ntrue\n~~~",),
        ("    sitegen check",),
        ("    .venv/bin/pip install -q .",),
        ("Run `pip install 'sitegen[html]'` first.",),
        ("Run `pip install -q sitegen` first.",),
        ("@sh\ntrue",),
    ],
)
def test_what_nobody_knows_is_refused(parts: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"page\.md"):
        run(tmp_path, *parts)


def test_the_name_of_the_distribution_may_be_told_in_a_sentence(tmp_path: Path) -> None:
    run(tmp_path, "Run `pip install 'sitegen-factsheets[html]'`, or `pip install '.[html]'`.")


def test_a_list_of_commands_in_an_indented_block_is_no_command(tmp_path: Path) -> None:
    run(tmp_path, "    sitegen check   look every citation up\n    sitegen build   write the site")


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("one", "one\n", True),
        ("one", "one\ntwo\n", False),
        ("one\n…", "one\ntwo\n", True),
        ("…\ntwo", "one\ntwo\n", True),
        ("one\n…\nthree", "one\ntwo\nthree\n", True),
        ("one\n…\ntwo", "one\ntwo\nthree\n", False),
        ("one\n…\none", "one\n", False),
        ("…\ntwo\n…", "one\nthree\n", False),
        ("… files more", "3 files more\n", False),
        ("done, 0.31 s.", "done, 12.05 s.\n", True),
        ("page.html  1.2 kB", "page.html  934 B\n", True),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8003/\n", True),
        ("11 facts", "12 facts\n", False),
    ],
)
def test_what_is_shown_is_compared(shown: str, printed: str, same: bool) -> None:
    assert matches(shown, printed) is same


def test_an_entry_is_replaced_at_its_own_depth() -> None:
    before = "facts:\n  a:\n    kind: claim\n\n    note: x\n\n  # of b\n  b:\n    kind: date\n"
    after = changed(before, Write("f.yaml", "a:\n  kind: quote\n", "entry", "a"), "page.md:1")
    assert after == "facts:\n  a:\n    kind: quote\n\n  # of b\n  b:\n    kind: date\n"
    with pytest.raises(WrongError, match="stands 2 times"):
        changed(before, Write("f.yaml", "kind: rank\n", "entry", "kind"), "page.md:1")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("install sitegen-factsheets", 0),
        ("install sitegen-factsheets[search]", 0),
        ("install sitegen", 2),
        ("install sitegen-factsheets[no-such]", 2),
        ("install sitegen-factsheets==99", 2),
        ("install --no-such-option .", 2),
        ("install -r no-such-file.txt", 2),
        ("uninstall sitegen-factsheets", 2),
    ],
)
def test_what_is_installed_must_be_there(words: str, code: int) -> None:
    assert pip(words.split()) == code
