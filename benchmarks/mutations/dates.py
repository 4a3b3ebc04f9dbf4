"""Falsehoods in dates: `date` made finer or shifted, `said` and `as_of` shifted."""

import calendar
import random
import re
from collections.abc import Callable, Iterator

from benchmarks.mutations.planting import Change, Family, Kind, Scene, based, replaced
from benchmarks.mutations.project import Fact, exact_words, text_of
from benchmarks.mutations.reading import MONTHS, numbers_in

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_AROUND = 6  # lines around the cited ones that may tell `said` or `as_of`


def _plain(fact: Fact, name: str, *, with_basis: bool = False) -> re.Match[str] | None:
    if name in ("date",) and text_of(fact.fields, "kind") != "date":
        return None
    found = _DATE.fullmatch(text_of(fact.fields, name))
    return found if found and based(fact.fields, name) == with_basis else None


def _names_month(text: str, month: int) -> bool:
    name = MONTHS[month - 1]
    return bool(re.search(rf"\b(?:{name}|{name[:3]}\.|{name[:4]}\.)", text)) or bool(
        re.search(rf"-{month:02}\b|/{month}/|\b{month}/", text)
    )


def _finer(scene: Scene, fact: Fact, chance: random.Random) -> Iterator[Change]:
    found = _plain(fact, "date")
    text = scene.project.cited_text(fact, 1)
    if found and not found[3]:
        for number in chance.sample(range(1, 13), 3):
            stated = float(number) in numbers_in(text) if found[2] else _names_month(text, number)
            new = f"{found[0]}-{number:02}"
            if not stated:
                yield Change(replaced(fact.fields, date=new), f"{found[0]} → {new}")


def _shifts(found: re.Match[str], text: str, units: str) -> Iterator[str]:
    """A date with its year, month or day one off, where a text doesn't tell the new one."""
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    rest = found[0][4:]
    for step in (1, -1):
        if "y" in units and str(year + step) not in text and _exists(year + step, month, day):
            yield f"{year + step}{rest}"
    for step in (1, -1):
        other = (month - 1 + step) % 12 + 1
        told = not month or _names_month(text, other)
        if "m" in units and not told and _exists(year, other, day):
            yield f"{year}-{other:02}{found[0][7:]}"
    for step in (1, -1):
        told = not day or float(day + step) in numbers_in(text)
        if "d" in units and not told and day + step and _exists(year, month, day + step):
            yield f"{year}-{month:02}-{day + step:02}"


def _exists(year: int, month: int, day: int) -> bool:
    return not (month and day) or day <= calendar.monthrange(year, month)[1]


def _shifted(name: str, units: str) -> Callable[[Scene, Fact, random.Random], Iterator[Change]]:
    def plant(scene: Scene, fact: Fact, _: random.Random) -> Iterator[Change]:
        found = _plain(fact, name)
        around = 0 if name == "date" else _AROUND
        if found:
            text = scene.project.cited_text(fact, around)
            for new in _shifts(found, text, units):
                changed = replaced(fact.fields, **{name: new})
                yield Change(changed, f"{found[0]} → {new}")

    return plant


def _stated_part(scene: Scene, fact: Fact, _: random.Random) -> Iterator[Change]:
    """The month or day that stands in the words of a date whose year is inferred."""
    found = _plain(fact, "date", with_basis=True)
    exact = exact_words(fact)
    if found and found[2] and _names_month(exact, int(found[2])):
        text = scene.project.cited_text(fact, 1)
        units = "md" if found[3] and float(found[3]) in numbers_in(exact) else "m"
        for new in reversed(list(_shifts(found, text, units))):
            yield Change(replaced(fact.fields, date=new), f"{found[0]} → {new}")


def _kind(name: str, field: str, units: str) -> Kind:
    return Kind(name, Family.ASSERTION, _shifted(field, units))


KINDS = (
    Kind("date: finer than the text", Family.ASSERTION, _finer),
    _kind("date: year shifted", "date", "y"),
    _kind("date: month shifted", "date", "m"),
    _kind("date: day shifted", "date", "d"),
    Kind("date: the stated part of an inferred one", Family.ASSERTION, _stated_part),
    _kind("said: shifted", "said", "dmy"),
    _kind("as_of: shifted", "as_of", "dmy"),
)
