"""Packages of InDesign: stories come in the order of their frames, and what is none is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import read, write_package
from translate.errors import DocumentError

TYPE = "application/vnd.adobe.indesign-idml-package"
PACKAGING = 'xmlns:p="http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"'


def write(path: Path, frames: str, stories: dict[str, str], **parts: str) -> Path:
    listed = "".join(f'<p:Story src="Stories/{name}.xml"/>' for name in stories)
    text = "<ParagraphStyleRange><CharacterStyleRange><Content>{}</Content></CharacterStyleRange></ParagraphStyleRange>"
    story = f'<p:Story {PACKAGING}><Story Self="{{}}">{{}}</Story></p:Story>'
    return write_package(
        path,
        {
            "mimetype": TYPE,
            "designmap.xml": f'<Document {PACKAGING}><p:Spread src="Spreads/s.xml"/>{listed}</Document>',
            "Spreads/s.xml": f"<p:Spread {PACKAGING}>{frames}</p:Spread>",
            **{f"Stories/{name}.xml": story.format(name, text.format(said)) for name, said in stories.items()},
        }
        | parts,
    )


def test_stories_come_in_the_order_of_their_frames(tmp_path: Path) -> None:
    frames = '<TextFrame ParentStory="b"/><TextFrame ParentStory="a"/><Oval CustomAltText="Une vue"/>'
    path = write(tmp_path / "a.idml", frames, {"c": "Sans cadre.", "a": "Après.", "b": "Avant."})
    blocks = list(read(path, "indesign").blocks)
    assert [block.text for block in blocks] == ["Avant.", "Après.", "Sans cadre.", "Une vue"]
    assert [block.context for block in blocks] == ["spread 1", "spread 1", "story without a frame", "spread 1, alt"]
    assert len(list(read(path, "indesign", skip=("alt",)).blocks)) == 3


@pytest.mark.parametrize("parts", [{"mimetype": "application/zip"}, {}])
def test_a_package_of_another_kind_is_refused(parts: dict[str, str], tmp_path: Path) -> None:
    path = write_package(
        tmp_path / "a.idml", parts | ({"designmap.xml": "<Document/>"} if parts else {"a.xml": "<a/>"})
    )
    with pytest.raises(DocumentError, match="expected an IDML package"):
        read(path, "indesign")


def test_a_snippet_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.idms").write_text("<html/>", "utf-8")
    with pytest.raises(DocumentError, match="begins with html; expected a snippet of InDesign"):
        read(tmp_path / "a.idms", "indesign")
