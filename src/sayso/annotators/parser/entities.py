"""Entities: what spaCy's recogniser of names finds, decided for a whole batch at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import bool_, float32, intp
    from numpy.typing import NDArray
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc, Span

__all__ = ["Entities"]


@dataclass(frozen=True, slots=True)
class _Batch:
    """The tokens of some documents in a row.

    `parts` is what each adds to a score by its part in the state (token, part, hidden), `outside` how well each action fits outside names
    (token, action), `ends` where a name must have ended.
    """

    parts: NDArray[float32]
    outside: NDArray[float32]
    ends: NDArray[bool_]


class Entities:
    """spaCy's recogniser, read greedily as it reads itself, with the same entities.

    It goes from token to token and takes the best of the actions that may follow: outside a name O, B (a name of several tokens begins)
    or U (one of a single token), within one I (it goes on) or L (it ends). Its scores hang on the token and on where the open name began:
    those of all tokens outside names are worked out at once, and only within a name token by token.
    """

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._tokens, self._lower, self._upper = recognizer.model.layers
        names = [recognizer.moves.get_class_name(column) for column in range(recognizer.moves.n_moves)]
        self._actions = [name.partition("-")[::2] for name in names]
        self._columns = {action: column for column, action in enumerate(self._actions)}
        self._outside = self._columns["O", ""]
        self._begin = self._of("B")
        self._unit = self._of("U")
        self._never = sorted({*range(len(names))} - {self._outside, *self._begin, *self._unit})

    def _of(self, wanted: str) -> NDArray[intp]:
        """Return the columns of a move, whatever it names; U of nothing marks what may be no name, and is not for the model to say."""
        import numpy

        return numpy.array([column for column, (move, label) in enumerate(self._actions) if move == wanted and label], dtype=numpy.intp)

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Set the entities of documents that hold none yet, and whose sentences are known."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return
        batch, first = self._batch(docs), 0
        best = batch.outside.argmax(axis=1)
        for doc in docs:
            doc.set_ents(list(self._found(doc, first, batch, best)))
            first += len(doc)

    def _batch(self, docs: Sequence[Doc]) -> _Batch:
        import numpy

        parts = self._lower.predict(self._tokens.predict(docs))
        parts, padding = parts[1:].reshape(len(parts) - 1, parts.shape[1], -1), parts[0].reshape(parts.shape[1], -1)
        outside = self._scores(parts[:, 0] + padding[1] + padding[2])
        starts = numpy.concatenate([doc.to_array("SENT_START") for doc in docs]).astype("int64")
        starts[numpy.cumsum([0, *(len(doc) for doc in docs[:-1])])] = 1
        ends = numpy.append(starts[1:] == 1, True)
        spaces = numpy.concatenate([doc.to_array("IS_SPACE") for doc in docs]).astype(bool)
        outside[:, self._never] = -numpy.inf
        outside[numpy.ix_(ends | spaces, self._begin)] = -numpy.inf
        outside[numpy.ix_(spaces, self._unit)] = -numpy.inf
        return _Batch(parts, outside, ends)

    def _scores(self, summed: NDArray[float32], actions: Any = slice(None)) -> NDArray[float32]:
        """Return the scores of actions for summed parts, one row a state."""
        import numpy

        pieces = (summed + self._lower.get_param("b").ravel()).reshape(len(summed), -1, self._lower.get_dim("nP"))
        hidden = pieces[..., 0]
        for piece in range(1, pieces.shape[2]):  # numpy's own maximum over so short an axis takes five times as long
            hidden = numpy.maximum(hidden, pieces[..., piece])
        scores: NDArray[float32] = hidden @ self._upper.get_param("W")[actions].T + self._upper.get_param("b")[actions]
        return scores

    def _found(self, doc: Doc, first: int, batch: _Batch, best: NDArray[Any]) -> Iterator[Span]:
        from spacy.tokens import Span

        free = first
        for token in (first + (best[first : first + len(doc)] != self._outside).nonzero()[0]).tolist():
            if token < free:
                continue
            move, label = self._actions[best[token]]
            free = token + 1 if move == "U" else self._end(token, label, batch)
            yield Span(doc, token - first, free - first, label)

    def _end(self, start: int, label: str, batch: _Batch) -> int:
        """Return the token after the last of a name that begins at a token."""
        moves = [self._columns["I", label], self._columns["L", label]]
        token = start + 1
        while not batch.ends[token]:
            on, last = self._scores((batch.parts[token, 0] + batch.parts[start, 1] + batch.parts[token - 1, 2])[None], moves)[0]
            if last > on:
                break
            token += 1
        return token + 1
