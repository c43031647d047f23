"""Units of XLIFF as other tools leave them: what is missing, what was changed, and what says where a unit stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import FULL, PLAIN, bitext, read_xliff
from translate.data import Issue, Note, Origin, Severity, Span, State, Suggestion, TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, read_bitext, write_bitext
from translate.formats.units import Notes
from translate.formats.xliff.states import WORDS_12, Review
from translate.formats.xliff.units import Found, digest_of, unite

SOURCE, TARGET = Variant("fr", "Oui."), Variant("en", "Yes.")
NOTHING = Review()
OURS = [("x-origin", "machine"), ("x-score", "87.5"), ("x-span-source", "0:1-5"), ("x-span-target", "0:2-6")]


def found(target: Variant = TARGET, *, review: Review = NOTHING) -> Found:
    issues = (Issue("numbers", Severity.WARNING, "x."),)
    return Found("u", SOURCE, target, "a.txt", review, issues, (Note("note"),))


def united(fields: list[tuple[str, str]], **changes: object) -> tuple[TranslationUnit, list[Remark]]:
    remarks: list[Remark] = []
    notes = Notes(Path("x.xlf"), remarks.append)
    unit = unite(found(**changes), fields, notes, WORDS_12)  # type: ignore[arg-type]
    return unit, remarks


def test_what_nobody_changed_is_as_we_wrote_it() -> None:
    unit, remarks = united([*OURS, ("x-target", digest_of("Yes.")), ("x-property", "a\\tb\tc\\\\")])
    assert (unit.origin, unit.score, unit.source.span, unit.target.span) == (
        Origin.MACHINE, 87.5, Span(0, 1, 5), Span(0, 2, 6),
    )  # fmt: skip
    assert unit.properties == (("a\tb", "c\\"),)
    assert (unit.document, unit.notes, len(unit.issues)) == ("a.txt", (Note("note"),), 1)
    assert remarks == []


def test_a_target_that_somebody_changed_is_a_persons_and_was_not_measured() -> None:
    unit, remarks = united([*OURS, ("x-target", digest_of("Yes!"))])
    assert (unit.origin, unit.score, unit.issues, unit.target.span) == (Origin.HUMAN, None, (), None)
    assert unit.source.span == Span(0, 1, 5), "the source is what it was"
    assert ["targets were edited after export" in remark.message for remark in remarks] == [True]


@pytest.mark.parametrize(
    ("fields", "review", "expected", "state"),
    [
        ([], Review(), Origin.MEMORY, None),
        ([], Review(Origin.MACHINE), Origin.MACHINE, None),
        ([], Review(Origin.MEMORY, State.DRAFT), Origin.MEMORY, State.DRAFT),
        ([], Review(None, State.TRANSLATED), Origin.HUMAN, None),
        ([], Review(Origin.MACHINE, State.APPROVED), Origin.HUMAN, State.APPROVED),
        ([("x-origin", "carried")], Review(), Origin.CARRIED, None),
        ([("x-origin", "carried")], Review(None, State.REVIEWED), Origin.HUMAN, State.REVIEWED),
        ([("x-origin", "machine"), ("x-state", "approved")], Review(), Origin.MACHINE, State.APPROVED),
        ([("x-origin", "machine"), ("x-state", "approved")], Review(None, State.DRAFT), Origin.MACHINE, None),
        ([("x-origin", "robot")], Review(), Origin.MEMORY, None),
    ],
)
def test_origin_and_state_are_ours_where_nobody_touched_them_and_else_the_files(
    fields: list[tuple[str, str]], review: Review, expected: Origin, state: State | None
) -> None:
    unit, _ = united(fields, review=review)
    assert (unit.origin, unit.state) == (expected, state)


def test_a_property_without_tab_is_a_foreign_one() -> None:
    unit, _ = united([("x-property", "no tab"), ("x-other", "1")])
    assert unit.properties == (("x-property", "no tab"), ("x-other", "1"))


@pytest.mark.parametrize(
    ("version", "unit", "verdict", "message"),
    [
        ("1.2", '<trans-unit id="1"><target>a</target></trans-unit>', "rejected", "a <trans-unit> without <source>."),
        ("1.2", '<bin-unit id="1"/>', "lost", "a <bin-unit>, but for the text in it, is left out."),
        ("2.0", '<unit id="1"/>', "rejected", "a <unit> without <segment>."),
        (
            "2.0",
            '<unit id="1"><segment><target>a</target></segment></unit>',
            "rejected",
            "a <segment> without <source>",
        ),
    ],
)
def test_a_unit_without_its_parts_is_told_with_its_line(
    version: str, unit: str, verdict: str, message: str, tmp_path: Path
) -> None:
    whole = {
        "1.2": '<trans-unit id="2"><source>Oui.</source><target>Yes.</target></trans-unit>',
        "2.0": '<unit id="2"><segment><source>Oui.</source><target>Yes.</target></segment></unit>',
    }
    units, remarks = read_xliff(tmp_path, unit + whole[version], version)
    assert [unit.target.text for unit in units] == ["Yes."]
    (remark,) = remarks
    assert (remark.verdict, remark.line) == (verdict, 3)
    assert message in remark.message


@pytest.mark.parametrize("digits", ["zz", "", "110000", "-1", "F" * 30])
@pytest.mark.parametrize("place", ["source", "data"])
def test_a_code_point_that_is_none_is_read_as_a_replacement_and_told(digits: str, place: str, tmp_path: Path) -> None:
    point = f'<cp hex="{digits}"/>'
    unit = (
        f'<unit id="1"><originalData><data id="d">{point * (place == "data")}</data></originalData><segment>'
        f"<source>a{point * (place == 'source')}</source><target>b</target></segment></unit>"
    )
    units, remarks = read_xliff(tmp_path, unit + '<unit id="2"><segment><source>Oui.</source></segment></unit>', "2.0")
    assert [unit.source.text for unit in units] == ["a\ufffd" if place == "source" else "a", "Oui."]
    (remark,) = remarks
    assert (remark.verdict, remark.line, remark.unit) == ("fixed", 3, "1")
    assert f'<cp hex="{digits}"> is no character; expected a code point such as 001F' in remark.message


def test_annotations_of_version_2_are_left_out_and_told(tmp_path: Path) -> None:
    unit = (
        '<unit id="1"><segment><source>Un <mrk id="m" type="term">mot</mrk>.</source><target>A word.</target>'
        "</segment></unit>"
    )
    (found_unit,), remarks = read_xliff(tmp_path, unit, "2.0")
    assert found_unit.source.text == "Un mot."
    assert [remark.message for remark in remarks] == ["<mrk>, an annotation, is left out; its text is kept."]


def test_proposals_of_version_1_are_suggestions(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="1"><source>Oui.</source><target>Yes.</target>'
        '<alt-trans match-quality="92.5%" origin="TM"><source>Oui !</source><target>Aye <g id="1">all</g>.</target>'
        "</alt-trans><alt-trans><target>Yeah.</target></alt-trans></trans-unit>"
    )
    (found,), remarks = read_xliff(tmp_path, unit, "1.2")
    assert found.suggestions == (Suggestion("Oui !", "Aye all.", 92, "TM"), Suggestion("Oui.", "Yeah."))
    assert not remarks


def test_proposals_of_version_1_that_are_none_are_left_out_and_told(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="{}"><source>Oui.</source><target>Yes.</target>'
        '<alt-trans alttranstype="previous-version"><target>Aye.</target></alt-trans></trans-unit>'
    )
    units, remarks = read_xliff(tmp_path, unit.format(1) + unit.format(2), "1.2")
    assert [unit.suggestions for unit in units] == [(), ()]
    assert ["<alt-trans>" in remark.message for remark in remarks] == [True, True]


def test_matches_of_version_2_are_suggestions(tmp_path: Path) -> None:
    unit = (
        '<unit id="1"><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">'
        '<mtc:match ref="#s" matchQuality="80" origin="TM"><source>Oui !</source><target>Aye.</target></mtc:match>'
        '</mtc:matches><segment id="s"><source>Oui.</source><target>Yes.</target></segment></unit>'
    )
    (found,), remarks = read_xliff(tmp_path, unit, "2.1")
    assert found.suggestions == (Suggestion("Oui !", "Aye.", 80, "TM"),)
    assert not remarks


@pytest.mark.parametrize(
    ("segmented", "target", "texts"),
    [
        ('<mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="2">Deux.</mrk>', "One. Two.", ["Un. Deux."]),
        (
            '<mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="2">Deux.</mrk>',
            '<mrk mtype="seg" mid="2">Two.</mrk><mrk mtype="seg" mid="1">One.</mrk>',
            ["Un.", "Deux."],
        ),
        (
            '<mrk mtype="seg" mid="1">Un.</mrk><mrk mtype="seg" mid="2">Deux.</mrk>',
            '<mrk mtype="seg" mid="1">One.</mrk>',
            ["Un.", "Deux."],
        ),
        ('<mrk mtype="term">Un.</mrk>', '<mrk mtype="term">One.</mrk>', ["Un. Deux."]),
    ],
)
def test_segments_are_units_where_the_target_marks_them_or_has_none(
    segmented: str, target: str, texts: list[str], tmp_path: Path
) -> None:
    unit = (
        f'<trans-unit id="7"><source>Un. Deux.</source><seg-source>{segmented}</seg-source>'
        f"<target>{target}</target></trans-unit>"
    )
    units, _ = read_xliff(tmp_path, unit, "1.2")
    assert [unit.source.text for unit in units] == texts
    assert [unit.name for unit in units] == (["7"] if len(texts) == 1 else ["7-1", "7-2"])


def test_a_note_in_our_name_that_is_not_of_our_form_is_a_note(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="1"><source>Oui.</source><target>Yes.</target><note from="bitexte-check">fatal</note>'
        '<note from="bitexte-check">info a - m</note><note>n</note></trans-unit>'
    )
    (found_unit,), _ = read_xliff(tmp_path, unit, "1.2")
    assert found_unit.notes == (Note("fatal"), Note("n"))
    assert found_unit.issues == (Issue("a", Severity.INFO, "m"),)


@pytest.mark.parametrize(
    ("severity", "weight"),
    [("0", "info"), ("24.9", "info"), ("25", "warning"), ("74.9", "warning"), ("75", "error"), ("", "warning")],
)
def test_a_severity_of_its_is_one_of_three(severity: str, weight: str, tmp_path: Path) -> None:
    attribute = f' locQualityIssueSeverity="{severity}"' if severity else ""
    unit = (
        '<unit id="1" xmlns:its="http://www.w3.org/2005/11/its"><its:locQualityIssues xml:id="q">'
        f'<its:locQualityIssue locQualityIssueComment="m"{attribute}/></its:locQualityIssues>'
        "<segment><source>Oui.</source><target>Yes.</target></segment></unit>"
    )
    (found_unit,), _ = read_xliff(tmp_path, unit, "2.0")
    assert found_unit.issues == (Issue("other", Severity(weight), "m"),)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_check_of_any_name_comes_back(name: str, tmp_path: Path) -> None:
    issues = tuple(Issue(check, Severity.INFO, "m", value) for check in ("a:b", "é %", "x/y") for value in (None, 0.5))
    path = write_bitext(bitext([replace(FULL, issues=issues)]), tmp_path / "x", name)[0]
    (unit,) = read_bitext(path).units
    assert unit.issues == issues


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_unit_without_target_waits_for_its_translation(name: str, tmp_path: Path) -> None:
    path = write_bitext(bitext([replace(PLAIN, target=Variant("en", ""))]), tmp_path / "x", name)[0]
    content = path.read_text(encoding="utf-8")
    assert ('state="needs-translation"' if name == "xliff" else 'state="initial"') in content
    (unit,) = read_bitext(path).units
    assert unit.target.text == ""


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_side_in_another_language_than_the_file_says_so(name: str, tmp_path: Path) -> None:
    unit = replace(PLAIN, source=Variant("fr-CA", "Oui."), target=Variant("en_us", "Yes."))
    path = write_bitext(bitext([unit], Header("fr", "en")), tmp_path / "x", name)[0]
    assert path.read_text(encoding="utf-8").count("xml:lang=") == 2
    (back,) = read_bitext(path).units
    assert (back.source.language, back.target.language) == ("fr-CA", "en-US")


@pytest.mark.parametrize(
    ("root", "message"),
    [
        ('<xliff version="3.0" srcLang="fr" trgLang="en"/>', "is XLIFF version '3.0'; expected 1.0 to 2.2"),
        ("<xliff/>", "has no source-language; give the languages to read"),
        ('<xliff version="2.0" trgLang="en"/>', "has no srcLang; give the languages to read"),
        ('<xliff version="2.0" srcLang="fr"/>', "has no trgLang; give the languages to read"),
        ('<xliff version="1.2"><file source-language="fr"/></xliff>', "has no target-language; give the languages"),
        ("<tmx/>", "is not XLIFF: its root is <tmx>; expected <xliff>"),
    ],
)
def test_a_file_that_does_not_say_what_it_is_is_refused(root: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.xlf").write_text(root)
    with pytest.raises(FormatError) as caught:
        read_bitext(tmp_path / "x.xlf")
    assert message in str(caught.value)


def test_a_region_of_the_file_goes_before_the_bare_language_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x.xlf").write_text('<xliff version="2.0" srcLang="fr_CA"><file id="f"/></xliff>')
    read_ = read_bitext(tmp_path / "x.xlf", Header("fr", "en"))
    assert (read_.source_language, read_.target_language) == ("fr-CA", "en")
    with pytest.raises(FormatError, match="has no units from de to en"):
        read_bitext(tmp_path / "x.xlf", Header("de", "en"))


def test_the_languages_are_those_of_the_first_file_with_units(tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source>Oui.</source><target>Ja.</target></trans-unit>'
    (tmp_path / "x.xlf").write_text(
        '<xliff version="1.2"><file source-language="fr" target-language="en"><body/></file>'
        f'<file source-language="fr" target-language="de"><body>{unit}{unit}</body></file></xliff>'
    )
    read_ = read_bitext(tmp_path / "x.xlf", report=[].append)
    assert (read_.source_language, read_.target_language) == ("fr", "de")
    assert [unit.target.text for unit in read_.units] == ["Ja.", "Ja."]
    with pytest.raises(FormatError, match=r"has no units from fr to en; it has fr–de \(2\)\."):
        read_bitext(tmp_path / "x.xlf", Header("fr", "en"))


@pytest.mark.parametrize(
    ("attributes", "target"),
    [(' approved="yes"', ""), ("", ' state="translated"'), (' approved="yes"', ' state="final"'), ("", "")],
)
def test_an_empty_target_is_untranslated_and_is_written_as_it_stood(
    attributes: str, target: str, tmp_path: Path
) -> None:
    unit = f'<trans-unit id="1"{attributes}><source>Oui.</source><target{target}></target></trans-unit>'
    (found_unit,), _ = read_xliff(tmp_path, unit, "1.2")
    assert found_unit.standing is State.UNTRANSLATED
    written = write_bitext(bitext([found_unit]), tmp_path / "back", "xliff")[0].read_text(encoding="utf-8")
    assert f'xml:space="preserve"{attributes}>' in written
    assert f"<target{target or _usual(attributes)}></target>" in written


def _usual(attributes: str) -> str:
    return "" if attributes else ' state="needs-translation"'


@pytest.mark.parametrize(
    ("version", "unit"),
    [
        ("1.2", '<trans-unit id="1" a:q="1" b:q="&quot;" xmlns:a="urn:a" xmlns:b="urn:b"><source>Oui.</source>'
         '<target>Yes.</target><context-group c:p="2" xmlns:c="urn:c"><c:d>e</c:d></context-group></trans-unit>'),
        ("2.0", '<unit id="1" a:q="1" b:q="&quot;" xmlns:a="urn:a" xmlns:b="urn:b"><segment><source>Oui.</source>'
         "<target>Yes.</target></segment></unit>"),
    ],
)  # fmt: skip
def test_what_is_of_another_namespace_comes_back(version: str, unit: str, tmp_path: Path) -> None:
    units, _ = read_xliff(tmp_path, unit, version)
    (path,) = write_bitext(bitext(units), tmp_path / "back", "xliff" if version == "1.2" else "xliff2")
    (again,) = read_bitext(path).units
    assert again.properties == units[0].properties
    assert 'n1:q="1" n2:q="&quot;" xmlns:n1="urn:a" xmlns:n2="urn:b"' in path.read_text(encoding="utf-8")


def test_the_words_of_another_tool_stay_behind_and_this_is_said_once(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="{0}" mq:status="Proofread" xmlns:mq="MQXliff"><source>Oui {0}.</source>'
        "<target>Yes.</target></trans-unit>"
    )
    units, _ = read_xliff(tmp_path, unit.format(1) + unit.format(2), "1.2")
    remarks: list[Remark] = []
    path = write_bitext(bitext(units), tmp_path / "back", "xliff", report=remarks.append)[0]
    assert [remark.message for remark in remarks] == [
        "attributes of another tool are kept as properties alone: this is plain XLIFF."
    ]
    assert "mq:status=" not in path.read_text(encoding="utf-8")
    assert [unit.standing for unit in read_bitext(path).units] == [State.APPROVED] * 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<mrk mtype="seg" mid="1">Un.</mrk> <ept id="1">&lt;/b&gt;</ept>', ["inline codes around"]),
        ('Avant <mrk mtype="seg" mid="1">Un.</mrk>', ["text outside"]),
        ('<mrk mtype="seg" mid="1">Un.</mrk> — ', []),
    ],
)
def test_the_native_text_of_codes_between_segments_is_no_text(content: str, said: list[str], tmp_path: Path) -> None:
    unit = (
        f'<trans-unit id="1"><source>Un.</source><seg-source>{content}</seg-source>'
        '<target><mrk mtype="seg" mid="1">One.</mrk></target></trans-unit>'
    )
    _, remarks = read_xliff(tmp_path, unit, "1.2")
    assert [word for word, remark in zip(said, remarks, strict=True) if word not in remark.message] == []


def test_what_is_left_out_names_the_tool_element_and_the_author_of_a_note(tmp_path: Path) -> None:
    unit = (
        '<note from="pm" priority="1">Read me</note><trans-unit id="1" xmlns:m="http://www.memsource.com/mxlf/2.0">'
        "<source>Oui.</source><target>Yes.</target><m:tunit-metadata/></trans-unit>"
    )
    _, remarks = read_xliff(tmp_path, unit, "1.2")
    assert [remark.message for remark in remarks] == [
        'a <note from="pm" priority="1"> of a file or a group is left out.',
        "<m:tunit-metadata>, of another tool, is left out.",
    ]


def test_what_trados_says_of_a_segment_is_kept(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="1"><source>Oui.</source><seg-source><mrk mtype="seg" mid="4">Oui.</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="4">Yes.</mrk></target><sdl:seg-defs><sdl:seg id="4" conf="Draft" origin="tm" '
        'percent="81"><sdl:prev-origin origin="mt"/><sdl:value key="created_by">Ana</sdl:value></sdl:seg>'
        "</sdl:seg-defs></trans-unit>"
    )
    (found_unit,), _ = read_xliff(tmp_path, unit, "1.2")
    assert found_unit.properties == (
        ("sdl:conf", "Draft"), ("sdl:origin", "tm"), ("sdl:percent", "81"), ("sdl:prev-origin", "mt"),
        ("sdl:created_by", "Ana"),
    )  # fmt: skip


def test_groups_of_metadata_within_others_are_kept(tmp_path: Path) -> None:
    unit = (
        '<unit id="1"><mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="a">'
        '<mda:meta type="k">1</mda:meta><mda:metaGroup category="b"><mda:meta type="l">2</mda:meta></mda:metaGroup>'
        "</mda:metaGroup></mda:metadata><segment><source>Oui.</source><target>Yes.</target></segment></unit>"
    )
    (found_unit,), _ = read_xliff(tmp_path, unit, "2.0")
    assert found_unit.properties == (("xliff2:meta", "a\tk\t1"), ("xliff2:meta", "b\tl\t2"))


def test_what_a_version_cannot_say_of_a_code_is_told_once(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="{0}"><source><g id="3"><x id="1" xid="u{0}" equiv-text="[i]"/></g> {0} <ph id="2">'
        "[<sub>a</sub>]</ph></source><target>{0}</target></trans-unit>"
    )
    units, _ = read_xliff(tmp_path, unit.format(1) + unit.format(2), "1.2")
    for name, expected in (
        ("xliff", []),
        (
            "xliff2",
            [
                "the attribute 'xid' of inline codes is left out: this version has no place for it.",
                "text within inline codes (<sub>) is kept as part of their own.",
            ],
        ),
    ):
        remarks: list[Remark] = []
        write_bitext(bitext(units), tmp_path / "back", name, report=remarks.append)
        assert [remark.message for remark in remarks] == expected


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_note_comes_back_with_its_author_and_language(name: str, tmp_path: Path) -> None:
    notes = (Note("Un bouton", "dev", 2, "source", "fr"), Note("Seen.", "Ana"), Note("Plain"))
    path = write_bitext(bitext([replace(PLAIN, notes=notes)]), tmp_path / "x", name)[0]
    (unit,) = read_bitext(path).units
    assert unit.notes == notes


def test_a_category_of_a_note_is_lost_in_version_1_and_this_is_said(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    units = [replace(PLAIN, notes=(Note("n", category="dev"),), name=name) for name in ("a", "b")]
    write_bitext(bitext(units), tmp_path / "x", "xliff", report=remarks.append)
    assert [remark.message for remark in remarks] == [
        "the category of notes is left out: this version has no place for it."
    ]
