"""Which facts a directive shows: its options, read and applied."""

from collections.abc import Callable, Mapping

from sitegen.diagnostics import nearest_name
from sitegen.frozen import dataclass
from sitegen.linked import dated, reading_order
from sitegen.markdown import Directive, Option, Place
from sitegen.model import Fact, FactKind, Factsheet

DIRECTIVES = frozenset({"facts", "timeline", "chart", "compare"})
"""The directives that a page may use."""

_OPTIONS = ("ids", "topic", "measure", "kind")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a directive, and where in its text."""

    code: str
    message: str
    place: Place
    hints: tuple[str, ...] = ()


def _is_counted(fact: Fact) -> bool:
    """Whether a fact can be a bar: a count with a number. A rank's bar would grow as it falls."""
    return fact.kind is FactKind.COUNT and fact.value is not None and fact.value.number is not None


# What a directive needs of each fact, and how a message says that one lacks it.
_NEEDED: Mapping[str, tuple[Callable[[Fact], bool], str]] = {
    "timeline": (lambda fact: dated(fact) is not None, "has no date"),
    "chart": (_is_counted, "counts nothing that can be drawn"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The facts to select from; `topics`, `measures` and `every` have ids in the reading order."""

    factsheet: Factsheet
    topics: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, tuple[str, ...]]
    every: Callable[[], tuple[str, ...]]

    def fitting(self, options: Mapping[str, Option]) -> tuple[str, ...]:
        """The facts among which are all that fit; few, where an option says of which kind."""
        if "measure" in options:
            return self.measures.get(options["measure"].value, ())
        if "topic" in options:
            return self.topics.get(options["topic"].value, ())
        return self.every()


def select(directive: Directive, choice: Choice) -> tuple[str, ...] | list[Problem]:
    """The facts that fit all options: in the order of `ids`, else in the reading order.

    A timeline takes those with a date, a chart those with a figure. A list of problems instead when
    an option is wrong, or nothing is left to show. Codes: unknown-fact, unknown-topic, bad-option.
    """
    factsheet = choice.factsheet
    problems = list(_form(directive))
    options = {option.name: option for option in directive.options}
    ids = _ids(options.get("ids"), factsheet, problems)
    problems += _values(options, choice)
    if problems:
        return problems
    names = ids if "ids" in options else choice.fitting(options)
    facts = [factsheet.facts[name] for name in names if name in factsheet.facts]
    facts = [fact for fact in facts if _fits(fact, options)]
    if directive.name in _NEEDED:
        suits, lack = _NEEDED[directive.name]
        if "ids" in options:  # who names a fact wants to see it
            place = options["ids"].place
            problems += (
                Problem("bad-option", f"“{fact.id}” {lack}", place)
                for fact in facts
                if not suits(fact)
            )
        facts = [fact for fact in facts if suits(fact)]
    if directive.name == "timeline" and "ids" in options:
        facts = sorted(facts, key=reading_order)
    if directive.name == "chart":
        problems += _units(facts, directive)
    if not facts and not _some_unread(factsheet):
        wanted = {"timeline": "no fact with a date", "chart": "no fact with a number to draw"}
        message = f"{wanted.get(directive.name, 'no fact')} fits these options"
        if not problems:
            problems.append(Problem("bad-option", message, directive.place))
    return problems or tuple(fact.id for fact in facts)


def _some_unread(factsheet: Factsheet) -> bool:
    return bool(factsheet.unread.get("fact")) or "fact" in factsheet.unlisted


def _form(directive: Directive) -> list[Problem]:
    """Options that the directive does not have or has twice, and text that it does not take."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for option in directive.options:
        if option.name not in _OPTIONS:
            hints = nearest_name(option.name, _OPTIONS) or (f"options are {', '.join(_OPTIONS)}",)
            message = f"there is no option “{option.name}”"
            problems.append(Problem("bad-option", message, option.place, hints))
        elif option.name in seen or not option.value:
            state = "stands twice" if option.name in seen else "says nothing"
            message = f"the option “{option.name}” {state}"
            problems.append(Problem("bad-option", message, option.place))
        seen.add(option.name)
    if directive.argument or directive.body.strip():
        hint = "options are written below the opening line, as in :ids: one two"
        message = f":::{{{directive.name}}} takes options, and no other text"
        problems.append(Problem("bad-option", message, directive.place, (hint,)))
    return problems


def _ids(option: Option | None, factsheet: Factsheet, problems: list[Problem]) -> list[str]:
    if option is None:
        return []
    names = list(dict.fromkeys(option.value.replace(",", " ").split()))
    for name in names:
        if name not in factsheet.facts and not factsheet.may_have("fact", name):
            hints = nearest_name(name, factsheet.facts)
            problems.append(
                Problem("unknown-fact", f"there is no fact “{name}”", option.place, hints)
            )
    return names


def _values(options: Mapping[str, Option], choice: Choice) -> list[Problem]:
    """Topics, measures and kinds that nothing has."""
    problems = []
    factsheet = choice.factsheet
    for name, code, known in (
        ("topic", "unknown-topic", tuple(factsheet.topics)),
        ("measure", "bad-option", tuple(sorted(filter(None, choice.measures)))),
        ("kind", "bad-option", tuple(FactKind)),
    ):
        option = options.get(name)
        if option is None or not option.value or factsheet.may_have(name, option.value):
            continue
        if name == "measure" and _some_unread(factsheet):
            continue  # a fact that could not be read may have it
        if option.value not in known:
            hints = nearest_name(option.value, known)
            message = f"there is no {name} “{option.value}”"
            problems.append(Problem(code, message, option.place, hints))
    return problems


def _fits(fact: Fact, options: Mapping[str, Option]) -> bool:
    return (
        ("topic" not in options or options["topic"].value in fact.topics)
        and ("measure" not in options or options["measure"].value == fact.measure)
        and ("kind" not in options or options["kind"].value == fact.kind)
    )


def _units(facts: list[Fact], directive: Directive) -> list[Problem]:
    """Bars can be compared only when they count the same."""
    units = sorted({fact.unit or f"of {fact.of}" for fact in facts})
    if len(units) < 2:  # noqa: PLR2004 (two of them differ)
        return []
    message = f"the figures are not of one unit: {', '.join(units)}"
    hint = "choose facts of one unit with :ids: or :measure:"
    return [Problem("bad-option", message, directive.place, (hint,))]
