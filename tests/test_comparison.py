"""Comparison: situations side by side, what stands for a cell, and whether it is fair to compare."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from comparing import ARMY, HAMLET, MONITOR, PLAINFIELD, PROVINCE, QUARTER, RIVERTON, UN, day, event, figure, situation, total
from hypothesis import given
from hypothesis import strategies as st

from sayso import lexicon
from sayso.annotators.dimensions import Subgroup
from sayso.comparison import Wanted, compare, payload, resolve
from sayso.comparison.excerpts import excerpt
from sayso.comparison.headline import headline
from sayso.comparison.situation import outside, window, words
from sayso.gazetteers import local
from sayso.ledger import Entry
from sayso.linking import link
from sayso.linking.groups import GroupRow, group, groups, side_of
from sayso.linking.intervals import disjoint, interval
from sayso.linking.origins import origins, speakers
from sayso.linking.parties import party_of
from sayso.linking.relations import relation
from sayso.linking.speakers import speaker
from sayso.linking.units import Compared, UnitClass, is_group, unit_class
from sayso.model import (
    Bound,
    Civil,
    Claim,
    Document,
    Extent,
    Mention,
    Modality,
    Outcome,
    Polarity,
    Side,
    Situation,
    Source,
    SourceKind,
    Span,
    Toponym,
    Unread,
    Verdict,
)
from sayso.parties import parties

EXAMPLE = json.loads((Path(__file__).parent.parent / "frontend" / "test" / "payload.json").read_text("utf-8"))


def head(claims, dimension="killed", unit="people", of=None):
    return headline(claims, of or situation(), dimension, unit)


def row_of(comparison, dimension="killed", who=None):
    return next(row for row in comparison.rows if row.dimension == dimension and row.who == who)


def both(*claims):
    return compare([situation(), situation(PLAINFIELD)], claims)


# Which claims belong to a situation


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (figure(3), None),
        (figure(3, place=QUARTER), None),
        (figure(3, place=PLAINFIELD), "about other places"),
        (figure(3, place=HAMLET), "about other places"),
        (figure(3, place=PROVINCE), "about a wider place around one of these"),
        (figure(3, place=None), "no place is given for them"),
        (figure(3, published=date(2032, 1, 1)), "outside the period"),
        (figure(3, published=None), "no day is given for them"),
        (figure(3, since=date(2031, 4, 1), until=day(3), extent=Extent.PERIOD), "mostly outside the period"),
        (figure(3, since=date(2031, 4, 20), until=day(20), extent=Extent.PERIOD), None),
        (figure(3, since=date(2029, 1, 1), until=day(20), extent=Extent.RUNNING_TOTAL), None),
        (figure(3, since=day(30), until=date(2031, 7, 1), extent=Extent.RUNNING_TOTAL), "outside the period"),
    ],
)
def test_a_claim_belongs_by_its_place_and_its_days(claim, why):
    assert outside(claim, situation()) == why


def test_a_place_whose_name_was_not_found_is_counted_and_not_guessed():
    told = figure(3)
    unresolved = replace(told, claim=replace(told.claim, place=replace(told.claim.place, place=None)))

    assert outside(unresolved, situation()) == "their place was not found in the gazetteer"


def test_a_unit_takes_in_all_that_lies_in_it():
    province = situation(PROVINCE, radius=None)

    assert [outside(figure(3, place=place), province) for place in (RIVERTON, HAMLET, QUARTER, PLAINFIELD)] == [
        None,
        None,
        None,
        "about other places",
    ]


def test_a_period_that_is_not_given_is_the_range_of_the_claims_without_stragglers():
    days = [date(2019, 3, 1), day(2), day(9), day(28), date(2033, 1, 1)]

    found = window(situation(since=None, until=None), [event(3, on) for on in days])

    assert (found.since, found.until, found.period_from, found.as_of) == (day(2), day(28), "claims", day(28))


def test_a_situation_comes_from_the_gazetteer():
    gazetteer = local.default()

    aleppo, syria = (resolve(Wanted(name, (name,)), gazetteer) for name in ("Aleppo", "Syria"))
    lebanese = resolve(Wanted("Tripoli", ("Tripoli, Lebanon",)), gazetteer)

    assert words(aleppo) == "within 30 km of Aleppo (SY)"
    assert words(syria) == "in Syria"
    assert lebanese.places[0].country == "LB"


def test_claims_in_no_cell_are_counted_by_reason():
    found = both(figure(3), figure(4, place=HAMLET), figure(5, place=HAMLET), figure(6, place=None))

    assert dict(found.left_out) == {"about other places": 2, "no place is given for them": 1}


# What stands for a cell


def test_the_headline_is_the_latest_of_each_speaker_and_not_the_range_over_the_whole_period():
    found = head([total(40, day(3)), total(300, day(30)), total(280, day(29), by=UN)])

    assert (found.text, found.extent, found.until) == ("280 to 300", Extent.RUNNING_TOTAL, day(30))
    assert [other.text for other in found.others] == ["40 to 300", "280", "300"]


def test_a_headline_is_as_of_a_day():
    claims = [total(40, day(3)), total(300, day(30))]

    assert head(claims, of=replace(situation(), as_of=day(20))).text == "40"


def test_a_running_total_goes_before_a_larger_event_and_they_are_not_put_together():
    assert head([total(40, day(3)), event(90, day(9))]).text == "40"
    assert head([event(9, day(3)), event(90, day(9))]).rule.startswith("the largest single event, 2031-05-09")


def test_a_total_since_a_stated_day_goes_before_one_since_the_beginning_of_a_war():
    claims = [total(300_000, day(30), since=date(2022, 3, 1)), total(500, day(29), since=None), total(45, day(21))]

    assert head(claims).text == "45"
    assert head(claims[:2]).text == "500"


def test_totals_that_lie_far_apart_count_from_other_days_and_are_not_put_together():
    claims = [total(300_000, day(28), since=None, by=UN), total(32, day(29), since=None)]

    assert head(claims).text == "32"
    assert head(claims).rule.endswith("the newest alone, since others lie too far from it to count from the same day")
    assert head([*claims, total(60, day(3), by=ARMY)]).text == "60"


def test_a_total_since_a_stated_day_gives_way_to_a_much_newer_one():
    claims = [total(500, date(2031, 8, 30), since=None), total(45, day(21), by=UN)]

    assert head(claims, of=situation(until=date(2031, 9, 30))).text == "500"


def test_a_total_that_is_smaller_than_its_speaker_counted_in_some_of_its_days_counts_a_part():
    larger = {"since": day(3), "until": day(9), "extent": Extent.PERIOD}

    assert head([total(21, day(29), since=None), figure(500, **larger)]).text == "500"
    assert head([total(21, day(29), since=None), figure(500, by=ARMY, **larger)]).text == "21"


def test_no_speaker_is_left_out_because_another_says_more():
    assert head([total(40, day(20), by=ARMY), total(300, day(19))]).text == "40 to 300"


@pytest.mark.parametrize(
    "more",
    [
        {"bound": Bound.VAGUE},
        {"polarity": Polarity.DENIED},
        {"modality": Modality.FORECAST},
        {"unit": "child"},
        {"part_of": "another"},
        {"repeat_of": "another"},
        {"dimension": ("killed", "wounded")},
    ],
    ids=lambda more: next(iter(more)),
)
def test_words_denials_forecasts_parts_and_sums_stand_for_no_cell(more):
    assert head([figure(24, since=day(3), until=day(3), extent=Extent.EVENT, **more)]) is None


def test_a_zero_for_one_event_stands_for_no_cell():
    assert head([event(0, day(3))]) is None


@pytest.mark.parametrize(
    ("claims", "text"),
    [
        ([figure(27, None, extent=Extent.STOCK)], "at least 27"),
        ([figure(None, 30, extent=Extent.STOCK)], "at most 30"),
        ([figure(40, 50, extent=Extent.STOCK)], "40 to 50"),
        ([figure(60_000, approximate=True, extent=Extent.STOCK)], "about 60,000"),
        ([figure(20, extent=Extent.STOCK), figure(27, None, by=UN, extent=Extent.STOCK)], "20 to at least 27"),
        ([figure(27, extent=Extent.STOCK), figure(27, by=UN, extent=Extent.STOCK)], "27"),
    ],
)
def test_a_headline_says_what_the_words_say(claims, text):
    assert head(claims).text == text


def test_a_share_is_shown_as_a_percentage():
    assert head([figure(0.4, unit="fraction", extent=Extent.STOCK)], unit="share").text == "40%"


# Rows


def test_civilians_fighters_people_and_parts_of_them_are_rows_of_their_own():
    found = both(
        figure(3),
        figure(4, civil=Civil.CIVILIAN),
        figure(5, civil=Civil.COMBATANT),
        figure(6, unit="child"),
        figure(0.3, unit="fraction"),
        figure(7, unit="family", dimension="displaced"),
    )

    assert [row.label for row in found.rows] == [
        "People killed",
        "Civilians killed",
        "Fighters killed",
        "Killed: children, women and other groups",
        "People killed, as a share",
        "People displaced, families",
    ]


def test_a_figure_for_killed_or_wounded_is_in_both_rows_and_heads_none():
    found = both(figure(40, dimension=("killed", "wounded")))

    assert [(row.dimension, row.cells[0].headline) for row in found.rows] == [("killed", None), ("wounded", None)]


def test_what_nobody_put_a_figure_on_is_nothing_found_and_no_row():
    found = both(figure(3))

    assert "wounded" in found.nothing
    assert "killed" not in found.nothing


def test_extents_are_in_marks_of_their_own():
    found = both(total(9, day(3)), event(9, day(3)), figure(9))

    assert [mark.extent for mark in row_of(found).cells[0].marks] == [Extent.RUNNING_TOTAL, Extent.EVENT, None]


# Origins and groups


def test_the_same_speaker_with_the_same_figure_in_ten_outlets_is_one_mark():
    claims = [event(27, day(3), outlet=f"Outlet {number}") for number in range(10)]

    found = list(origins(claims))

    assert len(found) == 1
    assert found[0].why == "the same speaker (Valley Monitor) with the same figure for days that overlap"
    assert len(speakers(claims)) == 1


def test_the_same_words_in_two_outlets_are_one_origin():
    told = "The shells that fell on the bakery in Riverton left 27 people dead before dawn."
    claims = [event(27, day(3), by=None, outlet=outlet, text="27 people", sentence=told) for outlet in ("One", "Two")]

    assert [origin.why for origin in origins(claims)] == ["the same words in two texts"]
    assert len(speakers(claims)) == 1


def test_other_speakers_other_figures_and_other_days_are_not_linked():
    claims = [event(27, day(3)), event(27, day(3), by=UN), event(28, day(3)), event(27, day(9))]

    assert len(list(origins(claims))) == 4
    assert len(speakers(claims)) == 2


def test_anonymous_sources_of_two_documents_are_two_speakers():
    doctor = Source("a doctor", SourceKind.MEDICAL, anonymous=True)
    told = ("Riverton lost 27 people that night, a doctor said.", "A doctor counted 27 people in the morgue of Riverton.")
    claims = [figure(27, by=doctor, sentence=sentence) for sentence in told]

    assert len(speakers(claims)) == 2


@pytest.mark.parametrize(
    ("publisher", "said_by", "in_group"),
    [
        (Source("Valley Office of the UN", SourceKind.UN), "Valley Office of the UN", "un-ngo"),
        (Source("Valley ministry of defence", SourceKind.MILITARY), "Valley ministry of defence", "officials"),
        (Source("Valley Front", SourceKind.ARMED_GROUP), "Valley Front", "armed-groups"),
        (Source("Valley Times", SourceKind.MEDIA), None, "not-stated"),
        (None, None, "not-stated"),
    ],
)
def test_where_nobody_is_cited_the_publisher_speaks_unless_it_is_a_third_party(publisher, said_by, in_group):
    told = figure(3, by=None, publisher=publisher)

    assert (told.speaker.name, told.group) == (said_by, in_group)


def test_the_innermost_source_speaks_and_the_others_are_whom_it_came_through():
    told = figure(3)
    claim = replace(told.claim, chain=(Source("Agency", SourceKind.MEDIA), MONITOR))

    assert speaker(claim, told.document).shown == "Valley Monitor, via Agency"


@pytest.mark.parametrize("row", lexicon.table("lexicons/source_groups.csv", GroupRow), ids=lambda row: row.example)
def test_each_group_takes_its_example(row):
    told = figure(3, by=Source(row.example, SourceKind(row.kinds[0])))

    assert group(told.speaker) == row.group
    assert row.group in groups()


def test_a_source_of_unknown_kind_that_is_not_named_is_anonymous():
    assert group(figure(3, by=Source("a source", anonymous=True)).speaker) == "anonymous"
    assert group(figure(3, by=Source(None, anonymous=True)).speaker) == "not-stated"


# Parties


@pytest.mark.parametrize("party", parties().values(), ids=lambda party: party.name)
def test_each_party_is_found_by_its_example_and_its_name(party):
    assert party_of(party.example, SourceKind.MILITARY) == party.name
    assert party_of(f"a spokesman of {party.name}", SourceKind.OFFICIAL) == party.name
    assert party.kind in {"state", "armed group", "authority", "alliance"}


@pytest.mark.parametrize("words", ["a Russian tourist", "residents", "the Syrian Observatory for Human Rights"])
def test_who_only_bears_a_nationality_is_of_no_party(words):
    assert party_of(words, SourceKind.NGO) is None


def test_sides_are_groups_only_where_the_user_says_which_party_is_where():
    told = figure(3, by=Source("the Ruritanian army", SourceKind.MILITARY))
    named = sorted(parties())[0]
    of_party = figure(3, by=Source(named, SourceKind.MILITARY))

    assert side_of(told.speaker, ()) is None
    assert side_of(of_party.speaker, (Side("One side", (named,)),)) == "side:One side"
    assert side_of(told.speaker, (Side("One side", (named,)),)) is None


@pytest.mark.parametrize("swap", [False, True])
def test_the_relation_of_a_speaker_to_a_figure_is_the_same_for_any_party(swap):
    one, other = ("the Russian army", "the Ukrainian army")[:: -1 if swap else 1]

    def related(affected=None, actor=None, polarity=Polarity.AFFIRMED):
        told = figure(3, by=Source(one, SourceKind.MILITARY), polarity=polarity)
        hit = Mention(affected, Span(0, 1)) if affected else None
        did = Mention(actor, Span(0, 1)) if actor else None
        return relation(replace(told.claim, affected=hit, actor=did), told.speaker)

    assert related(affected=one) == "on its own losses"
    assert related(affected=other) == "on another party's losses"
    assert related(actor=other) == "on harm it says another did"
    assert related(actor=one, polarity=Polarity.DENIED) == "denies harm it is accused of"
    assert related() is None


# Units


@pytest.mark.parametrize("row", lexicon.table("lexicons/subgroups.csv", Subgroup), ids=lambda row: row.unit)
def test_each_word_for_a_part_of_the_people_is_one(row):
    assert is_group(row.unit)


def test_each_dimension_says_how_it_is_compared():
    listed = {row.dimension for row in lexicon.table("lexicons/compared.csv", Compared)}
    names = {Path(path).stem for path in lexicon.data_files("dimensions", ".toml")}

    assert listed == names
    assert all(Extent(extent) for row in lexicon.table("lexicons/compared.csv", Compared) for extent in row.extents)


def test_each_kind_of_counted_thing_has_a_class_once():
    kinds = [row.kind for row in lexicon.table("lexicons/unit_classes.csv", UnitClass)]

    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("unit", "dimension", "expected"),
    [
        ("civilian", "killed", "people"),
        ("family", "displaced", "families"),
        ("fraction", "territory", "share"),
        ("tank", "equipment", "items"),
        ("tank", "forces", "things"),
        ("village", "attacks", "places"),
        ("dollar", "aid", "money"),
        (None, "strikes", "strikes"),
        ("zorblatt", "killed", "people"),
    ],
)
def test_figures_of_other_classes_of_units_are_in_other_rows(unit, dimension, expected):
    assert unit_class(unit, dimension) == expected


# Intervals


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (figure(27, None), figure(45), False),
        (figure(40, None), figure(None, 12), True),
        (figure(60_000, approximate=True), figure(57_000), False),
        (figure(60_000), figure(57_000), True),
        (figure(24, None, bound=Bound.VAGUE), figure(3), False),
        (figure(40, 50), figure(45, 60), False),
        (figure(0), figure(3), True),
    ],
)
def test_only_figures_that_no_value_fits_are_apart(one, other, apart):
    assert disjoint(one.claim, other.claim) == disjoint(other.claim, one.claim) == apart


@given(st.integers(0, 10**9), st.booleans())
def test_a_figure_lies_in_its_own_interval(value, approximate):
    low, high = interval(figure(value, approximate=approximate).claim)

    assert low <= value <= high


# Fair to compare?


def fair_pair(**more):
    claims = [total(number, day(20), by=by, civil=Civil.CIVILIAN, **more) for number, by in ((210, UN), (232, MONITOR))]
    there = [total(number, day(20), by=by, civil=Civil.CIVILIAN, place=PLAINFIELD, **more) for number, by in ((410, UN), (444, MONITOR))]
    return [*claims, *there]


def codes(fairness, *outcomes):
    return [reckoning.code for reckoning in fairness.reckonings if reckoning.outcome in outcomes]


def test_civilians_counted_by_the_same_groups_over_the_same_days_compare():
    fair = row_of(both(*fair_pair()), who="civilian").fairness

    assert (fair.verdict, fair.restriction) == (Verdict.YES, None)
    assert codes(fair, Outcome.FINE) == ["C1", "C2", "C3", "C5", "C7", "C8"]
    assert all(reckoning.inputs and reckoning.words and reckoning.version for reckoning in fair.reckonings)


def test_one_side_only_is_no_zero():
    fair = row_of(both(figure(3))).fairness

    assert fair.verdict is Verdict.ONE_SIDE_ONLY
    assert fair.reckonings[0].words == "Nothing was found for Plainfield. That is no zero."


def test_people_of_unstated_kind_compare_with_care_as_people_of_any_kind():
    claims = [replace(told, claim=replace(told.claim, civil=None)) for told in fair_pair()]

    fair = row_of(both(*claims)).fairness

    assert (fair.verdict, fair.restriction) == (Verdict.WITH_CARE, "Only as people of any kind.")


def test_a_running_total_and_an_event_do_not_compare():
    claims = [total(210, day(20), civil=Civil.CIVILIAN), event(9, day(3), place=PLAINFIELD, civil=Civil.CIVILIAN)]

    fair = row_of(both(*claims), who="civilian").fairness

    assert fair.verdict is Verdict.NO
    assert codes(fair, Outcome.NO) == ["C5"]


def test_what_is_of_the_same_kind_in_both_is_the_restriction():
    claims = [*fair_pair()[:2], event(9, day(3), civil=Civil.CIVILIAN), event(7, day(4), place=PLAINFIELD, civil=Civil.CIVILIAN)]

    reckoning = next(r for r in row_of(both(*claims), who="civilian").fairness.reckonings if r.code == "C5")

    assert reckoning.restriction == "Only figures of the same kind: event (Riverton 9, Plainfield 7)."


def test_stretches_of_other_lengths_need_care():
    long, short = fair_pair()[:2], [total(40, day(3), by=by, place=PLAINFIELD, civil=Civil.CIVILIAN) for by in (UN, MONITOR)]

    assert "C3" in codes(row_of(both(*long, *short), who="civilian").fairness, Outcome.CARE)


def test_a_belligerent_alone_against_a_monitor_does_not_compare():
    claims = [*fair_pair()[:2], total(3, day(20), by=ARMY, place=PLAINFIELD, civil=Civil.CIVILIAN)]

    fair = row_of(both(*claims), who="civilian").fairness

    assert fair.verdict is Verdict.NO
    assert codes(fair, Outcome.NO) == ["C7"]
    assert codes(fair, Outcome.CARE) == ["C8"]


def test_other_things_under_one_heading_do_not_compare():
    claims = [
        total(2, day(20), dimension="infrastructure", unit="hospital"),
        total(5, day(20), dimension="infrastructure", unit="bridge", place=PLAINFIELD),
    ]

    assert "C1" in codes(row_of(both(*claims), "infrastructure").fairness, Outcome.NO)


def test_parts_of_the_people_stand_for_nothing():
    fair = row_of(both(figure(3, unit="child"), figure(4, unit="nurse", place=PLAINFIELD)), who="group").fairness

    assert (fair.verdict, [r.code for r in fair.reckonings]) == (Verdict.NO, ["C2"])


# The payload


def made(*claims, unread=()):
    return payload(both(*claims), [told.document for told in claims], claims, unread)


def shape(value):
    """Return the keys of nested objects; lists by their first item."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


