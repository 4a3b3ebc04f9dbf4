"""Assets under names that change with their content, and the references between them."""

import re

import pytest

from sitegen import theme
from sitegen.diagnostics import Span
from sitegen.theme.assets import Asset, publish

PICTURE = Asset("content/assets/pictures/a.png", b"png")


def sheet(css: str) -> Asset:
    return Asset("themes/ours/assets/css/style.css", css.encode())


def test_a_name_holds_ten_digits_of_the_content() -> None:
    published, diagnostics = publish({"style.css": Asset("x", b"p{}"), "pictures/a.png": PICTURE})
    assert diagnostics == ()
    assert re.fullmatch(r"assets/style\.[0-9a-f]{10}\.css", published.names["style.css"])
    assert re.fullmatch(r"assets/pictures/a\.[0-9a-f]{10}\.png", published.names["pictures/a.png"])
    assert published.files[published.names["style.css"]] == b"p{}"


def test_other_content_has_another_name() -> None:
    one, _ = publish({"style.css": Asset("x", b"p{}")})
    two, _ = publish({"style.css": Asset("x", b"q{}")})
    assert one.names != two.names


REWRITTEN = (
    ("a{b:url(../pictures/a.png)}", 'a{b:url("../pictures/HASHED")}'),
    ("a{b:url( '../pictures/a.png' )}", 'a{b:url( "../pictures/HASHED" )}'),
    ('a{b:URL("../pictures/a.png#part")}', 'a{b:URL("../pictures/HASHED#part")}'),
)


@pytest.mark.parametrize(("css", "expected"), REWRITTEN)
def test_a_reference_in_a_style_sheet_follows_the_asset(css: str, expected: str) -> None:
    published, diagnostics = publish({"css/style.css": sheet(css), "pictures/a.png": PICTURE})
    hashed = published.names["pictures/a.png"].rpartition("/")[2]
    assert diagnostics == ()
    content = published.files[published.names["css/style.css"]].decode()
    assert content == expected.replace("HASHED", hashed)


KEPT = (
    "p{color:red}",
    "a{b:url(#part)}",
    "a{b:url(data:image/png;base64,AA==)}",
    '/* url(nowhere.png) @import "x" */',
    "/* never closed: url(nowhere.png)",
    'a::after{content:"url(nowhere.png)"}',
    r'a::after{content:"\"url(nowhere.png)"}',
    "a{curl(nowhere.png)}",
)


@pytest.mark.parametrize("css", KEPT)
def test_what_is_no_reference_to_a_file_stays_as_it_is(css: str) -> None:
    published, diagnostics = publish({"css/style.css": sheet(css)})
    assert diagnostics == ()
    assert published.files[published.names["css/style.css"]] == css.encode()


REFUSED = (
    ("p{}\n a{b:url(a.png)}", "there is no asset “css/a.png”", (2, 10)),
    ("a{b:url(../pictures/b.png)}", "there is no asset “pictures/b.png”", (1, 9)),
    ("a{b:url(../../secret.txt)}", "there is no asset “../secret.txt”", (1, 9)),
    ("a{b:url(https://example.org/a.png)}", "ask nothing of other hosts", (1, 9)),
    ('a{b:url("//example.org/a.png")}', "ask nothing of other hosts", (1, 9)),
    ("a{b:url(/a.png)}", "ask nothing of other hosts", (1, 9)),
    ('@import "other.css";', "“@import” is not for themes", (1, 1)),
    ("@IMPORT url(https://example.org/x.css);", "“@import” is not for themes", (1, 1)),
)


@pytest.mark.parametrize(("css", "message", "place"), REFUSED)
def test_a_reference_that_leads_nowhere_or_out_is_refused(
    css: str, message: str, place: tuple[int, int]
) -> None:
    _, diagnostics = publish({"css/style.css": sheet(css), "pictures/a.png": PICTURE})
    first = diagnostics[0]
    assert first.code == "broken-link"
    assert message in first.message
    assert first.span is not None
    assert (first.span.path, first.span.line, first.span.column) == (
        "themes/ours/assets/css/style.css",
        *place,
    )


def test_a_slip_in_a_reference_is_answered_with_the_nearest_asset() -> None:
    _, (found,) = publish(
        {"css/style.css": sheet("a{b:url(../pictures/aa.png)}"), "pictures/a.png": PICTURE}
    )
    assert found.hints == ("did you mean “pictures/a.png”?",)


def test_a_style_sheet_that_is_not_utf8_is_refused() -> None:
    _, (found,) = publish({"style.css": Asset("themes/ours/assets/style.css", b"\xff")})
    assert (found.code, found.span) == (
        "bad-encoding",
        Span("themes/ours/assets/style.css", 1, 1, 1, 1),
    )


def test_the_assets_of_theme_and_content_are_published_together() -> None:
    loaded, _ = theme.load("default", {})
    published, diagnostics = theme.publish_assets(loaded, {"pictures/a.png": PICTURE})
    assert diagnostics == ()
    assert published.names.keys() == {*loaded.assets, "style.css", "pictures/a.png"}


def test_a_file_of_the_content_may_not_take_the_name_of_one_of_the_theme() -> None:
    loaded, _ = theme.load("default", {})
    own = Asset("content/assets/style.css", b"p{}")
    _, (found,) = theme.publish_assets(loaded, {"style.css": own})
    assert (found.code, found.span) == (
        "duplicate-id",
        Span("content/assets/style.css", 1, 1, 1, 1),
    )
