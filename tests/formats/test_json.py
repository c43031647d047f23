"""JSON: what we write follows the published schema, and any layout of it is read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import FULL, HEADER, PLAIN, UNIT, UNITS, bitext
from translate.data import TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext, write_bitext
from translate.formats import json as module
from translate.formats.json import schema


def read(path: Path, content: str | bytes) -> list[TranslationUnit]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_bitext(path, report=lambda _: None).units)


@pytest.fixture
def written(tmp_path: Path) -> str:
    write_bitext(bitext(), tmp_path / "written", "json")
    return (tmp_path / "written.json").read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(units=st.lists(UNIT, max_size=2))
def test_what_we_write_follows_the_schema(tmp_path: Path, units: list[TranslationUnit]) -> None:
    units = [replace(unit, score=None if unit.score is None else abs(unit.score)) for unit in units]
    write_bitext(bitext(units), tmp_path / "x", "json")
    jsonschema.validate(json.loads((tmp_path / "x.json").read_text(encoding="utf-8")), schema())


@pytest.mark.parametrize("key", ["name", "source", "target", "origin"])
def test_the_schema_refuses_half_a_unit(written: str, key: str) -> None:
    document = json.loads(written)
    del document["units"][0][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema())


def test_each_unit_is_a_line(written: str) -> None:
    lines = [line for line in written.splitlines() if line.startswith('{"name"')]
    assert [json.loads(line.rstrip(","))["name"] for line in lines] == [unit.name for unit in UNITS]


def test_any_layout_is_read(written: str, tmp_path: Path) -> None:
    document = json.loads(written)
    for content in (
        json.dumps(document),
        json.dumps(document, indent=3).replace("\n", "\r\n"),
        json.dumps(dict(reversed(document.items())), indent=1),
        "\ufeff" + written,
        written.encode("utf-16"),
    ):
        assert read(tmp_path / "x.json", content) == list(UNITS)


@pytest.mark.parametrize("size", [1, 2, 7, 61])
def test_chunks_may_end_anywhere(written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr("translate.formats.jsonstream.CHUNK_CHARACTERS", size)
    assert read(tmp_path / "x.json", written) == list(UNITS)


def test_lone_surrogates_survive(tmp_path: Path) -> None:
    unit = replace(PLAIN, target=Variant("en", "a\ud800é"))
    write_bitext(bitext([unit]), tmp_path / "x", "json")
    assert list(read_bitext(tmp_path / "x.json").units) == [unit]


def test_a_score_that_is_no_number_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"unit '2': a score or the value of an issue is no number"):
        write_bitext(bitext([replace(PLAIN, score=float("nan"))]), tmp_path / "x", "json")


def test_languages_of_a_file_without_any_are_those_asked_for(written: str, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(written, encoding="utf-8")
    with pytest.raises(FormatError, match=r"has no units from de to es; it has fr–en \(4\)"):
        read_bitext(tmp_path / "x.json", Header("de", "es"))
    (tmp_path / "y.json").write_text('{"units": []}')
    assert read_bitext(tmp_path / "y.json", Header("de", "es")).source_language == "de"


HEAD = '{"source_language": "fr", "target_language": "en", "units": ['
BAD_FILES = {
    "": "1:1: begins with the end of the file; expected an object",
    "<tmx/>": "1:1: begins with '<tmx/>'; expected an object",
    "[]": "1:1: begins with '[]'; expected an object",
    "{}": "has no 'source_language'",
    '{"source_language": 1}': "1: 'source_language' is 1; expected a string",
    '{"source_language": "fr", "target_language": "en"}': "has no 'units'",
    HEAD: "1:62: not JSON: Expecting value",
    HEAD + "\n]} x": "2:4: 'x' stands after the end",
    HEAD + "\n3\n{}]}": "3:1: found '{}]}'; expected ','",
    HEAD + '\n{"name": NaN}]}': "2:1: not JSON: NaN is no number in JSON",
    HEAD + '\n{"name": "1\n"}]}': "2:12: not JSON: Invalid control character at",
    HEAD + '\n{"name": ' + "1" * 5000 + "}]}": "2:1: not JSON: Exceeds the limit",
    HEAD + "[" * 100_000: "1:62: values are nested too deeply",
    HEAD.replace('"units"', "units"): "1:52: found 'units: ['; expected a key",
}


@pytest.mark.parametrize("content", BAD_FILES, ids=lambda content: content[-20:])
def test_a_bad_file_has_a_place_and_a_reason(content: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        read(tmp_path / "x.json", content)
    message = BAD_FILES[content]
    assert f"x.json:{'' if message[0].isdigit() else ' '}{message}" in str(caught.value)


BAD_UNITS = {
    "3": "the unit is 3; expected an object",
    '{"name": "1"}': "'source' is missing; expected an object",
    '{"nom": "1"}': "the unit has an unknown key 'nom'; known: alignment, context_after",
    '{"name": 1, "source": {}, "target": {}}': "'name' is 1; expected a string",
    '{"name": "1", "source": {"language": "fr"}}': "'text' is missing; expected a string",
    '{"name": "1", "source": {"language": "fr", "text": "", "span": [1]}}': "'span' is [1]; expected",
}
GOOD_UNIT = '"name": "1", "source": {"language": "fr", "text": "a"}, "target": {"language": "en", "text": "b"}'
for _key, _reason in {
    '"score": "high"': "'score' is 'high'; expected a number",
    '"score": 1e999': "'score' is inf; expected a number",
    '"score": true': "'score' is True; expected a number",
    '"origin": "x"': "'x' is not a valid Origin",
    '"issues": 3': "'issues' is 3; expected a list",
    '"issues": [{"check": "a", "severity": "x", "message": ""}]': "'x' is not a valid Severity",
    '"properties": [["a"]]': "a property is ['a']; expected [name, value]",
    '"notes": [1]': "a note is 1; expected an object",
    '"document": 7': "'document' is 7; expected a string",
}.items():
    BAD_UNITS[f"{{{GOOD_UNIT}, {_key}}}"] = _reason


@pytest.mark.parametrize("content", BAD_UNITS, ids=lambda content: content[-30:])
def test_a_bad_unit_is_rejected_and_the_rest_read(content: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(f"{HEAD}\n{{{GOOD_UNIT}}},\n{content},\n{{{GOOD_UNIT}}}]}}")
    remarks: list[Remark] = []
    assert len(list(read_bitext(path, report=remarks.append).units)) == 2
    (remark,) = remarks
    assert (remark.verdict, remark.line) == (Verdict.REJECTED, 3)
    assert BAD_UNITS[content] in remark.message
    with pytest.raises(FormatError, match=r"x\.json:3: "):
        list(read_bitext(path).units)


def test_a_value_without_end_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.formats.jsonstream.MAX_VALUE_CHARACTERS", 1000)
    monkeypatch.setattr("translate.formats.jsonstream.CHUNK_CHARACTERS", 100)
    with pytest.raises(FormatError, match=r"x\.json:1:62: a value is longer than 1,000 characters, or is never closed"):
        read(tmp_path / "x.json", HEAD + '"' + "x" * 100_000)


def test_the_module_hides_no_other() -> None:
    assert module.json is json
    assert FULL.document and HEADER.signature
