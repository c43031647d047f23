"""Data files and arrays of texts: what is a text, what stays, and how each kind writes what its syntax forbids."""

from __future__ import annotations

import configparser
import plistlib
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said
from translate.errors import DocumentError

DATA = "<root><data name='a'><value>{}</value></data></root>"
PLIST = '<plist version="1.0"><dict>{}</dict></plist>'
READ = [
    ("toml", 'a = "Un \\"mot\\" \\u00e9"\nb = \'Deux "mots"\'', ['Un "mot" é', 'Deux "mots"']),
    ("toml", 'a = """\r\nUn mot.\r\nDeux "mots"."""\r\n', ["Un mot.", 'Deux "mots".']),
    ("toml", "a = '''Un 'mot' ici''''\n", ["Un 'mot' ici'"]),
    ("toml", 'a = """Un ""mot"" ici"""""\n', ['Un ""mot"" ici""']),
    ("toml", 'a = "Un mot \\\\"\nb = "Deux mots" # "Trois mots"\n', ["Un mot \\", "Deux mots"]),
    (
        "toml",
        "[a.'b c']\n\"d e\".f = 'Un mot'\n[[g]]\nh = [{ i = 'Deux mots' }, ['Trois mots']]",
        ["Un mot", "Deux mots", "Trois mots"],
    ),
    ("toml", 'a = """Un mot de \\\n   plus"""', ["Un mot de plus"]),
    ("ini", "[a]\nb=Un mot\nc : Deux mots\n;d=x y\n#e=x y\nf=12\n", ["Un mot", "Deux mots"]),
    ("ini", "a = Un mot ; et # ici\r\nb='Deux mots'\r\nc\r\n", ["Un mot ; et # ici", "Deux mots"]),
    (
        "ini",
        "a = Un mot bien long\n    qui continue\n\nb = Deux mots\n",
        ["Un mot bien long\n    qui continue", "Deux mots"],
    ),
    ("ini", "[a]\n\tb = Un mot\n\tc = Deux mots", ["Un mot", "Deux mots"]),
    (
        "desktop",
        "[Desktop Entry]\nName=mot\nName[de]=ein Wort\nExec=un deux\nKeywords=un mot;deux;\n",
        ["mot", "un mot", "deux"],
    ),
    (
        "php",
        "<?php return ['a' => 'L\\'un \\\\ mot', \"b\" => \"L'autre\\tmot \\$x\"];",
        ["L'un \\ mot", "L'autre", "mot $x"],
    ),
    ("php", "<?php return array('Une clé' => array('Un mot', 'b' => 'Deux mots'));", ["Un mot", "Deux mots"]),
    (
        "php",
        "<?php // 'x y'\n# 'x y'\n/* 'x y' */ $a['b']['c'] = 'Un mot'; define('D', \"Deux mots\");",
        ["Un mot", "Deux mots"],
    ),
    ("php", "<?php return ['a' => t('x y'), 'b' => 'Un ' . 'mot', 'c' => ('Deux mots')];", ["Un", "mot", "Deux mots"]),
    ("php", "<?php return ['a' => 'un | deux|trois'];", ["un", "deux", "trois"]),
    ("php", "<?php return ['a' => '{0} Rien|[1,19] :n mots|[20,*] Des mots'];", ["Rien", ":n mots", "Des mots"]),
    ("php", "<?php return ['a' => '{{ nom|upper }} ou || quoi'];", ["{{ nom|upper }} ou || quoi"]),
    ("php", "<?php return ['a' => <<<X\n  Un $mot\n  X, 'b' => <<<'Y'\nDeux \\mots\nY\n];", ["Un $mot", "Deux \\mots"]),
    ("php", "<?php return ['a' => 'Un mot'];\n?>\n<p>'x y'</p>\n", ["Un mot"]),
    ("fluent", "a = Un mot\n    .b = Deux mots\n# c = x y\n-d = Trois mots\n", ["Un mot", "Deux mots", "Trois mots"]),
    ("fluent", "-a = { $x ->\n   *[y] Un mot\n }\n    .genre = féminin\nb = Deux mots\n", ["Un mot", "Deux mots"]),
    ("fluent", "a =\n    Un mot.\n\n    Deux mots.\nb = { $c }\n", ["Un mot.", "Deux mots."]),
    (
        "fluent",
        "a = { $n ->\n   [one] Un mot\n  *[other] { $n } mots\n }\r\nb = Un autre\r\n",
        ["Un mot", "{ $n } mots", "Un autre"],
    ),
    (
        "fluent",
        'a = Un { "{" } mot\nb = { $x ->\n*[y] { $z ->\n*[w] Deux mots\n}\n}\n',
        ['Un { "{" } mot', "Deux mots"],
    ),
    ("resx", "<root><data name='a'><value>Un &lt;mot&gt;</value></data></root>", ["Un <mot>"]),
    (
        "resx",
        "<root><data name='a' type='x'><value>x y</value></data><data name='>>b'><value>x y</value></data></root>",
        [],
    ),
    ("resx", "<root><data name='a'><value>x y</value><comment>{Locked} z</comment></data></root>", []),
    ("resx", "<root><data name='a'><value>Un<!-- x --> mot</value><comment>x y</comment></data></root>", ["Un mot"]),
    ("stringsdict", PLIST.format("<key>n</key><dict><key>one</key><string>Un mot</string></dict>"), ["Un mot"]),
    (
        "stringsdict",
        PLIST.format("<key>a</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@mot@</string></dict>"),
        [],
    ),
]


