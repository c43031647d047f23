"""The commands of the parser, with their steps and options: what completion and man pages are made from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from translate.cli import COMMANDS, command_parser
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """An option, or an argument without a name."""

    names: tuple[str, ...]
    """`-o`, `--out`; nothing for an argument."""
    metavar: str
    """What stands for its value; nothing for a switch."""
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or a step of one."""

    path: tuple[str, ...]
    summary: str
    usage: str
    description: str
    epilog: str
    options: tuple[Option, ...]
    steps: tuple[str, ...]


def iter_commands() -> Iterator[Command]:
    """Yield `bitexte` itself, its commands, and their steps."""
    yield _command((), "translate French documents into English, and build translation memories", command_parser([]))
    for name, summary in COMMANDS.items():
        parsers = _subparsers(command_parser([name]))
        yield from _with_steps((name,), summary, parsers[name])


def _with_steps(path: tuple[str, ...], summary: str, parser: argparse.ArgumentParser) -> Iterator[Command]:
    if hasattr(parser, "fill"):
        parser.fill()
    yield _command(path, summary, parser)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            summaries = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for step, inner in action.choices.items():
                yield from _with_steps((*path, step), summaries[step], inner)


def _command(path: tuple[str, ...], summary: str, parser: argparse.ArgumentParser) -> Command:
    options = [_option(action, parser) for action in parser._actions if action.help != argparse.SUPPRESS]
    return Command(
        path,
        summary,
        " ".join(parser.format_usage().removeprefix("usage: ").split()),
        parser.description or "",
        parser.epilog or "",
        tuple(option for option in options if option is not None),
        tuple(_subparsers(parser)),
    )


def _option(action: argparse.Action, parser: argparse.ArgumentParser) -> Option | None:
    if isinstance(action, argparse._SubParsersAction):
        return None
    choices = tuple(map(str, action.choices)) if action.choices else ()
    metavar = ""
    if not action.option_strings or action.nargs != 0:
        default = action.dest.upper() if not choices else "|".join(choices)
        shown = action.metavar or default
        metavar = " ".join(shown) if isinstance(shown, tuple) else shown
    text = parser._get_formatter()._expand_help(action) if action.help else ""
    return Option(tuple(action.option_strings), metavar, text, choices)


def _subparsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}
