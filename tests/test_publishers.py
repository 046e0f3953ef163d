"""Publishers: found by name, by address, by the text's own head."""

from __future__ import annotations

import pytest

from sayso import lexicon, publishers
from sayso.model import Source, SourceKind
from sayso.publishers import Letterhead, Publisher, PublisherKind, find, publisher, publisher_country

ROWS = lexicon.table("lexicons/publishers.csv", Publisher)
KINDS = lexicon.table("lexicons/publisher_kinds.csv", PublisherKind)
WORDS = lexicon.table("lexicons/letterheads.csv", Letterhead)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_publisher_is_found_by_its_example(row: Publisher) -> None:
    found = find(None, row.example) if row.example.startswith("http") else find(row.example)

    assert found == row


def test_each_publisher_is_found_by_each_of_its_names_and_domains() -> None:
    lost = [(row.name, name) for row in ROWS for name in (row.name, *row.aliases) if find(name) != row]
    lost += [(row.name, domain) for row in ROWS for domain in row.domains if find(None, f"https://{domain}/x") != row]

    assert lost == []


def test_each_row_has_a_kind_and_a_country_code_or_none() -> None:
    odd = [
        row.name
        for row in ROWS
        if row.kind not in list(SourceKind) or not (row.country == "" or (row.country.isupper() and len(row.country) == 2))
    ]

    assert odd == []
    assert len(ROWS) >= 250


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row.example)
def test_words_in_an_unlisted_name_tell_its_kind(row: PublisherKind) -> None:
    assert publisher(row.example, None, "") == Source(row.example, SourceKind(row.kind))


@pytest.mark.parametrize("row", [row for row in WORDS if row.role != "edition"], ids=lambda row: row.example)
def test_a_letterhead_names_the_publisher(row: Letterhead) -> None:
    assert publisher(None, None, f"{row.example}\n\nTwo bridges were closed after the flood.") is not None


@pytest.mark.parametrize("row", [row for row in WORDS if row.role == "edition"], ids=lambda row: row.example)
def test_an_edition_is_its_outlet(row: Letterhead) -> None:
    assert find(row.example) is not None


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("the reuters", "Reuters"),
        ("Reuters.com", "Reuters"),
        ("AFP via Daily Sabah", "Agence France-Presse"),
        ("AL JAZEERA ENGLISH", "Al Jazeera"),
        ("Hurriyet Daily News", "Hürriyet Daily News"),
        ("Wall Street Journal - Opinion", "The Wall Street Journal"),
        ("U.N. OCHA; Government of Fiji", "UN Office for the Coordination of Humanitarian Affairs"),
        ("UNICEF (Haiti)", "UN Children's Fund"),
        ("Associated Press, Beirut", "Associated Press"),
    ],
)
def test_an_outlet_is_found_however_it_is_written(outlet: str, name: str) -> None:
    found = publisher(outlet, None, "")

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://uk.reuters.com/article/idUK1", "Reuters"),
        ("abcnews.go.com/International/story?id=1", "ABC News"),
        ("https://www.abc.net.au/news/1", "Australian Broadcasting Corporation"),
        ("https://news.un.org/en/story/2020/1", "UN News"),
        ("http://www.nytimes.com/aponline/2016/x.html", "Associated Press"),
        ("https://web.archive.org/web/2020/http://www.bbc.co.uk/news/1", "BBC News"),
        ("https://t.me/mod_russia_en/77", "Russian Ministry of Defence"),
        ("https://www.gov.uk/government/organisations/ministry-of-defence/x", "UK Ministry of Defence"),
        ("https://notreuters.com/a", None),
        ("https://go.com/a", None),
        ("http://[broken", None),
        ("not an address", None),
    ],
)
def test_the_longest_domain_decides(url: str, name: str | None) -> None:
    found = publisher(None, url, "")

    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NICOSIA (Reuters) - Four people drowned on Sunday.", "Reuters"),
        ("Kampala, Oct 3 (Xinhua) -- A bus fell into a river.", "Xinhua News Agency"),
        ("UNHCR\nSITUATION REPORT No. 3\n4 May 2020\nSome 300 families arrived.", "UN High Commissioner for Refugees"),
        ("# Human Rights Watch\n\nThe camp was closed.", "Human Rights Watch"),
        ("This report was prepared by WFP with its partners.\nFood is short.", "World Food Programme"),
        ("Three men were freed.\n\nSource: Anadolu Agency", "Anadolu Agency"),
        ("UNHCR says that 300 families arrived.", None),
        ("Israeli army kills two near Jenin, mayor says\nTwo men died.", None),
        ("Hamas denied the report on Sunday, and so did others in the statement of the day.", None),
        ("A bomb killed two in the market. (Reuters) A mayor was freed.", None),
        ("The who of the report is unknown.", None),
    ],
)
def test_the_head_of_a_text_names_its_publisher_or_nobody(text: str, name: str | None) -> None:
    found = publisher(None, None, text)

    assert (found.name if found else None) == name


def test_an_unknown_outlet_keeps_its_name_without_a_kind() -> None:
    assert publisher("Anna Example", None, "Two died.") == Source("Anna Example", SourceKind.UNSPECIFIED)


def test_the_address_decides_where_the_outlet_is_unknown() -> None:
    assert publisher("Guest Writer", "https://www.haaretz.com/opinion/1", "") == Source("Haaretz", SourceKind.MEDIA)


def test_a_publisher_is_at_home_in_a_country_or_in_none() -> None:
    assert publisher_country("The Jordan Times", None) == "JO"
    assert publisher_country(None, "https://www.unocha.org/x") is None
    assert publisher_country(None, None) is None
    assert publishers.publisher_country(None, None, "ACCRA (GNA) - Rain fell.") == "GH"


def test_a_text_after_another_outlet_keeps_its_own_name():
    assert publisher("sayso example, after Reuters", None, "") == Source("sayso example, after Reuters", SourceKind.MEDIA)
