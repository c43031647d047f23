"""What other tools say in TMX of origin and state."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.data import Origin, State
from translate.formats import read_bitext

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Atelier" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="fr"
 datatype="xml"></header>
<body>
<tu tuid="1"{of_tu}>{props}<tuv xml:lang="fr"><seg>Oui.</seg></tuv><tuv xml:lang="en"{of_tuv}><seg>Yes.</seg></tuv></tu>
</body>
</tmx>
"""


@pytest.mark.parametrize(
    ("of_tu", "of_tuv", "prop", "origin", "state"),
    [
        ("", "", None, Origin.MEMORY, None),
        (' creationid="anne"', "", None, Origin.MEMORY, None),
        (' creationid="MT!"', "", None, Origin.MACHINE, None),
        ("", ' creationid="MT"', None, Origin.MACHINE, None),
        ("", ' creationtool="x-mt"', None, Origin.MACHINE, None),
        ("", ' creationid="MT" changeid="anne"', None, Origin.MEMORY, None),
        ("", "", ("x-ConfirmationLevel", "Draft"), Origin.MEMORY, State.DRAFT),
        ("", "", ("x-ConfirmationLevel", "Translated"), Origin.MEMORY, None),
        ("", "", ("x-ConfirmationLevel", "ApprovedTranslation"), Origin.MEMORY, State.REVIEWED),
        ("", "", ("x-ConfirmationLevel", "ApprovedSignOff"), Origin.MEMORY, State.APPROVED),
        ("", "", ("x-ConfirmationLevel", "Unspecified"), Origin.MEMORY, State.UNTRANSLATED),
        ("", "", ("x-ConfirmationLevel", "of a new kind"), Origin.MEMORY, None),
        ("", "", ("x-status", "Proofread"), Origin.MEMORY, State.APPROVED),
        ("", "", ("x-status", "MachineTranslated"), Origin.MACHINE, None),
        ("", "", ("x-Origin", "MachineTranslation"), Origin.MACHINE, None),
        ("", "", ("x-Origin", "TM"), Origin.MEMORY, None),
        ("", "", ("x-client", "Draft"), Origin.MEMORY, None),
    ],
)
def test_origin_and_state_are_those_of_the_tool(
    of_tu: str, of_tuv: str, prop: tuple[str, str] | None, origin: Origin, state: State | None, tmp_path: Path
) -> None:
    props = "" if prop is None else f'<prop type="{prop[0]}">{prop[1]}</prop>'
    (tmp_path / "x.tmx").write_text(FILE.format(of_tu=of_tu, of_tuv=of_tuv, props=props), encoding="utf-8")
    (unit,) = read_bitext(tmp_path / "x.tmx").units
    assert (unit.origin, unit.state) == (origin, state)
    assert prop is None or prop in unit.properties, "what the tool said stays"


def test_our_own_word_counts_more_than_a_foreign_one(tmp_path: Path) -> None:
    props = '<prop type="x-origin">human</prop><prop type="x-ConfirmationLevel">Draft</prop>'
    (tmp_path / "x.tmx").write_text(FILE.format(of_tu="", of_tuv="", props=props), encoding="utf-8")
    (unit,) = read_bitext(tmp_path / "x.tmx").units
    assert (unit.origin, unit.state) == (Origin.HUMAN, None)
