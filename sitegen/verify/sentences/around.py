"""The text around cited words, in which the reader of an article has met whom they mean."""

from collections.abc import Iterator

from sitegen.recognise import Reading
from sitegen.recognise.denials import standing
from sitegen.verify.sentences.stated import Cited, Grounds

_BEFORE = 800  # characters before the cited words: some sentences, or a few turns of a talk
_AFTER = 400  # characters after them, of the same paragraph
_TOLD = 3000  # characters on either side where somebody is “I”, whom a talk names seldom
_HEAD = 600  # characters at the beginning of the article, which says what it is about


def around(grounds: Grounds) -> Iterator[str]:
    """The text before and after the cited words of a fact, and the beginning of each article."""
    yield from map(_beside, grounds.cited)
    articles = {cited.source: cited.reading for cited in grounds.cited}
    yield from map(_head, articles.values())


def is_told_by_somebody(cited: Cited) -> bool:
    """Whether the paragraph of the words has an “I”: its author, or somebody who speaks."""
    text = cited.reading.paragraphs[cited.stretch.paragraph].text
    return "first" in standing(text, cited.reading.language)


def _beside(cited: Cited) -> str:
    paragraphs, index = cited.reading.paragraphs, cited.stretch.paragraph
    told = is_told_by_somebody(cited)
    own = paragraphs[index].text
    before, first = own[: cited.stretch.start], index
    reach = _TOLD if told else _BEFORE
    parts = [before]
    length = len(before)
    while first and length < reach:
        first -= 1
        parts.append(paragraphs[first].text)
        length += len(parts[-1])
    after = own[cited.stretch.start : cited.stretch.end + (_TOLD if told else _AFTER)]
    while told and index + 1 < len(paragraphs) and len(after) < _TOLD:
        index += 1
        after = f"{after} ¶ {paragraphs[index].text}"
    return " ¶ ".join(reversed(parts))[-reach:] + after


def _head(reading: Reading) -> str:
    text = ""
    for paragraph in reading.paragraphs:
        text = f"{text} ¶ {paragraph.text}"
        if len(text) >= _HEAD:
            break
    return text[:_HEAD]
