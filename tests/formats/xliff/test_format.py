"""XLIFF: what we write goes to a reviewer and comes back; what other tools write is read."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import CODED, FULL, PLAIN, UNITS, bitext
from translate.data import CodeKind, InlineCode, Issue, Note, Origin, Severity, State, TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, read_bitext, write_bitext

SCHEMAS = Path(__file__).parents[4] / "shared" / "tmclients" / "schemas" / "xliff"
SECOND = replace(PLAIN, name="other", document="lettre.txt", properties=(("tu@changeid", "É\t\\"), ("x-a", "")))
OFFICE = replace(
    PLAIN,
    name="office",
    source=Variant("fr", "La vis tient.", None, (
        InlineCode(3, 3, CodeKind.START, 1, "bold"),
        InlineCode(6, 6, CodeKind.END, 1, "bold"),
        InlineCode(6, 6, CodeKind.ISOLATED, None, "x-note"),
    )),
    target=Variant("en", "The screw holds.", None, (
        InlineCode(4, 4, CodeKind.START, 1, "bold"),
        InlineCode(9, 9, CodeKind.END, 1, "bold"),
        InlineCode(9, 9, CodeKind.ISOLATED, None, "x-note"),
    )),
)  # fmt: skip
"""As of a Word document, whose codes have no text."""
NAMES = {"xliff": "x.xlf", "xliff2": "x.xliff"}


def read(folder: Path, content: str | bytes, name: str = "x.xlf") -> tuple[list[TranslationUnit], list[Remark]]:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    remarks: list[Remark] = []
    return list(read_bitext(folder / name, report=remarks.append).units), remarks


def xliff12(*units: str, languages: str = 'source-language="fr" target-language="en"', root: str = "") -> str:
    return (
        f'<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"{root}>\n'
        f'<file original="a.html" datatype="html" {languages}><header/><body><group id="g">\n'
        + "\n".join(units)
        + "\n</group></body></file></xliff>"
    )


def xliff20(*units: str) -> str:
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en">\n'
        '<file id="f1">' + "\n".join(units) + "</file></xliff>"
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="no ../shared/tmclients/schemas beside the checkout")
@pytest.mark.skipif(shutil.which("xmllint") is None, reason="no xmllint: apt-get install libxml2-utils")
@pytest.mark.parametrize(
    "units", [(), (*UNITS, SECOND, OFFICE, replace(SECOND, target=Variant("en", "")))], ids=["none", "some"]
)
def test_the_schema_accepts_it(name: str, units: tuple[TranslationUnit, ...], tmp_path: Path) -> None:
    path = write_bitext(bitext(units), tmp_path / "x", name)[0]
    schema = SCHEMAS / ("xliff-core-1.2-strict.xsd" if name == "xliff" else "xliff-core-2.0.xsd")
    run = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--schema", schema, path],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"XML_CATALOG_FILES": str(SCHEMAS / "catalog.xml")},
    )
    assert run.returncode == 0, run.stderr


def test_version_1_2_looks_as_documented(tmp_path: Path) -> None:
    write_bitext(bitext([CODED, PLAIN], Header("fr", "en")), tmp_path / "x", "xliff")
    lines = (tmp_path / "x.xlf").read_text(encoding="utf-8").splitlines()
    assert lines[5:9] == [
        '<trans-unit id="1" resname="4" xml:space="preserve">',
        '<source>Un <bpt id="1" ctype="bold" rid="2">&lt;b&gt;</bpt>mot<ept id="1" rid="2">&lt;/b&gt;</ept> : '
        '<ph id="2" ctype="image">![a](b)</ph> et <it pos="open" id="3">&lt;i&gt;</it></source>',
        '<target state="needs-review-translation" state-qualifier="leveraged-mt"><ph id="2" ctype="image">![a](b)</ph>'
        ': a <bpt id="1" ctype="bold" rid="2">&lt;b&gt;</bpt>word<ept id="1" rid="2">&lt;/b&gt;</ept> and'
        '<x id="4" ctype="lb"/></target>',
        '<context-group purpose="information"><context context-type="x-origin">machine</context>'
        '<context context-type="x-alignment">1-1</context><context context-type="x-target">45b13f72</context>'
        "</context-group>",
    ]
    assert '<trans-unit id="2" resname="2" xml:space="preserve">' in lines
    assert '<target state="translated">Two.</target>' in lines


def test_version_2_1_looks_as_documented(tmp_path: Path) -> None:
    coded = replace(CODED, issues=FULL.issues[:1])
    write_bitext(bitext([coded, PLAIN], Header("fr", "en")), tmp_path / "x", "xliff2")
    content = (tmp_path / "x.xliff").read_text(encoding="utf-8")
    for part in (
        '<unit id="u1" name="4">\n<mda:metadata><mda:metaGroup category="bitexte"><mda:meta type="x-origin">machine<',
        '<its:locQualityIssues xml:id="q1"><its:locQualityIssue locQualityIssueType="numbers" '
        'locQualityIssueComment="The target has 1,000; the source 1 000." locQualityIssueSeverity="50" '
        'locQualityIssueProfileRef="urn:bitexte:check:numbers:0.5"/></its:locQualityIssues>',
        '<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data><data id="d3">![a](b)</data>'
        '<data id="d4">&lt;i&gt;</data></originalData>',
        '<segment state="translated" subState="bitexte:mt">\n'
        '<source>Un <pc id="1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">mot</pc> : '
        '<ph id="2" dataRef="d3" type="image"/> et <sc id="3" isolated="yes" dataRef="d4"/></source>\n',
        '<target><mrk id="q" type="its:any" its:locQualityIssuesRef="#its=q1"><ph id="2" dataRef="d3" type="image"/>',
        '<segment state="translated">\n<source>Deux.</source>\n<target>Two.</target>\n</segment>',
    ):
        assert part in content


@pytest.mark.parametrize("name", NAMES)
def test_units_stand_in_a_file_for_each_document(name: str, tmp_path: Path) -> None:
    units = [replace(PLAIN, name=str(n), document=document) for n, document in enumerate(["a", "a", "b", None])]
    write_bitext(bitext(units), tmp_path / "x", name)
    content = (tmp_path / NAMES[name]).read_text(encoding="utf-8")
    assert content.count("<file ") == content.count("</file>") == 3
    assert [unit.document for unit in read_bitext(tmp_path / NAMES[name]).units] == ["a", "a", "b", None]


@pytest.mark.parametrize(
    ("name", "old", "new", "origin", "score"),
    [
        ("xliff", "", "", Origin.MACHINE, 87.25),
        ("xliff", 'needs-review-translation" state-qualifier="leveraged-mt', "final", Origin.HUMAN, 87.25),
        ("xliff", "needs-review-translation", "final", Origin.HUMAN, 87.25),
        ("xliff", "Summer", "This summer", Origin.HUMAN, None),
        ("xliff2", "", "", Origin.MACHINE, 87.25),
        ("xliff2", 'state="translated"', 'state="reviewed"', Origin.HUMAN, 87.25),
        ("xliff2", "Summer", "This summer", Origin.HUMAN, None),
    ],
)
def test_what_comes_back_from_review_says_who_did_it(
    name: str, old: str, new: str, origin: Origin, score: float | None, tmp_path: Path
) -> None:
    write_bitext(bitext([replace(FULL, state=None)]), tmp_path / "x", name)
    content = (tmp_path / NAMES[name]).read_text(encoding="utf-8")
    assert old in content
    (unit,), _ = read(tmp_path, content.replace(old, new) if old else content, NAMES[name])
    assert (unit.origin, unit.score) == (origin, score)
    assert unit.issues == (() if score is None else FULL.issues)
    write_bitext(bitext([unit]), tmp_path / "back", "tmx")
    assert list(read_bitext(tmp_path / "back.tmx").units) == [replace(unit, suggestions=())]
    assert f'<prop type="x-origin">{origin}</prop>' in (tmp_path / "back.tmx").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("attributes", "origin"),
    [
        ('state="final"', Origin.HUMAN),
        ('state="translated"', Origin.HUMAN),
        ('state="signed-off" state-qualifier="exact-match"', Origin.HUMAN),
        ('state="translated" state-qualifier="leveraged-mt"', Origin.MACHINE),
        ('state="needs-review-translation" state-qualifier="fuzzy-match"', Origin.MEMORY),
        ('state="needs-translation"', Origin.MEMORY),
        ("", Origin.MEMORY),
    ],
)
def test_states_of_other_tools(attributes: str, origin: Origin, tmp_path: Path) -> None:
    unit = f'<trans-unit id="1"><source>Oui.</source><target {attributes}>Yes.</target></trans-unit>'
    assert read(tmp_path, xliff12(unit))[0][0].origin is origin
    approved = unit.replace("<trans-unit", '<trans-unit approved="yes"')
    is_new = "needs-translation" in attributes
    assert read(tmp_path, xliff12(approved))[0][0].origin is (Origin.MEMORY if is_new else Origin.HUMAN)


def test_codes_of_other_tools_are_read(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="7"><source>Un <g id="1" ctype="bold">mot <x id="2" ctype="lb"/></g> '
        '<bpt id="3">[<sub>n</sub></bpt>là<ept id="3">]</ept> <bx id="4"/>et<ex id="4"/> <mrk mtype="term">ici</mrk>'
        '<it pos="close" id="5">}</it></source><target>One</target></trans-unit>'
    )
    (read_unit,), _ = read(tmp_path, xliff12(unit))
    assert read_unit.source.text == "Un mot  [nlà] et ici}"
    assert read_unit.source.codes == (
        InlineCode(3, 3, CodeKind.START, 1, "bold", "1", (("form", "g"),)),
        InlineCode(7, 7, CodeKind.ISOLATED, None, "lb", "2"),
        InlineCode(7, 7, CodeKind.END, 1, "bold", "1"),
        InlineCode(8, 10, CodeKind.START, 3, "", "3", (("xliff:content", "[<sub>n</sub>"),)),
        InlineCode(12, 13, CodeKind.END, 3, "", "3"),
        InlineCode(14, 14, CodeKind.START, 4, "", "4"),
        InlineCode(16, 16, CodeKind.END, 4, "", "4"),
        InlineCode(20, 21, CodeKind.END, None, "", "5"),
    )


def test_segments_of_a_unit_are_units(tmp_path: Path) -> None:
    marks = '<mrk mtype="seg" mid="a">{}</mrk> <mrk mtype="seg" mid="b">{}</mrk>'
    unit = (
        '<trans-unit id="7"><source>Un. Deux.</source><seg-source>' + marks.format("Un.", "Deux.") + "</seg-source>"
        "<target>" + marks.format("One.", "Two.") + "</target></trans-unit>"
    )
    units, _ = read(tmp_path, xliff12(unit))
    assert [(u.name, u.source.text, u.target.text) for u in units] == [("7-1", "Un.", "One."), ("7-2", "Deux.", "Two.")]
    segment = "<segment><source>{}</source><target>{}</target></segment>"
    unit = '<unit id="7">' + segment.format("Un.", "One.") + "<ignorable><source> </source></ignorable>"
    units, _ = read(tmp_path, xliff20(unit + segment.format("Deux.", "Two.") + "</unit>"))
    assert [(u.name, u.source.text, u.target.text) for u in units] == [("7-1", "Un.", "One."), ("7-2", "Deux.", "Two.")]


def test_version_2_of_other_tools_is_read_under_either_name(tmp_path: Path) -> None:
    unit = (
        '<unit id="1"><notes><note>Un mot</note></notes><originalData><data id="d">&lt;br<cp hex="0001"/>></data>'
        '</originalData><segment state="final"><source>Un <pc id="1" type="fmt" subType="xlf:i">mot</pc><ph id="2" '
        'dataRef="d"/><sc id="3" subType="html:u" type="fmt"/>a<ec startRef="3"/></source>'
        '<target>One<cp hex="0002"/></target></segment></unit>'
    )
    for name in NAMES.values():
        (found,), _ = read(tmp_path, xliff20(unit), name)
        assert (found.source.text, found.target.text) == ("Un mot<br\x01>a", "One\x02")
        assert [(code.pair, code.type) for code in found.source.codes] == [
            (1, "italic"), (1, "italic"), (None, ""), (3, "html:u"), (3, "html:u"),
        ]  # fmt: skip
        assert (found.origin, found.notes) == (Origin.HUMAN, (Note("Un mot"),))


def test_issues_of_other_tools_are_read(tmp_path: Path) -> None:
    issue = '<its:locQualityIssue locQualityIssueType="misspelling" locQualityIssueSeverity="80" {}/>'
    unit = (
        '<unit id="1" xmlns:its="http://www.w3.org/2005/11/its"><its:locQualityIssues xml:id="i">'
        + issue.format('locQualityIssueComment="a"')
        + issue.format("").replace("80", "high")
        + "</its:locQualityIssues><segment><source>Un</source><target>One</target></segment></unit>"
    )
    (found,), remarks = read(tmp_path, xliff20(unit))
    assert found.issues == (Issue("misspelling", Severity.ERROR, "a"),)
    assert ["an ITS issue is dropped" in remark.message for remark in remarks] == [True]


def test_a_unit_without_target_has_an_empty_one(tmp_path: Path) -> None:
    (unit,), _ = read(tmp_path, xliff12('<trans-unit id="1"><source>Oui.</source></trans-unit>'))
    assert unit.target.text == ""
    assert unit.standing is State.UNTRANSLATED
    write_bitext(bitext([unit]), tmp_path / "back", "xliff")
    assert list(read_bitext(tmp_path / "back.xlf").units) == [unit]


def test_a_unit_without_source_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    good = '<trans-unit id="2"><source>Oui.</source><target>Yes.</target></trans-unit>'
    units, remarks = read(tmp_path, xliff12('<trans-unit id="1"/>', good, "<bin-unit id='b'/>"))
    assert [unit.name for unit in units] == ["2"]
    assert [(remark.verdict, remark.line) for remark in remarks] == [("rejected", 4), ("lost", 6)]


LAUGHS = '<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
UNIT = '<trans-unit id="1"><source>Oui.</source><target>Yes.</target></trans-unit>'
BAD_FILES = {
    "XML bomb": (xliff12(UNIT).replace("\n", LAUGHS, 1), "1:50: the DOCTYPE declares entities"),
    "external entity": (xliff12(UNIT).replace("\n", OUTSIDE, 1), "1:77: the DOCTYPE declares entities"),
    "cut off": (xliff12(UNIT)[:-40], "4:62: is truncated (unclosed token)"),
    "empty": ("", "1:1: is truncated (no element found)"),
    "text": ("Bonjour.", "1:1: not well-formed: syntax error"),
    "TMX": ('<tmx version="1.4"/>', "1:1: is not XLIFF: its root is <tmx>"),
    "another version": ('<xliff version="3.0"/>', "1:1: is XLIFF version '3.0'; expected 1.0 to 2.2"),
    "no languages": (xliff12(UNIT, languages=""), "has no source-language; give the languages"),
    "a control character": (xliff12(UNIT.replace("Oui", "O\x0bi")), "4:29: not well-formed"),
    "deep": (xliff12(UNIT.replace("Oui", "<g id='1'>" * 10_000)), "elements are nested more than 100 deep"),
    "other bytes": (xliff12(UNIT).encode().replace(b"Oui", b"O\xe9i"), "4:29: bytes that are not of the file's"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_bad_file_has_a_place_and_a_reason(case: str, tmp_path: Path) -> None:
    content, message = BAD_FILES[case]
    with pytest.raises(FormatError) as caught:
        read(tmp_path, content)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "x.xlf"))


def test_a_doctype_on_the_network_is_not_fetched(tmp_path: Path) -> None:
    content = xliff12(UNIT).replace("\n", '\n<!DOCTYPE xliff SYSTEM "http://example.invalid/xliff.dtd">\n', 1)
    assert len(read(tmp_path, content)[0]) == 1


def test_an_element_without_end_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.formats.xmlstream.MAX_ELEMENT_CHARACTERS", 100_000)
    with pytest.raises(FormatError, match="no element ends within 100,000 characters"):
        read(tmp_path, xliff12(UNIT.replace("Oui", "x" * 1_000_000)))


def test_files_in_other_languages_are_left_out_and_told(tmp_path: Path) -> None:
    other = (
        '<file original="b" datatype="html" source-language="fr" target-language="de"><body><trans-unit id="1">'
        "<source>Oui.</source><target>Ja.</target></trans-unit></body></file></xliff>"
    )
    units, remarks = read(tmp_path, xliff12(UNIT).replace("</xliff>", other))
    assert [unit.target.text for unit in units] == ["Yes."]
    assert [remark.message for remark in remarks] == ["the language 'de' is left out: 1 unit has it."]


@pytest.mark.parametrize(
    "root", ["<xliff>", '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2">', '<xliff version="">']
)
def test_a_root_without_version_is_one_of_the_first(root: str, tmp_path: Path) -> None:
    path = tmp_path / "x.xlf"
    path.write_text(
        f'{root}<file original="a" source-language="fr" target-language="en" datatype="plaintext"><body><trans-unit '
        'id="1"><source>Un pont.</source><target>A bridge.</target></trans-unit></body></file></xliff>'
    )
    assert [unit.target.text for unit in read_bitext(path).units] == ["A bridge."]
