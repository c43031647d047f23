"""The command `bitexte`: parse, call, print. Each command is a module that is imported when it is asked for."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path

try:
    from translate import __version__
except ImportError:  # another package of the same import name has taken the place of ours
    sys.exit(
        "bitexte: another package called 'translate' is installed in this environment (translate-toolkit or translate)."
        " Both have the same import name: give bitexte an environment of its own, such as 'pipx install bitexte'."
    )
from translate.cli.messages import OVERWRITES_PRINTED, PRINTED_TO, add_common_options, print_error, saying
from translate.cli.parser import Parser
from translate.cli.streams import STANDARD, Streams, standard_streams
from translate.errors import BitexteError, UsageError
from translate.executors.collecting import collecting_rarely, end_with_process
from translate.files.parts import lack_of

COMMANDS = {
    "translate": "translate documents, and build a translation memory",
    "align": "align existing translations, and build a translation memory",
    "segment": "split text into sentences, one per line",
    "memory": "fill, look up, search, export and maintain translation memories",
    "analyse": "count words by matches of a memory, for a quote",
    "shards": "check what was made of a corpus that is translated shard by shard",
    "review": "correct and accept translations in the browser",
    "serve": "answer programs over HTTP, as LibreTranslate does",
    "decisions": "list, merge, export and import what reviewers decided",
    "check": "run quality checks on bilingual files (TMX, XLIFF, ...)",
    "convert": "convert a bilingual file to another format",
    "corpus": "merge, filter, deduplicate, sort, sample or compare corpora",
    "terms": "extract, import, export, check and look up terms",
    "train": "train a model, or fine-tune one on your translation memory",
    "evaluate": "score translations against references (BLEU, chrF++, TER)",
    "config": "print the settings that hold, and where each comes from",
    "doctor": "say what is installed, and whether all of it works",
    "completion": "print a script that completes commands in a shell",
    "man": "print or write the pages of the manual",
    "forget": "remove what a run keeps of texts beside its outputs",
    "models": "list, install and choose models",
}
# What exit code 3 of several commands means.
STRICT = "done, but units were refused (only with --strict)"
USAGE, STRICT_REFUSED, INTERRUPTED = 2, 3, 130
_SERVING = (["serve"], ["review"])
"""Commands that work on until somebody ends them."""
_OPTIONAL = ("torch", "transformers")
"""Packages that a light installation leaves out, for most commands need neither."""


_UPDATED = ("baseline",)
"""What a command may read and then write anew."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    if arguments is None:
        _replace_closed()
        _write_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        end_with_process(lasts=given[:1] not in _SERVING)
    with collecting_rarely():  # what is loaded makes many objects and no cycles
        parser = command_parser(given)
        if not given:
            parser.print_help(sys.stderr)
            return USAGE
        options = parser.parse_args(given)
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    with saying(options, options.module):
        code = _run(given, options)
    if code == INTERRUPTED and arguments is None:
        _leave(code)
    return code


