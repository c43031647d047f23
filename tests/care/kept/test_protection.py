"""What is protected comes out exactly once, well nested, whatever the model does to the text around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.base import Change, Request, Revision, Shielded
from translate.care.codes.placing import Placing, place
from translate.care.composing import Restored
from translate.care.composing import restore as apply
from translate.care.kept.protection import Letters, Protection
from translate.data import CodeKind, InlineCode, Passage
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.text.protected.spans import find_spans

LATIN = frozenset("àâçéèêëîïôùûüÿœÀÉ’«»²³\u00a0")


def knows(character: str) -> bool:
    return character in LATIN


def shield(passage: Passage, can_write: Callable[[str], bool] = knows, *, masking: bool = True) -> Shielded:
    return Placing("X_#").before(Protection(can_write).before(Request(passage)), masking=masking).shielded


def restore(shielded: Shielded, target: str, links: Links | None, places: list[int]) -> Restored:
    masks = zip(shielded.masks, places, strict=True)
    changes = [Change(s, s + len(m.placeholder), m.native, "", "", m.piece.code) for m, s in masks]
    changes += [Change(s, s, text, "", "", code) for s, text, code in place(shielded, target, links)]
    return apply(Revision(Request(Passage("")), Draft(target, 0.0), places, target, changes))


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_spans(text, knows, rules=find_language("fr").spans)]


def test_the_sign_of_a_number_goes_to_the_engine_written_out() -> None:
    assert found("le dossier n° 12, N°s 3 et 4, 20 °C") == ["°C"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Entre la société Lumière & Fils SARL et M. Petit", ["Lumière & Fils SARL"]),
        ("Société Dupont-Roux & Cie", ["Dupont-Roux & Cie"]),
        ("Roux & Blanc SELARL", ["Roux & Blanc SELARL"]),
        ("Recherche & Développement", []),
        ("DUPONT & FILS SARL", []),  # in capitals every word would be a name
    ],
)
def test_a_company_keeps_its_name(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_the_languages_own_words_are_no_spans_whatever_their_letters() -> None:
    text = "Ça, l’Œuvre de Győr et 5 € à Ærø"
    spans = find_spans(text, lambda c: c in "’à", lambda word: word in ("Ça", "Œuvre"))
    assert [text[span.start : span.end] for span in spans] == ["Győr", "€", "Ærø"]


def test_rare_words_with_a_capital_that_the_vocabulary_lacks_go_small_to_the_model() -> None:
    steps = [step(lambda c: c in "âçêîœà", lambda word: word != "Ærø") for step in (Protection, Letters)]
    request = Request(Passage("Âge : Ça, Êtes, l'Île et ÎLE à Ærø"))
    for step in (*steps, Placing("X_#")):
        request = step.before(request)
    shielded = request.shielded
    assert shielded.text == "âge : Ça, Êtes, l'île et ÎLE à X_1"
    assert all(measure.said == measure.asked for measure in shielded.measures)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Voir https://a.fr/x?y=1, puis www.b.org.", ["https://a.fr/x?y=1", "www.b.org"]),
        ("Écrivez à jean.dupont@exemple.fr !", ["jean.dupont@exemple.fr"]),
        ("Le fichier /etc/passwd, ~/x/y et C:\\Temp\\a.txt", ["/etc/passwd", "~/x/y", "C:\\Temp\\a.txt"]),
        ("src/main.rs et setup.py", ["src/main.rs", "setup.py"]),
        ("et/ou 50 km/h, 3/4, M. Dupont", []),
        ("Tapez `npm i` et ``a ` b``", ["`npm i`", "``a ` b``"]),
        ("%1$s, %d, %(nom)s et 50 % de", ["%1$s", "%d", "%(nom)s"]),
        ("{nom} {{ x }} ${a.b} {% if %} $HOME", ["{nom}", "{{ x }}", "${a.b}", "{% if %}", "$HOME"]),
        ("{n, plural, one {# jour} other {# jours}}.", ["{n, plural, one {# jour} other {# jours}}"]),
        ("<b>Oui</b> &amp; <br/>", ["<b>", "</b>", "&amp;", "<br/>"]),
        ("Bravo 🎉🎉 et 👨‍👩‍👧 !", ["🎉🎉", "👨‍👩‍👧"]),
        ("À Győr, 18 €, مرحبا بالعالم", ["Győr", "€", "مرحبا بالعالم"]),
        ("La CF-200, l’A380 et l’ISO-9001.", ["ISO-9001"]),  # codes are masked where the model lost them
        ("COVID-19 : le 4, l’A4 au T4, à J-7, 8H30, XIXe, 2e, 1ER, A320neo, G20s", []),
        ("Vacances-???.jpg, *.txt et rapport_*.pdf : quoi ?", ["Vacances-???.jpg", "*.txt", "rapport_*.pdf"]),
        ("La loi² dit « oui »³, et 10², x³, 85 m², 2 cm³", ["²", "³", "10²", "x³"]),
        ("De -5 °C à 35° (95 °F).", ["°C", "°", "°F"]),
        ("2,8 M€, 850 k€ et 3 Md€ en M", ["M€", "k€", "Md€"]),
        ("Tél. : 01 42 68 53 00, 06.12.34.56.78 ou 0612345678.", ["01 42 68 53 00", "06.12.34.56.78", "0612345678"]),
        ("Au +33 1 42 68 53 00, +33 (0)1 42 68 53 00", ["+33 1 42 68 53 00", "+33 (0)1 42 68 53 00"]),
        ("Appelez le +44 20 7946 0958 ou le +1 (212) 555-0147", ["+44 20 7946 0958", "+1 (212) 555-0147"]),
        ("IBAN FR76 3000 6000 0112 3456 7890 189", ["IBAN FR76 3000 6000 0112 3456 7890 189"]),
        ("SIRET 732 829 320 00074, carte 4970 1012 3456 7890.", ["732 829 320 00074", "4970 1012 3456 7890"]),
        ("12 500 000 €, 01/02/2024, 10 20, 1 234 567,89, +5 %, +12 000", ["€"]),
        ("TITRE 2, ÉTAPE 12 DU PLAN B", []),
        ("Il mange, boit et dort.", []),
    ],
)
def test_spans_are_found(text: str, spans: list[str]) -> None:
    assert found(text) == spans


def identity(text: str) -> Links:
    """Each character attends to itself."""
    offsets = tuple(range(len(text) + 1))
    rows = tuple(tuple(float(s == t) for s in range(len(text))) for t in range(len(text)))
    return Links(offsets, offsets, rows)


def copied(passage: Passage, *, masking: bool = True) -> Restored:
    """Through a model that copies."""
    shielded = shield(passage, masking=masking)
    places = shielded.find_masks(shielded.text)
    assert places is not None
    return restore(shielded, shielded.text, identity(shielded.text), places)


words = st.sampled_from(
    ["le", "chat", "dort", "{x}", "🎉", "<b>", "</b>", "https://a.fr", "%s", "ici,", "Győr", "fin."]
)


@given(text=st.lists(words, min_size=1, max_size=12).map(" ".join), masking=st.booleans())
def test_a_model_that_copies_gives_the_source_back(text: str, masking: bool) -> None:
    assert copied(Passage(text), masking=masking).text.split() == text.split() or "<b>" in text or "</b>" in text


@given(
    source=st.lists(words, min_size=1, max_size=10).map(" ".join),
    target=st.lists(st.sampled_from(["cat", "the", "sleeps.", "X_1"]), max_size=8).map(" ".join),
)
def test_everything_survives_whatever_the_target(source: str, target: str) -> None:
    shielded = shield(Passage(source))
    places = shielded.find_masks(target)
    if places is None:
        shielded, places = shield(Passage(source), masking=False), []
    restored = restore(shielded, target, None, places)
    for word in set(" ".join(found(source)).split()):
        assert restored.text.count(word) == source.count(word) + target.count(word)


def tagged(text: str) -> Passage:
    """Make codes of `<1>` and `</1>`."""
    codes = []
    for number in range(10):
        for mark, kind in ((f"<{number}>", CodeKind.START), (f"</{number}>", CodeKind.END)):
            start = text.find(mark)
            if start >= 0:
                codes.append(InlineCode(start, start + len(mark), kind, number, "bold"))
    return Passage(text, tuple(sorted(codes, key=lambda code: code.start)))


def is_nested(codes: tuple[InlineCode, ...]) -> bool:
    stack: list[int | None] = []
    for code in codes:
        if code.kind is CodeKind.START:
            stack.append(code.pair)
        elif code.kind is CodeKind.END and (not stack or stack.pop() != code.pair):
            return False
    return not stack


@pytest.mark.parametrize(
    "text",
    [
        "Un <1>chat</1> noir",
        "<1>Un chat noir</1>",
        "Un <1>chat <2>très</2> noir</1> dort",
        "<1>Un</1> <2>chat</2>.",
        "<1><2>Un chat</2></1> noir",
    ],
)
def test_codes_come_back_around_what_they_held(text: str) -> None:
    restored = copied(tagged(text))
    assert restored.text == text
    assert [restored.text[code.start : code.end] for code in restored.codes] == [
        text[code.start : code.end] for code in tagged(text).codes
    ]


@st.composite
def coded_texts(draw: st.DrawFn) -> str:
    """Well-nested marks around words."""
    numbers = iter(range(10))

    def inner(depth: int) -> str:
        parts = []
        for _ in range(draw(st.integers(1, 3))):
            word = draw(st.sampled_from(["chat", "noir", "dort", ""]))
            number = next(numbers, None) if depth < 3 and draw(st.booleans()) else None
            parts.append(f"<{number}>{inner(depth + 1)}</{number}>" if number is not None else word)
        return " ".join(parts)

    return inner(0)


@given(
    text=coded_texts(),
    target=st.lists(st.sampled_from(["cat", "black", "sleeps,"]), max_size=6).map(" ".join),
    seed=st.integers(0, 99),
)
def test_codes_are_well_nested_and_whole_whatever_the_attention(text: str, target: str, seed: int) -> None:
    import random

    passage = tagged(text)
    shielded = shield(passage)
    chance = random.Random(seed)
    source = (*range(0, len(shielded.text), 3), len(shielded.text))
    starts = [0, *(n + 1 for n, c in enumerate(target) if c == " ")] if target else []
    rows = tuple(tuple(chance.random() for _ in source[:-1]) for _ in starts)
    restored = restore(shielded, target, Links(source, (*starts, len(target)), rows), [])
    assert is_nested(restored.codes)
    assert len(restored.codes) == len(passage.codes)
    written = sorted(text[code.start : code.end] for code in passage.codes)
    assert sorted(restored.text[code.start : code.end] for code in restored.codes) == written
    plain = restored.text
    for code in reversed(restored.codes):
        plain = plain[: code.start] + plain[code.end :]
    assert plain.split() == target.split()


def test_a_half_whose_other_half_is_elsewhere_is_kept() -> None:
    text = "fin</1> du <2>début"
    codes = (InlineCode(3, 7, CodeKind.END, None, "bold"), InlineCode(11, 14, CodeKind.START, None, "bold"))
    restored = copied(Passage(text, codes))
    assert restored.text == text
    assert [code.kind for code in restored.codes] == [CodeKind.END, CodeKind.START]


def test_a_placeholder_that_the_text_has_already_is_not_taken() -> None:
    shielded = shield(Passage("Le X_1 et {a}"))
    assert shielded.text == "Le X_1 et X_2"


def test_a_passage_of_placeholders_alone_has_nothing_to_translate() -> None:
    assert not shield(Passage("{a} %s https://b.fr 12")).is_worded
    assert shield(Passage("{a} et")).is_worded


@pytest.mark.parametrize(
    ("source", "shielded", "restored"),
    [
        ("Il coûte 40 €.", "Il coûte 40.", "Il coûte 40 €."),
        ("Entrée (tarif : 5 €) libre", "Entrée (tarif : 5) libre", "Entrée (tarif : 5 €) libre"),
        ("Fin 🎉 🎊.", "Fin.", "Fin 🎉 🎊."),
        ("Il coûte 40 € !", "Il coûte 40 !", "Il coûte 40 € !"),
    ],
)
def test_a_sign_before_a_full_stop_leaves_no_space(source: str, shielded: str, restored: str) -> None:
    found = shield(Passage(source))
    assert found.text == shielded
    assert restore(found, found.text, identity(found.text), []).text == restored


def test_a_sign_of_a_number_goes_with_it_whatever_the_attention() -> None:
    shielded = shield(Passage("une indemnité de 40 € pour tous"))
    assert restore(shielded, "a 40 allowance for all", None, []).text == "a 40 € allowance for all"
    passage = tagged("une indemnité de 40 € pour <1>tous</1>")
    restored = restore(shield(passage), "a 40 allowance for all", None, [])
    assert restored.text.replace("<1>", "").replace("</1>", "") == "a 40 € allowance for all"


@pytest.mark.parametrize(
    ("source", "shielded"),
    [
        ("- 80 g de sucre", "80 g de sucre"),
        ("• Oui.", "Oui."),
        ("— Non, dit-elle.", "Non, dit-elle."),
        ("1) Budget", "Budget"),
        ("12. Le budget", "Le budget"),
        ("(a) Le budget", "Le budget"),
        ("3.1 Le prix", "Le prix"),
        ("3.1. Le prix", "Le prix"),
        ("2.5 km", "2.5 km"),
        ("-5 km", "-5 km"),
        ("2024. Une année", "2024. Une année"),
        ("M. Petit", "M. Petit"),
        ("1.", "1."),
        ("--", "--"),
    ],
)
def test_the_marker_of_an_item_is_cut_out_and_comes_back(source: str, shielded: str) -> None:
    found = shield(Passage(source), lambda c: True)
    assert found.text == shielded
    assert restore(found, found.text, None, []).text == source
    assert restore(found, "Any other words", None, []).text == source[: len(source) - len(shielded)] + "Any other words"


@pytest.mark.parametrize(
    ("source", "shielded"),
    [("Suivant »", "Suivant"), ("« Retour", "Retour"), ("Lire la suite >>", "Lire la suite"), ("« Oui.", "« Oui.")],
)
def test_an_arrow_beside_a_label_is_no_quotation_mark(source: str, shielded: str) -> None:
    assert shield(Passage(source), lambda c: True).text.strip() == shielded


@pytest.mark.parametrize(
    "text", ["- <i>Pas ce soir</i>, non.", "– <b>Non.</b>", "—<i>Non.</i>", "• `ls` affiche.", "- *Non*, dit Luc."]
)
def test_what_begins_a_speech_or_an_item_is_kept_from_the_model_before_a_tag_too(text: str) -> None:
    assert text[0] not in shield(Passage(text)).text


def test_a_dash_before_an_inline_code_is_kept_from_the_model_with_a_space_or_without() -> None:
    codes = (InlineCode(1, 2, CodeKind.START, 1, "italic"), InlineCode(5, 6, CodeKind.END, 1, "italic"))
    assert "—" not in shield(Passage("—*Non*.", codes)).text
