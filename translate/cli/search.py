"""`bitexte memory search`: words in, the units of a memory that hold them out, with the place marked."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from translate.data import State
from translate.errors import UnknownNameError, UsageError
from translate.memory.database import meta_of, open_existing
from translate.memory.grams import has_grams, make_grams
from translate.memory.rows import Languages
from translate.memory.search import Hit, Manner, Search, SearchSettings, Side
from translate.memory.where import figures_of

_MARKS = "[]"


def add_search_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bitexte memory search`."""
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument("words", nargs="+", metavar="WORDS", help="words in one piece; 'port*' finds 'portes' too")
    parser.add_argument(
        "--side", choices=[side.value for side in Side], default="source", help="where (default: source)"
    )
    parser.add_argument("--exact", action="store_true", help="capital letters count")
    parser.add_argument("--stems", action="store_true", help="find the words in whatever form: 'travaux' for 'travail'")
    parser.add_argument("--regex", action="store_true", help="WORDS are a regular expression")
    parser.add_argument("--document", metavar="PATTERN", help="only units of these documents: 'manual*'")
    parser.add_argument("--state", metavar="NAME", help="only units of this state or better: translated, reviewed, ...")
    parser.add_argument("--since", metavar="DATE", help="only units changed since: 2024, 2024-01-31")
    parser.add_argument("--count", type=int, default=20, metavar="N", help="units at most (default: 20); 0 for all")
    parser.add_argument("--format", choices=["text", "jsonl"], default="text", help="text (default) or jsonl")


def run_search(options: argparse.Namespace) -> int:
    """Print what was found; say on standard error where every text had to be read."""
    settings, words = _settings(options), " ".join(options.words)
    with ExitStack() as stack:
        search, is_ready = _search(stack, options.memory, words, settings)
        if not is_ready:
            stack.close()
            print(f"{options.memory}: preparing the search, once ...", file=sys.stderr)
            if not make_grams(options.memory):
                print(f"{options.memory}: cannot be written to; every text is read.", file=sys.stderr)
            search, _ = _search(stack, options.memory, words, settings)
        if search.is_scan and is_ready:
            print("No word of three letters or more to look up; every text is read.", file=sys.stderr)
        for hit in search.hits():
            sys.stdout.write(_line(hit) if options.format == "jsonl" else _text(hit))
    return 0


def _search(stack: ExitStack, path: Path, words: str, settings: SearchSettings) -> tuple[Search, bool]:
    """Return a search, and whether the memory is prepared for it.

    :raises UsageError: for words that are none, before anything is prepared.
    """
    connection = stack.enter_context(closing(open_existing(path)))
    meta = meta_of(connection)
    languages = Languages(meta["source_language"], meta["target_language"])
    return Search(connection, languages, words, settings), has_grams(connection)


def _settings(options: argparse.Namespace) -> SearchSettings:
    chosen = [manner for manner in (Manner.EXACT, Manner.STEMS, Manner.REGEX) if getattr(options, manner.value)]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other.")
    if options.state is not None and options.state not in set(State):
        raise UnknownNameError("state", options.state, [state.value for state in State])
    if options.document is not None and not options.document.strip():
        raise UsageError("--document is empty; expected a name or a pattern such as manual*.")
    if options.count < 0:
        raise UsageError(f"--count takes 0 or more, not {options.count}.")
    since = figures_of(options.since or "")
    if options.since is not None and not since:
        raise UsageError(f"--since takes a date such as 2024 or 2024-01-31, not '{options.since}'.")
    return SearchSettings(
        Side(options.side),
        chosen[0] if chosen else Manner.WORDS,
        options.count,
        options.document or "",
        State(options.state) if options.state else None,
        since,
    )


def _text(hit: Hit) -> str:
    """Return a unit as three lines: what is known of it, source and target, and an empty one."""
    unit = hit.unit
    known = [str(hit.number), unit.document or "", hit.changed[:8], unit.standing]
    source, target = _marked(unit.source.text, hit.source), _marked(unit.target.text, hit.target)
    return f"{'  '.join(filter(None, known))}\n  {source}\n  {target}\n\n"


def _marked(text: str, places: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(places):
        text = f"{text[:start]}{_MARKS[0]}{text[start:end]}{_MARKS[1]}{text[end:]}"
    return " ".join(text.splitlines())


def _line(hit: Hit) -> str:
    unit = hit.unit
    found = {
        "unit": hit.number,
        "source": unit.source.text,
        "target": unit.target.text,
        "places": {"source": hit.source, "target": hit.target},
        "document": unit.document,
        "state": unit.standing,
        "changed": hit.changed or None,
    }
    return json.dumps(found, ensure_ascii=False) + "\n"
