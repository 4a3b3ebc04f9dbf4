"""`data/annotations.jsonld`: each citation as a W3C Web Annotation, for tools that show highlights.

After the Web Annotation Data Model (W3C Recommendation of 23 February 2017): a collection with one
page that holds all. A citation's body is the fact, its targets are the words in the source. Several
selectors of one target would have to select the same words, so each stretch of words is a target
of its own.

An annotation is written straight as JSON, as `one_line` would write it of dictionaries, which take
several times as long.
"""

from collections.abc import Sequence
from functools import cache

from sitegen import urls
from sitegen.model import Settings, Verdict
from sitegen.views.exports.json_text import Json, one_line, string
from sitegen.views.exports.parted import Parted
from sitegen.views.exports.told import Place, Quoted, Told
from sitegen.views.wording.words import CITATION_VERDICTS, CONTRADICTED

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def collection(annotations: Sequence[Sequence[bytes]], settings: Settings) -> Parted:
    """The file; `annotations` are those of each fact, in the order of the ids."""
    here = urls.address(settings.base_url, urls.ANNOTATIONS, urls.ANNOTATIONS)
    whole: Json = {
        "@context": _CONTEXT,
        "id": here,
        "type": "AnnotationCollection",
        "label": f"The citations of “{settings.title}”",
        "total": sum(map(len, annotations)),
    }
    head = one_line(whole)
    if not whole["total"]:
        return Parted(f"{head}\n".encode(), annotations, b"", b"")
    page = one_line(
        {"id": f"{here}#Page", "type": "AnnotationPage", "partOf": here, "startIndex": 0}
    )
    last = one_line({"last": f"{here}#Page"})
    head = f'{head[:-1]}, {last[1:-1]}, "first": {page[:-1]}, "items": [\n'
    return Parted(head.encode(), annotations, b",\n", b"\n]}}\n")


def fact_annotations(told: Told) -> tuple[str, ...]:
    """The annotations of a fact, one for each citation."""
    site, fact = told.site, told.checked.fact
    body = (
        f'{{"body": [{{"format": "text/plain", "language": {site.language}, '
        f'"purpose": "describing", "type": "TextualBody", "value": {string(told.headline)}}}, '
        f'{{"purpose": "linking", "source": {string(told.page)}, "type": "SpecificResource"}}, '
    )
    return tuple(
        [
            f"{body}{_assessment(evidence.verdict, contradicts=evidence.citation.contradicts)}], "
            f'"id": {site.annotations}#{string(urls.citation_id(fact.id, number))[1:]}, '
            f'"motivation": "linking", "target": '
            f"{_targets(told.places[number - 1], told.quoted[number - 1])}, "
            '"type": "Annotation"}'
            for number, evidence in enumerate(told.checked.evidence, start=1)
        ]
    )


@cache
def _assessment(verdict: Verdict, *, contradicts: bool) -> str:
    remark = f" {CONTRADICTED}" if contradicts else ""
    return one_line(
        {
            "type": "TextualBody",
            "value": f"The cited passage: {CITATION_VERDICTS[verdict]}.{remark}",
            "format": "text/plain",
            "language": "en",
            "purpose": "assessing",
        }
    )


def _targets(place: Place, quoted: Sequence[Quoted]) -> str:
    """Each stretch of the words; the whole source where none were found."""
    if not quoted:
        return place.address
    targets = [
        f'{{"selector": {{"exact": {string(exact)}, "prefix": {string(prefix)}, '
        f'"suffix": {string(suffix)}, "type": "TextQuoteSelector"}}, {place.target}'
        for exact, prefix, suffix in quoted
    ]
    return targets[0] if len(targets) == 1 else f"[{', '.join(targets)}]"
