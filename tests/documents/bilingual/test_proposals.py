"""XLIFF in place: a text that is filled in says where it comes from, and what else a memory has for it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import run_in
from tests.documents.bilingual.bilingualfiles import document_of
from translate.data import Hypothesis, Origin, State, Suggestion
from translate.documents import READERS
from translate.documents.base import Informed
from translate.documents.bilingual.states import told

__all__ = ["run_in"]

SCHEMAS = Path(__file__).parents[4] / "shared" / "tmclients" / "schemas" / "xliff"
QUAY = Suggestion("Le bateau quitte le quai.", "The boat leaves the quay & pier.", 92, "port.tmdb")
OTHER = Suggestion("Le bateau part.", "The boat goes.", None)
MACHINE = Hypothesis("The boat leaves.", -0.1, suggestions=(QUAY, OTHER))
SPACES = {
    "12": 'xmlns="urn:oasis:names:tc:xliff:document:1.2"',
    "q": 'xmlns:q="urn:oasis:names:tc:xliff:document:1.2"',
    "2": 'xmlns="urn:oasis:names:tc:xliff:document:2.0"',
}
SOURCE = "<source>Le bateau quitte le port.</source>"
PROPOSED = (
    '<alt-trans{} match-quality="92%" origin="port.tmdb"><source>Le bateau quitte le quai.</source>'
    "<target>The boat leaves the quay &amp; pier.</target></alt-trans>"
    "<alt-trans{}><source>Le bateau part.</source><target>The boat goes.</target></alt-trans>"
)
MATCHES = (
    '<{0}match ref="#s1" matchQuality="92" origin="port.tmdb"><source>Le bateau quitte le quai.</source>'
    "<target>The boat leaves the quay &amp; pier.</target></{0}match>"
    '<{0}match ref="#s1"><source>Le bateau part.</source><target>The boat goes.</target></{0}match>'
)


def v12(body: str, more: str = "") -> str:
    file = 'original="a" datatype="plaintext" source-language="fr" target-language="en"'
    return f'<xliff version="1.2" {SPACES["12"]}{more}><file {file}><body>{body}</body></file></xliff>'


def v2(body: str) -> str:
    head = f'<xliff version="2.0" {SPACES["2"]} srcLang="fr" trgLang="en">'
    return f'{head}<file id="f"><unit id="u">{body}</unit></file></xliff>'


def filled(content: str, folder: Path, *hypotheses: Hypothesis, **config: object) -> str:
    """Return a file whose texts were translated, each by the hypothesis of its number."""
    document = document_of("xliff", content, folder, **config)
    made = folder / "made.xlf"
    with READERS.load("xliff").rebuild(document, made, language="en") as rebuilder:
        assert isinstance(rebuilder, Informed)
        for block, hypothesis in zip(document.blocks, hypotheses, strict=True):
            rebuilder.explain(block, [hypothesis])
            rebuilder.write(block, hypothesis.text)
    return made.read_text("utf-8")


def test_proposals_stand_behind_the_target_of_version_1_2(tmp_path: Path) -> None:
    after = r"<target [^<>]*>The boat leaves.</target>"
    for body in (f"{SOURCE}", f"{SOURCE}<target/>", f"{SOURCE}<target state='new'/>"):
        made = filled(v12(f"<trans-unit id='1'>{body}<note>x</note></trans-unit>"), tmp_path, MACHINE)
        assert re.search(f"{after}{re.escape(PROPOSED.format('', ''))}<note>x</note></trans-unit>", made)


def test_each_segment_of_version_1_2_has_its_own(tmp_path: Path) -> None:
    segment = "<mrk mtype='seg' mid='{}'>Un mot.</mrk>"
    body = f"<source>Un mot. Un mot.</source><seg-source>{segment.format(1)} {segment.format(2)}</seg-source>"
    for target in ("", "<target><mrk mtype='seg' mid='1'/> <mrk mtype='seg' mid='2'/></target>"):
        unit = f"<trans-unit id='1'>{body}{target}</trans-unit>"
        made = filled(v12(unit), tmp_path, Hypothesis("A word.", 0.0), MACHINE)
        mid = ' mid="2"'
        assert made.endswith(f"</target>{PROPOSED.format(mid, mid)}</trans-unit></body></file></xliff>")


def test_what_is_proposed_already_is_not_proposed_again(tmp_path: Path) -> None:
    there = f"<alt-trans><target>{OTHER.target}</target></alt-trans>"
    made = filled(v12(f"<trans-unit id='1'>{SOURCE}{there}</trans-unit>"), tmp_path, MACHINE)
    assert (made.count(OTHER.target), made.count("<alt-trans")) == (1, 2)


@pytest.mark.parametrize(
    "body",
    [
        f"<trans-unit id='1' mq:status='NotStarted'>{SOURCE}</trans-unit>",
        f"<trans-unit id='1'>{SOURCE}<sdl:seg-defs/></trans-unit>",
    ],
)
def test_tools_that_keep_proposals_in_their_own_way_get_none(body: str, tmp_path: Path) -> None:
    spaces = ' xmlns:mq="MQXliff" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'
    made = filled(v12(body, spaces), tmp_path, MACHINE)
    assert "The boat leaves." in made and "alt-trans" not in made


def test_proposals_are_the_first_of_a_unit_of_version_2(tmp_path: Path) -> None:
    made = filled(v2(f"<segment id='s1'>{SOURCE}</segment>"), tmp_path, MACHINE)
    space = 'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"'
    begins = f"<unit id=\"u\"><mtc:matches {space}>{MATCHES.format('mtc:')}</mtc:matches><segment id='s1'"
    assert begins in made
    assert ' state="translated" subState="bitexte:mt"><source>' in made


def test_matches_that_are_there_get_more_under_their_prefix(tmp_path: Path) -> None:
    held = f"<m:match ref='#s1'>{SOURCE}<target>{OTHER.target}</target></m:match>"
    before = f"<m:matches xmlns:m='urn:oasis:names:tc:xliff:matches:2.0'>{held}</m:matches><segment id='s1'>{SOURCE}"
    made = filled(v2(f"{before}</segment>"), tmp_path, MACHINE)
    assert made.count("<m:match ") == 2 and made.count(OTHER.target) == 1 and "mtc:" not in made


def test_a_segment_that_nothing_names_gets_no_matches(tmp_path: Path) -> None:
    made = filled(v2(f"<segment>{SOURCE}</segment>"), tmp_path, MACHINE)
    assert "The boat leaves." in made and "match" not in made


MEMORY = Hypothesis("x", 0.0, origin=Origin.MEMORY)
DRAFT = b'<target state="needs-review-translation" state-qualifier="leveraged-mt">'


@pytest.mark.parametrize(
    ("hypotheses", "qualifier"),
    [
        ([Hypothesis("x", -1.0)], b' state-qualifier="leveraged-mt"'),
        ([MEMORY, Hypothesis("x", -1.0)], b' state-qualifier="leveraged-mt"'),
        ([], b' state-qualifier="leveraged-mt"'),
        ([MEMORY, Hypothesis("1", 0.0, origin=Origin.CARRIED)], b' state-qualifier="exact-match"'),
        ([Hypothesis("x", 0.0, origin=Origin.MEMORY, state=State.DRAFT)], b' state-qualifier="fuzzy-match"'),
        ([Hypothesis("x", 0.0, origin=Origin.HUMAN)], b""),
    ],
)
def test_where_a_translation_comes_from_is_said(hypotheses: list[Hypothesis], qualifier: bytes) -> None:
    assert told(DRAFT, hypotheses) == b'<target state="needs-review-translation"%s>' % qualifier


def test_words_of_other_tools_for_origins() -> None:
    assert told(b'<sdl:seg conf="Draft" origin="mt"/>', [MEMORY]) == b'<sdl:seg conf="Draft" origin="tm"/>'
    assert told(b'<segment subState="bitexte:mt">', [MEMORY]) == b'<segment subState="bitexte:tm">'
    assert told(b'<segment gtmt="true">', [MEMORY]) == b"<segment>"


FILES = {
    "a.xlf": v12(f'<trans-unit id="1">\n {SOURCE}\n <note>x</note></trans-unit>'),
    "b.xlf": v2(f'\n<notes><note>x</note></notes><segment id="s1">{SOURCE}</segment>'),
}


@pytest.mark.parametrize(("name", "schema"), [("a.xlf", "xliff-core-1.2-strict.xsd"), ("b.xlf", "xliff-core-2.0.xsd")])
def test_proposals_come_from_the_memory_of_a_run_and_the_schema_accepts_them(
    name: str, schema: str, tmp_path: Path, run_in: object
) -> None:
    assert callable(run_in)
    (tmp_path / name).write_text(FILES[name], "utf-8")
    (tmp_path / "port.tsv").write_text("Le bateau quitte le quai.\tThe boat leaves the quay.\n", "utf-8")
    memory = ("--memory", "port.tsv", "--fuzzy", "60")
    ran = run_in(tmp_path, "translate", name, "--engine", "rotate", "--any-language", "--out", "out", *memory)
    assert ran.code == 0, ran.error
    made = next(path for path in (tmp_path / "out").iterdir() if path.name.endswith(".en.xlf"))
    assert 'origin="port.tsv"><source>Le bateau quitte le quai.</source>' in made.read_text("utf-8")
    if SCHEMAS.is_dir() and shutil.which("xmllint"):
        run = subprocess.run(
            ["xmllint", "--noout", "--nonet", "--schema", SCHEMAS / schema, made],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"XML_CATALOG_FILES": str(SCHEMAS / "catalog.xml")},
        )
        assert run.returncode == 0, run.stderr
