"""Presentations: what slides show is offered in order, with notes and comments; prompts and hidden slides stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.documents.packages import content_types, read, rewrite, write_package
from tests.documents.workbooks import relations
from translate.errors import DocumentError

OFFICE = "http://schemas.openxmlformats.org/"
SPACES = (
    f'xmlns:p="{OFFICE}presentationml/2006/main" xmlns:a="{OFFICE}drawingml/2006/main"'
    f' xmlns:r="{OFFICE}officeDocument/2006/relationships" xmlns:dgm="{OFFICE}drawingml/2006/diagram"'
    f' xmlns:mc="{OFFICE}markup-compatibility/2006" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
SLIDE = "ppt/slides/slide1.xml"
HIDDEN = ' show="0"'


def write_slides(
    path: Path,
    *slides: str,
    attributes: Sequence[str] = (),
    order: Sequence[int] = (),
    more: str = "",
    related: Sequence[tuple[str, str]] = (),
    parts: Mapping[str, tuple[str, str]] | None = None,
) -> Path:
    """Write a presentation of slides with some shapes.

    :param attributes: of the slides, as far as they go.
    :param order: of the slides in the list of the presentation.
    :param related: kinds and names of parts that the first slide refers to.
    :param parts: other parts: the end of their content type, and their content.
    """
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + number}" r:id="r{number}"/>' for number in order or numbers)
    targets = [("slide", f"slides/slide{number}.xml") for number in numbers]
    made = {
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst>{more}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(*targets),
        "ppt/slides/_rels/slide1.xml.rels": relations(*((kind, f"../{name}") for kind, name in related)),
    }
    for number, body in zip(numbers, slides, strict=True):
        own = attributes[number - 1] if number <= len(attributes) else ""
        made[f"ppt/slides/slide{number}.xml"] = (
            f'<p:sld {SPACES}{own}><p:cSld name="Interne"><p:spTree>{body}</p:spTree></p:cSld></p:sld>'
        )
    types = {"ppt/presentation.xml": f"{TYPE}presentation.main+xml"}
    for name, (kind, content) in (parts or {}).items():
        types[name] = TYPE + kind
        made[name] = content
    return write_package(path, {"[Content_Types].xml": content_types(types), **made})


def shape(*paragraphs: str, holder: str = "", properties: str = "") -> str:
    body = "".join(one if one.startswith("<") else p(r(one)) for one in paragraphs)
    named = f'<p:cNvPr id="2" name="Zone 2"{properties}/><p:nvPr>{holder}</p:nvPr>'
    return f"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:txBody>{body}</p:txBody></p:sp>"


def p(*content: str) -> str:
    return f'<a:p>{"".join(content)}<a:endParaRPr lang="fr-FR"/></a:p>'


def r(text: str, look: str = "", inner: str = "") -> str:
    return f'<a:r><a:rPr lang="fr-FR"{look}>{inner}</a:rPr><a:t>{text}</a:t></a:r>'


def offered(path: Path, **config: object) -> list[tuple[str, str]]:
    return [(block.text, block.context) for block in read(path, "pptx", **config).blocks]


def test_slides_come_in_the_order_of_the_presentation(tmp_path: Path) -> None:
    path = write_slides(tmp_path / "a.pptx", shape("Un"), shape("Deux"), order=(2, 1))
    assert offered(path) == [("Deux", "slide 1"), ("Un", "slide 2")]


def test_a_hidden_slide_stays_with_its_notes_unless_it_is_asked_for(tmp_path: Path) -> None:
    notes = f"<p:notes {SPACES}>{shape('Dire bonjour.')}</p:notes>"
    path = write_slides(
        tmp_path / "a.pptx", shape("Caché"), shape("Vu"), attributes=(HIDDEN,),
        related=[("notesSlide", "notes/n.xml")], parts={"ppt/notes/n.xml": ("notesSlide+xml", notes)},
    )  # fmt: skip
    document = read(path, "pptx")
    assert [block.text for block in document.blocks] == ["Vu"]
    assert list(document.notices) == ["1 hidden slide kept as it is"]
    assert [text for text, _ in offered(path, include=("hidden",))] == ["Caché", "Dire bonjour.", "Vu"]
    assert [text for text, _ in offered(path, include=("hidden",), skip=("notes",))] == ["Caché", "Vu"]


def test_runs_that_look_alike_are_one_and_others_are_codes(tmp_path: Path) -> None:
    content = p(r("Une ph", ' dirty="0"'), r("rase "), r("nette", ' b="1"'), r("."))
    path = write_slides(tmp_path / "a.pptx", shape(content))
    (block,) = read(path, "pptx").blocks
    assert (block.text, [(code.start, code.type) for code in block.codes]) == (
        "Une phrase nette.", [(11, "bold"), (16, "bold")],
    )  # fmt: skip
    after = rewrite(read(path, "pptx"), tmp_path / "b.pptx", {block.text: "A sentence, clear."})[SLIDE]
    assert after.count("<a:r>") == 3 and 'lang="fr-FR"' not in after and 'lang="en"' in after


def test_a_tab_and_a_line_break_part_texts_and_a_field_is_kept(tmp_path: Path) -> None:
    field = '<a:fld id="{1}" type="slidenum"><a:t>4</a:t></a:fld>'
    content = p(r("Nom\tÂge"), "<a:br/>", r("Voir page "), field)
    path = write_slides(tmp_path / "a.pptx", shape(content))
    assert [text for text, _ in offered(path)] == ["Nom", "Âge", "Voir page 4"]
    after = rewrite(read(path, "pptx"), tmp_path / "b.pptx", {"Nom": "Full name", "Âge": "Age"})[SLIDE]
    assert "<a:t>Full name\tAge</a:t>" in after and field in after


def test_the_tip_of_a_link_changes_within_a_text_that_changes(tmp_path: Path) -> None:
    content = p(r("Voir "), r("ici", inner='<a:hlinkClick r:id="r9" tooltip="Le site"/>'))
    path = write_slides(tmp_path / "a.pptx", shape(content))
    assert [text for text, _ in offered(path)] == ["Voir ici", "Le site"]
    after = rewrite(read(path, "pptx"), tmp_path / "b.pptx", {"Voir ici": "Please look here", "Le site": "The site"})
    assert 'tooltip="The site"' in after[SLIDE] and "Le site" not in after[SLIDE]


def test_tables_groups_and_alternative_texts_are_offered_and_names_are_not(tmp_path: Path) -> None:
    cell = f"<a:tc><a:txBody>{p(r('Cellule'))}</a:txBody></a:tc>"
    frame = '<p:nvGraphicFramePr><p:cNvPr id="3" name="Tableau 3" descr="Effectifs"/></p:nvGraphicFramePr>'
    made = f"<p:graphicFrame>{frame}<a:graphic><a:tbl><a:tr>{cell}</a:tr></a:tbl></a:graphic></p:graphicFrame>"
    group = '<p:nvGrpSpPr><p:cNvPr id="4" name="Groupe" title="Plan"/></p:nvGrpSpPr>'
    hidden = group.replace("title", 'hidden="1" title')
    unseen = f"<p:grpSp>{hidden}{shape('Invisible')}</p:grpSp>"
    path = write_slides(tmp_path / "a.pptx", f"{made}<p:grpSp>{group}{shape('Dedans')}{unseen}</p:grpSp>")
    assert offered(path) == [
        ("Effectifs", "slide 1, table, alternative text"), ("Cellule", "slide 1, table"),
        ("Plan", "slide 1, alternative text"), ("Dedans", "slide 1"),
    ]  # fmt: skip
    assert [text for text, _ in offered(path, skip=("alt",))] == ["Cellule", "Dedans"]


def test_prompts_of_layouts_and_masters_stay(tmp_path: Path) -> None:
    prompt = shape("Modifiez le titre", holder='<p:ph type="title"/>')
    layout = f"<p:sldLayout {SPACES}>{prompt}{shape('Direction')}</p:sldLayout>"
    path = write_slides(
        tmp_path / "a.pptx", shape("Titre", holder='<p:ph type="title"/>'),
        parts={"ppt/slideLayouts/l.xml": ("slideLayout+xml", layout)},
    )  # fmt: skip
    assert offered(path) == [("Titre", "slide 1"), ("Direction", "layout 1")]


def test_comments_of_both_ages_are_offered(tmp_path: Path) -> None:
    old = f"<p:cmLst {SPACES}><p:cm><p:text>Trop long.\nÀ couper.</p:text></p:cm></p:cmLst>"
    space = 'xmlns:n="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'
    new = f"<n:cmLst {space} {SPACES}><n:cm><n:txBody>{p(r('Bien vu.'))}</n:txBody></n:cm></n:cmLst>"
    path = write_slides(
        tmp_path / "a.pptx", shape("Un"), related=[("comments", "old.xml"), ("comments", "new.xml")],
        parts={"ppt/old.xml": ("comments+xml", old), "ppt/new.xml": ("x", new)},
    )  # fmt: skip
    assert [text for text, context in offered(path) if "comment" in context] == ["Trop long.", "À couper.", "Bien vu."]
    assert [text for text, _ in offered(path, skip=("comments",))] == ["Un"]


def test_both_versions_of_a_shape_and_of_a_diagram_get_one_text(tmp_path: Path) -> None:
    versions = f"<mc:Choice>{shape('Deux')}</mc:Choice><mc:Fallback>{shape('Deux')}</mc:Fallback>"
    two = f"<mc:AlternateContent>{versions}</mc:AlternateContent>"
    paragraph = p(r("Trois"))
    path = write_slides(
        tmp_path / "a.pptx", two, related=[("diagramData", "d.xml"), ("diagramDrawing", "e.xml")],
        parts={
            "ppt/d.xml": ("x", f"<dgm:dataModel {SPACES}><dgm:t>{paragraph}</dgm:t></dgm:dataModel>"),
            "ppt/e.xml": ("x", f"<x {SPACES}>{paragraph}</x>"),
        },
    )  # fmt: skip
    assert [text for text, _ in offered(path)] == ["Deux", "Trois"]
    after = rewrite(read(path, "pptx"), tmp_path / "b.pptx", {"Deux": "Two", "Trois": "Three"})
    assert after[SLIDE].count("Two") == 2 and "Three" in after["ppt/d.xml"] and "Three" in after["ppt/e.xml"]


def test_names_of_sections_are_offered(tmp_path: Path) -> None:
    path = write_slides(tmp_path / "a.pptx", shape("Un"), more='<p14:section name="Début"/>')
    assert offered(path)[-1] == ("Début", "name of a section")


def test_a_passage_in_another_language_stays(tmp_path: Path) -> None:
    german = '<a:r><a:rPr lang="de-DE"/><a:t>Das ist nicht mehr die Welt von gestern</a:t></a:r>'
    path = write_slides(tmp_path / "a.pptx", shape(p(r("Il a dit : "), german, r(" hier."))))
    document = read(path, "pptx")
    (block,) = document.blocks
    assert [code.type for code in block.codes] == ["x-foreign"]
    assert list(document.notices) == ["1 passage in other languages kept as it is"]


@pytest.mark.parametrize("ending", ["presentation", "slideshow", "template"])
def test_presentations_shows_and_templates_are_read(tmp_path: Path, ending: str) -> None:
    path = write_slides(tmp_path / "a.pptx", shape("Un"))
    types = content_types({"ppt/presentation.xml": f"{TYPE}{ending}.main+xml"})
    parts = rewrite(read(path, "pptx"), tmp_path / "b.pptx", {}) | {"[Content_Types].xml": types}
    assert [text for text, _ in offered(write_package(path, parts))] == ["Un"]


def test_a_workbook_is_no_presentation(tmp_path: Path) -> None:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    path = write_package(tmp_path / "a.pptx", {"[Content_Types].xml": content_types({"w.xml": main}), "w.xml": "<w/>"})
    with pytest.raises(DocumentError, match=r"is a workbook; expected a presentation.*Rename it to \.xlsx"):
        read(path, "pptx")


def test_a_translation_as_long_as_its_source_is_not_put_into_its_runs(tmp_path: Path) -> None:
    content = p(r("Un loup"), r(" ", ' b="1"'), r("ici"))
    path = write_slides(tmp_path / "a.pptx", shape(content))
    after = rewrite(read(path, "pptx"), tmp_path / "b.pptx", {"Un loup ici": "A wolf here"})[SLIDE]
    assert "<a:t>A wolf here</a:t>" in after and ' b="1"' not in after


@pytest.mark.parametrize(("text", "is_note"), [("1", True), ("*", True), ("e", False)])
def test_a_raised_number_behind_a_word_is_a_note_that_somebody_typed(tmp_path: Path, text: str, is_note: bool) -> None:
    path = write_slides(tmp_path / "a.pptx", shape(p(r("Le prix"), r(text, ' baseline="30000"'), r(" monte"))))
    (block,) = read(path, "pptx").blocks
    assert [code.type for code in block.codes] == (["x-note"] if is_note else ["superscript"] * 2)
    assert block.text == f"Le prix{text} monte"
