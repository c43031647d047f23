"""What a memory suggests for a unit reaches the tools that show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.data import Bitext, Origin, Suggestion, TranslationUnit, Variant
from translate.formats import Header, read_bitext, write_bitext
from translate.formats.omegat import open_project, write_project

SUGGESTED = Suggestion("Il a plu <hier>.", "It rained & stopped.", 80, "client.tmdb")
UNITS = tuple(
    TranslationUnit(
        f"u{number}", Variant("fr", text), Variant("en", "x"), Origin.MACHINE, 90.0, suggestions=(SUGGESTED,)
    )
    for number, text in enumerate(("Il pleut.", "Il pleuvra."))
)


def test_a_project_of_omegat_is_offered_each_suggestion_once(tmp_path: Path) -> None:
    project = open_project(tmp_path / "project", Header("fr", "en"))
    with write_project(project, "a") as writer:
        for unit in UNITS:
            writer.write(unit)
    (offered,) = read_bitext(tmp_path / "project" / "tm" / "a.tmx").units
    assert (offered.source.text, offered.target.text) == (SUGGESTED.source, SUGGESTED.target)
    assert offered.origin == Origin.MEMORY
    assert writer.counts == {".": 1, "mt/penalty-10": 2}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("xliff", '<alt-trans match-quality="80%" origin="client.tmdb">'),
        ("xliff2", '<mtc:match ref="#m" matchQuality="80" origin="client.tmdb">'),
        ("json", '"suggestions": [{"source": "Il a plu <hier>."'),
    ],
)
def test_a_file_has_them_as_its_format_calls_them(name: str, written: str, tmp_path: Path) -> None:
    (path,) = write_bitext(Bitext("fr", "en", UNITS, ""), tmp_path / "a", name)
    assert path.read_text(encoding="utf-8").count(written) == 2
    assert [unit.suggestions for unit in read_bitext(path).units] == [(SUGGESTED,)] * 2


def test_a_file_without_suggestions_has_no_place_for_them(tmp_path: Path) -> None:
    plain = Bitext("fr", "en", (TranslationUnit("1", Variant("fr", "Oui"), Variant("en", "Yes"), Origin.HUMAN),), "")
    for name in ("xliff", "xliff2", "json"):
        (path,) = write_bitext(plain, tmp_path / name, name)
        text = path.read_text(encoding="utf-8")
        assert not any(mark in text for mark in ("alt-trans", "mtc", "suggestions"))
