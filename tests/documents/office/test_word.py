"""Word documents: what a person reads is offered, whatever runs it is cut into, and all else stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import DECLARATION, SPACES, content_types, read, rewrite, write_package, write_word
from translate.data import Block, CodeKind
from translate.errors import DocumentError


def t(text: str, look: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def field(instruction: str, result: str) -> str:
    """A field in the manner of Word, its marks in runs of their own."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(content: str) -> str:
    inner = f"<wp:docPr id='1' name='Zone 1'/><w:txbxContent>{content}</w:txbxContent>"
    return f"<w:drawing><wp:inline>{inner}</wp:inline></w:drawing>"


NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
BOLD, ITALIC = "<w:b/>", "<w:i/>"
SHOWN = {
    "a plain run": (p(t("Une phrase.")), ["Une phrase."]),
    "runs that revision cut": (p(t("Une ph"), '<w:proofErr w:type="gramStart"/>', t("rase.")), ["Une phrase."]),
    "runs that differ in language": (p(t("Une ph", '<w:lang w:val="fr-FR"/>'), t("rase.")), ["Une phrase."]),
    "a bold word": (p(t("Une "), t("grande", BOLD), t(" phrase.")), ["Une {b}grande{/b} phrase."]),
    "most of it bold": (p(t("Une grande ", BOLD), t("phrase.")), ["Une grande {f}phrase.{/f}"]),
    "all of it bold": (p(t("Une phrase.", BOLD)), ["Une phrase."]),
    "a bold space": (p(t("Une"), t(" ", BOLD), t("phrase.")), ["Une phrase."]),
    "a note in a sentence": (p(t("Le délai"), NOTE, t(" est long.")), ["Le délai{n} est long."]),
    "a note at the end": (p(t("Le délai est long."), NOTE), ["Le délai est long."]),
    "a link": (p(t("Voir "), "<w:hyperlink>", t("ici"), "</w:hyperlink>", t(".")), ["Voir {l}ici{/l}."]),
    "a link around all": (p("<w:hyperlink>", t("Voir ici"), "</w:hyperlink>"), ["Voir ici"]),
    "tabs": (p(t("Nom"), "<w:r><w:tab/></w:r>", t("Prénom")), ["Nom", "Prénom"]),
    "a tab within a run": (p("<w:r><w:t>Nom</w:t><w:tab/><w:t>Prénom</w:t></w:r>"), ["Nom", "Prénom"]),
    "lines of their own": (p("<w:r><w:t>Ouvert.</w:t><w:br/><w:t>Fermé.</w:t></w:r>"), ["Ouvert.", "Fermé."]),
    "a line break in a sentence": (
        p("<w:r><w:t>Il est bien ouvert</w:t><w:br/><w:t>le lundi.</w:t></w:r>"),
        ["Il est bien ouvert<w:br/>le lundi."],
    ),
    "a page break before": (p('<w:r><w:br w:type="page"/><w:t>Suite</w:t></w:r>'), ["Suite"]),
    "a no-break hyphen": (p("<w:r><w:t>rendez</w:t><w:noBreakHyphen/><w:t>vous</w:t></w:r>"), ["rendez\u2011vous"]),
    "a soft hyphen": (p("<w:r><w:t>rendez</w:t><w:softHyphen/><w:t>vous</w:t></w:r>"), ["rendez{n}vous"]),
    "an insertion": (p(t("Dix "), "<w:ins>", t("longs"), "</w:ins>", t(" jours")), ["Dix {i}longs{/i} jours"]),
    "a deletion": (p(t("Dix"), "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", t(" jours")), ["Dix{n} jours"]),
    "text moved away": (p("<w:moveFrom>", t("Parti."), "</w:moveFrom>"), []),
    "text moved here": (p("<w:moveTo>", t("Venu."), "</w:moveTo>"), ["Venu."]),
    "hidden text": (p(t("Une "), t("note", "<w:vanish/>"), t(" visible")), ["Une {n} visible"]),
    "text that is not hidden": (p(t("Une note", '<w:vanish w:val="0"/>')), ["Une note"]),
    "a page number": (p(t("Page "), field("PAGE", t("4"))), ["Page 4"]),
    "a date": (p(t("Fait le "), field("DATE", t("15 mai")), t(" à Lyon")), ["Fait le 15 mai à Lyon"]),
    "a link by a field": (p(t("Voir "), field('HYPERLINK "x"', t("ici")), t(".")), ["Voir {f}ici{/f}."]),
    "a field in one run": (
        p(
            '<w:r><w:t>Voir </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar'
            ' w:fldCharType="separate"/><w:t>ici</w:t><w:fldChar w:fldCharType="end"/><w:t> enfin</w:t></w:r>'
        ),
        ["Voir {f}ici{/f} enfin"],
    ),
    "a field in a field": (
        p(field("IF 1 = 1", t("Oui, ") + field("PAGE", t("3")) + t(" pages"))),
        ["Oui, 3 pages"],
    ),
    "an index entry that shows": (
        p(t("Le "), field("XE &quot;potager&quot;", t("potager")), t(" est clos.")),
        ["Le {f}potager{/f} est clos.", "potager"],
    ),
    "a contents that ends later": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "<w:hyperlink>",
            t("Titre"),
            "<w:r><w:tab/></w:r>",
            field("PAGEREF a", t("4")),
            "</w:hyperlink>",
        )
        + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ["Titre"],
    ),
    "a simple field": (p('<w:fldSimple w:instr=" PAGE ">', t("3"), "</w:fldSimple>", t(" pages")), ["3 pages"]),
    "a control in a sentence": (
        p(t("Cher "), "<w:sdt><w:sdtPr/><w:sdtContent>", t("voisin"), "</w:sdtContent></w:sdt>", t(",")),
        ["Cher {c}voisin{/c},"],
    ),
    "a table in a table": (
        f"<w:tbl><w:tr><w:tc>{p(t('Un'))}<w:tbl><w:tr><w:tc>{p(t('Deux'))}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
        ["Un", "Deux"],
    ),
    "a text box": (p(t("Autour"), f"<w:r>{box(p(t('Dedans')))}</w:r>", t(" encore")), ["Autour{n} encore", "Dedans"]),
    "a formula": (p(t("Soit "), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", t(" donné")), ["Soit x donné"]),
    "numbers alone": (p(t("12")), ["12"]),
    "white space": (p(t("  ")), []),
    "ends of lines": (p("<w:r><w:t>Une\n   phrase.</w:t></w:r>"), ["Une phrase."]),
    "CDATA": (p("<w:r><w:t><![CDATA[Un & deux]]></w:t></w:r>"), ["Un & deux"]),
    "an alternative text": (
        p(t("Photo"), "<w:r><w:drawing><wp:docPr id='1' name='Image 1' descr='Une école'/></w:drawing></w:r>"),
        ["Photo", "Une école"],
    ),
    "what a list shows": (
        p(t("Ville : "), "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='Nice ville' w:value='n'/>"
          "</w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>"),
        ["Ville : ", "Nice ville"],
    ),
    "German that says so": (
        p(t("Il dit : "), t("das ist nicht gut", '<w:lang w:val="de-DE"/>'), t(" et part.")),
        ["Il dit : das ist nicht gut et part."],
    ),
}  # fmt: skip
_MARKS = {"bold": "b", "x-format": "f", "x-field": "f", "link": "l", "x-insertion": "i", "x-control": "c"}


def marked(block: Block) -> str:
    """The text of a block with its empty codes drawn."""
    text = block.text
    for code in reversed(block.codes):
        if code.start == code.end:
            name = _MARKS.get(code.type, "x")
            shown = {CodeKind.START: f"{{{name}}}", CodeKind.END: f"{{/{name}}}"}.get(code.kind, "{n}")
            text = text[: code.start] + shown + text[code.end :]
    return text


@pytest.mark.parametrize(("body", "texts"), SHOWN.values(), ids=SHOWN)
def test_what_a_person_reads_is_offered(tmp_path: Path, body: str, texts: list[str]) -> None:
    document = read(write_word(tmp_path / "a.docx", body), "docx")
    assert [marked(block) for block in document.blocks] == texts


@pytest.mark.parametrize(("body", "texts"), SHOWN.values(), ids=SHOWN)
def test_an_unchanged_document_is_the_same_file(tmp_path: Path, body: str, texts: list[str]) -> None:
    document = read(write_word(tmp_path / "a.docx", body), "docx")
    rewrite(document, tmp_path / "b.docx", {})
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "a.docx").read_bytes()


