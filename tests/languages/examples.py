"""A file of examples comes in, examples go out: what a rule file of a language says rightly and wrongly.

`languages/fr/numerals.py` has its examples beside it in `languages/fr/numerals.examples.tsv`. A line is `right` or
`wrong`, a tab, and fields parted by tabs; what the fields mean is said by the comment that the file begins with, and by
the judge of that name in `judges.py`. A judge must agree with every right line and with no wrong one. Lines that begin
with `#` are comments. `~` is a no-break space, `¬` a narrow one, and an empty field is written `-`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import translate.languages

FOLDER = Path(translate.languages.__file__).parent
SUFFIX = ".examples.tsv"
SEGMENTATION = "segmentation.srx"
"""Its examples are text with marks, and are read by `tests/segmentation/cases.py`."""
_SIGNS = {"~": "\u00a0", "¬": "\u202f"}


@dataclass(frozen=True, slots=True)
class Example:
    line: int
    is_right: bool
    fields: tuple[str, ...]


def parse_examples(source: str) -> list[Example]:
    """Parse the examples of a file.

    :raises ValueError: where a line is no example or comes twice, lines differ in their number of fields, or there is
        not one right and one wrong example.
    """
    examples: list[Example] = []
    for number, line in enumerate(source.splitlines(), 1):
        if not line.startswith("#"):
            examples.append(_parse_example(number, line))
    if len({len(example.fields) for example in examples}) > 1:
        raise ValueError("examples differ in their number of fields")
    if len({(example.is_right, example.fields) for example in examples}) < len(examples):
        raise ValueError("an example comes twice")
    if {example.is_right for example in examples} != {True, False}:
        raise ValueError("there is not one right and one wrong example")
    return examples


def _parse_example(number: int, line: str) -> Example:
    verdict, *fields = line.split("\t")
    if verdict not in ("right", "wrong") or not fields or not all(field.strip() for field in fields):
        raise ValueError(f"line {number}: an example is 'right' or 'wrong', a tab and fields, not {line!r}")
    read = ["" if field == "-" else field for field in fields]
    for sign, character in _SIGNS.items():
        read = [field.replace(sign, character) for field in read]
    return Example(number, verdict == "right", tuple(read))


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a language, each a module or a data file.

    `__init__` only puts them together, and `interface.json` has the words of the review page, which are no rules.
    """
    paths = (path for path in folder.iterdir() if path.is_file() and ".examples." not in path.name)
    others = ("__init__.py", "interface.json")
    return sorted(path for path in paths if path.name not in others and path.suffix != ".pyc")
