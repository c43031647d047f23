"""What stands around words that are translated is found in pairs, and in linear time."""

from __future__ import annotations

from time import process_time

import pytest

from translate.text.protected.enclosing import find_enclosed
from translate.text.protected.kept import find_kept


def enclosed(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[one.start : one.first], text[one.first : one.last], text[one.last : one.end])
        for one in find_enclosed(text, find_kept(text))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le *mot* et __un autre__", [("*", "mot", "*"), ("__", "un autre", "__")]),
        ("Voir :ref:`le guide <g>` ici", [(":ref:`", "le guide", " <g>`")]),
        ("Lisez `le guide <https://a.fr>`__", [("`", "le guide", " <https://a.fr>`__")]),
        ("Voir https://a.fr/b[le site], link:a.html[la page]", [
            ("https://a.fr/b[", "le site", "]"), ("link:a.html[", "la page", "]"),
        ]),
        ("Voir <<a,le chapitre>>", [("<<a,", "le chapitre", ">>")]),
        ("Voir [[a][le site]] et [[a|la page]]", [("[[a][", "le site", "]]"), ("[[a|", "la page", "]]")]),
        (r"Le \textbf{mot}\footnote{une note}", [(r"\textbf{", "mot", "}"), (r"\footnote{", "une note", "}")]),
        ("Cliquez %{a}ici%{b} ou {0}là-bas{1}.", [("%{a}", "ici", "%{b}"), ("{0}", "là-bas", "{1}")]),
        ("%(gras)sAppliquer%(fin)s", [("%(gras)s", "Appliquer", "%(fin)s")]),
    ],
)  # fmt: skip
def test_words_stand_between_what_encloses_them(text: str, found: list[tuple[str, str, str]]) -> None:
    assert enclosed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("{h}h{m}", "%dmin%ds", "{a} puis {b}", "n{a}mot{b}", "{a}mot{b}s", "{a}-{b}", "{a}, {b}"),
        *(
            "[[page]]",
            "![[plan.png|300]]",
            "[[Cache::get()|get()]]",
            "https://a.fr[0]",
            "https://a.fr",
            "a << b, c >> d",
        ),
        *("5 * 3 * 2", "a_b_c", r"\textbf{}", "Voir [1] et [2]", "`code`", "le fichier[s]", ""),
    ],
)
def test_nothing_else_encloses_words(text: str) -> None:
    assert enclosed(text) == []


@pytest.mark.parametrize("part", ["[[a|", "<<a,", "https://a[", ":a:`", r"\textbf{", "*a ", "{a}", "`a <", "[[a]["])
def test_what_does_not_end_takes_linear_time(part: str) -> None:
    start = process_time()
    enclosed(part * 3_000)
    assert process_time() - start < 5
