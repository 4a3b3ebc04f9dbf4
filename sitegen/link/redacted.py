"""What redaction cannot reach: ids, measures and files whose own names or bytes tell."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.memory import Memory
from sitegen.model import Fact, Factsheet

_Name = tuple[str, str, Callable[[], Span]]  # what kind of name it is, the name, and its place
_Hidden = Mapping[str, list[str]]  # the words of each secret
_WORD = re.compile(r"[^\W_]+")


def untold(factsheet: Factsheet, memory: Memory) -> Iterator[Diagnostic]:
    """A `redacted-words` for each name or file that would tell what the site must not.

    Ids become addresses and are written everywhere, and a picture's bytes cannot be rewritten. A
    redaction that is limited to lines concerns neither.
    """
    secrets = tuple(dict.fromkeys(_secrets(factsheet)))
    if not secrets:
        return
    hidden = {secret: _words(secret) for secret in secrets}
    yield from _told(_names(factsheet), hidden)
    for ids in factsheet.files.values():
        facts = tuple(map(factsheet.facts.__getitem__, ids))
        work = partial(_told_by, facts, hidden)
        yield from memory.once("link: names", secrets, facts, work)
    for asset in factsheet.assets:
        words = _words(asset.path)
        place = Span(f"content/assets/{asset.path}", 1, 1, 1, 1)
        for secret in secrets:
            if secret.encode() in asset.content or _tells(words, hidden[secret]):
                message = f"the file holds what the site must not: “{secret}”"
                yield error("redacted-words", message, place)


def _told_by(facts: tuple[Fact, ...], hidden: _Hidden) -> tuple[Diagnostic, ...]:
    return tuple(_told(_names_of_facts(facts), hidden))


def _told(names: Iterable[_Name], hidden: _Hidden) -> Iterator[Diagnostic]:
    for kind, name, place in names:
        words = _words(name)
        for secret, in_words in hidden.items():
            if _tells(words, in_words):
                message = f"the {kind} “{name}” tells what the site must not: “{secret}”"
                yield error("redacted-words", message, place(), hints=("choose another name",))


def _secrets(factsheet: Factsheet) -> Iterator[str]:
    for source in factsheet.sources.values():
        yield from (redaction.exact for redaction in source.redact if redaction.lines is None)
    for person in factsheet.people.values():
        if person.private:
            yield from (person.name, *person.aliases)


def _names(factsheet: Factsheet) -> Iterator[_Name]:
    for kind, records in (
        ("source id", factsheet.sources),
        ("person id", factsheet.people),
        ("topic id", factsheet.topics),
        ("page id", factsheet.pages),
    ):
        for record in records.values():
            yield kind, record.id, record.places


def _names_of_facts(facts: Iterable[Fact]) -> Iterator[_Name]:
    for fact in facts:
        yield "fact id", fact.id, fact.places
        if fact.measure is not None:
            yield "measure", fact.measure, partial(fact.places, "measure")
        for index, older in enumerate(fact.formerly):
            yield "former id", older, partial(fact.places, "formerly", index)


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
