"""Settings of how documents are found, read and written back."""

from __future__ import annotations

from translate.config.ranges import check_ranges
from translate.data import State
from translate.errors import UnknownNameError
from translate.records import dataclass

KEPT = ("hidden", "json_ld", "sheet_names")
"""Kinds of text in documents that are kept, unless the user includes them."""
FILLED_AS = tuple(str(state) for state in State if state is not State.UNTRANSLATED)
"""States of translations that are put beside their texts."""
PDF_AS = ("html", "docx", "txt")
OFFERED = ("alt", "comments", "headers", "index", "notes", "properties")
"""Kinds of text in documents that are translated, unless the user skips them."""


@dataclass(frozen=True, slots=True)
class DocumentConfig:
    """How documents are read."""

    encoding: str | None = None
    """Name of the encoding; None detects it."""
    max_paragraph_characters: int = 1_000_000
    """A longer paragraph is an error: the file is probably not a text."""
    join_lines: bool = False
    """Join hard-wrapped lines of plain text, as in e-mail."""
    front_matter: tuple[str, ...] = ("title", "description", "summary")
    """Fields of a Markdown file's front matter to translate: `title` wherever it stands, `params.title` only there."""
    verify_language: bool = True
    """Refuse a document that is not in the source language."""
    max_members: int = 10_000
    """Files in a package (docx, odt, epub, …); with more it is refused, as with more of the three below."""
    max_member_mb: int = 200
    """Size of one file of a package, unpacked."""
    max_package_mb: int = 1_000
    """Size of all that is read of a package, unpacked."""
    max_ratio: int = 200
    """How many times larger than packed a file beyond 10 MB may be."""
    only_files: tuple[str, ...] = ()
    """Of folders and archives, the files to read, as patterns of `.gitignore`: `*.docx`, `letters/`; none takes all."""
    skip_files: tuple[str, ...] = ()
    """Of folders and archives, the files not to read, as such patterns."""
    gitignore: bool = False
    """Also leave out what the `.gitignore` files of a folder do."""
    max_pages: int = 5_000
    """Pages of a PDF."""
    max_seconds: int = 300
    """How long a PDF may take to be read, or a document of an older format to be converted."""
    pdf_as: str = "html"
    """What a PDF is written as: `html`, `docx` or `txt`."""
    include: tuple[str, ...] = ()
    """Of :data:`KEPT`, what to translate."""
    skip: tuple[str, ...] = ()
    """Of :data:`OFFERED`, what to keep."""
    keys: tuple[str, ...] = ()
    """Of a file of strings, the paths of the values to translate, as patterns: `menu.*`, `title`; none takes all."""
    not_keys: tuple[str, ...] = ()
    """Of a file of strings, the paths of the values to keep, as patterns: `*.id`."""
    filled_as: str = State.DRAFT.value
    """Where translations stand that are put beside their texts (PO, XLIFF): `draft`, `translated`, `reviewed`, or
    `approved`."""
    return_packages: bool = False
    """Write packages of translation tools as the return packages that update the project that they are of."""
    target_language: str = ""
    """Of the translations, for files that have them in several languages; empty where nobody asks for any."""

    def __post_init__(self) -> None:
        limits = ("max_paragraph_characters", "max_members", "max_member_mb", "max_package_mb", "max_ratio")
        check_ranges("documents", self, max_seconds=(0, None), **dict.fromkeys((*limits, "max_pages"), (1, None)))
        if self.pdf_as not in PDF_AS:
            raise UnknownNameError("kind to write a PDF as", self.pdf_as, PDF_AS)
        for verb, names, known in (("include", self.include, KEPT), ("skip", self.skip, OFFERED)):
            for name in names:
                if name not in known:
                    raise UnknownNameError(f"kind of text to {verb}", name, known)
        if self.filled_as not in FILLED_AS:
            raise UnknownNameError("state of translations that are filled in", self.filled_as, FILLED_AS)
