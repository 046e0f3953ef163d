"""Timexes: types, values, mods and days, from the day of publishing or from the dates told before."""

from __future__ import annotations

import csv
import time
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotators.timexes import annotate

SATURDAY = date(2016, 12, 10)

NEWS = [
    ("nine died on 3 May 2015", "3 May 2015", "DATE", "2015-05-03", None, "2015-05-03", "2015-05-03", 1),
    ("nine died on Friday", "Friday", "DATE", "2016-12-09", None, "2016-12-09", "2016-12-09", 1),
    ("nine died on Saturday", "Saturday", "DATE", "2016-12-10", None, "2016-12-10", "2016-12-10", 1),
    ("convoys will leave on Monday", "Monday", "DATE", "2016-12-12", None, "2016-12-12", "2016-12-12", 1),
    ("the talks will start next Saturday", "next Saturday", "DATE", "2016-12-17", None, "2016-12-17", "2016-12-17", 1),
    ("nine died yesterday (Thursday)", "yesterday (Thursday)", "DATE", "2016-12-08", None, "2016-12-08", "2016-12-08", 1),
    ("nine died that day (Thursday)", "that day (Thursday)", "DATE", "2016-12-08", None, "2016-12-08", "2016-12-08", 1),
    ("it fell last April", "last April", "DATE", "2016-04", None, "2016-04-01", "2016-04-30", 4),
    ("it fell exactly two weeks ago", "exactly two weeks ago", "DATE", "2016-11-26", None, "2016-11-26", "2016-11-26", 1),
    ("it fell two weeks ago", "two weeks ago", "DATE", "2016-W47", None, "2016-11-21", "2016-11-27", 3),
    ("late in the evening of March 4", "late in the evening of March 4", "TIME", "2016-03-04TEV", "END", "2016-03-04", "2016-03-04", 1),
    ("at 7.30 p.m. on Friday", "7.30 p.m. on Friday", "TIME", "2016-12-09T19:30", None, "2016-12-09", "2016-12-09", 1),
    ("at 19:30 GMT on 4 May", "19:30 GMT on 4 May", "TIME", "2016-05-04T19:30Z", None, "2016-05-04", "2016-05-04", 1),
    ("at 0630 hours on 3 May", "0630 hours on 3 May", "TIME", "2016-05-03T06:30", None, "2016-05-03", "2016-05-03", 1),
    ("in the early hours of Friday", "the early hours of Friday", "TIME", "2016-12-09TMO", "START", "2016-12-09", "2016-12-09", 1),
    ("losses in mid-October", "mid-October", "DATE", "2016-10", "MID", "2016-10-11", "2016-10-20", 4),
    ("in the second week of October", "the second week of October", "DATE", "2016-W40", None, "2016-10-08", "2016-10-14", 3),
    ("during Ramadan 2016", "Ramadan 2016", "DATE", "2016-06", None, "2016-06-06", "2016-07-05", 4),
    ("dated 03/10/2016", "03/10/2016", "DATE", "2016-10-03", None, "2016-10-03", "2016-10-03", 1),
    ("dated 10/24/2016", "10/24/2016", "DATE", "2016-10-24", None, "2016-10-24", "2016-10-24", 1),
    ("founded in the 1990s", "the 1990s", "DATE", "199", None, "1990-01-01", "1999-12-31", 5),
    ("losses in early 2017", "early 2017", "DATE", "2017", "START", "2017-01-01", "2017-04-30", 5),
    ("losses in spring 2016", "spring 2016", "DATE", "2016-SP", None, "2016-03-01", "2016-05-31", 5),
    ("losses in Q3 2016", "Q3 2016", "DATE", "2016-Q3", None, "2016-07-01", "2016-09-30", 5),
    ("in the first half of 2016", "the first half of 2016", "DATE", "2016-H1", None, "2016-01-01", "2016-06-30", 5),
    ("at the weekend nine died", "the weekend", "DATE", "2016-W49-WE", None, "2016-12-10", "2016-12-11", 2),
    ("shells fell overnight", "overnight", "TIME", "2016-12-09TNI", None, "2016-12-09", "2016-12-10", 2),
    ("over the past two years", "the past two years", "DURATION", "P2Y", None, "2014-12-10", "2016-12-10", 5),
    ("in the past 24 hours", "the past 24 hours", "DURATION", "PT24H", None, "2016-12-09", "2016-12-10", 2),
    ("more than six weeks", "more than six weeks", "DURATION", "P6W", "MORE_THAN", None, None, None),
    ("two hundred and five days", "two hundred and five days", "DURATION", "P205D", None, None, None, None),
    ("two and a half years", "two and a half years", "DURATION", "P2.5Y", None, None, None, None),
    ("40 strikes a day", "a day", "SET", "P1D", None, None, None, None),
    ("they march every Friday", "every Friday", "SET", "XXXX-WXX-5", None, None, None, None),
    ("earlier this year", "earlier this year", "DATE", "2016", "START", "2016-01-01", "2016-12-10", 5),
    ("it fell 10-Dec-2015", "10-Dec-2015", "DATE", "2015-12-10", None, "2015-12-10", "2015-12-10", 1),
    ("from 2016-12-04T10:30:00Z on", "2016-12-04T10:30:00Z", "TIME", "2016-12-04T10:30:00Z", None, "2016-12-04", "2016-12-04", 1),
    ("held by 9 a.m. on 2 May.", "9 a.m. on 2 May", "TIME", "2016-05-02T09:00", None, "2016-05-02", "2016-05-02", 1),
]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


