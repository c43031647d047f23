"""The inline content of a Markdown block comes in, the codes in it go out, with exact places.

markdown-it-py's inline tokens have no places. Its rules are wrapped here, so that each token notes where the rule began
and ended; what a code spans follows from that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from translate.data import CodeKind, InlineCode

_RULES = ("emphasis", "link", "image", "autolink", "html_inline", "backticks", "escape", "entity")
_TYPES = {
    "strong_open": "bold",
    "strong_close": "bold",
    "em_open": "italic",
    "em_close": "italic",
    "link_open": "link",
    "link_close": "link",
    "code_inline": "code",
    "image": "image",
    "text_special": "x-escape",
    "html_inline": "x-html",
}
_HTML = regex.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*?(/?)>", regex.DOTALL)
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "area", "col", "embed", "source", "track"})
_PLACE = "place"
Rule = Callable[[StateInline, bool], bool]


@dataclass(slots=True)
class _Mark:
    """A code that was found: characters [start, end) of the content. Halves of a pair have the same `name`."""

    start: int
    end: int
    kind: CodeKind
    type: str
    name: str = ""
    pair: int | None = None


def place_rules(parser: MarkdownIt) -> MarkdownIt:
    """Make the inline rules of `parser` note places, and return it."""
    parser.disable("text_join")  # it would make plain text of escapes and entities
    rules = dict(zip(parser.get_active_rules()["inline"], parser.inline.ruler.getRules(""), strict=True))
    for name in _RULES:
        parser.inline.ruler.at(name, _placing(name, rules[name]))
    return parser


def find_codes(tokens: Sequence[Token], content: str) -> tuple[InlineCode, ...]:
    """Return the codes of an inline token's content, in order, without overlap.

    :param tokens: its children, made by a parser of :func:`place_rules`.
    """
    marks: list[_Mark] = []
    opened: list[_Mark] = []
    end = 0
    for token in tokens:
        mark = _mark(token, content)
        if mark is None or mark.start < end:
            continue
        end = mark.end
        marks.append(mark)
        if mark.kind is CodeKind.START:
            opened.append(mark)
        elif mark.kind is CodeKind.END and any(other.name == mark.name for other in opened):
            while (other := opened.pop()).name != mark.name:
                pass
            other.pair = mark.pair = other.start
    return tuple(
        InlineCode(m.start, m.end, CodeKind.ISOLATED if m.pair is None else m.kind, m.pair, m.type) for m in marks
    )


def _mark(token: Token, content: str) -> _Mark | None:
    place = token.meta.get(_PLACE)
    if place is None or token.type == "text":
        return None
    start, end = place
    kind = CodeKind.START if token.nesting > 0 else CodeKind.END if token.nesting < 0 else CodeKind.ISOLATED
    if token.type == "strong_open":
        start -= 1
    elif token.type == "strong_close":
        end += 1
    name = _TYPES.get(token.type, "")
    if token.type == "html_inline":
        match = _HTML.fullmatch(content, start, end)
        if match and not match[3] and match[2].lower() not in _VOID:
            kind = CodeKind.END if match[1] else CodeKind.START
            name = f"<{match[2].lower()}"
    if token.info == "auto":
        kind = CodeKind.ISOLATED
    return _Mark(start, end, kind, _TYPES.get(token.type, ""), name)


def _placing(name: str, rule: Rule) -> Rule:
    """Wrap an inline rule: its tokens note which characters of the content they are."""

    def placing(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            made = state.tokens[count:]
            if name == "emphasis":
                for offset, token in enumerate(made[start - state.pos :]):
                    token.meta[_PLACE] = (start + offset, start + offset + 1)
            elif name == "link":
                label_end = state.md.helpers.parseLinkLabel(state, start, True)
                opening = next(token for token in made if token.type == "link_open" and _PLACE not in token.meta)
                opening.meta[_PLACE] = (start, start + 1)
                made[-1].meta[_PLACE] = (label_end, state.pos)
            elif name == "autolink":
                opening = next(token for token in made if token.type == "link_open")
                opening.meta[_PLACE] = (start, state.pos)
                opening.info = "auto"
            else:
                for token in made:
                    if token.type != "text":
                        token.meta[_PLACE] = (start, state.pos)
        return done

    return placing
