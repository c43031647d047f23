"""Texts go in, one unit a text comes out, whatever the text holds; and errors are of our own tree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate import (
    BitexteError,
    CheckConfig,
    Config,
    DocumentConfig,
    DocumentError,
    FormatError,
    GlossaryError,
    MemoryConfig,
    ModelError,
    Origin,
    Severity,
    Stage,
    TranslationUnit,
    Translator,
    UsageError,
)
from translate.documents import Source
from translate.run.run import run

FRENCH = [
    "La séance est ouverte. Il est 8 h 30.",
    "",
    "***",
    "Première ligne.\r\n\r\n  Le chat dort.\r\n",
    "La séance est ouverte. Il est 8 h 30.",
]


@pytest.fixture(scope="module")
def translator() -> Iterator[Translator]:
    with Translator() as opened:
        yield opened


def test_each_text_gives_one_unit_in_order_and_keeps_its_layout(translator: Translator) -> None:
    units = translator.translate(FRENCH)
    assert [unit.source.text for unit in units] == FRENCH
    assert [unit.source.language + unit.target.language for unit in units] == ["fren"] * len(FRENCH)
    assert units[0].target.text.count(".") == 2
    assert "8:30" in units[0].target.text
    assert (units[1].target.text, units[2].target.text) == ("", "***")
    lines = units[3].target.text.split("\r\n")
    assert [bool(line) for line in lines] == [True, False, True, False]
    assert lines[2].startswith("  The cat")
    assert [unit.origin for unit in units] == ["machine", "carried", "carried", "machine", "machine"]
    assert units[4].target == units[0].target
    assert len({unit.name for unit in units}) == len(units)
    assert all(unit.score is not None and 0 <= unit.score <= 100 for unit in units)


def test_a_text_is_translated_as_a_document_that_holds_it(translator: Translator, tmp_path: Path) -> None:
    text = FRENCH[3].replace("\r\n", "\n")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run([Source(tmp_path / "a.txt", "a.txt", "text")], tmp_path / "out", Config())
    (unit,) = translator.translate([text])
    assert unit.target.text == (tmp_path / "out" / "a.en.txt").read_text(encoding="utf-8")


def test_what_stands_beside_a_text_changes_nothing(translator: Translator) -> None:
    together = translator.translate([FRENCH[0], FRENCH[3]])
    alone = [unit for text in (FRENCH[0], FRENCH[3]) for unit in translator.translate([text])]
    assert together == alone
    assert translator.translate([]) == []


def test_edits_stand_where_they_say_in_a_text_of_several_segments(translator: Translator) -> None:
    (unit,) = translator.translate(
        ["Bonjour. Il est 8 h 30.\n\nVoir https://exemple.fr/a ce soir. MERCI DE FERMER LA PORTE."]
    )
    assert {edit.step for edit in unit.edits} >= {"measures", "protection", "casing"}
    for edit in unit.edits:
        text, said = (unit.source.text, edit.old) if edit.stage is Stage.BEFORE else (unit.target.text, edit.new)
        assert edit.start is not None
        assert text[edit.start : edit.start + len(said)] == said


def test_the_score_is_that_of_the_least_sure_segment(translator: Translator) -> None:
    parts = ["La séance est ouverte.", "Le zorglub du pataphysicien."]
    scores = [unit.score for unit in translator.translate(parts)]
    assert None not in scores
    (unit,) = translator.translate([" ".join(parts)])
    assert unit.score == min(score for score in scores if score is not None)


def test_settings_and_options_are_followed(tmp_path: Path) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("séance\tsession\n", encoding="utf-8")
    config = Config(checks=CheckConfig(disabled=("score",)))
    with Translator(glossary=glossary, beam=1, threads=1, offline=True, target_language="en-GB", config=config) as one:
        (unit,) = one.translate(["La séance est ouverte."])
        assert "|beam:1|" in one.signature
        assert "terms:" in one.signature
    assert unit.target.language == "en-GB"
    assert "session" in unit.target.text


def test_exact_matches_of_a_memory_are_taken(tmp_path: Path) -> None:
    memory = tmp_path / "memory.tsv"
    memory.write_text("source\ttarget\nBonjour.\tGood day to you.\n", encoding="utf-8")
    for given in (memory, [str(memory)]):
        with Translator(engine="echo", memory=given) as one:
            units = one.translate(["Bonjour.", "Bonsoir.", "Bonjour. Bonsoir."])
        assert [unit.target.text for unit in units] == ["Good day to you.", "Bonsoir.", "Good day to you. Bonsoir."]
        assert [unit.origin for unit in units] == [Origin.MEMORY, Origin.MACHINE, Origin.MACHINE]
        assert units[0].score is None


def test_fuzzy_matches_are_repaired_or_suggested_where_the_settings_want_them(tmp_path: Path) -> None:
    memory = tmp_path / "memory.tsv"
    row = "La chambre 12 est libre dès lundi matin.\tRoom 12 is free from Monday morning.\n"
    memory.write_text("source\ttarget\n" + row, encoding="utf-8")
    texts = ["La chambre 47 est libre dès lundi matin.", "La chambre 12 est libre dès mardi matin."]
    config = Config(memory=MemoryConfig(fuzzy=75))
    with Translator(engine="echo", memory=memory, config=config) as one:
        first, second = one.translate(texts)
    assert (first.target.text, first.origin) == ("Room 47 is free from Monday morning.", Origin.MEMORY)
    assert (second.target.text, second.origin) == (texts[1], Origin.MACHINE)
    with pytest.raises(UsageError, match="give one with --memory"):
        Translator(engine="echo", config=config)


def test_wrapped_lines_are_joined_where_the_settings_say_so() -> None:
    text = (
        "Le chat qui dort depuis ce matin sur la chaise de la cuisine est\n"
        "noir, et le chien qui dort devant la porte du jardin est blanc.\n"
    )
    with Translator(engine="echo", config=Config(documents=DocumentConfig(join_lines=True))) as one:
        (unit,) = one.translate([text])
    assert unit.source.text == unit.target.text == text.replace("est\nnoir", "est noir")


def test_a_suspect_target_has_its_issues(translator: Translator) -> None:
    with Translator(engine="echo") as echo:
        (unit,) = echo.translate(["Bonjour. Il a mangé une pomme dans le jardin avec sa sœur."])
    assert [issue.severity for issue in unit.issues if issue.check == "untranslated"] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ("Bonjour.", r"text: expected several str, not one str; write \[text\]"),
        (None, "text: expected several str, not one NoneType"),
        ([None], "text 0: expected a str, not NoneType"),
        (["un", b"deux"], "text 1: expected a str, not bytes"),
        (["un", "deux \udcff"], "text 1: character 5 is half a surrogate pair"),
    ],
)
def test_what_is_no_text_is_a_usage_error(translator: Translator, texts: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        translator.translate(texts)


def test_a_text_that_no_document_can_hold_is_an_error_that_says_which(translator: Translator) -> None:
    with pytest.raises(DocumentError, match=r"text 1:1: .*NUL"):
        translator.translate(["un", "de\0ux"])


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"model": "no/such-model"}, ModelError),
        ({"beam": 0}, UsageError),
        ({"threads": -1}, UsageError),
        ({"engine": "abacus"}, UsageError),
        ({"source_language": "français"}, UsageError),
        ({"source_language": "ja"}, UsageError),
        ({"glossary": "missing.tsv"}, GlossaryError),
        ({"memory": "missing.tmx"}, UsageError),
        ({"config": Config(checks=CheckConfig(disabled=("grammar",)))}, UsageError),
    ],
)
def test_a_wrong_option_is_an_error_of_our_own_tree(options: dict[str, object], error: type[BitexteError]) -> None:
    with pytest.raises(error):
        Translator(**options)  # type: ignore[arg-type]


def test_a_broken_memory_is_an_error_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    (tmp_path / "broken.tmx").write_text("<tmx", encoding="utf-8")
    with pytest.raises(FormatError, match=r"broken\.tmx"):
        Translator(engine="echo", memory=tmp_path / "broken.tmx")
    assert not list((tmp_path / "tmp").iterdir())


def test_a_closed_translator_says_so() -> None:
    with Translator(engine="echo") as one:
        assert isinstance(one.translate(["Bonjour."])[0], TranslationUnit)
    one.close()
    with pytest.raises(UsageError, match="closed"):
        one.translate(["Bonjour."])
