"""Time rules: the function that works out what an expression of each kind of the grammar stands for."""

from __future__ import annotations

from sayso.annotators.time.clock import read_clock
from sayso.annotators.time.dates import read_date, read_day, read_days, read_month
from sayso.annotators.time.day_parts import read_night, read_part, read_timed
from sayso.annotators.time.distances import read_ago, read_later
from sayso.annotators.time.edges import read_edged
from sayso.annotators.time.feast_dates import read_feast
from sayso.annotators.time.lengths import read_duration, read_window
from sayso.annotators.time.matches import Rule
from sayso.annotators.time.numbered import read_fiscal, read_numbered
from sayso.annotators.time.numeric import read_iso, read_slashed
from sayso.annotators.time.ranked import read_ranked
from sayso.annotators.time.seasons import read_season
from sayso.annotators.time.sets import read_set
from sayso.annotators.time.today import read_deictic, read_next_to, read_vague
from sayso.annotators.time.unit_edges import read_edge_of_unit
from sayso.annotators.time.units import read_unit
from sayso.annotators.time.weekdays import read_weekday
from sayso.annotators.time.years import read_decade, read_era, read_quarter, read_short_year, read_year, read_years

__all__ = ["RULES"]


RULES: dict[str, Rule] = {
    "iso": read_iso,
    "slashed": read_slashed,
    "nightof": read_night,
    "numbered": read_numbered,
    "fiscal": read_fiscal,
    "timed": read_timed,
    "days": read_days,
    "edged": read_edged,
    "date": read_date,
    "monthyear": read_month,
    "season": read_season,
    "ordinal": read_ranked,
    "edgeunit": read_edge_of_unit,
    "window": read_window,
    "ago": read_ago,
    "later": read_later,
    "unit": read_unit,
    "thatpart": read_part,
    "set": read_set,
    "decade": read_decade,
    "feast": read_feast,
    "clock": read_clock,
    "quarter": read_quarter,
    "dayonly": read_day,
    "vague": read_vague,
    "duration": read_duration,
    "era": read_era,
    "years": read_years,
    "year": read_year,
    "shortyear": read_short_year,
    "apposed": read_weekday,
    "deictic": read_deictic,
    "nextto": read_next_to,
}