def keys_differ(own, told, path=""):
    if isinstance(own, dict) and isinstance(told, dict):
        free = path.rsplit(".", 1)[-1] in ("claims", "documents", "inputs")
        if (free and path.count(".") < 2) or path.endswith("inputs"):
            own, told = {"*": next(iter(own.values()))}, {"*": next(iter(told.values()))}
        yield from (f"{path}.{key}" for key in own.keys() ^ told.keys())
        for key in own.keys() & told.keys():
            yield from keys_differ(own[key], told[key], f"{path}.{key}")
    elif isinstance(own, list) and isinstance(told, list):
        yield from keys_differ(own[0], told[0], path)


def test_the_payload_has_the_fields_of_the_example_that_the_front_end_is_built_on():
    claims = [*fair_pair(), total(9, day(25), by=UN, place=QUARTER, civil=Civil.CIVILIAN)]

    own = made(*claims, unread=[Unread("scan.pdf", "no text")])

    assert sorted(keys_differ(shape(own), shape(EXAMPLE))) == []


def test_the_payload_is_json_and_the_comparison_encodes():
    claims = fair_pair()

    assert json.loads(json.dumps(made(*claims), allow_nan=False))["rows"][0]["label"] == "Civilians killed"
    assert msgspec.json.encode(both(*claims))


