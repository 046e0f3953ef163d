"""The ledger: what goes in stays, once, and can be found, checked and judged."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from material import TEXT, claims, counts, document, extraction

import sayso
from sayso import pipeline
from sayso.errors import LedgerError
from sayso.ledger import Filter, Ledger, Run, _queries, audit, review
from sayso.ledger._queries import migrations
from sayso.model import Claim, Document, Extraction, Judgement, Selector, Source, SourceKind, Unread
from sayso.text import find

MONDAY = datetime(2016, 5, 2, 9, tzinfo=UTC)


def put(ledger: Ledger, *reports: Document) -> Run:
    run = Run(ledger, ["reports"], MONDAY)
    for report in reports:
        if run.wants(report):
            run.put(report, extraction(report))
    run.finish(MONDAY)
    return run


@pytest.fixture
def ledger() -> Ledger:
    made = Ledger()
    put(made, document())
    return made


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list whose only item is the fingerprint of the rules."""
    current = ["rules 1"]
    monkeypatch.setattr(pipeline, "fingerprint", lambda: current[0])
    return current


def test_what_goes_in_comes_out_again(ledger: Ledger) -> None:
    assert ledger.documents == (document(),)
    assert ledger.claims == claims(document())
    assert ledger.abstentions_of(document().id) == extraction(document()).abstentions


def test_adding_twice_adds_nothing(ledger: Ledger) -> None:
    again = put(ledger, document())

    assert (again.counts.added, again.counts.unchanged, again.counts.claims) == (0, 1, 0)
    assert len(ledger.claims) == 3


def test_the_same_document_twice_in_one_run_is_read_once() -> None:
    with Ledger() as ledger:
        run = Run(ledger)

        assert [run.wants(document()), run.wants(document())] == [True, False]


def test_changed_rules_extract_anew(rules: list[str]) -> None:
    with Ledger() as ledger:
        put(ledger, document())
        rules[0] = "rules 2"
        assert [report.name for report in ledger.stale("rules 2")] == ["sunday"]

        again = put(ledger, document())

        assert (again.counts.added, again.counts.renewed) == (0, 1)
        assert ledger.claims == claims(document())
        assert ledger.count_stale("rules 2") == 0


def test_claims_that_new_rules_no_longer_make_are_gone(rules: list[str]) -> None:
    with Ledger() as ledger:
        put(ledger, document())
        rules[0] = "rules 2"
        run = Run(ledger)
        run.wants(document())

        run.put(document(), Extraction(claims(document())[:1]))

        assert ledger.claims == claims(document())[:1]
        assert list(ledger.find(Filter(search="missing"))) == []


def test_another_version_of_the_reader_replaces_the_former_reading() -> None:
    old = document(sha256="a" * 64)
    with Ledger() as ledger:
        put(ledger, old)

        again = put(ledger, replace(old, text=f"\n{TEXT}", reader="text 2"))

        assert (again.counts.added, again.counts.replaced) == (1, 1)
        assert [report.reader for report in ledger.documents] == ["text 2"]
        assert [report.reader for report in ledger.newer_readings(old.id)] == ["text 2"]


@pytest.mark.parametrize("rule", ["rules 1", "rules 2"])
def test_what_is_known_of_a_document_besides_its_text_is_brought_up_to_date(rules: list[str], rule: str) -> None:
    with Ledger() as ledger:
        put(ledger, document(title="Sunday"))
        rules[0] = rule
        named = document(title="A bloody day", publisher=Source("The Courier", SourceKind.MEDIA), sha256="b" * 64)

        put(ledger, named)

        assert ledger.documents == (named,)
        assert [len(list(ledger.search(words))) for words in ("bloody", "nobody")] == [1, 1]
        assert audit(ledger).faults == ()


def test_documents_extracted_anew_from_the_ledger_keep_their_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: list[str]
) -> None:
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        put(ledger, document(path=str(tmp_path / "reports" / "a.txt")))
        monkeypatch.chdir("/")
        rules[0] = "rules 2"

        put(ledger, *ledger.stale("rules 2"))

        assert [report.path for report in ledger.documents] == ["reports/a.txt"]


