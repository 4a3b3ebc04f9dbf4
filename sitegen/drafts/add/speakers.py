"""People whom an article quotes and people.yaml lacks, so that drafts can name who speaks."""

from collections.abc import Collection, Iterable, Iterator

from sitegen.diagnostics import Span
from sitegen.drafts.suggest.sheet import Sheet, SourceText
from sitegen.drafts.suggest.slugs import proposed
from sitegen.frozen import NamedTuple, replace
from sitegen.model import Person
from sitegen.recognise.english import ENGLISH
from sitegen.recognise.speech.names import proper_names
from sitegen.recognise.speech.subjects import Says

_HERE = Span("content/people.yaml", 1, 1, 1, 1)
_MOST_WORDS = 5  # of a name; more are a row of names, or a headline


class _Name(NamedTuple):
    """A name as it stands, its words without a title, and the sex that the title tells."""

    written: str
    words: tuple[str, ...]
    title: str


def with_speakers(
    sheet: Sheet, source: str, paragraphs: Iterable[int], elsewhere: Collection[str] = ()
) -> tuple[Sheet, list[str]]:
    """The sheet as if people.yaml had those who speak in some paragraphs, and their ids.

    A surname that stands alone in the article is the one of the names `elsewhere` that ends so.
    """
    of = sheet.text(source)
    told_of = dict.fromkeys(name for index in paragraphs for name in _unknown(of, index))
    if not told_of:
        return sheet, []
    whole = _whole_names(of, told_of)
    for surname, longer in whole.items():
        if not longer:
            ends = [one for one in elsewhere if one.split()[-1] == surname != one]
            longer.update({tuple(one.split()): one for one in ends})
    people = dict(sheet.factsheet.people)
    unread = sheet.factsheet.unread.get("person", frozenset())
    added = []
    for name in dict.fromkeys(_meant(one, told_of, whole) for one in told_of):
        identifier = proposed((name,), lambda _: False, {*people, *unread}.__contains__, "person")
        people[identifier] = Person(identifier, name, lambda *_: _HERE)
        added.append(identifier)
    factsheet = replace(sheet.factsheet, people=people)
    return Sheet(replace(sheet.checked, factsheet=factsheet), sheet.memory), added


def surnames_alone(of: SourceText, used: Collection[str]) -> dict[str, str]:
    """By their names, those of some people of whom the article has the surname and no more."""
    people = of.sheet.factsheet.people
    written: dict[str, set[str]] = {one: set() for one in sorted(used) if one in people}
    for paragraph in of.reading.paragraphs:
        for mention in of.sheet.roster.mentions(paragraph.text):
            for who in mention.who & written.keys():
                written[who].add(paragraph.text[mention.start : mention.end])
    return {
        people[who].name: form
        for who, forms in written.items()
        for form in forms
        if len(forms) == 1 and form != people[who].name and [form] == people[who].name.split()[-1:]
    }


def _unknown(of: SourceText, index: int) -> Iterator[_Name]:
    """The names of who speaks in a paragraph, where people.yaml has nobody of that name."""
    outside, clauses = of.told(index)
    for clause in clauses:
        for first, last in clause.subject.names if clause.subject.kind is Says.NAME else ():
            start, end = outside.words[first].start, outside.words[last].end
            for name in _names(outside.text[start:end]):
                if not of.sheet.roster.mentions(name.written):
                    yield name


def _names(text: str) -> Iterator[_Name]:
    for one in proper_names(text, ENGLISH):
        written = " ".join(text[one.start : one.end].split())
        if 1 <= len(one.words) <= _MOST_WORDS and written[:1].isalpha():
            yield _Name(written, one.words, one.title)


def _whole_names(of: SourceText, told_of: Iterable[_Name]) -> dict[str, dict[tuple[str, ...], str]]:
    """By a word of a name that stands alone, the longer names of the article that end with it."""
    alone = {name.words[0] for name in told_of if len(name.words) == 1}
    found: dict[str, dict[tuple[str, ...], str]] = {word: {} for word in alone}
    if not alone:
        return found
    for paragraph in of.reading.paragraphs:
        if not any(word in paragraph.text for word in alone):
            continue
        for name in _names(paragraph.text):
            for word in {name.words[0], name.words[-1]} & alone if len(name.words) > 1 else ():
                found[word].setdefault(name.words, " ".join(name.words))
    return found


def _meant(
    name: _Name, told_of: Iterable[_Name], whole: dict[str, dict[tuple[str, ...], str]]
) -> str:
    """The name in full, where the article has one such name only and nothing speaks against it."""
    if len(name.words) > 1:
        return " ".join(name.words)
    titles = {one.title for one in told_of if one.words == name.words and one.title}
    longer = list(whole[name.words[0]].values())
    if len(longer) == 1 and len(titles) <= 1:
        return longer[0]
    return name.written if name.title and len(titles) > 1 else name.words[0]
