"""Speeches: sentences over several cues are one text, and what is not said stays around it."""

from __future__ import annotations

import pytest

from translate.documents.subtitles.cues import dialogue_cues, timed_cues
from translate.documents.subtitles.speeches import grouped, iter_speeches, text_of


def said(*bodies: str, gap: float = 0.1) -> list[str]:
    """Return the texts of cues of two seconds each."""
    starts = [number * (2 + gap) for number in range(len(bodies))]
    text = "".join(
        f"00:{start:06.3f} --> 00:{start + 2:06.3f}\n{body}\n\n" for start, body in zip(starts, bodies, strict=True)
    )
    return [text_of(group)[0] for group in grouped(iter_speeches(text, timed_cues(text), ""))]


@pytest.mark.parametrize(
    ("bodies", "texts"),
    [
        (("Il est venu,", "et il est parti."), ["Il est venu, et il est parti."]),
        (("Il est\nvenu", "hier.", "Il dort."), ["Il est venu hier.", "Il dort."]),
        (("Il parle à", "Marie."), ["Il parle à Marie."]),
        (("Il est venu.", "et il est parti."), ["Il est venu.", "et il est parti."]),
        (("Il est venu", "- et toi ?"), ["Il est venu", "et toi ?"]),
        (("- Oui ?\n- Non.",), ["Oui ?", "Non."]),
        (("- Oui, je\nviens.\n- Non.",), ["Oui, je viens.", "Non."]),
        (("<i>Un mot,</i>", "<i>puis deux.</i>"), ["Un mot, puis deux."]),
        (("Un <i>mot,</i>", "<i>puis</i> deux."), ["Un <i>mot,</i> <i>puis</i> deux."]),
        (("{\\an8}Un mot.",), ["Un mot."]),
        (("<v Léa>Un mot.</v>",), ["Un mot."]),
        (("<v Léa>Un mot.",), ["Un mot."]),
        (("{\\an8}Un mot", "dit-il"), ["Un mot", "dit-il"]),
        (("{\\an8}Un mot", "{\\an8}dit-il"), ["Un mot dit-il"]),
        (("<v Léa>Un mot</v>", "<v Marc>dit-il</v>"), ["Un mot", "dit-il"]),
        (("♪ Un mot ♪", "encore"), ["Un mot", "encore"]),
        (("(porte)", "il entre"), ["(porte)", "il entre"]),
        (("[Bruit de porte]\nQui est\nlà ?",), ["[Bruit de porte]", "Qui est là ?"]),
        (("MARIE : Pars\nd'ici !\nPAUL : Non.",), ["MARIE : Pars d'ici !", "PAUL : Non."]),
        (("Il a dit : non.\nEt puis (plus bas) : oui.",), ["Il a dit : non. Et puis (plus bas) : oui."]),
        (("...", "♪", "12"), []),
        (("Rock &amp; roll",), ["Rock & roll"]),
    ],
)
def test_what_is_said_is_one_text_a_sentence(bodies: tuple[str, ...], texts: list[str]) -> None:
    if "♪ Un mot ♪" in bodies:
        texts = ["Un mot encore"]
    assert said(*bodies) == texts


def test_a_pause_ends_a_sentence() -> None:
    assert said("Il est venu,", "et il est parti.", gap=2) == ["Il est venu,", "et il est parti."]


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("0,{},Bas,Paul", True),
        ("0,{},Bas,", True),
        ("1,{},Bas,Paul", False),
        ("0,{},Haut,Paul", False),
        ("0,{},Bas,Zoé", False),
    ],
)
def test_a_sentence_of_ass_stays_with_its_layer_style_and_speaker(other: str, joined: bool) -> None:
    head = "[Events]\nFormat: Layer, Start, End, Style, Name, Text\n"
    one, two = "0:00:01.00,0:00:02.00", "0:00:02.10,0:00:03.00"
    content = f"{head}Dialogue: 0,{one},Bas,Paul,Un mot\nDialogue: {other.format(two)},dit-il\n"
    groups = list(grouped(iter_speeches(content, dialogue_cues(content), r"\\N")))
    assert len(groups) == (1 if joined else 2)
