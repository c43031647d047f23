"""Exact matches come from a memory, the one of the same context first, and are marked by their origin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config, EngineConfig, MemoryConfig, OutputConfig
from translate.data import Bitext, CodeKind, InlineCode, Origin, TranslationUnit, Variant
from translate.documents import Source
from translate.errors import UsageError
from translate.formats import read_bitext, write_bitext
from translate.memory import Memory, best_match
from translate.run.run import run

ECHO = Config(engine=EngineConfig(name="echo"), output=OutputConfig(("json",)))


def unit(source: str, target: str, before: str | None = None, after: str | None = None) -> TranslationUnit:
    one, other = Variant("fr", source), Variant("en", target)
    return TranslationUnit(f"{source}-{target}", one, other, Origin.HUMAN, context_before=before, context_after=after)


UNITS = [
    unit("Oui.", "Yes.", "Venez ?", None),
    unit("Oui.", "Indeed.", "Vraiment ?", "Bien."),
    unit("Non.", "No."),
    unit("Vide.", " "),
]


def test_matches_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    with Memory(tmp_path / "m.sqlite", "d", lambda: UNITS) as memory:
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
    with Memory(tmp_path / "m.sqlite", "d", lambda: UNITS) as memory:
        assert best_match(memory.find(["Oui."])["Oui."], before, after).target == target


def test_a_store_is_filled_once_and_anew_for_other_files(tmp_path: Path) -> None:
    def never() -> Iterable[TranslationUnit]:
        raise AssertionError("read again")

    Memory(tmp_path / "m.sqlite", "d", lambda: UNITS).close()
    Memory(tmp_path / "m.sqlite", "d", never).close()
    with Memory(tmp_path / "m.sqlite", "e", lambda: UNITS[2:3]) as memory:
        assert set(memory.find(["Oui.", "Non."])) == {"Non."}


def test_a_store_that_could_not_be_filled_is_not_taken_for_whole(tmp_path: Path) -> None:
    def broken() -> Iterable[TranslationUnit]:
        yield UNITS[0]
        raise UsageError("torn")

    with pytest.raises(UsageError):
        Memory(tmp_path / "m.sqlite", "d", broken)
    with Memory(tmp_path / "m.sqlite", "d", lambda: UNITS) as memory:
        assert len(memory.find(["Oui."])["Oui."]) == 2


def test_codes_of_a_target_are_kept(tmp_path: Path) -> None:
    code = InlineCode(0, 1, CodeKind.ISOLATED, None, "x-a")
    coded = replace(UNITS[2], target=Variant("en", "No.", codes=(code,)))
    with Memory(tmp_path / "m.sqlite", "d", lambda: [coded]) as memory:
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
