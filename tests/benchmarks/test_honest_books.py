"""The honest projects that the yardstick of falsehoods makes from books."""

from pathlib import Path

from benchmarks.mutations import generate
from benchmarks.mutations.judging import remarks_on
from benchmarks.mutations.project import read_project

BOOK = (
    "CHAPTER ONE\n\n"
    '"I will not go to the fair with you," said Ann. "You may\ngo alone."\n\n'
    '"And who will mind the sheep today, then?" asked Mrs. Hale, who was cross.\n\n'
    "In May, 1871, Tom Hale sold the mill to a man from Boston.\n"
    "There stood about forty stones in the long field behind the church.\n\n"
    "They were seventeen and fifteen years of age when they came to live here.\n\n"
    "Tom Hale did not come back to the village before the end of the summer.\n"
)


def test_a_book_gives_honest_facts_alone(tmp_path: Path) -> None:
    (tmp_path / "book.txt").write_text(BOOK, encoding="utf-8")
    generate.main([str(tmp_path / "book.txt"), str(tmp_path / "out"), "--facts", "40"])
    project = read_project(tmp_path / "out")
    told = {
        (
            str(fact.fields["kind"]),
            str(fact.fields.get("speaker", "")),
            str(fact.fields.get("value", "")),
            str(fact.fields.get("modifier", "")),
            str(fact.fields.get("date", "")),
            tuple(fact.citations[0].pieces),
        )
        for fact in project.facts.values()
    }
    sold = "In May, 1871, Tom Hale sold the mill to a man from Boston."
    stones = "There stood about forty stones in the long field behind the church."
    stayed = "Tom Hale did not come back to the village before the end of the summer."
    spoken = ("I will not go to the fair with you,", "You may go alone.")
    asked = ("And who will mind the sheep today, then?",)
    assert told == {
        ("quote", "ann", "", "", "", spoken),
        ("quote", "mrs-hale", "", "", "", asked),
        ("date", "", "", "", "1871-05", (sold,)),
        ("claim", "", "", "", "", (stayed,)),
        ("count", "", "40", "about", "", (stones,)),
    }
    assert remarks_on(tmp_path / "out") == ()
