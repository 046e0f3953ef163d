"""Accessibility: axe finds nothing against WCAG 2.2 AA, in light and in dark, wide and narrow; and nothing runs off the page."""

from pathlib import Path

import pytest

AXE = Path(__file__).parent.parent.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = ["#compare?more=all", "#compare?row=killed.civilian.people&situation=0&claim=c2", "#reading", "#limits"]
WIDTHS = {"wide": 1440, "narrow": 390}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(show, payload, state, width, scheme):
    page = show(payload, state, color_scheme=scheme, viewport={"width": WIDTHS[width], "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })")

    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("(tags) => axe.run(document, {runOnly: tags}).then(({violations}) => violations)", RULES)

    assert [(violation["id"], node["html"][:120], node["failureSummary"][:300]) for violation in found for node in violation["nodes"]] == []


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
@pytest.mark.parametrize("state", STATES)
def test_the_page_never_scrolls_sideways(show, payload, state, width):
    page = show(payload, state, viewport={"width": width, "height": 900})

    assert page.evaluate("document.documentElement.scrollWidth") <= width
