"""The form keeps its width, however long the words are that it shows."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.preview.conftest import Preview
from tests.browser.preview.harbour import drag, part

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_a_long_quotation_does_not_push_the_form_out_of_sight(
    preview: Preview, tab: "Page", width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(preview.url("sources/inquisitr-2018.html"))
    part(tab, ".figure").wait_for()
    drag(tab, (39, "I’m very grateful"), (39, "our conversations,"))
    tab.keyboard.press("a")
    last = part(tab, ".panel").get_by_role("button", name="Discard")
    last.wait_for()
    box = last.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= width
