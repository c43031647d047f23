"""A file of cases comes in, cases go out; the file itself says how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from tests.languages.examples import FOLDER

_SIGNS = {"~": "\u00a0", "¬": "\u202f", "\\n": "\n", "\\t": "\t"}


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    segments: tuple[str, ...]


def parse_cases(source: str) -> list[Case]:
    """Parse the cases of a file.

    :raises ValueError: where a block is not a case, a name comes twice, or there is no case.
    """
    blocks = [block for block in source.strip("\n").split("\n\n") if not block.startswith("## ")]
    cases = [_parse_case(block) for block in blocks if block]
    names = [case.name for case in cases]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"two cases are called '{min(twice)}'")
    if not cases:
        raise ValueError("there is no case")
    return cases


def load_cases(language: str) -> list[Case]:
    return parse_cases((FOLDER / language / "segmentation.examples.txt").read_text(encoding="utf-8"))


def _parse_case(block: str) -> Case:
    lines = block.split("\n")
    if len(lines) != 2 or not lines[0].startswith("# ") or lines[1].startswith("#"):
        raise ValueError(f"a case is a line '# name' and a line of text, not {block!r}")
    marked = lines[1]
    for sign, character in _SIGNS.items():
        marked = marked.replace(sign, character)
    segments = tuple(piece.strip() for piece in marked.split("| "))
    if not all(segments) or any("|" in segment for segment in segments):
        raise ValueError(f"an empty segment, or a '|' without a space after it: {marked!r}")
    return Case(lines[0][2:], marked.replace("| ", ""), segments)
