"""The nouns: frozen values with code-point spans and ids that come from content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

__all__ = [
    "Abstention",
    "Actor",
    "Alternative",
    "Annotations",
    "Bound",
    "Cell",
    "Civil",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Cue",
    "Document",
    "Extent",
    "Extraction",
    "Fairness",
    "Finding",
    "Headline",
    "Judgement",
    "Mark",
    "Measure",
    "Mention",
    "Modality",
    "Outcome",
    "Period",
    "Place",
    "Polarity",
    "Quote",
    "Quoted",
    "Reason",
    "Reckoning",
    "Row",
    "Selector",
    "Side",
    "Situation",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Timex",
    "Toponym",
    "Trigger",
    "Unread",
    "Verdict",
    "content_id",
]


def content_id(*parts: str) -> str:
    """Return the id of a value made of these parts: 16 hexadecimal digits of their SHA-256.

    The parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(raw)}:".encode())
        digest.update(raw)
    return digest.hexdigest()[:16]


class SourceKind(StrEnum):
    """What a source is, as the guidelines name it."""

    OFFICIAL = "official"
    MILITARY = "military"
    ARMED_GROUP = "armed-group"
    UN = "un"
    NGO = "ngo"
    MEDIA = "media"
    ACADEMIC = "academic"
    MEDICAL = "medical"
    WITNESS = "witness"
    LOCAL = "local"
    COMPANY = "company"
    DOCUMENT = "document"
    UNSPECIFIED = "unspecified"


class Bound(StrEnum):
    """How a measure limits its value."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    RANGE = "range"
    VAGUE = "vague"


class Quoted(StrEnum):
    """How a statement gives its content."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the statement affirms or denies."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """Whether the claim is asserted, foreseen or counterfactual."""

    ASSERTED = "asserted"
    FORECAST = "forecast"
    HYPOTHETICAL_PAST = "hypothetical-past"


class Extent(StrEnum):
    """What stretch of time a figure adds up."""

    RUNNING_TOTAL = "running total"
    PERIOD = "period"
    EVENT = "event"
    STOCK = "stock"


