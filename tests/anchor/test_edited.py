"""Quotations as printed: found at their pieces, and only by the edits that are marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.anchor import (
    Ambiguous,
    ArticleText,
    EditedOutcome,
    Found,
    Misedited,
    Missing,
    Moved,
    Near,
    locate_edited,
    split_lines,
)
from sitegen.model import Anchor, LineRange, Selector

WORDS = ["amber", "birch", "cedar", "delta", "ember", "flint", "grove", "heath", "iris", "jade"]
SECOND = ["kelp", "larch", "maple", "nettle", "olive", "poppy", "quartz", "reed", "sage", "thyme"]
ARTICLE = [f"{one}{two}" for one in WORDS for two in SECOND]  # a hundred words, each once


def look_up(article: str, quote: str, lines: str = "") -> EditedOutcome:
    text = ArticleText(split_lines(article))
    first, _, last = lines.partition("-")
    cited = LineRange(int(first), int(last or first)) if lines else LineRange(1, len(text.lines))
    return locate_edited(text, Selector(cited), quote)


def words_at(article: str, anchors: tuple[Anchor, ...]) -> list[str]:
    lines = split_lines(article)
    return [lines[line - 1][start:end] for line, start, end in anchors]


FOUND = [
    # article                              words as printed                  pieces, by line
    ("we change [Ye’s] mind", "change [Ye’s] mind", ["change [Ye’s] mind"]),
    ("we change [Ye’s] car now", "[Ye's] car [right] now", ["[Ye’s]", "car", "now"]),
    ("we [sic] go", "we [sic] go", ["we [sic] go"]),
    ("we go […] now", "we go […] now", ["we go […] now"]),
    ("we go home now", "we go […] now", ["we go", "now"]),
    ("we go home now", "we go [...] now", ["we go", "now"]),
    ("we go home now", "we go[…] now", ["we go", "now"]),
    ("we go home now", "[…] go home […]", ["go home"]),
    ("we go home now", "we [all walk] home", ["we", "home"]),
    ("we go home now", "we go [straight] home", ["we go", "home"]),
    ("The end is near", "[t]he end", ["The end"]),
    ("the end is near", "[T]he end", ["the end"]),
    ("a [T]he end", "[T]he end", ["[T]he end"]),
    ("we went ther now", "we went ther [sic] now", ["we went ther", "now"]),
    ("we go home, he said", "we go home.", ["we go home"]),
    ("we go home. He said", "we go home,", ["we go home"]),
    ("“we go home,” he said", "“we go home.”", ["“we go home,”"]),
    ("we go home now", "we go home [at once].", ["we go home"]),
    ("the ‘big’ run", "the “big” run", ["the ‘big’ run"]),
    ("the “big” run’s", "the ‘big’ run’s", ["the “big” run’s"]),
    ("“One is.\n\n“Two are,” he", "One is. Two […] are", ["One is.", "“Two", "are"]),
    ("he–she it go", "he–she [both] go", ["he–she", "go"]),
    ("il dit « Oui » ici", "“Oui” […] ici", ["« Oui »", "ici"]),
]


@pytest.mark.parametrize(("article", "quote", "marked"), FOUND)
def test_words_are_found_at_their_pieces(article: str, quote: str, marked: list[str]) -> None:
    looked_up = look_up(article, quote)
    assert isinstance(looked_up.outcome, Found), looked_up
    assert words_at(article, looked_up.outcome.anchors) == marked


NOT_FOUND = [
    # article                 words as printed            outcome
    ("we go home now", "we go now", Near),
    ("we go home now", "now […] we go", Missing),
    ("we go home now", "we go […] go home", Missing),
    ("we go home now", "we g […] now", Missing),
    ("we go home now", "we go [sic] now", Misedited),
    ("we go home now", "[A]e go home", Near),
    ("we go home now", "[w]e go home", Misedited),
    ("we go home now", "w[e] go home", Misedited),
    ("we go home now", "we go [] home", Misedited),
    ("we go home now", "[we] [go] [home]", Misedited),
    ("we a b c d e now", "we [f] now", Misedited),
    ("we go? he said", "we go.", Near),
    ("we go. he said", "we go!", Near),
    ("the ‘big’ and ‘red’ run", "the “big” and ‘red’ run", Near),
    ("we go, we go on", "we […] go", Ambiguous),
    ("we go\nwe go", "we [all] go", Ambiguous),
    ("“One is.”\n\n“Two are,” he", "One is. Two", Near),
]


@pytest.mark.parametrize(("article", "quote", "kind"), NOT_FOUND)
def test_words_that_no_marked_edit_explains(article: str, quote: str, kind: type) -> None:
    assert isinstance(look_up(article, quote).outcome, kind), look_up(article, quote)


def test_edited_words_elsewhere() -> None:
    outcome = look_up("we go home\nsaid he\nwe stay here now", "stay […] now", "1-2").outcome
    assert isinstance(outcome, Moved)
    assert outcome.lines == LineRange(3, 3)


def replaced(article: str, quote: str) -> list[tuple[str, str]]:
    edits = look_up(article, quote).edits
    assert edits
    return [(edit.mark.text, edit.words) for edit in edits.replaced]


REPLACED = [
    ("we saw him there", "we saw [the mayor] there", [("[the mayor]", "him")]),
    ("we saw him there", "we saw [really] […] there", [("[really]", "")]),
    ("“He went there", "[Ann] went there", [("[Ann]", "He")]),
    ("So, he went there", "[Ann] went there", [("[Ann]", "he")]),
    ("It was as we all in the end saw him", "[Ann] saw him", [("[Ann]", "")]),
    ("we saw him, said Lee", "we saw [the mayor]", [("[the mayor]", "him")]),
    ("we saw [Lee] there", "we saw [Lee] […] there", []),
    ("we saw him there", "we saw [the] [mayor] there", [("[the]", "him"), ("[mayor]", "")]),
]


@pytest.mark.parametrize(("article", "quote", "stands_for"), REPLACED)
def test_what_a_mark_stands_for(
    article: str, quote: str, stands_for: list[tuple[str, str]]
) -> None:
    assert replaced(article, quote) == stands_for


def test_marks_without_end_are_refused_at_once() -> None:
    assert isinstance(look_up("we go " * 500, "we [go] " * 5000).outcome, Misedited)
    assert isinstance(look_up("we go " * 500, "[" * 5_000).outcome, Missing)
    noise = look_up("a " * 9_000 + "b", "a [c] " * 39 + "z").outcome
    assert isinstance(noise, Missing)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, list[str]]:
    """An article, words printed from it with declared edits, and the pieces that remain."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=6))
    article, quote, pieces = [], "", []
    words = iter(ARTICLE)
    article += [next(words) for _ in range(draw(st.integers(0, 3)))]
    for number, size in enumerate(sizes):
        if number:
            mark = draw(st.sampled_from(["[…]", "[...]", "[other]", "[yet more]", "[sic]"]))
            most = {"[…]": 9, "[...]": 9, "[sic]": 0}.get(mark, 4)
            article += [next(words) for _ in range(draw(st.integers(0, most)))]
            quote += f" {mark} "
        piece = [next(words) for _ in range(size)]
        article += piece
        pieces.append(" ".join(piece))
        if draw(st.booleans()):
            piece[0] = f"[{piece[0][0].swapcase()}]{piece[0][1:]}"
        quote += " ".join(piece)
    article += [next(words) for _ in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        quote += draw(st.sampled_from([".", ","]))
    text = "".join(word + draw(st.sampled_from([" ", " ", "\n"])) for word in article).strip()
    return text, quote, pieces


@given(edited())
def test_a_quotation_made_by_declared_edits_stands_at_its_pieces(
    made: tuple[str, str, list[str]],
) -> None:
    article, quote, pieces = made
    looked_up = look_up(article, quote)
    assert isinstance(looked_up.outcome, Found), looked_up
    assert looked_up.edits
    found = [" ".join(words_at(article, piece)) for piece in looked_up.edits.pieces]
    assert " ".join(found) == " ".join(pieces)
    assert all(one <= other for one, other in pairwise(looked_up.outcome.anchors))


@given(edited(), st.data())
def test_a_letter_changed_outside_the_marks_is_found_nowhere(
    made: tuple[str, str, list[str]], data: st.DataObject
) -> None:
    article, quote, _ = made
    depth, outside = 0, []
    for place, letter in enumerate(quote):
        depth += (letter == "[") - (letter == "]")
        if letter.isalpha() and not depth:
            outside.append(place)
    place = data.draw(st.sampled_from(outside))
    changed = f"{quote[:place]}{data.draw(st.sampled_from('zéX'))}{quote[place + 1 :]}"
    assert not isinstance(look_up(article, changed).outcome, Found) or changed == quote
