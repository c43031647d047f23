"""Files of strings are aligned by their keys: whatever order a translator's tool wrote them in, each keeps its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.aligning.test_previous import CONFIG
from translate.aligning.keyed import keyed_units
from translate.aligning.previous import Joining, read_previous
from translate.config import MemoryConfig
from translate.documents import Source
from translate.documents.discovery import kind_of
from translate.run.run import run

OLD = "a=Ouvrir\nb=Fermer\nc=Enregistrez le fichier. Fermez-le ensuite.\nd=Annuler la commande\nz=Ouvrir\n"
TRANSLATION = "z=Opening\nd=Cancel order\nc=Save the file, then close it.\nb=Shut\na=Open\n"
FRENCH, ENGLISH = {"a": "Ouvrir", "b": "Fermer"}, {"b": "Shut", "a": "Open"}


def sources(folder: Path, old: str, translation: str, ending: str = "properties") -> tuple[Source, Source]:
    paths = folder / f"old.{ending}", folder / f"old.en.{ending}"
    for path, text in zip(paths, (old, translation), strict=True):
        path.write_text(text, encoding="utf-8")
    one, other = (Source(path, path.name, kind_of(path)) for path in paths)
    return one, other


def pairs(folder: Path, old: str, translation: str, ending: str = "properties") -> list[tuple[str, str]] | None:
    units = keyed_units(*sources(folder, old, translation, ending), CONFIG)
    return None if units is None else [(unit.source.text, unit.target.text) for unit in units]


def test_texts_of_one_key_are_a_unit_whatever_their_order(tmp_path: Path) -> None:
    assert pairs(tmp_path, OLD, TRANSLATION) == [
        ("Ouvrir", "Open"),
        ("Fermer", "Shut"),
        ("Enregistrez le fichier. Fermez-le ensuite.", "Save the file, then close it."),
        ("Annuler la commande", "Cancel order"),
        ("Ouvrir", "Opening"),
    ]


@pytest.mark.parametrize(
    ("ending", "layout"),
    [
        ("json", '"{}": "{}"'),
        ("strings", '"{}" = "{}";'),
        ("ini", "{} = {}"),
        ("yaml", "{}: {}"),
        ("toml", '{} = "{}"'),
    ],
)
def test_every_kind_of_strings_goes_by_its_keys(tmp_path: Path, ending: str, layout: str) -> None:
    written = [[layout.format(*pair) for pair in one.items()] for one in (FRENCH, ENGLISH)]
    texts = ["{" + ",\n".join(one) + "}" if ending == "json" else "\n".join(one) + "\n" for one in written]
    assert pairs(tmp_path, texts[0], texts[1], ending) == [("Ouvrir", "Open"), ("Fermer", "Shut")]


def test_as_many_sentences_are_units_of_their_own(tmp_path: Path) -> None:
    found = pairs(tmp_path, "a=Ouvrez le fichier. Fermez la porte.\n", "a=Open the file. Shut the door.\n")
    assert found == [("Ouvrez le fichier.", "Open the file."), ("Fermez la porte.", "Shut the door.")]


def test_what_the_checks_refuse_is_no_unit(tmp_path: Path) -> None:
    found = pairs(tmp_path, "a=Il y a 12 fichiers.\nb=Fermer\n", "a=There are 15 files.\nb=Shut\n")
    assert found == [("Fermer", "Shut")]


@pytest.mark.parametrize(
    ("old", "translation", "ending"),
    [
        ("Ouvrir\n", "Open\n", "txt"),
        ("a=Ouvrir\nb=Fermer\n", "x=Open\ny=Shut\n", "properties"),
        ("a=Ouvrir\na=Fermer\n", "a=Open\na=Shut\n", "properties"),
        ("", "a=Open\n", "properties"),
    ],
)
def test_without_keys_of_one_text_each_in_common_there_are_none(
    tmp_path: Path, old: str, translation: str, ending: str
) -> None:
    assert pairs(tmp_path, old, translation, ending) is None


def test_a_new_version_keeps_what_each_key_had(tmp_path: Path) -> None:
    old, translation = sources(tmp_path, OLD, TRANSLATION)
    previous = read_previous(old.path, translation.path, CONFIG)
    memory = previous.write(tmp_path, CONFIG)
    new = tmp_path / "new.properties"
    new.write_text(OLD.replace("d=", "e=Quitter\nd="), encoding="utf-8")
    config = replace(CONFIG, memory=MemoryConfig(files=(str(memory),)))
    report = run(
        [Source(new, new.name, "properties")],
        tmp_path / "out",
        config,
        segmenting=lambda one: Joining(one, previous.joined),
    )
    assert not report.failed
    made = (tmp_path / "out" / "new.en.properties").read_text(encoding="utf-8")
    assert made.splitlines() == [
        "a=Open",
        "b=Shut",
        "c=Save the file, then close it.",
        "e=Quitter",
        "d=Cancel order",
        "z=Opening",
    ]
