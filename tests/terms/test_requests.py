"""Texts are asked as objects or as lines, from a file or from standard input."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.terms.requests import Request, read_requests


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"id": "a", "source": "un"}\n\n{"source": "deux"}\n', [Request("a", "un"), Request(3, "deux")]),
        ("un\n\ndeux\r\n", [Request(1, "un"), Request(3, "deux")]),
        ("", []),
    ],
)
def test_a_request_is_an_object_or_a_line(text: str, found: list[Request], tmp_path: Path) -> None:
    path = tmp_path / "asked"
    path.write_text(text, encoding="utf-8")
    assert list(read_requests(path, io.StringIO("never"))) == found
    assert list(read_requests(Path("-"), io.StringIO(text))) == found


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"source": "un"}\n{"source"', "asked:2: is not JSON"),
        (b'{"text": "un"}\n', "asked:1: has no text 'source'"),
        (b"\xe9t\xe9\n", "cannot be read"),
    ],
)
def test_what_is_no_request_is_said_in_one_line(data: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "asked"
    path.write_bytes(data)
    with pytest.raises(FormatError, match=message):
        list(read_requests(path, io.StringIO()))
