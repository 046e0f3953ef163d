"""Headlines: "56 dead in strike: monitor", "Monitor: 56 dead in strike"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.actors import classify, is_state, roles
from sayso.annotators.happenings import kinds
from sayso.attribution.draft import Draft, Paragraph
from sayso.model import SourceKind, Span

__all__ = ["drafts"]

_COLON = re.compile(r":\s+|\s+[-–—]\s+(?=[^-–—]{2,40}$)")
_LONGEST = 160  # code points of a headline
_CAPITALS = 2  # letters of what is too short for the name of a body
_SPEAKER = 6  # words of a speaker in a headline


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the attribution of a headline: one line with a speaker on one side of a colon."""
    line = Span(paragraph.parsed.offset, paragraph.parsed.end)
    words = line.of(paragraph.text).strip()
    if 12 < len(words) < _LONGEST and (line.start == _first(paragraph.text) or not words.endswith(".")):
        yield from _line(paragraph, line)


def _first(text: str) -> int:
    return len(text) - len(text.lstrip())


def _line(paragraph: Paragraph, line: Span) -> Iterator[Draft]:
    colon = _COLON.search(paragraph.text, line.start, line.end)
    if colon is None:
        return
    left, right = paragraph.trim(line.start, colon.start()), paragraph.trim(colon.end(), line.end)
    if right is not None and paragraph.text[right.end - 1] == ".":
        right = paragraph.trim(right.start, right.end - 1)
    if left is None or right is None:
        return
    cue = (Span(colon.start(), colon.end()),)
    if ":" in colon.group() and _speaks(left.of(paragraph.text)) and len(right.of(paragraph.text).split()) > 3:
        yield Draft(left, cue, (right,), "saying", "saying:headline")
    elif _speaks(right.of(paragraph.text)) and len(left.of(paragraph.text).split()) > 3:
        yield Draft(right, cue, (left,), "saying", "saying:headline")


def _speaks(words: str) -> bool:
    """Tell whether the words can be a speaker: few, and a name or a role."""
    parts = words.split()
    if len(parts) > _SPEAKER or any(character.isdigit() for character in words) or words.lower() == words == "" or _is_topic(words):
        return False
    kind, _ = classify(words)
    if len(parts) == 1 and (_reports(words) or (words.isupper() and words.isalpha() and len(words) > _CAPITALS)):
        return True
    names = all(part[:1].isupper() or part.lower() in ("of", "al", "the") for part in parts)
    return kind != SourceKind.UNSPECIFIED or (names and 2 <= len(parts) <= 3)


def _is_topic(words: str) -> bool:
    """Tell whether the words say what a line is about: a country, "Norland: 9 dead", or what happened, "Norland floods: 9 dead"."""
    last = words.split()[-1].lower()
    happened = kinds().get(last) or kinds().get(last.removesuffix("es")) or kinds().get(last.removesuffix("s"))
    return is_state(words) or happened is not None


def _reports(word: str) -> bool:
    """Tell whether a word is one for what is told by nobody named: "Reports"."""
    role = roles().get(word.lower())
    return role is not None and role.sort == "evidence" and role.kind == SourceKind.UNSPECIFIED.value
