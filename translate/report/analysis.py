"""An analysis as text: JSON, CSV, the CSV layouts that Trados and memoQ write, or one HTML page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from html import escape

from translate.memory.analysis import CONTEXT, FULL, INTERNAL, NEW, REPETITION, Analysis, Counts, DocumentAnalysis
from translate.report.page import begin_page, end_page

_TRADOS = {CONTEXT: "Context TM", REPETITION: "Repetitions", NEW: "No Match"}
"""What Trados calls the bands that are no percentages."""
_MEMOQ = {CONTEXT: "101%", REPETITION: "Repetitions", NEW: "No match"}
_X_TRANSLATED = "X-translated"
"""memoQ's band for what an earlier version of the document had: bitexte counts none there."""
_MINUTE = 60


def format_json(analysis: Analysis) -> str:
    """Return the counts by document and band, and those of all documents as `total`."""
    found = {document.name: _as_dict(document, analysis) for document in (*analysis.documents, analysis.total)}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _as_dict(document: DocumentAnalysis, analysis: Analysis) -> dict[str, object]:
    found: dict[str, object] = {name: asdict(counts) for name, counts in document.bands.items()}
    found[REPETITION] = {**asdict(document.bands[REPETITION]), "cross_file": asdict(document.cross_file)}
    if analysis.rates:
        found["weighted_words"] = round(analysis.weighted_words(document), 2)
    hours, seconds = analysis.hours(document), analysis.seconds(document)
    return (
        found
        | ({} if hours is None else {"hours": round(hours, 2)})
        | ({} if seconds is None else {"machine_seconds": round(seconds, 1)})
    )


def told_times(analysis: Analysis, document: DocumentAnalysis) -> list[str]:
    """Return a sentence on how long a person takes for a document, and one on how long this machine takes."""
    said = []
    hours, seconds = analysis.hours(document), analysis.seconds(document)
    if hours is not None:
        said.append(f"At {analysis.pace.words_per_hour} words an hour: {hours:.1f} hours")
    if seconds is not None:
        said.append(f"bitexte translate on this machine: about {_span(seconds)}")
    return said


def _span(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / _MINUTE)
    return f"{minutes} min" if minutes < _MINUTE else f"{minutes // _MINUTE} h {minutes % _MINUTE} min"


def format_csv(analysis: Analysis) -> str:
    """Return a row for each band of each document; the last rows are those of all documents.

    The last column is the weighted words of the band, where there are rates.
    """
    last = ("weighted_words",) if analysis.rates else ()
    rows: list[Sequence[object]] = [("document", "band", *Counts.__dataclass_fields__, "cross_file_segments", *last)]
    for document in (*analysis.documents, analysis.total):
        for name, counts in document.bands.items():
            cross_file = document.cross_file.segments if name == REPETITION else 0
            weighted = (f"{analysis.weighted_band(name, counts):.2f}",) if last else ()
            rows.append((document.name, name, *asdict(counts).values(), cross_file, *weighted))
    return _csv(rows, ",")


def format_trados(analysis: Analysis) -> str:
    """Return the table of Trados 2007, which memoQ writes as *Trados-compatible* and Trados Studio's readers take.

    Two rows of heads; four columns a band.
    """
    head = ("File", "Tagging Errors", "Chars/Word")
    return _wide(analysis, head, _TRADOS, (), ("Segments", "Words", "Placeables", "Percent"), _trados_cells)


def _trados_cells(counts: Counts, all_words: int) -> tuple[object, ...]:
    return counts.segments, counts.words, counts.tags + counts.numbers, _percent(counts.words, all_words)


def format_memoq(analysis: Analysis) -> str:
    """Return the table that memoQ calls *all information*: two rows of heads; six columns a band."""
    cells = ("Segments", "Words", "Characters", "Asian characters", "Tags", "Percent")
    return _wide(analysis, ("File", "Char/Word"), _MEMOQ, (_X_TRANSLATED,), cells, _memoq_cells)


