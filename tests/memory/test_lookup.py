"""A look-up finds what a look at all units finds, ranked and penalised as is written down."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.stored import made, taken, unit
from translate.data import CodeKind, InlineCode, Origin, State, TranslationUnit, Variant
from translate.memory import candidates, indexing
from translate.memory import keys as keys_module
from translate.memory.importing import ImportSettings
from translate.memory.lookup import join_answers
from translate.memory.matches import Kind, LookupSettings, Match, Penalties, Query, Score
from translate.memory.percentage import percentage, words_percentage

WORDS = "le la un chat chien petit grand vert mange boit dort ici là et ou , . ; 3 12 l'eau été".split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


def found(path: Path, units: list[TranslationUnit], query: Query, **options: object) -> list[Match]:
    """Return the matches of a query in a new memory."""
    path.unlink(missing_ok=True)
    with made(path, units) as memory:
        return list(next(iter(memory.lookup([query], LookupSettings(**options)))))  # type: ignore[arg-type]


def figures(matches: list[Match]) -> list[tuple[int, str, str]]:
    return [(match.percentage, match.kind.value, match.unit.target.text) for match in matches]


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sources=st.lists(SENTENCES, min_size=1, max_size=40, unique=True),
    asked=st.lists(SENTENCES, min_size=1, max_size=5),
    threshold=st.sampled_from([50, 75, 90]),
)
def test_the_best_match_is_that_of_a_look_at_all_units(
    tmp_path: Path, sources: list[str], asked: list[str], threshold: int
) -> None:
    (tmp_path / "m.tmdb").unlink(missing_ok=True)
    with made(tmp_path / "m.tmdb", [unit(source, f"{number}") for number, source in enumerate(sources)]) as memory:
        answers = list(memory.lookup([Query(text) for text in asked], LookupSettings(threshold=threshold, count=3)))
    for text, matches in zip(asked, answers, strict=True):
        ranked = sorted((percentage(source, text) for source in sources), reverse=True)
        assert [match.percentage for match in matches] == [figure for figure in ranked if figure >= threshold][:3]
        assert all(match.words == words_percentage(match.unit.source.text, text) for match in matches)


def many(count: int) -> list[TranslationUnit]:
    """Return units of random words, the same each time."""
    draw = random.Random(3)
    rare = [f"mot{number}" for number in range(400)]
    return [
        unit(" ".join(draw.choices(WORDS + rare, k=draw.randint(4, 14))) + f" {number}", f"{number}")
        for number in range(count)
    ]


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have postings asked, however small the memory."""
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 1)
    monkeypatch.setattr(candidates, "_SCANNED_CODES", 0)


@pytest.mark.usefixtures("posted")
def test_postings_lead_to_the_best_match_too(tmp_path: Path) -> None:
    units = many(800)
    asked = [one.source.text.replace("chat", "chien").replace("mot1", "mot2") for one in units[::40]]
    with made(tmp_path / "m.tmdb", units) as memory:
        answers = list(memory.lookup([Query(text) for text in asked], LookupSettings(threshold=70)))
    for text, matches in zip(asked, answers, strict=True):
        assert matches[0].percentage == max(percentage(one.source.text, text) for one in units)


@pytest.mark.usefixtures("posted")
@pytest.mark.parametrize(
    "options", [{}, {"has_all_targets": True}, {"count": 1}, {"count": 9, "threshold": 50, "score": Score.WORDS}]
)
def test_queries_that_are_asked_together_get_the_answers_of_each_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]
) -> None:
    units = many(200)
    units += [unit(f"L\u2019un {n // 3}", f"target {n}", document=f"{n}", context=(f"{n}", None)) for n in range(90)]
    units += [unit("Suite", f"target {n}", context=(f"before {n}", None)) for n in range(40)]
    asked = [Query(one.source.text.replace("chat", "chien")) for one in units[:200:9]]
    asked += [Query(f"L'un {n}") for n in range(4)] + [Query("Suite", before="before 39", has_context=True), Query("")]
    chosen = LookupSettings(**{"threshold": 60} | options)
    with made(tmp_path / "m.tmdb", units) as memory:
        alone = [next(iter(memory.lookup([query], chosen))) for query in asked]
        for together in (3, 32):
            monkeypatch.setattr(candidates, "_TOGETHER", together)
            assert list(memory.lookup(asked, chosen)) == alone
    assert sum(map(bool, alone)) > 10


