"""`data/annotations.jsonld`: each citation as a W3C Web Annotation, for tools that show highlights.

After the Web Annotation Data Model (W3C Recommendation of 23 February 2017): a collection with one
page that holds all. A citation's body is the fact, its targets are the words in the source. Several
selectors of one target would have to select the same words, so each stretch of words is a target
of its own.
"""

from collections.abc import Iterator

from sitegen import urls
from sitegen.linked import Cited
from sitegen.model import Anchor, CheckedFact, Display, Evidence, Source
from sitegen.views.exports.json_text import Json, array, one_line
from sitegen.views.wording.wording import Wording
from sitegen.views.wording.words import CITATION_VERDICTS, CONTRADICTED

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after the words, as much as other annotation tools give


def annotations_jsonld(wording: Wording) -> bytes:
    """The file."""
    entries = list(_Annotations(wording).all())
    settings = wording.shown.factsheet.settings
    here = urls.address(settings.base_url, urls.ANNOTATIONS, urls.ANNOTATIONS)
    collection: Json = {
        "@context": _CONTEXT,
        "id": here,
        "type": "AnnotationCollection",
        "label": f"The citations of “{settings.title}”",
        "total": len(entries),
    }
    head = one_line(collection)
    if not entries:
        return f"{head}\n".encode()
    page = one_line(
        {"id": f"{here}#Page", "type": "AnnotationPage", "partOf": here, "startIndex": 0}
    )
    last = one_line({"last": f"{here}#Page"})
    return (
        f'{head[:-1]}, {last[1:-1]}, "first": {page[:-1]}, "items": {array(entries)}}}}}\n'.encode()
    )


class _Annotations:
    """Makes them; what many share is made once."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.shown = wording.shown
        self.settings = wording.shown.factsheet.settings
        self.here = self._address(urls.ANNOTATIONS)
        sources = wording.shown.factsheet.sources
        self.places = {name: self._place(source) for name, source in sources.items()}

    def _address(self, target: str, fragment: str | None = None) -> str:
        return urls.address(self.settings.base_url, urls.ANNOTATIONS, target, fragment)

    def _place(self, source: Source) -> Json:
        """A source as a target: at its own address where it has one, else on our page of it.

        A text of which something is not shown has other words at its own address.
        """
        altered = source.id in self.shown.altered
        public = urls.external(source.url) if source.url and not altered else None
        archive = source.archive_url and urls.external(source.archive_url)
        place: Json = {
            "type": "SpecificResource",
            "source": public or self._address(urls.source(source.id)),
        }
        if public and archive:
            place["state"] = {"type": "TimeState", "cached": archive}
        return place

    def all(self) -> Iterator[Json]:
        """One for each citation, by fact."""
        for name, checked in sorted(self.shown.facts.items()):
            body = self._fact(checked)
            for number, evidence in enumerate(checked.evidence, start=1):
                yield self._annotation(Cited(name, number), evidence, body)

    def _fact(self, checked: CheckedFact) -> tuple[Json, Json]:
        """The fact in words, and its page."""
        words = {
            "type": "TextualBody",
            "value": self.wording.plain_headline(checked.fact),
            "format": "text/plain",
            "language": self.settings.language,
            "purpose": "describing",
        }
        page = {
            "type": "SpecificResource",
            "source": self._address(urls.fact(checked.fact.id)),
            "purpose": "linking",
        }
        return words, page

    def _annotation(self, cited: Cited, evidence: Evidence, body: tuple[Json, Json]) -> Json:
        verdict = CITATION_VERDICTS[evidence.verdict]
        remark = f" {CONTRADICTED}" if evidence.citation.contradicts else ""
        told = {
            "type": "TextualBody",
            "value": f"The cited passage: {verdict}.{remark}",
            "format": "text/plain",
            "language": "en",
            "purpose": "assessing",
        }
        targets = list(self._targets(cited, evidence))
        return {
            "id": f"{self.here}#{urls.citation_id(*cited)}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [*body, told],
            "target": targets if len(targets) > 1 else targets[0],
        }

    def _targets(self, cited: Cited, evidence: Evidence) -> Iterator[str | Json]:
        """Each stretch of the words; the whole source where none were found."""
        place = self.places[evidence.citation.source]
        source = self.shown.factsheet.sources[evidence.citation.source]
        anchors = self.shown.anchors.get(cited, ())
        for anchor in anchors:
            yield {**place, "selector": self._selector(anchor, source)}
        if not anchors:
            yield place["source"]

    def _selector(self, anchor: Anchor, source: Source) -> Json:
        number, start, end = anchor
        line = self.shown.lines[source.id][number - 1]
        first, last = self._visible(anchor, source, len(line))
        return {
            "type": "TextQuoteSelector",
            "exact": line[start:end],
            "prefix": line[max(first, start - _AROUND) : start],
            "suffix": line[end : min(last, end + _AROUND)],
        }

    def _visible(self, anchor: Anchor, source: Source, length: int) -> tuple[int, int]:
        """The part of a line around words that the source's page shows."""
        if source.display is Display.FULL:
            return 0, length
        sentences = self.wording.sentences(source.id)
        touched = sentences.touched((anchor,))
        if not touched:
            return anchor.start, anchor.end
        first = sentences.sentences[max(0, touched[0] - 1)]
        last = sentences.sentences[min(len(sentences.sentences) - 1, touched[-1] + 1)]
        return (
            first.start if first.line == anchor.line else 0,
            last.end if last.end_line == anchor.line else length,
        )
