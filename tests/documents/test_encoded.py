"""A text is written in the encoding of its document, or in UTF-8 where that lacks a character, and then it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.documents.encoded import encoded_text

_LEGACY = ["cp1252", "iso8859-15", "mac-roman", "ascii"]


def written(path: Path, encoding: str, *texts: str, mark: bytes = b"", leave: bool = False) -> tuple[bytes, list[str]]:
    """What stands in the file, and what is told."""
    told: list[str] = []
    with encoded_text(path, encoding, mark, told.append) as sink:
        for text in texts:
            sink.write(text)
        if leave:
            sink.leave_encoding()
    return path.read_bytes(), told


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("cp1252", b""),
    ],
)
def test_a_text_is_written_behind_its_mark_with_its_line_ends(tmp_path: Path, encoding: str, mark: bytes) -> None:
    content, told = written(tmp_path / "a", encoding, "Déjà\r\n", "là\n", mark=mark)
    assert content == mark + "Déjà\r\nlà\n".encode(encoding)
    assert told == []


@pytest.mark.parametrize(
    ("encoding", "text", "message"),
    [
        (
            "cp1252",
            "Łódź",
            r"written in UTF-8: Windows-1252 does not have Ł (U+0141 LATIN CAPITAL LETTER L WITH STROKE)",
        ),
        ("ascii", "a’b", "does not have ’ (U+2019 RIGHT SINGLE QUOTATION MARK)"),
        ("cp1252", "\ue000", "does not have \ue000 (U+E000)"),
    ],
)
def test_what_an_encoding_lacks_makes_it_utf_8(tmp_path: Path, encoding: str, text: str, message: str) -> None:
    content, (told,) = written(tmp_path / "a", encoding, "Un\n", text, "été")
    assert content == f"Un\n{text}été".encode()
    assert told.endswith(message)


def test_only_the_first_character_that_is_lacking_is_told(tmp_path: Path) -> None:
    _, (told,) = written(tmp_path / "a", "cp1252", "日", "本")
    assert "日" in told and "本" not in told


def test_an_encoding_that_was_a_guess_is_left_with_a_word_how_to_keep_it(tmp_path: Path) -> None:
    content, (told,) = written(tmp_path / "a", "cp1252", "été", leave=True)
    assert content == "été".encode()
    assert told == "written in UTF-8, because Windows-1252 was a guess; give --encoding windows-1252 to keep it"
    assert written(tmp_path / "b", "utf-16-le", "été", leave=True) == ("été".encode("utf-16-le"), [])


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_an_error_leaves_what_stood_there(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    with pytest.raises(KeyError), encoded_text(path, encoding, b"", print) as sink:
        sink.write("after")
        raise KeyError
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"before")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.sampled_from(_LEGACY), st.lists(st.text(st.sampled_from("aéœ’\nŁ"), max_size=6), max_size=4))
def test_whatever_the_pieces_the_whole_is_in_one_encoding(tmp_path: Path, encoding: str, texts: list[str]) -> None:
    content, told = written(tmp_path / "a", encoding, *texts)
    assert content.decode("utf-8" if told else encoding) == "".join(texts)
    assert bool(told) == ("".join(texts).encode(encoding, "ignore").decode(encoding) != "".join(texts))
