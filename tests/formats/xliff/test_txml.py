"""TXML of Wordfast Pro: each segment is a unit, which stands where the tool says."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.data import CodeKind, Note, Origin, State, TranslationUnit
from translate.formats import Header, Remark, read_bitext

SEGMENT = "<segment {attributes}><source>La grue est haute.</source>{rest}</segment>"


def read(tmp_path: Path, segments: str, header: Header | None = None) -> tuple[list[TranslationUnit], list[Remark]]:
    path, remarks = tmp_path / "plan.docx.txml", list[Remark]()
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><txml locale="fr-CA" version="1.0" segtype="sentence" '
        'targetlocale="en-CA"><skeleton>&lt;x/></skeleton>'
        f'<translatable blockId="7">{segments}</translatable></txml>'
    )
    return list(read_bitext(path, header, report=remarks.append).units), remarks


@pytest.mark.parametrize(
    ("attributes", "target", "origin", "state"),
    [
        ("", "", Origin.MEMORY, State.UNTRANSLATED),
        ("", "<target/>", Origin.MEMORY, State.UNTRANSLATED),
        ("", "<target>The crane is tall.</target>", Origin.MEMORY, State.TRANSLATED),
        ("", '<target score="100">The crane is tall.</target>', Origin.MEMORY, State.TRANSLATED),
        ("", '<target score="81">The crane is tall.</target>', Origin.MEMORY, State.DRAFT),
        ('modified="true"', '<target score="81">The crane is tall.</target>', Origin.MEMORY, State.TRANSLATED),
        ('gtmt="true"', "<target>The crane is tall.</target>", Origin.MACHINE, State.DRAFT),
        ('gtmt="true" modified="true"', "<target>The crane is tall.</target>", Origin.HUMAN, State.TRANSLATED),
        ('unconfirmed="true"', "<target>The crane is tall.</target>", Origin.MEMORY, State.DRAFT),
    ],
)
def test_a_unit_stands_where_the_tool_says(
    attributes: str, target: str, origin: Origin, state: State, tmp_path: Path
) -> None:
    (unit,), _ = read(tmp_path, SEGMENT.format(attributes=f'segmentId="2" {attributes}', rest=target))
    assert (unit.origin, unit.standing, unit.name) == (origin, state, "7-2")
    assert (unit.source.language, unit.target.language) == ("fr-CA", "en-CA")


def test_codes_keep_their_ids_and_comments_are_notes(tmp_path: Path) -> None:
    side = 'La <ut x="1" type="bold">&lt;b></ut>grue<ut x="2">&lt;/b></ut> est haute.'
    target = f"<target>{side.replace('est haute', 'is tall')}</target>"
    rest = f'{target}<comments><comment creationid="anne">Un engin.</comment></comments><revisions/>'
    (unit,), remarks = read(tmp_path, f'<segment segmentId="1"><source>{side}</source>{rest}</segment>')
    assert unit.source.text == "La <b>grue</b> est haute."
    assert [(code.id, code.kind, code.type) for code in unit.source.codes] == [
        ("1", CodeKind.ISOLATED, "bold"),
        ("2", CodeKind.ISOLATED, ""),
    ]
    assert unit.notes == (Note("Un engin.", "anne"),)
    assert [remark.message for remark in remarks] == ["<revisions> of a <segment> is left out."]
