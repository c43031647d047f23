"""Requests are read from lines, from JSON Lines and from bilingual files."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import Header
from translate.memory.matches import Query
from translate.memory.requests import Request, read_requests

USUAL = Header("fr", "en")


def asked(path: Path, name: str, content: bytes) -> list[Request]:
    """Return what a file asks for."""
    (path / name).write_bytes(content)
    return list(read_requests(path / name, USUAL))


def test_a_line_is_a_segment(tmp_path: Path) -> None:
    found = asked(tmp_path, "a.txt", "\ufeffUn été.\r\n\nDeux\n".encode())
    assert found == [Request("1", Query("Un été.")), Request("2", Query("")), Request("3", Query("Deux"))]


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_an_object_is_a_segment_with_its_neighbours(name: str, tmp_path: Path) -> None:
    lines = (
        b'{"id": "x", "source": "Un"}\n\n{"id": 7, "source": "Deux", "before": null, "after": "Trois", "name": "k"}\n'
    )
    assert asked(tmp_path, name, lines) == [
        Request("x", Query("Un")),
        Request("7", Query("Deux", (), None, "Trois", "k", has_context=True)),
    ]


def test_a_bilingual_file_asks_for_its_sources(tmp_path: Path) -> None:
    found = asked(tmp_path, "a.tsv", b"fr\ten\nUn\tOne\n")
    assert [request.query.source for request in found] == ["Un"]
    header = b'{"bitext": 1, "source_language": "fr", "target_language": "en", "signature": ""}\n'
    unit = b'{"name": "n", "source": {"language": "fr", "text": "Un"}, "target": {"language": "en", "text": "One"}}\n'
    (request,) = asked(tmp_path, "b.jsonl", header + unit)
    assert (request.id, request.query.source, request.query.has_context) == ("n", "Un", True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"source": 3}', "expected an object with a text called 'source'"),
        (b'{"source": "a"}\n{"source', "a.jsonl:2: not JSON"),
        (b'{"source": "a", "before": 3}', "'before' is 3; expected a text or null"),
        (b"a\nb\xff\n", "a.jsonl:2: byte 0xff is not UTF-8"),
    ],
)
def test_what_is_no_request_is_said_with_its_line(content: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=message):
        asked(tmp_path, "a.jsonl", content)
