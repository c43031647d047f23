"""XLIFF in place: what waits is filled with its state, as each tool writes it, and all else stays byte for byte."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.data import Document, InlineCode
from translate.documents import READERS
from translate.documents.bilingual.fills import with_attributes
from translate.errors import DocumentError, UnknownNameError

DRAFT = ' state="needs-review-translation" state-qualifier="leveraged-mt"'
SDL = 'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'


def v12(body: str, more: str = "", languages: str = 'source-language="fr" target-language="en"') -> str:
    space = "urn:oasis:names:tc:xliff:document:1.2"
    file = f"<file {languages}><body>{body}</body></file>"
    return f'<xliff version="1.2" xmlns="{space}" {more}>{file}</xliff>'


def v2(body: str) -> str:
    space = "urn:oasis:names:tc:xliff:document:2.0"
    file = f'<file id="f"><unit id="u">{body}</unit></file>'
    return f'<xliff version="2.0" xmlns="{space}" srcLang="fr" trgLang="en">{file}</xliff>'


def document_of(content: str, folder: Path, name: str = "a.xlf", **config: object) -> Document:
    path = folder / name
    path.write_bytes(content.encode())
    return READERS.load("xliff").read(path, name=name, language="fr", config=DocumentConfig(**config))  # type: ignore[arg-type]


def filled(content: str, folder: Path, say: dict[str, str], **config: object) -> str:
    """Return a file whose texts were translated; codes stand where the source has them."""
    document = document_of(content, folder, **config)
    made = folder / "made.xlf"
    with READERS.load("xliff").rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            shown = block.text.strip()
            text = block.text.replace(shown, say.get(shown, shown))
            codes = tuple(
                InlineCode(min(c.start, len(text)), min(c.end, len(text)), c.kind, c.pair, c.type, c.id)
                for c in block.codes
            )
            rebuilder.write(block, text, codes)
    return made.read_text(encoding="utf-8")


SAY = {"Un mot.": "A word.", "Un <b> & mot.": "A <b> & word.", "Deux mots.": "Two words."}
FILLED = {
    "no target": (
        "<trans-unit id='1'><source>Un mot.</source></trans-unit>",
        f"<trans-unit id='1'><source>Un mot.</source><target{DRAFT}>A word.</target></trans-unit>",
    ),
    "as far in as the source": (
        "<trans-unit id='1'>\n  <source>Un mot.</source>\n</trans-unit>",
        f"<trans-unit id='1'>\n  <source>Un mot.</source>\n  <target{DRAFT}>A word.</target>\n</trans-unit>",
    ),
    "an empty target": (
        "<trans-unit id='1'><source>Un mot.</source><target xml:lang='en' state='new' /></trans-unit>",
        "<trans-unit id='1'><source>Un mot.</source><target xml:lang='en' state=\"needs-review-translation\""
        ' state-qualifier="leveraged-mt">A word.</target></trans-unit>',
    ),
    "a copy of the source that is new": (
        "<trans-unit id='1'><source>Un mot.</source><target state='new'>Un mot.</target></trans-unit>",
        f"<trans-unit id='1'><source>Un mot.</source><target{DRAFT}>A word.</target></trans-unit>",
    ),
    "codes around": (
        "<trans-unit id='1'><source><x id='1'/>Un mot.<x id='2'/></source></trans-unit>",
        f"<trans-unit id='1'><source><x id='1'/>Un mot.<x id='2'/></source><target{DRAFT}>"
        "<x id='1'/>A word.<x id='2'/></target></trans-unit>",
    ),
    "CDATA, in whose place are characters": (
        "<trans-unit id='1'><source>Un <![CDATA[<b> & mot]]>.</source></trans-unit>",
        f"<trans-unit id='1'><source>Un <![CDATA[<b> & mot]]>.</source><target{DRAFT}>A &lt;b&gt; &amp; word.</target>"
        "</trans-unit>",
    ),
    "segments without a target": (
        "<trans-unit id='1'><source>Un mot. Deux mots.</source><seg-source><mrk mtype='seg' mid='1'>Un mot.</mrk> "
        "<mrk mtype='seg' mid='2'>Deux mots.</mrk></seg-source></trans-unit>",
        "<trans-unit id='1'><source>Un mot. Deux mots.</source><seg-source><mrk mtype='seg' mid='1'>Un mot.</mrk> "
        f"<mrk mtype='seg' mid='2'>Deux mots.</mrk></seg-source><target{DRAFT}><mrk mtype='seg' mid='1'>A word.</mrk> "
        "<mrk mtype='seg' mid='2'>Two words.</mrk></target></trans-unit>",
    ),
}
TRADOS = (
    "<trans-unit id='1'><source>x</source><seg-source><g id='7'><mrk mtype='seg' mid='1'>Un mot.</mrk> "
    "<mrk mtype='seg' mid='2'>Deux mots.</mrk> <mrk mtype='seg' mid='3'>Trois.</mrk></g></seg-source>"
    "<target><g id='7'><mrk mtype='seg' mid='1'{}"
    " <mrk mtype='seg' mid='2'>Pair.</mrk> <mrk mtype='seg' mid='3'/></g></target><sdl:seg-defs><sdl:seg id='1'{}/>"
    "<sdl:seg id='2' conf='Translated'/><sdl:seg id='3' locked='true'/></sdl:seg-defs></trans-unit>"
)
KEPT = {
    "a translation": "<trans-unit id='1'><source>Un mot.</source><target>Mot.</target></trans-unit>",
    "another new one": "<trans-unit id='1'><source>Un mot.</source><target state='new'>Mot.</target></trans-unit>",
    "approved": "<trans-unit id='1' approved='yes'><source>Un mot.</source></trans-unit>",
    "not to be translated": "<trans-unit id='1' translate='no'><source>Un mot.</source></trans-unit>",
    "in such a group": "<group translate='no'><trans-unit id='1'><source>Un mot.</source></trans-unit></group>",
    "a proposal": "<trans-unit id='1'><source>12</source><alt-trans><source>Un mot.</source></alt-trans></trans-unit>",
    "memoQ locked": "<trans-unit id='1' mq:locked='locked'><source>Un mot.</source></trans-unit>",
    "Memsource locked": "<trans-unit id='1' m:locked='true'><source>Un mot.</source></trans-unit>",
}
TOOLS = 'xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0"'


@pytest.mark.parametrize(("before", "after"), FILLED.values(), ids=FILLED)
def test_a_unit_that_waits_is_filled(before: str, after: str, tmp_path: Path) -> None:
    assert filled(v12(before), tmp_path, SAY) == v12(after)


@pytest.mark.parametrize("body", KEPT.values(), ids=KEPT)
def test_what_waits_for_nobody_stays(body: str, tmp_path: Path) -> None:
    assert list(document_of(v12(body, TOOLS), tmp_path).blocks) == []


def test_segments_of_trados_are_filled_one_by_one_and_become_drafts(tmp_path: Path) -> None:
    before = v12(TRADOS.format("/>", ""), SDL)
    assert filled(before, tmp_path, SAY) == v12(TRADOS.format(">A word.</mrk>", ' conf="Draft" origin="mt"'), SDL)


def test_a_unit_of_trados_without_a_target_gets_its_drafts_but_not_where_a_segment_is_locked(tmp_path: Path) -> None:
    unit = (
        "<trans-unit id='1'><source>Un mot.</source><seg-source><mrk mtype='seg' mid='1'>Un mot.</mrk></seg-source>"
        "{}<sdl:seg-defs><sdl:seg id='1'{}/></sdl:seg-defs></trans-unit>"
    )
    target = "<target><mrk mtype='seg' mid='1'>A word.</mrk></target>"
    after = v12(unit.format(target, ' conf="Draft" origin="mt"'), SDL)
    assert filled(v12(unit.format("", ""), SDL), tmp_path, SAY) == after
    assert list(document_of(v12(unit.format("", " locked='true'"), SDL), tmp_path).blocks) == []


def test_segments_of_version_2_are_filled_with_their_state(tmp_path: Path) -> None:
    before = "<segment{}><source>Un <pc id='1'>mot</pc>.</source>{}</segment>"
    before += "<segment state='final'><source>x</source></segment>"
    after = before.format(' state="translated" subState="bitexte:mt"', "<target>A w<pc id='1'>ord</pc>.</target>")
    assert filled(v2(before.format("", "")), tmp_path, SAY) == v2(after)
    assert filled(v2(before.format(' state="initial"', "")), tmp_path, SAY) == v2(after)


def test_who_approves_gets_translated_units(tmp_path: Path) -> None:
    before, after = FILLED["no target"]
    assert filled(v12(before), tmp_path, SAY, filled_as="translated") == v12(
        after.replace(DRAFT, ' state="translated"')
    )
    made = filled(v12(TRADOS.format("/>", ""), SDL), tmp_path, SAY, filled_as="translated")
    assert made == v12(TRADOS.format(">A word.</mrk>", ' conf="Translated" origin="mt"'), SDL)


def test_a_file_that_nobody_translated_stays_and_one_that_somebody_did_is_filled_whole(tmp_path: Path) -> None:
    before = v12("<trans-unit id='1'><source>Menu</source></trans-unit>" + FILLED["no target"][0])
    assert filled(before, tmp_path, {}) == before
    assert f"<target{DRAFT}>Menu</target>" in filled(before, tmp_path, SAY)


DOUBLED = [
    ("L''heure de {0}", "L'heure de {0}", "it's {0}", "it''s {0}"),
    ("L&apos;'heure &amp; {0}", "L'heure & {0}", "it's <{0}>", "it''s &lt;{0}&gt;"),
    ("Dans ''{0}''", "Dans '{0}'", "In '{0}'", "In ''{0}''"),
    ("{n, select, other {d''{x}}}", "{n, select, other {d’{x}}}", "{n, select, other {I'd}}", "other {I''d}}"),
    ("Un ''mot'' ici", "Un ''mot'' ici", "it's", "it's"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "shown", "said", "written"), DOUBLED)
def test_doubled_apostrophes_of_messages_are_read_as_one(
    source: str, shown: str, said: str, written: str, tmp_path: Path
) -> None:
    segment = f"<source>{source}</source>"
    for content in (v12(f"<trans-unit id='1'>{segment}</trans-unit>"), v2(f"<segment>{segment}</segment>")):
        assert [block.text for block in document_of(content, tmp_path).blocks] == [shown]
        assert filled(content, tmp_path, {}) == content
        assert f"{written}</target>" in filled(content, tmp_path, {shown: said})


def test_messages_of_a_file_that_doubles_them_get_theirs(tmp_path: Path) -> None:
    texts = ("L''un {0}", "Le mot {0}", "Mot")
    units = "".join(f"<trans-unit id='{text}'><source>{text}</source></trans-unit>" for text in texts)
    made = filled(v12(units.replace("id='L''un", "id='L")), tmp_path, {"Le mot {0}": "it's {0}", "Mot": "it's"})
    assert ">it''s {0}</target>" in made
    assert ">it's</target>" in made


def test_prefixes_of_the_file_are_kept(tmp_path: Path) -> None:
    content = (
        '<q:xliff xmlns:q="urn:oasis:names:tc:xliff:document:1.2"><q:file source-language="fr"><q:body>'
        "<q:trans-unit><q:source>Un mot.</q:source></q:trans-unit></q:body></q:file></q:xliff>"
    )
    assert f"<q:target{DRAFT}>A word.</q:target>" in filled(content, tmp_path, SAY)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (v12(FILLED["no target"][0], "", 'source-language="de"'), "its sources are in de; expected fr"),
        ("<tmx/>", "begins with tmx; expected xliff"),
        (v12("<trans-unit>"), "not well-formed"),
    ],
)
def test_what_cannot_be_filled_is_refused(content: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=message):
        list(document_of(content, tmp_path).blocks)


def test_targets_in_another_language_are_refused(tmp_path: Path) -> None:
    content = v12(FILLED["no target"][0], "", 'source-language="fr" target-language="de"')
    with pytest.raises(DocumentError, match="its targets are in de; expected en"):
        filled(content, tmp_path, SAY)


def test_a_package_of_files_comes_back_whole(tmp_path: Path) -> None:
    path, made = tmp_path / "a.mqxlz", tmp_path / "made.mqxlz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("document.mqxliff", v12(FILLED["no target"][0]))
        archive.writestr("skeleton.bin", b"\0\1")
    reader = READERS.load("xliff")
    document = reader.read(path, name=path.name, language="fr", config=DocumentConfig())
    with reader.rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, SAY[block.text])
    with zipfile.ZipFile(made) as archive:
        assert archive.namelist() == ["document.mqxliff", "skeleton.bin"]
        assert archive.read("document.mqxliff").decode() == v12(FILLED["no target"][1])
        assert archive.read("skeleton.bin") == b"\0\1"


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        (b"<a>", b'<a b="1">'), (b"<a/>", b'<a b="1"/>'), (b"<a />", b'<a b="1" />'), (b"<a b='0'>", b'<a b="1">'),
        (b'<a c="2" b = "0" d="3">', b'<a c="2" b="1" d="3">'), (b'<a xb="0">', b'<a xb="0" b="1">'),
    ],
)  # fmt: skip
def test_an_attribute_is_set_where_it_stands_or_last(tag: bytes, written: bytes) -> None:
    assert with_attributes(tag, {"b": "1"}) == written


MORE = {
    "a text within a code": (
        "<trans-unit id='1'><source>Un mot. <ph id='1'>&lt;img '<sub>Deux mots.</sub>'/></ph></source></trans-unit>",
        "<trans-unit id='1'><source>Un mot. <ph id='1'>&lt;img '<sub>Deux mots.</sub>'/></ph></source>"
        f"<target{DRAFT}>A word. <ph id='1'>&lt;img '<sub>Two words.</sub>'/></ph></target></trans-unit>",
    ),
    "only a text within a code": (
        "<trans-unit id='1'><source>12 <bpt id='1'>x<sub>Deux mots.</sub></bpt></source></trans-unit>",
        "<trans-unit id='1'><source>12 <bpt id='1'>x<sub>Deux mots.</sub></bpt></source>"
        f"<target{DRAFT}>12 <bpt id='1'>x<sub>Two words.</sub></bpt></target></trans-unit>",
    ),
}


@pytest.mark.parametrize(("before", "after"), MORE.values(), ids=MORE)
def test_texts_within_codes_are_translated_in_the_target_alone(before: str, after: str, tmp_path: Path) -> None:
    assert filled(v12(before), tmp_path, SAY) == v12(after)


@pytest.mark.parametrize(
    ("inner", "kinds"),
    [
        ("<bpt id='1'>a</bpt>Un<ept id='1'>b</ept> mot.", ["start", "end"]),
        ("Un <bpt id='1' rid='7'/>mot<ept id='2' rid='7'/> ici.", ["start", "end"]),
        ("Un <bpt id='1'/>mot<ept id='2'/> ici.", ["isolated", "isolated"]),
        ("Un <bpt id='1'/>mot<bpt id='2'/> de<ept id='1'/> trop<ept id='2'/>.", ["isolated"] * 4),
        ("Un <ept id='1'/>mot ici.", ["isolated"]),
    ],
)
def test_starts_and_ends_of_native_markup_are_pairs_where_they_are_nested(
    inner: str, kinds: list[str], tmp_path: Path
) -> None:
    (block,) = document_of(v12(f"<trans-unit id='1'><source>{inner}</source></trans-unit>"), tmp_path).blocks
    assert [code.kind for code in block.codes] == kinds


@pytest.mark.parametrize(
    ("state", "first", "second"),
    [
        ("draft", DRAFT, ' state="translated" subState="bitexte:mt"'),
        ("translated", ' state="translated"', ' state="translated"'),
        ("reviewed", ' state="translated"', ' state="reviewed"'),
        ("approved", ' state="final"', ' state="final"'),
    ],
)
def test_the_state_of_what_is_filled_is_a_setting(state: str, first: str, second: str, tmp_path: Path) -> None:
    unit = "<trans-unit id='1'><source>Un mot.</source>{}</trans-unit>"
    made = filled(v12(unit.format("")), tmp_path, SAY, filled_as=state)
    assert made == v12(unit.format(f"<target{first}>A word.</target>"))
    segment = "<segment{}><source>Un mot.</source>{}</segment>"
    made = filled(v2(segment.format("", "")), tmp_path, SAY, filled_as=state)
    assert made == v2(segment.format(second, "<target>A word.</target>"))


DTD = (
    '<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://www.oasis-open.org/committees/xliff/documents/xliff.dtd">'
)


def test_a_file_that_names_the_dtd_of_its_version_is_filled_and_one_that_needs_it_is_refused(tmp_path: Path) -> None:
    before, after = FILLED["no target"]
    assert filled(DTD + v12(before), tmp_path, SAY) == DTD + v12(after)
    with pytest.raises(DocumentError, match=r":1: &mot; is defined in a DTD"):
        list(document_of(DTD + v12(before.replace("Un mot", "Un &mot;")), tmp_path).blocks)
    with pytest.raises(DocumentError, match="declarations of its own"):
        document_of('<!DOCTYPE xliff [<!ENTITY a "b">]>' + v12(before), tmp_path)


def test_an_unknown_state_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownNameError, match="approved, draft, reviewed, translated"):
        DocumentConfig(filled_as="final")