THURSDAY = date(2023, 10, 19)

OTHER_NEWS = [
    ("412 cases were counted in week 14", "week 14", "DATE", "2023-W14", None, "2023-04-03", "2023-04-09"),
    ("90 cases were known by epidemiological week 48", "week 48", "DATE", "2022-W48", None, "2022-11-28", "2022-12-04"),
    ("deaths rose in epi week 3 of 2022", "week 3 of 2022", "DATE", "2022-W03", None, "2022-01-17", "2022-01-23"),
    (
        "the dam broke on 11 September. A day after, the port was shut",
        "A day after",
        "DATE",
        "2023-09-12",
        None,
        "2023-09-12",
        "2023-09-12",
    ),
    ("they fled on the night of 3 to 4 May", "the night of 3 to 4 May", "TIME", "2023-05-03TNI", None, "2023-05-03", "2023-05-04"),
    ("they fled on the night of 3-4 May 2022", "the night of 3-4 May 2022", "TIME", "2022-05-03TNI", None, "2022-05-03", "2022-05-04"),
    ("the mayor was shot early Saturday", "early Saturday", "DATE", "2023-10-14", "START", "2023-10-14", "2023-10-14"),
    ("the mayor was shot late on Saturday", "late on Saturday", "DATE", "2023-10-14", "END", "2023-10-14", "2023-10-14"),
    ("the mayor was shot early Saturday morning", "Saturday morning", "TIME", "2023-10-14TMO", None, "2023-10-14", "2023-10-14"),
    ("output fell in 3Q22", "3Q22", "DATE", "2022-Q3", None, "2022-07-01", "2022-09-30"),
    ("output fell in the third quarter", "the third quarter", "DATE", "2023-Q3", None, "2023-07-01", "2023-09-30"),
    ("output fell in H1 2023", "H1 2023", "DATE", "2023-H1", None, "2023-01-01", "2023-06-30"),
    ("needs for FY2024 are large", "FY2024", "DATE", "2024", None, "2024-01-01", "2024-12-31"),
    ("needs for FY 2021/22 were large", "FY 2021/22", "DATE", "2021", None, "2021-01-01", "2021-12-31"),
    ("the loss of fiscal year 2022 was large", "fiscal year 2022", "DATE", "2022", None, "2022-01-01", "2022-12-31"),
    ("payment is due by year-end", "year-end", "DATE", "2023", "END", "2023-09-01", "2023-12-31"),
    ("todays count was put off", "todays", "DATE", "2023-10-19", None, "2023-10-19", "2023-10-19"),
    ("last years harvest was poor", "last years", "DATE", "2022", None, "2022-01-01", "2022-12-31"),
    ("it was so in the past.", "the past", "DATE", "PAST_REF", None, None, None),
    ("it may fall in the near future.", "the near future", "DATE", "FUTURE_REF", None, None, None),
    ("the bus runs twice a week", "a week", "SET", "P1W", None, None, None),
    ("the count is made quarterly", "quarterly", "SET", "XXXX-QX", None, None, None),
    ("they march on Sundays", "Sundays", "SET", "XXXX-WXX-7", None, None, None),
    ("it rains the day after tomorrow", "the day after tomorrow", "DATE", "2023-10-21", None, "2023-10-21", "2023-10-21"),
    ("it rained the day before yesterday", "the day before yesterday", "DATE", "2023-10-17", None, "2023-10-17", "2023-10-17"),
    ("the truce of 12 Rabi al-Awwal 1445", "12 Rabi al-Awwal 1445", "DATE", "2023-09-26", None, "2023-09-26", "2023-09-26"),
    ("it came in Ramadan 1444", "Ramadan 1444", "DATE", "2023-03", None, "2023-03-22", "2023-04-20"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "mod", "since", "until"), OTHER_NEWS)
