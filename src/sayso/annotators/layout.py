"""Layout: the blocks of a text, so that a list is not read as one sentence and a wrapped line not as two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.text import trim

__all__ = ["Block", "blocks", "scopes"]

_BULLET = re.compile(r"[ \t]*(?:[•●▪■◦‣⁃∙·➢►✓\uf0b7*–—-]|o(?= [A-Z])|\(?\d{1,2}[.)](?=\s)|[a-z][.)](?=\s))[ \t]*")
_ENDS = re.compile(r"""[.!?:;…]["'”’»)\]]*\s*$|\)\s*$""")
_WRAPPED = 55  # code points: a shorter line that ends without a full stop is a heading or an item, not the start of a wrapped sentence
_CREDIT = re.compile(r"\([A-Z][^()]{1,60}\)[\s,.]*$")
_CHRONICLE = 0.5  # of the blocks of a chronicle end in a credit; some have lost theirs
_SHOUTED = 40  # code points of a heading in capitals
_HEADING = 110  # code points: headings of the reports looked at are shorter


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is read on its own; `kind` is "paragraph", "item" (of a list) or "heading"."""

    span: Span
    kind: str


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks in reading order, without bullets and surrounding white space.

    A line goes on in the next one where it is long, does not end a sentence, and the next is not an item of a list.
    """
    start: int | None = None
    last = Span(0, 0)
    for line in _lines(text):
        filled = trim(text, line)
        if start is not None and not _goes_on(text, last, filled):
            yield from _block(text, Span(start, last.end))
            start = None
        if len(filled):
            start = filled.start if start is None else start
            last = filled
    if start is not None:
        yield from _block(text, Span(start, last.end))


def scopes(text: str, found: Sequence[Block]) -> tuple[int, ...]:
    """Return for each block the number of its scope: nothing is borrowed across scopes.

    A chronicle, whose items each end in a credit in brackets, has one scope an item, with the headings above it; another text has one.
    """
    prose = [block for block in found if block.kind != "heading"]
    credited = sum(_CREDIT.search(block.span.of(text)) is not None for block in prose)
    if credited < _CHRONICLE * len(prose) or credited < 3:
        return (0,) * len(found)
    numbers, scope, open_ = [], 0, True
    for block in found:
        if not open_:
            scope, open_ = scope + 1, True
        numbers.append(scope)
        open_ = block.kind == "heading"
    return tuple(numbers)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for match in re.finditer(r"\r\n|[\n\r\f\v\u2028\u2029]", text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _goes_on(text: str, line: Span, following: Span) -> bool:
    if not len(following) or _BULLET.match(text, following.start, following.end) or _ENDS.search(line.of(text)):
        return False
    if following.of(text).isupper() and len(following) <= _SHOUTED:
        return False  # a heading
    first = text[following.start]
    return first.islower() or (len(line) >= _WRAPPED and not _like_title(line.of(text)))


def _like_title(line: str) -> bool:
    words = [word for word in line.split() if word[0].isalpha() and len(word) > 3]
    return line.isupper() or (len(words) > 2 and sum(word[0].isupper() for word in words) > 0.8 * len(words))


def _block(text: str, span: Span) -> Iterator[Block]:
    bullet = _BULLET.match(text, span.start, span.end)
    if bullet and bullet.end() < span.end:
        yield Block(trim(text, Span(bullet.end(), span.end)), "item")
        return
    words = span.of(text)
    heading = len(words) <= _HEADING and "\n" not in words and not re.search(r"[.!?;,…)]\W*$", words)
    yield Block(span, "heading" if heading else "paragraph")
