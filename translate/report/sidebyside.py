"""Two aligned documents as one page: the texts in columns, beads as bands across, low scores coloured.

The page is one file that needs nothing from outside. A strip at the edge shows the whole document at once, so that a
stretch that went wrong is seen before anything is read. Whoever reads it can put beads right and save that (`review`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from translate.aligning import AlignedPair, Judged
from translate.aligning.links import GUARD_WORDS, number_segments
from translate.checks import MOVED
from translate.data import Severity, TranslationUnit
from translate.files import replace_text
from translate.report.page import begin_body, end_page
from translate.report.review import SCRIPT, STYLE, TOOLS

GOOD_SCORE = 80.0
POOR_SCORE = 50.0
_STRIP_BANDS = 400

_STYLE = """
:root { --good: #e8f3ea; --fair: #fdf1cf; --poor: #f9d3c9; --lone: #e3e3ee; --focus: #1f5fd0; --good-mark: #8fc49a;
  --fair-mark: #e5b93c; --poor-mark: #d9552f; --lone-mark: #8d8db8; }
@media (prefers-color-scheme: dark) { :root { --good: #1d2b20; --fair: #3a3115; --poor: #45201a; --lone: #26263a;
  --focus: #8ab4ff; --good-mark: #3f7a4b; } }
body { max-width: none; padding: 0; font-family: Georgia, serif; }
header { position: sticky; top: 0; z-index: 2; padding: .5rem 3rem .5rem 1rem; background: var(--page);
  border-bottom: 1px solid var(--line); font: 14px/1.4 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1rem; }
header label { margin-right: 1rem; white-space: nowrap; }
main { padding: 0 2.2rem 3rem .6rem; }
.bead { display: grid; grid-template-columns: 4.2rem 1fr 1fr; gap: .8rem; padding: .3rem .5rem; margin: 2px 0;
  border-left: 5px solid; border-radius: 3px; content-visibility: auto; contain-intrinsic-size: auto 3rem;
  scroll-margin-top: 6rem; }
.bead.hidden { display: none; }
.good { background: var(--good); border-color: var(--good-mark); }
.fair { background: var(--fair); border-color: var(--fair-mark); }
.poor { background: var(--poor); border-color: var(--poor-mark); }
.lone { background: var(--lone); border-color: var(--lone-mark); }
.facts { font: 12px/1.4 system-ui, sans-serif; color: var(--soft); }
.facts b { display: block; font-size: 14px; color: var(--ink); }
.bead p { margin: 0; color: inherit; overflow-wrap: anywhere; }
.bead p + p { margin-top: .25rem; padding-top: .25rem; border-top: 1px dotted var(--soft); }
.bead ul { grid-column: 2 / 4; margin: 0; padding-left: 1.1rem; font: 12px/1.4 system-ui, sans-serif;
  color: var(--soft); }
.bead .none { color: var(--soft); font-style: italic; }
nav { position: fixed; z-index: 3; right: 0; top: 0; bottom: 0; width: 1.5rem; display: flex; flex-direction: column;
  background: var(--page); border-left: 1px solid var(--line); }
nav a { flex: 1 1 0; min-height: 0; }
nav .good { background: var(--good-mark); } nav .fair { background: var(--fair-mark); }
nav .poor { background: var(--poor-mark); } nav .lone { background: var(--lone-mark); }
""".strip()

_SCRIPT = """
const limit = document.getElementById('limit'), shown = document.getElementById('shown');
const refused = document.getElementById('refused');
function filter() {
  let count = 0;
  const beads = [...document.querySelectorAll('.bead')];
  for (const bead of beads) {
    const hides = Number(bead.dataset.score) > Number(limit.value) || (refused.checked && !bead.dataset.refused);
    bead.classList.toggle('hidden', hides);
    count += !hides;
  }
  shown.textContent = `${count} of ${beads.length} beads, score at most ${limit.value}`;
}
const main = document.querySelector('main'), worst = document.getElementById('worst');
worst.addEventListener('change', () => {
  const key = worst.checked ? 'score' : 'order';
  main.append(...[...main.querySelectorAll('.bead')].sort((a, b) => a.dataset[key] - b.dataset[key]));
});
limit.addEventListener('input', filter);
refused.addEventListener('change', filter);
filter();
""".strip()


def write_view(path: Path, aligned: AlignedPair, units: Sequence[Judged]) -> None:
    """Write the page of a pair.

    :param units: one for each bead, in order.
    :raises OutputError: where the disk refuses.
    """
    with replace_text(path) as file:
        for part in iter_page(aligned, units):
            file.write(part)


def iter_page(aligned: AlignedPair, units: Sequence[Judged]) -> Iterable[str]:
    """Yield the page, piece by piece."""
    title = f"{aligned.pair.source.name} | {aligned.pair.target.name}"
    classes = [_class_of(unit) for unit, _ in units]
    poor = sum(name in ("poor", "lone") for name in classes)
    yield begin_body(title, f"{_STYLE}\n{STYLE}")
    yield (
        f"<header><h1>{escape(title)}</h1><p>{len(aligned.source.segments)} and "
        f"{len(aligned.target.segments)} segments, {len(units)} beads, {poor} of them poor or unmatched, "
        f"similarity {aligned.alignment.similarity:.1f}</p>\n"
        '<label>Score at most <input id="limit" type="range" min="0" max="100" value="100"></label>'
        '<label><input id="refused" type="checkbox"> refused only</label>'
        '<label><input id="worst" type="checkbox"> lowest score first</label><span id="shown"></span>\n'
        f"{TOOLS}</header>\n"
    )
    yield _strip(classes)
    yield "<main>\n"
    documents = aligned.source, aligned.target
    numbers = [number_segments(document) for document in documents]
    for number, (bead, (unit, is_accepted), name) in enumerate(
        zip(aligned.alignment.beads, units, classes, strict=True)
    ):
        columns = [
            "".join(f'<p data-n="{places[n]}">{escape(document.segments[n].segment.text)}</p>' for n in held)
            for places, document, held in zip(numbers, documents, (bead.source, bead.target), strict=True)
        ]
        attributes = "" if is_accepted else ' data-refused="1"'
        attributes += ' data-aside="1"' if aligned.aside_of(bead) else ""
        yield _band(number, unit, f"{name} moved" if bead.is_moved else name, attributes, columns)
    yield end_page(f"\nconst WORDS = {GUARD_WORDS};\n{_SCRIPT}\n{SCRIPT}\n") + "\n"


def _band(number: int, unit: TranslationUnit, name: str, attributes: str, columns: Sequence[str]) -> str:
    score = unit.score or 0.0
    shown = "".join(
        f'<div lang="{escape(variant.language)}">{column or _NOTHING}</div>'
        for variant, column in zip((unit.source, unit.target), columns, strict=True)
    )
    issues = "".join(
        f"<li>{escape(issue.check)}: {escape(issue.message)}</li>"
        for issue in unit.issues
        if issue.severity is not Severity.INFO or issue.check == MOVED
    )
    return (
        f'<div class="bead {name}" id="b{number}" data-order="{number}" data-score="{score:g}"{attributes}>'
        f'<div class="facts"><b>{unit.alignment}</b>{score:g}</div>{shown}'
        + (f"<ul>{issues}</ul>" if issues else "")
        + "</div>\n"
    )


_NOTHING = '<p class="none">nothing</p>'


def _class_of(unit: TranslationUnit) -> str:
    if not unit.source.text or not unit.target.text:
        return "lone"
    score = unit.score or 0.0
    return "good" if score >= GOOD_SCORE else "fair" if score >= POOR_SCORE else "poor"


def _strip(classes: Sequence[str]) -> str:
    """Return the strip: as many bands as fit, each as bad as the worst of its beads, and a link to that one."""
    order = ("poor", "lone", "fair", "good")
    bands = []
    count = min(_STRIP_BANDS, len(classes))
    for band in range(count):
        first, last = band * len(classes) // count, (band + 1) * len(classes) // count
        worst = min(range(first, last), key=lambda number: order.index(classes[number]))
        bands.append(f'<a class="{classes[worst]}" href="#b{worst}" title="bead {worst + 1}"></a>')
    return f'<nav aria-label="overview">{"".join(bands)}</nav>\n'
