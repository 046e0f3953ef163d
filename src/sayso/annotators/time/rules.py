"""Time rules: what each kind of expression of the grammar stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sayso.annotators.time.calendar import days_of, month_days, plus, shift_months
from sayso.annotators.time.context import Context, is_future
from sayso.annotators.time.feasts import feast_named
from sayso.annotators.time.words import Words, leads

__all__ = ["RULES", "Found"]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: the tokens from `first` up to `last` (not included), and what it stands for."""

    first: int
    last: int
    type: str
    value: str | None
    mod: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that a rule of the grammar fitted."""

    words: Words
    first: int
    last: int

    @property
    def tags(self) -> str:
        """The letters of the tokens."""
        return self.words.tags[self.first : self.last]

    def find(self, tags: str) -> int:
        """Return the first token with one of these letters; -1 if none."""
        return next((n for n in range(self.first, self.last) if self.words.tags[n] in tags), -1)

    def all(self, tags: str) -> list[int]:
        """Return every token with one of these letters."""
        return [n for n in range(self.first, self.last) if self.words.tags[n] in tags]

    def value(self, tags: str) -> str:
        """Return the value of the first token with one of these letters; "" if none."""
        place = self.find(tags)
        return self.words.value(place) if place >= 0 else ""

    def part(self, first: int, last: int) -> Match:
        """Return the match of some of the tokens."""
        return Match(self.words, first, last)


Rule = Callable[[Match, Context], Iterator[Found]]


# ---- dates -----------------------------------------------------------------------------------------------------------


def _year_of(match: Match, context: Context, month: int = 0, day: int = 0) -> tuple[int, bool, bool]:
    """Return the year of a match, whether it is before Christ, and whether the text told it."""
    words = match.words
    if (era := match.find("B")) >= 0:
        number = words.word(era - 1 if words.tags[era - 1] != "." else era - 2)
        return int(number) if number.isdigit() and int(number) < 3000 else 0, words.word(era)[0] == "b", True
    if (place := match.find("Y")) >= 0:
        return int(words.word(place)), False, True
    if (place := match.find("c")) >= 0:
        return _full_year(int(words.word(place)[1:]), context), False, True
    if "U" in match.tags and re.search(r"[js]s?U|tU", match.tags) and context.year:
        return context.year, context.before, False
    if "U" in match.tags and re.search(r"[ilx]U", match.tags):
        return context.present + _step(match), False, False
    following = _following_year(match, month)
    if following:
        return following, False, True
    return context.year_for(month, day, is_future(words, match.first)), context.before and context.narrative, False


def _full_year(short: int, context: Context) -> int:
    """Return the year that two digits stand for, nearest below the present."""
    near = context.present or 2000
    century = near - near % 100
    return century + short if century + short <= near + 5 else century - 100 + short


_AHEAD = re.compile(r"(?:-|2|&)(?:(?:t?XFt?|tE-?|E-?)?(?:t?[od])?F?M,?(?P<one>Y)|Mt?[do],?(?P<two>Y))")


def _following_year(match: Match, month: int) -> int:
    """Return the year told by the other end of a range: "October" in "October and December 2015"."""
    ahead = _AHEAD.match(match.words.tags, match.last)
    if not ahead or not month:
        return 0
    place = ahead.start("one") if ahead["one"] else ahead.start("two")
    other = next(int(match.words.value(n)) for n in range(match.last, place) if match.words.tags[n] == "M")
    return int(match.words.word(place)) - (month > other)


def _day_number(match: Match) -> int:
    """Return the day of the month in a match; 0 if none."""
    for place in match.all("dor"):
        word = match.words.value(place)
        digits = re.match(r"\d+", word)
        if digits and 1 <= int(digits[0]) <= 31:
            nxt = match.words.tags[place + 1] if place + 1 < len(match.words.tags) else ""
            if nxt not in "@BU" or not nxt:
                return int(digits[0])
    return 0


def iso(year: int, month: int = 0, day: int = 0, before: bool = False) -> str:
    """Return a TIMEX3 value of a year, month or day."""
    text = f"{'BC' if before else ''}{year:04d}" if year else "XXXX"
    return text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _date(match: Match, context: Context) -> Iterator[Found]:
    month = int(match.value("Mm") or 0)
    day = _day_number(match)
    year, before, told = _year_of(match, context, month, day)
    if not told and month and not day and not _month_stands(match):
        return
    day = day if month else 0
    if day > month_days(year or 2000, month) and not before:
        return
    if month or year:
        context.tell(year, month, day, before)
    yield Found(match.first, match.last, "DATE", iso(year, month, day, before))


def _month_stands(match: Match) -> bool:
    """Tell whether a month alone is meant as one, and is not "May" or "March" as a verb or a name, or an abbreviation."""
    place = match.find("Mm")
    words = match.words
    if words.tags[place] == "m":
        return False
    before = words.tags[match.first - 1] if match.first else ""
    before_word = words.word(match.first - 1) if match.first else ""
    if words.word(place) in leads("month that is another word"):
        return bool(before) and (before in "NFZ2&ilxj-(E,fb" or before_word in leads("before a month")) and before_word != "or"
    return True


def _slashed(match: Match, context: Context) -> Iterator[Found]:
    """Read 03/10/2016 day first, unless only month first is a date (10/24/2016)."""
    first, second, year = (int(part) for part in re.split(r"[/.]", match.words.word(match.first)))
    if year < 100:
        year = _full_year(year, context)
    for day, month in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= month_days(year, month):
            context.tell(year, month, day)
            yield Found(match.first, match.last, "DATE", iso(year, month, day))
            return


def _iso(match: Match, context: Context) -> Iterator[Found]:
    word = match.words.word(match.first).upper()
    year, month, day = (int(part) for part in word[:10].split("-"))
    if day <= month_days(year, month):
        context.tell(year, month, day)
        yield Found(match.first, match.last, "TIME" if "T" in word else "DATE", word)


def _days(match: Match, context: Context) -> Iterator[Found]:
    """Yield both ends of "3 to 9 May 2016" or "May 3-9"."""
    month = int(match.value("Mm"))
    numbers = [n for n in match.all("dor") if not match.words.tags[n : n + 2].endswith(("B",))][:2]
    days = [int(d[0]) if (d := re.match(r"\d+", match.words.value(n))) else 0 for n in numbers]
    year, before, _ = _year_of(match, context, month, days[0])
    if len(days) < 2 or not year or (not before and max(days) > month_days(year, month)):
        return
    context.tell(year, month, days[1], before)
    lead = match.find("Mm") < numbers[0]
    cuts = ((match.first, numbers[0] + 1), (numbers[1], match.last))
    if not lead:
        start = numbers[1] - (match.words.tags[numbers[1] - 1] == "t")
        cuts = ((match.first, numbers[0] + 1), (start, match.last))
    for (first, last), day in zip(cuts, days, strict=True):
        yield Found(first, last, "DATE", iso(year, month, day, before))


def _edge(match: Match) -> str | None:
    """Return the mod of "early", "the end of", "mid-"."""
    mods = [match.words.value(n) for n in match.all("EX")]
    first = "START" if match.words.word(match.first) == "earlier" else None
    return next((mod for mod in mods if mod), first)


def _edged(match: Match, context: Context) -> Iterator[Found]:
    start = match.first
    while match.words.tags[start] in "tEXFN-h" and start < match.last - 1:
        start += 1
    inner = match.part(start, match.last)
    if (half := match.find("h")) >= 0 and half < start:
        return
    rule = _season if "S" in inner.tags else _decade if "C" in inner.tags or "U" in inner.tags else _date
    mod = _edge(match)
    for found in rule(inner, context):
        yield Found(match.first, found.last, found.type, found.value, None if mod == "AFTER" else mod)


def _season(match: Match, context: Context) -> Iterator[Found]:
    season = match.value("S")
    if match.words.word(match.find("S")) in ("fall", "spring") and re.fullmatch("t?S", match.tags):
        before = match.words.word(match.first - 1) if match.first else ""
        follows = match.words.tags[match.last : match.last + 1]
        if before not in leads("before a season") or (follows == "F" and match.words.word(match.find("S")) == "fall"):
            return
    year, before, told = _year_of(match, context, {"SP": 5, "SU": 8, "FA": 11, "WI": 12}[season])
    relation = match.find("lx")
    if match.find("i") >= 0 and not told:
        year = context.present
    if relation >= 0 and not told and context.present:
        year = _season_year(season, match.words.tags[relation] == "x", context)
    if not told and context.narrative and season == "WI" and 1 <= context.month <= 2:
        year -= 1
    if year:
        context.tell(year, context.month if year == context.year and not told else 0, 0, before)
    yield Found(match.first, match.last, "DATE", f"{iso(year, before=before)}-{season}")


def _season_year(season: str, ahead: bool, context: Context) -> int:
    last_month = {"SP": 5, "SU": 8, "FA": 11, "WI": 14}[season]
    now = context.today or date(context.present, 12, 31)
    return now.year + (last_month <= now.month) if ahead else now.year - (last_month >= now.month)


def _year(match: Match, context: Context) -> Iterator[Found]:
    """Yield a bare year, where the words around it let it be one."""
    words, place = match.words, match.find("Y")
    before = words.tags[place - 1] if place else "|"
    after = words.tags[place + 1] if place + 1 < len(words.tags) else "|"
    number = int(words.word(place))
    if after in "~@$%z" or before in "/$" or (after == "-" and words.tags[place + 2 : place + 3] == "_"):
        return
    led = before in "NFZ2&-(|EXb,lqtOAif" or words.word(place - 1) in leads("before a year")
    listed = after in "|),.-" or (before == "_" and context.narrative)
    if not (1700 <= number < 2101) and not (before in "NFZ2|(" and (context.narrative or number > 1400)):
        return
    if not led and not listed:
        return
    if place and words.word(place - 1) in leads("before a number") and not context.narrative:
        return
    if (
        not context.year or before == "|" or (before == "N" and abs(number - context.year) < 15)
    ):  # "by 1978", "since 1960": the telling stays where it is
        context.tell(number)
    first = match.first if match.tags[0] == "q" and _approx(match) else place
    yield Found(first, match.last, "DATE", iso(number), _approx(match) if first < place else None)


def _approx(match: Match) -> str | None:
    return "APPROX" if match.value("q") == "APPROX" and match.words.word(match.find("q")) != "some" else None


def _era(match: Match, context: Context) -> Iterator[Found]:
    if match.tags[-1] != "B":
        ahead = match.last + 1
        number, before = int(match.words.word(match.first)), match.words.word(ahead + 1)[0] == "b"
    else:
        number, before, _ = _year_of(match, context)
    if number:
        context.tell(number, 0, 0, before)
        yield Found(match.first, match.last, "DATE", iso(number, before=before), _approx(match))


def _years(match: Match, context: Context) -> Iterator[Found]:
    """Yield both years of "1939-45"."""
    first, second = match.words.word(match.first), match.words.word(match.last - 1)
    if not (first.isdigit() and second.isdigit()) or len(second) not in (2, 4):
        return
    last = int(first[: 4 - len(second)] + second)
    if last < int(first) or int(first) < 1400:
        return
    if not context.year or match.words.tags[match.first - 1 : match.first] in ("", "|"):
        context.tell(int(first))
    yield Found(match.first, match.first + 1, "DATE", first)
    yield Found(match.last - 1, match.last, "DATE", str(last))


def _quarter(match: Match, context: Context) -> Iterator[Found]:
    """Yield "Q3 2016"."""
    if year := int(match.value("Y") or context.present):
        yield Found(match.first, match.last, "DATE", f"{year:04d}-{match.value('J')}")


def _dayonly(match: Match, context: Context) -> Iterator[Found]:
    """Yield "(on) the 20th", a day of the month told last."""
    day = _ordinal(match)
    if (
        context.month
        and match.first
        and match.words.tags[match.first - 1] in "OZ2&"
        and 1 <= day <= month_days(context.year, context.month)
    ):
        context.tell(context.year, context.month, day, context.before)
        yield Found(match.first, match.last, "DATE", iso(context.year, context.month, day, context.before))


def _shortyear(match: Match, context: Context) -> Iterator[Found]:
    before = match.words.tags[match.first - 1] if match.first else ""
    if before and before in "NZFE&-":
        yield Found(match.first, match.last, "DATE", str(_full_year(int(match.words.word(match.first)[1:]), context)))


def _decade(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the 1990s", "the '90s", "the 19th century"."""
    mod = _edge(match)
    if (place := match.find("C")) >= 0:
        digits = match.words.word(place).strip("'s")
        start = int(digits) if len(digits) > 2 else _full_year(int(digits), context)
        if start < 1400 and not context.narrative:
            return
        before = context.before and context.narrative and start < 1000
        yield Found(match.first, match.last, "DATE", f"{'BC' if before else ''}{start // 10:03d}", mod)
        return
    if match.value("U") != "CE" or not (number := _ordinal(match)):
        return
    before = match.find("B") >= 0 and match.value("B")[0] == "b"
    yield Found(match.first, match.last, "DATE", f"{'BC' if before else ''}{number - 1:02d}", mod)


