"""The timeline: the day of a figure that its own sentence does not tell."""

from datetime import date

import pytest

from sayso.annotators.happenings import Happening
from sayso.annotators.syntax import parse
from sayso.extractors.rules import extract
from sayso.extractors.rules.timeline import happenings
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
    # so many days after something is as many days before the day told beside it
    ("The council met in Ulan on Thursday, two days after shells killed nine people.", (TUESDAY, TUESDAY)),
    # "since" takes the day of what it names, wherever the text tells it
    (
        "Fighting broke out in Ulan on 12 January.\n\nThe market reopened. Gunmen have fired 900 rockets since the fighting began.",
        (date(2017, 1, 12), DAY),
    ),
    ("Since the outbreak was declared on 12 January, the ministry has counted 900 cases.", (date(2017, 1, 12), DAY)),
    ("Troops broke into Ulan in January and have since taken nine villages.", (date(2017, 1, 1), DAY)),
    ("Nine people were killed in Tuesday's clashes, the bloodiest day since 2014.", (TUESDAY, TUESDAY)),
    # a war's losses run from its first day, also where the sentence does not name it, or tells what some of them are
    ("The war broke out on 12 January.\n\nSome 4,000 families have been left homeless.", (date(2017, 1, 12), DAY)),
    ("The war broke out on 12 January.\n\nSome 400 of the dead are children.", (date(2017, 1, 12), DAY)),
    ("The war broke out on 12 January. An officer said on Tuesday that 900 men had been killed in the war.", (date(2017, 1, 12), TUESDAY)),
    # it goes on from the sentence before, and from "then"
    ("Some 420 people have died since 12 January. Another 80 have been killed in raids.", (date(2017, 1, 12), DAY)),
    ("The truce broke on 12 January. Since then 80 people have been killed.", (date(2017, 1, 12), DAY)),
    ("The offensive has killed 420 people since 12 January. The whole war has killed 90,000 people.", (None, DAY)),
    ("It was the worst fighting since 2014. Some 80 people have been killed in raids.", (None, DAY)),
    ("Some 420 people have died since 12 January. At least another 80 have been killed in raids.", (date(2017, 1, 12), DAY)),
    # "since" counts nothing where it only says how long there had been nothing like it
    ("The ministry reported the highest number of cases since 12 January, with 900 new cases on Tuesday.", (TUESDAY, TUESDAY)),
    # what those counted had done before is not the figure's
    ("Police on Tuesday arrested nine men who planned an attack on 12 January.", (TUESDAY, TUESDAY)),
    # an old war's total is asked for by its name only
    ("The war began in March 2011. The fighting has killed 90,000 people.", (date(2011, 3, 1), DAY)),
    ("The war began in March 2011. A raid on Tuesday killed nine people in the war zone.", (TUESDAY, TUESDAY)),
    ("Hurricane Elsa struck Ulan in January 2016. Officials say Hurricane Elsa killed 90 people.", (date(2016, 1, 1), DAY)),
    # a verb's first day is that of the beginning
    ("Yields fell from 40 tonnes before the war began in 2011 to 9 this year. The war has killed 90,000 people.", (date(2011, 1, 1), DAY)),
    # what comes "a day after" comes now
    ("A truce is due on Monday. The reports come two days after nine people were killed.", (TUESDAY, TUESDAY)),
    # the day that stands before what the figure belongs to is its own
    ("In the weeks before the war, tension grew over the Tuesday killing of nine people.", (TUESDAY, TUESDAY)),
    # what one blow "has done" is of its day, told before or behind
    ("Jets have struck Ulan on Tuesday, the monitor said. The attack has killed nine people.", (TUESDAY, TUESDAY)),
    ("Jets have hit a school in Ulan, killing nine people. Tuesday's strike left a crater.", (TUESDAY, TUESDAY)),
    # a date with its year near the head is the line that dates the text, run into the first sentence, and not the day of the raid
    (
        "Raid on aid trucks near Ulan kills many Agency Thursday 9 March 2017 The raid on the trucks near Ulan killed nine people, "
        "the group said Thursday. Tuesdays raid burned the goods.",
        (TUESDAY, TUESDAY),
    ),
    # the lead's toll takes the day of the noun that is told of later
    (
        "An explosion at a clinic in Ulan killed nine people, its manager said. "
        + "The staff had been warned to leave the house and to keep away from its windows. " * 6
        + "It lies by the river. The explosion on Tuesday broke every pane.",
        (TUESDAY, TUESDAY),
    ),
    # the day of a main clause is not that of what is so still
    ("The governor met on Tuesday with families from the valley, where 3,000 people are trapped.", (None, DAY)),
    ("The post opened in 2014 and has 40 medics.", (None, DAY)),
    # a report's own date ends what is so; who "are housed" there is a stock
    ("Floods in Ulan\n\nSituation Report 4, 7 March 2017\n\n• 310 people are housed in two schools.", (None, TUESDAY)),
    ("Floods in Ulan\n\n1 March - 7 March 2017\n\n• 310 people are housed in two schools.", (None, TUESDAY)),
    # a toll that mounts while it is told of is today's
    ("Nine people have been killed today in Ulan.\n\nThe number of deaths has risen to 37.", (DAY, DAY)),
    # a headline, and who "are wounded", are of the day of the news; a man in the ward, and who is still gone, is not
    ("Raid kills nine people in Ulan\n\nA raid struck the market of Ulan on Tuesday, the governor said.", (TUESDAY, TUESDAY)),
    ("Gunmen abduct 12 people in Ulan\n\nThe raid took place on Tuesday, an officer said.", (TUESDAY, TUESDAY)),
    ("A raid struck Ulan on Tuesday. Nine people are wounded, a nurse said.", (TUESDAY, TUESDAY)),
    ("The council met in Ulan on Tuesday. Nine villagers are known to have died in the war.", (None, DAY)),
    # the day on which a report came out, or the press was briefed, is no happening's
    ("In a report that came out on Tuesday the group said that nine people were killed in Ulan.", (None, TUESDAY)),
    ("He was briefing the press on the raids on Tuesday. Nine people were killed in Ulan.", (None, DAY)),
    # nor is what is to go on from today, or is yet to come
    ("A raid struck Ulan on Tuesday. The unions will stay away from work from today. Nine people were killed.", (TUESDAY, TUESDAY)),
    # what a lead adds up, the text goes through
    ("Troops have detained 90 men in the past week, an officer said. He said nine hostages were freed near Ulan.", (date(2017, 3, 2), DAY)),
    # "it" and "they" are the disaster told last
    ("A landslide buried a village near Ulan.\n\nIt happened on Monday. At least 90 people died.", (MONDAY, DAY)),
    ("Fires have burned Ulan since they broke out on Monday. At least 90 people died.", (MONDAY, DAY)),
    # men who storm a post are no storm
    ("Gunmen stormed a post in Ulan on Monday. The governor spoke to the families. On Tuesday nine people died.", (TUESDAY, TUESDAY)),
    ("Nine people died in a fire on Tuesday, more than any fire has killed since 1991.", (TUESDAY, TUESDAY)),
    # a running total, and "the past week", are seen from the day on which somebody told of them
    ("The agency said on Tuesday that 3,000 people have fled Ulan.", (None, TUESDAY)),
    ("Some 90 people were freed in the past week, an officer said on Tuesday.", (date(2017, 2, 28), TUESDAY)),
    # what is known or included is how things stand
    ("We know of 900 cases of fever in Ulan.", (None, DAY)),
    ("A raid struck Ulan on Tuesday. Nine schools are damaged, the council said.", (DAY, DAY)),
    # what was declared on a day began on it
    ("The outbreak was declared on 12 January. A third of the patients are children.", (date(2017, 1, 12), DAY)),
    # words of saying between commas leave the day to what happened; what was made known on a day did not
    ("On Tuesday, the governor said, nine people were killed in Ulan.", (TUESDAY, TUESDAY)),
    ("The colonel made this known on Tuesday in Ulan as he met the press. Nine people were killed in the valley.", (None, DAY)),
    # what a war "has cost" since the day told beside it
    ("The conflict, which began in January 2016, has cost 900 lives.", (date(2016, 1, 1), DAY)),
    # a picture's day is no happening's
    ("A herdsman is pictured near Ulan on Tuesday. Nine people were killed in a raid.", (None, DAY)),
    ("The governor meets traders in Ulan Tuesday, 7 March 2017 (Lake Photo). Nine people were killed in a raid.", (None, DAY)),
    # news that opens with a bare weekday six days old was written on the day after its date
    ("Crews dug through the ruins in Ulan Friday. At least 90 people died Friday.", (date(2017, 3, 10), date(2017, 3, 10))),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_figure_covers_the_days_of_its_event(text: str, expected: tuple[date | None, date]):
    last = extract(Document(text, "test", published=DAY)).claims[-1]

    assert (last.since, last.until) == expected


