"""TBX comes from many tools: notes in groups, styles, regions, concepts of one side; and each has its reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from translate.errors import GlossaryError
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.tbx import Style, format_tbx, read_tbx

NTIG = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="fr"><text><body>
<termEntry id="e7">
 <descripGrp><descrip type="subjectField">plomberie</descrip></descripGrp>
 <langSet xml:lang="fr-FR">
  <descripGrp><descrip type="definition">Organe qui <hi>ferme</hi> un tuyau.</descrip></descripGrp>
  <ntig><termGrp><term>vanne</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
 </langSet>
 <langSet xml:lang="en">
  <ntig><termGrp><term>valve</term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp><note>ISO 5598</note></ntig>
  <ntig><termGrp><term>tap</term>
   <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig>
  <ntig><termGrp><term>gate</term>
   <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig>
 </langSet>
 <langSet xml:lang="de"><ntig><termGrp><term>Ventil</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


def read(folder: Path, text: str, source: str = "fr", target: str = "en") -> list[Entry]:
    path = folder / "base.tbx"
    path.write_text(text, encoding="utf-8")
    return list(read_tbx(path, source, target))


def concept(*sections: tuple[str, str], inside: str = "") -> str:
    groups = "".join(f'<langSec xml:lang="{code}">{terms}</langSec>' for code, terms in sections)
    body = f"<conceptEntry>{inside}{groups}</conceptEntry>"
    return f'<tbx style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>{body}</body></text></tbx>'


def section(*terms: str, status: str = "") -> str:
    note = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
    return "".join(f"<termSec><term>{term}</term>{note}</termSec>" for term in terms)


def test_notes_in_groups_belong_to_their_term(tmp_path: Path) -> None:
    found = {entry.target: entry for entry in read(tmp_path, NTIG)}
    assert {target: entry.status for target, entry in found.items()} == {
        "valve": Status.PREFERRED,
        "tap": Status.FORBIDDEN,
        "gate": Status.ADMITTED,
    }
    valve = found["valve"]
    assert (valve.source, valve.concept, valve.part) == ("vanne", "e7", "noun")
    assert (valve.domain, valve.definition, valve.note) == ("plomberie", "Organe qui ferme un tuyau.", "ISO 5598")
    assert found["tap"].note == ""


def test_any_two_languages_of_a_termbase_can_be_read(tmp_path: Path) -> None:
    assert [(one.source, one.target) for one in read(tmp_path, NTIG, "de", "fr")] == [("Ventil", "vanne")]
    assert read(tmp_path, NTIG, "fr", "it") == []


def test_of_terms_without_status_the_first_is_preferred(tmp_path: Path) -> None:
    found = read(tmp_path, concept(("fr", section("vanne")), ("en", section("valve", "gate"))))
    assert [(one.target, one.status) for one in found] == [("valve", Status.PREFERRED), ("gate", Status.ADMITTED)]


def test_beside_a_preferred_term_one_without_status_is_admitted(tmp_path: Path) -> None:
    terms = section("gate") + section("valve", status="preferredTerm-admn-sts")
    found = read(tmp_path, concept(("fr", section("vanne")), ("en", terms)))
    assert [(one.target, one.status) for one in found] == [("gate", Status.ADMITTED), ("valve", Status.PREFERRED)]


def test_each_source_of_a_concept_has_each_target(tmp_path: Path) -> None:
    found = read(tmp_path, concept(("fr", section("vanne", "robinet-vanne")), ("en", section("valve", "gate"))))
    assert [(one.source, one.target) for one in found] == [
        ("vanne", "valve"),
        ("vanne", "gate"),
        ("robinet-vanne", "valve"),
        ("robinet-vanne", "gate"),
    ]
    assert len({one.concept for one in found}) == 1


def test_a_concept_without_a_source_forbids_everywhere_or_says_nothing(tmp_path: Path) -> None:
    bad = section("utilize", status="deprecatedTerm-admn-sts")
    (entry,) = read(tmp_path, concept(("en", bad)))
    assert (entry.source, entry.target, entry.status) == ("", "utilize", Status.FORBIDDEN)
    assert read(tmp_path, concept(("en", section("use")))) == []


def test_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"base\.tbx:3: is not well-formed XML: [^(]*[a-z]\.$"):
        read(tmp_path, NTIG.replace('<termEntry id="e7">', "<termEntry id=e7>"))


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("valve", encoding="utf-8")
    text = f'<!DOCTYPE martif [<!ENTITY x SYSTEM "{secret}">]>' + concept(
        ("fr", section("vanne")), ("en", section("&x;", "gate"))
    )
    assert "valve" not in [one.target for one in read(tmp_path, text)]


STYLES: list[Style] = ["dca", "dct", "2"]


@pytest.mark.parametrize("style", STYLES)
def test_a_concept_is_written_once_whatever_it_has(style: Style) -> None:
    entries = (
        Entry("vis", "screw", Status.PREFERRED, concept="c1", domain="mécanique"),
        Entry("vis", "bolt", Status.FORBIDDEN, concept="c1", domain="mécanique"),
        Entry("clou", "nail", Status.PREFERRED),
        Entry("clou", "pin", Status.ADMITTED),
        Entry("", "utilize", Status.FORBIDDEN, concept="c9"),
    )
    root = etree.fromstring(format_tbx(Termbase("fr-CA", "en-GB", entries), style))
    concepts = list(root.iter("{*}termEntry", "{*}conceptEntry"))
    assert [[term.text for term in one.iter("{*}term")] for one in concepts] == [
        ["vis", "screw", "bolt"],
        ["clou", "nail", "pin"],
        ["utilize"],
    ]
    codes = {group.get("{http://www.w3.org/XML/1998/namespace}lang") for group in root.iter("{*}langSet", "{*}langSec")}
    assert codes == {"fr-CA", "en-GB"}
    names = [one.get("id") for one in concepts]
    assert len(set(names)) == len(names) == 3


def test_names_of_concepts_that_xml_does_not_allow_are_made_anew() -> None:
    entries = (Entry("vis", "screw", Status.PREFERRED, concept="7 vis"), Entry("clou", "nail", Status.PREFERRED))
    root = etree.fromstring(format_tbx(Termbase("fr", "en", entries)))
    assert [one.get("id") for one in root.iter("{*}conceptEntry")] == ["c1", "c2"]


def test_a_prefix_that_nobody_declares_is_told_as_a_fault_of_the_file(tmp_path: Path) -> None:
    status = "<min:administrativeStatus>forbidden</min:administrativeStatus>"
    terms = f"<termSec><term>valve</term>{status}</termSec>"
    with pytest.raises(GlossaryError, match=r"base\.tbx:1: is not well-formed XML: Namespace prefix min"):
        read(tmp_path, concept(("fr", section("vanne")), ("en", terms)))
