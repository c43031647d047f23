"""What the pages of reports share: colours for light and dark, tables and bars, and the head of a page.

A page is one file that needs nothing from outside.
"""

from __future__ import annotations

from html import escape

from translate.languages import ADMINISTRATION

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1c; --soft: #595959; --page: #fff; --line: #d5d5d5; --bar: #3f7fb5;
  --error: #b3261e; --warning: #8a5a00; --info: #2d5f8b; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a8a8a8; --page: #141414; --line: #3a3a3a;
  --bar: #6aa5d8; --error: #ff8a80; --warning: #ffc15c; --info: #8ab8e6; --mark: #6b5300; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 75rem; padding: 1rem; font: 15px/1.45 system-ui, sans-serif; color: var(--ink);
  background: var(--page); }
h1 { font-size: 1.3rem; margin: 0 0 .3rem; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
p { margin: .2rem 0; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .6rem; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: normal; } tfoot td { font-weight: bold; }
td.bar { width: 25%; }
.bars { display: grid; grid-template-columns: max-content 1fr max-content; gap: .15rem .7rem; align-items: center; }
.bar span, .bars .bar { display: block; height: .8rem; background: var(--of, var(--bar)); min-width: 1px;
  border-radius: 2px; }
""".strip()


def begin_page(title: str, style: str = "") -> str:
    """Return a page up to its heading.

    :param style: what the page has besides, in CSS.
    """
    return f"{begin_body(title, style)}<main><h1>{escape(title)}</h1>"


def begin_body(title: str, style: str = "") -> str:
    """Return a page up to its body, for one that has more above its text than a heading."""
    name = escape(title)
    return (
        f'<!doctype html>\n<html lang="{ADMINISTRATION}"><head><meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{name}</title>\n'
        f"<style>\n{_STYLE}\n{style}</style></head><body>"
    )


def end_page(script: str = "") -> str:
    """Return the end of a page."""
    return "</main>" + (f"<script>{script}</script>" if script else "") + "</body></html>"
