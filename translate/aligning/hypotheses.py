"""Translations for the aligner: each segment through the engine once, and kept in the journal of the output folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.config import Config
from translate.data import Hypothesis, Passage
from translate.engines import ENGINES
from translate.engines.base import iter_draft
from translate.errors import EngineError
from translate.models import convert_model, resolve_model
from translate.run.journal import Journal
from translate.run.pair import check_pair
from translate.signature import HYPOTHESES, digest_code


class Translator:
    """An engine and a journal. A batch is kept as soon as it is there, so a run that was killed goes on from it."""

    def __init__(self, config: Config, journal: Journal) -> None:
        """:raises UsageError: for an engine that does not exist, or languages that the model does not translate.
        :raises ModelError: where the model is not to be had.
        """
        engine = replace(config.engine, beam=1)  # Nobody reads them, and words are what alignment looks at.
        plugin = ENGINES.load(engine.name)
        model = None
        if plugin.weights is not None:
            model = resolve_model(engine.model, revision=engine.revision, offline=engine.offline)
            check_pair(config, model)
            if plugin.weights == "ctranslate2":
                model = convert_model(model, engine.compute_type)
        kernel = plugin.kernel(engine, model)
        if kernel:
            journal.claim(kernel)
        self._engine = plugin.load(engine, model)
        self._journal = journal
        self.signature = engine.name if model is None else f"{engine.name}/{model.name}@{model.digest[:7]}"
        if kernel:
            self.signature += f"/{kernel.digits}"
        self._key = f"{self._engine.signature}|code {digest_code(*HYPOTHESES)}"

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Return the translation of each text.

        :raises EngineError: where the engine fails; what it gave before is kept.
        """
        unique = [Passage(text) for text in dict.fromkeys(texts)]
        known = self._journal.find(self._key, unique)
        missing = [passage for passage in unique if passage not in known]
        for batch in iter_draft(self._engine, [passage.text for passage in missing]):
            done = {missing[index]: Hypothesis(draft.text, draft.score) for index, draft in batch.items()}
            self._journal.add(self._key, done)
            known.update(done)
        if len(known) < len(unique):
            raise EngineError(f"The engine returned nothing for {len(unique) - len(known)} segments.")
        return [known[Passage(text)].text for text in texts]
