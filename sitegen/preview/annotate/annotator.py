"""Annotating in the browser: what a page asks for, and what it gets, both as JSON."""

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sitegen import drafts, urls
from sitegen.diagnostics import Severity
from sitegen.drafts import Appended, NewFact, NewSkip
from sitegen.drafts.suggest.citing import Selected, citation_of, extent, quotations
from sitegen.drafts.suggest.speaking import stretches
from sitegen.drafts.suggest.suggesting import (
    Suggestion,
    file_of,
    id_of,
    people_of,
    suggest,
    topics_of,
)
from sitegen.memory import Memory
from sitegen.model import Attribution, CheckedFactsheet
from sitegen.preview.annotate.bodies import (
    FactBody,
    SelectionBody,
    SkipBody,
    UndoBody,
    read,
)
from sitegen.preview.annotate.covering import covering
from sitegen.preview.annotate.drafting import Checker
from sitegen.preview.annotate.forms import new_fact, new_skip
from sitegen.preview.annotate.problems import Json, ProblemError
from sitegen.preview.annotate.selecting import select
from sitegen.preview.annotate.sheet import Sheet
from sitegen.preview.editors import Editor
from sitegen.preview.state import State
from sitegen.snapshot import Snapshot

_MOST_UNDONE = 200  # appends that can still be taken back
_MOST_RECOGNISED = 50


class Annotator:
    """Answers the annotator's requests for one project. Each takes its turn.

    `state` gives the newest state of the preview. Nothing that is sent raises anything: what cannot
    be done is told, as `{"ok": false, "problem": …, "hint": …, "diagnostics": […]}`.
    """

    def __init__(
        self, root: Path, state: Callable[[], State], editor: Editor | None = None
    ) -> None:
        self.root = root
        self._state = state
        self._editor = editor
        self._looking = threading.Lock()
        self._writing = threading.Lock()
        self._checker = Checker(root)
        self._begun = False
        self._sheet: Sheet | None = None
        self._good: CheckedFactsheet | None = None
        self._trials = Memory()
        self._undo: OrderedDict[str, Appended] = OrderedDict()

    def selection(self, body: Mapping[str, Any]) -> Json:
        """The citation of selected words, and what a fact on them may say.

        `facts` are those that rest on some of the words already.
        """
        self._begin()
        return self._answer(self._looking, self._selection, body)

    def fact(self, body: Mapping[str, Any]) -> Json:
        """Write a fact, if the check has no errors to tell of it."""
        return self._answer(self._writing, self._fact, body)

    def skip(self, body: Mapping[str, Any]) -> Json:
        """Write a passage that is left out, likewise."""
        return self._answer(self._writing, self._skip, body)

    def undo(self, body: Mapping[str, Any]) -> Json:
        """Take back what was written, if nobody has changed the file since."""
        return self._answer(self._writing, self._take_back, body)

    def coverage(self, source: str) -> Json | None:
        """What is annotated of a source; None where there is no such source."""
        checked = self._checked_or_none()
        if checked is None or source not in checked.factsheet.sources:
            return None

        def answer(_: Mapping[str, Any]) -> Json:
            sheet = self._current()
            return covering(sheet.text(source), sheet)

        return self._answer(self._looking, answer, {})

    def _begin(self) -> None:
        """Let the check read the project while the editor fills in the form, the first time."""
        if not self._begun:
            self._begun = True
            threading.Thread(target=self._read_ahead, daemon=True).start()

    def _read_ahead(self) -> None:
        with self._writing, suppress(OSError):  # who writes is told of it
            self._checker.now(Snapshot(self.root))

    def _answer(
        self,
        lock: threading.Lock,
        work: Callable[[Mapping[str, Any]], Json],
        body: Mapping[str, Any],
    ) -> Json:
        with lock:
            try:
                return work(body)
            except ProblemError as problem:
                return problem.answer()
            except OSError as problem:
                why = problem.strerror or type(problem).__name__
                return ProblemError(f"the project cannot be read or written: {why}").answer()

    def _checked_or_none(self) -> CheckedFactsheet | None:
        found = self._state().checked
        return found.checked if found else None

    def _current(self) -> Sheet:
        """The newest run, for looking things up."""
        state, checked = self._state(), self._checked_or_none()
        if not state.broken:
            self._good = checked
        if checked is None:
            raise ProblemError("the project could not be read", "mend what the preview tells first")
        if self._sheet is None or self._sheet.checked is not checked:
            self._sheet = Sheet(checked, self._trials)
        return self._sheet

    def _is_older(self, source: str) -> bool:
        """Whether the pages, which are those of the last good run, surely show another text."""
        if self._good is None or self._sheet is None or self._good is self._sheet.checked:
            return False
        shown, now = (
            sheet.factsheet.sources.get(source) for sheet in (self._good, self._sheet.checked)
        )
        return shown is not None and now is not None and shown.article != now.article

    def _selection(self, body: Mapping[str, Any]) -> Json:
        asked = read(SelectionBody, body)
        sheet = self._current()
        if self._is_older(asked.source):
            raise ProblemError(
                "this page shows an older text of the source", "mend the errors first"
            )
        selected = select(sheet.text(asked.source), asked.start, asked.end)
        suggestion = suggest(selected)
        self._trials.turn()
        citation = citation_of(asked.source, suggestion.selector)
        return {
            "ok": True,
            "citation": citation,
            "yaml": drafts.as_yaml("cite", citation),
            "found": True,
            "suggestions": self._suggestions(sheet, selected, suggestion),
            "recognised": _recognised(selected)[:_MOST_RECOGNISED],
            "facts": _resting(sheet, selected),
        }

    def _suggestions(self, sheet: Sheet, selected: Selected, suggestion: Suggestion) -> Json:
        people = sheet.factsheet.people
        best, files = file_of(sheet, selected.of.source.id)
        return {
            "kind": str(suggestion.kinds[0]),
            "kinds": [str(kind) for kind in suggestion.kinds],
            "id": id_of(selected, suggestion),
            "claim": "",
            "speaker": suggestion.speaker.person if suggestion.speaker else None,
            "speaker_unnamed": suggestion.speaker.unnamed if suggestion.speaker else None,
            "according_to": _who(suggestion.according_to),
            "speakers": [
                {"id": one, "name": _called(sheet, one)}
                for one in dict.fromkeys((*suggestion.speakers, *sorted(people)))
            ],
            "medium": suggestion.medium,
            "said": suggestion.said,
            "value": suggestion.value,
            "unit": suggestion.unit,
            "modifier": suggestion.modifier,
            "of": suggestion.of,
            "date": suggestion.date,
            "people": list(people_of(selected)),
            "topics": list(topics_of(selected)),
            "file": best,
            "files": list(files),
        }

    def _fact(self, body: Mapping[str, Any]) -> Json:
        asked = read(FactBody, body)
        with self._looking:
            sheet = self._current()
            new, offers = new_fact(asked, sheet)
            path = asked.file or file_of(sheet, asked.citation.source)[0]
        return self._append(path, new, {"id": new.id, "path": urls.fact(new.id)}, offers)

    def _skip(self, body: Mapping[str, Any]) -> Json:
        asked = read(SkipBody, body)
        new = new_skip(asked)
        with self._looking:
            path = asked.file or file_of(self._current(), asked.citation.source)[0]
        return self._append(path, new, {}, {})

    def _append(self, path: str, new: NewFact | NewSkip, told: Json, offers: Json) -> Json:
        draft = self._checker.draft(path, new)
        objects = draft.objects(self._editor)
        if draft.errors:
            first = next(one for one in draft.diagnostics if one.severity is Severity.ERROR)
            raise ProblemError(
                f"{first.code}: {first.message}",
                first.hints[0] if first.hints else "",
                diagnostics=objects,
                **offers,
            )
        self._checker.write(draft)
        token = secrets.token_urlsafe(16)
        self._undo[token] = draft.made
        while len(self._undo) > _MOST_UNDONE:
            self._undo.popitem(last=False)
        place = f"{draft.made.path}:{draft.made.line}"
        return {"ok": True, **told, "place": place, "undo": token, "warnings": objects}

    def _take_back(self, body: Mapping[str, Any]) -> Json:
        token = read(UndoBody, body).undo
        made = self._undo.get(token)
        if made is None:
            raise ProblemError("there is nothing to take back here")
        try:
            drafts.take_back(self.root, made)
        except OSError as problem:
            raise ProblemError(
                f"{made.path} was changed since", "take it back in your editor"
            ) from problem
        del self._undo[token]
        return {"ok": True, "place": f"{made.path}:{made.line}"}


