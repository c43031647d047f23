"""The inline content of a Markdown block comes in, the codes in it go out, with exact places.

markdown-it-py's inline tokens have no places. Its rules are wrapped here, so that each token notes where the rule began
and ended; what a code spans follows from that. Escapes and character references are found as codes too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

import regex
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from translate.data import LINE_BREAK, CodeKind, InlineCode
from translate.documents.markdown.as_read import ESCAPE, IMAGE_BY_WORDS
from translate.documents.markdown.attributes import attributes_end
from translate.documents.markdown.doubled import doubled_plugin
from translate.documents.markdown.inline_rules import PLACE, inline_rules_plugin
from translate.documents.markdown.template_tags import PARTS, template_tags_plugin
from translate.documents.note_signs import is_note
from translate.records import dataclass

_DELIMITED = ("emphasis", "strikethrough", "mark", "insert", "underline")
_RULES = (
    *_DELIMITED,
    *("link", "image", "autolink", "html_inline", "backticks", "escape", "entity"),
    *("sub", "sup", "math_inline", "footnote_ref"),
)
_TYPES = {
    "strong_open": "bold",
    "strong_close": "bold",
    "em_open": "italic",
    "em_close": "italic",
    "s_open": "x-deleted",
    "s_close": "x-deleted",
    "mark_open": "x-mark",
    "mark_close": "x-mark",
    "insert_open": "x-inserted",
    "insert_close": "x-inserted",
    "underline_open": "underlined",
    "underline_close": "underlined",
    "note_open": "x-note",
    "note_close": "x-note",
    "comment": "x-comment",
    "change": "x-change",
    "citation": "x-note",
    "attributes": "x-attributes",
    "reference": "code",
    "span_open": "x-span",
    "span_close": "x-span",
    "template_tag": "x-template",
    "template_code": "code",
    "sub_open": "subscript",
    "sub_close": "subscript",
    "sup_open": "superscript",
    "sup_close": "superscript",
    "link_open": "link",
    "link_close": "link",
    "code_inline": "code",
    "math_inline": "x-formula",
    "footnote_ref": "x-note",
    "image": "image",
    "text_special": ESCAPE,
    "html_inline": "x-html",
}
_HTML = regex.compile(r"<(/?)([A-Za-z][\w-]*)[^>]*?(/?)>", regex.DOTALL)
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "area", "col", "embed", "source", "track"})
_VOID_TYPES = {"br": LINE_BREAK, "img": "image"}
_HTML_TYPES = {
    **{"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sub": "subscript", "sup": "superscript"},
    **{"s": "x-deleted", "del": "x-deleted", "strike": "x-deleted", "ins": "x-inserted", "mark": "x-mark"},
    **{"u": "underlined", "abbr": "x-abbreviation"},
}
_HTML_CODE = frozenset({"code", "kbd", "samp", "var"})
"""Elements that hold what nobody translates; each is one code, with what is in it."""
_UNTRANSLATED = regex.compile(r"""<[^>]*\s(?:translate\s*=\s*["']?no\b|class\s*=\s*["']?[^"'>]*\bnotranslate\b)""")
"""A tag that says that nobody translates what its element holds."""
_KEY = r"(?:ctrl|control|alt|shift|cmd|command|meta|super|win|option|fn|tab|enter|esc|escape|del|delete|ins|f\d{1,2})"
_CRITICAL = frozenset({"mark_open", "mark_close", "insert_open", "insert_close"})
"""What CriticMarkup puts braces around: `{++Ajout++}`."""
_KEYS = regex.compile(rf"{_KEY}|[a-z\d-]+(?:\+[a-z\d-]+)+", regex.ASCII | regex.IGNORECASE)
_JOINER = regex.compile(r"[ \u00a0]?[+/-][ \u00a0]?")
"""What joins keys and pieces of code into one: `` `Ctrl`+`S` ``."""
_LONE_BACKTICK = regex.compile(r"(?<!`)`(?!`)")
_ROLE = regex.compile(r"\{[a-zA-Z][\w:.+-]*\}\Z")
"""What says what a code is, before it: `` {ref}`le guide <guide>` `` (MyST)."""
_ROLE_TARGET = regex.compile(r"\{[a-zA-Z][\w:.+-]*\}`(?P<words>[^`<>]*[^`<>\s])\s*<[^`<>]+>`")
_CLOSED = regex.compile(r"(?:</[A-Za-z]\w*>|[*_~=]+)+\Z")
"""The ends of what is marked, before a note."""
_REACH = 40
"""Characters in which they are looked for."""
_TAGGED = regex.compile(r"<[^<>]*>|\[|\]\([^()]*\)")
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
    """Add what tools write beyond CommonMark to the inline rules of `parser`, make all note places, and return it."""
    parser.enable("strikethrough").use(sub_plugin).use(superscript_plugin)
    parser.use(doubled_plugin, marker="=", name="mark").use(doubled_plugin, marker="+", name="insert")
    parser.use(doubled_plugin, marker="^", name="underline").use(inline_rules_plugin)
    parser.use(template_tags_plugin)
    if "math_inline" not in parser.get_active_rules()["inline"]:
        parser.use(dollarmath_plugin, allow_space=False, allow_digits=False)
    parser.disable("text_join")  # it would make plain text of escapes and entities
    rules = dict(zip(parser.get_active_rules()["inline"], parser.inline.ruler.getRules(""), strict=True))
    for name in _RULES:
        if name in rules:
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
        if mark.type == "code" and (role := _ROLE.search(content, max(mark.start - _REACH, end), mark.start)):
            mark.start = role.start()
        marks += _lone_backticks(content, end, mark.start)
        mark.end = end = _behind_attributes(content, mark)
        if target := _ROLE_TARGET.fullmatch(content, mark.start, mark.end) if mark.type == "code" else None:
            first, last = target.span("words")
            marks.append(_Mark(mark.start, first, CodeKind.START, "link", pair=mark.start))
            marks.append(_Mark(last, mark.end, CodeKind.END, "link", pair=mark.start))
            continue
        marks.append(mark)
        if mark.kind is CodeKind.START:
            opened.append(mark)
        elif mark.kind is CodeKind.END and any(other.name == mark.name for other in opened):
            while (other := opened.pop()).name != mark.name:
                pass
            other.pair = mark.pair = other.start
    marks += _lone_backticks(content, end, len(content))
    return tuple(
        InlineCode(m.start, m.end, CodeKind.ISOLATED if m.pair is None else m.kind, m.pair, m.type)
        for m in _joined(_whole(marks, content), content)
    )


def _lone_backticks(content: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield the backticks of [start, end) that enclose nothing: halves of code that a bar of a table parts."""
    for match in _LONE_BACKTICK.finditer(content, start, end) if "`" in content else ():
        yield _Mark(*match.span(), CodeKind.ISOLATED, "code")


