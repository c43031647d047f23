"""Raw engines: nothing but the letters of a text changes, and turned twice it is itself again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.cli import main
from translate.config import EngineConfig
from translate.data import CodeKind, Hypothesis, InlineCode, Origin, Passage
from translate.engines import ENGINES
from translate.engines.raw import RawTranslator
from translate.engines.rotate import turn

RAW = ["echo", "rotate"]
TEXTS = st.lists(
    st.sampled_from(
        [
            *(
                "Été",
                "l’",
                "« oui »",
                "ÇA",
                "à 8 h",
                "12",
                " ",
                "\u00a0",
                ".",
                "(",
                "{nom}",
                "%s",
                "%(total)d",
                "%",
                "s",
            ),
            *(
                "https://exemple.fr/a",
                "www.",
                "a@b.fr",
                "k.pbz",
                "x.com",
                "<b>",
                "</b>",
                "<o>",
                "&eacute;",
                "`ls`",
                "{",
            ),
            *("{n, plural, one {un chat} other {# chats de {nom}}}", "}", "\u0301", "œuvre", "ŸÜ", "\n", "🙂"),
        ]
    ),
    max_size=12,
).map("".join)


def through(name: str, *passages: Passage) -> list[Hypothesis]:
    found: dict[Passage, Hypothesis] = {}
    for done in RawTranslator(ENGINES.load(name).load(EngineConfig(name=name), None)).iter_translate(passages):
        assert not found.keys() & done.keys()
        found.update(done)
    assert found.keys() == set(passages)
    return [found[passage] for passage in passages]


def turned(text: str) -> str:
    return through("rotate", Passage(text))[0].text


def test_the_raw_engines_need_no_model() -> None:
    assert [name for name in ENGINES if ENGINES.load(name).is_raw] == RAW
    assert {ENGINES.load(name).weights for name in RAW} == {None}


@given(TEXTS)
def test_an_echo_is_the_text(text: str) -> None:
    assert through("echo", Passage(text))[0].text == text


@given(TEXTS | st.text())
def test_what_is_turned_twice_is_as_it_was(text: str) -> None:
    once = turned(text)
    assert len(once) == len(text)
    assert turned(once) == text
    assert all(new in (old, turn(old)) for old, new in zip(text, once, strict=True))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Le chat dort.", "Yr pung qbeg."),
        ("éàêîôùçœü ÉÀÊÎÔÙÇŒÜ", "èâëïöûñæÿ ÈÂËÏÖÛÑÆŸ"),
        ("« L’œuf », dit-il : 1 234,5 €…", "« Y’æhs », qvg-vy : 1 234,5 €…"),
        ("Bonjour {nom}, %s et %(total)d.", "Obawbhe {nom}, %s rg %(total)d."),
        ("Lisez <b>ceci</b> &amp; cela.", "Yvfrm <b>prpv</b> &amp; pryn."),
        ("Voir https://exemple.fr/aide ou a@b.fr.", "Ibve https://exemple.fr/aide bh a@b.fr."),
        ("Tapez `ls -l` ici.", "Gncrm `ls -l` vpv."),
        ("{n, plural, one {un chat} other {# chats à {nom}}}", "{n, plural, one {ha pung} other {# pungf â {nom}}}"),
        ("OUVERT À 8 H", "BHIREG Â 8 U"),
        ("Ĺ ß ñ ж", "Ĺ ß ç ж"),
    ],
)
def test_letters_turn_and_what_is_protected_stays(text: str, target: str) -> None:
    assert turned(text) == target


def test_codes_stay_at_their_places_with_what_they_hold() -> None:
    codes = (
        InlineCode(3, 5, CodeKind.START, 1, "bold"),
        InlineCode(9, 11, CodeKind.END, 1, "bold"),
        InlineCode(11, 11, CodeKind.ISOLATED, None, "x-note"),
        InlineCode(12, 18, CodeKind.ISOLATED, None, "code"),
    )
    passage = Passage("Le **chat** `a, b` dort", codes)
    assert through("rotate", passage) == [Hypothesis("Yr **pung** `a, b` qbeg", 0.0, codes=codes)]
    assert through("echo", passage) == [Hypothesis(passage.text, 0.0, codes=codes)]


@pytest.mark.parametrize("name", RAW)
def test_what_has_no_letters_but_protected_ones_is_carried(name: str) -> None:
    carried = ["12,5 %", "{nom} : %s", "https://exemple.fr"]
    origins = [one.origin for one in through(name, *map(Passage, [*carried, "à"]))]
    assert origins == [*[Origin.CARRIED] * len(carried), Origin.MACHINE]


@pytest.mark.parametrize("name", RAW)
def test_no_care_touches_what_a_raw_engine_says(name: str, tmp_path: Path) -> None:
    text = "OUVERT À 8 H\nIl a dit « Viens. Reste “un peu” ici. » à 1 234,5 km.\n&Fermer la fenêtre\n3e étage, n° 12\n"
    source = tmp_path / "a.txt"
    source.write_text(text, encoding="utf-8")
    arguments = ["--engine", name, "--quiet", "--any-language", "--quotes", "curly", "--format", "json"]
    assert main(["translate", str(source), "--out", str(tmp_path), *arguments]) == 0
    made = (tmp_path / "a.en.txt").read_text(encoding="utf-8")
    assert made == (text if name == "echo" else turn(text))
    units = [
        unit for path in tmp_path.glob("a*.json") for unit in json.loads(path.read_text(encoding="utf-8"))["units"]
    ]
    assert len(units) >= 4
    assert not any(unit.get("edits") for unit in units)


def test_alike_passages_are_asked_once() -> None:
    assert through("rotate", Passage("Oui."), Passage("Non."))[1].text == "Aba."
    engine = ENGINES.load("rotate").load(EngineConfig(), None)
    batches = list(RawTranslator(engine).iter_translate([Passage("Oui.")] * 200))
    assert [len(batch) for batch in batches] == [1]
