"""What a page says of its subject in the terms of schema.org, as JSON-LD.

A quotation is what a source attributes to somebody, a claim what appears in a source: we check that
they stand there and rate nothing as true or false, so there is no ClaimReview. Of a private person,
and of somebody whom a source does not name, nothing is said.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from sitegen import urls
from sitegen.edtf import Edtf
from sitegen.linked import has_year
from sitegen.model import Attribution, CheckedFact, Fact, FactKind, Person, Settings, Source
from sitegen.views.exports.json_text import Json, tight, without_absent
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_view
from sitegen.views.wording.wording import Wording
from sitegen.views.wording.words import CITATION_VERDICTS, CONTRADICTED, STATUSES, bare

_CONTEXT = "https://schema.org"
_WIKIDATA = "https://www.wikidata.org/wiki/"
# In a script element the words `</script` and `<!--` mean something (HTML Standard, 4.12.1.3); the
# two line separators end a line for whatever takes the block for JavaScript.
_ESCAPES = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")
_DOWNLOADS = (
    (urls.FACTS_JSON, "application/json"),
    (urls.FACTS_CSV, "text/csv"),
    (urls.ANNOTATIONS, "application/ld+json"),
)


def script_block(nodes: Sequence[Json]) -> Markup | None:
    """The content of a page's data block; None where there is nothing to say."""
    if not nodes:
        return None
    text = tight({"@context": _CONTEXT, "@graph": list(nodes)})
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return Markup(text)  # noqa: S704 (nothing is left that HTML could read)