def _whole(marks: Sequence[_Mark], content: str) -> Iterator[_Mark]:
    """Yield one mark for each element of code, combination of keys, note and image with its link, the others as they
    are."""
    last: dict[int | None, _Mark] = {m.pair: m for m in marks if m.kind is CodeKind.END and m.pair is not None}
    end = 0
    for number, mark in enumerate(marks):
        if mark.start < end:
            continue
        close = last.get(mark.pair) if mark.kind is CodeKind.START else None
        if close and mark.type == "superscript" and _is_note(content, mark, close):
            mark = _Mark(mark.start, close.end, CodeKind.ISOLATED, "x-note")  # noqa: PLW2901
            close = None
        if close and mark.type == "link" and _is_whole_image(marks[number + 1], content, mark.end, close.start):
            mark = _Mark(mark.start, close.end, CodeKind.ISOLATED, "image")  # noqa: PLW2901
            close = None
        is_note = mark.name == "x-note"
        is_kept = mark.name.startswith("<") and _UNTRANSLATED.match(content, mark.start, mark.end)
        if close and (is_note or is_kept):
            mark = _Mark(mark.start, close.end, CodeKind.ISOLATED, "x-note" if is_note else "code")  # noqa: PLW2901
            close = None
        is_code = mark.name.removeprefix("<") in _HTML_CODE and mark.name.startswith("<")
        if close and (is_code or (mark.type == "x-inserted" and _KEYS.fullmatch(content, mark.end, close.start))):
            mark = _Mark(mark.start, close.end, CodeKind.ISOLATED, "code")  # noqa: PLW2901
        end = mark.end
        yield mark


