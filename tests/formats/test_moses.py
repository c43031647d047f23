"""Pairs of plain texts: which names are one, which file belongs to which, and what a line cannot hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import PLAIN, bitext
from translate.data import Variant
from translate.errors import FormatError
from translate.formats import FORMATS, Header, Remark, read_bitext, write_bitext

MOSES = FORMATS.load("moses")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("news.fr", True),
        ("news.FR", True),
        ("news.fr-CA", True),
        ("news.fr_CA", True),
        ("news.tok.fr.gz", True),
        ("news.fra", True),
        ("fr", False),
        ("news.md", False),
        ("news.py", False),
        ("news.gz", False),
        ("news.txt", False),
        ("news.fr.txt", False),
        ("news.xx", False),
    ],
)
def test_a_name_that_ends_in_a_language_is_one_of_a_pair(name: str, is_one: bool) -> None:
    assert MOSES.claims(Path(name)) is is_one


def pair(folder: Path, name: str, *, files: str) -> tuple[str, str]:
    """Make empty files, and return names of the languages that are read by one of them."""
    for file in files.split():
        (folder / file).write_text("")
    bitext_ = read_bitext(folder / name)
    return bitext_.source_language, bitext_.target_language


@pytest.mark.parametrize(
    ("name", "files", "languages"),
    [
        ("a.fr", "a.fr a.en", ("fr", "en")),
        ("a.en", "a.fr a.en", ("en", "fr")),
        ("a.fr-CA", "a.fr-CA a.en-US", ("fr-CA", "en-US")),
        ("a.fra", "a.fra a.eng b.de a.txt", ("fr", "en")),
        ("a.b.fr", "a.b.fr a.b.en a.de", ("fr", "en")),
        ("a.fr.gz", "a.fr.gz a.en.gz a.de", ("fr", "en")),
        ("a.fr", "a.fr a.en a.de.gz a.fr.gz", ("fr", "en")),
    ],
)
def test_the_other_file_is_the_one_beside_it(name: str, files: str, languages: tuple[str, str], tmp_path: Path) -> None:
    assert pair(tmp_path, name, files=files) == languages


@pytest.mark.parametrize(
    ("files", "found"),
    [("a.fr", "none"), ("a.fr b.en", "none"), ("a.fr a.en a.de", "a.de, a.en"), ("a.fr a.en.gz", "none")],
)
def test_none_or_several_beside_it_are_an_error(files: str, found: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=rf"a\.fr: needs exactly one text in another language .* \(found: {found}\)"):
        pair(tmp_path, "a.fr", files=files)


def test_a_name_without_language_needs_the_languages(tmp_path: Path) -> None:
    for name, content in (("a.fr", "Oui.\n"), ("a.en", "Yes.\n"), ("a", "")):
        (tmp_path / name).write_text(content)
    with pytest.raises(
        FormatError, match=r"a: has no language in its name; name it like news\.fr, or give the languages"
    ):
        MOSES.read(tmp_path / "a")
    (unit,) = MOSES.read(tmp_path / "a", Header("fr", "en")).units
    assert (unit.source.text, unit.target.text) == ("Oui.", "Yes.")


@pytest.mark.parametrize(
    ("source", "target", "short", "line"),
    [("a\nb\n", "a\n", "en", 2), ("", "a\n", "fr", 1), ("a\n", "a\nb", "fr", 2), ("a\n\n", "a\n", "en", 2)],
)
def test_a_file_that_ends_before_the_other_is_named_with_its_line(
    source: str, target: str, short: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / "a.fr").write_text(source)
    (tmp_path / "a.en").write_text(target)
    full = "a.fr" if short == "en" else "a.en"
    with pytest.raises(FormatError, match=rf"a\.{short}:{line}: ends here, but {full} has more lines"):
        list(read_bitext(tmp_path / "a.fr").units)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.tuples(*[st.text(st.sampled_from("a \n\r\x0b\x0c\x1c\x85\u2028\ufeff\ud800é"), max_size=6)] * 2))
)
def test_one_unit_is_one_line_whatever_is_in_it(tmp_path: Path, texts: list[tuple[str, str]]) -> None:
    units = [replace(PLAIN, source=Variant("fr", one), target=Variant("en", other)) for one, other in texts]
    remarks: list[Remark] = []
    write_bitext(bitext(units), tmp_path / "a", "moses", report=remarks.append)
    read = [(u.source.text, u.target.text) for u in read_bitext(tmp_path / "a.fr").units]
    assert len(read) == len(texts)
    changed = [
        (number, path)
        for number, (before, after) in enumerate(zip(texts, read, strict=True), 1)
        for path, one, other in zip(("a.fr", "a.en"), before, after, strict=True)
        if one != other
    ]
    assert [(remark.line, remark.path.name) for remark in remarks] == changed


def test_source_and_target_need_names_of_their_own(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="source and target are both 'fr'; two files cannot share a name"):
        MOSES.open(tmp_path / "a", Header("fr", "fr")).__enter__()
