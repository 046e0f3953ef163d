"""Each row of the attribution lexicons does what its example says."""

from __future__ import annotations

from functools import cache

import pytest

from sayso.annotators.actors import Role, classify
from sayso.annotators.cues import Barred, CueNoun, CueVerb, Light
from sayso.annotators.syntax import parse
from sayso.attribution import statements
from sayso.attribution.joints import Joint, joint, mark
from sayso.lexicon import Word, table
from sayso.model import Document, Statement
from sayso.text import paragraphs

VERBS = table("lexicons/cues.csv", CueVerb)
NOUNS = table("lexicons/cue_nouns.csv", CueNoun)
ENDS = table("lexicons/content_ends.csv", Word)
BARRED = table("lexicons/cue_barred.csv", Barred)
LIGHTS = table("lexicons/cue_lights.csv", Light)
TEXT = "\n\n".join(row.example for row in (*VERBS, *NOUNS, *LIGHTS, *BARRED, *ENDS))


@cache
def found() -> tuple[Statement, ...]:
    return statements(Document(TEXT, "examples"), tuple(parse(TEXT, paragraphs(TEXT))))


def cues(example: str) -> list[str]:
    start = TEXT.index(example)
    end = start + len(example)
    return [span.of(TEXT).lower() for item in found() for span in item.cue if start <= span.start < end]


@pytest.mark.parametrize("row", VERBS, ids=lambda row: row.lemma)
def test_a_cue_verb_attributes_in_its_example(row: CueVerb) -> None:
    assert any(set(cue.split()) & set(row.forms) for cue in cues(row.example)), row.example


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row.word)
def test_a_cue_noun_attributes_in_its_example(row: CueNoun) -> None:
    assert any(set(cue.split()) & set(row.forms) for cue in cues(row.example)), row.example


@pytest.mark.parametrize("row", LIGHTS, ids=lambda row: row.lemma)
def test_a_light_verb_lends_its_subject_to_a_noun(row: Light) -> None:
    assert cues(row.example), row.example


@pytest.mark.parametrize("row", table("lexicons/roles.csv", Role), ids=lambda row: row.example)
def test_a_role_has_its_kind_in_its_example(row: Role) -> None:
    assert classify(row.example)[0] == row.kind


@pytest.mark.parametrize("row", BARRED, ids=lambda row: f"{row.verb} {row.object}")
def test_a_cue_verb_says_nothing_with_some_objects(row: Barred) -> None:
    assert not cues(row.example), row.example


@pytest.mark.parametrize("row", ENDS, ids=lambda row: row.word)
def test_a_content_ends_before_a_trailing_word(row: Word) -> None:
    at = TEXT.index(row.example)
    stop = TEXT.index(f", {row.word}", at)
    ministry = [item for item in found() if any(at <= span.start < stop for span in item.cue)]

    assert {piece.end for item in ministry for piece in item.content} == {stop}


@pytest.mark.parametrize("row", table("lexicons/joints.csv", Joint), ids=lambda row: row.kind)
def test_a_joint_has_its_kind_in_its_example(row: Joint) -> None:
    (parsed,) = parse(row.example, paragraphs(row.example))

    assert row.kind in [joint(token) or mark(token) for token in parsed.doc]


@pytest.mark.parametrize("row", table("lexicons/given_counts.csv", Word), ids=lambda row: row.word)
def test_an_amount_that_is_given_is_told(row: Word) -> None:
    told = [piece.of(row.example) for item in said(row.example) for piece in item.content]

    assert any(words.endswith(f"{row.word} of 40 dead") for words in told), row.example


@pytest.mark.parametrize("row", table("lexicons/picture_words.csv", Word), ids=lambda row: row.word)
def test_a_credit_of_a_picture_says_nothing(row: Word) -> None:
    assert said(row.example) == (), row.example


@pytest.mark.parametrize("row", table("lexicons/cites.csv", Word), ids=lambda row: row.word)
def test_whom_a_speaker_cites_says_it_too(row: Word) -> None:
    names = [item.source.name for item in said(row.example) if item.source is not None]

    assert "a military source" in names, row.example


@pytest.mark.parametrize("row", table("lexicons/stand_ins.csv", Word), ids=lambda row: row.word)
def test_a_stand_in_stands_for_the_body_just_named(row: Word) -> None:
    names = [item.source.name for item in said(row.example) if item.source is not None]

    assert names[-1:] == [row.example.split(" said")[0]], row.example


def said(text: str) -> tuple[Statement, ...]:
    return statements(Document(text, "example"), tuple(parse(text, paragraphs(text))))