TELLINGS = [
    ("The monitor said on Thursday that 40 people had been killed in Ulan. The square is shut. On Tuesday 40 people were killed.", True),
    ("The monitor said on Thursday that 4 people had been killed in Ulan. The square is shut. On Tuesday 4 people were killed.", False),
    ("The monitor said on Thursday that 40 people had been killed in Ulan. The square is shut. On 2 January 40 people were killed.", False),
]


@pytest.mark.parametrize(("text", "dated"), TELLINGS)
def test_a_figure_whose_day_is_open_takes_that_of_another_telling(text: str, dated: bool):
    first = extract(Document(text, "test", published=DAY)).claims[0]

    assert (first.since, first.until) == ((TUESDAY, TUESDAY) if dated else (None, DAY))


def test_an_article_on_last_years_events_takes_its_dates_in_that_year():
    text = "The battle of Ulan lasted from 4 May 2016 to 9 May 2016. In May 2016 the city fell. On 6 February, nine guards were killed."

    last = extract(Document(text, "test", published=DAY)).claims[-1]

    assert last.since == date(2016, 2, 6)


HISTORY = "The siege of Ulan lasted from 4 May 2012 to 9 August 2012. It was over in August 2012. "
HISTORIES = [
    # "already", "still" and "since" are seen from the day that a history has come to
    ("On 6 June 2012 raids went on. The army had already taken nine villages.", (None, date(2012, 6, 6))),
    ("On 6 June 2012 raids went on. Nine people had died since 3 May 2012.", (date(2012, 5, 3), date(2012, 6, 6))),
    # and "a day after" is not reckoned from the day of writing
    ("On 6 June 2012 raids went on. The raid came a day after nine drivers were abducted.", (date(2012, 6, 6), date(2012, 6, 6))),
    # after what lies long before, the next paragraph comes back to the year it is about
    ("In 2008 the port had been closed.\n\nOn 6 June, nine guards were killed.", (date(2012, 6, 6), date(2012, 6, 6))),
]