def _ordinal(match: Match) -> int:
    digits = re.match(r"\d+", match.value("ro"))
    return int(digits[0]) if digits else 0


# ---- weekdays, parts of the day, clock -------------------------------------------------------------------------------


def _thatpart(match: Match, context: Context) -> Iterator[Found]:
    if match.find("W") >= 0:
        yield from _weekday(match, context)
        return
    part = match.value("P")
    before = match.words.word(match.first - 1) if match.first else ""
    if match.tags == "P" and before not in leads("before a part"):
        return
    if ":" in part:
        yield Found(match.first, match.last, "TIME", f"XXXX-XX-XXT{part}")
        return
    step = _step(match) if match.find("jlxs") >= 0 else 0
    if match.find("ijlxst") < 0 or (match.find("ijlxs") < 0 and context.narrative):
        yield Found(match.first, match.last, "TIME", f"XXXX-XX-XXT{part}")
        return
    day = context.published if match.find("il") >= 0 and not context.narrative else context.told if context.day else context.today
    day = plus(day, step) if day and (context.day or not context.narrative) else None
    if day and context.narrative and step:
        context.tell(day.year, day.month, day.day)
    yield Found(match.first, match.last, "TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{part}", _mod_of(match))


def _mod_of(match: Match) -> str | None:
    mod = _edge(match)
    return None if mod == "AFTER" else mod


