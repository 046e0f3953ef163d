"""The report in a browser: it opens from disk, its numbers open their sentences, and each state has a link."""

import pytest

CELL = "#compare?row=killed.civilian.people&situation=0"


def cards(page):
    """Return the claims in the panel, once it is open: each id with the words that are marked in its sentence."""
    page.wait_for_selector(".panel .claim")
    return {card.get_attribute("data-claim"): card.locator("mark").text_content() for card in page.locator(".panel .claim").all()}


def test_it_opens_from_disk_and_shows_the_matrix(show, payload):
    page = show(payload)

    assert page.title() == "Riverton and Plainfield - sayso"
    assert page.locator("[role=columnheader] h2").all_inner_texts() == ["Riverton", "Plainfield"]
    assert page.locator(".what h3").all_inner_texts() == [row["label"] for row in payload["rows"]]


def test_examples_are_said_to_be_examples(show, payload):
    assert "sayso example, after" in show(payload).locator(".banner").inner_text()
    assert show(payload | {"example": False}).locator(".banner").count() == 0


def test_a_number_opens_its_claims_with_their_words_marked(show, payload):
    page = show(payload)

    page.get_by_role("link", name="451: claims on Civilians killed, Riverton").click()

    assert page.locator(".panel h2").inner_text() == "Civilians killed, Riverton"
    assert cards(page) == {name: payload["claims"][name]["text"] for name in ("c1", "c2", "c3", "c4", "c5")}


@pytest.mark.parametrize("name", ["c1", "c2", "c4", "c6", "c8", "c10"])
def test_a_mark_opens_the_sentence_that_it_stands_for(show, payload, name):
    page = show(payload, "#compare?more=all")

    page.locator(f"a.mark[href$='claim={name}'], a.mark[href*='claim={name}&']").click()

    claim = payload["claims"][name]
    chosen = page.locator(".panel .claim.chosen")
    assert chosen.locator("mark").text_content() == claim["text"]
    assert chosen.locator("blockquote").text_content().strip("… ") == claim["excerpt"]["text"]
    assert payload["documents"][claim["document"]]["title"] in chosen.inner_text()
    assert f"characters {claim['start']}–{claim['end']}" in chosen.inner_text()


def test_the_claims_behind_a_number_come_first_with_its_rule(show, payload):
    page = show(payload)

    page.locator(".big a").first.click()

    behind = page.locator(".behind")
    assert behind.locator(".claim").first.get_attribute("data-claim") == "c2"
    assert payload["rows"][0]["cells"][0]["headline"]["rule"] in behind.inner_text()
    page.get_by_text("How this was chosen, and other ways").click()
    page.get_by_role("link", name="at least 320 to 451").click()
    page.wait_for_selector(".behind [data-claim=c1]")


def test_nothing_found_is_said_and_is_never_a_zero(show, payload):
    cell = show(payload).locator(".cell.nothing").first

    assert "Nothing found" in cell.inner_text()
    assert "0" not in cell.inner_text()


def test_dozens_are_printed_and_get_no_point(show, payload):
    page = show(payload, "#compare?more=all")

    assert page.locator(".wordy a").all_inner_texts() == ["“dozens”"]
    assert page.locator("a.mark[href*='claim=c5']").count() == 0


def test_kinds_of_extent_are_in_bands_of_their_own(show, payload):
    page = show(payload, "#compare?more=killed.civilian.people")

    bands = page.locator(".row").first.locator(".cell").first.locator(".band")

    assert bands.locator(".extent").all_inner_texts() == ["Running totals", "Events", "Extent not stated"]
    assert bands.nth(0).locator("a.mark").count() == 2
    assert bands.nth(1).locator("a.mark").count() == 1


