"""Attribution: the ways reports say who says it, each with its source and its content."""

from __future__ import annotations

import pytest

from sayso.annotators import quotes
from sayso.annotators.syntax import parse
from sayso.attribution import is_saying, statements
from sayso.model import Document, Quoted, Span, Statement
from sayso.text import paragraphs

# text, source's name (None: nobody is said to say it), what is said
FORMS = (
    ("The Northern Observatory said 12 people died.", "Northern Observatory", "12 people died"),
    ("Twelve people died, the Northern Observatory said on Thursday.", "Northern Observatory", "Twelve people died"),
    ("Twelve people died in the raid, said Omar Haddad, a medic.", "Omar Haddad", "Twelve people died in the raid"),
    ("“We counted nine,” Omar Haddad said. “Two were children.”", "Omar Haddad", "“We counted nine,” … “Two were children.”"),
    ("According to the hospital, nine people died.", "hospital", "nine people died"),
    ("Nine people died, according to the hospital.", "hospital", "Nine people died"),
    ("The agency put the toll at 40.", "agency", "the toll at 40"),
    ("Figures from the ministry show that 40 people died.", "ministry", "that 40 people died"),
    ("Idris Banda was quoted as saying that 40 people died.", "Idris Banda", "that 40 people died"),
    ("Lina Haddad told Reuters that six boats sank.", "Lina Haddad", "that six boats sank"),
    ("Six boats sank, Lina Haddad told Reuters.", "Lina Haddad", "Six boats sank"),
    ("The Red Cross, which runs the camp, said 700 families came.", "Red Cross", "700 families came"),
    ("It has been reported that 20 miners are missing.", None, "that 20 miners are missing"),
    ("Some 200 people are thought to be trapped.", None, "Some 200 people … to be trapped"),
    ("Nine miners were reported missing after the flood.", None, "Nine miners … missing"),
    ("Nine miners are reported as missing.", None, "Nine miners … as missing"),
    ("No deaths were reported in the port.", None, "No deaths"),
    ("The Northern Observatory has counted 260 raids.", "Northern Observatory", "260 raids"),
    ("Volunteers estimated the dead at more than 60.", "Volunteers", "the dead at more than 60"),
    ("The guard said the crew sank nine boats, while two sailors fell.", "guard", "the crew sank nine boats, while two sailors fell"),
    ("The navy gave its own losses as 12 dead, and claimed the port.", "navy", "its own losses as 12 dead"),
    (
        "Raids killed nine, according to the mayor, hours after six were killed in Lamo.",
        "mayor",
        "Raids killed nine … hours after six were killed in Lamo",
    ),
    ("56 dead in strike on port: monitor", "monitor", "56 dead in strike on port"),
    ("A ferry sinks off Lamo with 30 people on board. (Reuters)", "Reuters", "A ferry sinks off Lamo with 30 people on board."),
    ("As the mayor said, 40 homes were lost.", "mayor", "40 homes were lost"),
    ("The army’s claim that 40 fighters died was rejected.", "army", "that 40 fighters died"),
    ("The mayor accused the militia of burning 30 homes.", "mayor", "the militia of burning 30 homes"),
    ("The toll, the mayor said, had reached 40 by noon.", "mayor", "The toll … had reached 40 by noon"),
    (
        "Raids hit nine huts in a valley that hosts army bases, monitors and state radio said.",
        "monitors and state radio",
        "Raids hit nine huts in a valley that hosts army bases",
    ),
    (
        "The toll of the flood rose to 8 in addition to 12 injured a source at the port told the agency on Tuesday.",
        "a source at the port",
        "The toll of the flood rose to 8 in addition to 12 injured",
    ),
    (
        "The dam broke and left two herders dead the Lake Relief Society (LRS) has announced.",
        "Lake Relief Society",
        "The dam broke and left two herders dead",
    ),
    (
        "A flood on Monday killed nine goats and hurt several others villagers said.",
        "villagers",
        "A flood on Monday killed nine goats and hurt several others",
    ),
    ("A truck burned on the road to Port Said the mayor said.", "mayor", "A truck burned on the road to Port Said"),
    (
        "It also said a storm on the coast where ferries are serving the island sank six boats.",
        "It",
        "a storm on the coast where ferries are serving the island sank six boats",
    ),
    ("According to the Lake Relief Society (LRS) the army burned nine huts.", "Lake Relief Society", "the army burned nine huts"),
    ("State radio gave a toll of 12 dead and 40 hurt in the fire.", "State radio", "a toll of 12 dead and 40 hurt in the fire"),
    (
        "In a speech on Monday, Lina Haddad said the miners, three of them boys, were trapped.",
        "Lina Haddad",
        "the miners, three of them boys, were trapped",
    ),
    (
        "Lina Haddad also saw the mayor that day, as Radio Tamba reported on Tuesday, and she left.",
        "Radio Tamba",
        "Lina Haddad also saw the mayor that day",
    ),
    ("The guards may still be tried, and as Banda noted, nine of them have left.", "Banda", "nine of them have left"),
    ("But after the flood, officials said, Lamo still has water.", "officials", "after the flood … Lamo still has water"),
    ("He had a voice in the talks, said a former spokesman for the port, Oleg Banda.", "Oleg Banda", "He had a voice in the talks"),
    ("Voters are more likely to say that the port was lost.", "Voters", "that the port was lost"),
    ("Banda was quick to add that the port was lost.", "Banda", "that the port was lost"),
    ('"The kingdom leads all others in this," the Veldans state in the paper.', "Veldans", '"The kingdom leads all others in this,"'),
    ("Nothing can stop the flood in the valley said Lina Haddad.", "Lina Haddad", "Nothing can stop the flood in the valley"),
)

