"""OpenDocument: what a person reads is offered, whatever spans it is cut into, and all else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import read, rewrite, write_package
from translate.documents import READERS
from translate.errors import DocumentError

NAMES = "office style text table draw presentation svg meta form chart manifest".split()
_SPACES = {name: f"{name}:1.0" for name in NAMES} | {
    "fo": "xsl-fo-compatible:1.0", "draw": "drawing:1.0", "svg": "svg-compatible:1.0", "number": "datastyle:1.0",
}  # fmt: skip
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{one}"' for name, one in _SPACES.items())
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
SPACES += ' xmlns:officeooo="http://openoffice.org/2009/office"'
TYPE = "application/vnd.oasis.opendocument."
STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="R" style:family="text"><style:text-properties officeooo:rsid="00a1"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="D" style:family="text"><style:text-properties fo:language="de"/></style:style>'
    '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="off" style:family="drawing-page">'
    '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
)
MANIFEST = f"<manifest:manifest {SPACES}>%s</manifest:manifest>"


def p(*content: str) -> str:
    return f"<text:p>{''.join(content)}</text:p>"


def span(style: str, *content: str) -> str:
    return f'<text:span text:style-name="{style}">{"".join(content)}</text:span>'


def note(text: str) -> str:
    body = f"<text:note-citation>1</text:note-citation><text:note-body>{p(text)}</text:note-body>"
    return f'<text:note text:note-class="footnote">{body}</text:note>'


def write(path: Path, body: str, others: dict[str, str] | None = None, *, kind: str = "text") -> Path:
    """Write a package with a body and other parts."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return write_package(path, {"mimetype": TYPE + kind, "content.xml": content, **(others or {})})


def texts(path: Path, **config: object) -> list[str]:
    return [block.text for block in read(path, "opendocument", **config).blocks]


def sheet(*rows: str, name: str = "Feuille", style: str = "") -> str:
    own = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{own}>{"".join(rows)}</table:table>'


