"""TMX as others write it, and what must never be in ours."""

from __future__ import annotations

import gzip
import re
import tracemalloc
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import CODED, FULL, HEADER, PLAIN, TEXT, UNITS, bitext
from translate.data import CodeKind, InlineCode, Note, Origin, State, TranslationUnit, Variant
from translate.errors import FormatError, UsageError
from translate.formats import Header, Remark, Verdict, read_bitext, write_bitext
from translate.formats.tmx.format import Tmx

WITHOUT_EDITS = replace(FULL, edits=(), suggestions=())
CAT = '<tu tuid="1"><tuv xml:lang="fr"><seg>Le chat.</seg></tuv><tuv xml:lang="en"><seg>The cat.</seg></tuv></tu>'
RAIN = '<tu tuid="2"><tuv xml:lang="fr"><seg>Il pleut.</seg></tuv><tuv xml:lang="en"><seg>It rains.</seg></tuv></tu>'
HEAD = (
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" '
    'datatype="plaintext"/>'
)


def tmx(*units: str, head: str = HEAD, root: str = '<tmx version="1.4">', top: str = '<?xml version="1.0"?>\n') -> str:
    return f"{top}{root}\n{head}\n<body>\n" + "\n".join(units) + "\n</body>\n</tmx>\n"


def read(
    folder: Path, content: str | bytes, header: Header | None = None
) -> tuple[list[TranslationUnit], list[Remark]]:
    path = folder / "x.tmx"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    remarks: list[Remark] = []
    return list(read_bitext(path, header, report=remarks.append).units), remarks


def texts(units: list[TranslationUnit]) -> list[tuple[str, str]]:
    return [(unit.source.text, unit.target.text) for unit in units]


BOTH = [("Le chat.", "The cat."), ("Il pleut.", "It rains.")]
LATIN = tmx(CAT, RAIN.replace("Il", "L’été".replace("’", "'")), top='<?xml version="1.0" encoding="ISO-8859-1"?>')