@pytest.mark.usefixtures("posted")
def test_what_is_forgotten_of_words_between_two_look_ups_changes_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = many(300)
    asked = [Query(one.source.text.replace("chat", "chien")) for one in units[::20]]
    answers = []
    for kept in (100_000, 3):
        monkeypatch.setattr(keys_module, "_KEPT_KEYS", kept)
        (tmp_path / "m.tmdb").unlink(missing_ok=True)
        with made(tmp_path / "m.tmdb", units) as memory:
            answers.append([figures(list(found)) for found in memory.lookup(asked, LookupSettings(threshold=70))])
    assert answers[0] == answers[1] and all(answers[0])


@pytest.mark.usefixtures("posted")
def test_neither_the_order_of_import_nor_merged_segments_change_an_answer(tmp_path: Path) -> None:
    units = many(300)
    queries = [Query(one.source.text[:-2]) for one in units[::10]]
    with made(tmp_path / "one.tmdb", units) as memory:
        whole = [figures(list(matches)) for matches in memory.lookup(queries)]
    with made(tmp_path / "two.tmdb", reversed(units[:160])) as memory:
        taken(memory, units[160:280])
        for one in units[280:]:
            taken(memory, [one])
        (segments,) = memory.connection.execute("SELECT count(*) FROM segment").fetchone()
        parts = [figures(list(matches)) for matches in memory.lookup(queries)]
    assert 1 <= segments <= 4
    assert [sorted(answer) for answer in parts] == [sorted(answer) for answer in whole]


@pytest.mark.parametrize("has_all_targets", [False, True])
def test_several_memories_answer_as_one_that_has_all_their_units(tmp_path: Path, has_all_targets: bool) -> None:
    dates = ("20200101T000000Z", "20250101T000000Z", "")
    units = [
        unit(
            f"Le {one} dort sur le {other} lit.",
            f"{one} {other}{number % 3}",
            state=State.DRAFT if number % 5 == 0 else State.REVIEWED,
            changed=dates[number % 3],
        )
        for number, (one, other) in enumerate((a, b) for a in ("chat", "chien", "L\u2019ours") for b in WORDS[:8])
    ]
    chosen = LookupSettings(threshold=60, has_all_targets=has_all_targets)
    asked = [Query("Le chat dort sur le lit."), Query("Le L'ours dort sur le grand lit."), Query("Le chat dort.")]
    with made(tmp_path / "one.tmdb", units) as memory:
        whole = [figures(list(matches)) for matches in memory.lookup(asked, chosen)]
    answers = []
    for number in range(3):
        with made(tmp_path / f"{number}.tmdb", units[number * 8 : number * 8 + 8]) as memory:
            answers.append(list(memory.lookup(asked, chosen)))
    assert [figures(list(join_answers(found, chosen))) for found in zip(*answers, strict=True)] == whole
    assert all(whole[:2])


