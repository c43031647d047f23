"""Notebooks: the Markdown of cells is translated, all other bytes stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.documents.markup.markups import read, shown, written
from translate.errors import DocumentError


def notebook(*cells: tuple[str, str | list[str]], **options: object) -> str:
    """Return a notebook with cells of a type and a source."""
    made = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, **options)  # type: ignore[arg-type]


def test_texts_are_those_of_cells_of_markdown(tmp_path: Path) -> None:
    text = notebook(("markdown", ["# Un titre\n", "\n", "Un *mot*\n", "ici."]), ("code", "# rien"), ("raw", "rien"))
    document = read(tmp_path / "a.ipynb", "notebook", text)
    assert shown(document) == ["Un titre", "Un <mot> ici."]
    assert {block.part for block in document.blocks} == {"cell 1"}


def test_lines_that_stay_are_spelt_as_they_were(tmp_path: Path) -> None:
    text = notebook(("markdown", ["Un mot.\n", "\n", "L\u2019été.\n"]), ("code", "x = 'été'"), indent=1)
    document = read(tmp_path / "a.ipynb", "notebook", text)
    made = written(document, tmp_path / "b.ipynb", {"Un mot.": "A “word”."}).decode()
    assert made == text.replace("Un mot.", "A \\u201cword\\u201d.")


def test_a_text_with_fewer_lines_is_a_shorter_list(tmp_path: Path) -> None:
    text = notebook(("markdown", ["Un mot\n", "qui suit."]), indent=1)
    document = read(tmp_path / "a.ipynb", "notebook", text)
    made = json.loads(written(document, tmp_path / "b.ipynb", {"Un mot qui suit.": "Word."}))
    assert made["cells"][0]["source"] == ["Word."]


def test_notebooks_of_old_have_their_cells_in_worksheets(tmp_path: Path) -> None:
    cells = [{"cell_type": "heading", "level": 1, "source": "Un titre"}, {"cell_type": "code", "input": "x"}]
    text = json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3})
    document = read(tmp_path / "a.ipynb", "notebook", text)
    assert shown(document) == ["Un titre"]
    assert (
        json.loads(written(document, tmp_path / "b.ipynb", {"Un titre": "A title"}))["worksheets"][0]["cells"][0][
            "source"
        ]
        == "A title"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"cells": [', "not valid JSON"),
        ("[]", "expected a Jupyter notebook"),
        ('{"a": 1}', "expected a Jupyter notebook"),
        (b'{"cells": "\xff"}', "not valid UTF-8 at byte 11"),
    ],
)
def test_what_is_no_notebook_is_refused(text: str | bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=message):
        list(read(tmp_path / "a.ipynb", "notebook", text).blocks)
