"""Any bytes at all are a document or are refused in one line; nothing else ever happens."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.documents import READERS
from translate.documents.plain.reader import read_stream
from translate.errors import DocumentError

PROPERTY = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
BITS = [
    b"Le chat dort.", b"\n", b"\r", b"\r\n", b"\n\n", b" ", b"\t", b"\xff", b"\xfe", b"\xe9", b"\xc3\xa9", b"\0",
    b"\x01", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\xed\xa0\x80", b"%PDF-", b"PK\x03\x04",
    b"# ", b"- ", b"> ", b"---\n", b"```", b"*", b"**", b"[a](b)", b"<b>", b"|", b"|-|\n", b"&amp;", b"\\", b"1. ",
    b"\xe2\x80\xa8", b"=",
]  # fmt: skip
CONTENT = st.lists(st.sampled_from(BITS) | st.binary(max_size=4), max_size=20).map(b"".join)
ENCODINGS = [None, "utf-8", "utf-16", "utf-32-be", "cp1252", "ascii", "utf-7", "shift_jis", "gb18030"]


@PROPERTY
@given(content=CONTENT, encoding=st.sampled_from(ENCODINGS), join_lines=st.booleans(), limit=st.sampled_from([5, 1000]))
def test_any_bytes_are_read_or_refused(
    content: bytes, encoding: str | None, join_lines: bool, limit: int, tmp_path: Path
) -> None:
    """All readers in one test, for to make up bytes takes longer than to read them."""
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    config = DocumentConfig(encoding=encoding, join_lines=join_lines, max_paragraph_characters=limit)
    for kind in READERS:
        note(f"as {kind}")
        try:
            document = READERS.load(kind).read(path, name="x.txt", language="fr", config=config)
            blocks = list(document.blocks)
        except DocumentError as exc:
            assert str(exc).startswith(str(path))
            assert "\n" not in str(exc)
        else:
            for block in blocks:
                block.text.encode()
                assert all(0 <= code.start <= code.end <= len(block.text) for code in block.codes)


@PROPERTY
@given(content=CONTENT, encoding=st.sampled_from(ENCODINGS), join_lines=st.booleans())
def test_any_stream_is_read_or_refused(content: bytes, encoding: str | None, join_lines: bool) -> None:
    config = DocumentConfig(encoding=encoding, join_lines=join_lines)
    try:
        for block in read_stream(io.BytesIO(content), Path("-"), config):
            block.text.encode()
    except DocumentError as exc:
        assert str(exc).startswith("-")
        assert "\n" not in str(exc)