def _weekday(match: Match, context: Context) -> Iterator[Found]:
    number = int(match.value("Ww"))
    relation = match.words.tags[match.find("ijlx")] if match.find("ijlx") >= 0 else ""
    future = relation == "x" or (relation != "l" and is_future(match.words, match.first))
    day = context.weekday(number, future) if context.day or not context.narrative else None
    if day and relation and relation in "lx" and day == context.today:
        day = plus(day, 7 if relation == "x" else -7)
    if not day:
        yield Found(match.first, match.last, "DATE", f"XXXX-WXX-{number}")
        return
    context.tell(day.year, day.month, day.day)
    yield Found(match.first, match.last, "DATE", day.isoformat())


def _timed(match: Match, context: Context) -> Iterator[Found]:
    """Yield a day with a time of day, in either order, as one expression."""
    inner = _inner_day(match, context)
    clock = _clock(match) or ("MO" if re.search("EU", match.tags) else "")
    if not inner or not inner.value or not clock:
        return
    day = inner.value[:10] if "T" in inner.value else inner.value
    yield Found(match.first, match.last, "TIME", f"{day}T{clock}", _mod_of(match) if match.find("PU") >= 0 else None)


def _clock_alone(match: Match, context: Context) -> Iterator[Found]:
    """Yield "at 19:30", "7 p.m.", "1700 GMT", on the day told last."""
    before = match.words.word(match.first - 1) if match.first else ""
    if match.tags == "K" and before not in leads("before a clock"):
        return
    if clock := _clock(match):
        day = context.told if context.day else None if context.narrative else context.published
        yield Found(match.first, match.last, "TIME", f"{day or 'XXXX-XX-XX'}T{clock}")


