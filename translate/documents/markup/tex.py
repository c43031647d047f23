"""LaTeX: paragraphs, headings, items, captions, notes and cells come out of a file; formulas, code, comments stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from translate.data import LINE_BREAK, SOFT_HYPHEN
from translate.documents.markup import tex_commands as commands
from translate.documents.markup.reader import MarkupReader
from translate.documents.markup.source import FORMULA, NOTE, TAG, WORD, Source
from translate.documents.markup.tex_signs import SIGN, Signs, declared_encoding, read_sign
from translate.documents.spliced import Item, Kind, SplicedBlock
from translate.documents.strings.values import is_prose
from translate.records import dataclass

_TOKEN = re.compile(
    r"(?P<blank>[ \t]*(?:\r\n|\n|\r)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)+)"
    r"|(?P<comment>%[^\r\n]*(?:(?:\r\n|\n|\r)[ \t]*)?)"
    r"|(?P<verb>\\(?:verb|lstinline)\*?(?P<delimiter>[^A-Za-z\s*{])[^\r\n]*?(?P=delimiter)"
    r"|\\(?:lstinline|mintinline)(?:\[[^\]]*\])?(?:\{[^{}]*\}){1,2})"
    r"|(?P<formula>\$\$(?:\\.|[^$\\]){0,2000}\$\$|\$(?:\\.|[^$\\]){1,2000}\$"
    r"|\\\((?:[^\\]|\\(?!\)).){0,2000}?\\\)|\\\[(?:[^\\]|\\(?!\]).){0,2000}?\\\])"
    r"|(?P<break>\\\\\*?[ \t]*(?:\[[^\]\r\n]*\])?)"
    rf"|(?P<sign>{SIGN})"
    r"|(?P<shy>\\-)"
    r"|\\(?P<edge>begin|end)[ \t]*\{(?P<environment>[^{}]*)\}"
    r"|\\(?P<command>[A-Za-z@]+\*?|[\xc0-\xff][\x80-\xbf]*|.)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<cell>&)"
    r"|(?P<text>(?:[^\\{}$%&~\r\n`'<>, \t-]|[ \t]+(?![ \t\r\n]))+|[ \t]*(?:\r\n|\n|\r)[ \t]*|[ \t]+|[`'<>,$-])",
    re.ASCII | re.DOTALL,
)
_OPTIONAL = re.compile(r"\s*\[((?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\]", re.ASCII)
_OPTIONAL_HERE = re.compile(r"\[((?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\]")
_BRACE = re.compile(r"[ \t]*(?:\r?\n[ \t]*)?\{")
_GROUPING = re.compile(r"\\verb\*?(?P<d>[^A-Za-z\s*{])[^\r\n]*?(?P=d)|\\.|%[^\n]*|[{}]", re.ASCII | re.DOTALL)
_BODY = re.compile(r"\\begin\s*\{document\}", re.ASCII)
_TITLES = re.compile(r"(?<!%)\\(?P<command>title|subtitle|date)\s*(?=[\[{])", re.ASCII)
_BABEL = re.compile(r"\\usepackage\s*\[[^\]]*\]\s*\{babel\}|\\setmainlanguage|\\setdefaultlanguage", re.ASCII)
_TYPES = {
    "textbf": "bold", "bf": "bold", "bfseries": "bold", "emph": "italic", "textit": "italic", "it": "italic",
    "em": "italic", "itshape": "italic", "underline": "underlined", "href": "link", "hyperref": "link",
    "textsuperscript": "superscript", "textsubscript": "subscript",
}  # fmt: skip
_SWITCH = re.compile(
    r"(?:\\(?:" + "|".join(sorted(commands.SWITCHES, key=len, reverse=True)) + r")(?![A-Za-z@])\s*)+", re.ASCII
)
_MAX_DEPTH = 60
_LONGEST_ARGUMENT = 400


@dataclass(slots=True)
class _File:
    """A file that is read."""

    source: Source
    signs: Signs
    ends: Mapping[int, int]
    """Where each group that begins at a byte ends, behind its brace."""
    _run: list[Item] = field(default_factory=list)
    _made: list[SplicedBlock] = field(default_factory=list)
    _closers: dict[int, str] = field(default_factory=dict)
    """Types of the pairs that end at a byte."""
    _tables: int = 0
    _depth: int = 0

    def blocks(self) -> Iterator[SplicedBlock]:
        view = self.source.view
        body = _BODY.search(view)
        end = view.find("\\end{document}")
        if body:
            for match in _TITLES.finditer(view, 0, body.start()):
                self._own(match.start(), match.end(), match["command"], commands.OWN[match["command"]])
                yield from self._taken()
        if _BABEL.search(view, 0, body.start() if body else 0):
            self.source.left_out.remark("the language that it gives to babel or polyglossia is kept; change it by hand")
        for _ in self._scan(body.end() if body else 0, end if end >= 0 else len(view)):
            yield from self._taken()
        self._flush()
        yield from self._taken()

    def _taken(self) -> list[SplicedBlock]:
        made, self._made = self._made, []
        return made

    def _scan(self, start: int, end: int) -> Iterator[int]:
        """Read bytes [start, end); yields after each token."""
        position = start
        while position < end:
            match = _TOKEN.match(self.source.view, position, end)
            if match is None:
                position += 1
                continue
            position = max(self._token(match), match.end())
            yield position

    def _token(self, match: re.Match[str]) -> int:
        """Read a token, and return where the next one begins."""
        start, end = match.span()
        match match.lastgroup:
            case "blank":
                self._flush()
            case "comment":
                self._mark(start, end, "x-comment")
            case "verb" | "delimiter":
                self._run.append(self.source.word(start, end, WORD))
            case "formula":
                self._run.append(self.source.word(start, end, FORMULA))
            case "break" | "cell":
                self._break(start, end, is_cell=match["cell"] is not None)
            case "shy":
                self._mark(start, end, SOFT_HYPHEN)
            case "environment":
                return self._environment(match)
            case "command":
                return self._command(start, end, match["command"])
            case "open":
                return self._group(start)
            case "close":
                self._close(start)
            case "text":
                self._run += self.source.plain(start, end)
            case _:
                self._run.append(Item(Kind.TEXT, start, end, read_sign(match[0])))
        return end

    def _mark(self, start: int, end: int, code_type: str = TAG) -> None:
        self._run.append(Item(Kind.MARK, start, end, type=code_type))

    def _break(self, start: int, end: int, *, is_cell: bool) -> None:
        if is_cell or self._tables:
            self._flush()
        else:
            self._mark(start, end, LINE_BREAK)

    def _flush(self, context: str = "") -> None:
        run, self._run = self._run, []
        if run:
            self._made += self.source.blocks(run, self.signs.write, context=context)

    def _close(self, start: int) -> None:
        code_type = self._closers.pop(start, None)
        if code_type is None:
            self._mark(start, start + 1)
        else:
            self._run.append(Item(Kind.CLOSE, start, start + 1, type=code_type))

    def _group(self, start: int) -> int:
        """Read the beginning of a group, with the switches that it begins with."""
        switches = _SWITCH.match(self.source.view, start + 1)
        end = switches.end() if switches else start + 1
        name = switches[0].strip(" \\\t\r\n").rpartition("\\")[2] if switches else ""
        self._open(start, end, start, _TYPES.get(name, TAG))
        return end

    def _open(self, start: int, end: int, brace: int, code_type: str) -> None:
        if brace in self.ends:
            self._closers[self.ends[brace] - 1] = code_type
            self._run.append(Item(Kind.OPEN, start, end, type=code_type))
        else:
            self._mark(start, end)

    def _environment(self, match: re.Match[str]) -> int:
        name, view = match["environment"], self.source.view
        if match["edge"] == "end":
            self._flush()
            self._tables = max(0, self._tables - (name in commands.TABLES))
            return match.end()
        if name in commands.UNTRANSLATED or name in commands.FORMULAS:
            closing = f"\\end{{{name}}}"
            place = view.find(closing, match.end())
            end = place + len(closing) if place >= 0 else len(view)
            if name in commands.FORMULAS:
                self._run.append(self.source.word(match.start(), end, FORMULA))
            else:
                self._flush()
            return end
        self._flush()
        self._tables += name in commands.TABLES
        return self._own(match.start(), match.end(), name, commands.ENVIRONMENTS.get(name, ""))

    def _command(self, start: int, end: int, name: str) -> int:
        bare = name.rstrip("*")
        if name in commands.SWITCHES:
            if name in commands.BREAKS:
                self._flush()
            self._mark(start, end)
        elif bare in commands.INLINE:
            end = self._inline(start, end, bare, commands.INLINE[bare])
        elif bare in commands.OWN:
            self._flush()
            end = self._own(start, end, bare, commands.OWN[bare])
        elif bare in commands.NOTES:
            end = self._note(start, end, bare)
        elif bare in commands.WORDS:
            end = self._arguments(end, commands.WORDS[bare].count("k"))
            self._run.append(self.source.word(start, end, WORD))
        elif bare in commands.KEPT:
            end = self._arguments(end, commands.KEPT[bare].count("k"))
            self._mark(start, end)
        else:
            end = self._unknown(start, end)
        return end

    def _unknown(self, start: int, end: int) -> int:
        """Read a command of the user: one argument that reads as a text is one, others are kept."""
        view = self.source.view
        brace = _BRACE.match(view, end) if view.startswith("{", end) else None
        if brace and brace.end() - 1 in self.ends:
            last = self.ends[brace.end() - 1]
            inner = self.source.text(brace.end(), min(last - 1, brace.end() + _LONGEST_ARGUMENT))
            if not view.startswith("{", last) and is_prose(inner):
                return self._inline(start, end, "", "t")
        end = self._arguments(end, 9, is_direct=True)
        self._run.append(self.source.word(start, end, WORD))
        return end

    def _arguments(self, end: int, count: int, *, is_direct: bool = False) -> int:
        """Return where the arguments behind a command end."""
        view = self.source.view
        optional = (_OPTIONAL_HERE if is_direct else _OPTIONAL).match(view, end)
        while optional:
            end = optional.end()
            optional = _OPTIONAL_HERE.match(view, end)
        for _ in range(count):
            brace = _BRACE.match(view, end) if not is_direct or view.startswith("{", end) else None
            if brace is None or brace.end() - 1 not in self.ends:
                break
            end = self.ends[brace.end() - 1]
        return end

    def _inline(self, start: int, end: int, name: str, shape: str) -> int:
        """Read the beginning of a command around words, up to them."""
        end = self._arguments(end, shape.count("k"))
        brace = _BRACE.match(self.source.view, end)
        if brace is None:
            self._mark(start, end)
            return end
        self._open(start, brace.end(), brace.end() - 1, _TYPES.get(name, TAG))
        return brace.end()

    def _note(self, start: int, end: int, name: str) -> int:
        run, self._run = self._run, []
        end = self._own(start, end, name, commands.NOTES[name], context="note")
        self._run = run
        self._mark(start, end, NOTE)
        return end

    def _own(self, start: int, end: int, name: str, shape: str, context: str = "") -> int:
        """Read the arguments of a command or environment, those that are texts as such; return where they end."""
        view = self.source.view
        context = context or (name if name in ("title", "caption", "subtitle") else "")
        if not shape.startswith(("O", "o")):
            shape = f"o{shape}"
        for one in shape:
            if one in "oO":
                optional = _OPTIONAL_HERE.match(view, end)
                if optional and one == "O":
                    self._inner(*optional.span(1), context)
                end = optional.end() if optional else end
                continue
            brace = _BRACE.match(view, end)
            if brace is None or brace.end() - 1 not in self.ends:
                return end
            end = self.ends[brace.end() - 1]
            if one == "T":
                self._inner(brace.end(), end - 1, context)
        return end if len(shape) > 1 or name == "item" else self._arguments(end, 9, is_direct=True)

    def _inner(self, start: int, end: int, context: str) -> None:
        """Read a text of its own."""
        if self._depth >= _MAX_DEPTH:
            return
        self._depth += 1
        for _ in self._scan(start, end):
            pass
        self._flush(context)
        self._depth -= 1


def _ends_of_groups(view: str) -> Mapping[int, int]:
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _GROUPING.finditer(view):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            ends[opened.pop()] = match.end()
    return ends


def find_texts(source: Source) -> Iterator[SplicedBlock]:
    """Yield the texts of a LaTeX file, of a whole document or of a part of one."""
    signs = Signs.of(source.text(0, len(source.data)), source.encoding)
    yield from _File(source, signs, _ends_of_groups(source.view)).blocks()


READER = MarkupReader("latex", find_texts, declared=declared_encoding)
