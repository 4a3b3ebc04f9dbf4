"""`sitegen add`: registers an article, and drafts its facts."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sitegen import build, report
from sitegen.build import Checked
from sitegen.cli.exits import Exit
from sitegen.config import Environment
from sitegen.diagnostics import Diagnostic, Severity
from sitegen.drafts import Appended
from sitegen.drafts.add import article, texts
from sitegen.drafts.add.asked import asked_for
from sitegen.drafts.add.commented import commented, uncommented
from sitegen.drafts.add.drafting import Drafts, drafts, without
from sitegen.drafts.add.metadata import Found
from sitegen.drafts.add.refused import Because, RefusedError
from sitegen.drafts.add.registering import Given, Registered, registered, stating
from sitegen.drafts.add.writing import write_all
from sitegen.drafts.register import modeline
from sitegen.drafts.suggest.sheet import Sheet
from sitegen.memory import Memory
from sitegen.model import Display, Verdict
from sitegen.recognise import TokenKind
from sitegen.snapshot import Snapshot

_SOUGHT = ("title", "publisher", "author", "published", "url")
_CALLED = {
    TokenKind.QUOTATION: "quotation",
    TokenKind.NUMBER: "number",
    TokenKind.DATE: "date",
}


def run_add(arguments: argparse.Namespace, project: Path, _: Environment) -> int:
    """Registers the article, and prints what was written and what to do next."""
    try:
        return _add(arguments, project)
    except RefusedError as refused:
        print(f"sitegen: {report.printable(refused.reason)}; nothing was written", file=sys.stderr)
        if refused.hint:
            print(f"  hint: {report.printable(refused.hint)}", file=sys.stderr)
        return Exit.WORLD if refused.because is Because.MACHINE else Exit.USAGE


def _add(arguments: argparse.Namespace, project: Path) -> int:
    """As `run_add`. Raises RefusedError, and OSError where a file cannot be read or written."""
    content = _content(arguments.file)
    desk = _Desk(project)
    language = desk.before.checked.factsheet.settings.language
    read = article.read(content, arguments.file, project, language)
    for note in read.notes:
        print(f"sitegen: {report.printable(note)}", file=sys.stderr)
    given = article.with_choices(read, arguments.id, arguments.url)
    new, found, facts = desk.drafted(given)
    made = Appended(new.facts, None, facts, 1)
    write_all(project, [*([new.article] if new.article else []), new.sources, made])
    _tell(arguments, new, found, given.found)
    return Exit.FINE


def _content(name: str) -> bytes:
    """What was given, as far as it is read: a byte more than may be shows that it is too large."""
    if name == article.STDIN:
        return sys.stdin.buffer.read(texts.MOST_BYTES + 1) if sys.stdin else b""
    with open(name, "rb") as stream:
        return stream.read(texts.MOST_BYTES + 1)


class _Desk:
    """A project in which a new source is tried before it is written."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.memory = Memory()
        self.snapshot = Snapshot(project)
        self.before = build.check(self.snapshot, memory=self.memory)

    def drafted(self, given: Given) -> tuple[Registered, Drafts, bytes]:
        """The source, its drafts and the file that holds them. Raises RefusedError."""
        new, after = self._registered(given)
        verdicts = after.checked.sources.get(new.id, {})
        stated = {name for name, verdict in verdicts.items() if verdict is Verdict.FOUND}
        if stated & given.found.inferred.keys():
            new, after = self._registered(stating(given, stated))
        found = drafts(Sheet(after.checked, self.memory), new.id, asked_for(self.snapshot))
        head = modeline(self.snapshot, new.facts, "facts")
        all_taken = self._check({**new.replacing, new.facts: uncommented(new.id, found)})
        # Who speaks is not in people.yaml yet: the file says so.
        wrong = {
            one.fact
            for one in self._told(all_taken)
            if one.fact is not None and one.code != "unknown-person"
        }
        found = without(found, wrong)
        return new, found, commented(new.id, found, head)

    def _registered(self, given: Given) -> tuple[Registered, Checked]:
        """The source, with the project as it will be: with no error that it had not."""
        wrong: Sequence[Diagnostic] = ()
        for display in (None, Display.EXCERPT):
            new = registered(self.snapshot, self.before.checked.factsheet, given, display)
            empty = commented(new.id, Drafts((), 0, {}), ())
            after = self._check({**new.replacing, new.facts: empty})
            wrong = self._told(after)
            if not wrong:
                return new, after
        raise RefusedError(f"the check would refuse it: {wrong[0].code}: {wrong[0].message}")

    def _check(self, replacing: dict[str, bytes]) -> Checked:
        after = build.check(Snapshot(self.project, replacing), memory=self.memory)
        self.memory.turn()
        return after

    def _told(self, after: Checked) -> list[Diagnostic]:
        """The errors that there were not before."""
        known = Counter((one.code, one.message) for one in self.before.diagnostics)
        found = []
        for one in after.diagnostics:
            if one.severity is not Severity.ERROR:
                continue
            known[one.code, one.message] -= 1
            if known[one.code, one.message] < 0:
                found.append(one)
        return found


def _tell(arguments: argparse.Namespace, new: Registered, found: Drafts, of: Found) -> None:
    """What was registered and where, what is known of it, how much is drafted, and what is next."""
    if arguments.quiet:
        print(report.printable(new.facts))
        return
    lies = "the article" if new.article else "the article, where it lay"
    print(report.printable(f"Registered “{new.id}”."))
    print(report.printable(f"  {new.text}: {lies}"))
    print(report.printable(f"  {new.sources.path}:{new.sources.line}: its record"))
    print(f"  {_found(of)}")
    print(report.printable(f"  {new.facts}: {_drafted(found)}"))
    if found.more:
        print(f"  {found.more:,} more are not drafted: `sitegen coverage` lists them.")
    print("Next: sitegen serve --open; or uncomment what you want, then sitegen check.")


def _found(of: Found) -> str:
    """Which fields of the record the article gave, and which not."""
    every = {known: [f for f in _SOUGHT if (f in of.fields) is known] for known in (True, False)}
    named = ((every[True], "found"), (every[False], "not found"))
    return "; ".join(f"{name}: {', '.join(fields)}" for fields, name in named if fields)


def _drafted(found: Drafts) -> str:
    """How many drafts of each kind."""
    counts = Counter(draft.token for draft in found.every)
    told = [report.counted(counts[kind], name) for kind, name in _CALLED.items() if counts[kind]]
    return f"drafts of {', '.join(told)}, as comments" if told else "no drafts"