def test_a_killed_run_keeps_what_it_stored_and_the_next_goes_on(tmp_path: Path) -> None:
    reports = [document(name=name) for name in ("first", "second", "third")]
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        killed = Run(ledger, ["reports"], MONDAY)
        for report in reports[:2]:
            killed.wants(report)
            killed.put(report, extraction(report))

    with Ledger(tmp_path / "sayso.db") as ledger:
        rest = put(ledger, *reports)

        assert (rest.counts.added, rest.counts.unchanged) == (1, 2)
        assert [(run.complete, run.counts.added) for run in ledger.runs] == [(False, 2), (True, 1)]


def test_a_document_is_stored_whole_or_not_at_all() -> None:
    broken = replace(claims(document())[2], low=float("nan"), text=None)  # type: ignore[arg-type]
    with Ledger() as ledger:
        run = Run(ledger)

        with pytest.raises(LedgerError):
            run.put(document(), Extraction((*claims(document())[:2], broken)))

        assert (ledger.documents, ledger.claims) == ((), ())


def test_the_run_log_says_what_was_done_by_which_rules_and_what_was_not_read(rules: list[str]) -> None:
    with Ledger() as ledger:
        run = put(ledger, document())
        run.pass_over(Unread("scan.pdf", "a scan without text"))

        logged = ledger.runs[-1]

        assert (logged.started, logged.complete, logged.fingerprint) == (MONDAY.isoformat(), True, rules[0])
        assert (logged.paths, logged.counts.documents, logged.counts.claims, logged.counts.abstentions) == (("reports",), 1, 3, 1)
        assert logged.unread == ledger.unread == (Unread("scan.pdf", "a scan without text"),)
        assert logged.lexicons
        assert logged.gazetteer


