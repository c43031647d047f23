"""Directives in Markdown, the fences that site generators open and close blocks with, come in; their texts go out.

`:::note[Titre]` (Docusaurus), `::: tip Titre` (VitePress), `::: {.note}` (Pandoc, Quarto), `/// note | Titre` (PyMdown
Extensions), `:::{note} Titre` and the same within a fence of code (MyST), `::video[Titre]`.
"""

from __future__ import annotations

import re
from dataclasses import field

from markdown_it.rules_block import StateBlock

from translate.documents.attribute_texts import iter_attribute_texts, iter_lone_texts
from translate.records import dataclass

_DIRECTIVE = re.compile(
    r"""(?P<fence>:{3,}|/{3,}|::(?=[A-Za-z])|[`~]{3,}(?=\{))\s*
    (?:\{(?P<myst>[\w:.-]+)\}|(?P<name>(?!\d)[\w:.-]+?(?=:{3,}\s*$|[\s\[{|]|$)))?
    (?:\s*\[(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\])?
    (?:[ \t]*\|)?(?P<rest>.*)""",
    re.VERBOSE,
)
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?=\s|$)")
_TEXT_OPTION = re.compile(r"[ \t]*:(?:alt|caption|title|header|footer|figcaption):[ \t]+(?P<text>\S.*)")
_VERBATIM = frozenset(
    "mermaid math plantuml graphviz code code-block code-cell sourcecode raw-html csv-table list-table eval-rst raw"
    " python js jsx image bibliography toctree tableofcontents include literalinclude".split()
)
"""Directives that hold no text."""
_TITLED = frozenset(
    "note warning tip important caution danger hint attention error seealso admonition topic sidebar dropdown margin"
    " card grid grid-item grid-item-card tab-item tab-set tabbed details epigraph pull-quote glossary table figure"
    " exercise solution prf:theorem prf:proof prf:definition prf:example prf:lemma prf:remark versionadded"
    " versionchanged deprecated div rubric centered only".split()
)
"""Directives of MyST, within a fence of code, that hold text."""
_UNTITLED = frozenset("figure only image versionadded versionchanged deprecated grid tab-set div".split())
"""Of these, those whose argument is no title."""
_PROSE = frozenset("content message body quote".split())
"""Attributes of templates that hold text where they hold several words."""
_CLOSERS = "directive closers"


@dataclass(frozen=True, slots=True)
class Found:
    """A block: the line behind it, and its texts, characters [start, end) of the source, each with its manner."""

    line: int
    texts: list[tuple[int, int, str]] = field(default_factory=list)


def read_directive(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """Return the block that the line `start` begins, [place, last) of the source; None where it is no directive."""
    last = place + len(state.src[place:last].rstrip())
    if state.src[place : place + 2] not in ("::", "//", "``", "~~"):
        return None
    if start in state.env.get(_CLOSERS, ()):
        return Found(start + 1)
    match = _DIRECTIVE.fullmatch(state.src, place, last)
    name = (match["myst"] or match["name"] or "") if match else ""
    if not match or not _is_directive(match, name):
        return None
    fence = match["fence"]
    is_code = fence[0] in "`~"
    closer = _closer(state, start, end, fence) if is_code or name in _VERBATIM else None
    if is_code and closer is None:
        return None
    if closer is not None:
        if name in _VERBATIM:
            return Found(closer + 1)
        state.env.setdefault(_CLOSERS, set()).add(closer)
    after = start + 1
    texts = _texts(state.src, match, name, last)
    while match["myst"] and after < end and _OPTION.match(state.src, state.bMarks[after], state.eMarks[after]):
        if found := _TEXT_OPTION.match(state.src, state.bMarks[after], state.eMarks[after]):
            texts.append((*found.span("text"), ""))
        after += 1
    return Found(after, texts)


def _is_directive(match: re.Match[str], name: str) -> bool:
    """Tell a directive from a block of code, a path, or signs in front of a text."""
    fence, rest = match["fence"], match["rest"].strip()
    if fence[0] in "`~":
        return name in _TITLED
    if fence == "::":
        return not rest or rest.startswith("{")
    return bool(name or match["label"] or not rest or (fence[0] == ":" and rest.startswith("{")))


def _texts(source: str, match: re.Match[str], name: str, last: int) -> list[tuple[int, int, str]]:
    texts = [(*match.span("label"), "")] if match["label"] else []
    start = match.start("rest")
    text = source[start:last].rstrip().rstrip(":").rstrip() if match["fence"][0] == ":" else source[start:last]
    attributes = text.find("{") if text.lstrip().startswith("{") or text.rstrip().endswith("}") else -1
    words = text if attributes < 0 else text[:attributes]
    is_listed = "=" in words and list(iter_attribute_texts(source, start, start + len(words)))
    if words.strip() and not is_listed and '="' not in words and name not in _UNTITLED:
        lead = len(words) - len(words.lstrip())
        texts.append((start + lead, start + len(words.rstrip()), ""))
    texts += texts_of_tag(source, start, last) if "=" in text else []
    return texts


def _closer(state: StateBlock, start: int, end: int, fence: str) -> int | None:
    """Return the line that ends what a fence opens."""
    for line in range(start + 1, end):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
        if len(text) >= len(fence) and not text.strip(fence[0]):
            return line
    return None


def texts_of_tag(source: str, start: int, end: int, *, has_lone: bool = False) -> list[tuple[int, int, str]]:
    """Return the texts of one tag of a template.

    :param has_lone: read those without a name too, where none has one.
    """
    found = list(iter_attribute_texts(source, start, end))
    found += [
        one for one in iter_attribute_texts(source, start, end, _PROSE) if " " in source[one.start : one.end].strip()
    ]
    if has_lone and not found:
        found = list(iter_lone_texts(source, start, end))
    return sorted((one.start, one.end, "quoted") for one in found)
