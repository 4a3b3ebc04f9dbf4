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
from sitegen.model import Person, Settings, Source
from sitegen.views.exports.json_text import Json, string, tight, without_absent
from sitegen.views.redaction.redact import Shown
from sitegen.views.wording.dates import date_view

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


def script_block(nodes: Sequence[Json | str]) -> Markup | None:
    """The content of a page's data block; None where there is nothing to say.

    A node that is a string is JSON already: tight, its fields in the order of their names.
    """
    if not nodes:
        return None
    graph = ",".join([node if isinstance(node, str) else tight(node) for node in nodes])
    text = f'{{"@context":"{_CONTEXT}","@graph":[{graph}]}}'
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return Markup(text)  # noqa: S704 (nothing is left that HTML could read)


def breadcrumbs(steps: Iterable[str]) -> str:
    """The trail to a page, which is the last of its `steps`; as JSON, like these."""
    return f'{{"@type":"BreadcrumbList","itemListElement":[{",".join(steps)}]}}'


def step(position: int, words: str, address: str) -> str:
    """A step of the trail, from 1, as JSON."""
    return (
        f'{{"@type":"ListItem","item":{string(address)},"name":{string(words)},'
        f'"position":{position}}}'
    )


def person_nodes(person: Person, shown: Shown, path: str) -> tuple[Json, ...]:
    """A person by name; nothing for a private one."""
    if person.private:
        return ()
    addresses = (person.url, person.wikidata and _WIKIDATA + person.wikidata)
    elsewhere = [known for address in addresses if address and (known := urls.external(address))]
    node = without_absent(
        {
            **brief_person(person, shown, path),
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
            **brief_source(source, shown, path),
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


def brief_person(person: Person, shown: Shown, path: str) -> Json:
    """A person in a few fields, as other things name them."""
    identifier = _address(shown, path, urls.person(person.id), "Person")
    return {"@type": "Person", "@id": identifier, "name": person.name}


def brief_source(source: Source, shown: Shown, path: str) -> Json:
    """A source in a few fields, as other things name it."""
    publisher = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    return without_absent(
        {
            "@type": "Article",
            "@id": _address(shown, path, urls.source(source.id), "Source"),
            "name": source.title,
            "publisher": publisher,
            "datePublished": date_text(source.published),
            "url": source.url and urls.external(source.url),
        }
    )


def _publisher(settings: Settings) -> Json | None:
    publisher = settings.publisher
    if publisher is None:
        return None
    url = publisher.url and urls.external(publisher.url)
    return without_absent({"@type": "Organization", "name": publisher.name, "url": url})


def date_text(date: Edtf | None) -> str | None:
    """A date as ISO 8601 has it; None for what it cannot say, such as “about” or no year."""
    return date_view(date).machine if date is not None and has_year(date) else None
