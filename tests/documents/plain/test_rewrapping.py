"""A wrapped paragraph of Markdown stays one: as many lines, behind what stood before each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.config import DocumentConfig
from translate.data import CodeKind, InlineCode
from translate.documents import READERS
from translate.documents.plain.rewrapping import Wrapping
from translate.engines.rotate import turn

WORDS = st.lists(
    st.sampled_from(["un", "chat", "dort", "(là)", "1", "12.", "- x", "# a", "`b c`", "*oui*"]), min_size=1
)


def wrapped(native: str, source: str, text: str, *codes: InlineCode) -> str:
    wrapping = Wrapping.of(native, source)
    return wrapping.fill(wrapping.break_up(text, codes))


@pytest.mark.parametrize(
    ("native", "text", "written"),
    [
        ("un deux", "one two", "one two"),
        ("un\ndeux", "one two", "one\ntwo"),
        ("un deux\r\n> trois", "one two three", "one two\r\n> three"),
        ("un deux trois\n   quatre", "a b c d", "a b c\n   d"),
        ("un\ndeux\ntrois", "one two", "one\ntwo"),
        ("un\ndeux", "one", "one"),
        ("un deux\ntrois", "one 2. three", "one 2.\nthree"),
        ("un deux\ntrois", "one - three", "one -\nthree"),
        ("un deux trois\nquatre", "one two # four", "one two #\nfour"),
        ("un &eacute;t&eacute;\nchaud", "a hot summer", "a hot\nsummer"),
        ("un deux\n> > trois", "one two three", "one two\n> > three"),
    ],
)
def test_a_paragraph_is_wrapped_as_it_was(native: str, text: str, written: str) -> None:
    source = " ".join(line.lstrip("> ") for line in native.replace("&eacute;", "é").splitlines())
    assert wrapped(native, source, text) == written


def test_no_line_ends_within_a_code() -> None:
    code = InlineCode(4, 13, CodeKind.ISOLATED, None, "code")
    assert wrapped("un deux trois\nquatre", "un deux trois quatre", "one `two two` x", code) == "one `two two`\nx"
    assert wrapped("un deux\ntrois quatre", "un deux trois quatre", "one `two two`", code) == "one\n`two two`"


def test_a_sign_of_the_text_is_no_mark_of_quotation() -> None:
    assert wrapped("un\n> deux", "un > deux", "one > two") == "one > two"


@given(words=WORDS, target=WORDS, breaks=st.sets(st.integers(0, 8)))
def test_a_wrapped_text_has_all_its_words_and_no_more_lines(
    words: list[str], target: list[str], breaks: set[int]
) -> None:
    native = "".join(word + ("\n> " if number in breaks else " ") for number, word in enumerate(words))[:-1].rstrip(
        ">\n "
    )
    found = wrapped(native, native.replace("\n> ", " "), " ".join(target))
    lines = found.split("\n> ")
    assert " ".join(lines) == " ".join(target)
    assert len(lines) <= native.count("\n") + 1
    assert not any(line.startswith(("- ", "# ", "12.")) for line in lines[1:])


def test_a_turned_document_has_its_lines(tmp_path: Path) -> None:
    text = '> Un chat [dort](a.html "Le chat")\r\n>   depuis l’&eacute;t&eacute;,\r\n> et `la nuit`.\r\n'
    text += "\r\n1. Un point\r\n   long\r\n"
    (tmp_path / "a.md").write_bytes(text.encode())
    reader = READERS.load("markdown")
    document = reader.read(tmp_path / "a.md", name="a.md", language="fr", config=DocumentConfig())
    with reader.rebuild(document, tmp_path / "b.md", language="en") as rebuilder:
        for block in document.blocks:
            kept = turn(block.text).replace(turn("(a.html"), "(a.html").replace(turn("`la nuit`"), "`la nuit`")
            rebuilder.write(block, kept, block.codes)
    made = (tmp_path / "b.md").read_bytes().decode()
    expected = text.replace("&eacute;", "é")
    for part in ("Un chat", "dort", "Le chat", "depuis l", "été", "et", "Un point", "long"):
        expected = expected.replace(part, turn(part), 1)
    assert made.replace("&egrave;", "è") == expected
