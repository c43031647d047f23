"""A project of OmegaT: units go into the folders of its memories by their worth, and none shows for more than it is.

    tm/auto                what was reviewed or approved: filled in
    tm                     what a person has translated, or what needs no translation: offered
    tm/mt/penalty-10, -20  drafts, by their score: marked as machine output, a match of 90 or 80 per cent at most
    tm/mt/penalty-30       drafts that a check warns of, or that nobody measured

OmegaT fills in a match from the first alone. What nobody has translated is no memory. A project that does not exist is
made.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import field, replace
from html import escape
from pathlib import Path

from translate.data import Origin, Severity, State, Suggestion, TranslationUnit
from translate.errors import FormatError, OutputError, UsageError, reason_of
from translate.files import make_folder, together, write_text
from translate.formats.base import Header, Report, Writer, strict
from translate.formats.codes import agree
from translate.formats.omegatrules import CONFIGURATION, format_rules
from translate.formats.tmx.format import Tmx
from translate.formats.tmx.head import TOOL
from translate.formats.xmltext import Element, XmlFaultError, parse_element
from translate.records import dataclass
from translate.text.late import late_plain

AUTO, OFFERED, DOUBTFUL = "auto", ".", "mt/penalty-30"
BANDS = ((80.0, "mt/penalty-10"), (50.0, "mt/penalty-20"))
"""From this score on, a draft goes into this folder."""
_FOLDERS = (AUTO, OFFERED, DOUBTFUL, *(folder for _, folder in BANDS))
_SETTINGS = "omegat.project"
_DEFAULT = "__DEFAULT__"
_DECLARATION = late_plain(r"^\ufeff?\s*(?:<\?.*?\?>|<!--.*?-->|\s)*", re.DOTALL)


def folder_of(unit: TranslationUnit, auto_score: float | None = None) -> str:
    """Return the folder below `tm` where `unit` belongs.

    :param auto_score: from this score on a draft that no check warns of is filled in as well; None never.
    """
    if unit.standing.rank >= State.REVIEWED.rank:
        return AUTO
    if unit.standing is State.TRANSLATED:
        return OFFERED
    score = unit.score
    if score is None or any(issue.severity is not Severity.INFO for issue in unit.issues):
        return DOUBTFUL
    if auto_score is not None and score >= auto_score:
        return AUTO
    return next((folder for least, folder in BANDS if score >= least), DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project keeps its memories and its documents, and the languages that it is in."""

    memories: Path
    documents: Path
    header: Header


def find_project(folder: Path, header: Header) -> Project | None:
    """Return the project in `folder`; None where one can be made there.

    :raises UsageError: where the project is in other languages, or `folder` is no project.
    :raises FormatError: where its settings cannot be read.
    """
    settings = folder / _SETTINGS
    if settings.is_file():
        return _read_settings(settings, header)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: has no {_SETTINGS}, and is not empty; give an OmegaT project or a new folder.")
    return None


def open_project(folder: Path, header: Header, srx: str | None = None) -> Project:
    """Return the project in `folder`, which is made where it does not exist.

    OmegaT complains of a memory whose languages are not written as those of the project, so that these count.

    :param srx: segmentation rules for a project that is made; None leaves it to those of OmegaT.

    :raises UsageError: where the project is in other languages, or `folder` is no project.
    :raises FormatError: where its settings cannot be read.
    """
    known = find_project(folder, header)
    if known is not None:
        return known
    for below in ("source", "target", "tm/auto", "tm/mt", "tm/enforce", "omegat", "glossary", "dictionary"):
        make_folder(folder / below)
    folders = "".join(
        f"    <{name}_dir>{_DEFAULT}</{name}_dir>\n" for name in ("source", "target", "tm", "glossary", "dictionary")
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<omegat>\n  <project version="1.0">\n'
        f"{folders}    <source_lang>{escape(header.source_language, quote=False)}</source_lang>\n"
        f"    <target_lang>{escape(header.target_language, quote=False)}</target_lang>\n"
        "    <sentence_seg>true</sentence_seg>\n"
        "    <support_default_translations>true</support_default_translations>\n"
        "    <remove_tags>false</remove_tags>\n  </project>\n</omegat>\n"
    )
    if srx is not None:
        write_text(folder / "omegat" / CONFIGURATION, format_rules(srx))
    write_text(folder / _SETTINGS, text)
    return Project(folder / "tm", folder / "source", header)


