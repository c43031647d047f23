"""The parser of the command line: what is wrong with it is said in one line, with the word that was probably meant."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

USAGE = 2
_HELP = ("-h", "--help")
_STDIN = "-"
_CHOICE = re.compile(r"argument (?P<name>[^:]+): invalid choice: '(?P<given>.*?)' \(choose from (?P<choices>.*)\)\Z")
_UNKNOWN = re.compile(r"unrecognized arguments: (?P<given>-\S+)")


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line long; `--help` has the rest."""

    default_step: str | None = None
    """Step of a command that is meant where none is named."""
    step_asked: str | None = None
    """What stands where a command's step is named, before it has any."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"bitexte: {self._explained(message)} '{self.prog} --help' lists what it takes.\n")

    def _explained(self, message: str) -> str:
        """Return an error as a sentence, with what was probably meant."""
        wrong = _CHOICE.match(message)
        if wrong:
            known = re.findall(r"[\w.-]+", wrong["choices"])
            meant = _meant(wrong["given"], known)
            listed = "" if meant else f" It takes one of: {', '.join(known)}."
            return f"{wrong['name']} cannot be '{wrong['given']}'.{meant}{listed}"
        unknown = _UNKNOWN.match(message)
        meant = _meant(unknown["given"].partition("=")[0], self._option_string_actions) if unknown else ""
        return f"{message}.{meant}"

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Parse; an option that nobody knows is an error of the command that it was given to, not of the whole."""
        args = sys.argv[1:] if args is None else list(args)
        if self.default_step and not any(not one.startswith("-") or one in _HELP for one in args[:1]):
            args = [self.default_step, *args]
        found, rest = super().parse_known_args(args, namespace)
        if rest and _STDIN not in args and not any(one.startswith("-") for one in rest):
            rest = self._placed(rest, found)
        if rest and self.prog.count(" ") > 0:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found, rest

    def _placed(self, rest: list[str], found: argparse.Namespace) -> list[str]:
        """Give names that stand behind an option to the argument that takes several, or was left out before; return
        those that nothing takes. Python's parser fills all such arguments with what stands before the first option."""
        for action in self._get_positional_actions():
            held = getattr(found, action.dest, None)
            if action.nargs in ("+", "*") and isinstance(held, list):
                setattr(found, action.dest, [*held, *(self._get_value(action, one) for one in rest)])
                return []
            if action.nargs == "?" and held is action.default:
                setattr(found, action.dest, self._get_value(action, rest[0]))
                rest = rest[1:]
            if not rest:
                break
        return rest


def _meant(given: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # which only errors need

    close = get_close_matches(given, list(known), 1)
    return f" Did you mean '{close[0]}'?" if close else ""
