"""A memory holds units each once and whole, and its file is as it was before or as it should be after."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.memory.stored import PLAIN, forgiving, made, taken, unit
from translate.data import CodeKind, InlineCode, Note, Origin, Span, State, Suggestion, TranslationUnit, Variant
from translate.errors import LockedError, OutputError, UsageError
from translate.memory import database
from translate.memory.file import MemoryFile
from translate.memory.importing import Imported, ImportSettings
from translate.memory.matches import LookupSettings, Query

UNITS = [
    unit("Bonjour.", "Hello.", document="a.txt", changed="20200101T000000Z"),
    unit("Au revoir.", "Goodbye.", document="a.txt", state=State.REVIEWED),
    unit("Merci.", "Thanks.", origin=Origin.MACHINE),
]
_CODE = InlineCode(2, 5, CodeKind.START, 1, "bold", "7", (("x", "1"),))
WHOLE = TranslationUnit(
    "u1",
    Variant("fr-CA", "Un <b>mot</b>.", Span(1, 0, 14), (InlineCode(3, 6, CodeKind.START, 1, "bold", "7"),)),
    Variant("en-GB", "A <b>word</b>.", Span(1, 0, 14), (_CODE,)),
    Origin.HUMAN,
    score=87.5,
    document="d/é.docx",
    alignment="2-1",
    context_before="Avant.",
    context_after="Après.",
    properties=(("tu@creationid", "ANNE"), ("tu@changedate", "20240102T030405Z"), ("x-job", "Ünï"), ("x-job", "2")),
    notes=(Note("À revoir", "BEA", 1, "target", "fr", "c"),),
    state=State.APPROVED,
)  # fmt: skip


def texts_of(memory: MemoryFile) -> list[tuple[str, str]]:
    return [(one.source.text, one.target.text) for one in memory.units()]


def test_all_that_a_file_says_of_a_unit_comes_back(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [WHOLE, *UNITS]) as memory:
        assert list(memory.units()) == [WHOLE, *UNITS]


def test_what_is_imported_twice_is_there_once(tmp_path: Path) -> None:
    units = [*UNITS, UNITS[0], replace(UNITS[1], name="again")]
    with MemoryFile.open_or_create(tmp_path / "m.tmdb", "fr", "en") as memory:
        assert taken(memory, units) == Imported(5, 3, 0, 2, 0)
        before = list(memory.units())
        assert taken(memory, units) == Imported(5, 0, 0, 5, 0)
        assert list(memory.units()) == before == UNITS


def test_a_unit_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    newer = replace(UNITS[0], properties=(("tu@changedate", "20210101T000000Z"),), state=State.APPROVED)
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        assert taken(memory, [newer]).updated == 1
        assert next(memory.units()) == newer
        assert taken(memory, [UNITS[0]]).unchanged == 1
        assert next(memory.units()) == newer


def test_another_target_or_document_is_another_unit(tmp_path: Path) -> None:
    others = [replace(UNITS[0], target=Variant("en", "Hi.")), replace(UNITS[0], document="b.txt")]
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        assert taken(memory, others).added == 2


def test_units_of_one_file_with_other_neighbours_stay_apart(tmp_path: Path) -> None:
    units = [unit("Oui.", "Yes.", context=(before, None)) for before in ("Venez ?", "Vraiment ?")]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert taken(memory, units) == Imported(2, 0, 0, 2, 0)
        moved = replace(units[1], context_before="Alors ?")
        assert taken(memory, [units[0], moved]) == Imported(2, 0, 1, 1, 0)
        assert [one.context_before for one in memory.units()] == ["Venez ?", "Alors ?"]


def test_a_document_can_be_replaced(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        new = unit("Salut.", "Hi.", document="a.txt")
        memory.take([new], PLAIN, forgiving, replaced="a.txt")
        assert texts_of(memory) == [("Merci.", "Thanks."), ("Salut.", "Hi.")]
        assert not next(iter(memory.lookup([Query("Bonjour.")])))
        assert next(iter(memory.lookup([Query("Salut.")])))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (unit(" ", "Yes."), "the source is empty."),
        (unit("Oui.", ""), "it is not translated."),
        (unit("Oui.", "Yes.", state=State.UNTRANSLATED), "it is not translated."),
        (unit("Oui.", "Y\ud800"), "it holds half a surrogate pair, which no text can; correct it in its file."),
        (unit("Oui.", "Yes.", context=("\udfff", None)), "it holds half a surrogate pair"),
    ],
)
def test_a_unit_that_no_memory_can_hold_is_rejected_with_its_reason(
    bad: TranslationUnit, reason: str, tmp_path: Path
) -> None:
    heard: list[str] = []
    with MemoryFile.open_or_create(tmp_path / "m.tmdb", "fr", "en") as memory:
        counts = memory.take([bad, UNITS[0]], PLAIN, lambda one, why: heard.append(why))
        assert (counts.added, counts.rejected) == (1, 1)
        assert heard[0].startswith(reason)


def test_origin_and_penalty_are_those_that_are_stated(tmp_path: Path) -> None:
    settings = ImportSettings(12, "law", Origin.HUMAN)
    with made(tmp_path / "m.tmdb", UNITS, settings) as memory:
        assert {(h.unit.origin, h.penalty, h.domain) for h in memory.stored()} == {(Origin.HUMAN, 12, "law")}


def test_an_interrupted_import_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> Iterator[TranslationUnit]:
        yield from (unit(f"Phrase {n}.", f"Sentence {n}.") for n in range(5000))
        raise KeyboardInterrupt

    with made(tmp_path / "m.tmdb", UNITS) as memory:
        with pytest.raises(KeyboardInterrupt):
            taken(memory, interrupted())
        assert list(memory.units()) == UNITS
        assert taken(memory, UNITS).unchanged == 3


_KILLED = """
import os, signal, sys
from pathlib import Path
from tests.memory.stored import taken, unit
from translate.cli import main
from translate.memory import file
from translate.memory.file import MemoryFile
step, path = sys.argv[1], Path(sys.argv[2])
def die(*given):
    os.kill(os.getpid(), signal.SIGKILL)
