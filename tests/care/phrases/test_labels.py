"""Labels are found with what stands around them, in the plural, and in capitals without accents."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.alignment.dictionary import Dictionary
from translate.care.phrases.labels import Labels, many_of
from translate.languages import UNDETERMINED, find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Hors ligne", "Offline"),
        ("hors ligne :", "offline:"),
        ("4) Chien méchant *", "4) Beware of the dog *"),
        ("Chien méchant !", "Beware of the dog!"),
        ("65 ans et plus :", "65 and over:"),  # no numbering
        ("n. d. *", "n/a *"),
        ("Chien méchant.", "Beware of the dog."),
        ("Annuler.", None),  # a word with a full stop is a sentence
        ("Annuler …", "Cancel …"),
        ("DATE D'ECHEANCE", "Due date"),
        ("Bons de livraison", "Delivery notes"),
        ("Hors de ligne", None),
        ("MARIE :", "MARIE:"),  # « marié » is a label, and she speaks
        ("ANNE-ROSE :", "ANNE-ROSE:"),
        ("MARIE", None),
        ("MARIÉE :", "Married:"),
        ("Pierre :", None),
        ("Il est hors ligne", None),
    ],
)
def test_a_label_is_found_with_what_stands_around_it(labels: Labels, label: str, said: str | None) -> None:
    found = labels.translate(label)
    assert (found and found[0]) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Cliquez sur « Enregistrer » puis "Fermer".', [("Enregistrer", "Save"), ("Fermer", "Close")]),
        ("« Enregistrer »", []),  # all of its text: a label as others are
        ("Il faut « enregistrer » tout.", []),
        ("Un mot : « Zzz ».", []),
    ],
)
def test_labels_in_quotation_marks_are_found_in_sentences(
    labels: Labels, text: str, found: list[tuple[str, str]]
) -> None:
    assert [(text[start:end], said) for start, end, said in labels.find_quoted(text)] == found


def test_days_and_months_keep_their_capitals(labels: Labels) -> None:
    assert [labels.translate(text) for text in ("janvier", "adresse")] == [("January", 7, 7), ("address", 7, 7)]


def test_no_label_comes_twice_and_none_is_empty(dictionary: Dictionary) -> None:
    lowered = [label.lower() for label in dictionary.labels]
    assert len(set(lowered)) == len(lowered) > 3_000
    assert all(label.strip() == label and said.strip() == said and said for label, said in dictionary.labels.items())


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("inhabitant of Lyon", "inhabitants of Lyon"),
        ("delivery note", "delivery notes"),
        ("goods", "goods"),
        ("glass", "glasses"),
        ("virus", "viruses"),
        ("alveolus", "alveoli"),
    ],
)
def test_the_noun_of_a_phrase_is_put_in_the_plural(one: str, many: str) -> None:
    assert many_of(one, EN) == many
    assert many_of(one, UNDETERMINED) == one


def test_labels_that_an_earlier_process_kept_are_the_same(
    labels: Labels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    made = Labels(labels.dictionary, FR, EN)._tables
    monkeypatch.setattr("translate.care.phrases.labels._tables_of", lambda labels: pytest.fail("made anew"))
    second = Labels(labels.dictionary, FR, EN)
    assert second._tables == made
    assert second.translate("Qté :") == labels.translate("Qté :")