def test_a_verdict_shows_its_codes_and_reasons(show, payload):
    fair = show(payload).locator(".fair").first

    assert "With care" in fair.inner_text()
    assert "unchecked" in fair.inner_text()
    assert fair.locator(".reasons .code").all_inner_texts() == ["C3", "C7", "C8"]
    fair.locator("summary").click()
    assert fair.locator(".rules .code").all_inner_texts() == ["C1", "C2", "C3", "C5", "C7", "C8"]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("#compare?q=corridors", ["Corridors"]),
        ("#compare?q=CORRIDORS+may", ["Corridors"]),
        ("#compare?from=anonymous", ["People displaced"]),
        ("#compare?dimension=killed", ["Civilians killed"]),
        ("#compare?verdict=no", ["People displaced"]),
        ("#compare?q=nowhere-to-be-found", []),
    ],
)
def test_a_filter_is_part_of_the_address(show, payload, address, shown):
    assert show(payload, address).locator(".what h3").all_inner_texts() == shown


def test_each_state_has_an_address_that_brings_it_back(show, payload):
    page = show(payload)

    page.get_by_role("combobox", name="Dimension").select_option("killed")
    page.get_by_role("link", name="210 to 260: claims on").click()
    page.locator("a.mark[href*='claim=c6']").click()
    page.wait_for_selector(".panel .claim.chosen")
    again = show(payload, page.evaluate("location.hash"))

    assert again.locator(".what h3").all_inner_texts() == ["Civilians killed"]
    assert again.locator(".panel .claim.chosen").get_attribute("data-claim") == "c6"
    page.go_back()
    page.wait_for_selector(".panel .claim.chosen", state="detached")


def test_what_was_read_and_what_was_not_is_listed_with_reasons(show, payload):
    page = show(payload)

    page.get_by_role("link", name="What was read").click()
    page.wait_for_selector("#section-unread")

    assert "a scan without text: nothing to read" in page.locator("main").inner_text()
    assert page.locator("section[aria-labelledby=section-read] tbody tr").count() == len(payload["documents"])
    assert "the day could also be 2031-12-05" in page.locator("main").inner_text()


def test_limits_are_listed(show, payload):
    text = show(payload, "#limits").locator("main").inner_text()

    assert all(limit in text for limit in payload["limits"])
    assert payload["rules"] in text


def test_the_keyboard_opens_goes_along_the_marks_and_comes_back(show, payload):
    page = show(payload)
    page.locator("a.mark[href$='claim=c1']").focus()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    page.wait_for_selector(".claim[data-claim=c2]:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector("a.mark[href$='claim=c2']:focus")
    assert page.locator(".panel").count() == 0


def test_opening_a_cell_takes_the_focus_to_its_heading(show, payload):
    page = show(payload)

    page.locator(".big a").first.press("Enter")

    page.wait_for_selector("#panel-heading:focus")


def test_a_checked_article_is_shown_claim_by_claim(show, checked):
    page = show(checked)

    assert page.locator(".checked > li .verdict").all_inner_texts() == ["Differs", "Nothing found", "Near only"]
    assert page.locator(".checked > li").first.locator(".checked-claim mark").text_content() == "210 to 260 civilian deaths"
    page.locator(".against a").first.click()
    assert cards(page) == {"c2": "451 civilians"}


def test_the_nearest_claims_stand_below_with_what_differs_and_the_rest_on_request(show, checked):
    page = show(checked)

    near = page.locator(".near")
    assert "neither for it nor against it" in near.locator(".near-head").inner_text()
    assert "event against period (c1)" in near.inner_text()
    assert not near.get_by_text("event against period (c4)").is_visible()
    near.locator("summary").click()
    assert near.get_by_text("event against period (c4)").is_visible()


def test_a_headline_on_one_figure_says_so(show, payload):
    alone = [cell for row in payload["rows"] for cell in row["cells"] if cell["headline"] and len(cell["headline"]["claims"]) == 1]

    page = show(payload, "#compare?more=all")

    assert alone
    assert page.get_by_text("rests on one figure").count() == len(alone)


def test_a_report_of_another_format_says_so(browser, tmp_path):
    from sayso.report import write

    page = browser.new_page()
    page.goto(write({"format": "sayso report 9"}, tmp_path / "other.html").as_uri())

    page.wait_for_selector("text=another format")
    page.close()
