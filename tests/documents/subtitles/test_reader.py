"""Readers of subtitles: times stay, texts come back over the same cues, and what is hard to read is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.data import Document, InlineCode
from translate.documents import READERS


def document_of(kind: str, content: str, folder: Path) -> Document:
    path = folder / f"a.{kind}"
    path.write_bytes(content.encode())
    return READERS.load(kind).read(path, name=path.name, language="fr", config=DocumentConfig())


def said(kind: str, content: str, folder: Path, target: str) -> tuple[str, list[str]]:
    """Return a file whose first text is another one, in which codes stand where the target writes them."""
    document = document_of(kind, content, folder)
    made = folder / f"made.{kind}"
    is_first = True
    with READERS.load(kind).rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            text = target if block.context and is_first else block.text
            is_first = is_first and not block.context
            codes, place = [], 0
            for code in block.codes:
                native = block.text[code.start : code.end]
                place = text.index(native, place)
                codes.append(InlineCode(place, place + len(native), code.kind, code.pair, code.type, code.id))
                place += len(native)
            rebuilder.write(block, text, codes)
    return made.read_bytes().decode(), list(document.notices)


ONE = "1\n00:00:01,000 --> 00:00:03,000\n{}\n\n"
TWO = "1\n00:00:01,000 --> 00:00:03,000\n{}\n\n2\n00:00:03,100 --> 00:00:06,000\n{}\n"


@pytest.mark.parametrize(
    ("kind", "before", "target", "after"),
    [
        (
            "srt",
            TWO.format("Il vient,", "puis il part."),
            "He comes, then goes.",
            TWO.format("He comes,", "then goes."),
        ),
        (
            "srt",
            TWO.format("<i>Il vient</i>", "<i>un jour.</i>"),
            "He comes.",
            TWO.format("<i>He</i>", "<i>comes.</i>"),
        ),
        (
            "srt",
            TWO.format("Il <i>vient tout à fait", "à l'improviste</i> ici."),
            "He <i>comes wholly, by surprise</i> here.",
            TWO.format("He <i>comes wholly,</i>", "<i>by surprise</i> here."),
        ),
        ("srt", TWO.format("Il vient", "un jour."), "Someday.", TWO.format("Someday.", "…")),
        ("srt", ONE.format("- Oui.\n- Non."), "Yes.", ONE.format("- Yes.\n- Non.")),
        (
            "vtt",
            "WEBVTT\n\n00:01.0 --> 00:02.0\nUn mot",
            "R & D < 3",
            "WEBVTT\n\n00:01.0 --> 00:02.0\nR &amp; D &lt; 3",
        ),
        ("sbv", "0:00:01.0,0:00:02.0\nUn mot\r\n", "A word", "0:00:01.0,0:00:02.0\nA word\r\n"),
        ("sbv", "0:00:01.0,0:00:02.0\nUn mot[br]de trop", "One too many", "0:00:01.0,0:00:02.0\nOne too many"),
        (
            "ass",
            "[Events]\nDialogue: 0,0:00:01.00,0:00:04.00,,,0,0,0,,{\\an8}Un mot\n",
            "A sentence that is long enough, I should say, for two lines",
            "[Events]\nDialogue: 0,0:00:01.00,0:00:04.00,,,0,0,0,,{\\an8}A sentence that is long enough,\\N"
            "I should say, for two lines\n",
        ),
    ],
)
def test_texts_come_back_in_their_cues(kind: str, before: str, target: str, after: str, tmp_path: Path) -> None:
    assert said(kind, before, tmp_path, target)[0] == after


def test_lines_end_as_those_of_the_file(tmp_path: Path) -> None:
    content = ONE.format("Un mot").replace("\n", "\r\n")
    made, _ = said("srt", content, tmp_path, "A sentence that is long enough, I should say, for two lines")
    assert "enough,\r\nI should" in made and "\n" not in made.replace("\r\n", "")


def test_cues_that_are_too_fast_or_too_wide_are_told(tmp_path: Path) -> None:
    _, notices = said("srt", ONE.format("Un mot"), tmp_path, "word " * 30)
    assert notices == [
        "1 cue is read faster than 20 characters a second, the first is cue 1",
        "1 cue is wider than two lines of 42 characters, the first is cue 1",
    ]
    assert said("srt", ONE.format("Un mot"), tmp_path, "A word")[1] == []


def test_the_place_of_a_text_is_its_cues(tmp_path: Path) -> None:
    document = document_of("srt", TWO.format("Il vient,", "puis il part."), tmp_path)
    assert [block.context for block in document.blocks] == ["cues 1 to 2", ""]


HEADS = {
    "WEBVTT\nKind: captions\nLanguage: fr\n\n": "WEBVTT\nKind: captions\nLanguage: en\n\n",
    "WEBVTT x\r\nLanguage:fr-CA\r\n\r\n": "WEBVTT x\r\nLanguage:en\r\n\r\n",
    "WEBVTT\nLanguage: de\n\n": "WEBVTT\nLanguage: de\n\n",
    "WEBVTT\n\nNOTE\nLanguage: fr\n\n": "WEBVTT\n\nNOTE\nLanguage: fr\n\n",
}


@pytest.mark.parametrize(("before", "after"), HEADS.items())
def test_the_language_that_a_file_says_becomes_the_target_once_a_text_changes(
    before: str, after: str, tmp_path: Path
) -> None:
    cue = "00:01.000 --> 00:03.000\nIl vient.\n"
    assert said("vtt", before + cue, tmp_path, "He comes.")[0] == after + cue.replace("Il vient", "He comes")
    assert said("vtt", before + cue, tmp_path, "Il vient.")[0] == before + cue


def test_a_language_changes_where_only_a_later_cue_does(tmp_path: Path) -> None:
    one = "00:01.000 --> 00:03.000\n{}\n\n"
    document = document_of("vtt", "WEBVTT\nLanguage: fr\n\n" + one.format("Paris.") + one.format("Il vient."), tmp_path)
    with READERS.load("vtt").rebuild(document, tmp_path / "made.vtt", language="en-GB") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text.replace("Il vient", "He comes"))
    made = (tmp_path / "made.vtt").read_text("utf-8")
    assert made == "WEBVTT\nLanguage: en-GB\n\n" + one.format("Paris.") + one.format("He comes.")
