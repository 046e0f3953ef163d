"""Speech time: whether a time expression tells when somebody spoke, not when something happened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.model import Span

__all__ = ["is_speech", "words_of_saying"]

_REACH = 80  # code points on each side in which the verb of saying stands
_ENDED = re.compile(r"\w{3}\.\s+$")  # another sentence begins here: "told the news agency. Thursday ..."


@dataclass(frozen=True, slots=True)
class _Row:
    form: str
    kind: str
    example: str


def is_speech(text: str, span: Span) -> bool:
    """Tell whether the time expression (with its preposition) hangs on a verb or noun of saying right beside it.

    "said on Friday", "told reporters Thursday", "in a statement on Monday", "On Monday the ministry said".
    """
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    said = not _ENDED.search(before) and bool(_said_before().search(before))
    if after.startswith("'s"):
        return said and bool(_own_words().match(after))
    if said:
        return True
    if _said_next().match(after):
        return True
    opens = re.search(r"(?:^|[.!?:]['\")]*\s+|\n\s*|[\"“(]\s*)$", before)
    clause = _said_after().match(after) if opens else None
    return bool(clause and not re.search(r"\w(?:ed)\s|\d|\b(?:an?|the)\s+$", clause["subject"], re.IGNORECASE))


@cache
def words_of_saying(kind: str) -> tuple[str, ...]:
    """Return the forms of one kind: "verb" (told), "noun" (report), "issue" (published)."""
    return tuple(row.form for row in lexicon.table("lexicons/timex_speech.csv", _Row) if row.kind == kind)


@cache
def _said_before() -> re.Pattern[str]:
    """ "told reporters", "said in a statement", "in a report released", just before the expression."""
    named = r"(?:[A-Z][\w.&'-]*)(?:\s+(?:[A-Z][\w.&'-]*|of|news|agency|television|TV)){0,4}"
    plain = r"(?!\w*ed\b|\d)[\w-]+"  # "said the army killed 40 on Friday" is no hearer
    hearer = rf"(?:reporters|journalists|(?:a|the|state|an)\s+{plain}(?:\s+{plain}){{0,3}}|{named})"
    setting = rf"(?:in|at|on|during|to|via|by)\s+(?:a|an|the|its|his|her|their)?\s*(?:[\w'-]+\s+){{0,3}}(?:{_forms('noun')})"
    verb = rf"\b(?:{_forms('verb')})(?:\s+(?:by|in|to))?(?:\s+{hearer})?(?:\s+{setting})?"
    noun = rf"\b(?:a|an|the|this|its|his|her|their|news)\s+(?:[\w'-]+\s+){{0,3}}(?:{_forms('noun')})(?:\s+(?:{_forms('issue')}|of|from))?"
    issue = rf"\b(?:{_forms('noun')})\s+(?:{_forms('issue')})(?:\s+by\s+{hearer})?"
    return re.compile(rf"(?:{verb}|{noun}|{issue})\s*,?\s*(?:late|early|earlier)?\s*$")


@cache
def _own_words() -> re.Pattern[str]:
    """ "(said in Thursday)'s statement", just after the expression."""
    return re.compile(rf"'s\s+(?:{_forms('noun')})\b")


@cache
def _said_next() -> re.Pattern[str]:
    """ "on Friday said", just after the expression."""
    return re.compile(rf"\s+(?!\w+ing\b)(?:{_forms('verb')})\b(?!\s+to\s+have)")


@cache
def _said_after() -> re.Pattern[str]:
    """ "(On Monday) the ministry said", after an expression that opens the sentence.

    In "(On Monday), he said, nine died" it tells when they died.
    """
    return re.compile(rf"\s*,?\s*(?P<subject>(?:[\w.'&-]+,?[ ]+){{0,7}}?)(?:{_forms('verb')})\b(?!,)")


@cache
def _forms(kind: str) -> str:
    return "|".join(re.escape(form) for form in words_of_saying(kind))
