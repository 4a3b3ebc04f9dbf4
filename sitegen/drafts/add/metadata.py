"""What an article tells of itself: its title, author, publisher, date and address."""

import re
from collections.abc import Iterator, Mapping

from sitegen import edtf, urls
from sitegen.edtf import Edtf, Precision
from sitegen.frozen import dataclass, field
from sitegen.recognise import TokenKind, figures
from sitegen.schema.scalars import is_link
from sitegen.yamltree.invisible import without_hidden

FIELDS = ("title", "publisher", "author", "published", "url", "licence", "language")
_HEAD = 6  # lines with words that may stand above the article's own
_TITLE_WORDS = range(2, 26)
_LONGEST_TITLE = 160
_SENTENCE_ENDS = (".", ",", ";", ":", "…")
_CLOSING = "”’\"'»)"
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
    if head and _is_title(lines, head[0][0]):
        found["title"] = " ".join(head[0][1].split())
        head = head[1:]
    for _, line in head:
        for name, value in _stated(line):
            found.setdefault(name, value)
    return Found({name: text for name in FIELDS if (text := _seen(found.get(name, "")))})


def _seen(text: str) -> str:
    """A text without what nobody sees, and what a content file may not hold."""
    kept = without_hidden(" ".join(text.split()))
    return "".join(character for character in kept if character.isprintable()).strip()


def _is_title(lines: tuple[str, ...], index: int) -> bool:
    """Whether a line looks like a headline: a few words, no sentence's end, apart from the rest."""
    line = lines[index].strip()
    if len(line) > _LONGEST_TITLE or len(line.split()) not in _TITLE_WORDS:
        return False
    if line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS) or next(_stated(line), None) or is_link(line):
        return False
    first = line.lstrip("“‘\"'«")[:1]
    below = next(iter(lines[index + 1 :]), "").strip()
    apart = not below or next(_stated(below), None) is not None
    rest = any(other.strip() for other in lines[index + 1 :])
    return rest and apart and (first.isupper() or first.isdigit())


def _stated(line: str) -> Iterator[tuple[str, str]]:
    """What a line of the head says that says nothing else."""
    by = _BYLINE.fullmatch(line)
    if by and all(word[0].isupper() or len(word) <= len("von") for word in by[1].split()):
        yield "author", by[1].strip()
    address = _ADDRESS.fullmatch(line)
    if address and is_link(address[1]):
        yield "url", address[1]
    published = None if _UPDATED.search(line) else _date_alone(line)
    if published:
        yield "published", published


def _date_alone(line: str) -> str | None:
    """The day that is all a line says."""
    dates = [one for one in figures(line) if one.kind is TokenKind.DATE and one.date]
    if len(line) > _LONGEST_TITLE or len(dates) != 1:
        return None
    (date,) = dates
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
