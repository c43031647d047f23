"""`bitexte translate --dry-run`: what a run would do, and what it would take; nothing is written."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translate.cli.analyse import format_analysis
from translate.cli.tables import format_table
from translate.config import Config, count_cores
from translate.documents import Source
from translate.formats import Header
from translate.memory.analysis import USUAL_BOUNDS, Bands, Pace, analyse
from translate.memory.matches import LookupSettings, Score
from translate.run.loading import Tools, load_tools
from translate.run.memories import opened_look_up
from translate.run.orphans import find_orphans
from translate.run.pace import measure_pace
from translate.run.preview import Preview, preview
from translate.run.queries import iter_queries
from translate.run.timing import Sampler


def print_dry_run(sources: Sequence[Source], options: argparse.Namespace, config: Config) -> int:
    """Print a line a document, what there is to translate by matches, and the time it takes.

    :return: 1 where a document cannot be translated, or an output would take the place of somebody's file.
    """
    tools = load_tools(config)
    found = preview(sources, options.out, tools)
    print(
        format_table(
            ("document", "would be", "output"), [(one.source.name, one.status, str(one.output)) for one in found]
        )
    )
    for one in found:
        if one.message:
            print(f"bitexte: {one.message}", file=sys.stderr)
    waiting = [one for one in found if one.status == "translated"]
    if waiting:
        print(_analysis(waiting, tools, options.jobs or config.engine.threads or count_cores()), end="")
    for orphan in find_orphans(options.out):
        print(f"{orphan.name}: its document is gone ({orphan.source}); --prune removes its outputs.")
    return int(any(one.message for one in found))


def _analysis(waiting: Sequence[Preview], tools: Tools, processes: int) -> str:
    config, sampler = tools.config, Sampler()
    queries = ((one.source.name, iter_queries(one.source, config, tools.segmenter)) for one in waiting)
    documents = sampler.pass_by(queries)
    bands = Bands(USUAL_BOUNDS)
    settings = LookupSettings(threshold=bands.bounds[-1], count=1, score=Score.ALL, is_thorough=True)
    header = Header(config.source_language, config.target_language)
    with (
        tempfile.TemporaryDirectory(prefix="bitexte-") as folder,
        opened_look_up(
            [Path(file) for file in config.memory.files],
            Path(folder),
            header,
            settings,
            processes=processes,
        ) as look_up,
    ):
        found = analyse(documents, look_up, bands=bands, score=Score.ALL)
    return format_analysis(replace(found, pace=Pace(None, measure_pace(sampler.passages, tools))))
