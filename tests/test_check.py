"""Check: each claim of an article against what else is in the ledger, and the commands on a ledger made by hand."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from comparing import HAMLET, MONITOR, PLAINFIELD, PROVINCE, RIVERTON, UN, day, event, figure, total

from sayso.cli import sayso
from sayso.comparison.payload import check_payload
from sayso.findings.agreement import Matters, check
from sayso.ledger import Ledger, Run
from sayso.model import Bound, Civil, Extent, Extraction, Modality, Polarity

SUBURB = replace(HAMLET, id="test:6", name="Suburb", lon=20.15)
SHELLS = "Shells on the bakery killed {} in Riverton, by {}."
LATER = "After the shells on the bakery {} were counted in Riverton, by {}."


def told(low, *more, on=None, by=MONITOR, form=LATER, **fields):
    high = more[0] if more else low
    words = fields.pop("text", f"{low if low is not None else high} people")
    days = {"since": on or day(3), "until": on or day(3), "extent": Extent.EVENT, **fields}
    return figure(low, high, text=words, by=by, sentence=form.format(words, by.name if by else "nobody"), **days)


OWN = told(45, form=SHELLS)


def verdict(other, own=OWN):
    return next(check([own], [own, other])).verdict


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (told(45, by=UN), "in line"),
        (told(27, None, by=UN), "in line"),
        (told(40, 50, by=UN), "in line"),
        (told(12, by=UN), "differs"),
        (told(60, None, by=UN), "differs"),
        (told(None, 12, by=UN), "differs"),
        (told(60, None, by=UN, text="dozens", bound=Bound.VAGUE), "in line"),
        (told(40, by=UN, approximate=True), "in line"),
        (told(45, by=UN, polarity=Polarity.DENIED), "differs"),
        (told(45), "nothing found"),
    ],
)
def test_figures_for_one_happening_are_in_line_or_differ(other, expected):
    assert verdict(other) == expected


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (told(12, by=UN, unit="child"), "a part of the people against all: people against child"),
        (told(12, by=UN, civil=Civil.COMBATANT), "who is counted: people of any kind against fighters"),
        (told(12, by=UN, extent=Extent.PERIOD), "kind of figure: event against period"),
        (told(12, by=UN, part_of="another"), "one is given as a part of another figure"),
        (told(12, by=UN, modality=Modality.FORECAST), "one is a forecast"),
        (told(12, by=UN, place=PROVINCE), "place: Riverton against River Province, the first inside the second"),
        (told(12, by=UN, place=SUBURB), "place: Riverton against Suburb, 16 km apart"),
        (told(12, by=UN, since=day(1)), "days: 2031-05-03 against 2031-05-01 to 2031-05-03"),
        (told(0.12, by=UN, unit="fraction"), "units: people against fraction"),
        (told(12, by=UN, form="Twenty kilometres off, mines took {} in Riverton, by {}."), "not plainly the same happening"),
        (told(12), "the same speaker gives both"),
        (
            told(12, by=UN, civil=Civil.CIVILIAN, extent=Extent.PERIOD),
            "kind of figure: event against period; who is counted: people of any kind against civilians",
        ),
    ],
)
def test_another_scope_is_near_and_no_contradiction(other, differs):
    found = next(check([OWN], [OWN, other]))

    assert [finding.kind for finding in found.findings] == ["near"]
    assert all(words in found.findings[0].words for words in differs.split("; "))
    assert (found.verdict, found.words) == ("near", "nothing that can be compared; 1 near it of another scope")


@pytest.mark.parametrize("other", [told(12, by=UN, on=day(9)), told(12, by=UN, place=PLAINFIELD), told(12, by=UN, dimension="wounded")])
def test_other_days_places_and_dimensions_are_not_near(other):
    assert verdict(other) == "nothing found"


def test_what_is_near_counts_neither_for_nor_against():
    found = next(check([OWN], [told(45, by=UN), told(12, by=UN, civil=Civil.COMBATANT)]))

    assert (found.verdict, found.words) == ("in line", "in line with 1; 1 near it of another scope")


def test_of_those_that_differ_as_much_the_nearest_in_time_comes_first():
    own = told(45, form=SHELLS, since=None, on=day(20), extent=Extent.RUNNING_TOTAL)
    early, late = (told(n, by=UN, on=day(n), form="{} at the mill {}.") for n in (2, 19))

    assert [finding.claims[1] for finding in next(check([own], [early, late])).findings] == [late.claim.id, early.claim.id]


def test_the_nearest_comes_first():
    far = told(13, by=UN, civil=Civil.COMBATANT, extent=Extent.PERIOD, place=PROVINCE)
    near = told(12, by=UN, civil=Civil.COMBATANT)

    assert [finding.claims[1] for finding in next(check([OWN], [far, near])).findings] == [near.claim.id, far.claim.id]


def test_more_civilians_than_people_is_worth_a_look():
    assert verdict(told(60, by=UN, civil=Civil.CIVILIAN)) == "differs"
    assert verdict(told(20, by=UN, civil=Civil.CIVILIAN)) == "near"


def test_two_figures_in_one_sentence_may_both_be_parts():
    two = "The shells on the bakery and the mill killed 91 people in one quarter of Riverton and 49 people in another."
    pair = [event(n, day(3), by=UN, sentence=two, text=f"{n} people", name="two") for n in (91, 49)]

    assert [finding.kind for finding in next(check([OWN], pair)).findings] == ["near"] * 2


def test_a_later_larger_total_is_no_contradiction():
    early, late = (
        total(n, on, by=by, sentence=f"{n} people in Riverton: so {by.name}.") for n, on, by in ((40, day(3), UN), (300, day(20), MONITOR))
    )

    assert verdict(late, early) == "near"


def test_a_later_total_that_is_smaller_differs():
    early, late = (
        total(n, on, by=by, sentence=f"{n} people in Riverton: so {by.name}.") for n, on, by in ((300, day(3), UN), (40, day(20), MONITOR))
    )

    assert verdict(late, early) == "differs"


def test_reasons_name_the_words_the_place_and_the_day():
    found = next(check([OWN], [told(12, by=UN)])).findings[0]

    assert found.words.startswith("no figure fits both “45 people” and “12 people”, for Riverton, 2031-05-03; both sentences have “bakery”")


def test_the_same_speaker_again_is_the_same_origin():
    found = Matters([OWN, told(45)]).compare(OWN, told(45))

    assert found is not None
    assert found.kind == "same origin"


def test_what_another_document_tells_again_counts_once():
    again = told(12, by=UN, repeat_of="the first")

    assert len(next(check([OWN], [told(12, by=UN), again])).findings) == 1


def test_claims_of_the_article_itself_are_not_held_against_it():
    assert next(check([OWN], [OWN])).findings == ()


def test_the_payload_of_a_check_is_json_and_holds_every_claim_it_points_at():
    other = told(12, by=UN)

    whole = check_payload(OWN.document, tuple(check([OWN], [OWN, other])), [OWN.document, other.document], [OWN, other])

    assert json.loads(json.dumps(whole, allow_nan=False))["check"]["claims"][0]["verdict"] == "differs"
    assert set(whole["claims"]) == {OWN.claim.id, other.claim.id}


# The commands


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a ledger of claims made by hand."""
    monkeypatch.chdir(tmp_path)
    claims = [total(n, day(20), by=by, place=place, name=f"r{n}", civil=Civil.CIVILIAN) for n, by, place in FIGURES]
    with Ledger(tmp_path / "sayso.db", create=True) as ledger:
        run = Run(ledger)
        for one in claims:
            run.put(one.document, Extraction((one.claim,)))
        run.finish()
    return tmp_path


