"""What a run translates by: a configuration comes in, its memories and the translator that they may lead go out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from translate.engines.base import PassageTranslator
from translate.run.loading import Tools, load_translator
from translate.run.recall import Recall, opened_recall

if TYPE_CHECKING:
    from translate.run.fuzzy import FuzzyMatches


class Opened(NamedTuple):
    """A translator, and what the memories know: texts, and texts like them; None where nothing is asked of them."""

    translator: PassageTranslator
    recall: Recall | None
    fuzzy: FuzzyMatches | None


@contextmanager
def opened(folder: Path, tools: Tools) -> Iterator[Opened]:
    """Open the memories of a configuration, and load its translator.

    :param folder: of the memory that is made of bilingual files.
    :raises ModelError: where the model is not to be had.
    :raises UsageError: where fuzzy matches are asked for and there is no memory.
    :raises FormatError: where a memory cannot be read.
    """
    with ExitStack() as stack:
        recall = stack.enter_context(opened_recall(folder, tools))
        if not tools.config.memory.fuzzy:
            yield Opened(load_translator(tools), recall, None)
            return
        from translate.run.memories import led_translator, opened_fuzzy  # few runs need them; they are slow

        fuzzy = stack.enter_context(opened_fuzzy(folder, tools))
        yield Opened(led_translator(tools, fuzzy.find_lead if fuzzy else None), recall, fuzzy)
