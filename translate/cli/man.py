"""`bitexte man`: the pages of the manual, made from the parser."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from translate import __version__
from translate.cli.options import add_overwrite_option
from translate.cli.streams import named
from translate.cli.tree import Command, iter_commands
from translate.errors import UsageError
from translate.files import write_text

DESCRIPTION = """\
Print a page of the manual, or write all of them to a folder.

  bitexte man translate | man -l -
  bitexte man --out ~/.local/share/man/man1"""
RESULTS = True


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="COMMAND", help="command, and its step (default: bitexte itself)")
    parser.add_argument("--out", "-o", type=named, metavar="FOLDER", help="write all pages: bitexte-translate.1, ...")
    add_overwrite_option(parser)


def run(options: argparse.Namespace) -> int:
    pages = {command.path: command for command in iter_commands()}
    if options.out:
        if options.names:
            raise UsageError("--out writes all pages; name no command.")
        for command in pages.values():
            write_text(options.out / f"{_name(command)}.1", format_page(command))
        print(f"{len(pages)} pages: {options.out}")
        return 0
    found = pages.get(tuple(options.names))
    if found is None:
        known = ", ".join(" ".join(path) for path in pages if path)
        raise UsageError(f"no command '{' '.join(options.names)}'. Known: {known}.")
    sys.stdout.write(format_page(found))
    return 0


def format_page(command: Command) -> str:
    """Return a page in the macros of man(7)."""
    return "\n".join(_lines(command)) + "\n"


def _lines(command: Command) -> Iterator[str]:
    yield f'.TH "{_name(command).upper()}" 1 "" "bitexte {__version__}"'
    yield from (".SH NAME", f"{_escape(_name(command))} \\- {_escape(command.summary)}")
    yield from (".SH SYNOPSIS", _escape(command.usage))
    description, _, examples = command.description.partition("\n  ")
    yield from (".SH DESCRIPTION", *(_escape(line) or ".PP" for line in description.splitlines()))
    if examples:
        yield from (".PP", ".nf", *(_escape(line) for line in f"  {examples}".splitlines()), ".fi")
    for title, options in (
        ("ARGUMENTS", [option for option in command.options if not option.names]),
        ("OPTIONS", [option for option in command.options if option.names]),
    ):
        if options:
            yield f".SH {title}"
        for option in options:
            names = ", ".join(f"\\fB{_escape(name)}\\fR" for name in option.names)
            value = f"\\fI{_escape(option.metavar)}\\fR" if option.metavar else ""
            yield from (".TP", " ".join(filter(None, (names, value))), _escape(option.help))
    codes = command.epilog.partition("exit codes:\n")[2].splitlines()
    if codes:
        yield ".SH EXIT STATUS"
        for line in codes:
            code, _, meaning = line.strip().partition(" ")
            yield from (".TP", f"\\fB{code}\\fR", _escape(meaning.strip()))
    if command.steps:
        yield from (
            ".SH SEE ALSO",
            ", ".join(f"\\fB{_escape(_name(command))}\\-{step}\\fR(1)" for step in command.steps),
        )


def _name(command: Command) -> str:
    return "-".join(("bitexte", *command.path))


def _escape(text: str) -> str:
    """Return text that troff prints as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