def _inner_day(match: Match, context: Context) -> Found | None:
    tags = match.tags
    if (place := match.find("I")) >= 0:
        return next(_iso(match.part(place, place + 1), context), None)
    if (place := match.find("L")) >= 0 and match.words.word(place)[0].isdigit():
        return next(_slashed(match.part(place, place + 1), context), None)
    if match.find("Mm") >= 0:
        return next(_date(_without_clock(match), context), None)
    if match.find("Ww") >= 0:
        return next(_weekday(match, context), None)
    if match.find("D") >= 0:
        return next(_deictic(match.part(match.find("D"), match.find("D") + 1), context), None)
    return next(_thatpart(match, context), None) if re.search("[ij]P", tags) else None


def _without_clock(match: Match) -> Match:
    """Return the tokens without a number that is a clock's ("7 am on 3 May")."""
    pieces = re.finditer(r"[kdn]@|K@?", match.tags)
    for piece in pieces:
        if piece.start() == 0:
            return match.part(match.first + piece.end(), match.last)
        return match.part(match.first, match.first + piece.start())
    return match


def _clock(match: Match) -> str:
    """Return the time of day in a match as TIMEX3 writes it: "19:30", "EV"; "" if none."""
    words = match.words
    found = re.search(r"[kdnY](?=[@U])|K|tnK", match.tags)
    if found and words.tags[match.first + found.end() - 1] != "Y":
        word = words.word(match.first + found.end() - 1).replace(".", ":")
        word = word if ":" in word or len(word) < 4 else f"{word[:2]}:{word[2:]}"
        hour, _, rest = word.partition(":")
        value = hour if hour.isdigit() else words.value(match.first + found.start())
        if not re.fullmatch("[0-9]{1,2}", value):
            return ""
        number = int(value)
        after = match.value("@")
        number = number + 12 if after == "12" and number < 12 else 0 if after == "0" and number == 12 else number
        zone = match.value("z")
        return f"{number:02d}:{rest or '00'}{zone}" if number <= 24 else ""
    if found:
        word = words.word(match.first + found.start())
        return f"{word[:2]}:{word[2:]}"
    return match.value("P") or _deictic_part(match)


def _deictic_part(match: Match) -> str:
    return match.value("D").partition("T")[2]


def _deictic(match: Match, context: Context) -> Iterator[Found]:
    value = match.value("DV")
    if match.find("V") >= 0:
        day = context.published if value == "PRESENT_REF" and not context.narrative else None
        yield Found(match.first, match.last, "DATE", value, None, day, day)
        return
    if context.narrative and "T" in value and (told := context.told) and context.day:
        value = f"{plus(told, int(value.partition('T')[0]) + 1 if value.startswith('-') else 0)}T{value.partition('T')[2]}"
        yield Found(match.first, match.last, "TIME", value)
        return
    if context.narrative:
        value = "PRESENT_REF" if value == "0" else "XXXX-XX-XX" + value[value.find("T") :] if "T" in value else "XXXX-XX-XX"
        yield Found(match.first, match.last, "TIME" if "T" in value else "DATE", value)
        return
    step, _, part = value.partition("T")
    day = plus(context.published, int(step)) if context.published else None
    if not day:
        return
    context.tell(day.year, day.month, day.day)
    until = context.published if part == "NI" and step == "-1" else day
    yield Found(match.first, match.last, "TIME" if part else "DATE", f"{day}T{part}" if part else str(day), None, day, until)


# ---- units -----------------------------------------------------------------------------------------------------------


