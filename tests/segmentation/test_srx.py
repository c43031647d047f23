"""SRX files: what is read, what is refused and with which words, and what we export."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from translate.data import CodeKind
from translate.errors import RuleError, UnknownNameError
from translate.languages import find_language
from translate.segmentation import export_srx, load_segmenter
from translate.segmentation.segmenter import own_rules
from translate.segmentation.srx import read_srx

DATA = Path(__file__).parents[1] / "data" / "segmentation"
RULE = r'<rule break="yes"><beforebreak>[.?!]</beforebreak><afterbreak>\s</afterbreak></rule>'


def srx(
    *,
    rules: str = f'<languagerule languagerulename="All">{RULE}</languagerule>',
    maps: str = '<languagemap languagepattern=".*" languagerulename="All"/>',
    header: str = 'segmentsubflows="yes" cascade="yes"',
    root: str = 'xmlns="http://www.lisa.org/srx20" version="2.0"',
    handles: str = "",
) -> str:
    return (
        f"<srx {root}>\n<header {header}>{handles}</header>\n<body>\n<languagerules>\n{rules}\n</languagerules>\n"
        f"<maprules>\n{maps}\n</maprules>\n</body></srx>"
    )


def written(folder: Path, text: str) -> Path:
    path = folder / "rules.srx"
    path.write_text(text, encoding="utf-8")
    return path


def parts(path: Path, text: str, language: str = "fr") -> list[str]:
    return [segment.text for segment in load_segmenter(language, path).segment(text)]


def rule(before: str, after: str = "", *, breaks: str = "yes") -> str:
    return f'<rule break="{breaks}"><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>'


def language_rule(name: str, *rules: str) -> str:
    return f'<languagerule languagerulename="{name}">\n' + "\n".join(rules) + "\n</languagerule>"


NO_M = rule(r"\bM\.", r"\s", breaks="no")
TWO = language_rule("Fr", NO_M) + language_rule("All", RULE)
EACH_MAP = '<languagemap languagepattern="{}" languagerulename="{}"/>'
TWO_MAPS = EACH_MAP.format("fr.*", "Fr") + EACH_MAP.format(".*", "All")


def test_the_first_rule_that_matches_decides(tmp_path: Path) -> None:
    one = srx(rules=language_rule("All", NO_M, RULE))
    other = srx(rules=language_rule("All", RULE, NO_M))
    assert parts(written(tmp_path, one), "M. X part. Y dort.") == ["M. X part.", "Y dort."]
    assert parts(written(tmp_path, other), "M. X part. Y dort.") == ["M.", "X part.", "Y dort."]


def test_cascade_joins_the_rules_of_all_the_maps_that_match(tmp_path: Path) -> None:
    path = written(tmp_path, srx(rules=TWO, maps=TWO_MAPS))
    assert parts(path, "M. X part. Y dort.", "fr-FR") == ["M. X part.", "Y dort."]
    assert parts(path, "M. X part. Y dort.", "en") == ["M.", "X part.", "Y dort."]


def test_without_cascade_the_first_map_that_matches_decides(tmp_path: Path) -> None:
    path = written(tmp_path, srx(rules=TWO, maps=TWO_MAPS, header='segmentsubflows="no" cascade="no"'))
    assert parts(path, "M. X part. Y dort.", "fr") == ["M. X part. Y dort."]


def test_language_codes_match_in_any_case(tmp_path: Path) -> None:
    path = written(tmp_path, srx(maps='<languagemap languagepattern="FR.*" languagerulename="All"/>'))
    assert parts(path, "A. B", "fr-FR") == ["A.", "B"]


def test_a_rule_breaks_where_it_does_not_say(tmp_path: Path) -> None:
    path = written(tmp_path, srx(rules=language_rule("All", RULE.replace(' break="yes"', ""))))
    assert parts(path, "A. B") == ["A.", "B"]


def test_format_handles_and_foreign_elements_are_read(tmp_path: Path) -> None:
    handles = (
        '<formathandle type="start" include="no"/><formathandle type="end" include="yes"/>'
        '<x:options xmlns:x="http://okapi.sf.net/srx-extensions" trimLeadingWhitespaces="yes"/>'
    )
    file = read_srx(written(tmp_path, srx(handles=handles)))
    assert file.handles == {CodeKind.START: False, CodeKind.END: True, CodeKind.ISOLATED: False}
    assert (file.cascades, file.segments_subflows) == (True, True)


def test_a_bare_header_as_omegat_writes_it_cascades(tmp_path: Path) -> None:
    assert read_srx(written(tmp_path, srx(header=""))).cascades


@pytest.mark.parametrize(
    ("before", "after", "text", "expected"),
    [
        (r"\p{Ll}++\.", r"\h", "ab.\u00a0C", ["ab.", "C"]),
        (r"(?iu)\bETC\.", r"\s", "a etc. B", ["a etc.", "B"]),
        (r"\Qapprox.\E", r"\s", "approx. B", ["approx.", "B"]),
        (r"(?&lt;=\p{Lu}.{0,20})\.", r"\s", "Ab. Cd", ["Ab.", "Cd"]),
        (r"[\p{L}&amp;&amp;[^abc]]\.", r"\s", "a. d. e", ["a. d.", "e"]),
        (r"\u3002", "", "一。二", ["一。", "二"]),
        (r"\x{3002}|\x21", "", "一。二!三", ["一。", "二!", "三"]),
        (r".*\.", r"\s", "a\nb. c", ["a\nb.", "c"]),
        ("", r"\p{IsHan}", "a二", ["a", "二"]),
        (r"[|~]", r"\s", "a| b~ c", ["a|", "b~", "c"]),
        (r"\.\u0002?", r"\s+", "a.\u0002 b", ["a.\u0002", "b"]),
        ("(?x) [.!]  # a stop\n (?-x: )", "", "a. b .c", ["a.", "b .c"]),
        (r"(?s).\.", r"\s", "\n. b", [".", "b"]),
        (r"(?i:m)\.|!", r"\s", "m. M. a! b", ["m.", "M.", "a!", "b"]),
        (r"\S(?=\s)", r"(?=\s*\z)", "a b  ", ["a b"]),
    ],
)
def test_patterns_of_icu_and_java(tmp_path: Path, before: str, after: str, text: str, expected: list[str]) -> None:
    path = written(tmp_path, srx(rules=language_rule("All", rule(before, after))))
    assert parts(path, text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"rules\.srx:\d: not an XML file: "),
        ("\x00\x01\x02", r"rules\.srx:1: not an XML file: "),
        ("<srx", r"rules\.srx:1: not an XML file: "),
        (
            '<!DOCTYPE srx [<!ENTITY stop "[.]">]>\n' + srx(rules=language_rule("All", rule("&stop;"))),
            r"rules\.srx:7: uses the entity &stop;; write out its text",
        ),
        (srx(root='version="2.0"'), r'rules\.srx:1: the root element is <srx>; expected .*xmlns="http://www\.lisa'),
        (srx(root='xmlns="http://www.lisa.org/srx20" version="1.0"'), r"SRX version '1\.0'; expected '2\.0'"),
        (srx(root='xmlns="http://www.lisa.org/srx20"'), r"SRX without a version"),
        (srx(header='segmentsubflows="yes" cascade="maybe"'), r":2: the attribute cascade='maybe'"),
        (srx(handles='<formathandle type="bold" include="no"/>'), r":2: <formathandle type='bold'>; expected 'start'"),
        (srx(handles='<formathandle type="end"/>'), r":2: <formathandle> has no attribute 'include'"),
        (srx(handles='<formathandle include="no"/>'), r":2: <formathandle> has no attribute 'type'"),
        (srx(rules=f"<languagerule>{RULE}</languagerule>"), r":5: <languagerule> has no attribute 'languagerulename'"),
        (srx(maps='<languagemap languagerulename="All"/>'), r":8: <languagemap> has no attribute 'languagepattern'"),
        (srx(maps='<languagemap languagepattern="fr"/>'), r":8: <languagemap> has no attribute 'languagerulename'"),
        (
            srx(root='xmlns="http://www.lisa.org/srx10" version="1.0"'),
            r"the root element is <\{http://www\.lisa\.org/srx10",
        ),
        (srx().replace("header ", "head ").replace("/header", "/head"), r":1: <srx> has no <header>"),
        (srx(header='segmentsubflows="ja" cascade="yes"'), r":2: the attribute segmentsubflows='ja'; expected 'yes'"),
        (srx(maps='<languagemap languagepattern="(" languagerulename="All"/>'), r":8: the language map '\(' is not"),
        (srx(maps='<languagemap languagepattern="fr" languagerulename="X"/>'), r"uses the rules 'X'\. Known: All\."),
        (srx(maps=""), r"the file has no <languagemap>"),
        (srx(maps='<languagemap languagepattern="de" languagerulename="All"/>'), r"no rules for .* 'fr'.*'de'"),
        (srx(rules=language_rule("All", "<rule/>")), r":6: rule 1 of 'All' has no pattern"),
        (srx(rules=language_rule("All", RULE, rule("(a"))), r":7: rule 2 of 'All' \(before '\(a', .*never closed"),
        (srx(rules=language_rule("All", RULE, rule("a)"))), r":7: rule 2 of 'All' .*closes nothing"),
        (srx(rules=language_rule("All", rule("[a"))), r":6: rule 1 of 'All' .*never closed"),
        (srx(rules=language_rule("All", rule("a{3,2}"))), r":6: rule 1 of 'All' .*is empty"),
        (srx(rules=language_rule("All", rule("*"))), r":6: rule 1 of 'All' .*repeats nothing"),
        (srx(rules=language_rule("All", rule(r"(a)\1"))), r":6: rule 1 of 'All' .*back-references"),
        (srx(rules=language_rule("All", rule(r"\p{Nonsense}"))), r":6: rule 1 of 'All' "),
        (srx(rules=language_rule("All", rule("(?q)a"))), r":6: rule 1 of 'All' .*unknown flag 'q'"),
        (srx(rules=language_rule("All", RULE, rule("[", breaks="no"))), r":7: rule 2 of 'All' "),
        (srx(rules=language_rule("All", rule("a", breaks="oui"))), r"break='oui'; expected 'yes' or 'no'"),
        (srx(rules=language_rule("All", RULE) * 2), r"two sets of rules are called 'All'"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        load_segmenter("fr", written(tmp_path, text))


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"nowhere\.srx: cannot read the segmentation rules: No such file"):
        load_segmenter("fr", tmp_path / "nowhere.srx")


def test_a_language_without_rules_names_those_that_have_some() -> None:
    with pytest.raises(UnknownNameError, match=r"'es'\. Known: de, en, fr\."):
        load_segmenter("es")


def test_a_region_is_no_hindrance() -> None:
    assert load_segmenter("fr-CA").signature == load_segmenter("fr").signature


def test_the_signature_names_the_file_and_changes_with_rules_and_handles(tmp_path: Path) -> None:
    one = load_segmenter("fr", written(tmp_path, srx())).signature
    other = load_segmenter("fr", written(tmp_path, srx(rules=language_rule("All", RULE, NO_M, RULE)))).signature
    assert re.fullmatch(r"rules\.srx@[0-9a-f]{7}", one)
    assert one != other
    handled = load_segmenter("fr", written(tmp_path, srx(handles='<formathandle type="end" include="no"/>'))).signature
    assert handled != one
    assert load_segmenter("fr").signature.startswith("fr.srx@")


def test_the_export_has_all_languages_and_gives_the_same_segments(tmp_path: Path) -> None:
    path = written(tmp_path, export_srx())
    file = read_srx(path)
    assert list(file.rules) == ["German", "English", "French"]
    assert file.cascades
    for language in own_rules():
        assert file.rules_for(language) == tuple(file.rules[find_language(language).name])
        own, exported = load_segmenter(language), load_segmenter(language, path)
        assert own.signature.partition("@")[2] == exported.signature.partition("@")[2]


def test_the_export_is_valid_against_the_schema_of_srx_2() -> None:
    schema = etree.XMLSchema(etree.parse(DATA / "srx20-structure.xsd"))
    schema.assertValid(etree.fromstring(export_srx().encode("utf-8")))


@pytest.mark.parametrize("language", own_rules())
def test_our_rules_keep_to_what_other_engines_read_alike(language: str) -> None:
    file = read_srx(own_rules()[language])
    for entry in file.rules_for(language):
        for pattern in (entry.before, entry.after):
            assert not re.search(r"\\[bBwWdDhvRX]|\(\?i|[+*]\+|\(\?>", pattern), entry.name
            behind = re.findall(r"\(\?<[=!]((?:[^()]|\([^()]*\))*)\)", pattern)
            assert not any(re.search(r"(?<!\\)[*+]", re.sub(r"\[(?:\\.|[^\]])*\]", "", part)) for part in behind)
