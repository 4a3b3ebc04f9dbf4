"""What the search looks through: for each page that a reader may look for, a document in HTML.

Documents are made of page views, which hold what may be shown and nothing else, and not of
templates: so every theme is searched alike, pages carry no attributes for the search, and lists,
which repeat what stands elsewhere, are left out. A document lies at its page's path.

Source of the attributes: the manual of Pagefind 1.5, "Metadata", "Filtering" and "Weighting".
"""

from collections.abc import Iterable, Iterator

from sitegen.views.kinds import (
    ExplainerPage,
    FactCard,
    FactPage,
    PageView,
    PersonPage,
    SourcePage,
    TopicPage,
)
from sitegen.views.wording.escaping import escaped

KIND, PERSON, TOPIC, SOURCE, VERDICT = "kind", "person", "topic", "source", "verdict"
LEFT_OUT = (".cite-note", ".cite-mark", ".facts", ".timeline", ".compare", "figure", "svg")
"""What amid an explainer's prose only repeats facts, which are searched themselves."""

READ = frozenset(
    "addressee aliases attribution blank body claim date description elided evidence excerpt fact "  # noqa: SIM905 (a line of words reads better than a column)
    "front headline href html is_quote kind_label lines medium name note number people response "
    "role rows source speaker status_label summary text title topics unit value verdict view "
    "words".split()
)
"""The names of all that documents are made of: these are there, whatever a theme shows."""

_LINES = "0.5"  # what an article says ranks below what is said of it
# A heading stands above each result, so the excerpt below should rather show other words: it counts
# there as any text does, and stands last. As the page's title its words have their weight.
_HEADING = "1"
_Fields = Iterable[tuple[str, str]]


def search_documents(pages: Iterable[PageView]) -> Iterator[tuple[str, bytes]]:
    """Each document with its path."""
    for page in pages:
        document = _document(page)
        if document is not None:
            yield page.path, document.encode()


def _document(page: PageView) -> str | None:
    match page.view:
        case FactPage() as view:
            return _fact(view)
        case SourcePage() as view:
            return _source(view)
        case PersonPage() as view:
            parts = (_words(view.role), *map(_words, view.aliases), view.description)
            return _written(view.name, ((KIND, "Person"), (PERSON, view.name)), parts)
        case TopicPage() as view:
            return _written(view.title, ((KIND, "Topic"), (TOPIC, view.title)), (view.summary,))
        case ExplainerPage(front=None) as view:
            fields = ((KIND, "Page"), *((TOPIC, topic.text) for topic in view.topics))
            return _written(view.title, fields, (_words(view.summary), view.body))
        case _:
            return None


def _fact(view: FactPage) -> str:
    fact = view.fact
    card = (fact.speaker, fact.addressee, *view.people)
    people = dict.fromkeys(link.text for link in card if link and link.href)
    sources = dict.fromkeys((fact.source.text, *(one.source.text for one in view.evidence)))
    fields = (
        (KIND, fact.kind_label),
        *((PERSON, name) for name in people),
        *((TOPIC, topic.text) for topic in view.topics),
        *((SOURCE, title) for title in sources),
        (VERDICT, f"{'quoted words' if fact.is_quote else 'cited passage'}: {fact.verdict.words}"),
    )
    parts = (
        view.claim if fact.is_quote else None,
        _words(_about(fact)),
        *(_words("".join(part.text for part in one.excerpt)) for one in view.evidence),
        view.note,
        view.response,
        _words(", ".join(name for name in people if name not in _about(fact))),
    )
    speaker = fact.speaker.text if fact.speaker else ""
    return _written(fact.headline, fields, parts, speaker=speaker, plain=False)


def _about(fact: FactCard) -> str:
    """What stands around a fact's headline, in a line."""
    parts = (
        " ".join(filter(None, (fact.value, fact.unit))),
        fact.speaker.text if fact.speaker else None,
        f"to {fact.addressee.text}" if fact.addressee else None,
        fact.medium,
        fact.attribution,
        fact.date.words if fact.date else None,
        fact.status_label,
    )
    return ", ".join(filter(None, parts))


def _source(view: SourcePage) -> str:
    fields = ((KIND, "Source"), (SOURCE, view.title))
    rows = (str(row.value) for row in view.rows)
    lines = "".join(
        f'<p id="L{line.number}">{line.html}</p>\n'
        for line in view.lines
        if not (line.elided or line.blank)
    )
    text = f'<div data-pagefind-weight="{_LINES}">\n{lines}</div>' if lines else ""
    return _written(view.title, fields, (*(f"<p>{row}</p>" for row in rows), view.note, text))


def _written(
    title: str,
    fields: _Fields,
    parts: Iterable[str | None],
    *,
    speaker: str = "",
    plain: bool = True,
) -> str:
    """A document; `title` is HTML unless `plain`, each of the parts is HTML."""
    told = (f'<i data-pagefind-filter="{name}:{escaped(value)}"></i>' for name, value in fields)
    by = f'<i data-pagefind-meta="speaker:{escaped(speaker)}"></i>' if speaker else ""
    heading = escaped(title) if plain else title
    body = "\n".join(part for part in parts if part)
    return (
        "<!doctype html>\n<html>\n<body data-pagefind-body>\n"
        f"{''.join(told)}{by}\n{body}\n"
        f'<h1 data-pagefind-meta="title" data-pagefind-weight="{_HEADING}">{heading}</h1>\n'
        "</body>\n</html>\n"
    )


def _words(text: str | None) -> str:
    return f"<p>{escaped(text)}</p>" if text else ""