def test_kinds_of_a_match(tmp_path: Path) -> None:
    units = [
        unit("Ouvrir la porte", "Open the door", context=("Avant", "Après")),
        unit("L\u2019été revient vite", "Summer is coming back"),
        unit("fermer la porte", "close the door"),
    ]
    path = tmp_path / "m.tmdb"
    assert figures(found(path, units, Query("Ouvrir la porte")))[0][:2] == (100, "exact")
    inside = Query("Ouvrir la porte", before="Avant", after="Après", has_context=True)
    assert figures(found(path, units, inside))[0] == (101, "context", "Open the door")
    beside = Query("Ouvrir la porte", before="Avant", after="Autre", has_context=True)
    assert figures(found(path, units, beside))[0][:2] == (100, "exact")
    assert figures(found(path, units, Query("L'été revient vite"), threshold=50))[0][:2] == (57, "typography")
    assert figures(found(path, units, Query("L'été revient vite"), threshold=90))[0][:2] == (57, "typography")
    assert figures(found(path, units, Query("fermer  la porte")))[0] == (80, "typography", "close the door")
    assert figures(found(path, units, Query("FERMER la porte")))[0] == (100, "case", "close the door")
    assert figures(found(path, units, Query("fermer la fenêtre")))[0][:2] == (80, "fuzzy")
    named = Query("Ouvrir la porte", name="Ouvrir la porte-Open the door")
    assert figures(found(path, units, named, is_context_name=True))[0][:2] == (101, "context")


@pytest.mark.parametrize("score", list(Score))
@pytest.mark.parametrize(("stored", "asked"), [("L\u2019ami", "L'ami"), ("Quoi\u202f?", "Quoi ?"), ("a\tb", "a\tb ")])
def test_what_differs_in_apostrophes_and_spaces_only_is_a_match_whatever_the_threshold(
    tmp_path: Path, stored: str, asked: str, score: Score
) -> None:
    units = [unit(stored, "same"), unit("Autre chose", "another")]
    matches = found(tmp_path / "m.tmdb", units, Query(asked), threshold=100, count=1, score=score)
    assert [(match.kind, match.unit.target.text, match.worth) for match in matches] == [(Kind.TYPOGRAPHY, "same", 100)]
    taken = found(tmp_path / "m.tmdb", [unit(stored, "same", origin=Origin.MACHINE)], Query(asked), threshold=91)
    assert taken == []  # its penalty is taken off what an equal text counts
    assert [match.worth for match in found(tmp_path / "m.tmdb", units, Query("Autre choses"), threshold=50)] == [66]


def test_better_figures_do_not_push_out_what_differs_in_apostrophes_only(tmp_path: Path) -> None:
    units = [unit("L'été revient", f"{number}", document=f"{number}") for number in range(3)]
    units += [unit("L'été revient.", "near"), unit("L\u2019été revient !", "same")]
    matches = found(tmp_path / "m.tmdb", units, Query("L'été revient !"), threshold=50, count=2)
    assert [match.kind for match in matches] == [Kind.FUZZY, Kind.TYPOGRAPHY]


def test_none_beside_is_equal_to_none(tmp_path: Path) -> None:
    units = [unit("Suite", "Next", context=("Fin", None)), unit("Suite", "Suite", context=(None, "Lit"))]
    first = found(tmp_path / "m.tmdb", units, Query("Suite", before=None, after="Lit", has_context=True))[0]
    assert (first.kind, first.unit.target.text) == (Kind.CONTEXT, "Suite")


def test_penalties_are_taken_off_and_listed(tmp_path: Path) -> None:
    made_by_machine = unit("Un chat.", "A cat.", origin=Origin.MACHINE)
    match = found(tmp_path / "m.tmdb", [made_by_machine], Query("Un chat."))[0]
    assert (match.percentage, [(p.name, p.points) for p in match.penalties]) == (90, [("mt", 10)])
    reviewed = unit("Un chat.", "A cat.", origin=Origin.MACHINE, state=State.REVIEWED)
    assert found(tmp_path / "m.tmdb", [reviewed], Query("Un chat."))[0].percentage == 100
    draft = unit("Un chat.", "A cat.", state=State.DRAFT)
    assert found(tmp_path / "m.tmdb", [draft], Query("Un chat."))[0].percentage == 95
    old = unit("Un chat.", "A cat.", changed="20200615T000000Z")
    penalties = Penalties(age=2, domain=30)
    aged = found(tmp_path / "m.tmdb", [old], Query("Un chat."), penalties=penalties, today="20230614")[0]
    assert [(p.name, p.points) for p in aged.penalties] == [("age", 4)]
    assert not found(tmp_path / "m.tmdb", [old], Query("Un chat."), penalties=penalties, domain="law")
    with made(tmp_path / "n.tmdb", [old], ImportSettings(penalty=20, domain="law")) as memory:
        asked = LookupSettings(penalties=penalties, domain="law")
        (match,) = next(iter(memory.lookup([Query("Un chat.")], asked)))
    assert [(p.name, p.points) for p in match.penalties] == [("file", 20)]