def _read_settings(path: Path, header: Header) -> Project:
    try:
        text = path.read_text(encoding="utf-8")
        project = next(parse_element(_DECLARATION.sub("", text)).elements(), Element("project", {}))
    except (OSError, UnicodeDecodeError, XmlFaultError) as exc:
        raise FormatError(f"cannot be read as an OmegaT project: {reason_of(exc)}.", path=path) from exc
    values = {child.tag: child.text().strip() for child in project.elements()}
    codes = [values.get(key, "").replace("_", "-") for key in ("source_lang", "target_lang")]
    wanted = (header.source_language, header.target_language)
    if not all(agree(code.lower(), other.lower()) for code, other in zip(codes, wanted, strict=True)):
        raise UsageError(f"{path}: the project is from {codes[0]} to {codes[1]}; the units are {' to '.join(wanted)}.")

    def folder(key: str, usual: str) -> Path:
        named = values.get(key, _DEFAULT)
        return path.parent / (usual if named in ("", _DEFAULT) else named)

    return Project(folder("tm_dir", "tm"), folder("source_dir", "source"), Header(codes[0], codes[1], header.signature))


@dataclass(slots=True)
class ProjectWriter:
    """Writes each unit into the memory of its folder."""

    project: Project
    name: str
    auto_score: float | None
    report: Report
    stack: ExitStack
    counts: dict[str, int] = field(default_factory=dict)
    """Units by folder."""
    untranslated: int = 0
    """Units left out, for nobody has translated them."""
    writers: dict[str, Writer] = field(default_factory=dict)
    _suggested: set[Suggestion] = field(default_factory=set)

    def write(self, unit: TranslationUnit) -> None:
        """Write a unit, and what a memory suggests for it as a unit that is offered: OmegaT says how alike they are."""
        for one in unit.suggestions:
            if one not in self._suggested:
                self._suggested.add(one)
                sides = (
                    replace(unit.source, text=one.source, span=None, codes=()),
                    replace(unit.target, text=one.target, span=None, codes=()),
                )
                name = f"{unit.name}~{len(self._suggested)}"
                self._put(TranslationUnit(name, *sides, Origin.MEMORY), OFFERED)
        if unit.standing is State.UNTRANSLATED:
            self.untranslated += 1
            return
        self._put(unit, folder_of(unit, self.auto_score))

    def _put(self, unit: TranslationUnit, folder: str) -> None:
        if folder not in self.writers:
            opened = Tmx().open(self.project.memories / folder / self.name, self.project.header, report=self.report)
            self.writers[folder] = self.stack.enter_context(opened)
        self.writers[folder].write(unit)
        self.counts[folder] = self.counts.get(folder, 0) + 1


@contextmanager
def write_project(
    project: Project, name: str, *, auto_score: float | None = None, report: Report = strict
) -> Iterator[ProjectWriter]:
    """Write units into the memories `name.tmx` of a project; they appear when the context ends well.

    What an earlier run wrote under this name into another folder is removed, for it would still be offered.
    """
    with together() as batch, ExitStack() as stack:
        writer = ProjectWriter(project, name, auto_score, report, stack)
        yield writer
        for folder in _FOLDERS:
            path = project.memories / folder / f"{name}.tmx"
            if folder not in writer.counts and path.is_file() and _is_ours(path):
                batch.remove(path)


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return f'creationtool="{TOOL}"'.encode() in file.read(1000)


def add_document(project: Project, document: Path) -> bool:
    """Copy a document into the project, unless one of its name is there; return whether it was copied.

    :raises OutputError: where the disk refuses.
    """
    copy = project.documents / document.name
    if copy.exists():
        return False
    make_folder(project.documents)
    try:
        shutil.copyfile(document, copy)
    except OSError as exc:
        raise OutputError(f"{copy}: cannot be written: {exc.strerror}.") from exc
    return True
