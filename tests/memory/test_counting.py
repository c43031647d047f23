"""Bands, counts and repetitions of an analysis, at their limits and against a plain reckoning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.test_analysis import analysed, memory_of, segments
from translate.data import CodeKind, InlineCode
from translate.errors import UsageError
from translate.memory.analysis import Bands, Counts, analyse, count
from translate.memory.earlier import Earlier
from translate.memory.matches import Match, Query, Score
from translate.memory.percentage import masked_tokens, percentage, share, word_tokens

TEXTS = st.lists(st.sampled_from("le chat le chien un 12 13 dort , .".split()), min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("bounds", "names"),
    [
        ((95, 85, 75, 50), ("95-99", "85-94", "75-84", "50-74")),
        ((75,), ("75-99",)),
        ((99, 1), ("99-99", "1-98")),
        ((), ()),
    ],
)
def test_bands_are_named_by_their_limits(bounds: tuple[int, ...], names: tuple[str, ...]) -> None:
    assert Bands(bounds).fuzzy == names
    assert Bands(bounds).names == ("context", "repetition", "100", *names, "new")
    within = tuple(f"internal {name}" for name in names)
    assert Bands(bounds, has_internal=True).names == ("context", "repetition", "100", *names, *within, "new")


@pytest.mark.parametrize(
    ("percentage_", "band"),
    [(101, "context"), (100, "100"), (99, "95-99"), (95, "95-99"), (94, "85-94"), (85, "85-94"), (84, "75-84"),
     (75, "75-84"), (74, "50-74"), (50, "50-74"), (49, "new"), (0, "new")],
)  # fmt: skip
def test_a_percentage_falls_into_the_band_that_holds_it(percentage_: int, band: str) -> None:
    assert Bands().of(percentage_) == band


@given(st.sets(st.integers(1, 99), max_size=6))
def test_every_percentage_has_one_band_and_a_higher_one_no_worse(bounds: set[int]) -> None:
    bands = Bands(tuple(sorted(bounds, reverse=True)))
    order = [name for name in bands.names if name != "repetition"]
    places = [order.index(bands.of(figure)) for figure in range(101, -1, -1)]
    assert places == sorted(places)
    assert set(places) == set(range(len(order)))


@pytest.mark.parametrize("bounds", [(101,), (95, 95), (95, 96), (0,), (-5,), (50, 75, 95)])
def test_other_bands_are_refused_with_an_example(bounds: tuple[int, ...]) -> None:
    given_ = ",".join(map(str, bounds))
    with pytest.raises(UsageError, match=f"the bands '{given_}' are not whole per cent .* such as 95,85,75,50"):
        Bands(bounds)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query("12 h 30 et 3 %"), Counts(1, 5, 9, 14, numbers=3)),
        (Query("a", (InlineCode(0, 0, CodeKind.ISOLATED, None),)), Counts(1, 1, 1, 1, tags=1)),
        (Query("<x1/><x2/>"), Counts(1, 0, 10, 10, tags=2)),
        (Query("カタカナ abc"), Counts(1, 2, 7, 8, asian_characters=4)),
        (Query("한국"), Counts(1, 1, 2, 2, asian_characters=2)),
        (Query("\u00a0a\u202fb\u2009"), Counts(1, 2, 2, 5)),
        (Query("... !"), Counts(1, 0, 4, 5)),
    ],
)
def test_tags_numbers_and_asian_signs_are_counted_by_themselves(query: Query, expected: Counts) -> None:
    assert count(query) == expected


@given(st.lists(TEXTS, max_size=12), st.booleans())
def test_of_equal_texts_all_but_the_first_are_repetitions(texts: list[str], is_first: bool) -> None:
    found = analyse([("a", map(Query, texts))], None, repetitions_first=is_first)
    again = sum(number - 1 for number in Counter(texts).values())
    assert segments(found) == {
        name: number for name, number in (("repetition", again), ("new", len(texts) - again)) if number
    }


@given(st.lists(st.lists(TEXTS, max_size=5), max_size=4))
def test_repetitions_across_files_are_those_whose_first_stands_in_another(documents: list[list[str]]) -> None:
    found = analyse([(f"{n}", map(Query, texts)) for n, texts in enumerate(documents)], None)
    first: dict[str, int] = {}
    for number, texts in enumerate(documents):
        crossing = sum(first.setdefault(text, number) != number for text in texts)
        assert found.documents[number].cross_file.segments == crossing


def test_segments_of_all_documents_are_asked_for_in_one_go_as_they_are_read() -> None:
    read: list[str] = []
    look_up = memory_of("un chat")

    def texts(*some: str) -> Iterator[Query]:
        for text in some:
            read.append(text)
            yield Query(text)

    def asked(queries: Iterable[Query]) -> Iterator[Sequence[Match]]:
        for number, query in enumerate(queries, 1):
            assert len(read) <= number + 2, "two blank ones in between"
            yield from look_up([query])

    documents = [("a", texts("un chat", "", "un chien")), ("b", texts()), ("c", texts("deux", " ", "un chat"))]
    found = analyse(documents, asked)
    assert [(one.name, one.total.segments) for one in found.documents] == [("a", 2), ("b", 0), ("c", 2)]


def test_a_memory_in_context_is_better_than_a_repetition_unless_asked_otherwise() -> None:
    texts = ["Le chat dort sur le lit.", "Autre.", "Le chat dort sur le lit."]
    assert segments(analysed(texts)) == {"100": 2, "new": 1}
    assert segments(analysed(texts, repetitions_first=True)) == {"100": 1, "repetition": 1, "new": 1}


def test_what_stands_twice_is_never_a_match_within_the_project() -> None:
    texts = ["Le bail prend fin au mois de mai.", "Le bail prend fin au mois de juin."] * 2
    found = analysed(texts, bands=Bands(has_internal=True))
    assert segments(found) == {"internal 85-94": 1, "new": 1, "repetition": 2}


def test_without_bands_below_100_nothing_is_asked_of_the_project() -> None:
    found = analysed(["Le bail prend fin.", "Le bail prend fin !"], bands=Bands((), has_internal=True))
    assert segments(found) == {"new": 2}


@pytest.mark.parametrize(
    ("score", "one", "other", "best"),
    [
        (Score.ALL, "Il a 3 chats noirs.", "Il a 14 chats noirs.", 90),
        (Score.WORDS, "Il a 3 chats noirs.", "Il a 14 chats noirs.", 100),
        (Score.REPAIRED, "Il a 3 chats noirs.", "Il a 14 chats noirs.", 100),
        (Score.WORDS, "Un chat", "Un : chat !", 100),
        (Score.ALL, "Un chat", "Rien de tel", 0),
    ],
)
def test_the_project_goes_by_the_figure_that_the_memory_goes_by(score: Score, one: str, other: str, best: int) -> None:
    earlier = Earlier(75, score)
    assert earlier.best(one) == 0
    earlier.add(other)
    assert earlier.best(one) == best


@given(st.lists(TEXTS, max_size=8), TEXTS, st.sampled_from([50, 75, 90]), st.sampled_from(Score))
def test_the_best_of_the_project_is_that_of_a_look_at_all(
    texts: list[str], asked: str, threshold: int, score: Score
) -> None:
    earlier = Earlier(threshold, score)
    for text in texts:
        earlier.add(text)

    def figure(text: str) -> int:
        if score is Score.ALL:
            return percentage(text, asked)
        split = word_tokens if score is Score.WORDS else masked_tokens
        return share(split(text), split(asked))

    best = max(map(figure, texts), default=0)
    assert earlier.best(asked) == (best if best >= threshold else 0)


@pytest.mark.parametrize(
    ("rates", "words"), [({}, 10.0), ({"new": 0}, 6.0), ({"100": 50}, 7.0), ({"100": 0, "new": 25}, 1.0)]
)
def test_a_band_without_a_rate_counts_in_full(rates: dict[str, int], words: float) -> None:
    found = analysed(["Le chat dort sur le lit.", "Rien de tel ici."], rates=rates)
    assert found.weighted_words(found.documents[0]) == words
