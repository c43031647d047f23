"""Android's string resources: texts, plurals and lists change, in Android's own manner of writing; all else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said
from translate.documents import find_sources
from translate.errors import DocumentError

ROOT = '<?xml version="1.0"?>\n<resources>{}</resources>'

READ = {
    "a text": ('<string name="a">Un mot</string>', ["Un mot"]),
    "not to be translated": ('<string name="a" translatable="false">Un mot</string>', []),
    "a comment": ('<!-- <string name="a">Un mot</string> -->', []),
    "escapes": (r'<string name="a">L\'été \u00e0 \"midi\" &amp; soir</string>', ['L\'été à "midi" & soir']),
    "lines": (r'<string name="a">Un mot.\nDeux mots.</string>', ["Un mot.", "Deux mots."]),
    "a line end is a space": ('<string name="a">Un\n    mot</string>', ["Un mot"]),
    "plurals": ('<plurals name="a"><item quantity="one">Un mot</item><item quantity="other">Des mots</item></plurals>',
                ["Un mot", "Des mots"]),
    "a list": ('<string-array name="a"><item>Un mot</item><item/><item>12</item></string-array>', ["Un mot"]),
    "a list before a text": ('<string-array name="a"><item>Un</item></string-array><string name="b">Deux</string>',
                             ["Un", "Deux"]),
    "a reference": ('<string name="a">@string/b</string>', []),
    "other resources": ('<color name="a">Rouge</color><integer name="b">1</integer>', []),
    "markup": ('<string name="a">Un <b>mot</b></string>', ["Un <b>mot</b>"]),
    "what is kept": ('<string name="a">Un <xliff:g id="x">mot <b>dit</b></xliff:g> ici</string>',
                     ['Un <xliff:g id="x">mot <b>dit</b></xliff:g> ici']),
    "a section": ('<string name="a"><![CDATA[Un <b>mot</b> & un]]></string>', ["Un <b>mot</b> & un"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "texts"), READ.values(), ids=READ)
def test_the_texts_are_read_as_they_are_meant(body: str, texts: list[str], tmp_path: Path) -> None:
    assert offered("android", ROOT.format(body), tmp_path) == texts


def test_tags_are_pairs_and_what_is_kept_is_one_code(tmp_path: Path) -> None:
    body = '<string name="a">Un <b>mot</b> et <xliff:g id="x">deux</xliff:g></string>'
    (block,) = [one for one in document_of("android", ROOT.format(body), tmp_path).blocks if one.context]
    assert [(block.text[c.start : c.end], c.kind.value) for c in block.codes] == [
        ("<b>", "start"), ("</b>", "end"), ('<xliff:g id="x">deux</xliff:g>', "isolated"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "target", "after"),
    [
        ("Un mot", 'it\'s "so" & <b', 'it\\\'s \\"so\\" &amp; &lt;b'),
        ('"  Un mot "', 'it\'s "so"', '"  it\\\'s \\"so\\" "'),
        (r"\@moi et un mot", "@me and a word", r"\@me and a word"),
        (r"L\u2019\u00e9t\u00e9", "l’été 🔑", r"l\u2019\u00e9t\u00e9 \ud83d\udd11"),
        ("<![CDATA[Un mot]]>", "it's & ]]> so", "<![CDATA[it\\'s & ]]]]><![CDATA[> so]]>"),
    ],
)
def test_a_text_is_written_as_android_reads_it(before: str, target: str, after: str, tmp_path: Path) -> None:
    body = '<string name="a">{}</string>'
    made = said("android", ROOT.format(body.format(before)), tmp_path, lambda text: target)
    assert made == ROOT.format(body.format(after))


def test_the_path_of_a_text_names_its_form(tmp_path: Path) -> None:
    document = document_of("android", ROOT.format(READ["plurals"][0]), tmp_path)
    assert [block.context for block in document.blocks if block.context] == ["a.one", "a.other"]
    assert offered("android", ROOT.format(READ["plurals"][0]), tmp_path, keys=("a.one",)) == ["Un mot"]


def test_other_xml_is_refused_by_name_and_left_aside_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<project><name>Un mot</name></project>")
    (tmp_path / "b.xml").write_text(ROOT.format(READ["a text"][0]))
    found = find_sources([str(tmp_path)])
    assert [source.name for source in found.sources] == ["b.xml"]
    assert [path.name for path in found.left_aside] == ["a.xml"]
    with pytest.raises(DocumentError, match="is XML of a kind that nobody reads here"):
        list(document_of("android", "<project/>", tmp_path).blocks)
