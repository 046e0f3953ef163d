"""Remit: the country that a bulletin is on, as its title has it: "Peru: Flood Response - Situation Report No. 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.annotators import toponyms
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing, is_eponym
from sayso.gazetteers import local
from sayso.model import Document, Toponym

__all__ = ["remit"]


def remit(document: Document, places: Sequence[Standing]) -> Toponym | None:
    """Return the text's first mention of the country that a bulletin's title names, None where it is no bulletin or names more places.

    A place that stands in the title only is not one that the text gives.
    """
    title = document.title or ""
    if not signs("bulletin") & {word.lower() for word in re.findall(r"\w+", title)}:
        return None
    told = (one for one in toponyms.annotate(Document(title, document.id), local.default()) if not is_eponym(title, one))
    named = {one.place.id for one in told if one.place is not None}
    mentions = (one.toponym for one in places if one.toponym.place is not None and named == {one.toponym.place.id})
    return next((toponym for toponym in mentions if toponym.place is not None and toponym.place.feature.startswith("PCL")), None)