WRITTEN = {
    "a plain run": (p(t("Une phrase.")), "A whole one.", p(t("A whole one."))),
    "letter for letter": (p(t("Une ph", BOLD), t("rase.")), "Xne phXase.", p(t("Xne ph", BOLD), t("Xase."))),
    "markup": (p(t("Une phrase.")), "a < b & c", p(t("a &lt; b &amp; c"))),
    "white space at the ends": (p(t("Une phrase.")), " a ", p(t(" a "))),
    "runs are joined": (p(t("Une ph"), t("rase.", '<w:lang w:val="fr-FR"/>')), "A.", p(t("A."))),
    "the language is the target's": (
        p(t("Une phrase.", '<w:lang w:val="fr-FR" w:eastAsia="ja-JP"/>')),
        "A.",
        p('<w:r><w:rPr><w:lang w:val="en" w:eastAsia="ja-JP"/></w:rPr><w:t xml:space="preserve">A.</w:t></w:r>'),
    ),
    "what follows in the run of a mark": (
        p('<w:r><w:br w:type="page"/><w:t>Suite</w:t></w:r>'),
        "More",
        p('<w:r><w:br w:type="page"/><w:t xml:space="preserve">More</w:t></w:r>'),
    ),
    "a text box that changed in a paragraph that did not": (
        p(t("12"), f"<w:r>{box(p(t('Dedans')))}</w:r>"),
        "Inside",
        p(t("12"), f"<w:r>{box(p(t('Inside')))}</w:r>"),
    ),
}


