"""Texts without a file: each is a small document that goes down the corridor, by a model that is loaded once."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate.checks import Verdict
from translate.data import Block, Document, Hypothesis, InlineCode, Passage, Segment, TranslationUnit
from translate.documents.base import trail_of
from translate.documents.text import read_stream
from translate.engines.base import PassageTranslator
from translate.errors import EngineError
from translate.run.corridor import Corridor
from translate.run.loading import Tools
from translate.run.placed import PlacedBlock, is_translatable, segment
from translate.run.recall import Recall
from translate.text.naming import unit_names


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
    """

    def __init__(self, tools: Tools, translator: PassageTranslator, recall: Recall | None = None) -> None:
        self._tools, self._translator, self._recall = tools, translator, recall
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
        wanted = dict.fromkeys(piece.passage for piece in segments if is_translatable(piece.text))
        recalled = self._recall.find([passage.text for passage in wanted]) if self._recall else {}
        missing = [passage for passage in wanted if passage.text not in recalled]
        found: dict[Passage, Hypothesis] = {}
        for done in self._translator.iter_translate(missing):
            found.update(done)
        if len(found) < len(missing):
            raise EngineError(f"The engine returned nothing for {len(missing) - len(found)} segments.")
        return found

    def _translate(
        self,
        name: str,
        source: str,
        document: Document,
        placed: Sequence[PlacedBlock],
        found: Mapping[Passage, Hypothesis],
    ) -> Translated:
        recall = self._recall.find if self._recall else None
        shown = _Shown()
        score = self._tools.scorer
        made = self._corridor.translate(document, placed, lambda passages: found, shown, recall=recall, score=score)
        units = tuple(made)
        return Translated(name, source, shown.text, units)


class _Shown:
    """Takes the target of a text, block by block."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self.text += block.lead + text + trail_of(block, text)