def test_an_expression_of_sitreps_and_wires_has_its_value_and_days(
    text: str, words: str, kind: str, value: str, mod: str | None, since: str | None, until: str | None
) -> None:
    found = {timex.span.of(text): timex for timex in annotate(text, THURSDAY)}

    assert words in found
    timex = found[words]
    assert (timex.type, timex.value, timex.mod, timex.since, timex.until) == (kind, value, mod, _day(since), _day(until))


NO_NEWS = [
    "last week 14 people died",
    "the financial loss was large",
    "Rajab and Shaban were mayors",
    "the final Friday prayers were held by Thani",
    "the motorway H1 was shut",
]


@pytest.mark.parametrize("text", NO_NEWS)
def test_words_that_are_like_those_of_dates_are_not_taken_for_them(text: str) -> None:
    assert [timex.span.of(text) for timex in annotate(text, THURSDAY)] in ([], ["last week"], ["Friday"])


@pytest.mark.parametrize(("text", "words", "kind", "value", "mod", "since", "until", "precision"), NEWS)
def test_a_news_text_is_read_from_the_day_of_publishing(text, words, kind, value, mod, since, until, precision):
    found = list(annotate(text, SATURDAY))

    assert [item.span.of(text) for item in found] == [words]
    (timex,) = found
    assert (timex.type, timex.value, timex.mod) == (kind, value, mod)
    assert (timex.since, timex.until, timex.precision) == (_day(since), _day(until), precision)


SEVERAL = [
    ("It fell on 3 May. The next day it burned. Three days later aid came.", ["2016-05-03", "2016-05-04", "2016-05-07"]),
    ("Between October and December 2015 it was quiet.", ["2015-10", "2015-12"]),
    ("From 3 to 9 May nine died.", ["2016-05-03", "2016-05-09"]),
    ("May 3-9 was quiet.", ["2016-05-03", "2016-05-09"]),
    ("A convoy was hit on 19 September. The same day the truce broke.", ["2016-09-19", "2016-09-19"]),
    ("In 2015/16 it was quiet.", ["2015", "2016"]),
]


@pytest.mark.parametrize(("text", "values"), SEVERAL)
def test_several_expressions_lean_on_each_other(text, values):
    assert [timex.value for timex in annotate(text, SATURDAY)] == values


NOTHING = [
    "Up to 300 may have died in District 4, and 2,016 fled.",
    "Resolution 2254 calls on all to march, and he may sat down.",
    "The T-72 and 155mm shells cost $2016.",
    "Some 2016 people fled.",
    "Prime Minister May said so.",
    "After the fall of the town, 100s of people fled at 31/31/2016.",
    "Sun Li and Jan Smit",
]


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_and_names_are_no_times(text):
    assert list(annotate(text, SATURDAY)) == []


def test_a_narrative_takes_its_years_from_what_was_told_before():
    text = "The war began in 1936. On 20 July the town fell. By August 1937 it held the coast. In May 1938 it rested. On 3 May snow fell."

    values = [timex.value for timex in annotate(text, date(2009, 12, 19))]

    assert values == ["1936", "1936-07-20", "1937-08", "1938-05", "1938-05-03"]


def test_news_that_opens_with_a_weekday_is_no_narrative_for_its_background_years():
    text = "Two people were shot on Monday. The war began on October 7. It was worst in 2000, in 2003, in 2005 and in 2011."

    assert [found.value for found in annotate(text, date(2024, 1, 15))][:2] == ["2024-01-15", "2023-10-07"]


def test_the_year_in_news_is_that_of_the_telling_unless_the_text_told_another():
    supposed = "The war began on October 7. Some 30 people died in the first 15 days of the year."

    assert [found.since for found in annotate(supposed, date(2024, 1, 15))][1] == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [("Mondays raid burned the goods.", "2016-12-05"), ("Mondays are quiet.", None), ("Mondays and Fridays are quiet.", None)],
)
def test_a_weekday_that_has_lost_its_mark_is_a_day_before_a_noun(text, value):
    assert [found.value for found in annotate(text, date(2016, 12, 10))] == ([value] if value else [])


def test_a_narratives_today_is_a_day_without_a_date():
    text = "The war began in 1936, and the town fell in 1937. Its port, held until 1938, is today a park."

    found = [(timex.type, timex.value, timex.since) for timex in annotate(text, date(2009, 12, 19))]

    assert found[-1] == ("DATE", "PRESENT_REF", None)


def test_years_before_christ_have_no_days():
    (timex,) = annotate("The city fell in 146 B.C. to the fleet.", None)

    assert (timex.value, timex.since) == ("BC0146", None)


