"""`bitexte memory lookup`: segments in, one line of JSON for each with its matches out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TextIO

from translate.cli.options import USUAL
from translate.cli.tables import format_table
from translate.errors import UsageError
from translate.files import text_layer
from translate.files.replacing import replace_file
from translate.languages import find_language
from translate.memory.file import MemoryFile
from translate.memory.matches import Kind, LookupSettings, Match, Penalties, Score
from translate.memory.requests import Request, read_requests, requests_of

LOWEST_SENSIBLE = 50
_BATCH = 256
_FORMATS = ("jsonl", "tsv", "table")
_COLUMNS = ("id", "percentage", "kind", "words", "after_repair", "source", "match", "target")


def add_lookup_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bitexte memory lookup`."""
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="FILE",
        help="one segment per line, JSON Lines with 'source', or a bilingual file; - for standard input (default)",
    )
    parser.add_argument("--fuzzy", type=int, default=75, metavar="N", help="lowest per cent (default: 75)")
    parser.add_argument("--matches", type=int, default=5, metavar="N", help="matches of a segment (default: 5)")
    parser.add_argument(
        "--score",
        choices=[score.value for score in Score],
        default=Score.ALL.value,
        help="figure to rank by: all tokens (default, as OmegaT), words alone, or after repair",
    )
    parser.add_argument("--all-targets", action="store_true", help="list each different target of a source")
    parser.add_argument("--thorough", action="store_true", help="look at four times as many candidates")
    parser.add_argument(
        "--context",
        choices=["neighbours", "id"],
        default="neighbours",
        help="what makes a match one in context: both neighbours (default), or the name of the unit, for files of keys",
    )
    parser.add_argument("--domain", default="", metavar="NAME", help="units of other domains get the penalty 'domain'")
    parser.add_argument(
        "--penalty",
        action="append",
        default=[],
        metavar="NAME=N",
        help="per cent taken off: mt=10, draft=5 (defaults), domain=N, age=N (per year); may be given more than once",
    )
    parser.add_argument(
        "--no-repair", action="store_true", help="leave numbers, dates and names of targets as they are"
    )
    parser.add_argument("--format", choices=_FORMATS, default=_FORMATS[0], help="jsonl (default), tsv or table")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write there instead of standard output")


def run_lookup(options: argparse.Namespace) -> int:
    """Print the matches of each segment, in order."""
    settings = _settings(options)
    if settings.threshold < LOWEST_SENSIBLE:
        print(f"bitexte: --fuzzy {settings.threshold}: below 50 % matches share little but spaces.", file=sys.stderr)
    with ExitStack() as stack:
        memory = stack.enter_context(MemoryFile.open(options.memory))
        if options.json:
            out: TextIO = stack.enter_context(text_layer(stack.enter_context(replace_file(options.json))))
        else:
            out = sys.stdout
        if options.format == "tsv":
            out.write("\t".join(_COLUMNS) + "\n")
        requests = iter(_requests(options.file))
        while some := list(islice(requests, _BATCH)):
            found = memory.lookup([request.query for request in some], settings)
            for request, matches in zip(some, found, strict=True):
                repaired = [match if options.no_repair else _repaired(memory, request, match) for match in matches]
                out.write(_FORMATTERS[options.format](request, repaired))
    return 0


def _requests(name: str) -> Iterable[Request]:
    if name == "-":
        return requests_of(enumerate(sys.stdin.buffer, 1), Path("-"))
    return read_requests(Path(name), USUAL)


def _settings(options: argparse.Namespace) -> LookupSettings:
    if not 1 <= options.fuzzy <= 100:
        raise UsageError(f"--fuzzy takes 1 to 100, not {options.fuzzy}.")
    if options.matches < 1:
        raise UsageError(f"--matches takes 1 or more, not {options.matches}.")
    penalties = Penalties()
    known = Penalties.__dataclass_fields__
    for given in options.penalty:
        name, _, points = given.partition("=")
        if name not in known or not (points.isascii() and points.isdigit()):
            raise UsageError(f"--penalty takes NAME=N, such as mt=10, not '{given}'. Known: {', '.join(known)}.")
        penalties = replace(penalties, **{name: int(points)})
    return LookupSettings(
        threshold=options.fuzzy,
        count=options.matches,
        score=Score(options.score),
        is_thorough=options.thorough,
        has_all_targets=options.all_targets,
        is_context_name=options.context == "id",
        domain=options.domain,
        penalties=penalties,
        today=datetime.now(UTC).strftime("%Y%m%d") if penalties.age else "",
    )


def _repaired(memory: MemoryFile, request: Request, match: Match) -> Match:
    if match.kind is not Kind.FUZZY:
        return match
    from translate.memory.repair import repair  # which only fuzzy matches need

    unit, languages = match.unit, memory.languages
    pair = find_language(languages.source), find_language(languages.target)
    mended = repair(unit.source.text, unit.target.text, request.query.source, pair)
    kind = Kind.REPAIRED if mended.edits and mended.is_whole else match.kind
    return replace(match, kind=kind, repaired=mended.target, edits=mended.edits, left=mended.left)


def _json_of(request: Request, matches: Iterable[Match]) -> str:
    answer = {"id": request.id, "source": request.query.source, "matches": list(map(_value_of, matches))}
    return json.dumps(answer, ensure_ascii=False) + "\n"


def _value_of(match: Match) -> dict[str, object]:
    unit = match.unit
    target = unit.target.text
    value: dict[str, object] = {
        "percentage": match.percentage,
        "kind": match.kind,
        "words": match.words,
        "after_repair": match.after_repair,
        "penalties": [{"name": penalty.name, "points": penalty.points} for penalty in match.penalties],
        "source": unit.source.text,
        "target": target,
        "repaired": target if match.repaired is None else match.repaired,
        "edits": [
            {"step": e.step, "stage": e.stage, "start": e.start, "old": e.old, "new": e.new, "reason": e.reason}
            for e in match.edits
        ],
        "unit": match.number,
        "name": unit.name,
        "document": unit.document,
        "origin": unit.origin,
        "state": unit.standing,
        "changed": match.changed or None,
        "context_before": unit.context_before,
        "context_after": unit.context_after,
    }
    if match.left:
        value["left"] = match.left
    return value


def _rows_of(request: Request, matches: Iterable[Match]) -> Iterator[tuple[str, ...]]:
    for match in matches:
        target = match.unit.target.text if match.repaired is None else match.repaired
        figures = (str(match.percentage), match.kind.value, str(match.words), str(match.after_repair))
        texts = (request.query.source, match.unit.source.text, target)
        yield request.id, *figures, *(" ".join(text.split()) for text in texts)


def _tsv_of(request: Request, matches: Iterable[Match]) -> str:
    return "".join("\t".join(row) + "\n" for row in _rows_of(request, matches))


def _table_of(request: Request, matches: Iterable[Match]) -> str:
    rows = [(*row[1:5], *row[6:]) for row in _rows_of(request, matches)]
    head = f"{request.id}: {' '.join(request.query.source.split())}\n"
    if not rows:
        return head + "  no match\n"
    return f"{head}{format_table(('%', *_COLUMNS[2:5], *_COLUMNS[6:]), rows)}\n"


_FORMATTERS = {"jsonl": _json_of, "tsv": _tsv_of, "table": _table_of}
