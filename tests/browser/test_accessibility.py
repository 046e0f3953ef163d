"""Accessibility: axe finds nothing against WCAG 2.2 AA, in light and in dark, wide and narrow; and nothing runs off the page."""

from itertools import product
from pathlib import Path

import pytest

AXE = Path(__file__).parent.parent.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = ["#compare?more=all", "#compare?row=killed.civilian.people&situation=0&pick=headline", "#reading", "#limits"]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(show, payload, state):
    look_at(show(payload, state))


def test_axe_finds_nothing_in_a_checked_article(show, checked):
    look_at(show(checked, "#check?claim=c2"))


def look_at(page):
    """Fail for what axe finds on a page, with everything unfolded."""
    if not AXE.is_file():
        pytest.fail("axe-core is not installed; install it with: make frontend", pytrace=False)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")
    page.evaluate(AXE.read_text("utf-8"))

    for scheme, width in product(["light", "dark"], [1440, 390]):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate("(tags) => axe.run(document, {runOnly: tags}).then(({violations}) => violations)", RULES)
        assert [(violation["id"], node["html"], node["failureSummary"]) for violation in found for node in violation["nodes"]] == []


@pytest.mark.parametrize("state", STATES)
def test_the_page_never_scrolls_sideways(show, payload, state):
    page = show(payload, state)

    for width in (320, 390, 768, 1024, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_three_situations_stand_side_by_side_too(show, payload):
    payload["situations"].append(payload["situations"][0] | {"name": "Thirdham"})
    for row in payload["rows"]:
        row["cells"].append(row["cells"][0])
    page = show(payload, "#compare?row=killed.civilian.people&situation=2&pick=headline")

    for width in (390, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".row").first.locator(".cell").count() == 3
    assert page.locator(".panel h2").inner_text() == "Civilians killed, Thirdham"


def test_what_moves_the_pointer_only_moves_the_keyboard_too(show, payload):
    page = show(payload, "#compare?more=all")
    reached = set()

    for _ in range(150):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.localName"))

    lanes = page.evaluate(
        "[...document.querySelectorAll('svg.track')].map((lane) => lane.querySelector('a[tabindex=\"0\"]').getAttribute('href'))"
    )
    assert set(lanes) <= reached
    assert {"select", "input", "button", "summary"} <= reached