@pytest.mark.parametrize(("body", "target", "written"), WRITTEN.values(), ids=WRITTEN)
def test_a_text_is_written_as_the_document_writes(tmp_path: Path, body: str, target: str, written: str) -> None:
    document = read(write_word(tmp_path / "a.docx", body), "docx")
    texts = {block.text: target for block in document.blocks if any(map(str.isalpha, block.text))}
    after = rewrite(document, tmp_path / "b.docx", texts)["word/document.xml"]
    assert after.partition("<w:body>")[2].partition("</w:body>")[0] == written


def test_a_text_box_changes_within_a_paragraph_that_changes(tmp_path: Path) -> None:
    body = p(t("Autour"), f"<w:r>{box(p(t('Dedans')))}</w:r>", t(" encore"))
    document = read(write_word(tmp_path / "a.docx", body), "docx")
    after = rewrite(document, tmp_path / "b.docx", {"Autour encore": "Around more", "Dedans": "Inside"})
    assert "Around" in after["word/document.xml"] and "Inside" in after["word/document.xml"]
    assert "Dedans" not in after["word/document.xml"]


def test_both_versions_of_a_drawing_get_one_text(tmp_path: Path) -> None:
    inner = p(t("Attention"))
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box(inner)}</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(write_word(tmp_path / "a.docx", p(drawing)), "docx")
    assert [block.text for block in document.blocks] == ["Attention"]
    after = rewrite(document, tmp_path / "b.docx", {"Attention": "Beware"})
    assert after["word/document.xml"].count("Beware") == 2


def part(name: str, content: str) -> str:
    return f"<w:{name} {SPACES}>{content}</w:{name}>"


OTHERS = {
    "word/header1.xml": ("header+xml", part("hdr", p(t("En-tête")))),
    "word/footnotes.xml": ("footnotes+xml", part("footnotes", f"<w:footnote w:id='2'>{p(t('Une note'))}</w:footnote>")),
    "word/comments.xml": ("comments+xml", part("comments", "<w:comment w:id='0'>" + p(t("À voir")) + "</w:comment>")),
    "docProps/core.xml": (
        "application/vnd.openxmlformats-package.core-properties+xml",
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Un titre</dc:title><dc:creator>Léa Petit</dc:creator>'
        "<dc:language>fr-FR</dc:language></cp:coreProperties>",
    ),
    "word/charts/chart1.xml": (
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" {SPACES}><c:v>Valeur</c:v>'
        "<a:p><a:r><a:t>Les ventes</a:t></a:r></a:p></c:chartSpace>",
    ),
}  # fmt: skip


def test_all_parts_are_offered_with_their_places(tmp_path: Path) -> None:
    document = read(write_word(tmp_path / "a.docx", p(t("Corps")), OTHERS), "docx")
    assert [(block.text, block.part, block.context.partition(",")[0]) for block in document.blocks] == [
        ("Corps", "word/document.xml", "paragraph 1"),
        ("En-tête", "word/header1.xml", "header 1"),
        ("Une note", "word/footnotes.xml", "footnote 2"),
        ("À voir", "word/comments.xml", "comment 0"),
        ("Les ventes", "word/charts/chart1.xml", "chart"),
        ("Un titre", "docProps/core.xml", "property title"),
    ]


@pytest.mark.parametrize(
    ("skip", "text"),
    [("comments", "À voir"), ("headers", "En-tête"), ("notes", "Une note"), ("properties", "Un titre")],
)
def test_a_kind_of_text_can_be_kept(tmp_path: Path, skip: str, text: str) -> None:
    document = read(write_word(tmp_path / "a.docx", p(t("Corps")), OTHERS), "docx", skip=(skip,))
    texts = [block.text for block in document.blocks]
    assert text not in texts and "Corps" in texts