def test_each_claim_that_the_payload_points_at_is_in_it():
    whole = made(*fair_pair(), figure(24, None, bound=Bound.VAGUE, text="dozens"), figure(40, dimension=("killed", "wounded")))

    pointed = set()
    for row in whole["rows"]:
        for cell in row["cells"]:
            pointed |= {mark["claim"] for lane in cell["lanes"] for mark in lane["marks"]}
            pointed |= {key for lane in cell["lanes"] for mark in lane["marks"] for key in mark["repeats"]}
            pointed |= set(cell["headline"]["claims"]) if cell["headline"] else set()

    assert pointed == set(whole["claims"])
    assert {claim["document"] for claim in whole["claims"].values()} <= set(whole["documents"])


def marks(whole, words):
    return [
        m for row in whole["rows"] for cell in row["cells"] for lane in cell["lanes"] for m in lane["marks"] if m["words"].startswith(words)
    ]


def test_dozens_gets_no_point_and_a_sum_only_an_upper_end():
    whole = made(
        figure(24, None, bound=Bound.VAGUE, text="dozens"), figure(40, text="40 killed or wounded", dimension=("killed", "wounded"))
    )

    assert [(m["low"], m["high"], m["bound"]) for m in marks(whole, "dozens")] == [(None, None, "vague")]
    assert [(m["low"], m["high"], m["bound"]) for m in marks(whole, "40 killed or wounded")] == [(None, 40, "at most")] * 2


