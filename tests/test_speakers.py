"""Speakers: who says it where another takes over, stands at the end of a sentence, or is only pointed at."""

from __future__ import annotations

import pytest

from sayso.annotators.syntax import parse
from sayso.attribution import statements
from sayso.lexicon import Word, table
from sayso.model import Document, Statement
from sayso.text import paragraphs

# text, source's name, what is said
FORMS = (
    (
        "The minister said that 40 people died in the hills, while a guard said that nine soldiers fell.",
        "minister",
        "that 40 people died in the hills",
    ),
    ("According to the clinic, 40 people died, while the rebels stated that 90 soldiers had fallen.", "clinic", "40 people died"),
    (
        "The rains now touch more than 2 million people, the Lake Relief Society (LRS) said in its latest update.",
        "Lake Relief Society",
        "The rains now touch more than 2 million people",
    ),
    (
        "A second blast, in Lamo, south of Tamba, killed two and hurt dozens, an official and a doctor at the clinic in the city said.",
        "an official and a doctor at the clinic in the city",
        "A second blast, in Lamo, south of Tamba, killed two and hurt dozens",
    ),
    (
        "Since May 4, says the Lake Relief Society, nearly 200 families have left.",
        "Lake Relief Society",
        "Since May 4 … nearly 200 families have left",
    ),
    ("The mayor of Lamo, Oleg Banda, said 22 boats had been burned.", "Oleg Banda", "22 boats had been burned"),
    ("The relief coordinator for South Lamo, Lina Haddad, told the council that it was over.", "Lina Haddad", "that it was over"),
    (
        "A spokesman for the lake-backed LRS also accused the rebels of killing nine herders.",
        "A spokesman for the lake-backed LRS",
        "the rebels of killing nine herders",
    ),
    (
        "A spokesperson for the rebel group Lamo People’s Liberation Front claims that 90 troops died.",
        "A spokesperson for the rebel group Lamo People’s Liberation Front",
        "that 90 troops died",
    ),
    (
        "The Lake Relief Society issued a statement reporting that 44 died.",
        "Lake Relief Society",
        "that 44 died",
    ),
    ("The harbour office published a report alleging that nine boats sank.", "harbour office", "that nine boats sank"),
    ("In mid-June 2016 Norland accused the rebels of burning 40 huts.", "Norland", "the rebels of burning 40 huts"),
    ("The coalition on the other hand has acknowledged responsibility for 326 deaths.", "coalition", "responsibility for 326 deaths"),
    ("An estimate in May by Veldan intelligence put the dead at 40.", "Veldan intelligence", "the dead at 40"),
    ("Per the United Nations, 15 huts were badly damaged.", "United Nations", "15 huts were badly damaged"),
    ("By the count of the Red Cross, 40 people died.", "Red Cross", "40 people died"),
    ("Forty people died, by the ministry’s own count.", "ministry", "Forty people died"),
    ("Forty people died, as reported by the Northern Observatory.", "Northern Observatory", "Forty people died"),
    ("Forty people died in the raid. That is according to the mayor.", "mayor", "Forty people died in the raid."),
    ("He put the number of boats being built in Lamo at 40.", "He", "the number of boats being built in Lamo at 40"),
    ("40 huts burned in Lamo and 13 in Tamba (first estimates by LRS)", "LRS", "40 huts burned in Lamo and 13 in Tamba"),
    ("Some 300 huts burned on the island (UN estimate).", "UN estimate", "Some 300 huts burned on the island"),
    ("A ferry sank off Lamo, killing 40. (Harbour News & Lake Report)", "Harbour News & Lake Report", "A ferry sank off Lamo, killing 40."),
    ("A ferry sank off Lamo, killing 40. (Reuters)(BBC)", "Reuters", "A ferry sank off Lamo, killing 40."),
)

NOBODYS = (
    "Order 66 to move 40 men cannot be justified by military necessity.",
    "Norland: 118 dead in the rains of May",
    "Norland floods: 118 dead, 47 missing since May",
    "The fever took 1,496 lives in the valley (CFR: 1.5%).",
    "A raid by the Lake Liberation Front killed 40 herders (LLF).",
)

CHAINS = (
    ("The council stated that no one had died according to a nurse.", ["council", "a nurse"]),
    ("The BBC said 40 people died on top of nine who died in May, according to the United Nations.", ["BBC", "United Nations"]),
    ("State media claimed nine bodies lay in the hall, citing the head of the office.", ["State media", "head of the office"]),
    ("A nurse said the Lake Relief Society is worried about the fate of 40 men.", ["A nurse", "Lake Relief Society"]),
)

# text, the source of the last statement
POINTED = (
    ("Major General Oleg Banda said troops killed 40 men. The troops freed nine herders, according to him.", "Oleg Banda"),
    ("Many rebels fled. The rebels claimed to have killed 76 troops.", "rebels"),
    ("On Friday 650 soldiers slept there. The Veldan army took the hill and they claimed to have killed 90 men.", "Veldan army"),
    (
        "Human Rights Watch has said that 24 died. On Thursday the human rights body stated that nine were children.",
        "Human Rights Watch",
    ),
    ("The Lake Group said that nine died. Tamba fired back. The group also estimates that 40 were hurt.", "Lake Group"),
)


def said(text: str) -> tuple[Statement, ...]:
    return statements(Document(text, "example"), tuple(parse(text, paragraphs(text))))


@pytest.mark.parametrize(("text", "source", "content"), FORMS)
def test_a_form_gives_its_source_and_content(text: str, source: str, content: str) -> None:
    found = [(item.source.name if item.source else None, " … ".join(piece.of(text) for piece in item.content)) for item in said(text)]

    assert (source, content) in found


@pytest.mark.parametrize(("text", "source"), POINTED)
def test_a_word_that_only_points_at_somebody_gives_the_name(text: str, source: str) -> None:
    last = said(text)[-1]

    assert last.source is not None
    assert last.source.name == source


def test_another_speaker_after_a_contrast_is_nobodys_quotation() -> None:
    first, second = said("An analyst guessed that 500 men could be in the town, while police officials guessed that nine were there.")

    assert (first.inside, second.inside) == (None, None)


def test_who_is_told_of_on_both_sides_of_a_contrast_stays_inside() -> None:
    text = "The mayor said that the army reported nine dead, while the rebels claimed that 40 fell."

    assert [item.inside is not None for item in said(text)] == [False, True, True]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_no_speaker_says_nothing(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_who_passes_it_on_stands_outside(text: str, names: list[str]) -> None:
    inner = next(item for item in said(text) if item.inside is not None)

    assert inner.source is not None
    assert inner.inside is not None
    assert inner.inside.source is not None
    assert [inner.inside.source.name, inner.source.name] == names


@pytest.mark.parametrize("word", sorted(row.example for row in table("lexicons/reckonings.csv", Word)))
def test_a_count_has_an_owner_in_its_example(word: str) -> None:
    assert [item.source.name for item in said(word) if item.source] == ["mayor"]


@pytest.mark.parametrize("word", sorted(row.example for row in table("lexicons/source_asides.csv", Word)))
def test_how_it_is_said_is_no_part_of_who_says_it(word: str) -> None:
    assert [item.source.name for item in said(word) if item.source] == ["army"]