def test_a_path_below_the_ledger_is_kept_relative_so_that_both_can_move(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        put(ledger, document(path=str(tmp_path / "reports" / "a.txt")), document(name="far", path="/elsewhere/b.txt"))

        assert sorted(report.path for report in ledger.documents) == ["/elsewhere/b.txt", "reports/a.txt"]


FILTERS = [
    (Filter(dimensions=("killed",)), ["at least 12 people"]),
    (Filter(dimensions=("killed", "missing")), ["at least 12 people", "7 people"]),
    (Filter(places=("HOMS",)), ["at least 12 people"]),
    (Filter(places=("sy",)), ["at least 12 people"]),
    (Filter(places=("hom",)), []),
    (Filter(sources=("governor's office",)), ["at least 12 people", "30 soldiers"]),
    (Filter(sources=("ngo",)), ["7 people"]),
    (Filter(sources=("The Courier",)), []),
    (Filter(since=date(2016, 5, 2)), ["30 soldiers", "7 people"]),
    (Filter(until=date(2016, 5, 1)), ["at least 12 people"]),
    (Filter(until=date(2016, 4, 30)), []),
    (Filter(documents=("sunday",)), ["at least 12 people", "30 soldiers", "7 people"]),
    (Filter(documents=("monday",)), []),
    (Filter(denied=True), ["30 soldiers"]),
    (Filter(denied=False, limit=1), ["at least 12 people"]),
    (Filter(hedged=True), ["30 soldiers"]),
    (Filter(search="salah"), ["30 soldiers"]),
    (Filter(search="salah homs"), []),
    (Filter(search='"at least 12" kill*'), ["at least 12 people"]),
    (Filter(search="AND ( * ' \" --"), []),
]


@pytest.mark.parametrize(("wanted", "expected"), FILTERS, ids=[str(wanted)[7:60] for wanted, _ in FILTERS])
def test_claims_are_found_by(ledger: Ledger, wanted: Filter, expected: list[str]) -> None:
    assert [entry.claim.text for entry in ledger.find(wanted)] == expected


def test_a_short_number_names_a_document_and_is_no_beginning_of_an_id(ledger: Ledger) -> None:
    whole = document().id

    assert list(ledger.find(Filter(documents=(whole[:3],)))) == []
    assert len(list(ledger.find(Filter(documents=(whole[:8],))))) == 3


def test_a_claim_that_names_nobody_is_found_under_its_publisher() -> None:
    with Ledger() as ledger:
        run = Run(ledger)
        run.put(document(), Extraction((replace(claims(document())[0], chain=()),)))

        assert [entry.claim.chain for entry in ledger.find(Filter(sources=("courier",)))] == [()]


def test_an_entry_brings_the_sentence_of_its_claim(ledger: Ledger) -> None:
    sentence = [entry.sentence.of(TEXT) for entry in ledger.find()]

    assert sentence[1] == "Gen. Salah denied that 30 soldiers were wounded."


def test_documents_are_found_by_their_words(ledger: Ledger) -> None:
    assert [report.name for report in ledger.search('"nobody else"')] == ["sunday"]
    assert list(ledger.search("corridor")) == []


@pytest.mark.parametrize("sought", ["id", "beginning", "sunday:32", "sunday:49"])
def test_a_claim_is_found_by_its_id_or_its_place(ledger: Ledger, sought: str) -> None:
    killed = claims(document())[0]
    words = {"id": killed.id, "beginning": killed.id[:7]}.get(sought, sought)

    assert [entry.claim for entry in ledger.claims_like(words)] == [killed]


def judgement(claim: Claim, report: Document, verdict: str = "right") -> Judgement:
    return Judgement("claim", verdict, "Amal", MONDAY, report.id, (review.quote(claim, report),))


def test_judgements_can_only_be_appended(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path, create=True) as ledger:
        review.judge(ledger, judgement(claims(document())[0], document()))
        review.judge(ledger, judgement(claims(document())[0], document()))
        before = review.history(ledger)

    with closing(sqlite3.connect(path)) as raw:
        for change in ("UPDATE judgements SET verdict = 'wrong'", "DELETE FROM judgements"):
            with pytest.raises(sqlite3.IntegrityError, match="appended, never"):
                raw.execute(change)
        raw.execute("INSERT OR REPLACE INTO judgements SELECT row, id, subject, 'wrong', by, \"when\", document, noun FROM judgements")
        raw.commit()

    with Ledger(path) as ledger:
        assert review.history(ledger) == before == (judgement(claims(document())[0], document()),)
        assert audit(ledger).faults == ()


def test_a_judgement_can_be_withdrawn_and_brought_back(ledger: Ledger) -> None:
    first = judgement(claims(document())[0], document())
    review.judge(ledger, first)

    back = review.withdraw(ledger, first, "Amal", MONDAY)
    assert review.standing(ledger) == ()

    review.withdraw(ledger, back, "Amal", MONDAY)
    assert review.standing(ledger) == (first,)
    assert len(review.history(ledger)) == 3


def test_a_judgement_that_is_not_there_cannot_be_withdrawn(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="nothing was withdrawn"):
        review.withdraw(ledger, judgement(claims(document())[0], document()), "Amal", MONDAY)


def test_a_judgement_is_kept_where_the_same_claim_is_made_again(ledger: Ledger, rules: list[str]) -> None:
    review.judge(ledger, judgement(claims(document())[0], document()))
    rules[0] = "rules 2"

    put(ledger, document())

    found = next(review.anchored(ledger))
    assert (found.state, found.claims) == (review.Anchor.KEPT, claims(document())[:1])


def test_a_judgement_moves_to_the_newer_reading_of_its_text() -> None:
    ledger = Ledger()
    old = document(sha256="a" * 64)
    new = replace(old, text="The Courier\n\n" + TEXT.replace("at least 12", "at least  12"), reader="text 2")
    put(ledger, old)
    review.judge(ledger, judgement(claims(old)[1], old))

    put_counts(ledger, new)

    found = next(review.anchored(ledger))
    assert (found.state, [claim.document for claim in found.claims]) == (review.Anchor.MOVED, [new.id])


def test_a_judgement_moves_to_a_claim_of_slightly_other_words(ledger: Ledger, rules: list[str]) -> None:
    review.judge(ledger, judgement(claims(document())[0], document()))
    rules[0] = "rules 2"

    put_counts(ledger, document())

    found = next(review.anchored(ledger))
    assert (found.state, [claim.text for claim in found.claims]) == (review.Anchor.MOVED, ["12 people"])


def test_a_judgement_is_orphaned_where_no_claim_is_made_of_its_words(ledger: Ledger, rules: list[str]) -> None:
    review.judge(ledger, judgement(claims(document())[0], document()))
    rules[0] = "rules 2"
    run = Run(ledger)

    run.put(document(), Extraction())

    assert [found.state for found in review.anchored(ledger)] == [review.Anchor.ORPHANED]


def put_counts(ledger: Ledger, report: Document) -> None:
    run = Run(ledger)
    assert run.wants(report)
    run.put(report, counts(report))


QUOTES = [
    (Selector("Two", "", " died"), ["Two"]),
    (Selector("Two", "died. ", ""), ["Two"]),
    (Selector("two  died", "", ""), []),
    (Selector("Two\nfled", "", ""), ["Two fled"]),
    (Selector("Two", "", ""), ["Two", "Two"]),
    (Selector("Two", "xx", "yy"), []),
    (Selector("Nine", "", ""), []),
    (Selector("", "a", "b"), []),
]


@pytest.mark.parametrize(("selector", "expected"), QUOTES)
def test_quoted_words_are_found_again(selector: Selector, expected: list[str]) -> None:
    text = "Two died. Two fled."

    assert [place.of(text) for place in find(text, selector)] == expected


def test_an_audit_of_a_sound_ledger_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "sunday.txt").write_text(TEXT)
    raw = hashlib.sha256(TEXT.encode()).hexdigest()
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        put(ledger, document(path=str(tmp_path / "sunday.txt"), sha256=raw), document(name="gone", path="gone.txt", sha256=raw))

        found = audit(ledger)

        assert found.faults == ()
        assert (found.documents, found.claims, found.files, found.gone) == (2, 6, 1, 1)
        assert found.spans > found.claims


