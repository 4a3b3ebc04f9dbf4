"""Reads explainer pages: a YAML header between lines of three dashes, then Markdown."""

from pathlib import PurePosixPath

from sitegen import yamltree
from sitegen.diagnostics import Diagnostic, Span, error
from sitegen.load.prose import cut_sentences
from sitegen.load.registers import bad_id
from sitegen.schema import PageEntry, PageHeader, Record, validate
from sitegen.schema.scalars import MAX_PROSE
from sitegen.yamltree import Scalar

_FENCE = "---"


def read_page(text: str, path: str) -> tuple[PageEntry | None, list[Diagnostic]]:
    """One page; its id is the name of its file. `text` has LF line ends."""
    key = Scalar(PurePosixPath(path).stem, True, 1, 1, 1, 1 + len(_FENCE))
    diagnostics = bad_id(key, path, kind="page")
    lines = text.split("\n")
    fences = (n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE)
    closing = next(fences, None)
    if lines[0].rstrip() != _FENCE or closing is None:
        return None, [*diagnostics, _no_header(lines, path)]
    record, problems = _header(lines[1:closing], path, key)
    diagnostics += problems
    body = "\n".join(lines[closing + 1 :])
    if len(body.encode()) > MAX_PROSE:
        place = Span(path, closing + 2, 1, closing + 2, 1)
        limit = f"a page's text over {MAX_PROSE // 1024} KB is not allowed"
        hint = "split it into several pages"
        diagnostics.append(error("forbidden-yaml", limit, place, hints=(hint,)))
        return None, diagnostics
    diagnostics += yamltree.hidden_characters("\n" * (closing + 1) + body, path)
    if record is None:
        return None, diagnostics
    return PageEntry(record, body, closing + 2), diagnostics


def _header(
    lines: list[str], path: str, key: Scalar
) -> tuple[Record[PageHeader] | None, list[Diagnostic]]:
    header = "\n".join(["", *lines])  # the empty line keeps the header's line numbers
    root, problems = yamltree.parse(header, path)
    diagnostics = list(problems)
    if root is None:
        if not problems:
            place = Span(path, 1, 1, 1, 1 + len(_FENCE))
            message = "the page's header is empty and needs “title”"
            diagnostics.append(error("missing-field", message, place))
        return None, diagnostics
    record, problems = validate(PageHeader, root, path, key, what="a page's header")
    return record, [*diagnostics, *problems, *cut_sentences(root, header, path)]


def _no_header(lines: list[str], path: str) -> Diagnostic:
    if lines[0].rstrip() == _FENCE:
        message = "the page's header is not closed"
        hint = "end it with a line of three dashes, ---, before the text"
    else:
        message = "the page has no header"
        hint = "begin the page with a line ---, then title: …, then another line ---"
    place = Span(path, 1, 1, 1, 1 + len(lines[0]))
    return error("missing-field", message, place, hints=(hint,))
