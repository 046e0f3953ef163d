"""Reports: the page is written whole or not at all, holds its JSON so that HTML cannot take it for markup, and tells no folders."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import report
from sayso.report.folders import without_folders

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "frontend" / "test" / "payload.json"


@pytest.fixture
def payload():
    """The example payload."""
    return json.loads(EXAMPLE.read_text("utf-8"))


def held(page):
    """Return the JSON that a page holds, as written."""
    return page.partition('id="payload">')[2].partition("</script>")[0]


def test_a_page_holds_its_payload(payload):
    assert json.loads(held(report.page(payload))) == payload


def test_bytes_and_objects_give_the_same_page(payload):
    assert report.page(json.dumps(payload).encode()) == report.page(payload)


@given(st.text())
def test_no_text_becomes_markup(text):
    written = held(report.page({"title": text, text: [text]}))

    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["title"] == text


def test_half_of_a_character_is_kept(tmp_path):
    file = report.write({"title": "half \ud83d of"}, tmp_path / "report.html")

    assert json.loads(held(file.read_text("utf-8")))["title"] == "half \ud83d of"


@pytest.mark.parametrize("payload", [b"[]", b"null", b"not json", {"low": float("nan")}])
def test_what_is_no_json_object_is_refused_and_leaves_no_file(payload, tmp_path):
    file = tmp_path / "report.html"

    with pytest.raises(ValueError):  # noqa: PT011  # of json's own kinds
        report.write(payload, file)

    assert list(tmp_path.iterdir()) == []


def test_a_page_that_was_not_built_is_named_with_the_way_out(payload, tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.report.files", lambda package: tmp_path)

    with pytest.raises(report.TemplateError, match="make report"):
        report.page(payload)


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["/home/someone/reports/a.json", "/home/someone/reports/more/b.pdf"], ["a.json", "more/b.pdf"]),
        (["/home/someone/a.json"], ["a.json"]),
        (["reports/a.json", "/home/someone/x/b.json"], ["reports/a.json", "b.json"]),
        (["", "/a/b.json"], ["", "b.json"]),
        (["/a/b.json", "/c/d.json"], ["b.json", "d.json"]),
    ],
)
def test_a_report_does_not_tell_in_whose_folder_the_files_lay(paths, told):
    given = {
        "documents": {str(number): {"path": path} for number, path in enumerate(paths)},
        "unread": [{"path": paths[-1], "reason": "empty"}],
    }

    shared = without_folders(given)

    assert [document["path"] for document in shared["documents"].values()] == told
    assert shared["unread"] == [{"path": told[-1], "reason": "empty"}]


def test_the_policy_lets_nothing_in(payload):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', report.page(payload))[1]

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == "'none'"
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/=]{44}'", rules.pop(name)) for name in ("script-src", "style-src"))
    assert rules == {"img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}


def test_a_page_brings_the_licence_of_what_it_contains(payload):
    assert "Copyright (c) 2015-present Jason Miller" in report.page(payload)


def test_the_front_ends_lock_holds_hashes_and_no_address():
    packages = json.loads((ROOT / "frontend" / "package-lock.json").read_text("utf-8"))["packages"]

    assert all("resolved" not in package for package in packages.values())
    assert [name for name, package in packages.items() if name and not package.get("integrity", "").startswith("sha512-")] == []


def test_the_front_end_and_the_node_that_builds_it_are_of_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    package = json.loads((ROOT / "frontend" / "package.json").read_text("utf-8"))
    wanted = re.search(r'NODE_PACKAGE = "([^"]+)"', (ROOT / "tools" / "frontend.py").read_text("utf-8"))[1]

    assert package["version"] == project["version"]
    assert (ROOT / "requirements-node.lock").read_text("utf-8").startswith(f"{wanted} \\\n    --hash=sha256:")
