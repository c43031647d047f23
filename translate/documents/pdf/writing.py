"""The structure of a PDF comes in, a page of HTML, a Word document or plain text goes out."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from io import BytesIO

from translate.documents.pdf.paragraphs import Paragraph
from translate.documents.pdf.pieces import ITEM_SIGNS, Run, Style
from translate.documents.pdf.structure import Cells, Structure

_TAGS = ((Style.BOLD, "b"), (Style.ITALIC, "i"), (Style.RAISED, "sup"))
_PROPERTIES = (
    (Style.BOLD, "<w:b/>"),
    (Style.ITALIC, "<w:i/>"),
    (Style.RAISED, '<w:vertAlign w:val="superscript"/>'),
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DATE = (1980, 1, 1, 0, 0, 0)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADING_SIZES = (32, 28, 26, 24, 22, 22)
"""In half points."""


def write_html(structure: Structure, language: str) -> bytes:
    """Return a page of HTML5."""
    title = f"<title>{escape(structure.title, quote=False)}</title>\n" if structure.title else ""
    body = "\n".join([*_html_elements(structure), *_html_notes(structure.notes)])
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n{title}'
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode()


def _html_elements(structure: Structure) -> Iterator[str]:
    listed = ""
    for element in structure.elements:
        now = _list_of(element)
        if listed and now != listed:
            yield f"</{listed}>"
        if now and now != listed:
            start = element.marker.strip("().") if now == "ol" and isinstance(element, Paragraph) else "1"
            yield f'<ol start="{start}">' if start != "1" else f"<{now}>"
        listed = now
        if isinstance(element, Cells):
            yield from _html_table(element)
        elif now:
            yield f"<li>{_html_runs(element)}</li>"
        else:
            tag = f"h{element.level}" if element.level else "p"
            marker = f"{escape(element.marker, quote=False)} " if element.marker else ""
            yield f"<{tag}>{marker}{_html_runs(element)}</{tag}>"
    if listed:
        yield f"</{listed}>"


def _list_of(element: Paragraph | Cells) -> str:
    """Return the element of the list that an item belongs to; "" for what is none."""
    if isinstance(element, Cells) or element.level or not element.marker:
        return ""
    if element.marker in ITEM_SIGNS:
        return "ul"
    return "ol" if element.marker[:-1].isdigit() and element.marker[-1] == "." else ""


def _html_table(table: Cells) -> Iterator[str]:
    yield "<table>"
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{_html_text(cell)}</td>" for cell in row) + "</tr>"
    yield "</table>"


def _html_notes(notes: Sequence[Paragraph]) -> Iterator[str]:
    if notes:
        yield "<hr>"
    for note in notes:
        marker = f"{escape(note.marker, quote=False)} " if note.marker else ""
        yield f"<p>{marker}{_html_runs(note)}</p>"


def _html_runs(paragraph: Paragraph) -> str:
    return _html_text(plain_runs(paragraph))


def plain_runs(paragraph: Paragraph) -> Sequence[Run]:
    """Return the runs of a paragraph; one that is bold as a whole is a heading, and has no bold words."""
    if not (paragraph.is_bold and paragraph.level):
        return paragraph.runs
    return [Run(run.text, run.style & ~Style.BOLD) for run in paragraph.runs]


def _html_text(runs: Sequence[Run]) -> str:
    parts = []
    for run in runs:
        core = run.text.strip()
        if not core:
            parts.append(run.text)
            continue
        lead, trail = run.text[: run.text.index(core)], run.text[run.text.index(core) + len(core) :]
        tags = [tag for style, tag in _TAGS if run.style & style]
        opened = "".join(f"<{tag}>" for tag in tags)
        closed = "".join(f"</{tag}>" for tag in reversed(tags))
        parts.append(f"{lead}{opened}{escape(core, quote=False)}{closed}{trail}")
    return "".join(parts).strip()


def write_text(structure: Structure, language: str) -> bytes:
    """Return plain text: a line a paragraph, with an empty one between."""
    parts = []
    for element in (*structure.elements, *structure.notes):
        if isinstance(element, Cells):
            parts.append("\n".join("\t".join(_plain(cell) for cell in row) for row in element.rows))
        else:
            marker = f"{element.marker} " if element.marker else ""
            parts.append(marker + _plain(element.runs))
    return ("\n\n".join(parts) + "\n").encode()


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text.translate(_RAISED) if run.style & Style.RAISED else run.text for run in runs).strip()


def write_word(structure: Structure, language: str) -> bytes:
    """Return a Word document."""
    code = f"{language}-{language.upper()}" if len(language) == 2 else language
    body = "".join(
        _word_table(element) if isinstance(element, Cells) else _word_paragraph(element)
        for element in (*structure.elements, *structure.notes)
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:pPr><w:keepNext/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in enumerate(_HEADING_SIZES, 1)
    )
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    defaults = f'<w:sz w:val="22"/><w:lang w:val="{escape(code)}"/>'
    spacing = '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{types}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{types}.styles+xml"/></Types>',
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr>'
        f"</w:rPrDefault>{spacing}</w:docDefaults>{styles}</w:styles>",
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, head + text)
    return made.getvalue()


def _relation(kind: str, target: str) -> str:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>'


def _word_paragraph(paragraph: Paragraph) -> str:
    properties = f'<w:pStyle w:val="Heading{paragraph.level}"/>' if paragraph.level else ""
    marker = ""
    if paragraph.marker:
        properties += '<w:ind w:left="360" w:hanging="360"/>'
        marker = f"<w:r><w:t>{escape(paragraph.marker, quote=False)}</w:t><w:tab/></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{marker}{_word_runs(plain_runs(paragraph))}</w:p>"


def _word_runs(runs: Sequence[Run]) -> str:
    return "".join(
        f"<w:r><w:rPr>{''.join(tag for style, tag in _PROPERTIES if run.style & style)}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(run.text, quote=False)}</w:t></w:r>'
        for run in runs
    )


def _word_table(table: Cells) -> str:
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    columns = "<w:gridCol/>" * max(len(row) for row in table.rows)
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/><w:p>{_word_runs(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>"
        for row in table.rows
    )
    head = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    return f"<w:tbl>{head}{rows}</w:tbl>"


WRITERS: Mapping[str, Callable[[Structure, str], bytes]] = {
    "html": write_html,
    "docx": write_word,
    "txt": write_text,
}
"""What writes each kind of document, by its ending."""