def _who(attribution: Attribution | None) -> str | Json | None:
    if attribution is None:
        return None
    return attribution.person or {"unnamed": attribution.unnamed}


def _called(sheet: Sheet, identifier: str) -> str:
    """A person's name as the pages show it."""
    person = sheet.factsheet.people[identifier]
    return (person.role or person.id) if person.private else person.name


def _resting(sheet: Sheet, selected: Selected) -> list[Json]:
    """The facts that rest on some of the words."""
    found: dict[str, Json] = {}
    for name, evidence in sheet.evidence(selected.of.source.id):
        for line, start, end in evidence.anchors:
            for anchor in selected.anchors:
                if anchor.line == line and anchor.start < end and start < anchor.end:
                    fact = sheet.factsheet.facts[name]
                    span = fact.places()
                    found[name] = {
                        "id": name,
                        "kind": str(fact.kind),
                        "path": urls.fact(name),
                        "place": f"{span.path}:{span.line}",
                    }
    return list(found.values())


def _recognised(selected: Selected) -> list[Json]:
    """What the check recognises in the words: quotations, numbers and dates."""
    of = selected.of
    found: list[Json] = []
    for token in quotations(of, selected.start, selected.end):
        start, end = extent(of, token)
        if start <= selected.end and selected.start <= end:
            text = of.text.raw[max(start, selected.start) : min(end, selected.end)]
            found.append({"kind": "quotation", "text": " ".join(text.split())})
    for stretch in stretches(selected):
        text = of.reading.paragraphs[stretch.paragraph].text
        found += [
            {
                "kind": str(figure.kind),
                "text": text[figure.start : figure.end],
                "number": f"{figure.number:f}" if figure.number is not None else None,
                "date": figure.date,
            }
            for figure in of.reading.figures(stretch.paragraph)
            if stretch.start <= figure.start and figure.end <= stretch.end
        ]
    return found
