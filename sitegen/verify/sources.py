"""Checks of the sources themselves: is the text the copy that was annotated?"""

from collections.abc import Iterator

from sitegen import anchor
from sitegen.diagnostics import Diagnostic, error
from sitegen.model import LineRange, Selector
from sitegen.verify.findings import Findings


def sources_are_pinned(findings: Findings) -> Iterator[Diagnostic]:
    """`source-changed`: the text's hash is not the one that was written down."""
    for source in findings.factsheet.sources.values():
        if source.article and source.article.sha256 != source.sha256:
            yield error(
                "source-changed",
                f"{source.text} is not the copy that was annotated: its sha256 is "
                f"{source.article.sha256}",
                source.places("sha256"),
                hints=(
                    "restore the text; or, if the new copy is the right one, check what it changes "
                    f"and write sha256: {source.article.sha256}",
                ),
            )


def redactions_stand(findings: Findings) -> Iterator[Diagnostic]:
    """`quote-missing`: words to redact that do not stand in the text; nothing would hide them."""
    for source in findings.factsheet.sources.values():
        text = findings.texts.get(source.id)
        if text is None:
            continue
        for index, redaction in enumerate(source.redact):
            last = max(1, len(text.lines))
            lines = redaction.lines or LineRange(1, last)
            outcome = anchor.locate(text, Selector(lines, (redaction.exact,)))
            if isinstance(outcome, anchor.OutOfRange):
                yield error(
                    "bad-lines",
                    f"{source.text} ends with line {outcome.last}",
                    source.places("redact", index, "lines" if redaction.lines else "exact"),
                )
            elif not isinstance(outcome, anchor.Found | anchor.Ambiguous):
                where = lines.words if redaction.lines else source.text
                yield error(
                    "quote-missing",
                    f"the words to redact do not stand in {where}",
                    source.places("redact", index, "exact"),
                    hints=("copy them from the text, letter by letter",),
                )
