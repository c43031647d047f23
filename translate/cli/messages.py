"""Options that every command has: how much it says, and in what form."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import TextIO, cast

LOG_FORMATS = ("text", "json")
PRINTED_TO = "printed_to"
"""Option of commands whose only output is what they print: the file that has it instead."""
OVERWRITES_PRINTED = "overwrites_printed"
_OUTPUTS = ("out", "output", "into")
"""What commands call an output that is an argument."""
_PREFIX = "bitexte: "
_RED, _PLAIN = "\x1b[31m", "\x1b[0m"


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """Add to a command, and to each of its steps, the options that all have; those of its own stay."""
    steps = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in steps:
        for step in dict.fromkeys(action.choices.values()):
            if not getattr(step, "adds_later", False):
                add_common_options(step)
    if steps:
        return
    known = parser._option_string_actions
    if "--out" not in known and "-o" not in known and not any(one.dest in _OUTPUTS for one in parser._actions):
        parser.add_argument(
            "--out", "-o", dest=PRINTED_TO, type=Path, metavar="FILE", help="write there what is printed otherwise"
        )
        if "--overwrite" not in known:
            text = "replace FILE though bitexte did not write it"
            parser.add_argument("--overwrite", dest=OVERWRITES_PRINTED, action="store_true", help=text)
    group = parser.add_argument_group("messages")
    _join(group, known, "--quiet", "-q", text="print no progress and no summary; errors are still printed")
    _join(group, known, "--verbose", "-v", text="print more: every remark, and what is done")
    group.add_argument("--no-color", action="store_true", help="print without colours, as NO_COLOR does")
    group.add_argument(
        "--log-format", choices=LOG_FORMATS, default="text", help="messages as text (default) or JSON, one per line"
    )


def _join(
    group: argparse._ArgumentGroup, known: dict[str, argparse.Action], long: str, short: str, *, text: str
) -> None:
    """Add a switch, or its short name where the command has the long one already."""
    if long not in known:
        group.add_argument(*([short] if short not in known else []), long, action="store_true", help=text)
    elif short not in known:
        known[short] = known[long]
        known[long].option_strings = [short, long]


@contextmanager
def saying(options: argparse.Namespace, module: ModuleType) -> Iterator[None]:
    """Have a command say what its options ask for, in the form they ask for.

    :param module: the command. What it prints is its result where it says so (`RESULTS`: True, or names of steps), and
        a summary otherwise, which `--quiet` leaves out.
    """
    is_quiet, is_loud = getattr(options, "quiet", False), getattr(options, "verbose", False)
    logging.getLogger("translate").setLevel(logging.INFO if is_loud else logging.WARNING)
    results = getattr(module, "RESULTS", ())
    with ExitStack() as stack:
        if getattr(options, "log_format", "text") == "json":
            stack.enter_context(redirect_stderr(cast(TextIO, JsonLines(sys.stderr))))
        is_piped = any(str(value) == "-" for value in vars(options).values())
        if is_quiet and not is_piped and results is not True and getattr(options, "step_name", None) not in results:
            stack.enter_context(
                redirect_stdout(stack.enter_context(Path(os.devnull).open("w", encoding="utf-8", newline="\n")))
            )
        yield


def print_error(message: str, options: argparse.Namespace | None = None) -> None:
    """Print why a command failed, in red on a terminal that has colours."""
    is_coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and not getattr(options, "no_color", False)
    red, plain = (_RED, _PLAIN) if is_coloured and not isinstance(sys.stderr, JsonLines) else ("", "")
    print(f"{red}{_PREFIX}{plain}{message}", file=sys.stderr)


class JsonLines(io.TextIOBase):
    """Writes each line as a JSON object: `time` (UTC), `level` and `message`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).split("\n")
        for line in filter(None, lines):
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            level = "error" if line.startswith(_PREFIX) else "warning" if ": rejected: " in line else "info"
            record = {"time": now, "level": level, "message": line.removeprefix(_PREFIX)}
            self._stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        return len(text)

    def flush(self) -> None:
        self._stream.flush()
