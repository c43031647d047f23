"""A long segment is parted at clause boundaries, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.segmentation.clauses import mend_seams, part

words = st.text(st.sampled_from("ab é,;:.»« \n—et "), max_size=200)


@given(text=words, limit=st.integers(1, 40))
def test_parts_join_to_the_text_and_fit(text: str, limit: int) -> None:
    parts = part(text, lambda piece: len(piece) <= limit)
    assert "".join(parts) == text
    assert all(len(piece) <= limit for piece in parts)


def test_a_segment_that_fits_is_one_part() -> None:
    assert part("Oui, oui.", lambda piece: True) == ["Oui, oui."]


def test_semicolons_are_better_than_commas() -> None:
    text = "Il est venu, puis reparti ; elle est restée, seule"
    assert part(text, lambda piece: len(piece) < 30) == ["Il est venu, puis reparti ; ", "elle est restée, seule"]


def test_commas_are_better_than_conjunctions() -> None:
    text = "le chien et le chat, la poule et le coq"
    assert part(text, lambda piece: len(piece) < 30) == ["le chien et le chat, ", "la poule et le coq"]


def test_a_word_is_cut_only_where_nothing_else_is_left() -> None:
    assert part("aaaaaaaa", lambda piece: len(piece) <= 4) == ["aaaa", "aaaa"]


def test_ten_thousand_words_are_parted_in_no_time() -> None:
    text = "mot " * 10_000
    assert "".join(part(text, lambda piece: len(piece) <= 400)) == text


@pytest.mark.parametrize(
    ("sources", "targets", "mended"),
    [
        (["Il pleut ; ", "ensuite il neige."], ["It rains.", "Then it snows."], ["It rains;", "then it snows."]),
        (["Il sait ", "que la mer monte."], ["He knows.", "That the sea rises."], ["He knows,", "that the sea rises."]),
        (["Il pleut. ", "puis il neige."], ["It rains.", "Then it snows."], ["It rains.", "Then it snows."]),
        (["Il est venu, ", "je suis parti."], ["He came,", "I left."], ["He came,", "I left."]),
        (["Il a vu ", "la France."], ["He saw", "France."], ["He saw", "France."]),
        (["Il dit ", "les pays de l'OTAN."], ["He says", "NATO countries."], ["He says", "NATO countries."]),
        (["Il a vu, ", "Elle aussi."], ["He saw,", "She too."], ["He saw,", "She too."]),
        (
            ["Il vient des États-Unis ", "et il rit."],
            ["From the U.S.", "And laughs."],
            ["From the U.S.", "and laughs."],
        ),
        (["Il vient, ", "déclarant que oui."], ["He comes,", "Declaring yes."], ["He comes,", "declaring yes."]),
        (["Il vient, ", "à Pékin aussi."], ["He comes,", "Beijing too."], ["He comes,", "Beijing too."]),
        (["Il vient, ", "anglais ou pas."], ["He comes,", "English or not."], ["He comes,", "English or not."]),
        (["Il attend… ", "et rit."], ["He waits...", "And laughs."], ["He waits...", "And laughs."]),
    ],
)
def test_parts_become_one_sentence(sources: list[str], targets: list[str], mended: list[str]) -> None:
    assert mend_seams(sources, targets) == mended


@given(st.lists(st.tuples(words, words), min_size=1, max_size=4))
@example([("", "."), ("", "")])
def test_mending_changes_no_length(parts: list[tuple[str, str]]) -> None:
    sources, targets = [source for source, _ in parts], [target.title() for _, target in parts]
    assert [len(one) for one in mend_seams(sources, targets)] == [len(one) for one in targets]


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("Il vient. Elle part.", 12, ["Il vient. ", "Elle part."]),
        ("Il dit “oui !” Elle part.", 16, ["Il dit “oui !” ", "Elle part."]),
        ("Il vient – elle part", 12, ["Il vient ", "– elle part"]),
        ("Il vient : elle part", 12, ["Il vient : ", "elle part"]),
        ("le chat (noir) et blanc", 15, ["le chat (noir) ", "et blanc"]),
        ("le grand chat qui dort là", 15, ["le grand chat ", "qui dort là"]),
        ("un deux trois quatre", 12, ["un deux ", "trois quatre"]),
        ("a, bcdefghijklmnopqrst", 15, ["a, ", "bcdefghijklmnopqrst"[:9], "bcdefghijklmnopqrst"[9:]]),
    ],
)
def test_the_best_place_in_the_middle_is_taken(text: str, limit: int, parts: list[str]) -> None:
    assert part(text, lambda piece: len(piece) <= limit) == parts


def test_a_mark_at_the_very_edge_is_no_reason_to_part_there() -> None:
    """Parts shall be of like length: the space in the middle is better than a comma after the second letter."""
    text = "Ah, " + "mot " * 10 + "fin, x"
    first, *rest = part(text, lambda piece: len(piece) <= 30)
    assert 18 <= len(first) <= 30
    assert "".join([first, *rest]) == text


@pytest.mark.parametrize("limit", [1, 2, 7])
def test_where_only_single_characters_fit_every_one_is_kept(limit: int) -> None:
    text = "é\u0301😀 a,;.b" * 4
    assert "".join(part(text, lambda piece: len(piece) <= limit)) == text
