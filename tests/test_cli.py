"""The command line, end to end: what it prints where, and the code it ends with."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from material import TEXT, counts

from sayso import __version__, pipeline
from sayso.cli import sayso
from sayso.cli._group import _run
from sayso.ledger import Ledger
from sayso.model import Document, Extraction

SLOWEST_HELP = 0.3  # seconds: what a person takes for at once
TESTS = Path(__file__).parent
PATCHED = """
import sys, time
sys.path.insert(0, {tests!r})
import material
from sayso import pipeline
from sayso.cli import _reading, main

def slow(document):
    time.sleep(0.05)
    return material.counts(document)

pipeline.extract = slow
pipeline.fingerprint = lambda: "rules"
_reading.ready = lambda: None
main()
"""


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two reports, with a simple extractor, no gazetteer to build, and the folder above as the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    monkeypatch.setattr(pipeline, "extract", counts)
    monkeypatch.setattr(pipeline, "fingerprint", lambda: "rules")
    monkeypatch.setattr("sayso.cli._reading.ready", lambda: None)
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "sunday.txt").write_text(TEXT)
    monday = {
        "id": "monday/1",
        "text": "Shelling killed 5 people in Hama, a nurse said.",
        "outlet": "The Courier",
        "published": "2016-05-02",
    }
    (folder / "monday.json").write_text(json.dumps(monday))
    return folder


def sayso_runs(*arguments: str) -> Result:
    """Return the result of a command, its exit code as a shell would see it."""
    code: list[int] = []
    runner = CliRunner()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["sayso", *arguments])
        with runner.isolation() as (out, err, _):
            code.append(_run())
            stdout, stderr = out.getvalue(), err.getvalue()
    return Result(runner, stdout, stderr, b"", None, code[0], None)


def added(reports: Path) -> Path:
    assert sayso_runs("add", str(reports), "--workers", "1").exit_code == 0
    return reports


def records(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_help_is_there_at_once() -> None:
    command = [sys.executable, "-m", "sayso", "--help"]
    subprocess.run(command, capture_output=True, check=True)

    taken = min(_seconds(command) for _ in range(3))

    assert taken < SLOWEST_HELP


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def test_help_lists_every_command_and_each_explains_itself() -> None:
    listed = sayso_runs("--help").stdout

    for name in sayso.list_commands(None):  # type: ignore[arg-type]  # the list needs no context
        assert f"  {name} " in listed
        assert "Usage: sayso" in sayso_runs(name, "--help").stdout


def test_importing_sayso_is_quick() -> None:
    code = "import sys, sayso, sayso.cli; print(sorted({'spacy', 'rich', 'msgspec', 'sqlite3'} & set(sys.modules)))"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"


def test_the_version_is_told() -> None:
    assert sayso_runs("--version").stdout.strip() == f"sayso, version {__version__}"


def test_add_reads_a_folder_once(reports: Path) -> None:
    first = sayso_runs("add", str(reports), "--workers", "1")
    again = sayso_runs("add", str(reports), "--workers", "1")

    assert (first.exit_code, first.stdout) == (0, "")
    assert "2 documents added; 4 new claims" in first.stderr
    assert "2 there already" in again.stderr
    assert "new" not in again.stderr


def test_what_cannot_be_read_is_listed_with_its_reason_and_the_rest_goes_on(reports: Path) -> None:
    (reports / "broken.json").write_text("{")
    (reports / "film.mp4").write_bytes(b"\x00")

    result = sayso_runs("add", str(reports), "nowhere.txt", "--workers", "1")

    assert result.exit_code == 3
    assert "2 documents added" in result.stderr
    assert "3 documents unread:" in result.stderr
    for name in ("broken.json: ", "film.mp4: no reader for '.mp4'", "nowhere.txt: there is no such file"):
        assert name in result.stderr


def test_a_document_that_the_extractor_fails_on_is_unread_and_tried_again(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(document: Document) -> Extraction:
        if "Hama" in document.text:
            raise RecursionError("too deep")
        return counts(document)

    monkeypatch.setattr(pipeline, "extract", fails)
    result = sayso_runs("add", str(reports), "--workers", "1")
    monkeypatch.setattr(pipeline, "extract", counts)
    again = sayso_runs("add", str(reports), "--workers", "1")

    assert (result.exit_code, again.exit_code) == (3, 0)
    assert "extraction failed (RecursionError: too deep)" in result.stderr
    assert "1 document added" in again.stderr


def test_files_with_odd_names_are_read_and_listed_like_others(reports: Path) -> None:
    for name in (b"\xff.txt", b"two\nlines.txt", b"[bold]x.txt", b"-.txt", b"\xff.zzz"):
        (reports / os.fsdecode(name)).write_text(f"On the day of {len(name)} reports 5 people fled.")

    result = sayso_runs("add", str(reports), "--workers", "1")

    assert result.exit_code == 3
    assert "6 documents added" in result.stderr
    assert "no reader for '.zzz'" in result.stderr
    assert sayso_runs("extract", str(reports), "--out", "out", "--workers", "1").exit_code == 3
    assert len(list(Path("out").iterdir())) == 6
    assert sayso_runs("export", "--format", "csv").exit_code == 0


def test_a_dry_run_writes_nothing(reports: Path) -> None:
    result = sayso_runs("add", str(reports), "--dry-run")

    assert [line.split("\t")[:2] for line in result.stdout.splitlines()] == [["new", "monday/1"], ["new", "sunday"]]
    assert "nothing was written" in result.stderr
    assert not Path("sayso.db").exists()


def test_a_dry_run_knows_what_is_there(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(reports)
    (reports / "late.txt").write_text("Later, 3 people came back.")
    assert "1 new, 0 to extract anew, 2 unchanged" in sayso_runs("add", str(reports), "--dry-run").stderr

    monkeypatch.setattr(pipeline, "fingerprint", lambda: "other rules")
    assert "1 new, 2 to extract anew, 0 unchanged" in sayso_runs("add", str(reports), "--dry-run").stderr


def test_changed_rules_are_told_and_applied(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added(reports)
    monkeypatch.setattr(pipeline, "fingerprint", lambda: "other rules")

    assert "2 documents extracted by other rules than today's" in sayso_runs("claims").stderr
    assert "2 extracted anew by changed rules; 4 new claims" in sayso_runs("add", "--stale", "--workers", "1").stderr
    assert sayso_runs("claims").stderr == ""


def test_a_folder_alone_is_added_and_shown(reports: Path) -> None:
    result = sayso_runs(str(reports), "--workers", "1")

    assert result.exit_code == 0
    assert [record["text"] for record in records(result)] == ["5 people", "12 people", "30 soldiers", "7 people"]
    assert len(Ledger("sayso.db").claims) == 4


def test_a_folder_that_holds_the_ledger_is_read_without_it(reports: Path) -> None:
    Path("sayso.toml").write_text("workers = 1\n")

    assert sayso_runs(".").exit_code == 0
    assert sayso_runs(".").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("claim",), "did you mean 'claims'?"),
        (("xyzzy",), "no command, file or folder is named 'xyzzy'"),
        (("claims", "--dimension", "kiled"), "did you mean 'killed'?"),
        (("claims", "--since", "yesterday"), "does not match the format"),
        (("claims", "--json", "--csv"), "exclude each other"),
        (("claims", "-o", "claims.doc"), "its suffix names no format"),
        (("export", "--format", "pdf"), "there are canonical, csv, json, jsonl"),
        (("extract",), "nothing to read"),
        (("add", "--workers", "0"), "0 is not in the range"),
    ],
)
def test_wrong_use_is_explained(reports: Path, arguments: tuple[str, ...], words: str) -> None:
    added(reports)

    result = sayso_runs(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_claims_are_json_lines_in_a_pipe_under_the_names_of_the_guidelines(reports: Path) -> None:
    found = records(sayso_runs_after(reports, "claims", "--document", "monday/1"))

    assert len(found) == 1
    for name, value in {"start": 16, "end": 24, "text": "5 people", "dimensions": ["killed"], "low": 5, "high": 5, "approx": False}.items():
        assert found[0][name] == value
    assert found[0]["sentence"] == "Shelling killed 5 people in Hama, a nurse said."


def sayso_runs_after(reports: Path, *arguments: str) -> Result:
    added(reports)
    return sayso_runs(*arguments)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((), ["5 people", "12 people", "30 soldiers", "7 people"]),
        (("--search", "shelling"), ["5 people"]),
        (("--document", "sunday", "--limit", "1"), ["12 people"]),
        (("--dimension", "wounded"), []),
        (("--source", "courier"), ["5 people"]),
        (("--since", "2016-05-02", "--until", "2016-05-02"), ["5 people"]),
        (("--denied",), []),
        (("--plain", "--affirmed", "--limit", "0"), ["5 people", "12 people", "30 soldiers", "7 people"]),
        (("--place", "Homs"), []),
    ],
)
def test_claims_are_filtered(reports: Path, filters: tuple[str, ...], expected: list[str]) -> None:
    assert [record["text"] for record in records(sayso_runs_after(reports, "claims", *filters))] == expected


def test_csv_leads_back_to_the_sentence(reports: Path) -> None:
    result = sayso_runs_after(reports, "claims", "--csv", "--document", "sunday")

    first = next(iter(csv.DictReader(io.StringIO(result.stdout))))

    assert (first["document"], first["text"], first["path"]) == ("sunday", "12 people", "reports/sunday.txt")
    assert TEXT[int(first["start"]) : int(first["end"])] == "12 people"
    assert first["sentence"] in TEXT
    assert first["address"] == f"sayso:{first['document_id']}#char={first['start']},{first['end']}"


@pytest.mark.parametrize(
    ("name", "beginning"), [("a.csv", "claim,document,"), ("a.jsonl", '{"id": '), ("a.json", "[\n{"), ("-", '{"id": ')]
)
def test_a_file_takes_the_format_of_its_suffix(reports: Path, name: str, beginning: str) -> None:
    result = sayso_runs_after(reports, "claims", "-o", name)

    written = result.stdout if name == "-" else Path(name).read_text()
    assert written.startswith(beginning)
    assert not list(Path().glob("*.part"))


def test_export_canonical_is_the_same_whatever_the_order_and_the_place(reports: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for name in ("sunday.txt", "monday.json"):
        (moved / name).write_bytes((reports / name).read_bytes())

    sayso_runs("add", str(reports), "--workers", "1")
    for name in ("sunday.txt", "monday.json", "sunday.txt"):
        sayso_runs("add", str(moved / name), "--ledger", "other.db", "--workers", "1")
    sayso_runs("export", "--format", "canonical", "-o", "one")
    sayso_runs("export", "--format", "canonical", "-o", "other", "--ledger", "other.db")

    assert Path("one").read_bytes() == Path("other").read_bytes()
    assert len(Path("one").read_text().splitlines()) == 7


def test_integrity_ends_with_4_where_something_changed(reports: Path) -> None:
    sound = sayso_runs_after(reports, "integrity")
    (reports / "sunday.txt").write_text("Something else.")
    changed = sayso_runs("integrity")

    assert (sound.exit_code, sound.stdout) == (0, "")
    assert "2 documents, 4 claims" in sound.stderr
    assert changed.exit_code == 4
    assert "sunday.txt: the file is not the one that was read" in changed.stdout


def test_explain_shows_the_sentence_the_speaker_and_the_rules(reports: Path) -> None:
    result = sayso_runs_after(reports, "explain", "monday/1:16")

    for words in (
        "Shelling killed 5 people in Hama, a nurse said.",
        "The Courier",
        "5 (exact)",
        "figure      '5 people' by count.people",
        "counts 1",
    ):
        assert words in result.stdout


def test_explain_takes_the_beginning_of_an_id(reports: Path) -> None:
    whole = str(records(sayso_runs_after(reports, "claims", "--limit", "1"))[0]["id"])

    assert json.loads(sayso_runs("explain", whole[:9], "--json").stdout)["id"] == whole


@pytest.mark.parametrize(("claim", "words"), [("zzz", "no claim is 'zzz'"), ("", "fits 4 claims")])
def test_explain_says_when_it_cannot_tell_which_claim(reports: Path, claim: str, words: str) -> None:
    result = sayso_runs_after(reports, "explain", claim)

    assert result.exit_code == 1
    assert words in result.stderr


def test_extract_writes_json_lines_or_a_file_for_each_document(reports: Path) -> None:
    lines = records(sayso_runs("extract", str(reports), "--workers", "1"))
    result = sayso_runs("extract", str(reports), "--out", "out", "--workers", "1")

    assert result.exit_code == 0
    assert "2 documents, 4 claims" in result.stderr
    files = {file.name: json.loads(file.read_text()) for file in Path("out").iterdir()}
    assert set(files) == {"monday_1.json", "sunday.json"}
    assert list(files.values()) in (lines, lines[::-1])
    assert [claim["text"] for claim in files["sunday.json"]["claims"]] == ["12 people", "30 soldiers", "7 people"]
    assert not Path("sayso.db").exists()


def test_extract_keeps_documents_of_one_name_apart(reports: Path) -> None:
    (reports / "more").mkdir()
    (reports / "more" / "SUNDAY.txt").write_text("Another 3 people fled.")

    sayso_runs("extract", str(reports), "--out", "out", "--workers", "1")

    names = sorted(file.name.partition("~")[0].lower() for file in Path("out").iterdir())
    assert names == ["monday_1.json", "sunday", "sunday.json"]


def test_extract_works_on_several_processes(reports: Path) -> None:
    for number in range(12):
        (reports / f"{number:02}.txt").write_text("In the morning the wounded were carried over the bridge, and the shelling went on.")
    command = [sys.executable, "-m", "sayso", "extract", str(reports), "--workers", "2"]

    found = subprocess.run(command, capture_output=True, text=True, check=True)

    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == [
        *(f"{number:02}" for number in range(12)),
        "monday/1",
        "sunday",
    ]


def test_settings_are_found_in_a_folder_above_and_options_go_first(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sayso.toml").write_text('ledger = "kept/here.db"\nworkers = 1\npaths = ["reports"]\n')
    (tmp_path / "kept").mkdir()
    monkeypatch.chdir(reports)

    assert sayso_runs("add").exit_code == 0
    assert len(records(sayso_runs("claims"))) == 4
    assert (tmp_path / "kept" / "here.db").exists()
    assert "no ledger there" in sayso_runs("claims", "--ledger", "other.db").stderr


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("ledgr = 'x'", "'ledgr' is no setting; there are ledger, workers, paths"),
        ("workers = 0", "'workers' should be a whole number from 1, not 0"),
        ("workers = true", "should be a whole number"),
        ("paths = 'reports'", "'paths' should be a list of paths in quotes"),
        ("ledger = ", "not TOML"),
    ],
)
def test_settings_that_cannot_be_used_are_explained(reports: Path, words: str, complaint: str) -> None:
    Path("sayso.toml").write_text(words)

    result = sayso_runs("claims")

    assert result.exit_code == 1
    assert complaint in result.stderr


@pytest.mark.parametrize("command", ["claims", "integrity", "export --format csv", "explain x"])
def test_a_missing_ledger_is_explained(reports: Path, command: str) -> None:
    result = sayso_runs(*command.split())

    assert result.exit_code == 1
    assert "sayso.db: no ledger there; make one with 'sayso add PATH'" in result.stderr
    assert not Path("sayso.db").exists()


def test_a_folder_that_is_not_there_for_the_ledger_is_explained(reports: Path) -> None:
    result = sayso_runs("add", str(reports), "--ledger", "no/such/folder.db")

    assert result.exit_code == 1
    assert "check that its folder is there" in result.stderr


def test_doctor_says_what_is_there_and_how_to_mend_what_is_not(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.cli.doctor._OLDEST_PYTHON", (9, 0))
    monkeypatch.setenv("SAYSO_HOME", "nowhere")

    result = sayso_runs("doctor", "--json")

    looked = {record["what"]: record for record in records(result)}
    assert result.exit_code == 1
    assert looked["Python"]["mend"] == "install Python 3.11 or later, and sayso with it"
    assert looked["gazetteer"]["mend"] == "sayso gazetteer build"
    assert looked["SQLite full-text search"] == {"what": "SQLite full-text search", "found": "FTS5", "mend": None}
    assert looked["language model"]["mend"] is None


def test_places_are_looked_up(reports: Path) -> None:
    found = records(sayso_runs("gazetteer", "lookup", "Haleb"))
    rows = list(csv.DictReader(io.StringIO(sayso_runs("gazetteer", "lookup", "Mosul", "--csv").stdout)))

    assert (found[0]["id"], found[0]["country"]) == ("geonames:170063", "SY")
    assert (rows[0]["name"], rows[0]["country"], rows[0]["found"]) == ("Mosul", "IQ", "main")


def test_a_place_that_is_not_there_is_said_to_be_none(reports: Path) -> None:
    result = sayso_runs("gazetteer", "lookup", "Xqzzvw")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "no place named 'Xqzzvw'" in result.stderr


def test_building_the_gazetteer_says_where_it_lies(reports: Path) -> None:
    from sayso.gazetteers import local

    assert sayso_runs("gazetteer", "build").stdout.strip() == str(local.path())
    assert local.path().exists()


def test_a_reader_that_has_had_enough_is_no_error(reports: Path) -> None:
    for number in range(300):
        (reports / f"{number}.txt").write_text(f"On day {number}, {number} people fled. " * 20)
    sayso_runs("add", str(reports), "--workers", "1")

    found = subprocess.run(
        f"set -o pipefail; {sys.executable} -m sayso claims | head -1", shell=True, executable="/bin/bash", capture_output=True, text=True
    )

    assert found.returncode == 0
    assert found.stdout.startswith('{"id"')
    assert "Error" not in found.stderr
    assert "Traceback" not in found.stderr


LONG_RUN = 400  # reports: more than are read before somebody stops it


def test_ctrl_c_keeps_what_was_stored_and_the_next_run_goes_on(reports: Path) -> None:
    for number in range(LONG_RUN):
        (reports / f"{number:03}.txt").write_text(f"On that day {number + 2} people fled.")
    command = [sys.executable, "-c", PATCHED.format(tests=str(TESTS)), "add", str(reports), "--workers", "1"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    kept = _wait_for_documents(Path("sayso.db"), 5)

    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=20)

    assert running.returncode == 130
    assert said == "sayso: stopped; what was stored is kept, and the same command goes on from there\n"
    again = sayso_runs("add", str(reports), "--workers", "1")
    assert again.exit_code == 0
    ledger = Ledger("sayso.db")
    assert ledger.count_documents() == LONG_RUN + 2
    assert [run.complete for run in ledger.runs] == [False, True]
    assert ledger.runs[0].counts.added == ledger.runs[1].counts.unchanged >= kept


def test_a_run_that_is_killed_outright_goes_on_as_well(reports: Path) -> None:
    for number in range(LONG_RUN):
        (reports / f"{number:03}.txt").write_text(f"On that day {number + 2} people fled.")
    command = [sys.executable, "-c", PATCHED.format(tests=str(TESTS)), "add", str(reports), "--workers", "1"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    _wait_for_documents(Path("sayso.db"), 5)

    running.kill()
    running.communicate(timeout=20)

    again = sayso_runs("add", str(reports), "--workers", "1")
    assert again.exit_code == 0
    assert Ledger("sayso.db").count_documents() == LONG_RUN + 2
    assert sayso_runs("integrity").exit_code == 0


def _wait_for_documents(path: Path, number: int) -> int:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if path.exists() and path.stat().st_size:
            with Ledger(path) as ledger:
                if (found := ledger.count_documents()) >= number:
                    return found
        time.sleep(0.02)
    raise AssertionError("the run stored nothing")


def on_a_terminal(*arguments: str, columns: int = 120) -> str:
    """Return what a command prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "dumb"}
    running = subprocess.Popen([sys.executable, "-m", "sayso", *arguments], stdout=theirs, stderr=theirs, stdin=theirs, env=environment)
    os.close(theirs)
    pieces = []
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(ours)
    running.wait(timeout=20)
    return b"".join(pieces).decode()


def test_a_terminal_gets_a_table(reports: Path) -> None:
    shown = on_a_terminal("claims", "--document", "monday/1", columns=140) if added(reports) else ""

    assert "figure" in shown
    for words in ("5 people", "killed", "The Courier (own words)", "monday/1", "1 claim"):
        assert words in shown


def test_codes_in_a_report_do_not_steer_the_terminal(reports: Path) -> None:
    (reports / "sly.json").write_text(
        json.dumps({"id": "sly\x1b[2J", "text": "They said 9 people\x1b]0;owned\x07 fled.", "outlet": "\x1b[31mX"})
    )
    added(reports)

    assert "\x1b[2J" not in on_a_terminal("claims")
    assert "\x1b]0;" not in on_a_terminal("explain", str(records(sayso_runs("claims", "--search", "fled"))[0]["id"]))
