"""Where a file says no state, a target that repeats its source was never translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.data import State
from translate.formats import Remark, read_bitext

HEAD_12 = (
    '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body>'
)
HEAD_2 = '<xliff version="2.0" srcLang="fr" trgLang="en"><file id="f">'
SAID = ["targets that repeat their source are read as untranslated: the file says no state of any."]


def standings(path: Path, content: str) -> tuple[list[State], list[str]]:
    remarks: list[Remark] = []
    path.write_text(content)
    units = list(read_bitext(path, report=remarks.append).units)
    return [unit.standing for unit in units], [remark.message for remark in remarks]


def unit_12(number: int, source: str, target: str, attributes: str = "") -> str:
    return f'<trans-unit id="{number}"><source>{source}</source><target {attributes}>{target}</target></trans-unit>'


def unit_2(number: int, source: str, target: str, attributes: str = "") -> str:
    sides = f"<source>{source}</source><target>{target}</target>"
    return f'<unit id="u{number}"><segment {attributes}>{sides}</segment></unit>'


@pytest.mark.parametrize("version", ["1.2", "2.0"])
@pytest.mark.parametrize(
    ("attributes", "state", "said"),
    [("", State.UNTRANSLATED, SAID), ('state="translated"', State.TRANSLATED, [])],
)
def test_a_copy_is_untranslated_where_no_unit_has_a_state(
    version: str, attributes: str, state: State, said: list[str], tmp_path: Path
) -> None:
    head, unit, tail = (
        (HEAD_12, unit_12, "</body></file></xliff>") if version == "1.2" else (HEAD_2, unit_2, "</file></xliff>")
    )
    units = (unit(1, "La scie", "La scie"), unit(2, "42 %", "42 %"), unit(3, "Un clou", "A nail", attributes))
    copies = unit(4, "Une vis", "Une vis")
    found, messages = standings(tmp_path / "app.xlf", head + "".join(units) + copies + tail)
    assert found == [state, State.TRANSLATED, State.TRANSLATED, state]
    assert messages == said
