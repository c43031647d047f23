"""Texts without a file: each is a small document that goes down the corridor, by a model that is loaded once."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from translate.checks import Verdict
from translate.data import Block, Document, Hypothesis, InlineCode, Passage, Segment, TranslationUnit
from translate.documents.base import trail_of
from translate.documents.plain.reader import read_stream
from translate.engines.base import PassageTranslator
from translate.errors import EngineError
from translate.records import dataclass
from translate.run.corridor import Corridor
from translate.run.loading import Tools
from translate.run.opened import opened
from translate.run.pages import PageRebuilder, read_page
from translate.run.placed import PlacedBlock, is_translatable, segment
from translate.run.recall import Recall
from translate.text.naming import unit_names

if TYPE_CHECKING:
    from translate.run.fuzzy import FuzzyMatches


@dataclass(frozen=True, slots=True)
class Translated:
    """A text with its translation.

    `source` is the text as it was read, in NFC; in `target` the targets stand where the segments stood, so that line
    breaks stay. `units` are its segments, each with what was decided on it.
    """

    name: str
    source: str
    target: str
    units: tuple[tuple[TranslationUnit, Verdict], ...]


class Texts:
    """Translates texts with everything that `bitexte translate` does around the model.

    :param recall: gives what the memory has for texts; None where there is no memory.
    :param fuzzy: gives what it has that is like them; None where only exact matches count.
    """

    def __init__(
        self,
        tools: Tools,
        translator: PassageTranslator,
        recall: Recall | None = None,
        fuzzy: FuzzyMatches | None = None,
    ) -> None:
        self._tools, self._translator, self._recall, self._fuzzy = tools, translator, recall, fuzzy
        self._corridor = Corridor.of(tools.config, tools.checks)

    def read(self, text: str, name: str) -> Document:
        """Return a text as a document; `name` is what errors call it.

        :raises DocumentError: for a text with a NUL character, or a line longer than the settings allow.
        """
        path, config = Path(name), self._tools.config
        stream = io.BytesIO(unicodedata.normalize("NFC", text).encode())
        settings = replace(config.documents, encoding="utf-8")
        blocks = tuple(read_stream(stream, path, settings, language=config.source_language))
        return Document("", path, "text", config.source_language, "utf-8", blocks)

    def read_page(self, text: str, name: str) -> Document:
        """Return HTML, whole or in pieces, as a document.

        :raises DocumentError: for what cannot be in a page.
        """
        config = self._tools.config
        return read_page(text, Path(name), config.source_language, config.reading)

    def iter_done(
        self, documents: Sequence[Document], *, is_wanted: Callable[[int], bool] = lambda place: True
    ) -> Iterator[tuple[int, Translated]]:
        """Yield the translation of each document as soon as it is there, with its place among them.

        :param is_wanted: tells of such a place whether anybody still waits for it; others are left out.
        :raises DocumentError: where a page cannot be written back.
        :raises EngineError: where the engine fails.
        """
        placed = [
            tuple(segment(document, self._tools.segmenter)) if is_wanted(place) else ()
            for place, document in enumerate(documents)
        ]
        left: list[set[Passage]] = []
        waiting: dict[Passage, list[int]] = {}
        for place, some in enumerate(placed):
            missing = self._missing([piece for block in some for piece in block.segments])
            left.append(set(missing))
            for passage in missing:
                waiting.setdefault(passage, []).append(place)
        found: dict[Passage, Hypothesis] = {}
        done = [place for place, passages in enumerate(left) if not passages]
        batches = iter(self._translator.iter_translate(list(waiting))) if waiting else iter(())
        while True:
            for place in done:
                if not is_wanted(place):
                    continue
                source = "".join(block.lead + block.text + block.trail for block in documents[place].blocks)
                yield place, self._translate("", source, documents[place], placed[place], found)
            batch = next(batches, None)
            if batch is None:
                break
            if not any(is_wanted(place) for places in waiting.values() for place in places):
                return
            found.update(batch)
            done = []
            for passage in batch:
                for place in waiting.pop(passage, ()):
                    left[place].discard(passage)
                    if not left[place]:
                        done.append(place)
        if waiting:
            raise EngineError(f"The engine returned nothing for {len(waiting)} segments.")

    def translate(self, documents: Sequence[Document]) -> Iterator[Translated]:
        """Yield the translation of each text of :meth:`read`, in order.

        :raises EngineError: where the engine fails.
        """
        placed = [tuple(segment(document, self._tools.segmenter)) for document in documents]
        found = self._find([piece for some in placed for block in some for piece in block.segments])
        with unit_names("") as name_of:
            for document, some in zip(documents, placed, strict=True):
                source = "".join(block.lead + block.text + block.trail for block in document.blocks)
                yield self._translate(name_of(source), source, document, some, found)

    def _find(self, segments: Iterable[Segment]) -> Mapping[Passage, Hypothesis]:
        """Return the hypotheses of all segments but those that the memory has."""
        missing = self._missing(segments)
        found: dict[Passage, Hypothesis] = {}
        for done in self._translator.iter_translate(missing):
            found.update(done)
        if len(found) < len(missing):
            raise EngineError(f"The engine returned nothing for {len(missing) - len(found)} segments.")
        return found

    def _missing(self, segments: Iterable[Segment]) -> list[Passage]:
        """Return what the translator must be asked for, each once."""
        wanted = dict.fromkeys(piece.passage for piece in segments if is_translatable(piece.text))
        recalled = self._recall.find([passage.text for passage in wanted]) if self._recall else {}
        missing = [passage for passage in wanted if passage.text not in recalled]
        alike = self._fuzzy.find(missing) if self._fuzzy else {}
        return [passage for passage in missing if passage not in alike or alike[passage].draft is None]

    def _translate(
        self,
        name: str,
        source: str,
        document: Document,
        placed: Sequence[PlacedBlock],
        found: Mapping[Passage, Hypothesis],
    ) -> Translated:
        page, shown = PageRebuilder(), _Shown()
        is_page = document.kind == "html"
        made = self._corridor.translate(
            document,
            placed,
            lambda passages: found,
            page if is_page else shown,
            recall=self._recall.find if self._recall else None,
            approach=self._fuzzy.find if self._fuzzy else None,
            score=self._tools.scorer,
        )
        units = tuple(made)
        target = page.text(document, self._tools.config.written_codes[1]) if is_page else shown.text
        return Translated(name, source, target, units)


@contextmanager
def opened_texts(tools: Tools) -> Iterator[Texts]:
    """Load the translator of a configuration, and open its memories.

    :raises ModelError: where the model is not to be had.
    :raises UsageError: where fuzzy matches are asked for and there is no memory.
    :raises FormatError: where a memory cannot be read.
    """
    with ExitStack() as stack:
        is_needed = bool(tools.config.memory.files)
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="bitexte-"))) if is_needed else Path()
        yield Texts(tools, *stack.enter_context(opened(folder, tools)))


class _Shown:
    """Takes the target of a text, block by block."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self.text += block.lead + text + trail_of(block, text)
