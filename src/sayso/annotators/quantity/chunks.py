"""Chunks: the words behind a number that may be its noun, compounds as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotators.quantity.number_words import words
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token, token_at
from sayso.annotators.quantity.words import having

__all__ = ["Chunk", "chunks_from"]
_MODIFIERS = 7  # words before the head; longer runs are sentences


_NUMBERS = ("unit", "ten", "some", "vague", "none")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A word, or a compound of several: its tokens, its form in lower case, and whether it begins with a capital."""

    start: int
    end: int
    low: str
    capital: bool

    @property
    def last(self) -> str:
        """The last word of a compound."""
        return self.low.rsplit("-", 1)[-1]


def chunks_from(tokens: Sequence[Token], at: int) -> list[Chunk]:
    """Return the chunks from this token on, up to the first word that no noun goes on over."""
    found: list[Chunk] = []
    while len(found) < _MODIFIERS:
        token = token_at(tokens, at)
        strange = token.kind not in ("word", "abbreviation") and not _sized(tokens, at)
        wrong = strange or (token.low in having("stop") and not _passes(tokens, at))
        if (
            wrong
            or _is_number(tokens, at)
            or (token.gap == BROKEN and (token.text[:1].isupper() or (not found and token is END)))
            or (token.gap == TOUCHING and not found and len(token.text) < 4)
        ):
            break
        end = _compound(tokens, at)
        low = "".join(t.low for t in tokens[at:end])
        found.append(Chunk(at, end, low, token.text[:1].isupper()))
        at = end
    return found


def _sized(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is a modifier: "400-bed hospitals"."""
    joint, after = token_at(tokens, at + 1), token_at(tokens, at + 2)
    return token_at(tokens, at).kind == "number" and joint.text == "-" and joint.gap == after.gap == TOUCHING and after.kind == "word"


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    row = words().get(tokens[at].low)
    joint = token_at(tokens, at + 1)
    return row is not None and row.role in _NUMBERS and not (joint.text == "-" and joint.gap == TOUCHING)


def _passes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that ends a noun elsewhere modifies the next one here: "12 heavily armed men"."""
    after = token_at(tokens, at + 1)
    text = tokens[at].text
    if text.isupper() and len(text) > 1 and after.kind == "word" and after.text.islower() and after.low not in having("stop"):
        return True  # a name in letters: "600 IS militants"
    if tokens[at].low not in having("through") and not (after.text == "-" and after.gap == TOUCHING):
        return False
    return (after.kind == "word" and after.low not in having("stop")) or after.text == "-"


def _compound(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while token_at(tokens, end).text == "-" and tokens[end].gap == TOUCHING and token_at(tokens, end + 1).gap == TOUCHING:
        if token_at(tokens, end + 1).kind not in ("word", "number", "abbreviation"):
            break
        end += 2
        if token_at(tokens, end).gap == TOUCHING and token_at(tokens, end).kind == "word":  # the s of "F-16s"
            end += 1
    return end