def breadcrumbs(settings: Settings, path: str, steps: Iterable[tuple[str, str]]) -> Json:
    """The trail to the page at `path`: words and path of each step, the page itself included."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": words,
                "item": urls.address(settings.base_url, path, target),
            }
            for position, (words, target) in enumerate(steps, start=1)
        ],
    }


def fact_node(checked: CheckedFact, wording: Wording, path: str) -> Json:
    """A fact on the page at `path`: a Quotation with its speaker, or a Claim with its author."""
    fact, shown = checked.fact, wording.shown
    pieces = wording.pieces(fact) if fact.kind is FactKind.QUOTE else ()
    common: Json = {
        "@id": _address(shown, path, urls.fact(fact.id), "Fact"),
        "mainEntityOfPage": _address(shown, path, urls.fact(fact.id)),
        "identifier": fact.id,
        "inLanguage": shown.factsheet.settings.language,
        "description": _description(checked),
        "about": [
            _brief_person(person, shown, path)
            for name in dict.fromkeys(fact.people)
            if not (person := shown.factsheet.people[name]).private
        ],
        "correction": [
            without_absent(
                {
                    "@type": "CorrectionComment",
                    "text": f"Before: {correction.was} Because: {correction.because}",
                    "datePublished": _date(correction.date),
                }
            )
            for correction in fact.corrections
        ],
    }
    supporting = _sources(fact, shown, path, contradicting=False)
    against = _sources(fact, shown, path, contradicting=True)
    if pieces:
        own: Json = {
            "@type": "Quotation",
            "text": " … ".join(map(bare, pieces)),
            "spokenByCharacter": _said_by(fact.speaker, shown, path),
            "dateCreated": _date(fact.said),
            "isPartOf": supporting,
        }
    else:
        own = {
            "@type": "Claim",
            "text": wording.plain_headline(fact),
            "author": _said_by(fact.according_to or fact.speaker, shown, path),
            "appearance": supporting,
        }
    return without_absent({**common, **own, "citation": against})


def person_nodes(person: Person, shown: Shown, path: str) -> tuple[Json, ...]:
    """A person by name; nothing for a private one."""
    if person.private:
        return ()
    addresses = (person.url, person.wikidata and _WIKIDATA + person.wikidata)
    elsewhere = [known for address in addresses if address and (known := urls.external(address))]
    node = without_absent(
        {
            **_brief_person(person, shown, path),
            "mainEntityOfPage": _address(shown, path, urls.person(person.id)),
            "alternateName": list(person.aliases),
            "disambiguatingDescription": person.role,
            "sameAs": elsewhere,
        }
    )
    return (node,)


def source_node(source: Source, shown: Shown, path: str) -> Json:
    """A source as the work that it is, not as our page of it."""
    archive = source.archive_url and urls.external(source.archive_url)
    return without_absent(
        {
            **_brief_source(source, shown, path),
            "mainEntityOfPage": _address(shown, path, urls.source(source.id)),
            "author": source.author,
            "archivedAt": archive,
            "inLanguage": source.language,
        }
    )


def site_nodes(shown: Shown, path: str) -> tuple[Json, ...]:
    """On the home page: the site, and its facts as a dataset that can be downloaded."""
    return tuple(_site(shown, path)) if path == urls.HOME else ()


def _site(shown: Shown, path: str) -> Iterator[Json]:
    settings = shown.factsheet.settings
    home = _address(shown, path, urls.HOME)
    common: Json = {
        "url": home,
        "inLanguage": settings.language,
        "publisher": _publisher(settings),
        "license": {"@type": "CreativeWork", "name": settings.licence}
        if settings.licence
        else None,
    }
    yield without_absent(
        {
            **common,
            "@type": "WebSite",
            "@id": f"{home}#Site",
            "name": settings.title,
            "description": settings.description,
        }
    )
    yield without_absent(
        {
            **common,
            "@type": "Dataset",
            "@id": f"{home}#Data",
            "name": f"{settings.title}: the facts as data",
            "description": (
                f"Every fact of “{settings.title}” with its citations: the source, the lines, the "
                "exact words, where they stand in our copy, and what the check said of them."
            ),
            "isPartOf": {"@id": f"{home}#Site"},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": _address(shown, path, target),
                    "encodingFormat": kind,
                }
                for target, kind in _DOWNLOADS
            ],
        }
    )


def _address(shown: Shown, path: str, target: str, fragment: str | None = None) -> str:
    return urls.address(shown.factsheet.settings.base_url, path, target, fragment)


def _description(checked: CheckedFact) -> str:
    """The status and the verdict in words: what tells a rumour from a report."""
    fact = checked.fact
    judged = "Quoted words" if fact.kind is FactKind.QUOTE else "Cited passage"
    told = [f"{judged}: {CITATION_VERDICTS[checked.verdict]}."]
    if fact.status in STATUSES:
        told.insert(0, f"{STATUSES[fact.status]}.")
    if any(citation.contradicts for citation in fact.cite):
        told.append(CONTRADICTED)
    return " ".join(told)


def _sources(fact: Fact, shown: Shown, path: str, *, contradicting: bool) -> list[Json]:
    """The works that a fact cites for it, or against it; each once."""
    cited = (c.source for c in fact.cite if c.contradicts is contradicting)
    sources = shown.factsheet.sources
    return [_brief_source(sources[name], shown, path) for name in dict.fromkeys(cited)]


def _said_by(attribution: Attribution | None, shown: Shown, path: str) -> Json | None:
    if attribution is None or attribution.person is None:
        return None
    person = shown.factsheet.people[attribution.person]
    return None if person.private else _brief_person(person, shown, path)


def _brief_person(person: Person, shown: Shown, path: str) -> Json:
    identifier = _address(shown, path, urls.person(person.id), "Person")
    return {"@type": "Person", "@id": identifier, "name": person.name}


def _brief_source(source: Source, shown: Shown, path: str) -> Json:
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    return without_absent(
        {
            "@type": "Article",
            "@id": _address(shown, path, urls.source(source.id), "Source"),
            "name": source.title,
            "publisher": publisher,
            "datePublished": _date(source.published),
            "url": source.url and urls.external(source.url),
        }
    )


def _publisher(settings: Settings) -> Json | None:
    publisher = settings.publisher
    if publisher is None:
        return None
    url = publisher.url and urls.external(publisher.url)
    return without_absent({"@type": "Organization", "name": publisher.name, "url": url})


def _date(date: Edtf | None) -> str | None:
    """A date as ISO 8601 has it; None for what it cannot say, such as “about” or no year."""
    return date_view(date).machine if date is not None and has_year(date) else None
