"""`bitexte evaluate`: how good hypotheses are, from files or from a model that is run."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from translate.cli.options import add_config_options, add_engine_options, add_overwrite_option, config_of
from translate.cli.progress import Bar
from translate.cli.streams import named
from translate.cli.tables import format_table
from translate.config import Config, EngineConfig
from translate.errors import UsageError
from translate.evaluation import (
    METRICS,
    USUAL_METRICS,
    Evaluation,
    System,
    TestSet,
    evaluate,
    match_hypotheses,
    read_table,
    read_test_set,
    run_model,
)
from translate.evaluation.testsets import is_table, read_pair
from translate.files import write_text
from translate.formats import Header
from translate.report.evaluation import format_page

DESCRIPTION = """\
Score translations against references with BLEU, chrF++ and TER (sacreBLEU, with signatures), and show the worst
segments. Two or more systems are compared with the first one by paired bootstrap resampling.

  bitexte evaluate news.fr --model fr-en                          run a model on a Moses pair, TMX, JSON or TSV
  bitexte evaluate memory.tmx --model fr-en --model my/folder     compare two models
  bitexte evaluate --reference news.en --hypotheses mine.en       plain text, line by line
  bitexte evaluate systems.tsv                                    columns: source, reference, one per system"""
RESULTS = True


class _Named(argparse.Action):
    """Keeps the order in which --hypotheses and --model were given: the first is the baseline."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        namespace.systems = [*(getattr(namespace, "systems", None) or []), (self.dest, values)]
        setattr(namespace, self.dest, values)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "test", nargs="?", type=Path, metavar="TEST", help="test set: .tmx, .json, .tsv, or one file of a Moses pair"
    )
    parser.add_argument("--reference", type=Path, metavar="FILE", help="references, one per line")
    parser.add_argument("--source", type=Path, metavar="FILE", help="sources, one per line")
    parser.add_argument(
        "--metric",
        action="append",
        choices=METRICS,
        help="may be repeated (default: bleu and chrf++; ter takes minutes)",
    )
    parser.add_argument(
        "--samples", type=int, default=1000, metavar="N", help="bootstrap resamplings; 0 for none (default: 1000)"
    )
    parser.add_argument("--show", type=int, default=10, metavar="N", help="worst segments to print (default: 10)")
    parser.add_argument(
        "--output", "--out", "-o", type=named, metavar="FILE", help="write the last system's output, one per line"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all results as JSON; - for standard output")
    parser.add_argument("--html", type=named, metavar="FILE", help="write a page with plots and the 500 worst segments")
    add_engine_options(parser)
    # The engine's own --model names one; here each names one system more.
    systems = parser.add_argument_group("systems (the first is the baseline)", conflict_handler="resolve")
    systems.add_argument(
        "--hypotheses", action=_Named, metavar="FILE", help="translations to score: one per line, or TMX, JSON or TSV"
    )
    systems.add_argument("--model", action=_Named, metavar="MODEL", help="a model to run; may be repeated")
    systems.add_argument("--compute-type", metavar="NAME", help="int8 (default), float32 or another CTranslate2 type")
    parser.set_defaults(systems=[])
    add_overwrite_option(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    config = config_of(options)
    if options.compute_type:
        config = replace(config, engine=replace(config.engine, compute_type=options.compute_type))
    test, systems = _read(options, config)
    evaluation = evaluate(test, systems, options.metric or USUAL_METRICS, samples=max(0, options.samples))
    if options.output:
        write_text(options.output, "".join(text.replace("\n", " ") + "\n" for text in systems[-1].hypotheses))
    if options.html:
        write_text(options.html, format_page(evaluation))
    if options.json:
        text = json.dumps(_record(evaluation), ensure_ascii=False, indent=1) + "\n"
        if str(options.json) == "-":
            sys.stdout.write(text)
            return 0
        write_text(options.json, text)
    _print(evaluation, options.show)
    return 0


def _read(options: argparse.Namespace, config: Config) -> tuple[TestSet, list[System]]:
    header = Header(config.source_language, config.target_language)
    systems: list[System] = []
    if options.test is not None:
        if options.reference or options.source:
            raise UsageError("give either TEST or --reference with --source, not both.")
        if is_table(options.test):
            test, columns = read_table(options.test)
            systems = [System(name, hypotheses) for name, hypotheses in columns]
        else:
            test = read_test_set(options.test, header)
    elif options.reference is not None:
        test = read_pair(options.reference, options.source)
    else:
        raise UsageError("no references: give a TEST file or --reference FILE.")
    for kind, name in options.systems:
        if kind == "model":
            systems.append(_run(replace(config.engine, model=name), test, options))
        else:
            systems.append(match_hypotheses(Path(name), test, header))
    if not systems and options.engine:
        systems.append(_run(config.engine, test, options))
    return test, systems


def _run(config: EngineConfig, test: TestSet, options: argparse.Namespace) -> System:
    with Bar(quiet=options.quiet, noun="segments") as bar:
        bar.start(len(test.references))
        return run_model(config, test, bar.advance)


def _print(evaluation: Evaluation, shown: int) -> None:
    first = evaluation.systems[0].scores
    rows = []
    for system in evaluation.systems:
        cells = []
        for score in system.scores:
            margin = f" ± {score.margin:.2f}" if score.margin is not None else ""
            test = f" (p = {score.p_value:.3f})" if score.p_value is not None else ""
            cells.append(f"{score.value:.2f}{margin}{test}")
        rows.append((system.name, *cells))
    print(f"{evaluation.test}: {len(evaluation.segments)} segments")
    print(format_table(("system", *(score.metric for score in first)), rows))
    for score in first:
        print(f"{score.metric}: {score.signature}")
    for system in evaluation.systems:
        if system.run is not None:
            run = system.run
            peak = "unknown" if run.peak_memory_mb is None else f"{run.peak_memory_mb:,.0f} MB"
            print(
                f"{system.name}: {run.source_words} source words in {run.seconds:.1f} s, "
                f"{run.words_per_second:,.0f} per second; peak memory {peak}; {run.engine}"
            )
        if system.empty_hypotheses:
            print(f"{system.name}: {system.empty_hypotheses} empty translations")
    worst = evaluation.worst()[:shown]
    if worst:
        print(f"\nThe worst {len(worst)} segments, by chrF++:")
    for segment in worst:
        scores = ", ".join(f"{score:.1f}" for score in segment.scores)
        print(f"{segment.number}: {scores}")
        lines = [("source", segment.source), ("reference", segment.reference)]
        lines += [(s.name, h) for s, h in zip(evaluation.systems, segment.hypotheses, strict=True)]
        for who, text in lines:
            if text is not None:
                print(f"  {who}: {text}")


def _record(evaluation: Evaluation) -> dict[str, object]:
    systems = []
    for system in evaluation.systems:
        run = system.run
        systems.append(
            {
                "name": system.name,
                "scores": [
                    {
                        "metric": score.metric,
                        "value": score.value,
                        "signature": score.signature,
                        "margin": score.margin,
                        "p_value": score.p_value,
                    }
                    for score in system.scores
                ],
                "empty_hypotheses": system.empty_hypotheses,
                "run": None
                if run is None
                else {
                    "model": run.model,
                    "engine": run.engine,
                    "seconds": round(run.seconds, 3),
                    "source_words": run.source_words,
                    "words_per_second": round(run.words_per_second, 1),
                    "peak_memory_mb": None if run.peak_memory_mb is None else round(run.peak_memory_mb, 1),
                },
            }
        )
    segments = [
        {
            "number": segment.number,
            "source": segment.source,
            "reference": segment.reference,
            "hypotheses": list(segment.hypotheses),
            "scores": list(segment.scores),
        }
        for segment in evaluation.worst()
    ]
    return {"test": evaluation.test, "samples": evaluation.samples, "systems": systems, "segments": segments}
