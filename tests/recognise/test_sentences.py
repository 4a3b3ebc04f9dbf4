"""Where the sentences of an article begin and end."""

import pytest

from sitegen.recognise import Sentence, sentences

PARAGRAPHS = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Did you?!?! If so, go.", ["Did you?!?!", "If so, go."]),
    ("For Biden right ? Not Kanye", ["For Biden right ?", "Not Kanye"]),
    ("“I think he’s serious.” Then he left.", ["“I think he’s serious.”", "Then he left."]),
    ("“Go!” he cried. “Now!” She went.", ["“Go!” he cried.", "“Now!”", "She went."]),
    ("She said so. “Why?” He left.", ["She said so.", "“Why?”", "He left."]),
    ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
    ("It was Mr. West. He left on Jan. 20. So", [
        "It was Mr. West.", "He left on Jan. 20.", "So",
    ]),
    ("It shot to No. 1 in June. No. I know.", ["It shot to No. 1 in June.", "No.", "I know."]),
    ("The U.S. President left. He went to the U.S. The end.", [
        "The U.S. President left.", "He went to the U.S.", "The end.",
    ]),
    ("J. K. Rowling wrote. At 5 p.m. Eastern it began.", [
        "J. K. Rowling wrote.", "At 5 p.m. Eastern it began.",
    ]),
    ("before D.C. (especially if so.) So", ["before D.C. (especially if so.)", "So"]),
    ("He paused... then went. Well… Yes.", ["He paused... then went.", "Well…", "Yes."]),
    ("It rose 3.5 percent. 2020 was bad.", ["It rose 3.5 percent.", "2020 was bad."]),
    ("A line\nthat wraps. Another\none.", ["A line that wraps.", "Another one."]),
    ("A headline\n\nA paragraph.", ["A headline", "A paragraph."]),
    ("", []),
    (" \n\t", []),
]  # fmt: skip


def words_of(lines: list[str], sentence: Sentence) -> str:
    run = lines[sentence.line - 1 : sentence.end_line]
    run[-1] = run[-1][: sentence.end]
    run[0] = run[0][sentence.start :]
    return " ".join(run)


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS, ids=[text for text, _ in PARAGRAPHS])
def test_a_paragraph_falls_into_sentences(text: str, expected: list[str]) -> None:
    lines = text.split("\n")
    assert [words_of(lines, sentence) for sentence in sentences(lines)] == expected


def test_a_sentence_has_its_place_in_the_raw_lines() -> None:
    assert sentences(["", "  He", "left. So"]) == (Sentence(2, 2, 3, 5), Sentence(3, 6, 3, 8))
