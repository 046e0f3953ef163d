"""Agreement: whether figures about the same matter can both be so, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import itemgetter

from sayso.gazetteers.distance import kilometres
from sayso.linking.events import Words
from sayso.linking.intervals import disjoint, interval
from sayso.linking.nearness import within
from sayso.linking.origins import origins
from sayso.linking.periods import days, inside, overlap
from sayso.linking.periods import words as period_words
from sayso.linking.told import Told
from sayso.linking.units import PEOPLE, is_group, unit_class
from sayso.model import Civil, Extent, Finding, Modality, Place, Polarity

__all__ = ["Checked", "Matters", "check"]

IN_LINE, DIFFERS, SAME_ORIGIN, NEAR = "in line", "differs", "same origin", "near"
NOTHING, BOTH = "nothing found", "both"
_SAME_PLACE = 2.0  # kilometres between two names of one place
_SAME_DAYS = 0.5  # share of days in common from which two periods are one window
_SHARED = 2  # uncommon words that two sentences about one happening have in common
_CITY = 100_000  # people: in a larger place several attacks a day are told of in a war, in a village or quarter seldom
_AT_ONE_TIME = timedelta(days=3)  # between two days that totals are as of, which are then of one time
_AROUND = 30.0  # kilometres around a city, as in a situation: a village there is near it, and is no part of it


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim (its id) with what else the ledger says about the same.

    The verdict is "in line", "differs", "both", "near" (only figures of another scope) or "nothing found".
    """

    claim: str
    verdict: str
    words: str
    findings: tuple[Finding, ...] = ()


def check(own: Sequence[Told], others: Iterable[Told]) -> Iterator[Checked]:
    """Yield each claim, in the order given, with what claims of other documents say about the same matter."""
    matters = Matters(others)
    for told in own:
        others_on = (t for t in matters.on(told) if t.document.id != told.document.id)
        ranked = sorted(((_rank(finding, told, t), finding) for t in others_on if (finding := matters.compare(told, t))), key=itemgetter(0))
        found = tuple(finding for _, finding in ranked)
        yield Checked(told.claim.id, *_summary(found), found)


class Matters:
    """The claims of a ledger, to be asked what they say about the matter of one of them."""

    def __init__(self, claims: Iterable[Told]) -> None:
        """Take the claims, and note which stand beside another figure for the same in one sentence."""
        listed = list(claims)
        self._words = Words(listed)
        self._on: dict[str, list[Told]] = {}
        sentences: dict[tuple[object, ...], set[tuple[float | None, float | None]]] = {}
        for told in listed:
            for dimension in told.claim.dimensions:
                self._on.setdefault(dimension, []).append(told)
            if not is_group(told.claim.unit):
                sentences.setdefault(_sentence(told), set()).add((told.claim.low, told.claim.high))
        self._several = {key for key, figures in sentences.items() if len(figures) > 1}

    def on(self, told: Told) -> list[Told]:
        """Return the claims on a claim's dimensions, each once; what a document tells again is left out."""
        found = (t for dimension in told.claim.dimensions for t in self._on.get(dimension, ()) if t.claim.repeat_of is None)
        return list({t.claim.id: t for t in found}.values())

    def compare(self, one: Told, other: Told) -> Finding | None:
        """Return how another claim stands to one, or None where they are not about the same dimension, people, place and days.

        Only within the same scope may two figures differ; a part, another kind of total, another window or place is "near", with all
        that differs.
        """
        a, b = one.claim, other.claim
        common = set(a.dimensions) & set(b.dimensions)
        if not common or not overlap((one.since, one.until), (other.since, other.until)) or not _near(one, other):
            return None
        ids = (a.id, b.id)
        if scope := _JOINT.join(_other_scope(one, other, min(common))) or self._unclear(one, other):
            return Finding(NEAR, ids, scope)
        if a.polarity != b.polarity:
            verb = "denies" if b.polarity is Polarity.DENIED else "affirms"
            return None if disjoint(a, b) else Finding(DIFFERS, ids, f"{other.speaker.shown} {verb} it")
        why = self._same(one, other)
        if disjoint(a, b):
            return Finding(DIFFERS, ids, f"no figure fits both “{a.text}” and “{b.text}”, for {_scope(one)}{why}")
        origin = next(origins((one, other)))
        if origin.why:
            return Finding(SAME_ORIGIN, ids, origin.why)
        return Finding(IN_LINE, ids, f"“{a.text}” and “{b.text}” can both be so, for {_scope(one)}{why}")

    def _unclear(self, one: Told, other: Told) -> str | None:
        """Return in words why it is not plain that two figures are of one happening, or None where it is."""
        if any(_sentence(t) in self._several for t in (one, other)):
            return "told beside another figure for the same in one sentence, so that each may be a part"
        if one.speaker.key == other.speaker.key and disjoint(one.claim, other.claim):
            return "the same speaker gives both, so that they count different things, or one brings the other up to date"
        if len(self._words.shared(one, other)) < _needed(one, other):
            return "the same place and days, but not plainly the same happening"
        return None

    def _same(self, one: Told, other: Told) -> str:
        shared = self._words.shared(one, other)
        return f"; both sentences have “{'”, “'.join(shared[:4])}”" if shared else ""


