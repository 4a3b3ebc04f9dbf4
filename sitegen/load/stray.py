"""Files in content/ that nothing reads, and where they probably belong."""

from pathlib import PurePosixPath

from sitegen.diagnostics import Diagnostic, Span, error, nearest_name
from sitegen.load.registers import REGISTERS

_FILES = ("site.yaml", *(f"{register.name}.yaml" for register in REGISTERS))
_STEMS = tuple(PurePosixPath(name).stem for name in _FILES)
_ENDINGS = {".yml": ".yaml", ".markdown": ".md"}
_LAYOUT = f"content/ holds {', '.join(_FILES)}, facts/, pages/ and assets/"


def stray(path: str) -> Diagnostic:
    """A `stray-file`, with a hint where the file belongs."""
    return error("stray-file", f"nothing reads {path}", Span(path, 1, 1, 1, 1), hints=_hints(path))


def _hints(path: str) -> tuple[str, ...]:
    file = PurePosixPath(path)
    ending = _ENDINGS.get(file.suffix.lower(), file.suffix.lower())
    if ending != file.suffix and ending in {".yaml", ".md"}:
        return (f"rename it to {file.with_suffix(ending)}",)
    match file.parts[1:]:
        case ("pages", *_):
            return (
                "pages are .md files directly in content/pages/; pictures go to content/assets/",
            )
        case ("facts", *_):
            return ("facts are .yaml files",)
        case (name,) if name.endswith(".md"):
            return (f"pages belong in content/pages/: move it to content/pages/{name}",)
        case ("facts.yaml",):
            return ("facts belong in content/facts/: move it to content/facts/facts.yaml",)
        case (name,) if nearest_name(file.stem, _STEMS):
            return nearest_name(name, _FILES)
        case (name,) if ending == ".yaml":
            return (f"if it holds facts: move it to content/facts/{name}", _LAYOUT)
        case _:
            return (_LAYOUT,)
