"""A search finds every unit that holds the words, with their places, whether there are gram tables or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Origin, State, TranslationUnit, Variant
from translate.errors import UsageError
from translate.memory.database import create, open_existing
from translate.memory.expressions import required_literals
from translate.memory.grams import drop_grams, has_grams, make_grams
from translate.memory.importing import Importer, ImportSettings
from translate.memory.rows import Languages
from translate.memory.search import Hit, Manner, Search, SearchSettings, Side
from translate.memory.transactions import writing

LANGUAGES = Languages("fr", "en")
PAIRS = (
    ("Les travaux du port sont finis.", "The harbour works are done."),
    ("La porte du bureau est ferm\u00e9e.", "The office door is closed."),
    ("L\u2019\u00e9t\u00e9 fut long et chaud.", "The summer was long and hot."),
    ("LE PORT de P\u00eache", "The fishing harbour"),
    ("Art. 12 et art. 345", "Sections 12 and 345"),
    ("Un travail long", "A long job"),
)


def unit(number: int, source: str, target: str, document: str = "a.txt", changed: str = "") -> TranslationUnit:
    properties = (("tu@changedate", changed),) if changed else ()
    return TranslationUnit(
        str(number),
        Variant("fr", source),
        Variant("en", target),
        Origin.HUMAN,
        document=document,
        properties=properties,
        state=State.REVIEWED if number % 2 else State.TRANSLATED,
    )


def add(path: Path, units: list[TranslationUnit]) -> None:
    with closing(open_existing(path, writes=True)) as connection, writing(connection, path):
        Importer(connection, LANGUAGES, ImportSettings()).take(units, lambda unit, why: None)


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("search") / "a.tmdb"
    create(path, "fr", "en").close()
    dates = ("20150101T000000Z", "20240101T000000Z")
    add(
        path,
        [unit(n, *pair, document=("a.txt", "b.txt")[n > 2], changed=dates[n > 3]) for n, pair in enumerate(PAIRS)],
    )
    assert make_grams(path)
    yield path


def hits(path: Path, words: str, settings: SearchSettings | None = None) -> list[Hit]:
    with closing(open_existing(path)) as connection:
        return list(Search(connection, LANGUAGES, words, settings or SearchSettings()).hits())


def marked(path: Path, words: str, **options: object) -> list[str]:
    """Return what was found in the sources."""
    settings = SearchSettings(**options)  # type: ignore[arg-type]
    return [hit.unit.source.text[start:end] for hit in hits(path, words, settings) for start, end in hit.source]


@pytest.mark.parametrize(
    ("words", "options", "found"),
    [
        ("port", {}, ["port", "PORT"]),
        ("port", {"manner": Manner.EXACT}, ["port"]),
        ("port*", {}, ["port", "porte", "PORT"]),
        ("du port", {}, ["du port"]),
        ("port du", {}, []),
        ("l'\u00e9t\u00e9", {}, ["L\u2019\u00e9t\u00e9"]),
        ("travail", {"manner": Manner.STEMS}, ["travaux", "travail"]),
        ("long travail", {"manner": Manner.STEMS}, []),
        (r"[Aa]rt\. \d+", {"manner": Manner.REGEX}, ["Art. 12", "art. 345"]),
        (r"\d{3}", {"manner": Manner.REGEX}, ["345"]),
        ("et", {}, ["et", "et"]),
        ("port", {"document": "b*"}, ["PORT"]),
        ("et", {"document": "b*"}, ["et"]),
        ("et", {"document": "c*"}, []),
        ("port", {"state": State.REVIEWED}, ["PORT"]),
        ("long", {"since": "2024"}, ["long"]),
        ("long", {"count": 1}, ["long"]),
    ],
)
def test_what_is_found_is_marked(memory: Path, words: str, options: dict[str, object], found: list[str]) -> None:
    assert marked(memory, words, **options) == found


def test_either_side_is_searched(memory: Path) -> None:
    (target,) = hits(memory, "summer", SearchSettings(side=Side.TARGET))
    assert (target.source, target.target) == ((), ((4, 10),))
    both = hits(memory, "long", SearchSettings(side=Side.BOTH))
    assert [(hit.unit.name, bool(hit.source), bool(hit.target)) for hit in both] == [
        ("2", True, True),
        ("5", True, True),
    ]


def test_a_short_word_is_looked_for_in_the_documents_that_are_asked_for_alone(memory: Path) -> None:
    asked = {side: SearchSettings(side=side, document="b*") for side in Side}
    with closing(open_existing(memory)) as connection:
        read: list[str] = []
        connection.set_trace_callback(read.append)
        found = {side: list(Search(connection, LANGUAGES, "de", asked[side]).hits()) for side in Side}
    assert [len(found[side]) for side in Side] == [1, 0, 1]
    assert found[Side.SOURCE][0].unit.document == "b.txt"
    assert not any(query.endswith(("FROM text ORDER BY number", "FROM unit ORDER BY number")) for query in read)
    (found_in_target,) = hits(memory, "a", SearchSettings(side=Side.TARGET, document="b*"))
    assert found_in_target.unit.target.text == "A long job"


@pytest.mark.parametrize("has_index", [True, False])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("œil", ["yeux", "Œil", "oeil"]),
        ("nouveau", ["Nouvel", "nouvelles"]),
        ("aller", ["iront", "allons"]),
        ("ils iront", []),
        ("chat noir", ["Chats noirs"]),
        ("aujourd'hui", ["aujourd’hui"]),
        ("webhook", ["webhooks"]),
        ("port", []),
    ],
)
def test_forms_are_found_that_begin_with_other_letters(
    tmp_path: Path, words: str, found: list[str], has_index: bool
) -> None:
    path = tmp_path / "m.tmdb"
    create(path, "fr", "en").close()
    sources = (
        "Les yeux du Nouvel An", "Œil, oeil et nouvelles", "Elles iront aujourd’hui, allons !", "Chats noirs",
        "Deux webhooks et trois portes",
    )  # fmt: skip
    add(path, [unit(number, source, "x") for number, source in enumerate(sources)])
    if has_index:
        assert make_grams(path)
    assert marked(path, words, manner=Manner.STEMS) == found


@pytest.mark.parametrize(("words", "is_scan"), [("et", True), ("port", False), (r"\d+", True)])
def test_short_words_are_looked_for_in_every_text(memory: Path, words: str, is_scan: bool) -> None:
    manner = Manner.REGEX if words.startswith("\\") else Manner.WORDS
    with closing(open_existing(memory)) as connection:
        assert Search(connection, LANGUAGES, words, SearchSettings(manner=manner)).is_scan is is_scan


@pytest.mark.parametrize(
    ("words", "manner", "message"),
    [(" ", Manner.WORDS, "nothing to search for"), ("(a", Manner.REGEX, "is no regular expression")],
)
def test_what_cannot_be_searched_is_refused(memory: Path, words: str, manner: Manner, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        hits(memory, words, SearchSettings(manner=manner))


def test_what_is_imported_later_is_found_and_what_it_replaces_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    create(path, "fr", "en").close()
    add(path, [unit(1, "Une pomme", "One pear")])
    assert make_grams(path)
    add(path, [unit(1, "Une pomme", "One apple", changed="20250101T000000Z"), unit(2, "Une poire", "One pear")])
    with closing(open_existing(path)) as connection:
        assert not has_grams(connection)
    assert [hit.unit.source.text for hit in hits(path, "apple", SearchSettings(side=Side.TARGET))] == ["Une pomme"]
    assert make_grams(path)
    with closing(open_existing(path)) as connection:
        assert has_grams(connection)
    for word, sources in (("apple", {"Une pomme"}), ("poire", {"Une poire"})):
        found = hits(path, word, SearchSettings(side=Side.BOTH))
        assert {hit.unit.source.text for hit in found} == sources


def test_dropped_tables_leave_no_run_of_the_text_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.tmdb"
    create(path, "fr", "en").close()
    add(path, [unit(1, "Le secret d'Aldebaran", "The secret")])
    assert make_grams(path)
    with closing(open_existing(path, writes=True)) as connection, writing(connection, path):
        drop_grams(connection)
        for table in ("unit", "text"):
            connection.execute(f"DELETE FROM {table}")
    assert b"ldebara" not in path.read_bytes() and b"deb" not in path.read_bytes()


WORDS = st.sampled_from("chat chien dort bien \u00e9t\u00e9 l'\u00e9t\u00e9 le la".split())


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6, unique=True), WORDS, WORDS
)
def test_gram_tables_find_what_a_scan_finds(
    tmp_path_factory: pytest.TempPathFactory, sources: list[str], one: str, other: str
) -> None:
    path = tmp_path_factory.mktemp("scan") / "a.tmdb"
    create(path, "fr", "en").close()
    add(path, [unit(number, source, "x") for number, source in enumerate(sources)])
    asked = f"{one} {other}"
    scanned = [hit.number for hit in hits(path, asked)]
    assert make_grams(path)
    assert [hit.number for hit in hits(path, asked)] == scanned
    assert scanned == [n for n, text in enumerate(sources, 1) if re.search(rf"(?<!\w){asked}(?!\w)", text)]


LONG = st.sampled_from("porte porter portail travail travailler vitrail chat chats une".split())


@given(st.lists(st.lists(LONG, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5, unique=True), LONG, LONG)
def test_each_third_run_leads_to_the_same_hits(
    tmp_path_factory: pytest.TempPathFactory, sources: list[str], one: str, other: str
) -> None:
    path = tmp_path_factory.mktemp("thirds") / "a.tmdb"
    create(path, "fr", "en").close()
    add(path, [unit(number, source, source) for number, source in enumerate(sources)])
    asked = [(words, SearchSettings(side=Side.BOTH, manner=manner)) for words in (one, f"{one} {other}") for manner in
             (Manner.WORDS, Manner.STEMS)]  # fmt: skip
    scanned = [hits(path, *both) for both in asked]
    assert make_grams(path)
    assert [hits(path, *both) for both in asked] == scanned


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("article", ["article"]),
        (r"article \d+", ["article "]),
        ("ab*cd", ["a", "cd"]),
        ("abc{2,3}de", ["ab", "de"]),
        ("abc|def", []),
        ("(abc)?def", ["def"]),
        ("[xyz]abc", ["abc"]),
        ("a.c+d", ["a", "c", "d"]),
        (r"a\.b", ["a", ".b"]),
        ("(?i)abc", []),
    ],
)
def test_what_an_expression_must_find_is_known(pattern: str, literals: list[str]) -> None:
    assert required_literals(pattern) == literals


@pytest.mark.parametrize("has_index", [True, False])
def test_a_filter_leaves_out_texts_before_their_units_are_read(tmp_path: Path, has_index: bool) -> None:
    path = tmp_path / "m.tmdb"
    create(path, "fr", "en").close()
    units = [unit(n, f"Le chat {n} dort", f"The cat {n} sleeps", f"lettre [{n % 2}].txt") for n in range(6)]
    add(path, [replace(one, state=State.DRAFT if n < 3 else State.REVIEWED) for n, one in enumerate(units)])
    if has_index:
        make_grams(path)
    asked = SearchSettings(side=Side.BOTH, document="lettre [1]*", state=State.REVIEWED)
    with closing(open_existing(path)) as connection:
        search = Search(connection, Languages("fr", "en"), "cha*", asked)
        assert [hit.unit.source.text for hit in search.hits()] == ["Le chat 3 dort", "Le chat 5 dort"]
        assert [number for number, _ in search._texts("text", "source", None)] == [4, 6]