ALEPPO = replace(RIVERTON, id="geonames:170063", name="Aleppo", lat=36.2, lon=37.16, country="SY", admin=("SY.09",))
MOSUL = replace(RIVERTON, id="geonames:99072", name="Mosul", lat=36.33, lon=43.12, country="IQ", admin=("IQ.15",))
FIGURES = [(210, UN, ALEPPO), (232, MONITOR, ALEPPO), (410, UN, MOSUL), (444, MONITOR, MOSUL)]


def run(*words, code=0):
    result = CliRunner().invoke(sayso, words, standalone_mode=False)
    assert (result.return_value or 0) == code, result.output
    return result


def test_compare_gives_json_in_a_pipe(folder):
    whole = json.loads(run("compare", "Aleppo", "Mosul").stdout)

    assert [situation["name"] for situation in whole["situations"]] == ["Aleppo", "Mosul"]
    assert [cell["headline"]["text"] for cell in whole["rows"][0]["cells"]] == ["210 to 232", "410 to 444"]
    assert whole["rows"][0]["fairness"]["verdict"] == "yes"


def test_compare_gives_a_table(folder):
    shown = run("compare", "Aleppo", "Mosul", "--table").stdout

    assert "Civilians killed" in shown
    assert "210 to 232" in shown


def test_compare_says_where_a_period_comes_from(folder):
    assert "the range of the claims" in run("compare", "Aleppo", "Mosul").stderr
    assert "the range of the claims" not in run("compare", "Aleppo:2031-05-01..2031-05-31", "Mosul:2031-05-01..2031-05-31").stderr