def _memoq_cells(counts: Counts, all_words: int) -> tuple[object, ...]:
    figures = counts.segments, counts.words, counts.characters, counts.asian_characters, counts.tags
    return *figures, _percent(counts.words, all_words)


def _wide(
    analysis: Analysis,
    head: Sequence[str],
    called: Mapping[str, str],
    empty: Sequence[str],
    cells: Sequence[str],
    cells_of: Callable[[Counts, int], tuple[object, ...]],
) -> str:
    """Return a table with a row for each document and the cells of each band side by side.

    :param empty: bands before the first, in which nothing is counted.
    """
    names = [name for name in analysis.bands.names if not name.startswith(INTERNAL)]
    titles = [*empty, *(called.get(name) or _percents(name) for name in names), "Total"]
    gap = [""] * (len(cells) - 1)
    rows: list[Sequence[object]] = [[""] * len(head) + [cell for title in titles for cell in (title, *gap)]]
    rows.append([*head, *(list(cells) * len(titles))])
    for document in (*analysis.documents, analysis.total):
        total = document.total
        counted = [*([Counts()] * len(empty)), *(_with_internal(document, name) for name in names), total]
        about = [document.name, *([0] if len(head) > len(("File", "Char/Word")) else []), _characters_a_word(total)]
        rows.append([*about, *(cell for counts in counted for cell in cells_of(counts, total.words))])
    return _csv(rows, ";")


def _with_internal(document: DocumentAnalysis, name: str) -> Counts:
    """Return the counts of a band, with the matches within the project, as memoQ's homogeneity has them."""
    return document.bands[name] + document.bands.get(f"{INTERNAL} {name}", Counts())


def _percents(name: str) -> str:
    low, _, high = name.partition("-")
    return f"{low}% - {high}%" if high else f"{low}%"


def _percent(words: int, all_words: int) -> str:
    return f"{100 * words / all_words:.2f}" if all_words else "0.00"


def _characters_a_word(counts: Counts) -> str:
    return f"{counts.characters / counts.words:.2f}" if counts.words else "0.00"


def _csv(rows: Iterable[Sequence[object]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def format_html(analysis: Analysis) -> str:
    """Return a page that needs nothing from outside: the total first, then each document."""
    parts = [_section(document, analysis) for document in (analysis.total, *analysis.documents)]
    return f"{begin_page('Analysis')}\n{''.join(parts)}{end_page()}\n"


def _section(document: DocumentAnalysis, analysis: Analysis) -> str:
    total = document.total
    head = "".join(f"<th>{name}</th>" for name in ("", "segments", "words", "characters", "with spaces", "share", ""))
    rows = "".join(_row(name, counts, total.words) for name, counts in document.bands.items())
    rates = f"<p>Weighted words: {analysis.weighted_words(document):,.1f}</p>" if analysis.rates else ""
    rates += "".join(f"<p>{escape(one)}</p>" for one in told_times(analysis, document))
    crossing = document.cross_file
    note = f"<p>Repetitions from other documents: {crossing.segments:,} segments.</p>" if crossing.segments else ""
    return (
        f"<h2>{escape(document.name)}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody>"
        f"<tfoot>{_row('total', total, total.words)}</tfoot></table>{note}{rates}\n"
    )


def _row(name: str, counts: Counts, all_words: int) -> str:
    label = {CONTEXT: "101 in context", FULL: "100", REPETITION: "repetitions"}.get(name, name)
    share = float(_percent(counts.words, all_words))
    cells = (counts.segments, counts.words, counts.characters, counts.characters_with_spaces)
    figures = "".join(f"<td>{figure:,}</td>" for figure in cells)
    bar = f'<td class="bar"><span style="width:{share:.1f}%"></span></td>'
    return f"<tr><td>{label}</td>{figures}<td>{share:.1f}%</td>{bar}</tr>\n"


FORMATS: dict[str, Callable[[Analysis], str]] = {
    "json": format_json,
    "csv": format_csv,
    "html": format_html,
    "trados-csv": format_trados,
    "memoq-csv": format_memoq,
}
"""By the name on the command line."""