def units():
    for n in range(30000):
        yield unit(f"Phrase numéro {n} avec des mots.", "Sentence " * 40)
    die()
connect = file.open_existing
def with_small_cache(place, *, writes=False):  # so that the file is written to before the end
    connection = connect(place, writes=writes)
    connection.execute("PRAGMA cache_size = 1")
    return connection
file.open_existing = with_small_cache
if step == "import":
    with MemoryFile.open(path, writes=True) as memory:
        taken(memory, units())
elif step == "merge":
    file.extend_index = die
    main(["memory", "merge", str(path.with_name("other.tmdb")), "--into", str(path)])
else:
    file.removing.remove_unused = die
    main(["memory", step, str(path), *sys.argv[3:]])
"""
_MANY = [unit(f"Phrase {n}.", "Sentence " * 200) for n in range(400)]


def killed(step: str, path: Path, *options: str) -> None:
    """Kill a command within its change, when some of it is in the file."""
    command = [sys.executable, "-c", _KILLED, step, str(path), *options]
    assert subprocess.run(command, check=False).returncode == -9
    assert path.with_name(f"{path.name}-journal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize(
    ("step", "options"),
    [("import", ()), ("merge", ()), ("delete", ("--where", "source=Phrase*")), ("clean", ("--only", "duplicate"))],
)
def test_a_killed_command_leaves_the_memory_as_it_was(
    step: str, options: tuple[str, ...], tmp_path: Path, *, writes: bool
) -> None:
    twice = [replace(one, name=f"{one.name}-2", document="other.txt") for one in _MANY]
    held = [*UNITS, *_MANY, *twice]
    path = tmp_path / "m.tmdb"
    made(path, held).close()
    made(tmp_path / "other.tmdb", [unit(f"Autre {n}.", "Other " * 200) for n in range(400)]).close()
    killed(step, path, *options)
    with MemoryFile.open(path, writes=writes) as memory:
        assert list(memory.units()) == held
        assert not memory.faults()
        assert next(iter(memory.lookup([Query("Phrase 7.")])))[0].percentage == 100
    assert not (tmp_path / "m.tmdb-journal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_what_a_killed_command_left_where_nobody_may_write_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.tmdb"
    made(path, UNITS).close()
    killed("import", path)
    connect = database._connect
    monkeypatch.setattr(database, "_connect", lambda place, mode: connect(place, "ro"))
    with pytest.raises(OutputError, match=r"m\.tmdb-journal says how to take it back"):
        MemoryFile.open(path)
    monkeypatch.undo()
    with MemoryFile.open(path) as memory:
        assert list(memory.units()) == UNITS


def test_a_full_disk_leaves_the_memory_as_it_was(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        memory.connection.execute("PRAGMA max_page_count = 40")
        with pytest.raises(OutputError, match="the disk is full; the memory is as it was before"):
            taken(memory, [unit(f"Phrase {n}.", "Sentence " * 50) for n in range(3000)])
        assert list(memory.units()) == UNITS


def test_a_second_writer_is_told_who_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    script = """
import sys
from pathlib import Path
from translate.memory.file import MemoryFile
with MemoryFile.open(Path(sys.argv[1]), writes=True) as memory:
    memory.connection.execute("BEGIN IMMEDIATE")
    print("holds", flush=True)
    sys.stdin.read()
