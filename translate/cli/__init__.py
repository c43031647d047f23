"""The command `bitexte`: parse, call, print. Each command is a module that is imported when it is asked for."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from translate import __version__
from translate.errors import BitexteError

COMMANDS = {
    "translate": "translate documents, and write the English ones and a parallel corpus",
    "align": "align documents with their translations, and write a translation memory",
    "segment": "split text into sentences",
    "check": "judge the pairs of a bilingual file",
    "convert": "turn a bilingual file into another format",
    "corpus": "merge, filter, deduplicate, sort, sample or compare corpora",
    "train": "train a model on sentence pairs, or teach one your memory",
    "evaluate": "score translations against human ones",
    "models": "list the models at hand, or fetch and convert one",
}
EXIT_CODES = "Exit codes: 0 done, 1 failed, 2 usage, 3 units were refused with --strict, 130 interrupted."
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser(given)
    options = parser.parse_args(given)
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except BitexteError as exc:
        print(f"bitexte: {exc}", file=sys.stderr)
        return exc.exit_code
    except KeyboardInterrupt:
        print("bitexte: interrupted; run the same command again to go on where it stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser; only the command that is asked for fills in its options."""
    parser = argparse.ArgumentParser(
        prog="bitexte",
        description="Turn French documents into English ones and into parallel corpora for translation memories.",
        epilog=EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"bitexte {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    asked = next((word for word in given if not word.startswith("-")), None)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(
            name, help=summary, epilog=EXIT_CODES, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        if name == asked:
            module = import_module(f"translate.cli.{name}")
            command.description = module.DESCRIPTION
            module.add_options(command)
            command.set_defaults(run=module.run)
    return parser
