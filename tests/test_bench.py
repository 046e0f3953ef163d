"""The measurements: scoring, floors, shares of a set, gains and losses, and stages that are missing."""

import importlib.util
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"
sys.path.insert(0, str(BENCH))

import changes  # noqa: E402  # bench/ is a folder of programs, not a package
import check  # noqa: E402
import goldset  # noqa: E402
import listing  # noqa: E402
import scoring  # noqa: E402
import stage  # noqa: E402


def claim(start, end, **fields):
    plain = {"id": f"x-{start}", "text": "words", "dimensions": ["killed"], "low": 7, "high": 7, "sources": [], "place": None, "when": None}
    return {**plain, "start": start, "end": end, **fields}


def scored(tmp_path, gold, predicted):
    for folder, claims in (("gold", gold), ("predicted", predicted)):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "x.json").write_text(json.dumps({"id": "x", "claims": claims}), "utf-8")
    return scoring.score(tmp_path / "gold", tmp_path / "predicted")


def test_the_gold_claims_themselves_score_one(tmp_path):
    gold = BENCH / "gold" / "claims"

    scores, errors = scoring.score(gold, gold)

    assert [scores[name]["f1"] for name in ("detection", "core", "full")] == [1, 1, 1]
    assert errors == []


def test_a_missed_claim_costs_recall_and_a_spurious_one_precision(tmp_path):
    scores, errors = scored(tmp_path, [claim(0, 5), claim(10, 15)], [claim(0, 5), claim(20, 25), claim(30, 35)])

    assert scores["detection"] == {"p": 0.3333, "r": 0.5, "f1": 0.4}
    assert [error["kind"] for error in errors] == ["missed", "spurious", "spurious"]


def test_a_missed_repeat_costs_nothing(tmp_path):
    scores, errors = scored(tmp_path, [claim(0, 5), claim(10, 15, repeat_of="x-0")], [claim(0, 5)])

    assert scores["detection"]["f1"] == 1
    assert errors == []


def test_a_prediction_goes_with_the_gold_claim_that_it_overlaps_most(tmp_path):
    scores, errors = scored(tmp_path, [claim(0, 10), claim(10, 30, low=9, high=9)], [claim(8, 30, low=9, high=9)])

    assert scores["core"]["p"] == 1
    assert [error["gold"]["id"] for error in errors] == ["x-0"]


@pytest.mark.parametrize(
    ("field", "gold", "predicted", "right"),
    [
        ("place", "Aleppo", "eastern Aleppo", True),
        ("place", "the east of Aleppo", "Aleppo", True),
        ("place", "Aleppo", "a village to the north west of Aleppo", False),  # too many other words
        ("place", "Mosul", None, False),
        ("place", None, None, True),
        ("value", (27, None), (27, None), True),
        ("value", (27, None), (27, 27), False),
        ("value", (1 / 3, 1 / 3), (0.3333333, 0.3333333), True),
        ("when", ["2016-04-28", "2016-04-28"], ["2016-04-28", "2016-04-28"], True),
        ("when", ["2016-04-01", "2016-04-10"], ["2016-04-03", "2016-04-10"], True),
        ("when", ["2016-04-01", "2016-04-10"], ["2016-04-08", "2016-04-10"], False),
        ("when", [None, "2016-04-28"], ["2016-04-01", "2016-04-28"], True),  # an end left open takes the predicted one
        ("when", ["2016-04-01", "2016-04-28"], [None, "2016-04-28"], False),
        ("when", None, [None, "2016-04-28"], False),
        ("source", [], [], True),
        ("source", [{"name": "a doctor"}], [{"name": "doctor"}], True),
        ("source", [{"name": "Dagblad"}, {"name": "a Red Cross delegate"}], [{"name": "Dagblad"}], False),  # the innermost counts
        ("source", [{"name": None}], [{"name": None}], True),
        ("source", [{"name": None}], [], False),
    ],
)
def test_a_field_is_right_where_it_says_the_same(field, gold, predicted, right):
    keys = {"value": ("low", "high"), "source": ("sources",)}.get(field, (field,))
    one, other = (dict(zip(keys, value if field == "value" else (value,), strict=True)) for value in (gold, predicted))

    assert scoring.FIELDS[field](one, other) is right


