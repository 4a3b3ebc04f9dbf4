"""From a form that an editor has filled in to the record that is written."""

from sitegen.drafts import NewFact, NewSkip
from sitegen.preview.annotate.bodies import CitationBody, FactBody, SkipBody, written
from sitegen.preview.annotate.problems import Json, ProblemError
from sitegen.preview.annotate.sheet import Sheet

_PEOPLE = ("speaker", "according_to", "addressee")
_OF_SKIP = ("source", "lines", "exact")


def new_fact(asked: FactBody, sheet: Sheet) -> tuple[NewFact, Json]:
    """The fact, and what else may be written for somebody who is not in people.yaml.

    The latter is `{"offer": {field: {"unnamed": …}}}`, or empty. Raises ProblemError.
    """
    given = written(asked.fields)
    identifier = given.pop("id", None)
    if not identifier:
        raise ProblemError("the fact needs an id", "such as west-2020-votes", field="id")
    cite = _cite(asked.citation)
    fields, offers = _with_people(given, sheet)
    return NewFact(identifier, {**_in_digits(fields), "cite": cite}), offers


def new_skip(asked: SkipBody) -> NewSkip:
    """The passage that is left out. Raises ProblemError."""
    because = " ".join(asked.because.split())
    if not because:
        raise ProblemError(
            "a passage is left out for a reason", "say it in a sentence", field="because"
        )
    cite = _cite(asked.citation)
    return NewSkip({**{name: cite[name] for name in _OF_SKIP}, "because": because})


def _cite(citation: CitationBody) -> Json:
    """A citation as it is written."""
    given = written(citation)
    for needed in _OF_SKIP:
        if not given.get(needed):
            raise ProblemError(f"the citation needs “{needed}”", "select the words again")
    return {**given, "lines": str(given["lines"])}


def _in_digits(fields: Json) -> Json:
    """The fields with numbers in plain digits."""
    return {
        name: f"{value:g}" if isinstance(value, float) else value for name, value in fields.items()
    }


def _with_people(fields: Json, sheet: Sheet) -> tuple[Json, Json]:
    """The fields with ids for the names in them, and what may be written for who has none."""
    changed = dict(fields)
    offers: Json = {}
    for field in _PEOPLE:
        given = fields.get(field)
        if not isinstance(given, str) or given in sheet.factsheet.people:
            continue
        known = _called(given, sheet)
        if known is not None:
            changed[field] = known
        else:
            offers[field] = {"unnamed": given}
    return changed, {"offer": offers} if offers else {}


def _called(name: str, sheet: Sheet) -> str | None:
    """The only person of that name."""
    wanted = name.casefold()
    found = [
        person.id
        for person in sheet.factsheet.people.values()
        if wanted in {one.casefold() for one in (person.name, *person.aliases)}
    ]
    return found[0] if len(found) == 1 else None
