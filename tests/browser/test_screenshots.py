"""Screenshots: kept under build/screenshots, to be looked at."""

from pathlib import Path

import pytest

SCREENSHOTS = Path(__file__).parent.parent.parent / "build" / "screenshots"
OPEN = "#compare?row=killed.civilian.people&situation=0&claim=c2"
SHOTS = {
    "matrix": ("#compare", {}),
    "matrix-all-rows": ("#compare?more=all", {}),
    "panel": (OPEN, {}),
    "panel-dark": (OPEN, {"color_scheme": "dark"}),
    "narrow": ("#compare", {"viewport": {"width": 390, "height": 844}}),
    "narrow-panel": (OPEN, {"viewport": {"width": 390, "height": 844}}),
    "reading": ("#reading", {}),
    "limits-dark": ("#limits", {"color_scheme": "dark"}),
}


@pytest.mark.parametrize("name", SHOTS)
def test_a_screenshot_is_kept(show, payload, name):
    address, context = SHOTS[name]
    file = SCREENSHOTS / f"{name}.png"

    show(payload, address, **context).screenshot(path=file, full_page="panel" not in name)

    assert file.stat().st_size > 10_000


def test_a_screenshot_of_a_checked_article_is_kept(show, checked):
    file = SCREENSHOTS / "check.png"

    show(checked).screenshot(path=file)

    assert file.stat().st_size > 10_000


def test_print_is_kept(show, payload):
    page = show(payload)
    page.emulate_media(media="print")

    page.screenshot(path=SCREENSHOTS / "print.png", full_page=True)
    paper = page.pdf(path=SCREENSHOTS / "print.pdf", prefer_css_page_size=True)

    assert not page.locator("nav").is_visible()
    assert paper.startswith(b"%PDF")
