"""What an article tells of itself: its title, author, publisher, date and address."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sitegen import edtf, urls
from sitegen.edtf import Edtf, Precision
from sitegen.frozen import dataclass, field
from sitegen.recognise import Found as Figure
from sitegen.recognise import TokenKind, figures
from sitegen.schema.scalars import is_link
from sitegen.yamltree.invisible import without_hidden

FIELDS = ("title", "publisher", "author", "published", "url", "licence", "language")
_HEAD = 6  # lines with words that may stand above the article's own
_TITLE_WORDS = range(2, 26)
_LONGEST_TITLE = 160
_MOST_OF_A_NAME = 5  # words before a dateline's date
_PARTING = tuple(",|/·•–—-:(")
_SENTENCE_ENDS = (".", ",", ";", ":", "…")
CLOSING = "”’\"'»)"
"""Marks that may stand behind a sentence's end."""
_BYLINE = re.compile(r"(?:[Bb]y|BY|Author:|Written by) ((?:[^\W\d_][\w.’'-]*+ ?){2,5})")
_ADDRESS = re.compile(
    r"(?:(?:Source|URL|Link|From|Retrieved from|Available at):? )?<?(\S{8,2000}?)>?"
)
_AROUND_DATES = frozenset(
    {
        "a", "am", "at", "by", "date", "dated", "first", "on", "pm", "posted", "publication",
        "published", "the", "edt", "est", "gmt", "utc", "et", "pt", "cet", "bst", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues",
        "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    }
)  # fmt: skip
_UPDATED = re.compile(r"\b(?:last|updated|modified|accessed|retrieved)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")  # as the schema wants tags
_PARTED = re.compile(r" [/|·•–—] ")
_WORD = re.compile(r"[^\W\d_]++")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a source, by field. `inferred`: why, where the words do not state it."""

    fields: Mapping[str, str] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)


def of_text(lines: tuple[str, ...]) -> Found:
    """What the head of a text states; nothing that has to be guessed."""
    head = [(n, line.strip()) for n, line in enumerate(lines) if line.strip()][:_HEAD]
    found: dict[str, str] = {}
    if head and is_headline(lines, head[0][0]):
        found["title"] = " ".join(head[0][1].split())
        head = head[1:]
    for _, line in head:
        for name, value in (*stated(line), *(_dateline(line) if "title" in found else ())):
            found.setdefault(name, value)
    return Found({name: text for name in FIELDS if (text := _seen(found.get(name, "")))})


def _seen(text: str) -> str:
    """A text without what nobody sees, and what a content file may not hold."""
    kept = without_hidden(" ".join(text.split()))
    return "".join(character for character in kept if character.isprintable()).strip()


def is_headline(lines: Sequence[str], index: int) -> bool:
    """Whether a line looks like a headline: a few words, no sentence's end, apart from the rest."""
    line = lines[index].strip()
    if len(line) > _LONGEST_TITLE or len(line.split()) not in _TITLE_WORDS:
        return False
    if line.rstrip(CLOSING).endswith(_SENTENCE_ENDS) or next(stated(line), None) or is_link(line):
        return False
    first = line.lstrip("“‘\"'«")[:1]
    below = next(iter(lines[index + 1 :]), "").strip()
    apart = not below or next(stated(below), None) is not None or is_dateline(below)
    rest = any(other.strip() for other in lines[index + 1 :])
    return rest and apart and (first.isupper() or first.isdigit())


def stated(line: str) -> Iterator[tuple[str, str]]:
    """What a line of the head says that says nothing else: author, url or published."""
    parts = _PARTED.split(line)
    if len(parts) == 1:
        yield from _said(line)
        return
    told = [(*_said(part), *_dateline(part)) for part in parts]
    if all(told):
        yield from (one for some in told for one in some)


def _said(line: str) -> Iterator[tuple[str, str]]:
    by = _BYLINE.fullmatch(line)
    if by and all(word[0].isupper() or len(word) <= len("von") for word in by[1].split()):
        yield "author", by[1].strip()
    address = _ADDRESS.fullmatch(line)
    if address and is_link(address[1]):
        yield "url", address[1]
    published = None if _UPDATED.search(line) else _date_alone(line)
    if published:
        yield "published", published


def is_dateline(line: str) -> bool:
    """Whether a line names a paper or a place, and a day: Harbour Gazette, 12 March 2024."""
    return next(_dateline(line), None) is not None


def _dateline(line: str) -> Iterator[tuple[str, str]]:
    """The day at the end of such a line; not who published it, as what stands there may be a place.

    A mark parts the two: “Summer Fair 12 March 2024” is what happens then.
    """
    date = None if _UPDATED.search(line) else _only_date(line)
    if date is None or line[date.end :].strip(" .)]"):
        return
    before = line[: date.start].rstrip()
    words = before.split()
    marked = before[-1:] in _PARTING and before[:1].isalpha()
    named = all(word[0].isupper() for word in words if word[0].isalpha())
    day = _day(date.date or "")
    if marked and named and day and len(words) <= _MOST_OF_A_NAME:
        yield "published", day


def _only_date(line: str) -> Figure | None:
    """The date of a line that has one, and is short."""
    if len(line) > _LONGEST_TITLE:
        return None
    dates = [one for one in figures(line) if one.kind is TokenKind.DATE and one.date]
    return dates[0] if len(dates) == 1 else None


def _date_alone(line: str) -> str | None:
    """The day that is all a line says."""
    date = _only_date(line)
    if date is None:
        return None
    rest = f"{line[: date.start]} {line[date.end :]}"
    around = {word.lower() for word in _WORD.findall(rest)}
    return _day(date.date or "") if around <= _AROUND_DATES else None


def _day(text: str) -> str | None:
    """A date that names a day of a year."""
    read = edtf.parse(text)
    if not isinstance(read, Edtf) or read.interval or read.start is None:
        return None
    whole = read.start.precision is Precision.DAY and read.start.year is not None
    return text if whole and "X" not in text else None


def of_page(told: Mapping[str, str], stated: Mapping[str, str], site_language: str) -> Found:
    """What a page's own metadata tells, and why that is believed; `stated` by its words instead."""
    found: dict[str, str] = {}
    inferred: dict[str, str] = {}
    for name in FIELDS:
        if name in stated:
            found[name] = stated[name]
        elif _is_usable(name, text := _seen(told.get(name, "")), site_language):
            found[name] = text
            if name not in {"licence", "language"}:
                inferred[name] = f"The page’s own metadata gives this {_CALLED.get(name, name)}."
    return Found(found, inferred)


_CALLED = {"published": "date", "url": "address"}


def _is_usable(name: str, value: str, site_language: str) -> bool:
    if not value:
        return False
    if name == "published":
        return isinstance(edtf.parse(value), Edtf)
    if name == "url":
        return is_link(value) and urls.external(value) is not None
    if name == "language":
        other = value.partition("-")[0].lower() != site_language.partition("-")[0].lower()
        return other and _LANGUAGE.fullmatch(value) is not None
    return True
