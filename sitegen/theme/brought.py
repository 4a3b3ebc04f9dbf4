"""The templates that sitegen brings, read, checked and compiled once for all runs.

Their code is kept where Python keeps that of sitegen's own modules, in a `__pycache__` beside them,
and read by Python's own importer. Whoever can write there can write sitegen itself: so no project
and no theme can bring code in this way. Templates of projects are never kept on a disk.
"""

import marshal
from collections.abc import Mapping
from functools import lru_cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, MappingProxyType
from typing import Any

import jinja2

from sitegen import __version__
from sitegen.digest import fingerprint
from sitegen.frozen import NamedTuple
from sitegen.theme import rules
from sitegen.theme.environment import environment
from sitegen.theme.layers import Source
from sitegen.theme.reading import Reading, reading

_ENGINE = (
    "brought.py",
    "compiling.py",
    "environment.py",
    "purity.py",
    "reading.py",
    "rules.py",
)
_FILE = Path(__file__).with_name("_brought_templates.py")  # there is none: only its code is kept


class Brought(NamedTuple):
    """A template of the default theme that breaks no rule; what it draws on and reads; its code."""

    text: str
    references: tuple[tuple[int, str], ...]
    macros: frozenset[str]
    reading: Reading
    marshalled: bytes

    @property
    def code(self) -> CodeType:
        """The compiled template."""
        code: CodeType = marshal.loads(self.marshalled)  # noqa: S302 - see above
        return code


def brought(sources: Mapping[str, Source]) -> Mapping[str, Brought]:
    """By name the templates that sitegen brings, given all of them and no others.

    None where one of them breaks a rule: then all are to be checked like any other.
    """
    return _brought(tuple(sources.items()))


@lru_cache(maxsize=1)  # they are the same for every project, and few runs have two themes to load
def _brought(named: tuple[tuple[str, Source], ...]) -> Mapping[str, Brought]:
    sources = dict(named)
    loader = _Loader(sources, _digest(sources))
    try:
        templates = loader.opened(loader.get_code(loader.name))
    except Exception:  # rubbish, which may be anything
        templates = None
    if templates is None:
        templates = loader.opened(loader.source_to_code())
    return MappingProxyType(
        {
            name: Brought(
                sources[name].text, references, frozenset(macros), Reading._make(read), code
            )
            for name, references, macros, read, code in templates or ()
        }
    )


class _Loader(SourceFileLoader):
    """Python's own loader, which compiles templates instead of a module's text.

    It tells one state of a source from another by time and size. Here a digest stands in for the
    time, as far as there is room; the whole one comes first of what is kept.
    """

    def __init__(self, sources: Mapping[str, Source], digest: str) -> None:
        super().__init__("sitegen.theme._brought_templates", str(_FILE))
        self._sources = sources
        self._digest = digest

    def path_stats(self, path: str) -> dict[str, Any]:
        """What must stand in the head of the kept code for it to be read."""
        return {"mtime": int(self._digest[:8], 16), "size": 0}

    def get_data(self, path: str) -> bytes:
        """The bytes of the kept code; the source is no file, and of no size."""
        return b"" if path == self.path else super().get_data(path)

    def source_to_code(self, *_: Any, **__: Any) -> CodeType:  # type: ignore[override]  # a static method there
        """A code that does nothing, and has all templates among its constants."""
        templates = marshal.dumps(_compiled(self._sources))
        constants = (self._digest, fingerprint(templates), templates)
        return compile("", str(_FILE), "exec").replace(co_consts=constants)

    def opened(self, code: CodeType | None) -> tuple[Any, ...] | None:
        """The templates in a code, if it is what `source_to_code` gives, whole and unspoilt."""
        match code.co_consts if code else ():
            case (self._digest, check, bytes(templates)) if check == fingerprint(templates):
                found: tuple[Any, ...] = marshal.loads(templates)  # noqa: S302 - see above
                return found
        return None


def _digest(sources: Mapping[str, Source]) -> str:
    """Of all that the templates' code depends on."""
    engine = (_FILE.with_name(name).read_bytes() for name in _ENGINE)
    texts = (part.encode() for name in sorted(sources) for part in (name, *sources[name]))
    return fingerprint(__version__.encode(), jinja2.__version__.encode(), *engine, *texts)


def _compiled(sources: Mapping[str, Source]) -> tuple[Any, ...]:
    """For each template its name, what it draws on, its macros, what it reads, and its code; if all
    is right.
    """
    made = environment(sources)
    trees = {name: rules.parse(made, source.text) for name, source in sources.items()}
    read = {name: tree for name, tree in trees.items() if not isinstance(tree, rules.Breach)}
    macros = {name: rules.macros(tree) for name, tree in read.items()}
    if len(read) < len(trees) or any(rules.breaches(tree, macros) for tree in read.values()):
        return ()
    try:
        return tuple(
            (
                name,
                rules.references(tree),
                tuple(sorted(macros[name])),
                tuple(reading(tree)),
                marshal.dumps(made.compile(sources[name].text, name, sources[name].origin)),
            )
            for name, tree in read.items()
        )
    except jinja2.TemplateSyntaxError:  # such as two blocks of one name: told when it is rendered
        return ()