def _rank(finding: Finding, one: Told, other: Told) -> tuple[int, int, int, str, str]:
    """Return where a finding stands: by kind, by how much parts the scopes, by how far apart the days are that they are as of."""
    scope = finding.words.count(_JOINT) if finding.kind == NEAR else 0
    apart = abs(one.day - other.day).days if finding.kind == NEAR and one.day and other.day else 0
    return _ORDER.index(finding.kind), scope, apart, finding.words, other.claim.id


_ORDER = (DIFFERS, IN_LINE, SAME_ORIGIN, NEAR)
_JOINT = "; "  # between the things that differ: the fewer, the nearer


def _summary(found: Sequence[Finding]) -> tuple[str, str]:
    counts = {kind: sum(finding.kind == kind for finding in found) for kind in _ORDER}
    beside = f"; {counts[SAME_ORIGIN]} of the same origin" if counts[SAME_ORIGIN] else ""
    near = f"{counts[NEAR]} near it of another scope" if counts[NEAR] else ""
    beside += f"; {near}" if near else ""
    if counts[DIFFERS] and counts[IN_LINE]:
        return BOTH, f"in line with {counts[IN_LINE]}, differs from {counts[DIFFERS]}{beside}"
    if counts[DIFFERS]:
        return DIFFERS, f"differs from {counts[DIFFERS]}{beside}"
    if counts[IN_LINE]:
        return IN_LINE, f"in line with {counts[IN_LINE]}{beside}"
    if counts[NEAR]:
        return NEAR, f"nothing that can be compared{beside}"
    return NOTHING, f"nothing found about the same in other documents{beside}"


def _other_scope(one: Told, other: Told, dimension: str) -> Iterator[str]:
    """Yield in words what parts the scopes of two figures near each other; nothing where they have one scope."""
    a, b = one.claim, other.claim
    if a.dimensions != b.dimensions:
        yield "one is a sum over several dimensions"
    yield from _other_counted(one, other, dimension)
    if a.part_of is not None or b.part_of is not None:
        yield "one is given as a part of another figure"
    if Modality.FORECAST in (a.modality, b.modality) and a.modality != b.modality:
        yield "one is a forecast"
    if a.extent is None or a.extent != b.extent:
        yield f"kind of figure: {_extent(one)} against {_extent(other)}"
    elif _grown(one, other):
        yield "a later, larger total brings an earlier one up to date"
    if not _same_place(one, other):
        yield f"place: {_named(one)} against {_named(other)}{_apart(one, other)}"
    if a.extent == b.extent and not _same_window(one, other):
        yield f"days: {_period(one)} against {_period(other)}"


def _other_counted(one: Told, other: Told, dimension: str) -> Iterator[str]:
    """Yield in words whether two figures count in other units, other things, a part against all, or other people."""
    a, b = one.claim, other.claim
    units = f"{a.unit or 'not stated'} against {b.unit or 'not stated'}"
    if unit_class(a.unit, dimension) != unit_class(b.unit, dimension):
        yield f"units: {units}"
    elif is_group(a.unit) != is_group(b.unit):
        yield f"a part of the people against all: {units}"
    elif _things_differ(one, other, dimension):
        yield f"what is counted: {units}"
    if _other_people(one, other):
        yield f"who is counted: {_people(one)} against {_people(other)}"


def _people(told: Told) -> str:
    return _CIVIL[told.claim.civil] if told.claim.civil else "people of any kind"


_CIVIL = {Civil.CIVILIAN: "civilians", Civil.COMBATANT: "fighters", Civil.MIXED: "civilians and fighters"}


def _things_differ(one: Told, other: Told, dimension: str) -> bool:
    a, b = one.claim.unit, other.claim.unit
    if unit_class(a, dimension) == PEOPLE:
        return is_group(a) and is_group(b) and a != b
    return a is not None and b is not None and a != b


