"""Stages of other libraries: their measures and time expressions in the format of the evaluation sets' scorers.

    sh bench/others/setup.sh
    bench/others/.venv/bin/python bench/others/stage_others.py LIBRARY IN.jsonl OUT.jsonl

LIBRARY is quantulum3, recognizers-numbers, recognizers-times or dateparser. Each is called as its own documentation shows, in English,
with the document's date where it takes one. Of several readings the past one is taken, since reports
tell what was. Nothing else is tuned; what a library does not give (a bound, a noun) is left out.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

Line = dict[str, Any]
_MOST = 1_000_000  # code points: more in one text is too much for none of them
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-Z])|\n|$)", re.DOTALL)
_MODS = {"less": "<", "more": ">", "equalless": "<=", "equalmore": ">="}


def quantulum(text: str, day: str | None) -> Iterator[Line]:
    """Yield the quantities that quantulum3 finds."""
    from quantulum3 import parser

    for found in parser.parse(text):
        spread = found.uncertainty or 0.0
        noun = None if found.unit.name == "dimensionless" else found.unit.name
        yield {
            "start": found.span[0],
            "end": found.span[1],
            "lower": found.value - spread,
            "upper": found.value + spread,
            "modifier": "range" if spread else "=",
            "noun": {"percentage": "percent"}.get(noun, noun) if noun else None,
        }


def recognizers_numbers(text: str, day: str | None) -> Iterator[Line]:
    """Yield the numbers, percentages and units that Recognizers-Text finds; the longest where several overlap."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    readers = (recognize_currency, recognize_dimension, recognize_age, recognize_percentage, recognize_number)
    found = [one for read in readers for one in read(text, "en-us") if one.resolution]
    taken: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        start, end = one.start, one.end + 1
        line = _numbers(one.resolution.get("value"), one.resolution.get("unit"))
        if line is None or any(start < last and first < end for first, last in taken):
            continue
        taken.append((start, end))
        yield {"start": start, "end": end, **line}


def recognizers_times(text: str, day: str | None) -> Iterator[Line]:
    """Yield the time expressions that Recognizers-Text finds, by the TIMEX that it gives.

    It reads one sentence at a time: a whole history takes it hours, since its time grows with the square of the text.
    """
    from recognizers_date_time import recognize_datetime

    for sentence in _SENTENCE.finditer(text):
        for one in recognize_datetime(sentence[0], "en-us", reference=_noon(day)):
            values = (one.resolution or {}).get("values") or [{}]
            kind = one.type_name.rpartition(".")[2]
            type_ = {"duration": "DURATION", "set": "SET"}.get(kind, "TIME" if "time" in kind else "DATE")
            start, end = sentence.start() + one.start, sentence.start() + one.end + 1
            yield {"start": start, "end": end, "type": type_, "value": _timex(values[0], type_)}


def dateparser(text: str, day: str | None) -> Iterator[Line]:
    """Yield the dates that dateparser's search finds, each as a day."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": _noon(day), "PREFER_DATES_FROM": "past"}
    position = 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, position)
        if start < 0:
            continue
        position = start + len(words)
        yield {"start": start, "end": position, "type": "DATE", "value": moment.date().isoformat()}


def _numbers(value: Any, unit: str | None) -> Line | None:
    number = _number(str(value).rstrip("%")) if value is not None else None
    if number is None:
        return None
    return {"lower": number, "upper": number, "modifier": "=", "noun": "percent" if str(value).endswith("%") else unit}


def _number(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


def _timex(value: Line, type_: str) -> str | None:
    # A point in time is given as it was resolved by the document's day, the rest as the TIMEX.
    if type_ == "DATE" and value.get("type") == "date" and value.get("value"):
        return str(value["value"])
    timex = str(value.get("timex") or "")
    if timex.startswith("XXXX") and value.get("start"):
        return str(value["start"])[: len(timex)]  # a month without its year
    return timex or None


def _noon(day: str | None) -> datetime:
    return datetime.fromisoformat(day[:10]) if day else datetime(2000, 1, 1)


STAGES: dict[str, tuple[str, Callable[[str, str | None], Iterator[Line]]]] = {
    "quantulum3": ("quantities", quantulum),
    "recognizers-numbers": ("quantities", recognizers_numbers),
    "recognizers-times": ("timexes", recognizers_times),
    "dateparser": ("timexes", dateparser),
}


def main() -> None:
    """Read the command line and write the predictions; a text on which the library fails counts as read with nothing found, and is told."""
    if len(sys.argv) != 4 or sys.argv[1] not in STAGES:
        sys.exit(__doc__)
    key, find = STAGES[sys.argv[1]]
    warnings.simplefilter("ignore")
    with Path(sys.argv[2]).open(encoding="utf-8") as lines, Path(sys.argv[3]).open("w", encoding="utf-8") as out:
        for raw in lines:
            line = json.loads(raw)
            try:
                found = list(find(line["text"][:_MOST], line.get("dct")))
            except Exception as error:  # another project's defect must not end the measuring
                print(f"{line['doc_id']}: {type(error).__name__}: {error}", file=sys.stderr)
                found = []
            out.write(json.dumps({"doc_id": line["doc_id"], key: found}) + "\n")


if __name__ == "__main__":
    main()
