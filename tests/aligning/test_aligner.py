"""A pair of documents becomes judged units; what is uncertain, alone or unlike is refused and says why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from tests.cli.test_align import write
from translate.aligning.aligner import Aligner, load_scorer
from translate.aligning.pairing import Pair
from translate.config import AlignmentConfig, CheckConfig, Config, DocumentConfig, EngineConfig, OutputConfig
from translate.documents import Source
from translate.errors import DocumentError, UnknownNameError, UsageError

CONFIG = Config(engine=EngineConfig(name="none"))


def pair_of(folder: Path, source: tuple[str, ...], target: tuple[str, ...], kind: str = "segments") -> Pair:
    paths = write(folder, "letter", source, target)
    return Pair("letter", *(Source(path, path.name, kind) for path in paths))


def with_alignment(**changes: object) -> Config:
    return replace(CONFIG, alignment=replace(AlignmentConfig(), **changes))  # type: ignore[arg-type]


def test_a_segment_without_a_counterpart_is_refused_on_either_side(tmp_path: Path) -> None:
    aligner = Aligner(CONFIG, None)
    aligned = aligner.align(pair_of(tmp_path, FRENCH[:6], (*ENGLISH[:3], *ENGLISH[4:6], ENGLISH[9])))
    refused = [unit for unit, is_accepted in aligner.iter_units(aligned) if not is_accepted]
    assert [(unit.source.text, unit.target.text) for unit in refused] == [(FRENCH[3], ""), ("", ENGLISH[9])]
    for unit in refused:
        (issue,) = [issue for issue in unit.issues if issue.check == "unaligned"]
        assert issue.message == "The segment has no counterpart in the other document."


def test_a_unit_below_the_least_score_is_refused_with_its_score(tmp_path: Path) -> None:
    pair = pair_of(tmp_path, FRENCH, ENGLISH)
    aligner = Aligner(CONFIG, None)
    scores = [unit.score for unit, _ in aligner.iter_units(aligner.align(pair))]
    assert None not in scores
    middle = sorted(score for score in scores if score is not None)[len(scores) // 2]
    strict = Aligner(with_alignment(min_score=middle), None)
    for unit, is_accepted in strict.iter_units(strict.align(pair)):
        assert unit.score is not None
        messages = [issue.message for issue in unit.issues if issue.check == "alignment"]
        is_low = unit.score < middle
        assert bool(messages) == is_low
        assert not (is_low and is_accepted)
        if is_low:
            assert messages == [f"The alignment is uncertain: score {unit.score:.1f}, expected at least {middle:g}."]


def test_documents_that_are_no_translations_are_refused_and_can_be_aligned_all_the_same(tmp_path: Path) -> None:
    others = tuple(f"Chapter {n} explains how the parser builds its syntax tree." for n in range(40, 52))
    pair = pair_of(tmp_path, FRENCH, others)
    expected = (
        r"letter\.fr\.txt: .*letter\.en\.txt does not look like a translation of it: "
        r"similarity \d\.\d of 100, expected at least 5\. Give --min"
    )
    with pytest.raises(DocumentError, match=expected) as raised:
        Aligner(CONFIG, None).align(pair)
    assert raised.value.path == pair.source.path
    aligned = Aligner(with_alignment(min_similarity=0.0), None).align(pair)
    assert sum(len(bead.source) for bead in aligned.alignment.beads) == len(FRENCH)


def test_units_bear_the_codes_that_the_output_wants(tmp_path: Path) -> None:
    config = replace(CONFIG, output=OutputConfig(source_code="fr-CA", target_code="en-CA"))
    aligner = Aligner(config, None)
    units = [unit for unit, _ in aligner.iter_units(aligner.align(pair_of(tmp_path, FRENCH, ENGLISH)))]
    assert {(unit.source.language, unit.target.language) for unit in units} == {("fr-CA", "en-CA")}
    assert [unit.context_after for unit in units[:-1]] == [unit.source.text for unit in units[1:]]


def test_links_are_the_lines_of_both_documents_with_those_that_hold_nothing(tmp_path: Path) -> None:
    """An empty line and a delimiter are blocks of a document, and no segments."""
    pair = pair_of(tmp_path, (FRENCH[0], "", *FRENCH[1:4]), (*ENGLISH[:2], ".EOA", *ENGLISH[2:4]))
    assert Aligner(CONFIG, None).align(pair).links() == [((0,), (0,)), ((2,), (1,)), ((3,), (3,)), ((4,), (4,))]


@pytest.mark.parametrize(
    ("engine", "scorer", "is_there"),
    [("none", "model", False), ("none", "none", False), ("ctranslate2", "none", False)],
)
def test_without_an_engine_no_model_is_asked(engine: str, scorer: str, is_there: bool) -> None:
    config = replace(CONFIG, engine=EngineConfig(name=engine), alignment=AlignmentConfig(scorer=scorer))
    assert (load_scorer(config) is not None) is is_there


def test_an_unknown_scorer_is_named_before_anything_is_read() -> None:
    with pytest.raises(UnknownNameError, match="nobody"):
        load_scorer(with_alignment(scorer="nobody"))


def test_what_decides_the_units_is_in_the_signature() -> None:
    plain = Aligner(CONFIG, None).signature
    assert "align:none" in plain.replace("=", ":")
    fewer = Aligner(replace(CONFIG, checks=CheckConfig(disabled=("numbers",))), None).signature
    assert fewer != plain
    with pytest.raises(UsageError, match="numbres"):
        Aligner(replace(CONFIG, checks=CheckConfig(disabled=("numbres",))), None)


def test_the_same_document_twice_is_no_pair(tmp_path: Path) -> None:
    pair = pair_of(tmp_path, FRENCH, FRENCH)
    with pytest.raises(DocumentError, match=r"letter\.fr\.txt: is the same document as .*letter\.en\.txt\."):
        Aligner(CONFIG, None).align(pair)
    with pytest.raises(DocumentError, match="is the same document as"):
        Aligner(CONFIG, None).align(replace(pair, target=pair.source))


def test_the_same_text_in_two_guises_is_no_pair(tmp_path: Path) -> None:
    pair = pair_of(tmp_path, FRENCH, FRENCH, kind="text")
    path = pair.target.path
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    config = replace(CONFIG, documents=DocumentConfig(verify_language=False))
    with pytest.raises(DocumentError, match="has the same text as"):
        Aligner(config, None).align(pair)


def test_documents_in_the_wrong_order_are_said_to_be_swapped(tmp_path: Path) -> None:
    pair = pair_of(tmp_path, ENGLISH, FRENCH)
    expected = r"letter\.fr\.txt: seems to be in 'en', and .*letter\.en\.txt in 'fr': swapped\. Name the source first"
    with pytest.raises(DocumentError, match=expected):
        Aligner(CONFIG, None).align(pair)


def test_a_document_in_another_language_is_named_with_its_words(tmp_path: Path) -> None:
    german = tuple(f"Das ist der Hund und die Katze ist nicht in dem Haus mit der Nummer {n}." for n in range(12))
    pair = pair_of(tmp_path, FRENCH, german)
    expected = (
        r"letter\.en\.txt: seems to be in 'de', not 'en': \d+ of its function words are 'de', \d+ 'en'\. Give --any"
    )
    with pytest.raises(DocumentError, match=expected):
        Aligner(CONFIG, None).align(pair)
    lenient = replace(with_alignment(min_similarity=0.0), documents=DocumentConfig(verify_language=False))
    assert Aligner(lenient, None).align(pair).target.segments


@pytest.mark.parametrize(
    ("texts", "kind", "marks"),
    [
        (("Un.", "Deux.", "", "Trois.", ".EOP", "Quatre."), "segments", (1, 0, 1, 2)),
        ((".EOD", "", "Un.", "Deux."), "segments", (2, 0)),
        (("Un. Deux.", "", "Trois. Quatre."), "text", (1, 0, 1, 0)),
        (("CHAPITRE II", "", "Un. Deux.", "", "IV", "", "Trois."), "text", (2, 1, 0, 2, 1)),
        (("# Titre", "", "Un. Deux.", "", "Trois."), "markdown", (2, 1, 0, 1)),
        (("Chapitre premier", "Un.", "Deux."), "segments", (1, 0, 0)),
    ],
)
def test_paragraphs_and_parts_are_marked_where_they_begin(
    tmp_path: Path, texts: tuple[str, ...], kind: str, marks: tuple[int, ...]
) -> None:
    config = replace(with_alignment(min_similarity=0.0), documents=DocumentConfig(verify_language=False))
    aligned = Aligner(config, None).align(pair_of(tmp_path, texts, ENGLISH, kind))
    assert aligned.source.marks == marks


def test_a_document_of_delimiters_alone_holds_no_segments(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"letter\.fr\.txt: has no segments"):
        Aligner(CONFIG, None).align(pair_of(tmp_path, (".EOA", ".EOD"), ENGLISH))