CHANGES = [
    ("UPDATE documents SET text = replace(text, '12', '99')", "its text is not the text that was stored"),
    ("UPDATE documents SET text = replace(text, '12', '99')", "the text has 'at least 99 people' there"),
    ("UPDATE documents SET text = substr(text, 1, 20)", "points beyond the text"),
    ("UPDATE documents SET text_sha256 = 'x'", "its text is not the text"),
    ("UPDATE documents SET noun = replace(noun, 'Courier', 'Herald')", "outlet"),
    ("UPDATE documents SET noun = 'x'", "its record cannot be read"),
    ('UPDATE claims SET noun = replace(noun, \'"text":"30 soldiers"\', \'"text":"90 soldiers"\')', "its words are '90 soldiers'"),
    ("UPDATE claims SET noun = '{}'", "its record cannot be read"),
    ("UPDATE claims SET start = start + 1", "its columns and its record differ"),
    ("UPDATE claims SET sentence_end = sentence_start", "its sentence does not hold it"),
    ("UPDATE claims SET words = 'x'", "search index claims_words"),
]


@pytest.mark.parametrize(("change", "words"), CHANGES)
def test_an_audit_finds_a_change(tmp_path: Path, change: str, words: str) -> None:
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        put(ledger, document())
    with closing(sqlite3.connect(tmp_path / "sayso.db")) as raw:
        raw.execute(change)
        raw.commit()

    with Ledger(tmp_path / "sayso.db") as ledger:
        assert words in "\n".join(fault.wrong for fault in audit(ledger).faults)


def test_an_audit_finds_a_file_that_changed_until_it_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "sunday.txt"
    file.write_text(TEXT)
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        put(ledger, document(path=str(file), sha256=hashlib.sha256(TEXT.encode()).hexdigest()))
        file.write_text(f"{TEXT}!")
        assert [fault.wrong[:40] for fault in audit(ledger).faults] == ["the file is not the one that was read; '"]

        put(ledger, document(f"{TEXT}!", path=str(file), sha256=hashlib.sha256(f"{TEXT}!".encode()).hexdigest()))

        assert audit(ledger).faults == ()


