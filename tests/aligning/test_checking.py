"""A document is checked against its translation, of every kind; a new kind joins by its file in `tests/documents`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.aligning.test_furniture import ENGLISH, FRENCH
from tests.aligning.test_kinds import FEWEST, FILES, filled, with_plain_marks
from tests.documents.pdfs import At, lines, write_pdf
from translate.aligning.checking import are_documents, pair_to_check
from translate.checks import check_unit, load_checks
from translate.config import CheckConfig, Config, EngineConfig
from translate.data import TranslationUnit
from translate.errors import DocumentError

CONFIG = Config(engine=EngineConfig(name="none"))
WRONG = "Its roof was carried off by lightning in 1940."
RIGHT = ENGLISH[2]


def pairs_of(units: Iterator[TranslationUnit] | tuple[TranslationUnit, ...]) -> list[tuple[str, str]]:
    return [(with_plain_marks(unit.source.text), with_plain_marks(unit.target.text)) for unit in units]


def check(source: Path, target: Path) -> list[TranslationUnit]:
    return list(pair_to_check(source, target, CONFIG).units)


def issues_of(unit: TranslationUnit) -> set[str]:
    config = CheckConfig()
    return {issue.check for issue in check_unit(unit, load_checks(config), config)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_texts_of_a_document_of_every_kind_stand_beside_their_translations(path: Path, tmp_path: Path) -> None:
    one, count = filled(path, tmp_path, FRENCH, "fr")
    other, _ = filled(path, tmp_path, [text.replace(RIGHT, WRONG) for text in ENGLISH], "en")
    assert are_documents([one.path, other.path])
    units = check(one.path, other.path)
    expected = [pair for pair in zip(FRENCH, ENGLISH, strict=True) if pair[1] != RIGHT][: count - 1]
    found = pairs_of(tuple(units))
    lost = [pair for pair in expected if not any(pair[0] in text and pair[1] in beside for text, beside in found)]
    assert expected and len(lost) <= len(expected) / 10, lost
    if count >= FEWEST:
        # A text that is wrapped may be aligned by its lines.
        wrong = [unit for unit in units if WRONG.rpartition(" ")[2] in with_plain_marks(unit.target.text)]
        assert any("numbers" in issues_of(unit) for unit in wrong)


def test_tables_are_documents_where_their_names_tell_languages_and_their_columns_none(tmp_path: Path) -> None:
    names = ("prix.fr.csv", "prix.en.csv", "prix.csv", "liste.csv", "mots.fr.csv", "mots.csv")
    paths = {name: tmp_path / name for name in names}
    for name, path in paths.items():
        path.write_text("fr,en\nun,one\n" if "mots" in name else "id,nom\n1,un\n", "utf-8")
    assert are_documents([paths["prix.fr.csv"], paths["prix.en.csv"]])
    assert are_documents([paths["prix.csv"], paths["prix.en.csv"]])
    assert not are_documents([paths["prix.csv"], paths["liste.csv"]])
    assert not are_documents([paths["mots.fr.csv"], paths["mots.csv"]])


def test_a_place_is_said_of_what_stands_in_a_part(tmp_path: Path) -> None:
    path = next(path for path in FILES if path.suffix == ".xlsx")
    one, other = (filled(path, tmp_path, texts, code)[0] for texts, code in ((FRENCH, "fr"), (ENGLISH, "en")))
    notes = {note.text for unit in check(one.path, other.path) for note in unit.notes}
    assert any("cell" in note for note in notes)


def test_documents_of_two_kinds_or_layouts_are_aligned(tmp_path: Path) -> None:
    source, target = tmp_path / "guide.md", tmp_path / "guide.txt"
    source.write_text("\n\n".join(f"# {text}" if place == 0 else text for place, text in enumerate(FRENCH)), "utf-8")
    target.write_text("\n\n".join((*ENGLISH[:5], "", "", *ENGLISH[5:])), "utf-8")
    assert pairs_of(tuple(check(source, target))) == list(zip(FRENCH, ENGLISH, strict=True))
    longer = tmp_path / "longer.txt"
    longer.write_text("\n\n".join((*FRENCH, "Le refuge ferme en octobre.")), "utf-8")
    units = check(longer, target)
    assert set(pairs_of(tuple(units))) >= set(zip(FRENCH[:-1], ENGLISH[:-1], strict=True))
    assert all(unit.score is None for unit in units)


def test_blocks_that_have_other_numbers_of_sentences_are_pairs_as_they_are(tmp_path: Path) -> None:
    source, target = tmp_path / "a.fr.txt", tmp_path / "a.en.txt"
    source.write_text("Il pleut. Il neige.\n\nLe car part.", "utf-8")
    target.write_text("It is raining and snowing.\n\nThe coach leaves.", "utf-8")
    assert pairs_of(tuple(check(source, target))) == [
        ("Il pleut. Il neige.", "It is raining and snowing."),
        ("Le car part.", "The coach leaves."),
    ]


def test_a_pdf_is_checked_against_a_document_of_another_kind(tmp_path: Path) -> None:
    plain = [text for text in FRENCH if text.isascii() or "'" not in text][:8]
    page = [At(72, 760 - 40 * place, text) for place, text in enumerate(plain)]
    source = write_pdf(tmp_path / "guide.pdf", page, lines(72, 700, plain[0]))
    target = tmp_path / "guide.en.txt"
    target.write_text("\n\n".join(ENGLISH[FRENCH.index(text)] for text in plain), "utf-8")
    assert are_documents([source, target])
    found = pairs_of(tuple(check(source, target)))
    assert {(text, ENGLISH[FRENCH.index(text)]) for text in plain[2:]} <= set(found)


def test_data_in_json_are_documents_and_a_bitext_in_json_is_none(tmp_path: Path) -> None:
    one, other, bitext = (tmp_path / name for name in ("fr.json", "en.json", "both.json"))
    one.write_text(json.dumps({"menu": {"open": "Ouvrir le sac"}}), "utf-8")
    other.write_text(json.dumps({"menu": {"open": "Open the bag"}}), "utf-8")
    bitext.write_text(json.dumps({"source_language": "fr", "target_language": "en", "units": []}), "utf-8")
    assert are_documents([one, other])
    assert not are_documents([bitext, other]) and not are_documents([one]) and not are_documents([one, other, one])
    assert pairs_of(tuple(check(one, other))) == [("Ouvrir le sac", "Open the bag")]


def test_a_translation_that_cannot_be_read_is_an_error_with_its_name(tmp_path: Path) -> None:
    one, other = tmp_path / "a.docx", tmp_path / "a.en.docx"
    one.write_bytes(next(path for path in FILES if path.suffix == ".docx").read_bytes())
    other.write_bytes(b"PK\x03\x04")
    with pytest.raises(DocumentError, match=r"a\.en\.docx"):
        check(one, other)


def test_words_and_languages_within_tags_are_no_tags_lost(tmp_path: Path) -> None:
    one, other = tmp_path / "a.html", tmp_path / "a.en.html"
    body = "<p>{} <a href='a' title='{}' hreflang='{}'>{}</a> <img src='{}' alt='{}'> 1.</p>"
    one.write_text(body.format("Voir", "Le site", "fr", "ici", "a.png", "Une vue"), "utf-8")
    other.write_text(body.format("See", "The site", "en", "here", "b.png", "A view"), "utf-8")
    said = [
        issue for unit in check(one, other) for issue in check_unit(unit, load_checks(CheckConfig()), CheckConfig())
    ]
    assert ["a.png" in issue.message for issue in said if issue.check == "tags"] == [True, False]