def cell(text: str, own: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {own}>{p(text)}</table:table-cell>"


DATE, FORMULA = 'office:value-type="date"', 'office:value-type="string" table:formula="of:=[Base.A1]"'
RUBY = "<text:ruby><text:ruby-base>Mot</text:ruby-base><text:ruby-text>m</text:ruby-text></text:ruby>"
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
SHOWN = {
    "a paragraph": (p("Une phrase."), ["Une phrase."]),
    "spans that revision cut": (p(span("R", "Une ph"), "rase."), ["Une phrase."]),
    "spans within spans": (p("Un ", span("B", "très ", span("R", "grand")), " lit."), ["Un très grand lit."]),
    "a line end within": (p("Une\n     phrase."), ["Une phrase."]),
    "white space around a span": (p("Une ", span("B", " grande\n"), " phrase."), ["Une grande phrase."]),
    "several spaces": (p('Prix<text:s text:c="2"/>net'), ["Prix  net"]),
    "a gap": (p('Le maire<text:s text:c="20"/>La secrétaire'), ["Le maire", "La secrétaire"]),
    "tabs": (p("Nom<text:tab/>Prénom"), ["Nom", "Prénom"]),
    "lines of their own": (p("Ouvert.<text:line-break/>Fermé."), ["Ouvert.", "Fermé."]),
    "a page that ends": (p("Une <text:soft-page-break/>phrase."), ["Une phrase."]),
    "a soft hyphen": (p("cons\u00adtitution"), ["constitution"]),
    "a section of characters": (p("<![CDATA[Toi & moi]]> demain."), ["Toi & moi demain."]),
    "references": (p("Toi &amp; l&#233;toile"), ["Toi & létoile"]),
    "a note": (p("Le délai", note("Un mois."), " court."), ["Le délai court.", "Un mois."]),
    "a frame in a sentence": (p("Voir ", BOX.format(p("ce plan")), " ici."), ["Voir  ici.", "ce plan"]),
    "a comment": (p("<office:annotation>", p("À revoir."), "</office:annotation>Le prix."), ["Le prix.", "À revoir."]),
    "a bookmark": (p('Le <text:bookmark-start text:name="n"/>pont<text:bookmark-end text:name="n"/>.'), ["Le pont."]),
    "a ruby": (p(RUBY), ["Mot"]),
    "a field of a date": (p("Fait le <text:date>3 mai</text:date>."), ["Fait le 3 mai."]),
    "a deletion": (
        f"<text:tracked-changes><text:deletion>{p('biffé')}</text:deletion></text:tracked-changes>{p('Reste.')}",
        ["Reste."],
    ),
    "an insertion": (
        p('Un <text:change-start text:change-id="c"/>bon<text:change-end text:change-id="c"/> mot.'), ["Un bon mot."]
    ),
    "hidden text": (p("Vu ", span("H", "caché"), "ici."), ["Vu ici."]),
    "a hidden section": (f'<text:section text:display="none">{p("caché")}</text:section>{p("vu")}', ["vu"]),
    "the title of an index": ("<text:index-title-template>Sommaire</text:index-title-template>", ["Sommaire"]),
    "alternative text": (p("<draw:frame><svg:title>Un port</svg:title></draw:frame>"), ["Un port"]),
    "a form": ('<form:form><form:button form:name="b1" form:label="Envoyer"/></form:form>', ["Envoyer"]),
    "nothing": (p(), []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SHOWN.values(), ids=SHOWN)
def test_what_a_person_reads_is_offered(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(write(tmp_path / "a.odt", body)) == expected


@pytest.mark.parametrize("body", [body for body, _ in SHOWN.values()], ids=SHOWN)
def test_an_unchanged_document_is_the_same_file(tmp_path: Path, body: str) -> None:
    path = write(tmp_path / "a.odt", body)
    rewrite(read(path, "opendocument"), tmp_path / "b.odt", {})
    assert (tmp_path / "b.odt").read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("body", "target", "written"),
    [
        (p("Un mot."), "One & all.", p("One &amp; all.")),
        (p("Un mot."), "One   word.", p('One <text:s text:c="2"/>word.')),
        (p(span("R", "Un "), "mot."), "A longer word.", p(span("R", "A longer word."))),
        (p("Un ", "<text:soft-page-break/>", "mot."), "A word.", p("A word.")),
        (p("Un ", span("B", "mot"), "."), "A word", p("A w", span("B", "ord"))),
        (p("L&#233;o\n  vit."), "Lucie vit.", p("Lucie vit.")),
        (p("L&#233;o\n  vit."), "Luc vit.", p("Luc\n  vit.")),
    ],
)  # fmt: skip
def test_a_text_is_written_as_the_document_writes(tmp_path: Path, body: str, target: str, written: str) -> None:
    path = write(tmp_path / "a.odt", body)
    document = read(path, "opendocument")
    source = next(iter(document.blocks)).text
    assert written in rewrite(document, tmp_path / "b.odt", {source: target})["content.xml"]


def test_words_in_another_language_stay_where_they_are_in_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.odt", p("Il dit ", span("D", "das ist nicht die Welt"), " tout bas."))
    document = read(path, "opendocument")
    (block,) = document.blocks
    assert [(block.text[code.start : code.end], code.type) for code in block.codes] == [
        ("das ist nicht die Welt", "x-foreign")
    ]
    assert list(document.notices) == ["1 passage in other languages kept as it is"]
    assert texts(write(tmp_path / "b.odt", p("Il dit ", span("D", "que le monde est là"), "."))) == [
        "Il dit que le monde est là."
    ]


def test_a_note_changes_within_a_sentence_that_changes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.odt", p("Le délai", note("Un mois."), " est court."))
    say = {"Le délai est court.": "The time is short.", "Un mois.": "A month."}
    content = rewrite(read(path, "opendocument"), tmp_path / "b.odt", say)["content.xml"]
    assert p("The time", note("A month."), " is short.") in content


def test_the_language_becomes_the_targets_and_only_it(tmp_path: Path) -> None:
    own = 'fo:language="fr" fo:country="FR" style:language-asian="zh"'
    style = f"<style:text-properties {own}/>"
    styles = f"<office:document-styles {SPACES}><office:styles>{style}</office:styles></office:document-styles>"
    path = write(tmp_path / "a.odt", p("Oui."), {"styles.xml": styles})
    british = rewrite(read(path, "opendocument"), tmp_path / "b.odt", {"Oui.": "Yes."}, language="en-GB")
    assert 'fo:language="en" fo:country="GB" style:language-asian="zh"' in british["styles.xml"]
    plain = rewrite(read(path, "opendocument"), tmp_path / "c.odt", {"Oui.": "Yes."})
    assert 'fo:language="en" fo:country="none"' in plain["styles.xml"]


def test_all_parts_are_offered_with_their_places(tmp_path: Path) -> None:
    master = f"<style:header>{p('Haut')}</style:header><style:footer>{p('Bas')}</style:footer>"
    chart = (
        f"<chart:title>{p('Ventes')}</chart:title>{sheet('<table:table-row>' + cell('mars') + '</table:table-row>')}"
    )
    others = {
        "styles.xml": f"<office:document-styles {SPACES}><style:master-page>{master}</style:master-page>"
        "</office:document-styles>",
        "Object 1/content.xml": f"<office:document-content {SPACES}><office:body><office:chart>{chart}</office:chart>"
        "</office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {SPACES}><office:meta><dc:title>Bail</dc:title><dc:creator>Luc</dc:creator>"
        "</office:meta></office:document-meta>",
    }
    path = write(tmp_path / "a.odt", p("Le délai", note("Un mois."), BOX.format(p("Plan"))), others)
    assert [(block.part, block.context, block.text) for block in read(path, "opendocument").blocks] == [
        ("content.xml", "paragraph 1", "Le délai"),
        ("content.xml", "footnote 1", "Un mois."),
        ("content.xml", "paragraph 1, text box", "Plan"),
        ("styles.xml", "header", "Haut"),
        ("styles.xml", "footer", "Bas"),
        ("Object 1/content.xml", "chart", "Ventes"),
        ("meta.xml", "property title", "Bail"),
    ]


def test_cells_of_text_are_offered_with_their_places(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    gap = '<table:table-cell table:number-columns-repeated="25"/>'
    rows = (
        f"<table:table-row>{cell('Produit')}{cell('Secret')}{gap}{cell('Loin')}</table:table-row>",
        f'<table:table-row table:visibility="collapse">{cell("Rangée")}</table:table-row>',
        f"<table:table-row>{cell('3 mai', DATE)}</table:table-row>",
        f"<table:table-row>{cell('somme', FORMULA)}</table:table-row>",
    )
    hidden = sheet(f"<table:table-row>{cell('Gardé')}</table:table-row>", name="B", style="gone")
    path = write(tmp_path / "a.ods", sheet(columns, *rows, name="A") + hidden, kind="spreadsheet")
    document = read(path, "opendocument")
    assert [(block.context, block.text) for block in document.blocks] == [
        ("sheet A, cell A1", "Produit"),
        ("sheet A, cell AB1", "Loin"),
    ]
    assert list(document.notices) == [
        "1 formula text kept as it is",
        "1 hidden column kept as it is",
        "1 hidden row kept as it is",
        "1 hidden sheet kept as it is",
    ]
    assert texts(path, include=("hidden",)) == ["Produit", "Secret", "Loin", "Rangée", "Gardé"]


def test_the_value_of_a_cell_follows_its_text(tmp_path: Path) -> None:
    own = 'office:value-type="string" office:string-value="Vis&#10;Clou"'
    row = f"<table:table-row><table:table-cell {own}>{p('Vis')}{p('Clou')}</table:table-cell></table:table-row>"
    path = write(tmp_path / "a.ods", sheet(row), kind="spreadsheet")
    say = {"Vis": "Screw", "Clou": "Nail"}
    content = rewrite(read(path, "opendocument"), tmp_path / "b.ods", say)["content.xml"]
    assert f'office:string-value="Screw&#10;Nail">{p("Screw")}{p("Nail")}' in content


def test_the_name_of_a_sheet_is_offered_where_nothing_uses_it(tmp_path: Path) -> None:
    row = f"<table:table-row>{cell('0', FORMULA)}</table:table-row>"
    path = write(tmp_path / "a.ods", sheet(row, name="Base") + sheet(row, name="Dépenses"), kind="spreadsheet")
    assert texts(path) == []
    assert texts(path, include=("sheet_names",)) == ["Dépenses"]


def test_slides_and_their_notes_are_offered_and_prompts_are_not(tmp_path: Path) -> None:
    prompt = f'<draw:frame presentation:class="title"><draw:text-box>{p("Cliquez ici")}</draw:text-box></draw:frame>'
    master = (
        f"<office:document-styles {SPACES}><style:master-page>{prompt}{BOX.format(p('Devise'))}</style:master-page>"
    )
    notes = f"<presentation:notes>{BOX.format(p('Saluer.'))}</presentation:notes>"
    body = (
        f'<draw:page>{BOX.format(p("Bilan"))}{notes}</draw:page><draw:page draw:style-name="off">{prompt}</draw:page>'
    )
    others = {"styles.xml": f"{master}</office:document-styles>"}
    path = write(tmp_path / "a.odp", body, others, kind="presentation")
    assert [(block.context, block.text) for block in read(path, "opendocument").blocks] == [
        ("slide 1", "Bilan"),
        ("slide 1, notes", "Saluer."),
        ("master page, text box", "Devise"),
    ]
    assert texts(path, skip=("notes",)) == ["Bilan", "Devise"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_file_of_one_xml_keeps_its_encoding(tmp_path: Path, encoding: str) -> None:
    body = f"<office:body><office:text>{p('L’été')}</office:text></office:body>".replace("’", "&#8217;")
    root = f'<office:document {SPACES} office:mimetype="{TYPE}text">{body}</office:document>'
    data = f'<?xml version="1.0" encoding="{encoding}"?>{root}'
    path = tmp_path / "a.fodt"
    path.write_bytes(data.encode(encoding))
    document = read(path, "opendocument")
    with READERS.load("opendocument").rebuild(document, tmp_path / "b.fodt", language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, "Là-bas ’", block.codes)
    written = (tmp_path / "b.fodt").read_bytes().decode(encoding)
    assert p("Là-bas &#8217;" if encoding == "iso-8859-1" else "Là-bas ’") in written


@pytest.mark.parametrize(
    ("name", "parts", "message"),
    [
        ("a.odt", {"mimetype": TYPE + "text", "META-INF/manifest.xml": MANIFEST % ""}, "has no member content.xml"),
        ("a.odt", {"META-INF/manifest.xml": MANIFEST % "<manifest:encryption-data/>"}, "is encrypted"),
        ("a.ods", {"mimetype": TYPE + "text", "content.xml": "<a/>"}, "is of the type text; expected spreadsheet"),
        ("a.odt", {"mimetype": "application/epub+zip", "content.xml": "<a/>"}, "expected one of OpenDocument"),
        ("a.fodt", {"mimetype": TYPE + "text"}, "is a ZIP package"),
    ],
)
def test_what_is_no_document_of_its_ending_is_refused(
    tmp_path: Path, name: str, parts: dict[str, str], message: str
) -> None:
    path = write_package(tmp_path / name, parts)
    with pytest.raises(DocumentError, match=message):
        read(path, "opendocument")
