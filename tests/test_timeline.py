"""The timeline: the day of a figure that its own sentence does not tell."""

from datetime import date

import pytest

from sayso.annotators.syntax import parse
from sayso.extractors.rules import extract
from sayso.extractors.rules.timeline import Happening, happenings
from sayso.lexicon import table
from sayso.model import Document, Span

DAY = date(2017, 3, 9)  # a Thursday
MONDAY, TUESDAY = date(2017, 3, 6), date(2017, 3, 7)

DAYS = [
    # the day of the same happening, and not that of what is only mentioned
    ("A blast hit the market of Ulan on Tuesday. A Feb. 20 truce had ended. Nine people died in the blast.", (TUESDAY, TUESDAY)),
    ("Nine guards were killed in a raid near Ulan on Monday as parties prepared for Sunday's vote.", (MONDAY, MONDAY)),
    # the toll of a disaster runs from its day to the day of telling
    ("An earthquake struck Ulan on Monday. The mayor spoke to the families. At least 90 people died.", (MONDAY, DAY)),
    ("The storm struck Ulan between 2 and 4 March.\n\n4,000 homes were damaged.", (date(2017, 3, 2), DAY)),
    ("An earthquake struck Ulan on Monday. The death toll rose to 120 on Wednesday.", (MONDAY, date(2017, 3, 8))),
    # a war's total runs from its first day, told anywhere in the text
    ("Some 4,000 people have been killed in the war, the office said.\n\nThe war began on 12 January.", (date(2017, 1, 12), DAY)),
    # a bulletin's figures are those of the days that its head names
    ("Fever, week 9 (27 February to 5 March 2017)\n\nThe office counted 40 new cases in Ulan.", (date(2017, 2, 27), date(2017, 3, 5))),
    # an "as of" in the head of a report ends what is so
    ("As of 5 March 2017\n\n• No cases so far.\n• 31 people are still missing.", (None, date(2017, 3, 5))),
    # an undated happening is over by the day on which it was told
    ("Residents of Ulan said on Monday that nine people were killed in an air strike.", (None, MONDAY)),
    # "still" says how things stand with the figure that it hangs on, not with another
    ("A fire at a plant in Ulan on Tuesday killed two people, with nine people still missing.", (None, DAY)),
    ("Two firefighters died on Tuesday, though the cause is still unknown.", (TUESDAY, TUESDAY)),
    # news that goes on about one event tells its day once, in the lead
    (
        "A blast hit the market of Ulan on Tuesday, the governor said.\n\n"
        + "Traders swept the glass from the street and spoke of the noise. " * 12
        + "\n\nSome 40 stalls were burned.",
        (TUESDAY, TUESDAY),
    ),
    # news that opens with a bare weekday six days old was written on the day after its date
    ("Crews dug through the ruins in Ulan Friday. At least 90 people died Friday.", (date(2017, 3, 10), date(2017, 3, 10))),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_figure_covers_the_days_of_its_event(text: str, expected: tuple[date | None, date]):
    last = extract(Document(text, "test", published=DAY)).claims[-1]

    assert (last.since, last.until) == expected


def test_an_article_on_last_years_events_takes_its_dates_in_that_year():
    text = "The battle of Ulan lasted from 4 May 2016 to 9 May 2016. In May 2016 the city fell. On 6 February, nine guards were killed."

    last = extract(Document(text, "test", published=DAY)).claims[-1]

    assert last.since == date(2016, 2, 6)


@pytest.mark.parametrize("row", table("lexicons/happenings.csv", Happening), ids=lambda row: row.word)
def test_a_happening_is_known_in_its_example(row: Happening):
    (parsed,) = parse(row.example, [Span(0, len(row.example))])

    assert row.word in happenings(parsed.doc[:])
