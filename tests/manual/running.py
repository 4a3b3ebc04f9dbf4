"""Runs the steps of a document, each in the folder and with the variables of the one before."""

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from sitegen import yamltree
from sitegen.link import references, selection
from sitegen.schema.json_schema import json_schemas
from tests.manual.reading import PARTS, Fit, Printed, Run, Step, Write, begins, steps
from tests.manual.room import Room, make_room
from tests.schema.reading import VALIDATORS, as_json, complaints, yaml_of

LEFT_OUT = "…"
_SAME = (
    (re.compile(r"\b[0-9]+\.[0-9]+ s\."), "0.00 s."),
    (re.compile(r"\b[0-9]+ ms\b"), "0 ms"),
    (re.compile(r"\b[0-9.]+ (?:B|kB|MB)\b"), "0 kB"),
    (re.compile(r"127\.0\.0\.1:[0-9]+"), "127.0.0.1:8000"),
    (re.compile(r"\u00a0"), " "),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
)
_END = 'trap \'pwd >"$MANUAL_STATE/folder"; export -p >"$MANUAL_STATE/variables"\' EXIT\nset -e\n'
_TIMEOUT = 120


class WrongError(Exception):
    """A document that does not do what it shows; its message names the place."""


def run_document(document: Path, folder: Path) -> None:
    """Runs a document in a fresh folder. Raises `WrongError`, or `RefusedError` of `reading`."""
    found = steps(document)
    room = make_room(folder, document, begins(document))
    _Running(room, folder).run(found)


class _Running:
    """Where a document has got to: its folder, what was printed last, whether files wait."""

    def __init__(self, room: Room, state: Path) -> None:
        self._room, self._state = room, state
        self._folder = room.begin
        self._printed = ""
        self._written = False

    def run(self, found: list[Step]) -> None:
        for step in found:
            match step.what:
                case Run():
                    self._run(step.what, step.place)
                case Printed(text):
                    _compare(text, self._printed, step.place)
                case Write():
                    self._write(step.what, step.place)
                case Fit():
                    _fit(step.what, step.place)
        if self._written and (self._folder / "content" / "site.yaml").exists():
            self._run(Run("sitegen build -q", 0), "at the end")

    def _run(self, what: Run, place: str) -> None:
        variables = self._state / "variables"
        before = f'. "{variables}"\n' if variables.exists() else ""
        done = subprocess.run(
            ["/bin/sh", "-c", f"{before}{_END}{what.text}"],
            cwd=self._folder,
            env={**self._room.variables, "MANUAL_STATE": str(self._state)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=_TIMEOUT,
            check=False,
        )
        self._printed = done.stdout.replace(str(self._room.home), "/home/ada")
        if done.returncode != what.code:
            told = f"{place}: ended with {done.returncode}, not with {what.code}"
            raise WrongError(f"{told}:\n{what.text}\n{self._printed}")
        self._folder = Path((self._state / "folder").read_text(encoding="utf-8").rstrip("\n"))
        self._written = False

    def _write(self, what: Write, place: str) -> None:
        file = self._folder / what.path.replace("~/", f"{self._room.home}/", 1)
        if not file.resolve().is_relative_to(self._room.home.resolve()):
            raise WrongError(f"{place}: {what.path} lies outside")
        before = file.read_text(encoding="utf-8") if file.exists() else None
        if before is None and what.how != "whole":
            raise WrongError(f"{place}: there is no {what.path} to change")
        file.parent.mkdir(parents=True, exist_ok=True)
        # the other machine of `stand_ins.ssh` has its /srv here
        text = changed(before or "", what, place).replace(":/srv/", f":{self._room.home}/srv/")
        file.write_text(text, encoding="utf-8", newline="\n")
        if file.suffix in {".yaml", ".yml"}:
            yaml.safe_load(file.read_text(encoding="utf-8"))
        self._written = True


def changed(before: str, what: Write, place: str) -> str:
    """A file's text once a block was written into it."""
    lines, new = before.splitlines(keepends=True), what.text.splitlines(keepends=True)
    if what.how == "more":
        return f"{before}{what.text}"
    if what.how == "end":
        return "".join([*lines[: -len(new)], *new])
    if what.how == "entry":
        return "".join(_replaced(lines, new, what.key, place))
    return what.text


def _replaced(lines: list[str], new: list[str], key: str, place: str) -> list[str]:
    """The lines with an entry of a mapping replaced, and the new one indented as it was."""
    found = [at for at, line in enumerate(lines) if re.match(rf" *{re.escape(key)}:", line)]
    if len(found) != 1:
        raise WrongError(f"{place}: {key} stands {len(found)} times in the file")
    begin = found[0]
    depth = _depth(lines[begin])
    end = begin + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    own = _depth(new[0])
    shifted = [f"{' ' * depth}{line[own:]}" if line.strip() else line for line in new]
    return [*lines[:begin], *shifted, *lines[end:]]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _compare(shown: str, printed: str, place: str) -> None:
    if not matches(shown, printed):
        raise WrongError(f"{place}: shown is\n{shown}\nand printed was\n{printed}")


def matches(shown: str, printed: str) -> bool:
    """Whether a document shows what was printed; `…` on a line of its own stands for any lines."""
    parts: list[list[str]] = [[]]
    for line in _alike(shown):
        if line.strip() == LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line)
    lines = _alike(printed)
    first, *others = parts
    if lines[: len(first)] != first:
        return False
    if not others:
        return lines == first
    lines = lines[len(first) :]
    *middle, last = others
    for part in middle:
        at = next((n for n in range(len(lines)) if lines[n : n + len(part)] == part), None)
        if at is None:
            return False
        lines = lines[at + len(part) :]
    return len(lines) >= len(last) and lines[len(lines) - len(last) :] == last


