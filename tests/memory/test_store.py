"""Exact matches come from a memory, the one of the same context first, and are marked by their origin."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.config import Config, EngineConfig, MemoryConfig, OutputConfig
from translate.data import Bitext, CodeKind, InlineCode, MemoryMatch, Origin, State, TranslationUnit, Variant
from translate.documents import Source
from translate.errors import FormatError, OutputError, UsageError
from translate.formats import read_bitext, write_bitext
from translate.memory import best_match, importing
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings
from translate.memory.matches import Query
from translate.memory.rows import Languages
from translate.memory.store import make_store
from translate.run.run import run

ECHO = Config(engine=EngineConfig(name="echo"), output=OutputConfig(("json",)))


def unit(source: str, target: str, before: str | None = None, after: str | None = None) -> TranslationUnit:
    one, other = Variant("fr", source), Variant("en", target)
    return TranslationUnit(f"{source}-{target}", one, other, Origin.HUMAN, context_before=before, context_after=after)


TEXT = st.text(st.sampled_from("Ee\u0301é \u00a0."), max_size=3)
UNITS = [
    unit("Oui.", "Yes.", "Venez ?", None),
    unit("Oui.", "Indeed.", "Vraiment ?", "Bien."),
    unit("Non.", "No."),
    unit("Vide.", " "),
]


Units = Callable[[], Iterable[TranslationUnit]]


def fill(folder: Path, digest: str, units: Units, *, penalty: int = 0) -> None:
    read = lambda: [(ImportSettings(penalty), units())]  # noqa: E731
    make_store(folder / "m.tmdb", digest, Languages("fr", "en"), read)


@contextmanager
def opened(folder: Path, digest: str, units: Units) -> Iterator[MemoryFile]:
    fill(folder, digest, units)
    with MemoryFile.open(folder / "m.tmdb") as memory:
        yield memory


def stored(folder: Path, units: Iterable[TranslationUnit]) -> AbstractContextManager[MemoryFile]:
    return opened(folder, "d", lambda: units)


def test_matches_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    with stored(tmp_path, UNITS) as memory:
        found = memory.find(["Oui.", " Non. ", "Vide.", "Jamais."])
    assert [match.target for match in found["Oui."]] == ["Yes.", "Indeed."]
    assert [match.target for match in found[" Non. "]] == ["No."]
    assert "Vide." not in found
    assert "Jamais." not in found


@pytest.mark.parametrize(
    ("before", "after", "target"),
    [
        (None, None, "Yes."),
        ("Vraiment ?", "Bien.", "Indeed."),
        ("Venez ?", "Autre.", "Yes."),
        ("Autre.", "Bien.", "Indeed."),
    ],
)
def test_the_same_context_comes_first(tmp_path: Path, before: str | None, after: str | None, target: str) -> None:
    with stored(tmp_path, UNITS) as memory:
        assert best_match(memory.find(["Oui."])["Oui."], before, after).target == target


def test_a_store_is_filled_once_and_anew_for_other_files(tmp_path: Path) -> None:
    def never() -> Iterable[TranslationUnit]:
        raise AssertionError("read again")

    fill(tmp_path, "d", lambda: UNITS)
    fill(tmp_path, "d", never)
    with opened(tmp_path, "e", lambda: UNITS[2:3]) as memory:
        assert set(memory.find(["Oui.", "Non."])) == {"Non."}


def test_a_store_with_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    fill(tmp_path, "d", lambda: UNITS)
    with sqlite3.connect(tmp_path / "m.tmdb") as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'index'")
    with opened(tmp_path, "d", lambda: UNITS) as memory:
        assert memory.has_index() is False  # nobody has asked for one yet
    make_store(tmp_path / "m.tmdb", "d", Languages("fr", "en"), lambda: [(ImportSettings(), UNITS)], has_index=True)
    with MemoryFile.open(tmp_path / "m.tmdb") as memory:
        assert memory.has_index()
        assert [len(found) for found in memory.lookup([Query("Non.")])] == [1]


def test_a_store_that_could_not_be_filled_is_not_taken_for_whole(tmp_path: Path) -> None:
    def broken() -> Iterable[TranslationUnit]:
        yield UNITS[0]
        raise UsageError("torn")

    with pytest.raises(UsageError):
        fill(tmp_path, "d", broken)
    with stored(tmp_path, UNITS) as memory:
        assert len(memory.find(["Oui."])["Oui."]) == 2


def test_codes_of_a_target_are_kept(tmp_path: Path) -> None:
    code = InlineCode(0, 1, CodeKind.ISOLATED, None, "x-a")
    coded = replace(UNITS[2], target=Variant("en", "No.", codes=(code,)))
    with stored(tmp_path, [coded]) as memory:
        assert memory.find(["Non."])["Non."][0].codes == (code,)


def test_a_run_takes_matches_of_a_tmx_in_place_of_the_engine(tmp_path: Path) -> None:
    write_bitext(Bitext("fr", "en", UNITS[:3], "x"), tmp_path / "m", "tmx")
    document = tmp_path / "a.txt"
    document.write_text("Venez ?\nOui.\nVraiment ?\nOui.\nBien.\n", encoding="utf-8")
    config = replace(ECHO, memory=MemoryConfig((str(tmp_path / "m.tmx"),)))
    report = run([Source(document, "a.txt", "text")], tmp_path / "out", config)
    units = {u.name: u for u in read_bitext(tmp_path / "out" / "a.json").units}
    made = [(u.target.text, u.origin, u.score) for u in units.values() if u.source.text == "Oui."]
    assert made == [("Yes.", Origin.MEMORY, None), ("Indeed.", Origin.MEMORY, None)]
    assert report.translated_segments == 3
    assert "memory:" in report.signature
    assert (tmp_path / "out" / "a.en.txt").read_text(encoding="utf-8") == "Venez ?\nYes.\nVraiment ?\nIndeed.\nBien.\n"


def test_another_memory_makes_the_document_anew(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("Oui.\n", encoding="utf-8")
    source = Source(document, "a.txt", "text")
    run([source], tmp_path / "out", ECHO)
    write_bitext(Bitext("fr", "en", UNITS[:1], "x"), tmp_path / "m", "tmx")
    config = replace(ECHO, memory=MemoryConfig((str(tmp_path / "m.tmx"),)))
    assert run([source], tmp_path / "out", config).documents[0].status == "translated"
    assert run([source], tmp_path / "out", config).documents[0].status == "unchanged"
    assert (tmp_path / "out" / "a.en.txt").read_text() == "Yes.\n"


def test_a_memory_that_is_not_there_is_named(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("Oui.\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"absent\.tmx: cannot read the memory"):
        run([Source(document, "a.txt", "text")], tmp_path / "o", replace(ECHO, memory=MemoryConfig(("absent.tmx",))))


@pytest.mark.parametrize(
    ("asked", "held"),
    [("Été.", "E\u0301te\u0301."), ("E\u0301te\u0301.", "Été."), ("  Été.\n", "Été."), ("Été.", "\u00a0Été. ")],
)
def test_normal_form_and_blanks_around_make_no_other_text(asked: str, held: str, tmp_path: Path) -> None:
    with stored(tmp_path, [unit(held, "Summer.")]) as memory:
        assert [match.target for match in memory.find([asked])[asked]] == ["Summer."]


def test_two_spellings_of_one_text_are_both_answered(tmp_path: Path) -> None:
    with stored(tmp_path, [unit("Été.", "Summer.")]) as memory:
        found = memory.find(["Été.", "E\u0301te\u0301.", " Été."])
    assert [match.target for matches in found.values() for match in matches] == ["Summer."] * 3


@pytest.mark.parametrize("asked", ["été.", "Été", "Été .", "Ete.", "É té."])
def test_any_other_difference_does(asked: str, tmp_path: Path) -> None:
    with stored(tmp_path, [unit("Été.", "Summer.")]) as memory:
        assert memory.find([asked]) == {}


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    units=st.lists(st.builds(unit, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT), max_size=8),
    asked=st.lists(TEXT, max_size=5, unique=True),
)
def test_what_is_found_is_what_a_look_at_all_units_finds(
    tmp_path: Path, units: list[TranslationUnit], asked: list[str]
) -> None:
    (tmp_path / "m.tmdb").unlink(missing_ok=True)

    def plain(text: str) -> str:
        return unicodedata.normalize("NFC", text).strip()

    with stored(tmp_path, units) as memory:
        found = memory.find(asked)
    held = [u for u in units if u.source.text.strip() and u.target.text.strip()]
    kept = {(u.source.text, u.target.text, u.context_before, u.context_after): u for u in held}  # equal ones once
    for text in asked:
        targets = [u.target.text for u in kept.values() if plain(u.source.text) == plain(text)]
        assert [match.target for match in found.get(text, ())] == targets


@pytest.mark.parametrize("count", [499, 500, 501, 1001])
def test_texts_are_asked_for_in_parts_that_sqlite_takes(count: int, tmp_path: Path) -> None:
    units = [unit(f"Phrase {n}.", f"Sentence {n}.") for n in range(1001)]
    with stored(tmp_path, units) as memory:
        asked = [f"Phrase {n}." for n in range(count)]
        found = memory.find(asked)
    assert [found[text][0].target for text in asked] == [f"Sentence {n}." for n in range(count)]


def test_a_store_is_filled_as_a_stream_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_BATCH_UNITS", 3)
    with stored(tmp_path, (unit(f"{n}", f"{n}!") for n in range(10))) as memory:
        assert len(memory.find([str(n) for n in range(10)])) == 10


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to have a header. " * 20, b"SQLite format 3\0" * 99, b""]
)
def test_a_damaged_store_is_made_anew(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.tmdb").write_bytes(content)
    with stored(tmp_path, UNITS) as memory:
        assert set(memory.find(["Oui."])) == {"Oui."}


def test_a_store_where_there_can_be_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot make the memory: No such file or directory"):
        fill(tmp_path / "nowhere", "d", lambda: UNITS)


def test_a_database_of_somebody_else_is_made_anew(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "m.tmdb")
    connection.execute("CREATE TABLE unit (other TEXT)")
    connection.commit()
    connection.close()
    with stored(tmp_path, UNITS) as memory:
        assert set(memory.find(["Oui."])) == {"Oui."}


def test_an_interrupted_filling_leaves_the_store_of_the_files_before(tmp_path: Path) -> None:
    def interrupted() -> Iterable[TranslationUnit]:
        yield UNITS[2]
        raise KeyboardInterrupt

    fill(tmp_path, "d", lambda: UNITS)
    with pytest.raises(KeyboardInterrupt):
        fill(tmp_path, "e", interrupted)
    with opened(tmp_path, "d", interrupted) as memory:
        assert len(memory.find(["Oui."])["Oui."]) == 2


@pytest.mark.parametrize(
    "bad", [unit("Oui.", "Y\ud800"), unit("Oui.", "Yes.", "\udfff"), unit("Oui.", "Yes.", None, "a\ud800")]
)
def test_a_unit_that_no_text_can_hold_is_refused_by_its_name(bad: TranslationUnit, tmp_path: Path) -> None:
    with pytest.raises(
        FormatError, match=r"unit 'Oui\.-Y.*': it holds half a surrogate pair, which no text can; correct it"
    ):
        fill(tmp_path, "d", lambda: [UNITS[2], bad])
    with stored(tmp_path, [UNITS[2], unit("O\ud800", "Yes.")]) as memory:
        assert set(memory.find(["Non.", "O\ud800"])) == {"Non."}, "a source that no document can have"


def test_context_agrees_whatever_its_normal_form(tmp_path: Path) -> None:
    matches = [
        MemoryMatch("a", (), "x", "y"),
        MemoryMatch("b", (), " E\u0301té", None),
        MemoryMatch("c", (), None, None),
    ]
    assert best_match(matches, "Été", None).target == "b"
    assert best_match(matches, None, "y ").target == "a"
    assert best_match(matches, None, None).target == "a", "None is nothing to agree on"


def dated(source: str, target: str, **dates: str) -> TranslationUnit:
    properties = tuple((key.replace("_", "@"), date) for key, date in dates.items())
    return replace(unit(source, target), properties=properties)


@pytest.mark.parametrize(
    ("units", "target"),
    [
        ([dated("Oui.", "A"), dated("Oui.", "B")], "A"),
        ([dated("Oui.", "A"), dated("Oui.", "B", tu_changedate="20240301T101500Z")], "B"),
        (
            [
                dated("Oui.", "A", tu_changedate="20240301T101500Z"),
                dated("Oui.", "B", target_changedate="20230301T101500Z"),
            ],
            "A",
        ),
        (
            [
                dated("Oui.", "A", tu_creationdate="20240301T101500Z"),
                dated("Oui.", "B", tu_creationdate="20200301T101500Z", tu_changedate="20250301T101500Z"),
            ],
            "B",
        ),
        ([dated("Oui.", "A", tu_changedate="20240301T101500Z"), dated("Oui.", "B", tu_changedate="yesterday")], "A"),
    ],
)
def test_the_newest_of_equal_sources_comes_first(units: list[TranslationUnit], target: str, tmp_path: Path) -> None:
    with stored(tmp_path, units) as memory:
        assert best_match(memory.find(["Oui."])["Oui."], None, None).target == target


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("L’abri d'hier", "L'abri d’hier"),
        ("Vraiment\u202f?", "Vraiment ?"),
        ("Vraiment\u00a0?", "Vraiment\u202f?"),
        ("10\u2009000 km", "10 000 km"),
    ],
)
def test_apostrophes_and_spaces_match_however_they_are_written(held: str, asked: str, tmp_path: Path) -> None:
    with stored(tmp_path, [unit(held, "T")]) as memory:
        assert [match.target for match in memory.find([asked])[asked]] == ["T"]


def test_a_unit_with_a_penalty_is_no_exact_match(tmp_path: Path) -> None:
    fill(tmp_path, "d", lambda: [unit("Oui.", "Yes.")], penalty=10)
    with MemoryFile.open(tmp_path / "m.tmdb") as memory:
        assert memory.find(["Oui."]) == {}


def test_files_of_one_store_stand_beside_each_other(tmp_path: Path) -> None:
    files = [[unit("Oui.", "Yes.", "Venez ?")], [unit("Oui.", "Yes.", "Bon ?"), unit("Oui.", "Indeed.", "Quoi ?")]]
    make_store(tmp_path / "m.tmdb", "d", Languages("fr", "en"), lambda: ((ImportSettings(), some) for some in files))
    with MemoryFile.open(tmp_path / "m.tmdb") as memory:
        found = memory.find(["Oui."])["Oui."]
        assert [(match.target, match.before) for match in found] == [
            ("Yes.", "Venez ?"),
            ("Yes.", "Bon ?"),
            ("Indeed.", "Quoi ?"),
        ]


@pytest.mark.parametrize("had_none", [True, False])
def test_a_store_gets_the_index_of_fuzzy_matches_when_it_is_wanted(tmp_path: Path, *, had_none: bool) -> None:
    def read() -> list[tuple[ImportSettings, list[TranslationUnit]]]:
        return [(ImportSettings(), UNITS[:3])]

    path, languages = tmp_path / "m.tmdb", Languages("fr", "en")
    if had_none:
        make_store(path, "d", languages, read)
        with MemoryFile.open(path) as memory:
            assert not memory.has_index()
    for _ in range(2):
        make_store(path, "d", languages, read, has_index=True)
        with MemoryFile.open(path) as memory:
            assert memory.has_index()
    assert [one.name for one in tmp_path.iterdir()] == ["m.tmdb"]


@pytest.mark.parametrize("is_first", [True, False])
def test_of_one_text_in_two_files_what_is_more_than_a_draft_counts(tmp_path: Path, *, is_first: bool) -> None:
    final = unit("Oui.", "Yes.")
    draft = replace(dated("Oui.", "Yes.", tu_changedate="20240101T000000Z"), state=State.DRAFT)
    with stored(tmp_path, [final, draft] if is_first else [draft, final]) as memory:
        assert [match.target for match in memory.find(["Oui."])["Oui."]] == ["Yes."]
