"""Archives: the one bilingual file in them is read, and what else an archive may be is said in one line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import packing, read_bitext

UNIT = '<trans-unit id="1"><source>La grange est vide.</source><target>The barn is empty.</target></trans-unit>'
XLIFF = (
    '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body>'
    f"{UNIT}</body></file></xliff>"
)
TABLE = "fr\ten\nLa grange est vide.\tThe barn is empty.\n"


def archive(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", ".").replace("_", "/"), content)
    return path


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("job.zip", {"a__xlf": XLIFF}),
        ("JOB.ZIP", {"deep_er_a__sdlxliff": XLIFF, "readme__txt": "Hello."}),
        ("job.xlz", {"content__xlf": XLIFF, "skeleton__skl": "bytes"}),
        ("job.xlf", {"a__xlf": XLIFF}),
        ("job.tsv.zip", {"a__tsv": TABLE}),
    ],
)
def test_the_one_bilingual_file_is_read(name: str, members: dict[str, str], tmp_path: Path) -> None:
    units = list(read_bitext(archive(tmp_path / name, **members)).units)
    assert [(unit.source.text, unit.target.text) for unit in units] == [("La grange est vide.", "The barn is empty.")]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"readme__txt": "Hello."}, "the archive has no bilingual file in it, such as .tmx or .xlf"),
        ({"a__xlf": XLIFF, "b__tmx": ""}, r"the archive has 2 bilingual files \(a.xlf, b.tmx\); unpack it"),
        ({}, "the compressed file is damaged"),
    ],
)
def test_another_archive_is_one_error(members: dict[str, str], message: str, tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", **members) if members else tmp_path / "x.zip"
    if not members:
        path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(FormatError, match=message):
        list(read_bitext(path).units)


def test_the_copies_of_macos_are_no_files(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a__xlf=XLIFF)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("__MACOSX/._a.xlf", "bytes")
    assert len(list(read_bitext(path).units)) == 1


def test_a_member_of_too_many_bytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MAX_MEMBER_BYTES", 10)
    with pytest.raises(FormatError, match=r"'a\.xlf' in the archive has more than 10 bytes; unpack it first"):
        read_bitext(archive(tmp_path / "x.zip", a__xlf=XLIFF))


def test_a_damaged_member_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        file.writestr("a.xlf", XLIFF)
    path.write_bytes(path.read_bytes().replace(b"barn", b"bark", 1))
    with pytest.raises(FormatError, match="the compressed file is damaged"):
        list(read_bitext(path).units)


@pytest.mark.parametrize("ending", [".zip", ".sdlppx"])
@pytest.mark.parametrize(
    ("place", "number"),
    [(b"PK\x01\x02+6", 252), (b"PK\x01\x02+8", 0x20), (b"PK\x01\x02+9", 0x08), (b"PK\x03\x04+7", 0x08)],
    ids=["version", "patched", "name in the directory", "name of the member"],
)
def test_an_archive_that_claims_what_none_has_is_one_error(
    place: bytes, number: int, ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"x{ending}"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("e.xlf", XLIFF)
    mark, _, offset = place.partition(b"+")
    content = bytearray(path.read_bytes().replace(b"e.xlf", b"\xe9.xlf"))
    content[content.index(mark) + int(offset)] = number
    path.write_bytes(content)
    with pytest.raises(FormatError, match="the compressed file is damaged"):
        list(read_bitext(path).units)
