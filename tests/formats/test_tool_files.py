"""Files of other tools that are read and never written: Qt Linguist, string catalogues of Apple, packages."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from translate.data import Bitext, State
from translate.errors import FormatError, UsageError
from translate.formats import Header, Remark, pairs_of, read_bitext, write_bitext
from translate.formats.base import UnnamedLanguagesError

TS = '<?xml version="1.0"?>\n<!DOCTYPE TS>\n<TS version="2.1"{}>\n<context><name>Menu</name>{}</context></TS>'
NAMED = ' sourcelanguage="fr_FR" language="en_GB"'


def texts_of(bitext: Bitext) -> list[tuple[str, str, str]]:
    return [(unit.name, unit.source.text, unit.target.text) for unit in bitext.units]


def linguist(folder: Path, messages: str, named: str = NAMED) -> Path:
    path = folder / "a.ts"
    path.write_text(TS.format(named, messages), "utf-8")
    return path


def test_messages_of_qt_are_units_with_their_states(tmp_path: Path) -> None:
    path = linguist(
        tmp_path,
        "<message><source>Fermer</source><comment>bouton</comment><translation>Close</translation></message>"
        "<message id='x'><source>Un mot</source><translation type='unfinished'>A word</translation></message>"
        "<message><source>Rien</source><translation type='unfinished'/></message>",
    )
    bitext = read_bitext(path)
    assert (bitext.source_language, bitext.target_language) == ("fr-FR", "en-GB")
    assert texts_of(bitext) == [
        ("Menu, message 1", "Fermer", "Close"), ("Menu, message x", "Un mot", "A word"), ("Menu, message 3", "Rien", "")
    ]  # fmt: skip
    first, second, third = bitext.units
    assert [note.text for note in first.notes] == ["bouton"]
    assert [one.standing for one in (first, second, third)] == [State.TRANSLATED, State.DRAFT, State.UNTRANSLATED]


def test_plural_forms_and_lengths_of_qt_are_told_apart_and_what_vanished_is_left_out(tmp_path: Path) -> None:
    forms = "<numerusform>%n word</numerusform><numerusform><lengthvariant>%n words</lengthvariant></numerusform>"
    path = linguist(
        tmp_path,
        f"<message numerus='yes'><source>%n mot(s)</source><translation>{forms}</translation></message>"
        "<message><source>Vieux</source><translation type='vanished'>Old</translation></message>",
    )
    remarks: list[Remark] = []
    found = texts_of(read_bitext(path, report=remarks.append))
    assert [target for _, _, target in found] == ["%n word", "%n words"]
    assert found[0][0] != found[1][0]
    assert "vanished" in remarks[0].message


def test_languages_that_qt_does_not_name_are_asked_for(tmp_path: Path) -> None:
    path = linguist(tmp_path, "<message><source>a</source><translation>b</translation></message>", ' language="en"')
    with pytest.raises(UnnamedLanguagesError, match="its source is; give --source-language"):
        read_bitext(path)
    assert read_bitext(path, default=Header("fr", "en")).source_language == "fr"
    with pytest.raises(FormatError, match="no file of Qt Linguist"):
        path.write_text("<a/>")
        read_bitext(path)


def unit(value: str, state: str = "translated") -> dict[str, object]:
    return {"stringUnit": {"state": state, "value": value}}


def catalogue(folder: Path, strings: dict[str, object]) -> Path:
    path = folder / "a.xcstrings"
    path.write_text(json.dumps({"sourceLanguage": "fr", "strings": strings, "version": "1.0"}), "utf-8")
    return path


FORMS = {"one": unit("%d mot"), "other": unit("%d mots")}
STRINGS: dict[str, object] = {
    "Fermer": {"comment": "bouton", "localizations": {"de": unit("Zu"), "en": unit("Close", "needs_review")}},
    "mots": {
        "localizations": {
            "fr": {"variations": {"plural": FORMS}},
            "en": {"variations": {"plural": {"one": unit("%d word"), "few": unit("%d words")}}},
        }
    },
    "Rien": {},
    "Marque": {"shouldTranslate": False},
}


def test_localizations_of_apple_are_units_beside_the_same_variation_of_the_source(tmp_path: Path) -> None:
    path = catalogue(tmp_path, STRINGS)
    bitext = read_bitext(path, Header("fr", "en"))
    assert texts_of(bitext) == [
        ("Fermer", "Fermer", "Close"),
        ("mots.variations.plural.one", "%d mot", "%d word"),
        ("mots.variations.plural.few", "%d mots", "%d words"),
        ("Rien", "Rien", ""),
    ]
    first = next(iter(bitext.units))
    assert (first.standing, [note.text for note in first.notes]) == (State.DRAFT, ["bouton"])


def test_the_languages_of_a_string_catalogue_are_those_it_has(tmp_path: Path) -> None:
    path = catalogue(tmp_path, STRINGS)
    assert pairs_of(path) == (Header("fr", "de"), Header("fr", "en"))
    assert read_bitext(path).target_language == "de"
    with pytest.raises(UnnamedLanguagesError, match="give --target-language"):
        read_bitext(catalogue(tmp_path, {"Rien": {}}))


@pytest.mark.parametrize(
    ("content", "message"), [("{", "is no JSON"), ("[]", "no string catalogue"), ("[" * 99_999, "is no JSON")]
)
def test_another_file_under_the_name_of_a_string_catalogue_is_refused(
    content: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xcstrings"
    path.write_text(content, "utf-8")
    with pytest.raises(FormatError, match=message):
        read_bitext(path)


XLIFF = (
    '<xliff version="1.2"><file original="a" source-language="fr"{} datatype="plaintext"><body>'
    '<trans-unit id="1"><source>{}</source>{}</trans-unit></body></file></xliff>'
)


def xliff(source: str, target: str, language: str = "en") -> str:
    if not target:
        return XLIFF.format("", source, "")
    return XLIFF.format(f' target-language="{language}"', source, f"<target>{target}</target>")


def package(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["job.sdlppx", "JOB.SDLRPX", "job.mqxlz", "job.xlz"])
def test_the_files_of_a_package_are_one_bitext(name: str, tmp_path: Path) -> None:
    members = {
        "fr/a.sdlxliff": xliff("La grange", ""),
        "en/a.sdlxliff": xliff("La grange", "The barn"),
        "en/b.xlf": xliff("Le toit", "The roof"),
        "de/a.sdlxliff": xliff("La grange", "Die Scheune", "de"),
        "project.sdlproj": "<x/>",
    }
    path, remarks = package(tmp_path / name, members), list[Remark]()
    bitext = read_bitext(path, report=remarks.append)
    assert texts_of(bitext) == [
        ("a.sdlxliff#1", "La grange", "The barn"), ("b.xlf#1", "Le toit", "The roof")
    ]  # fmt: skip
    assert [(str(one.path), one.message) for one in remarks if "left out" in one.message] == [
        (str(path / "de/a.sdlxliff"), "is in fr–de, and is left out.")
    ]
    assert pairs_of(path) == (Header("fr", "en"), Header("fr", "de"))
    assert [unit.target.text for unit in read_bitext(path, Header("fr", "de")).units] == ["Die Scheune"]
    with pytest.raises(FormatError, match="fr"):
        read_bitext(path, Header("fr", "it"))


def test_a_package_that_names_no_target_is_read_in_the_languages_that_are_stated(tmp_path: Path) -> None:
    path = package(tmp_path / "a.mqxlz", {"document.mqxliff": xliff("La grange", "")})
    with pytest.raises(UnnamedLanguagesError):
        read_bitext(path)
    assert texts_of(read_bitext(path, default=Header("fr", "en")))[0][1:] == ("La grange", "")


def test_a_fault_in_a_package_is_said_with_the_file_in_it(tmp_path: Path) -> None:
    path = package(tmp_path / "a.sdlppx", {"en/a.sdlxliff": "<xliff version='1.2'>"})
    with pytest.raises(FormatError, match=r"a\.sdlppx.en.a\.sdlxliff"):
        list(read_bitext(path).units)
    with pytest.raises(FormatError, match="no XLIFF file in it"):
        read_bitext(package(tmp_path / "b.sdlppx", {"readme.txt": "x"}))
    with pytest.raises(FormatError, match="damaged"):
        (tmp_path / "c.sdlppx").write_bytes(b"PK\x03\x04")
        read_bitext(tmp_path / "c.sdlppx")


def test_files_of_other_tools_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="qt"):
        write_bitext(read_bitext(linguist(tmp_path, "")), tmp_path / "b", "qt")
