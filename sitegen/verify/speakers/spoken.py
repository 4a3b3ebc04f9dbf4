"""What the articles quote and who they say speaks, as the checks ask for it."""

from sitegen.recognise.speech.names import Mention
from sitegen.verify.findings import Findings
from sitegen.verify.passages import Stretch
from sitegen.verify.speakers.speech import Speech, Told
from sitegen.verify.speakers.tellings import Telling
from sitegen.verify.speakers.unmarked import Unmarked
from sitegen.verify.speakers.voices import Stands, described

_FAR = 60  # paragraphs back to where somebody unnamed was described


class Spoken:
    """The paragraphs of every article that may be looked up, by its source's id."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.roster = findings.roster
        self.stretches = findings.stretches

    def _of(self, source: str) -> Speech:
        return self.findings.speeches[source]

    def telling(self, source: str, index: int) -> Telling:
        """The paragraph at an index of an article."""
        return self._of(source).telling(index)

    def writers(self, source: str) -> frozenset[str]:
        """The people of the fact sheet who wrote a source, by its author."""
        return self._of(source).writers

    def has_words(self, source: str, words: tuple[str, ...]) -> bool:
        """Whether words of a name stand in an article, in the form in which names are compared."""
        return self._of(source).has_words(words)

    def in_dashes(self, source: str, stretch: Stretch) -> bool:
        """Whether words stand in speech that the article marks with dashes."""
        return self._of(source).in_dashes(stretch)

    def names_before(self, source: str, index: int, person: str) -> bool:
        """Whether a paragraph of an article before that at `index` names a person."""
        return self._of(source).names_before(index, person)

    def describes_before(self, source: str, index: int, unnamed: str) -> bool:
        """Whether one of the paragraphs not far before that at `index` has a whole description."""
        return any(
            described(unnamed, (self.telling(source, at).stems,), self.roster.language)
            is Stands.ALL
            for at in range(max(0, index - _FAR), index)
        )

    def unmarked(self, source: str) -> Unmarked:
        """What an article sets off as somebody's words without quotation marks."""
        return self._of(source).unmarked

    def has_turns(self, source: str) -> bool:
        """Whether an article is in turns of people, each behind a label."""
        return self._of(source).has_turns

    def is_quoted(self, source: str, stretch: Stretch) -> bool:
        """Whether words stand in a quotation of an article, or touch one."""
        return bool(self._of(source).around(stretch))

    def governing(self, source: str, stretch: Stretch) -> Told | None:
        """The clause that tells who speaks quoted words; None where none does."""
        return self._of(source).governing(stretch)

    def called(self, source: str, stretch: Stretch) -> tuple[Mention, ...]:
        """By which names the quotation that some words stand in calls upon people."""
        return self._of(source).called(stretch)
