"""Character references of plain text are read as characters, and come back as the line writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.documents import READERS


def rewritten(folder: Path, line: str, target: str | None = None) -> tuple[str, str]:
    """Return what is read of a line, and how `target`, or what was read, is written in its place."""
    path, out = folder / "a.txt", folder / "b.txt"
    path.write_bytes(line.encode())
    reader = READERS.load("text")
    document = reader.read(path, name="a.txt", language="fr", config=DocumentConfig())
    (block,) = document.blocks
    with reader.rebuild(document, out, language="en") as rebuilder:
        rebuilder.write(block, block.text if target is None else target)
    return block.text, out.read_bytes().decode()


@pytest.mark.parametrize(
    ("line", "read", "target", "written"),
    [
        ("L&eacute;ger &gt; 3", "Léger > 3", "Light > 3", "Light &gt; 3"),
        ("C&#39;est &amp; l&#x2019;or", "C'est & l’or", "It's & gold", "It&#39;s &amp; gold"),
        ("Le caf&eacute;", "Le café", "The café’s", "The caf&eacute;&rsquo;s"),
        ("Dit&nbsp;: &laquo;&nbsp;oui&nbsp;&raquo;", "Dit\u00a0: «\u00a0oui\u00a0»", 'Said: "yes"', 'Said: "yes"'),
        ("Écrivez &eacute; pour é.", "Écrivez &eacute; pour é.", "Write &eacute; for é.", "Write &eacute; for é."),
        ("Un &rien; et R&D;", "Un &rien; et R&D;", "A &rien; and R&D;", "A &rien; and R&D;"),
        ("&nbsp;Retrait", "&nbsp;Retrait", "&nbsp;Indent", "&nbsp;Indent"),
        ("Fin&#10;de ligne", "Fin&#10;de ligne", "End&#10;of line", "End&#10;of line"),
    ],
)
def test_references_are_read_and_written(tmp_path: Path, line: str, read: str, target: str, written: str) -> None:
    assert rewritten(tmp_path, line, target) == (read, written)
    assert rewritten(tmp_path, line) == (read, line)
