"""Hostile documents: whatever their texts hold, the report shows it as text and runs nothing."""

import json

import pytest

RUNS = "globalThis.harmed = true"
TEXTS = [
    f"<script>{RUNS}</script>",
    f"</script><script>{RUNS}</script>",
    f"<!--<script>{RUNS}</script>",
    f"]]></script><svg onload='{RUNS}'>",
    f"<img src=x onerror='{RUNS}'>",
    f"<iframe srcdoc='<script>parent.{RUNS}</script>'></iframe>",
    "<style>@import 'http://evil.example/x.css'</style><link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<base href='http://evil.example/'>",
    f"\u2028{RUNS}\u2029//",
    f"&lt;script&gt;{RUNS}&lt;/script&gt;&amp;",
    f"';{RUNS};//\";{RUNS};//`${{{RUNS}}}",
    "\u202etxet desrever\u0000\ufeff",
    "{{constructor.constructor('globalThis.harmed = true')()}}",
]
ADDRESSES = [
    f"javascript:{RUNS}",
    f"JaVaScRiPt:{RUNS}",
    f" javascript:{RUNS}",
    f"java\nscript:{RUNS}",
    f"data:text/html,<script>{RUNS}</script>",
    "vbscript:x",
    "file:///etc/passwd",
    f"http:\"onmouseover='{RUNS}'",
    "//evil.example/",
    "https://",
]


def poisoned(payload, text, address="https://example.org/"):
    """Return the payload with a hostile text wherever a document's words come in."""
    payload["title"] = text
    for situation in payload["situations"]:
        situation |= {"name": text, "inside": text}
    for document in payload["documents"].values():
        document |= {"title": text, "outlet": text, "publisher": text, "author": text, "path": text, "notes": [text], "url": address}
    for claim in payload["claims"].values():
        whole = {"start": 0, "end": len(text), "start16": 0, "end16": len(text.encode("utf-16-le")) // 2}
        claim |= {"text": text, "speaker": text, "place": text, "chain": [{"name": text, "kind": text, "anonymous": False}]}
        claim["excerpt"] = {
            "text": text,
            "before": False,
            "after": False,
            "words": whole,
            "sentence": whole,
            "cues": [],
            "source": whole,
            "place": None,
        }
    for mark in (mark for row in payload["rows"] for cell in row["cells"] for lane in cell["lanes"] for mark in lane["marks"]):
        mark |= {"speaker": text, "words": text, "why": text}
    for row in payload["rows"]:
        row["fairness"]["reasons"] = [reason | {"words": text, "inputs": {text: text}} for reason in row["fairness"]["reasons"]]
    payload["unread"] = [{"path": text, "reason": text}]
    payload["limits"] = [text]
    return payload


def elements(page):
    """Return what elements the page holds that could load or run something."""
    return page.evaluate(
        "[...document.querySelectorAll('script, img, iframe, object, embed, link, base, meta, style')].map((e) => e.localName).sort()"
    )


USUAL = ["link", *["meta"] * 7, "script", "script", "style"]


def test_a_page_holds_its_own_script_and_style_only(show, payload):
    assert elements(show(payload)) == USUAL


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_text_is_shown_as_text(show, payload, text):
    page = show(poisoned(payload, text), "#compare?row=killed.civilian.people&situation=0&more=all")

    assert page.locator("h1 bdi").text_content() == text
    assert page.locator(".panel .claim mark").first.text_content() == text
    for view in ("reading", "limits"):
        page.evaluate("(view) => { location.hash = view }", view)
        page.wait_for_selector(f"nav a[aria-current][href^='#{view}']")
        assert text in page.locator("main").evaluate("(main) => main.textContent")
    assert elements(page) == USUAL
    assert page.evaluate("globalThis.harmed") is None


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_hostile_address_is_no_link(show, payload, address):
    page = show(poisoned(payload, "a title", address), "#reading")

    assert page.locator("main a").count() == 0
    page.evaluate("location.hash = 'compare?row=killed.civilian.people&situation=0'")
    page.wait_for_selector(".panel .claim")
    assert page.locator(".panel .doc a").count() == 0
    assert page.evaluate("globalThis.harmed") is None


def test_a_link_of_the_web_opens_elsewhere_and_says_nothing_of_this_page(show, payload):
    link = show(payload, "#reading").get_by_role("link", name="Situation report 7")

    assert link.get_attribute("href") == "https://example.org/sitrep7"
    assert link.get_attribute("rel") == "noopener noreferrer"


@pytest.mark.parametrize("key", ["__proto__", "constructor", "toString"])
def test_an_id_that_is_a_word_of_the_language_does_no_harm(show, payload, key):
    page = show(payload, f"#{key}?row={key}&situation={key}&claim={key}&dimension={key}&from={key}")

    assert page.locator(".panel").count() == 0


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'globalThis.harmed = true'}))",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"globalThis.harmed = true\">')",
        "document.body.append(Object.assign(document.createElement('script'), {src: 'data:text/javascript,globalThis.harmed = true'}))",
        "fetch('https://example.org/').catch(() => 0)",
        "navigator.sendBeacon('https://example.org/')",
    ],
)
def test_the_policy_stops_what_came_in_all_the_same(browser, payload, tmp_path, attempt):
    from sayso.report import write

    context = browser.new_context()
    page = context.new_page()
    page.goto(write(payload, tmp_path / "report.html").as_uri())
    reached = []
    page.on("requestfinished", lambda request: reached.append(request.url))

    page.evaluate(f"(async () => {{ try {{ {attempt} }} catch {{}} await new Promise((done) => setTimeout(done, 50)) }})()")

    assert page.evaluate("globalThis.harmed") is None
    assert reached == []
    context.close()


@pytest.mark.parametrize("text", TEXTS)
def test_the_json_in_the_page_holds_nothing_that_is_markup(payload, text):
    from sayso.report import page

    held = page(poisoned(payload, text)).partition('id="payload">')[2].partition("</script>")[0]

    assert not set("<>&\u2028\u2029") & set(held)
    assert json.loads(held)["title"] == text
