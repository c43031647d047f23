"""Labels with what was filled in: the list has the label, and what stands behind it goes to the engine alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.layers.filled import iter_filled
from translate.care.phrases.labels import Labels
from translate.data import CodeKind, Hypothesis, InlineCode, Passage


def mark(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Answer each passage with itself in angle brackets; a label of one letter would be no other text."""
    for passage in passages:
        text = f"<{passage.text}>"
        codes = tuple(InlineCode(c.start + 1, c.end + 1, c.kind, c.pair) for c in passage.codes)
        yield {passage: Hypothesis(text, -1.0, (), codes)}


def made(labels: Labels, *passages: Passage) -> dict[Passage, Hypothesis]:
    return {passage: one for some in iter_filled(passages, mark, labels) for passage, one in some.items()}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Profession : plombier", "<Profession :> <plombier>"),
        ("2. Profession : plombier", "<2. Profession :> <plombier>"),
        ("Durée (en jours) :", "<Durée> (<en jours>):"),
        ("Prix (€)", "<Prix> (€)"),
        ("Messages envoyés (3)", "<Messages envoyés> (3)"),
        ("Date / Signature", "<Date> / <Signature>"),
        ("Profession :", "<Profession :>"),
        ("Prix : 12,50 €", "<Prix : 12,50 €>"),  # no words: the list has it with its value
        ("Horaires : 9 à 12 h", "<Horaires : 9 à 12 h>"),  # the label tells them from durations
        ("Horaires : 9 à 12 h en été", "<Horaires :> <9:00 to 12:00 en été>"),
        ("Autonomie : 10 h en vidéo", "<Autonomie :> <10 hours en vidéo>"),
        ("Cuisson : 1 h 30", "<Cuisson : 1 h 30>"),
        ("Durée : 3 h", "<Durée : 3 h>"),
        ("Débit : 3 l/min", "<Débit : 3 l/min>"),  # no debit
        ("Débit : 3 euros par an", "<Débit :> <3 euros par an>"),
        ("Date : vers 9 h hier", "<Date :> <vers 9 h hier>"),  # the same by itself
        ("Il ajoute : plombier", "<Il ajoute : plombier>"),
        ("Date / hier soir", "<Date / hier soir>"),
        ("Marche / Arrêt", "<Marche / Arrêt>"),  # one label
        ("Nationalité : Suisse", "<Nationalité :> Swiss"),  # a people, which is a country too
        ("Nationalité du client : Corse", "<Nationalité du client :> Corsican"),
        ("Nationalité : Inconnue", "<Nationalité :> <Inconnue>"),
        ("Nom : LÉVÊQUE", "<Nom :> LÉVÊQUE"),
        ("Nom : Marteau", "<Nom :> <Marteau>"),
        ("Nom : Prénom", "<Nom :> <Prénom>"),
        ("Nom : facultatif", "<Nom :> <facultatif>"),
        ("Pays : Suisse", "<Pays :> <Suisse>"),
        ("Nom (Isère)", "<Nom (Isère)>"),  # as a town has its department
        ("Congés du 3 au 10 inclus.", "<Congés> <du 3 au 10 inclus.>"),
        ("Congés annuels du lundi 3 au jeudi 6 mai", "<Congés annuels> <du lundi 3 au jeudi 6 mai>"),
        ("Séjour du 3 au 10 mai", "<Séjour du 3 au 10 mai>"),  # no living room
        ("Facture du 3 mai", "<Facture du 3 mai>"),
        ("Congés au 3 mai du 4 mai", "<Congés au 3 mai du 4 mai>"),
        ("Il part (hier)", "<Il part (hier)>"),
    ],
)
def test_what_is_filled_in_goes_alone(labels: Labels, text: str, target: str) -> None:
    assert made(labels, Passage(text))[Passage(text)].text == target


def test_codes_stay_on_their_side_and_a_pair_over_both_parts_nothing(labels: Labels) -> None:
    start, end = (InlineCode(place, place, kind, 1) for place, kind in ((0, CodeKind.START), (12, CodeKind.END)))
    bold = Passage("Profession : plombier", (start, end))
    assert [(code.start, code.end) for code in made(labels, bold)[bold].codes] == [(1, 1), (13, 13)]
    whole = Passage("Profession : plombier", (start, InlineCode(21, 21, CodeKind.END, 1)))
    assert made(labels, whole)[whole].text == "<Profession : plombier>"


BOLD = (InlineCode(0, 3, CodeKind.START, 1), InlineCode(13, 17, CodeKind.END, 1))


@pytest.mark.parametrize(
    ("text", "codes", "target"),
    [
        ("<b>Présents :</b> M. Roux", BOLD, "<<b>Présents :</b>> <M. Roux>"),
        ("<b>Présents :</b>M. Roux", BOLD, "<<b>Présents :</b>M. Roux>"),  # nothing parts them
        ("<b>Présents :</b> 12,50", BOLD, "<<b>Présents :</b> 12,50>"),
        ("<b>Présents :</b> ", BOLD, "<<b>Présents :</b> >"),
        ("<b>Il ajoute</b> : oui", (BOLD[0], InlineCode(12, 16, CodeKind.END, 1)), "<<b>Il ajoute</b> : oui>"),
        ("<b>Présents : M. Roux</b>", (BOLD[0], InlineCode(21, 25, CodeKind.END, 1)), "<<b>Présents : M. Roux</b>>"),
    ],
)
def test_a_label_may_be_between_codes_with_its_colon(
    labels: Labels, text: str, codes: tuple[InlineCode, ...], target: str
) -> None:
    passage = Passage(text, codes)
    assert made(labels, passage)[passage].text == target


@pytest.mark.parametrize(
    ("text", "answer", "target"),
    [
        ("Remarque : il pleut.", "It rains.", "it rains."),
        ("Remarque : Il pleut.", "It rains.", "It rains."),
        ("Nationalité : française", "French", "French"),
        ("Jour : lundi", "Monday", "Monday"),
    ],
)
def test_a_small_letter_stays_small_but_in_words_that_have_a_capital(
    labels: Labels, text: str, answer: str, target: str
) -> None:
    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        yield {one: Hypothesis("X:" if one.text.endswith(":") else answer, -1.0) for one in passages}

    found = [one.text for some in iter_filled([Passage(text)], ask, labels) for one in some.values()]
    assert found == [f"X: {target}"]


@given(
    passages=st.lists(
        st.sampled_from(["Date : hier", "Date :", "hier", "Prix (€)", "Il dort."]).map(Passage), unique=True
    )
)
def test_every_passage_comes_back_once(labels: Labels, passages: list[Passage]) -> None:
    done = [passage for some in iter_filled(passages, mark, labels) for passage in some]
    assert sorted(done, key=str) == sorted(set(passages), key=str)
