"""`bitexte completion`: a script that completes commands, options, their values and models in a shell."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterable, Iterator

from translate.cli.tree import Command, iter_commands

DESCRIPTION = """\
Print a script that makes a shell complete commands, options and names of models.

  source <(bitexte completion bash)                                          bash; in ~/.bashrc for good
  source <(bitexte completion zsh)                                           zsh, after compinit
  bitexte completion fish > ~/.config/fish/completions/bitexte.fish          fish"""
RESULTS = True
SHELLS = ("bash", "zsh", "fish")
_MODELS = ("--model", "--init")
_TAKE_MODELS = ("use", "info", "remove")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell", choices=(*SHELLS, "models"), help="shell; models prints the names of models, one per line"
    )


def run(options: argparse.Namespace) -> int:
    if options.shell == "models":
        from translate.models import embedded_models
        from translate.models.installed import installed_models

        sys.stdout.writelines(f"{name}\n" for name in dict.fromkeys((*embedded_models(), *installed_models())))
        return 0
    commands = list(iter_commands())
    lines = _fish(commands) if options.shell == "fish" else _bash(commands, is_zsh=options.shell == "zsh")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _bash(commands: Iterable[Command], *, is_zsh: bool) -> Iterator[str]:
    """Yield a function of bash, which zsh runs too: the words before the cursor select what can follow."""
    if is_zsh:
        yield "autoload -U +X bashcompinit && bashcompinit"
    yield "_bitexte() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" path="" i'
    yield "  for ((i = 1; i < COMP_CWORD; i++)); do"
    yield '    case "$path ${COMP_WORDS[i]}" in'
    for command in commands:
        if command.path:
            yield f'      {shlex.quote(" " + " ".join(command.path))}) path="{" " + " ".join(command.path)}" ;;'
    yield "    esac"
    yield "  done"
    yield '  case "$path $before" in'
    names = (
        "|".join(f'*" {name}"' for name in _MODELS)
        + "|"
        + "|".join(f'" models {name} {name}"' for name in _TAKE_MODELS)
    )
    yield f'    {names}) COMPREPLY=($(compgen -W "$(bitexte completion models 2>/dev/null)" -- "$word")); return ;;'
    for command in commands:
        for option in command.options:
            if option.choices and option.names:
                cases = "|".join(shlex.quote(" ".join(("", *command.path, name))) for name in option.names)
                values = shlex.quote(" ".join(option.choices))
                yield f'    {cases}) COMPREPLY=($(compgen -W {values} -- "$word")); return ;;'
    yield "  esac"
    yield '  case "$path" in'
    for command in commands:
        words = _words(command)
        yield f"    {shlex.quote(' '.join(('', *command.path)) if command.path else '')}) words={shlex.quote(words)} ;;"
    yield "  esac"
    yield '  COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield '  [[ "$word" == -* || "$path" == "" ]] || COMPREPLY+=($(compgen -f -- "$word"))'
    yield "}"
    yield "complete -o filenames -F _bitexte bitexte"


def _words(command: Command) -> str:
    """Return what can follow a command, but for files."""
    arguments = [word for option in command.options if not option.names for word in option.choices]
    return " ".join([*command.steps, *arguments, *(name for option in command.options for name in option.names)])


def _fish(commands: Iterable[Command]) -> Iterator[str]:
    """Yield a line an option, with what its help says."""
    for command in commands:
        if not command.path:
            continue
        *before, last = command.path
        if not before:
            yield f"complete -c bitexte -n __fish_use_subcommand -a {last} -d {shlex.quote(command.summary)}"
        else:
            seen = f"__fish_seen_subcommand_from {before[-1]}; and not __fish_seen_subcommand_from {last}"
            yield f"complete -c bitexte -n {shlex.quote(seen)} -a {last} -d {shlex.quote(command.summary)}"
        seen = "; and ".join(f"__fish_seen_subcommand_from {word}" for word in command.path)
        for option in command.options:
            words = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
            takes = "-r " if option.names and option.metavar else ""
            values = f"-a {shlex.quote(' '.join(option.choices))} " if option.choices else ""
            if any(name in _MODELS for name in option.names):
                values = "-a '(bitexte completion models)' "
            if words or values:
                names = f"{' '.join(words)} " if words else ""
                yield f"complete -c bitexte -n {shlex.quote(seen)} {names}{takes}{values}-d {shlex.quote(option.help)}"
    seen = "__fish_seen_subcommand_from models; and __fish_seen_subcommand_from " + " ".join(_TAKE_MODELS)
    yield f"complete -c bitexte -n {shlex.quote(seen)} -a '(bitexte completion models)'"
