"""Of a page, all that a person reads is offered, and nothing but that changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import Block, CodeKind, Document
from translate.documents import READERS
from translate.documents.markdown.within import without_codes
from translate.errors import DocumentError
from translate.text.inline.codes import is_nested


def read(folder: Path, page: str | bytes, name: str = "page.html", **config: object) -> Document:
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    settings = DocumentConfig(**config)  # type: ignore[arg-type]
    return READERS.load("html").read(path, name=name, language="fr", config=settings)


def texts(document: Document) -> list[str]:
    """Return what is offered, tags taken out."""
    return [without_codes(block.text, block.codes) for block in document.blocks]


def rebuilt(document: Document, change: Callable[[str], str] = str, language: str = "en-GB") -> bytes:
    path = document.path.with_name("rebuilt")
    with READERS.load("html").rebuild(document, path, language=language) as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, *changed(block, change))
    return path.read_bytes()


def changed(block: Block, change: Callable[[str], str]) -> tuple[str, tuple[object, ...]]:
    """Change what lies between the codes, letter by letter."""
    parts, position = [], 0
    for code in block.codes:
        parts += [change(block.text[position : code.start]), block.text[code.start : code.end]]
        position = code.end
    return "".join([*parts, change(block.text[position:])]), block.codes


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>Un <b>mot</b>\n ici</p> deux", ["Un mot ici", "deux"]),
        ("<ul><li>Un <em>point<li>Deux</ul>Trois", ["Un point", "Deux", "Trois"]),
        ("<TD>Un</TD><td> &eacute;t&#233; </td><td>2</td>", ["Un", "été", "2"]),
        ("<p>Un<p>Deux<div>Trois</div>Quatre", ["Un", "Deux", "Trois", "Quatre"]),
        ("<p>Un <b>mot<i>croisé</b>ici</i> là</p>", ["Un motcroiséici là"]),
        ("<a href=x><h3>Titre</h3><p>Texte <b>fort</b></p></a>", ["Titre", "Texte fort"]),
        ("<p>Avant<table><tr><td>Un<td>Deux</table>après", ["Avant", "Un", "Deux", "après"]),
        ("<p>Une adresse<br>Puis une autre</p>", ["Une adresse", "Puis une autre"]),
        ("<p>Une phrase qui va<br>sur deux lignes</p>", ["Une phrase qui vasur deux lignes"]),
        ("<p>Une phrase qui va<br><br>au paragraphe</p>", ["Une phrase qui va", "au paragraphe"]),
        ("<p>Tapez <code>ls</code> ici</p><p><code>ls</code></p>", ["Tapez  ici"]),
        ("<p><code>ls</code> liste tout.</p>", [" liste tout."]),
        ("<pre>non</pre><script>non</script><style>non</style><template>non</template>Oui", ["Oui"]),
        ("<script>if (a < b) '</p>non'</script>Oui<textarea>Un <b>", ["Oui", "Un <b>"]),
        ("<p translate=no>Non <b translate=yes>oui</b> non</p>Si", ["oui", "Si"]),
        ("<p>Un <span class='x notranslate'>nom <i translate=yes>lu</i></span> dit</p>", ["lu", "Un  dit"]),
        ("<p lang=de>Der Hund<p>Oui <q lang=la>non <i lang=fr>si</i></q> dit", ["si", "Oui  dit"]),
        ("<p lang=en>Il y a des fautes dans le menu</p>", ["Il y a des fautes dans le menu"]),
        ("<svg><title>Carte</title><style>non</style><text>Un <tspan>lieu</tspan></text></svg>", ["Carte", "Un lieu"]),
        ("<p>Soit <math><mtext>non</mtext></math> donné</p>", ["Soit  donné"]),
        ("<select><option>Un<option>Deux</select><button>Trois</button>", ["Un", "Deux", "Trois"]),
        ("<input type=radio> Oui <input type=radio> Non", ["Oui", "Non"]),
        ("<p>Il me faut bien <input size=3> jours de plus</p>", ["Il me faut bien jours de plus"]),
        ("<textarea>Un.\nDeux.</textarea>", ["Un.", "Deux."]),
        ("<nav><a href=a>Un</a> | <a href=b>Deux</a></nav>", ["Un", "Deux"]),
        ("<p><a>Un</a> et <a>deux</a></p>", ["Un et deux"]),
        ("<p>Un <x-mot>mot</x-mot> ici</p><x-a>Un</x-a><x-b>Deux</x-b>", ["Un mot ici", "Un", "Deux"]),
        ("<!-- non --><p>Oui <!-- non --> si</p><!--[if IE]>non<![endif]--><![if !IE]>Oui<![endif]", ["Oui si", "Oui"]),
        ("<p>Oui <?php echo 'non'; ?> si {{ non }}</p><% non %>", ["Oui si "]),
        ("<p>Le fait<sup>1</sup> et 5 m<sup>2</sup></p>", ["Le fait et 5 m2"]),
        ("Un < deux & trois <3 <a", ["Un < deux & trois <3"]),
        ("Oui<!-- non <p>non</p>", ["Oui"]),
        ("<p>12<p>***<p>&nbsp;", ["12"]),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_person_reads_is_offered_sentence_by_sentence(tmp_path: Path, page: str, shown: list[str]) -> None:
    assert texts(read(tmp_path, page)) == shown


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ('<img alt="Un" title=\'Deux\' name="non">', ["Un", "Deux"]),
        ("<input placeholder=Un value=non><input type=submit value=Deux><button value=non></button>", ["Un", "Deux"]),
        ("<track label=Un srclang=fr><optgroup label=Deux></optgroup><th abbr=Trois>", ["Un", "Deux", "Trois"]),
        ('<p aria-label="Un" aria-description="Deux" aria-labelledby="non" data-title="non">', ["Un", "Deux"]),
        ('<meta name=Description content="Un"><meta property="og:title" content="Deux">', ["Un", "Deux"]),
        ('<meta name=author content="non"><meta property="og:type" content="non">', []),
        ('<link rel=stylesheet title="non"><a title="https://exemple.fr/non">', []),
        ('<span epub:type="pagebreak" title="xii"></span><i title="12"></i>', []),
        ('<code title="Un">non</code><i translate=no title="non"></i><b lang=en title="non"></b>', ["Un"]),
        ('<a title="Un &amp; deux\n  trois">', ["Un & deux trois"]),
    ],
)
def test_attributes_that_a_person_reads_are_offered(tmp_path: Path, tag: str, shown: list[str]) -> None:
    assert texts(read(tmp_path, tag)) == shown


@pytest.mark.parametrize(
    ("name", "page", "written"),
    [
        ("page.html", "<p>a  <b>b\n</b> c</p>", "<p>A  <b>B\n</b> C</p>"),
        ("page.html", "<p>d&eacute;j&agrave; vu &amp; su</p>", "<p>D&Eacute;J&Agrave; VU &amp; SU</p>"),
        ("page.html", "<img alt=a><img alt='b'>", "<img alt=A><img alt='B'>"),
        ("page.html", "<p>un <img alt=deux> trois</p>", "<p>UN <img alt=DEUX> TROIS</p>"),
        ("page.html", "<p>a & b < c</p>", "<p>A & B < C</p>"),
        ("page.xhtml", "<p><![CDATA[a & b]]></p>", "<p><![CDATA[A & B]]></p>"),
        ("page.xhtml", "<p>a &marque; b<br/>c</p>", "<p>A &marque; B<br/>C</p>"),
        ("page.html", "<P>a<LI>b<TD CLASS=x>c", "<P>A<LI>B<TD CLASS=x>C"),
    ],
)
def test_a_page_is_as_it_was_but_for_its_letters(tmp_path: Path, name: str, page: str, written: str) -> None:
    capitals = str.maketrans("abcdefghijklmnopqrstuvwxyzéà", "ABCDEFGHIJKLMNOPQRSTUVWXYZÉÀ")
    found = rebuilt(read(tmp_path, page, name), lambda text: text.translate(capitals)).decode()
    spelt = found.replace("É", "&Eacute;").replace("À", "&Agrave;") if "&eacute;" in page else found
    assert spelt == written


@pytest.mark.parametrize(
    ("page", "target", "written"),
    [
        ("<p>Oui</p>", "a < b & c", "<p>a < b & c</p>"),
        ("<p>Oui</p>", "a <b> &amp; &copy", "<p>a &lt;b> &amp;amp; &amp;copy</p>"),
        ("<p>L&rsquo;eau l&rsquo;a</p>", "It’s", "<p>It&rsquo;s</p>"),
        ("<p>D&eacute;j&agrave;</p>", "café ñ", "<p>caf&eacute; &ntilde;</p>"),
        ("<img alt=Oui>", "a b", '<img alt="a b">'),
        ('<img alt="Oui">', 'a "b" c', '<img alt="a &quot;b&quot; c">'),
        ("<img alt='Oui'>", "a 'b'", "<img alt='a &#39;b&#39;'>"),
        ("<p>Oui\n   non</p>", "yes or no, well", "<p>yes or no, well</p>"),
    ],
)
def test_another_text_is_spelt_as_its_page_spells(tmp_path: Path, page: str, target: str, written: str) -> None:
    assert rebuilt(read(tmp_path, page), lambda text: target).decode() == written


def test_a_text_of_xml_is_well_formed_whatever_it_says(tmp_path: Path) -> None:
    document = read(tmp_path, '<?xml version="1.0"?><p title="Oui">Non</p>')
    found = rebuilt(document, lambda text: 'a < b & c ]]> "d"').decode()
    assert found.endswith('<p title="a &lt; b &amp; c ]]&gt; &quot;d&quot;">a &lt; b &amp; c ]]&gt; "d"</p>')


def test_codes_are_written_where_the_translation_has_them_each_once(tmp_path: Path) -> None:
    document = read(tmp_path, '<p>Un <b class="x">mot</b> <i>ici</i>.</p>')
    (block,) = document.blocks
    bold = [code for code in block.codes if code.type == "bold"]
    path = tmp_path / "rebuilt"
    with READERS.load("html").rebuild(document, path, language="en") as rebuilder:
        start, end = bold
        shown = "<b></b> here"
        rebuilder.write(
            block, shown, [
                type(start)(0, 3, CodeKind.START, 1, "bold", start.id), type(end)(3, 7, CodeKind.END, 1, "bold", end.id)
            ],
        )  # fmt: skip
    assert path.read_text() == '<p><b class="x"></b><i></i> here</p>'


PAGE = (
    '<html lang="fr-FR" xml:lang=fr><meta http-equiv=content-language content="fr"><meta property="og:locale" '
    'content="fr_FR"><link rel=alternate hreflang="fr" href="/"><a hreflang="fr" href="b">Un</a>'
    '<q lang="de">Ja</q><p lang="fr">Deux</p><track srclang="fr"><i translate=no lang="fr">Nom</i></html>'
)


def test_languages_of_what_was_translated_become_the_targets(tmp_path: Path) -> None:
    assert rebuilt(read(tmp_path, PAGE), str.upper).decode() == (
        '<html lang="en-GB" xml:lang=en-GB><meta http-equiv=content-language content="en-GB"><meta '
        'property="og:locale" content="en_GB"><link rel=alternate hreflang="en-GB" href="/">'
        '<a hreflang="fr" href="b">UN</a>'
        '<q lang="de">Ja</q><p lang="en-GB">DEUX</p><track srclang="fr"><i translate=no lang="fr">Nom</i></html>'
    )


def test_where_nothing_was_translated_the_page_is_the_same_bytes(tmp_path: Path) -> None:
    assert rebuilt(read(tmp_path, PAGE)) == PAGE.encode()


@pytest.mark.parametrize(
    ("encoding", "mark", "head"),
    [
        ("utf-8", b"", ""),
        ("utf-8", b"\xef\xbb\xbf", ""),
        ("utf-16-le", b"\xff\xfe", ""),
        ("utf-16-be", b"\xfe\xff", ""),
        ("cp1252", b"", "<meta charset=iso-8859-1>"),
        ("cp1252", b"", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>"),
        ("iso8859-15", b"", "<?xml version='1.0' encoding='iso-8859-15'?>"),
        ("mac-roman", b"", "<meta charset=macintosh>"),
    ],
)
def test_a_page_stays_in_its_encoding(tmp_path: Path, encoding: str, mark: bytes, head: str) -> None:
    page = mark + f"{head}<p>Déjà l'été</p>\r\n".encode(encoding)
    document = read(tmp_path, page)
    assert texts(document) == ["Déjà l'été"]
    assert rebuilt(document) == page
    beyond = "Ж" if encoding.startswith("utf") else "&#1046;"
    assert rebuilt(document, lambda text: "É Ж") == mark + f"{head}<p>É {beyond}</p>\r\n".encode(encoding)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"%PDF-1.7 <p>", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        (b"<p>Un\0deux", "NUL"),
        ("<meta charset=utf-8><p>Été".encode("cp1252"), "not valid UTF-8 at byte 23"),
        (b"\xff\xfe<\0p\0>\0\xe9", "not valid UTF-16-LE"),
    ],
)
def test_what_is_no_page_is_refused(tmp_path: Path, page: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        list(read(tmp_path, page).blocks)


def test_what_is_kept_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>Oui<p lang=de>Nein<p lang=it>No<p translate=no>Nom<pre>x</pre>")
    list(document.blocks)
    assert list(document.notices) == [
        "2 passages in other languages kept as they are",
        "1 passage marked as not to be translated kept as it is",
        "1 preformatted passage kept as it is",
    ]


DATA = (
    '<script type="application/ld+json">{"@type": "Article", "headline": "L\\u2019\\u00e9t\\u00e9", "author": '
    '{"@type": "Person", "name": "Paul"}, "name": "Un titre"}</script>'
)


def test_structured_data_is_offered_where_it_is_asked_for(tmp_path: Path) -> None:
    assert texts(read(tmp_path, DATA)) == []
    document = read(tmp_path, DATA, include=("json_ld",))
    assert texts(document) == ["L’été", "Un titre"]
    assert b'"headline": "L\\u2019\\u00c9T\\u00c9"' in rebuilt(document, str.upper).replace(b"U2019", b"u2019")


def test_kinds_of_text_can_be_skipped(tmp_path: Path) -> None:
    page = '<meta name=description content="Un"><img alt="Deux" title="Trois">'
    assert texts(read(tmp_path, page, skip=("properties", "alt"))) == ["Trois"]


TOKENS = (
    "<p> </p> <b> </b> <i> </i> <div> </div> <a\thref=x\ttitle='Un\tté'> </a> <br> <li> <td> <table> </table> <code>"
    " </code> <span\ttranslate=no> </span> <svg> </svg> <text> </text> <pre> </pre> <!--\tc\t--> <script> </script>"
    " <textarea> </textarea> mot été &eacute; &amp; &nbsp; &shy; <sup>1</sup> < & <x-y> </x-y> {{\tv\t}}"
    " <![CDATA[\tcé\t]]> \t \n . Un"
).split(" ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join), st.sampled_from(["a.html", "a.xhtml"]))
def test_any_tag_soup_comes_back_and_its_codes_are_whole(tmp_path: Path, page: str, name: str) -> None:
    document = read(tmp_path, page, name)
    assert rebuilt(document) == page.encode()
    for block in document.blocks:
        assert is_nested(block.codes)
        assert all(one.end <= other.start for one, other in zip(block.codes, block.codes[1:], strict=False))
    assume("<textarea>" not in page or "CDATA" not in page)  # There, CDATA is text, and its < is written anew.
    turned = rebuilt(document, lambda text: text.replace("é", "ê"))
    again = rebuilt(read(tmp_path, turned, name), lambda text: text.replace("ê", "é")).decode()
    assert again.replace("&eacute;", "é") == page.replace("&eacute;", "é")
