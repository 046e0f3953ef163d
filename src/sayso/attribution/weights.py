"""Weights: what the learned models of attribution give for each feature."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table

__all__ = ["chance", "weights"]


@dataclass(frozen=True, slots=True)
class _Weight:
    model: str
    feature: str
    weight: float


def chance(model: str, features: Iterable[str]) -> float:
    """Return how likely a model, "end" or "draft", has it, from 0 to 1, by logistic regression on the features that are there."""
    known = weights(model)
    return 1 / (1 + math.exp(-sum([known[feature] for feature in features if feature in known])))


@cache
def weights(model: str) -> Mapping[str, float]:
    """Return the weights of a model, "end" or "draft", by their features."""
    return {row.feature: row.weight for row in table("models/attribution_weights.csv", _Weight) if row.model == model}
