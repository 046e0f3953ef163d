"""Doers: who is said to have done it, and where nobody is."""

from datetime import date

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

STATED = [
    ("At least six villagers were killed and 15 injured in rebel rocket attacks on the market.", ["rebel", "rebel"]),
    ("Nine people were killed in government shelling on the town.", ["government"]),
    ("Four people had been killed in rebel shelling of a school.", ["rebel"]),
    ("Two women are killed during shelling by army troops in the valley.", ["army troops"]),
    ("At least 17 people were killed in an attack on a hospital by rebels in the north.", ["rebels"]),
    ("The Free Valley Forces have killed 782 villagers and wounded 1,143 others.", ["Free Valley Forces", "Free Valley Forces"]),
    ("At least one person was killed and eight others were injured in Russian missile strikes on the port.", ["Russian", "Russian"]),
    ("Gunmen targeted the market with a mortar shell injuring two traders.", ["Gunmen"]),
    ("Army helicopters resumed their bombing of the valley on Tuesday, killing 26 people.", ["Army"]),
    ("Nine people died when a shell belonging to rebels hit a school. The attack left 20 others wounded.", ["rebels", "rebels"]),
    ("An air strike hit the camp, killing 14 people. It was carried out by the army, monitors said.", ["army"]),
    ("A blast in the market killed eight people. The rebels claimed responsibility for it.", ["rebels"]),
    ("The battalion opened this war when it massacred 44 villagers.", ["battalion"]),
    ("The monitors recorded 40 deaths linked to gang activity.", ["gang"]),
    ("The charity delivered 400 tents and 2,000 blankets to the camp.", ["charity", "charity"]),
    ("UNICEF distributed 24,000 litres of water.", ["UNICEF"]),
    ("The navy rescued 102 migrants from a boat.", ["navy"]),
]
UNSTATED = [
    "A strike on a quarter held by rebels killed nine people.",
    "Zenda strikes killed nine people.",
    "Nine soldiers were killed when rebels launched an assault on their base.",
    "Nine people died in the shelling of the town, hours after a rebel attack.",
    "Nine people were killed in the major strikes.",
    "Nine people died in the military assault on the town.",
    "It was unclear if the army carried out the strikes, in which nine people died.",
    "A blast killed eight people. No group claimed responsibility for it.",
]


@pytest.mark.parametrize(("text", "doers"), STATED)
def test_whoever_is_plainly_said_to_have_done_it_is_the_doer_of_all_told_in_one_breath(text, doers):
    assert told(text) == doers


@pytest.mark.parametrize("text", UNSTATED)
def test_who_is_only_near_an_attack_did_not_do_it(text):
    assert set(told(text)) == {None}


def told(text):
    """Return who is said to have done what each figure of a text counts."""
    claims = extract(Document(text, "test", published=date(2021, 5, 6))).claims
    return [claim.actor.name if claim.actor else None for claim in claims]