# Read in full: the file, and a word of each remark.
GOOD = {
    "plain": (tmx(CAT, RAIN), []),
    "UTF-8 with mark": ("\ufeff" + tmx(CAT, RAIN), []),
    "UTF-16": (tmx(CAT, RAIN).encode("utf-16"), []),
    "UTF-16 BE": (b"\xfe\xff" + tmx(CAT, RAIN).encode("utf-16-be"), []),
    "UTF-16 without mark": (tmx(CAT, RAIN).encode("utf-16-le"), []),
    "declared UTF-16, is UTF-8": (tmx(CAT, RAIN, top='<?xml version="1.0" encoding="UTF-16"?>'), []),
    "gzip under a plain name": (gzip.compress(tmx(CAT, RAIN).encode()), []),
    "carriage returns": (tmx(CAT, RAIN).replace("\n", "\r\n"), []),
    "on one line": (tmx(CAT, RAIN).replace("\n", ""), []),
    "a DOCTYPE on the network": (tmx(CAT, RAIN, top='<!DOCTYPE tmx SYSTEM "http://example.invalid/tmx14.dtd">'), []),
    "a DOCTYPE with elements": (tmx(CAT, RAIN, top="<!DOCTYPE tmx [<!ELEMENT tmx ANY>]>"), []),
    "a namespace": (tmx(CAT, RAIN, root='<tmx version="1.4" xmlns="http://www.lisa.org/tmx14">'), []),
    "comments": (tmx("<!-- <tu> -->", CAT, "<!-- " + CAT + " -->", RAIN, "<!-- </body> -->"), []),
    "a comment in a unit": (tmx(CAT.replace("<tuv", "<!-- </tu> --><tuv"), RAIN), []),
    "CDATA": (tmx(CAT, RAIN.replace("Il pleut.", "<![CDATA[Il pleut.]]>")), []),
    "references": (tmx(CAT, RAIN.replace("Il", "&#73;&#x6C;")), []),
    "version 1.1": (tmx(CAT, RAIN, root='<tmx version="1.1">'), ["version of TMX is '1.1'"]),
    "no version": (tmx(CAT, RAIN, root="<tmx>"), ["version of TMX is missing"]),
    "no header": (tmx(CAT, RAIN, head=""), ["has no creationtool"]),
    "a header with props": (
        tmx(CAT, RAIN, head=HEAD.replace("/>", '><note>n</note><prop type="t">v</prop></header>')),
        ["<note> of the header", "<prop> of the header"],
    ),
    "no srclang": (tmx(CAT, RAIN, head=HEAD.replace('srclang="fr" ', "")), ["has no srclang"]),
    "srclang of all": (tmx(CAT, RAIN, head=HEAD.replace('srclang="fr"', 'srclang="*all*"')), []),
    "lang": (tmx(CAT, RAIN).replace("xml:lang", "lang"), ["lang is read as xml:lang"]),
    "capitals": (tmx(CAT, RAIN).replace('"fr"', '"FR"'), ["'FR' is read as 'fr'"]),
    "three letters": (tmx(CAT, RAIN).replace('"en"', '"eng"'), ["'eng' is read as 'en'"]),
    "a control character": (tmx(CAT, RAIN.replace("pleut", "ple\x0but")), ["control characters removed"]),
    "a reference to one": (tmx(CAT, RAIN.replace("pleut", "ple&#x1;ut")), ["references to control"]),
    "text between units": (tmx(CAT, "stray", RAIN), ["text between units"]),
    "indented": (tmx(CAT, RAIN.replace("Il pleut.", "\n   Il pleut.\n  ")), ["indent the file"]),
    "a prop without type": (tmx(CAT, RAIN.replace("<tuv", "<prop>x</prop><tuv", 1)), ["without type"]),
    "a date": (tmx(CAT, RAIN.replace("<tu ", '<tu creationdate="hier" ')), ["creationdate is not a date"]),
    "a third language": (
        tmx(CAT, RAIN.replace("</tu>", '<tuv xml:lang="de"><seg>Es regnet.</seg></tuv></tu>')),
        ["the language 'de' is left out: 1 unit has it"],
    ),
    "an unknown element": (tmx(CAT, RAIN.replace("</tu>", "<x>y</x></tu>")), ["<x> is not an element of a unit"]),
    "the target first": (tmx(CAT, re.sub("(<tuv.*?</tuv>)(<tuv.*?</tuv>)", r"\2\1", RAIN)), []),
}


@pytest.mark.parametrize("name", GOOD)
def test_read_in_full(name: str, tmp_path: Path) -> None:
    content, expected = GOOD[name]
    units, remarks = read(tmp_path, content)
    assert texts(units) == BOTH
    assert [word for word, remark in zip(expected, remarks, strict=True) if word not in remark.message] == []
    assert not [remark for remark in remarks if remark.verdict is Verdict.REJECTED]


# One unit is rejected: the second unit, the reason, and its line.
BAD_UNITS = {
    "no language": (RAIN.replace(' xml:lang="fr"', ""), "without xml:lang"),
    "no target": (re.sub('<tuv xml:lang="en">.*?</tuv>', "", RAIN), "no variant in 'en'; found 'fr'"),
    "another language": (RAIN.replace('"en"', '"de"'), "no variant in 'en'; found 'fr', 'de'"),
    "undetermined": (RAIN.replace('"en"', '"und"'), "no variant in 'en'"),
    "empty source": (RAIN.replace("Il pleut.", " "), "the segment in 'fr' is empty"),
    "no seg": (RAIN.replace("<seg>It rains.</seg>", ""), "a <tuv> with 0 <seg>"),
    "two seg": (RAIN.replace("</seg></tuv></tu>", "</seg><seg>x</seg></tuv></tu>"), "a <tuv> with 2 <seg>"),
    "nesting": (RAIN.replace("</seg></tuv></tu>", "</tuv></seg></tu>"), "line 6, column 94: mismatched tag"),
    "an entity": (RAIN.replace("pleut", "&pleut;"), "undefined entity"),
    "no end": ("<tu><tuv>", "no element found"),
    "deep": (RAIN.replace("Il", "<hi>" * 10_000 + "</hi>" * 10_000), "nested more than 100 deep"),
    "other bytes": (RAIN.replace("pleut", "pl\udce9ut"), "bytes that are not of the file's encoding"),
}


