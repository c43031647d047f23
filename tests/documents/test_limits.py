"""Limits of length that a file states come along with its texts, and the checks see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.config import Config, EngineConfig
from translate.data import Severity
from translate.documents import find_sources
from translate.formats import read_bitext
from translate.run.run import run

CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\\\n"

#. max. 6 characters
msgid "Enregistrer"
msgstr ""

#, max-length:8
msgid "Rechercher"
msgstr ""

#. Shown on the first of 3 pages
msgid "Imprimer"
msgstr ""
""".replace("\\\\", "\\")
XLIFF_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr"
target-language="en" datatype="plaintext"><body>
<trans-unit id="1" maxwidth="6" size-unit="char"><source>Enregistrer</source></trans-unit>
<trans-unit id="2" maxwidth="8" size-unit="glyph"><source>Rechercher</source></trans-unit>
<trans-unit id="3" maxwidth="2"><source>Imprimer</source></trans-unit></body></file></xliff>"""
XLIFF_2 = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" trgLang="en"
xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"><file id="f">
<unit id="1" slr:sizeRestriction="6"><segment><source>Enregistrer</source></segment></unit>
<unit id="2" slr:sizeRestriction="1,8"><segment><source>Rechercher</source></segment></unit>
<unit id="3"><segment><source>Imprimer</source></segment></unit></file></xliff>"""


@pytest.mark.parametrize(("name", "text"), [("a.po", CATALOGUE), ("a.xlf", XLIFF_1), ("a.xlf", XLIFF_2)])
def test_a_limit_of_a_file_is_checked_when_it_is_translated(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run(find_sources([str(tmp_path / name)]).sources, tmp_path / "out", Config(engine=EngineConfig(name="rotate")))
    sizes = {
        unit.source.text: [(issue.severity, issue.value) for issue in unit.issues if issue.check == "size"]
        for path in (tmp_path / "out").glob("*.json")
        for unit in read_bitext(path).units
    }
    assert sizes == {
        "Enregistrer": [(Severity.WARNING, 5.0)],
        "Rechercher": [(Severity.WARNING, 2.0)],
        "Imprimer": [],
    }
