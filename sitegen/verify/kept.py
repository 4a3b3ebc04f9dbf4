"""What the check said of batches in an earlier build, by all that it rested on.

A batch is judged by its own records and those that they name, by the articles that they cite, by
all people, and by the program. A digest of all these is its key, so that a batch with the same key
would be judged alike. What an editor is told of a batch may name other facts that fit, and places
in other files: so what does not hold is told again where these facts fit as before, and these files
are as they were.
"""

import json
from collections.abc import Callable, Mapping, Sequence

from sitegen.digest import fingerprint
from sitegen.frozen import replace
from sitegen.kept_diagnostics import diagnostic, spans
from sitegen.kept_diagnostics import plain as plain_diagnostic
from sitegen.model import Fact, Factsheet, Source
from sitegen.verify import plain
from sitegen.verify.batches import Batch
from sitegen.verify.findings import Judged
from sitegen.verify.judgement import Told
from sitegen.verify.known import QUESTIONS, Known

_PEOPLE = "content/people.yaml"
_ENCODER = json.JSONEncoder(separators=(",", ":"))


class Kept:
    """Finds what is kept, and gathers what is to be kept for the next build in `new`.

    `old` has values as JSON by the keys of batches; `digest` gives that of a content file's bytes,
    and `program` that of the program.
    """

    def __init__(
        self, old: Mapping[str, bytes], program: str, digest: Callable[[str], str]
    ) -> None:
        self._old = old
        self._digest = digest
        self._program = program
        self.new: dict[str, bytes] = {}
        self.of_fact: dict[str, str] = {}
        """By fact, the key of its batch, kept or not."""
        self.faces: dict[str, str] = {}
        """By fact, a digest of all that pages other than its own may show of it."""

    def keys(self, factsheet: Factsheet) -> "Keys":
        """The keys of the batches of a fact sheet."""
        files = {path: self._digest(path) for path in factsheet.files}
        every = (self._program, factsheet.settings.language, self._digest(_PEOPLE))
        held = {
            fact: f"{path}\n{files[path]}" for path, ids in factsheet.files.items() for fact in ids
        }
        return Keys(every, held)

    def told(self, key: str | None, batch: Batch, known: Known) -> Told | None:
        """What was told of a batch with this key, if anything of use is kept.

        `known` answers what the checks asked for their hints.
        """
        content = self._old.get(key) if key else None
        if key is None or content is None:
            return None
        try:
            evidence, said = json.loads(content)
            found = plain.recalled(evidence, batch)
            faces = plain.faces(evidence, batch)
            told = self._with_said(said, found, known) if said else found
        except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return None
        if told is not None:
            self.new[key] = content
            self.faces |= faces
        return told

    def _with_said(self, said: plain.Plain, told: Told, known: Known) -> Told | None:
        """With what does not hold; None where that may be told in another way now."""
        asked, files, diagnostics = said
        answers = {QUESTIONS[kind](words): tuple(found) for kind, words, found in asked}
        if any(known(question) != found for question, found in answers.items()):
            return None
        if any(self._digest(path) != digest for path, digest in files):
            return None
        return told._replace(diagnostics=tuple(map(diagnostic, diagnostics)), answers=answers)

    def keep(self, key: str | None, batch: Batch, told: Told, evidence: plain.Plain | None) -> None:
        """Keep what was told of a batch with this key; `evidence` is that of it which is plain
        already.
        """
        if key is None:
            return
        self.of_fact |= dict.fromkeys(told.facts, key)
        if key not in self.new:
            evidence = plain.kept(told) if evidence is None else evidence
            self.new[key] = _ENCODER.encode((evidence, self._said(told))).encode()
            self.faces |= plain.faces(evidence, batch)

    @property
    def differ(self) -> bool:
        """Whether there is something else to keep than before."""
        return self.new != self._old

    def _said(self, told: Told) -> plain.Plain:
        """What does not hold, with all that the words of it rest on; None where all holds."""
        if not (told.diagnostics or told.answers):
            return None
        named = {place.path for one in told.diagnostics for place in spans(one)}
        asked = [
            (type(question).__name__, question.words, found)
            for question, found in told.answers.items()
        ]
        files = [(path, self._digest(path)) for path in sorted(named)]
        return asked, files, [plain_diagnostic(one) for one in told.diagnostics]


class Keys:
    """Makes keys. `every` is a part of each of them; `files` has each fact's file,
    by its path and digest.
    """

    def __init__(self, every: tuple[str, ...], files: Mapping[str, str]) -> None:
        self._every = every
        self._files = files
        self._sources: dict[str, str] = {}

    def key(
        self,
        batch: Batch,
        beside: tuple[Sequence[Fact], Sequence[Source]],
        more: Sequence[Judged],
    ) -> str:
        """The key of a batch of facts.

        `beside` are the facts and sources that it names, `more` what is said of its facts beside
        what the batch is told.
        """
        named, cited = beside
        facts = [(fact.id, self._files[fact.id]) for fact in (*batch.facts, *named)]
        sources = [self._source(source) for source in cited]
        parts = (self._every, len(batch.facts), facts, sources, tuple(more))
        return fingerprint(repr(parts).encode())

    def _source(self, source: Source) -> str:
        """A digest of a source and its article."""
        if source.id not in self._sources:
            article = source.article
            parts = (replace(source, article=None), article and (article.path, article.sha256))
            self._sources[source.id] = fingerprint(repr(parts).encode())
        return self._sources[source.id]
