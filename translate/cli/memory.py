"""`bitexte memory`: translation memories as files, filled, looked up, searched, counted, exported and maintained."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from translate.cli import exit_codes
from translate.cli.messages import add_common_options
from translate.cli.parser import Parser

DESCRIPTION = """\
Work with translation memories: files (.tmdb) that are filled from bilingual files, and give exact and fuzzy matches.

  bitexte memory import client.tmx --into client.tmdb
  bitexte memory lookup client.tmdb segments.txt --fuzzy 75
  bitexte memory export client.tmdb -o client.tmx

Nothing leaves this machine."""
RESULTS = ("lookup", "search", "analyse", "info", "check")
READS, WRITES = ("files",), ("out",)


class _Step(NamedTuple):
    """A step: what its help says, and where its options and its work are, which are loaded when it is asked for."""

    summary: str
    module: str
    add: str
    run: str


_STEPS = {
    "import": _Step("put bilingual files into a memory", "filling", "add_import_options", "run_import"),
    "lookup": _Step("find the matches of segments", "lookup", "add_lookup_options", "run_lookup"),
    "search": _Step("find words in a memory, with their place", "search", "add_search_options", "run_search"),
    "analyse": _Step(
        "count the words of documents by their matches, for a quote", "analyse", "add_memory_options", "run"
    ),
    "info": _Step("say what is in a memory", "upkeep", "add_info_options", "run_info"),
    "export": _Step("write a memory as TMX, XLIFF, JSON, ...", "upkeep", "add_export_options", "run_export"),
    "check": _Step(
        "check the file of a memory, and make its index anew where that is out of date",
        "upkeep",
        "add_check_options",
        "run_check",
    ),
    "delete": _Step("delete units, and every trace of them in the file", "upkeep", "add_delete_options", "run_delete"),
    "clean": _Step(
        "delete duplicates, leftovers of machines, wrong languages and broken codes",
        "clean",
        "add_clean_options",
        "run_clean",
    ),
    "merge": _Step("put memories into another one", "filling", "add_merge_options", "run_merge"),
}


_WITHOUT_MATRICES = ("import", "lookup", "check", "merge")
"""Steps that load numpy for other things: starting its threads takes a tenth of the time of a look-up."""


class _StepParser(Parser):
    """The parser of a step. It has no options until it has something to parse."""

    adds_later = True

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> tuple[Any, list[str]]:
        self.fill()
        return super().parse_known_args(args, namespace)

    def fill(self) -> None:
        """Give the step its options."""
        name = self.prog.rpartition(" ")[2]
        step = _STEPS[name]
        if name in _WITHOUT_MATRICES:
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        module = import_module(f"translate.cli.{step.module}")
        getattr(module, step.add)(self)
        add_common_options(self)
        self.set_defaults(step=getattr(module, step.run))


def add_options(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(
        title="steps", dest="step_name", metavar="STEP", required=True, parser_class=_StepParser
    )
    asked = getattr(parser, "step_asked", None)
    for name in [asked] if asked in _STEPS else _STEPS:
        step = _STEPS[name]
        steps.add_parser(
            name,
            help=step.summary,
            description=f"{step.summary[0].upper()}{step.summary[1:]}.",
            epilog=exit_codes(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )


def run(options: argparse.Namespace) -> int:
    code: int = options.step(options)
    return code