QUOTATION = (
    "“Nine died,” she said.",
    '"Nine died," she said.',
    "„Nine died“, she said.",
    "«Nine died», she said.",
    "''Nine died,'' she said.",
)

ODD = (
    "",
    "\"",
    "“He said “he said “he said",
    "'' '' '' said ''",
    "ARMY SAYS 40 DEAD IN RAID ON PORT, MINISTRY DENIES",
    "said. Said said said, said.",
    "According to",
    "according to according to the (Reuters) (AP via) (",
    "Dont know whats true the ministry said its 40 dead they said its 50",
    "(Reuters)",
    ": : said: :",
)  # fmt: skip


# text, words that a statement holds, its source, all that is said
SPEECHES = (
    (
        "“We counted nine,” Omar Haddad said, asking the guards for help as he left the port. “Two were children.”",
        "We counted",
        "Omar Haddad",
        "“We counted nine,” … “Two were children.”",
    ),
    (
        "''We counted nine,'' Omar Haddad said. ''Two were children.''",
        "We counted",
        "Omar Haddad",
        "''We counted nine,'' … ''Two were children.''",
    ),
    ("“We counted nine,” said Omar Haddad, half joking.", "We counted", "Omar Haddad", "“We counted nine,”"),
    ("As the rain went on, the mayor said, “We need boats.”", "need boats", "mayor", "“We need boats.”"),
    ("Asked about the dam, the mayor said: “It will hold.”", "will hold", "mayor", "“It will hold.”"),
    ("Oleg Banda praised the crew: “They saved nine,” he said.", "saved nine", "Oleg Banda", "“They saved nine,”"),
    ("“Where are the boats?” the mayor asked him. “Nobody came,” said Banda.", "boats", "mayor", "“Where are the boats?”"),
    ("The guard said it was a “calm night,” according to the mayor.", "calm", "guard", "it was a “calm night,”"),
    ("The mayor said the dam is a strong, though old, wall.", "strong", "mayor", "the dam is a strong, though old, wall"),
    ("Omar Haddad, the harbour chief, said that nine boats sank.", "nine boats", "Omar Haddad", "that nine boats sank"),
    ("Banda was taken to the port and said that nine boats sank.", "nine boats", "Banda", "that nine boats sank"),
    ("The dam did not hold, a guard said, adding that help was near.", "dam", "guard", "The dam did not hold"),
)