def _other_people(one: Told, other: Told) -> bool:
    """Tell whether the two count different people; a part that is larger than the whole is still worth a look."""
    a, b = one.claim, other.claim
    if a.civil == b.civil:
        return False
    if {a.civil, b.civil} <= {None, Civil.MIXED}:
        return False
    part, whole = (a, b) if a.civil in _PARTS else (b, a)
    return whole.civil in _PARTS or not interval(whole)[1] < interval(part)[0]


_PARTS = (Civil.CIVILIAN, Civil.COMBATANT)


def _needed(one: Told, other: Told) -> int:
    """Return how many uncommon words the sentences must share: more where much happens, none where both ends of a stretch are stated."""
    place = _place(one)
    if one.claim.extent is not Extent.EVENT and not (_open_ended(one) or _open_ended(other)):
        return 0
    small = place is not None and not _is_unit(place) and place.population < _CITY and one.claim.extent is Extent.EVENT
    return 1 if small else _SHARED


def _open_ended(told: Told) -> bool:
    """Tell whether from when a figure counts is not stated."""
    return told.claim.since is None


def _sentence(told: Told) -> tuple[object, ...]:
    claim = told.claim
    return told.document.id, told.sentence, claim.dimensions, claim.extent, claim.civil, claim.polarity


def _near(one: Told, other: Told) -> bool:
    """Tell whether one place is the other, lies in it, or lies around it where one is a city."""
    a, b = _place(one), _place(other)
    if a is None or b is None:
        names = [t.claim.place.name.casefold() if t.claim.place else "" for t in (one, other)]
        return names[0] == names[1] != ""
    if a.id == b.id or kilometres(a, b) <= _SAME_PLACE:
        return True
    if any(_is_unit(wide) and not _is_country(wide) and within(narrow, wide) is True for narrow, wide in ((a, b), (b, a))):
        return True
    return not (_is_unit(a) or _is_unit(b)) and max(a.population, b.population) >= _CITY and kilometres(a, b) <= _AROUND


def _apart(one: Told, other: Told) -> str:
    """Return how two places lie to each other, where that is known: which lies in which, or how far apart they are."""
    a, b = _place(one), _place(other)
    if a is None or b is None:
        return ""
    for narrow, wide in ((a, b), (b, a)):
        if _is_unit(wide) and within(narrow, wide) is True and narrow.id != wide.id:
            return ", the first inside the second" if narrow is a else ", the second inside the first"
    return f", {round(kilometres(a, b))} km apart"


def _same_place(one: Told, other: Told) -> bool:
    a, b = _place(one), _place(other)
    if a is None or b is None:
        return True
    return a.id == b.id or (kilometres(a, b) <= _SAME_PLACE and _is_unit(a) == _is_unit(b))


def _same_window(one: Told, other: Told) -> bool:
    if one.claim.extent in (Extent.RUNNING_TOTAL, Extent.STOCK):
        begins = [t.claim.since for t in (one, other)]
        apart = bool(begins[0] and begins[1]) and begins[0] != begins[1]
        return not apart
    if one.since and one.until and other.since and other.until:
        return min(
            inside((one.since, one.until), (other.since, other.until)), inside((other.since, other.until), (one.since, one.until))
        ) >= (_SAME_DAYS)
    return one.since == other.since and one.until == other.until


def _grown(one: Told, other: Told) -> bool:
    """Tell whether two totals or stocks are of days too far apart for a difference to be more than growth."""
    if one.claim.extent is Extent.EVENT or one.claim.extent is Extent.PERIOD or not (one.day and other.day):
        return False
    if abs(one.day - other.day) <= _AT_ONE_TIME:
        return False
    early, late = sorted((one, other), key=lambda t: t.day or one.day)  # type: ignore[arg-type, return-value]  # both have a day
    return one.claim.extent is Extent.STOCK or not disjoint(one.claim, other.claim) or _size(early) < _size(late)


def _size(told: Told) -> float:
    return next((value for value in (told.claim.low, told.claim.high) if value is not None), 0.0)


def _scope(told: Told) -> str:
    return f"{_named(told)}, {_period(told)}"


def _named(told: Told) -> str:
    place = _place(told)
    return place.name if place else told.claim.place.name if told.claim.place else "no place"


def _period(told: Told) -> str:
    length = days(told.since, told.until)
    return period_words(told.since, told.until) if length != 1 else str(told.day)


def _extent(told: Told) -> str:
    return told.claim.extent.value if told.claim.extent else "not stated"


def _place(told: Told) -> Place | None:
    return told.claim.place.place if told.claim.place else None


def _is_unit(place: Place) -> bool:
    return place.feature.startswith(("ADM", "PCL"))


def _is_country(place: Place) -> bool:
    return place.feature.startswith("PCL")
