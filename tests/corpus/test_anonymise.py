"""Persons, addresses and numbers become placeholders, alike on both sides; codes stay on their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.formats.samples import PLAIN
from translate.corpus.anonymise import Names, anonymise, collect_names
from translate.data import CodeKind, InlineCode, Note, TranslationUnit, Variant


def unit(source: str, target: str, codes: tuple[InlineCode, ...] = ()) -> TranslationUnit:
    return replace(PLAIN, source=Variant("fr", source, codes=codes), target=Variant("en", target))


def run(*units: TranslationUnit) -> tuple[list[tuple[str, str]], dict[str, str]]:
    names = Names()
    collect_names(units, names)
    found = [(one.source.text, one.target.text) for one in anonymise(units, names)]
    return found, dict(names.rows())


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Mme Roche est venue.", "Mrs Roche came.", ("Mme [NAME_1] est venue.", "Mrs [NAME_1] came.")),
        ("Jean Dupont dort.", "Jean Dupont sleeps.", ("[NAME_1] dort.", "[NAME_1] sleeps.")),
        ("Écrivez à a.b@c.fr.", "Write to a.b@c.fr.", ("Écrivez à [EMAIL_1].", "Write to [EMAIL_1].")),
        ("Tél. 01 42 68 53 00.", "Phone 01 42 68 53 00.", ("Tél. [PHONE_1].", "Phone [PHONE_1].")),
        (
            "IBAN FR76 3000 6000 0112 3456 7890 189.",
            "IBAN FR76 3000 6000 0112 3456 7890 189.",
            ("[ACCOUNT_1].", "[ACCOUNT_1]."),
        ),
        ("Le chat dort à Paris.", "The cat sleeps in Paris.", ("Le chat dort à Paris.", "The cat sleeps in Paris.")),
    ],
)
def test_what_tells_who_it_is_is_replaced_on_both_sides(source: str, target: str, expected: tuple[str, str]) -> None:
    found, _ = run(unit(source, target))
    assert found == [expected]


def test_one_value_has_one_placeholder_in_the_whole_corpus_and_the_map_undoes_it() -> None:
    found, values = run(
        unit("Mme Roche est venue.", "Mrs Roche came."),
        unit("M. Vidal aussi.", "Mr Vidal too."),
        unit("Mme Roche est partie.", "Mrs Roche left."),
    )
    assert [source for source, _ in found] == [
        "Mme [NAME_1] est venue.",
        "M. [NAME_2] aussi.",
        "Mme [NAME_1] est partie.",
    ]
    assert values == {"[NAME_1]": "Roche", "[NAME_2]": "Vidal"}
    source = found[1][0]
    for placeholder, value in values.items():
        source = source.replace(placeholder, value)
    assert source == "M. Vidal aussi."


def test_a_surname_that_was_found_once_is_replaced_wherever_it_stands() -> None:
    found, _ = run(unit("Roche signe.", "Roche signs."), unit("Mme Roche est venue.", "Mrs Roche came."))
    assert found[0] == ("[NAME_1] signe.", "[NAME_1] signs.")


def test_codes_move_with_their_words() -> None:
    text = "Mme Roche est <b>venue</b>."
    codes = tuple(
        InlineCode(text.index(tag), text.index(tag) + len(tag), kind, 1, "bold")
        for tag, kind in (("<b>", CodeKind.START), ("</b>", CodeKind.END))
    )
    names = Names()
    (made,) = anonymise([unit(text, "Mrs Roche came.", codes)], names)
    assert made.source.text == "Mme [NAME_1] est <b>venue</b>."
    assert [made.source.text[code.start : code.end] for code in made.source.codes] == ["<b>", "</b>"]


def test_what_else_tells_of_people_goes() -> None:
    noted = replace(unit("Oui.", "Yes."), notes=(Note("Vu par Jean Dupont."),), context_before="Mme Roche est venue.")
    names = Names()
    collect_names([unit("Mme Roche.", "Mrs Roche.")], names)
    (made,) = anonymise([noted], names)
    assert (made.notes, made.properties, made.suggestions) == ((), (), ())