@pytest.mark.parametrize(("text", "words", "source", "content"), SPEECHES)
def test_a_speech_has_all_its_parts_and_no_more(text: str, words: str, source: str, content: str) -> None:
    found = [shown(text, item) for item in said(text) if any(words in piece.of(text) for piece in item.content)]

    assert [(name or "").removeprefix("a ") for name, _ in found[-1:]] == [source]
    assert content in [whole for _, whole in found]


def test_he_inside_a_quote_is_not_who_is_quoted() -> None:
    text = "Omar Haddad left. “He says the road was cut,” Oleg Banda said."

    inner = next(item for item in said(text) if item.inside is not None)

    assert inner.source is not None
    assert inner.source.name == "Omar Haddad"


def test_what_a_verb_says_is_not_said_again_by_its_noun() -> None:
    assert len(said("The mayor said in a statement that nine boats sank.")) == 1


def said(text: str, outlet: str | None = None) -> tuple[Statement, ...]:
    return statements(Document(text, "example", outlet=outlet), tuple(parse(text, paragraphs(text))))


def shown(text: str, item: Statement) -> tuple[str | None, str]:
    return item.source.name if item.source else None, " … ".join(piece.of(text) for piece in item.content)


@pytest.mark.parametrize(("text", "source", "content"), FORMS)
def test_a_form_gives_its_source_and_content(text: str, source: str | None, content: str) -> None:
    assert (source, content) in [shown(text, item) for item in said(text)]


@pytest.mark.parametrize("text", QUOTATION)
def test_any_quotation_marks_make_direct_speech(text: str) -> None:
    (found,) = said(text)

    assert found.quoted == Quoted.DIRECT
    assert "Nine died" in found.content[0].of(text)


@pytest.mark.parametrize("text", ODD)
def test_odd_marks_and_wires_give_spans_within_the_text(text: str) -> None:
    for item in said(text):
        assert all(0 <= span.start < span.end <= len(text) for span in (*item.cue, *item.content))


def test_content_leaves_out_a_trailing_participle_which_is_a_statement_of_its_own() -> None:
    text = "The ministry said 12 people died, adding that 30 were hurt."

    found = [shown(text, item) for item in said(text)]

    assert ("ministry", "12 people died") in found
    assert ("ministry", "that 30 were hurt") in found


def test_speech_runs_on_over_a_quote_that_its_paragraph_leaves_open() -> None:
    text = "“We left at night,” said Lina Haddad. “The road was full.\n\n“We counted 40 trucks.”"

    last = said(text)[-1]

    assert shown(text, last) == ("Lina Haddad", "“We counted 40 trucks.”")


def test_a_line_that_ends_in_a_colon_introduces_the_next_paragraph() -> None:
    text = "From the port, Lina Haddad sent this update late on Tuesday:\n\n“I am in a tent. There are 100 people here.”"

    found = said(text)

    assert ("Lina Haddad", "“I am in a tent. There are 100 people here.”") in [shown(text, item) for item in found]


def test_a_bare_sentence_after_a_statement_is_nobodys() -> None:
    text = "The mayor said the road was cut. Thirty houses stood under water."

    assert not any(item.holds(Span(33, 46)) for item in said(text))


def test_an_outlets_own_correspondent_is_the_outlets_voice_inside_it() -> None:
    text = "Harbour Radio’s Lina Banda said 12 people died."

    assert said(text, outlet="Harbour Radio") == ()
    assert said(text, outlet="Lake Post")[0].source is not None


def test_an_outlet_is_no_source_inside_itself() -> None:
    assert said("Harbour Radio reported that 12 people died.", outlet="Harbour Radio") == ()
    assert said("Harbour Radio reported that 12 people died.", outlet="Lake Post")[0].source is not None