def unusable(path: Path, kind: str) -> Path:
    if kind == "newer":
        Ledger(path, create=True).close()
        with closing(sqlite3.connect(path)) as raw:
            raw.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    if kind == "another database":
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("CREATE TABLE notes (words)")
    if kind == "no database":
        path.write_text("Twelve people were killed. " * 100)
    if kind == "damaged":
        with Ledger(path, create=True) as ledger:
            put(ledger, *(document(TEXT * 20, name=str(number)) for number in range(20)))
        raw_bytes = bytearray(path.read_bytes())
        raw_bytes[4096:-4096] = b"\xff" * (len(raw_bytes) - 8192)
        path.write_bytes(raw_bytes)
    if kind == "folder":
        path.mkdir()
    return path


def test_every_query_is_used() -> None:
    code = "".join(file.read_text() for file in Path(_queries.__file__).parent.glob("*.py"))

    assert [name for name in _queries.names() if f'"{name}"' not in code] == []


WAYS_OUT = [
    ("missing", "make one with 'sayso add PATH'"),
    ("newer", "pip install --upgrade sayso"),
    ("another database", "name another file with --ledger"),
    ("no database", "not a ledger"),
    ("damaged", "put a copy back"),
    ("folder", "name a file in it"),
]


@pytest.mark.parametrize(("kind", "words"), WAYS_OUT)
def test_a_file_that_cannot_be_used_gives_a_way_out(tmp_path: Path, kind: str, words: str) -> None:
    path = unusable(tmp_path / "sayso.db", kind)

    with pytest.raises(LedgerError, match=words) as raised:
        list(Ledger(path).find())

    assert str(path) in str(raised.value)


def test_another_programs_database_is_left_as_it_was(tmp_path: Path) -> None:
    path = unusable(tmp_path / "notes.db", "another database")
    before = path.read_bytes()

    with pytest.raises(LedgerError):
        Ledger(path, create=True)

    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["notes.db"]


def test_a_locked_ledger_says_who_to_wait_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ledger._file._PATIENCE", 0.05)
    with Ledger(tmp_path / "sayso.db", create=True) as ledger, closing(sqlite3.connect(tmp_path / "sayso.db")) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(LedgerError, match="another process is writing"):
            Run(ledger)


def test_two_processes_can_add_to_one_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db", create=True) as one, Ledger(tmp_path / "sayso.db") as other:
        first, second = Run(one), Run(other)
        assert first.wants(document())
        assert second.wants(document())

        first.put(document(), extraction(document()))
        second.put(document(), extraction(document()))

        assert one.claims == other.claims == claims(document())


def test_the_newest_version_is_reached_from_the_first_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(f"PRAGMA application_id = {0x53415953}; PRAGMA user_version = 1; {migrations()[0]}")

    with Ledger(path) as ledger:
        put(ledger, document())
        assert ledger.claims == claims(document())
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path, create=True) as ledger:
        put(ledger, document())
    monkeypatch.setattr("sayso.ledger._file.migrations", lambda: (*migrations(), "CREATE TABLE more (word); SELECT * FROM nowhere;"))

    with pytest.raises(LedgerError, match="please report it"):
        Ledger(path)

    monkeypatch.undo()
    with Ledger(path) as ledger:
        assert ledger.claims == claims(document())


def test_python_reads_a_folder_into_a_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.xyz").write_text("Nobody can read this.")
    monkeypatch.setattr(pipeline, "extract", counts)

    ledger = sayso.read(tmp_path)

    assert [report.name for report in ledger.documents] == ["one"]
    assert [claim.text for claim in ledger.claims] == ["12 people", "30 soldiers", "7 people"]
    assert [item.path for item in ledger.unread] == [str(tmp_path / "two.xyz")]
