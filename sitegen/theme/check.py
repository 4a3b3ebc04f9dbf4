"""The templates of a theme against the rules, all together: every breach in one run."""

from collections.abc import Iterator, Mapping

from jinja2 import Environment

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.theme import rules
from sitegen.theme.brought import Brought
from sitegen.theme.layers import Source
from sitegen.theme.reading import Reading, reading
from sitegen.theme.templates import Templates


def check(
    environment: Environment, sources: Mapping[str, Source], known: Templates
) -> tuple[dict[str, frozenset[str]], dict[str, Reading], list[Diagnostic]]:
    """For each template, itself and all that it draws on, however indirectly; what it reads itself;
    and what is wrong.

    A template that cannot be read is left out of the first two. `known` has those of earlier runs.
    """
    settled = _settled(known.brought(sources))
    others = {name: source for name, source in sources.items() if name not in settled}
    parsed = known.parsed(environment, (source.text for source in others.values()))
    templates, diagnostics = _sorted_out(parsed, others)
    references = {name: rules.references(template) for name, template in templates.items()}
    macros = {name: rules.macros(template) for name, template in templates.items()}
    references |= {name: template.references for name, template in settled.items()}
    macros |= {name: template.macros for name, template in settled.items()}
    readings = {name: reading(template) for name, template in templates.items()}
    readings |= {name: template.reading for name, template in settled.items()}
    closures = {name: _closure(name, references) for name in sources if name in references}
    diagnostics.extend(_breaches(templates, macros, others))
    for name, outgoing in references.items():
        for line, target in outgoing:
            if name in closures.get(target, ()):
                message = f"“{target}” leads back to this template, and neither would ever end"
                diagnostics.append(_diagnostic(sources[name], rules.Breach(line, message)))
    return closures, readings, diagnostics


def _settled(brought: Mapping[str, Brought]) -> dict[str, Brought]:
    """Of the templates that are sitegen's own, those that draw on such ones alone: all is right.

    One that draws on a project's template may import a macro that this one lacks.
    """
    settled = dict(brought)
    while unsettled := [
        name
        for name, template in settled.items()
        if not all(target in settled for _, target in template.references)
    ]:
        for name in unsettled:
            del settled[name]
    return settled


def _sorted_out(
    parsed: Mapping[str, rules.Nodes | rules.Breach], sources: Mapping[str, Source]
) -> tuple[dict[str, rules.Nodes], list[Diagnostic]]:
    """The nodes of each template by its name; those with the same text share theirs."""
    templates: dict[str, rules.Nodes] = {}
    diagnostics: list[Diagnostic] = []
    for name, source in sources.items():
        match parsed[source.text]:
            case rules.Breach() as breach:
                diagnostics.append(_diagnostic(source, breach))
            case template:
                templates[name] = template
    return templates, diagnostics


def _breaches(
    templates: Mapping[str, rules.Nodes],
    macros: Mapping[str, frozenset[str]],
    sources: Mapping[str, Source],
) -> Iterator[Diagnostic]:
    once = {sources[name]: template for name, template in templates.items()}
    for source, template in once.items():
        for breach in rules.breaches(template, macros):
            yield _diagnostic(source, breach)


def _closure(name: str, references: Mapping[str, tuple[tuple[int, str], ...]]) -> frozenset[str]:
    reached: set[str] = set()
    pending = [name]
    while pending:
        current = pending.pop()
        if current in references and current not in reached:
            reached.add(current)
            pending.extend(target for _, target in references[current])
    return frozenset(reached)


def _diagnostic(source: Source, breach: rules.Breach) -> Diagnostic:
    text = source.text.split("\n")[breach.line - 1].rstrip()
    first = len(text) - len(text.lstrip()) + 1
    span = Span(source.origin, breach.line, first, breach.line, len(text) + 1)
    return error("template-error", breach.message, span, hints=breach.hints)
