"""JSON-LD as a processor reads it, with the contexts that our documents name and no network."""

from typing import Any

from pyld import jsonld  # type: ignore[import-untyped]  # the package has no types

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
SCHEMA = "http://schema.org/"
RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"

_CLASSES = ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TimeState")
_LINKS = {
    "body": f"{OA}hasBody",
    "target": f"{OA}hasTarget",
    "source": f"{OA}hasSource",
    "selector": f"{OA}hasSelector",
    "state": f"{OA}hasState",
    "cached": f"{OA}cachedSource",
    "first": f"{AS}first",
    "last": f"{AS}last",
    "partOf": f"{AS}partOf",
}
_TEXTS = {
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
    "value": RDF_VALUE,
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
}
_PURPOSES = ("assessing", "describing", "linking")
_ANNOTATION = {
    "id": "@id",
    "type": "@type",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: f"{OA}{name}" for name in (*_CLASSES, *_PURPOSES)},
    **{name: {"@id": term, "@type": "@id"} for name, term in _LINKS.items()},
    **_TEXTS,
}
_ADDRESSES = ("archivedAt", "contentUrl", "item", "mainEntityOfPage", "sameAs", "url")
_SCHEMA_ORG = {
    "@vocab": SCHEMA,
    **{name: {"@id": f"{SCHEMA}{name}", "@type": "@id"} for name in _ADDRESSES},
}
_CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": _ANNOTATION,
    "https://schema.org": _SCHEMA_ORG,
}


def expanded(document: Any, base: str) -> list[dict[str, Any]]:
    """A document with every term and address in full; a context of another name is an error."""
    found: list[dict[str, Any]] = jsonld.expand(
        document, {"base": base, "documentLoader": _load, "processingMode": "json-ld-1.1"}
    )
    return found


def _load(address: str, _options: Any) -> dict[str, Any]:
    context = _CONTEXTS[address]
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": context}}
