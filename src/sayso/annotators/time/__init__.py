"""Time: the parts of `annotators.timexes` and `annotators.periods`.

A text becomes `words`, each with one letter; `grammar` says which sequences of letters are expressions, and `rules` which function
works out what one of each kind stands for, in a `context` (the day of telling). What each function reads:

dates numeric years seasons edges feast_dates    "3 May 2015", "03/10/2016", "the 1990s", "last winter", "mid-October", "Ramadan 2016"
weekdays today clock day_parts                   "last Friday", "overnight", "19:30 GMT", "that morning"
lengths distances units ranked sets              "six weeks", "two days later", "last week", "the second week of March", "daily"

They share `matches` (what they are given and give), `told_year`, `mods`, `amounts`, `values` (TIMEX3), `feasts` and `calendar` (days).
"""
