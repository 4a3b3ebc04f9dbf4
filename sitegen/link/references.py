"""Checks each role, directive, link and picture where it stands in prose."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.diagnostics import Diagnostic, error, nearest_name, warning
from sitegen.frozen import dataclass
from sitegen.link.destinations import Destinations, Refusal
from sitegen.link.selection import DIRECTIVES, Choice, Problem, select
from sitegen.linked import At, Destination, dated, quoted
from sitegen.markdown import (
    Directive,
    Hyperlink,
    Image,
    Place,
    Role,
    inline_references,
)
from sitegen.model import Fact
from sitegen.prose import Passage


@dataclass(frozen=True, slots=True)
class References:
    """What the references of all texts came to. Those with a problem are only in `diagnostics`."""

    destinations: Mapping[At, Destination]
    selections: Mapping[At, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]


def _always(_fact: Fact) -> bool:
    return True


# What a fact must have for a role to show it, and how a message says that it lacks it.
_FACT_ROLES: Mapping[str, tuple[Callable[[Fact], bool], str]] = {
    "fact": (_always, ""),
    "quote": (lambda fact: bool(quoted(fact)), "quotes no words"),
    "value": (lambda fact: fact.value is not None, "has no value"),
    "date": (lambda fact: dated(fact) is not None, "has no date"),
}
ROLES = frozenset({*_FACT_ROLES, "person", "plain"})
"""The roles that prose may use."""


def check(texts: tuple[Passage, ...], destinations: Destinations, choice: Choice) -> References:
    """Every reference of every text: where it leads, or why it leads nowhere.

    Codes: unknown-role, unknown-fact, unknown-person, wrong-role, bad-option, broken-link.
    """
    found: dict[At, Destination] = {}
    selections: dict[At, tuple[str, ...]] = {}
    diagnostics: list[Diagnostic] = []
    for passage in texts:
        for reference in passage.prose.references:
            at = At(passage.key, reference.place)
            match reference:
                case Role():
                    diagnostics += _role(reference, passage, destinations)
                case Directive():
                    selected = _directive(reference, passage, choice, diagnostics)
                    if selected is not None:
                        selections[at] = selected
                case Hyperlink() | Image():
                    diagnostics += _roles_within(reference, passage)
                    diagnostics += _undescribed(reference, passage)
                    destination = (
                        destinations.link(passage.key, reference.href)
                        if isinstance(reference, Hyperlink)
                        else destinations.image(reference.src)
                    )
                    if isinstance(destination, Refusal):
                        diagnostics.append(_broken(destination, passage, reference.place))
                    else:
                        found[at] = destination
    return References(found, selections, tuple(diagnostics))


def _broken(refusal: Refusal, passage: Passage, place: Place) -> Diagnostic:
    return _problem(passage, place, "broken-link", refusal.message, refusal.hints)


def _problem(
    passage: Passage, place: Place, code: str, message: str, hints: tuple[str, ...] = ()
) -> Diagnostic:
    return error(code, message, passage.span(place), fact=passage.fact, hints=hints)


def _role(role: Role, passage: Passage, destinations: Destinations) -> Iterator[Diagnostic]:
    """What is wrong with a role: its name, its target, or what it asks of its target."""
    factsheet = destinations.factsheet
    if role.name not in ROLES:
        hints = nearest_name(role.name, ROLES) or (f"roles are {', '.join(sorted(ROLES))}",)
        message = f"there is no role “{role.name}”"
        yield _problem(passage, role.place, "unknown-role", message, hints)
    elif role.name == "person" and role.target not in factsheet.people:
        if factsheet.may_have("person", role.target):
            return
        hints = nearest_name(role.target, factsheet.people)
        message = f"there is no person “{role.target}”"
        yield _problem(passage, role.place, "unknown-person", message, hints)
    elif role.name in _FACT_ROLES:
        known = factsheet.facts
        fact = known.get(role.target)
        if fact is None:
            if factsheet.may_have("fact", role.target):
                return
            newer = destinations.former.get(role.target)
            hints = (f"it is now “{newer}”",) if newer else nearest_name(role.target, known)
            message = f"there is no fact “{role.target}”"
            yield _problem(passage, role.place, "unknown-fact", message, hints)
            return
        suits, lack = _FACT_ROLES[role.name]
        if not suits(fact):
            message = f"{{{role.name}}} asks for what “{fact.id}” has not: it {lack}"
            yield _problem(passage, role.place, "wrong-role", message)


def _undescribed(reference: Hyperlink | Image, passage: Passage) -> Iterator[Diagnostic]:
    """A picture that says nothing to who cannot see it (WCAG 2.2, 1.1.1)."""
    if isinstance(reference, Image) and not reference.alt.strip():
        message = "this picture says nothing to a reader who cannot see it"
        hint = f"write what it shows: ![what it shows]({reference.src})"
        place = passage.span(reference.place)
        yield warning("missing-field", message, place, fact=passage.fact, hints=(hint,))


def _roles_within(reference: Hyperlink | Image, passage: Passage) -> Iterator[Diagnostic]:
    """Roles in a link's words: most are links themselves, and no link holds another."""
    if isinstance(reference, Hyperlink):
        for inner in inline_references(reference.children):
            if isinstance(inner, Role) and inner.name in ROLES and inner.name != "plain":
                message = f"{{{inner.name}}} stands within a link, and is a link itself"
                hints = ("put it before or after the link",)
                yield _problem(passage, inner.place, "wrong-role", message, hints)


def _directive(
    directive: Directive, passage: Passage, choice: Choice, diagnostics: list[Diagnostic]
) -> tuple[str, ...] | None:
    """The facts that a directive selects; None after a problem, which joins the diagnostics."""
    if directive.name not in DIRECTIVES:
        hints = nearest_name(directive.name, DIRECTIVES)
        hints = hints or (f"directives are {', '.join(sorted(DIRECTIVES))}",)
        message = f"there is no directive “{directive.name}”"
        diagnostics.append(_problem(passage, directive.place, "unknown-role", message, hints))
        return None
    if passage.key.kind != "page":
        message = f":::{{{directive.name}}} stands only on an explainer page"
        diagnostics.append(_problem(passage, directive.place, "unknown-role", message))
        return None
    selected = select(directive, choice)
    if isinstance(selected, tuple):
        return selected
    diagnostics += (_option(problem, passage) for problem in selected)
    return None


def _option(problem: Problem, passage: Passage) -> Diagnostic:
    return _problem(passage, problem.place, problem.code, problem.message, problem.hints)