def test_matches_are_ranked_by_all_that_counts(tmp_path: Path) -> None:
    units = [
        unit("Un chien", "fuzzy"),
        unit("UN CHAT", "case"),
        unit("Un chat", "old", changed="20150101T000000Z"),
        unit("Un chat", "new", changed="20250101T000000Z"),
        unit("Un chat", "undated"),
        unit("Un chat", "undated too"),
        unit("Un chat", "reviewed", state=State.REVIEWED),
        unit("Un chat", "draft", state=State.DRAFT),
    ]
    matches = found(tmp_path / "m.tmdb", units, Query("Un chat"), threshold=60, count=9)
    expected = ["reviewed", "new", "old", "undated", "undated too", "case", "draft", "fuzzy"]
    assert [match.unit.target.text for match in matches] == expected


def test_equal_targets_are_shown_once_and_all_targets_where_asked(tmp_path: Path) -> None:
    units = [unit("Un chat", f"target {number % 8}", document=f"{number}") for number in range(60)]
    path = tmp_path / "m.tmdb"
    assert len(found(path, units, Query("Un chat"))) == 5
    assert len(found(path, units, Query("Un chat"), has_all_targets=True)) == 8


def test_thousands_of_targets_of_one_source_hide_no_match_in_context(tmp_path: Path) -> None:
    units = [unit("Suite", f"target {n}", context=(f"before {n}", None)) for n in range(3000)]
    asked = Query("Suite", before="before 2999", after=None, has_context=True)
    first = found(tmp_path / "m.tmdb", units, asked)[0]
    assert (first.percentage, first.unit.target.text) == (101, "target 2999")


def test_scores_by_words_and_after_repair(tmp_path: Path) -> None:
    units = [unit("L\u2019an 2000 : le début", "a"), unit("L'an 1999, la fin", "b")]
    query = Query("L'an 2001 : le début")
    words = found(tmp_path / "m.tmdb", units, query, score=Score.WORDS, threshold=60)
    assert [(match.unit.target.text, match.percentage) for match in words] == [("a", 66)]
    repaired = found(tmp_path / "m.tmdb", units, query, score=Score.REPAIRED)
    assert [(match.unit.target.text, match.percentage) for match in repaired] == [("a", 99)]


def test_a_code_counts_as_one_token(tmp_path: Path) -> None:
    codes = (InlineCode(0, 3, CodeKind.START, 1), InlineCode(7, 11, CodeKind.END, 1))
    coded = TranslationUnit("a", Variant("fr", "<b>Chat</b> noir", None, codes), Variant("en", "Cat"), Origin.HUMAN)
    other = (InlineCode(0, 6, CodeKind.START, 1), InlineCode(10, 17, CodeKind.END, 1))
    match = found(tmp_path / "m.tmdb", [coded], Query("[span]Chat[/span] noir", other))[0]
    assert match.percentage == 100
    assert found(tmp_path / "m.tmdb", [coded], Query("<b>Chat</b> noir", codes))[0].kind is Kind.EXACT


@pytest.mark.parametrize("text", ["", " ", "\0", "a", "<x1/>", "12", "mot " * 3000, "\ud800", "日本語"])
def test_any_text_can_be_asked_for(text: str, tmp_path: Path) -> None:
    units = [unit("a", "b"), unit("<x1/>", "c"), unit("12", "d"), unit("mot " * 3000, "e"), unit("日本語", "f")]
    matches = found(tmp_path / "m.tmdb", units, Query(text))
    held = [one.target.text for one in units if one.source.text == text]
    assert [match.unit.target.text for match in matches][:1] == held
