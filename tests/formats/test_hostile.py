"""Hostile and broken files: nothing is fetched, memory is bounded, earlier output stays."""

from __future__ import annotations

import socket
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from tests.formats.samples import HEADER, PLAIN, bitext
from translate.cli import main
from translate.errors import FormatError
from translate.formats import Remark, Verdict, read_bitext, write_bitext

ENTITIES = {
    "bomb": '<!DOCTYPE {} [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "external": '<!DOCTYPE {} [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE {} [<!ENTITY % b SYSTEM "http://a.invalid/x.dtd"> %b;]>',
}
ROOTS = {"x.tmx": "tmx", "x.xlf": "xliff", "x.xliff": "xliff"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("somebody asks the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def write(folder: Path, name: str, edit: Callable[[str], str]) -> Path:
    plugin = {"x.tmx": "tmx", "x.xlf": "xliff", "x.xliff": "xliff2"}[name]
    path = write_bitext(bitext([PLAIN]), folder / "x", plugin)[0]
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize("kind", ENTITIES)
def test_entities_are_refused_with_their_place(name: str, kind: str, tmp_path: Path) -> None:
    doctype = ENTITIES[kind].format(ROOTS[name])
    path = write(tmp_path, name, lambda text: text.replace("?>\n", f"?>\n{doctype}\n").replace("Deux.", "&b;"))
    (tmp_path / "out.json").write_text("before")
    with pytest.raises(FormatError, match=rf"{name}:2:\d+: the DOCTYPE declares entities"):
        list(read_bitext(path).units)
    assert main(["convert", str(path), str(tmp_path / "out.json")]) == 1
    assert (tmp_path / "out.json").read_text() == "before"


@pytest.mark.parametrize("name", ROOTS)
def test_a_doctype_on_the_network_is_passed_over(name: str, tmp_path: Path) -> None:
    doctype = f'<!DOCTYPE {ROOTS[name]} SYSTEM "http://a.invalid/x.dtd">'
    path = write(tmp_path, name, lambda text: text.replace("?>\n", f"?>\n{doctype}\n"))
    assert [unit.target.text for unit in read_bitext(path).units] == ["Two."]


@pytest.mark.parametrize("name", ROOTS)
def test_ten_thousand_nested_elements_are_refused(name: str, tmp_path: Path) -> None:
    code = {"x.tmx": "hi", "x.xlf": "mrk", "x.xliff": "mrk"}[name]
    deep = f"<{code}>" * 10_000 + f"</{code}>" * 10_000
    path = write(tmp_path, name, lambda text: text.replace("Deux.", deep))
    with pytest.raises(FormatError, match="nested more than 100 deep"):
        list(read_bitext(path).units)


def test_a_tuid_that_stands_twice_is_told_apart(tmp_path: Path) -> None:
    write_bitext(bitext([PLAIN, PLAIN, PLAIN]), tmp_path / "x", "tmx")
    remarks: list[Remark] = []
    units = list(read_bitext(tmp_path / "x.tmx", report=remarks.append).units)
    assert [unit.name for unit in units] == ["2", "2~2", "2~3"]
    assert [(remark.verdict, remark.line) for remark in remarks] == [(Verdict.FIXED, 14), (Verdict.FIXED, 20)]
    assert "another unit has this name; this one is read as '2~2'" in remarks[0].message


def test_names_are_compared_in_bounded_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.formats.units.MAX_NAMES", 2)
    write_bitext(bitext([PLAIN] * 4), tmp_path / "x", "tmx")
    remarks: list[Remark] = []
    assert len(list(read_bitext(tmp_path / "x.tmx", report=remarks.append).units)) == 4
    assert "names are compared only among the first 2 units" in remarks[-1].message


BEGINNINGS = {
    "x.tmx": '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"/><tuv xml:lang="fr"><seg>',
    "x.xlf": '<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>',
    "x.xliff": '<xliff version="2.0" srcLang="fr" trgLang="en"><file id="f"><unit id="u"><segment><source>',
    "x.json": '{"source_language": "fr", "target_language": "en", "units": ["',
    "x.jsonl": '{"name": "',
    "x.tsv": "fr\ten\n",
    "x.csv": 'fr,en\n"',
    "x.fr": "",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_one_line_without_end_is_refused_in_bounded_memory(name: str, tmp_path: Path) -> None:
    """40 MB here; `benchmarks/formats.py --line` does it with a gigabyte."""
    (tmp_path / "x.en").write_text("")
    with (tmp_path / name).open("w") as file:
        file.write(BEGINNINGS[name])
        for _ in range(40):
            file.write("x" * (1 << 20))
    tracemalloc.start()
    try:
        with pytest.raises(FormatError) as caught:
            list(read_bitext(tmp_path / name, HEADER, report=lambda _: None).units)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert str(tmp_path / name) in str(caught.value)
    assert "16,777,216" in str(caught.value)
    assert peak < 110_000_000


KINDS = {
    "TMX": b'<?xml version="1.0"?><tmx version="1.4"><header/><body></body></tmx>',
    "XLIFF": b'<xliff version="1.2"><file source-language="fr" target-language="en"><body/></file></xliff>',
    "JSON": b'{"bitext": 1, "source_language": "fr", "target_language": "en", "signature": "", "units": []}',
    "a text": b"Bonjour.\n",
    "a zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "nothing": b"",
}
OWN = {"TMX": {"tmx"}, "XLIFF": {"xlf", "xliff"}, "JSON": {"json", "jsonl"}}


@pytest.mark.parametrize("ending", ["tmx", "xlf", "xliff", "json", "jsonl", "tsv", "csv", "parquet"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_the_wrong_kind_is_told_by_its_content(kind: str, ending: str, tmp_path: Path) -> None:
    if ending in OWN.get(kind, ()):
        return
    path = tmp_path / f"x.{ending}"
    path.write_bytes(KINDS[kind])
    with pytest.raises(FormatError, match=rf"x\.{ending}:"):
        list(read_bitext(path).units)