def _step(match: Match) -> int:
    """Return -1 for last, 1 for next, else 0."""
    place = match.find("lx")
    return 0 if place < 0 else -1 if match.words.tags[place] == "l" else 1


def _amount(match: Match, last: int) -> str:
    """Return the number before a unit as TIMEX3 writes it: "3", "2.5", "X" where vague; of a range the last."""
    words, total, seen = match.words, 0.0, False
    for place in range(match.first, last):
        tag = words.tags[place]
        if tag == "v":
            return "2" if words.word(place) == "couple" else "X"
        number = 0.5 if tag == "h" else _figure(words, place) if tag in "dnkY%" else None
        if number is None:
            continue
        joins = tag in "h%" or not seen or (number < 10 <= total and not words.word(place).isdigit() and words.tags[place - 1] != "2")
        total = total * 100 if tag == "%" and seen else total + number if joins else number
        seen = True
    return f"{total:g}" if seen else _unsaid(match)


def _figure(words: Words, place: int) -> float | None:
    value = words.value(place).replace(",", "")
    return float(value) if re.fullmatch(r"[0-9]{1,15}(\.[0-9]+)?", value) else None


def _unsaid(match: Match) -> str:
    """Return the amount of a unit without a number: one, or unknown where the unit is in the plural."""
    unit = match.find("U")
    return "X" if unit < 0 or (match.words.word(unit).endswith("s") and match.find("aq") < 0) else "1"


def _bound(match: Match) -> str | None:
    """Return the mod of "more than", "nearly", "up to"."""
    tags = match.tags
    if "u2" in tags:
        return "EQUAL_OR_LESS"
    if "AX" in tags or "AH" in tags:
        return "EQUAL_OR_MORE"
    for place in match.all(">q"):
        if value := match.words.value(place):
            return value if value != match.words.word(place) else None
    return None


_HALVES = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def _period(amount: str, unit: str) -> str:
    if amount == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    if unit.startswith("T"):
        return f"PT{amount}{unit[1:]}"
    if unit == "2W":
        return f"P{float(amount) * 2:g}W" if amount != "X" else "PXW"
    if unit == "DE" and amount == "1":
        return "P10Y"
    if unit == "DE" and amount != "X":
        return f"P{float(amount) * 10:g}Y"
    return f"P{amount}{'D' if unit == 'WE' else 'M' if unit == 'Q' and amount == 'X' else unit}"


def _moved(day: date, amount: float, unit: str) -> date:
    """Return the day moved by an amount of a unit."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months:
        return shift_months(day, int(max(-99999, min(99999, amount * months))))
    days = {"D": 1.0, "W": 7.0, "2W": 14.0, "WE": 7.0, "TH": 1 / 24}.get(unit, 0.0)
    moved = amount * days
    whole = (
        int(moved) if moved == int(moved) else int(moved) + (1 if moved > 0 else -1) if unit == "TH" and abs(moved) > 1 else round(moved)
    )
    return plus(day, max(-4_000_000, min(4_000_000, whole)))


def _duration(match: Match, context: Context) -> Iterator[Found]:
    place = match.find("U")
    word, unit = match.words.word(place), match.value("U")
    last = match.last
    if match.tags[-1] == "_" and match.words.word(last - 1) not in ("long", "old"):
        last -= 2
    if unit == "Q" or (match.tags[0] in "aq" and unit in ("TS", "TM") and "n" not in match.tags):
        return
    if match.first == place and not _stands(match, last):
        return
    amount = _amount(match, place)
    if word.endswith("s") and amount == "1" and match.find("dnkY%") < 0:
        amount = "X"
    yield Found(match.first, last, "DURATION", _period(amount if match.first < place or word.endswith("s") else "1", unit), _bound(match))


def _stands(match: Match, last: int) -> bool:
    """Tell whether a unit without a number is a length: "for weeks", "month-long"."""
    before = match.words.word(match.first - 1) if match.first else ""
    return last - match.first > 1 or (before == "for" and match.words.word(match.first).endswith("s"))


def _vague(match: Match, context: Context) -> Iterator[Found]:
    """Yield "former", "future", "recent" in a narrative, where they mark what is past or to come."""
    if context.narrative and (match.tags == "Q" or match.words.word(match.first) == "recent"):
        yield Found(match.first, match.last, "DATE", match.value("Q") or "PAST_REF")


def _feast(match: Match, context: Context) -> Iterator[Found]:
    """Yield "Christmas 1963", "Ramadan 2016", a feast or month of the tables of `feasts`."""
    first = match.first + (match.tags[0] == "t")
    for last in range(match.last, first, -1):
        name = " ".join(match.words.plain[match.words.starts[first] : match.words.ends[last - 1]].lower().split())
        if not (feast := feast_named(name)):
            continue
        year, _, _ = _year_of(match, context) if match.find("YU") > first else (0, False, False)
        day = feast.day_in(year) if year else feast.day_near(context.today, context.narrative)
        if not day:
            return
        until = feast.last_day(day)
        context.tell(day.year, day.month, day.day if until == day else 0)
        yield Found(first, match.last if year else last, "DATE", iso(day.year, day.month, day.day if until == day else 0), None, day, until)
        return


def _window(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the past three days", anchored to the day of telling; "the 24 hours" has no days of its own."""
    place = match.find("U")
    unit, amount = match.value("U"), _amount(match, place)
    value = _period(amount, unit)
    relation = match.find("lx")
    today = context.told if context.narrative and context.day else context.published if not context.narrative else None
    last = match.last - (match.words.tags[match.last - 1] == "2")
    if relation < 0 or not today or amount == "X" or match.words.word(relation) in ("following", "subsequent", "ensuing"):
        yield Found(match.first, last, "DURATION", value, _bound(match))
        return
    moved = _moved(today, float(amount) * _step(match), unit)
    since, until = min(moved, today), max(moved, today)
    yield Found(match.first, last, "DURATION", value, _bound(match), since, until)


