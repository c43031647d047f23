"""Texts come in, translation units go out, by a model that is loaded once."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from types import TracebackType
from typing import Any

from translate.api.settings import StrPath, paths_of, require_texts, settle
from translate.config import Config
from translate.data import (
    Edit,
    Origin,
    Stage,
    TranslationUnit,
    Variant,
)
from translate.errors import UsageError
from translate.run.loading import load_tools
from translate.run.texts import Translated, opened_texts


class Translator:
    """Translates texts with everything that `bitexte translate` does around the model.

    The model is loaded when the object is made, once for all texts. To be used in a `with` statement, or closed by
    :meth:`close`.
    """

    def __init__(
        self,
        model: StrPath | None = None,
        *,
        source_language: str | None = None,
        target_language: str | None = None,
        glossary: StrPath | None = None,
        memory: StrPath | Iterable[StrPath] = (),
        engine: str | None = None,
        beam: int | None = None,
        threads: int | None = None,
        offline: bool | None = None,
        config: Config | None = None,
    ) -> None:
        """What is None, or empty, is as `config` has it.

        :param model: the built-in model (`fr-en`), a folder, or a name on Hugging Face: `Helsinki-NLP/opus-mt-fr-en`.
        :param source_language: BCP 47 code.
        :param glossary: a termbase: TSV, CSV, XLSX, TBX, UTX or an OmegaT glossary.
        :param memory: bilingual files and memories whose exact matches are used instead of the model; with
            `config.memory.fuzzy` those that are alike, too.
        :param engine: `ctranslate2`, `transformers`; or, without a model, `echo` (a dry run) or `rotate`
            (pseudo-translation).
        :param beam: hypotheses kept at each step.
        :param threads: processor cores to use; 0 takes all.
        :param offline: never access the network.
        :param config: every other setting; None takes the defaults.
        :raises UsageError: for an option that is wrong, and for a name or a language that there is nothing for.
        :raises ModelError: where the model is not to be had, or its files are broken.
        :raises GlossaryError: where the glossary cannot be used.
        :raises FormatError: where a memory cannot be read.
        """
        base = settle(config, source_language, target_language)
        given: dict[str, Any] = {
            "name": engine,
            "model": None if model is None else os.fspath(model),
            "glossary": None if glossary is None else os.fspath(glossary),
            "beam": beam,
            "threads": threads,
            "offline": offline,
        }
        changes = {field: value for field, value in given.items() if value is not None}
        files = tuple(paths_of(memory)) or base.memory.files
        self._config = replace(
            base,
            engine=replace(base.engine, **changes),
            memory=replace(base.memory, files=files),
        )
        self._tools = load_tools(self._config)
        with ExitStack() as stack:
            self._texts = stack.enter_context(opened_texts(self._tools))
            self._stack: ExitStack | None = stack.pop_all()

    @property
    def signature(self) -> str:
        """One line that says how the translations are made: version, model, settings, rules."""
        return self._tools.signature

    def __enter__(self) -> Translator:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the model and the memory; may be called more than once."""
        if self._stack is not None:
            self._stack.close()
            self._stack = None
            del self._texts

    def translate(self, texts: Iterable[str]) -> list[TranslationUnit]:
        """Return one unit for each text, in order.

        A text is a sentence or many: it is segmented, each segment is translated by itself, and the targets stand
        where the segments stood, so that line breaks stay. The source of a unit is the text as it was read, in NFC. A
        unit has the issues of all its segments, and the score of the least sure one. A unit with an issue of severity
        error is one that `bitexte translate` would refuse.

        :raises UsageError: where `texts` is one `str`, or holds something else, or the translator is closed.
        :raises DocumentError: for a text with a NUL character, or a line longer than the settings allow.
        :raises EngineError: where the engine fails.
        """
        if self._stack is None:
            raise UsageError("this translator is closed; make another one.")
        texts = require_texts(texts, "text")
        documents = [self._texts.read(text, f"text {number}") for number, text in enumerate(texts)]
        return [self._unite(translated) for translated in self._texts.translate(documents)]

    def _unite(self, translated: Translated) -> TranslationUnit:
        """Join the units of the segments of a text."""
        units = [unit for unit, _ in translated.units]
        origins = {unit.origin for unit in units} - {Origin.CARRIED}
        scores = [unit.score for unit in units if unit.score is not None]
        is_empty = bool(units) and not any(unit.target.text for unit in units)
        source_code, target_code = self._config.written_codes
        return TranslationUnit(
            name=translated.name,
            source=Variant(source_code, translated.source),
            target=Variant(target_code, "" if is_empty else translated.target),
            origin=origins.pop() if len(origins) == 1 else Origin.MACHINE if origins else Origin.CARRIED,
            score=min(scores, default=None if units else 100.0),
            issues=tuple(dict.fromkeys(issue for unit in units for issue in unit.issues)),
            edits=tuple(_moved(edit, unit) for unit in units for edit in unit.edits),
        )


def _moved(edit: Edit, unit: TranslationUnit) -> Edit:
    """Return an edit of a segment, counted from the beginning of the text."""
    span = unit.source.span if edit.stage is Stage.BEFORE else unit.target.span
    if edit.start is None or span is None:
        return edit
    return replace(edit, start=edit.start + span.start)
