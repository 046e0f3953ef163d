"""Distinct: the vectors of words, worked out once for all tokens of a batch that look alike to the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thinc.api import Model, Ragged

__all__ = ["once"]


def once(embedding: Model[Any, Any]) -> None:
    """Have an embedding of spaCy's look each distinct word up once; it must be for prediction only.

    What a token's vector is hangs on its own form alone (`MultiHashEmbed`: features, their tables, a mixture of these), so that all
    tokens of one form have the same. Most tokens of a report are repeated.
    """
    features, ragged, tables, mixture, *rest = embedding.layers
    embedding.layers[:] = [features, ragged, _distinct(tables, mixture), *rest]


def _distinct(tables: Model[Ragged, Ragged], mixture: Model[Ragged, Ragged]) -> Model[Ragged, Ragged]:
    from thinc.api import Model

    return Model("distinct", _forward, layers=[tables, mixture])


def _forward(
    model: Model[Any, Any], words: Any, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:  # thinc's arrays are its own types
    import numpy
    from thinc.api import Ragged

    rows: Any
    where: Any
    rows, where = numpy.unique(words.dataXd, axis=0, return_inverse=True)
    vectors = Ragged(rows, model.ops.asarray1i([len(rows)]))
    for layer in model.layers:
        vectors = layer(vectors, is_train)[0]
    return Ragged(vectors.dataXd[where.ravel()], words.lengths), _untrainable


def _untrainable(_: Ragged) -> Ragged:
    raise NotImplementedError("the parser is for reading only")
