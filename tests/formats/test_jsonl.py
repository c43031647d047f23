"""JSON Lines: each line follows the published schema, and a bad line costs itself alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from tests.formats.samples import FULL, HEADER, PLAIN, UNITS, bitext
from translate.data import TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext, write_bitext
from translate.formats.json import schema


def read(path: Path, content: str | bytes, header: Header | None = None) -> tuple[list[TranslationUnit], list[Remark]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    remarks: list[Remark] = []
    return list(read_bitext(path, header, report=remarks.append).units), remarks


@pytest.fixture
def written(tmp_path: Path) -> str:
    write_bitext(bitext(), tmp_path / "written", "jsonl")
    return (tmp_path / "written.jsonl").read_text(encoding="utf-8")


def test_each_line_follows_the_schema(written: str) -> None:
    head, *units = map(json.loads, written.splitlines())
    whole = schema()
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/unit", "$defs": whole["$defs"]})
    for unit in units:
        validator.validate(unit)
    jsonschema.Draft202012Validator({"$ref": "#/$defs/head", "$defs": whole["$defs"]}).validate(head)
    assert [unit["name"] for unit in units] == [unit.name for unit in UNITS]


def test_a_first_line_is_not_needed(written: str, tmp_path: Path) -> None:
    lines = written.splitlines(keepends=True)
    assert read(tmp_path / "x.jsonl", "".join(lines[1:]))[0] == list(UNITS)
    assert read_bitext(tmp_path / "x.jsonl").target_language == "en"
    assert read_bitext(tmp_path / "x.jsonl", Header("fr-FR", "en-US")).target_language == "en-US"
    assert read(tmp_path / "x.jsonl", "\ufeff\n\n" + written.replace("\n", "\r\n"))[0] == list(UNITS)


def test_lone_surrogates_survive(tmp_path: Path) -> None:
    unit = replace(PLAIN, target=Variant("en", "a\ud800é"))
    write_bitext(bitext([unit]), tmp_path / "x", "jsonl")
    assert list(read_bitext(tmp_path / "x.jsonl").units) == [unit]


@pytest.mark.parametrize("score", [float("nan"), float("inf")])
def test_a_number_that_json_has_not_is_rejected(score: float, tmp_path: Path) -> None:
    issue = replace(FULL.issues[0], value=score)
    for unit in (replace(PLAIN, score=score), replace(PLAIN, issues=(issue,))):
        with pytest.raises(FormatError, match=r"unit '2': a score or the value of an issue is no number"):
            write_bitext(bitext([unit]), tmp_path / "x", "jsonl")


BAD_LINES = {
    '{"name": 1}': "'name' is 1; expected a string",
    '{"name": "1", "nom": 1}': "the unit has an unknown key 'nom'",
    "[1]": "the unit is [1]; expected an object",
    '{"name": "1", ': "not JSON at column 14: Expecting property name",
    "[" * 100_000: "not JSON: values are nested too deeply",
    '{"name": NaN}': "'name' is nan; expected a string",
}


@pytest.mark.parametrize("line", BAD_LINES, ids=lambda line: line[:20])
def test_a_bad_line_is_rejected_and_the_rest_read(line: str, written: str, tmp_path: Path) -> None:
    lines = written.splitlines()
    units, remarks = read(tmp_path / "x.jsonl", "\n".join([*lines[:2], line, *lines[2:]]) + "\n")
    assert units == list(UNITS)
    (remark,) = remarks
    assert (remark.verdict, remark.line) == (Verdict.REJECTED, 3)
    assert BAD_LINES[line] in remark.message
    with pytest.raises(FormatError, match=r"x\.jsonl:3: "):
        list(read_bitext(tmp_path / "x.jsonl").units)


BAD_FILES = {
    b"": "1:1: is empty; expected JSON Lines",
    b"\n \n": "1:1: is empty; expected JSON Lines",
    b"<tmx/>": "1:1: not JSON at column 1: Expecting value; expected an object on each line",
    b"[1, 2]": "1:1: begins with [1, 2]; expected an object on each line",
    b'{"a": 1}': "1:1: has no languages",
    b'{"source_language": "fr", "target_language": 3}': "1:1: has no languages",
    b'{"a": "\xe9"}': "1:8: byte 0xe9 is not UTF-8",
    '{"a": 1}'.encode("utf-16"): "1:1: is in utf-16; save it as UTF-8",
}


@pytest.mark.parametrize("content", BAD_FILES, ids=lambda content: str(content[:12]))
def test_a_bad_file_has_a_place_and_a_reason(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        read(tmp_path / "x.jsonl", content)
    assert f"x.jsonl:{BAD_FILES[content]}" in str(caught.value)


def test_a_line_without_end_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.formats.jsonl.MAX_LINE_BYTES", 1000)
    with pytest.raises(FormatError, match=r"x\.jsonl:1:1001: the line is longer than 1,000 bytes"):
        read(tmp_path / "x.jsonl", "x" * 100_000)


def test_the_signature_is_kept(written: str, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(written, encoding="utf-8")
    assert read_bitext(tmp_path / "x.jsonl").signature == HEADER.signature
