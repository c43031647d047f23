"""Spelling by a Hunspell dictionary, where one is named and the program `hunspell` is there; else it says nothing.

The program is asked word by word through a pipe (`hunspell -a`), each word once. It is no part of the package: what it
knows depends on the dictionary of the machine, so it speaks only where the settings name one.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import subprocess
import threading
from collections.abc import Iterable
from functools import lru_cache

from translate.checks.base import PlainCheck, enumerate_found, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.late import late
from translate.text.words import fold, straighten

_logger = logging.getLogger(__name__)
_PROGRAM = "hunspell"
_WORD = late(r"\p{L}+(?:['’]\p{L}+)*")
_MIN_LETTERS = 3
_GOOD = "*+-"
"""First signs of answers to a word that the dictionary has: as it is, by its root, as a compound."""


class Speller:
    """A running `hunspell`, and what it said of each word so far."""

    def __init__(self, program: str, dictionary: str) -> None:
        """:raises OSError: where the program cannot be run, or has no such dictionary."""
        self._process = subprocess.Popen(
            [program, "-a", "-i", "UTF-8", "-d", dictionary],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
        )  # fmt: skip
        self._lock = threading.Lock()
        self._known: dict[str, bool] = {}
        if not self._read():
            self.close()
            raise FileNotFoundError(f"no dictionary {dictionary}")
        atexit.register(self.close)

    def knows(self, word: str) -> bool:
        with self._lock:
            if word not in self._known:
                self._known[word] = self._ask(word)
            return self._known[word]

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def _ask(self, word: str) -> bool:
        assert self._process.stdin is not None
        self._process.stdin.write(f"^{word}\n")
        self._process.stdin.flush()
        answers = []
        while answer := self._read().rstrip("\r\n"):
            answers.append(answer)
        return all(answer[0] in _GOOD for answer in answers)

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


@lru_cache(maxsize=4)
def _opened(dictionary: str, process: int) -> Speller | None:
    """Return the speller of a process, as children share no pipe with their parent; None, and a word why, without."""
    program = shutil.which(_PROGRAM)
    if program is None:
        _logger.warning("The check 'dictionary' is off: the program hunspell was not found; install it to have it.")
        return None
    try:
        return Speller(program, dictionary)
    except OSError as exc:
        _logger.warning(
            "The check 'dictionary' is off: hunspell cannot use %s (%s); 'hunspell -D' lists what it has.",
            dictionary, exc,
        )  # fmt: skip
        return None


def _check_dictionary(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words that the dictionary does not have; `value` is how many.

    Names, words in capitals and words that the source has as well are not looked at, nor is any target in another
    language than that of the dictionary.
    """
    name = config.dictionary
    if not name or name.replace("_", "-").partition("-")[0] != unit.target.language.partition("-")[0]:
        return ()
    speller = _opened(name, os.getpid())
    if speller is None:
        return ()
    text, own = words_of(unit.target), fold(unit.source.text)
    wrong = []
    for match in _WORD.finditer(text):
        word = straighten(match[0])
        is_name = not word.islower() and (match.start() > 0 or not word[1:].islower())
        if len(word) >= _MIN_LETTERS and not is_name and not speller.knows(word) and fold(word) not in own:
            wrong.append(word)
    if not wrong:
        return ()
    message = f"Not in the dictionary {name}: {enumerate_found(wrong)}."
    return (Issue("dictionary", Severity.INFO, message, float(len(wrong))),)


DICTIONARY = PlainCheck("dictionary", _check_dictionary)
