"""UCDP: what share of the places that event data name is placed near where the event data have them, by names alone.

    python bench/ucdp.py [FILE.csv ...] [--worst N]

FILE is a UCDP GED file (41 or 49 columns; CC BY 4.0: Sundberg and Melander 2013); by default those in `datasets/` beside the folder that
SAYSO_EVAL names. Of the events with `where_prec` 1 or 2 the place's name is put into a sentence of our own with the units around it and the
country, and what the default gazetteer makes of it is compared with the event's coordinates. Places that the user added are left out.
`--worst` lists the countries with most events that are not within 5 km: by country, never by row, so that nothing is copied.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
import sys
from collections import Counter
from pathlib import Path

from environment import evaluation, own_interpreter

NEAR, ROUND = 5.0, 25.0  # kilometres
_EARTH = 6371.0

Event = dict[str, str]


def main() -> None:
    """Read the command line and print the shares, file by file and country by country."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.csv")
    parser.add_argument("--worst", type=int, default=15, metavar="N", help="countries to list (default 15)")
    given = parser.parse_args()
    files = given.files or _usual()
    if not files:
        sys.exit("ucdp: no files named, and SAYSO_EVAL is not set")
    for file in files:
        _measure(file, given.worst)


def _usual() -> list[Path]:
    folder = evaluation()
    return sorted((folder.parent / "datasets").glob("ucdp*.csv")) if folder else []


def _measure(file: Path, worst: int) -> None:
    with file.open(encoding="utf-8", newline="") as rows:
        events = [event for event in csv.DictReader(rows) if event["where_prec"] in ("1", "2")]
    distances: dict[str, float | None] = {}
    for event in events:
        sentence = _sentence(event)
        if sentence not in distances:
            distances[sentence] = _distance(event, sentence)
    found = [(event["country"], distances[_sentence(event)]) for event in events]
    print(f"{file.name}: {len(events)} events, {len(distances)} places")
    print(f"  events within {NEAR:.0f} km {_share(found, NEAR)}, within {ROUND:.0f} km {_share(found, ROUND)}")
    each = [("", distance) for distance in distances.values()]
    print(f"  places within {NEAR:.0f} km {_share(each, NEAR)}, within {ROUND:.0f} km {_share(each, ROUND)}")
    missed = Counter(country for country, distance in found if distance is None or distance > NEAR)
    for country, _ in missed.most_common(worst):
        own = [pair for pair in found if pair[0] == country]
        placed = sum(distance is not None for _, distance in own)
        print(
            f"  {country:32} {len(own):5} events, {placed:5} placed, {NEAR:.0f} km {_share(own, NEAR)}, {ROUND:.0f} km {_share(own, ROUND)}"
        )


def _share(found: list[tuple[str, float | None]], kilometres: float) -> str:
    near = sum(distance is not None and distance <= kilometres for _, distance in found)
    return f"{near / max(1, len(found)):6.1%}"


def _sentence(event: Event) -> str:
    """Return the sentence for an event: its place, the units around it, the country."""
    from sayso.gazetteers.events import bare_name

    name, feature = bare_name(event["where_coordinates"] or event.get("where_description", ""))
    name = name if feature.startswith("PPL") else event["where_coordinates"]
    country = re.sub(r"\s*\(.*\)", "", event["country"])
    units = [bare_name(event[column])[0] for column in ("adm_2", "adm_1") if event[column] not in ("", "NA")]
    return ", ".join(["There was fighting in " + name, *dict.fromkeys(units), country]) + "."


def _distance(event: Event, sentence: str) -> float | None:
    from sayso.annotators.toponyms import annotate
    from sayso.gazetteers import local
    from sayso.model import Document

    gazetteer = local.Gazetteer(local.default().file, local.fingerprint()) if local.contents() != local.fingerprint() else local.default()
    start = len("There was fighting in ")
    end = sentence.index(",", start) if "," in sentence[start:] else len(sentence)
    first = next((one for one in annotate(Document(sentence, "ucdp"), gazetteer) if one.span.start < end and one.span.end > start), None)
    if first is None or first.place is None:
        return None
    return _kilometres(first.place.lat, first.place.lon, float(event["latitude"]), float(event["longitude"]))


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


if __name__ == "__main__":
    own_interpreter()
    main()