def test_an_example_is_marked_as_one():
    assert made(figure(3, outlet="sayso example, after Valley Times"))["example"] is True
    assert made(figure(3))["example"] is False


def test_a_cell_without_claims_says_nothing_found():
    cell = made(figure(3))["rows"][0]["cells"][1]

    assert cell["nothing"] is True
    assert (cell["headline"], cell["lanes"], cell["days"]) == (None, [], [])


TEXTS = st.text(st.sampled_from("ab é́🙂𐍈\u202e\nע"), max_size=40)


@given(TEXTS, TEXTS)
def test_offsets_in_utf16_cut_the_same_words_as_offsets_in_code_points(before, after):
    text = f"{before} 27 people🙂 {after}"
    start = len(before) + 1
    document = Document(text, "odd", published=day(3))
    place = Toponym(Span(0, 1), "x", Span(0, min(3, len(text))), None)
    claim = Claim(document.id, Span(start, start + 9), "27 people", ("killed",), low=27, high=27, place=place)

    cut = excerpt(link(Entry(claim, document, Span(0, len(text)))))

    units = cut["text"].encode("utf-16-le", "surrogatepass")
    for found in (cut["words"], cut["sentence"], cut["place"]):
        again = units[2 * found["start16"] : 2 * found["end16"]].decode("utf-16-le", "surrogatepass")
        assert again == cut["text"][found["start"] : found["end"]]
    assert cut["text"][cut["words"]["start"] : cut["words"]["end"]] == "27 people"


def test_an_excerpt_is_no_full_text():
    long = "Nobody counted. " * 200
    document = Document(f"{long}In all, 27 people died. {long}", "long", published=day(3))
    start = document.text.index("27")
    claim = Claim(document.id, Span(start, start + 9), "27 people", ("killed",), low=27, high=27)

    cut = excerpt(link(Entry(claim, document, Span(start - 8, start + 15))))

    assert len(cut["text"]) < 400
    assert cut["before"] is True
    assert cut["after"] is True


def test_situations_may_be_more_than_two():
    third = Situation("Hamlet", (HAMLET,), 30.0, day(1), day(31), "given", day(31))

    found = compare([situation(), situation(PLAINFIELD), third], [*fair_pair(), total(9, day(20), place=HAMLET, civil=Civil.CIVILIAN)])

    assert [cell.headline.text for cell in row_of(found, who="civilian").cells] == ["210 to 232", "410 to 444", "9"]
