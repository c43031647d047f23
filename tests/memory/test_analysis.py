"""Every segment is counted once, in the band of its best match or as a repetition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.stored import made, unit
from translate.data import Origin, TranslationUnit, Variant
from translate.errors import UsageError
from translate.memory.analysis import Analysis, Bands, Counts, LookUp, analyse, count
from translate.memory.earlier import Earlier
from translate.memory.matches import Kind, LookupSettings, Match, Query
from translate.memory.percentage import percentage

MEMORY = ("Le chat dort sur le lit.", "Fermez la porte avant de partir.")


def memory_of(*sources: str) -> LookUp:
    """Return a look-up by comparison with every source."""

    def best(query: Query) -> Sequence[Match]:
        found = [
            Match(
                TranslationUnit(str(number), Variant("fr", source), Variant("en", "x"), Origin.HUMAN),
                number,
                percentage(source, query.source),
                Kind.FUZZY,
                0,
                0,
            )
            for number, source in enumerate(sources)
        ]
        return sorted(found, key=lambda match: -match.percentage)[:1]

    return lambda queries: [best(query) for query in queries]


def analysed(*documents: Sequence[str], **options: object) -> Analysis:
    named = [(f"{number}.txt", [Query(text) for text in texts]) for number, texts in enumerate(documents, 1)]
    return analyse(named, memory_of(*MEMORY), **options)  # type: ignore[arg-type]


def segments(analysis: Analysis, number: int = 0) -> dict[str, int]:
    return {name: counts.segments for name, counts in analysis.documents[number].bands.items() if counts.segments}


def test_a_segment_falls_into_the_band_of_its_best_match() -> None:
    found = analysed(
        ["Le chat dort sur le lit.", "Le chien dort sur le lit.", "Le gros chien dort sur un lit.", "Rien de tel ici !"]
    )
    assert segments(found) == {"100": 1, "85-94": 1, "50-74": 1, "new": 1}


def test_what_differs_in_apostrophes_and_spaces_only_counts_as_what_is_equal(tmp_path: Path) -> None:
    units = [unit("L\u2019\u00e9t\u00e9 revient", "a"), unit("Qui\u202f?", "b", origin=Origin.MACHINE)]
    texts = ["L'\u00e9t\u00e9 revient", "L'hiver revient", "Qui ?"]
    with made(tmp_path / "m.tmdb", units) as memory:
        settings = LookupSettings(threshold=50, count=1)
        found = analyse([("a", map(Query, texts))], lambda queries: memory.lookup(list(queries), settings))
    assert segments(found) == {"100": 1, "85-94": 1, "new": 1}


def test_a_text_that_came_before_is_a_repetition_unless_the_memory_has_it() -> None:
    found = analysed(["Le chat dort sur le lit.", "Rien ici."], ["Le chat dort sur le lit.", "Rien ici.", "Rien ici."])
    assert segments(found, 0) == {"100": 1, "new": 1}
    assert segments(found, 1) == {"100": 1, "repetition": 2}
    assert found.documents[1].cross_file.segments == 2
    assert found.total.bands["repetition"].segments == 2


def test_repetitions_first_turns_that_round() -> None:
    found = analysed(["Le chat dort sur le lit."] * 3, repetitions_first=True)
    assert segments(found) == {"100": 1, "repetition": 2}


def test_a_near_copy_within_the_project_has_a_band_of_its_own() -> None:
    texts = ["Le bail prend fin au mois de mai.", "Le bail prend fin au mois de juin."]
    assert segments(analysed(texts)) == {"new": 2}
    assert segments(analysed(texts, bands=Bands(has_internal=True))) == {"internal 85-94": 1, "new": 1}


def test_a_better_match_of_the_memory_comes_before_one_of_the_project() -> None:
    texts = ["Le chien dort sur un lit.", "Le chien dort sur le lit."]
    assert segments(analysed(texts, bands=Bands(has_internal=True))) == {"75-84": 1, "85-94": 1}


def test_without_a_memory_there_are_repetitions_and_new_segments() -> None:
    found = analyse([("a", [Query("Oui."), Query("Non."), Query("Oui.")])], None)
    assert segments(found) == {"repetition": 1, "new": 2}


def test_words_are_weighted_by_band() -> None:
    found = analysed(["Le chat dort sur le lit.", "Rien de tel ici."], rates={"100": 25})
    assert found.weighted_words(found.total) == 6 / 4 + 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'art.", Counts(1, 1, 6, 6)),
        ("Il a 3 chats", Counts(1, 4, 9, 12, numbers=1)),
        ("Un <g1>mot</g1>", Counts(1, 2, 14, 15, tags=2)),
        ("\u4e2d\u6587", Counts(1, 1, 2, 2, asian_characters=2)),
        ("\u2014", Counts(1, 0, 1, 1)),
    ],
)
def test_a_segment_is_counted_as_omegat_counts(text: str, expected: Counts) -> None:
    assert count(Query(text)) == expected


@pytest.mark.parametrize("bounds", [(50, 75), (100, 75), (75, 75), (0,)])
def test_bands_that_do_not_fall_are_refused(bounds: tuple[int, ...]) -> None:
    with pytest.raises(UsageError, match="not whole per cent"):
        Bands(bounds)


def test_a_rate_for_no_band_is_refused() -> None:
    with pytest.raises(UsageError, match="'90' is no band; known: context, repetition, 100, 95-99"):
        analysed([], rates={"90": 10})


@given(st.lists(st.lists(st.sampled_from(["un chat", "un chien", "des chats !", "deux chats noirs"]), max_size=9)))
def test_the_bands_sum_up_to_the_documents(documents: list[list[str]]) -> None:
    for has_internal in (False, True):
        found = analysed(*documents, bands=Bands(has_internal=has_internal))
        for document, texts in zip(found.documents, documents, strict=True):
            assert document.total == sum((count(Query(text)) for text in texts), Counts())
            assert document.bands.keys() == set(found.bands.names)
        assert found.total.total == sum((document.total for document in found.documents), Counts())


def test_empty_segments_are_not_counted() -> None:
    assert astuple(analysed(["", " \n"]).total.total) == (0,) * 7


@given(
    st.lists(st.lists(st.sampled_from("le la chat chien dort mange bien".split()), min_size=1, max_size=8), max_size=9)
)
def test_the_best_match_among_earlier_texts_is_found(texts: list[list[str]]) -> None:
    earlier, before = Earlier(75), list[str]()
    for words in texts:
        text = " ".join(words)
        best = max((percentage(text, other) for other in before), default=0)
        assert earlier.best(text) == (best if best >= 75 else 0)
        earlier.add(text)
        before.append(text)