def _is_whole_image(inner: _Mark, content: str, start: int, end: int) -> bool:
    """Tell whether [start, end) of the content is an image, whose address is not found by its own words."""
    is_all = inner.type == "image" and (inner.start, inner.end) == (start, end)
    return is_all and IMAGE_BY_WORDS.fullmatch(content, start, end) is None


def _is_note(content: str, opening: _Mark, closing: _Mark) -> bool:
    """Tell whether a raised text refers to a note: behind a mark or a word that is no unit."""
    before = content[max(opening.start - _REACH, 0) : opening.start]
    return is_note(_TAGGED.sub("", content[opening.end : closing.start]), _CLOSED.sub("", before))


def _joined(marks: Iterator[_Mark], content: str) -> list[_Mark]:
    """Make one code of pieces of code that a sign joins."""
    joined: list[_Mark] = []
    for mark in marks:
        before = joined[-1] if joined else None
        if before and mark.type == before.type == "code" and _JOINER.fullmatch(content, before.end, mark.start):
            before.end = mark.end
        else:
            joined.append(mark)
    return joined


def _mark(token: Token, content: str) -> _Mark | None:
    place = token.meta.get(PLACE)
    if place is None or token.type == "text":
        return None
    start, end = place
    if token.type == "text_special" and token.info == "escape" and token.content == token.markup:
        return None  # a backslash before a letter is itself
    kind = CodeKind.START if token.nesting > 0 else CodeKind.END if token.nesting < 0 else CodeKind.ISOLATED
    if token.type == "strong_open":
        start -= 1
    elif token.type == "strong_close":
        end += 1
    elif token.type in _CRITICAL and content.startswith("{", start - 1) and start:
        start -= 1
    if token.type in _CRITICAL and content.startswith("}", end):
        end += 1
    name = meaning = _TYPES.get(token.type, "")
    if token.type == "html_inline":
        match = _HTML.fullmatch(content, start, end)
        if match:
            tag = match[2].lower()
            meaning = _VOID_TYPES.get(tag) or _HTML_TYPES.get(tag, meaning)
            if not match[3] and tag not in _VOID:
                kind = CodeKind.END if match[1] else CodeKind.START
                name = f"<{tag}"
    if token.type == "template_tag":
        meaning = LINE_BREAK if token.info in PARTS else meaning
        name = f"{{{token.info}"
    if token.info == "auto":
        kind = CodeKind.ISOLATED
    return _Mark(start, end, kind, meaning, name)


def _behind_attributes(content: str, mark: _Mark) -> int:
    """Return the end of a code with the attributes that stand directly behind it: `[text](address){.class}`."""
    if mark.kind is CodeKind.START or mark.type == ESCAPE or not content.startswith("{", mark.end):
        return mark.end
    return attributes_end(content, mark.end)


def _placing(name: str, rule: Rule) -> Rule:
    """Wrap an inline rule: its tokens note which characters of the content they are."""

    def placing(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            made = state.tokens[count:]
            if name in _DELIMITED:
                made = made[sum(len(token.content) for token in made) > state.pos - start :]  # text before
                ends = accumulate((len(token.content) for token in made), initial=start)
                for token, place in zip(made, ends, strict=False):
                    token.meta[PLACE] = (place, place + len(token.content))
            elif name == "link":
                label_end = state.md.helpers.parseLinkLabel(state, start, True)
                opening = next(token for token in made if token.type == "link_open" and PLACE not in token.meta)
                opening.meta[PLACE] = (start, start + 1)
                made[-1].meta[PLACE] = (label_end, state.pos)
            elif name in ("sub", "sup"):
                next(token for token in made if token.nesting > 0).meta[PLACE] = (start, start + 1)
                made[-1].meta[PLACE] = (state.pos - 1, state.pos)
            elif name == "autolink":
                opening = next(token for token in made if token.type == "link_open")
                opening.meta[PLACE] = (start, state.pos)
                opening.info = "auto"
            else:
                for token in made:
                    if token.type != "text":
                        token.meta[PLACE] = (start, state.pos)
        return done

    return placing