def _alike(text: str) -> list[str]:
    for pattern, same in _SAME:
        text = pattern.sub(same, text)
    return text.strip("\n").split("\n")


def _fit(what: Fit, place: str) -> None:
    if what.name == "for another program":
        yaml.safe_load(what.text)  # JSON is YAML too
        return
    if what.name == "part of page":
        wrong = wrong_in_prose(what.text)
    elif what.name.startswith("part of "):
        wrong = wrong_in_part(what.text, what.name.removeprefix("part of "))
    else:
        wrong = _complaints(what.name, what.text)
    if wrong:
        raise WrongError(f"{place}: {'; '.join(wrong)}")


def _complaints(name: str, text: str) -> list[str]:
    found = complaints(name, text)
    return ["this is no sound YAML"] if found is None else found


def wrong_in_part(text: str, name: str) -> list[str]:
    """What a part of a record may not say; what it leaves out is not missed."""
    schema, names = PARTS[name]
    whole = json_schemas()[schema]
    tree, problems = yamltree.parse(text, "")
    if problems:
        return [problem.message for problem in problems]
    shapes = [whole["definitions"][one] for one in names] or [whole]
    return min((_told(shape, whole, as_json(tree) or {}) for shape in shapes), key=len)


def _told(shape: dict[str, Any], whole: dict[str, Any], written: Any) -> list[str]:
    part = {key: value for key, value in shape.items() if key not in {"required", "allOf"}}
    validator = type(VALIDATORS["facts"])({**part, "definitions": whole["definitions"]})
    return [error.message for error in validator.iter_errors(written)]


def wrong_in_prose(text: str) -> list[str]:
    """The roles, directives and options of prose that there are not, and what is in its header."""
    header = yaml_of("content/pages/page.md", text)
    wrong = [] if header is None else _complaints("page", header)
    roles = set(re.findall(r"(?<!:)\{([a-z]+)\}`", text)) - references.ROLES
    directives = set(re.findall(r":::\{([a-z]+)\}", text)) - set(selection.DIRECTIVES)
    options = set(re.findall(r"^:([a-z]+):", text, re.MULTILINE)) - set(selection._OPTIONS)
    return wrong + [f"there is no “{name}”" for name in sorted(roles | directives | options)]