def _ago(match: Match, context: Context) -> Iterator[Found]:
    unit, amount = match.value("U"), _amount(match, match.find("U"))
    today = context.today
    if not today or amount == "X" or unit in ("TS", "TM"):
        yield Found(match.first, match.last, "DATE", "PAST_REF")
        return
    exact = any(match.words.word(n) == "exactly" for n in match.all("q"))
    yield _at(match, _moved(today, -float(amount), unit), unit, exact, context)


def _at(match: Match, day: date, unit: str, exact: bool, context: Context) -> Found:
    """Return the day, week, month or year that a moved day stands for, as fine as the unit that moved it."""
    mod = _bound(match)
    mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod or "", mod)
    if exact or unit in ("D", "TH"):
        context.tell(day.year, day.month, day.day)
        return Found(match.first, match.last, "DATE", day.isoformat(), mod)
    if unit in ("W", "2W", "WE"):
        context.tell(day.year, day.month, day.day)
        return Found(match.first, match.last, "DATE", _week(day), mod)
    if unit in ("M", "Q"):
        context.tell(day.year, day.month)
        return Found(match.first, match.last, "DATE", iso(day.year, day.month), mod)
    if unit == "Y":
        context.tell(day.year)
        return Found(match.first, match.last, "DATE", iso(day.year), mod)
    return Found(match.first, match.last, "DATE", f"{day.year // 10:03d}", mod)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _later(match: Match, context: Context) -> Iterator[Found]:
    """Yield "three days later", "the next day", counted from the date told last."""
    unit, amount = match.value("U"), _amount(match, match.find("U"))
    back = match.find("b") >= 0
    if "t" in match.tags[:1] or match.tags[0] == "U":
        amount = "1" if match.tags[0] == "t" else "X"
    anchor = context.told or (None if context.narrative or context.before else context.published)
    ends = match.tags[0] != "t" or match.find("x") >= 0 or match.words.tags[match.last : match.last + 1] in ("", ",", ".", ")", "|")
    if amount == "X" or not (anchor or context.before) or not ends or unit.startswith("T"):
        yield Found(match.first, match.last, "DATE", ("PAST_REF" if back else "FUTURE_REF"))
        return
    if match.words.word(match.last - 1) == "before" and match.words.tags[match.last : match.last + 1] not in ("", ",", ".", ")", "|"):
        yield from _duration(match.part(match.first, match.last - 1), context)  # before something that has no date here
        return
    sign = -1 if back else 1
    if context.before:
        yield from _later_before(match, context, sign * float(amount), unit)
        return
    finer = 1 if not context.year else {"D": context.day, "W": context.day, "2W": context.day, "M": context.month}.get(unit, 1)
    if not finer:
        yield Found(match.first, match.last, "DATE", iso(context.year, context.month) + "-XX" * (2 if not context.month else 1))
        return
    if anchor:
        exact = unit in ("W", "2W") and match.find("q") < 0
        yield _at(match, _moved(anchor, sign * float(amount), unit), unit, exact, context)


def _later_before(match: Match, context: Context, amount: float, unit: str) -> Iterator[Found]:
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    year = context.year - int(amount * (years or 0))
    if years and year > 0:
        context.tell(year, 0, 0, True)
        yield Found(match.first, match.last, "DATE", iso(year, before=True))


