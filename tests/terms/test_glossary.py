"""Glossaries are read, or each fault in them is said in one line with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.terms.glossary import Term, read_glossary

ENTRY = (
    '<termEntry id="1"><langSet xml:lang="fr"><tig><term>chat</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>cat</term></tig></langSet></termEntry>'
)
TBX = f'<?xml version="1.0"?>\n<martif type="TBX" xml:lang="en"><text><body>\n{ENTRY}\n</body></text></martif>'
TSV = "# termes\nchat\tcat\n\nchien\tdog|hound\trequired\nzut\tdarn\tforbidden\nACME\tACME\tkeep\n"


def read(folder: Path, name: str, content: str | bytes) -> tuple[Term, ...]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_glossary(path, "fr", "en")


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "a.tbx", TBX)
    other = read(tmp_path, "a.tsv", TSV)
    assert one.source == other[0].source == "chat"
    assert [term.source for term in other] == ["chat", "chien", "zut", "ACME"]


BAD = {
    "a nul": ("a.tbx", TBX.replace("chat", "ch\0at"), "3: "),
    "an open comment": ("a.tbx", TBX.replace(ENTRY, "<!-- two\nlines"), "5: "),
    "a wrong end": ("a.tbx", TBX.replace("</term>", "</tirm>", 1), "3: "),
    "cut off": ("a.tbx", TBX[:-30], "is not well-formed XML: "),
    "one column": ("a.tsv", "chat\tcat\nchien\n", "2: "),
    "a kind that is none": ("a.tsv", "chat\tcat\tmaybe\n", "1: "),
    "no target": ("a.tsv", "chat\t\n", "1: "),
    "no source": ("a.tsv", "\tcat\n", "1: "),
    "other bytes": ("a.tsv", b"chat\tcat\n\xe9t\xe9\tsummer\n", ""),
}


@pytest.mark.parametrize("case", BAD)
def test_a_fault_is_one_line_with_its_place(case: str, tmp_path: Path) -> None:
    name, content, place = BAD[case]
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, name, content)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / name))
    assert place in message
    assert "\n" not in message


BITS = [
    b"", b"\0", b"\xff", b"<", b">", b"&", b'"', b"\n", b"\t", b"#", b"|", b"keep", b"<!DOCTYPE x [<!ENTITY y 'z'>]>",
    b"</term>", b"<termEntry>", b"xml:lang='fr'", b"\xef\xbb\xbf",
]  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    content=st.sampled_from([("a.tbx", TBX), ("a.tsv", TSV)]),
    places=st.lists(st.tuples(st.sampled_from(BITS), st.floats(0, 1), st.integers(0, 8)), min_size=1, max_size=3),
)
def test_a_damaged_glossary_is_read_or_refused(
    content: tuple[str, str], places: list[tuple[bytes, float, int]], tmp_path: Path
) -> None:
    data = content[1].encode()
    for bit, place, cut in places:
        at = round(place * len(data))
        data = data[:at] + bit + data[at + cut :]
    try:
        terms = read(tmp_path, content[0], data)
    except GlossaryError as exc:
        assert "\n" not in str(exc)
    else:
        assert all(term.source.strip() for term in terms)
