"""Files that only look like documents: programs, settings of tools, memories."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.documents.discovery import find_sources

DOCUMENTS = {
    "a.ts": '<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS version="2.1"><context/></TS>',
    "b.php": "<?php\nreturn [\n  'a' => 'Un mot'];",
    "c.php": "<?php $LANG['a'] = 'Un mot';",
    "d.php": "<?php define('A', 'Un mot');",
    "e.toml": 'a = "Un mot"',
    "f.json": "{}",
}
OTHERS = {
    "g.ts": "export const a: string = 'Un mot';",
    "h.php": "<?php echo 'Un mot'; if ($a == 'b') { f(); }",
    "pyproject.toml": '[project]\ndescription = "Un mot ici"',
    "Cargo.toml": "[package]",
    "package.json": '{"description": "Un mot ici"}',
    "setup.cfg": "[metadata]",
    "memoire.tmx": "<tmx/>",
}


def test_a_folder_gives_its_documents_and_leaves_the_rest_aside(tmp_path: Path) -> None:
    for name, content in (DOCUMENTS | OTHERS).items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = find_sources([str(tmp_path)])
    assert {source.name for source in found.sources} == set(DOCUMENTS)
    assert {path.name for path in found.left_aside} == set(OTHERS)


@pytest.mark.parametrize("name", OTHERS)
def test_who_names_a_file_gets_it_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(OTHERS[name], encoding="utf-8")
    assert [source.name for source in find_sources([str(tmp_path / name)]).sources] == [name]
