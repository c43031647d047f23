"""Labels keep the sign of their access key, on a letter of the translation; what is no label is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from translate.care.layers.accelerators import iter_keyed
from translate.data import CodeKind, Hypothesis, InlineCode, Passage

WORDS = frozenset("fermer coller tout oui non langue zoom avant aide remplacer chercher".split())


def through(source: str, plain: str, target: str) -> str:
    """Return what becomes of `source`, where the model says `target` of `plain`."""
    asked: list[str] = []

    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        asked.extend(passage.text for passage in passages)
        yield {passage: Hypothesis(target, -1.0) for passage in passages}

    passage = Passage(source)
    (made,) = [done[passage] for done in iter_keyed([passage], ask, WORDS.__contains__) if passage in done]
    assert asked == [plain]
    return made.text


@pytest.mark.parametrize(
    ("source", "plain", "target", "made"),
    [
        ("&Fermer", "Fermer", "Close", "&Close"),
        ("Ferme&r", "Fermer", "Close", "&Close"),
        ("Co&ller", "Coller", "Paste", "&Paste"),
        ("C_oller", "Coller", "Copy over", "Copy _over"),
        ("_Chercher…", "Chercher…", "Search…", "Sear_ch…"),
        ("Aide", "Aide", "Help", "Help"),
        ("&Langue :", "Langue :", "Language:", "&Language:"),
        ("Zoom a_vant", "Zoom avant", "12", "12"),
        ("&Oui", "Oui", "Oui", "&Oui"),
    ],
)
def test_the_sign_goes_to_a_letter_of_the_translation(source: str, plain: str, target: str, made: str) -> None:
    assert through(source, plain, target) == made


@pytest.mark.parametrize(
    "text",
    ["R&D", "AT&T", "Roux & Fils", "un_nom_long", "mon_nom", "&eacute;t&eacute;", "a&&b", "?a=1&oui=2", "&inconnu"],
)
def test_what_is_no_access_key_is_left_alone(text: str) -> None:
    assert through(text, text, "Anything") == "Anything"


def test_codes_beside_the_key_stay_where_they_are() -> None:
    passage = Passage("**&Oui**", (InlineCode(0, 2, CodeKind.START, 0), InlineCode(6, 8, CodeKind.END, 0)))

    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        codes = (InlineCode(0, 2, CodeKind.START, 0), InlineCode(5, 7, CodeKind.END, 0))
        yield {one: Hypothesis("**Yes**", 0.0, codes=codes) for one in passages}

    (made,) = [done[passage] for done in iter_keyed([passage], ask, WORDS.__contains__)]
    assert made.text == "**&Yes**"
    assert [made.text[code.start : code.end] for code in made.codes] == ["**", "**"]


def test_two_keys_stand_each_in_the_translation_of_its_own_word() -> None:
    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        (passage,) = passages
        assert passage.text == "Oui / Non"
        places = (0, 3, 6, 8)
        codes = (replace(code, start=p, end=p) for code, p in zip(passage.codes, places, strict=True))
        yield {passage: Hypothesis("Yes / No", 0.0, codes=tuple(codes))}

    passage = Passage("&Oui / &Non")
    (made,) = [done[passage] for done in iter_keyed([passage], ask, WORDS.__contains__)]
    assert (made.text, made.codes) == ("&Yes / &No", ())
