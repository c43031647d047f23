"""Nothing is written twice: no two functions say the same in almost the same words.

A function is compared by its tokens, without comments, docstring and layout. Names of its own (itself, parameters,
variables) are numbered in the order in which they come, so that a copy with other names is found; all other names,
strings and numbers stay as they are. Were they masked as well, every two tables of command-line options would agree.
"""

from __future__ import annotations

import ast
import io
import textwrap
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

ROOT = Path(__file__).parent.parent
MIN_LINES = 11
MAX_AGREEMENT = 0.8
BUCKETS = 512
_LAYOUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Function:
    path: Path
    name: str
    lines: range
    tokens: Sequence[str]

    def __str__(self) -> str:
        return f"{self.path}:{self.lines.start} {self.name}"

    def holds(self, other: Function) -> bool:
        return self.path == other.path and other.lines.start in self.lines


def functions_of(path: Path, source: str) -> Iterator[Function]:
    """Yield the functions and methods of at least `MIN_LINES` lines."""
    lines = source.splitlines(keepends=True)
    for node in _iter_functions(ast.parse(source)):
        span = range(node.lineno, (node.end_lineno or node.lineno) + 1)
        if len(span) < MIN_LINES:
            continue
        docstring = node.body[0] if ast.get_docstring(node) is not None else None
        says = range(docstring.lineno, (docstring.end_lineno or 0) + 1) if docstring else range(0)
        text = textwrap.dedent("".join(lines[number - 1] for number in span if number not in says))
        tokens = list(_tokens(text, _own_names(node)))
        yield Function(path, node.name, span, tokens)


def _iter_functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions among the statements below a node; no expression holds one."""
    for below in ast.iter_child_nodes(node):
        if isinstance(below, ast.FunctionDef | ast.AsyncFunctionDef):
            yield below
        if isinstance(below, ast.stmt | ast.excepthandler | ast.match_case):
            yield from _iter_functions(below)


def _own_names(node: ast.AST) -> set[str]:
    names: set[str] = set()
    for below in ast.walk(node):
        match below:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
    return names


def _tokens(text: str, own: set[str]) -> Iterator[str]:
    numbers: dict[str, str] = {}
    before = ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in _LAYOUT:
            continue
        if token.type == tokenize.NAME and token.string in own and before != ".":
            yield numbers.setdefault(token.string, f"${len(numbers)}")
        else:
            yield token.string
        before = token.string


def iter_candidates(functions: Sequence[Function]) -> Iterator[tuple[Function, Function]]:
    """Yield the pairs that may agree: what tokens they share, whatever the order, is a bound from above."""
    sizes = np.array([len(function.tokens) for function in functions])
    counts = np.zeros((len(functions), BUCKETS), np.int32)
    for row, function in zip(counts, functions, strict=True):
        for token in function.tokens:
            row[crc32(token.encode()) % BUCKETS] += 1
    for number, one in enumerate(functions):
        shared = np.minimum(counts[number], counts[number + 1 :]).sum(1)
        bound = 2 * shared / (sizes[number] + sizes[number + 1 :])
        for other in np.flatnonzero(bound >= MAX_AGREEMENT):
            yield one, functions[number + 1 + int(other)]


def agreement(one: Function, other: Function) -> float:
    """Return the share of tokens, 0 to 1, that two functions have in common and in the same order."""
    return SequenceMatcher(None, one.tokens, other.tokens, autojunk=False).ratio()


def duplicates(functions: Sequence[Function]) -> list[str]:
    """Return each pair of functions that agree, but for those of which one stands within the other."""
    return [
        f"{one} and {other} agree by {share:.0%}: make one of them"
        for one, other in iter_candidates(functions)
        if not one.holds(other) and not other.holds(one) and (share := agreement(one, other)) >= MAX_AGREEMENT
    ]


@pytest.mark.parametrize("folder", ["translate", "tests", "benchmarks"])
def test_no_two_functions_say_the_same(folder: str) -> None:
    functions = [
        function
        for path in sorted((ROOT / folder).rglob("*.py"))
        for function in functions_of(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
    ]
    assert functions
    assert duplicates(functions) == []


ORIGINAL = '''
def total(prices, taxes):
    """Return what is to be paid."""
    result = 0.0
    for price, tax in zip(prices, taxes):
        if price < 0:
            raise ValueError("a price below nothing")
        paid = price * (1 + tax)
        if paid > LIMIT:
            paid = LIMIT
        result += paid
    return round(result, 2)
'''


def _agreements(*sources: str) -> list[str]:
    return duplicates([f for n, s in enumerate(sources) for f in functions_of(Path(f"{n}.py"), s)])


def test_a_copy_with_names_comments_and_docstring_of_its_own_is_found() -> None:
    copy = ORIGINAL.replace("total", "sum_of").replace("price", "cost").replace("tax", "duty").replace("paid", "due")
    copy = copy.replace('"""Return what is to be paid."""', '"""Say it."""\n    # And say why.')
    assert _agreements(ORIGINAL, copy) == ["0.py:2 total and 1.py:2 sum_of agree by 98%: make one of them"]


def test_a_copy_with_a_line_more_is_found() -> None:
    assert _agreements(ORIGINAL, ORIGINAL.replace("    return", "    log(result, prices)\n    return"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Of the same shape, and about other things.
        (
            'zip(prices, taxes):\n        if price < 0:\n            raise ValueError("a price below nothing")',
            'read(prices.path):\n        if tax in known.names:\n            yield price.title, (tax, prices, "of")',
        ),
        ("    return round(result, 2)\n", ""),
    ],
    ids=["other", "ten lines"],
)
def test_what_says_something_else_or_is_short_is_no_copy(old: str, new: str) -> None:
    assert old in ORIGINAL
    assert _agreements(ORIGINAL, ORIGINAL.replace(old, new)) == []


def test_a_function_is_no_copy_of_the_one_within_it() -> None:
    outer = "def outer():\n" + textwrap.indent(ORIGINAL, "    ") + "    return total\n"
    assert len(list(functions_of(Path("one.py"), outer))) == 2
    assert _agreements(outer) == []
    assert _agreements(outer, ORIGINAL)