@pytest.mark.parametrize(("text", "expected"), HISTORIES)
def test_a_figure_of_a_history_is_dated_from_the_days_told(text: str, expected: tuple[date | None, date]):
    last = extract(Document(HISTORY + text, "test", published=DAY)).claims[-1]

    assert (last.since, last.until) == expected


def test_a_history_of_last_year_may_end_in_the_year_of_its_writing():
    text = "The siege of Ulan lasted from 4 May 2016 to 9 May 2016. In 2017 the bridge was rebuilt. "
    text += "It was over in June 2016. " * 9 + "On 6 February, nine guards were killed."

    last = extract(Document(text, "test", published=DAY)).claims[-1]

    assert last.until == date(2016, 2, 6)


def test_a_report_without_a_day_of_publishing_takes_that_of_its_head():
    text = "Floods in Ulan\n\nSituation Report 4, 7 March 2017\n\n• 310 people are housed in two schools."

    last = extract(Document(text, "test", published=None)).claims[-1]

    assert (last.since, last.until) == (None, TUESDAY)


@pytest.mark.parametrize("row", table("lexicons/happenings.csv", Happening), ids=lambda row: row.word)
def test_a_happening_is_known_in_its_example(row: Happening):
    (parsed,) = parse(row.example, [Span(0, len(row.example))])

    assert row.word in happenings(parsed.doc[:])
