"""Packed files are read as what they hold; cut or damaged ones are refused."""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from translate.errors import FormatError
from translate.formats import FORMATS, Header, format_of, packing, read_bitext

TEXT = "".join(f"Phrase numéro {n}.\tSentence number {n}.\n" for n in range(3000)).encode()
HEADER = Header("fr", "en")
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_table_is_read_whatever_packed_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"corpus.tsv{ending}"
    path.write_bytes(PACKERS[ending](TEXT))
    assert format_of(path) == "tsv"
    units = list(read_bitext(path, HEADER).units)
    assert len(units) == 3000
    assert units[-1].target.text == "Sentence number 2999."


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_that_was_cut_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"corpus.tsv{ending}"
    path.write_bytes(PACKERS[ending](TEXT)[:-20])
    with pytest.raises(FormatError, match=r"compressed file is (truncated|damaged)"):
        list(read_bitext(path, HEADER).units)


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_pair_of_texts_is_found(tmp_path: Path, ending: str) -> None:
    for code, text in (("fr", b"Un.\n"), ("en", b"One.\n")):
        (tmp_path / f"a.{code}{ending}").write_bytes(PACKERS[ending](text))
    (unit,) = read_bitext(tmp_path / f"a.fr{ending}").units
    assert (unit.source.text, unit.target.text) == ("Un.", "One.")


def test_frames_one_after_the_other_are_one_file(tmp_path: Path) -> None:
    path = tmp_path / "corpus.tsv.zst"
    path.write_bytes(PACKERS[".zst"](TEXT[:20000]) + PACKERS[".zst"](TEXT[20000:]))
    assert len(list(read_bitext(path, HEADER).units)) == 3000


def test_without_the_package_for_zstandard_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "find_spec", lambda name: None)
    path = tmp_path / "corpus.tsv.zst"
    path.write_bytes(PACKERS[".zst"](TEXT))
    with pytest.raises(FormatError, match="install the package 'zstandard'"):
        list(read_bitext(path, HEADER).units)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_known_packed(name: str) -> None:
    path = FORMATS.load(name).paths(Path("a"), HEADER)[0]
    assert format_of(path.with_name(path.name + ".xz")) == name