def _unit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "last week", "this year", "the same day", "that month", "the following year"."""
    unit = match.value("U")
    relation = match.find("ijlxs")
    if match.tags == "tU" and unit == "WE" and context.today:
        yield _whole(match, context.today, unit, 0, context, False)
        return
    if relation < 0 or unit in ("TH", "TM", "TS"):
        return
    tag, word = match.words.tags[relation], match.words.word(relation)
    told = tag in "js" or word in leads("of what was told") or (context.narrative) or (match.tags[0] == "t" and tag == "x" and unit == "D")
    if match.words.word(match.find("U")).endswith("s") and unit != "2W" and tag != "s":
        if tag in "lx":
            yield Found(match.first, match.last, "DURATION", _period("X", unit))
        elif tag == "j" and unit == "D" and match.words.word(relation) == "these":
            yield Found(match.first, match.last, "DATE", "PRESENT_REF")
        return
    if tag == "l" and match.tags[0] == "t" and word in ("past", "last") and unit in ("Y", "M", "W", "D", "DE", "CE", "2W"):
        yield from _window(match, context)
        return
    if context.before and told and unit in ("Y", "DE"):
        yield from _unit_before(match, context, unit)
        return
    base = context.told if told and context.year else context.today
    if not base or (told and unit == "D" and not context.day) or (told and unit == "M" and not context.month and context.year):
        if told and context.year and unit in ("D", "M"):
            yield Found(
                match.first, match.last, "DATE", iso(context.year, context.month) + ("-XX" if context.month or unit == "M" else "-XX-XX")
            )
        return
    yield _whole(match, base, unit, _step(match), context, told)


def _unit_before(match: Match, context: Context, unit: str) -> Iterator[Found]:
    year = context.year - _step(match) * (10 if unit == "DE" else 1)
    if year <= 0:
        return
    context.tell(year, 0, 0, True)
    value = iso(year, before=True)
    yield Found(match.first, match.last, "DATE", value if unit == "Y" else value[:-1])


def _whole(match: Match, base: date, unit: str, step: int, context: Context, told: bool) -> Found:
    """Return the day, week, month, quarter or year around a day, moved by so many."""
    day = _moved(base, step, unit)
    since: date | None = None
    until: date | None = None
    value = day.isoformat()
    if unit in ("W", "2W"):
        value = _week(day)
    elif unit == "WE":
        year, week, _ = day.isocalendar()
        if step == 0 and base.isoweekday() < 6 and not is_future(match.words, match.first) and match.tags[0] == "t":
            year, week, _ = plus(base, -7).isocalendar()
        value = f"{year:04d}-W{week:02d}-WE"
    elif unit == "M":
        value = iso(day.year, day.month)
    elif unit == "Q":
        value = f"{day.year:04d}-Q{(day.month + 2) // 3}"
    elif unit == "Y":
        value = iso(day.year)
    elif unit in ("DE", "CE"):
        value = f"{day.year // 10:03d}" if unit == "DE" else f"{day.year // 100:02d}"
    if told and unit in ("D", "M", "Y") and step:
        context.tell(day.year, day.month if unit != "Y" else 0, day.day if unit == "D" else 0)
    return Found(match.first, match.last, "DATE", value, None, since, until)


def _edgeunit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "earlier this year", "later that month", "the end of the year"."""
    start = match.first
    if match.tags == "U'_X":
        inner, mod = match.part(match.first, match.first + 1), match.value("X")
    else:
        while match.words.tags[start] not in "ijlxsU" and start < match.last - 1:
            start += 1
        inner, mod = match.part(start, match.last), _edge(match)
    unit = inner.value("U")
    if unit not in ("D", "W", "M", "Q", "Y", "DE", "CE", "WE"):
        return
    base = context.told if context.year and (inner.find("js") >= 0 or inner.find("ilx") < 0) else context.today
    if inner.find("ijlxs") < 0 and match.find("t") < 0 and "'" not in match.tags:
        return
    if inner.find("ijlxs") < 0 and not context.narrative:
        base = context.today
    if context.before or not base or match.words.word(inner.find("U")).endswith("s"):
        return
    found = _whole(inner, base, unit, _step(inner), context, False)
    mod = None if mod == "AFTER" else mod
    since = until = None
    if (
        match.words.word(match.first) == "earlier"
        and found.value
        and context.published
        and not context.narrative
        and unit in ("Y", "M", "W")
    ):
        since, until = _so_far(base, unit)
    whole = days_of(found.value)
    if match.words.word(match.first) == "later" and inner.find("i") >= 0 and whole and context.today and not context.narrative:
        since, until = context.today, max(whole[1], context.today)
    yield Found(match.first, match.last, found.type, found.value, mod, since, until)


def _so_far(day: date, unit: str) -> tuple[date, date]:
    first = day.replace(month=1, day=1) if unit == "Y" else day.replace(day=1) if unit == "M" else plus(day, 1 - day.isoweekday())
    return first, day


_FEW_DAYS, _FEW = 5, 3  # what "the first days of May" is taken to reach, for want of a number


