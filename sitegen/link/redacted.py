"""What redaction cannot reach: ids, measures and files whose own names or bytes tell."""

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.model import Factsheet

_WORD = re.compile(r"[^\W_]+")


def untold(factsheet: Factsheet) -> Iterator[Diagnostic]:
    """A `redacted-words` for each name or file that would tell what the site must not.

    Ids become addresses and are written everywhere, and a picture's bytes cannot be rewritten. A
    redaction that is limited to lines concerns neither.
    """
    secrets = dict.fromkeys(_secrets(factsheet))
    if not secrets:
        return
    hidden = {secret: _words(secret) for secret in secrets}
    for kind, name, place in _names(factsheet):
        words = _words(name)
        for secret in secrets:
            if _tells(words, hidden[secret]):
                message = f"the {kind} “{name}” tells what the site must not: “{secret}”"
                yield error("redacted-words", message, place, hints=("choose another name",))
    for asset in factsheet.assets:
        words = _words(asset.path)
        place = Span(f"content/assets/{asset.path}", 1, 1, 1, 1)
        for secret in secrets:
            if secret.encode() in asset.content or _tells(words, hidden[secret]):
                message = f"the file holds what the site must not: “{secret}”"
                yield error("redacted-words", message, place)


def _secrets(factsheet: Factsheet) -> Iterator[str]:
    for source in factsheet.sources.values():
        yield from (redaction.exact for redaction in source.redact if redaction.lines is None)
    for person in factsheet.people.values():
        if person.private:
            yield from (person.name, *person.aliases)


def _names(factsheet: Factsheet) -> Iterator[tuple[str, str, Span]]:
    for kind, records in (
        ("source id", factsheet.sources),
        ("person id", factsheet.people),
        ("topic id", factsheet.topics),
        ("fact id", factsheet.facts),
        ("page id", factsheet.pages),
    ):
        for record in records.values():
            yield kind, record.id, record.places()
    for fact in factsheet.facts.values():
        if fact.measure is not None:
            yield "measure", fact.measure, fact.places("measure")
        for index, older in enumerate(fact.formerly):
            yield "former id", older, fact.places("formerly", index)


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _tells(words: list[str], hidden: list[str]) -> bool:
    """Whether a name holds the words of a secret, one after the other, however they are joined.

    Several words also tell when they are run together (`barbarastacks`); one word must be whole, so
    that “Kim” does not forbid `kimono`.
    """
    if not hidden:
        return False
    if len(hidden) > 1 and "".join(hidden) in "".join(words):
        return True
    last = len(words) - len(hidden)
    return any(words[at : at + len(hidden)] == hidden for at in range(last + 1))
