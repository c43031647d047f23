"""The corpora that the aligner fills: every format that was asked for, and what was refused with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from translate.data import Severity, TranslationUnit
from translate.errors import UsageError
from translate.files import Batch, together
from translate.formats import FORMATS, Format, Header, Remark, Writer, format_of, place_of
from translate.run.outputs import REJECTED_FORMAT, Counts


def names_a_file(path: Path) -> bool:
    """Tell whether `path` is named after a format (`corpus.tmx`), and so no folder."""
    if path.is_dir():
        return False
    try:
        format_of(path)
    except UsageError:
        return False
    return True


def places_of(paths: Sequence[Path]) -> list[tuple[Format, Path]]:
    """Return the format and the stem of each file.

    :raises UsageError: where a name tells no format, or the stems differ, for they share one rejected file.
    """
    places = [place_of(path) for path in paths]
    if len({stem for _, stem in places}) > 1:
        names = ", ".join(map(str, paths))
        raise UsageError(f"--out {names}: the files of one run differ only in their extension; rename one.")
    return places


class CorpusWriter:
    """Takes units, accepted and refused. All its files appear when the context ends well, none otherwise."""

    def __init__(self, places: Sequence[tuple[Format, Path]], header: Header) -> None:
        self.counts = Counts()
        self.remarks: list[str] = []
        """What a format fixed or could not hold of single units."""
        self._places, self._header = places, header
        self._stack = ExitStack()
        self._batch: Batch
        self._writers: list[Writer] = []
        self._rejected: Writer | None = None
        self._rejected_stem = places[0][1].with_name(f"{places[0][1].name}.rejected")
        self.paths = tuple(path for plugin, stem in places for path in plugin.paths(stem, header))

    def __enter__(self) -> CorpusWriter:
        with ExitStack() as stack:
            self._batch = stack.enter_context(together())
            for plugin, stem in self._places:
                self._writers.append(stack.enter_context(plugin.open(stem, self._header, report=self._note)))
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and self._rejected is None:
            for path in self.rejected_paths:
                self._batch.remove(path)
        self._stack.__exit__(kind, error, trace)

    @property
    def rejected_paths(self) -> tuple[Path, ...]:
        return FORMATS.load(REJECTED_FORMAT).paths(self._rejected_stem, self._header)

    def _note(self, remark: Remark) -> None:
        if remark.unit is not None:
            self.remarks.append(str(remark))

    def write(self, unit: TranslationUnit, *, is_accepted: bool) -> None:
        self.counts.units += 1
        self.counts.issues.update(i.check for i in unit.issues if i.severity is not Severity.INFO)
        if is_accepted:
            for writer in self._writers:
                writer.write(unit)
            return
        self.counts.refused += 1
        if self._rejected is None:
            opened = FORMATS.load(REJECTED_FORMAT).open(self._rejected_stem, self._header)
            self._rejected = self._stack.enter_context(opened)
        self._rejected.write(unit)
