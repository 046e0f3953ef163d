"""Standings: the place names of a text, each with its part in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.actors import roles
from sayso.annotators.cues import verb
from sayso.annotators.sites import is_site
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.datelines import datelines
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.surroundings import is_label, reach, rows
from sayso.extractors.rules.unlisted import unlisted
from sayso.extractors.rules.where_spoken import is_where_spoken
from sayso.lexicon import words
from sayso.model import Span, Toponym
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["Standing", "is_care", "is_country", "is_eponym", "own_clause", "standings"]


_WIDE = 2  # how narrow a province is
_LETTERS = 4  # of a country's name that is its letters ("US", "U.S.")


@dataclass(frozen=True, slots=True)
class Standing:
    """A toponym with its part in its sentence: "locative" (in Homs), "actor" (Damascus denies), "owner" (Baghdad's police) ...

    `mentions` is how often the text names the place, `listed` whether it stands in an item of a list, `row` whether it is one of several
    names in a row, `heads` what it stands over where it is a heading, `spoken` whether somebody speaks there; `around` is set where most of
    the text's places lie in it, `focus` on the first such mention.
    """

    toponym: Toponym
    role: str
    parsed: Parsed
    root: Token
    scope: int
    mentions: int
    listed: bool
    row: bool = False
    heads: Span | None = None
    spoken: bool = False
    around: bool = False
    focus: bool = False

    @property
    def sited(self) -> bool:
        """Whether something is told to happen in or at the place."""
        return self.role in ("locative", "plain", "host")

    def stands_in(self, sentence: Tokens) -> bool:
        """Tell whether the name stands in a sentence."""
        return self.root.doc is sentence.doc and self.root.sent.start == sentence.start


def standings(
    text: str,
    toponyms: Sequence[Toponym],
    parsed: Sequence[Parsed],
    scope_at: Callable[[int], int],
    items: Container[int],
    headings: Sequence[Span] = (),
) -> tuple[Standing, ...]:
    """Return the toponyms that may be the place of a claim, in reading order; those that only say whose something is are left out.

    `scope_at` gives the scope of the block that an offset lies in, `items` the offsets at which items of lists start.
    `headings` are those of the text, in reading order.
    """
    starts = [one.offset for one in parsed]
    toponyms = sorted((*toponyms, *unlisted(text, toponyms, parsed)), key=lambda toponym: toponym.span)
    named = Counter(_key(toponym) for toponym in toponyms)
    in_row = rows(text, toponyms)
    dated = datelines(text, toponyms)
    found = []
    for toponym in toponyms:
        at = bisect_right(starts, toponym.whole.start) - 1
        if at < 0 or level(text[toponym.span.end : toponym.span.end + 1]) == "-":  # "US-led", "London-based"
            continue
        if is_eponym(text, toponym):
            continue
        stretch = parsed[at]
        run = stretch.doc.char_span(toponym.whole.start - stretch.offset, toponym.whole.end - stretch.offset, alignment_mode="expand")
        if run is not None and len(run) and not _names_body(toponym, run.root):
            aside = text[max(0, toponym.whole.start - 1) : toponym.whole.start] == "("
            found.append(
                Standing(
                    toponym,
                    "dateline" if any(toponym.span in span for span in dated) else "aside" if aside else _role(toponym, run),
                    stretch,
                    run.root,
                    scope_at(toponym.span.start),
                    named[_key(toponym)],
                    listed=stretch.offset in items,
                    row=toponym.span.start in in_row,
                    heads=reach(text, toponym, headings) or _opens(text, toponym, run, stretch),
                    spoken=_is_spoken(run.root),
                )
            )
    return tuple(found)


def _opens(text: str, toponym: Toponym, run: Tokens, stretch: Parsed) -> Span | None:
    """Return the block whose place its first words tell: "Peru: The curve is falling", "In the north, things are worse"."""
    block = Span(stretch.offset, stretch.end)
    fronted = run.root.dep_ == "pobj" and run.root.head.i == 0 and text[toponym.whole.end : toponym.whole.end + 1] == ","
    wide = toponym.place is None or breadth(toponym) <= _WIDE
    return block if is_label(text, toponym, block) or (fronted and wide) else None


def is_eponym(text: str, toponym: Toponym) -> bool:
    """Tell whether a place's name is only part of the name of something else: "the Marburg virus", "Hurricane Florence"."""
    return _following(text, toponym) in _eponyms() or _preceding(text, toponym) in signs("before a name")


def _following(text: str, toponym: Toponym) -> str:
    word = re.match(r"\s+(\w+)", text[toponym.whole.end : toponym.whole.end + 24])
    return word[1].lower() if word else ""


def _preceding(text: str, toponym: Toponym) -> str:
    word = re.search(r"(\w+)\s+$", text[max(0, toponym.whole.start - 24) : toponym.whole.start])
    return word[1].lower() if word else ""


def _eponyms() -> frozenset[str]:
    """Return the words behind a place's name that make it the name of something else: "the Marburg virus", "the Geneva talks"."""
    return words("lexicons/eponyms.csv")


def _names_body(toponym: Toponym, root: Token) -> bool:
    """Tell whether a country is named only as part of the name of one of its bodies: "Ruritania's defence ministry"."""
    country = toponym.place is not None and toponym.place.feature.startswith("PCL")
    role = roles().get(root.head.lower_) if country and root.dep_ in ("poss", "compound", "nmod") else None
    return role is not None and role.sort == "body"


def _key(toponym: Toponym) -> str:
    return toponym.place.id if toponym.place else toponym.name.lower()


def _role(toponym: Toponym, run: Tokens) -> str:
    root = run.root
    if run.end + 1 < len(root.doc) and root.doc[run.end].lower_ == "home" and root.doc[run.end + 1].lower_ == "to":
        return "host"
    if toponym.whole.start < toponym.span.start and _is_beside(root):
        return "direction"
    while root.dep_ == "conj" and root.head.pos_ in ("PROPN", "NOUN") and root.head.i < run.start:  # "in Homs and Hama"
        root = root.head
    if _is_hit(root) and not is_country(toponym):
        return "locative"
    if is_where_spoken(root):
        return "speech"
    if root.dep_ == "pobj":
        return _after_preposition(toponym, root)
    if (root.dep_ in ("nsubj", "nsubjpass") and _is_hosting(root.head)) or any(_is_told_of(child) for child in root.children):
        return "host"
    if root.dep_ in ("nsubj", "agent"):
        return "actor"
    if root.dep_ in ("poss", "compound", "amod", "nmod"):
        return _before_noun(toponym, root, run.end)
    return "plain"


def _is_beside(root: Token) -> bool:
    """Tell whether it is a direction in which something lies: "east of Nur", not "in the rebel-held east of Nur"."""
    return root.lower_ in ("north", "south", "east", "west") and not any(child.dep_ == "det" for child in root.children)


def _is_hit(root: Token) -> bool:
    """Tell whether a blow falls on a place: "hit Nur", "struck the village of Nur"."""
    named = root.dep_ == "pobj" and root.head.lower_ == "of" and is_site(root.head.head.lower_)
    node = root.head.head if named else root
    return node.dep_ in ("dobj", "nsubjpass") and node.head.lemma_.lower() in signs("falls on")


def _is_hosting(verb: Token) -> bool:
    """Tell whether a verb is of what befalls or fills a place: "Peru counted 12 dead", "Peru has taken in 12,000 refugees"."""
    particles = {child.lower_ for child in verb.children if child.dep_ == "prt"}
    return verb.lemma_.lower() in signs("host") or (verb.lemma_ == "take" and "in" in particles)


def _is_told_of(clause: Token) -> bool:
    """Tell whether a relative clause tells what a place holds: "Peru, which shelters 12,000 refugees"."""
    subject = next((child for child in clause.children if child.dep_ == "nsubj"), None)
    return clause.dep_ == "relcl" and subject is not None and subject.tag_ == "WDT" and _is_hosting(clause) and clause.lemma_ != "be"


def _is_spoken(root: Token) -> bool:
    """Tell whether a place is where somebody is who speaks: "the envoy Ann Lee, in Lima, says"."""
    speaker = root.head.head
    if root.dep_ != "pobj" or speaker.dep_ != "nsubj" or speaker.ent_type_ != "PERSON":
        return False
    said = verb(speaker.head)
    return said is not None and said.kind == "saying"


def _after_preposition(toponym: Toponym, root: Token) -> str:
    before = root.head.lower_
    if before == "of" and (held := roles().get(root.head.head.lower_)) is not None and held.sort == "post":
        return "office"
    if before == "to" and root.head.head.lemma_ in signs("brought") and is_care(toponym):
        return "goal"
    if before == "from":
        return "home" if root.head.head.lemma_.lower() in signs("come from") and is_country(toponym) else "origin"
    if before in signs("locative") or (before == "of" and root.head.head.dep_ == "pobj"):
        return "locative"
    if before == "by":
        return "actor"
    if before in signs("for example"):
        return "part"
    return "party" if is_country(toponym) and before in signs("of a party") else "plain"


def _before_noun(toponym: Toponym, root: Token, end: int) -> str:
    head = root.head
    if head.pos_ == "PROPN" and head.i >= end and head.text[:1].isupper():  # "Homs Police Command"
        return "name"
    if not is_country(toponym) or is_site(head.lower_):
        return "owner"
    return "doer" if root.dep_ == "poss" or _is_short(toponym) else "owner"


def _is_short(toponym: Toponym) -> bool:
    """Tell whether a country is named by its letters, which stand for an adjective before a noun: "a US raid", "U.K. aid"."""
    return len(toponym.name) <= _LETTERS and toponym.name.isupper()


def is_country(toponym: Toponym) -> bool:
    """Tell whether a place is a country."""
    return toponym.place is not None and toponym.place.feature in ("PCLI", "PCL", "PCLD")


def is_care(toponym: Toponym) -> bool:
    """Tell whether a place is a hospital or the like, by its feature or its name."""
    return (toponym.place is not None and toponym.place.feature == "HSP") or toponym.name.split()[-1].lower() in signs("care")


def own_clause(token: Token) -> int:
    """Return the position of the verb that a word hangs on and that has a subject of its own, or of the last word above it."""
    while token.head.i != token.i:
        if token.pos_ in ("VERB", "AUX") and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
            break
        token = token.head
    return int(token.i)