@pytest.mark.parametrize(("kind", "content", "texts"), READ)
def test_the_texts_are_read_as_they_are_meant(kind: str, content: str, texts: list[str], tmp_path: Path) -> None:
    assert offered(kind, content, tmp_path) == texts
    assert said(kind, content, tmp_path, {}) == content


WRITTEN = [
    ("toml", 'a = "Un mot"', 'a "b" \\ c', 'a = "a \\"b\\" \\\\ c"'),
    ("toml", "a = 'Un mot'", "it's", "a = 'it’s'"),
    ("toml", 'a = """Un mot"""', 'a """b""" \\', 'a = """a ""\\"b""\\" \\\\"""'),
    ("toml", "a = '''Un mot'''", "it's", "a = '''it's'''"),
    ("ini", 'a="Un mot"\r\nb=1', 'a "b"', 'a="a ”b”"\r\nb=1'),
    ("ini", "a = Un mot", "a; 'b'", "a = a; 'b'"),
    ("desktop", "Keywords=Un mot;", "a;b", "Keywords=a\\;b;"),
    ("php", "<?php return ['a' => 'Un mot'];", "it's \\", "<?php return ['a' => 'it\\'s \\\\'];"),
    ("php", '<?php return ["a" => "Un mot"];', 'a "b" $c', '<?php return ["a" => "a \\"b\\" \\$c"];'),
    ("php", "<?php return ['a' => <<<X\nUn mot\nX];", 'a "b" $c', "<?php return ['a' => <<<X\na \"b\" \\$c\nX];"),
    ("fluent", "a = Un mot\nb = 1", "{a}", 'a = {"{"}a{"}"}\nb = 1'),
    ("fluent", "a =\n    Un mot\n", ".a *b [c", 'a =\n    {"."}a *b [c\n'),
    ("resx", DATA.format("Un mot"), "<a> & b", DATA.format("&lt;a&gt; &amp; b")),
    ("resx", DATA.format("<![CDATA[Un mot]]>"), "<a> & ]]>", DATA.format("<![CDATA[<a> & ]]]]><![CDATA[>]]>")),
]


@pytest.mark.parametrize(("kind", "content", "target", "written"), WRITTEN)
def test_a_text_is_written_in_the_manner_of_its_file(
    kind: str, content: str, target: str, written: str, tmp_path: Path
) -> None:
    assert said(kind, content, tmp_path, lambda text: target) == written


DAMAGED = [
    ("toml", 'a = "Un mot"\nb = "Deux\n', 2, "not valid TOML"),
    ("toml", "a = 1\nb = [\n", 3, "not valid TOML"),
    ("php", "<?php return [\n'a' => 'Un mot,\n];", 2, "does not end"),
    ("php", "<?php\nreturn ['a' => 'Un mot']];", 2, "closed that is not open"),
    ("php", "<?php\nclass A { public $b = ['x y']; }", 2, "a program in PHP"),
    ("php", "Un mot\n", 1, "no PHP"),
    ("php", "<?php\nreturn " + "[" * 100_000, 2, "nested more than 200 deep"),
    ("php", "<?php\n$a" + "['b']" * 100_000, 2, "nested more than 200 deep"),
    ("fluent", "a = Un mot\nb = Deux { $mots\n", 2, "a brace is not closed"),
    ("fluent", "a = Un } mot\n", 1, "not open"),
    ("resx", "<root>\n<data name='a'><value>Un</data></root>", 2, "not well-formed"),
    ("resx", "<autre><data name='a'><value>Un</value></data></autre>", 1, "expected root"),
    ("stringsdict", "<!DOCTYPE plist [<!ENTITY a 'b'>]>\n" + PLIST.format("<key>&a;</key>"), 1, "DOCTYPE"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "content", "line", "message"), DAMAGED)
