"""The kinds of documents: what reads each, and which endings of names tell it."""

from __future__ import annotations

from translate.config import DocumentConfig
from translate.documents.base import Reader
from translate.documents.older import NEWER, SHARED
from translate.registry import Registry

RETURNED = {".sdlppx": ".sdlrpx", ".mqout": ".mqback"}
"""Endings of packages that translation tools hand out, and those of the return packages that they take back."""
PACKAGES = (".xlz", ".mqxlz", ".wsxz", *RETURNED, *RETURNED.values())
"""Endings of packages of bilingual files."""
_KINDS = {
    "text": ("translate.documents.plain.reader:READER", (".txt", ".text")),
    "markdown": ("translate.documents.markdown.reader:READER", (".md", ".markdown")),
    "docx": ("translate.documents.office.word:READER", (".docx", ".docm", ".dotx", ".dotm")),
    "html": ("translate.documents.html.reader:READER", (".html", ".htm", ".xhtml", ".xht")),
    "pptx": ("translate.documents.office.slides:READER", (".pptx", ".pptm", ".potx", ".ppsx", ".potm", ".ppsm")),
    "xlsx": ("translate.documents.office.sheets:READER", (".xlsx", ".xlsm", ".xltx", ".xltm")),
    "opendocument": (
        "translate.documents.opendocument.reader:READER",
        (".odt", ".ott", ".ods", ".ots", ".odp", ".otp", ".fodt", ".fods", ".fodp"),
    ),
    "indesign": ("translate.documents.indesign.reader:READER", (".idml", ".idms")),
    "epub": ("translate.documents.html.epub:READER", (".epub",)),
    "srt": ("translate.documents.subtitles.reader:SRT", (".srt",)),
    "vtt": ("translate.documents.subtitles.reader:VTT", (".vtt",)),
    "sbv": ("translate.documents.subtitles.reader:SBV", (".sbv",)),
    "ass": ("translate.documents.subtitles.reader:ASS", (".ass", ".ssa")),
    "xliff": (
        "translate.documents.bilingual.xliff:READER",
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf", *PACKAGES),
    ),
    "qt": ("translate.documents.bilingual.qt:READER", (".ts",)),
    "txml": ("translate.documents.bilingual.txml:READER", (".txml",)),
    "tmx": ("translate.documents.bilingual.tmx:READER", (".tmx",)),
    "json": ("translate.documents.strings.json_values:READER", (".json", ".arb")),
    "xcstrings": ("translate.documents.strings.xcstrings:READER", (".xcstrings",)),
    "yaml": ("translate.documents.strings.yaml_values:READER", (".yaml", ".yml")),
    "toml": ("translate.documents.strings.toml_values:READER", (".toml",)),
    "ini": ("translate.documents.strings.ini:INI", (".ini", ".cfg")),
    "desktop": ("translate.documents.strings.ini:DESKTOP", (".desktop",)),
    "php": ("translate.documents.strings.php:READER", (".php",)),
    "fluent": ("translate.documents.strings.fluent:READER", (".ftl",)),
    "resx": ("translate.documents.strings.resx:READER", (".resx", ".resw")),
    "stringsdict": ("translate.documents.strings.stringsdict:READER", (".stringsdict",)),
    "properties": ("translate.documents.strings.properties:READER", (".properties",)),
    "strings": ("translate.documents.strings.apple:READER", (".strings",)),
    "android": ("translate.documents.strings.android:READER", (".xml",)),
    "po": ("translate.documents.strings.po:READER", (".po", ".pot")),
    "csv": ("translate.documents.strings.tables:CSV", (".csv",)),
    "tsv": ("translate.documents.strings.tables:TSV", (".tsv", ".tab")),
    "latex": ("translate.documents.markup.tex:READER", (".tex", ".ltx")),
    "docbook": ("translate.documents.markup.vocabulary_reader:DOCBOOK_READER", (".dbk", ".docbook")),
    "dita": ("translate.documents.markup.vocabulary_reader:DITA_READER", (".dita", ".ditamap")),
    "rst": ("translate.documents.markup.rst:READER", (".rst", ".rest")),
    "asciidoc": ("translate.documents.markup.asciidoc:READER", (".adoc", ".asciidoc")),
    "wiki": ("translate.documents.markup.wiki:READER", (".wiki", ".mediawiki", ".wikitext")),
    "notebook": ("translate.documents.enclosed.notebook:READER", (".ipynb",)),
    "mail": ("translate.documents.enclosed.mail:MESSAGE", (".eml", ".mhtml", ".mht")),
    "mailbox": ("translate.documents.enclosed.mail:BOX", (".mbox",)),
    "outlook": ("translate.documents.outlook.reader:READER", (".msg",)),
    "pdf": ("translate.documents.pdf.reader:READER", (".pdf",)),
    "zip": ("translate.documents.archives.archive:READER", (".zip",)),
    "office": (
        "translate.documents.office.older_files:READER",
        tuple(ending for ending in NEWER if ending not in SHARED),
    ),
    "segments": ("translate.documents.plain.segments:READER", ()),
}
"""A line a kind: its reader, and its endings, the usual one first; a kind without is one that is asked for by name."""

READERS: Registry[Reader] = Registry("document kind", {kind: reader for kind, (reader, _) in _KINDS.items()})
KINDS_BY_SUFFIX = {ending: kind for kind, (_, endings) in _KINDS.items() for ending in endings}
"""Endings in small letters."""


def usual_ending(kind: str) -> str:
    """Return the ending that names of documents of a kind have mostly: that of plain text where the kind has none."""
    return next((ending for ending, other in KINDS_BY_SUFFIX.items() if other == kind), ".txt")


def written_ending(kind: str, ending: str, config: DocumentConfig) -> str:
    """Return the ending of the translation of a document: its own, but where the kind is written as another one."""
    if kind == "pdf":
        return f".{config.pdf_as}"
    if kind == "outlook":
        return ".eml"
    if kind == "xliff" and config.return_packages:
        return RETURNED.get(ending.lower(), ending)
    if kind == "office":
        return NEWER.get(ending.lower(), ending)
    return ".txt" if kind == "segments" else ending