"""
    command = [sys.executable, "-c", script, str(tmp_path / "m.tmdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == b"holds\n"
        monkeypatch.setattr(database, "WAIT_SECONDS", 0.1)
        with MemoryFile.open(tmp_path / "m.tmdb", writes=True) as memory:
            assert list(memory.units()) == UNITS, "who only reads need not wait"
            with pytest.raises(LockedError, match=f"process {holder.pid} is writing|another process is writing"):
                taken(memory, [WHOLE])
        holder.stdin.close()
    with MemoryFile.open(tmp_path / "m.tmdb", writes=True) as memory:
        assert taken(memory, [WHOLE]).added == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_the_file_is_for_its_owner_alone_and_read_only_will_do(tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    assert stat.S_IMODE((tmp_path / "m.tmdb").stat().st_mode) == 0o600
    (tmp_path / "m.tmdb").chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with MemoryFile.open(tmp_path / "m.tmdb") as memory:
            assert next(iter(memory.lookup([Query("Bonjour.")])))[0].percentage == 100
            with pytest.raises(OutputError, match="cannot write"):
                taken(memory, [WHOLE])
    finally:
        tmp_path.chmod(0o700)


def test_a_deleted_sentence_is_nowhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "m.tmdb"
    secret = unit("Madame Xyloglotte habite à Trifouillis.", "Mrs Xyloglotte lives there.", document="secret.txt")
    beside = unit("Une phrase.", "A sentence.", context=(secret.source.text, None))
    tools = (("next", secret.source.text), ("source/x-context-pre", f"<seg>{secret.source.text}</seg>"))
    noted = replace(
        unit("Deux.", "Two."),
        properties=(("prev", "Une phrase."), *tools),
        suggestions=(Suggestion(secret.source.text, "Mrs Xyloglotte"),),
    )
    with made(path, [*UNITS, secret, beside, noted]) as memory:
        assert b"Xyloglotte" in path.read_bytes()
        number = next(held.number for held in memory.stored() if held.unit == secret)
        assert memory.delete([number]) == 1
        assert texts_of(memory) == [
            *((one.source.text, one.target.text) for one in UNITS),
            ("Une phrase.", "A sentence."),
            ("Deux.", "Two."),
        ]
        assert [held.unit.properties for held in memory.stored()][-1] == (("prev", "Une phrase."),)
        assert not next(iter(memory.lookup([Query(secret.source.text)], LookupSettings(threshold=50))))
    content = path.read_bytes().lower()
    for word in ("xyloglotte", "trifouillis", "secret.txt", "lives there"):
        assert word.encode() not in content
    assert [other.name for other in tmp_path.iterdir()] == ["m.tmdb"]


def test_what_an_update_replaced_is_nowhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "m.tmdb"
    with made(path, [unit("Oui.", "Yes.", name="zyzzyva")]) as memory:
        taken(memory, [unit("Oui.", "Yes.", name="other", changed="20250101T000000Z")])
    assert b"zyzzyva" not in path.read_bytes()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<tmx version='1.4'/>", r"begins with b'<tmx version', so it is no memory"),
        (b"", r"is empty, so it is no memory"),
        (b"SQLite format 3\0" * 99, r"the memory is damaged"),
    ],
)
def test_another_file_is_told_from_a_memory(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "m.tmdb").write_bytes(content)
    with pytest.raises(OutputError, match=message):
        MemoryFile.open(tmp_path / "m.tmdb")
    assert (tmp_path / "m.tmdb").read_bytes() == content


def test_a_database_of_another_program_is_told_from_a_memory(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "m.tmdb")
    connection.execute("CREATE TABLE unit (other TEXT)")
    connection.close()
    with pytest.raises(OutputError, match="a database of another program"):
        MemoryFile.open(tmp_path / "m.tmdb")


def test_a_newer_format_is_not_misread(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        memory.connection.execute("UPDATE meta SET value = '9' WHERE key = 'format'")
    with pytest.raises(OutputError, match=r"a memory of format 9; expected format 1\."):
        MemoryFile.open(tmp_path / "m.tmdb")


def test_an_index_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        memory.connection.execute("UPDATE meta SET value = '0' WHERE key = 'index'")
    with MemoryFile.open(tmp_path / "m.tmdb") as memory, pytest.raises(OutputError, match="memory check"):
        list(memory.lookup([Query("Bonjour.")]))
    with MemoryFile.open(tmp_path / "m.tmdb", writes=True) as memory:
        assert not memory.has_index()
        memory.repair_index()
        assert memory.has_index()
        assert next(iter(memory.lookup([Query("Bonjour.")])))


def test_other_languages_are_refused_with_both_pairs(tmp_path: Path) -> None:
    made(tmp_path / "m.tmdb", UNITS).close()
    MemoryFile.open_or_create(tmp_path / "m.tmdb", "fr-CA", "en-US").close()
    with pytest.raises(UsageError, match="is from fr to en, not from de to en"):
        MemoryFile.open_or_create(tmp_path / "m.tmdb", "de", "en")


def test_no_memory_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"m\.tmdb: no such memory; make one"):
        MemoryFile.open(tmp_path / "m.tmdb")
    with pytest.raises(OutputError, match="cannot make the memory: No such file or directory"):
        MemoryFile.open_or_create(tmp_path / "no" / "m.tmdb", "fr", "en")


def test_memories_are_merged_with_their_penalties(tmp_path: Path) -> None:
    with (
        made(tmp_path / "a.tmdb", UNITS[:2]) as one,
        made(tmp_path / "b.tmdb", UNITS[1:], ImportSettings(20, "law")) as other,
    ):
        assert one.merge(other) == Imported(2, 1, 1, 0, 0)
        assert [(h.unit, h.penalty) for h in one.stored()] == [(UNITS[0], 0), (UNITS[1], 20), (UNITS[2], 20)]


def test_exact_matches_are_found_whatever_their_apostrophes_and_spaces(tmp_path: Path) -> None:
    units = [
        unit("L\u2019été\u00a0?", "Summer?", changed="20150101T000000Z"),
        unit("L'été ?", "The summer?", changed="20250101T000000Z"),
        unit("L'été ?", "Sommer?", state=State.DRAFT),
    ]
    with made(tmp_path / "m.tmdb", units) as memory:
        found = memory.find(["L'été ?", "l'été ?"])
    assert {text: [match.target for match in matches] for text, matches in found.items()} == {
        "L'été ?": ["The summer?", "Summer?"]
    }


def test_stored_units_can_be_asked_for(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", UNITS) as memory:
        held: Iterable[TranslationUnit] = [one.unit for one in memory.stored("d.name = ?", ["a.txt"])]
    assert held == UNITS[:2]
    assert os.listdir(tmp_path) == ["m.tmdb"]  # noqa: PTH208


def test_a_memory_of_another_version_gets_the_digests_of_this_one_before_anything_is_imported(tmp_path: Path) -> None:
    old = unit("Le  chat dort.", "The cat sleeps.")
    with made(tmp_path / "m.tmdb", [old]) as memory:
        memory.connection.execute("UPDATE meta SET value = '0' WHERE key = 'index'")
        memory.connection.execute("UPDATE text SET digest = 1")
    with MemoryFile.open(tmp_path / "m.tmdb", writes=True) as memory:
        assert not memory.find(["Le chat dort."])
        counts = taken(memory, [old])
        assert (counts.added, counts.unchanged) == (0, 1)
        assert memory.find(["Le chat dort."])["Le chat dort."][0].target == "The cat sleeps."
        assert memory.has_index()
