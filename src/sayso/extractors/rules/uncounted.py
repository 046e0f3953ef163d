"""Uncounted: numbers that count nothing: in a name, a rate, a rank or a size, and whoever it is that speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.annotators import cues
from sayso.extractors.rules.signs import signs
from sayso.model import Measure

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["counts_nothing", "speaks"]

_VERB_NEAR = 7  # tokens: "two commanders of the brigade told"


def counts_nothing(measure: Measure, tokens: tuple[Token, ...], root: Token) -> bool:
    """Tell whether a measure, with its words in the parse and the one that stands for it, is no amount of anything."""
    if _is_web_count(tokens) or _is_rate(measure, tokens) or _names_one(measure, tokens, root) or _is_case_in_point(root, tokens):
        return True
    return _names_what_follows(measure, tokens) or _ends_a_name(measure, tokens) or _is_size(measure, tokens, root)


def speaks(root: Token, tokens: tuple[Token, ...]) -> bool:
    """Tell whether counted people are only those who say something: "two commanders told reporters that"."""
    verb, first, last = root.head, tokens[0], tokens[-1]
    if root.dep_ != "nsubj" or not last.i < verb.i <= last.i + _VERB_NEAR or any(child.dep_ == "acl" for child in root.children):
        return False
    if (first.i and first.nbor(-1).pos_ in ("VERB", "SCONJ", "ADP")) or last.nbor().pos_ in ("NOUN", "PROPN", "DET", "ADJ"):
        return False  # where full stops are lost: "wounded several others activists said"
    row = cues.verb(verb)
    if row is None or row.kind != "saying" or "clause" not in row.frames:
        return False
    closes = verb.dep_ in ("ccomp", "parataxis") or (verb.head is not verb and verb.i < verb.head.i and verb.dep_ == "advcl")
    return closes or any(child.dep_ == "ccomp" for child in verb.children) or verb.lemma_ == "tell"


def _is_web_count(tokens: tuple[Token, ...]) -> bool:
    """Tell whether it says how often a page was looked at: "Print Tweet Views 1430 Related"."""
    first = tokens[0]
    return first.text.isdigit() and first.i > 0 and first.nbor(-1).text.istitle() and first.nbor(-1).lower_ in signs("web count")


def _is_rate(measure: Measure, tokens: tuple[Token, ...]) -> bool:
    """Tell whether it is a rate, what a rate is reckoned by, or a rank: "14 deaths per 1,000 residents", "90 people/km2"."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if (first > 0 and doc[first - 1].lower_ in signs("ranks")) or any(token.lower_ in signs("ranks") for token in tokens):
        return True  # "a magnitude 6.4 earthquake"
    if last + 2 < len(doc) and doc[last + 1].text == "/" and doc[last + 2].text.endswith(("2", "²")):
        return True
    if (
        measure.kind == "percent"
        and doc[first - 1].text == "("
        and any(t.lower_ in signs("a rate") for t in doc[tokens[0].sent.start : first])
    ):
        return True  # "the case fatality rate is highest in Zenda (1.8%)"
    before = first > 0 and doc[first - 1].lower_ == "per"
    return before or (last + 2 < len(doc) and doc[last + 1].lower_ == "per" and doc[last + 2].like_num)


def _names_one(measure: Measure, tokens: tuple[Token, ...], root: Token) -> bool:
    """Tell whether "one of" only says what somebody or something is: "the boy was one of 59 killed", "one of the towns taken"."""
    doc, first = tokens[0].doc, tokens[0].i
    if measure.low != 1 or measure.high != 1 or [token.lower_ for token in doc[first : first + 2]] != ["one", "of"]:
        return False
    some = [token.lower_ for token in doc[first + 2 : first + 3]] in (["them"], ["whom"])
    named = root.dep_ == "appos" and root.head.pos_ == "PROPN" and not some
    return named or root.dep_ == "attr" or (root.dep_ == "pobj" and root.head.lower_ == "as")


def _is_case_in_point(root: Token, tokens: tuple[Token, ...]) -> bool:
    """Tell whether an example opens a sentence: "in one case, guards opened fire"."""
    opens = root.dep_ == "pobj" and root.head.lower_ == "in" and root.head.i == tokens[0].i - 1
    alone = tokens[-1].i + 1 < len(root.doc) and root.doc[tokens[-1].i + 1].text == ","
    return opens and alone and root.lemma_.lower() in signs("in point")


def _names_what_follows(measure: Measure, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a name begins with the number: "the 3000 Housing Project", "the 313 Central Corps"."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if first == 0 or doc[first - 1].lower_ != "the" or not tokens[0].text.isdigit():
        return False
    behind = [token for token in (*tokens[1:], *doc[last + 1 : last + 3]) if not token.is_space]
    names = behind[: max(2, len(tokens) - 1)]
    named = len(names) > 1 and all(token.text.istitle() or not token.is_alpha for token in names)
    return named and names[-1].tag_ == "NNP" and not any(token.ent_type_ == "NORP" for token in names)


def _ends_a_name(measure: Measure, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a name ends with the number: "the Group of 20", "the March of Millions"."""
    doc, first = tokens[0].doc, tokens[0].i
    if first < 3 or doc[first - 1].text != "of" or measure.noun is not None:
        return False
    of, given = doc[first - 2], tokens[0].text.istitle() and tokens[0].is_alpha
    return of.text.istitle() and of.tag_ == "NNP" and not of.is_sent_start and (given or of.lower_ in signs("named by number"))


def _is_size(measure: Measure, tokens: tuple[Token, ...], root: Token) -> bool:
    """Tell whether a weight or a price describes what stands behind it: "a 500-pound bomb", "a 900-ton platform"."""
    hyphened = any(token.text == "-" for token in tokens) or "-" in tokens[0].text
    return measure.kind in ("aid", "money", "measure") and hyphened and root.dep_ not in ("dobj", "nsubj", "pobj", "nsubjpass", "ROOT")