def test_a_damaged_file_is_refused_with_its_line(
    kind: str, content: str, line: int, message: str, tmp_path: Path
) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        offered(kind, content, tmp_path)
    assert f":{line}:" in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "content", "held"),
    [
        ("php", "<?php return ['a' => 'Bonjour :nom, à 12:30 %ici% !'];", [":nom", "%ici%"]),
        ("php", '<?php return ["a" => "Un $mot->x et {$b[1]} ou ${c}"];', ["$mot->x", "{$b[1]}", "${c}"]),
        ("fluent", "a = Bonjour { $nom } et {-b}\n", ["{ $nom }", "{-b}"]),
        ("stringsdict", PLIST.format("<key>one</key><string>Un %#@mot@ ici</string>"), ["%#@mot@"]),
        ("stringsdict", PLIST.format("<key>one</key><string>Un %2$#@mot@ et %1$arg</string>"), ["%2$#@mot@", "%1$arg"]),
        ("php", "<?php return ['a' => <<<'X'\nUn $mot à 5 $US\nX];", ["$mot"]),
        (
            "resx",
            DATA.format("Le mot {0} ici").replace("</value>", '</value><comment>{Locked="mot","{0}"}</comment>'),
            ["mot", "{0}"],
        ),
    ],
)
def test_placeholders_of_a_kind_are_codes_that_stand_for_words(
    kind: str, content: str, held: list[str], tmp_path: Path
) -> None:
    (block,) = [block for block in document_of(kind, content, tmp_path).blocks if block.context]
    assert [block.text[code.start : code.end] for code in block.codes] == held
    assert {code.type for code in block.codes} == {"x-var"}


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252"])
def test_xml_stays_in_the_encoding_that_it_says_and_escapes_what_that_lacks(encoding: str, tmp_path: Path) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>\n<root><data name="a"><value>Un mot</value></data></root>'
    document = document_of("resx", content.encode(encoding), tmp_path)
    said("resx", content.encode(encoding), tmp_path, lambda text: "é →")
    made = (tmp_path / "made.resx").read_bytes()
    shown = "é →" if encoding == "utf-16" else "é &#8594;"
    assert made == content.replace("Un mot", shown).encode(encoding)
    assert list(document.notices) == []


def test_paths_are_keys_and_numbers(tmp_path: Path) -> None:
    content = "a = 'Un mot'\n[b.c]\nd.e = ['Deux mots', { f = 'Trois mots' }]\n"
    found = [block.context for block in document_of("toml", content, tmp_path).blocks if block.context]
    assert found == ["a", "b.c.d.e.0", "b.c.d.e.1.f"]
    content = "<?php return ['a' => ['Un mot', 'b' => 'Deux mots']]; $c['d'] = 'Trois mots';"
    found = [block.context for block in document_of("php", content, tmp_path).blocks if block.context]
    assert found == ["a.0", "a.b", "d"]
    assert offered("php", content, tmp_path, keys=("a.*",), not_keys=("*.b",)) == ["Un mot"]


def test_what_was_written_reads_the_same_to_the_parsers_of_each_format(tmp_path: Path) -> None:
    say = {"Un mot": 'a "b" \\ c', "Deux mots": "100 % of it's"}
    assert tomllib.loads(said("toml", 'a = "Un mot"\nb = """Deux mots"""', tmp_path, say)) == {
        "a": say["Un mot"], "b": say["Deux mots"],
    }  # fmt: skip
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(said("ini", "[x]\na = Un mot\nb : Deux mots\n", tmp_path, say))
    assert dict(parser["x"]) == {"a": say["Un mot"], "b": say["Deux mots"]}
    made = said("stringsdict", PLIST.format("<key>one</key><string>Un mot</string>"), tmp_path, {"Un mot": "<a> & b"})
    assert plistlib.loads(made.encode()) == {"one": "<a> & b"}
    made = said("resx", "<root><data name='a'><value>Un mot</value></data></root>", tmp_path, {"Un mot": "<a> & b"})
    assert ElementTree.fromstring(made).findtext("data/value") == "<a> & b"
