"""The example reports: readable, balanced, and never to be taken for the originals."""

import datetime
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "examples" / "aleppo-mosul-2016"
FILES = sorted(FOLDER.glob("*.json"))
KEYS = {"id", "title", "outlet", "author", "published", "url", "after", "situation", "text"}
PERIOD = ("2015-01-01", "2017-12-31")  # reporting on the two battles, from the first plans
LOOKING_BACK = {"Wikipedia"}  # articles written after the period


def load(path: Path) -> dict[str, Any]:
    """The report in a file, as a dictionary."""
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return report


REPORTS = [load(path) for path in FILES]
each_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report["id"]))


def head_and_body(report: dict[str, Any]) -> tuple[str, str]:
    """The line that names the original, and our own wording below it."""
    head, _, body = report["text"].partition("\n\n")
    return head, body


def day(iso: str) -> str:
    """A date as the head line writes it: 4 November 2016."""
    date = datetime.date.fromisoformat(iso)
    return f"{date.day} {date:%B %Y}"


def test_there_are_at_least_forty() -> None:
    assert len(FILES) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_the_name_of_a_file_is_its_id(path: Path) -> None:
    assert load(path)["id"] == path.stem
    assert re.fullmatch(r"\d{3}-[a-z0-9-]+", path.stem)


@each_report
def test_a_report_has_the_keys_of_a_report(report: dict[str, Any]) -> None:
    assert set(report) == KEYS
    assert set(report["after"]) == {"outlet", "title", "published", "url"}


@each_report
def test_nobody_can_take_our_wording_for_theirs(report: dict[str, Any]) -> None:
    assert report["outlet"] == f"sayso example, after {report['after']['outlet']}"
    assert report["author"] == "sayso example authors"
    assert report["title"] != report["after"]["title"]


@each_report
def test_the_first_line_names_the_original(report: dict[str, Any]) -> None:
    after = report["after"]
    when = day(after["published"]) if after["published"] else "undated"
    address = after["url"] or "no address given"

    head, _ = head_and_body(report)

    assert head == f"{report['outlet']}, {when}: «{after['title']}» ({address})."


@each_report
def test_our_wording_has_80_to_250_words(report: dict[str, Any]) -> None:
    _, body = head_and_body(report)

    assert 80 <= len(body.split()) <= 250


@each_report
def test_a_report_states_a_figure(report: dict[str, Any]) -> None:
    _, body = head_and_body(report)

    assert re.search(r"\d", body) or re.search(r"\b(?:three|seven|twenty|dozens)\b", body)


@each_report
def test_the_date_is_the_original_s_and_within_the_period(report: dict[str, Any]) -> None:
    published = report["published"]

    assert published == report["after"]["published"]
    if published and report["after"]["outlet"] not in LOOKING_BACK:
        assert PERIOD[0] <= published <= PERIOD[1]


def test_no_more_than_one_report_is_undated() -> None:
    assert sum(report["published"] is None for report in REPORTS) <= 1


def test_both_cities_are_covered_alike() -> None:
    counts = Counter(name for report in REPORTS for name in report["situation"])

    assert min(counts["aleppo-2016"], counts["mosul-2016"]) >= 14
    assert max(counts["aleppo-2016"], counts["mosul-2016"]) <= 1.5 * min(counts["aleppo-2016"], counts["mosul-2016"])


def test_each_report_is_about_one_of_the_two_cities() -> None:
    assert all({"aleppo-2016", "mosul-2016"} & set(report["situation"]) for report in REPORTS)


def test_no_outlet_speaks_in_more_than_a_quarter() -> None:
    outlets = Counter(report["after"]["outlet"] for report in REPORTS)

    assert len(outlets) >= 15
    assert max(outlets.values()) <= len(REPORTS) / 4


def test_the_list_in_the_readme_is_complete() -> None:
    listed = re.findall(r"\]\((\d{3}-[a-z0-9-]+)\.json\)", (FOLDER / "README.md").read_text(encoding="utf-8"))

    assert listed == [path.stem for path in FILES]