class Civil(StrEnum):
    """Who is counted, as claimed: a status is somebody's word too."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    MIXED = "mixed"


class ClaimKind(StrEnum):
    """What a claim puts on its subject."""

    FIGURE = "figure"
    STATUS = "status"
    ACCUSATION = "accusation"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Document.text`, counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError unless 0 <= start <= end."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the words of the text under the span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """Return the span moved by so many code points."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that name something, with their place in it."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who says something: `name` as in the text, None where the text says only that it was said."""

    name: str | None
    kind: SourceKind = SourceKind.UNSPECIFIED
    anonymous: bool = False
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read; it never changes.

    `name` is what the user knows it by (the JSON `id`, else the file's stem), `path` where it lay.
    `sha256` is of the raw bytes. `notes` are what the reader noticed (an ambiguous date, say), in words.
    """

    text: str
    name: str
    path: str = ""
    title: str | None = None
    publisher: Source | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    sha256: str = ""
    reader: str = ""
    retrieved: datetime | None = None
    notes: tuple[str, ...] = ()

    @property
    def text_sha256(self) -> str:
        """The SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """The id: from the text, what is said of its origin, and the reader with its version."""
        day = self.published.isoformat() if self.published else ""
        return content_id("document", self.text, self.name, self.outlet or "", day, self.reader)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or an item in it, that gave no document; `reason` is in words for the user."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer. `id` is "geonames:170063" or "sayso:...".

    `feature` is a GeoNames feature code (PPL, ADM1 ...), `admin` the codes of the units around it from the
    country's first level down, `precision` UCDP's `where_prec` scale (1 exact ... 6 country).
    """

    id: str
    name: str
    lat: float
    lon: float
    feature: str
    country: str
    admin: tuple[str, ...] = ()
    precision: int = 1
    population: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that says that somebody says: "said", "according to", "the claim by"."""

    span: Span
    lemma: str
    kind: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words; `span` takes in the marks, `inner` leaves them out. `open` where no closing mark was found."""

    span: Span
    inner: Span
    open: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity.

    `span` is the number with the words that bound it ("more than 500"), `noun` the counted noun with its
    modifiers ("Iraqi army soldiers"), `unit` its head in the singular, lower case ("soldier").
    `low` and `high` are the ends of the closed interval, None where open. `kind` is count, percent, fraction, ratio,
    money, measure, duration, age, date, time, ordinal, designation, identifier, score ... `part` where it is said to
    be a part of another ("including 84 children"), `further` where it adds to one ("another 20").
    """

    span: Span
    low: float | None
    high: float | None
    bound: Bound = Bound.EXACT
    approximate: bool = False
    kind: str = "count"
    unit: str | None = None
    noun: Span | None = None
    part: bool = False
    further: bool = False


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in TIMEX3's terms, and the days it stands for.

    `type` is DATE, TIME, DURATION or SET. `since` and `until` are the first and last day, both inclusive.
    `precision` is UCDP's `date_prec` scale (1 a day ... 5 more than a month).
    """

    span: Span
    type: str
    value: str | None
    mod: str | None = None
    since: date | None = None
    until: date | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a time expression in its context lets a figure beside it cover.

    `span` is the expression with its preposition ("since 17 October"), `timexes` the time expressions in it (none in "so far").
    `since` and `until` are inclusive days, None where open. `rule` names how it was read: since, until, by, as of, before, after,
    between, in, for, bare, label (a year that names something), window, length, rate, so far, stock. `speech` where it is when
    somebody spoke ("said on Friday").
    """

    span: Span
    since: date | None
    until: date | None
    rule: str
    extent: Extent | None = None
    timexes: tuple[Span, ...] = ()
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text.

    `span` is the bare name ("Aleppo"), `whole` the place as written ("the east of Aleppo"), `place` None where nothing was found
    or the resolver abstains, `score` from 0 to 1, `guess` where the spelling was not found as it stands.
    """

    span: Span
    name: str
    whole: Span
    place: Place | None = None
    score: float = 0.0
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Words that name somebody who acts, suffers or speaks; `kind` and `anonymous` as for a source."""

    span: Span
    name: str
    kind: SourceKind
    anonymous: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that puts a figure on a dimension: "killed", "air strikes"."""

    span: Span
    lemma: str
    dimensions: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody says in a text.

    `content` and `cue` may be in several pieces ("A," X said, "B"). `inside` is the statement it is nested in.
    `source` None: the text says that it was said, and not by whom. `hedged` where the cue keeps its distance (claimed, alleged),
    `polarity` denied where the cue denies what follows.
    """

    source: Source | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: Quoted = Quoted.INDIRECT
    hedged: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    inside: Statement | None = None
    rule: str = ""

    @property
    def chain(self) -> tuple[Source, ...]:
        """The sources from the outermost, whom the document cites, to the one who says it."""
        own = self.source or Source(None, SourceKind.UNSPECIFIED, anonymous=True)
        return (*self.inside.chain, own) if self.inside else (own,)

    def holds(self, span: Span) -> bool:
        """Tell whether the span lies in the content."""
        return any(span in piece for piece in self.content)


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything the annotators found in one document, each kind in reading order."""

    measures: tuple[Measure, ...] = ()
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    cues: tuple[Cue, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    triggers: tuple[Trigger, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule fired: its id, what it gave, and the words that it rests on."""

    rule: str
    field: str
    words: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure on one dimension (or an accusation, status or comparison), on somebody's word.

    `document` is the id of the document, `span` the quantity expression with its unit word, `text` exactly these words.
    `low`, `high`, `approximate` and `unit` are as the guidelines define them. `chain` runs from the
    reader inwards and is empty where the document's author says it. `since` and `until` are inclusive days.
    """

    document: str
    span: Span
    text: str
    dimensions: tuple[str, ...]
    kind: ClaimKind = ClaimKind.FIGURE
    low: float | None = None
    high: float | None = None
    bound: Bound = Bound.EXACT
    approximate: bool = False
    unit: str | None = None
    affected: Mention | None = None
    civil: Civil | None = None
    actor: Mention | None = None
    place: Toponym | None = None
    since: date | None = None
    until: date | None = None
    said: date | None = None
    chain: tuple[Source, ...] = ()
    cue: tuple[Span, ...] = ()
    quoted: Quoted | None = None
    hedged: bool = False
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    extent: Extent | None = None
    part_of: str | None = None
    repeat_of: str | None = None
    by: str = ""
    why: tuple[Reason, ...] = field(default=())

    @property
    def id(self) -> str:
        """The id: from the document, the span and the dimensions."""
        return content_id("claim", self.document, f"{self.span.start}-{self.span.end}", *self.dimensions)

    def spans(self) -> Iterator[Span]:
        """Yield every span that the claim rests on, its own first."""
        yield self.span
        mentions = (self.affected, self.actor)
        yield from (mention.span for mention in mentions if mention)
        if self.place:
            yield from (self.place.span, self.place.whole)
        yield from (source.mention for source in self.chain if source.mention)
        yield from self.cue
        yield from (reason.span for reason in self.why if reason.span)


@dataclass(frozen=True, slots=True)
class Abstention:
    """A figure that was seen and not made a claim of: where, and why in words."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extractor made of one document: claims in reading order, and what it left alone."""

    claims: tuple[Claim, ...] = ()
    abstentions: tuple[Abstention, ...] = ()


@dataclass(frozen=True, slots=True)
class Selector:
    """Words with what stands before and after them, so that they are found again in another reading of the text.

    After the W3C Web Annotation model's TextQuoteSelector.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a named person decided about a subject, and when; appended, never changed.

    `subject` is "claim", "pair", "matter", "incident", "situation" or "fairness", `document` the id of the document it was made on,
    `quotes` the words it hangs on, `corrected` fields with their new values as JSON.
    """

    subject: str
    verdict: str
    by: str
    when: datetime
    document: str | None = None
    quotes: tuple[Selector, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    note: str = ""

    @property
    def id(self) -> str:
        """The id: from everything that was decided."""
        quotes = [f"{q.prefix}|{q.exact}|{q.suffix}" for q in self.quotes]
        fields = [f"{name}={value}" for name, value in self.corrected]
        return content_id(
            "judgement", self.subject, self.verdict, self.by, self.when.isoformat(), self.document or "", self.note, *quotes, *fields
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in some claims: what kind of thing it is, the claims' ids, and why, in words."""

    kind: str
    claims: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """A side in a situation: its name, and the names of the parties on it. Which party is where is the user's data."""

    name: str
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """A place in a period, to be compared with others.

    `radius` is in kilometres around each place; None where everything inside the places' administrative units belongs.
    `since` and `until` are inclusive days, None where there is no claim to take them from. `period_from` is "given" or "claims".
    Headlines are as of `as_of`.
    """

    name: str
    places: tuple[Place, ...]
    radius: float | None = None
    since: date | None = None
    until: date | None = None
    period_from: str = "given"
    as_of: date | None = None
    sides: tuple[Side, ...] = ()


class Verdict(StrEnum):
    """Whether the figures of a row may be laid side by side."""

    YES = "yes"
    WITH_CARE = "with care"
    NO = "no"
    ONE_SIDE_ONLY = "one side only"


class Outcome(StrEnum):
    """What one fairness rule found."""

    FINE = "fine"
    CARE = "care"
    NO = "no"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another rule would put at the head of a cell, and on which claims (their ids)."""

    rule: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The figure at the head of a cell: a view of claims by a named rule, with what other rules would give.

    `low` and `high` are None where open; `since` and `until` are the days that its claims cover.
    """

    text: str
    low: float | None
    high: float | None
    extent: Extent
    as_of: date
    rule: str
    claims: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of one speaker in a cell: the claim to show first, and those that trace to the same speaker or text, with the reason."""

    claim: str
    group: str
    extent: Extent | None = None
    repeats: tuple[str, ...] = ()
    why: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What was claimed on one row about one situation; `origins` counts speakers and texts with no link found between them."""

    claims: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    origins: int = 0
    headline: Headline | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What one fairness rule found: its code and version, the outcome, why in words, and what it looked at."""

    code: str
    version: int
    name: str
    outcome: Outcome
    words: str
    inputs: tuple[tuple[str, str], ...] = ()
    restriction: str | None = None


@dataclass(frozen=True, slots=True)
class Fairness:
    """Whether a row may be compared, and on which rules this rests; `restriction` is what makes "with care" a yes."""

    verdict: Verdict
    restriction: str | None = None
    reckonings: tuple[Reckoning, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One dimension, one answer to who is counted, one class of units; a cell for each situation.

    `who` is "civilian", "combatant", "group" (children, women, medics ...: parts of a count) or None where not stated or mixed.
    """

    dimension: str
    who: str | None
    unit: str
    label: str
    cells: tuple[Cell, ...]
    fairness: Fairness


@dataclass(frozen=True, slots=True)
class Comparison:
    """Situations side by side. `left_out` counts the claims in no cell by reason; `nothing` are dimensions on which nothing was found."""

    situations: tuple[Situation, ...]
    rows: tuple[Row, ...]
    left_out: tuple[tuple[str, int], ...] = ()
    nothing: tuple[str, ...] = ()