def test_our_scoring_and_that_of_the_evaluation_sets_agree_where_both_are_here(tmp_path):
    folder = os.environ.get("SAYSO_EVAL")
    gold = BENCH / "gold" / "claims"
    for seed in range(5 if folder else 0):
        predicted = tmp_path / str(seed)
        predicted.mkdir()
        for path in gold.glob("*.json"):
            (predicted / path.name).write_text(
                json.dumps({"claims": disturbed(json.loads(path.read_text("utf-8"))["claims"], seed)}), "utf-8"
            )
        theirs, their_errors = evaluation_scorer(folder).score(gold, predicted)
        ours, our_errors = scoring.score(gold, predicted)
        assert ours == theirs
        assert sorted(map(json.dumps, our_errors)) == sorted(map(json.dumps, their_errors))


def evaluation_scorer(folder):
    spec = importlib.util.spec_from_file_location("score_claims", Path(folder) / "score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturbed(claims, seed):
    """Return the claims with some dropped, moved or added, and fields taken from other claims."""
    chance = random.Random(seed)
    kept = [dict(claim) for claim in claims if chance.random() > 0.2]
    for claim in kept:
        for field in (
            "dimensions",
            "low",
            "high",
            "unit",
            "affected",
            "actor",
            "place",
            "when",
            "sources",
            "hedged",
            "polarity",
            "modality",
        ):
            if chance.random() < 0.3:
                claim[field] = chance.choice(claims)[field]
        if claim["when"] and chance.random() < 0.5:
            claim["when"] = [chance.choice([None, claim["when"][0]]), claim["when"][1]]
        claim["start"] += chance.choice([0, 0, 3, 60])
        claim["end"] = max(claim["start"] + 1, claim["end"] + chance.choice([0, 0, -3, 60]))
    return kept


def test_a_figure_below_its_floor_or_not_measured_is_named():
    assert check.below({"core F1": 0.61, "full F1": 0.30}, {"core F1": 0.60, "full F1": 0.35, "detection F1": 0.7}) == [
        "full F1",
        "detection F1",
    ]


def test_floors_are_raised_and_never_lowered():
    floors = {"claims own": {"core F1": 0.6, "full F1": 0.4}, "attribution": {"pair F1": 0.5}}

    raised = check.raised(floors, {"claims own": {"core F1": 0.65789, "full F1": 0.39}, "toponyms": {"F1": 0.7}})

    assert raised == {"attribution": {"pair F1": 0.5}, "claims own": {"core F1": 0.642, "full F1": 0.4}, "toponyms": {"F1": 0.685}}


def test_the_thirds_of_a_set_are_even_and_each_document_is_closed_once(tmp_path):
    for number in range(10):
        (tmp_path / f"{number}.json").write_text('{"claims": []}', "utf-8")
    gold = goldset.GoldSet("ten", tmp_path, tmp_path)

    closed = [part.documents for third in (1, 2, 3) for part in goldset.parts(gold, None, (third, 3)) if part.closed]

    assert sorted(map(len, closed)) == [3, 3, 4]
    assert sorted(name for names in closed for name in names) == sorted(gold.names())


def test_gains_and_losses_are_told_against_the_last_run(tmp_path, capsys):
    (tmp_path / "x.json").write_text(json.dumps({"text": "Seven dead.", "claims": [claim(0, 5)]}), "utf-8")
    gold, part = goldset.GoldSet("one", tmp_path, tmp_path), goldset.Part("all", ("x",))
    wrong = {"doc": "x", "kind": "fields", "wrong": ["place"], "gold": claim(0, 5), "got": claim(0, 5)}
    spurious = {"doc": "x", "kind": "spurious", "got": claim(6, 10)}

    for errors in ((wrong,), (spurious,)):
        changes.show_changes(goldset.Measured(gold, part, {}, errors), tmp_path / "last.json")

    told = capsys.readouterr().out.splitlines()
    assert told[1:] == [
        "  against the last run of 1 documents: 1 gained, 1 lost",
        "    + x x-0 [words] no longer place",
        "    - x at 6 [words] now spurious",
    ]


def test_a_claim_that_is_found_with_a_wrong_place_is_a_gain_and_no_loss(tmp_path, capsys):
    (tmp_path / "x.json").write_text(json.dumps({"text": "Seven dead.", "claims": [claim(0, 5)]}), "utf-8")
    gold, part = goldset.GoldSet("one", tmp_path, tmp_path), goldset.Part("all", ("x",))
    missed = {"doc": "x", "kind": "missed", "gold": claim(0, 5)}
    wrong = {"doc": "x", "kind": "fields", "wrong": ["place"], "gold": claim(0, 5), "got": claim(0, 5)}

    for errors in ((missed,), (wrong,)):
        changes.show_changes(goldset.Measured(gold, part, {}, errors), tmp_path / "last.json")

    told = capsys.readouterr().out.splitlines()
    assert told[1:] == ["  against the last run of 1 documents: 1 gained, 0 lost", "    + x x-0 [words] no longer missed"]


def test_an_error_is_shown_in_its_sentence():
    text = "The army came. A doctor said that nine people died. He left."
    start = text.index("nine")

    assert listing.sentence(text, start, start + len("nine people")) == "A doctor said that [nine people] died."


def test_a_stage_sees_the_id_and_the_text_and_nothing_that_gives_the_answer_away(tmp_path, monkeypatch):
    line = {"doc_id": "d1", "dct": "2016-12-10", "text": "Yesterday.", "timexes": [{"start": 0, "end": 9, "value": "2016-12-09"}]}
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n\n", "utf-8")
    seen = []
    monkeypatch.setattr(stage, "predict_of", lambda _: lambda *given: seen.append(given) or [{"start": 0, "end": 9}])

    count = stage.run(stage.STAGES["timexes"], tmp_path / "in.jsonl", tmp_path / "deep" / "out.jsonl")

    assert count == 1
    assert seen == [("Yesterday.", "2016-12-10")]
    assert json.loads((tmp_path / "deep" / "out.jsonl").read_text("utf-8")) == {"doc_id": "d1", "timexes": [{"start": 0, "end": 9}]}


def test_the_stage_of_given_names_sees_where_they_stand_and_not_what_they_mean(tmp_path, monkeypatch):
    line = {"id": "d1", "text": "Rain in Nur.", "toponyms": [{"start": 8, "end": 11, "geonameid": 7, "lat": 1.0, "lon": 2.0}]}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), "utf-8")
    seen = []
    monkeypatch.setattr(stage, "predict_of", lambda _: lambda *given: seen.append(given) or [])

    stage.run(stage.STAGES["resolution"], tmp_path / "in.jsonl", tmp_path / "out.jsonl")

    assert seen == [("Rain in Nur.", [(8, 11)])]


def test_a_given_name_gets_a_place_by_what_else_the_text_names():
    predict = stage.predict_of(stage.STAGES["resolution"])
    text = "Dallas and Houston had rain; Paris had none, said the Texas weather office."

    found = predict(text, [(text.index("Paris"), text.index("Paris") + 5), (text.index("weather"), text.index("weather") + 7)])

    assert [(text[row["start"] : row["end"]], row["geonameid"]) for row in found] == [("Paris", 4717560), ("weather", None)]


def test_a_stage_whose_module_is_missing_is_named():
    with pytest.raises(SystemExit, match=r"nothing: bench/stage_nothing\.py is missing"):
        stage.predict_of(stage.Stage("nothing", "id", "nothings"))


@pytest.mark.parametrize("name", stage.STAGES)
def test_every_stage_can_be_run(name):
    assert callable(stage.predict_of(stage.STAGES[name]))


def test_a_file_that_is_not_there_is_named_in_one_line(tmp_path):
    command = [sys.executable, BENCH / "stage.py", "attribution", tmp_path / "none.jsonl", tmp_path / "out.jsonl"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr == f"stage: {tmp_path / 'none.jsonl'}: no such file\n"