@pytest.mark.parametrize("name", BAD_UNITS)
def test_a_bad_unit_is_rejected_and_the_rest_read(name: str, tmp_path: Path) -> None:
    bad, reason = BAD_UNITS[name]
    content = tmx(CAT, bad, CAT.replace('"1"', '"3"')).encode("utf-8", "surrogateescape")
    units, remarks = read(tmp_path, content)
    (remark,) = [remark for remark in remarks if remark.verdict is Verdict.REJECTED]
    assert [unit.name for unit in units] == ["1", "3"]
    assert reason in remark.message
    assert remark.line == 6
    assert remark.content is not None
    with pytest.raises(FormatError, match=r"x\.tmx:6: "):
        list(read_bitext(tmp_path / "x.tmx").units)


LAUGHS = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

# Nothing can be read on: the message, with its place.
BAD_FILES = {
    "XML bomb": (tmx(CAT.replace("chat", "&b;"), top=LAUGHS), "1:1: the DOCTYPE declares entities"),
    "external entity": (tmx(CAT.replace("chat", "&a;"), top=OUTSIDE), "1:1: the DOCTYPE declares entities"),
    "empty": ("", "1:1: is empty; expected TMX"),
    "white space": (" \n ", "2:2: is empty; expected TMX"),
    "text": ("Bonjour.", "1:1: begins with 'Bonjour.'; expected XML with the root <tmx>"),
    "JSON": ('{"units": []}', "1:1: begins with '{\"units\": []}'; expected XML"),
    "XLIFF": ('<?xml version="1.0"?>\n<xliff version="1.2"></xliff>', "2:1: is XML, but its root is <xliff>"),
    "no body": ('<tmx version="1.4"></tmx>', "1:1: has no <body>"),
    "cut in a unit": (tmx(CAT, RAIN)[:-60], "6:1: the file ends before the </tu>: it is truncated"),
    "cut between units": (tmx(CAT, RAIN).partition("</body>")[0], "7:1: ends without </body> and </tmx>"),
    "cut at the end": (tmx(CAT, RAIN).partition("</tmx>")[0], "8:1: ends without </tmx>"),
    "a bad header": (tmx(CAT, head="<header a=b/>"), "3:11: the header is not well-formed"),
    "an open header": (tmx(CAT, head="<header>"), "3: the <header> that starts here is never closed"),
    "unknown encoding": (tmx(CAT, top='<?xml version="1.0" encoding="EBCDIC-9"?>'), "1:1: the encoding 'EBCDIC-9' is"),
    "no languages": (tmx(CAT.replace("xml:lang", "x")), "has no unit in 'fr' and another language; give the"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_has_a_place_and_a_reason(name: str, tmp_path: Path) -> None:
    content, message = BAD_FILES[name]
    with pytest.raises(FormatError) as caught:
        read(tmp_path, content)
    assert f"x.tmx:{' ' if message.startswith('has no unit') else ''}{message}" in str(caught.value)


def test_a_lone_surrogate_of_utf_16_has_a_place(tmp_path: Path) -> None:
    content = tmx(CAT, RAIN).encode("utf-16-le").replace("pleut".encode("utf-16-le"), b"\x00\xd8")
    with pytest.raises(FormatError, match=r"x\.tmx:6:\d+: byte 0x00 is not utf-16"):
        read(tmp_path, b"\xff\xfe" + content)


def test_a_line_without_end_is_bounded(tmp_path: Path) -> None:
    with (tmp_path / "x.tmx").open("w") as file:
        file.write(tmx(CAT).partition("</body>")[0] + "<tu>")
        for _ in range(40):
            file.write("x" * (1 << 20))
    tracemalloc.start()
    with pytest.raises(FormatError, match=r"no </tu> follows in 16,777,216 characters"):
        list(read_bitext(tmp_path / "x.tmx", HEADER).units)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


def test_the_languages_asked_for_are_taken(tmp_path: Path) -> None:
    unit = "<tu>" + "".join(
        f'<tuv xml:lang="{code}"><seg>{code}!</seg></tuv>' for code in ("de", "fr-CA", "fr", "en-GB", "en-US")
    )
    content = tmx(unit + "</tu>", head=HEAD.replace('"fr"', '"de"'))
    assert texts(read(tmp_path, content)[0]) == [("de!", "fr!")]
    assert texts(read(tmp_path, content, Header("fr", "en"))[0]) == [("fr!", "en-GB!")]
    assert texts(read(tmp_path, content, Header("en-US", "fr-FR"))[0]) == [("en-US!", "fr!")]


def codes(text: str, *spans: tuple[str, CodeKind, int | None, str]) -> tuple[InlineCode, ...]:
    """Return codes by what is written, each searched for after the one before."""
    found, at = [], 0
    for native, kind, pair, meaning in spans:
        start = text.index(native, at)
        at = start + len(native)
        found.append(InlineCode(start, at, kind, pair, meaning))
    return tuple(found)


def test_inline_codes_of_others_are_kept(tmp_path: Path) -> None:
    seg = (
        'Un <bpt i="7" x="1" type="bold">&lt;b></bpt>mot<ept i="7">&lt;/b></ept><ph x="2" type="image">[1]</ph>'
        ' <it pos="begin" x="3">&lt;i></it>là <it pos="end">&lt;/u></it>.<ut>{x}</ut>'
    )
    units, remarks = read(tmp_path, tmx(CAT.replace("Le chat.", seg)))
    assert remarks == []
    source = units[0].source
    assert [code.id for code in source.codes] == ["1", "1", "2", "3", "", ""]
    assert source.text == "Un <b>mot</b>[1] <i>là </u>.{x}"
    assert tuple(replace(code, id="") for code in source.codes) == codes(
        source.text,
        ("<b>", CodeKind.START, 7, "bold"),
        ("</b>", CodeKind.END, 7, "bold"),
        ("[1]", CodeKind.ISOLATED, None, "image"),
        ("<i>", CodeKind.START, None, ""),
        ("</u>", CodeKind.END, None, ""),
        ("{x}", CodeKind.ISOLATED, None, ""),
    )
    write_bitext(bitext(units), tmp_path / "y", "tmx")
    (again,) = read_bitext(tmp_path / "y.tmx").units
    untied = replace(source, codes=tuple(replace(code, id="") for code in source.codes))
    assert again == replace(units[0], source=untied)
    written = (tmp_path / "y.tmx").read_text()
    assert '<bpt i="7" type="bold">&lt;b&gt;</bpt>mot<ept i="7">&lt;/b&gt;</ept><ph type="image">[1]</ph>' in written
    assert '<it pos="begin">&lt;i&gt;</it>là <it pos="end">&lt;/u&gt;</it>.<ph>{x}</ph>' in written


def test_codes_of_both_sides_are_tied(tmp_path: Path) -> None:
    write_bitext(bitext([CODED]), tmp_path / "x", "tmx")
    segments = re.findall("<seg>(.*?)</seg>", (tmp_path / "x.tmx").read_text())
    assert segments == [
        'Un <bpt i="2" x="1" type="bold">&lt;b&gt;</bpt>mot<ept i="2">&lt;/b&gt;</ept> : '
        '<ph x="2" type="image">![a](b)</ph> et <it pos="begin">&lt;i&gt;</it>',
        '<ph x="2" type="image">![a](b)</ph>: a <bpt i="2" x="1" type="bold">&lt;b&gt;</bpt>word<ept i="2">'
        '&lt;/b&gt;</ept> and<ph type="lb"></ph>',
    ]


def test_highlighted_text_is_a_pair_and_text_in_codes_part_of_them(tmp_path: Path) -> None:
    seg = 'Le <hi type="term">chat</hi> <ph assoc="p">[<sub>note</sub>]</ph><b>noir</b>.'
    units, remarks = read(tmp_path, tmx(CAT.replace("Le chat.", seg), RAIN))
    source = units[0].source
    assert source.text == "Le chat [note]noir."
    assert source.codes == (
        InlineCode(3, 3, CodeKind.START, 1, "term"),
        InlineCode(7, 7, CodeKind.END, 1, "term"),
        InlineCode(8, 14, CodeKind.ISOLATED, attributes=(("assoc", "p"), ("tmx:content", "[<sub>note</sub>]"))),
    )
    assert [(remark.verdict, remark.message.partition(",")[0]) for remark in remarks] == [
        (Verdict.FIXED, "<hi> is read as a pair of inline codes"),
        (Verdict.FIXED, "<b> is not an inline code of TMX; its text is kept"),
    ]


def test_text_in_codes_and_what_they_belong_to_come_back_as_they_stood(tmp_path: Path) -> None:
    code = '<ph x="4" type="image" assoc="p">&lt;img alt="<sub type="x-alt">{}</sub>"&gt;</ph>'
    seg = f"Le {code.format('chat')} dort."
    units, _ = read(tmp_path, tmx(CAT.replace("Le chat.", seg).replace("The cat.", f"The {code.format('cat')}.")))
    write_bitext(bitext([replace(units[0], properties=())]), tmp_path / "back", "tmx")
    written = (tmp_path / "back.tmx").read_text(encoding="utf-8")
    assert code.format("chat").replace(' assoc="p"', "").replace("x-alt", "x-alt") in written.replace(' assoc="p"', "")
    assert written.count(' assoc="p"') == 2
    assert "x-code" not in written, "TMX has a place for all of it"


@pytest.mark.parametrize(
    ("seg", "pairs"),
    [
        ('<bpt i="1"/>a<bpt i="1"/>b<ept i="1"/>c<ept i="1"/>', [None, 1, 1, None]),
        ('<ept i="1"/>a<bpt i="1"/>', [None, None]),
        ('<bpt i="x"/>a<ept i="x"/><bpt i="1"/><ept i="1"/>', [2, 2, 1, 1]),
        ("<bpt/>a<ept/>", [None, None]),
        ('<bpt i="1"/>a<bpt i="2"/>b<ept i="1"/>c<ept i="2"/>', [1, 2, 1, 2]),
    ],
)
def test_pairs_are_whole_or_loose(seg: str, pairs: list[int | None], tmp_path: Path) -> None:
    units, _ = read(tmp_path, tmx(CAT.replace("Le chat.", seg)))
    assert [code.pair for code in units[0].source.codes] == pairs


def test_a_segment_of_nothing_but_codes_is_written_as_text(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    unit = replace(PLAIN, source=Variant("fr", "`x` ", codes=(InlineCode(0, 3, CodeKind.ISOLATED),)))
    write_bitext(bitext([unit]), tmp_path / "x", "tmx", report=remarks.append)
    assert "<seg>`x` </seg>" in (tmp_path / "x.tmx").read_text()
    assert [remark.verdict for remark in remarks] == [Verdict.FIXED]


def test_codes_beside_their_text_are_refused(tmp_path: Path) -> None:
    unit = replace(PLAIN, source=Variant("fr", "Deux.", codes=(InlineCode(3, 9, CodeKind.ISOLATED),)))
    with pytest.raises(FormatError, match="unit '2': an inline code at 3-9 overlaps another or lies outside"):
        write_bitext(bitext([unit]), tmp_path / "x", "tmx")


def test_indentation_moves_the_codes(tmp_path: Path) -> None:
    seg = "\n  Un <ph>x</ph> chat<ph>\n</ph>\n "
    units, _ = read(tmp_path, tmx(CAT.replace("Le chat.", seg)))
    assert units[0].source.text == "Un x chat\n"
    assert [(code.start, code.end) for code in units[0].source.codes] == [(3, 4), (9, 10)]


def test_attributes_props_and_notes_of_others_go_back_to_their_places(tmp_path: Path) -> None:
    unit = (
        '<tu tuid="7" creationdate="20200101T000000Z" changeid="Élise" usagecount="3" segtype="phrase">\n'
        '<prop type="x-client">A &amp; B</prop>\n<note>of the unit</note>\n'
        '<tuv xml:lang="fr" creationid="x"><note>of the source</note><prop type="p">1</prop><seg>Oui.</seg></tuv>\n'
        '<tuv xml:lang="en" changedate="20210101T000000Z"><seg>Yes.</seg></tuv>\n</tu>\n'
    )
    units, remarks = read(tmp_path, tmx(unit))
    assert remarks == []
    assert units[0].origin is Origin.MEMORY
    assert units[0].properties == (
        ("tu@creationdate", "20200101T000000Z"),
        ("tu@changeid", "Élise"),
        ("tu@usagecount", "3"),
        ("tu@segtype", "phrase"),
        ("x-client", "A & B"),
        ("source@creationid", "x"),
        ("source@note", "of the source"),
        ("source/p", "1"),
        ("target@changedate", "20210101T000000Z"),
    )
    write_bitext(bitext(units), tmp_path / "y", "tmx")
    own = '<prop type="x-origin">memory</prop>\n<prop type="x-alignment">1-1</prop>\n'
    assert unit.replace("<prop", own + "<prop", 1) in (tmp_path / "y.tmx").read_text()
    assert list(read_bitext(tmp_path / "y.tmx").units) == units


def test_paragraphs_of_others_stay_marked(tmp_path: Path) -> None:
    units, _ = read(tmp_path, tmx(CAT, head=HEAD.replace('"sentence"', '"paragraph"')))
    assert units[0].properties == (("tu@segtype", "paragraph"),)


def test_what_we_write_is_what_tools_ask_for(tmp_path: Path) -> None:
    units = [*UNITS, replace(PLAIN, properties=(("tu@creationid", "Élise"), ("tu@creationdate", "hier")))]
    write_bitext(bitext(units), tmp_path / "x", "tmx")
    content = (tmp_path / "x.tmx").read_bytes()
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header ')
    text = content.decode()
    header = re.search("<header (.*?)>", text)
    assert header is not None
    assert re.sub('version="[^"]*"', 'version="…"', header[1]) == (
        'creationtool="bitexte" creationtoolversion="…" segtype="sentence" o-tmf="bitexte" adminlang="en" '
        'srclang="fr" datatype="plaintext"'
    )
    assert "<body>\n<tu " in text
    assert 'tuid="lettre.txt#0001-ab12" creationid="fr-en@a1b2c3d"' in text
    assert '<tu tuid="2" creationid="Élise">' in text
    assert "date" not in text.replace('"tu@creationdate"', "")
    for unit in re.findall("<tu .*?</tu>", text, re.DOTALL):
        assert re.findall(r'<tuv xml:lang="(\w\w)">', unit) == ["fr", "en"]
        assert unit.rfind("<prop") < unit.find("<tuv")
        assert unit.rfind("<note") < unit.find("<tuv")
        assert not re.search(r'type="(file|id|next|path|prev|)"', unit)


def test_a_date_is_written_where_one_is_given(tmp_path: Path) -> None:
    plugin = Tmx(creation_date="20260131T235959Z")
    with plugin.open(tmp_path / "x", HEADER) as writer:
        writer.write(FULL)
    assert (tmp_path / "x.tmx").read_text().count('creationdate="20260131T235959Z"') == 2
    assert list(read_bitext(tmp_path / "x.tmx").units) == [WITHOUT_EDITS]
    with (
        pytest.raises(UsageError, match="'2026-01-31' is not a TMX date"),
        Tmx(creation_date="2026-01-31").open(tmp_path / "y", HEADER),
    ):
        pass


def test_gzip_holds_neither_name_nor_time(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        with Tmx(compress=True).open(tmp_path / folder, HEADER) as writer:
            writer.write(FULL)
    one, two = ((tmp_path / f"{name}.tmx.gz").read_bytes() for name in "ab")
    assert one == two
    assert list(read_bitext(tmp_path / "a.tmx.gz").units) == [WITHOUT_EDITS]


@pytest.mark.parametrize(
    "unit",
    [replace(PLAIN, target=Variant("en", "")), replace(PLAIN, state=State.UNTRANSLATED, target=Variant("en", "Deux."))],
)
def test_what_nobody_has_translated_is_left_out(tmp_path: Path, unit: TranslationUnit) -> None:
    remarks: list[Remark] = []
    write_bitext(bitext([unit, WITHOUT_EDITS]), tmp_path / "x", "tmx", report=remarks.append)
    assert [(remark.verdict, remark.unit) for remark in remarks] == [(Verdict.LEFT_OUT, "2")]
    assert "nobody has translated" in remarks[0].message
    assert list(read_bitext(tmp_path / "x.tmx").units) == [WITHOUT_EDITS]


def test_an_empty_segment_never_goes_in(tmp_path: Path) -> None:
    bad = replace(PLAIN, target=Variant("en", "\x00\ufffe"))
    with pytest.raises(FormatError, match=r"x\.tmx: unit '2': the target is empty"):
        write_bitext(bitext([bad]), tmp_path / "x", "tmx")
    assert list(tmp_path.iterdir()) == []
    remarks: list[Remark] = []
    write_bitext(bitext([bad, WITHOUT_EDITS]), tmp_path / "x", "tmx", report=remarks.append)
    assert [remark.verdict for remark in remarks] == [Verdict.REJECTED]
    assert list(read_bitext(tmp_path / "x.tmx").units) == [WITHOUT_EDITS]


def test_forbidden_characters_are_removed_and_reported(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    bad = replace(PLAIN, target=Variant("en", "T\x00w\ud800o\uffff.\r"), notes=(Note("\x0b"),))
    write_bitext(bitext([bad]), tmp_path / "x", "tmx", report=remarks.append)
    assert [remark.message for remark in remarks] == ["characters that XML does not allow were removed."]
    assert remarks[0].unit == "2"
    (unit,) = read_bitext(tmp_path / "x.tmx").units
    assert (unit.target.text, unit.notes) == ("Two.\r", (Note(""),))


def test_segments_are_written_in_normal_form(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    unit = replace(PLAIN, source=Variant("fr", "e\u0301te\u0301"))
    write_bitext(bitext([unit]), tmp_path / "x", "tmx", report=remarks.append)
    assert [remark.verdict for remark in remarks] == [Verdict.FIXED]
    assert texts(list(read_bitext(tmp_path / "x.tmx").units)) == [("été", "Two.")]


@pytest.mark.parametrize(
    ("header", "written"),
    [(Header("fr", "en"), ["fr", "en-US"]), (Header("fr_FR", "en-GB"), ["fr-FR", "en-GB"])],
)
def test_the_header_decides_on_the_region(tmp_path: Path, header: Header, written: list[str]) -> None:
    unit = replace(PLAIN, target=Variant("en-US", "Two."))
    write_bitext(bitext([unit], header), tmp_path / "x", "tmx", report=lambda _: None)
    assert re.findall('tuv xml:lang="(.*?)"', (tmp_path / "x.tmx").read_text()) == written


def test_an_empty_target_is_untranslated_whatever_is_said_of_it(tmp_path: Path) -> None:
    empty = RAIN.replace("It rains.", " ").replace("<tuv", '<prop type="x-ConfirmationLevel">Translated</prop><tuv', 1)
    units, remarks = read(tmp_path, tmx(CAT, empty).encode())
    assert [unit.standing for unit in units] == [State.TRANSLATED, State.UNTRANSLATED]
    assert remarks == []


def test_a_file_cut_off_in_its_only_unit_is_truncated_and_not_in_one_language(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    path.write_text(tmx(RAIN).split('<tuv xml:lang="en">')[0], encoding="utf-8")
    for wanted in (None, Header("fr", "en")):
        with pytest.raises(FormatError, match=r"the file ends before the </tu>: it is truncated"):
            read_bitext(path, wanted, report=lambda _: None)


@pytest.mark.parametrize("code", ["und", "frangipane", ""])
def test_a_header_without_language_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(FormatError, match=f"'{code}' is not a language code"):
        write_bitext(bitext([], Header(code, "en")), tmp_path / "x", "tmx")


def test_a_unit_of_other_languages_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="unit '2': the unit is in 'de', and the file in 'en'"):
        write_bitext(bitext([replace(PLAIN, target=Variant("de", "Zwei."))]), tmp_path / "x", "tmx")


def test_any_size_passes_in_bounded_memory(tmp_path: Path) -> None:
    unit = replace(PLAIN, source=Variant("fr", "é" * 4_000))
    tracemalloc.start()
    write_bitext(bitext(replace(unit, name=str(number)) for number in range(1_000)), tmp_path / "x", "tmx")
    assert sum(1 for _ in read_bitext(tmp_path / "x.tmx").units) == 1_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "x.tmx").stat().st_size > 8_000_000
    assert peak < 4_000_000


DATES = st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 31)).map(lambda date: date.strftime("%Y%m%dT%H%M%SZ"))
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        "creationdate": DATES,
        "changedate": DATES,
        "lastusagedate": DATES,
        "creationid": TEXT,
        "changeid": TEXT,
        "usagecount": st.integers(0, 10**6).map(str),
        "o-tmf": TEXT,
        "creationtool": TEXT,
    },
)
INNER = st.lists(st.tuples(st.sampled_from(["x-a", "x-b é", "client"]), TEXT), max_size=2)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tu=ATTRIBUTES, props=INNER, sides=st.tuples(ATTRIBUTES, INNER, ATTRIBUTES, INNER))
def test_dates_attributes_and_props_of_any_tool_survive(
    tu: dict[str, str],
    props: list[tuple[str, str]],
    sides: tuple[dict[str, str], list[tuple[str, str]], dict[str, str], list[tuple[str, str]]],
    tmp_path: Path,
) -> None:
    properties = [(f"tu@{key}", value) for key, value in tu.items()] + props
    for side, attributes, inner in (("source", *sides[:2]), ("target", *sides[2:])):
        properties += [(f"{side}@{key}", value) for key, value in attributes.items()]
        properties += [(f"{side}/{key}", value) for key, value in inner]
    unit = replace(PLAIN, properties=tuple(properties))
    write_bitext(bitext([unit]), tmp_path / "x", "tmx")
    first = (tmp_path / "x.tmx").read_bytes()
    read = list(read_bitext(tmp_path / "x.tmx").units)
    assert read == [unit]
    write_bitext(bitext(read), tmp_path / "x", "tmx")
    assert (tmp_path / "x.tmx").read_bytes() == first
