"""A block rule for markdown-it: lines that are no text but tell a site generator, or a converter, something.

Directives (`:::note[Titre]`), alerts (`[!NOTE]`), attributes (`{: .classe}`), tags of templates (`{% note %}`,
`{{< note >}}`) and of components (`<Tabs>`), imports, commands of TeX, tables of contents. Each such line is a block of
its own; what a person reads in it is a text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from translate.documents.attribute_texts import iter_attribute_texts
from translate.documents.markdown.attributes import attributes_end
from translate.documents.markdown.directives import Found, read_directive, texts_of_tag
from translate.documents.markdown.placed_inline import line_ranges, note_ranges, push_inline

_ALERT = re.compile(r"\[!\s*[\w-]+(?:\|[^\]\n]*)?\][-+]?[ \t]*(?P<title>.*)")
_TAGS = re.compile(
    r"""(?:\s*(?:\{%(?:(?!%\}).)*%\}|\{\{[<%](?:(?!\}\}).)*[%>]\}\}|\{\{[\#!](?:(?!\}\}).)*\}\}|\{![^{}]*!\}))+\s*
    |\{(?:(?:::|:/)[^{}]*|/\*(?:(?!\*/).)*\*/)\}\s*
    |(?:\{\{(?:(?!\}\}).)*\}\}\s*)+
    |\{toc\}\s*""",
    re.VERBOSE,
)
"""Tags of Liquid, Hugo, mdBook, Jinja and kramdown, comments of MDX."""
_VERBATIM = re.compile(
    r"\{%-?\s*(?P<liquid>highlight|comment)\b[^%]*%\}|\{\{<\s*(?P<hugo>highlight|mermaid)\b[^>]*>\}\}"
)
"""Tags of templates around what nobody translates."""
_CONTENTS = re.compile(r"(?:\[\[_?toc_?\]\]|@?\[toc\]|\$\{toc\}|__TOC__)\s*", re.IGNORECASE)
_STANDS_FOR_CONTENTS = re.compile(r"\{:\s*toc\b")
_TEX = re.compile(r"\\[A-Za-z]+\*?(?:\[[^\]\s]*\]|\{[^{}\s]*\})*\s*")
_TEX_BEGIN = re.compile(r"\\begin\{(?P<name>[A-Za-z]+\*?)\}|\\\[(?=\s*$)")
_IMPORT = re.compile(r"""import\s+(?:[\w*{][^;'"]*\sfrom\s+)?(?:"[^"]*"|'[^']*');?\s*""")
_IMPORT_BEGIN = re.compile(r"import\s*\{\s*$|export\s+(?:const|let|var|function|default|async|class|\*|\{)(?=\W|$)")
_ABBREVIATION = re.compile(r"\*\[[^\]]+\]:[ \t]*(?P<title>\S.*)")
_INCLUDE = re.compile(r"(?i)-{2,}8<-{2,}.*|\[!(?:include|video|code)\b.*\]\s*|@include\b.*|!\[\[[^\]]+\]\]\s*")
_TARGET = re.compile(r"\([\w:.-]+\)=\s*|\^[A-Za-z\d-]+\s*")
"""Names that links lead to, of MyST and of Obsidian."""
_MARKDOWN_IN_HTML = re.compile(r"<[A-Za-z][\w-]*\b[^<>]*\smarkdown(?:\s*=\s*[\"']?\w+[\"']?)?(?=[\s>])[^<>]*>\s*")
_COMPONENT = re.compile(r"</?(?:[A-Z][\w.]*(?=[\s/>])|>)")
_MOST_LINES = 100
"""Of one tag."""
_KEPT = (_CONTENTS, _INCLUDE, _TARGET)
_CLOSING = {"{%": "%}", "{{<": ">}}", "{{%": "%}}"}
_FIRST = frozenset(":/`~[{\\$@_ie*-!(<%^")


def marker_lines_plugin(parser: MarkdownIt) -> None:
    """Add the rule of this module to a parser, before all that would take such lines for something else."""
    parser.block.ruler.before(
        "table", "marker_line", marker_line, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def marker_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of this module's kinds; its texts become inline tokens."""
    place = state.bMarks[start] + state.tShift[start]
    last = state.eMarks[start]
    if place >= last or state.src[place] not in _FIRST or state.is_code_block(start):
        return False
    found = _read(state, start, end, place, last)
    if found is None:
        return False
    if silent:
        return True
    state.line = found.line
    for first, behind, manner in found.texts:
        push_inline(state, start, [(first, behind)], manner=manner)
    token = state.push("marker_line", "", 0)
    token.map = [start, found.line]
    return True


def _read(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    read = _READERS.get(state.src[place])
    found = read(state, start, end, place, last) if read else None
    if found is None and any(kind.fullmatch(state.src, place, last) for kind in _KEPT):
        return Found(start + 1)
    return found


def _braces(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """Tags of a template, attributes of a block, comments."""
    text = state.src[place:last].rstrip()
    verbatim = _VERBATIM.fullmatch(text)
    if verbatim and (line := _verbatim_end(state, last, verbatim)):
        return Found(line)
    if _TAGS.fullmatch(text):
        return Found(start + 1, texts_of_tag(state.src, place, last, has_lone="{{" in text))
    if attributes_end(text, 0) == len(text):
        if _STANDS_FOR_CONTENTS.match(text):
            _leave_item_out(state)
        return Found(start + 1)
    return _open_tag(state, start, end, place) if text.startswith(tuple(_CLOSING)) else None


def _leave_item_out(state: StateBlock) -> None:
    """Take the text of the list item that ends here for none: a table of contents replaces it."""
    for token in reversed(state.tokens):
        if token.type == "inline":
            note_ranges(token, ())
        if not token.type.endswith("_close"):
            break


def _verbatim_end(state: StateBlock, start: int, opening: re.Match[str]) -> int | None:
    """Return the line behind the one that ends what a tag opens; None where none does."""
    name = opening["liquid"] or opening["hugo"]
    unclosed = state.env.setdefault("tags without an end", set())
    closing = re.compile(rf"\{{%-?\s*end{name}\b" if opening["liquid"] else rf"\{{\{{<\s*/{name}\b")
    found = None if name in unclosed else closing.search(state.src, start)
    if found is None:
        unclosed.add(name)
        return None
    return bisect_right(state.bMarks, found.start())


def _hidden(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """Lines between two that are `%%`, which nobody but the author sees."""
    if state.src[place:last].strip() != "%%":
        return None
    for line in range(start + 1, end):
        if state.src[state.bMarks[line] : state.eMarks[line]].strip() == "%%":
            return Found(line + 1)
    return None


def _alert(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """The first line of a quotation that is an alert."""
    is_quoted = bool(state.tokens) and state.tokens[-1].type == "blockquote_open" and state.parentType == "blockquote"
    match = _ALERT.fullmatch(state.src, place, last) if is_quoted else None
    return _titled(match, start)


def _abbreviation(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    return _titled(_ABBREVIATION.fullmatch(state.src, place, last), start)


def _titled(match: re.Match[str] | None, start: int) -> Found | None:
    if match is None:
        return None
    return Found(start + 1, [(*match.span("title"), "")] if match["title"] else [])


def _open_tag(state: StateBlock, start: int, end: int, place: int) -> Found | None:
    """A tag of a template over several lines."""
    opening = next(sign for sign in _CLOSING if state.src.startswith(sign, place))
    for line in range(start, min(end, start + 20)):
        if state.isEmpty(line) or (line > start and state.src.startswith(opening, state.bMarks[line])):
            return None
        found = state.src.find(_CLOSING[opening], max(place, state.bMarks[line]), state.eMarks[line])
        if found >= 0:
            behind = found + len(_CLOSING[opening])
            if state.src[behind : state.eMarks[line]].strip():
                return None
            return Found(line + 1, texts_of_tag(state.src, place, behind))
    return None


def _component(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """Tags of components that have their lines to themselves, or an element that says that it holds Markdown."""
    if _MARKDOWN_IN_HTML.fullmatch(state.src, place, last):
        return Found(start + 1, [(*span, "html attribute") for span in _spans(state.src, place, last)])
    if not _COMPONENT.match(state.src, place, last):
        return None
    line, position = start, place
    texts: list[tuple[int, int, str]] = []
    while _COMPONENT.match(state.src, position, state.eMarks[line]):
        behind = _tag_end(state, line, min(end, start + _MOST_LINES), position)
        if behind is None:
            return None
        line, position = behind
    if state.src[position : state.eMarks[line]].strip():
        return None
    for first, behind_line in line_ranges(state, start, line + 1):
        texts += ((*span, "html attribute") for span in _spans(state.src, first, behind_line))
    return Found(line + 1, texts)


def _spans(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in iter_attribute_texts(source, start, end))


def _tag_end(state: StateBlock, line: int, end: int, start: int) -> tuple[int, int] | None:
    """Return in which line a tag ends, and where, whose attributes may be strings or expressions in braces."""
    depth, quote = 0, ""
    while line < end and not state.isEmpty(line):
        for place in range(start, state.eMarks[line]):
            sign = state.src[place]
            if quote:
                quote = "" if sign == quote else quote
            elif sign in "\"'`" and (depth or sign != "`"):
                quote = sign
            elif sign in "{}":
                depth += 1 if sign == "{" else -1
            elif sign == ">" and depth == 0:
                return line, min(state.skipSpaces(place + 1), state.eMarks[line])
        line += 1
        start = state.bMarks[line] + state.tShift[line]
    return None


def _tex(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """A command of TeX alone on its line, or an environment."""
    begin = _TEX_BEGIN.match(state.src, place, last)
    if begin:
        closing = f"\\end{{{begin['name']}}}" if begin["name"] else "\\]"
        for line in range(start, end):
            if state.src.find(closing, state.bMarks[line], state.eMarks[line]) >= 0:
                return Found(line + 1)
        return None
    return Found(start + 1) if _TEX.fullmatch(state.src, place, last) else None


def _module(state: StateBlock, start: int, end: int, place: int, last: int) -> Found | None:
    """Lines of a program in MDX, which imports or exports something; they end at a blank line."""
    if state.src[place : place + 2] not in ("im", "ex"):
        return None
    if _IMPORT.fullmatch(state.src, place, last):
        return Found(start + 1)
    if not _IMPORT_BEGIN.match(state.src, place, last):
        return None
    line = start + 1
    while line < end and not state.isEmpty(line):
        line += 1
    return Found(line)


_READERS: dict[str, Callable[[StateBlock, int, int, int, int], Found | None]] = {
    **dict.fromkeys(":/`~", read_directive),
    "{": _braces,
    "<": _component,
    "[": _alert,
    "*": _abbreviation,
    "\\": _tex,
    "%": _hidden,
    **dict.fromkeys("ie", _module),
}
"""By the first character of a line."""