def test_without_a_day_of_publishing_relative_days_stay_open():
    assert all(timex.since is None for timex in annotate("On Friday, last week, yesterday and two days ago nine died.", None))


def test_spans_are_of_the_text_as_it_is():
    text = "On\u00a03\u202fMay\u00a02015 and at 9 p.m. on 4 May 2015 \u2013 and 5\u201311 May"

    assert [timex.span.of(text) for timex in annotate(text, SATURDAY)] == ["3\u202fMay\u00a02015", "9 p.m. on 4 May 2015", "5", "11 May"]


def _rows(name):
    with (files("sayso") / "data" / "lexicons" / name).open(encoding="utf-8") as lines:
        return [(row.get("word") or row["name"], row["example"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("word", "example"), _rows("timex_words.csv") + _rows("timex_feasts.csv") + _rows("timex_leads.csv"))
def test_each_word_stands_in_its_example(word, example):
    assert word in example.lower()


@pytest.mark.parametrize(("name", "example"), _rows("timex_feasts.csv"))
def test_each_feast_is_found(name, example):
    assert any(name in timex.span.of(example).lower() for timex in annotate(example, date(2017, 1, 31)))


HOSTILE = [
    "",
    " ",
    "\x00\x01\x02",
    "\ud800 on Friday",
    "May " * 3000,
    "May 3 - " * 2000,
    "the the the " * 2000,
    "the last past next " * 2000,
    "early late mid- " * 2000,
    "3 and " * 3000,
    "two hundred " * 3000,
    "2016-" * 4000,
    "12:30:" * 3000,
    "1/1/" * 4000,
    "9" * 20000,
    "9" * 400 + " days ago",
    "999999999 years ago",
    "in 999999999999 weeks later",
    "31 February 2016, 30/02/2016, 2016-02-31",
    "29 February 2015 and 29 February 2016",
    "0000-00-00 and 1000-01-01",
    "on Friday " * 2000,
    "a few more than less than about " * 1000,
    "the end of the end of the end of " * 1000,
    "of May of June of 2016 " * 1000,
    "1 BC, 0 BC, 9999 BC, 99999 BC",
    "Year 1000 AD " * 1000,
    "'16 '99 '00 " * 1000,
    "1,200 pm",
    "p.m. a.m. 99 p.m. 25 a.m. 0 a.m.",
    "Ramadan 1 Ramadan 99999 Eid Eid al- Good New Year's",
    "Q1 Q2 Q3 Q4 2016 " * 500,
    "\u0663 \u0645\u0627\u064a\u0648 2016 \u0663 days ago",
    "\u00b2 days, \u2460 weeks, \u0968 years ago",
    "\U0001d7d9 May 2016",
    "\n\n" * 5000 + "May",
    "(" * 5000 + "2016" + ")" * 5000,
    "the first " * 3000 + "week of May",
    "last year of last year of last year " * 500,
    "the nineteenth and the 1st century BC " * 300,
    "in the 0s, the 10s and the 9990s; 9999 to 9999; decades later; centuries ago",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_without_an_exception_or_a_pause(text):
    start = time.process_time()

    for day in (SATURDAY, None, date.min, date.max):
        assert all(0 <= timex.span.start < timex.span.end <= len(text) for timex in annotate(text, day))

    assert time.process_time() - start < 1 + 4 * len(text) / 10_000


WORDS = st.sampled_from(
    [
        *(word for word, _ in _rows("timex_words.csv")),
        *("May", "3", "31", "2016", "1914", "499", "BC", "B.C.", "p.m.", "7.30", "19:30", "03/10/2016", "2016-12-04", "1990s", "4th"),
        *(",", "-", ".", "(", ")", "/", "'", "\n\n", "people", "1,200"),
    ]
)


@given(st.lists(WORDS, max_size=25), st.sampled_from([SATURDAY, None, date(1, 1, 1), date(9999, 12, 31)]))
@settings(max_examples=400, deadline=None)
def test_any_run_of_time_words_gives_spans_in_order_and_days_that_fit(words, published):
    text = " ".join(word.title() if number % 2 else word for number, word in enumerate(words))

    found = list(annotate(text, published))

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(timex.since is None or (timex.until is not None and timex.since <= timex.until) for timex in found)


def test_it_reads_over_200_000_characters_a_second():
    text = (
        "On 3 May 2016 the ministry said that 40 people had died in the past two weeks, and convoys will leave on Monday. Roads were cut. "
        * 1500
    )

    start = time.process_time()
    count = sum(1 for _ in annotate(text, SATURDAY))
    seconds = time.process_time() - start

    assert count == 4500
    assert len(text) / seconds > 200_000
