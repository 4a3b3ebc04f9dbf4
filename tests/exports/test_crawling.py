"""The sitemap and robots.txt as crawlers read them."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from sitegen.model import Correction
from sitegen.views import views
from sitegen.views.exports.crawling import Listed, sitemaps
from tests.exports.making import BASE, files_of
from tests.factory import Record, cite, date, fact, page, person, settings, source
from tests.views.making import LOOK, shown_of

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RECORDS: tuple[Record, ...] = (
    source("s", "One. Two."),
    source("hidden", "One.", noindex=True),
    person("ann", "Ann Lee"),
    person("cy", "Cy Doe", private=True),
    page("p", "Text."),
    page("draft", "Text.", noindex=True),
    fact("a", cite("s", 1, "One"), added="2024-03-01"),
    fact("b", cite("s", 1, "One"), added="2024-03", corrections=(
        Correction(date("2024-05"), "x", "y"),)),
    fact("c", cite("s", 1, "One"), added="2024-03~"),
)  # fmt: skip


def addresses(content: bytes) -> dict[str, str | None]:
    """The addresses of a sitemap below the site, each with its `lastmod`."""
    found = {}
    for entry in ElementTree.fromstring(content):  # noqa: S314 (our own file)
        location = entry.findtext(f"{MAP}loc") or ""
        assert location.startswith(BASE)
        found[location.removeprefix(BASE)] = entry.findtext(f"{MAP}lastmod")
    return found


def robots(*records: Record, base_url: str | None = BASE, noindex: bool = False) -> str:
    given = settings(base_url=base_url, noindex=noindex)
    return files_of(*records, settings_=given, with_pages=True)["robots.txt"].decode()


def may_fetch(content: str, path: str) -> bool:
    parser = RobotFileParser()
    parser.parse(content.splitlines())
    return parser.can_fetch("AnyBot", f"https://example.org{path}")


def test_the_sitemap_has_every_page_that_may_be_found() -> None:
    found = addresses(files_of(*RECORDS, with_pages=True)["sitemap.xml"])
    assert {"", "p.html", "facts/a.html", "sources/s.html", "people/ann.html"} <= set(found)
    hidden = {"404.html", "search.html", "draft.html", "sources/hidden.html", "people/cy.html"}
    assert not hidden & set(found)


def test_the_search_is_never_found_by_search() -> None:
    shown = shown_of(*RECORDS, settings=settings(base_url=BASE))
    assert sitemaps((Listed("facts.html", noindex=False),), shown)
    assert sitemaps((Listed("search.html", noindex=False),), shown) == {}


def test_what_is_told_of_pages_before_they_are_made_is_what_they_say() -> None:
    for noindex in (False, True):
        shown = shown_of(*RECORDS, settings=settings(base_url=BASE, noindex=noindex))
        made = views(shown, LOOK)
        told = tuple(Listed(page.path, page.view.chrome.noindex) for page in made)
        assert made.listed == told
        assert made.paths == tuple(page.path for page in made)


def test_a_page_has_a_date_only_where_its_change_is_known() -> None:
    found = addresses(files_of(*RECORDS, with_pages=True)["sitemap.xml"])
    assert {path: day for path, day in found.items() if day} == {
        "facts/a.html": "2024-03-01",
        "facts/b.html": "2024-05",
    }


def test_without_an_address_or_anything_to_find_there_is_no_sitemap() -> None:
    assert "sitemap.xml" not in files_of(*RECORDS, base_url=None, with_pages=True)
    given = settings(base_url=BASE, noindex=True)
    assert "sitemap.xml" not in files_of(*RECORDS, settings_=given, with_pages=True)


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    shown = shown_of(*RECORDS, settings=settings(base_url=BASE))
    pages = views(shown, LOOK).listed
    whole = addresses(sitemaps(pages, shown)["sitemap.xml"]())
    made = {path: make() for path, make in sitemaps(pages, shown, most=5).items()}
    parts = list(addresses(made.pop("sitemap.xml")))
    assert parts == list(made) == [f"sitemap-{n}.xml" for n in range(1, len(made) + 1)]
    listed = [addresses(content) for content in made.values()]
    assert all(len(part) <= 5 for part in listed)
    assert {path: day for part in listed for path, day in part.items()} == whole


def test_crawlers_may_read_everything_and_are_told_of_the_sitemap() -> None:
    content = robots(*RECORDS[:1])
    assert content == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"
    assert robots(*RECORDS[:1], base_url=None) == "User-agent: *\nAllow: /\n"


def test_pages_not_to_be_indexed_may_be_read_or_nobody_would_know() -> None:
    content = robots(*RECORDS, noindex=True)
    assert "Sitemap:" not in content
    assert may_fetch(content, "/facts%20of/ours/facts/a.html")
    assert may_fetch(content, "/facts%20of/ours/")


def test_files_that_cannot_say_so_are_closed_where_nothing_is_to_be_indexed() -> None:
    content = robots(*RECORDS, noindex=True)
    for path in ("data/facts.json", "data/texts/s.txt", "pagefind/x", "feed.xml", "feed.json"):
        assert not may_fetch(content, f"/facts%20of/ours/{path}")
    assert not may_fetch(robots(noindex=True, base_url=None), "/data/facts.csv")


def test_the_text_of_a_source_not_to_be_indexed_is_closed_alone() -> None:
    content = robots(*RECORDS)
    assert not may_fetch(content, "/facts%20of/ours/data/texts/hidden.txt")
    assert may_fetch(content, "/facts%20of/ours/data/texts/s.txt")
    assert may_fetch(content, "/facts%20of/ours/sources/hidden.html")