def entry(*instruction: str) -> str:
    """A field of instructions in runs of their own."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "end")]
    return marks[0] + "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in instruction) + marks[1]


@pytest.mark.parametrize(
    ("instruction", "texts"),
    [
        ((' XE "Contrat : résiliation" \\b ',), ["Contrat", "résiliation"]),
        ((" XE &quot;XE&quot; ",), ["XE"]),
        ((' XE "', "bail rural", '" '), ["bail rural"]),
        ((" TC “Table des baux” \\l 1",), ["Table des baux"]),
        ((' XE "a:12" ',), ["a"]),
        ((' XE "bail; b" ',), None),
        (
            (
                ' XE "bail ',
                'rural" ',
            ),
            None,
        ),
        ((' PAGEREF "bail" ',), []),
    ],
)
def test_the_texts_of_index_entries_are_offered_where_they_can_be_changed(
    tmp_path: Path, instruction: tuple[str, ...], texts: list[str] | None
) -> None:
    path = write_word(tmp_path / "a.docx", p(t("Un mot."), entry(*instruction)))
    document = read(path, "docx")
    found = [block.text for block in document.blocks if "index entry" in block.context]
    assert found == (texts or [])
    assert list(document.notices) == (["1 index term kept as it is"] if texts is None else [])
    assert "index entry" not in str([block.context for block in read(path, "docx", skip=("index",)).blocks])


def test_an_index_entry_is_written_without_signs_of_its_field(tmp_path: Path) -> None:
    document = read(write_word(tmp_path / "a.docx", p(t("Un mot."), entry(' XE "bail:rural" '))), "docx")
    texts = {"Un mot.": "A word.", "bail": 'a "lease"', "rural": "rural: a; b"}
    after = rewrite(document, tmp_path / "b.docx", texts)["word/document.xml"]
    assert "<w:instrText> XE \"a 'lease':rural, a, b\" </w:instrText>" in after


def test_the_language_of_the_properties_is_the_targets(tmp_path: Path) -> None:
    document = read(write_word(tmp_path / "a.docx", p(t("Corps")), OTHERS), "docx")
    after = rewrite(document, tmp_path / "b.docx", {"Corps": "Body"}, language="en-GB")
    assert "<dc:language>en-GB</dc:language>" in after["docProps/core.xml"]
    assert "<dc:creator>Léa Petit</dc:creator>" in after["docProps/core.xml"]


def test_hidden_text_is_offered_where_asked_for_and_announced_where_not(tmp_path: Path) -> None:
    styles = (
        f"<w:styles {SPACES}><w:style w:styleId='S'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId='T'><w:basedOn w:val='S'/></w:style></w:styles>"
    )
    hidden = p("<w:pPr><w:pStyle w:val='T'/></w:pPr>", t("Caché"))
    path = write_word(tmp_path / "a.docx", p(t("Vu")) + hidden, {"word/styles.xml": ("styles+xml", styles)})
    kept = read(path, "docx")
    assert [block.text for block in kept.blocks] == ["Vu"]
    assert list(kept.notices) == ["1 hidden passage kept as it is"]
    assert [block.text for block in read(path, "docx", include=("hidden",)).blocks] == ["Vu", "Caché"]


def test_macros_and_embedded_files_are_announced(tmp_path: Path) -> None:
    others = {"word/vbaProject.bin": ("x/y", "macro"), "word/embeddings/a.xlsx": ("x/y", "sheet")}
    document = read(write_word(tmp_path / "a.docm", p(t("Vu")), others), "docx")
    assert [block.text for block in document.blocks] == ["Vu"]
    assert list(document.notices) == [
        "1 embedded file kept as it is",
        "its macros are kept as they are, and never run",
    ]


def test_another_kind_of_office_file_is_refused(tmp_path: Path) -> None:
    types = content_types(
        {"xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"}
    )
    path = write_package(tmp_path / "a.docx", {"[Content_Types].xml": types, "xl/workbook.xml": f"{DECLARATION}<a/>"})
    with pytest.raises(DocumentError, match="is a workbook; expected a Word document"):
        read(path, "docx")


def test_a_package_without_a_document_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.docx", {"[Content_Types].xml": content_types({})})
    with pytest.raises(DocumentError, match="has no main part of a Word document"):
        read(path, "docx")


def test_a_paragraph_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    document = read(write_word(tmp_path / "a.docx", p(t("une phrase " * 20))), "docx", max_paragraph_characters=100)
    with pytest.raises(DocumentError, match="longer than 100 characters"):
        list(document.blocks)


@pytest.mark.parametrize(
    ("verifies", "texts"), [(True, ["Il dit : "]), (False, ["This is what we have and it is ours. Und so."])]
)
def test_what_most_of_a_document_is_in_is_no_other_language(
    tmp_path: Path, texts: list[str], *, verifies: bool
) -> None:
    """Where nobody verifies that the document is in the source language."""
    english = t("This is what we have and it is ours.", '<w:lang w:val="en-US"/>')
    body = p(english, t(" Und so.", '<w:lang w:val="en-US"/>')) if not verifies else p(t("Il dit : "), english)
    document = read(write_word(tmp_path / "a.docx", body), "docx", verify_language=verifies)
    assert [block.text for block in document.blocks] == texts
