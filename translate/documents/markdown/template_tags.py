"""An inline rule for markdown-it: tags of templates within a text, which enclose words or part them.

`{% if a %}un{% else %}deux{% endif %}` (Liquid, Jinja) and `{{< note >}}un{{< /note >}}` (Hugo). A tag that stands for
a word, `{% data name %}`, is left to what protects placeholders.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from translate.documents.markdown.inline_rules import PLACE

PARTS = frozenset("else elsif elif elseif elsifversion when".split())
"""Names of tags between texts of which a reader sees one."""
_TAG = regex.compile(
    r"\{%-?\s*+(?P<liquid>[A-Za-z]\w*+)[^%{}\n]*+%\}|\{\{(?P<sign>[<%])\s*+(?P<end>/?)\s*+(?P<hugo>[A-Za-z][\w/-]*+)[^{}\n]*?[%>]\}\}"
)
_VERBATIM = frozenset("raw verbatim comment highlight".split())
_MOST_TAGS = 200
"""Of one text; nobody writes more of them in a paragraph."""


def template_tags_plugin(parser: MarkdownIt) -> None:
    """Add the rule of this module to a parser."""
    parser.inline.ruler.before("escape", "template_tag", template_tag)


@lru_cache(maxsize=4)
def _has_many(text: str) -> bool:
    """Tell it once a text, and not at each of its tags, of which each looks for its end."""
    return text.count("{%") + text.count("{{") > _MOST_TAGS


def template_tag(state: StateInline, silent: bool) -> bool:
    """A rule: a tag that has another half, or parts the text of two; its token has its name, and how it is nested."""
    start = state.pos
    if state.src[start] != "{" or state.src[start + 1 : start + 2] not in ("%", "{"):
        return False
    match = _TAG.match(state.src, start, state.posMax)
    if match is None or _has_many(state.src):
        return False
    name, nesting = _nesting(state.src, match)
    if nesting is None:
        return False
    end = match.end()
    if nesting > 0 and name in _VERBATIM:
        closing = regex.search(rf"\{{%-?\s*+end{name}\b[^%{{}}\n]*+%\}}", state.src, pos=end, endpos=state.posMax)
        if closing is None:
            return False
        end, name = closing.end(), ""
    if not silent:
        token = state.push("template_tag" if name else "template_code", "", 0)
        token.nesting = nesting if name else 0  # not told to the parser, whose emphasis may reach over tags
        token.meta[PLACE] = (start, end)
        token.info = name
    state.pos = end
    return True


def _nesting(source: str, match: regex.Match[str]) -> tuple[str, Literal[-1, 0, 1] | None]:
    """Return the name of a tag and whether it opens (1), closes (-1) or parts (0); None where it does nothing such."""
    if name := match["hugo"]:
        if match["end"]:
            return name, -1
        has_end = regex.search(rf"\{{\{{[<%]\s*/\s*{regex.escape(name)}\s", source, pos=match.end())
        return name, 1 if has_end else None
    name = match["liquid"]
    if name in PARTS:
        return name, 0
    if name.startswith("end"):
        return name.removeprefix("end"), -1
    return name, 1 if regex.search(rf"\{{%-?\s*end{name}\b", source, pos=match.end()) else None
