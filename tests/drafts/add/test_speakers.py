"""Whom drafts take a surname for, and how they name whom people.yaml lacks."""

from pathlib import Path

import pytest

from tests.drafts.add.making import add, empty, errors, speakers, taken, told

LENA = "people:\n  lena-fischer:\n    name: Lena Fischer\n"
NOTE = "## The article says “Fischer” and nowhere “Lena Fischer”: see whether it is Lena Fischer.\n"
SAYS = "“We have counted forty lorries each day,” Fischer said on Monday.\n"
WHOLE = "“They will never finish it in time,” said Lena Fischer.\n"


def drafted(root: Path, name: str, text: str) -> str:
    """The file of drafts of an article."""
    file = root.parent / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    assert add(root, file, "--id", name) == 0
    return (root / f"content/facts/{name}.yaml").read_text(encoding="utf-8")


def test_a_surname_alone_is_the_one_person_of_that_name(tmp_path: Path) -> None:
    root = empty(tmp_path / "p", people=LENA)
    text = drafted(root, "a", SAYS)
    assert "speaker: lena-fischer" in text
    assert NOTE in text
    assert "These speakers" not in text
    assert told(root, **{"facts/a": taken(text)}) == ()  # no alias is needed


def test_who_is_named_in_full_is_not_doubted(tmp_path: Path) -> None:
    text = drafted(empty(tmp_path / "p", people=LENA), "a", f"{WHOLE}\n{SAYS}")
    assert "speaker: lena-fischer" in text
    assert "see whether" not in text


def test_a_surname_alone_is_whom_other_drafts_ask_for(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    drafted(root, "a", WHOLE)
    text = drafted(root, "b", SAYS)
    assert speakers(text) == LENA
    assert NOTE in text
    assert errors(told(root, **{"facts/b": taken(text), "people": LENA})) == []


def test_of_two_of_one_surname_none_is_chosen(tmp_path: Path) -> None:
    root = empty(tmp_path / "p")
    drafted(root, "a", WHOLE)
    drafted(root, "b", "“They will be ready well before time,” said Otto Fischer.\n")
    text = drafted(root, "c", SAYS)
    assert speakers(text) == "people:\n  fischer:\n    name: Fischer\n"
    assert "see whether" not in text


@pytest.mark.parametrize("title", ["Councilwoman", "Councilman", "Provost", "Sheriff", "Nurse"])
def test_an_office_is_no_part_of_a_name(tmp_path: Path, title: str) -> None:
    text = drafted(
        empty(tmp_path / "p"), "a", f"“I agree with none of it,” said {title} Ruth Abara.\n"
    )
    assert speakers(text) == "people:\n  ruth-abara:\n    name: Ruth Abara\n"
