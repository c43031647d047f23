"""What is nested without end, cut off, or in another encoding than it says is read or refused in one line, soon."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from tests.documents.kinds import CONVERTED
from tests.documents.test_contract import FILES
from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS
from translate.documents.discovery import kind_of
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import DocumentError

DEPTH = 2000
SECONDS = 6.0
"""Of the processor, under whatever else a machine has to do; what is quadratic takes minutes."""
TEXT = "Un texte ici."
BODY = "\\begin{document}"
CUE = "00:00:01,000 --> 00:00:03,000\n"
EVENT = "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:03.00,"
XML = {
    ".xml": "<resources><string name='a'>", ".resx": "<root><data>", ".stringsdict": "<plist><dict>",
    ".ts": "<TS><context>", ".dbk": "<article><section>", ".dita": "<topic><section>", ".xlf": "<xliff><file>",
    ".txml": "<txml><segment>", ".tmx": "<tmx><body>",
    ".idms": "<Document><Story>",
    ".fodt": "<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'>",
}  # fmt: skip
NESTED = {
    **{f"a{ending}": start + "<b>" * DEPTH for ending, start in XML.items()},
    **{f"b{ending}": start + "<b>" * DEPTH + TEXT + "</b>" * DEPTH for ending, start in XML.items()},
    "a.json": "[" * DEPTH, "b.json": '{"a":' * DEPTH + f'"{TEXT}"' + "}" * DEPTH, "a.xcstrings": '{"strings":' * DEPTH,
    "a.yaml": "[" * DEPTH, "b.yaml": "- " * DEPTH + TEXT, "c.yaml": "{a: " * DEPTH,
    "a.toml": "a = " + "[" * DEPTH, "b.toml": "a = " + "{b=" * DEPTH, "c.toml": "[" + "a." * DEPTH + "a]\nb = 'x'",
    "a.php": "<?php return " + "[" * DEPTH, "b.php": "<?php return " + "array(" * DEPTH,
    "a.ftl": "a = " + "{ " * DEPTH, "b.ftl": "a = {" + "$x -> \n [a] {" * DEPTH,
    "a.strings": '"a" = ' + "{" * DEPTH, "a.properties": "a=" + "\\\n" * DEPTH, "a.po": 'msgid ""\n' * DEPTH,
    "a.csv": '"' * DEPTH, "a.tsv": '"\t' * DEPTH, "a.ini": "[" * DEPTH, "a.desktop": "[Desktop Entry]\n" * DEPTH,
    "a.tex": BODY + "{" * DEPTH, "b.tex": BODY + "\\footnote{" * DEPTH + TEXT + "}" * DEPTH,
    "c.tex": BODY + "\\begin{itemize}\\item " * DEPTH, "d.tex": "$" * DEPTH,
    "a.rst": ".. note::\n" * DEPTH, "b.rst": "*" * DEPTH, "c.rst": "`" * DEPTH + TEXT, "d.rst": "+-" * DEPTH + "+\n",
    "a.adoc": "====\n" * DEPTH, "b.adoc": "|===\na|" * DEPTH, "c.adoc": "footnote:[" * DEPTH, "d.adoc": "_*" * DEPTH,
    "a.wiki": "{{" * DEPTH + TEXT, "b.wiki": "[[" * DEPTH, "c.wiki": "{|\n|\n" * DEPTH, "d.wiki": "<ref>" * DEPTH,
    "a.ipynb": '{"cells":' + "[" * DEPTH, "a.eml": "Content-Type: message/rfc822\n\n" * DEPTH,
    "b.eml": "Subject: " + "=?utf-8?q?a?= " * DEPTH + "\n\nx", "a.mbox": "From a\n\n" * DEPTH,
    "a.srt": f"1\n{CUE}" * DEPTH, "b.srt": f"1\n{CUE}" + "<i>" * DEPTH + TEXT + "\n",
    "a.vtt": "WEBVTT\n\n" + CUE.replace(",", ".") + "<v A>" * DEPTH + TEXT + "\n",
    "a.sbv": "0:00:01.000,0:00:03.000\n" * DEPTH,
    "c.xml": '<?xml version="1.0"?>\n' * DEPTH + "<a>", "b.ass": f"{EVENT}{'{' * 100 * DEPTH}{TEXT}",
    "c.ass": EVENT + '{"a":' * 25 * DEPTH + TEXT, "d.ass": EVENT + "\\pos(" * 25 * DEPTH + TEXT,
    "b.vtt": "WEBVTT\n\n" + CUE.replace(",", ".") + "<v " * 25 * DEPTH + TEXT + "\n",
    "a.ass": "[Events]\nFormat: Text\nDialogue: " + "{\\i1}" * DEPTH + TEXT, "a.html": "<div>" * DEPTH + TEXT,
    "b.html": "<table><tr><td>" * DEPTH + TEXT, "a.md": "> " * DEPTH + TEXT, "a.txt": "(" * DEPTH + TEXT,
}  # fmt: skip


def blocks_of(path: Path) -> list[Block] | str:
    """Return the blocks of a document, which is written with other texts, or the line by which it is refused."""
    start = time.process_time()
    config = DocumentConfig(verify_language=False)
    try:
        document = READERS.load(kind_of(path)).read(path, name=path.name, language="fr", config=config)
        made = path.with_name("made")
        with READERS.load(document.kind).rebuild(document, made, language="en") as rebuilder:
            blocks = list(document.blocks)
            for block in blocks:
                rebuilder.write(
                    block, block.text.replace(TEXT, "A text."), block.codes if TEXT not in block.text else ()
                )
        return blocks
    except DocumentError as exc:
        return str(exc)
    finally:
        assert time.process_time() - start < SECONDS


def is_well_said(found: list[Block] | str, path: Path) -> bool:
    return not isinstance(found, str) or (found.startswith(str(path)) and "\n" not in found)


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_without_end_is_read_or_refused_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(NESTED[name], "utf-8")
    assert is_well_said(blocks_of(path), path)


def test_each_kind_of_text_is_nested() -> None:
    packages = {"docx", "pptx", "xlsx", "epub", "opendocument", "zip", *CONVERTED}
    assert {kind_of(Path(name)) for name in NESTED} >= set(KINDS_BY_SUFFIX.values()) - packages - {"docbook", "dita"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_is_cut_off_is_read_or_refused(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    for share in (0.2, 0.5, 0.9):
        cut = tmp_path / path.name
        cut.write_bytes(data[: int(len(data) * share)])
        assert is_well_said(blocks_of(cut), cut)


@pytest.mark.parametrize("path", [path for path in FILES if not zipfile.is_zipfile(path)], ids=lambda path: path.name)
def test_a_file_in_another_encoding_than_its_kind_has_is_read_or_refused(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-16")
    for encoding in ("cp1252", "utf-16-be", "utf-32"):
        wrong = tmp_path / path.name
        wrong.write_bytes(text.encode(encoding, "replace"))
        assert is_well_said(blocks_of(wrong), wrong)
