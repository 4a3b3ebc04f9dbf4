"""Which passages stand between quotation marks, and where each ends."""

import pytest

from sitegen.recognise import recognise
from tests.recognise.reading import quoted

PASSAGES = [
    ("“He said it,” Legend told.", ["“He said it,”"]),
    ('"WELP KANYE 2024," his tweet read.', ['"WELP KANYE 2024,"']),
    ("West Is ‘Serious’ About Running", ["‘Serious’"]),
    ("is 'certain' of it", ["'certain'"]),
    ("the “final straw” for Kim", ["“final straw”"]),
    ("« Oui », dit-il, »ja« und „nein“", ["« Oui »", "»ja«", "„nein“"]),
    # words between two parts
    ("“Yes,” he said, “I think so.”", ["“Yes,”", "“I think so.”"]),
    # apostrophes
    ("He’s sure the boys’ toys weren’t theirs in the ’90s.", []),
    ("He's sure the boys' toys weren't theirs in the '90s.", []),
    ("Rock 'n' roll, give 'em hell", []),
    ("'We saw the boys' house,' he said.", ["'We saw the boys' house,'"]),
    ("‘Don’t you worry about the boys’ house,’ he said.", [
        "‘Don’t you worry about the boys’ house,’",
    ]),
    ("'I'm goin' home,' he said.", ["'I'm goin' home,'"]),
    ("'cause for concern' over the vote", ["'cause for concern'"]),
    ("'Tis true,' he said.", ["'Tis true,'"]),
    # nested
    ('"He said \'no\' to me," she said.', ['"He said \'no\' to me,"', "'no'"]),
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”", "‘no’"]),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’", "“no”"]),
    ("\"'Yes,' said Ed,\" she said.", ["\"'Yes,' said Ed,\"", "'Yes,'"]),
    ('"He said "no" to me," she said.', ['"He said "no" to me,"', '"no"']),
    ("“If Kanye’s tune is ‘done, it stays,” he said.", [
        "“If Kanye’s tune is ‘done, it stays,”",
    ]),
    # which way a typewriter mark points
    ('the bench,--"that\'ll do." He left--"', ['"that\'ll do."']),
    ('He is 6\'2" tall and 12" wide.', []),
    ('("yes")', ['"yes"']),
    ('"Oh!"--"Ah!"', ['"Oh!"', '"Ah!"']),
    # hasty typing
    ("“Yes,\" he said.", ["“Yes,\""]),
    ("“A Year, ”out on Friday", ["“A Year, ”"]),
    ("said:“Yes.”", ["“Yes.”"]),
    # left open: to the end of the paragraph
    ("“It is five or six. \n\nThen he left.", ["“It is five or six."]),
    ('He said: "It is five.\n\nThen he left.', ['"It is five.']),
    ("‘It is five.\n\nThen he left.", ["‘It is five."]),
    ("there ‘scaped one.\n\nThen he left.", []),
    ("the boys' toys, 'quoth he.\n\nThen he left.", []),
    # over wrapped lines and over paragraphs that repeat the opening mark
    ("“I think\nhe’s serious.” So", ["“I think he’s serious.”"]),
    ("“One.\n\n“Two.\n\n“Three,” he said. “Four.”", ["“One.  “Two.  “Three,”", "“Four.”"]),
    ('"One.\n\n"Two," he said.', ['"One.  "Two,"']),
    ("\"He said: 'One.\n\n\"'Two,'\" she said.", [
        "\"He said: 'One.  \"'Two,'\"", "'One.  \"'Two,'",
    ]),
    # a post without marks is no quotation
    ("I VOTED!!!! Did you?!?! — Kim (@KimKardashian)", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PASSAGES, ids=[text for text, _ in PASSAGES])
def test_a_quotation_is_found_with_its_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_lines_has_both_its_places() -> None:
    (token,) = recognise(["He said: “I think", "", "“he’s serious.” So"])
    assert (token.line, token.start, token.end_line, token.end) == (1, 9, 3, 15)


def test_numbers_and_dates_within_a_quotation_are_tokens_of_their_own() -> None:
    tokens = recognise(["“We sold 5 in June 2018,” he said."])
    assert [(token.kind.value, token.text) for token in tokens] == [
        ("quotation", "“We sold 5 in June 2018,”"),
        ("number", "5"),
        ("date", "June 2018"),
    ]
