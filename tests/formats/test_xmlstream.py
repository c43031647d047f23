"""An XML file as a stream: containers open and close, elements come whole with their lines, in bounded memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import xmlstream as module
from translate.formats.xmlstream import Closed, Event, Opened, Whole, stream

CONTAINERS = frozenset({"root", "group"})
TEXT = """<?xml version="1.0"?>
<root xmlns="urn:one" xmlns:o="urn:other" o:lang="fr" a="1">
  stray
  <group><unit id="1">Un <b>mot</b>é</unit></group>
  <o:unit
     id="2"/>
  <unit><b>deux</b></unit>
</root>
"""


def events(folder: Path, content: str | bytes, prefixes: dict[str, str] | None = None) -> list[Event]:
    path = folder / "x.xml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(stream(path, CONTAINERS, {"urn:one": ""} if prefixes is None else prefixes))


def shown(found: list[Event]) -> list[tuple[str, str, int]]:
    rows = []
    for event in found:
        if isinstance(event, Closed):
            rows.append(("close", event.tag, 0))
        else:
            rows.append(("open" if isinstance(event, Opened) else event.element.text(), event.element.tag, event.line))
    return rows


def test_containers_open_and_close_and_elements_come_whole(tmp_path: Path) -> None:
    assert shown(events(tmp_path, TEXT)) == [
        ("open", "root", 2),
        ("open", "group", 4),
        ("Un moté", "unit", 4),
        ("close", "group", 0),
        ("", "{urn:other}unit", 5),
        ("deux", "unit", 7),
        ("close", "root", 0),
    ]


def test_a_container_within_an_element_is_part_of_it(tmp_path: Path) -> None:
    found = events(tmp_path, "<root><other><group><unit>Un</unit></group></other><unit>Deux</unit></root>", {})
    assert shown(found) == [
        ("open", "root", 1),
        ("Un", "other", 1),
        ("Deux", "unit", 1),
        ("close", "root", 0),
    ]


def test_names_stand_behind_the_prefix_of_their_namespace(tmp_path: Path) -> None:
    found = events(tmp_path, TEXT, {"urn:one": "x:", "urn:other": "o:"})
    root = found[0]
    assert isinstance(root, Whole)  # `x:root` is no container.
    assert root.element.attributes == {"o:lang": "fr", "a": "1"}
    assert [child.tag for child in root.element.elements()] == ["x:group", "o:unit", "x:unit"]


@pytest.mark.parametrize("size", [1, 2, 5, 17])
def test_chunks_may_end_anywhere(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = shown(events(tmp_path, TEXT))
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", size)
    assert shown(events(tmp_path, TEXT)) == whole


BAD = {
    "": "1:1: is truncated (no element found); copy or export it again.",
    "<root>": "1:7: is truncated (no element found); copy or export it again.",
    "<root>\n<group": "2:1: is truncated (unclosed token); copy or export it again.",
    "<root>\n<![CDATA[ab": "2:12: is truncated (unclosed CDATA section); copy or export it again.",
    "<root>\n </unit>": "2:4: not well-formed: mismatched tag.",
    "<root>&x;</root>": "1:7: not well-formed: undefined entity.",
    '<!DOCTYPE root [\n<!ENTITY x "y">]><root/>': "the DOCTYPE declares entities",
    "<root>\n\n<unit>" + "<b>" * 101: "elements are nested more than 100 deep.",
}


@pytest.mark.parametrize("content", BAD, ids=lambda content: content[:16])
def test_what_is_not_well_formed_has_a_place(content: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        events(tmp_path, content)
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'x.xml'}:")
    assert BAD[content] in message


@pytest.mark.parametrize("size", [3, 64])
def test_a_byte_of_another_encoding_is_found_over_chunks(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", size)
    with pytest.raises(FormatError, match=r"x\.xml:3:8: bytes that are not of the file's encoding; save it as UTF-8"):
        events(tmp_path, b"<root>\n\n<unit>\xc3\xa9</unit></root>".replace(b"\xc3\xa9", b"a\xe9"))


def test_what_comes_before_a_fault_has_been_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", 1)
    path = tmp_path / "x.xml"
    path.write_text("<root><unit>1</unit><unit>2</wrong>")
    found: list[Event] = []
    with pytest.raises(FormatError, match="1:30: not well-formed: mismatched tag"):
        found.extend(stream(path, CONTAINERS, {}))
    assert shown(found) == [("open", "root", 1), ("1", "unit", 1)]


@pytest.mark.parametrize(("length", "is_read"), [(90, True), (200, False)])
def test_an_element_is_read_up_to_the_limit(
    length: int, is_read: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", 10)
    monkeypatch.setattr(module, "MAX_ELEMENT_CHARACTERS", 120)
    content = f"<root><unit>{'x' * length}</unit></root>"
    if is_read:
        assert len(events(tmp_path, content)) == 3
    else:
        with pytest.raises(FormatError, match="no element ends within 120 characters"):
            events(tmp_path, content)
