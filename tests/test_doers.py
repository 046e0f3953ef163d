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
    ("ZENDA, Ruritania: Fighters with the Valley Front ambushed a convoy and killed 24 soldiers.", ["Fighters with the Valley Front"]),
    ("The armed group, the Valley Front, has killed three people.", ["Valley Front"]),
    ("The troops of Operation Thunder neutralised 83 gunmen, apprehended 56.", ["troops of Operation Thunder"] * 2),
    ("Militia members stormed the consulate, kidnapping 49 employees.", ["Militia members"]),
    ("The NSAGs abducted four others.", ["NSAGs"]),
    ("Army artillery bombarded the town, injuring 26 people.", ["Army"]),
    ("A new round of rebel shelling killed 19 people.", ["rebel"]),
    ("Three people were injured by explosive shots fired by rebels.", ["rebels"]),
    ("The clinic was destroyed in army airstrikes on Thursday, killing three medics.", ["army"]),
    ("The rebels were held responsible for killing nine villagers.", ["rebels"]),
    ("The council accused the rebels of causing the death of 40 villagers.", ["rebels"]),
    ("The coalition acknowledged the deaths of 735 villagers in its strikes.", ["coalition"]),
    ("The army regained control of 56 villages.", ["army"]),
    ("The army was in control of 40 percent of the district.", ["army"]),
    ("The police also recovered 153 rifles and 27 pistols.", ["police", "police"]),
    ("Fighters of the Valley Front arrested 150 fighters.", ["Fighters of the Valley Front"]),
    ("Nine people were killed in an attack by rebels, with dozens injured.", ["rebels", "rebels"]),
    ("A mortar shell fired by rebels on Monday evening fell in Zenda neighbourhood in the old city injuring two people.", ["rebels"]),
    ("Rebels on Sunday remotely detonated a car that was parked in the city injuring three people.", ["Rebels"]),
    ("Shells were fired on Monday by rebels on the quarter leaving five people killed.", ["rebels"]),
    ("At least six children were killed and 15 injured in rebel attacks on the west of the city.", ["rebel", "rebel"]),
    ("The group said air strikes and army shelling had killed 131 people.", ["army"]),
    ("Army jets struck a house in an attack that killed two people.", ["Army"]),
    ("Seven gunmen were killed by troops in two operations.", ["troops", "troops"]),
    ("Ten people were killed in an Egypt military air strike on a village.", ["Egypt military"]),
    ("The army came at dawn. They captured nine villages.", ["army"]),
    ("The army advanced on Monday, and they captured half of the district.", ["army"]),
    ("The armed group Valley Front fired on five outposts.", ["armed group Valley Front"]),
    ("More than 100 were killed in the war, but at least 49 were killed by rebel shelling.", [None, "rebel"]),
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
    "The assault was followed by shells on quarters dominated by the army leading to the death of eight.",
    "Rebels occupied a clinic in the town, which was then hit by a raid, killing eight people.",
    "The army retreated from nine villages.",
    "By 20 July, 16,200 people had been evacuated.",
    "The commander of the operation declared that they had captured two villages.",
    "The army broke a siege of two towns, cutting off a main road.",
    "Four police officers were killed in a police operation.",
    "Some 2,500 people were killed in Ruritania's siege.",
    "At least 130 people had been killed, some by rebel shelling.",
    "The police recovered 16 bodies.",
    "Rebels launched an attack on a base. Seven soldiers and three rebels died in the attack.",
    "The rebels came. The mayor was there. The roads were closed. Nine people died in the attack.",
    "A region counted 360 dead and 900 injured.",
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
