"""Of an archive, the documents are translated and all else stays; what is wrong refuses it whole."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import run_in
from tests.documents.pdfs import lines, write_pdf
from translate.config import DocumentConfig
from translate.data import Document
from translate.documents.archives.archive import READER
from translate.engines.rotate import turn
from translate.errors import DocumentError

__all__ = ["run_in"]

Run = Callable[..., Any]
TEXT = "Le phare est éteint depuis hier."


def write_zip(path: Path, members: Mapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def read(path: Path, **settings: Any) -> Document:
    document = READER.read(path, name=path.name, language="fr", config=DocumentConfig(**settings))
    list(document.blocks)
    return document


def translate(run: Run, folder: Path, *options: str) -> Any:
    return run(folder, "translate", "a.zip", "--engine", "rotate", "--out", "out", *options)


def test_documents_are_translated_under_their_names_and_the_rest_is_kept(tmp_path: Path, run_in: Run) -> None:
    members = {"été/a.txt": TEXT, "b.md": f"# {TEXT}\n", "c.png": b"\x89PNG", "d.zip": b"PK", ".e.txt": TEXT}
    write_zip(tmp_path / "a.zip", members)
    ran = translate(run_in, tmp_path)
    made = contents(tmp_path / "out/a.en.zip")
    assert list(made) == list(members)
    assert (made["été/a.txt"].decode(), made["b.md"].decode()) == (turn(TEXT), f"# {turn(TEXT)}\n")
    assert (made["c.png"], made["d.zip"], made[".e.txt"].decode()) == (b"\x89PNG", b"PK", TEXT)
    assert "a.zip: 1 archive within the archive kept as it is" in ran.output
    assert "a.zip: 1 file of other kinds kept as it is" in ran.output


def test_a_block_says_which_document_it_is_of(tmp_path: Path) -> None:
    word = (Path(__file__).parents[1] / "files/selle.docx").read_bytes()
    document = read(write_zip(tmp_path / "a.zip", {"x/a.txt": TEXT, "b.docx": word}), verify_language=False)
    assert {block.part for block in document.blocks} >= {"x/a.txt", "b.docx: word/document.xml"}


def test_a_pdf_in_an_archive_gives_its_place_to_the_page_that_it_becomes(tmp_path: Path, run_in: Run) -> None:
    pytest.importorskip("pypdfium2", reason="no pypdfium2: pip install 'bitexte[pdf]'")
    pdf = write_pdf(tmp_path / "x.pdf", lines(72, 700, TEXT)).read_bytes()
    write_zip(tmp_path / "a.zip", {"été.pdf": pdf, "b.pdf": pdf, "b.html": f"<p>{TEXT}", "z.txt": TEXT})
    assert translate(run_in, tmp_path).code == 0
    made = contents(tmp_path / "out/a.en.zip")
    assert list(made) == ["été.html", "b.pdf.html", "b.html", "z.txt"]
    assert f"<p>{turn(TEXT)}</p>".encode() in made["été.html"] and made["z.txt"].decode() == turn(TEXT)


def test_files_of_an_archive_are_chosen_as_those_of_a_folder(tmp_path: Path, run_in: Run) -> None:
    write_zip(tmp_path / "a.zip", {"a.txt": TEXT, "vieux/b.txt": TEXT, "c.md": TEXT})
    assert translate(run_in, tmp_path, "--skip-files", "vieux/", "--only-files", "*.txt").code == 0
    made = contents(tmp_path / "out/a.en.zip")
    assert [name for name, content in made.items() if content.decode() == turn(TEXT)] == ["a.txt"]


def test_a_document_in_another_language_is_kept_and_told(tmp_path: Path) -> None:
    english = "The keeper of the house is in the garden with the dogs and the cats of the village."
    path = write_zip(tmp_path / "a.zip", {"a.txt": TEXT, "b.txt": english})
    document = read(path)
    assert [block.part for block in document.blocks if block.text] == ["a.txt"]
    assert "b.txt: kept as it is: seems to be in 'en', not 'fr'" in list(document.notices)
    assert english in [block.text for block in read(path, verify_language=False).blocks]


@pytest.mark.parametrize(
    ("members", "settings", "message"),
    [
        ({"a.png": b"x"}, {}, "has no documents to translate"),
        ({"../a.txt": TEXT}, {}, "leads out"),
        ({"/a.txt": TEXT}, {}, "leads out"),
        ({"C:a.txt": TEXT}, {}, "leads out"),
        ({f"{n}.txt": TEXT for n in range(4)}, {"max_members": 3}, "has 4 members, more than 3"),
        ({"a.txt": b" " * 20_000_000}, {}, "max_ratio"),
        (
            {"a.txt": b"a " * 600_000, "b.txt": b"b " * 600_000},
            {"max_package_mb": 2, "max_paragraph_characters": 9**9},
            "max_package_mb",
        ),
        ({"a.txt": TEXT, "b.docx": b"\xd0\xcf\x11\xe0"}, {}, r"b\.docx: .*password.*--skip-files"),
        ({"a.txt": TEXT, "b.json": b'{"a": "'}, {}, r"b\.json: .*--skip-files"),
    ],
    ids=["nothing", "above", "absolute", "drive", "members", "ratio", "size", "password", "damaged"],
)
def test_what_is_wrong_refuses_the_archive_whole(
    members: dict[str, bytes | str], settings: dict[str, Any], message: str, tmp_path: Path
) -> None:
    path = write_zip(tmp_path / "a.zip", members)
    with pytest.raises(DocumentError, match=rf"{re.escape(str(path))}: .*{message}"):
        read(path, verify_language=False, **settings)
    assert {one.name for one in tmp_path.iterdir()} == {"a.zip"}


def test_an_archive_twice_translated_is_up_to_date(tmp_path: Path, run_in: Run) -> None:
    write_zip(tmp_path / "a.zip", {"a.txt": TEXT})
    assert "translated" in translate(run_in, tmp_path).output
    made = (tmp_path / "out/a.en.zip").read_bytes()
    assert "unchanged" in translate(run_in, tmp_path).output
    assert (tmp_path / "out/a.en.zip").read_bytes() == made
