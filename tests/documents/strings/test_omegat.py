"""A real OmegaT reads the files that we fill as we read them, and opens their project without a complaint."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.formats.omegat import make_project, missing, run_project
from translate.cli import main
from translate.config import DocumentConfig
from translate.data import InlineCode
from translate.documents import READERS

pytestmark = [pytest.mark.omegat, pytest.mark.skipif(missing() is not None, reason=str(missing()))]

FILES = Path(__file__).parent.parent / "files"
DOCUMENTS = {
    "messages.properties": "properties", "Accueil.resx": "resx", "film.srt": "srt",
    "page.html": "html", "selle.docx": "docx", "selle.odt": "opendocument",
}  # fmt: skip
DOUBLED = "a=L''heure d''arriv\\u00e9e est {0}.\nb=Mettez '{'{1}'}' dans ''{2}''.\n"
_CODES_AND_SPACES = re.compile(r"<[^<>]*>|\s+")


def _shown(text: str) -> str:
    return _CODES_AND_SPACES.sub("", text)


def _bare(text: str, codes: Sequence[InlineCode]) -> str:
    for code in reversed(codes):
        text = text[: code.start] + text[code.end :]
    return text


def test_omegat_reads_what_we_filled(tmp_path: Path) -> None:
    every = (*DOCUMENTS, "application.po")
    for name in every:
        shutil.copy(FILES / name, tmp_path)
    (tmp_path / "double.properties").write_text(DOUBLED, encoding="utf-8")
    out = tmp_path / "out"
    names = [str(tmp_path / name) for name in (*every, "double.properties")]
    assert main(
        ["translate", *names, "--engine", "rotate", "--any-language", "--quiet", "--approve", "--out", str(out)]
    ) in (0, 3)
    filled = {path.name.replace(".en.", "."): path for path in out.iterdir() if ".en." in path.name}
    assert set(filled) == {*every, "double.properties"}
    held, complaints = run_project(*make_project(tmp_path, [], [*filled.values()]), tmp_path)
    read = _shown("".join(text for text, _ in held["entries"]))
    assert complaints == ()
    for name, kind in DOCUMENTS.items():
        document = READERS.load(kind).read(filled[name], name=name, language="en", config=DocumentConfig())
        texts = [_shown(_bare(block.text, block.codes)) for block in document.blocks]
        assert any(texts), name
        assert [text for text in texts if text not in read] == [], name
    translations = dict(held["entries"])
    assert (translations["Fermer"], translations["Bonjour %s"]) == ("Close", "Obawbhe %s")
    assert "Y''urher q''neevi" in "".join(text for text, _ in held["entries"])
