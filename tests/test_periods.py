"""Periods: the days that a figure covers, told by the time expressions beside it."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotators.periods import periods
from sayso.annotators.timexes import annotate
from sayso.model import Extent

SATURDAY = date(2016, 12, 10)


def _periods(text, published=SATURDAY):
    return list(periods(text, list(annotate(text, published)), published))


ONE = [
    ("Some 300 have died since 17 October.", "since 17 October", "2016-10-17", "2016-12-10", "since"),
    ("Some 300 have died since mid-November.", "since mid-November", "2016-11-11", "2016-12-10", "since"),
    ("Between 3 and 9 May nine died.", "Between 3 and 9 May", "2016-05-03", "2016-05-09", "between"),
    ("From October to December nine died.", "From October to December", "2016-10-01", "2016-12-10", "between"),
    ("Nine died between Monday and Wednesday.", "between Monday and Wednesday", "2016-12-05", "2016-12-07", "between"),
    ("In the past 24 hours nine died.", "In the past 24 hours", "2016-12-09", "2016-12-10", "window"),
    ("Nine died in the past three days.", "in the past three days", "2016-12-07", "2016-12-10", "window"),
    ("Nine died in the 24 hours to noon on Friday.", "in the 24 hours to noon on Friday", "2016-12-08", "2016-12-09", "window"),
    ("Nine died in the week to 4 December.", "in the week to 4 December", "2016-11-28", "2016-12-04", "window"),
    ("Week 48 (ending 4 December 2016) brought nine cases.", "Week 48 (ending 4 December 2016", "2016-11-28", "2016-12-04", "window"),
    ("Nine died during the week.", "during the week", "2016-12-03", "2016-12-10", "window"),
    ("Nine have died since the year began.", "since the year", "2016-01-01", "2016-12-10", "since"),
    ("Nine died in floods set off by rain since July 3.", "since July 3", "2016-07-03", "2016-12-10", "since"),
    ("Some 500 were killed in one week.", "in one week", "2016-12-04", "2016-12-10", "length"),
    ("Nine died in one day.", "in one day", None, None, "length"),
    ("They were held for six weeks.", "for six weeks", None, None, "for"),
    ("Nine die per day.", "per day", None, None, "rate"),
    ("So far nine have died.", "So far", None, "2016-12-10", "so far"),
    ("Nine have died to date.", "to date", None, "2016-12-10", "so far"),
    ("Nine have died so far this year.", "so far this year", "2016-01-01", "2016-12-10", "so far"),
    ("Nine have died this year.", "this year", "2016-01-01", "2016-12-10", "bare"),
    ("Nine died this week.", "this week", "2016-12-05", "2016-12-10", "bare"),
    ("Nine died last week.", "last week", "2016-11-28", "2016-12-04", "bare"),
    ("As of 5 December nine had died.", "As of 5 December", None, "2016-12-05", "as of"),
    ("By Friday nine had died.", "By Friday", None, "2016-12-09", "by"),
    ("Until Friday nine had died.", "Until Friday", None, "2016-12-09", "until"),
    ("Before 3 May nine had died.", "Before 3 May", None, "2016-05-02", "before"),
    ("After 3 May nine more died.", "After 3 May", "2016-05-03", "2016-12-10", "after"),
    ("On March 7 nine died.", "On March 7", "2016-03-07", "2016-03-07", "in"),
    ("Nine died in late September.", "in late September", "2016-09-21", "2016-09-30", "in"),
    ("Nine are still held.", "still", None, "2016-12-10", "stock"),
    ("Nine will be freed later this month.", "later this month", "2016-12-10", "2016-12-31", "bare"),
    ("The March offensive (2014-15) took nine villages.", "2014-15", "2014-01-01", "2015-12-31", "label"),
    (
        "Between November 2016 and May 2017 nine will need care.",
        "Between November 2016 and May 2017",
        "2016-11-01",
        "2017-05-31",
        "between",
    ),
    ("Nine were hurt by Friday's blast.", "Friday", "2016-12-09", "2016-12-09", "bare"),
    ("He was tied to Friday's raid.", "Friday", "2016-12-09", "2016-12-09", "bare"),
    ("Nine had fled to Friday.", "to Friday", None, "2016-12-09", "until"),
    ("Nine are currently held.", "currently", None, "2016-12-10", "stock"),
]


@pytest.mark.parametrize(("text", "words", "since", "until", "rule"), ONE)
def test_a_time_expression_in_its_context_tells_the_days_a_figure_covers(text, words, since, until, rule):
    (period,) = _periods(text)

    assert (period.span.of(text), period.rule) == (words, rule)
    assert [day and day.isoformat() for day in (period.since, period.until)] == [since, until]
    assert not period.speech


SPEECH = [
    ("The ministry said on Friday that nine died.", True),
    ("He told reporters Thursday that nine died.", True),
    ("A doctor told the agency late on Friday that nine died.", True),
    ("In a statement on Monday it put the toll at nine.", True),
    ("In a report published on 3 December it put the toll at nine.", True),
    ("On Monday the monitor said nine had been killed.", True),
    ("A spokesman on Friday said nine had been killed.", True),
    ("On Friday shells killed nine, officials said.", False),
    ("Nine were killed on Thursday, the monitor said.", False),
    ("Officials said nine died on Thursday.", False),
    ("As of 5 December, officials report nine deaths.", False),
    ("Friday's reports gave no figure.", False),
    ("It said in Friday's statement that nine died.", True),
    ("On Friday, an alleged raid killed nine.", False),
    ("So one guard told Capital News.\n\nFriday's raid killed nine.", False),
]


@pytest.mark.parametrize(("text", "speech"), SPEECH)
def test_the_day_somebody_spoke_is_kept_apart(text, speech):
    (period,) = _periods(text)

    assert period.speech is speech


def test_extent_tells_totals_windows_events_and_stocks_apart():
    extents = {text: _periods(text)[0].extent for text in ("since 3 May", "in the past week", "on 3 May", "still", "so far", "in May 2016")}

    assert list(extents.values()) == [
        Extent.RUNNING_TOTAL,
        Extent.PERIOD,
        Extent.EVENT,
        Extent.STOCK,
        Extent.RUNNING_TOTAL,
        Extent.PERIOD,
    ]


def test_two_expressions_that_are_no_range_stay_two():
    assert len(_periods("Hundreds died in March and in October.")) == 2


def test_expressions_that_follow_on_each_other_are_one_period():
    (period,) = _periods("Hundreds died in late September and early October.")

    assert (period.since, period.until) == (date(2016, 9, 21), date(2016, 10, 10))


def test_a_range_of_days_that_ends_after_publishing_keeps_its_end():
    (period,) = _periods("An emergency runs from 3 November 2016 to 3 February 2017.")

    assert period.until == date(2017, 2, 3)


def test_without_a_day_of_publishing_what_leans_on_it_is_open():
    (period,) = _periods("Nine have died since 3 May 2016.", None)

    assert (period.since, period.until) == (date(2016, 5, 3), None)


def _rows(name):
    with (files("sayso") / "data" / "lexicons" / name).open(encoding="utf-8") as lines:
        return [tuple(row.values()) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("words", "rule", "example"), _rows("timex_prepositions.csv"))
def test_each_preposition_starts_the_period_in_its_example(words, rule, example):
    found = _periods(example)

    assert any(words in period.span.of(example).lower() for period in found)
    assert rule in {period.rule for period in found}


@pytest.mark.parametrize(("words", "rule", "example"), _rows("timex_states.csv"))
def test_each_state_is_found_in_its_example(words, rule, example):
    assert any(words in period.span.of(example).lower() and period.until == SATURDAY for period in _periods(example))


@pytest.mark.parametrize(("form", "kind", "example"), _rows("timex_speech.csv"))
def test_each_word_of_saying_makes_a_speech_time(form, kind, example):
    assert form in example
    assert any(period.speech for period in _periods(example))


WORDS = st.sampled_from(
    [
        *("since", "from", "until", "to", "by", "as", "of", "between", "and", "on", "in", "per", "said", "told", "report", "3", "9", "May"),
        *("Friday", "the", "past", "two", "weeks", "day", "so", "far", "still", ",", ".", "'s", "2016", "noon"),
    ]
)


@given(st.lists(WORDS, max_size=25), st.sampled_from([SATURDAY, None, date.min, date.max]))
@settings(max_examples=300, deadline=None)
def test_any_run_of_words_gives_periods_inside_the_text_in_order(words, published):
    text = " ".join(words)

    found = _periods(text, published)

    assert [period.span.start for period in found] == sorted(period.span.start for period in found)
    assert all(period.span.end <= len(text) for period in found)
    assert all(timex in period.span for period in found for timex in period.timexes)
