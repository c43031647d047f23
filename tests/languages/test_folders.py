"""A folder is all that a language needs: segment, align and check go by it, and nothing else knows of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from translate.cli import main

GERMAN = """\
Die Bibliothek

Die Stadt Bonn eröffnet am 3. Mai 2021 eine neue Bibliothek. Sie kostet 3,5 Mio. Euro, d. h. weniger als geplant. \
Dr. Weiß leitet das Haus.

„Wir freuen uns sehr. Kommen Sie!“, sagte er. Die Regale fassen 120.000 Bände.

Geöffnet ist von 9 bis 18 Uhr. Kinder zahlen nichts, z. B. Schüler der 5. Klasse. Mehr steht unter www.beispiel.de.
"""
ENGLISH = """\
The library

The city of Bonn opens a new library on 3 May 2021. It costs 3.5 million euros, that is, less than planned. \
Dr. Weiß runs the house.

“We are very glad. Do come!” he said. The shelves hold 120,000 volumes.

It is open from 9 to 18 hours. Children pay nothing, e.g. pupils of the 5th grade. More can be found at www.beispiel.de.
"""
SEGMENTS = [
    "Die Bibliothek",
    "Die Stadt Bonn eröffnet am 3. Mai 2021 eine neue Bibliothek.",
    "Sie kostet 3,5 Mio. Euro, d. h. weniger als geplant.",
    "Dr. Weiß leitet das Haus.",
    "„Wir freuen uns sehr. Kommen Sie!“, sagte er.",
    "Die Regale fassen 120.000 Bände.",
    "Geöffnet ist von 9 bis 18 Uhr.",
    "Kinder zahlen nichts, z. B. Schüler der 5. Klasse.",
    "Mehr steht unter www.beispiel.de.",
]
ESPERANTO = '''"""Esperanto, as far as this test needs it."""

from pathlib import Path

from translate.languages.base import Language
from translate.text.numbers.numerals import Numerals

LANGUAGE = Language(
    code="eo",
    name="Esperanto",
    segmentation=Path(__file__).with_name("segmentation.srx"),
    function_words=frozenset("la kaj estas en ne mi vi li".split()),
    numerals=Numerals(decimal=",", scale="milionoj", scales={"milionoj": 10**6}),
    doubled_words=frozenset({"tre"}),
)
'''
ESPERANTO_RULES = """<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="yes"/>
  <body>
    <languagerules>
      <languagerule languagerulename="Esperanto">
        <rule break="no"><beforebreak>ekz\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule break="yes"><beforebreak>\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
      </languagerule>
    </languagerules>
    <maprules><languagemap languagepattern="eo.*" languagerulename="Esperanto"/></maprules>
  </body>
</srx>
"""
WITH_FOLDER = """
import sys
import translate.languages
translate.languages.__path__.append(sys.argv[1])
from translate.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "haus.de.txt", tmp_path / "haus.en.txt"
    for path, text in zip(paths, (GERMAN, ENGLISH), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_german_is_segmented(documents: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["segment", "--language", "de-AT", str(documents[0])]) == 0
    assert capsys.readouterr().out.splitlines() == SEGMENTS


def test_german_is_aligned_with_english(documents: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "haus.json"
    assert main(["align", *map(str, documents), "--source-language", "de", "--out", str(out), "--quiet"]) == 0
    bitext = json.loads(out.read_text(encoding="utf-8"))
    assert (bitext["source_language"], bitext["target_language"]) == ("de", "en")
    assert [unit["source"]["text"] for unit in bitext["units"]] == SEGMENTS
    assert {unit["alignment"] for unit in bitext["units"]} == {"1-1"}
    assert "segmentation:de.srx@" in bitext["signature"]
    assert "scorer:none" in bitext["signature"]


@pytest.mark.parametrize(
    ("german", "english", "found"),
    [
        ("Das kostet 3,5 Mio. Euro.", "That costs 3.5 million euros.", []),
        ("Das kostet 3,5 Mio. Euro.", "That costs 3.5 thousand euros.", ["numbers"]),
        ("Es kamen 1.500 Leute.", "1,500 people came.", []),
        ("Es sind 2,5 km.", "It is 25 km.", ["numbers"]),
        ("Es begann am 3. Mai.", "It began on 3 June.", ["numbers"]),
        ("Es waren einundzwanzig.", "There were 21.", []),
        ("Die Leute sind nicht da und wir auch nicht.", "Die people sind nicht there.", ["remnants"]),
        ("Sie ist da.", "The the woman is there.", ["doubled_words"]),
    ],
)
def test_german_and_english_are_checked(
    german: str, english: str, found: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.tsv").write_text(f"source\ttarget\n{german}\t{english}\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.tsv"), "--source-language", "de", "--json", "-"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert sorted({one["check"] for one in results if one["severity"] != "info"}) == found


def run_with(folder: Path, *arguments: object) -> str:
    """Return what a command prints where `folder` has languages beside those of the package."""
    command = [sys.executable, "-c", WITH_FOLDER, str(folder), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_a_new_folder_is_taken_by_every_command(tmp_path: Path) -> None:
    folder = tmp_path / "languages" / "eo"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(ESPERANTO, encoding="utf-8")
    (folder / "segmentation.srx").write_text(ESPERANTO_RULES, encoding="utf-8")
    source, target = tmp_path / "a.eo.txt", tmp_path / "a.en.txt"
    source.write_text("Mi havas 3,5 milionojn, ekz. Tie. Ĝi estas tre tre bona.\n", encoding="utf-8")
    target.write_text("I have 3.5 million, e.g. there. It is very very good.\n", encoding="utf-8")

    printed = run_with(folder.parent, "segment", "--language", "eo", source)
    assert printed.splitlines() == ["Mi havas 3,5 milionojn, ekz. Tie.", "Ĝi estas tre tre bona."]
    run_with(folder.parent, "align", source, target, "--source-language", "eo", "--out", tmp_path / "a.tsv", "--quiet")
    printed = run_with(folder.parent, "check", tmp_path / "a.tsv", "--source-language", "eo")
    assert "2 pairs, 0 would be refused, 0 unreadable." in printed


def test_a_language_without_a_folder_has_no_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["segment", "--language", "eo", "nowhere.txt"]) == 2
    assert capsys.readouterr().err == "bitexte: Unknown language of segmentation rules 'eo'. Known: de, en, fr.\n"
