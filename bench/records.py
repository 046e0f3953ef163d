"""Records: corpus documents as nouns, and claims as the gold files have them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from sayso.model import Claim, Document


def document(path: Path) -> Document:
    """Return the document of a JSON file; its text is taken unchanged."""
    held = json.loads(path.read_text("utf-8"))
    published = date.fromisoformat(held["published"][:10]) if held.get("published") else None
    return Document(
        text=held["text"],
        name=held["id"],
        path=str(path),
        title=held.get("title"),
        outlet=held.get("outlet"),
        author=held.get("author"),
        published=published,
        url=held.get("url"),
    )


def record(claim: Claim) -> dict[str, Any]:
    """Return the claim with the fields of the guidelines, under their names."""
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "dimensions": list(claim.dimensions),
        "low": claim.low,
        "high": claim.high,
        "approx": claim.approximate,
        "unit": claim.unit,
        "affected": claim.affected.name if claim.affected else None,
        "civil": claim.civil,
        "actor": claim.actor.name if claim.actor else None,
        "place": claim.place.name if claim.place else None,
        "when": [day.isoformat() if day else None for day in (claim.since, claim.until)] if claim.since or claim.until else None,
        "sources": [{"name": s.name, "kind": s.kind, "anonymous": s.anonymous} for s in claim.chain],
        "hedged": claim.hedged,
        "polarity": claim.polarity,
        "modality": claim.modality,
    }
