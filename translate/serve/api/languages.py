"""The languages that the API serves: codes as clients write them, and what a text is in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from translate.config import Config
from translate.languages import base_code, find_language
from translate.languages.identification import guess_language
from translate.records import dataclass
from translate.serve.api.errors import ApiError

AUTO = "auto"
_CODES_KEPT = 64
_UNSURE = 20
"""Per cent where no word tells."""


@dataclass(frozen=True, slots=True)
class Detected:
    """What a text is in, and how sure that is, of 100."""

    language: str
    confidence: int

    @property
    def value(self) -> dict[str, Any]:
        return {"language": self.language, "confidence": self.confidence}


class Served:
    """The pair of languages of a server; each can also be asked for in itself, and comes back as it is."""

    def __init__(self, config: Config) -> None:
        self.source, self.target = base_code(config.source_language), base_code(config.target_language)
        self._known = lru_cache(maxsize=_CODES_KEPT)(self._find_known)

    @property
    def value(self) -> list[dict[str, Any]]:
        """What clients get as the list of languages."""
        targets = {self.source: [self.source, self.target], self.target: [self.target]}
        return [
            {"code": code, "name": find_language(code).name, "targets": targets[code]}
            for code in dict.fromkeys((self.source, self.target))
        ]

    def check_source(self, code: str) -> str:
        """Return the language of texts, or `auto`.

        :raises ApiError: where it is not served.
        """
        return AUTO if code.strip().lower() == AUTO else self._known(code)

    def check_target(self, code: str, source: str) -> str:
        """Return the language to translate into.

        :raises ApiError: where it is not served from that language.
        """
        found = self._known(code)
        if source == self.target and found == self.source:
            raise ApiError(400, f"{source} is not translated into {found} here, only {self.source} into {self.target}")
        return found

    def _find_known(self, code: str) -> str:
        base = base_code(code.strip().replace("_", "-")).lower()
        if base not in (self.source, self.target):
            raise ApiError(400, f"{code[:20]} is not supported; known: {self.source}, {self.target}")
        return base

    def detect(self, text: str) -> Detected:
        """Return which of the two languages a text is in; that of the sources where no word tells."""
        votes = guess_language(text, minimum_votes=1).votes
        own, other = votes.get(self.source, 0), votes.get(self.target, 0)
        if own == other:
            return Detected(self.source, _UNSURE)
        best = self.source if own > other else self.target
        return Detected(best, min(99, max(50, round(100 * max(own, other) / (own + other + 0.5)))))
