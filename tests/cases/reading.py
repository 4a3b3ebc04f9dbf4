"""Reads case files; see the README beside this file."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.build import Checked
from sitegen.diagnostics import Diagnostic, Edit

CASES = Path(__file__).parent
BASE = CASES / "base"

_CHARACTER = re.compile(r"\\u\{([0-9A-Fa-f]+)\}")
_BYTE = re.compile(rb"\\x\{([0-9A-Fa-f]{2})\}")
_DIGEST = re.compile(rb"@sha256\(([^)]+)\)")
_EXPECTED = re.compile(r"(.+?):(\d+):(\d+)(?:-(\d+))? (error|warning) ([a-z-]+)(?:(: | = )(.*))?")
_HINT = re.compile(r"  hint(: | = )(.+)")
_VERDICT = re.compile(r"verdict (source )?([\w-]+)(?:\.(\w+))?: ([a-z]+)")
_GONE = " (none)"
_NOTHING = "none"
_WHOLE = " = "


@dataclass(slots=True)
class Expected:
    path: str
    line: int
    column: int
    end_column: int | None  # None where the end of the span is not asked for
    severity: str
    code: str
    message: str
    whole: bool  # whether the message is all that is told, and not a part
    hints: list[tuple[str, bool]] = field(default_factory=list)  # each, and whether it is whole
    hint_count: int | None = None  # how many hints there are, if that is asked for
    related: list[str] = field(default_factory=list)
    fixes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ExpectedVerdict:
    """Of a field of a fact or a source; of a whole fact, if no field is given."""

    of_source: bool
    id: str
    field: str | None
    verdict: str

    def given(self, checked: Checked) -> str:
        """The verdict that a check gives there; “none” where it gives none."""
        sheet = checked.checked
        if self.of_source:
            return sheet.sources[self.id].get(self.field or "", "none")
        fact = sheet.facts[self.id]
        return fact.fields.get(self.field, "none") if self.field else fact.verdict


@dataclass(slots=True)
class Case:
    subject: str
    name: str
    files: dict[str, str | None]
    expected: list[Expected]
    verdicts: list[ExpectedVerdict] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """The case's project, below `folder`."""
        contents = {
            str(file.relative_to(BASE).as_posix()): file.read_bytes()
            for file in sorted(BASE.rglob("*"))
            if file.is_file()
        }
        for path, text in self.files.items():
            if text is None:
                contents.pop(path, None)
            else:
                contents[path] = _bytes(text)
        for path, content in contents.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_DIGEST.sub(lambda name: _digest(name[1], contents), content))


def _digest(name: bytes, contents: dict[str, bytes]) -> bytes:
    return hashlib.sha256(contents.get(name.decode(), b"")).hexdigest().encode()


def _bytes(text: str) -> bytes:
    text = _CHARACTER.sub(lambda code: chr(int(code[1], 16)), text)
    text = text.replace("\\r\n", "\r\n").replace("\\\n", "")
    return _BYTE.sub(lambda code: bytes([int(code[1], 16)]), text.encode("utf-8", "surrogatepass"))


def told(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    where = f"{span.path}:{span.line}:{span.column}" if span else "nowhere"
    return f"{where} {diagnostic.severity} {diagnostic.code}"


def differences(case: Case, checked: Checked) -> list[str]:
    """What a check says otherwise than a case expects; nothing, if the case passes."""
    diagnostics = checked.diagnostics
    expected = [f"{e.path}:{e.line}:{e.column} {e.severity} {e.code}" for e in case.expected]
    if [told(diagnostic) for diagnostic in diagnostics] != expected:
        return [f"{told(d)}: {d.message} {d.hints}" for d in diagnostics] or ["nothing"]
    unlike = [
        f"{told(diagnostic)}: {difference}"
        for diagnostic, wanted in zip(diagnostics, case.expected, strict=True)
        for difference in _unlike(diagnostic, wanted)
    ]
    return unlike + [
        f"{wanted}: {wanted.given(checked)}"
        for wanted in case.verdicts
        if wanted.given(checked) != wanted.verdict
    ]


def _unlike(diagnostic: Diagnostic, wanted: Expected) -> Iterator[str]:
    whole = diagnostic.message == wanted.message
    if not whole and (wanted.whole or wanted.message not in diagnostic.message):
        yield diagnostic.message
    given = diagnostic.hints or (_NOTHING,)
    for hint, is_whole in wanted.hints:
        if not (hint in given if is_whole else any(hint in one for one in given)):
            yield f"hints {diagnostic.hints}"
    if wanted.hint_count not in {None, len(diagnostic.hints)}:
        yield f"{len(diagnostic.hints)} hints {diagnostic.hints}"
    end = diagnostic.span.end_column if diagnostic.span else None
    if wanted.end_column not in {None, end}:
        yield f"end column {end}"
    places = [f"{r.span.path}:{r.span.line}:{r.span.column}" for r in diagnostic.related]
    if not set(wanted.related) <= set(places):
        yield f"places {places}"
    fixes = [_correction(edit) for edit in diagnostic.fixes] or [_NOTHING]
    if not set(wanted.fixes) <= set(fixes):
        yield f"fixes {fixes}"


def _correction(edit: Edit) -> str:
    accepting = f", accepting {edit.accept_source}" if edit.accept_source else ""
    return f"{edit.replacement}{accepting}"


def read_cases() -> list[Case]:
    return [case for file in sorted(CASES.glob("*.case")) for case in _read(file)]


def _read(file: Path) -> list[Case]:
    text = file.read_text(encoding="utf-8")
    _, *blocks = re.split(r"^== ", text, flags=re.MULTILINE)
    return [_case(file, block) for block in blocks]


def _case(file: Path, block: str) -> Case:
    opening, *sections = re.split(r"^-- (.+)\n", block, flags=re.MULTILINE)
    case = Case(file.stem, opening.strip(), {}, [])
    for title, text in zip(sections[::2], sections[1::2], strict=True):
        if title == "expect":
            for line in text.split("\n"):
                _expect(case, line, f"{file.name}, “{case.name}”")
        elif title.endswith(_GONE):
            case.files[title.removesuffix(_GONE)] = None
        else:  # the blank line before the next section is the case file's own
            case.files[title] = re.sub(r"\n\n$", "\n", text)
    assert "expect" in sections[::2], f"{file.name}: “{case.name}” expects nothing"
    return case


def _expect(case: Case, line: str, where: str) -> None:
    if hint := _HINT.fullmatch(line):
        case.expected[-1].hints.append((hint[2], hint[1] == _WHOLE))
    elif line.startswith("  hints: "):
        case.expected[-1].hint_count = int(line.removeprefix("  hints: "))
    elif line.startswith("  fix: "):
        case.expected[-1].fixes.append(line.removeprefix("  fix: "))
    elif line.startswith("  at "):
        case.expected[-1].related.append(line.removeprefix("  at "))
    elif verdict := _VERDICT.fullmatch(line):
        source, identifier, name, given = verdict.groups()
        case.verdicts.append(ExpectedVerdict(bool(source), identifier, name, given))
    elif line.strip():
        match = _EXPECTED.fullmatch(line)
        assert match, f"{where}: not an expectation: {line}"
        path, row, column, end, severity, code, how, message = match.groups()
        case.expected.append(
            Expected(
                path=path,
                line=int(row),
                column=int(column),
                end_column=int(end) if end else None,
                severity=severity,
                code=code,
                message=message or "",
                whole=how == _WHOLE,
            )
        )
