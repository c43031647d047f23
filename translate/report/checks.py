"""What checks found as one page: how often each check spoke, and the units, with the place marked.

The page is one file that needs nothing from outside. Its filters work without a server.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from typing import TextIO

from translate.corpus.findings import Finding
from translate.data import Severity
from translate.report.page import begin_page, end_page

MAX_SHOWN = 5_000
"""Findings that a page lists; a browser is slow with more. All are counted."""
_MAX_BARS = 40
_NAMED = re.compile(r"[\"“']([^\"”']{1,60})[\"”']|(?<=: )([^:.]{1,200})(?=\.$|\.\s|$)")
"""What a message quotes or lists."""
_FIGURE = re.compile(r"\b\d[\d.,:/]*\b")
_OF = re.compile(
    r"(?:names?|currency|unit|month|address(?:es)?|codes?|placeholders?|tags?) (?:of )?([^:.]{1,200}?) of the source"
)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_STYLE = """
.bars button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: left;
  cursor: pointer; text-decoration: underline dotted; }
.error { --of: var(--error); } .warning { --of: var(--warning); } .info { --of: var(--info); }
form { position: sticky; top: 0; padding: .6rem 0; background: var(--page); border-bottom: 1px solid var(--line);
  display: flex; flex-wrap: wrap; gap: .4rem 1rem; }
form label { color: var(--soft); } select, input { font: inherit; }
article { border-left: 4px solid var(--of); padding: .3rem .7rem; margin: .6rem 0; content-visibility: auto;
  contain-intrinsic-size: auto 6rem; }
article h3 { margin: 0; font-size: .95rem; font-weight: normal; } article h3 b { color: var(--of); }
article p { overflow-wrap: anywhere; color: var(--ink); } article .place { color: var(--soft); font-size: .85rem; }
mark { background: var(--mark); color: inherit; }
[hidden] { display: none; }
""".strip()
_SCRIPT = """
const form = document.forms[0], said = document.getElementById('said');
const list = [...document.querySelectorAll('article')];
function show() {
  const {check, severity, file, words} = form.elements, wanted = words.value.toLowerCase();
  let shown = 0;
  for (const one of list) {
    one.hidden = !((!check.value || one.dataset.check === check.value)
      && (!file.value || one.dataset.file === file.value)
      && (!severity.value || one.dataset.severity === severity.value)
      && (!wanted || one.textContent.toLowerCase().includes(wanted)));
    shown += !one.hidden;
  }
  said.textContent = `${shown} of ${list.length} shown`;
}
form.addEventListener('input', show);
form.addEventListener('submit', event => event.preventDefault());
for (const button of document.querySelectorAll('.bars button'))
  button.addEventListener('click', () => {
    form.elements.check.value = button.dataset.check;
    show();
    form.scrollIntoView();
  });
show();
""".strip()


class HtmlSink:
    """Collects findings, and writes the page when the numbers of the summary are there."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._counts: Counter[tuple[str, Severity]] = Counter()
        self._files: dict[str, None] = {}
        self._shown: list[str] = []

    def write(self, finding: Finding) -> None:
        self._counts[finding.issue.check, finding.issue.severity] += 1
        self._files[str(finding.path)] = None
        if len(self._shown) < MAX_SHOWN:
            self._shown.append(_article(finding))

    def finish(self, summary: Mapping[str, object]) -> None:
        for part in self._page(summary):
            self._file.write(part.encode("utf-8", "backslashreplace").decode() + "\n")

    def _page(self, summary: Mapping[str, object]) -> Iterator[str]:
        total = self._counts.total()
        yield begin_page("Checks", _STYLE)
        yield f"<p>{escape(', '.join(f'{value} {name}' for name, value in summary.items()))}; {total} issues</p>"
        yield '<h2>Issues by check</h2><div class="bars">'
        most = max(self._counts.values(), default=1)
        for (check, severity), count in self._counts.most_common(_MAX_BARS):
            name = escape(check)
            yield f'<button type="button" data-check="{name}">{name}</button>'
            yield f'<div class="bar {severity}" style="width:{100 * count / most:.1f}%"></div>'
            yield f"<span>{count} {severity}</span>"
        yield "</div><h2>Units</h2>"
        if total > len(self._shown):
            yield f"<p>The first {len(self._shown)} of {total} issues are listed; --tsv and --json have all.</p>"
        yield "<form>"
        yield _choice("check", "Check", sorted({check for check, _ in self._counts}))
        yield _choice("severity", "Severity", [str(severity) for severity in Severity])
        yield _choice("file", "Document", sorted(self._files))
        yield '<label>Words <input name="words" type="search"></label><span id="said" role="status"></span></form>'
        yield from self._shown
        yield end_page(_SCRIPT)


def _choice(name: str, label: str, values: list[str]) -> str:
    options = "".join(f"<option>{escape(value)}</option>" for value in values)
    return f'<label>{label} <select name="{name}"><option value="">all</option>{options}</select></label>'


def _article(finding: Finding) -> str:
    issue, unit = finding.issue, finding.unit
    place = str(finding.path) if finding.line is None else f"{finding.path}:{finding.line}"
    names = named_in(issue.message)
    if unit is None:
        texts = f"<p>{_marked(finding.content, names)}</p>"
    else:
        texts = "".join(
            f'<p lang="{escape(side.language)}">{_marked(side.text, names)}</p>' for side in (unit.source, unit.target)
        )
        place += f", {unit.name}"
    return (
        f'<article class="{issue.severity}" data-check="{escape(issue.check)}" data-severity="{issue.severity}"'
        f' data-file="{escape(str(finding.path))}"><h3><b>{escape(issue.check)}</b> {escape(issue.message)}</h3>{texts}'
        f'<p class="place">{escape(place)}</p></article>'
    )


def named_in(message: str) -> tuple[str, ...]:
    """Return what a message quotes or lists, longest first: where to look in the texts."""
    found: dict[str, None] = {}
    for match in _NAMED.finditer(message):
        for item in [match[1]] if match[1] else _ASIDE.sub("", match[2]).split(", "):
            name = item.strip(" …")
            if name:
                found[name] = None
    for match in _OF.finditer(message):
        found |= dict.fromkeys(match[1].split(", "))
    found |= dict.fromkeys(_FIGURE.findall(message))
    return tuple(sorted(found, key=len, reverse=True))


def _marked(text: str, names: tuple[str, ...]) -> str:
    """Return a text as HTML, with what is named in it marked."""
    if not names:
        return escape(text)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
    parts, at = [], 0
    for match in pattern.finditer(text):
        parts += [escape(text[at : match.start()]), f"<mark>{escape(match[0])}</mark>"]
        at = match.end()
    return "".join([*parts, escape(text[at:])])
