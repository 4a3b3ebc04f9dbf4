"""Settings, sources, people and pages: from what was written to what it means."""

from collections.abc import Mapping

from sitegen.diagnostics import Span, error
from sitegen.model import (
    DEFAULT_REMOTE,
    Article,
    BranchTarget,
    Display,
    FolderTarget,
    Page,
    Person,
    Publisher,
    Redaction,
    RsyncTarget,
    Settings,
    Source,
    Target,
    Topic,
)
from sitegen.resolve.facts import resolve_basis
from sitegen.resolve.references import Making, References
from sitegen.schema import (
    PageEntry,
    PersonRecord,
    Record,
    SiteRecord,
    SourceRecord,
    TargetRecord,
    TopicRecord,
)

_LONGEST_TITLE = 90  # characters of an article's first line that stand in for a title
_UNTITLED = "Untitled"


def resolve_settings(record: Record[SiteRecord] | None) -> Settings:
    """The settings; without a readable site.yaml (an error by then) the defaults."""
    if record is None:
        nowhere = Span("content/site.yaml", 1, 1, 1, 1)
        return Settings(_UNTITLED, lambda *_: nowhere)
    written = record.fields
    publisher = written.publisher
    return Settings(
        title=written.title,
        places=record.places,
        description=written.description,
        base_url=written.base_url,
        language=written.language,
        theme=written.theme,
        theme_settings=written.theme_settings,
        publisher=Publisher(publisher.name, publisher.url, publisher.email) if publisher else None,
        licence=written.licence,
        noindex=written.noindex,
        display=written.display,
        report_url=written.report_url,
        report_email=written.report_email,
    )


def resolve_targets(record: Record[SiteRecord]) -> Mapping[str, Target]:
    """Where the site is published, by name."""
    return {name: _target(name, target) for name, target in record.fields.publish.items()}


def _target(name: str, written: TargetRecord) -> Target:
    base_url = written.base_url
    if written.folder is not None:
        return FolderTarget(name, written.folder, base_url)
    if written.branch is not None:
        remote = written.remote or DEFAULT_REMOTE
        return BranchTarget(name, written.branch, remote, written.token_env, base_url)
    if written.rsync is not None:
        return RsyncTarget(
            name, written.rsync, written.port, written.key_env, written.host_key, base_url
        )
    raise AssertionError("a target has a place")  # TargetRecord.judge sees to that


def resolve_source(
    record: Record[SourceRecord], article: Article | None, site_display: Display
) -> tuple[Source, References]:
    """A source with its article, where that could be read, and the facts that it refers to."""
    making = Making()
    written = record.fields
    display = written.display or site_display
    if display is Display.FULL and not (written.licence or written.because):
        making.made.append(
            error(
                "missing-field",
                f"source “{record.id}” is shown in full, which needs “licence” or “because”",
                record.places("display") if written.display else record.places(),
                hints=("add licence: …, or because: … with your reason for showing all of it",),
            )
        )
    title = written.title
    if title is None:
        title = _first_line(article.lines) if article else record.id
    source = Source(
        id=record.id,
        title=title,
        title_inferred=written.title is None,
        text=written.text,
        sha256=written.sha256,
        article=article,
        display=display,
        places=record.places,
        display_because=written.because,
        publisher=written.publisher,
        author=written.author,
        published=written.published,
        retrieved=written.retrieved,
        url=written.url,
        archive_url=written.archive_url,
        licence=written.licence,
        note=written.note,
        language=written.language,
        noindex=written.noindex,
        redact=tuple(Redaction(r.exact, r.shown_as, r.lines) for r in written.redact),
        basis=resolve_basis(record, making),
    )
    return source, References.of(making.made)


def resolve_person(record: Record[PersonRecord]) -> Person:
    """A person as written."""
    written = record.fields
    return Person(
        id=record.id,
        name=written.name,
        places=record.places,
        aliases=written.aliases,
        role=written.role,
        description=written.description,
        url=written.url,
        wikidata=written.wikidata,
        private=written.private,
    )


def resolve_topic(record: Record[TopicRecord]) -> Topic:
    """A topic as written."""
    return Topic(record.id, record.fields.title, record.places, record.fields.summary)


def resolve_page(entry: PageEntry) -> tuple[Page, References]:
    """An explainer page, and the topics that it refers to; its Markdown is parsed in `prose`."""
    making = Making()
    header = entry.header
    for index, topic in enumerate(header.fields.topics):
        making.refer("topic", topic, header.places, "topics", index)
    page = Page(
        id=header.id,
        title=header.fields.title,
        body=entry.body,
        body_line=entry.body_line,
        places=header.places,
        summary=header.fields.summary,
        order=header.fields.order,
        topics=header.fields.topics,
        noindex=header.fields.noindex,
    )
    return page, References.of(making.made)


def _first_line(lines: tuple[str, ...]) -> str:
    line = next((line.strip() for line in lines if line.strip()), _UNTITLED)
    if len(line) <= _LONGEST_TITLE:
        return line
    shortened = line[:_LONGEST_TITLE].rpartition(" ")[0] or line[:_LONGEST_TITLE]
    return f"{shortened} …"
