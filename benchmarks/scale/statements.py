"""The facts of the made project, each with the sentence of the article that carries it."""

import json
from dataclasses import dataclass

from benchmarks.scale import words
from benchmarks.scale.words import chance, pick

FIRST_YEAR, YEARS = 1990, 35
DAYS = 28  # every month has them
KINDS = (  # of twenty facts, in the order in which an article has them
    *("quote", "count", "quote", "claim", "quote", "quote", "date", "quote", "count", "rank"),
    *("quote", "quote", "claim", "count", "quote", "date", "quote", "count", "quote", "claim"),
)
ARTICLE = len(KINDS)  # facts
ADDED = 50  # facts to one that says when it was added, so that feeds have entries
OTHER_ARTICLE = 5 * ARTICLE  # so far away lies the article that gives the same measure


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker: an id, a name and what they do."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact with the sentence that carries it."""

    id: str
    kind: str
    sentence: str
    exact: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]  # name and YAML

    def yaml(self, line: int) -> str:
        """The fact as an entry below `facts:`."""
        rows = [f"  {self.id}:", f"    kind: {self.kind}"]
        rows += [f"    {name}: {value}" for name, value in self.fields]
        rows += ["    cite:", f"      lines: {line}"]
        if len(self.exact) == 1:
            rows.append(f"      exact: {text(self.exact[0])}")
        else:
            rows += ["      exact:", *(f"        - {text(piece)}" for piece in self.exact)]
        return "\n".join(rows) + "\n"


def text(content: str) -> str:
    """Words as a YAML scalar between double quotes: JSON's strings are YAML's."""
    return json.dumps(content, ensure_ascii=False)


def person(number: int) -> Person:
    """A person, another for each number."""
    name = words.name(number)
    return Person(name.lower().replace(" ", "-"), name, pick(words.ROLES, number, "role"))


def day(number: int) -> tuple[int, int, int]:
    """A year, a month and a day of it, spread over the years."""
    mixed = chance(number, "day")
    return FIRST_YEAR + mixed % YEARS, mixed // YEARS % 12 + 1, mixed // YEARS // 12 % DAYS + 1


def iso(number: int) -> str:
    """The day as a field has it."""
    year, month, of_month = day(number)
    return f"{year}-{month:02}-{of_month:02}"


def written(number: int) -> str:
    """The day as an article has it."""
    year, month, of_month = day(number)
    return f"{words.MONTHS[month - 1]} {of_month}, {year}"


def kind_of(number: int) -> str:
    """The kind of a fact."""
    return KINDS[number % ARTICLE]


def id_of(number: int) -> str:
    """The id of a fact."""
    return f"{kind_of(number)}-{number}"


def statement(number: int, people: int) -> Statement:
    """The fact of a number, in a project with so many people."""
    who = person(chance(number, "who") % people)
    topic = pick(words.TOPICS, number // ARTICLE, number % 3)
    made = {"quote": quote, "count": count, "rank": rank, "date": opening, "claim": keeping}
    found = made[kind_of(number)](number, who, topic)
    further = [("topics", f"[{topic}]"), *_note(number)]
    if number % ADDED == 0:
        further.append(("added", iso(number)))
    return Statement(found.id, found.kind, found.sentence, found.exact, (*found.fields, *further))


def quote(number: int, who: Person, topic: str) -> Statement:
    """What somebody said, in one of the forms in which newspapers quote."""
    said, more = words.said(number), words.said(-number - 1)
    upper, day_of = said[0].upper() + said[1:], written(number)
    dated = (("speaker", who.id), ("said", iso(number)))
    fields, exact, sentence = (
        (dated, (upper,), f"“{upper},” {who.name} said on {day_of}."),
        (dated[:1], (upper,), f"“{upper},” said {who.name}, a {who.role}."),
        (dated, (upper,), f"On {day_of}, {who.name} said: “{upper}.”"),
        (dated[:1], (upper, more), f"“{upper},” {who.name} said, “{more}.”"),
        (dated[:1], (upper,), f"{who.name}, a {who.role}, told the meeting: “{upper}.”"),
    )[chance(number, "form") % 5]
    return Statement(id_of(number), "quote", sentence, exact, fields)


def count(number: int, who: Person, topic: str) -> Statement:
    """How many there were; two articles each give one measure, with one value."""
    pair = number - OTHER_ARTICLE if number // OTHER_ARTICLE % 2 else number
    value, goods = 1000 + chance(pair, "value") % 98999, pick(words.GOODS, pair, "goods")
    place, taken = words.place(pair), pick(words.TAKEN, pair, "taken")
    exact = f"{place} {taken} {value:,} {goods}"
    claim = f"{place} {taken} {_stressed(f'{value:,}', number)} {goods}."
    fields = (
        ("claim", text(claim)),
        ("value", str(value)),
        ("unit", goods),
        ("measure", f"{goods}-{place.lower()}"),
    )
    sentence = f"{exact} in its {pick(words.SURVEYS, number, 'survey')}."
    return Statement(id_of(number), "count", sentence, (exact,), fields)


def rank(number: int, who: Person, topic: str) -> Statement:
    """A place in an order."""
    value, towns = 1 + chance(number, "rank") % 20, f"towns with the {_finest(number)} {topic}"
    exact = f"{words.place(number)} came in at No. {value} of the {towns}"
    claim = exact.replace(words.place(number), _stressed(words.place(number), number))
    fields = (("claim", text(f"{claim}.")), ("value", str(value)), ("of", text(towns)))
    return Statement(id_of(number), "rank", f"{exact}, the jury wrote.", (exact,), fields)


def _finest(number: int) -> str:
    return pick(words.FINEST, number, "finest")


def opening(number: int, who: Person, topic: str) -> Statement:
    """A day on which something happened."""
    opened, place = pick(words.OPENED, number, "opened"), words.place(number)
    exact = f"the {topic} of {place} {opened} on {written(number)}"
    claim = f"The {topic} of {_stressed(place, number)} {opened} on {written(number)}."
    fields = (("claim", text(claim)), ("date", iso(number)))
    sentence = f"{pick(words.BEFORE, number, 'before')}, {exact}."
    return Statement(id_of(number), "date", sentence, (exact,), fields)


def keeping(number: int, who: Person, topic: str) -> Statement:
    """A plain claim about a person."""
    tends, place = pick(words.TENDS, number, "tends"), words.place(number)
    exact = f"{who.name} {tends} the {topic} of {place}"
    name = f"{{person}}`{who.id}`" if chance(number, "role") % 4 == 0 else who.name
    claim = f"{name} {tends} the {_stressed(topic, number)} of {place}."
    fields = (("claim", text(claim)), ("people", f"[{who.id}]"))
    return Statement(id_of(number), "claim", f"{exact} with great care.", (exact,), fields)


def _stressed(word: str, number: int) -> str:
    """A fifth of the claims stress a word, some with a link."""
    forms = (
        f"[{word}](https://gazetteer.example/{number})",
        f"**{word}**",
        f"*{word}*",
        f"*{word}*",
    )
    return pick((*forms, *[word] * (4 * len(forms))), number, "stress")


def _note(number: int) -> tuple[tuple[str, str], ...]:
    """A note for a sixth of the facts; some name a count of the article before."""
    form = chance(number, "note") % 30
    if form < len(words.NOTES) - 1:
        return (("note", text(words.NOTES[form])),)
    before = number - number % ARTICLE - ARTICLE + 1
    if form == len(words.NOTES) and before > 0:
        count = id_of(before)
        return (("note", text(f"Before, {{value}}`{count}` were counted {{fact}}`{count}`.")),)
    return ()
