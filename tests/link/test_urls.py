"""Where pages lie, how they lead to each other, and which links may leave the site."""

import pytest

from sitegen import urls


@pytest.mark.parametrize(
    ("start", "target", "fragment", "link"),
    [
        ("index.html", "facts/a.html", None, "facts/a.html"),
        ("facts/a.html", "sources/s.html", "a", "../sources/s.html#a"),
        ("facts/a.html", "index.html", None, "../index.html"),
        ("facts/a.html", "facts/b.html", None, "../facts/b.html"),
        ("index.html", "assets/a b#c?.png", None, "assets/a%20b%23c%3F.png"),
        ("index.html", "assets/é.png", None, "assets/%C3%A9.png"),
    ],
)
def test_links_between_pages_are_relative(
    start: str, target: str, fragment: str | None, link: str
) -> None:
    assert urls.relative(start, target, fragment) == link


def test_a_later_citation_has_an_id_of_its_own() -> None:
    assert [urls.citation_id("a", number) for number in (1, 2, 3)] == ["a", "a--2", "a--3"]


@pytest.mark.parametrize(
    ("base_url", "target", "address"),
    [
        ("https://a.example/b", "index.html", "https://a.example/b/"),
        ("https://a.example/b/", "facts/a.html", "https://a.example/b/facts/a.html"),
    ],
)
def test_absolute_addresses(base_url: str, target: str, address: str) -> None:
    assert urls.absolute(base_url, target) == address


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("mailto:a@b.example?subject=x%20y", "mailto:a@b.example?subject=x%20y"),
        ("https://a.example/é x", "https://a.example/%C3%A9%20x"),
        ('https://a.example/"><b>', "https://a.example/%22%3E%3Cb%3E"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("data:image/png;base64,AAAA", None),
        ("blob:https://a.example/x", None),
        ("ftp://a.example", None),
        ("x:y", None),
        ("//evil.example", None),
        ("https://user:pw@a.example", None),
        ("https://user@a.example", None),
        ("https:a.html", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_only_listed_kinds_of_links_leave_the_site(written: str, link: str | None) -> None:
    assert urls.external(written) == link


@pytest.mark.parametrize(
    ("written", "external"),
    [
        ("vote.md", False),
        ("facts/a.html#b:c", False),
        ("?a:b", False),
        ("//evil.example", True),
        ("/\\evil.example", True),
        ("\\\\evil.example", True),
        ("x:y", True),
    ],
)
def test_what_leaves_the_site(written: str, external: bool) -> None:
    assert urls.is_external(written) is external
