"""A browser for the tests of the report, and pages that may ask for nothing but themselves."""

import json
from pathlib import Path

import chromium
import pytest
from playwright.sync_api import sync_playwright

from sayso.report import write

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "frontend" / "test" / "payload.json"
OWN = ("file:", "data:", "about:")


@pytest.fixture(scope="session")
def browser():
    """Chromium, with a user folder of its own that goes when it ends."""
    path = chromium.find()
    if not path:
        pytest.fail("no Chromium found; install it with: sudo apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(chromium.ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def payload():
    """The example payload, to be changed at will."""
    return json.loads(EXAMPLE.read_text("utf-8"))


@pytest.fixture
def show(browser, tmp_path):
    """Return a function that opens a payload's report from disk; afterwards, fail for what the page asked for or complained of."""
    contexts, asked, complaints = [], [], []

    def opened(payload, address="", **context):
        contexts.append(browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **context}))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.goto(write(payload, tmp_path / f"report{len(contexts)}.html").as_uri() + address)
        page.wait_for_selector("h1")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(OWN)] == []
    assert complaints == []


@pytest.fixture(scope="session")
def blank(browser):
    """An empty page to count in."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def checked(payload):
    """The payload of an article that is checked."""
    against = [{"claim": "c2", "relation": "differs", "words": "451 lies outside of at least 500."}]
    scope = "kind of figure: event against period"
    near = [{"claim": name, "relation": "near", "words": f"{scope} ({name})"} for name in ("c1", "c2", "c3", "c4")]
    claims = [
        {"claim": "c6", "verdict": "differs", "words": "One other claim differs.", "against": against},
        {"claim": "c9", "verdict": "nothing found", "words": "Nothing else was found.", "against": []},
        {"claim": "c8", "verdict": "near", "words": "nothing that can be compared; 4 near it of another scope", "against": near},
    ]
    kept = {key: payload[key] for key in ("format", "version", "rules", "claims", "documents", "unread", "limits", "example")}
    return kept | {"kind": "check", "title": "Situation report 7", "check": {"document": "d2", "claims": claims}}