def _leave(code: int) -> None:
    """End the process at once: a library that still works in threads crashes now and then as Python ends around it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run(given: Sequence[str], options: argparse.Namespace) -> int:
    """Run a command, and say in one line why it failed."""
    streams: Streams | None = None
    try:
        _refuse_removed_folder()
        with standard_streams(options, options.module) as streams:
            code = _run_keeping(given, options)
            streams.deliver(code)
        sys.stdout.flush()
        return code
    except BitexteError as exc:
        print_error(streams.renamed(str(exc)) if streams else str(exc), options)
        return exc.exit_code
    except ModuleNotFoundError as exc:
        if exc.name not in _OPTIONAL:
            raise
        print_error(f"{given[0]} needs {exc.name}, which is not installed: pip install torch transformers.", options)
        return 1
    except (KeyboardInterrupt, ImportError) as exc:
        if isinstance(exc, ImportError) and not isinstance(exc.__cause__ or exc.__context__, KeyboardInterrupt):
            raise  # it was no interrupt while a library was loaded
        print_error("interrupted; run the same command again to continue.", options)
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _drop_output()
        return 0
    except OSError as exc:
        lack = lack_of(exc)
        if lack is None:
            raise
        _drop_output()
        print_error(str(lack), options)
        return lack.exit_code


def _drop_output() -> None:
    """Let go of what cannot be written to standard output, which Python would try again at its end."""
    with suppress(OSError, ValueError):  # in a test it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse_removed_folder() -> None:
    """:raises UsageError: where the folder that names are relative to is not there any more."""
    try:
        Path.cwd()
    except FileNotFoundError as exc:
        raise UsageError("the current folder has been removed; change to another one, and run it again.") from exc


def _run_keeping(given: Sequence[str], options: argparse.Namespace) -> int:
    """Run a command, and let it replace what bitexte wrote; one that keeps a folder of its own sees to that itself."""
    from translate.files import Written, keeping, replace_text, sparing  # which `--help` need not wait for

    name = next(word for word in given if word in COMMANDS)
    with ExitStack() as stack:
        path = getattr(options, PRINTED_TO, None)
        path = None if str(path) == STANDARD else path
        own = "overwrite" in options
        overwrites = options.overwrite if own else getattr(options, OVERWRITES_PRINTED, False)
        stack.enter_context(sparing(_read_and_written(options)))
        stack.enter_context(keeping(Written(name, overwrite=overwrites) if own or path else None))
        if path is not None:
            stack.enter_context(redirect_stdout(stack.enter_context(replace_text(path))))
        code: int = options.run(options)
    return code


def _read_and_written(options: argparse.Namespace) -> list[Path]:
    """Return the files that stand at two places of the command line: one of them is read, whatever the other is."""
    given = [value for name, value in vars(options).items() if name not in _UPDATED]
    seen, twice = set[tuple[int, int]](), list[Path]()
    for name in [name for value in given for name in (value if isinstance(value, list | tuple) else (value,))]:
        path = _place_of(name) if isinstance(name, str | Path) else None
        if path is not None and _is_file(path):
            place = path.stat()
            if (place.st_dev, place.st_ino) in seen:
                twice.append(path)
            seen.add((place.st_dev, place.st_ino))
    return twice


def _place_of(name: str | Path) -> Path:
    """Return where a path leads, be it through folders that are still to be made."""
    try:
        return Path(os.path.realpath(name))
    except (OSError, ValueError):
        return Path(name)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text that no file can be named
        return False


def _replace_closed() -> None:
    """Put the null device in the place of streams that are closed, so that no file gets their number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115
            os.set_inheritable(stream.fileno(), True)
            setattr(sys, name, stream)


def _write_utf8() -> None:
    """Write UTF-8 to files and pipes, line ends as they are, whatever the system's own encoding is.

    A terminal keeps its own, and what it cannot show is escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def exit_codes(
    refused: str | None = None,
    *,
    done: str = "done",
    error: str = "error: a file, a model or the disk; standard error says which and why",
    usage: str = "usage error: unknown option, setting, language or name",
    interrupted: str = "interrupted",
) -> str:
    """Return the end of a command's help.

    :param refused: what exit code 3 means; None for a command that does not have it.
    """
    codes = {0: done, 1: error, USAGE: usage, 3: refused, INTERRUPTED: interrupted}
    return "exit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in codes.items() if meaning)


def _explain_steps(command: argparse.ArgumentParser) -> None:
    """End the help of each step with the exit codes, where it does not do so itself."""
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for step in action.choices.values():
                step.epilog = step.epilog or exit_codes()
                step.formatter_class = argparse.RawDescriptionHelpFormatter


def command_parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser; only the command that is asked for fills in its options."""
    parser = Parser(
        prog="bitexte",
        description="Translate French documents into English offline, and build translation memories from them.",
        epilog=f"Run 'bitexte COMMAND --help' for the options of a command.\n\n{exit_codes(STRICT)}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"bitexte {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    asked = next((word for word in given if not word.startswith("-")), None)
    # the parsers of the others would take longer to make than the options of this one to read
    listed = given[:1] if given and given[0] in COMMANDS else COMMANDS
    for name in listed:
        summary = COMMANDS[name]
        command = commands.add_parser(name, help=summary, formatter_class=argparse.RawDescriptionHelpFormatter)
        if name == asked:
            module = import_module(f"translate.cli.{name}")
            command.description = module.DESCRIPTION
            command.step_asked = next(iter(given[1:]), None)
            command.epilog = exit_codes(getattr(module, "EXIT_3", None))
            module.add_options(command)
            add_common_options(command)
            _explain_steps(command)
            command.set_defaults(run=module.run, module=module)
    return parser