def test_a_bracket_that_says_what_a_picture_is_names_no_outlet() -> None:
    assert said("A ferry sinks off Lamo with 30 people on board. (File photo)") == ()


def test_cases_that_are_reported_are_counted_and_said_by_nobody() -> None:
    assert not said("A total of 14 cases of fever were reported in June.")


def test_he_added_without_a_comma_ends_what_he_added() -> None:
    found = said("General Omar Haddad said the port was hit. The navy sank 39 boats to support the troops in Lamo he added.")

    assert shown("General Omar Haddad said the port was hit. The navy sank 39 boats to support the troops in Lamo he added.", found[1]) == (
        "Omar Haddad",
        "The navy sank 39 boats to support the troops in Lamo",
    )


def test_it_said_stands_for_whoever_does_what_is_told() -> None:
    text = "Some 500 men are in the port, according to an army estimate. The coalition sank nine boats near Lamo on Monday, it said."

    assert shown(text, said(text)[-1]) == ("coalition", "The coalition sank nine boats near Lamo on Monday")


def test_whom_a_newspaper_cites_stands_inside_it() -> None:
    text = "According to the Lamo Post, citing a Red Cross delegate, 62 prisoners were freed on Monday."

    last = max(said(text), key=lambda item: len(item.chain))

    assert [source.name for source in last.chain] == ["Lamo Post", "a Red Cross delegate"]
    assert shown(text, last)[1] == "62 prisoners were freed on Monday"


def test_our_teams_are_the_authors_own_voice_and_our_sources_are_not() -> None:
    own, other = said("Our teams documented 43 raids."), said("Our sources said the raid killed nine men.")

    assert not any(is_saying(item) for item in own)
    assert is_saying(other[0])


def test_joint_sources_are_one_link() -> None:
    text = "Police and medical sources said a bomb killed eight people."

    assert said(text)[0].chain[0].name == "Police and medical sources"


def test_a_quote_without_an_end_is_open_and_stays_in_its_paragraph() -> None:
    text = "He said: “We left.\n\nThe road is cut."

    (found,) = quotes.annotate(text, tuple(paragraphs(text)))

    assert found.open
    assert found.span.of(text) == "“We left."


def test_the_same_text_gives_the_same_statements() -> None:
    text = "The ministry said 12 people died. It added that 30 were hurt."

    assert said(text) == said(text)


NAMED = [
    ("State radio gave a toll of 44 dead and 140 injured in the blast.", "State radio"),
    ("The Observatory for Peace follows the war. The Observatory said 17 people were killed.", "Observatory"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_toll_that_is_given_and_a_name_told_shorter(text: str, name: str) -> None:
    assert name in {item.source.name for item in said(text) if item.source}


def test_the_credit_of_a_picture_is_no_source() -> None:
    assert said("Jets hit a street in Arequipa, killing 12 people. (File photo) Nine others were hurt.") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The state news agency Tamba Press said 12 people died.", "Tamba Press"),
        ("The armed group Dawn Brigade said 12 people died.", "Dawn Brigade"),
        ("The provincial health ministry said 12 people died.", "provincial health ministry"),
        ("Twelve People Die in Strikes on Port - Reports", "Reports"),
        ("Twelve people died and four were hurt when a bomb fell on the port. - LRS", "LRS"),
        ("A ferry with 30 people on board sinks off the coast. (Radio 12 Tamba)", "Radio 12 Tamba"),
        ("A rocket killed nine people in the old port city state media said.", "state media"),
        ("A rocket killed nine people in the old port rescue official Oleg Banda told Reuters.", "Oleg Banda"),
    ],
)
def test_a_source_has_its_name_and_no_more(text: str, name: str) -> None:
    assert [item.source.name for item in said(text) if item.source] == [name]


def test_what_happens_says_nothing() -> None:
    assert said("The blasts underscored the need for 40 more guards.") == ()
