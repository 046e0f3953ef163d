"""Time: the parts of `annotators.timexes` and `annotators.periods`.

A text becomes `words`, each with one letter; `grammar` says which sequences of letters are expressions, and `rules` which function
works out what one of each kind stands for, in a `context` (the day of telling). What each file reads:

dates, numeric      "3 May 2015", "3-9 May"; "2016-12-04", "03/10/2016"
years, seasons      "1936", "the 1990s", "146 B.C."; "last winter"
edges, feast_dates  "mid-October", "late 2016"; "Ramadan 2016"
weekdays, today     "last Friday"; "yesterday", "overnight", "now"
clock, day_parts    "19:30 GMT"; "that morning", "9 a.m. on 2 May"
lengths, distances  "six weeks", "the past three days"; "two weeks ago", "three days later"
units, unit_edges   "last week", "the same day"; "earlier this year"
ranked, sets        "the second week of March"; "every Friday", "a day"

They share `matches` (what they are given and give), `told_year`, `mods`, `amounts`, `values` (TIMEX3), `feasts` and `calendar` (days).

For periods, an expression is `placed` with its preposition; two may be `pairs`, else each has its days `covered`; `states` are "so far"
and the like, `speech` tells when somebody spoke; `lengths_back` and `phrases` serve them.
"""
