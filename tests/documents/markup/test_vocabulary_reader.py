"""DocBook and DITA: what is text of a document, what is a code of a sentence, and what stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.markup.markups import read, seconds, shown, written
from translate.documents.discovery import kind_of
from translate.errors import DocumentError

DOCBOOK = [
    ("<para>Un <emphasis>mot</emphasis> et <code>x</code>.</para>", ["Un <mot> et {<code>x</code>}."]),
    ("<para>Un mot<footnote><para>Une note.</para></footnote> suivi.</para>", ["Une note.", "Un mot{} suivi."]),
    ("<para>Un mot.<screen>ls</screen> Après.</para>", ["Un mot.", "Après."]),
    ("<para>L'&#233;t&#xE9; &amp; &nom; fin.</para>", ["L'été & {&nom;} fin."]),
    ("<title>Un titre</title><programlisting>x = 1</programlisting>", ["Un titre"]),
    ("<para xml:lang='de'>Das ist so.</para><para its:translate='no'>Non</para>", []),
    ("<literallayout>Un vers\nUn autre.</literallayout>", ["Un vers", "Un autre."]),
    ("<para>Voir <link xlink:title='Une page'>ici</link>.</para>", ["Une page", "Voir <ici>."]),
    ("<para><![CDATA[Un mot < deux]]></para>", ["Un mot < deux"]),
    ("<para>Un <!-- rien -->mot<?pi x?>.</para>", ["Un {}mot{}."]),
    ("<para>Une <m:math><m:mi>x</m:mi></m:math> ici.</para>", ["Une {<m:math><m:mi>x</m:mi></m:math>} ici."]),
]
DITA = [
    (
        "<p>Ouvrez <uicontrol>Fichier</uicontrol> ou <codeph>x</codeph>.</p>",
        ["Ouvrez <Fichier> ou {<codeph>x</codeph>}."],
    ),
    ("<p>Un mot<fn>Une note.</fn>.</p>", ["Une note.", "Un mot{}."]),
    ("<p conref='a.dita#b'>Rien</p><p><ph conkeyref='c'/> là.</p>", ["{<ph conkeyref='c'/>} là."]),
    ("<p>Un <image href='a.png' alt='Une vue'/> ici.</p>", ["Une vue", "Un {} ici."]),
    ("<topicref navtitle='Un titre' href='a.dita'/>", ["Un titre"]),
    ("<keywords><keyword>un</keyword><keyword>deux</keyword></keywords>", ["un", "deux"]),
    ("<codeblock>x</codeblock><p translate='no'>Rien</p>", []),
]
SPACES = 'xmlns:xlink="x" xmlns:its="i" xmlns:m="m"'


@pytest.mark.parametrize(("body", "texts"), DOCBOOK)
def test_texts_of_docbook(body: str, texts: list[str], tmp_path: Path) -> None:
    text = f'<!DOCTYPE article [<!ENTITY nom "Nom">]>\n<article {SPACES}>{body}</article>'
    assert shown(read(tmp_path / "a.dbk", "docbook", text)) == texts


@pytest.mark.parametrize(("body", "texts"), DITA)
def test_texts_of_dita(body: str, texts: list[str], tmp_path: Path) -> None:
    assert shown(read(tmp_path / "a.dita", "dita", f"<topic>{body}</topic>")) == texts


def test_a_text_is_written_with_what_xml_needs_escaped(tmp_path: Path) -> None:
    text = '<topic xml:lang="fr"><p>Un <b>mot</b>.</p><image alt="Vue"/></topic>'
    say = {"Un mot.": "Ab <c> & d.", "Vue": 'A "view"'}
    made = written(read(tmp_path / "a.dita", "dita", text), tmp_path / "b.dita", say, language="en-GB").decode()
    assert made.startswith('<topic xml:lang="en-GB"><p>Ab ')
    assert "&lt;c&gt;" in made.replace("<b>", "").replace("</b>", "")
    assert '<image alt="A &quot;view&quot;"/>' in made


def test_what_the_encoding_lacks_becomes_a_reference(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>\n<topic><p>Un été.</p></topic>'.encode("iso-8859-1")
    made = written(read(tmp_path / "a.dita", "dita", text), tmp_path / "b.dita", {"Un été.": "A “rosé”."})
    assert made.endswith("<topic><p>A &#8220;rosé&#8221;.</p></topic>".encode("iso-8859-1"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<topic><p>Un</topic>", "not well-formed XML"),
        ("<html><p>Un</p></html>", "begins with <html>; expected"),
        ("<topic>" * 1200 + "</topic>" * 1200, "nested more than 1,000 deep"),
        ("", "not well-formed XML"),
    ],
)
def test_what_is_no_document_is_refused(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=message):
        list(read(tmp_path / "a.dita", "dita", text).blocks)


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    entities = f'<!ENTITY a0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">'
    text = f"<!DOCTYPE topic [{entities}]>\n<topic><p>Un &a11; &f;.</p></topic>"
    assert shown(read(tmp_path / "a.dita", "dita", text)) == ["Un {&a11;} {&f;}."]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ('<article xmlns="http://docbook.org/ns/docbook">', "docbook"),
        ('<?xml version="1.0"?>\n<!DOCTYPE topic PUBLIC "-//OASIS//DTD DITA Topic//EN" "topic.dtd">\n<topic>', "dita"),
        ("<!-- un mot --><resources>", "android"),
        ("<rien>", "android"),
    ],
)
def test_the_first_tag_tells_what_a_file_of_xml_is(start: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(start, encoding="utf-8")
    assert kind_of(path) == kind


def test_a_long_document_is_read_in_linear_time(tmp_path: Path) -> None:
    one, four = (
        seconds(
            tmp_path / "a.dita", "dita", f"<topic>{'<p>Un <b>mot</b> &a; ici.</p>' * size}</topic>".replace("&a;", "là")
        )
        for size in (500, 2_000)
    )
    assert four < 10 * max(one, 0.02)
