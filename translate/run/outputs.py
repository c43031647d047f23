"""The files that a document makes below the output folder, and the writer that fills them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import field
from pathlib import Path, PurePosixPath
from types import TracebackType

from translate.checks import Verdict
from translate.config import Config
from translate.data import Document, Origin, Severity, TranslationUnit
from translate.documents import READERS, Found, Source, find_sources
from translate.documents.base import Rebuilder
from translate.documents.kinds import written_ending
from translate.errors import UsageError
from translate.files import Batch, Written, ignores_case, together
from translate.formats import FORMATS
from translate.formats.base import Header, Remark, Writer
from translate.formats.units import wants_notes, with_notes
from translate.records import dataclass
from translate.run.naming import NamePattern
from translate.run.scoring import DOUBTFUL

REJECTED_FORMAT = "json"
LINE_BASED = ("moses",)
"""Formats where a unit is a line, so that a document that is segmented already can keep all its lines."""


@dataclass(frozen=True, slots=True)
class OutputPlan:
    """Where the outputs of one document go. `stem` is their common beginning."""

    source: Source
    stem: Path
    translated: Path
    header: Header
    formats: tuple[str, ...]
    noting: bool = False
    """Formats that hold notes, but no edits, get the edits as notes."""

    @property
    def rejected_stem(self) -> Path:
        return self.stem.with_name(f"{self.stem.name}.rejected")

    def corpora(self) -> tuple[Path, ...]:
        return tuple(path for name in self.formats for path in FORMATS.load(name).paths(self.stem, self.header))

    def rejected(self) -> tuple[Path, ...]:
        return FORMATS.load(REJECTED_FORMAT).paths(self.rejected_stem, self.header)

    def paths(self) -> tuple[Path, ...]:
        return (self.translated, *self.corpora(), *self.rejected())

    def refuse_foreign(self, written: Written) -> None:
        """Say before any work is done what would be refused after it.

        Where the list of what was written is gone, but all outputs are there, they may be ours: the new content tells.

        :raises ForeignFileError: for a file that bitexte did not write, or that somebody changed since.
        """
        always = (self.translated, *self.corpora())
        is_whole = all(path.is_file() for path in always)
        for path in self.paths():
            if path.is_file() and (written.knows(path) or not is_whole) and not written.may_replace(path):
                raise written.refuse(path)


def plan_outputs(sources: Sequence[Source], out: Path, config: Config, signature: str) -> tuple[OutputPlan, ...]:
    """Give each document its outputs: `letter.txt` makes `letter.tmx` and `letter.en.txt`.

    Documents that differ in their ending alone keep it: `letter.txt.tmx`, `letter.md.tmx`; and so do those that are
    written in another kind, beside one of it: `letter.doc.en.docx`.

    :raises UsageError: where two documents would still write the same file.
    """
    header = Header(
        *config.written_codes,
        signature,
    )
    stems = Counter(_stem(source.name) for source in sources)
    endings = {one: written_ending(one.kind, PurePosixPath(one.name).suffix, config.documents) for one in sources}
    shared = Counter((_stem(source.name), endings[source]) for source in sources)
    pattern = NamePattern(config.output.name)
    plans = []
    for source in sources:
        stem = _stem(source.name) if stems[_stem(source.name)] == 1 else source.name
        suffix = endings[source]
        shown = source.name if shared[_stem(source.name), suffix] > 1 and not _keeps(source, suffix) else None
        translated = out / pattern.of(shown or _stem(source.name), suffix, config.target_language)
        plans.append(OutputPlan(source, out / stem, translated, header, config.output.formats, config.output.edits))
    originals = {source.path.resolve(): source for source in sources}
    for plan in plans:
        if plan.translated.resolve() in originals:
            raise UsageError(
                f"{plan.source.path} would be written to {plan.translated}, which is a document to translate; "
                "give another --name or --out."
            )
    makers: dict[str, Source] = {}
    is_caseless = ignores_case(out)
    for plan in plans:
        for path in plan.paths():
            other = makers.setdefault(str(path).casefold() if is_caseless else str(path), plan.source)
            if other is not plan.source:
                raise UsageError(
                    f"{other.path} and {plan.source.path} would both write {path}; "
                    "rename one of them, or give each its own --out."
                )
    return tuple(plans)


def find_documents(named: Sequence[str], out: Path, config: Config) -> Found:
    """Return the documents that `named` holds, without what an earlier run wrote, unless it is named itself.

    :raises DocumentError: where a file is missing, of an unknown ending, or a folder or pattern holds no document.
    """
    found = find_sources(named, config=config.documents)
    explicit = {Path(word).resolve() for word in named if Path(word).is_file()}
    own = {s for s in own_outputs(found.sources, out, config.target_language) if s.path.resolve() not in explicit}
    sources = tuple(source for source in found.sources if source not in own)
    return Found(sources, (*found.left_aside, *(source.path for source in own)), found.others)


def own_outputs(sources: Sequence[Source], out: Path, target_language: str) -> set[Source]:
    """Return those of `sources` that an earlier run wrote, so that its output does not become its input.

    That is all that lies in an output folder below what was named; and where documents and output share a folder,
    what its list of outputs has, and `letter.en.txt` beside `letter.txt`.
    """
    folder = out.resolve()
    paths = {source.path.resolve() for source in sources}
    below = {source for source in sources if source.path.resolve().is_relative_to(folder)}
    if len(below) < len(sources):
        return below
    mark = f".{target_language}"
    written = Written("translate", out)
    return {
        source
        for source in below
        if written.knows(source.path)
        or (
            source.path.stem.endswith(mark)
            and source.path.resolve().with_name(source.path.stem.removesuffix(mark) + source.path.suffix) in paths
        )
    }


def _keeps(source: Source, suffix: str) -> bool:
    """Tell whether a document is written in its own kind, so that its translation has its ending."""
    return source.name.endswith(suffix)


def _stem(name: str) -> str:
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix else name


@dataclass(slots=True)
class Counts:
    """What was written of a document."""

    units: int = 0
    refused: int = 0
    carried: int = 0
    issues: Counter[str] = field(default_factory=Counter)
    """Issues of severity warning or error, by check."""
    doubtful: dict[str, float] = field(default_factory=dict)
    """Scores of the doubtful units, by their names."""

    def review(self) -> list[tuple[str, float]]:
        """Return the doubtful units with their scores, the lowest first: in this order they are worth a look."""
        return sorted(self.doubtful.items(), key=lambda item: item[1])


class DocumentWriter:
    """Takes the units of one document, accepted and refused, and the blocks of its translation.

    All its files appear when the context ends well, none otherwise.
    """

    def __init__(self, plan: OutputPlan, document: Document) -> None:
        self.counts = Counts()
        self.remarks: list[str] = []
        """What a format fixed or could not hold of single units."""
        self._plan = plan
        self._keeps_lines = document.kind == "segments"
        self._stack = ExitStack()
        self._batch: Batch
        self._document = document
        self._writers: list[tuple[str, Writer]] = []
        self._noted = {name for name in plan.formats if wants_notes(FORMATS.load(name))}
        self._rejected: Writer | None = None
        self.rebuilder: Rebuilder

    def __enter__(self) -> DocumentWriter:
        with ExitStack() as stack:
            self._batch = stack.enter_context(together())
            reader = READERS.load(self._document.kind)
            path, language = self._plan.translated, self._plan.header.target_language
            self.rebuilder = stack.enter_context(reader.rebuild(self._document, path, language=language))
            for name in self._plan.formats:
                opened = FORMATS.load(name).open(self._plan.stem, self._plan.header, report=self._note)
                self._writers.append((name, stack.enter_context(opened)))
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and self._rejected is None:
            for path in self._plan.rejected():
                self._batch.remove(path)
        self._stack.__exit__(kind, error, trace)

    def _note(self, remark: Remark) -> None:
        """Keep a remark on a unit; that a format has no place for whole fields is known and documented."""
        if remark.unit is not None:
            self.remarks.append(str(remark))

    def write(self, unit: TranslationUnit, verdict: Verdict) -> None:
        """Write a unit to the corpora, or to the rejected file with its reasons.

        Of a document that is segmented already, line-based formats keep every line, refused and blank ones too.
        """
        is_blank = not unit.source.text
        for name, writer in self._writers:
            if (verdict.is_accepted and not is_blank) or (self._keeps_lines and name in LINE_BASED):
                writer.write(with_notes(unit) if self._plan.noting and name in self._noted else unit)
        if is_blank:
            return
        self.counts.units += 1
        self.counts.carried += unit.origin is Origin.CARRIED
        self.counts.issues.update(i.check for i in unit.issues if i.severity is not Severity.INFO)
        self.counts.doubtful.update((unit.name, i.value or 0.0) for i in unit.issues if i.check == DOUBTFUL)
        if not verdict.is_accepted:
            self.counts.refused += 1
            if self._rejected is None:
                rejected = FORMATS.load(REJECTED_FORMAT).open(self._plan.rejected_stem, self._plan.header)
                self._rejected = self._stack.enter_context(rejected)
            self._rejected.write(unit)