def test_situations_come_from_the_settings(folder):
    (folder / "sayso.toml").write_text(
        '[situation.north]\nplace = ["Aleppo"]\nradius = 10\nsince = 2031-05-01\nuntil = 2031-05-31\n'
        '[situation.north.sides]\n"One" = ["Russia"]\n'
        '[situation.east]\nplace = "Mosul"\n'
    )

    whole = json.loads(run("compare").stdout)

    assert [situation["name"] for situation in whole["situations"]] == ["North", "East"]
    assert whole["situations"][0]["radius_km"] == 10
    assert whole["situations"][0]["sides"] == [{"name": "One", "parties": ["Russia"]}]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("compare", "Aleppo"), "name two situations"),
        (("compare", "Aleppo", "Atlantisvillage"), "no place of this name"),
        (("compare", "Aleppo:2016-13-01..2017-01-01", "Mosul"), "is no day"),
        (("compare", "Aleppo", "Mosul", "-o", "report.odt"), "names no form"),
        (("compare", "Aleppo", "Mosul", "--json", "--table"), "exclude each other"),
    ],
)
def test_wrong_use_is_explained(folder, words, says):
    result = CliRunner().invoke(sayso, words, standalone_mode=False)

    assert says in str(result.exception)


def test_json_goes_to_a_file(folder):
    run("compare", "Aleppo", "Mosul", "-o", "out.json")

    assert json.loads((folder / "out.json").read_text("utf-8"))["kind"] == "comparison"


def test_check_reads_an_article_in_its_order(folder, monkeypatch):
    def extracts(document):
        text = "12 people"
        own = figure(12, text=text, sentence=document.text).claim
        return Extraction((replace(own, document=document.id),))

    monkeypatch.setattr("sayso.pipeline.extract", extracts)
    (folder / "article.txt").write_text("Agency, 3 May 2031: in Riverton 12 people were killed, nobody said who had counted them.")

    result = run("check", "article.txt", "--workers", "1")

    whole = json.loads(result.stdout)
    assert [one["verdict"] for one in whole["check"]["claims"]] == ["nothing found"]
    assert "1 nothing found" in result.stderr


def test_an_article_is_one_document(folder):
    (folder / "two.jsonl").write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')

    result = CliRunner().invoke(sayso, ("check", "two.jsonl"), standalone_mode=False)

    assert "an article is one" in str(result.exception)