def _ordinal_unit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the second week of March", "the first half of 2016", "the last days of May"."""
    of = next((n for n in match.all("F")), -1)
    inner = match.part(of + 1, match.last)
    half, unit = match.find("h"), match.part(match.first, of).value("U")
    rank = _ordinal(match.part(match.first, of)) or (-1 if match.part(match.first, of).find("lE") >= 0 else 0)
    if match.words.word(match.find("rloEx")) in ("early", "opening"):
        rank = 1
    if match.part(match.first, of).find("x") >= 0 or not rank:
        return
    month, (year, before, _) = int(inner.value("Mm") or 0), _year_of(inner, context, int(inner.value("Mm") or 0))
    if before or not 1 <= year <= 9999 or inner.find("S") >= 0 or (inner.find("U") >= 0 and not month and inner.value("U") != "Y"):
        return
    context.tell(year, month)
    amount = _amount(match.part(match.first, of), match.part(match.first, of).find("Uh"))
    few = 1 if half >= 0 else _FEW_DAYS if unit == "D" else _FEW
    since, until = _ranked(year, month, "h" if half >= 0 else unit, rank, few if amount == "X" else int(float(amount)))
    if half >= 0 and not month:
        yield Found(match.first, match.last, "DATE", f"{year:04d}-H{1 if rank == 1 else 2}")
        return
    if half >= 0:
        yield Found(match.first, match.last, "DATE", iso(year, month), "START" if rank == 1 else "END", since, until)
        return
    plural = match.words.word(match.part(match.first, of).find("U")).endswith("s")
    if plural:
        yield Found(match.first, match.last, "DURATION", _period(amount, unit), None, since, until)
    elif unit == "D":
        yield Found(match.first, match.last, "DATE", since.isoformat(), None, since, until)
    elif unit == "Q" and not month:
        yield Found(match.first, match.last, "DATE", f"{year:04d}-Q{(since.month + 2) // 3}")
    elif unit == "M" and not month:
        yield Found(match.first, match.last, "DATE", iso(since.year, since.month))
    elif since:
        yield Found(
            match.first,
            match.last,
            "DURATION" if unit == "W" and rank < 0 else "DATE",
            "P1W" if unit == "W" and rank < 0 else _week(since) if unit == "W" else iso(year, month),
            None,
            since,
            until,
        )


def _ranked(year: int, month: int, unit: str, rank: int, amount: int) -> tuple[date, date]:
    """Return the days of the ranked unit of a month or year; rank -1 is the last."""
    first = date(year, month or 1, 1)
    last = plus(shift_months(first, 1 if month else 12), -1)
    if unit == "h":
        middle = plus(first, (last - first).days // 2) if month else date(year, 6, 30)
        return (first, middle) if rank == 1 else (plus(middle, 1), last)
    amount = max(1, min(amount, 400))
    if rank < 0:
        return max(first, plus(_moved(plus(last, 1), -amount, unit), 0)), last
    start = _moved(first, (rank - 1) * amount, unit)
    start = min(start, last)
    return start, min(last, plus(_moved(start, amount, unit), -1))


def _set(match: Match, context: Context) -> Iterator[Found]:
    """Yield "every Friday", "daily", "per day", and of "40 strikes a day" the "a day"."""
    if (place := match.find("G")) >= 0:
        if _in_name(match.words, place):
            return
        yield Found(match.first, match.last, "SET", match.words.value(place))
    elif match.find("W") >= 0:
        yield Found(match.first, match.last, "SET", f"XXXX-WXX-{match.value('W')}")
    elif match.find("P") >= 0:
        yield Found(match.first, match.last, "SET", f"XXXX-XX-XXT{match.value('P')}")
    else:
        inner = match.part(max(match.find("aep"), match.first), match.last)
        unit, amount = match.value("U"), _amount(inner, match.find("U"))
        plain = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
        each = inner.tags == "eU" and unit in plain
        yield Found(inner.first, match.last, "SET", plain[unit] if each else _period(amount, unit))


def _in_name(words: Words, place: int) -> bool:
    """Tell whether a word belongs to a name, as in "Hill Daily News"."""
    follows = words.plain[words.ends[place] : words.ends[place] + 2].strip()
    opens = place == 0 or words.tags[place - 1] in ".|("
    return words.plain[words.starts[place]].isupper() and (not opens or follows.isupper())


def _monthyear(match: Match, context: Context) -> Iterator[Found]:
    """Yield "March 2016", "last April", "March"."""
    relation = match.find("lxi")
    if relation < 0:
        yield from _date(match, context)
    elif now := context.today:
        month, step = int(match.value("M")), _step(match)
        year = now.year + (month <= now.month if step > 0 else -(month >= now.month) if step < 0 else 0)
        context.tell(year, month)
        yield Found(match.first, match.last, "DATE", iso(year, month))


RULES: dict[str, Rule] = {
    "iso": _iso,
    "slashed": _slashed,
    "timed": _timed,
    "days": _days,
    "edged": _edged,
    "date": _date,
    "monthyear": _monthyear,
    "season": _season,
    "ordinal": _ordinal_unit,
    "edgeunit": _edgeunit,
    "window": _window,
    "ago": _ago,
    "later": _later,
    "unit": _unit,
    "thatpart": _thatpart,
    "set": _set,
    "decade": _decade,
    "feast": _feast,
    "clock": _clock_alone,
    "quarter": _quarter,
    "dayonly": _dayonly,
    "vague": _vague,
    "duration": _duration,
    "era": _era,
    "years": _years,
    "year": _year,
    "shortyear": _shortyear,
    "deictic": _deictic,
}
